//! A note with what its page needs.

use crate::{
    app::App,
    error::Result,
    read::{cards, facts},
    wire::{NoteView, OfNote},
};

/// Opens a note. Whose it is is said as it is today, so that nobody mistakes the person; what is printed, as it was signed.
pub fn note(app: &App, ask: OfNote) -> Result<NoteView> {
    app.with_store(|store| {
        let note = store.note(ask.note)?;
        let facts = facts::of(app, store, &note)?;
        Ok(NoteView {
            person: cards::person(&store.person(note.person)?),
            number: facts.number,
            minutes: facts.minutes,
            counted: store.session(note.session)?.counted(),
            entered_on: facts.entered_on,
            place: facts.place,
            signature: store.practitioner()?.signature(),
            note,
        })
    })
}
