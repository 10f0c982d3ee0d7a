//! Cards: people, notes and sessions as they stand in a list.

use chrono::NaiveDate;
use domain::{NoteId, PersonId, SessionId, session::Attendance};
use serde::Serialize;
use ts_rs::TS;

views! {
    /// A person in a list.
    PersonCard {
        /// Names them.
        id: PersonId,
        /// The preferred name.
        name: String,
        /// The first name alone, for whatever others may see or hear.
        first_name: String,
        /// The record number; may be empty.
        record_number: String,
        /// The identity colour, 0 to 7.
        colour: u8,
    }
    /// A note in a list.
    NoteCard {
        /// Names it.
        id: NoteId,
        /// Whose.
        person: PersonCard,
        /// The session.
        session: SessionId,
        /// The day of the session.
        on: NaiveDate,
        /// Whether it is signed.
        signed: bool,
    }
    /// A session in a list.
    SessionCard {
        /// Names it.
        id: SessionId,
        /// Whose.
        person: PersonCard,
        /// Which meeting.
        number: u32,
        /// The day.
        on: NaiveDate,
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
        /// Minutes it took; `None` while it is open, and when nobody can tell.
        minutes: Option<u32>,
        /// Titles of the topics met.
        topics: Vec<String>,
        /// What was promised in it.
        promised: Vec<String>,
        /// Its note, if there is one.
        note: Option<NoteCard>,
        /// The day it was entered on, where that is later.
        entered_on: Option<NaiveDate>,
        /// Who came, or why not.
        attendance: Attendance,
    }
}
