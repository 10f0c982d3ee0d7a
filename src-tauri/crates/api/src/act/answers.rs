//! Answers on handouts and sheets, typed in the practitioner's window.

use domain::change::Change;

use super::answering;
use crate::{app::App, error::Result, wire::AnswerField};

/// Answers a field, or takes its answer back.
pub fn answer(app: &App, ask: AnswerField) -> Result<Change> {
    app.with_store(|store| {
        store.person(ask.person)?;
        answering::save(app, store, ask.person, ask.session, &ask.key, ask.value)
    })
}
