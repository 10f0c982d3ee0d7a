//! A session note with its addenda.

use domain::{Document, NoteId};
use store::Store;

use crate::{app::App, error::Result};

/// Lays a note out.
pub(super) fn document(app: &App, store: &Store, id: NoteId) -> Result<Document> {
    let note = store.note(id)?;
    let record = store.session(note.session)?;
    let person = store.person(note.person)?;
    let head = note::Head {
        person: &person,
        signature: store.practitioner()?.signature(),
        number: record.number,
        minutes: record.minutes(),
        place: record.place,
        site: app.settings().site,
    };
    Ok(note::document(&note, &head, app.now().day()))
}
