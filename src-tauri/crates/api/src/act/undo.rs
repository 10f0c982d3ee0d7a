//! Taking back, and doing again.

use domain::change::Change;
use store::{Op, Store};

use super::change;
use crate::{app::App, error::Result, wire::Nothing};

/// Takes the last change back; nothing when there is nothing to take back.
pub fn undo(app: &App, _: Nothing) -> Result<Change> {
    app.with_store(|store| {
        let moved = store.undo(app.now())?;
        told(store, moved)
    })
}

/// Brings it back again.
pub fn redo(app: &App, _: Nothing) -> Result<Change> {
    app.with_store(|store| {
        let moved = store.redo(app.now())?;
        told(store, moved)
    })
}

fn told(store: &Store, moved: Option<Op>) -> Result<Change> {
    match moved {
        Some(_) => change::done(store),
        None => change::nothing(store, None),
    }
}
