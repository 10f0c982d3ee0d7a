//! The audit trail: one row for every action, each sealed with the hash of the row before it.
//!
//! A row says what NEN 7513 asks for: what was done, when, on whose record, by which user. The hashes make an edited,
//! removed, inserted or moved row show at its place; a removed end shows against the head file.

use data_encoding::HEXLOWER;
use domain::{PersonId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    code::Code,
    error::{Error, Result},
    op::{About, Op},
    row::{Columns, RuntimeId},
    store::Store,
};

/// One row of the audit trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// Its place, from 1. Order is by this, never by the clock.
    #[ts(type = "number")]
    pub sequence: u64,
    /// When, by the clock of the machine.
    pub at: Timestamp,
    /// What was done.
    pub op: Op,
    /// Whose record; `None` for the vault itself.
    pub person: Option<PersonId>,
    /// Who did it: the practitioner's name at that time.
    pub user: String,
    /// What exactly, where the action alone does not say; never what somebody wrote.
    pub detail: String,
}

/// Whether a chain of hashes is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChainReport {
    /// How many entries were good, counted from the first.
    #[ts(type = "number")]
    pub good: u64,
    /// The place of the first entry that is not what was written there; `None` when the chain is whole.
    #[ts(type = "number | null")]
    pub broken_at: Option<u64>,
}

impl ChainReport {
    /// Tells whether every entry is what was written.
    pub const fn is_whole(&self) -> bool {
        self.broken_at.is_none()
    }
}

/// The last entry of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    pub(crate) sequence: u64,
    pub(crate) hash: [u8; 32],
}

/// Hashes parts so that no two different lists of parts give the same bytes: each is preceded by its length.
pub(crate) struct Seal(Sha256);

impl Seal {
    pub(crate) fn new(purpose: &str) -> Self {
        Self(Sha256::new()).part(purpose.as_bytes())
    }

