//! Handing over: whatever leaves is checked first, then entered in the ledger, and only then written or printed. How it
//! ended is entered as well, so that the ledger never says less than what left.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use disk::Kept;
use domain::{HandOffId, NoteId, PageRange, PersonId, TopicId, supporter::ConsentItem};
use store::{About, HandOff, Op, Outcome};

use super::consent::{self, To};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    file, out,
    outside::{Choice, Discretion},
    paper,
    read::{lookup, supporters::Shown},
    wire::{
        Chosen, FileKind, MakePaper, Nothing, PaperPrinted, PaperRequest, PaperSaved, PrintPaper,
        PrintRecoverySheet, SavePaper, SaveRecoverySheet, SecretText,
    },
};

/// Asks where to, and saves pages there.
pub fn save_paper(app: &App, ask: SavePaper) -> Result<PaperSaved> {
    // Nobody is asked where to put what will not be made.
    out::check(app, &ask.pages, ask.kind)?;
    let to = To::new(&ask.to, &ask.despite);
    check_all(app, &leaves(app, &ask.pages.paper)?, to)?;
    save_where_asked(app, &ask.name, ask.kind.ending(), |path| {
        save_paper_in(app, &ask.pages, to, ask.kind, path)
    })
}

/// Saves pages as what the end of the name says; a PDF where it says nothing.
///
/// # Errors
/// As [`save_paper_in`].
pub fn save_paper_as<'a>(
    app: &App,
    pages: &MakePaper,
    to: impl Into<To<'a>>,
    path: &Path,
) -> Result<Kept> {
    save_paper_in(app, pages, to, FileKind::of(path), path)
}

/// Saves pages in a place, and enters in the ledger to whom.
///
/// # Errors
/// `ConsentMissing` when it goes to a supporter who may not see it, those of making the pages, of saving in the vault and of writing a file; the ledger then says that nothing left.
pub fn save_paper_in<'a>(
    app: &App,
    pages: &MakePaper,
    to: impl Into<To<'a>>,
    kind: FileKind,
    path: &Path,
) -> Result<Kept> {
    let to = to.into();
    check_all(app, &leaves(app, &pages.paper)?, to)?;
    let made = made(app, pages, kind)?;
    keep(app, pages, to, kind, &made, path)
}

fn made(app: &App, pages: &MakePaper, kind: FileKind) -> Result<paper::Made> {
    made_while_told(app, pages, || out::make(app, pages, kind))
}

/// Makes a file, and tells meanwhile how far it is; nothing leaves once somebody has stopped it.
fn made_while_told(
    app: &App,
    pages: &MakePaper,
    make: impl FnOnce() -> Result<paper::Made>,
) -> Result<paper::Made> {
    let parts = match &pages.paper {
        PaperRequest::Each { people, .. } | PaperRequest::Together { people, .. } => people.len(),
        _ => 1,
    };
    app.making().begin(u32::try_from(parts).unwrap_or(u32::MAX));
    let made = make();
    let still = app.making().still();
    app.making().end();
    still.and(made)
}

/// Writes what was made into a place, and enters for each whose it is that it left.
pub(super) fn keep(
    app: &App,
    pages: &MakePaper,
    to: To<'_>,
    kind: FileKind,
    made: &paper::Made,
    path: &Path,
) -> Result<Kept> {
    let left = leaves(app, &pages.paper)?;
    let form = Form {
        format: kind.in_ledger(),
        draft: made.draft,
    };
    let kept = hand_over_all(app, &left, to, form, &mut || {
        file::write_whole(path, &made.bytes).map(Some)
    })?;
    Ok(kept.unwrap_or(Kept::Flushed))
}

/// Prints pages, or some of them: those alone are handed to the printer, whatever it is.
pub fn print_paper(app: &App, ask: PrintPaper) -> Result<PaperPrinted> {
    let only = PageRange::read(&ask.only).map_err(|_| ErrorCode::NoSuchPages)?;
    let to = To::new(&ask.to, &ask.despite);
    let left = leaves(app, &ask.pages.paper)?;
    check_all(app, &left, to)?;
    let made = made_while_told(app, &ask.pages, || match &only {
        Some(only) => paper::make_some(app, &ask.pages, only),
        None => out::make(app, &ask.pages, FileKind::Pdf),
    })?;
    let format = only.map_or_else(|| "print".to_owned(), |only| format!("print {only}"));
    let form = Form {
        format: &format,
        draft: made.draft,
    };
    let printed = hand_over_all(app, &left, to, form, &mut || {
        let sent = app.outside().print(&made.bytes, Discretion::Usual)?;
        Ok(sent.then_some(()))
    })?;
    Ok(PaperPrinted {
        printed: printed.is_some(),
    })
}

