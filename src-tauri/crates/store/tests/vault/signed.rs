//! Signed means signed: no statement changes a signed note, and whoever goes around the triggers is found out.

use domain::note::NoteState;
use rusqlite::Connection;
use store::{About, Error, FindingKind, Op, Store};

use crate::kit::*;

/// Maria with a signed note (session 1) that has an addendum, and a draft (session 2).
fn signed_desk() -> Desk {
    let mut desk = desk_with(&person(1));
    for n in 1..=2 {
        save_session(&mut desk.store, &session(1, n));
        save_draft(&mut desk.store, &note(1, n));
    }
    sign(&mut desk.store, &note(1, 1));
    add(&mut desk.store, 1, 1);
    desk
}

fn add(store: &mut Store, session: u16, number: u16) {
    store
        .transact(Op::AddAddendum, About::person(person_id(1)), at(9), |tx| {
            tx.add_addendum(note(1, session).id, &addendum(1, number))
        })
        .unwrap();
}

#[test]
fn a_signed_note_says_by_whom_when_and_with_which_seal() {
    let desk = signed_desk();
    let signed = desk.store.note(note(1, 1).id).unwrap();
    let NoteState::Signed {
        at: when,
        by,
        number,
        seal,
        facts: printed,
        chain,
    } = &signed.state
    else {
        panic!("not signed");
    };
    assert_eq!(
        (*when, by.as_str(), *number, seal.len()),
        (at(5), "Signe Holm, OT", 1, 64)
    );
    assert_eq!(**printed, facts(1));
    let trail = desk.store.audit(at(5), at(5)).unwrap();
    assert_eq!((chain.sequence, chain.hash.len()), (trail[0].sequence, 64));
    assert_eq!(signed.sections, note(1, 1).sections);
    assert_eq!(signed.addenda.len(), 1);
    let added = &signed.addenda[0];
    assert_eq!(
        (added.words.as_str(), added.at, added.seal.len()),
        ("the sister was called Eva", at(9), 64)
    );
    let report = desk.store.verify_notes().unwrap();
    assert_eq!((report.good, report.broken_at), (2, None));
}

#[test]
fn the_store_refuses_to_change_sign_again_or_undo_a_signed_note() {
    let mut desk = signed_desk();
    let before = desk.store.note(note(1, 1).id).unwrap();
    let about = About::person(person_id(1));
    let draft = note(1, 1);
    assert!(matches!(
        desk.store
            .transact(Op::DraftNote, about, at(9), |tx| tx.save_draft(&draft)),
        Err(Error::Signed)
    ));
    assert!(matches!(
        desk.store
            .transact(Op::DraftNote, about, at(9), |tx| tx.save_draft(&before)),
        Err(Error::Signed)
    ));
    let again = desk.store.transact(Op::SignNote, about, at(9), |tx| {
        tx.sign_note(draft.id, "x", &facts(1), at(9))
    });
    assert!(matches!(again, Err(Error::Signed)));
    let mut twin = note(1, 1);
    twin.id = domain::NoteId::new(uuid(1, 8, 99));
    assert!(matches!(
        desk.store
            .transact(Op::DraftNote, about, at(9), |tx| tx.save_draft(&twin)),
        Err(Error::Signed)
    ));
    let to_draft = desk.store.transact(Op::AddAddendum, about, at(9), |tx| {
        tx.add_addendum(note(1, 2).id, &addendum(1, 5))
    });
    assert!(matches!(to_draft, Err(Error::NotSigned)));
    while desk.store.undo(at(10)).unwrap().is_some() {}
    assert_eq!(desk.store.note(note(1, 1).id).unwrap(), before);
}

