//! One sentence, the right exit code, and nothing left behind.

use std::fs;

use crate::desk::{Desk, PASSPHRASE};
#[cfg(target_os = "linux")]
use crate::small_disk::SmallDisk;

#[test]
fn wrong_use_is_refused_with_two() {
    let desk = Desk::new();
    for args in [
        &[][..],
        &["vault"],
        &["vault", "burn"],
        &["session", "list"],
        &[
            "note",
            "export",
            "not-an-id",
            "--format",
            "pdf",
            "--out",
            "x.pdf",
        ],
        &[
            "note",
            "export",
            "018f0000-0000-7000-8000-000000000001",
            "--format",
            "doc",
            "--out",
            "x.pdf",
        ],
        &[
            "handout", "print", "x", "--lang", "xx", "--size", "normal", "--out", "x.pdf",
        ],
        &[
            "handout", "print", "x", "--lang", "en", "--size", "huge", "--out", "x.pdf",
        ],
        &["handout", "print", "x", "--lang", "en", "--size", "normal"],
        &[
            "vault",
            "create",
            "--passphrase",
            "given on the command line",
        ],
        &["vault", "restore", "no-such-backup"],
        &["--passphrase-file", "no-such-file", "vault", "create"],
    ] {
        desk.refused(2, args, "");
    }
    desk.refused(2, &["vault", "create"], "");
    desk.refused(2, &["vault", "create"], "\n");
    assert!(desk.names_in(&desk.path("")).is_empty());
}

#[test]
fn without_a_vault_nobody_is_asked_for_a_passphrase() {
    let desk = Desk::new();
    for args in [
        &["vault", "check"][..],
        &["vault", "passwd"],
        &["vault", "backup", "."],
        &["person", "list"],
        &["note", "list"],
    ] {
        let sentence = desk.refused(1, args, "");
        assert!(sentence.contains("vault create"), "{sentence}");
    }
}

#[test]
fn a_wrong_passphrase_is_three_any_number_of_times_and_the_right_one_opens() {
    let desk = Desk::new();
    desk.well(&["vault", "create"]);
    for _ in 0..3 {
        desk.refused(
            3,
            &["person", "list"],
            "seven loud lanterns by the harbour\n",
        );
    }
    desk.well(&["person", "list"]);
}

#[test]
fn damage_is_four_and_says_what_to_do() {
    let desk = Desk::with_sample();
    let whole = desk.everything();
    let database = desk.database();
    let bytes = fs::read(&database).unwrap();
    let mut torn = bytes.clone();
    let middle = torn.len() / 2;
    torn[middle..middle + 64].fill(0xA5);
    for damaged in [
        torn.as_slice(),
        &bytes[..bytes.len() / 3],
        b"just a letter to somebody",
    ] {
        fs::write(&database, damaged).unwrap();
        let sentence = desk.refused(4, &["vault", "check"], &format!("{PASSPHRASE}\n"));
        assert!(sentence.contains("restore"), "{sentence}");
        // All files together: an older database beside a newer head is damage too.
        desk.put_back(&whole);
        desk.well(&["vault", "check"]);
    }
}

#[test]
fn an_older_database_is_noticed_as_missing_saves() {
    let desk = Desk::with_sample();
    let older = fs::read(desk.database()).unwrap();
    desk.well(&["session", "demo"]);
    fs::write(desk.database(), older).unwrap();
    let sentence = desk.refused(4, &["vault", "check"], &format!("{PASSPHRASE}\n"));
    assert!(sentence.contains("saves missing"), "{sentence}");
}

#[test]
fn a_foreign_backup_is_four_and_leaves_the_vault_alone() {
    let desk = Desk::new();
    desk.well(&["vault", "create"]);
    fs::write(desk.path("foreign"), b"just a letter to somebody").unwrap();
    desk.refused(
        4,
        &["vault", "restore", "foreign"],
        &format!("{PASSPHRASE}\n"),
    );
    desk.well(&["vault", "check"]);
}

