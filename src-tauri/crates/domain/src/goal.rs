//! Goals: a recovery goal, short-term goals under it, and steps under those (reference 4.4).

mod still;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use self::still::{StandsStill, stands_still};
use crate::{GoalId, ModuleId, SessionId, ShortTermGoalId, StepId};

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
    /// The day it was reached, changed or let go; `None` while it is worked on, and where nobody noted it.
    #[serde(default)]
    pub ended_on: Option<NaiveDate>,
    /// Why it was changed or let go; empty where nobody said.
    #[serde(default)]
    pub reason: String,
    /// The earlier goal it came in place of.
    #[serde(default)]
    pub instead_of: Option<GoalId>,
    /// The modules whose skills help with it, as somebody chose.
    #[serde(default)]
    pub modules: Vec<ModuleId>,
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
    /// The day it was taken up; `None` where nobody said.
    #[serde(default)]
    pub started_on: Option<NaiveDate>,
    /// The day it was reached.
    #[serde(default)]
    pub done_on: Option<NaiveDate>,
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
    /// What is needed for it.
    #[serde(default)]
    pub resources: String,
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
    /// Which of the person's meetings it was.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// How far it has come; `None` until somebody says.
    pub progress: Option<Progress>,
    /// How that compares with what was hoped for; `None` until somebody says.
    pub attainment: Option<Attainment>,
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

impl Progress {
    /// Its place on the way, 0 to 3; a goal that was changed or let go has none.
    pub const fn how_far(self) -> Option<u8> {
        match self {
            Self::NotStarted => Some(0),
            Self::Some => Some(1),
            Self::Most => Some(2),
            Self::Achieved => Some(3),
            Self::Changed | Self::Dropped => None,
        }
    }
}

/// How far a goal was attained, held against what was hoped for (Goal Attainment Scaling). Said by somebody, never worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Attainment {
    /// Much less than hoped.
    MuchLess,
    /// Somewhat less.
    Less,
    /// What was hoped.
    Expected,
    /// Somewhat more.
    More,
    /// Much more.
    MuchMore,
}

impl Attainment {
    /// The number that goes by this name in the literature, -2 to 2.
    pub const fn score(self) -> i8 {
        match self {
            Self::MuchLess => -2,
            Self::Less => -1,
            Self::Expected => 0,
            Self::More => 1,
            Self::MuchMore => 2,
        }
    }
}
