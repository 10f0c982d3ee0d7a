//! Notes: drafted from what was recorded, and written in until they are signed.

use domain::{
    NoteId,
    change::Change,
    note::{Note, NoteFormat, NoteState},
};
use store::{About, Op, Store};

use super::{change, draft};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::lookup,
    wire::{DraftNote, OfNote, WriteNote},
};

/// Drafts the note of a session, or finds the one there is.
pub fn draft_note(app: &App, ask: DraftNote) -> Result<Change> {
    app.with_store(|store| {
        if let Some(note) = store.note_of(ask.session)? {
            return change::found(store, note.person, note.id.uuid());
        }
        let record = lookup::session(store, ask.session)?;
        let note = Note {
            id: NoteId::new(app.uuid()),
            session: record.id,
            person: record.person,
            on: record.on,
            lang: app.settings().language,
            format: NoteFormat::default(),
            sections: draft::sections(app, store, &record)?,
            state: NoteState::Draft,
            addenda: Vec::new(),
        };
        let about = About::person(note.person);
        store.transact(Op::DraftNote, about, app.now(), |tx| tx.save_draft(&note))?;
        change::made(store, note.id.uuid())
    })
}

/// Writes in a section of a draft.
pub fn write_note(app: &App, ask: WriteNote) -> Result<Change> {
    app.with_store(|store| {
        let mut note = unsigned(store, ask.note)?;
        let section = note
            .sections
            .iter_mut()
            .find(|s| s.kind == ask.section)
            .ok_or(ErrorCode::NotFound)?;
        if let Some(text) = ask.text {
            section.unconfirmed &= text == section.text;
            section.text = text;
        }
        if let Some(judgement) = ask.judgement {
            section.judgement = judgement;
        }
        if let Some(confirmed) = ask.confirmed {
            section.unconfirmed = !confirmed;
        }
        let typing = format!("{} {:?}", note.id, ask.section);
        let about = About::person(note.person);
        store.transact_typing(&typing, Op::DraftNote, about, app.now(), |tx| {
            tx.save_draft(&note)
        })?;
        change::done(store)
    })
}

/// Drafts again from what is recorded now; judgements and rewritten sections stay.
pub fn redraft_note(app: &App, ask: OfNote) -> Result<Change> {
    app.with_store(|store| {
        let mut note = unsigned(store, ask.note)?;
        let record = lookup::session(store, note.session)?;
        note.sections = note::redraft(&note.sections, draft::sections(app, store, &record)?);
        let about = About::person(note.person);
        store.transact(Op::DraftNote, about, app.now(), |tx| tx.save_draft(&note))?;
        change::done(store)
    })
}

/// Returns a note that can still be written in.
pub(super) fn unsigned(store: &Store, id: NoteId) -> Result<Note> {
    let note = store.note(id)?;
    match note.state {
        NoteState::Draft => Ok(note),
        NoteState::Signed { .. } => Err(ErrorCode::AlreadySigned.into()),
    }
}
