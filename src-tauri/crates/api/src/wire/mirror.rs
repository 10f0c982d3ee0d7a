//! The mirror of one's own work, and the log of supervision and training.

use chrono::NaiveDate;
use domain::{
    Lang, PersonId, SessionId, SupervisionId,
    fidelity::{MirrorCount, MirrorItem},
    supervision::{Supervision, SupervisionDetails},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::PersonCard;

asks! {
    /// Looks into the mirror.
    AskMirror {
        /// A day of the quarter; today where nothing is said.
        on: Option<NaiveDate>,
        /// Only what was done with this person; levels are made of a whole caseload alone.
        person: Option<PersonId>,
        /// In which language.
        language: Lang,
    }
    /// Says something of one's own work.
    AnswerMirror {
        /// The first day of the quarter.
        period: NaiveDate,
        /// Of what.
        item: MirrorItem,
        /// 1 to 5; nothing where none is chosen.
        level: Option<u8>,
        /// In words; may be empty.
        words: String,
    }
    /// Enters a meeting of supervision or training, or changes one.
    SaveSupervision {
        /// Which; `None` for a new one.
        supervision: Option<SupervisionId>,
        /// What is known of it.
        details: SupervisionDetails,
    }
    /// Takes a meeting out of the log.
    RemoveSupervision {
        /// Which.
        supervision: SupervisionId,
    }
}

views! {
    /// The mirror.
    MirrorView {
        /// The first day of the quarter.
        from: NaiveDate,
        /// Its last.
        until: NaiveDate,
        /// The quarter before begins on this day.
        before: NaiveDate,
        /// The quarter after, where it has begun.
        after: Option<NaiveDate>,
        /// With whom, where it is about one person's sessions.
        person: Option<PersonCard>,
        /// Who was seen, so that one of them can be looked at alone.
        seen: Vec<PersonCard>,
        /// Sessions to which somebody came.
        sessions: u32,
        /// Each item.
        items: Vec<MirrorLine>,
    }
    /// An item of the mirror.
    MirrorLine {
        /// Which.
        item: MirrorItem,
        /// Its number on the fidelity scale.
        number: Option<u8>,
        /// What it is called.
        title: String,
        /// What is counted, or asked.
        hint: String,
        /// What was counted.
        count: Option<MirrorCount>,
        /// The level of what was counted.
        level: Option<u8>,
        /// Whether its steps were not read in a published copy.
        unverified: bool,
        /// The steps to choose from, where it is asked.
        steps: Vec<String>,
        /// The step that was chosen.
        chosen: Option<u8>,
        /// What was said in words.
        words: String,
        /// What the count is made of.
        evidence: Vec<MirrorEvidence>,
    }
    /// What one person adds to a count.
    MirrorEvidence {
        /// Who.
        person: PersonCard,
        /// Whether it holds, for what is counted by people.
        holds: Option<bool>,
        /// A day that shows it.
        on: Option<NaiveDate>,
        /// A figure that shows it, such as sessions.
        figure: Option<u32>,
        /// Their sessions, for what is counted by sessions.
        sessions: Vec<MirrorSession>,
    }
    /// What one session adds to a count.
    MirrorSession {
        /// Which.
        session: SessionId,
        /// Counts the person's meetings.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// Whether it holds.
        holds: bool,
    }
    /// The log of supervision and training.
    SupervisionLog {
        /// The newest first.
        meetings: Vec<Supervision>,
        /// Units of 45 minutes of supervision in the last twelve months.
        units: u32,
        /// Days of a course, ever.
        course_days: u32,
    }
}
