//! Signed means signed: no statement changes a signed note, and whoever goes around the triggers is found out.

use domain::{AnswerValue, HandOffId, note::NoteState};
use rusqlite::Connection;
use store::{About, Error, FindingKind, HandOff, Op, Outcome};

use crate::{kit::*, thief::*};

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
    while desk.store.undo(None, at(10)).unwrap().is_some() {}
    assert_eq!(desk.store.note(note(1, 1).id).unwrap(), before);
}

/// Every way we could think of to change, remove or replace what is signed, with plain SQL.
const ATTACKS: &[&str] = &[
    "UPDATE note SET signed_by = 'x' WHERE number > 0",
    "UPDATE note SET number = 0 WHERE number > 0",
    "UPDATE note SET number = 0, sealed_in = 0, seal = x'' WHERE number > 0",
    "UPDATE note SET number = 7 WHERE number > 0",
    "UPDATE note SET sealed_in = sealed_in + 1 WHERE number > 0",
    "UPDATE note SET seal = x'' WHERE number > 0",
    "UPDATE note SET on_day = '1999-01-01', lang = 'da' WHERE number > 0",
    "UPDATE note SET format = 'x' WHERE number > 0",
    "UPDATE note SET facts = replace(facts, 'Maria', 'Marta') WHERE number > 0",
    "UPDATE note SET facts = '' WHERE number > 0",
    "UPDATE note SET salt = x'' WHERE number > 0",
    "UPDATE note SET digest = x'00' WHERE number > 0",
    "UPDATE note SET origin = 2 WHERE number > 0",
    "UPDATE note SET signed_at = signed_at WHERE number > 0",
    "UPDATE note SET signed_offset = 0 WHERE number > 0",
    "UPDATE note SET handed_off = 0 WHERE number > 0",
    "UPDATE note SET handed_off = 2 WHERE number > 0",
    "UPDATE OR IGNORE note SET id = x'00' WHERE number > 0",
    "UPDATE OR REPLACE note SET session = (SELECT session FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET id = (SELECT id FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET number = 1, sealed_in = 9 WHERE number = 0",
    "UPDATE OR REPLACE note SET seq = (SELECT seq FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET rowid = (SELECT seq FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE OR REPLACE note SET oid = (SELECT seq FROM note WHERE number > 0) WHERE number = 0",
    "UPDATE note SET _rowid_ = 99 WHERE number > 0",
    "DELETE FROM note WHERE number > 0",
    "DELETE FROM note",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang)
         SELECT id, session, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang)
         SELECT x'77', session, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (seq, id, session, person, on_day, lang)
         SELECT seq, x'77', 78, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (rowid, id, session, person, on_day, lang)
         SELECT seq, x'77', 78, person, on_day, 'da' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note (id, session, person, on_day, lang, number, sealed_in)
         SELECT x'77', 78, person, on_day, 'da', 1, 1 FROM note WHERE number > 0",
    "INSERT INTO note (id, session, person, on_day, lang, seal)
         SELECT x'77', 78, person, on_day, 'da', seal FROM note WHERE number > 0",
    "INSERT INTO note (id, session, person, on_day, lang) SELECT id, session, person, on_day, lang FROM note
         WHERE number > 0 ON CONFLICT (id) DO UPDATE SET lang = 'da'",
    "UPDATE note_section SET text = 'x' WHERE note = (SELECT seq FROM note WHERE number > 0)",
    "UPDATE note_section SET judgement = 'x'",
    "UPDATE note_section SET digest = x'00' WHERE note = (SELECT seq FROM note WHERE number > 0)",
    "UPDATE note_section SET origin = 2 WHERE note = (SELECT seq FROM note WHERE number > 0)",
    "UPDATE note_section SET note = (SELECT seq FROM note WHERE number = 0), position = position + 50
         WHERE note = (SELECT seq FROM note WHERE number > 0)",
    "UPDATE note_section SET note = (SELECT seq FROM note WHERE number > 0), position = position + 50
         WHERE note = (SELECT seq FROM note WHERE number = 0)",
    "UPDATE OR REPLACE note_section SET seq = (SELECT min(seq) FROM note_section)
         WHERE seq = (SELECT max(seq) FROM note_section)",
    "UPDATE OR REPLACE note_section SET rowid = (SELECT min(seq) FROM note_section)
         WHERE seq = (SELECT max(seq) FROM note_section)",
    "DELETE FROM note_section WHERE note = (SELECT seq FROM note WHERE number > 0)",
    "DELETE FROM note_section",
    "INSERT INTO note_section (note, position, person, kind, text)
         SELECT seq, 99, person, 'plan', 'x' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note_section (note, position, person, kind, text)
         SELECT seq, 0, person, 'plan', 'x' FROM note WHERE number > 0",
    "INSERT OR REPLACE INTO note_section (seq, note, position, person, kind, text)
         SELECT (SELECT min(seq) FROM note_section), seq, 77, person, 'plan', 'x' FROM note WHERE number = 0",
    "UPDATE addendum SET words = 'x'",
    "UPDATE addendum SET kind = 'co-signature'",
    "UPDATE addendum SET salt = x''",
    "UPDATE addendum SET origin = 2",
    "UPDATE OR REPLACE addendum SET sealed_in = 1",
    "UPDATE addendum SET rowid = 50",
    "DELETE FROM addendum",
    "INSERT OR REPLACE INTO addendum (id, note, person, words, reason, at, at_offset, by_whom, sealed_in, salt, seal)
         SELECT id, note, person, 'x', reason, at, at_offset, by_whom, sealed_in + 5, salt, seal FROM addendum",
    "INSERT OR REPLACE INTO addendum (seq, id, note, person, words, reason, at, at_offset, by_whom, sealed_in, salt, seal)
         SELECT seq, x'77', note, person, 'x', reason, at, at_offset, by_whom, sealed_in, salt, seal FROM addendum",
    "INSERT INTO addendum (id, note, person, words, reason, at, at_offset, by_whom, sealed_in, salt, seal)
         SELECT x'77', seq, person, 'x', 'x', 0, 0, 'x', 50, x'00', x'00' FROM note WHERE number = 0",
    "DELETE FROM person",
    "UPDATE person SET id = x'99'",
    "DELETE FROM session",
    "UPDATE session SET id = x'99' WHERE number = 1",
    "UPDATE session SET person = 99 WHERE number = 1",
    // Whoever renumbers a row, or puts another under its number, gives away all that refers to it.
    "UPDATE person SET seq = seq + 50",
    "UPDATE person SET rowid = -rowid",
    "UPDATE OR REPLACE person SET _rowid_ = (SELECT min(seq) FROM person) WHERE seq = (SELECT max(seq) FROM person)",
    "UPDATE session SET seq = seq + 50",
    "UPDATE OR REPLACE session SET oid = (SELECT min(seq) FROM session) WHERE seq = (SELECT max(seq) FROM session)",
    "UPDATE meeting SET seq = seq + 50",
    "UPDATE practitioner SET rowid = rowid + 50",
    "UPDATE edition SET seq = seq + 50",
    "UPDATE field SET seq = seq + 50",
    "INSERT OR REPLACE INTO person (seq, id, preferred_name, language, print_size, course, started_on, colour, added_at,
         added_offset) SELECT seq, x'99', 'x', language, print_size, course, started_on, colour, 0, 0 FROM person",
    "INSERT OR REPLACE INTO session (oid, id, person, meeting, number, on_day, started_at, started_offset, attendance,
         current_phase, phases) SELECT seq, x'99', person, meeting, 90, on_day, 0, 0, 'present', '', '' FROM session",
    "INSERT OR REPLACE INTO meeting (rowid, id, on_day) SELECT seq, x'99', on_day FROM meeting",
    "UPDATE origin SET vault = 'x'",
    "UPDATE OR REPLACE origin SET seq = 1 WHERE seq = 2",
    "DELETE FROM origin WHERE seq = 1",
    "INSERT OR REPLACE INTO origin (seq, vault) VALUES (1, 'x')",
    "INSERT OR REPLACE INTO origin (seq, vault) SELECT 9, vault FROM origin WHERE seq = 1",
    "UPDATE audit SET user = 'x'",
    "UPDATE audit SET seal = x''",
    "UPDATE audit SET rowid = rowid + 50",
    "DELETE FROM audit",
    "INSERT OR REPLACE INTO audit (sequence, at, at_offset, op, user, hash)
         SELECT sequence, at, at_offset, op, 'x', hash FROM audit",
    "UPDATE hand_off SET recipient = ''",
    "UPDATE hand_off SET what = 'x'",
    "UPDATE hand_off SET at = 0",
    "UPDATE hand_off SET outcome = 'stayed'",
    "UPDATE hand_off SET outcome = 'begun'",
    "UPDATE hand_off SET draft = 1",
    "UPDATE hand_off SET rowid = 50",
    "DELETE FROM hand_off",
    "INSERT OR REPLACE INTO hand_off (id, what, at, at_offset, format) SELECT id, 'x', at, at_offset, format FROM hand_off",
    "INSERT OR REPLACE INTO hand_off (seq, id, what, at, at_offset, format)
         SELECT seq, x'77', 'x', at, at_offset, format FROM hand_off",
    "UPDATE finding SET saves = 0",
    "UPDATE finding SET kind = 'schema'",
    "UPDATE finding SET since_at = 0",
    "UPDATE finding SET since_offset = 0",
    "UPDATE finding SET found_offset = 0",
    "UPDATE finding SET rowid = 50",
    "UPDATE finding SET acknowledged_by = '' WHERE acknowledged_by <> ''",
    "DELETE FROM finding",
    "INSERT OR REPLACE INTO finding (number, kind, since_at, since_offset, found_at, found_offset, acknowledged_by)
         SELECT number, kind, since_at, since_offset, found_at, found_offset, 'x' FROM finding",
];