/// Asks where to, and saves the sheet with the recovery code there.
pub fn save_recovery_sheet(app: &App, ask: SaveRecoverySheet) -> Result<PaperSaved> {
    save_where_asked(app, &ask.name, FileKind::Pdf.ending(), |path| {
        save_recovery_sheet_as(app, &ask.code, path)
    })
}

/// Saves the sheet with the recovery code in a place.
///
/// # Errors
/// As [`save_paper_as`].
pub fn save_recovery_sheet_as(app: &App, code: &SecretText, path: &Path) -> Result<Kept> {
    let pdf = paper::recovery_sheet(app, code)?;
    hand_over_file(
        app,
        RECOVERY_SHEET,
        To::default(),
        Form::of("pdf"),
        &pdf,
        path,
    )
}

/// Prints the sheet with the recovery code.
pub fn print_recovery_sheet(app: &App, ask: PrintRecoverySheet) -> Result<PaperPrinted> {
    let pdf = paper::recovery_sheet(app, &ask.code)?;
    let printed = hand_over(
        app,
        RECOVERY_SHEET,
        To::default(),
        Form::of("print"),
        || {
            let sent = app.outside().print(&pdf, Discretion::Secret)?;
            Ok(sent.then_some(()))
        },
    )?;
    Ok(PaperPrinted {
        printed: printed.is_some(),
    })
}

/// Stops the pages that are being made, before their next part.
pub fn stop_paper(app: &App, _: Nothing) -> Result<Nothing> {
    app.making().stop();
    Ok(Nothing {})
}

/// Asks for a folder.
pub fn choose_folder(app: &App, _: Nothing) -> Result<Chosen> {
    Ok(chosen(app.outside().choose(&Choice::Folder)))
}

/// Asks for a file that is there.
pub fn choose_file(app: &App, _: Nothing) -> Result<Chosen> {
    Ok(chosen(app.outside().choose(&Choice::File)))
}

fn chosen(path: Option<PathBuf>) -> Chosen {
    Chosen {
        path: path.map(|path| path.display().to_string()),
    }
}

pub(super) fn save_where_asked(
    app: &App,
    name: &str,
    ending: &'static str,
    save: impl FnOnce(&Path) -> Result<Kept>,
) -> Result<PaperSaved> {
    let name = file_name(name, ending);
    let Some(path) = app.outside().choose(&Choice::Save { name, ending }) else {
        return Ok(PaperSaved {
            path: None,
            flushed: true,
        });
    };
    let kept = save(&path)?;
    Ok(PaperSaved {
        path: Some(path.display().to_string()),
        flushed: kept == Kept::Flushed,
    })
}

/// Makes a suggested name fit for every file system; a name that is only a suggestion need not keep every letter.
fn file_name(suggested: &str, ending: &str) -> String {
    format!("{}.{ending}", stem(suggested, ending))
}

/// A place in a folder where nothing is yet: two people may go by one name, and nothing that is there is written over.
pub(super) fn free_place(folder: &Path, suggested: &str, ending: Option<&str>) -> PathBuf {
    free_place_beside(folder, suggested, ending, &BTreeSet::new())
}

/// The same beside files that will be there.
pub(super) fn free_place_beside(
    folder: &Path,
    suggested: &str,
    ending: Option<&str>,
    taken: &BTreeSet<PathBuf>,
) -> PathBuf {
    let stem = stem(suggested, ending.unwrap_or_default());
    let named = |number: String| match ending {
        Some(ending) => folder.join(format!("{stem}{number}.{ending}")),
        None => folder.join(format!("{stem}{number}")),
    };
    let mut place = named(String::new());
    let mut number = 2;
    // Something is there that leads nowhere, too.
    while taken.contains(&place) || place.symlink_metadata().is_ok() {
        place = named(format!(" ({number})"));
        number += 1;
    }
    place
}

/// The longest name before its number and its ending, in bytes of UTF-8: file systems take 255 in all.
const LONGEST_STEM: usize = 200;

fn stem(suggested: &str, ending: &str) -> String {
    let mut room = LONGEST_STEM;
    let kept: String = suggested
        .chars()
        .map(|c| {
            if c.is_control() || r#"/\:*?"<>|"#.contains(c) {
                '-'
            } else {
                c
            }
        })
        .take_while(|c| {
            let left = room.checked_sub(c.len_utf8());
            room = left.unwrap_or_default();
            left.is_some()
        })
        .collect();
    let stem = kept.trim();
    let stem = stem
        .strip_suffix(&format!(".{ending}"))
        .unwrap_or(stem)
        .trim_matches('.');
    if stem.is_empty() { "waymark" } else { stem }.to_owned()
}

