//! What opening finds is kept in the vault until somebody acknowledges it by name. Losses that follow from damage to single
//! files are in `damage`; here somebody puts files back, or the program is cut off.

use std::fs;

use rusqlite::config::DbConfig;
use store::{About, FindingKind, Op, Store};
use tempfile::TempDir;

use crate::{kit::*, thief::*};

fn vault(dir: &TempDir, name: &str) -> std::path::PathBuf {
    dir.path().join("vault").join(name)
}

/// A closed vault with Maria, and the folder as it lay a day earlier, with five sessions less.
fn today_and_yesterday() -> (TempDir, TempDir) {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    store.settle().unwrap();
    let yesterday = folder();
    copy_folder(dir.path(), yesterday.path());
    for n in 1..=5 {
        save_session(&mut store, &session(1, n));
    }
    store.close().unwrap();
    (dir, yesterday)
}

fn put_back(from: &TempDir, to: &TempDir, names: &[&str]) {
    for name in names {
        fs::copy(vault(from, name), vault(to, name)).unwrap();
    }
}

fn acknowledge(store: &mut Store, number: u32) {
    store
        .transact(Op::Acknowledge, About::vault(), at(7), |tx| {
            tx.acknowledge(number, "Signe Holm")
        })
        .unwrap();
}

/// The vault is not well until every finding is acknowledged by name; then it is, for good.
fn is_said_until_acknowledged(dir: &TempDir, expected: &[(FindingKind, u64)]) {
    for _ in 0..3 {
        let store = open(dir.path()).unwrap();
        assert_eq!(found(&store), expected);
        let report = store.check().unwrap();
        assert!(
            !report.is_well() && report.problems.is_empty(),
            "{report:?}"
        );
        assert_eq!(report.findings, store.findings().unwrap());
        store.close().unwrap();
    }
    let mut store = open(dir.path()).unwrap();
    let findings = store.findings().unwrap();
    for finding in findings {
        assert!(!store.check().unwrap().is_well());
        acknowledge(&mut store, finding.number);
    }
    assert!(store.check().unwrap().is_well());
    store.close().unwrap();
    for _ in 0..2 {
        let store = open(dir.path()).unwrap();
        assert_eq!(found(&store), []);
        assert!(store.check().unwrap().is_well());
        store.close().unwrap();
    }
}

#[test]
fn an_older_database_is_said_until_acknowledged() {
    let (dir, yesterday) = today_and_yesterday();
    put_back(&yesterday, &dir, &["vault.db"]);
    is_said_until_acknowledged(&dir, &[(FindingKind::SavesMissing, 5)]);
}

#[test]
fn an_older_database_that_went_on_as_far_is_another_one() {
    let (dir, yesterday) = today_and_yesterday();
    let mut other = open(yesterday.path()).unwrap();
    for n in 11..=18 {
        save_session(&mut other, &session(1, n));
    }
    other.close().unwrap();
    put_back(&yesterday, &dir, &["vault.db"]);
    is_said_until_acknowledged(&dir, &[(FindingKind::Forked, 1)]);
}

#[test]
fn a_head_that_is_missing_torn_forged_or_of_another_vault_is_said_until_acknowledged() {
    let (other, _) = today_and_yesterday();
    let (dir, _) = today_and_yesterday();
    let head = fs::read_to_string(vault(&dir, "vault.head")).unwrap();
    // One who has no key writes a head that says one save less, and one that says many more.
    let line = head.lines().next().unwrap();
    let sequence = line.split(' ').nth(3).unwrap();
    let forged = |to: &str| format!("{}\n", line.replacen(sequence, to, 1)).repeat(2);
    for (bytes, kind) in [
        (None, FindingKind::HeadGone),
        (Some(String::new()), FindingKind::HeadUnreadable),
        (
            Some(head[..head.len() / 3].to_owned()),
            FindingKind::HeadUnreadable,
        ),
        (Some("x".repeat(9_999)), FindingKind::HeadUnreadable),
        (
            Some(forged("00000000000000000003")),
            FindingKind::HeadUnreadable,
        ),
        (
            Some(forged("00000000000000009999")),
            FindingKind::HeadUnreadable,
        ),
        (
            Some(fs::read_to_string(vault(&other, "vault.head")).unwrap()),
            FindingKind::HeadOfAnother,
        ),
    ] {
        let (dir, _) = today_and_yesterday();
        match bytes {
            None => fs::remove_file(vault(&dir, "vault.head")).unwrap(),
            // Forged lines keep the name of the vault they are put into.
            Some(bytes) => {
                let name = fs::read_to_string(vault(&dir, "vault.head")).unwrap();
                let own = name.split(' ').nth(2).unwrap();
                let was = line.split(' ').nth(2).unwrap();
                fs::write(vault(&dir, "vault.head"), bytes.replace(was, own)).unwrap();
            }
        }
        is_said_until_acknowledged(&dir, &[(kind, 0)]);
    }
}