/// A signed note that has left the vault, a row of another vault's origin, one finding that stands and one acknowledged.
fn much_to_attack() -> Desk {
    let mut desk = signed_desk();
    let left = HandOff {
        id: HandOffId::new(uuid(1, 12, 1)),
        note: Some(note(1, 1).id),
        person: Some(person_id(1)),
        what: "note 1".to_owned(),
        at: at(20),
        format: "pdf".to_owned(),
        to: "file.pdf".to_owned(),
        without_consent: Default::default(),
        topics: Vec::new(),
        draft: false,
        outcome: Outcome::Left,
    };
    let store = &mut desk.store;
    save_person(store, &person(2));
    store
        .transact(Op::Answer, About::person(person_id(1)), at(19), |tx| {
            let words = AnswerValue::Text("my garden".to_owned());
            tx.save_answer(
                person_id(1),
                None,
                &answer_key("words"),
                Some(&words),
                &edition(),
            )
        })
        .unwrap();
    store
        .transact(Op::HandOff, About::person(person_id(1)), at(20), |tx| {
            tx.add_hand_off(&left)
        })
        .unwrap();
    let conn = store.connection_for_tests();
    conn.execute_batch(
        "INSERT INTO origin (seq, vault) VALUES (2, 'elsewhere');
         INSERT INTO finding (kind, saves, since_at, since_offset, found_at, found_offset, acknowledged_by)
         VALUES ('saves-missing', 3, 5, 60, 6, 60, 'Signe Holm'), ('saves-missing', 4, 5, 60, 6, 60, '')",
    )
    .unwrap();
    desk
}

