//! Words that were begun, and words that could not be written.

use domain::{PersonId, SessionId, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::secrets::SecretText;

asks! {
    /// Keeps what was begun in a place; nothing there any more forgets it.
    KeepDraft {
        /// The place, which the page names.
        place: String,
        /// Whose record it is for.
        person: Option<PersonId>,
        /// What stands there, as the page writes it.
        words: SecretText,
    }
    /// Hands over what could not be written. It replaces what the same page has handed over before.
    Hold {
        /// The page, by a name of its own that no other has.
        page: String,
        /// Everything that waits there, as the page wrote it down; empty when nothing does any more.
        writes: SecretText,
    }
}

views! {
    /// A draft is on disk.
    DraftKept {
        /// The moment.
        saved_at: Timestamp,
    }
    /// Everything that was begun and is not kept yet.
    Drafts {
        /// Each in its place.
        drafts: Vec<Begun>,
    }
    /// What was begun in a place.
    Begun {
        /// The place.
        place: String,
        /// Whose record it is for.
        person: Option<PersonId>,
        /// What stands there, as the page wrote it.
        words: String,
    }
    /// What could not be written, given back.
    Held {
        /// Each hand-over, the oldest first.
        held: Vec<HeldWrites>,
    }
}

/// One hand-over of writes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldWrites {
    /// Whose page was turned to them, and in which session, where they come from the turned screen.
    pub turned: Option<HeldFor>,
    /// The writes, as the page wrote them down.
    pub writes: String,
}

/// Who the screen was turned to, and in which session.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldFor {
    /// The person.
    pub person: PersonId,
    /// The session.
    pub session: SessionId,
}
