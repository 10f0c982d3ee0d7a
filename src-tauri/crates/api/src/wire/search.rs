//! Search: what is looked for, and where it stands.

use chrono::NaiveDate;
use domain::{GoalId, NoteId, PersonId, SessionId, SheetId, SupporterId, change::Area};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::PersonCard;

asks! {
    /// Looks for words in everything that was written down.
    Search {
        /// The words; "in quotation marks" as they stand there.
        words: String,
        /// Only this person's.
        person: Option<PersonId>,
        /// Only what screens show as this.
        area: Option<Area>,
        /// Only from this day on.
        from: Option<NaiveDate>,
        /// Only up to this day, itself included.
        until: Option<NaiveDate>,
        /// So many are shown already.
        skip: u32,
    }
}

views! {
    /// Where the words stand.
    SearchView {
        /// The places, those about the newest day first.
        hits: Vec<SearchHit>,
        /// Whether there are more after these.
        more: bool,
        /// Whether not everything was looked through, because too much begins as typed.
        narrow: bool,
    }
    /// A place where all the words stand.
    SearchHit {
        /// Whose it is.
        person: PersonCard,
        /// What it is.
        kind: FoundKind,
        /// The day it is about.
        day: Option<NaiveDate>,
        /// The topic or form it stands on, in the person's language, or the section of a note by its code; else empty.
        title: String,
        /// Where to go to read it.
        lead: Lead,
        /// The words around what was found.
        excerpts: Vec<Excerpt>,
    }
    /// A few words around what was found.
    Excerpt {
        /// Which of the words of that place, by the name of the field.
        field: String,
        /// Whether words before it were left out.
        after_more: bool,
        /// Whether words after it were left out.
        before_more: bool,
        /// The words, in pieces that were found and pieces around them.
        pieces: Vec<Piece>,
    }
    /// A piece of an excerpt.
    Piece {
        /// The words, to the letter.
        text: String,
        /// Whether it is what was looked for.
        found: bool,
    }
}

/// What holds the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FoundKind {
    /// Somebody's name or record number.
    Person,
    /// What recovery means to somebody.
    Statement,
    /// What was recorded in a session.
    Session,
    /// A goal.
    Goal,
    /// A short-term goal.
    ShortTermGoal,
    /// A step towards one.
    Step,
    /// What was said of a goal in a session.
    GoalReview,
    /// A promise.
    Practice,
    /// What became of one.
    PracticeReview,
    /// Somebody on the person's side.
    Supporter,
    /// What stays private in a consent.
    Consent,
    /// What was said to a supporter or by them.
    Contact,
    /// What was said about the end of a course.
    Ending,
    /// What a booster is for.
    Booster,
    /// The title of a filled copy.
    Sheet,
    /// Who holds a copy of a plan.
    PlanCopy,
    /// What was noticed when a plan was gone through.
    Rehearsal,
    /// An answer on a page.
    Answer,
    /// What is said about a dated event.
    Event,
    /// What is said about a value of an outcome plan.
    Measure,
    /// A section of a note.
    NoteSection,
    /// What was added to a signed note.
    Addendum,
}

/// Where the words of a hit are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "to", rename_all = "camelCase")]
pub enum Lead {
    /// The person's page.
    Person,
    /// Their statements.
    Statement,
    /// A goal on their page.
    Goal {
        /// Which.
        goal: GoalId,
    },
    /// A supporter on their page.
    Supporter {
        /// Which.
        supporter: SupporterId,
    },
    /// A filled copy on their page.
    Sheet {
        /// Which.
        sheet: SheetId,
    },
    /// A session.
    Session {
        /// Which.
        session: SessionId,
    },
    /// A note.
    Note {
        /// Which.
        note: NoteId,
    },
}
