//! One person's record as a folder that opens without Waymark: a first page, notes and filled pages to read and to print,
//! and everything as data for the next clinic.

use domain::{
    Lang, PersonId, calendar::long_date, goal::GoalStatus, person::Person, settings::PrintSize,
};
use export::listing::{self, Entry, Listing, Part};
use serde_json::json;
use store::Store;
use zeroize::Zeroizing;

use super::{bytes, transaction};
use crate::{
    app::App,
    error::Result,
    paper,
    read::{labels::Labels, lookup, supporters, words},
    wire::{FileKind, MakePaper, PaperRequest},
};

/// A file that the folder is to hold.
#[derive(Clone, Debug)]
pub(crate) struct Planned {
    /// Its path from the first page, folders parted by `/`.
    pub path: String,
    /// Whether it is a note that is not signed, which each of its pages says.
    pub draft: bool,
    group: Group,
    title: String,
    holds: Holds,
}

/// Under which heading of the first page a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Goals,
    Notes,
    Pages,
    Data,
}

#[derive(Clone, Debug)]
enum Holds {
    Paper(PaperRequest, FileKind),
    Record,
    Fhir,
}

/// The first page; it is written last, so that it leads to nothing that is not there.
pub(crate) const FIRST_PAGE: &str = "index.html";

/// Lists the files of a person's folder, in the order in which they are written: what is most missed when a disk is full
/// comes first.
///
/// # Errors
/// `NotFound` when there is no such person.
pub(crate) fn plan(app: &App, person: PersonId) -> Result<Vec<Planned>> {
    app.with_store(|store| {
        let person = store.person(person)?;
        let lang = person.details.language;
        let labels = Labels::of(lang);
        let mut files = vec![
            data("record.json", &labels.record_as_json, Holds::Record),
            data("record.fhir.json", &labels.record_as_fhir, Holds::Fhir),
        ];
        let goals = PaperRequest::Goals { person: person.id };
        files.extend(both(Group::Goals, &labels.my_goals, "goals", &goals));
        for followed in store.outcome_plans(person.id)? {
            let content = app.curriculum();
            let plan = content.outcome_plan(&followed.plan);
            let title = plan.map_or(followed.plan.as_str(), |plan| plan.title.get(lang));
            let paper = PaperRequest::Outcomes {
                person: person.id,
                plan: followed.plan.clone(),
            };
            let path = format!("outcomes/{}", slug(followed.plan.as_str()));
            files.extend(both(Group::Pages, title, &path, &paper));
        }
        for line in store.notes(person.id)? {
            let paper = PaperRequest::Note { note: line.id };
            let number = line.session_number;
            let draft = line.signed_at.is_none();
            let mark = if draft { "-draft" } else { "" };
            let path = format!("notes/{}-session-{number}{mark}", line.on);
            let title = note_title(store, &line.id, lang)?;
            let note = both(Group::Notes, &title, &path, &paper);
            files.extend(note.map(|file| Planned { draft, ..file }));
        }
        for (place, sheet) in store.sheets(person.id)?.iter().enumerate() {
            let paper = PaperRequest::Sheet {
                person: person.id,
                sheet: sheet.id,
            };
            let title = words::sheet_title(app, sheet, lang);
            let title = format!("{title}, {}", long_date(lang, sheet.made_on));
            // The number keeps two copies of one day apart.
            let path = format!(
                "pages/{}-{}-{}",
                sheet.made_on,
                slug(sheet.topic.as_str()),
                place + 1
            );
            files.extend(both(Group::Pages, &title, &path, &paper));
        }
        Ok(files)
    })
}

fn note_title(store: &Store, note: &domain::NoteId, lang: Lang) -> Result<String> {
    let note = store.note(*note)?;
    Ok(format!(
        "{}, {}",
        note::title(&note),
        long_date(lang, note.on)
    ))
}

/// Ids of content have only letters, figures and hyphens; whatever else a foreign pack has is no part of a file's name.
fn slug(id: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    id.chars().map(plain).take(60).collect()
}

fn data(path: &str, title: &str, holds: Holds) -> Planned {
    Planned {
        path: path.to_owned(),
        draft: false,
        group: Group::Data,
        title: title.to_owned(),
        holds,
    }
}

/// To print and to read in a browser.
fn both(group: Group, title: &str, path: &str, paper: &PaperRequest) -> [Planned; 2] {
    [FileKind::Pdf, FileKind::Html].map(|kind| Planned {
        path: format!("{path}.{}", kind.ending()),
        draft: false,
        group,
        title: title.to_owned(),
        holds: Holds::Paper(paper.clone(), kind),
    })
}

/// Makes one file.
///
/// # Errors
/// Those of making pages and of reading the vault.
pub(crate) fn make(app: &App, person: PersonId, file: &Planned) -> Result<Zeroizing<Vec<u8>>> {
    match &file.holds {
        Holds::Record => record(app, person),
        Holds::Fhir => transaction(app, person),
        Holds::Paper(paper, kind) => {
            let size = app.with_store(|store| Ok(store.person(person)?.details.print_size))?;
            let size = if matches!(paper, PaperRequest::Note { .. }) {
                PrintSize::Normal
            } else {
                size
            };
            let ask = MakePaper {
                paper: paper.clone(),
                size,
                format: None,
            };
            Ok(paper::make(app, &ask, *kind)?.bytes)
        }
    }
}

