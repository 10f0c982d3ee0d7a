//! The schema is what it is said to be, and every released vault still opens.

use std::path::{Path, PathBuf};

use domain::note::NoteState;
use rusqlite::Connection;
use store::{Passphrase, RecoveryCode, Secret, Store};

use crate::kit::*;

/// Every object of a schema with its text, less comments and spacing.
fn objects(conn: &Connection) -> Vec<String> {
    let mut statement = conn
        .prepare(
            "SELECT sql FROM main.sqlite_schema
             WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name NOT LIKE 'search%' ORDER BY type, name",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    rows.map(|sql| {
        let sql = sql.unwrap();
        let lines = sql.lines().map(|line| line.split("--").next().unwrap());
        let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
        words
            .join(" ")
            .replace("CREATE TABLE IF NOT EXISTS", "CREATE TABLE")
            // A column that was added later has its comma on a line of its own.
            .replace(" ,", ",")
            .replace(" )", ")")
    })
    .collect()
}

#[test]
fn the_schema_says_what_the_migrations_make() {
    let desk = desk();
    let told = Connection::open_in_memory().unwrap();
    let areas = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    for area in std::fs::read_dir(areas).unwrap() {
        let sql = std::fs::read_to_string(area.unwrap().path()).unwrap();
        told.execute_batch(&sql).unwrap();
    }
    let (told, made) = (objects(&told), objects(desk.store.connection_for_tests()));
    assert!(made.len() > 50, "{}", made.len());
    for (told, made) in told.iter().zip(&made) {
        assert_eq!(told, made);
    }
    assert_eq!(told.len(), made.len());
}

#[test]
fn every_table_is_strict_and_every_column_that_is_no_reference_is_never_null() {
    let desk = desk();
    let conn = desk.store.connection_for_tests();
    let loose: Vec<String> = conn
        .prepare(
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(loose.is_empty(), "{loose:?}");
    let nullable: Vec<String> = conn
        .prepare(
            "SELECT tables.name || '.' || columns.name FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.schema = 'main' AND tables.strict = 1 AND columns.\"notnull\" = 0
                 AND NOT (columns.pk > 0 AND columns.type = 'INTEGER') ORDER BY 1",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(
        nullable,
        [
            "answer.session",
            "answer.sheet",
            "draft.person",
            "goal.instead_of",
            "hand_off.note",
            "hand_off.person",
            "note_section.drafted",
            "plan_copy.supporter",
            "practice.goal",
            "sheet.goal",
            "undo.about",
            "unindexed.words"
        ]
    );
}

#[test]
fn the_library_underneath_has_the_fixes_we_count_on() {
    let desk = desk();
    let conn = desk.store.connection_for_tests();
    let ask = |sql: &str| {
        conn.query_row(sql, [], |row| row.get::<_, String>(0))
            .unwrap()
    };
    // SQLite before 3.51.3 could corrupt a file when the WAL was reset.
    let version: Vec<u32> = ask("SELECT sqlite_version()")
        .split('.')
        .map(|part| part.parse().unwrap())
        .collect();
    assert!(version >= vec![3, 51, 3], "{version:?}");
    for (pragma, value) in [
        ("journal_mode", "wal"),
        ("cipher_page_size", "8192"),
        ("cipher_hmac_algorithm", "HMAC_SHA256"),
        ("cipher_status", "1"),
    ] {
        assert_eq!(ask(&format!("PRAGMA {pragma}")), value, "{pragma}");
    }
    for (pragma, value) in [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("wal_autocheckpoint", 0),
    ] {
        let set: i64 = conn
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
            .unwrap();
        assert_eq!(set, value, "{pragma}");
    }
}

fn released() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/db")
}

/// Each released schema has a folder `vN` with a vault in it; its README says with what it opens.
#[test]
fn every_released_vault_opens_with_everything_in_it() {
    let mut versions = 0;
    for entry in std::fs::read_dir(released()).unwrap() {
        let fixture = entry.unwrap().path();
        if !fixture.is_dir() {
            continue;
        }
        versions += 1;
        let dir = folder();
        copy_folder(&fixture, dir.path());
        let words = Passphrase::new("seven calm otters read");
        let store = Store::open(dir.path(), Secret::Passphrase(&words), at(500)).unwrap();
        assert_eq!(found(&store), []);
        let report = store.check().unwrap();
        assert!(report.is_well(), "{}: {report:?}", fixture.display());
        let people = store.people().unwrap();
        assert_eq!(people.len(), 2);
        let maria = &people[0];
        assert_eq!(maria.person.details.preferred_name, "Maria Hansen");
        assert_eq!(
            maria.latest_statement.as_deref(),
            Some("Getting my mornings back. Æøå.")
        );
        assert_eq!(
            store.goals(maria.person.id).unwrap()[0].short_term[0]
                .steps
                .len(),
            1
        );
        let sessions = store.sessions(maria.person.id).unwrap();
        let record = store.session(sessions[0].id).unwrap();
        assert_eq!(record.practices_agreed[0].plan.what, "walk with Ann");
        let note = store.note_of(record.id).unwrap().unwrap();
        assert!(matches!(note.state, NoteState::Signed { number: 1, .. }));
        assert_eq!(note.addenda[0].words, "the sister was called Eva");
        let topic = "what-is-recovery".into();
        assert_eq!(
            store.answers(maria.person.id, &topic, None).unwrap().len(),
            1
        );
        let details = &maria.person.details;
        let chosen = (details.track.is_some(), details.pace.is_some());
        let sheets = store.sheets(maria.person.id).unwrap();
        assert_eq!((chosen, sheets.len()), ((true, true), 2));
        for sheet in &sheets {
            assert_eq!(sheet.block, None);
            let answers = store.answers(maria.person.id, &sheet.topic, Some(sheet.id));
            assert_eq!(answers.unwrap().len(), 1);
        }
        let consents = store.consents(maria.person.id).unwrap();
        assert_eq!(consents[0].terms.items.len(), 10);
        assert!(consents[0].withdrawn.is_some());
        assert_eq!(store.contacts(maria.person.id).unwrap().len(), 1);
        assert_eq!(store.plan_copies(maria.person.id).unwrap().len(), 1);
        assert_eq!(store.rehearsals(maria.person.id).unwrap().len(), 1);
        assert_eq!(
            sheets
                .iter()
                .filter(|sheet| sheet.review_on.is_some())
                .count(),
            1
        );
        store.close().unwrap();

        let readme = std::fs::read_to_string(fixture.join("README.md")).unwrap();
        let code = readme
            .lines()
            .find_map(|line| line.strip_prefix("Recovery code: "))
            .unwrap();
        let code = RecoveryCode::parse(code).unwrap();
        Store::open(dir.path(), Secret::RecoveryCode(&code), at(501)).unwrap();
    }
    assert!(versions >= 1);
}