/// Something that leaves the vault, by the name that stands in the ledger.
#[derive(Clone)]
pub(super) struct Leaves {
    pub what: &'static str,
    pub person: Option<PersonId>,
    pub note: Option<NoteId>,
    /// The topics whose pages it is.
    pub topics: Vec<TopicId>,
    /// What it shows, for a supporter who gets it.
    pub shows: Shown,
}

/// What a note shows, whatever is in it.
pub(super) const NOTE_SHOWS: Shown = Shown::Items(&[ConsentItem::Notes]);

const RECOVERY_SHEET: Leaves = Leaves {
    what: "recoverySheet",
    person: None,
    note: None,
    topics: Vec::new(),
    shows: Shown::NOTHING,
};

/// It is about the practitioners' work, and names nobody they meet.
const SUPERVISION: Leaves = Leaves {
    what: "supervision",
    person: None,
    note: None,
    topics: Vec::new(),
    shows: Shown::NOTHING,
};

/// It bears the name of somebody whose record is here no more.
const ERASURE_RECEIPT: Leaves = Leaves {
    what: "erasureReceipt",
    person: None,
    note: None,
    topics: Vec::new(),
    shows: Shown::NOTHING,
};

/// As what it leaves.
#[derive(Clone, Copy)]
pub(super) struct Form<'f> {
    pub format: &'f str,
    pub draft: bool,
}

impl<'f> Form<'f> {
    pub const fn of(format: &'f str) -> Self {
        Self {
            format,
            draft: false,
        }
    }
}

/// Lets something leave, between two rows of the ledger: that it is about to, and how that ended. `send` gives `None`
/// when somebody thought better of it.
pub(super) fn hand_over<T>(
    app: &App,
    leaves: Leaves,
    to: To<'_>,
    form: Form<'_>,
    send: impl FnOnce() -> Result<Option<T>>,
) -> Result<Option<T>> {
    hand_over_because(app, leaves, to, form, "", send)
}

/// Lets a file leave: writes it into a place.
pub(super) fn hand_over_file(
    app: &App,
    leaves: Leaves,
    to: To<'_>,
    form: Form<'_>,
    bytes: &[u8],
    path: &Path,
) -> Result<Kept> {
    hand_over(app, leaves, to, form, || {
        file::write_whole(path, bytes).map(Some)
    })
    .map(|kept| kept.unwrap_or(Kept::Flushed))
}

/// As [`hand_over`], with a reason that the audit trail keeps; it may be empty.
pub(super) fn hand_over_because<T>(
    app: &App,
    leaves: Leaves,
    to: To<'_>,
    form: Form<'_>,
    reason: &str,
    send: impl FnOnce() -> Result<Option<T>>,
) -> Result<Option<T>> {
    let without_consent = consent::check(app, leaves.person, leaves.shows, to)?;
    let about = leaves.person.map_or(About::vault(), About::person);
    let hand_off = HandOff {
        id: HandOffId::new(app.uuid()),
        what: leaves.what.to_owned(),
        person: leaves.person,
        note: leaves.note,
        format: form.format.to_owned(),
        at: app.now(),
        to: to.name.trim().to_owned(),
        without_consent,
        topics: leaves.topics,
        draft: form.draft,
        outcome: Outcome::Begun,
    };
    app.with_store(|store| {
        Ok(store.transact(Op::HandOff, about, app.now(), |tx| {
            tx.add_hand_off(&hand_off)?;
            match reason.trim() {
                "" => Ok(()),
                reason => tx.because(reason),
            }
        })?)
    })?;
    let sent = send();
    let outcome = match &sent {
        Ok(Some(_)) => Outcome::Left,
        Ok(None) | Err(_) => Outcome::Stayed,
    };
    // Where this fails, by a vault that locked itself meanwhile say, the first row stands and says that nobody knows. To
    // deny what has left, or to hide why it stayed, would be worse.
    let _ = app.with_store(|store| {
        Ok(store.transact(Op::HandOff, about, app.now(), |tx| {
            tx.end_hand_off(hand_off.id, outcome)
        })?)
    });
    sent
}

/// Lets something of several people leave: each has rows of their own. Blank paper belongs to nobody, so nobody's words
/// leave with it.
fn hand_over_all<T>(
    app: &App,
    leaves: &[Leaves],
    to: To<'_>,
    form: Form<'_>,
    send: &mut dyn FnMut() -> Result<Option<T>>,
) -> Result<Option<T>> {
    match leaves.split_first() {
        None => send(),
        Some((first, others)) => hand_over(app, first.clone(), to, form, || {
            hand_over_all(app, others, to, form, send)
        }),
    }
}