/// Everything that is recorded of a person, as Waymark's own values.
fn record(app: &App, person: PersonId) -> Result<Zeroizing<Vec<u8>>> {
    let json = app.with_store(|store| {
        let person = store.person(person)?;
        let id = person.id;
        let mut sessions = Vec::new();
        let mut notes = Vec::new();
        for session in store.sessions(id)? {
            sessions.push(lookup::session(store, session.id)?);
            notes.extend(store.note_of(session.id)?);
        }
        Ok(json!({
            "format": "waymark-record-1",
            "written": app.now().local().to_rfc3339(),
            "statements": store.statements(id)?,
            "goals": store.goals(id)?,
            "practices": store.practices(id)?,
            "sessions": sessions,
            "notes": notes,
            "supporters": store.supporters(id)?,
            "consents": store.consents(id)?,
            "contacts": store.contacts(id)?,
            "endings": store.endings(id)?,
            "boosters": store.boosters(id)?,
            "sheets": store.sheets(id)?,
            "answers": store.all_answers(id)?,
            "planCopies": store.plan_copies(id)?,
            "rehearsals": store.rehearsals(id)?,
            "person": person,
        }))
    })?;
    bytes(&json)
}

/// Makes the first page, which leads to the files that were written.
///
/// # Errors
/// Those of reading the vault.
pub(crate) fn first_page(app: &App, person: PersonId, written: &[&Planned]) -> Result<Vec<u8>> {
    let listing = app.with_store(|store| {
        let person = store.person(person)?;
        let labels = Labels::of(person.details.language);
        let parts = [
            (&labels.meaning, statements(store, &person)?),
            (
                &labels.my_goals,
                [goals(store, &person, labels)?, files(written, Group::Goals)].concat(),
            ),
            (
                &labels.consent.heading,
                supporters(app, store, &person, labels)?,
            ),
            (&labels.session_notes, files(written, Group::Notes)),
            (&labels.filled_pages, files(written, Group::Pages)),
            (&labels.as_data, files(written, Group::Data)),
        ];
        Ok(Listing {
            title: person.details.preferred_name.clone(),
            under: person.details.record_number.clone(),
            lang: person.details.language,
            lead: labels.folder_lead.clone(),
            parts: parts
                .into_iter()
                .filter(|(_, entries)| !entries.is_empty())
                .map(|(heading, entries)| Part {
                    heading: heading.clone(),
                    entries,
                })
                .collect(),
        })
    })?;
    Ok(listing::write(&listing).into_bytes())
}

/// Every version of what recovery means, newest first.
fn statements(store: &Store, person: &Person) -> Result<Vec<Entry>> {
    let said = store.statements(person.id)?.into_iter();
    Ok(said
        .map(|statement| Entry::Words {
            words: statement.words,
            about: long_date(person.details.language, statement.on),
        })
        .collect())
}

fn goals(store: &Store, person: &Person, labels: &Labels) -> Result<Vec<Entry>> {
    let goals = store.goals(person.id)?.into_iter();
    Ok(goals
        .map(|goal| {
            let stands = match goal.status {
                GoalStatus::Active => &labels.goal_active,
                GoalStatus::Achieved => &labels.goal_achieved,
                GoalStatus::Changed => &labels.goal_changed,
                GoalStatus::Dropped => &labels.goal_dropped,
            };
            let since = long_date(person.details.language, goal.set_on);
            Entry::Words {
                about: format!("{since} – {stands}"),
                words: goal.words,
            }
        })
        .collect())
}

/// Who is on the person's side, and what they may see on this day.
fn supporters(app: &App, store: &Store, person: &Person, labels: &Labels) -> Result<Vec<Entry>> {
    let words = &labels.consent;
    let cards = supporters::cards(store, person.id, app.now().day())?.into_iter();
    Ok(cards
        .map(|card| {
            let details = card.supporter.details;
            let may: Vec<&str> = card.may.iter().map(|item| words.item(*item)).collect();
            let may = match may.as_slice() {
                [] => words.nothing.clone(),
                may => format!("{} {}", words.may, may.join(", ")),
            };
            let relation = details.relation.trim();
            Entry::Words {
                about: if relation.is_empty() {
                    may
                } else {
                    format!("{relation} – {may}")
                },
                words: details.name,
            }
        })
        .collect())
}

/// Puts the files of one thing on one line.
fn files(written: &[&Planned], group: Group) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for file in written.iter().filter(|file| file.group == group) {
        let kind = file
            .path
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_uppercase();
        let this = (kind, file.path.clone());
        match entries.last_mut() {
            Some(Entry::Files { title, files }) if *title == file.title && files.len() == 1 => {
                files.push(this)
            }
            _ => entries.push(Entry::Files {
                title: file.title.clone(),
                files: vec![this],
            }),
        }
    }
    entries
}
