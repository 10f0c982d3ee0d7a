//! Timeline: everything the record knows of one person, as one line through time.
//!
//! A kind of thing that happened is a variant of [`Happened`], its name in [`TimelineKind`], a source in `read/timeline.rs`
//! and a line in `ui/src/screens/person/timeline.svelte.ts`; each of them is missed by the compiler.

use chrono::{NaiveDate, NaiveDateTime};
use curriculum::instrument::Score;
use domain::{
    GoalId, NoteId, PersonId, SheetId, SupporterId, ending::BoosterOutcome, event::Event,
    goal::GoalStatus, person::RecoveryStatement, practice::PracticeResult, supporter::ContactHow,
};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::cards::SessionGlance;

asks! {
    /// Looks back over what happened, newest first.
    LookBack {
        /// Whose.
        person: PersonId,
        /// Only these kinds; empty for all.
        kinds: Vec<TimelineKind>,
        /// How many are passed over: those that are on the screen already.
        skip: u32,
        /// How many at most.
        most: u32,
    }
}

views! {
    /// A piece of the line.
    TimelineView {
        /// What happened, newest first.
        items: Vec<TimelineItem>,
        /// How many there are of the kinds that were asked for.
        count: u32,
        /// How many there are of each kind, those of which there is anything.
        kinds: Vec<TimelineCount>,
    }
    /// How many there are of a kind.
    TimelineCount {
        /// Which kind.
        kind: TimelineKind,
        /// How many.
        count: u32,
    }
    /// Something that happened.
    TimelineItem {
        /// Names it among all on the line.
        key: String,
        /// The day.
        on: NaiveDate,
        /// What.
        what: Happened,
    }
}

/// Something that happened.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Happened {
    /// A session, whoever came.
    Session {
        /// The session in a line.
        session: SessionGlance,
    },
    /// An appointment of which nobody has said anything.
    Missed {
        /// When it was to be, local time.
        at: NaiveDateTime,
    },
    /// A note was signed, or waits to be.
    Note {
        /// The note.
        note: NoteId,
        /// Of which meeting.
        number: u32,
        /// Whether it is signed.
        signed: bool,
        /// What was added to it after signing; `None` for the note itself.
        added: Option<String>,
        /// By whom; empty for the note itself.
        by: String,
    },
    /// Words about recovery.
    Statement {
        /// The words, and how they were given.
        statement: RecoveryStatement,
        /// Whether they were the first.
        first: bool,
    },
    /// A goal was set, or ended.
    Goal {
        /// Which.
        goal: GoalId,
        /// Its words.
        words: String,
        /// Active: it was set.
        became: GoalStatus,
        /// Why; empty where nobody said.
        reason: String,
        /// The words of the goal that came in its place, or in whose place it came; empty for none.
        other: String,
    },
    /// A promise was made, or looked back on.
    Promise {
        /// Its words.
        words: String,
        /// Whether this is looking back.
        reviewed: bool,
        /// How far it was done; `None` until somebody says.
        result: Option<PracticeResult>,
        /// What happened, verbatim.
        happened: String,
    },
    /// A plan, form or worksheet was begun.
    Sheet {
        /// Which.
        sheet: SheetId,
        /// Its title.
        title: String,
        /// Which version it is, from 1; 0 for what has none.
        version: u32,
        /// The words of the goal it is about; empty for none.
        about: String,
    },
    /// An instrument was filled in.
    Result {
        /// Which copy.
        sheet: SheetId,
        /// The title of the instrument.
        title: String,
        /// What it came to.
        score: Option<Score>,
        /// With fewer answered items there is no score.
        least: u16,
    },
    /// Something was said to a supporter or by them.
    Contact {
        /// Who.
        supporter: SupporterId,
        /// Their name.
        name: String,
        /// How.
        how: ContactHow,
        /// What was said.
        words: String,
    },
    /// A stay in hospital, work that began or ended, and what else is counted by its day.
    Event {
        /// What is known of it.
        event: Event,
        /// Whether this is its last day, where that is another than the first.
        ended: bool,
    },
    /// A course came to its end, or something was said of a booster after it.
    Ending {
        /// What was said about it; may be empty.
        words: String,
        /// What became of the booster; `None` for the end itself.
        booster: Option<BoosterOutcome>,
    },
    /// Something left the vault.
    HandOff {
        /// What, by its name in the ledger.
        what: String,
        /// The titles of the topics, where it was pages of some.
        topics: Vec<String>,
        /// As what, such as `pdf` or `print`.
        format: String,
        /// To whom; may be empty.
        to: String,
        /// How it ended.
        outcome: Outcome,
    },
}

/// A kind of thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TimelineKind {
    /// Sessions.
    Session,
    /// Appointments nobody has said anything of.
    Missed,
    /// Notes and what was added to them.
    Note,
    /// Words about recovery.
    Statement,
    /// Goals.
    Goal,
    /// Promises.
    Promise,
    /// Plans, forms and worksheets.
    Sheet,
    /// Instruments.
    Result,
    /// Contacts with supporters.
    Contact,
    /// Dated events.
    Event,
    /// Ends of courses, and boosters.
    Ending,
    /// What left the vault.
    HandOff,
}

impl Happened {
    /// Returns what kind of thing it is.
    pub const fn kind(&self) -> TimelineKind {
        match self {
            Self::Session { .. } => TimelineKind::Session,
            Self::Missed { .. } => TimelineKind::Missed,
            Self::Note { .. } => TimelineKind::Note,
            Self::Statement { .. } => TimelineKind::Statement,
            Self::Goal { .. } => TimelineKind::Goal,
            Self::Promise { .. } => TimelineKind::Promise,
            Self::Sheet { .. } => TimelineKind::Sheet,
            Self::Result { .. } => TimelineKind::Result,
            Self::Contact { .. } => TimelineKind::Contact,
            Self::Event { .. } => TimelineKind::Event,
            Self::Ending { .. } => TimelineKind::Ending,
            Self::HandOff { .. } => TimelineKind::HandOff,
        }
    }
}
