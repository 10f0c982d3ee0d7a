//! Data that leaves: a person's record for a clinic's server or as a folder to read, the caseload for an evaluation.
//! Checked, entered in the ledger, and only then written, as with paper (`act::hand_off`).

use std::path::Path;

use disk::Kept;
use domain::PersonId;

use super::consent::{self, To};
use super::hand_off::{
    Form, Leaves, free_place, hand_over, hand_over_because, hand_over_file, save_where_asked,
};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file,
    out::{self, evaluation, folder},
    outside::Choice,
    read::supporters::Shown,
    wire::{FileKind, FilesSaved, PaperSaved, SaveEvaluation, SaveFolder, SaveRecord},
};

/// Asks where to, and saves a person's record there as FHIR.
pub fn save_record(app: &App, ask: SaveRecord) -> Result<PaperSaved> {
    // Nobody is asked where to put what will not be made.
    app.with_store(|store| Ok(store.person(ask.person)?))?;
    let to = To::new(&ask.to, &ask.despite);
    consent::check(app, Some(ask.person), Shown::RECORD, to)?;
    save_where_asked(app, &ask.name, FileKind::Fhir.ending(), |path| {
        save_record_in(app, ask.person, to, path)
    })
}

/// Saves a person's record in a place, as one FHIR transaction.
///
/// # Errors
/// Those of reading and saving in the vault and of writing a file; the ledger then says that nothing left.
pub fn save_record_in<'a>(
    app: &App,
    person: PersonId,
    to: impl Into<To<'a>>,
    path: &Path,
) -> Result<Kept> {
    let bytes = out::transaction(app, person)?;
    let left = of("record", Some(person));
    hand_over_file(app, left, to.into(), Form::of("fhir"), &bytes, path)
}

/// Asks for a folder, and saves a person's record there to read, in a folder of its own.
pub fn save_folder(app: &App, ask: SaveFolder) -> Result<FilesSaved> {
    let person = app.with_store(|store| Ok(store.person(ask.person)?))?;
    let to = To::new(&ask.to, &ask.despite);
    consent::check(app, Some(ask.person), Shown::RECORD, to)?;
    let Some(chosen) = app.outside().choose(&Choice::Folder) else {
        return Ok(FilesSaved::nowhere());
    };
    let name = format!("{} {}", person.details.preferred_name, app.now().day());
    save_folder_in(app, ask.person, to, &free_place(&chosen, &name, None))
}

/// Saves a person's record in a folder, which is made where it is missing. What is written stays, whatever becomes of the
/// rest; what is not is named. The first page comes last and leads to what is there.
///
/// # Errors
/// `NotFound` when there is no such person, and why nothing at all could be written; the ledger then says that nothing left.
pub fn save_folder_in<'a>(
    app: &App,
    person: PersonId,
    to: impl Into<To<'a>>,
    dir: &Path,
) -> Result<FilesSaved> {
    let planned = folder::plan(app, person)?;
    let left = of("folder", Some(person));
    let form = Form {
        format: "folder",
        draft: planned.iter().any(|file| file.draft),
    };
    let saved = hand_over(app, left, to.into(), form, || {
        let mut writing = Writing::into(dir);
        let mut there = Vec::new();
        app.making()
            .begin(u32::try_from(planned.len()).unwrap_or(u32::MAX));
        for file in &planned {
            if writing.write(&file.path, || folder::make(app, person, file)) {
                there.push(file);
            }
            if let Err(stopped) = app.making().step() {
                writing.stop(stopped);
            }
        }
        app.making().end();
        writing.over = writing
            .why
            .as_ref()
            .is_some_and(|why| file::ends_all(why.code));
        writing.write(folder::FIRST_PAGE, || {
            folder::first_page(app, person, &there).map(Into::into)
        });
        writing.end()
    })?;
    saved.ok_or_else(|| ErrorCode::Internal.into())
}