#[test]
fn a_head_of_which_one_line_is_torn_still_tells() {
    let (dir, yesterday) = today_and_yesterday();
    let mut head = fs::read(vault(&dir, "vault.head")).unwrap();
    let line = head.len() / 2;
    let newest = head.clone();
    put_back(&yesterday, &dir, &["vault.db"]);
    // Seven rows: the seventh stands in the second line, the sixth in the first.
    head[line + 40] ^= 1;
    fs::write(vault(&dir, "vault.head"), &head).unwrap();
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store), [(FindingKind::SavesMissing, 4)]);
    store.close().unwrap();
    put_back(&yesterday, &dir, &["vault.db"]);
    fs::write(vault(&dir, "vault.head"), &newest).unwrap();
    assert_eq!(
        found(&open(dir.path()).unwrap()),
        [(FindingKind::SavesMissing, 5)]
    );
}

/// Said honestly: these are not found by the files alone. The end of the trail that is printed on signed paper shows them.
#[test]
fn an_older_head_and_a_whole_older_folder_are_told_by_the_printed_end_of_the_trail_alone() {
    let (dir, yesterday) = today_and_yesterday();
    put_back(&yesterday, &dir, &["vault.head"]);
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store), []);
    assert_eq!(store.sessions(person_id(1)).unwrap().len(), 5);
    let printed = store.chain_tip();
    store.close().unwrap();

    put_back(&yesterday, &dir, &["vault.db", "vault.head"]);
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store), []);
    assert!(store.sessions(person_id(1)).unwrap().is_empty());
    assert!(store.chain_tip().sequence < printed.sequence);
}

#[test]
fn a_program_that_is_cut_off_between_noting_a_loss_and_the_new_head_forgets_nothing() {
    let (dir, yesterday) = today_and_yesterday();
    let head = fs::read(vault(&dir, "vault.head")).unwrap();
    put_back(&yesterday, &dir, &["vault.db"]);
    open(dir.path()).unwrap().close().unwrap();
    // The finding is in the vault, and the head is still that from before.
    fs::write(vault(&dir, "vault.head"), &head).unwrap();
    let store = open(dir.path()).unwrap();
    let kinds = found(&store);
    assert_eq!(kinds[0], (FindingKind::SavesMissing, 5));
    // The same loss is said a second time rather than never; both are acknowledged.
    assert!(
        kinds[1..]
            .iter()
            .all(|(kind, _)| *kind == FindingKind::SavesMissing)
    );
    store.close().unwrap();
    is_said_until_acknowledged(&dir, &kinds);

    // Cut off while the new head is written: it is empty.
    fs::write(vault(&dir, "vault.head"), "").unwrap();
    is_said_until_acknowledged(&dir, &[(FindingKind::HeadUnreadable, 0)]);
}

#[test]
fn findings_survive_what_does_not_concern_them() {
    let (dir, yesterday) = today_and_yesterday();
    put_back(&yesterday, &dir, &["vault.db"]);
    let mut store = open(dir.path()).unwrap();
    save_person(&mut store, &person(2));
    save_session(&mut store, &session(2, 1));
    store.undo(None, at(8)).unwrap();
    let expected = [(FindingKind::SavesMissing, 5)];
    assert_eq!(found(&store), expected);
    let backups = folder();
    let made = make_backup(&mut store, backups.path(), at(9)).unwrap();
    let words = passphrase();
    store.new_data_key(&words, at(10)).unwrap();
    assert_eq!(found(&store), expected);
    store.close().unwrap();
    assert_eq!(found(&open(dir.path()).unwrap()), expected);
    let restored = folder();
    let secret = store::Secret::Passphrase(&words);
    store::restore(&made.path, restored.path(), secret, at(11)).unwrap();
    assert_eq!(found(&open(restored.path()).unwrap()), expected);
}

