//! The self-test of a vault: is it encrypted, is it whole, is everything still what was written.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    audit::{self, ChainReport},
    connect,
    error::{Error, Result},
    notes,
    store::{History, Records, Store},
};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// Whether the open file is encrypted, as SQLCipher itself says.
    pub encrypted: bool,
    /// SQLCipher's version.
    pub cipher_version: String,
    /// How many of the two key headers were good when the vault was opened.
    pub header_copies: u8,
    /// How the vault compared with its head file when it was opened.
    pub history: History,
    /// What is wrong with the file or its tables; empty when nothing is.
    pub problems: Vec<String>,
    /// The audit trail.
    pub audit: ChainReport,
    /// The chain of signed notes and addenda.
    pub notes: ChainReport,
    /// How much there is.
    pub counts: Counts,
}

impl CheckReport {
    /// Tells whether nothing at all is wrong with the data.
    pub fn is_well(&self) -> bool {
        self.encrypted
            && self.problems.is_empty()
            && self.audit.is_whole()
            && self.notes.is_whole()
            && matches!(self.history, History::Whole | History::Unknown)
    }
}

/// How much a vault holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// People, former ones included.
    pub people: u32,
    /// Recovery statements.
    pub statements: u32,
    /// Goals.
    pub goals: u32,
    /// Sessions.
    pub sessions: u32,
    /// Promises.
    pub practices: u32,
    /// Answers.
    pub answers: u32,
    /// Notes, drafts included.
    pub notes: u32,
    /// Signed notes.
    pub signed_notes: u32,
    /// Entries of the audit trail.
    pub audit_entries: u32,
}

/// What lies in one database, judged by itself.
#[derive(Debug)]
pub(crate) struct Examined {
    pub(crate) problems: Vec<String>,
    pub(crate) audit: ChainReport,
    pub(crate) notes: ChainReport,
    pub(crate) counts: Counts,
}

impl Store {
    /// Checks everything.
    ///
    /// The WAL is emptied first, because SQLCipher's check reads the main file only and calls a page of an interrupted
    /// checkpoint damaged; and a fresh connection is taken, because one bad page spoils later reads on the same one.
    pub fn check(&self) -> Result<CheckReport> {
        connect::checkpoint(&self.records.conn)?;
        let (examined, cipher_version) = match connect::open(&self.folder.database(), &self.key) {
            Ok(conn) => {
                let version = connect::cipher_version(&conn)?;
                (examine(conn, self.header.vault)?, version)
            }
            // So badly damaged that it does not open again is an answer as well.
            Err(Error::Damaged { what }) => (unreadable(what.to_string()), String::new()),
            Err(error) => return Err(error),
        };
        Ok(CheckReport {
            encrypted: !cipher_version.is_empty(),
            cipher_version,
            header_copies: self.header_copies,
            history: self.history,
            problems: examined.problems,
            audit: examined.audit,
            notes: examined.notes,
            counts: examined.counts,
        })
    }
}

/// Examines a database over a connection that is used for nothing else.
pub(crate) fn examine(conn: Connection, vault: Uuid) -> Result<Examined> {
    let mut problems = Vec::new();
    for check in [
        "cipher_integrity_check",
        "integrity_check",
        "foreign_key_check",
    ] {
        match lines(&conn, check) {
            Ok(found) => problems.extend(found),
            Err(Error::Damaged { what }) => problems.push(format!("{check}: {what}")),
            Err(error) => return Err(error),
        }
        // After the first damage every later answer of the same connection is worth nothing.
        if !problems.is_empty() {
            return Ok(Examined {
                problems,
                ..unreadable(String::new())
            });
        }
    }
    for index in ["statement_words", "note_words"] {
        let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
        if let Err(error) = conn.execute(&sql, []) {
            match Error::from(error) {
                Error::Damaged { .. } => problems.push(format!(
                    "the full-text index {index} does not fit its texts"
                )),
                other => return Err(other),
            }
        }
    }
    let records = Records { conn };
    Ok(Examined {
        problems,
        audit: audit::verify(&records.conn, vault)?,
        notes: notes::verify(&records, vault)?,
        counts: counts(&records.conn)?,
    })
}

fn unreadable(problem: String) -> Examined {
    let unknown = ChainReport {
        good: 0,
        broken_at: Some(1),
    };
    Examined {
        problems: vec![problem],
        audit: unknown.clone(),
        notes: unknown,
        counts: Counts::default(),
    }
}

/// Runs a checking pragma and returns every line that is not "ok".
fn lines(conn: &Connection, pragma: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(&format!("PRAGMA {pragma}"))?;
    let rows = statement.query_map([], |row| {
        let value: rusqlite::types::Value = row.get(0)?;
        Ok(match value {
            rusqlite::types::Value::Text(text) => text,
            // The foreign-key check names a table first, so other types do not come.
            other => format!("{other:?}"),
        })
    })?;
    let mut found = Vec::new();
    for row in rows {
        let line = row?;
        if line != "ok" {
            found.push(format!("{pragma}: {line}"));
        }
    }
    Ok(found)
}

/// Counts what a vault holds.
pub(crate) fn counts(conn: &Connection) -> Result<Counts> {
    Ok(conn.query_row(
        "SELECT
             (SELECT count(*) FROM person) AS people,
             (SELECT count(*) FROM statement) AS statements,
             (SELECT count(*) FROM goal) AS goals,
             (SELECT count(*) FROM session) AS sessions,
             (SELECT count(*) FROM practice) AS practices,
             (SELECT count(*) FROM answer) AS answers,
             (SELECT count(*) FROM note) AS notes,
             (SELECT count(*) FROM note WHERE number > 0) AS signed_notes,
             (SELECT count(*) FROM audit) AS audit_entries",
        [],
        |row| {
            Ok(Counts {
                people: row.get("people")?,
                statements: row.get("statements")?,
                goals: row.get("goals")?,
                sessions: row.get("sessions")?,
                practices: row.get("practices")?,
                answers: row.get("answers")?,
                notes: row.get("notes")?,
                signed_notes: row.get("signed_notes")?,
                audit_entries: row.get("audit_entries")?,
            })
        },
    )?)
}