/// Asks for a folder, and saves the caseload there for an evaluation.
pub fn save_evaluation(app: &App, ask: SaveEvaluation) -> Result<FilesSaved> {
    must_have_reason(ask.identified, &ask.reason)?;
    app.must_be_open()?;
    let Some(chosen) = app.outside().choose(&Choice::Folder) else {
        return Ok(FilesSaved::nowhere());
    };
    let dir = free_place(&chosen, &format!("evaluation {}", app.now().day()), None);
    let shows = evaluation::Shows {
        identified: ask.identified,
        byte_order_mark: true,
    };
    save_evaluation_in(app, shows, &ask.reason, &ask.to, &dir)
}

/// Saves the caseload in a folder, which is made where it is missing, as tables with a dictionary.
///
/// # Errors
/// `ReasonMissing` when people are named and nobody says why, those of reading the vault, and why nothing at all could be
/// written; the ledger then says that nothing left.
pub fn save_evaluation_in<'a>(
    app: &App,
    shows: evaluation::Shows,
    reason: &str,
    to: impl Into<To<'a>>,
    dir: &Path,
) -> Result<FilesSaved> {
    must_have_reason(shows.identified, reason)?;
    let files = evaluation::files(app, shows)?;
    let what = if shows.identified {
        "caseload"
    } else {
        "evaluation"
    };
    let saved = hand_over_because(
        app,
        of(what, None),
        to.into(),
        Form::of("csv"),
        reason,
        || {
            let mut writing = Writing::into(dir);
            for (name, bytes) in files {
                writing.write(&name, || Ok(bytes.into()));
            }
            writing.end()
        },
    )?;
    saved.ok_or_else(|| ErrorCode::Internal.into())
}

fn must_have_reason(identified: bool, reason: &str) -> Result<()> {
    if identified && reason.trim().is_empty() {
        return Err(ErrorCode::ReasonMissing.into());
    }
    Ok(())
}

fn of(what: &'static str, person: Option<PersonId>) -> Leaves {
    Leaves {
        what,
        person,
        note: None,
        topics: Vec::new(),
        shows: Shown::RECORD,
    }
}

/// Files on their way into a folder, one after the other.
struct Writing<'d> {
    dir: &'d Path,
    saved: Vec<String>,
    not_saved: Vec<String>,
    /// The first thing that went wrong.
    why: Option<ApiError>,
    /// Nothing more can be written.
    over: bool,
    flushed: bool,
}

impl<'d> Writing<'d> {
    fn into(dir: &'d Path) -> Self {
        Self {
            dir,
            saved: Vec::new(),
            not_saved: Vec::new(),
            why: None,
            over: false,
            flushed: true,
        }
    }

    /// Makes a file and writes it; tells whether it is there. Once nothing more can be written, nothing more is made.
    fn write(
        &mut self,
        path: &str,
        make: impl FnOnce() -> Result<zeroize::Zeroizing<Vec<u8>>>,
    ) -> bool {
        let place = self.dir.join(path);
        let outcome = if self.over {
            None
        } else {
            let folder = place.parent().unwrap_or(self.dir);
            let bytes = file::make_folder_in(self.dir, folder).and_then(|()| make());
            Some(bytes.and_then(|bytes| file::write_whole(&place, &bytes)))
        };
        match outcome {
            Some(Ok(kept)) => {
                self.flushed &= kept == Kept::Flushed;
                self.saved.push(path.to_owned());
                return true;
            }
            Some(Err(error)) => {
                self.over = file::ends_all(error.code);
                self.why.get_or_insert(error);
            }
            None => {}
        }
        self.not_saved.push(path.to_owned());
        false
    }

    /// Writes nothing more.
    fn stop(&mut self, why: ApiError) {
        self.over = true;
        self.why.get_or_insert(why);
    }

    /// Says what is there. Where nothing is, it fails as the first file did.
    fn end(self) -> Result<Option<FilesSaved>> {
        match self.why {
            Some(error) if self.saved.is_empty() => Err(error),
            why => Ok(Some(FilesSaved {
                folder: Some(self.dir.display().to_string()),
                saved: self.saved,
                not_saved: self.not_saved,
                why,
                flushed: self.flushed,
            })),
        }
    }
}