/// Every way we could think of to change, remove or replace what is signed, with plain SQL.
const ATTACKS: &[&str] = &[
    "UPDATE note SET signed_by = 'x' WHERE number > 0",
    "UPDATE note SET number = 0 WHERE number > 0",
    "UPDATE note SET number = 0, link = 0, seal = '' WHERE number > 0",
    "UPDATE note SET number = 7 WHERE number > 0",
    "UPDATE note SET seal = '' WHERE number > 0",
    "UPDATE note SET on_day = '1999-01-01', lang = 'da' WHERE number > 0",
    "UPDATE note SET signed_at = signed_at WHERE number > 0",
    "UPDATE OR IGNORE note SET id = x'00' WHERE number > 0",
    "UPDATE OR REPLACE note SET session = (SELECT session FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET id = (SELECT id FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET number = 1, link = 9 WHERE number = 0",
    "UPDATE OR REPLACE note SET number = 9, link = 1 WHERE number = 0",
    "DELETE FROM note WHERE number > 0",
    "DELETE FROM note",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang)
         SELECT id, session, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang)
         SELECT x'77', session, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang, number, link)
         SELECT x'77', x'78', person, on_day, 'da', 1, 1 FROM note WHERE number > 0",
    "INSERT INTO note (id, session, person, on_day, lang) SELECT id, session, person, on_day, lang FROM note
         WHERE number > 0 ON CONFLICT (id) DO UPDATE SET lang = 'da'",
    "UPDATE note_section SET text = 'x' WHERE note = (SELECT id FROM note WHERE number > 0)",
    "UPDATE note_section SET judgement = 'x'",
    "UPDATE note_section SET note = (SELECT id FROM note WHERE number = 0), position = position + 50
         WHERE note = (SELECT id FROM note WHERE number > 0)",
    "UPDATE note_section SET note = (SELECT id FROM note WHERE number > 0), position = position + 50
         WHERE note = (SELECT id FROM note WHERE number = 0)",
    "UPDATE OR REPLACE note_section SET seq = (SELECT min(seq) FROM note_section)
         WHERE seq = (SELECT max(seq) FROM note_section)",
    "DELETE FROM note_section WHERE note = (SELECT id FROM note WHERE number > 0)",
    "DELETE FROM note_section",
    "INSERT INTO note_section (note, position, kind, text) SELECT id, 99, 'plan', 'x' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note_section (note, position, kind, text)
         SELECT id, 0, 'plan', 'x' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note_section (seq, note, position, kind, text)
         SELECT (SELECT min(seq) FROM note_section), id, 77, 'plan', 'x' FROM note WHERE number = 0",
    "UPDATE addendum SET words = 'x'",
    "UPDATE OR REPLACE addendum SET link = 1",
    "DELETE FROM addendum",
    "INSERT OR REPLACE INTO addendum (id, note, words, reason, at, at_offset, by_whom, link, seal)
         SELECT id, note, 'x', reason, at, at_offset, by_whom, link + 5, seal FROM addendum",
    "INSERT OR REPLACE INTO addendum (id, note, words, reason, at, at_offset, by_whom, link, seal)
         SELECT x'77', note, 'x', reason, at, at_offset, by_whom, link, seal FROM addendum",
    "INSERT INTO addendum (id, note, words, reason, at, at_offset, by_whom, link, seal)
         SELECT x'77', id, 'x', 'x', 0, 0, 'x', 50, 'x' FROM note WHERE number = 0",
    "DELETE FROM person",
    "UPDATE person SET id = x'99'",
    "DELETE FROM session",
    "UPDATE session SET id = x'99' WHERE number = 1",
    "UPDATE session SET person = x'99' WHERE number = 1",
    "UPDATE audit SET user = 'x'",
    "DELETE FROM audit",
    "INSERT OR REPLACE INTO audit (sequence, at, at_offset, op, user, previous, hash)
         SELECT sequence, at, at_offset, op, 'x', previous, hash FROM audit",
];

