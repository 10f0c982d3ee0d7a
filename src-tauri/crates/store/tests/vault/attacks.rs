//! A second thief, who read the first one's tests: holds the key and the disk, and goes where those did not. What was got
//! away with once stands here with what finds it now; what nothing finds stands at the end, said honestly.

use std::{collections::BTreeSet, fs, path::Path};

use data_encoding::HEXLOWER;
use rusqlite::{config::DbConfig, params};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use store::{About, Choice, Draft, Error, FindingKind, Op, Passphrase, Secret, Store};
use tempfile::TempDir;

use crate::{archive::*, kit::*, seals::take_the_words, thief::*};

const NEW: &str = "four green lamps hum";
const COPIES: [&str; 2] = ["vault.hdr", "vault.hdr2"];

fn vault(dir: &Path, name: &str) -> std::path::PathBuf {
    dir.join("vault").join(name)
}

fn open_with(dir: &Path, words: &str) -> store::Result<Store> {
    let words = Passphrase::new(words);
    Store::open(dir, Secret::Passphrase(&words), at(50))
}

/// Four signed notes of Maria's, the first with an addendum.
fn desk_with_notes() -> Desk {
    let mut desk = signed_desk();
    for n in 3..=5 {
        save_session(&mut desk.store, &session(1, n));
        save_draft(&mut desk.store, &note(1, n));
        sign(&mut desk.store, &note(1, n));
    }
    desk
}

/// A vault whose head was lost, so that one finding stands in it.
fn desk_with_a_finding() -> (TempDir, Store) {
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    fs::remove_file(vault(dir.path(), "vault.head")).unwrap();
    let store = open(dir.path()).unwrap();
    assert_eq!(found(&store), [(FindingKind::HeadGone, 0)]);
    (dir, store)
}

#[test]
fn a_finding_that_was_removed_changed_or_acknowledged_behind_the_trail_is_found() {
    for forgery in [
        "DELETE FROM finding",
        "UPDATE finding SET acknowledged_by = 'Signe Holm'",
        "UPDATE finding SET acknowledged_by = 'Signe Holm', acknowledged_at = found_at, acknowledged_offset = found_offset",
        "UPDATE finding SET saves = 1",
        "UPDATE finding SET kind = 'schema'",
        "UPDATE finding SET found_at = found_at + 1",
        "UPDATE finding SET number = 2",
        "INSERT INTO finding (kind, since_at, since_offset, found_at, found_offset, acknowledged_by)
         SELECT kind, since_at, since_offset, found_at, found_offset, 'x' FROM finding",
    ] {
        let (dir, mut store) = desk_with_a_finding();
        behind_the_triggers(store.connection_for_tests(), |conn| {
            conn.execute_batch(forgery).unwrap();
        });
        let report = store.check().unwrap();
        assert_eq!(report.problems.len(), 1, "{forgery}: {report:?}");
        assert!(make_backup(&mut store, folder().path(), at(80)).is_err(), "{forgery}");
        drop((store, dir));
    }
    // The program's own way is told by the trail, through a backup and a new key too.
    let (_dir, mut store) = desk_with_a_finding();
    store
        .transact(Op::Acknowledge, About::vault(), at(7), |tx| {
            tx.acknowledge(1, "Signe Holm")
        })
        .unwrap();
    assert!(store.check().unwrap().is_well());
    store.new_data_key(&passphrase(), at(8)).unwrap();
    let backups = folder();
    let made = make_backup(&mut store, backups.path(), at(9)).unwrap();
    let elsewhere = folder();
    let words = passphrase();
    store::restore(
        &made.path,
        elsewhere.path(),
        Secret::Passphrase(&words),
        at(10),
    )
    .unwrap();
    assert!(open(elsewhere.path()).unwrap().check().unwrap().is_well());
}

/// What the database expects of the header on disk, as anybody with the key can write it.
fn expect(store: &Store, header: &[u8], before: &[u8]) {
    let hash = |header: &[u8]| {
        if header.is_empty() {
            return Vec::new();
        }
        let envelope: Json = serde_json::from_slice(header).unwrap();
        Sha256::digest(envelope["content"].as_str().unwrap().as_bytes()).to_vec()
    };
    store
        .connection_for_tests()
        .execute(
            "UPDATE vault SET header = ?, header_before = ?",
            [hash(header), hash(before)],
        )
        .unwrap();
}

