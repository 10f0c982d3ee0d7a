//! The self-test of a vault: is it encrypted, is it whole, is everything still what was written.

use domain::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    audit::{self, ChainReport, Tip},
    connect::{self, PageSeal},
    finding::{self, Finding},
    full_text,
    kdf::KdfCost,
    migrate, schema,
    store::{Records, Store},
};
use crate::{
    error::{Error, Result},
    record::{hand_offs, notes},
};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckReport {
    /// Whether the open file is encrypted, as SQLCipher itself says.
    pub encrypted: bool,
    /// SQLCipher's version.
    pub cipher_version: String,
    /// Whether the file answers somebody without the key.
    pub opens_without_key: bool,
    /// How its pages are sealed.
    pub pages: PageSeal,
    /// What a guess at the passphrase costs.
    pub guess: KdfCost,
    /// How many of the two key headers were good when the vault was opened.
    pub header_copies: u8,
    /// What was found when the vault was opened and nobody has acknowledged yet.
    pub findings: Vec<Finding>,
    /// What is wrong with the file or its tables; empty when nothing is.
    pub problems: Vec<String>,
    /// The audit trail.
    pub audit: ChainReport,
    /// The seals of signed notes and addenda, in the order they were signed.
    pub notes: ChainReport,
    /// How much there is.
    pub counts: Counts,
}

impl CheckReport {
    /// Tells whether nothing at all is wrong with the data.
    pub fn is_well(&self) -> bool {
        self.encrypted
            && !self.opens_without_key
            && self.pages.is_as_promised()
            && self.problems.is_empty()
            && self.audit.is_whole()
            && self.notes.is_whole()
            && self.findings.is_empty()
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
    pub(crate) tip: Tip,
}

impl Examined {
    /// Tells whether nothing at all is wrong with it.
    pub(crate) fn is_whole(&self) -> bool {
        self.problems.is_empty() && self.audit.is_whole() && self.notes.is_whole()
    }
}

impl Store {
    /// Checks everything.
    ///
    /// The WAL is emptied first, because SQLCipher's check reads the main file only and calls a page of an interrupted
    /// checkpoint damaged; and a fresh connection is taken, because one bad page spoils later reads on the same one.
    pub fn check(&self) -> Result<CheckReport> {
        if let Some(why) = self.cannot_write() {
            return Err(why.into());
        }
        connect::checkpoint(&self.records.conn)?;
        let database = self.folder.database();
        let (examined, cipher_version, pages) = match connect::open(&database, &self.key) {
            Ok(conn) => {
                let version = connect::cipher_version(&conn)?;
                let pages = connect::page_seal(&conn)?;
                (examine(conn, self.header.vault)?, version, pages)
            }
            // So badly damaged that it does not open again is an answer as well.
            Err(Error::Damaged { what }) => (
                unreadable(vec![what.to_string()]),
                String::new(),
                PageSeal::default(),
            ),
            Err(error) => return Err(error),
        };
        Ok(CheckReport {
            encrypted: !cipher_version.is_empty(),
            cipher_version,
            opens_without_key: connect::opens_without_key(&database)?,
            pages,
            guess: self.header.passphrase_cost(),
            header_copies: self.header_copies,
            findings: self.findings()?,
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
            return Ok(unreadable(problems));
        }
    }
    problems.extend(schema::differences(&conn, migrate::ALL)?);
    problems.extend(index_problem(&conn)?);
    let records = Records { conn };
    for untold in [
        finding::untold(&records.conn),
        hand_offs::untold(&records.conn),
    ] {
        match untold {
            // What cannot be read was not written by us.
            Err(Error::Damaged { what }) => problems.push(what.to_string()),
            untold => problems.extend(untold?),
        }
    }
    problems.extend(notes::leftovers(&records)?);
    let tip = match audit::tip(&records.conn, vault) {
        // A last row that we did not write is named by the walk through the trail.
        Err(Error::Damaged { .. }) => NO_TIP,
        tip => tip?,
    };
    Ok(Examined {
        problems,
        audit: audit::verify(&records.conn, vault)?,
        notes: notes::verify(&records)?,
        counts: counts(&records.conn)?,
        tip,
    })
}

/// Compares the full-text index, brought up to date, with the texts it is made of.
fn index_problem(conn: &Connection) -> Result<Option<String>> {
    // Dropped without a commit: what is examined stays as it is.
    let _look = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let checked = full_text::catch_up_with_all(conn).and_then(|()| {
        Ok(conn.execute(
            "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
            [],
        )?)
    });
    match checked {
        Ok(_) if !full_text::forgets(conn)? => Ok(Some(
            "the full-text index would keep words that are erased".to_owned(),
        )),
        Ok(_) => Ok(None),
        Err(Error::Damaged { .. }) => Ok(Some(
            "the full-text index does not fit its texts".to_owned(),
        )),
        // Without the index there is nothing to compare; that it is gone has been said.
        Err(Error::Database { .. }) => Ok(Some("there is no full-text index".to_owned())),
        Err(other) => Err(other),
    }
}

fn unreadable(problems: Vec<String>) -> Examined {
    let unknown = ChainReport::broken(1);
    Examined {
        problems,
        audit: unknown.clone(),
        notes: unknown,
        counts: Counts::default(),
        tip: NO_TIP,
    }
}

/// The end of a trail that cannot be read; that of no vault.
const NO_TIP: Tip = Tip {
    sequence: 0,
    at: Timestamp {
        millis: 0,
        offset: 0,
    },
    hash: [0; 32],
};

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