/// Everything that may never change, to compare before and after.
fn sealed_and_ledgers(conn: &Connection) -> String {
    [
        "note",
        "note_section",
        "addendum",
        "audit",
        "hand_off",
        "finding",
        "origin",
    ]
    .map(|table| dump(conn, table))
    .join("\n")
}

#[test]
fn no_sql_statement_changes_a_signed_note_or_a_ledger() {
    let desk = much_to_attack();
    let ours = desk.store.connection_for_tests();
    let before = sealed_and_ledgers(ours);
    let careless = shell(&desk);
    let mut went_through = Vec::new();
    for (whose, conn) in [("ours", ours), ("a careless one", &careless)] {
        for attack in ATTACKS {
            conn.execute_batch("SAVEPOINT attack").unwrap();
            let outcome = conn.execute(attack, []);
            if outcome.is_ok() || sealed_and_ledgers(conn) != before {
                went_through.push(format!("on {whose}: {attack}"));
            }
            conn.execute_batch("ROLLBACK TO attack; RELEASE attack")
                .unwrap();
        }
    }
    assert!(went_through.is_empty(), "{went_through:#?}");
    drop(careless);
    let report = desk.store.check().unwrap();
    // The two findings were written here, and not by an opening; nothing else is wrong.
    assert!(
        report.problems.len() == 1 && report.audit.is_whole() && report.notes.is_whole(),
        "{report:?}"
    );
    println!(
        "{} statements on 2 connections, 0 went through",
        ATTACKS.len()
    );
}

