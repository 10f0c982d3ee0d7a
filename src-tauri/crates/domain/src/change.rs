//! What a change did, in the few words that every screen needs: when it was on disk, what it touched, what can be taken back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{PersonId, Timestamp};

/// The answer of everything that changes something. Views are asked for apart: the page asks again for what was touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// When it was on disk.
    pub saved_at: Timestamp,
    /// What it touched.
    pub touched: Touched,
    /// What undo would take back now in the record of whom this touched; the newest of all when it touched nobody's.
    pub undo: Option<UndoStep>,
    /// What redo would bring back there.
    pub redo: Option<UndoStep>,
    /// The id of what was made, or of what was there already and opened instead; `None` when nothing was.
    #[ts(as = "Option<String>")]
    pub made: Option<Uuid>,
}

/// Whose record a change touched, and which parts of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Touched {
    /// The person; `None` when it is about the vault itself.
    pub person: Option<PersonId>,
    /// The parts; empty when nothing differs from before.
    pub areas: BTreeSet<Area>,
}

/// A part of the vault that screens show and ask for again together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Area {
    /// The vault itself: its practitioners, PIN, keys and findings.
    Vault,
    /// People and what is written down about them.
    People,
    /// Recovery statements.
    Statements,
    /// Goals, short-term goals, steps and what was said of them.
    Goals,
    /// Meetings and sessions.
    Sessions,
    /// Groups, who is in them, and the plans of their meetings.
    Groups,
    /// Promises and their reviews.
    Practices,
    /// Supporters, their consents, and what was said to them.
    Supporters,
    /// Filled copies and answers.
    Answers,
    /// Dated events.
    Events,
    /// Outcome plans and values that were keyed in.
    Outcomes,
    /// Notes and addenda.
    Notes,
    /// What left the vault.
    HandOffs,
    /// How a course ended, and the boosters after it.
    Endings,
    /// Supervision, training, and what practitioners say of their own work.
    Supervision,
}

impl Area {
    /// Every part.
    pub const ALL: [Self; 15] = [
        Self::Vault,
        Self::People,
        Self::Statements,
        Self::Goals,
        Self::Sessions,
        Self::Groups,
        Self::Practices,
        Self::Supporters,
        Self::Answers,
        Self::Events,
        Self::Outcomes,
        Self::Notes,
        Self::HandOffs,
        Self::Endings,
        Self::Supervision,
    ];
}

/// Something that can be taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoStep {
    /// What it was, as a stable name (the page has the words).
    pub op: String,
    /// Whose record it is in.
    pub person: Option<PersonId>,
    /// What that person is called; empty when it is nobody's, and when taking it back took them away.
    pub name: String,
    /// When it was done.
    pub at: Timestamp,
}
