//! Saving an answer: one way for the practitioner's window and the turned screen.

use domain::{AnswerKey, AnswerValue, PersonId, SessionId, change::Change};
use store::{About, Op, Store};

use super::{change, dates};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::lookup,
};

/// Saves an answer, or takes it back when there is nothing in it.
pub(super) fn save(
    app: &App,
    store: &mut Store,
    person: PersonId,
    session: Option<SessionId>,
    key: &AnswerKey,
    value: Option<AnswerValue>,
) -> Result<Change> {
    let content = app.curriculum();
    let value = value.filter(|v| !v.is_empty());
    if let Some(value) = &value {
        content
            .accepts(key, value)
            .map_err(|e| ApiError::new(ErrorCode::AnswerDoesNotFit).with("what", e))?;
        if let AnswerValue::Date(date) = value {
            dates::check(app, *date)?;
        }
    }
    if let Some(sheet) = key.sheet {
        lookup::sheet(store, person, sheet)?;
    }
    let typing = format!("answer {key:?}");
    let edition = content.edition(&key.topic);
    let about = About::person(person);
    store.transact_typing(&typing, Op::Answer, about, app.now(), |tx| {
        tx.save_answer(person, session, key, value.as_ref(), &edition)
    })?;
    change::done(store)
}