/// What the way of erasure, and that of a merge, must not be misused for.
#[test]
fn whoever_marks_a_record_as_being_erased_or_merged_can_empty_it_and_add_to_it_but_change_no_word()
{
    for (what, misuse) in [
        ("erase", "UPDATE note SET facts = replace(facts, 'Maria', 'Marta') WHERE number > 0"),
        ("erase", "UPDATE note SET on_day = '1999-01-01' WHERE number > 0"),
        ("erase", "UPDATE note SET lang = 'da', format = 'x' WHERE number > 0"),
        ("erase", "UPDATE note SET signed_offset = 0 WHERE number > 0"),
        ("erase", "UPDATE note SET salt = x'01' WHERE number > 0"),
        ("erase", "UPDATE note SET seal = x'01' WHERE number > 0"),
        ("erase", "UPDATE note SET number = 0 WHERE number > 0"),
        ("erase", "DELETE FROM note WHERE number > 0"),
        ("erase", "UPDATE note_section SET text = 'x' WHERE note = (SELECT seq FROM note WHERE number > 0)"),
        ("erase", "UPDATE note_section SET judgement = 'x' WHERE note = (SELECT seq FROM note WHERE number > 0)"),
        ("erase", "UPDATE note_section SET unconfirmed = 0 WHERE note = (SELECT seq FROM note WHERE number > 0)"),
        ("erase", "UPDATE note_section SET position = 50 WHERE note = (SELECT seq FROM note WHERE number > 0) AND position = 1"),
        ("erase", "DELETE FROM note_section WHERE note = (SELECT seq FROM note WHERE number > 0)"),
        ("erase", "UPDATE addendum SET words = 'x'"),
        ("erase", "UPDATE addendum SET kind = 'co-signature'"),
        ("erase", "UPDATE addendum SET at_offset = 0"),
        ("erase", "UPDATE addendum SET by_whom = 'x'"),
        ("erase", "DELETE FROM addendum"),
        ("erase", "UPDATE hand_off SET what = 'x'"),
        ("erase", "UPDATE hand_off SET at_offset = 0"),
        ("erase", "UPDATE hand_off SET outcome = 'stayed', recipient = ''"),
        ("erase", "DELETE FROM hand_off"),
        ("erase", "DELETE FROM audit"),
        ("merge", "UPDATE note SET facts = 'x' WHERE number > 0"),
        ("merge", "UPDATE note_section SET text = 'x' WHERE note = (SELECT seq FROM note WHERE number > 0)"),
        (
            "merge",
            "INSERT INTO note_section (note, position, person, kind, text)
                 SELECT seq, 99, person, 'plan', 'x' FROM note WHERE number > 0",
        ),
        (
            "merge",
            "INSERT OR REPLACE INTO note_section (note, position, person, kind, text)
                 SELECT seq, 0, person, 'plan', 'x' FROM note WHERE number > 0",
        ),
        (
            "merge",
            "INSERT OR REPLACE INTO note (id, session, person, on_day, lang, number, sealed_in, seal)
                 SELECT id, session, person, on_day, 'da', number, sealed_in, seal FROM note WHERE number > 0",
        ),
        ("merge", "UPDATE addendum SET words = 'x'"),
        ("merge", "DELETE FROM note"),
    ] {
        let desk = much_to_attack();
        let conn = shell(&desk);
        conn.execute(
            "INSERT INTO allowance (person, what) SELECT seq, ? FROM person",
            [what],
        )
        .unwrap();
        assert!(conn.execute(misuse, []).is_err(), "went through: {misuse}");
        // A mark that is left over is no secret.
        drop(conn);
        let report = desk.store.check().unwrap();
        assert!(report.problems.iter().any(|problem| problem.contains("being erased or merged")), "{report:?}");
    }
}

