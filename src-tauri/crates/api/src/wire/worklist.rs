//! What is left of the week: one place that is empty when everything was said, written, signed and handed over.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::{
    cards::{NoteCard, SessionCard},
    groups::GroupLeft,
    plans::DuePlan,
    today::MissedMeeting,
};

views! {
    /// Everything that is left to do, each list with the oldest first.
    WorklistView {
        /// The day.
        day: NaiveDate,
        /// Meetings of groups of an earlier day that nobody closed or said anything of.
        groups_left: Vec<GroupLeft>,
        /// Sessions of an earlier day that are still open; those in a group's meeting stand with it.
        left_open: Vec<SessionCard>,
        /// Meetings of which nobody has said what happened.
        missed: Vec<MissedMeeting>,
        /// Closed sessions without a note.
        without_note: Vec<SessionCard>,
        /// Notes still to be signed.
        unsigned: Vec<NoteCard>,
        /// Signed notes that wait for a co-signature.
        to_co_sign: Vec<NoteCard>,
        /// Signed notes that have not been handed over.
        not_handed_off: Vec<NoteCard>,
        /// Plans whose day to be looked at again has come.
        plans_due: Vec<DuePlan>,
        /// Where each list ends: this many means this many or more.
        counted_to: u32,
    }
}
