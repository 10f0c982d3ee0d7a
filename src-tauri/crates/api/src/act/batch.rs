//! The notes of a day or of several, each as a file of its own with a row of its own in the ledger.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use domain::PersonId;
use store::NoteLine;

use super::{
    consent::{self, To},
    hand_off::{Leaves, NOTE_SHOWS, free_place_beside},
    together::{Going, hand_over_together, side_by_side},
};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file, out,
    outside::Choice,
    paper::Made,
    read::cards,
    wire::{
        FileKind, MakePaper, NoteCard, NoteNotSaved, NoteSaved, NotesSaved, PaperRequest,
        SaveNotes, WhichNotes,
    },
};

/// As many are made before they are written.
const TOGETHER: usize = 32;

/// Asks for a folder, and saves the notes there. Where a supporter must not see somebody's, nothing is asked and nothing
/// leaves until that was confirmed, or those notes are to be left out.
pub fn save_notes(app: &App, ask: SaveNotes) -> Result<NotesSaved> {
    app.must_be_open()?;
    let to = To::new(&ask.to, &ask.despite);
    if !ask.others {
        let whose: BTreeSet<PersonId> = notes(app, &ask.which)?
            .0
            .iter()
            .map(|(line, _)| line.person)
            .collect();
        consent::check_each(app, whose, NOTE_SHOWS, to)?;
    }
    let Some(folder) = app.outside().choose(&Choice::Folder) else {
        return Ok(NotesSaved::default());
    };
    save_notes_in(app, &ask.which, ask.kind, to, &folder)
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
    let mut taken = BTreeSet::new();
    app.making()
        .begin(u32::try_from(notes.len()).unwrap_or(u32::MAX));
    for some in notes.chunks(TOGETHER) {
        let saved = match &over {
            Some(error) => vec![Err(error.clone()); some.len()],
            None => save_some(app, some, kind, to, folder, &mut taken),
        };
        for ((_, card), saved) in some.iter().zip(saved) {
            let note = card.clone();
            match saved {
                Ok(path) => done.saved.push(NoteSaved { note, path }),
                Err(error) => {
                    if file::ends_all(error.code) {
                        over.get_or_insert_with(|| error.clone());
                    }
                    done.not_saved.push(NoteNotSaved { note, error });
                }
            }
        }
        if let Err(stopped) = app.making().still() {
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

/// Makes some notes, and writes them unless somebody stopped that meanwhile.
fn save_some(
    app: &App,
    notes: &[(NoteLine, NoteCard)],
    kind: FileKind,
    to: To<'_>,
    folder: &Path,
    taken: &mut BTreeSet<PathBuf>,
) -> Vec<Result<String>> {
    let made: Vec<Result<Made>> = side_by_side(notes, |(line, _)| {
        app.making().still()?;
        let made = make_one(app, line, kind, to)?;
        app.making().step()?;
        Ok(made)
    });
    if let Err(stopped) = app.making().still() {
        return vec![Err(stopped); notes.len()];
    }
    let mut going = Vec::new();
    let made: Vec<Result<usize>> = made
        .into_iter()
        .zip(notes)
        .map(|(made, (line, _))| {
            let made = made?;
            let name = format!("{} {}", line.on, line.person_name);
            let place = free_place_beside(folder, &name, Some(kind.ending()), taken);
            taken.insert(place.clone());
            going.push(Going {
                leaves: Leaves {
                    what: "note",
                    person: Some(line.person),
                    note: Some(line.id),
                    topics: Vec::new(),
                    shows: NOTE_SHOWS,
                },
                format: kind.in_ledger(),
                made,
                place,
            });
            Ok(going.len() - 1)
        })
        .collect();
    let kept = hand_over_together(app, &going, to);
    let path = |at: usize| going.get(at).map(|going| going.place.display().to_string());
    made.into_iter()
        .map(|made| {
            let at = made?;
            match kept.get(at) {
                Some(Ok(_)) => path(at).ok_or_else(|| ErrorCode::Internal.into()),
                Some(Err(error)) => Err(error.clone()),
                None => Err(ErrorCode::Internal.into()),
            }
        })
        .collect()
}

/// Makes the file of a note. One that its recipient must not see is not made.
fn make_one(app: &App, line: &NoteLine, kind: FileKind, to: To<'_>) -> Result<Made> {
    consent::check(app, Some(line.person), NOTE_SHOWS, to)?;
    let pages = MakePaper {
        paper: PaperRequest::Note { note: line.id },
        size: Default::default(),
        format: None,
    };
    out::make(app, &pages, kind)
}
