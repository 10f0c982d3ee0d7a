//! What a change answers: when it was on disk, what it touched, what can be taken back.

use domain::{
    PersonId,
    change::{Change, Touched},
};
use store::Store;
use uuid::Uuid;

use crate::error::Result;

/// Tells what the change just made did.
pub(super) fn done(store: &Store) -> Result<Change> {
    Ok(store.last_change()?)
}

/// Tells what the change just made did, and what it made.
pub(super) fn made(store: &Store, id: Uuid) -> Result<Change> {
    Ok(Change {
        made: Some(id),
        ..done(store)?
    })
}

/// Tells that what was asked for was there already, so that nothing differs.
pub(super) fn found(store: &Store, person: PersonId, id: Uuid) -> Result<Change> {
    Ok(Change {
        made: Some(id),
        ..nothing(store, Some(person))?
    })
}

/// Tells that there was nothing to do.
pub(super) fn nothing(store: &Store, person: Option<PersonId>) -> Result<Change> {
    Ok(Change {
        touched: Touched {
            person,
            ..Touched::default()
        },
        undo: store.can_undo(person)?,
        redo: store.can_redo(person)?,
        ..done(store)?
    })
}
