//! What somebody can do who holds the key, reads the source and takes their time. The seals and the trail are computed here
//! a second time, from what is written down about them, so that these tests also notice when their form changes.

use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};

use crate::kit::Desk;

/// Opens the vault of a desk beside the store, as any other SQLCipher shell would: with none of our settings.
pub fn shell(desk: &Desk) -> Connection {
    let conn = desk
        .store
        .open_for_tests(&desk.dir.path().join("vault/vault.db"))
        .unwrap();
    conn.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF; PRAGMA ignore_check_constraints = ON",
    )
    .unwrap();
    conn
}

/// Drops every trigger but those of the full-text index, and returns the statements that bring them back word for word.
pub fn drop_triggers(conn: &Connection) -> Vec<String> {
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    triggers
        .into_iter()
        .map(|(name, sql)| {
            conn.execute_batch(&format!("DROP TRIGGER main.{name}"))
                .unwrap();
            sql
        })
        .collect()
}

/// Does something as if there were no triggers, and leaves no trace of that in the schema.
pub fn behind_the_triggers(conn: &Connection, what: impl FnOnce(&Connection)) {
    let triggers = drop_triggers(conn);
    what(conn);
    for trigger in triggers {
        conn.execute_batch(&trigger).unwrap();
    }
}

struct Hash(Sha256);

impl Hash {
    fn new(purpose: &str) -> Self {
        Self(Sha256::new()).part(purpose.as_bytes())
    }

    fn part(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    fn number(self, number: i64) -> Self {
        self.part(&number.to_le_bytes())
    }

    /// Adds columns of a row, in order.
    fn columns(self, row: &Row<'_>, columns: &[&str]) -> Self {
        columns
            .iter()
            .fold(self, |hash, column| match row.get_ref(*column).unwrap() {
                rusqlite::types::ValueRef::Integer(number) => hash.number(number),
                rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) => {
                    hash.part(bytes)
                }
                other => panic!("{other:?}"),
            })
    }

    fn finish(self) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// The digest of the facts of a note, or of a section, or of the words of an addendum.
fn digest(salt: &[u8], position: i64) -> Hash {
    Hash::new("waymark digest 2").part(salt).number(position)
}

/// Computes the digest of a section from its words.
pub fn digest_of_words(
    salt: &[u8],
    position: i64,
    drafted: &str,
    text: &str,
    judgement: &str,
    unconfirmed: i64,
) -> Vec<u8> {
    digest(salt, position)
        .part(drafted.as_bytes())
        .part(text.as_bytes())
        .part(judgement.as_bytes())
        .number(unconfirmed)
        .finish()
}

/// Computes the digest of the facts printed with a note.
pub fn digest_of_facts(salt: &[u8], facts: &str) -> Vec<u8> {
    digest(salt, -1).part(facts.as_bytes()).finish()
}

/// Computes the seal of a note from its words as they now are.
pub fn seal_of_note(conn: &Connection, id: &[u8]) -> Vec<u8> {
    let (seal, salt, facts): (Hash, Vec<u8>, String) = conn
        .query_row(
            "SELECT note.*, session.id AS session_id, person.id AS person_id, vault
             FROM note JOIN session ON session.seq = note.session JOIN person ON person.seq = note.person
             JOIN origin ON origin.seq = note.origin WHERE note.id = ?",
            [id],
            |row| {
                let covered = [
                    "vault", "id", "session_id", "person_id", "on_day", "lang", "format", "signed_at", "signed_offset",
                    "signed_by",
                ];
                Ok((
                    Hash::new("waymark note 2").columns(row, &covered),
                    row.get("salt")?,
                    row.get("facts")?,
                ))
            },
        )
        .unwrap();
    let mut seal = seal.part(&digest_of_facts(&salt, &facts));
    let mut statement = conn
        .prepare("SELECT *, coalesce(drafted, text) AS first FROM note_section WHERE note = (SELECT seq FROM note WHERE id = ?) ORDER BY position")
        .unwrap();
    let mut rows = statement.query([id]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let words = digest(&salt, row.get("position").unwrap())
            .columns(row, &["first", "text", "judgement", "unconfirmed"])
            .finish();
        seal = seal.columns(row, &["position", "kind"]).part(&words);
    }
    seal.finish()
}

/// Computes the seal of an addendum from its words as they now are.
pub fn seal_of_addendum(conn: &Connection, id: &[u8]) -> Vec<u8> {
    conn.query_row(
        "SELECT addendum.*, note.id AS note_id, person.id AS person_id, vault
         FROM addendum JOIN note ON note.seq = addendum.note JOIN person ON person.seq = addendum.person
         JOIN origin ON origin.seq = addendum.origin WHERE addendum.id = ?",
        [id],
        |row| {
            let salt: Vec<u8> = row.get("salt")?;
            let words = digest(&salt, -1).columns(row, &["words", "reason"]).finish();
            Ok(Hash::new("waymark addendum 2")
                .columns(row, &["vault", "id", "note_id", "person_id", "kind"])
                .part(&words)
                .columns(row, &["at", "at_offset", "by_whom"])
                .finish())
        },
    )
    .unwrap()
}

/// Gives everything signed the seal that fits what now stands there; in the rows themselves, not in the trail.
pub fn recompute_seals(conn: &Connection) {
    for (table, which) in [("note", "number > 0"), ("addendum", "1")] {
        let ids: Vec<Vec<u8>> = conn
            .prepare(&format!("SELECT id FROM {table} WHERE {which}"))
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for id in ids {
            let seal = match table {
                "note" => seal_of_note(conn, &id),
                _ => seal_of_addendum(conn, &id),
            };
            conn.execute(
                &format!("UPDATE {table} SET seal = ? WHERE id = ?"),
                params![seal, id],
            )
            .unwrap();
        }
    }
}

/// Writes the seals of the notes into the trail, and all hashes of the trail anew, from its first row to its last.
pub fn recompute_trail(conn: &Connection) {
    conn.execute_batch(
        "UPDATE audit SET seal = coalesce(
             (SELECT seal FROM note WHERE note.id = subject), (SELECT seal FROM addendum WHERE addendum.id = subject), seal)
         WHERE subject <> x''",
    )
    .unwrap();
    let vault: String = conn
        .query_row("SELECT id FROM vault", [], |row| row.get(0))
        .unwrap();
    let vault = uuid::Uuid::parse_str(&vault).unwrap();
    let mut previous = Hash::new("waymark audit 2").part(vault.as_bytes()).finish();
    let sequences: Vec<i64> = conn
        .prepare("SELECT sequence FROM audit ORDER BY sequence")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for sequence in sequences {
        previous = conn
            .query_row(
                "SELECT * FROM audit WHERE sequence = ?",
                [sequence],
                |row| {
                    let covered = [
                        "sequence",
                        "at",
                        "at_offset",
                        "op",
                        "about",
                        "user",
                        "touched",
                        "detail",
                        "subject",
                        "seal",
                    ];
                    Ok(Hash::new("waymark audit entry 2")
                        .part(&previous)
                        .columns(row, &covered)
                        .finish())
                },
            )
            .unwrap();
        conn.execute(
            "UPDATE audit SET hash = ? WHERE sequence = ?",
            params![previous, sequence],
        )
        .unwrap();
    }
}
