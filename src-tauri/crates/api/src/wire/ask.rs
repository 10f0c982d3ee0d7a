//! What the page, the shell and the command line ask.

use std::fmt;

use chrono::NaiveDate;
use domain::{
    AnswerKey, AnswerValue, BlockId, CourseId, GoalId, Lang, ModuleId, NoteId, PersonId, SessionId,
    SheetId, TopicId,
    goal::Goal,
    note::NoteSectionKind,
    person::{Chime, Given, PersonDetails},
    session::SessionEntry,
    settings::{PaperSize, Practitioner, PrintSize, Settings},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A passphrase, recovery code or PIN on its way in; wiped when dropped, never shown.
#[derive(Clone, Default, PartialEq, Eq, Deserialize, Zeroize, ZeroizeOnDrop, TS)]
#[ts(as = "String")]
pub struct SecretText(String);

impl SecretText {
    /// Wraps a secret.
    pub fn new(secret: String) -> Self {
        Self(secret)
    }
    /// Lends the secret.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

/// Asks for nothing in particular.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

macro_rules! asks {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, TS)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }
    )*};
}

asks! {
    /// Judges a passphrase before it is used.
    PassphraseToJudge {
        /// The passphrase.
        passphrase: SecretText,
    }
    /// Makes a vault on this computer.
    CreateVault {
        /// What will open it.
        passphrase: SecretText,
        /// Who keeps it.
        practitioner: Practitioner,
        /// Whether to fill it with the made-up sample caseload.
        sample: bool,
    }
    /// Opens the vault.
    Unlock {
        /// The passphrase.
        passphrase: SecretText,
    }
    /// Opens the vault with the printed recovery code.
    UnlockWithRecoveryCode {
        /// The code as typed from the sheet.
        code: SecretText,
    }
    /// Changes what opens the vault.
    ChangePassphrase {
        /// The passphrase until now; empty right after opening with the recovery code, when it is not asked.
        current: SecretText,
        /// The new one.
        new: SecretText,
    }
    /// Changes the settings of this computer.
    ChangeSettings {
        /// All of them.
        settings: Settings,
    }
    /// Changes who keeps the vault.
    ChangePractitioner {
        /// Name and title.
        practitioner: Practitioner,
    }
    /// Sets the PIN that turns the screen back.
    SetPin {
        /// Four to eight digits.
        pin: SecretText,
    }
    /// Names a person.
    OfPerson {
        /// Who.
        person: PersonId,
    }
    /// Adds a person.
    AddPerson {
        /// What is known of them; a name is enough.
        details: PersonDetails,
    }
    /// Changes what is written down about a person.
    EditPerson {
        /// Who.
        person: PersonId,
        /// All of it.
        details: PersonDetails,
    }
    /// Writes down what recovery means to a person, as a new version.
    RecordStatement {
        /// Who.
        person: PersonId,
        /// The words, verbatim.
        words: String,
        /// Said or written.
        given: Given,
        /// The day.
        on: NaiveDate,
        /// The lenses a human chose.
        chime: Vec<Chime>,
    }
    /// Sets a goal or changes one; ids the page has not seen yet are asked from `fresh_ids`.
    SetGoal {
        /// Who.
        person: PersonId,
        /// The whole goal with short-term goals and steps. `reviews` is ignored: reviews are made in sessions.
        goal: Goal,
    }
    /// Asks for new ids for things the page adds, such as steps.
    FreshIds {
        /// How many, 1 to 50.
        count: u8,
    }
    /// Answers a field of a handout, in a session or outside one.
    AnswerField {
        /// Who.
        person: PersonId,
        /// The session it was answered in, if any.
        session: Option<SessionId>,
        /// Where it belongs.
        key: AnswerKey,
        /// What was answered; `None` or empty takes it back.
        value: Option<AnswerValue>,
    }
    /// Starts a filled copy of a form, or of a worksheet that can be filled many times.
    StartSheet {
        /// Who.
        person: PersonId,
        /// The form, or the topic the worksheet stands in.
        topic: TopicId,
        /// The worksheet; `None` for a form, whose copy covers the whole page.
        block: Option<BlockId>,
        /// The goal it is about, if any.
        about: Option<GoalId>,
        /// The copy before, whose answers are carried into this new version; it stays as it is.
        from: Option<SheetId>,
    }
    /// Opens the newest copy of a form, or starts the first.
    OpenForm {
        /// Who.
        person: PersonId,
        /// The form.
        form: TopicId,
    }
    /// Opens a filled copy.
    OpenSheet {
        /// Who.
        person: PersonId,
        /// Which.
        sheet: SheetId,
    }
    /// Starts a session, or comes back to the one that is open.
    StartSession {
        /// Who.
        person: PersonId,
        /// The day; `None` for today.
        on: Option<NaiveDate>,
    }
    /// Names a session.
    OfSession {
        /// Which.
        session: SessionId,
    }
    /// Records one thing in a session.
    RecordInSession {
        /// Which.
        session: SessionId,
        /// What.
        entry: SessionEntry,
    }
    /// Asks for a topic's page.
    TopicPage {
        /// Which topic.
        topic: TopicId,
        /// In which language; falls back to the pack's first.
        language: Lang,
        /// In which course, for its number.
        course: CourseId,
        /// Whose answers to show; `None` for a blank page.
        person: Option<PersonId>,
    }
    /// Asks for a module's practitioner guide.
    GuidePage {
        /// Which module.
        module: ModuleId,
        /// In which language; falls back to the pack's first.
        language: Lang,
    }
    /// Turns the screen to the person, showing one topic.
    TurnScreen {
        /// The session.
        session: SessionId,
        /// The topic.
        topic: TopicId,
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
    /// Drafts the note of a session, or opens the one there is.
    DraftNote {
        /// Which session.
        session: SessionId,
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
    /// Adds to a signed note.
    AddAddendum {
        /// Which note.
        note: NoteId,
        /// What is added.
        words: String,
        /// Why.
        reason: String,
    }
    /// Makes pages.
    MakePaper {
        /// What.
        paper: PaperRequest,
        /// Size of the letters.
        size: PrintSize,
        /// Paper format; `None` for the one in the settings.
        format: Option<PaperSize>,
    }
    /// Makes a backup.
    BackUp {
        /// The folder it goes to.
        folder: String,
    }
    /// Puts a backup in the place of the vault; the vault that was there is kept aside.
    Restore {
        /// The backup.
        file: String,
        /// The passphrase it was made under.
        passphrase: SecretText,
    }
}

/// What to put on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum PaperRequest {
    /// Topics as handouts, each on new pages.
    Handouts {
        /// Which topics, in order.
        topics: Vec<TopicId>,
        /// In which language.
        language: Lang,
        /// In which course, for their numbers.
        course: CourseId,
        /// Whose; `None` for anyone.
        person: Option<PersonId>,
        /// Whether the person's answers are printed in.
        filled: bool,
    },
    /// Every topic of a course as one book, blank, with title page and contents.
    Workbook {
        /// Which course.
        course: CourseId,
        /// Only this module of it.
        module: Option<ModuleId>,
        /// In which language.
        language: Lang,
    },
    /// A practitioner guide.
    Guide {
        /// Which module.
        module: ModuleId,
        /// In which language.
        language: Lang,
    },
    /// A filled copy of a worksheet.
    Sheet {
        /// Whose.
        person: PersonId,
        /// Which.
        sheet: SheetId,
    },
    /// A session note, with its addenda.
    Note {
        /// Which.
        note: NoteId,
    },
    /// The recovery statement, goals and promises of a person, to take home.
    GoalSheet {
        /// Whose.
        person: PersonId,
    },
    /// The crisis page with the local contacts.
    HelpNow,
    /// The sheet with the recovery code, shown once after a vault is made.
    RecoverySheet {
        /// The code.
        code: String,
    },
}
