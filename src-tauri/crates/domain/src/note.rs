//! The session note: a draft that can be written in, then a signed text that cannot, then addenda.

mod format;

pub use format::{NoteFact, NoteFormat, NoteSectionKind};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AddendumId, Edition, Lang, NoteId, PersonId, SessionId, SnippetId, Timestamp,
    meeting::MeetingFormat,
};

/// A note with whatever has been added to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Names it.
    pub id: NoteId,
    /// The session it speaks of.
    pub session: SessionId,
    /// Whose record it belongs to.
    pub person: PersonId,
    /// The day of the session.
    pub on: NaiveDate,
    /// The language it is written in.
    pub lang: Lang,
    /// Which sections it has.
    pub format: NoteFormat,
    /// The sections of its format in order, then those that hold text from an earlier format.
    pub sections: Vec<NoteSection>,
    /// Draft or signed.
    pub state: NoteState,
    /// Additions, oldest first; a draft has none.
    pub addenda: Vec<Addendum>,
}

/// Whether a note is still a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum NoteState {
    /// Can be written in.
    Draft,
    /// Cannot be changed any more, only added to.
    Signed {
        /// When.
        at: Timestamp,
        /// The name and title it was signed with.
        by: String,
        /// Its place among the signed notes, from 1.
        number: u32,
        /// SHA-256 over what was signed, in lower-case hex.
        seal: String,
        /// What is printed with it, as it was then.
        facts: Box<NoteFacts>,
        /// Where its seal stands in the audit trail. Printed small, it proves what stood before it.
        chain: ChainTip,
    },
}

/// What is printed with a note beside its text. Signing keeps it, so that a signed note prints what was signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteFacts {
    /// The preferred name.
    pub name: String,
    /// The clinic's number for them; may be empty.
    pub record_number: String,
    /// Counts the person's sessions, from 1.
    pub number: u32,
    /// Minutes it took; `None` while the session is open, and when nobody can tell.
    pub minutes: Option<u32>,
    /// The day it was entered on, where that is later than the day of the meeting.
    pub entered_on: Option<NaiveDate>,
    /// Where it took place; may be empty.
    pub place: String,
    /// The clinic or service; may be empty.
    pub site: String,
    /// Who met.
    pub meeting: MeetingFormat,
    /// Who led it, each with name and title as printed.
    pub practitioners: Vec<String>,
    /// The packs that supplied the pages met in it, each once.
    pub editions: Vec<Edition>,
}

/// A place in the audit trail, and the hash that stands for everything up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChainTip {
    /// Counts entries, from 1.
    #[ts(type = "number")]
    pub sequence: u64,
    /// SHA-256, in lower-case hex.
    pub hash: String,
}

/// A section with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteSection {
    /// Which.
    pub kind: NoteSectionKind,
    /// What was drafted from recorded events; kept beside the text so that the page can show what was changed.
    pub drafted: String,
    /// The text as it stands: begins as `drafted`, and is the practitioner's from then on.
    pub text: String,
    /// The judgement the practitioner typed; always empty in a new draft.
    pub judgement: String,
    /// Whether text carried over from an earlier session stands here and nobody has confirmed it.
    pub unconfirmed: bool,
}

impl NoteSection {
    /// Tells whether the text is no longer what was drafted.
    pub fn is_rewritten(&self) -> bool {
        self.text != self.drafted
    }

    /// Tells whether somebody's own words stand in it: text that was not drafted, or a judgement.
    pub fn is_written_in(&self) -> bool {
        self.is_rewritten() && !self.text.trim().is_empty() || !self.judgement.trim().is_empty()
    }
}

/// A phrase of the practitioner's own, to be put into notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Snippet {
    /// Names it.
    pub id: SnippetId,
    /// The words.
    pub words: String,
}

/// Says that much of what is typed in a section stands in an earlier note already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Likeness {
    /// The section.
    pub kind: NoteSectionKind,
    /// Which of its two texts.
    pub written: Written,
    /// The earlier note.
    pub note: NoteId,
    /// The day of its session.
    pub on: NaiveDate,
}

/// Which text of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Written {
    /// What is told.
    Text,
    /// The judgement.
    Judgement,
}

/// What was written under a signed note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AddendumKind {
    /// Words that were added, with a reason.
    #[default]
    Addition,
    /// The signature of a second practitioner.
    CoSignature,
}

/// What came to a signed note later: words, or a second practitioner's signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Addendum {
    /// Names it.
    pub id: AddendumId,
    /// Which of the two.
    pub kind: AddendumKind,
    /// What is added; of a co-signature a remark, mostly none.
    pub words: String,
    /// Why; a co-signature has none.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Who, name and title.
    pub by: String,
    /// SHA-256 over what was added, in lower-case hex.
    pub seal: String,
}
