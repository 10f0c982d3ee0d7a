//! Notes: drafted, written in, signed, added to.

use chrono::NaiveDate;
use domain::{
    NoteId, SessionId, SnippetId,
    note::{Likeness, Note, NoteFormat, NoteSectionKind, Snippet},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{cards::PersonCard, groups::LedBy};

asks! {
    /// Drafts the note of a session, or opens the one there is.
    DraftNote {
        /// Which session.
        session: SessionId,
        /// The format; `None` for the one in the settings. A note that is there keeps its own.
        format: Option<NoteFormat>,
    }
    /// Changes the format of a draft.
    SetNoteFormat {
        /// Which note.
        note: NoteId,
        /// Its format from now on.
        format: NoteFormat,
    }
    /// Places text from an earlier format, or takes it out.
    PlaceEarlier {
        /// Which note.
        note: NoteId,
        /// The section it stands in, which is none of the note's format.
        section: NoteSectionKind,
        /// The section it goes to the end of; `None` takes it out.
        into: Option<NoteSectionKind>,
    }
    /// Names a note.
    OfNote {
        /// Which.
        note: NoteId,
    }
    /// Writes in a section of a draft.
    WriteNote {
        /// Which note.
        note: NoteId,
        /// Which section.
        section: NoteSectionKind,
        /// The text as it now stands; `None` leaves it.
        text: Option<String>,
        /// The judgement as it now stands; `None` leaves it.
        judgement: Option<String>,
        /// Whether carried-over text in it is confirmed; `None` leaves it.
        confirmed: Option<bool>,
    }
    /// Keeps a phrase for notes.
    SaveSnippet {
        /// Which; `None` for a new one.
        snippet: Option<SnippetId>,
        /// Its words; nothing takes it out.
        words: String,
    }
    /// Adds to a signed note.
    AddAddendum {
        /// Which note.
        note: NoteId,
        /// What is added.
        words: String,
        /// Why.
        reason: String,
    }
}

views! {
    /// The practitioner's own phrases for notes.
    Snippets {
        /// In the order they were kept.
        snippets: Vec<Snippet>,
    }
    /// What is typed in a draft and stands in earlier notes already.
    Likenesses {
        /// Each text with the note that holds most of it, in the order of the sections.
        likenesses: Vec<Likeness>,
    }
    /// A note with what its page needs.
    NoteView {
        /// The note.
        note: Note,
        /// Whose.
        person: PersonCard,
        /// Which meeting.
        number: u32,
        /// Minutes it took; `None` while the session is open, and when nobody can tell.
        minutes: Option<u32>,
        /// The minutes that were counted, whatever was said of them; `None` when nobody can tell.
        counted: Option<u32>,
        /// The day it was entered on, where that is later than the day of the meeting.
        entered_on: Option<NaiveDate>,
        /// Where it took place.
        place: String,
        /// The signature that signing would put under it.
        signature: String,
        /// Who leads the meeting, as it is known now.
        led_by: Vec<LedBy>,
    }
}
