//! Erasing one person: no word of theirs is left in any table, in the index, in the log or in any page of the file, and what
//! others have stays.

use std::{fs, ptr};

use rusqlite::Connection;
use store::{Error, catalogue_for_tests};

use crate::{kit::*, thief::*};

/// In every word that was written about Maria. It is no word of any program, and its start is never the same, so that the
/// index, which leaves out what a word shares with the one before, holds it whole.
const MARKER: &str = "quillmark";

/// What stays with a row that is kept because something sealed stands on it. None of it is what anybody said of the person:
/// codes from fixed lists, days, the practitioner's own name, and what the seals cover.
const STAYS: &[(&str, &[&str])] = &[
    (
        "person",
        &[
            "language",
            "print_size",
            "course",
            "started_on",
            "next_meeting",
        ],
    ),
    ("session", &["on_day", "attendance", "current_phase"]),
    ("meeting", &["on_day", "format"]),
    ("note", &["on_day", "lang", "format", "signed_by"]),
    ("note_section", &["kind"]),
    ("addendum", &["kind", "by_whom"]),
    ("hand_off", &["format", "outcome"]),
];

/// Writes a marked word into every text of Maria's rows, as no user could, and returns how many columns that were.
fn mark(conn: &Connection) -> usize {
    let mut marked = 0;
    behind_the_triggers(conn, |conn| {
        let personal = catalogue_for_tests().into_iter().filter(|row| row.personal);
        let names: Vec<&str> = personal.map(|row| row.name).chain(["meeting"]).collect();
        for table in names {
            let stays: &[&str] = STAYS
                .iter()
                .find(|(name, _)| *name == table)
                .map_or(&[], |(_, columns)| columns);
            let theirs = match table {
                "person" => "seq",
                "meeting" => "(SELECT person FROM session WHERE session.meeting = meeting.seq)",
                "undo" => "(SELECT seq FROM person WHERE id = about)",
                _ => "person",
            };
            for column in columns(conn, table, "TEXT") {
                if stays.contains(&column.as_str())
                    || (table, column.as_str()) == ("draft", "place")
                {
                    continue;
                }
                // An answer that is no text is not searched.
                if (table, column.as_str()) == ("answer", "kind") {
                    continue;
                }
                let word = format!("{marked:03}{MARKER}{table}{}", column.replace('_', ""));
                let rows = conn
                    .execute(
                        &format!("UPDATE {table} SET {column} = ?1 WHERE {theirs} = (SELECT min(seq) FROM person)"),
                        [word],
                    )
                    .unwrap();
                assert!(rows > 0, "{table} has no row of hers");
                marked += 1;
            }
        }
    });
    marked
}

/// The pages of the main database as they are when decrypted, free ones too.
#[expect(
    unsafe_code,
    reason = "rusqlite's own call needs a feature that nothing else does"
)]
fn decrypted(conn: &Connection) -> Vec<u8> {
    use rusqlite::ffi;
    let mut size: ffi::sqlite3_int64 = 0;
    // SAFETY: the handle is open while `conn` is borrowed; the bytes are copied and then freed with SQLite's own call.
    unsafe {
        let bytes =
            ffi::sqlite3_serialize(conn.handle(), c"main".as_ptr(), ptr::from_mut(&mut size), 0);
        assert!(!bytes.is_null());
        let copy = std::slice::from_raw_parts(bytes, usize::try_from(size).unwrap()).to_vec();
        ffi::sqlite3_free(bytes.cast());
        copy
    }
}

fn holds(bytes: &[u8], marker: &str) -> bool {
    bytes
        .windows(marker.len())
        .any(|window| window.eq_ignore_ascii_case(marker.as_bytes()))
}

