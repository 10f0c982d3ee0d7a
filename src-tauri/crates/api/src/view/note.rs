//! A note with what its page needs.

use domain::note::NoteState;

use crate::{
    app::App,
    error::Result,
    read::{cards, facts, groups},
    wire::{Likenesses, NoteView, Nothing, OfNote, Snippets},
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
            led_by: groups::leaders_of(store, store.session(note.session)?.meeting)?,
            note,
        })
    })
}

/// Says what is typed in a draft and stands in earlier notes of the person already. Nothing is held back for it.
pub fn note_likenesses(app: &App, ask: OfNote) -> Result<Likenesses> {
    app.with_store(|store| {
        let note = store.note(ask.note)?;
        if !matches!(note.state, NoteState::Draft)
            || note.sections.iter().all(|s| !s.is_written_in())
        {
            return Ok(Likenesses {
                likenesses: Vec::new(),
            });
        }
        let earlier = store.written_before(&note)?;
        let earlier: Vec<_> = earlier
            .into_iter()
            .map(|written| note::Earlier {
                note: written.note,
                on: written.on,
                section: written.section,
            })
            .collect();
        Ok(Likenesses {
            likenesses: note::likenesses(&note.sections, &earlier),
        })
    })
}

/// The practitioner's own phrases for notes.
pub fn snippets(app: &App, _: Nothing) -> Result<Snippets> {
    app.with_store(|store| {
        Ok(Snippets {
            snippets: store.snippets()?,
        })
    })
}