/// Whoever knows yesterday's passphrase knows the data key, and can make the database expect yesterday's header.
#[test]
fn yesterdays_header_is_a_finding_even_where_the_database_was_made_to_expect_it() {
    for cut_off in [false, true] {
        let Desk { dir, mut store, .. } = desk_with(&person(1));
        let old = fs::read(vault(dir.path(), COPIES[0])).unwrap();
        store
            .change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
            .unwrap();
        let new = fs::read(vault(dir.path(), COPIES[0])).unwrap();
        if cut_off {
            expect(&store, &new, &old);
        } else {
            expect(&store, &old, &[]);
        }
        store.close().unwrap();
        for name in COPIES {
            fs::write(vault(dir.path(), name), &old).unwrap();
        }
        let kind = if cut_off {
            FindingKind::PassphraseUnfinished
        } else {
            FindingKind::OldHeader
        };
        for _ in 0..2 {
            let store = open_with(dir.path(), WORDS).unwrap();
            assert_eq!(found(&store), [(kind, 0)]);
            assert!(!store.check().unwrap().is_well());
            store.close().unwrap();
        }
    }
}

/// With the data key anybody can make a header that opens with words of their own: here by changing the passphrase of a copy.
#[test]
fn a_header_with_a_passphrase_of_the_thiefs_own_is_a_finding() {
    let Desk { dir, store, .. } = desk_with(&person(1));
    store.close().unwrap();
    let aside = folder();
    copy_folder(dir.path(), aside.path());
    let mut copy = open(aside.path()).unwrap();
    copy.change_passphrase(&passphrase(), &Passphrase::new(NEW), at(40))
        .unwrap();
    copy.close().unwrap();
    let own = fs::read(vault(aside.path(), COPIES[0])).unwrap();
    let store = open(dir.path()).unwrap();
    expect(&store, &own, &[]);
    store.close().unwrap();
    for name in COPIES {
        fs::write(vault(dir.path(), name), &own).unwrap();
    }
    let store = open_with(dir.path(), NEW).unwrap();
    assert_eq!(found(&store), [(FindingKind::OldHeader, 0)]);
}

#[test]
fn what_stands_there_as_signed_is_not_shown_where_the_trail_says_otherwise() {
    for forgery in [
        "UPDATE note_section SET text = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 4",
        "UPDATE note SET facts = replace(facts, 'Maria', 'Marta') WHERE number = 1",
        "UPDATE addendum SET words = 'forged'",
    ] {
        let desk = desk_with_notes();
        behind_the_triggers(desk.store.connection_for_tests(), |conn| {
            conn.execute_batch(forgery).unwrap();
            recompute_seals(conn);
        });
        let shown = desk.store.note(note(1, 1).id);
        assert!(
            matches!(shown, Err(Error::Damaged { .. })),
            "{forgery}: {shown:?}"
        );
        assert!(desk.store.note_of(session(1, 1).id).is_err(), "{forgery}");
        // The others are.
        desk.store.note(note(1, 3).id).unwrap();
    }
}

