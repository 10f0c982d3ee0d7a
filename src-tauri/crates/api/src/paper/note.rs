//! A session note with its addenda.

use domain::{Document, NoteId};
use store::Store;

use crate::{app::App, error::Result, read::facts};

/// Lays a note out.
pub(super) fn document(app: &App, store: &Store, id: NoteId) -> Result<Document> {
    let note = store.note(id)?;
    let head = note::Head {
        facts: facts::of(app, store, &note)?,
        colour: store.person(note.person)?.colour,
        signature: store.practitioner()?.signature(),
    };
    Ok(note::document(&note, &head, app.now().day()))
}
