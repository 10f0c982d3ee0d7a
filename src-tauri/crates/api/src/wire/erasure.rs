//! Erasing one person, and the receipt of it.

use domain::{PersonId, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asks! {
    /// Erases a person for good.
    ErasePerson {
        /// Who.
        person: PersonId,
        /// Their name as it stands in the record, typed to be sure.
        name: String,
        /// Why; it stays in the ledger for good, so it names nobody.
        reason: String,
    }
}

/// What an erasure did. It names nobody but by what was typed; it is kept nowhere and can be printed and saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErasureReceipt {
    /// When.
    pub at: Timestamp,
    /// What they were called.
    pub name: String,
    /// The clinic's number for them; may be empty.
    pub record_number: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// What went, by kind.
    pub removed: Vec<Counted>,
    /// What was emptied and stays as an empty row, because a seal stands on it.
    pub emptied: Vec<Counted>,
    /// The entry of the ledger that says so.
    pub entry: u32,
}

/// What an erasure takes, in the words of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ErasedKind {
    /// Name, record number and all that was written down about the person.
    Details,
    /// Recovery statements.
    Statements,
    /// Sessions.
    Sessions,
    /// Goals.
    Goals,
    /// Promises.
    Practices,
    /// Supporters, consents about them, and what was said to them.
    Supporters,
    /// Filled copies and answers.
    Answers,
    /// Dated events, outcome plans, and values that were keyed in.
    Events,
    /// Notes.
    Notes,
    /// What was added to signed notes.
    Addenda,
    /// Lines of what left the vault.
    HandOffs,
    /// Ends of courses, and boosters.
    Endings,
}

/// So many of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// The kind.
    pub what: ErasedKind,
    /// How many.
    pub count: u32,
}
