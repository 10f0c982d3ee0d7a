//! Home practice: agreed at the end of one session, reviewed at the start of the next (reference 4.9).

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
    /// What got in the way.
    pub obstacle: String,
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