/// Whoever has the words and the salts from an old copy has all that the seal covers.
#[test]
fn the_words_of_somebody_erased_put_back_word_for_word_are_found() {
    let mut desk = desk_with_notes();
    desk.store.settle().unwrap();
    let aside = folder();
    copy_folder(desk.dir.path(), aside.path());
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    assert!(desk.store.check().unwrap().is_well());
    let old = aside.path().join("vault/vault.db");
    let old = desk.store.open_for_tests(&old).unwrap();
    behind_the_triggers(desk.store.connection_for_tests(), |conn| {
        let notes: Vec<(Vec<u8>, String, i64)> = old
            .prepare("SELECT salt, facts, seq FROM note WHERE number > 0")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for note in notes {
            conn.execute("UPDATE note SET salt = ?, facts = ? WHERE seq = ?", note)
                .unwrap();
        }
        let sections: Vec<(Option<String>, String, String, i64)> = old
            .prepare("SELECT drafted, text, judgement, seq FROM note_section")
            .unwrap()
            .query_map([], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for section in sections {
            conn.execute(
                "UPDATE note_section SET drafted = ?, text = ?, judgement = ? WHERE seq = ?",
                section,
            )
            .unwrap();
        }
    });
    assert_eq!(desk.store.check().unwrap().notes.broken_at, Some(1));
}

#[test]
fn an_earlier_erasure_is_no_leave_to_empty_what_was_signed_after_it() {
    let mut desk = signed_desk();
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    // The program writes nothing about her any more; somebody with the key gives her the name back first.
    desk.store
        .connection_for_tests()
        .execute_batch("UPDATE person SET preferred_name = 'Maria'")
        .unwrap();
    save_session(&mut desk.store, &session(1, 6));
    save_draft(&mut desk.store, &note(1, 6));
    sign(&mut desk.store, &note(1, 6));
    assert!(desk.store.check().unwrap().is_well());
    behind_the_triggers(desk.store.connection_for_tests(), |conn| {
        take_the_words(conn, 2)
    });
    assert_eq!(desk.store.check().unwrap().notes.broken_at, Some(3));
}

#[test]
fn what_is_taken_out_of_the_ledger_of_what_left_or_ended_otherwise_there_is_found() {
    for forgery in [
        "DELETE FROM hand_off",
        "UPDATE hand_off SET id = x'00112233445566778899aabbccddeeff'",
    ] {
        let mut desk = desk();
        write_down_everything(&mut desk.store, 1);
        sign_and_hand_off(&mut desk.store, 1);
        assert!(desk.store.check().unwrap().is_well());
        behind_the_triggers(desk.store.connection_for_tests(), |conn| {
            conn.execute_batch(forgery).unwrap();
        });
        assert_eq!(desk.store.check().unwrap().problems.len(), 1, "{forgery}");
    }
}

/// Changes to the schema that leave every text of it, or its names, as they were, or hide behind a name of the library's.
#[test]
fn what_hides_in_the_schema_or_in_a_setting_of_the_index_is_found() {
    let rewritten =
        |sql: &str| format!("PRAGMA writable_schema = ON; {sql}; PRAGMA writable_schema = RESET");
    let attacks = [
        "CREATE TABLE search_content (x)".to_owned(),
        "CREATE TABLE search_docsize (x)".to_owned(),
        rewritten(
            "CREATE TABLE aside (x);
             UPDATE sqlite_schema SET name = 'sqlite_statements', tbl_name = name, sql = 'CREATE TABLE sqlite_statements (x)'
             WHERE name = 'aside';
             UPDATE sqlite_schema SET tbl_name = name WHERE name = 'sqlite_statements'",
        ),
        // A trigger that says of itself that it is a table of the library's.
        rewritten(
            "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', 'sqlite_stat4', 'audit', 0,
                 'CREATE TRIGGER quiet BEFORE INSERT ON audit BEGIN SELECT RAISE (IGNORE); END')",
        ),
        // Two triggers of one name, of which only one is ours.
        rewritten(
            "INSERT INTO sqlite_schema SELECT type, name, tbl_name, rootpage,
                 'CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT 1; END'
             FROM sqlite_schema WHERE name = 'audit_stays'",
        ),
        rewritten("UPDATE sqlite_schema SET tbl_name = 'note' WHERE name = 'audit_stays'"),
        rewritten(
            "UPDATE sqlite_schema SET sql = replace(sql, 'words TEXT NOT NULL', 'words TEXT NOT NULL COLLATE NOCASE')
             WHERE name = 'statement'",
        ),
        rewritten("UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (one = 1)', '') WHERE name = 'vault'"),
        rewritten(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'audit_by_time')
             WHERE name = 'audit_by_op'",
        ),
        // An erasure would leave words in the index.
        "INSERT INTO search (search, rank) VALUES ('secure-delete', 0)".to_owned(),
    ];
    for attack in attacks {
        let Desk { dir, store, .. } = signed_desk();
        let conn = store.connection_for_tests();
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
            .unwrap();
        conn.execute_batch(&attack).unwrap();
        let _ = store.close();
        let well = open(dir.path()).and_then(|store| Ok(store.check()?.is_well()));
        assert!(
            matches!(well, Ok(false) | Err(Error::Damaged { .. })),
            "{attack}: {well:?}"
        );
    }
}

