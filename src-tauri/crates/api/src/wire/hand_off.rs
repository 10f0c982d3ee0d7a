//! Hand-off: what has left the vault and what has not.

use domain::Timestamp;
use serde::Serialize;
use store::Outcome;
use ts_rs::TS;

use super::cards::{NoteCard, PersonCard};

views! {
    /// Signed notes and what has left the vault.
    HandOffView {
        /// Signed notes not handed over yet, oldest first.
        waiting: Vec<NoteCard>,
        /// What left, newest first.
        left: Vec<HandOffLine>,
    }
    /// One line of the ledger.
    HandOffLine {
        /// What left.
        what: String,
        /// Whose; `None` for blank handouts.
        person: Option<PersonCard>,
        /// As what: "pdf" or "print".
        format: String,
        /// When.
        at: Timestamp,
        /// To whom; may be empty.
        to: String,
        /// Whether it was an unsigned note.
        draft: bool,
        /// Whether it left.
        outcome: Outcome,
    }
    /// To whom something was handed over.
    Recipients {
        /// Each once, whoever came last first.
        known: Vec<String>,
    }
}
