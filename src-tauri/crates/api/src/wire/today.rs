//! Today: the first screen of a day.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{SessionId, Timestamp};
use serde::Serialize;
use ts_rs::TS;

use super::{
    cards::{NoteCard, PersonCard, SessionCard},
    course::NextTopic,
    vault::BackupTrouble,
};

views! {
    /// The first screen of a day.
    TodayView {
        /// The day.
        day: NaiveDate,
        /// Who comes today, by time, then sessions left open.
        meetings: Vec<TodayMeeting>,
        /// Who comes in the next seven days.
        soon: Vec<ComingMeeting>,
        /// The first notes still to be signed, oldest first.
        unsigned: Vec<NoteCard>,
        /// The first closed sessions without a note, oldest first.
        without_note: Vec<SessionCard>,
        /// The first signed notes that have not been handed over, oldest first.
        not_handed_off: Vec<NoteCard>,
        /// How many of each there are.
        waiting: Waiting,
        /// The last backup.
        last_backup: Option<Timestamp>,
        /// What kept the schedule from its last one.
        backup_trouble: Option<BackupTrouble>,
        /// How many people there are, so that an empty day and an empty vault can be told apart.
        people: u32,
    }
    /// How much waits, each counted no further than `counted_to`.
    Waiting {
        /// Notes still to be signed.
        unsigned: u32,
        /// Closed sessions without a note.
        without_note: u32,
        /// Signed notes that have not been handed over.
        not_handed_off: u32,
        /// Where counting ends: this many means this many or more.
        counted_to: u32,
    }
    /// Somebody who comes today.
    TodayMeeting {
        /// Who.
        person: PersonCard,
        /// When, if a time was agreed.
        at: Option<NaiveDateTime>,
        /// Which meeting it will be, from 1.
        number: u32,
        /// What was promised last time, newest first.
        promised: Vec<String>,
        /// What comes next in the course.
        next: Option<NextTopic>,
        /// The session that was left open, to be resumed.
        open_session: Option<SessionId>,
    }
    /// Somebody who comes soon.
    ComingMeeting {
        /// Who.
        person: PersonCard,
        /// When.
        at: NaiveDateTime,
    }
}