#[test]
fn yesterdays_log_beside_todays_database_is_found() {
    let mut desk = desk_with(&person(1));
    for n in 1..=5 {
        save_session(&mut desk.store, &session(1, n));
    }
    let yesterday = folder();
    copy_folder(desk.dir.path(), yesterday.path());
    desk.store.settle().unwrap();
    for n in 6..=9 {
        save_session(&mut desk.store, &session(1, n));
    }
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    fs::copy(
        vault(yesterday.path(), "vault.db-wal"),
        vault(dir.path(), "vault.db-wal"),
    )
    .unwrap();
    match open(dir.path()) {
        Ok(store) => assert!(!found(&store).is_empty()),
        Err(error) => assert!(matches!(error, Error::Damaged { .. }), "{error:?}"),
    }
}

/// A log cut at every frame, as somebody without the key can cut it: what is missing is counted.
#[test]
fn a_log_cut_between_two_saves_is_counted() {
    let mut desk = desk_with(&person(1));
    desk.store.settle().unwrap();
    for n in 1..=4 {
        save_session(&mut desk.store, &session(1, n));
    }
    let log = fs::read(vault(desk.dir.path(), "vault.db-wal")).unwrap();
    let mut lost = BTreeSet::new();
    // A header of 32 bytes, and each frame one of 24 and a page.
    for frames in 0..(log.len() - 32) / 8216 {
        let cut = folder();
        copy_folder(desk.dir.path(), cut.path());
        fs::remove_file(vault(cut.path(), "vault.db-shm")).unwrap();
        fs::write(
            vault(cut.path(), "vault.db-wal"),
            &log[..32 + frames * 8216],
        )
        .unwrap();
        let store = open(cut.path()).unwrap();
        let [(FindingKind::SavesMissing, saves)] = found(&store)[..] else {
            panic!("{frames} frames: {:?}", found(&store));
        };
        assert_eq!(
            store.sessions(person_id(1)).unwrap().len() as u64,
            4 - saves
        );
        lost.insert(saves);
    }
    assert_eq!(lost, BTreeSet::from([1, 2, 3, 4]));
}

/// An archive of Maria's that reaches for what is Ole's is refused before it is merged, and by the plan already.
#[test]
fn an_archive_reaches_nothing_of_somebody_elses() {
    let hex = |id: uuid::Uuid| json!({ "hex": HEXLOWER.encode(id.as_bytes()) });
    // The table, the column that refers, what of Ole's it refers to, and a key that is not taken.
    let steps = goal(2, 1).short_term;
    let reaches = [
        ("hand_off", "note", note(2, 1).id.uuid(), "id"),
        ("addendum", "note", note(2, 1).id.uuid(), "id"),
        ("note_section", "note", note(2, 2).id.uuid(), "position"),
        ("note_section", "note", note(2, 1).id.uuid(), "position"),
        ("step", "short_term_goal", steps[0].id.uuid(), "id"),
        ("short_term_goal", "goal", goal(2, 1).id.uuid(), "id"),
        ("goal_review", "goal", goal(2, 1).id.uuid(), ""),
        (
            "session_promise",
            "practice",
            practice(2, 10, 1).id.uuid(),
            "position",
        ),
        ("practice", "agreed_in", session(2, 1).id.uuid(), "id"),
        ("sheet", "goal", goal(2, 1).id.uuid(), "id"),
        ("note", "session", session(2, 2).id.uuid(), "id"),
        ("session", "meeting", session(2, 1).meeting.uuid(), "id"),
    ];
    let mut desk = home();
    let archive = json_of(&desk.store.archive(person_id(1)).unwrap());
    let before: String = tables(desk.store.connection_for_tests())
        .iter()
        .map(|table| dump(desk.store.connection_for_tests(), table))
        .collect();
    for (table, column, theirs, key) in reaches {
        let mut changed = archive.clone();
        let rows = changed["tables"][table].as_array_mut().unwrap();
        let mut row = rows[0].clone();
        row[column] = hex(theirs);
        match key {
            "id" => row["id"] = json!({ "hex": "0a990000000070008000000000000000" }),
            "position" => row["position"] = 77.into(),
            _ => {}
        }
        rows.push(row);
        for merge in [Store::plan_merge, Store::merge] {
            let merged = merge(&mut desk.store, &archive_of(&changed), at(50));
            assert!(
                matches!(merged, Err(Error::OtherPerson)),
                "{table}.{column}: {merged:?}"
            );
        }
    }
    let after: String = tables(desk.store.connection_for_tests())
        .iter()
        .map(|table| dump(desk.store.connection_for_tests(), table))
        .collect();
    assert_eq!(after, before);
}

