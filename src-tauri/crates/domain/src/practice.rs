//! Home practice: agreed at the end of one session, reviewed at the start of the next (reference 4.9).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{GoalId, PracticeId, SessionId, TopicId};

/// One small promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Practice {
    /// Names it.
    pub id: PracticeId,
    /// The session it was agreed in.
    pub agreed_in: SessionId,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// What was agreed.
    #[serde(flatten)]
    pub plan: PracticePlan,
    /// What became of it; `None` until reviewed.
    pub review: Option<PracticeReview>,
}

/// What is to be done, when, where and with whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PracticePlan {
    /// What to do.
    pub what: String,
    /// When.
    pub when: String,
    /// Where.
    pub place: String,
    /// With whom.
    pub with_whom: String,
    /// What is needed for it.
    pub materials: String,
    /// What will remind of it.
    pub reminder: String,
    /// How it serves the goal.
    pub why: String,
    /// How sure the person is that it will happen, 0 to 10; `None` until asked.
    pub confidence: Option<u8>,
    /// What could get in the way, and the answer to it.
    pub obstacle: String,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// The topic it came from.
    pub topic: Option<TopicId>,
}

/// What became of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeReview {
    /// The session it was reviewed in.
    pub session: SessionId,
    /// The day.
    pub on: NaiveDate,
    /// How far it was done; `None` until somebody says.
    pub result: Option<PracticeResult>,
    /// What happened, verbatim.
    pub what_happened: String,
    /// What it did for the person.
    pub effect: String,
    /// What got in the way, in words.
    pub obstacle: String,
    /// Which kinds of thing that was; ticked by hand, never read out of the words.
    pub obstacle_kinds: BTreeSet<ObstacleKind>,
    /// What deserves praise, and what comes next.
    pub next_time: String,
}

impl PracticeReview {
    /// A review in which nothing is said yet.
    pub const fn blank(session: SessionId, on: NaiveDate) -> Self {
        Self {
            session,
            on,
            result: None,
            what_happened: String::new(),
            effect: String::new(),
            obstacle: String::new(),
            obstacle_kinds: BTreeSet::new(),
            next_time: String::new(),
        }
    }

    /// Tells whether nothing is said in it.
    pub fn is_blank(&self) -> bool {
        *self == Self::blank(self.session, self.on)
    }
}

/// A kind of thing that gets in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ObstacleKind {
    /// It was forgotten.
    Forgot,
    /// There was no time.
    NoTime,
    /// It was too hard.
    TooHard,
    /// The person was not well enough.
    Unwell,
    /// The person did not want to.
    DidNotWant,
    /// Something came up.
    CameUp,
    /// Something else, which the words tell.
    Other,
}

impl ObstacleKind {
    /// Every kind, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Forgot,
        Self::NoTime,
        Self::TooHard,
        Self::Unwell,
        Self::DidNotWant,
        Self::CameUp,
        Self::Other,
    ];
}

/// How far a practice was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PracticeResult {
    /// Done.
    Done,
    /// Partly done.
    Partly,
    /// Not done.
    NotDone,
    /// Something else was done instead.
    Changed,
}
