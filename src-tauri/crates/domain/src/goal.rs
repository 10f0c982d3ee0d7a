//! Goals: a recovery goal, short-term goals under it, and steps under those (reference 4.4).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{GoalId, SessionId, ShortTermGoalId, StepId};

/// A long-term recovery goal in the person's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// Names it.
    pub id: GoalId,
    /// The goal, verbatim.
    pub words: String,
    /// Why it matters to them, verbatim.
    pub why: String,
    /// The day it was set.
    pub set_on: NaiveDate,
    /// Where it stands.
    pub status: GoalStatus,
    /// Short-term goals, in order.
    pub short_term: Vec<ShortTermGoal>,
    /// What was said of it in sessions, oldest first.
    pub reviews: Vec<GoalReview>,
}

/// Where a goal, a short-term goal or a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GoalStatus {
    /// Being worked on.
    #[default]
    Active,
    /// Reached.
    Achieved,
    /// Changed into another one; normal, and not a failure.
    Changed,
    /// Let go for now.
    Dropped,
}

/// A short-term goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShortTermGoal {
    /// Names it.
    pub id: ShortTermGoalId,
    /// The words.
    pub words: String,
    /// Where it stands.
    pub status: GoalStatus,
    /// Steps, in order.
    pub steps: Vec<Step>,
}

/// One step, small enough to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Names it.
    pub id: StepId,
    /// What to do.
    pub words: String,
    /// Who helps; empty for nobody.
    pub helper: String,
    /// By when.
    pub by_when: Option<NaiveDate>,
    /// What could get in the way, and the answer to it.
    pub obstacle: String,
    /// Where it stands.
    pub status: GoalStatus,
    /// The day it was done.
    pub done_on: Option<NaiveDate>,
}

/// What was said of a goal in one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GoalReview {
    /// The session.
    pub session: SessionId,
    /// The goal.
    pub goal: GoalId,
    /// The day.
    pub on: NaiveDate,
    /// How far it has come; `None` until somebody says.
    pub progress: Option<Progress>,
    /// What was done since last time.
    pub done: String,
    /// What got in the way.
    pub obstacle: String,
    /// The next small step.
    pub next_step: String,
    /// Whether it is still the right goal; `None` until asked.
    pub still_right: Option<bool>,
}

/// How far a goal has come (reference 4.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Progress {
    /// Nothing yet.
    NotStarted,
    /// A little way.
    Some,
    /// Most of the way.
    Most,
    /// Reached.
    Achieved,
    /// Changed into another goal.
    Changed,
    /// Let go.
    Dropped,
}
