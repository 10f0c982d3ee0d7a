//! People, sessions and notes: lists, and the note as a file.

use std::path::Path;

use api::{Outcome, act, view, wire::*};
use domain::{
    NoteId, PersonId, SessionId,
    note::{NoteFormat, NoteState},
    session::Attendance,
    settings::PrintSize,
};
use serde_json::json;

use crate::{
    Desk,
    args::{HandOffCommand, NoteCommand, SessionCommand},
    output::{self, Printed},
    sentences::Failure,
    vault,
};

/// Runs a command about sessions.
pub fn session(desk: &Desk, command: SessionCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        SessionCommand::List { person } => {
            let person = find(desk, &person)?;
            let sessions = sessions_of(desk, person)?;
            let rows: Vec<_> = sessions.iter().map(session_row).collect();
            Printed::table(&rows, &sessions)
        }
        SessionCommand::Demo => demo(desk),
    }
}

/// Runs a command about notes.
pub fn note(desk: &Desk, command: NoteCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        NoteCommand::List { unsigned } => list_notes(desk, unsigned),
        NoteCommand::Draft {
            session,
            note_format,
        } => draft(desk, session, note_format.map(NoteFormat::from)),
        NoteCommand::Export {
            note,
            format,
            out,
            to,
        } => export(desk, note, format.into(), &to, &out),
        NoteCommand::Batch {
            from,
            until,
            format,
            out,
            waiting,
            recipient,
        } => {
            let which = WhichNotes {
                from,
                until,
                waiting,
            };
            batch(desk, &which, format.into(), &recipient, &out)
        }
    }
}

/// Runs a command about what left.
pub fn hand_off(desk: &Desk, command: HandOffCommand) -> Result<Printed, Failure> {
    match command {
        HandOffCommand::List => {
            vault::open(desk)?;
            let view = desk.tell(view::hand_off::hand_off(&desk.app, Nothing {}))?;
            let rows: Vec<_> = view.left.iter().map(hand_off_row).collect();
            Printed::table(&rows, &view.left)
        }
    }
}

fn hand_off_row(line: &HandOffLine) -> Vec<String> {
    let what = if line.draft {
        format!("{} (draft)", line.what)
    } else {
        line.what.clone()
    };
    let (record, name) = line.person.as_ref().map_or(("", ""), |person| {
        (person.record_number.as_str(), person.name.as_str())
    });
    let outcome = match line.outcome {
        Outcome::Left => "left",
        Outcome::Stayed => "did not leave",
        Outcome::Begun => "begun, not known whether it left",
    };
    let to = match line.to.as_str() {
        "" => "not said to whom".to_owned(),
        to => format!("to {to}"),
    };
    vec![
        line.at.local().format("%Y-%m-%d %H:%M").to_string(),
        what,
        line.format.clone(),
        record.to_owned(),
        name.to_owned(),
        to,
        outcome.to_owned(),
    ]
}

/// Finds a person by id, record number or name.
pub fn find(desk: &Desk, word: &str) -> Result<PersonId, Failure> {
    let people = everybody(desk)?;
    let is = |test: &dyn Fn(&PersonCard) -> bool| -> Vec<PersonId> {
        let cards = people.iter().map(|row| &row.card);
        cards
            .filter(|card| test(card))
            .map(|card| card.id)
            .collect()
    };
    let id = word.parse::<PersonId>().ok();
    let mut found = is(&|card| Some(card.id) == id || card.record_number == word);
    if found.is_empty() {
        found = is(&|card| card.name.to_lowercase() == word.to_lowercase());
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Failure::other(format!(
            "There is no person “{word}”; `waymark-cli person list` shows everybody."
        ))),
        _ => Err(Failure::wrong_use(&format!(
            "More than one person goes by “{word}”; give the id that `waymark-cli person list` shows."
        ))),
    }
}

/// Everybody, by name.
pub fn everybody(desk: &Desk) -> Result<Vec<PeopleRow>, Failure> {
    Ok(desk
        .tell(view::people::people(&desk.app, Nothing {}))?
        .people)
}

fn sessions_of(desk: &Desk, person: PersonId) -> Result<Vec<SessionGlance>, Failure> {
    Ok(desk
        .tell(view::person::person(&desk.app, OfPerson { person }))?
        .sessions)
}

/// A person as a line of a list.
pub fn person_row(row: &PeopleRow) -> Vec<String> {
    let last = row
        .last_session_on
        .map_or_else(|| "–".to_owned(), |on| on.to_string());
    vec![
        row.card.id.to_string(),
        row.card.record_number.clone(),
        row.card.name.clone(),
        if row.sessions == 1 {
            "1 session".to_owned()
        } else {
            format!("{} sessions", row.sessions)
        },
        format!("last {last}"),
    ]
}

