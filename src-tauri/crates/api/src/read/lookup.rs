//! Finding one thing of a person's, and refusing what is somebody else's.

use domain::{GoalId, PersonId, SessionId, SheetId, goal::Goal, session::SessionRecord};
use store::{Sheet, Store};

use crate::error::{ErrorCode, Result};

/// Finds a person's goal.
pub fn goal(store: &Store, person: PersonId, id: GoalId) -> Result<Goal> {
    let mut goals = store.goals(person)?.into_iter();
    let found = goals.find(|goal| goal.id == id);
    found.ok_or_else(|| ErrorCode::NotFound.into())
}

/// Finds a person's filled copy.
pub fn sheet(store: &Store, person: PersonId, id: SheetId) -> Result<Sheet> {
    Ok(store.sheet(person, id)?)
}

/// Reads a session. While it is open, the promises still to be reviewed stand among those reviewed.
pub fn session(store: &Store, id: SessionId) -> Result<SessionRecord> {
    with_promises(store, store.session(id)?)
}

/// Puts the promises still to be reviewed among those reviewed, while a session is open.
pub fn with_promises(store: &Store, mut record: SessionRecord) -> Result<SessionRecord> {
    let id = record.id;
    if record.closed_at.is_none() {
        for practice in store.open_practices(record.person)? {
            let known = record
                .practices_reviewed
                .iter()
                .any(|p| p.id == practice.id);
            // A promise that was made after a meeting could not be looked at in it.
            if !known && practice.agreed_in != id && practice.agreed_on <= record.on {
                record.practices_reviewed.push(practice);
            }
        }
    }
    record
        .practices_reviewed
        .sort_by_key(|p| (p.agreed_on, p.id));
    Ok(record)
}
