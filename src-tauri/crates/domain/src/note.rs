//! The session note: a draft that can be written in, then a signed text that cannot, then addenda.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AddendumId, Edition, Lang, NoteId, PersonId, SessionId, Timestamp, meeting::MeetingFormat,
};

/// A note with whatever has been added to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Names it.
    pub id: NoteId,
    /// The session it speaks of.
    pub session: SessionId,
    /// Whose record it belongs to.
    pub person: PersonId,
    /// The day of the session.
    pub on: NaiveDate,
    /// The language it is written in.
    pub lang: Lang,
    /// Which sections it has.
    pub format: NoteFormat,
    /// The text.
    pub sections: Vec<NoteSection>,
    /// Draft or signed.
    pub state: NoteState,
    /// Additions, oldest first; a draft has none.
    pub addenda: Vec<Addendum>,
}

/// Whether a note is still a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NoteState {
    /// Can be written in.
    Draft,
    /// Cannot be changed any more, only added to.
    Signed {
        /// When.
        at: Timestamp,
        /// The name and title it was signed with.
        by: String,
        /// Its place among the signed notes, from 1.
        number: u32,
        /// SHA-256 over what was signed, in lower-case hex.
        seal: String,
        /// What is printed with it, as it was then.
        facts: Box<NoteFacts>,
        /// Where its seal stands in the audit trail. Printed small, it proves what stood before it.
        chain: ChainTip,
    },
}

/// Which sections a note has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoteFormat {
    /// The IMR progress note (reference 4.11).
    #[default]
    Imr,
}

/// What is printed with a note beside its text. Signing keeps it, so that a signed note prints what was signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteFacts {
    /// The preferred name.
    pub name: String,
    /// The clinic's number for them; may be empty.
    pub record_number: String,
    /// Counts the person's sessions, from 1.
    pub number: u32,
    /// Minutes it took; `None` while the session is open, and when nobody can tell.
    pub minutes: Option<u32>,
    /// The day it was entered on, where that is later than the day of the meeting.
    pub entered_on: Option<NaiveDate>,
    /// Where it took place; may be empty.
    pub place: String,
    /// The clinic or service; may be empty.
    pub site: String,
    /// Who met.
    pub meeting: MeetingFormat,
    /// Who led it, each with name and title as printed.
    pub practitioners: Vec<String>,
    /// The packs that supplied the pages met in it, each once.
    pub editions: Vec<Edition>,
}

/// A place in the audit trail, and the hash that stands for everything up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChainTip {
    /// Counts entries, from 1.
    #[ts(type = "number")]
    pub sequence: u64,
    /// SHA-256, in lower-case hex.
    pub hash: String,
}

/// One section of the IMR progress note (reference 4.11), in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoteSectionKind {
    /// 2. Who attended.
    Attendance,
    /// 3. The problem or goal of the treatment plan that was addressed. Judgement.
    TreatmentPlanGoal,
    /// 4. The recovery goal set or followed up.
    RecoveryGoal,
    /// 5. Home practice reviewed.
    PracticeReviewed,
    /// 6. Motivational interventions.
    Motivational,
    /// 7. Educational interventions and topics.
    Educational,
    /// 8. Cognitive-behavioural interventions.
    CognitiveBehavioural,
    /// 9. Specific evidence-based skill taught.
    Skill,
    /// 10. Home practice agreed.
    PracticeAgreed,
    /// 11. The person's response and perspective. Judgement beside quotations.
    Response,
    /// 12. Risk or major problem, and action. Judgement beside what was recorded.
    Risk,
    /// 13. Plan for next session.
    Plan,
}

impl NoteSectionKind {
    /// Every section, in order.
    pub const ALL: [Self; 12] = [
        Self::Attendance,
        Self::TreatmentPlanGoal,
        Self::RecoveryGoal,
        Self::PracticeReviewed,
        Self::Motivational,
        Self::Educational,
        Self::CognitiveBehavioural,
        Self::Skill,
        Self::PracticeAgreed,
        Self::Response,
        Self::Risk,
        Self::Plan,
    ];

    /// Tells whether the practitioner's own judgement belongs here, which is never drafted for them.
    pub const fn asks_judgement(self) -> bool {
        matches!(self, Self::TreatmentPlanGoal | Self::Response | Self::Risk)
    }
}

/// A section with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteSection {
    /// Which.
    pub kind: NoteSectionKind,
    /// What was drafted from recorded events; kept beside the text so that the page can show what was changed.
    pub drafted: String,
    /// The text as it stands: begins as `drafted`, and is the practitioner's from then on.
    pub text: String,
    /// The judgement the practitioner typed; always empty in a new draft.
    pub judgement: String,
    /// Whether text carried over from an earlier session stands here and nobody has confirmed it.
    pub unconfirmed: bool,
}

/// An addition to a signed note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Addendum {
    /// Names it.
    pub id: AddendumId,
    /// What is added.
    pub words: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who, name and title.
    pub by: String,
    /// SHA-256 over what was added, in lower-case hex.
    pub seal: String,
}