    pub(crate) fn part(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    pub(crate) fn number(self, number: i64) -> Self {
        self.part(&number.to_le_bytes())
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// What the first row stands on: another vault's rows do not fit here.
fn root(vault: Uuid) -> [u8; 32] {
    Seal::new("waymark audit 1").part(vault.as_bytes()).finish()
}

struct Entry {
    sequence: i64,
    at: Timestamp,
    op: String,
    person: Vec<u8>,
    user: String,
    detail: String,
    previous: Vec<u8>,
}

impl Entry {
    fn hash(&self) -> [u8; 32] {
        Seal::new("waymark audit entry 1")
            .part(&self.previous)
            .number(self.sequence)
            .number(self.at.millis)
            .number(i64::from(self.at.offset))
            .part(self.op.as_bytes())
            .part(&self.person)
            .part(self.user.as_bytes())
            .part(self.detail.as_bytes())
            .finish()
    }
}

/// Returns the last entry; the root, at 0, when there is none.
pub(crate) fn tip(conn: &Connection, vault: Uuid) -> Result<Tip> {
    let last = conn
        .prepare_cached("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Tip {
                sequence: row.get::<_, i64>("sequence")?.cast_unsigned(),
                hash: row.get("hash")?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or(Tip {
        sequence: 0,
        hash: root(vault),
    }))
}

/// Returns when an action was last done.
pub(crate) fn last_of(conn: &Connection, op: Op) -> Result<Option<Timestamp>> {
    Ok(conn
        .prepare_cached(
            "SELECT at, at_offset FROM audit WHERE op = ? ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row([op.code()], |row| row.moment("at", "at_offset"))
        .optional()?)
}

/// Returns the hash of one entry, if it is there.
pub(crate) fn hash_at(conn: &Connection, vault: Uuid, sequence: u64) -> Result<Option<[u8; 32]>> {
    if sequence == 0 {
        return Ok(Some(root(vault)));
    }
    Ok(conn
        .prepare_cached("SELECT hash FROM audit WHERE sequence = ?")?
        .query_row([sequence.cast_signed()], |row| row.get("hash"))
        .optional()?)
}

/// Adds an entry at the end, inside the transaction of the action itself.
pub(crate) fn append(
    conn: &Connection,
    vault: Uuid,
    op: Op,
    about: About,
    detail: &str,
    at: Timestamp,
) -> Result<Tip> {
    let last = tip(conn, vault)?;
    let user = conn
        .prepare_cached("SELECT name FROM practitioner")?
        .query_row([], |row| row.get("name"))
        .optional()?
        .unwrap_or_default();
    let entry = Entry {
        sequence: last.sequence.cast_signed() + 1,
        at,
        op: op.code().to_owned(),
        person: about
            .person
            .map(|id| id.bytes().to_vec())
            .unwrap_or_default(),
        user,
        detail: detail.to_owned(),
        previous: last.hash.to_vec(),
    };
    let hash = entry.hash();
    conn.prepare_cached(
        "INSERT INTO audit (sequence, at, at_offset, op, person, user, detail, previous, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        entry.sequence,
        entry.at.millis,
        entry.at.offset,
        entry.op,
        entry.person,
        entry.user,
        entry.detail,
        entry.previous,
        hash,
    ])?;
    Ok(Tip {
        sequence: last.sequence + 1,
        hash,
    })
}

/// Walks the whole chain.
pub(crate) fn verify(conn: &Connection, vault: Uuid) -> Result<ChainReport> {
    let mut statement = conn.prepare(
        "SELECT sequence, at, at_offset, op, person, user, detail, previous, hash FROM audit ORDER BY sequence",
    )?;
    let mut rows = statement.query([])?;
    let mut expected = Tip {
        sequence: 1,
        hash: root(vault),
    };
    while let Some(row) = rows.next()? {
        let (entry, hash) = read(row)?;
        let fits = entry.sequence == expected.sequence.cast_signed()
            && entry.previous == expected.hash
            && entry.hash() == *hash;
        if !fits {
            return Ok(ChainReport {
                good: expected.sequence - 1,
                broken_at: Some(expected.sequence),
            });
        }
        expected = Tip {
            sequence: expected.sequence + 1,
            hash: entry.hash(),
        };
    }
    Ok(ChainReport {
        good: expected.sequence - 1,
        broken_at: None,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Entry, Vec<u8>)> {
    let entry = Entry {
        sequence: row.get("sequence")?,
        at: row.moment("at", "at_offset")?,
        op: row.get("op")?,
        person: row.get("person")?,
        user: row.get("user")?,
        detail: row.get("detail")?,
        previous: row.get("previous")?,
    };
    Ok((entry, row.get("hash")?))
}

/// Returns the entries of a span of time, both ends included, in the order they were made.
pub(crate) fn range(conn: &Connection, from: Timestamp, to: Timestamp) -> Result<Vec<AuditEntry>> {
    entries(
        conn,
        "WHERE at BETWEEN ? AND ? ORDER BY sequence",
        [from.millis, to.millis],
    )
}

fn entries(conn: &Connection, which: &str, params: impl Params) -> Result<Vec<AuditEntry>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT sequence, at, at_offset, op, person, user, detail FROM audit {which}"
    ))?;
    let rows = statement.query_map(params, |row| {
        let person: Vec<u8> = row.get("person")?;
        Ok(AuditEntry {
            sequence: row.get::<_, i64>("sequence")?.cast_unsigned(),
            at: row.moment("at", "at_offset")?,
            op: row.code("op")?,
            person: Uuid::from_slice(&person).ok().map(PersonId::new),
            user: row.get("user")?,
            detail: row.get("detail")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Store {
    /// Returns the last entry; every vault has one, since making it is the first.
    pub(crate) fn last_entry(&self) -> Result<AuditEntry> {
        let last = tip(&self.records.conn, self.vault_id())?
            .sequence
            .cast_signed();
        entries(&self.records.conn, "WHERE sequence = ?", [last])?
            .pop()
            .ok_or(Error::NotFound { what: "entry" })
    }
}

/// Writes a hash as it is shown.
pub(crate) fn hex(hash: &[u8]) -> String {
    HEXLOWER.encode(hash)
}