#[test]
fn a_row_that_is_signed_without_a_row_of_the_trail_is_found() {
    let desk = signed_desk();
    let conn = shell(&desk);
    conn.execute_batch(
        "INSERT INTO allowance (person, what) SELECT seq, 'merge' FROM person;
         INSERT INTO session SELECT seq + 50, x'00112233445566778899aabbccddeeff', person, origin, meeting, number + 50, on_day,
             started_at, started_offset, closed, closed_at, closed_offset, noted, attendance, attendance_reason,
             others_present, goal_turn, current_phase, phases, seconds, length_said, major_problem, problem_words, problem_action, recalled,
             recalled_words, review_skipped, plan_skipped, agenda, person_item, techniques, skill, skill_words, summary_words, next_plan, next_meeting
             FROM session WHERE number = 1;
         INSERT INTO note (id, session, person, on_day, lang, number, sealed_in, signed_by, facts, salt, seal)
             SELECT x'00112233445566778899aabbccddeeff', session + 50, person, on_day, lang, 2, 9,
                 signed_by, facts, salt, seal FROM note WHERE number = 1;
         DELETE FROM allowance",
    )
    .unwrap();
    drop(conn);
    let report = desk.store.check().unwrap();
    assert_eq!((report.notes.good, report.notes.broken_at), (2, Some(3)));
}

