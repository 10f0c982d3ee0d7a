//! The ledger: what was done, when, in whose record, by whom; never what somebody wrote.

use chrono::NaiveDate;
use domain::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};
use store::Op;
use ts_rs::TS;

use super::cards::PersonCard;

/// What an action in the ledger is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum LedgerKind {
    /// Something was written down for the first time.
    Created,
    /// Something was changed, or taken back.
    Changed,
    /// A note was signed or added to.
    Signed,
    /// Something was printed, exported or backed up.
    Left,
    /// Somebody was erased, or a session taken away.
    Erased,
    /// The vault itself: opened, its keys, its keeper.
    Vault,
}

asks! {
    /// Looks through the ledger.
    LookThroughLedger {
        /// Only this person's record.
        person: Option<PersonId>,
        /// Only actions of this kind.
        kind: Option<LedgerKind>,
        /// Only from this day on.
        from: Option<NaiveDate>,
        /// Only up to this day, itself included.
        until: Option<NaiveDate>,
        /// Only what came before this entry.
        before: Option<u32>,
    }
    /// Saves part of the ledger as a table.
    SaveLedger {
        /// Which part.
        which: LookThroughLedger,
        /// A name for the file.
        name: String,
    }
}

views! {
    /// Part of the ledger.
    LedgerView {
        /// Its entries, the newest first.
        lines: Vec<LedgerLine>,
        /// Whether there are older ones.
        more: bool,
    }
    /// One entry.
    LedgerLine {
        /// Its place in the trail, from 1.
        sequence: u32,
        /// When.
        at: Timestamp,
        /// What was done.
        op: Op,
        /// Of which kind it is.
        kind: LedgerKind,
        /// In whose record; `None` for the vault itself, and for somebody who was erased.
        person: Option<PersonCard>,
        /// Whether it was in the record of somebody who was erased.
        erased: bool,
        /// By whom, as they were called then.
        by: String,
        /// What exactly, where the action alone does not say: a count, a place, a reason.
        detail: String,
    }
}
