//! The ledger: the audit trail as somebody looks through it, the newest entry first.

use chrono::NaiveDate;
use domain::PersonId;
use rusqlite::params;

use crate::{
    engine::{
        audit::{self, AuditEntry},
        store::Records,
    },
    error::Result,
    op::Op,
    row::{RuntimeId, opt_text},
};

/// What of the ledger is looked at.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// Only what was done in this person's record; somebody who was erased keeps their id.
    pub person: Option<PersonId>,
    /// Only these actions; all when empty.
    pub ops: Vec<Op>,
    /// Only from this day on.
    pub from: Option<NaiveDate>,
    /// Only up to this day, itself included.
    pub until: Option<NaiveDate>,
    /// Only what came before this entry.
    pub before: Option<u64>,
    /// At most so many.
    pub most: u32,
}

impl Records {
    /// Returns entries of the audit trail, the newest first. Days are those of the place where each was made.
    pub fn ledger(&self, which: &Ledger) -> Result<Vec<AuditEntry>> {
        let person = which.person.map(RuntimeId::bytes);
        let ops: String = which
            .ops
            .iter()
            .map(|op| format!(" {} ", op.name()))
            .collect();
        let before = which
            .before
            .map_or(i64::MAX, |before| i64::try_from(before).unwrap_or(i64::MAX));
        audit::entries(
            &self.conn,
            "WHERE sequence < ?1 AND (?2 IS NULL OR about = ?2) AND (?3 = '' OR instr(?3, ' ' || op || ' '))
                 AND (?4 = '' OR date(at / 1000 + at_offset * 60, 'unixepoch') >= ?4)
                 AND (?5 = '' OR date(at / 1000 + at_offset * 60, 'unixepoch') <= ?5)
             ORDER BY sequence DESC LIMIT ?6",
            params![
                before,
                person.as_ref().map(|id| id.as_slice()),
                ops,
                opt_text(which.from),
                opt_text(which.until),
                which.most,
            ],
        )
    }
}