#[test]
fn no_sql_statement_changes_a_signed_note() {
    let desk = signed_desk();
    let before = desk.store.note(note(1, 1).id).unwrap();
    let trail = desk.store.audit(at(-9), at(99)).unwrap();
    let careless = desk
        .store
        .open_for_tests(&desk.dir.path().join("vault/vault.db"))
        .unwrap();
    // As any other SQLCipher shell would open it: with none of our settings.
    careless
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF; PRAGMA ignore_check_constraints = ON")
        .unwrap();
    for conn in [desk.store.connection_for_tests(), &careless] {
        for attack in ATTACKS {
            let outcome = conn.execute(attack, []);
            assert!(outcome.is_err(), "went through: {attack}");
            assert_eq!(desk.store.note(note(1, 1).id).unwrap(), before, "{attack}");
        }
    }
    assert_eq!(desk.store.audit(at(-9), at(99)).unwrap(), trail);
    drop(careless);
    assert!(desk.store.check().unwrap().is_well());
    println!(
        "{} statements on 2 connections, 0 went through",
        ATTACKS.len()
    );
}

fn drop_triggers(conn: &Connection) {
    let names: Vec<String> = conn
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'trigger' AND name NOT LIKE '%words%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER main.{name}"))
            .unwrap();
    }
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
}

#[test]
fn going_around_the_triggers_breaks_the_chain_of_notes_at_the_right_link() {
    for (tampering, link) in [
        (
            "UPDATE note_section SET text = 'x' WHERE note = (SELECT id FROM note WHERE number = 2) AND position = 3",
            3,
        ),
        (
            "UPDATE note_section SET judgement = '' WHERE note = (SELECT id FROM note WHERE number = 1) AND position = 0",
            1,
        ),
        (
            "UPDATE note_section SET unconfirmed = 0 WHERE note = (SELECT id FROM note WHERE number = 3)",
            4,
        ),
        (
            "DELETE FROM note_section WHERE note = (SELECT id FROM note WHERE number = 3) AND position = 11",
            4,
        ),
        (
            "INSERT INTO note_section (note, position, kind) SELECT id, 12, 'plan' FROM note WHERE number = 2",
            3,
        ),
        (
            "UPDATE note SET signed_by = 'somebody else' WHERE number = 1",
            1,
        ),
        (
            "UPDATE note SET signed_at = signed_at + 1 WHERE number = 2",
            3,
        ),
        ("UPDATE note SET on_day = '2020-01-01' WHERE number = 3", 4),
        (
            "UPDATE note SET seal = (SELECT seal FROM note WHERE number = 1) WHERE number = 2",
            3,
        ),
        ("UPDATE note SET number = 0, link = 0 WHERE number = 2", 3),
        ("UPDATE note SET number = 0 WHERE number = 2", 3),
        ("DELETE FROM note WHERE number = 1", 1),
        ("DELETE FROM note WHERE number = 2", 3),
        ("UPDATE addendum SET words = 'x' WHERE link = 2", 2),
        ("UPDATE addendum SET reason = 'x' WHERE link = 5", 5),
        ("DELETE FROM addendum WHERE link = 2", 2),
        // The end of the chain: whole in itself, but the audit trail knows better.
        ("DELETE FROM addendum WHERE link = 5", 5),
        (
            "UPDATE note SET number = 9, link = 6, seal = 'made up' WHERE number = 0",
            6,
        ),
        (
            "UPDATE note SET link = CASE link WHEN 1 THEN -3 WHEN 3 THEN -1 ELSE link END;
          UPDATE note SET link = -link WHERE link < 0",
            1,
        ),
    ] {
        let mut desk = signed_desk();
        for n in 3..=4 {
            save_session(&mut desk.store, &session(1, n));
            save_draft(&mut desk.store, &note(1, n));
            sign(&mut desk.store, &note(1, n));
        }
        add(&mut desk.store, 3, 2);
        assert_eq!(desk.store.verify_notes().unwrap().good, 5);
        let conn = desk.store.connection_for_tests();
        drop_triggers(conn);
        conn.execute_batch(tampering).unwrap();
        let report = desk.store.verify_notes().unwrap();
        assert_eq!(report.broken_at, Some(link), "{tampering}");
        assert!(!desk.store.check().unwrap().is_well(), "{tampering}");
    }
}

