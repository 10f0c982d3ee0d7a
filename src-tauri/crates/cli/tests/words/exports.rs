//! What leaves as data: FHIR, tables, a folder to read, an encrypted record, the notes of several days.

use std::fs;

use serde_json::Value;

use crate::desk::{Desk, PASSPHRASE};

const OTHER: &str = "nine slow ferries beyond the lighthouse";

/// A person of the sample with a signed note, by id.
fn somebody(desk: &Desk) -> (String, String) {
    let notes = desk.json(&["note", "list"]);
    let notes = notes.as_array().unwrap();
    let signed = notes.iter().find(|note| note["signed"] == true).unwrap();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    (word(&signed["person"]["id"]), word(&signed["id"]))
}

#[test]
fn a_note_and_a_record_are_written_as_fhir() {
    let desk = Desk::with_sample();
    let (person, note) = somebody(&desk);
    desk.well(&[
        "note",
        "export",
        &note,
        "--format",
        "fhir",
        "--out",
        "note.json",
    ]);
    desk.well(&[
        "export",
        "fhir",
        "--transaction",
        "--person",
        &person,
        "--out",
        "record.json",
        "--to",
        "the clinic",
    ]);
    let read = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(desk.path(name)).unwrap()).unwrap()
    };
    assert_eq!(read("note.json")["type"], "document");
    assert_eq!(read("note.json")["entry"][0]["resource"]["id"], note);
    assert_eq!(read("record.json")["type"], "transaction");
    assert_eq!(
        read("record.json")["entry"][0]["request"]["url"],
        format!("Patient/{person}")
    );
    let listed = desk.well(&["hand-off", "list"]);
    assert!(
        listed.lines().next().unwrap().contains("to the clinic"),
        "{listed}"
    );
    desk.refused(
        2,
        &["export", "fhir", "--person", &person, "--out", "x.json"],
        "",
    );
}

#[test]
fn tables_and_a_folder_say_what_is_there() {
    let desk = Desk::with_sample();
    let said = desk.json(&["export", "csv", "--out", "tables"]);
    assert_eq!(said["saved"].as_array().unwrap().len(), 13);
    assert!(
        fs::read_to_string(desk.path("tables/sessions.csv"))
            .unwrap()
            .starts_with("person,session,day,attendance,")
    );
    let input = format!("{PASSPHRASE}\n");
    desk.refused(
        2,
        &["export", "csv", "--out", "named", "--identified"],
        &input,
    );
    desk.well(&[
        "export",
        "csv",
        "--out",
        "named",
        "--identified",
        "--reason",
        "the yearly report",
        "--bom",
    ]);
    assert!(
        fs::read_to_string(desk.path("named/people.csv"))
            .unwrap()
            .starts_with("\u{FEFF}person,name,")
    );

    let (person, _) = somebody(&desk);
    let said = desk.well(&["export", "folder", "--person", &person, "--out", "theirs"]);
    assert!(said.contains("index.html") && desk.path("theirs/index.html").is_file());
}

#[test]
fn an_archive_is_written_opened_and_merged_with_its_own_passphrase() {
    let desk = Desk::with_sample();
    let (person, _) = somebody(&desk);
    let both = format!("{PASSPHRASE}\n{OTHER}\n");
    let write = [
        "archive",
        "write",
        "--person",
        &person,
        "--out",
        "one.waymark",
    ];
    let weak = desk.refused(1, &write, &format!("{PASSPHRASE}\npassword\n"));
    assert!(weak.contains("too easy"), "{weak}");
    let done = desk.run(&write, &both);
    assert_eq!((done.exit, done.err.as_str()), (0, ""), "{done:?}");

    let elsewhere = Desk::new();
    elsewhere.well(&["vault", "create"]);
    let file = fs::canonicalize(desk.path("one.waymark")).unwrap();
    let file = file.to_str().unwrap();
    elsewhere.refused(
        3,
        &["archive", "open", file],
        &format!("{PASSPHRASE}\nnot this one at all\n"),
    );
    let opened = elsewhere.run(&["archive", "open", file], &both);
    assert!(
        opened.exit == 0 && opened.out.contains("not in this vault yet"),
        "{opened:?}"
    );
    assert_eq!(
        elsewhere
            .json(&["person", "list"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let merged = elsewhere.run(&["archive", "merge", file], &both);
    assert!(
        merged.exit == 0 && merged.out.contains("came in"),
        "{merged:?}"
    );
    assert_eq!(
        elsewhere.json(&["session", "list", &person]),
        desk.json(&["session", "list", &person])
    );
    elsewhere.well(&["vault", "check"]);
}

#[test]
fn the_notes_of_some_days_are_written_and_counted() {
    let desk = Desk::with_sample();
    let batch = [
        "note",
        "batch",
        "--from",
        "2020-01-01",
        "--to",
        "2040-01-01",
        "--format",
        "text",
        "--out",
        "week",
    ];
    let said = desk.json(&batch);
    let saved = said["saved"].as_array().unwrap().len();
    assert!(saved > 3 && said["drafts"].as_u64().unwrap() > 0);
    assert_eq!(desk.names_in(&desk.path("week")).len(), saved);
    let input = format!("{PASSPHRASE}\n");
    let wrong = [
        "note",
        "batch",
        "--from",
        "2040-01-01",
        "--to",
        "2020-01-01",
        "--format",
        "text",
        "--out",
        "week",
    ];
    desk.refused(2, &wrong, &input);
}

#[test]
fn a_note_is_drafted_in_another_format_and_a_signed_one_stays_as_it_is() {
    let desk = Desk::with_sample();
    let notes = desk.json(&["note", "list"]);
    let with = |signed: bool| {
        let notes = notes.as_array().unwrap();
        let note = notes.iter().find(|note| note["signed"] == signed).unwrap();
        let session = note["session"].as_str().unwrap();
        (note["id"].as_str().unwrap(), session)
    };
    let unsigned = desk.json(&["note", "list", "--unsigned"]);
    let unsigned = unsigned.as_array().unwrap();
    assert!(!unsigned.is_empty() && unsigned.iter().all(|note| note["signed"] == false));
    let (note, session) = with(false);
    let drafted = desk.json(&["note", "draft", session, "--note-format", "soap"]);
    assert_eq!(drafted["note"], note, "the one there is");
    desk.well(&[
        "note", "export", note, "--format", "text", "--out", "note.txt",
    ]);
    let text = fs::read_to_string(desk.path("note.txt")).unwrap();
    let at = |heading: &str| text.find(heading).unwrap_or_else(|| panic!("{text}"));
    assert!(at("Subjective") < at("Objective") && at("Objective") < at("Assessment"));

    let (signed, session) = with(true);
    assert_eq!(desk.json(&["note", "draft", session])["signed"], true);
    let input = format!("{PASSPHRASE}\n");
    let said = desk.refused(
        1,
        &["note", "draft", session, "--note-format", "dap"],
        &input,
    );
    assert!(said.contains("signed"), "{signed}: {said}");
}
