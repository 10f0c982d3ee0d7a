//! Today: the first screen of a day.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{PersonId, SessionId, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    cards::{NoteCard, PersonCard, SessionCard},
    course::NextTopic,
    groups::{GroupCard, GroupLeft},
    outcomes::OutcomeDue,
    plans::DuePlan,
    vault::BackupTrouble,
};

asks! {
    /// Says what became of a meeting whose day went by.
    SayWhatHappened {
        /// With whom.
        person: PersonId,
        /// When it was to be.
        at: NaiveDateTime,
        /// What happened.
        what: WhatHappened,
    }
}

/// What became of a meeting.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WhatHappened {
    /// It took place; its session is begun now, for that day.
    Came,
    /// It was called off.
    Cancelled {
        /// Why; may be empty.
        reason: String,
    },
    /// The person did not come.
    NoShow {
        /// Why, if it is known; may be empty.
        reason: String,
    },
    /// It was moved.
    Moved {
        /// To when; `None` when that is not agreed yet.
        to: Option<NaiveDateTime>,
        /// Why; may be empty.
        reason: String,
    },
    /// It was never agreed: a slip when it was written down.
    NotAgreed,
}

views! {
    /// The first screen of a day.
    TodayView {
        /// The day.
        day: NaiveDate,
        /// Who comes today, by time, then sessions of today without an appointment.
        meetings: Vec<TodayMeeting>,
        /// Groups that usually meet today, or do.
        groups: Vec<GroupCard>,
        /// Meetings of groups of an earlier day that nobody closed or said anything of, the oldest first.
        groups_left: Vec<GroupLeft>,
        /// Sessions of an earlier day that are still open, the oldest first; those in a group's meeting stand with it.
        left_open: Vec<SessionCard>,
        /// The first meetings whose day went by with no session and no word, oldest first.
        missed: Vec<MissedMeeting>,
        /// Who comes in the next seven days.
        soon: Vec<ComingMeeting>,
        /// The first notes still to be signed, oldest first.
        unsigned: Vec<NoteCard>,
        /// The first closed sessions without a note, oldest first.
        without_note: Vec<SessionCard>,
        /// The first signed notes that have not been handed over, oldest first.
        not_handed_off: Vec<NoteCard>,
        /// Plans whose day to be looked at again has come, the longest due first.
        plans_due: Vec<DuePlan>,
        /// How many of each there are.
        waiting: Waiting,
        /// What outcome plans ask for now, by name.
        outcomes: Vec<OutcomeDue>,
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
        /// Meetings of which nobody has said what happened.
        missed: u32,
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
        /// Their session of today, to be resumed.
        open_session: Option<SessionId>,
    }
    /// A meeting whose day went by.
    MissedMeeting {
        /// Who.
        person: PersonCard,
        /// When it was to be.
        at: NaiveDateTime,
    }
    /// Somebody who comes soon.
    ComingMeeting {
        /// Who.
        person: PersonCard,
        /// When.
        at: NaiveDateTime,
    }
}
