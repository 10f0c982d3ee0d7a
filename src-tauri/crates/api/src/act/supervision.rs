//! Supervision, training, and what a practitioner says of their own work.

use domain::{
    SupervisionId,
    change::Change,
    fidelity::quarter_of,
    supervision::{MirrorAnswer, Supervision},
};
use store::{About, Op};

use super::{change, dates};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::mirror,
    wire::{AnswerMirror, RemoveSupervision, SaveSupervision},
};

/// The longest a meeting takes, in minutes, and the most who meet; more is a slip of the finger.
const MOST: u32 = 1_440;

/// Keeps what somebody says of their own work. Nothing depends on it.
///
/// # Errors
/// `BadRequest` for a step that is none, and for a day that begins no quarter.
pub fn answer_mirror(app: &App, ask: AnswerMirror) -> Result<Change> {
    let steps = ask.level.is_none_or(|level| (1..=5).contains(&level));
    if !steps || quarter_of(ask.period).0 != ask.period {
        return Err(ErrorCode::BadRequest.into());
    }
    dates::check(app, ask.period)?;
    let answer = MirrorAnswer {
        period: ask.period,
        item: mirror::code(ask.item).to_owned(),
        level: ask.level,
        words: ask.words,
    };
    app.with_store(|store| {
        let field = format!("mirror/{}/{}", answer.period, answer.item);
        store.transact_typing(&field, Op::AnswerMirror, About::vault(), app.now(), |tx| {
            tx.save_mirror_answer(&answer)
        })?;
        change::done(store)
    })
}

/// Enters a meeting, or changes what was entered; a day that has come is enough.
pub fn save_supervision(app: &App, ask: SaveSupervision) -> Result<Change> {
    let details = ask.details;
    dates::not_ahead(app, details.on)?;
    for number in [details.minutes, details.met].into_iter().flatten() {
        if number > MOST {
            return Err(ApiError::from(ErrorCode::BadRequest).with("what", number));
        }
    }
    app.with_store(|store| {
        let id = match ask.supervision {
            Some(id) => id,
            None => SupervisionId::new(app.uuid()),
        };
        let supervision = Supervision { id, details };
        store.transact(Op::SaveSupervision, About::vault(), app.now(), |tx| {
            tx.save_supervision(&supervision)
        })?;
        match ask.supervision {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Takes a meeting out of the log.
pub fn remove_supervision(app: &App, ask: RemoveSupervision) -> Result<Change> {
    app.with_store(|store| {
        store.transact(Op::SaveSupervision, About::vault(), app.now(), |tx| {
            tx.remove_supervision(ask.supervision)
        })?;
        change::done(store)
    })
}
