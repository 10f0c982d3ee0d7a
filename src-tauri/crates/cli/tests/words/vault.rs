//! What needs a vault: lists, notes, a whole session, the passphrase, backups.

use std::fs;

use crate::desk::{Desk, PASSPHRASE, is_pdf};

#[test]
fn a_vault_is_made_once_and_checks_as_well_in_one_line() {
    let desk = Desk::new();
    let made = desk.json(&["vault", "create", "--recovery-sheet", "sheet.pdf"]);
    assert!(made["recoveryCode"].as_str().unwrap().len() > 20);
    assert_eq!(
        made["dataFolder"].as_str().unwrap(),
        desk.data().to_str().unwrap()
    );
    assert!(is_pdf(&desk.path("sheet.pdf")));

    let checked = desk.well(&["vault", "check"]);
    assert_eq!(checked.lines().count(), 1);
    assert!(
        checked.starts_with("The vault is well: encrypted"),
        "{checked}"
    );
    assert_eq!(desk.json(&["vault", "check"])["whole"], true);

    let again = desk.refused(1, &["vault", "create"], &format!("{PASSPHRASE}\n"));
    assert!(again.contains("already"), "{again}");
}

#[test]
fn people_sessions_and_notes_are_listed_for_people_and_for_scripts() {
    let desk = Desk::with_sample();
    let people = desk.json(&["person", "list"]);
    let people = people.as_array().unwrap();
    assert!(people.len() > 5, "the sample is large enough to look real");
    assert_eq!(desk.well(&["person", "list"]).lines().count(), people.len());

    let met = people
        .iter()
        .find(|person| person["sessions"].as_u64().unwrap() > 1)
        .unwrap();
    let id = met["card"]["id"].as_str().unwrap();
    let name = met["card"]["name"].as_str().unwrap();
    let sessions = desk.json(&["session", "list", id]);
    assert_eq!(
        sessions.as_array().unwrap().len() as u64,
        met["sessions"].as_u64().unwrap()
    );
    assert_eq!(sessions, desk.json(&["session", "list", name]));

    let notes = desk.json(&["note", "list"]);
    let notes = notes.as_array().unwrap();
    assert!(notes.iter().any(|note| note["signed"] == true));
    assert_eq!(desk.well(&["note", "list"]).lines().count(), notes.len());
}

