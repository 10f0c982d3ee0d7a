//! The person and their self-defined meaning of recovery.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    CourseId, Lang, PaceId, PersonId, StatementId, Timestamp, TrackId, settings::PrintSize,
};

/// One person in the caseload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Names them inside the vault.
    pub id: PersonId,
    /// What they can change about themselves.
    #[serde(flatten)]
    pub details: PersonDetails,
    /// The identity colour, 0 to 7, given once.
    pub colour: u8,
    /// When they were added.
    pub added_at: Timestamp,
}

/// What is written down about a person; everything but the name may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonDetails {
    /// What they want to be called; never empty.
    pub preferred_name: String,
    /// The clinic's number for them.
    pub record_number: String,
    /// The language of their handouts.
    pub language: Lang,
    /// The size of their printed pages.
    pub print_size: PrintSize,
    /// The course they follow.
    pub course: CourseId,
    /// The track they follow where a module has tracks; `None` when not chosen yet.
    pub track: Option<TrackId>,
    /// How often they mean to meet; `None` when not agreed yet.
    pub pace: Option<PaceId>,
    /// The day the course began.
    pub started_on: NaiveDate,
    /// The next appointment, local time; `None` when none is agreed.
    pub next_meeting: Option<chrono::NaiveDateTime>,
    /// Whether they are in the course now; a former person keeps their record.
    pub active: bool,
}

impl Person {
    /// Returns the first word of the preferred name, for the turned screen.
    pub fn first_name(&self) -> &str {
        self.details
            .preferred_name
            .split_whitespace()
            .next()
            .unwrap_or_default()
    }
}

/// One version of what recovery means to a person, in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryStatement {
    /// Names this version.
    pub id: StatementId,
    /// The words, verbatim.
    pub words: String,
    /// Whether they said or wrote it.
    pub given: Given,
    /// The day they did.
    pub on: NaiveDate,
    /// The lenses a human chose; never computed.
    pub chime: Vec<Chime>,
    /// When it was written down.
    pub recorded_at: Timestamp,
}

/// How words were given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Given {
    /// Said aloud and typed by the practitioner.
    Said,
    /// Written by the person.
    Written,
}

/// The five lenses of Leamy et al. 2011 (Connectedness, Hope, Identity, Meaning, Empowerment).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Chime {
    /// Connectedness.
    Connectedness,
    /// Hope and optimism.
    Hope,
    /// Identity.
    Identity,
    /// Meaning in life.
    Meaning,
    /// Empowerment.
    Empowerment,
}