/// Words would stand on no screen: whoever was erased has no name, and an archive gives them none.
#[test]
fn an_old_archive_brings_no_word_back_to_somebody_erased() {
    let mut desk = home();
    let archive = desk.store.archive(person_id(1)).unwrap();
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    let of_ole = desk.store.search("guitar", 99).unwrap().len();
    let merged = desk.store.merge(&archive, at(50));
    assert!(matches!(merged, Err(Error::NotFound { .. })), "{merged:?}");
    assert_eq!(desk.store.search("guitar", 99).unwrap().len(), of_ole);
}

/// A page that was still open, or words that were held back while the vault was locked, come too late.
#[test]
fn nothing_is_written_any_more_about_somebody_erased() {
    let mut desk = home();
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    let id = person_id(1);
    type Change<'c> = &'c dyn Fn(&mut store::Tx<'_>) -> store::Result<()>;
    let changes: [(Op, Change<'_>); 4] = [
        (Op::AddStatement, &|tx| {
            tx.add_statement(id, &statement(1, 7, "I want"))
        }),
        (Op::RecordSession, &|tx| tx.save_session(&session(1, 7))),
        (Op::EditPerson, &|tx| tx.save_person(&person(1))),
        (Op::SaveGoal, &|tx| tx.save_goal(id, &goal(1, 7))),
    ];
    for (op, change) in changes {
        let changed = desk.store.transact(op, About::person(id), at(50), change);
        assert!(
            matches!(changed, Err(Error::NotFound { .. })),
            "{op:?}: {changed:?}"
        );
    }
    let begun = Draft {
        place: format!("statement/{id}"),
        person: Some(id),
        words: "I want".to_owned(),
        at: at(51),
    };
    assert!(desk.store.keep_draft(&begun).is_err());
    assert!(desk.store.drafts_of(id).unwrap().is_empty());
    assert!(desk.store.check().unwrap().is_well());
}

/// Whoever has no name is on no screen: an archive cannot take somebody's name away either, whatever is chosen.
#[test]
fn an_archive_that_empties_a_name_makes_nobody_vanish() {
    let mut desk = home();
    let mut json = json_of(&desk.store.archive(person_id(1)).unwrap());
    json["tables"]["person"][0]["preferred_name"] = "".into();
    let archive = archive_of(&json);
    let conflict = &desk.store.plan_merge(&archive, at(50)).unwrap().conflicts[0];
    let chosen = Choice {
        table: conflict.table.to_owned(),
        key: conflict.key.clone(),
        column: conflict.column.clone(),
    };
    assert_eq!(chosen.column, "preferred_name");
    assert!(
        desk.store
            .merge_choosing(&archive, &[chosen], at(51))
            .is_err()
    );
    assert_eq!(desk.store.people().unwrap().len(), 2);
}

/// Words of somebody erased may also lie in what the program itself put beside them.
#[test]
fn no_copy_that_the_program_made_by_itself_outlives_an_erasure_or_a_restart() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    let copies = ["vault-before-2.db", "vault-before-2.part"].map(|name| vault(dir.path(), name));
    for copy in &copies {
        fs::write(copy, "a copy").unwrap();
    }
    store.erase(person_id(1), "", at(40)).unwrap();
    assert!(copies.iter().all(|copy| !copy.exists()));
    store.close().unwrap();
    // A backup, a restore and a new key that were killed on the way.
    let left =
        ["vault.copying", "vault.making", "vault.incoming"].map(|name| dir.path().join(name));
    for left in &left {
        copy_folder(&dir.path().join("vault"), left);
    }
    open(dir.path()).unwrap();
    assert!(left.iter().all(|left| !left.exists()));
}

/// Said honestly: the pages of the file are each proved, and not all of them together. Somebody without the key can put back
/// one page as it was on another day. Where nothing signed and no entry of the trail stands on it, nothing finds that.
#[test]
fn a_single_page_of_yesterday_is_found_where_it_holds_what_is_signed_and_else_may_not_be() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    let mut words = statement(1, 1, &"a".repeat(9_000));
    store
        .transact(Op::AddStatement, About::person(person_id(1)), at(3), |tx| {
            tx.add_statement(person_id(1), &words)
        })
        .unwrap();
    while store.tend().unwrap() {}
    store.settle().unwrap();
    let yesterday = fs::read(vault(dir.path(), "vault.db")).unwrap();
    // One letter of a long text, which lies on a page of its own.
    words.words.replace_range(8_900..8_901, "b");
    store
        .connection_for_tests()
        .execute("UPDATE statement SET words = ?", params![words.words])
        .unwrap();
    while store.tend().unwrap() {}
    store.close().unwrap();
    let today = fs::read(vault(dir.path(), "vault.db")).unwrap();
    let mut unnoticed = 0;
    for page in 0..yesterday.len().min(today.len()) / 8192 {
        let span = page * 8192..(page + 1) * 8192;
        if yesterday[span.clone()] == today[span.clone()] {
            continue;
        }
        let mut mixed = today.clone();
        mixed[span.clone()].copy_from_slice(&yesterday[span]);
        let copy = folder();
        copy_folder(dir.path(), copy.path());
        fs::write(vault(copy.path(), "vault.db"), mixed).unwrap();
        let well = open(copy.path()).and_then(|store| Ok(store.check()?.is_well()));
        unnoticed += usize::from(matches!(well, Ok(true)));
    }
    assert!(
        unnoticed > 0,
        "what ARCHITECTURE says is not found is found after all"
    );
}

