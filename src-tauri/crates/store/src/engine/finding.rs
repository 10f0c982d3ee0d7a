//! What was found wrong when a vault was opened: kept in the vault and shown at every open until the practitioner
//! acknowledges it by name, because the first open after a loss would otherwise paper over it.

use std::collections::BTreeMap;

use domain::Timestamp;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    audit::{self, Tip},
    head::Head,
    store::{Records, Tx},
};
use crate::{
    catalogue,
    code::Code,
    error::{Error, Result},
    op::Op,
    row::{Columns, text},
};

/// Something wrong that opening found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Names it.
    pub number: u32,
    /// What is wrong.
    pub kind: FindingKind,
    /// How many acknowledged saves are gone, at least; 0 where none are known to be.
    #[ts(type = "number")]
    pub saves: u64,
    /// The last moment from which everything is there.
    pub since: Timestamp,
    /// The names of what differs, where that has names.
    pub detail: String,
    /// When it was found.
    pub found_at: Timestamp,
}

/// What opening can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    /// The newest saves are gone: a damaged log, or an older database put back.
    SavesMissing,
    /// The database went on differently from what the head file says: another copy of the vault was put here.
    Forked,
    /// The head file is gone, so nobody can say whether saves are missing.
    HeadGone,
    /// The head file holds nothing that this vault wrote, so nobody can say either.
    HeadUnreadable,
    /// The head file of another vault lies here.
    HeadOfAnother,
    /// The key header on disk is an older one: it still knows a passphrase that was changed since.
    OldHeader,
    /// A change of the passphrase was cut off; the passphrase from before is the valid one.
    PassphraseUnfinished,
    /// Tables or triggers are not what this program made (`detail` names them).
    Schema,
}

impl FindingKind {
    /// Tells whether it comes from comparing the vault with its head file.
    pub(crate) const fn is_of_the_head(self) -> bool {
        matches!(
            self,
            Self::SavesMissing
                | Self::Forked
                | Self::HeadGone
                | Self::HeadUnreadable
                | Self::HeadOfAnother
        )
    }
}

/// A finding before it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: FindingKind,
    pub(crate) saves: u64,
    pub(crate) since: Timestamp,
    pub(crate) detail: String,
}

impl Found {
    /// As it is shown while it could not be written down.
    pub(crate) fn at(&self, found_at: Timestamp) -> Finding {
        Finding {
            number: 0,
            kind: self.kind,
            saves: self.saves,
            since: self.since,
            detail: self.detail.clone(),
            found_at,
        }
    }
}

/// Judges a database by its head file.
pub(crate) fn compare(
    conn: &Connection,
    vault: uuid::Uuid,
    head: Head,
    last: &Tip,
) -> Result<Option<Found>> {
    let found = |kind, saves| {
        Some(Found {
            kind,
            saves,
            since: last.at,
            detail: String::new(),
        })
    };
    Ok(match head {
        Head::Gone => found(FindingKind::HeadGone, 0),
        Head::Unreadable => found(FindingKind::HeadUnreadable, 0),
        Head::OfAnother => found(FindingKind::HeadOfAnother, 0),
        Head::At(head) if head.sequence > last.sequence => {
            found(FindingKind::SavesMissing, head.sequence - last.sequence)
        }
        // The head may lag behind, since it is flushed only at checkpoints; but what it says must have happened.
        Head::At(head) => match audit::hash_at(conn, vault, head.sequence)? {
            Some(hash) if hash == head.hash => None,
            _ => found(FindingKind::Forked, 1),
        },
    })
}

/// What the trail says of a finding.
fn said(kind: &str, saves: i64) -> String {
    format!("found {kind}, {saves} saves")
}

/// How the trail names a finding that was acknowledged.
fn named(number: i64) -> String {
    format!("finding {number}")
}

