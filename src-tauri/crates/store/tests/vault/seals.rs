//! Somebody who holds the key, drops the triggers, changes what was signed, computes every seal anew and puts the triggers
//! back word for word. And erasure: words and salts go, and every seal still verifies.

use domain::note::{NoteFormat, NoteSection, NoteState};
use rusqlite::{Connection, params};
use store::{Error, FindingKind, Store};

use crate::{kit::*, thief::*};

/// What somebody does behind the triggers.
type Forgery<'f> = (&'static str, &'f dyn Fn(&Connection));

/// Three signed notes, the second with an addendum: note, addendum, note, note, addendum as links.
fn desk_with_five_seals() -> Desk {
    let mut desk = signed_desk();
    for n in 3..=4 {
        save_session(&mut desk.store, &session(1, n));
        save_draft(&mut desk.store, &note(1, n));
        sign(&mut desk.store, &note(1, n));
    }
    add(&mut desk.store, 3, 2);
    desk
}

fn sql(statement: &'static str) -> impl Fn(&Connection) {
    move |conn| conn.execute_batch(statement).unwrap()
}

#[test]
fn the_seals_computed_here_are_those_that_the_store_wrote() {
    let desk = desk_with_five_seals();
    let conn = desk.store.connection_for_tests();
    let before = [
        dump(conn, "note"),
        dump(conn, "addendum"),
        dump(conn, "audit"),
    ];
    behind_the_triggers(conn, |conn| {
        recompute_seals(conn);
        recompute_trail(conn);
    });
    assert_eq!(
        [
            dump(conn, "note"),
            dump(conn, "addendum"),
            dump(conn, "audit")
        ],
        before
    );
    assert!(desk.store.check().unwrap().is_well());
}

/// The words, the facts or an addendum are changed, its own seal is computed anew, and the triggers are as they were: the
/// trail knows better.
#[test]
fn what_is_changed_with_its_seal_is_found_by_check_backup_and_restore_at_the_right_link() {
    let forgeries: [(&str, u64); 6] = [
        (
            "UPDATE note_section SET text = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 4",
            1,
        ),
        (
            "UPDATE note_section SET judgement = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 4",
            4,
        ),
        (
            "UPDATE note SET facts = replace(facts, 'Maria Hansen', 'Maria Jensen') WHERE number = 2",
            3,
        ),
        (
            "UPDATE note SET signed_by = 'Somebody Else' WHERE number = 3",
            4,
        ),
        (
            "UPDATE addendum SET words = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1)",
            2,
        ),
        (
            "UPDATE addendum SET words = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 2)",
            5,
        ),
    ];
    for (forgery, link) in forgeries {
        let mut desk = desk_with_five_seals();
        let conn = desk.store.connection_for_tests();
        behind_the_triggers(conn, |conn| {
            conn.execute_batch(forgery).unwrap();
            recompute_seals(conn);
        });
        let report = desk.store.check().unwrap();
        assert!(
            report.problems.is_empty() && report.audit.is_whole(),
            "{forgery}: {report:?}"
        );
        assert_eq!(
            (report.notes.good, report.notes.broken_at),
            (link - 1, Some(link)),
            "{forgery}"
        );
        let backups = folder();
        let made = make_backup(&mut desk.store, backups.path(), at(80));
        assert!(
            matches!(made, Err(Error::Damaged { .. })),
            "{forgery}: {made:?}"
        );
        assert_eq!(std::fs::read_dir(backups.path()).unwrap().count(), 0);
        assert!(
            desk.store.new_data_key(&passphrase(), at(81)).is_err(),
            "{forgery}"
        );
        assert!(restored(&desk).is_err(), "{forgery}");
    }
}

/// A backup that somebody with the key packs by hand, of a vault that our own backup would refuse.
fn restored(desk: &Desk) -> store::Result<()> {
    let dir = folder();
    let aside = folder();
    let file = dir.path().join("by-hand.waymark");
    desk.store.pack_for_tests(&file, at(80)).unwrap();
    let words = passphrase();
    store::restore(
        &file,
        aside.path(),
        store::Secret::Passphrase(&words),
        at(82),
    )
}

#[test]
fn a_backup_packed_by_hand_of_a_whole_vault_is_restored_so_the_refusals_above_are_for_what_it_holds()
 {
    restored(&desk_with_five_seals()).unwrap();
}

