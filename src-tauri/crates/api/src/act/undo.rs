//! Taking back, and doing again.

use domain::{PersonId, change::Change};
use store::{Op, Store};

use super::change;
use crate::{app::App, error::Result, wire::StepBack};

/// Takes the last change to a person's record back, or the newest of all; nothing when there is nothing to take back.
pub fn undo(app: &App, ask: StepBack) -> Result<Change> {
    app.with_store(|store| {
        let moved = store.undo(ask.person, app.now())?;
        told(store, ask.person, moved)
    })
}

/// Brings it back again.
pub fn redo(app: &App, ask: StepBack) -> Result<Change> {
    app.with_store(|store| {
        let moved = store.redo(ask.person, app.now())?;
        told(store, ask.person, moved)
    })
}

fn told(store: &Store, person: Option<PersonId>, moved: Option<Op>) -> Result<Change> {
    match moved {
        Some(_) => change::done(store),
        None => change::nothing(store, person),
    }
}