#[test]
fn tampering_with_the_audit_trail_is_found_at_the_right_entry() {
    for (tampering, entry) in [
        ("UPDATE audit SET user = 'somebody else' WHERE sequence = 3", 3),
        ("UPDATE audit SET at = at - 1 WHERE sequence = 1", 1),
        ("UPDATE audit SET at_offset = 0 WHERE sequence = 5", 5),
        ("UPDATE audit SET op = 'undo' WHERE sequence = 2", 2),
        ("UPDATE audit SET person = x'' WHERE sequence = 4", 4),
        ("UPDATE audit SET detail = detail || ' ' WHERE sequence = 6", 6),
        ("UPDATE audit SET hash = zeroblob(32) WHERE sequence = 3", 3),
        ("UPDATE audit SET previous = zeroblob(32) WHERE sequence = 3", 3),
        ("DELETE FROM audit WHERE sequence = 1", 1),
        ("DELETE FROM audit WHERE sequence = 4", 4),
        // Closing the gap does not help.
        ("DELETE FROM audit WHERE sequence = 4; UPDATE audit SET sequence = sequence - 1 WHERE sequence > 4", 4),
        ("UPDATE audit SET sequence = -sequence WHERE sequence IN (3, 4);
          UPDATE audit SET sequence = 7 + sequence WHERE sequence < 0", 3),
        ("INSERT INTO audit (sequence, at, at_offset, op, user, previous, hash)
          SELECT sequence + 1, at, at_offset, op, user, hash, previous FROM audit ORDER BY sequence DESC LIMIT 1", 8),
        ("UPDATE audit SET sequence = -sequence WHERE sequence > 4;
          UPDATE audit SET sequence = 1 - sequence WHERE sequence < 0;
          INSERT INTO audit SELECT 5, at, at_offset, op, person, user, detail, previous, hash
          FROM audit WHERE sequence = 4", 5),
    ] {
        let desk = signed_desk();
        let conn = desk.store.connection_for_tests();
        let entries: i64 = conn.query_row("SELECT max(sequence) FROM audit", [], |row| row.get(0)).unwrap();
        let entry = if entry == 8 { entries + 1 } else { entry };
        drop_triggers(conn);
        conn.execute_batch(tampering).unwrap();
        let report = desk.store.check().unwrap();
        assert_eq!(report.audit.broken_at, Some(entry.cast_unsigned()), "{tampering}");
    }
}

#[test]
fn rows_of_another_vaults_trail_do_not_fit() {
    let (desk, other) = (signed_desk(), signed_desk());
    let conn = desk.store.connection_for_tests();
    drop_triggers(conn);
    conn.execute_batch("DELETE FROM audit").unwrap();
    let rows: Vec<Vec<rusqlite::types::Value>> = other
        .store
        .connection_for_tests()
        .prepare("SELECT * FROM audit")
        .unwrap()
        .query_map([], |row| (0..9).map(|column| row.get(column)).collect())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for row in rows {
        conn.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rusqlite::params_from_iter(row),
        )
        .unwrap();
    }
    assert_eq!(desk.store.check().unwrap().audit.broken_at, Some(1));
}

#[test]
fn a_cut_off_end_of_the_trail_shows_when_the_vault_is_opened() {
    let Desk { dir, store, .. } = signed_desk();
    let conn = store.connection_for_tests();
    drop_triggers(conn);
    conn.execute_batch("DELETE FROM audit WHERE sequence > (SELECT max(sequence) - 2 FROM audit)")
        .unwrap();
    store.close().unwrap();
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store)[0], (FindingKind::SavesMissing, 2));
}