/// The chain of seals and the whole trail are computed anew as well. Nothing in the database is wrong any more; the head file
/// and the printed end of the trail are.
#[test]
fn what_is_forged_together_with_the_whole_trail_is_found_by_the_head_and_by_paper() {
    let insert = |conn: &Connection| {
        conn.execute_batch(
            "UPDATE audit SET sequence = -sequence WHERE sequence > 4;
             UPDATE audit SET sequence = 1 - sequence WHERE sequence < 0;
             INSERT INTO audit SELECT 5, at, at_offset, op, about, user, touched, detail, subject, seal, hash
             FROM audit WHERE sequence = 4;
             UPDATE note SET sealed_in = sealed_in + 1 WHERE number > 0;
             UPDATE addendum SET sealed_in = sealed_in + 1",
        )
        .unwrap();
    };
    let remove = |conn: &Connection| {
        conn.execute_batch(
            "DELETE FROM audit WHERE sequence = 4;
             UPDATE audit SET sequence = -sequence WHERE sequence > 4;
             UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0;
             UPDATE note SET sealed_in = sealed_in - 1 WHERE number > 0;
             UPDATE addendum SET sealed_in = sealed_in - 1",
        )
        .unwrap();
    };
    let change = sql("UPDATE note_section SET text = 'forged' WHERE position = 4");
    let rename = sql("UPDATE audit SET user = 'Somebody Else' WHERE sequence = 3");
    let reorder = sql(
        "UPDATE audit SET sequence = -sequence WHERE sequence IN (3, 4);
         UPDATE audit SET sequence = 7 + sequence WHERE sequence < 0",
    );
    let forgeries: [Forgery<'_>; 5] = [
        ("a note", &change),
        ("the user of an entry", &rename),
        ("two entries changed places", &reorder),
        ("an entry more", &insert),
        ("an entry less", &remove),
    ];
    for (what, forge) in forgeries {
        let Desk { dir, store, .. } = desk_with_five_seals();
        let printed = printed_with(&store);
        let conn = store.connection_for_tests();
        behind_the_triggers(conn, |conn| {
            forge(conn);
            recompute_seals(conn);
            recompute_trail(conn);
        });
        let report = store.check().unwrap();
        assert!(
            report.is_well(),
            "{what} is not found by the database alone: {report:?}"
        );
        assert_ne!(printed_with(&store), printed, "{what}: the paper tells");
        store.close().unwrap();

        // The head was written by the store that was open; the forger has to put back the one from before, or none.
        let store = open(dir.path()).unwrap();
        let kind = if what == "an entry less" {
            FindingKind::SavesMissing
        } else {
            FindingKind::Forked
        };
        assert_eq!(found(&store), [(kind, 1)], "{what}");
        assert!(!store.check().unwrap().is_well(), "{what}");
        store.close().unwrap();
        let without_head = folder();
        copy_folder(dir.path(), without_head.path());
        std::fs::remove_file(without_head.path().join("vault/vault.head")).unwrap();
        let store = open(without_head.path()).unwrap();
        assert!(
            found(&store).contains(&(FindingKind::HeadGone, 0)),
            "{what}"
        );
    }
}

/// What stands small on the paper of every signed note: the end of the trail when it was signed.
fn printed_with(store: &Store) -> Vec<(u64, String)> {
    let notes = store.notes(person_id(1)).unwrap().into_iter();
    notes
        .filter_map(|line| match store.note(line.id).unwrap().state {
            NoteState::Signed { chain, .. } => Some((chain.sequence, chain.hash)),
            NoteState::Draft => None,
        })
        .collect()
}

#[test]
fn a_seal_copied_from_another_note_is_found() {
    for (copy, link) in [
        (
            "UPDATE note SET seal = (SELECT seal FROM note WHERE number = 1) WHERE number = 3",
            4,
        ),
        // With everything that was sealed, but the note's own id.
        (
            "UPDATE note SET (seal, facts, salt, signed_at, signed_by, on_day)
                 = (SELECT seal, facts, salt, signed_at, signed_by, on_day FROM note WHERE number = 1) WHERE number = 3;
             UPDATE note_section AS mine SET (drafted, text, judgement) = (
                 SELECT drafted, text, judgement FROM note_section AS theirs
                 WHERE theirs.position = mine.position AND theirs.note = (SELECT seq FROM note WHERE number = 1)
             ) WHERE note = (SELECT seq FROM note WHERE number = 3)",
            4,
        ),
        // And its row of the trail.
        (
            "UPDATE note SET seal = (SELECT seal FROM note WHERE number = 1) WHERE number = 3;
             UPDATE audit SET seal = (SELECT seal FROM note WHERE number = 1)
             WHERE subject = (SELECT id FROM note WHERE number = 3)",
            4,
        ),
    ] {
        let desk = desk_with_five_seals();
        behind_the_triggers(desk.store.connection_for_tests(), |conn| {
            conn.execute_batch(copy).unwrap();
        });
        assert_eq!(desk.store.check().unwrap().notes.broken_at, Some(link), "{copy}");
    }
}

