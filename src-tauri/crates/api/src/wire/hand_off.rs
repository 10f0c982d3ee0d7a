//! Hand-off: what has left the vault and what has not.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{NoteId, PersonId, SupporterId, Timestamp, supporter::ConsentItem};
use serde::{Deserialize, Serialize};
use store::Outcome;
use ts_rs::TS;

use super::{
    cards::{NoteCard, PersonCard},
    paper::FileKind,
    secrets::SecretText,
};
use crate::error::ApiError;

asks! {
    /// Asks to whom something can go.
    ForWhom {
        /// Whose pages they are; `None` for nobody's in particular.
        #[serde(default)]
        person: Option<PersonId>,
    }
    /// Saves a person's record as one FHIR transaction; where, is asked.
    SaveRecord {
        /// Whose.
        person: PersonId,
        /// To whom it goes; may be empty.
        to: String,
        /// Supporters it goes to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
        /// The name offered for the file.
        name: String,
    }
    /// Saves a person's record as a folder to read; where, is asked.
    SaveFolder {
        /// Whose.
        person: PersonId,
        /// To whom it goes; may be empty.
        to: String,
        /// Supporters it goes to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
    }
    /// Saves the caseload as tables for an evaluation; where, is asked.
    SaveEvaluation {
        /// Whether names, dates and words are in them.
        identified: bool,
        /// Why, where they are; the audit trail keeps it, so it must name nobody.
        reason: String,
        /// To whom it goes; may be empty.
        to: String,
    }
    /// Saves a person's record as an encrypted file; where, is asked.
    SaveArchive {
        /// Whose.
        person: PersonId,
        /// What will open it.
        passphrase: SecretText,
        /// To whom it goes; may be empty.
        to: String,
        /// Supporters it goes to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
        /// The name offered for the file.
        name: String,
    }
    /// Names an encrypted record from another machine.
    OpenArchive {
        /// The file.
        file: String,
        /// What opens it.
        passphrase: SecretText,
    }
    /// Brings an encrypted record in, and takes over what came in some fields that differ.
    MergeArchive {
        /// The file.
        file: String,
        /// What opens it.
        passphrase: SecretText,
        /// In which; `None` for none, where ours stands everywhere.
        take: Option<Vec<TakenField>>,
    }
    /// A field in which what came is taken over, with both sides as somebody looked at them.
    TakenField {
        /// The kind of entry, as the store calls it.
        table: String,
        /// Which entry.
        row: String,
        /// The value, likewise.
        field: String,
        /// What stood here.
        ours: String,
        /// What came.
        theirs: String,
    }
    /// Saves the notes of some days, each as a file; where, is asked.
    SaveNotes {
        /// Which.
        which: WhichNotes,
        /// As what.
        kind: FileKind,
        /// To whom they go; may be empty.
        to: String,
        /// Supporters they go to although consent is missing, each confirmed.
        #[serde(default)]
        despite: Vec<SupporterId>,
        /// Whether the notes that a supporter must not see are left out and named, and the others saved.
        #[serde(default)]
        others: bool,
    }
}

/// Which signed notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhichNotes {
    /// Of sessions on this day and later.
    pub from: NaiveDate,
    /// Of sessions on this day and earlier.
    pub until: NaiveDate,
    /// Only those that were not handed over yet.
    pub waiting: bool,
}

/// Notes that were saved.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotesSaved {
    /// Into which folder; `None` when somebody thought better of it.
    pub folder: Option<String>,
    /// What is there now.
    pub saved: Vec<NoteSaved>,
    /// What is not.
    pub not_saved: Vec<NoteNotSaved>,
    /// How many notes of these days are not signed, and were left out.
    pub drafts: u32,
}

views! {
    /// A note that stands in the folder.
    NoteSaved {
        /// Which.
        note: NoteCard,
        /// Where.
        path: String,
    }
    /// A note that does not.
    NoteNotSaved {
        /// Which.
        note: NoteCard,
        /// Why.
        error: ApiError,
    }
    /// Files that were saved in a folder.
    FilesSaved {
        /// Which folder; `None` when somebody thought better of it.
        folder: Option<String>,
        /// What is there now, from the folder on.
        saved: Vec<String>,
        /// What is not.
        not_saved: Vec<String>,
        /// Why, where something is not.
        why: Option<ApiError>,
        /// Whether everything was flushed, which some network shares refuse.
        flushed: bool,
    }
    /// What bringing a record in would do.
    ArchivePlan {
        /// Whose it is.
        person: PersonId,
        /// Their name in it.
        name: String,
        /// Whether they are in this vault already.
        known: bool,
        /// Who they are here; `None` when they are not.
        here: Option<PersonCard>,
        /// What would come in.
        added: Vec<ArchivePart>,
        /// How many entries are here already, the same.
        same: u32,
        /// What is here and differs; ours stands unless somebody chooses otherwise.
        conflicts: Vec<ArchiveConflict>,
    }
    /// Entries of one kind.
    ArchivePart {
        /// Which kind, as the store calls it.
        table: String,
        /// How many.
        rows: u32,
    }
    /// A value that differs.
    ArchiveConflict {
        /// The kind of entry, as the store calls it.
        table: String,
        /// The value, likewise.
        field: String,
        /// What stands here.
        ours: String,
        /// What would have come.
        theirs: String,
        /// Which entry, as the archive names it.
        row: String,
        /// What the entry is called; may be empty.
        about: String,
        /// The day it is of.
        on: Option<NaiveDate>,
        /// Whether it is signed or belongs to a signed note; ours stands for good.
        signed: bool,
        /// With which value of the entry it is taken over, its own name where it stands alone; `None` where ours always stands.
        together: Option<String>,
    }
}

impl FilesSaved {
    /// Somebody thought better of it.
    pub(crate) fn nowhere() -> Self {
        Self {
            folder: None,
            saved: Vec::new(),
            not_saved: Vec::new(),
            why: None,
            flushed: true,
        }
    }
}

views! {
    /// Signed notes and what has left the vault.
    HandOffView {
        /// Signed notes not handed over yet, oldest first.
        waiting: Vec<NoteCard>,
        /// Signed notes that wait for a co-signature, oldest first.
        to_co_sign: Vec<NoteCard>,
        /// Which notes are co-signed.
        co_signed: Vec<NoteId>,
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
        /// What a supporter it went to had no consent to see, which somebody confirmed.
        without_consent: BTreeSet<ConsentItem>,
        /// Whether it was an unsigned note.
        draft: bool,
        /// Whether it left.
        outcome: Outcome,
    }
    /// To whom something can go.
    Recipients {
        /// Each once: the person's supporters, then whom something went to before, whoever came last first. Nobody else's
        /// supporters are among them.
        known: Vec<String>,
    }
}