/// Refuses before anything is made or entered what somebody on it has not let a supporter see.
fn check_all(app: &App, leaves: &[Leaves], to: To<'_>) -> Result<()> {
    leaves
        .iter()
        .try_for_each(|each| consent::check(app, each.person, each.shows, to).map(drop))
}

/// Tells whose words are on paper; nobody's for blank paper.
fn leaves(app: &App, paper: &PaperRequest) -> Result<Vec<Leaves>> {
    let of = |what, person: PersonId, shows| Leaves {
        what,
        person: Some(person),
        note: None,
        topics: Vec::new(),
        shows,
    };
    let pages = |person, topics: Vec<TopicId>, shows| Leaves {
        topics,
        ..of("handout", person, shows)
    };
    let handouts = Shown::Items(&[ConsentItem::Handouts]);
    Ok(match paper {
        PaperRequest::Note { note } => vec![Leaves {
            what: "note",
            person: Some(app.with_store(|store| Ok(store.note(*note)?.person))?),
            note: Some(*note),
            topics: Vec::new(),
            shows: NOTE_SHOWS,
        }],
        PaperRequest::Handouts {
            person: Some(person),
            topics,
            ..
        } => vec![pages(*person, topics.clone(), handouts)],
        PaperRequest::Packet {
            person: Some(person),
            packet,
            ..
        } => vec![pages(*person, packet.topics.clone(), handouts)],
        PaperRequest::Each { people, each } => people
            .iter()
            .map(|person| {
                let topics = paper::topics_of(app, *person, each)?;
                Ok(pages(*person, topics, Shown::each(each)))
            })
            .collect::<Result<_>>()?,
        PaperRequest::Together { people, topics, .. } => people
            .iter()
            .map(|person| pages(*person, topics.clone(), handouts))
            .collect(),
        PaperRequest::Sheet { person, sheet } => {
            let copy = app.with_store(|store| lookup::sheet(store, *person, *sheet))?;
            vec![of("sheet", *person, Shown::sheet(&copy.topic))]
        }
        PaperRequest::Goals { person } => {
            let shows = Shown::Items(&[ConsentItem::Goals, ConsentItem::Practices]);
            vec![of("goals", *person, shows)]
        }
        PaperRequest::Slips { person, .. } => {
            let shows = Shown::Items(&[ConsentItem::Practices]);
            vec![of("slip", *person, shows)]
        }
        PaperRequest::Folder { person } => vec![of("personalFolder", *person, Shown::FOLDER)],
        PaperRequest::Mirror { .. } | PaperRequest::SupervisionLog { .. } => vec![SUPERVISION],
        // What was measured in the course is of the sessions; whoever may see those may see it.
        PaperRequest::Outcomes { person, .. } => {
            vec![of(
                "outcomes",
                *person,
                Shown::Items(&[ConsentItem::Sessions]),
            )]
        }
        PaperRequest::Handouts { person: None, .. }
        | PaperRequest::Packet { person: None, .. }
        | PaperRequest::Workbook { .. }
        | PaperRequest::Guide { .. }
        | PaperRequest::HelpNow
        | PaperRequest::Manual { .. }
        | PaperRequest::SelfTest { .. } => Vec::new(),
        PaperRequest::Erasure { .. } => vec![ERASURE_RECEIPT],
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{file_name, free_place};

    #[test]
    fn a_suggested_name_fits_every_file_system() {
        for (given, kept) in [
            ("Maria H. 2026-11-21.pdf", "Maria H. 2026-11-21.pdf"),
            ("What helps? 1.2", "What helps- 1.2.pdf"),
            ("../../etc/passwd", "-..-etc-passwd.pdf"),
            ("Åse Ødegård", "Åse Ødegård.pdf"),
            ("a\u{0}b\nc", "a-b-c.pdf"),
            ("  ", "waymark.pdf"),
            (".pdf", "waymark.pdf"),
        ] {
            assert_eq!(file_name(given, "pdf"), kept, "{given}");
        }
        assert!(file_name(&"x".repeat(500), "html").len() < 210);
    }

    #[test]
    fn no_file_that_is_there_is_written_over_however_long_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["Maria", &"Å".repeat(500), &"क".repeat(500)] {
            for ending in [Some("pdf"), None] {
                for _ in 0..12 {
                    let place = free_place(folder.path(), name, ending);
                    assert!(place.symlink_metadata().is_err(), "{place:?}");
                    fs::write(&place, name).expect("its name is not too long");
                }
            }
        }
        assert_eq!(fs::read_dir(&folder).expect("it is there").count(), 72);
        assert!(folder.path().join("Maria (2).pdf").exists());
    }
}