#[test]
fn two_losses_are_two_findings_and_one_name_acknowledges_one() {
    let (dir, yesterday) = today_and_yesterday();
    put_back(&yesterday, &dir, &["vault.db"]);
    let mut store = open(dir.path()).unwrap();
    store.settle().unwrap();
    let between = fs::read(vault(&dir, "vault.db")).unwrap();
    for n in 1..=3 {
        save_session(&mut store, &session(1, n));
    }
    store.close().unwrap();
    fs::write(vault(&dir, "vault.db"), between).unwrap();
    let mut store = open(dir.path()).unwrap();
    let both = [
        (FindingKind::SavesMissing, 5),
        (FindingKind::SavesMissing, 3),
    ];
    assert_eq!(found(&store), both);
    let first = store.findings().unwrap()[0].number;
    acknowledge(&mut store, first);
    assert_eq!(found(&store), both[1..]);
    assert!(!store.check().unwrap().is_well());
}

#[test]
fn triggers_that_are_missing_changed_or_added_are_named_at_open_and_by_the_check() {
    type Change = (&'static str, &'static [&'static str]);
    let changes: &[Change] = &[
        (
            "DROP TRIGGER note_signed_stays",
            &["trigger note_signed_stays: missing"],
        ),
        (
            "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept",
            &[
                "trigger audit_is_kept: missing",
                "trigger audit_stays: missing",
            ],
        ),
        (
            "DROP TRIGGER addendum_stays;
             CREATE TRIGGER addendum_stays BEFORE UPDATE ON addendum WHEN 0 BEGIN
                 SELECT RAISE (ABORT, 'signed: an addendum cannot be changed');
             END",
            &["trigger addendum_stays: changed"],
        ),
        (
            "CREATE TRIGGER quiet BEFORE INSERT ON audit WHEN NEW.op = 'erase' BEGIN SELECT RAISE (IGNORE); END",
            &["trigger quiet: not ours"],
        ),
        // A trigger that bears the name of a table under the index.
        (
            "CREATE TRIGGER search_config BEFORE INSERT ON audit WHEN NEW.op = 'erase' BEGIN SELECT RAISE (IGNORE); END",
            &["trigger search_config: not ours"],
        ),
        ("CREATE TABLE hidden (x)", &["table hidden: not ours"]),
        (
            "ALTER TABLE note ADD COLUMN extra TEXT",
            &["table note: changed"],
        ),
        ("DROP INDEX note_number", &["index note_number: missing"]),
        (
            "CREATE VIEW persons AS SELECT * FROM person",
            &["view persons: not ours"],
        ),
    ];
    for (change, named) in changes {
        let dir = today_and_yesterday().0;
        let mut store = open(dir.path()).unwrap();
        let conn = store.connection_for_tests();
        // As any other shell is, which lets the library's own names be used.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
            .unwrap();
        conn.execute_batch(change).unwrap();
        let problems = store.check().unwrap().problems;
        assert_eq!(problems, *named, "{change}");
        let into = folder();
        assert!(
            make_backup(&mut store, into.path(), at(9)).is_err(),
            "{change}"
        );
        store.close().unwrap();
        for _ in 0..2 {
            let store = open(dir.path()).unwrap();
            assert_eq!(found(&store), [(FindingKind::Schema, 0)], "{change}");
            assert_eq!(store.findings().unwrap()[0].detail, named.join("; "));
            store.close().unwrap();
        }
    }
}

#[test]
fn what_any_shell_may_leave_behind_is_no_finding() {
    let (dir, _) = today_and_yesterday();
    let desk = open(dir.path()).unwrap();
    desk.connection_for_tests()
        .execute_batch("ANALYZE; VACUUM; REINDEX")
        .unwrap();
    assert!(desk.check().unwrap().is_well());
    desk.close().unwrap();
    assert_eq!(found(&open(dir.path()).unwrap()), []);
}

#[test]
fn triggers_put_back_word_for_word_are_no_finding_of_the_schema() {
    let (dir, _) = today_and_yesterday();
    let store = open(dir.path()).unwrap();
    behind_the_triggers(store.connection_for_tests(), |_| {});
    assert!(store.check().unwrap().is_well());
}