fn session_row(session: &SessionGlance) -> Vec<String> {
    let state = match (session.closed, session.attendance == Attendance::Present) {
        (false, _) => "open",
        (true, true) => "closed",
        (true, false) => "not held",
    };
    let minutes = session
        .minutes
        .map_or_else(String::new, |minutes| format!("{minutes} min"));
    let note = session
        .note
        .as_ref()
        .map_or_else(|| "no note".to_owned(), note_state);
    vec![
        session.id.to_string(),
        session.number.to_string(),
        session.on.to_string(),
        state.to_owned(),
        minutes,
        note,
        session.topics.join(", "),
    ]
}

fn note_state(note: &NoteCard) -> String {
    let state = if note.signed {
        "signed note"
    } else {
        "draft note"
    };
    format!("{state} {}", note.id)
}

fn list_notes(desk: &Desk, unsigned: bool) -> Result<Printed, Failure> {
    let mut notes = Vec::new();
    for row in everybody(desk)? {
        let sessions = sessions_of(desk, row.card.id)?;
        notes.extend(sessions.into_iter().filter_map(|session| session.note));
    }
    notes.retain(|note| !(unsigned && note.signed));
    notes.sort_by_key(|note| std::cmp::Reverse((note.on, note.id)));
    let rows: Vec<_> = notes
        .iter()
        .map(|note| {
            let state = if note.signed { "signed" } else { "draft" };
            vec![
                note.id.to_string(),
                note.on.to_string(),
                state.to_owned(),
                note.person.record_number.clone(),
                note.person.name.clone(),
            ]
        })
        .collect();
    Printed::table(&rows, &notes)
}

fn draft(desk: &Desk, session: SessionId, format: Option<NoteFormat>) -> Result<Printed, Failure> {
    let ask = DraftNote { session, format };
    let drafted = desk.tell(act::notes::draft_note(&desk.app, ask))?;
    let Some(note) = drafted.made.map(NoteId::new) else {
        return Err(Failure::other("The note was not drafted.".to_owned()));
    };
    let there = desk
        .tell(view::note::note(&desk.app, OfNote { note }))?
        .note;
    let is_draft = matches!(there.state, NoteState::Draft);
    if let Some(format) = format
        && format != there.format
    {
        desk.tell(act::notes::set_note_format(
            &desk.app,
            SetNoteFormat { note, format },
        ))?;
    }
    let text = if is_draft {
        format!("draft note {note}")
    } else {
        format!("signed note {note}")
    };
    Printed::line(text, &json!({ "note": note, "signed": !is_draft }))
}

fn export(
    desk: &Desk,
    note: NoteId,
    kind: FileKind,
    to: &str,
    out: &Path,
) -> Result<Printed, Failure> {
    let paper = MakePaper {
        paper: PaperRequest::Note { note },
        size: PrintSize::Normal,
        format: None,
    };
    let kept = desk.tell(act::hand_off::save_paper_in(
        &desk.app, &paper, to, kind, out,
    ))?;
    output::wrote(out, kept)
}

/// Writes notes, and names what is not there.
fn batch(
    desk: &Desk,
    which: &WhichNotes,
    kind: FileKind,
    to: &str,
    out: &Path,
) -> Result<Printed, Failure> {
    if which.from > which.until {
        return Err(Failure::wrong_use(
            "--from is later than --to; exchange the two days.",
        ));
    }
    let done = desk.tell(act::batch::save_notes_in(&desk.app, which, kind, to, out))?;
    let mut rows: Vec<_> = done
        .saved
        .iter()
        .map(|saved| vec!["Wrote".to_owned(), saved.path.clone()])
        .collect();
    rows.extend(done.not_saved.iter().map(|left| {
        let note = &left.note;
        let which = format!("{} of {}, {}", note.id, note.on, note.person.name);
        vec!["Not written:".to_owned(), which]
    }));
    if done.drafts > 0 {
        let text = format!("{} not signed yet, and left out", done.drafts);
        rows.push(vec!["Drafts:".to_owned(), text]);
    }
    let printed = Printed::table(&rows, &done)?;
    Ok(match done.not_saved.first() {
        Some(left) => printed.failing(Failure::of(&left.error, desk.app.data_dir())),
        None => printed,
    })
}

fn demo(desk: &Desk) -> Result<Printed, Failure> {
    let run = desk.tell(sample::run_session(&desk.app))?;
    let (person, note, topic) = (run.person, run.note, run.topic);
    let text =
        format!("Ran a session and signed its note.\nperson {person}\nnote {note}\ntopic {topic}");
    Printed::line(
        text,
        &json!({ "person": person, "note": note, "topic": topic }),
    )
}
