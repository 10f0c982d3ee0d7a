//! A file for each of several people, into one folder.

use std::path::Path;

use domain::{
    PersonId,
    settings::{PaperSize, PrintSize},
};

use super::{
    consent::{self, To},
    hand_off::{free_place, keep},
};
use crate::{
    app::App,
    error::Result,
    outside::Choice,
    paper,
    read::supporters::Shown,
    wire::{EachSaved, FileKind, ForEach, MakePaper, NotSaved, PaperRequest, SaveEach},
};

/// Asks for a folder, and saves the pages of several people there, a PDF for each, named by them and the day. No file that
/// is there is written over. What is saved stays, whatever becomes of the rest. Where a supporter must not see somebody's,
/// nothing leaves until that was confirmed, or theirs are to be left out.
pub fn save_each(app: &App, ask: SaveEach) -> Result<EachSaved> {
    let mut done = EachSaved {
        folder: None,
        saved: Vec::new(),
        not_saved: Vec::new(),
    };
    let to = To::new(&ask.to, &ask.despite);
    if !ask.others {
        let shows = Shown::each(&ask.each);
        consent::check_each(app, ask.people.iter().copied(), shows, to)?;
    }
    let Some(folder) = app.outside().choose(&Choice::Folder) else {
        return Ok(done);
    };
    done.folder = Some(folder.display().to_string());
    app.making()
        .begin(u32::try_from(ask.people.len()).unwrap_or(u32::MAX));
    let mut going_on = Ok(());
    for person in ask.people {
        let saved = going_on
            .clone()
            .and_then(|()| save_one(app, person, &ask.each, ask.format, to, &folder));
        match saved {
            Ok(()) => done.saved.push(person),
            Err(error) => done.not_saved.push(NotSaved { person, error }),
        }
        going_on = going_on.and_then(|()| app.making().step());
    }
    app.making().end();
    Ok(done)
}

fn save_one(
    app: &App,
    person: PersonId,
    each: &ForEach,
    format: Option<PaperSize>,
    to: To<'_>,
    folder: &Path,
) -> Result<()> {
    let pages = MakePaper {
        paper: PaperRequest::Each {
            people: vec![person],
            each: *each,
        },
        size: PrintSize::default(),
        format,
    };
    let name = app.with_store(|store| Ok(store.person(person)?.details.preferred_name))?;
    let name = format!("{name} {}", app.now().day());
    let made = paper::make(app, &pages, FileKind::Pdf)?;
    let path = free_place(folder, &name, Some(FileKind::Pdf.ending()));
    keep(app, &pages, to, FileKind::Pdf, &made, &path).map(drop)
}