/// Says so where the findings are not those that the trail tells of: somebody with the key may have removed one, changed it,
/// or acknowledged it without a word.
pub(crate) fn untold(conn: &Connection) -> Result<Option<String>> {
    // Found or acknowledged, in the order of the trail: what it says, and when.
    let trail = audit::entries(
        conn,
        "WHERE op = ?4 OR (op IN (?1, ?2, ?3) AND instr(detail, 'found ')) ORDER BY sequence",
        [
            Op::OpenVault,
            Op::OpenWithRecoveryCode,
            Op::Restore,
            Op::Acknowledge,
        ]
        .map(Code::code),
    )?;
    let parts = trail.iter().flat_map(|entry| {
        let parts = entry.detail.split("; ");
        parts.map(|part| (entry.op == Op::Acknowledge, part, entry.at))
    });
    let mut told = Vec::new();
    let mut acknowledged = BTreeMap::new();
    for (is_acknowledged, part, at) in parts {
        if is_acknowledged {
            acknowledged.insert(part.to_owned(), at);
        } else if part.starts_with("found ") {
            told.push((part.to_owned(), at));
        }
    }
    let told: Vec<_> = (1..)
        .zip(told)
        .map(|(number, (part, at))| (number, part, at, acknowledged.remove(&named(number))))
        .collect();
    let mut statement = conn.prepare(
        "SELECT number, kind, saves, found_at, found_offset, acknowledged_by, acknowledged_at, acknowledged_offset
         FROM finding ORDER BY number",
    )?;
    let there = statement.query_map([], |row| {
        let acknowledged = (!row.words("acknowledged_by")?.is_empty())
            .then(|| row.moment("acknowledged_at", "acknowledged_offset"));
        Ok((
            row.get::<_, i64>("number")?,
            said(&row.words("kind")?, row.get("saves")?),
            row.moment("found_at", "found_offset")?,
            acknowledged.transpose()?,
        ))
    })?;
    let there = there.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok((there != told).then(|| {
        "what was found wrong before is not as the trail tells it: a finding was removed, changed or acknowledged"
            .to_owned()
    }))
}

impl Records {
    /// Returns what was found wrong and nobody has acknowledged yet, oldest first.
    pub fn findings(&self) -> Result<Vec<Finding>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT number, kind, saves, since_at, since_offset, detail, found_at, found_offset
             FROM finding WHERE acknowledged_by = '' ORDER BY number",
        )?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Finding> {
    Ok(Finding {
        number: row.get("number")?,
        kind: row.code("kind")?,
        saves: row.get::<_, i64>("saves")?.cast_unsigned(),
        since: row.moment("since_at", "since_offset")?,
        detail: row.words("detail")?,
        found_at: row.moment("found_at", "found_offset")?,
    })
}

impl Tx<'_> {
    /// Writes down what was found, unless the same stands there already and nobody has acknowledged it.
    pub(crate) fn note_finding(&mut self, found: &Found) -> Result<()> {
        let added = self
            .conn()
            .prepare_cached(
                "INSERT INTO finding (kind, saves, since_at, since_offset, detail, found_at, found_offset)
                 SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (
                     SELECT 1 FROM finding WHERE kind = ?1 AND detail = ?5 AND acknowledged_by = '' AND ?2 = 0
                 )",
            )?
            .execute(params![
                found.kind.code(),
                found.saves.cast_signed(),
                found.since.millis,
                found.since.offset,
                found.detail,
                self.now.millis,
                self.now.offset,
            ])?;
        if added > 0 {
            self.touch(&catalogue::FINDING);
            self.say(&said(found.kind.code(), found.saves.cast_signed()));
        }
        Ok(())
    }

    /// Acknowledges a finding by name: somebody has read it and knows what to do.
    pub fn acknowledge(&mut self, finding: u32, by: &str) -> Result<()> {
        let by = text("name", by.trim())?;
        if by.is_empty() {
            return Err(Error::NotFound { what: "name" });
        }
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE finding SET acknowledged_by = ?, acknowledged_at = ?, acknowledged_offset = ?
                 WHERE number = ? AND acknowledged_by = ''",
            )?
            .execute(params![by, self.now.millis, self.now.offset, finding])?;
        if changed == 0 {
            return Err(Error::NotFound { what: "finding" });
        }
        self.touch(&catalogue::FINDING);
        self.say(&named(finding.into()));
        Ok(())
    }
}
