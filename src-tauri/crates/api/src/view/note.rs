//! A note with what its page needs.

use crate::{
    app::App,
    error::Result,
    read::cards,
    wire::{NoteView, OfNote},
};

/// Opens a note.
pub fn note(app: &App, ask: OfNote) -> Result<NoteView> {
    app.with_store(|store| {
        let note = store.note(ask.note)?;
        let record = store.session(note.session)?;
        Ok(NoteView {
            person: cards::person(&store.person(note.person)?),
            number: record.number,
            minutes: record.minutes(),
            place: record.place,
            signature: store.practitioner()?.signature(),
            note,
        })
    })
}