#[test]
fn a_file_that_could_not_be_finished_is_not_left_behind() {
    let desk = Desk::new();
    let print = |out: &str| {
        let args = [
            "handout",
            "print",
            "what-is-recovery",
            "--lang",
            "en",
            "--size",
            "normal",
            "--out",
            out,
        ];
        desk.refused(1, &args, "")
    };
    let gone = print("no/such/folder/x.pdf");
    assert!(gone.contains("no/such/folder/x.pdf"), "{gone}");
    fs::create_dir(desk.path("taken.pdf")).unwrap();
    print("taken.pdf");
    assert_eq!(desk.names_in(&desk.path("")), ["taken.pdf"]);
    assert!(desk.names_in(&desk.path("taken.pdf")).is_empty());
}

#[test]
fn nobody_by_that_name_and_no_such_note_are_told_apart_from_wrong_use() {
    let desk = Desk::with_sample();
    let line = format!("{PASSPHRASE}\n");
    assert!(
        desk.refused(1, &["session", "list", "Nobody N."], &line)
            .contains("person list")
    );
    let note = "018f0000-0000-7000-8000-000000000001";
    desk.refused(
        1,
        &["note", "export", note, "--format", "pdf", "--out", "x.pdf"],
        &line,
    );
    assert_eq!(desk.names_in(&desk.path("")), ["data"]);
}

#[test]
fn the_recovery_code_is_shown_even_if_its_sheet_cannot_be_written() {
    let desk = Desk::new();
    let args = [
        "vault",
        "create",
        "--recovery-sheet",
        "no/such/folder/sheet.pdf",
    ];
    let said = desk.run(&args, &format!("{PASSPHRASE}\n"));
    assert_eq!((said.exit, said.err.lines().count()), (1, 1), "{said:?}");
    assert!(said.out.contains("Recovery code"), "{said:?}");
    desk.well(&["vault", "check"]);
}

#[test]
fn settings_that_cannot_be_read_are_said_in_one_sentence_and_the_work_is_done() {
    let desk = Desk::new();
    desk.well(&["handout", "list"]);
    fs::create_dir_all(desk.data()).unwrap();
    fs::write(desk.path("data/settings.json"), "{ \"site\": ").unwrap();
    let said = desk.run(&["handout", "list"], "");
    assert_eq!((said.exit, said.err.lines().count()), (0, 1), "{said:?}");
    assert!(
        said.err.contains("no second copy") && said.err.contains("crisis contacts"),
        "{}",
        said.err
    );
    fs::write(
        desk.path("data/settings.saved.json"),
        "{ \"site\": \"Havnen\" }",
    )
    .unwrap();
    let said = desk.run(&["handout", "list"], "");
    assert!(said.err.contains("saved last are in use"), "{}", said.err);
    assert_eq!(
        desk.names_in(&desk.data()),
        ["settings.json", "settings.saved.json"]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_everything_is_listed_and_it_is_said_that_nothing_can_be_saved() {
    let desk = Desk::new();
    let Some(disk) = SmallDisk::on(desk.data(), "size=32m") else {
        return;
    };
    desk.well(&["vault", "create", "--sample"]);
    let people = desk.well(&["person", "list"]);
    disk.fill();
    let listed = desk.run(&["person", "list"], &format!("{PASSPHRASE}\n"));
    let refused = desk.run(&["session", "demo"], &format!("{PASSPHRASE}\n"));
    drop(disk);
    assert_eq!((listed.exit, listed.out), (0, people));
    assert_eq!(listed.err.lines().count(), 1, "{}", listed.err);
    assert!(
        listed.err.contains("full") && listed.err.contains("nothing saved"),
        "{}",
        listed.err
    );
    assert_eq!(refused.exit, 1, "{refused:?}");
    let last = refused.err.lines().last().unwrap();
    assert!(
        last.starts_with("The disk with ") && last.contains("is full and nothing was written"),
        "{last}"
    );
}
