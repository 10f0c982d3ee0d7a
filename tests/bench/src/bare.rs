//! The bare libraries as baseline: the rows and the full text that a save of ours writes, and nothing around them.

use std::path::Path;

use rusqlite::{Connection, params};

const SCHEMA: &str = "
    CREATE TABLE session (id INTEGER PRIMARY KEY, person BLOB, agenda TEXT, summary TEXT, plan TEXT);
    CREATE INDEX session_by_person ON session (person);
    INSERT INTO session VALUES (1, randomblob(16), '', '', '');
    CREATE TABLE section (id INTEGER PRIMARY KEY, note BLOB, position INTEGER, text TEXT, judgement TEXT);
    CREATE INDEX section_by_note ON section (note, position);
    INSERT INTO section VALUES (1, randomblob(16), 9, '', '');
    CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY, at INTEGER, op TEXT, person BLOB, user TEXT, touched TEXT, hash BLOB
    );
    CREATE INDEX audit_by_time ON audit (at);
    CREATE INDEX audit_by_op ON audit (op, sequence);
    CREATE TABLE person (
        id INTEGER PRIMARY KEY, uuid BLOB UNIQUE, name TEXT, number TEXT, language TEXT, size TEXT, course TEXT, track TEXT,
        pace TEXT, started TEXT, next TEXT, active INTEGER, colour INTEGER, at INTEGER, off INTEGER
    );
    CREATE INDEX person_by_name ON person (name COLLATE NOCASE, uuid);
    CREATE INDEX person_by_appointment ON person (next);
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO words (words, rank) VALUES ('pgsz', 3950);
    INSERT INTO words (words, rank) VALUES ('automerge', 0);
    INSERT INTO words (words, rank) VALUES ('crisismerge', 256);
    INSERT INTO words (rowid, text) VALUES (1, ''), (2, '');";

/// A database with nothing of ours around it.
pub struct Bare(Connection);

impl Bare {
    /// Makes one, with a key or without.
    pub fn open(path: &Path, keyed: bool) -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "the baseline is the bare library"
        )]
        let conn = Connection::open(path).unwrap();
        if keyed {
            let key = "x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'";
            conn.pragma_update(None, "key", key).unwrap();
            conn.pragma_update(None, "cipher_page_size", 8192).unwrap();
            conn.pragma_update(None, "cipher_hmac_algorithm", "HMAC_SHA256")
                .unwrap();
        } else {
            conn.pragma_update(None, "page_size", 8192).unwrap();
        }
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;",
        )
        .unwrap();
        conn.execute_batch(SCHEMA).unwrap();
        Self(conn)
    }

    /// One session row changed, its words taken out of the index and put in anew, one audit row.
    pub fn entry(&self, words: &str) {
        self.change("session", "agenda", 1, words);
    }

    /// One section of a note, likewise.
    pub fn section(&self, words: &str) {
        self.change("section", "text", 2, words);
    }

    /// So many people in one transaction.
    pub fn people(&self, count: usize) {
        self.0.execute_batch("BEGIN IMMEDIATE").unwrap();
        for n in 0..count {
            self.0
                .prepare_cached(
                    "INSERT INTO person (uuid, name, number, language, size, course, track, pace, started, next, active,
                         colour, at, off)
                     VALUES (randomblob(16), ?, ?, 'da', 'normal', 'eleven', '', '', '2026-09-03', '2026-11-24T10:00:00', 1, 3,
                         1795251600000, 60)",
                )
                .unwrap()
                .execute(params![format!("Person {n}"), format!("{n:05}")])
                .unwrap();
        }
        self.0.execute_batch("COMMIT").unwrap();
    }

    fn change(&self, table: &str, column: &str, place: i64, new: &str) {
        let conn = &self.0;
        conn.execute_batch("BEGIN IMMEDIATE").unwrap();
        let old: String = conn
            .prepare_cached(&format!("SELECT {column} FROM {table} WHERE id = 1"))
            .unwrap()
            .query_row([], |row| row.get(0))
            .unwrap();
        conn.prepare_cached(&format!("UPDATE {table} SET {column} = ? WHERE id = 1"))
            .unwrap()
            .execute([new])
            .unwrap();
        conn.prepare_cached("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)")
            .unwrap()
            .execute(params![place, old])
            .unwrap();
        conn.prepare_cached("INSERT INTO words (rowid, text) VALUES (?, ?)")
            .unwrap()
            .execute(params![place, new])
            .unwrap();
        conn.prepare_cached(
            "INSERT INTO audit (at, op, person, user, touched, hash) VALUES (?, ?, ?, ?, ?, ?)",
        )
        .unwrap()
        .execute(params![
            1_795_251_600_000i64,
            "record-session",
            [7u8; 16],
            "Ingrid Dahl",
            table,
            [9u8; 32]
        ])
        .unwrap();
        conn.execute_batch("COMMIT").unwrap();
    }

    /// Merges and checkpoints, as ours does in idle moments.
    pub fn tend(&self) {
        self.0
            .execute("INSERT INTO words (words, rank) VALUES ('merge', 64)", [])
            .unwrap();
        self.0
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            .unwrap();
    }
}
