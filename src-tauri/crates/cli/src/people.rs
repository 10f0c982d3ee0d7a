//! People: listed, added, brought in from a table, erased.

use std::{collections::BTreeMap, fs, path::Path};

use api::{act, content, view, wire::*};
use domain::{Lang, person::PersonDetails, settings::PrintSize};
use serde_json::json;

use crate::{
    Desk,
    args::PersonCommand,
    output::Printed,
    records::{everybody, find, person_row},
    sentences::Failure,
    vault,
};

/// Runs a command about people.
pub fn run(desk: &Desk, command: PersonCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        PersonCommand::List => {
            let people = everybody(desk)?;
            let rows: Vec<_> = people.iter().map(person_row).collect();
            Printed::table(&rows, &people)
        }
        PersonCommand::Add {
            name,
            record_number,
            lang,
        } => add(desk, name, record_number, lang),
        PersonCommand::Import {
            file,
            map,
            dry_run,
            also_twice,
        } => import(desk, &file, map.as_deref(), dry_run, also_twice),
        PersonCommand::Erase { person, reason } => erase(desk, &person, reason),
    }
}

fn add(
    desk: &Desk,
    name: String,
    record_number: String,
    lang: Option<Lang>,
) -> Result<Printed, Failure> {
    let language = lang.unwrap_or(desk.app.settings().language);
    let details = PersonDetails {
        preferred_name: name,
        record_number,
        language,
        print_size: PrintSize::Normal,
        course: desk.tell(content::usual_course(&desk.app, language))?,
        track: None,
        pace: None,
        started_on: desk.app.now().day(),
        next_meeting: None,
        active: true,
    };
    let change = desk.tell(act::people::add_person(&desk.app, AddPerson { details }))?;
    let id = change.made.map(|id| id.to_string()).unwrap_or_default();
    Printed::line(format!("Added {id}"), &json!({ "person": id }))
}

fn import(
    desk: &Desk,
    file: &Path,
    map: Option<&Path>,
    dry_run: bool,
    also_twice: bool,
) -> Result<Printed, Failure> {
    let path = file.display().to_string();
    let look = |how| {
        let path = path.clone();
        desk.tell(view::caseload::look_at_caseload(
            &desk.app,
            LookAtCaseload { path, how },
        ))
    };
    let mut seen = look(None)?;
    if let Some(map) = map {
        let columns = mapped(&seen.columns, map)?;
        seen = look(Some(CaseloadHow {
            columns,
            headings: true,
            ..seen.how
        }))?;
    }
    let twice = if also_twice { seen.twice } else { 0 };
    let coming = seen.ready + twice;
    let mut text = String::new();
    for line in &seen.lines {
        for fault in &line.faults {
            text.push_str(&format!("line {}: {}\n", line.line, fault_sentence(fault)));
        }
        if let Some(twice) = line.twice.as_ref().filter(|_| line.faults.is_empty()) {
            text.push_str(&format!("line {}: {}\n", line.line, twice_sentence(twice)));
        }
    }
    if !dry_run && coming > 0 {
        let also = seen
            .lines
            .iter()
            .filter(|line| also_twice && line.twice.is_some());
        let ask = ImportCaseload {
            path: path.clone(),
            how: seen.how.clone(),
            seen: seen.seen.clone(),
            also: also.map(|line| line.line).collect(),
        };
        desk.tell(act::caseload::import_caseload(&desk.app, ask))?;
    }
    text.push_str(&format!(
        "{} {coming} of {} rows; {} with a fault, {} there already.",
        if dry_run {
            "Would bring in"
        } else {
            "Brought in"
        },
        seen.rows,
        seen.faulty,
        seen.twice
    ));
    Printed::line(
        text,
        &json!({ "broughtIn": if dry_run { 0 } else { coming }, "wouldBringIn": coming, "table": seen }),
    )
}