#[test]
fn going_around_the_triggers_breaks_the_chain_of_notes_at_the_right_link() {
    // The links: note 1, its addendum, note 2 of session 3, note 3 of session 4, the addendum of note 2.
    for (tampering, link) in [
        (
            "UPDATE note_section SET text = 'x' WHERE note = (SELECT seq FROM note WHERE number = 2) AND position = 3",
            3,
        ),
        (
            "UPDATE note_section SET judgement = '' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 0",
            1,
        ),
        (
            "UPDATE note_section SET unconfirmed = 0 WHERE note = (SELECT seq FROM note WHERE number = 3)",
            4,
        ),
        (
            "UPDATE note_section SET drafted = 'x' WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 2",
            4,
        ),
        (
            "UPDATE note_section SET kind = 'plan' WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 2",
            4,
        ),
        (
            "UPDATE note_section SET position = 20 WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 11",
            4,
        ),
        (
            "DELETE FROM note_section WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 11",
            4,
        ),
        (
            "INSERT INTO note_section (note, position, person, kind) SELECT seq, 12, person, 'plan' FROM note WHERE number = 2",
            3,
        ),
        ("UPDATE note SET facts = replace(facts, 'Maria', 'Marta') WHERE number = 1", 1),
        ("UPDATE note SET facts = '' WHERE number = 1", 1),
        ("UPDATE note SET facts = replace(facts, 'Signe Holm, OT', 'Liv Berg') WHERE number = 1", 1),
        ("UPDATE note SET facts = replace(facts, '0.1.0', '9.9.9') WHERE number = 3", 4),
        ("UPDATE note SET salt = x'' WHERE number = 2", 3),
        ("UPDATE note SET signed_by = 'somebody else' WHERE number = 1", 1),
        ("UPDATE note SET signed_at = signed_at + 1 WHERE number = 2", 3),
        ("UPDATE note SET signed_offset = 60 WHERE number = 2", 3),
        ("UPDATE note SET on_day = '2020-01-01' WHERE number = 3", 4),
        ("UPDATE note SET lang = 'da' WHERE number = 3", 4),
        ("UPDATE note SET format = 'x' WHERE number = 3", 4),
        ("UPDATE note SET origin = 2 WHERE number = 2", 3),
        ("UPDATE note SET session = session + 50 WHERE number = 2", 3),
        (
            "UPDATE note SET seal = (SELECT seal FROM note WHERE number = 1) WHERE number = 2",
            3,
        ),
        ("UPDATE note SET number = 0, sealed_in = 0, seal = x'' WHERE number = 2", 3),
        ("UPDATE note SET number = 0 WHERE number = 2", 3),
        ("UPDATE note SET number = 9 WHERE number = 2", 3),
        ("DELETE FROM note WHERE number = 1", 1),
        ("DELETE FROM note WHERE number = 2", 3),
        ("UPDATE addendum SET words = 'x' WHERE note = (SELECT seq FROM note WHERE number = 1)", 2),
        ("UPDATE addendum SET reason = 'x' WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        ("UPDATE addendum SET by_whom = 'x' WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        ("UPDATE addendum SET at = at + 1 WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        ("UPDATE addendum SET salt = x'00' WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        (
            "UPDATE addendum SET note = (SELECT seq FROM note WHERE number = 1)
             WHERE note = (SELECT seq FROM note WHERE number = 2)",
            5,
        ),
        ("DELETE FROM addendum WHERE note = (SELECT seq FROM note WHERE number = 1)", 2),
        // The end of the chain: whole in itself, but the audit trail knows better.
        ("DELETE FROM addendum WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        (
            "UPDATE note SET number = 4, sealed_in = 20, seal = zeroblob(32) WHERE number = 0",
            6,
        ),
        (
            "INSERT INTO addendum SELECT seq + 50, x'00112233445566778899aabbccddeeff', note, person, origin, kind, words, reason, at,
                 at_offset, by_whom, sealed_in + 50, salt, digest, seal FROM addendum LIMIT 1",
            6,
        ),
        // Two notes change places.
        (
            "UPDATE note SET sealed_in = -sealed_in WHERE number IN (1, 2);
             UPDATE note SET sealed_in = (SELECT -min(sealed_in) FROM note) + (SELECT -max(sealed_in) FROM note WHERE sealed_in < 0)
                 + sealed_in WHERE sealed_in < 0",
            1,
        ),
        ("UPDATE note SET number = -number; UPDATE note SET number = 4 + number WHERE number < 0", 1),
        ("UPDATE origin SET vault = 'another' WHERE seq = 1", 1),
        // A reference that points elsewhere, and a row under another's number.
        ("UPDATE note SET origin = 2 WHERE number = 3", 4),
        ("UPDATE note SET person = (SELECT max(seq) FROM person) WHERE number = 1", 1),
        ("UPDATE addendum SET person = (SELECT max(seq) FROM person) WHERE note = (SELECT seq FROM note WHERE number = 2)", 5),
        (
            "UPDATE note SET session = -session WHERE number IN (1, 2);
             UPDATE note SET session = (SELECT -min(session) FROM note) + (SELECT -max(session) FROM note WHERE session < 0)
                 + session WHERE session < 0",
            1,
        ),
        (
            "UPDATE note_section SET note = -note WHERE note IN (SELECT seq FROM note WHERE number IN (2, 3));
             UPDATE note_section SET note = (SELECT sum(seq) FROM note WHERE number IN (2, 3)) + note WHERE note < 0",
            3,
        ),
        (
            "UPDATE session SET seq = -seq WHERE seq IN (SELECT session FROM note WHERE number IN (2, 3));
             UPDATE session SET seq = (SELECT sum(session) FROM note WHERE number IN (2, 3)) + seq WHERE seq < 0",
            3,
        ),
        (
            "UPDATE person SET seq = -seq; UPDATE person SET seq = (SELECT -sum(seq) FROM person) + seq WHERE seq < 0",
            1,
        ),
        ("UPDATE note SET seq = -seq WHERE number = 2; UPDATE note SET seq = 900 WHERE seq < 0", 3),
    ] {
        let mut desk = signed_desk();
        for n in 3..=4 {
            save_session(&mut desk.store, &session(1, n));
            save_draft(&mut desk.store, &note(1, n));
            sign(&mut desk.store, &note(1, n));
        }
        add(&mut desk.store, 3, 2);
        save_person(&mut desk.store, &person(2));
        assert_eq!(desk.store.verify_notes().unwrap().good, 5);
        let conn = desk.store.connection_for_tests();
        conn.execute_batch("INSERT INTO origin (seq, vault) VALUES (2, 'elsewhere')").unwrap();
        behind_the_triggers(conn, |conn| conn.execute_batch(tampering).unwrap());
        let report = desk.store.verify_notes().unwrap();
        assert_eq!(report.broken_at, Some(link), "{tampering}");
        assert!(!desk.store.check().unwrap().is_well(), "{tampering}");
    }
}

#[test]
fn tampering_with_the_audit_trail_is_found_at_the_right_entry() {
    // 1 the vault, 2 Maria, 3 to 6 two sessions with drafts, 7 the signature, 8 the addendum.
    for (tampering, entry) in [
        ("UPDATE audit SET user = 'somebody else' WHERE sequence = 3", 3),
        ("UPDATE audit SET at = at - 1 WHERE sequence = 1", 1),
        ("UPDATE audit SET at_offset = 0 WHERE sequence = 5", 5),
        ("UPDATE audit SET op = 'undo' WHERE sequence = 2", 2),
        ("UPDATE audit SET about = x'' WHERE sequence = 4", 4),
        ("UPDATE audit SET touched = '' WHERE sequence = 4", 4),
        ("UPDATE audit SET touched = 'goal ' || touched WHERE sequence = 4", 4),
        ("UPDATE audit SET detail = detail || ' ' WHERE sequence = 6", 6),
        ("UPDATE audit SET subject = x'' WHERE sequence = 7", 7),
        ("UPDATE audit SET subject = x'00' WHERE sequence = 3", 3),
        ("UPDATE audit SET seal = (SELECT seal FROM audit WHERE sequence = 8) WHERE sequence = 7", 7),
        ("UPDATE audit SET seal = x'' WHERE sequence = 8", 8),
        ("UPDATE audit SET seal = zeroblob(32) WHERE sequence = 2", 2),
        ("UPDATE audit SET hash = zeroblob(32) WHERE sequence = 3", 3),
        ("UPDATE audit SET hash = x'' WHERE sequence = 8", 8),
        ("DELETE FROM audit WHERE sequence = 1", 1),
        ("DELETE FROM audit WHERE sequence = 4", 4),
        ("DELETE FROM audit WHERE sequence = 7", 7),
        // Closing the gap does not help.
        (
            "DELETE FROM audit WHERE sequence = 4;
             UPDATE audit SET sequence = -sequence WHERE sequence > 4;
             UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0",
            4,
        ),
        (
            "UPDATE audit SET sequence = -sequence WHERE sequence IN (3, 4);
             UPDATE audit SET sequence = 7 + sequence WHERE sequence < 0",
            3,
        ),
        (
            "INSERT INTO audit (sequence, at, at_offset, op, user, hash)
             SELECT sequence + 1, at, at_offset, op, user, hash FROM audit ORDER BY sequence DESC LIMIT 1",
            9,
        ),
        (
            "UPDATE audit SET sequence = -sequence WHERE sequence > 4;
             UPDATE audit SET sequence = 1 - sequence WHERE sequence < 0;
             INSERT INTO audit SELECT 5, at, at_offset, op, about, user, touched, detail, subject, seal, hash
             FROM audit WHERE sequence = 4",
            5,
        ),
    ] {
        let desk = signed_desk();
        let conn = desk.store.connection_for_tests();
        behind_the_triggers(conn, |conn| conn.execute_batch(tampering).unwrap());
        let report = desk.store.check().unwrap();
        assert_eq!(report.audit.broken_at, Some(entry), "{tampering}");
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
        .query_map([], |row| (0..11).map(|column| row.get(column)).collect())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for row in rows {
        conn.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
