//! The audit trail: one row for every action, each sealed with the hash of the row before it.
//!
//! A row says what NEN 7513 asks for: what was done, when, on whose record, by which user. The hashes make an edited,
//! removed, inserted or moved row show at its place; a removed end shows against the head file, and against the tip that is
//! printed on signed paper. The seal of a note stands in a row of its own, so the trail is also the chain of what was signed.

use data_encoding::HEXLOWER;
use domain::{PersonId, Timestamp};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    code::Code,
    error::Result,
    op::Op,
    row::{Columns, RuntimeId},
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
    /// The tables whose rows were changed, parted by spaces.
    pub touched: String,
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

    /// A chain of so many good entries.
    pub(crate) const fn whole(good: u64) -> Self {
        Self {
            good,
            broken_at: None,
        }
    }

    /// A chain whose entry at this place, from 1, is not what was written.
    pub(crate) const fn broken(place: u64) -> Self {
        Self {
            good: place.saturating_sub(1),
            broken_at: Some(place),
        }
    }
}

/// The last entry of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tip {
    pub(crate) sequence: u64,
    pub(crate) at: Timestamp,
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

    pub(crate) fn moment(self, at: Timestamp) -> Self {
        self.number(at.millis).number(i64::from(at.offset))
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// What the first row stands on: another vault's rows do not fit here.
fn root(vault: Uuid) -> [u8; 32] {
    Seal::new("waymark audit 2").part(vault.as_bytes()).finish()
}

/// What a row says before it has its place and its hash.
pub(crate) struct Entry<'a> {
    pub(crate) at: Timestamp,
    pub(crate) op: Op,
    pub(crate) person: Option<PersonId>,
    pub(crate) user: &'a str,
    pub(crate) touched: &'a str,
    pub(crate) detail: &'a str,
    /// The note or addendum that was sealed; empty for other actions.
    pub(crate) subject: &'a [u8],
    pub(crate) seal: &'a [u8],
}

struct Hashed<'a> {
    previous: &'a [u8; 32],
    sequence: i64,
    at: Timestamp,
    op: &'a str,
    person: &'a [u8],
    user: &'a str,
    touched: &'a str,
    detail: &'a str,
    subject: &'a [u8],
    seal: &'a [u8],
}

impl Hashed<'_> {
    fn hash(&self) -> [u8; 32] {
        Seal::new("waymark audit entry 2")
            .part(self.previous)
            .number(self.sequence)
            .moment(self.at)
            .part(self.op.as_bytes())
            .part(self.person)
            .part(self.user.as_bytes())
            .part(self.touched.as_bytes())
            .part(self.detail.as_bytes())
            .part(self.subject)
            .part(self.seal)
            .finish()
    }
}

