//! What is printed with a note beside its text.

use domain::{
    note::{Note, NoteFacts, NoteState},
    session::SessionRecord,
};
use store::Store;

use crate::{app::App, error::Result};

/// What would be printed with a note signed now.
pub fn now(app: &App, store: &Store, record: &SessionRecord) -> Result<NoteFacts> {
    let person = store.person(record.person)?;
    let leaders = store.leaders(record.meeting)?;
    let practitioners = leaders.iter().map(|(leader, _)| leader.signature());
    Ok(note::facts(
        record,
        &person,
        practitioners.collect(),
        app.settings().site,
    ))
}

/// What is printed with a note: as it was when it was signed, and as it is now for a draft.
pub fn of(app: &App, store: &Store, note: &Note) -> Result<NoteFacts> {
    match &note.state {
        NoteState::Signed { facts, .. } => Ok((**facts).clone()),
        NoteState::Draft => now(app, store, &store.session(note.session)?),
    }
}