#[test]
fn no_word_of_an_erased_person_is_left_anywhere() {
    let mut desk = desk();
    for who in 1..=2 {
        write_down_everything(&mut desk.store, who);
        sign_and_hand_off(&mut desk.store, who);
        // Signing ended what could be taken back; old words there are hers as well.
        let mut renamed = person(who);
        renamed.details.preferred_name.push('x');
        save_person(&mut desk.store, &renamed);
    }
    let marked = mark(desk.store.connection_for_tests());
    assert!(marked > 60, "{marked}");
    // Some of it is moved into the file and merged, some is only in the log.
    while desk.store.tend().unwrap() {}
    let ole = |store: &store::Store| {
        (
            store.person(person_id(2)).unwrap(),
            store.session(session(2, 2).id).unwrap(),
            store.note(note(2, 1).id).unwrap(),
            store.drafts_of(person_id(2)).unwrap(),
        )
    };
    let before = ole(&desk.store);
    let conn = desk.store.connection_for_tests();
    assert!(
        holds(&decrypted(conn), MARKER),
        "or the search below would find nothing either"
    );
    assert!(desk.store.search(&format!("000{MARKER}"), 9).unwrap().len() == 1);

    let receipt = desk
        .store
        .erase(person_id(1), "she asked for it", at(40))
        .unwrap();
    let removed: Vec<&str> = receipt.removed.keys().copied().collect();
    let emptied: Vec<&str> = receipt.emptied.keys().copied().collect();
    println!("removed from {removed:?}, emptied in {emptied:?}");
    assert_eq!(
        emptied,
        [
            "addendum",
            "hand_off",
            "meeting",
            "note",
            "note_section",
            "person",
            "session"
        ]
    );

    let conn = desk.store.connection_for_tests();
    for table in tables(conn) {
        let rows = dump(conn, &table);
        assert!(!rows.contains(MARKER), "{table}: {rows}");
    }
    conn.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, 'row')")
        .unwrap();
    assert!(!dump(conn, "temp.words").contains(MARKER));
    conn.execute_batch("DROP TABLE temp.words").unwrap();
    assert!(desk.store.search(MARKER, 9).unwrap().is_empty());
    let next_meeting: String = conn
        .query_row(
            "SELECT next_meeting FROM person WHERE preferred_name = ''",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(next_meeting, "");

    assert!(!holds(&decrypted(conn), MARKER), "in a page of the file");
    let log = desk.dir.path().join("vault/vault.db-wal");
    assert_eq!(fs::metadata(log).unwrap().len(), 0);
    assert_eq!(desk.store.undo(None, at(41)).unwrap(), None);

    assert_eq!(ole(&desk.store), before);
    assert_eq!(desk.store.people().unwrap().len(), 1);
    let Desk { dir, store, .. } = desk;
    store.close().unwrap();
    let store = open(dir.path()).unwrap();
    assert!(!holds(&decrypted(store.connection_for_tests()), MARKER));
    assert_eq!(ole(&store), before);
}

#[test]
fn a_person_without_anything_signed_leaves_no_row_at_all() {
    let mut desk = desk();
    for who in 1..=2 {
        write_down_everything(&mut desk.store, who);
    }
    let id = *person_id(1).uuid().as_bytes();
    let number: i64 = desk
        .store
        .connection_for_tests()
        .query_row("SELECT seq FROM person WHERE id = ?", [id], |row| {
            row.get(0)
        })
        .unwrap();
    desk.store.erase(person_id(1), "", at(40)).unwrap();
    let conn = desk.store.connection_for_tests();
    for row in catalogue_for_tests().iter().filter(|row| row.personal) {
        let (column, hers): (_, &dyn rusqlite::ToSql) = match row.name {
            "person" => ("seq", &number),
            "undo" => ("about", &id),
            _ => ("person", &number),
        };
        let left: i64 = conn
            .query_row(
                &format!("SELECT count(*) FROM {} WHERE {column} = ?", row.name),
                [hers],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(left, 0, "{}", row.name);
    }
    let meetings: i64 = conn
        .query_row("SELECT count(*) FROM meeting", [], |row| row.get(0))
        .unwrap();
    assert_eq!(meetings, 2, "hers went, his stay");
    assert!(matches!(
        desk.store.person(person_id(1)),
        Err(Error::NotFound { .. })
    ));
    assert!(desk.store.check().unwrap().is_well());
    // Not twice, and nobody who never was.
    assert!(matches!(
        desk.store.erase(person_id(1), "", at(41)),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn an_erasure_that_is_cut_off_or_finds_no_room_erases_nothing() {
    let mut desk = desk();
    write_down_everything(&mut desk.store, 1);
    sign_and_hand_off(&mut desk.store, 1);
    desk.store.settle().unwrap();
    let before: String = tables(desk.store.connection_for_tests())
        .iter()
        .filter(|name| !name.starts_with("search"))
        .map(|table| dump(desk.store.connection_for_tests(), table))
        .collect();
    // What stands in the way is a trigger: the last thing that an erasure writes is its row of the trail.
    desk.store
        .connection_for_tests()
        .execute_batch("CREATE TEMP TRIGGER full BEFORE INSERT ON main.audit BEGIN SELECT RAISE (ABORT, 'no room'); END")
        .unwrap();
    assert!(desk.store.erase(person_id(1), "", at(40)).is_err());
    desk.store
        .connection_for_tests()
        .execute_batch("DROP TRIGGER temp.full")
        .unwrap();
    let after: String = tables(desk.store.connection_for_tests())
        .iter()
        .filter(|name| !name.starts_with("search"))
        .map(|table| dump(desk.store.connection_for_tests(), table))
        .collect();
    assert_eq!(after, before);
    assert!(desk.store.check().unwrap().is_well());
}