#[test]
fn a_session_is_run_and_its_note_and_filled_handout_are_written() {
    let desk = Desk::with_sample();
    let before = desk.json(&["note", "list"]).as_array().unwrap().len();
    let ran = desk.json(&["session", "demo"]);
    let word = |key: &str| ran[key].as_str().unwrap().to_owned();

    let out = desk.path("note.pdf");
    desk.well(&[
        "note",
        "export",
        &word("note"),
        "--format",
        "pdf",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(is_pdf(&out));
    desk.well(&[
        "handout",
        "print",
        &word("topic"),
        "--lang",
        "en",
        "--size",
        "large",
        "--person",
        &word("person"),
        "--out",
        "handout.pdf",
    ]);
    assert!(is_pdf(&desk.path("handout.pdf")));
    assert_eq!(
        desk.names_in(desk.path("").as_path()),
        ["data", "handout.pdf", "note.pdf"],
        "no part file stays"
    );

    let notes = desk.json(&["note", "list"]);
    assert_eq!(notes.as_array().unwrap().len(), before + 1);
    let note = notes
        .as_array()
        .unwrap()
        .iter()
        .find(|note| note["id"] == ran["note"])
        .unwrap();
    assert_eq!(note["signed"], true);
}

#[test]
fn the_passphrase_comes_from_a_file_or_a_line_and_can_be_changed() {
    let desk = Desk::new();
    fs::write(desk.path("old"), format!("{PASSPHRASE}\r\nnot this line\n")).unwrap();
    let made = desk.run(&["--passphrase-file", "old", "vault", "create"], "");
    assert_eq!(made.exit, 0, "{made:?}");
    desk.well(&["vault", "check"]);

    let new = "nine slow ferries beyond the lighthouse";
    let changed = desk.run(&["vault", "passwd"], &format!("{PASSPHRASE}\n{new}\n"));
    assert_eq!(changed.exit, 0, "{changed:?}");
    desk.refused(3, &["vault", "check"], &format!("{PASSPHRASE}\n"));
    assert_eq!(desk.run(&["vault", "check"], &format!("{new}\n")).exit, 0);

    let weak = desk.refused(1, &["vault", "passwd"], &format!("{new}\npassword\n"));
    assert!(weak.contains("too easy"), "{weak}");
    assert_eq!(
        desk.run(&["vault", "check"], &format!("{new}\n")).exit,
        0,
        "a refused change changes nothing"
    );
}

#[test]
fn a_backup_opens_in_another_folder() {
    let desk = Desk::with_sample();
    let people = desk.json(&["person", "list"]);
    fs::create_dir(desk.path("backups")).unwrap();
    let made = desk.json(&["vault", "backup", "backups"]);
    let backup = made["path"].as_str().unwrap();
    assert_eq!(
        fs::metadata(desk.path(backup)).unwrap().len(),
        made["bytes"].as_u64().unwrap()
    );

    let elsewhere = Desk::new();
    let backup = fs::canonicalize(desk.path(backup)).unwrap();
    let backup = backup.to_str().unwrap();
    elsewhere.refused(
        3,
        &["vault", "restore", backup],
        "not the passphrase at all\n",
    );
    elsewhere.well(&["vault", "restore", backup]);
    assert_eq!(elsewhere.json(&["person", "list"]), people);
}

#[test]
fn a_backup_opens_with_the_recovery_code_and_asks_for_a_new_passphrase() {
    let desk = Desk::new();
    let made = desk.json(&["vault", "create"]);
    let code = made["recoveryCode"].as_str().unwrap();
    fs::create_dir(desk.path("backups")).unwrap();
    let made = desk.json(&["vault", "backup", "backups"]);
    let backup = fs::canonicalize(desk.path(made["path"].as_str().unwrap())).unwrap();
    let restore = [
        "vault",
        "restore",
        backup.to_str().unwrap(),
        "--recovery-code",
    ];

    let elsewhere = Desk::new();
    let new = "nine slow ferries beyond the lighthouse";
    elsewhere.refused(
        3,
        &restore,
        &format!("WRONG-CODES-WRONG-CODES-WRONG-CODES\n{new}\n"),
    );
    elsewhere.refused(2, &restore, &format!("{code}\n"));
    let weak = elsewhere.refused(1, &restore, &format!("{code}\npassword\n"));
    assert!(weak.contains("too easy"), "{weak}");
    elsewhere.refused(1, &["vault", "check"], "");
    let done = elsewhere.run(&restore, &format!("{code}\n{new}\n"));
    assert_eq!((done.exit, done.err.as_str()), (0, ""), "{done:?}");
    assert_eq!(
        elsewhere.run(&["vault", "check"], &format!("{new}\n")).exit,
        0
    );
    elsewhere.refused(3, &["vault", "check"], &format!("{PASSPHRASE}\n"));
}

#[test]
fn what_left_is_listed_with_to_whom_and_a_draft_is_called_one() {
    let desk = Desk::with_sample();
    let notes = desk.json(&["note", "list"]);
    let draft = notes
        .as_array()
        .unwrap()
        .iter()
        .find(|note| note["signed"] == false)
        .unwrap();
    let id = draft["id"].as_str().unwrap();
    let export = |out, to| {
        [
            "note", "export", id, "--format", "pdf", "--out", out, "--to", to,
        ]
    };
    desk.well(&export("draft.pdf", "Dr. Lund"));
    assert!(is_pdf(&desk.path("draft.pdf")));
    let input = format!("{PASSPHRASE}\n");
    desk.refused(1, &export("no/such/folder/x.pdf", "the team"), &input);

    let listed = desk.well(&["hand-off", "list"]);
    let lines: Vec<_> = listed.lines().collect();
    assert!(
        lines[0].contains("to the team") && lines[0].ends_with("did not leave"),
        "{listed}"
    );
    assert!(
        lines[1].contains("note (draft)")
            && lines[1].contains("to Dr. Lund")
            && lines[1].ends_with("  left"),
        "{listed}"
    );
    let told = desk.json(&["hand-off", "list"]);
    assert_eq!(told[1]["to"], "Dr. Lund");
    assert_eq!(
        (&told[0]["outcome"], &told[1]["draft"]),
        (&"stayed".into(), &true.into())
    );
    assert_eq!(told.as_array().unwrap().len(), lines.len());
}
