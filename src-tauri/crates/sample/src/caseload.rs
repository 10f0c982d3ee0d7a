//! The made-up caseload as `caseload.json` writes it: the words, and how many days ago things happened.

use std::collections::BTreeSet;

use api::{ApiError, ErrorCode, Result};
use chrono::NaiveTime;
use domain::{
    AnswerKey, AnswerValue, BlockId, FieldId, MeasureId, ModuleId, OccasionId, OutcomePlanId,
    PaceId, TopicId, TrackId,
    event::EventKind,
    goal::{Attainment, GoalStatus, Progress},
    person::{Chime, Given},
    practice::{ObstacleKind, PracticePlan, PracticeResult},
    session::{Attendance, Depth, Phase, Recalled, Skill, Technique},
    settings::PrintSize,
    supporter::{ConsentItem, ContactHow, SupporterDetails},
};
use serde::Deserialize;

/// Reads it.
pub(crate) fn read() -> Result<Caseload> {
    serde_json::from_str(include_str!("caseload.json"))
        .map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Caseload {
    pub people: Vec<SamplePerson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SamplePerson {
    pub name: String,
    pub record_number: String,
    #[serde(default)]
    pub language: domain::Lang,
    #[serde(default)]
    pub print_size: PrintSize,
    #[serde(default)]
    pub track: Option<TrackId>,
    #[serde(default)]
    pub pace: Option<PaceId>,
    #[serde(default = "yes")]
    pub active: bool,
    pub started_days_ago: u64,
    #[serde(default)]
    pub next_in_days: Option<u64>,
    #[serde(default)]
    pub next_at: Option<NaiveTime>,
    #[serde(default)]
    pub statements: Vec<SampleStatement>,
    #[serde(default)]
    pub goals: Vec<SampleGoal>,
    #[serde(default)]
    pub sessions: Vec<SampleSession>,
    #[serde(default)]
    pub sheets: Vec<SampleSheet>,
    #[serde(default)]
    pub supporters: Vec<SampleSupporter>,
    #[serde(default)]
    pub events: Vec<SampleEvent>,
    #[serde(default)]
    pub outcome: Option<SampleOutcome>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleEvent {
    pub kind: EventKind,
    pub days_ago: u64,
    #[serde(default)]
    pub last_days_ago: Option<u64>,
    #[serde(default)]
    pub hours: Option<i16>,
    #[serde(default)]
    pub words: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleOutcome {
    pub plan: OutcomePlanId,
    pub days_ago: u64,
    #[serde(default)]
    pub measured: Vec<SampleMeasured>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleMeasured {
    pub measure: MeasureId,
    pub occasion: OccasionId,
    pub days_ago: u64,
    pub value: serde_json::Number,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleSupporter {
    pub details: SupporterDetails,
    #[serde(default)]
    pub consents: Vec<SampleConsent>,
    #[serde(default)]
    pub contacts: Vec<SampleContact>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleConsent {
    pub days_ago: u64,
    pub items: BTreeSet<ConsentItem>,
    pub given: Given,
    #[serde(default)]
    pub until_in_days: Option<u64>,
    #[serde(default)]
    pub kept_back: String,
    #[serde(default)]
    pub withdrawn_days_ago: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleContact {
    pub days_ago: u64,
    pub how: ContactHow,
    pub words: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleStatement {
    pub days_ago: u64,
    pub words: String,
    pub given: Given,
    #[serde(default)]
    pub chime: Vec<Chime>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleGoal {
    pub set_days_ago: u64,
    pub words: String,
    pub why: String,
    #[serde(default)]
    pub status: GoalStatus,
    #[serde(default)]
    pub ended_days_ago: Option<u64>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub modules: Vec<ModuleId>,
    #[serde(default)]
    pub short_term: Vec<SampleShortTerm>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleShortTerm {
    pub words: String,
    #[serde(default)]
    pub status: GoalStatus,
    pub steps: Vec<SampleStep>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleStep {
    pub words: String,
    #[serde(default)]
    pub helper: String,
    #[serde(default)]
    pub by_in_days: Option<u64>,
    #[serde(default)]
    pub obstacle: String,
    #[serde(default)]
    pub status: GoalStatus,
    #[serde(default)]
    pub done_days_ago: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleSession {
    pub days_ago: u64,
    pub at: NaiveTime,
    pub minutes: u32,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub attendance: Attendance,
    #[serde(default)]
    pub others_present: String,
    #[serde(default)]
    pub major_problem: Option<bool>,
    #[serde(default)]
    pub problem_words: String,
    #[serde(default)]
    pub problem_action: String,
    #[serde(default)]
    pub recalled: Option<Recalled>,
    #[serde(default)]
    pub recalled_words: String,
    #[serde(default)]
    pub practice_result: Option<PracticeResult>,
    #[serde(default)]
    pub what_happened: String,
    #[serde(default)]
    pub practice_obstacle: String,
    #[serde(default)]
    pub goal_review: Option<SampleReview>,
    /// What got in the way of the practice, as it was ticked.
    #[serde(default)]
    pub obstacle_kinds: Vec<ObstacleKind>,
    #[serde(default)]
    pub agenda: String,
    #[serde(default)]
    pub person_item: String,
    #[serde(default)]
    pub topics: Vec<SampleTopic>,
    #[serde(default)]
    pub techniques: Vec<Technique>,
    #[serde(default)]
    pub skill: Option<Skill>,
    #[serde(default)]
    pub skill_words: String,
    #[serde(default)]
    pub skipped: Vec<Phase>,
    #[serde(default)]
    pub answers: Vec<SampleAnswer>,
    #[serde(default)]
    pub practice: Option<PracticePlan>,
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub next_plan: String,
    pub note: SampleNote,
    #[serde(default)]
    pub response: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleReview {
    pub progress: Option<Progress>,
    #[serde(default)]
    pub attainment: Option<Attainment>,
    #[serde(default)]
    pub done: String,
    #[serde(default)]
    pub obstacle: String,
    #[serde(default)]
    pub next_step: String,
    #[serde(default)]
    pub still_right: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleTopic {
    pub topic: TopicId,
    pub depth: Depth,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleAnswer {
    pub key: AnswerKey,
    pub value: AnswerValue,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SampleNote {
    Signed,
    Draft,
    None,
}

fn yes() -> bool {
    true
}

/// A form that somebody filled once.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SampleSheet {
    pub days_ago: u64,
    pub form: TopicId,
    pub answers: Vec<SheetAnswer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SheetAnswer {
    pub block: BlockId,
    pub field: FieldId,
    #[serde(default)]
    pub row: u16,
    pub value: AnswerValue,
}