#[test]
fn what_is_printed_with_a_signed_note_stays_as_it_was_signed() {
    let mut desk = signed_desk();
    let signed = desk.store.note(note(1, 1).id).unwrap();
    let mut renamed = person(1);
    renamed.details.preferred_name = "Mia".to_owned();
    renamed.details.record_number = "99".to_owned();
    save_person(&mut desk.store, &renamed);
    let mut moved = session(1, 1);
    moved.place = "elsewhere".to_owned();
    moved.on = day(9);
    save_session(&mut desk.store, &moved);
    desk.store
        .transact(
            store::Op::SavePractitioner,
            store::About::vault(),
            at(20),
            |tx| {
                tx.save_practitioner(&domain::settings::Practitioner {
                    name: "Liv".to_owned(),
                    title: String::new(),
                })
            },
        )
        .unwrap();
    assert_eq!(desk.store.note(note(1, 1).id).unwrap(), signed);
    let NoteState::Signed {
        facts: printed, by, ..
    } = signed.state
    else {
        panic!("not signed");
    };
    assert_eq!((*printed, by.as_str()), (facts(1), "Signe Holm, OT"));
    assert!(desk.store.check().unwrap().is_well());
}

#[test]
fn an_erased_persons_seals_still_verify_and_their_words_and_salts_are_gone() {
    let mut desk = desk_with_five_seals();
    let before = printed_with(&desk.store);
    assert_eq!(before.len(), 3);
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    let conn = desk.store.connection_for_tests();
    let left: i64 = conn
        .query_row(
            "SELECT (SELECT count(*) FROM note WHERE facts <> '' OR salt <> x'' OR digest = x'')
                 + (SELECT count(*) FROM note_section WHERE drafted || text || judgement <> '' OR digest = x'')
                 + (SELECT count(*) FROM addendum WHERE words || reason <> '' OR salt <> x'' OR digest = x'')",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(left, 0);
    let report = desk.store.check().unwrap();
    assert!(report.is_well(), "{report:?}");
    assert_eq!((report.notes.good, report.counts.signed_notes), (5, 3));
    // And it goes into backups, and out of them.
    let backups = folder();
    let made = make_backup(&mut desk.store, backups.path(), at(41)).unwrap();
    let elsewhere = folder();
    let words = passphrase();
    store::restore(
        &made.path,
        elsewhere.path(),
        store::Secret::Passphrase(&words),
        at(42),
    )
    .unwrap();
    assert!(open(elsewhere.path()).unwrap().check().unwrap().is_well());
}

/// Whoever knows every word that was there, and keeps the digests, cannot show that it was those words.
#[test]
fn nobody_can_prove_what_an_erased_note_said() {
    let mut desk = signed_desk();
    let kept = |conn: &Connection, column: &str, from: &str| -> Vec<u8> {
        conn.query_row(&format!("SELECT {column} FROM {from}"), [], |row| {
            row.get(0)
        })
        .unwrap()
    };
    let salt = kept(
        desk.store.connection_for_tests(),
        "salt",
        "note WHERE number = 1",
    );
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    let conn = desk.store.connection_for_tests();
    let digest = kept(
        conn,
        "digest",
        "note_section WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 3",
    );
    let section = note(1, 1).sections.swap_remove(3);
    let guess = |salt: &[u8]| {
        digest_of_words(
            salt,
            3,
            &section.drafted,
            &section.text,
            &section.judgement,
            i64::from(section.unconfirmed),
        )
    };
    assert_eq!(guess(&salt), digest, "with the salt anybody could");
    let everything_left: Vec<Vec<u8>> = conn
        .prepare(
            "SELECT seal FROM audit UNION SELECT hash FROM audit UNION SELECT id FROM note UNION SELECT digest FROM note
             UNION SELECT seal FROM note UNION SELECT digest FROM note_section UNION SELECT digest FROM addendum UNION SELECT x''",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(everything_left.iter().all(|salt| guess(salt) != digest));
    assert!(!everything_left.contains(&salt));
}

/// Takes the words and salts of a note as an erasure does, and leaves the digests.
pub fn take_the_words(conn: &Connection, number: i64) {
    let (id, salt, facts): (Vec<u8>, Vec<u8>, String) = conn
        .query_row(
            "SELECT id, salt, facts FROM note WHERE number = ?",
            [number],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let sections: Vec<(i64, String, String, String, i64)> = conn
        .prepare("SELECT position, coalesce(drafted, text), text, judgement, unconfirmed FROM note_section
                  WHERE note = (SELECT seq FROM note WHERE id = ?)")
        .unwrap()
        .query_map([&id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (position, drafted, text, judgement, unconfirmed) in sections {
        let digest = digest_of_words(&salt, position, &drafted, &text, &judgement, unconfirmed);
        conn.execute(
            "UPDATE note_section SET digest = ?, drafted = '', text = '', judgement = ''
             WHERE note = (SELECT seq FROM note WHERE id = ?) AND position = ?",
            params![digest, id, position],
        )
        .unwrap();
    }
    conn.execute(
        "UPDATE note SET digest = ?, facts = '', salt = x'' WHERE id = ?",
        params![digest_of_facts(&salt, &facts), id],
    )
    .unwrap();
}

#[test]
fn an_erasure_that_the_trail_does_not_know_is_found() {
    let desk = desk_with_five_seals();
    behind_the_triggers(desk.store.connection_for_tests(), |conn| {
        take_the_words(conn, 2)
    });
    let report = desk.store.check().unwrap();
    assert!(report.problems.is_empty() && report.audit.is_whole());
    assert_eq!(report.notes.broken_at, Some(3));
}

/// The digests of an erased note verify whatever stands beside them, so nothing may stand there.
#[test]
fn words_put_into_an_erased_note_are_found() {
    for (forgery, link) in [
        (
            "UPDATE note_section SET text = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 2) AND position = 3",
            3,
        ),
        (
            "UPDATE note_section SET judgement = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 0",
            1,
        ),
        (
            "UPDATE note_section SET drafted = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 3) AND position = 0",
            4,
        ),
        ("UPDATE note SET facts = '{}' WHERE number = 1", 1),
        (
            "UPDATE addendum SET words = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1)",
            2,
        ),
        (
            "UPDATE addendum SET reason = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 2)",
            5,
        ),
    ] {
        let mut desk = desk_with_five_seals();
        desk.store.erase(person_id(1), "", at(40)).unwrap();
        behind_the_triggers(desk.store.connection_for_tests(), |conn| {
            conn.execute_batch(forgery).unwrap();
        });
        let report = desk.store.check().unwrap();
        assert_eq!(report.notes.broken_at, Some(link), "{forgery}");
    }
}

/// A format says what the headings over the words are: under others, the same words would say something else.
#[test]
fn a_seal_covers_the_format_and_the_kind_of_every_section() {
    for format in NoteFormat::ALL {
        let mut desk = signed_desk();
        save_session(&mut desk.store, &session(1, 3));
        let mut note = note(1, 3);
        note.format = format;
        note.sections = NoteFormat::ALL
            .iter()
            .flat_map(|format| format.sections())
            .filter(|kind| format.has(**kind))
            .map(|kind| NoteSection {
                kind: *kind,
                drafted: String::new(),
                text: "As it was told.".to_owned(),
                judgement: String::new(),
                unconfirmed: false,
            })
            .collect();
        // Text from an earlier format is signed with the rest.
        let left = NoteFormat::ALL
            .into_iter()
            .find(|other| !other.sections().iter().all(|kind| format.has(*kind)));
        let left = left.and_then(|other| other.sections().iter().find(|kind| !format.has(**kind)));
        note.sections.push(NoteSection {
            kind: *left.unwrap(),
            drafted: "drafted".to_owned(),
            text: "typed".to_owned(),
            judgement: String::new(),
            unconfirmed: false,
        });
        note.sections.dedup_by_key(|section| section.kind);
        save_draft(&mut desk.store, &note);
        let signed = sign(&mut desk.store, &note);
        assert_eq!((signed.format, &signed.sections), (format, &note.sections));
        assert!(desk.store.check().unwrap().is_well(), "{format:?}");

        let other = if format == NoteFormat::Imr {
            "dap"
        } else {
            "imr"
        };
        for forgery in [
            format!("UPDATE note SET format = '{other}' WHERE number = 2"),
            "UPDATE note_section SET kind = 'skill' WHERE position = 0 AND note = (SELECT seq FROM note WHERE number = 2)"
                .to_owned(),
        ] {
            let copy = desk.store.connection_for_tests();
            copy.execute_batch("SAVEPOINT forged").unwrap();
            behind_the_triggers(copy, |conn| conn.execute_batch(&forgery).unwrap());
            let report = desk.store.verify_notes().unwrap();
            assert_eq!(report.broken_at, Some(3), "{format:?}: {forgery}");
            copy.execute_batch("ROLLBACK TO forged; RELEASE forged").unwrap();
        }
        assert!(desk.store.verify_notes().unwrap().is_whole());
    }
}