/// What each column holds, by the headings that a file of JSON names.
fn mapped(columns: &[CaseloadHeading], map: &Path) -> Result<Vec<Option<CaseloadColumn>>, Failure> {
    let wrong = |why: String| {
        Failure::wrong_use(&format!(
            "{} says not which heading holds what ({why}); write it as {{\"Navn\": \"name\", \"Start\": \"startedOn\"}}.",
            map.display()
        ))
    };
    let text = fs::read_to_string(map).map_err(|error| wrong(error.kind().to_string()))?;
    let map: BTreeMap<String, CaseloadColumn> =
        serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    if let Some(unknown) = map
        .keys()
        .find(|heading| !columns.iter().any(|column| column.heading == **heading))
    {
        return Err(wrong(format!("there is no heading “{unknown}”")));
    }
    Ok(columns
        .iter()
        .map(|column| map.get(&column.heading).copied())
        .collect())
}

fn fault_sentence(fault: &RowFault) -> String {
    match fault {
        RowFault::NameMissing => "there is no name.".to_owned(),
        RowFault::TooManyCells => "there are more cells than columns; put quotation marks around a cell that holds the separator.".to_owned(),
        RowFault::TooLong { .. } => "a text is too long for a name or number; look for a quotation mark that is not closed.".to_owned(),
        RowFault::NoDay { text, .. } => format!("“{text}” is no day."),
        RowFault::Ahead { text } => format!("“{text}” has not come yet, so no course began then."),
        RowFault::GoneBy { text } => format!("“{text}” has gone by, so it is no next appointment."),
        RowFault::FarOff { text, .. } => format!("“{text}” is too far off to be meant."),
        RowFault::NoLanguage { text } => format!("“{text}” is none of en, da and nb."),
    }
}

fn twice_sentence(twice: &Twice) -> String {
    let what = if twice.same_number {
        "record number"
    } else {
        "name"
    };
    match twice.line {
        Some(line) => {
            format!("has the {what} of line {line}; --also-twice brings it in all the same.")
        }
        None => format!(
            "has the {what} of “{}”, who is there already; --also-twice brings it in all the same.",
            twice.name
        ),
    }
}

const fn erased_words(kind: ErasedKind) -> &'static str {
    match kind {
        ErasedKind::Details => "name and details",
        ErasedKind::Statements => "statements",
        ErasedKind::Sessions => "sessions",
        ErasedKind::Goals => "goals",
        ErasedKind::Practices => "promises",
        ErasedKind::Supporters => "supporters and consents",
        ErasedKind::Answers => "copies and answers",
        ErasedKind::Events => "events and what was measured",
        ErasedKind::Notes => "notes",
        ErasedKind::Addenda => "addenda",
        ErasedKind::HandOffs => "lines of what left",
        ErasedKind::Endings => "ends and boosters",
    }
}

fn erase(desk: &Desk, word: &str, reason: String) -> Result<Printed, Failure> {
    let person = find(desk, word)?;
    let everybody = everybody(desk)?;
    let name = everybody.into_iter().find(|row| row.card.id == person);
    let name = name.map(|row| row.card.name).unwrap_or_default();
    let receipt = desk.tell(act::erasure::erase_person(
        &desk.app,
        ErasePerson {
            person,
            name,
            reason,
        },
    ))?;
    let list = |counted: &[Counted]| {
        let each = counted
            .iter()
            .map(|each| format!("{} {}", each.count, erased_words(each.what)));
        each.collect::<Vec<_>>().join(", ")
    };
    let mut text = format!(
        "Erased for good, entry {} of the ledger.\nremoved: {}",
        receipt.entry,
        list(&receipt.removed)
    );
    if !receipt.emptied.is_empty() {
        text.push_str(&format!(
            "\nemptied, since something sealed stands on it: {}",
            list(&receipt.emptied)
        ));
    }
    text.push_str("\nBackups and files made before still hold it; erase them as well.");
    Printed::line(text, &receipt)
}
