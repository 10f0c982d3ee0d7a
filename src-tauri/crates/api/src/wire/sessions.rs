//! Sessions: started, recorded in, closed.

use chrono::NaiveDate;
use domain::{
    PersonId, SessionId,
    goal::Goal,
    person::{Person, RecoveryStatement},
    practice::Pattern,
    session::{SessionEntry, SessionRecord},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    cards::{NoteCard, SessionGlance},
    course::{CourseMap, NextTopic},
    groups::LedBy,
};

asks! {
    /// Starts a session, or comes back to the one of that day that is open.
    StartSession {
        /// Who.
        person: PersonId,
        /// The day of the meeting, if it was held earlier; `None` for today.
        on: Option<NaiveDate>,
    }
    /// Closes a session.
    CloseSession {
        /// Which.
        session: SessionId,
        /// Whether it ended on the day it was begun on, and was left open since.
        #[serde(default)]
        as_of_its_day: bool,
    }
    /// Takes a session away that was begun by mistake.
    DiscardSession {
        /// Which.
        session: SessionId,
        /// Why; stands in the ledger for good, so it should name nobody.
        reason: String,
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
    /// Counts time that was spent in a session.
    SpendTime {
        /// Which.
        session: SessionId,
        /// How long.
        seconds: u32,
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
        /// How the promises of late went.
        pattern: Pattern,
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
        /// Who leads the meeting.
        led_by: Vec<LedBy>,
        /// The group it is a meeting of, by name.
        group: Option<String>,
    }
}
