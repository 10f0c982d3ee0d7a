//! Words that were begun: kept beside the record until they are kept in it. And words that could not be written.

use store::Draft;
use zeroize::Zeroizing;

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    wire::{DraftKept, Held, HeldFor, HeldWrites, Hold, KeepDraft, Nothing},
};

/// Keeps what was begun in a place.
pub fn keep_draft(app: &App, ask: KeepDraft) -> Result<DraftKept> {
    let at = app.now();
    app.with_store(|store| {
        store.keep_draft(&Draft {
            place: ask.place,
            person: ask.person,
            words: ask.words.expose().to_owned(),
            at,
        })?;
        Ok(DraftKept { saved_at: at })
    })
}

/// Takes in charge what the practitioner's page could not write.
pub fn hold(app: &App, ask: Hold) -> Result<Nothing> {
    hold_for(app, &ask, None)
}

/// Takes in charge what the turned screen could not write; it is the person's the screen is turned to, or was a moment ago.
pub fn hold_turned(app: &App, ask: Hold) -> Result<Nothing> {
    let page = app.turned().page().cloned();
    let page = page.or_else(|| app.held().turned().cloned());
    let page = page.ok_or(ErrorCode::NotFound)?;
    let reader = page.reader.ok_or(ErrorCode::NotFound)?;
    let turned = HeldFor {
        person: reader.person,
        session: reader.session,
    };
    hold_for(app, &ask, Some(turned))
}

fn hold_for(app: &App, ask: &Hold, turned: Option<HeldFor>) -> Result<Nothing> {
    if ask.writes.expose().is_empty() {
        app.held().let_go(&ask.page);
        return Ok(Nothing {});
    }
    // Not `HeldWrites`, whose text is not wiped.
    let words = Zeroizing::new(serde_json::to_vec(&(turned, ask.writes.expose())).map_err(odd)?);
    app.hold(&ask.page, &words)?;
    Ok(Nothing {})
}

/// Gives back what could not be written, once.
pub fn take_held(app: &App, _: Nothing) -> Result<Held> {
    let sealer = app.with_store(|store| Ok(store.sealer()))?;
    let given = app.held().give_back(&sealer);
    let read = |words: &Zeroizing<Vec<u8>>| {
        let (turned, writes) = serde_json::from_slice(words).map_err(odd)?;
        Ok(HeldWrites { turned, writes })
    };
    Ok(Held {
        held: given.iter().map(read).collect::<Result<_>>()?,
    })
}

fn odd(error: serde_json::Error) -> ApiError {
    ApiError::new(ErrorCode::Internal).with("what", format!("{:?}", error.classify()))
}
