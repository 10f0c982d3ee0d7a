//! Notes: drafted from what was recorded, and written in until they are signed.

use domain::{
    NoteId, SnippetId,
    change::Change,
    note::{Note, NoteState, Snippet},
};
use store::{About, Op, Store};

use super::{change, draft};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::lookup,
    wire::{DraftNote, OfNote, PlaceEarlier, SaveSnippet, SetNoteFormat, WriteNote},
};

/// Drafts the note of a session, or finds the one there is.
pub fn draft_note(app: &App, ask: DraftNote) -> Result<Change> {
    app.with_store(|store| {
        if let Some(note) = store.note_of(ask.session)? {
            return change::found(store, note.person, note.id.uuid());
        }
        let record = lookup::session(store, ask.session)?;
        let settings = app.settings();
        let lang = settings.language;
        let format = ask.format.unwrap_or(settings.note_format);
        let note = Note {
            id: NoteId::new(app.uuid()),
            session: record.id,
            person: record.person,
            on: record.on,
            lang,
            format,
            sections: draft::sections(app, store, &record, format, lang)?,
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
        let note = unsigned(store, ask.note)?;
        draft_again(app, store, note)
    })
}

/// Drafts in another format; what was typed and has no place in it stands at the end.
pub fn set_note_format(app: &App, ask: SetNoteFormat) -> Result<Change> {
    app.with_store(|store| {
        let mut note = unsigned(store, ask.note)?;
        if note.format == ask.format {
            return change::nothing(store, Some(note.person));
        }
        note.format = ask.format;
        draft_again(app, store, note)
    })
}

/// In the language the note is written in, whatever that of the screens is by now.
fn draft_again(app: &App, store: &mut Store, mut note: Note) -> Result<Change> {
    let record = lookup::session(store, note.session)?;
    let fresh = draft::sections(app, store, &record, note.format, note.lang)?;
    note.sections = note::redraft(&note.sections, fresh);
    keep(app, store, &note)
}

/// Places text from an earlier format at the end of a section, or takes it out.
pub fn place_earlier(app: &App, ask: PlaceEarlier) -> Result<Change> {
    app.with_store(|store| {
        let mut note = unsigned(store, ask.note)?;
        let belongs = |kind| note.format.has(kind);
        // What belongs to the format stays where it is, and nothing is hidden behind it.
        if belongs(ask.section) || ask.into.is_some_and(|into| !belongs(into)) {
            return Err(ErrorCode::NotFound.into());
        }
        if !note::place(&mut note.sections, ask.section, ask.into) {
            return Err(ErrorCode::NotFound.into());
        }
        keep(app, store, &note)
    })
}

fn keep(app: &App, store: &mut Store, note: &Note) -> Result<Change> {
    let about = About::person(note.person);
    store.transact(Op::DraftNote, about, app.now(), |tx| tx.save_draft(note))?;
    change::done(store)
}

/// Keeps a phrase, changes it, or takes it out where no words are left. It is in the notes it was put into all the same.
pub fn save_snippet(app: &App, ask: SaveSnippet) -> Result<Change> {
    app.with_store(|store| {
        let blank = ask.words.trim().is_empty();
        if blank && ask.snippet.is_none() {
            return change::nothing(store, None);
        }
        let id = ask.snippet.unwrap_or_else(|| SnippetId::new(app.uuid()));
        let snippet = Snippet {
            id,
            words: ask.words,
        };
        store.transact(Op::SaveSnippet, About::vault(), app.now(), |tx| {
            if blank {
                tx.remove_snippet(id)
            } else {
                tx.save_snippet(&snippet)
            }
        })?;
        change::made(store, id.uuid())
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
