//! What practitioners do to stay with the model: meetings of supervision and training, and what they say of their own work
//! where nothing can be counted (reference 4.13, 5.2). None of it is about one person.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::SupervisionId;

/// One meeting of supervision or training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Supervision {
    /// Names it.
    pub id: SupervisionId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: SupervisionDetails,
}

/// What is written down about a meeting of supervision or training.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionDetails {
    /// The day.
    pub on: NaiveDate,
    /// What kind it was.
    pub kind: SupervisionKind,
    /// How long it took, in minutes; `None` when nobody said.
    pub minutes: Option<u32>,
    /// How many practitioners met; `None` when nobody said.
    pub met: Option<u32>,
    /// Who met.
    pub who: String,
    /// What was practised, such as a role play.
    pub practised: String,
    /// What else is worth keeping.
    pub words: String,
}

/// Kinds of supervision and training.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SupervisionKind {
    /// Practitioners met with a supervisor, or with each other.
    Supervision,
    /// A day of a course.
    Course,
    /// Training at the place of work.
    Training,
    /// Somebody watched a session, or listened to one.
    Observed,
}

/// What a practitioner says of one item of the mirror for a stretch of time. It is about their own work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MirrorAnswer {
    /// The first day of the stretch.
    pub period: NaiveDate,
    /// The item, as a stable name.
    pub item: String,
    /// 1 to 5; `None` when nothing was chosen.
    pub level: Option<u8>,
    /// What they say about it.
    pub words: String,
}