/// Said honestly: whoever has the key can write at the end of the trail what the program itself would write, here that Maria
/// was erased. It stands in the ledger for everybody to see, and that is all that tells of it.
#[test]
fn an_entry_added_to_the_trail_as_the_program_would_is_told_by_the_ledger_alone() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    for n in 1..=2 {
        save_session(&mut store, &session(1, n));
        save_draft(&mut store, &note(1, n));
        sign(&mut store, &note(1, n));
    }
    behind_the_triggers(store.connection_for_tests(), |conn| {
        conn.execute_batch(
            "INSERT INTO audit (sequence, at, at_offset, op, about, user, hash)
             SELECT sequence + 1, at, at_offset, 'erase', (SELECT id FROM person), user, hash FROM audit
             ORDER BY sequence DESC LIMIT 1",
        )
        .unwrap();
        take_the_words(conn, 1);
        take_the_words(conn, 2);
        recompute_trail(conn);
    });
    store.close().unwrap();
    let store = open(dir.path()).unwrap();
    assert!(store.check().unwrap().is_well());
    let trail = store.audit(at(-9), at(99)).unwrap();
    assert!(trail.iter().any(|entry| entry.op == Op::Erase));
}

/// A new data key is for the day somebody has the old one. What lies beside the vault and opens with that is named.
#[test]
fn a_new_data_key_names_the_vaults_that_still_open_with_the_old_one() {
    let Desk { dir, mut store, .. } = desk_with(&person(1));
    let backups = folder();
    let made = make_backup(&mut store, backups.path(), at(5)).unwrap();
    let words = passphrase();
    store
        .restore_over(&made.path, Secret::Passphrase(&words), at(60))
        .unwrap();
    drop(store);
    let mut store = open(dir.path()).unwrap();
    let named = store.new_data_key(&words, at(70)).unwrap().old_backups;
    assert_eq!(
        named.len(),
        1,
        "the backup was noted in the vault that was replaced: {named:?}"
    );
    let (name, when) = &named[0];
    assert_eq!(
        (name.as_str(), when.millis),
        ("vault-replaced-20261003-080100", at(60).millis)
    );
    let aside = folder();
    copy_folder(&dir.path().join(name), &aside.path().join("vault"));
    open(aside.path()).unwrap();
}
