//! Sessions: started, recorded in, closed.

use chrono::NaiveDate;
use domain::{
    PersonId, SessionId,
    goal::Goal,
    person::{Person, RecoveryStatement},
    session::{SessionEntry, SessionRecord},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    course::{CourseMap, NextTopic},
    notes::NoteCard,
};

asks! {
    /// Starts a session, or comes back to the one that is open.
    StartSession {
        /// Who.
        person: PersonId,
        /// The day; `None` for today.
        on: Option<NaiveDate>,
    }
    /// Names a session.
    OfSession {
        /// Which.
        session: SessionId,
    }
    /// Records one thing in a session.
    RecordInSession {
        /// Which.
        session: SessionId,
        /// What.
        entry: SessionEntry,
    }
}

views! {
    /// Everything the session screen shows, except the topic's page.
    SessionView {
        /// What is recorded of this meeting.
        record: SessionRecord,
        /// Who.
        person: Person,
        /// The first name alone.
        first_name: String,
        /// What recovery means to them now.
        statement: Option<RecoveryStatement>,
        /// Their active goals.
        goals: Vec<Goal>,
        /// The meeting before, if there was one.
        previous: Option<SessionGlance>,
        /// The person's own summary at the end of the meeting before; empty when there is none.
        previous_summary: String,
        /// What comes next in the course.
        next: Option<NextTopic>,
        /// Where they stand in their course.
        course: CourseMap,
        /// The note, if there is one.
        note: Option<NoteCard>,
    }
    /// A session on a person's page.
    SessionGlance {
        /// Names it.
        id: SessionId,
        /// Which meeting.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// Whether it is closed.
        closed: bool,
        /// Minutes it took; `None` while it is open.
        minutes: Option<u32>,
        /// Titles of the topics met.
        topics: Vec<String>,
        /// What was promised in it.
        promised: Vec<String>,
        /// Its note, if there is one.
        note: Option<NoteCard>,
        /// Whether the person came.
        attended: bool,
    }
}
