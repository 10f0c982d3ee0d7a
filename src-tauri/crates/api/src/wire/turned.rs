//! The turned screen: one page, one first name, nothing else.

use domain::{AnswerKey, AnswerValue, Document, Lang, SessionId, SheetId, TopicId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::secrets::SecretText;

asks! {
    /// Turns the screen to the person, showing one topic, or one instrument to fill in.
    TurnScreen {
        /// The session.
        session: SessionId,
        /// The topic, or the form that the copy is of.
        topic: TopicId,
        /// The copy of an instrument that the person rates; `None` for a topic.
        sheet: Option<SheetId>,
    }
    /// Turns the screen back.
    TurnBack {
        /// The PIN.
        pin: SecretText,
    }
    /// Answers a field on the turned screen.
    TurnedAnswer {
        /// Where it belongs; must be on the page shown.
        key: AnswerKey,
        /// What was answered; `None` or empty takes it back.
        value: Option<AnswerValue>,
    }
}

views! {
    /// What the turned screen shows: one page, one first name, nothing else.
    TurnedView {
        /// The page.
        document: Document,
        /// The person's first name; empty when it is shown to a room, which cannot answer on it.
        first_name: String,
        /// The identity colour.
        colour: u8,
        /// The language of the person's pages.
        language: Lang,
    }
    /// To whom the screen is turned, which is all the practitioner's window shows then.
    TurnedTo {
        /// The person's first name; empty for a room.
        first_name: String,
        /// The identity colour.
        colour: u8,
    }
    /// Whether the PIN was right.
    TurnedBack {
        /// Whether it was; when not, the turned screen stays.
        back: bool,
        /// Seconds to wait before the next try; 0 when none.
        wait_seconds: u32,
        /// Whether that was one too many, so that the vault has locked.
        locked: bool,
    }
}
