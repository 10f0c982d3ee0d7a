//! The notes of a day or of several, each as a file of its own with a row of its own in the ledger.

use std::path::Path;

use store::NoteLine;

use super::{
    consent::To,
    hand_off::{free_place, keep},
};
use crate::{
    app::App,
    error::{ApiError, Result},
    file, out,
    outside::Choice,
    read::cards,
    wire::{
        FileKind, MakePaper, NoteCard, NoteNotSaved, NoteSaved, NotesSaved, PaperRequest,
        SaveNotes, WhichNotes,
    },
};

/// Asks for a folder, and saves the notes there.
pub fn save_notes(app: &App, ask: SaveNotes) -> Result<NotesSaved> {
    app.must_be_open()?;
    let Some(folder) = app.outside().choose(&Choice::Folder) else {
        return Ok(NotesSaved::default());
    };
    save_notes_in(app, &ask.which, ask.kind, &ask.to, &folder)
}

/// Saves notes in a folder, which is made where it is missing. No file that is there is written over. What is saved stays,
/// whatever becomes of the rest, and when somebody stops it; what is not saved is named with the reason. Drafts are left
/// out and counted.
///
/// # Errors
/// Those of reading the vault, and why the folder cannot be made.
pub fn save_notes_in<'a>(
    app: &App,
    which: &WhichNotes,
    kind: FileKind,
    to: impl Into<To<'a>>,
    folder: &Path,
) -> Result<NotesSaved> {
    let to = to.into();
    let (notes, drafts) = notes(app, which)?;
    if !notes.is_empty() {
        file::make_folder(folder)?;
    }
    let mut done = NotesSaved {
        folder: Some(folder.display().to_string()),
        drafts,
        ..NotesSaved::default()
    };
    let mut over: Option<ApiError> = None;
    app.making()
        .begin(u32::try_from(notes.len()).unwrap_or(u32::MAX));
    for (line, card) in notes {
        let saved = match &over {
            Some(error) => Err(error.clone()),
            None => save_one(app, &line, kind, to, folder),
        };
        match saved {
            Ok(path) => done.saved.push(NoteSaved { note: card, path }),
            Err(error) => {
                if file::ends_all(error.code) {
                    over.get_or_insert_with(|| error.clone());
                }
                done.not_saved.push(NoteNotSaved { note: card, error });
            }
        }
        if let Err(stopped) = app.making().step() {
            over.get_or_insert(stopped);
        }
    }
    app.making().end();
    Ok(done)
}

/// The signed notes that are asked for, by day, and how many drafts are passed over.
fn notes(app: &App, which: &WhichNotes) -> Result<(Vec<(NoteLine, NoteCard)>, u32)> {
    app.with_store(|store| {
        let people = cards::everybody(store)?;
        let all = store.notes_between(which.from, which.until)?;
        let drafts = all.iter().filter(|note| note.signed_at.is_none()).count();
        let wanted =
            |note: &NoteLine| note.signed_at.is_some() && !(which.waiting && note.handed_off);
        let notes = all.into_iter().filter(wanted).filter_map(|note| {
            let person = people.get(&note.person)?.clone();
            let card = cards::note(&note, person);
            Some((note, card))
        });
        Ok((notes.collect(), u32::try_from(drafts).unwrap_or(u32::MAX)))
    })
}

fn save_one(
    app: &App,
    line: &NoteLine,
    kind: FileKind,
    to: To<'_>,
    folder: &Path,
) -> Result<String> {
    let pages = MakePaper {
        paper: PaperRequest::Note { note: line.id },
        size: Default::default(),
        format: None,
    };
    let name = format!("{} {}", line.on, line.person_name);
    let path = free_place(folder, &name, Some(kind.ending()));
    let made = out::make(app, &pages, kind)?;
    let _ = keep(app, &pages, to, kind, &made, &path)?;
    Ok(path.display().to_string())
}
