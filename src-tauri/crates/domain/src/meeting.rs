//! Meetings: a date, a place and the practitioners who lead it. A session is one person's part in one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{MeetingId, PackId, PractitionerId, settings::Practitioner};

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Names it.
    pub id: MeetingId,
    /// The day.
    pub on: NaiveDate,
    /// One person, several, or one with supporters.
    pub format: MeetingFormat,
    /// Where it takes place; may be empty.
    pub place: String,
    /// Who leads it, and as what.
    pub practitioners: Vec<(PractitionerId, Role)>,
}

/// Who meets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MeetingFormat {
    /// One person and who leads.
    #[default]
    OneToOne,
    /// Several people (IMR groups have up to ten).
    Group,
    /// One person and supporters of theirs.
    WithSupporters,
}

/// As what somebody leads a meeting or signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A clinician.
    #[default]
    Clinician,
    /// A peer specialist.
    Peer,
    /// Somebody in training.
    Student,
    /// Somebody who signs with another.
    CoSigner,
}

/// Somebody who leads meetings or signs, as the vault knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Colleague {
    /// Names them.
    pub id: PractitionerId,
    /// What they are called, and their title.
    #[serde(flatten)]
    pub practitioner: Practitioner,
    /// As what they lead when nothing else is said.
    pub role: Role,
    /// False for somebody who no longer leads or signs here.
    pub active: bool,
    /// Whether it is who keeps the vault.
    pub keeper: bool,
}

/// The pack that supplied a page, and its version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// The pack.
    pub pack: PackId,
    /// Its version.
    pub pack_version: String,
}