/// Returns the last entry; the root, at 0, when there is none.
pub(crate) fn tip(conn: &Connection, vault: Uuid) -> Result<Tip> {
    let last = conn
        .prepare_cached(
            "SELECT sequence, at, at_offset, hash FROM audit ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row([], |row| {
            Ok(Tip {
                sequence: row.get::<_, i64>("sequence")?.cast_unsigned(),
                at: row.moment("at", "at_offset")?,
                hash: row.get("hash")?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or(Tip {
        sequence: 0,
        at: Timestamp {
            millis: 0,
            offset: 0,
        },
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

/// Returns the last entry of an action that says something which begins so.
pub(crate) fn last_said(conn: &Connection, op: Op, beginning: &str) -> Result<Option<AuditEntry>> {
    let which =
        "WHERE op = ?1 AND substr(detail, 1, length(?2)) = ?2 ORDER BY sequence DESC LIMIT 1";
    Ok(entries(conn, which, [op.code(), beginning])?.pop())
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

/// Adds an entry after the last one, inside the transaction of the action itself; returns the new tip.
pub(crate) fn append(conn: &Connection, last: &Tip, entry: &Entry<'_>) -> Result<Tip> {
    let person = entry.person.map(RuntimeId::bytes);
    let person = person.as_ref().map_or(&[][..], |bytes| bytes.as_slice());
    let sequence = last.sequence + 1;
    let hash = Hashed {
        previous: &last.hash,
        sequence: sequence.cast_signed(),
        at: entry.at,
        op: entry.op.code(),
        person,
        user: entry.user,
        touched: entry.touched,
        detail: entry.detail,
        subject: entry.subject,
        seal: entry.seal,
    }
    .hash();
    conn.prepare_cached(
        "INSERT INTO audit (sequence, at, at_offset, op, about, user, touched, detail, subject, seal, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        sequence.cast_signed(),
        entry.at.millis,
        entry.at.offset,
        entry.op.code(),
        person,
        entry.user,
        entry.touched,
        entry.detail,
        entry.subject,
        entry.seal,
        hash,
    ])?;
    Ok(Tip {
        sequence,
        at: entry.at,
        hash,
    })
}

/// Walks the whole chain.
pub(crate) fn verify(conn: &Connection, vault: Uuid) -> Result<ChainReport> {
    let mut statement = conn.prepare(
        "SELECT sequence, at, at_offset, op, about, user, touched, detail, subject, seal, hash
         FROM audit ORDER BY sequence",
    )?;
    let mut rows = statement.query([])?;
    let mut previous = root(vault);
    let mut expected = 1;
    while let Some(row) = rows.next()? {
        match hash_of(row, expected, &previous) {
            Ok(Some(hash)) => previous = hash,
            // What is no text where a text was written was not written by us either.
            Ok(None) | Err(_) => return Ok(ChainReport::broken(expected)),
        }
        expected += 1;
    }
    Ok(ChainReport::whole(expected - 1))
}

/// Returns the hash of a row, when it is the one that belongs at this place.
fn hash_of(
    row: &Row<'_>,
    expected: u64,
    previous: &[u8; 32],
) -> rusqlite::Result<Option<[u8; 32]>> {
    let sequence: i64 = row.get("sequence")?;
    let computed = Hashed {
        previous,
        sequence,
        at: row.moment("at", "at_offset")?,
        op: row.get_ref("op")?.as_str()?,
        person: row.get_ref("about")?.as_blob()?,
        user: row.get_ref("user")?.as_str()?,
        touched: row.get_ref("touched")?.as_str()?,
        detail: row.get_ref("detail")?.as_str()?,
        subject: row.get_ref("subject")?.as_blob()?,
        seal: row.get_ref("seal")?.as_blob()?,
    }
    .hash();
    let fits = sequence == expected.cast_signed()
        && row.get_ref("hash")?.as_blob()? == computed.as_slice();
    Ok(fits.then_some(computed))
}

/// Returns the entries of a span of time, both ends included, in the order they were made.
pub(crate) fn range(conn: &Connection, from: Timestamp, to: Timestamp) -> Result<Vec<AuditEntry>> {
    entries(
        conn,
        "WHERE at BETWEEN ? AND ? ORDER BY sequence",
        [from.millis, to.millis],
    )
}

/// Returns every entry of an action, in the order they were made.
pub(crate) fn all_of(conn: &Connection, op: Op) -> Result<Vec<AuditEntry>> {
    entries(conn, "WHERE op = ? ORDER BY sequence", [op.code()])
}

/// Returns the entries for which this holds.
pub(crate) fn entries(
    conn: &Connection,
    which: &str,
    params: impl Params,
) -> Result<Vec<AuditEntry>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT sequence, at, at_offset, op, about, user, touched, detail FROM audit {which}"
    ))?;
    let rows = statement.query_map(params, |row| {
        let person: Vec<u8> = row.get("about")?;
        Ok(AuditEntry {
            sequence: row.get::<_, i64>("sequence")?.cast_unsigned(),
            at: row.moment("at", "at_offset")?,
            op: row.code("op")?,
            person: Uuid::from_slice(&person).ok().map(PersonId::new),
            user: row.get("user")?,
            touched: row.get("touched")?,
            detail: row.get("detail")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a hash as it is shown.
pub(crate) fn hex(hash: &[u8]) -> String {
    HEXLOWER.encode(hash)
}
