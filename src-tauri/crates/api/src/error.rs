//! Errors as the page and the command line meet them: a code to act on, and the details its sentence needs.
//!
//! The sentences stand in the page (`ui/src/ipc/errors.ts`) and in the command line (`cli/src/sentences.rs`); a new
//! code without one compiles in neither.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What went wrong. A code exists only if somebody acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ErrorCode {
    /// There is no vault here yet.
    NoVault,
    /// There already is a vault here.
    VaultExists,
    /// The vault is locked.
    Locked,
    /// The passphrase does not open this vault.
    WrongPassphrase,
    /// The recovery code does not open this vault, or has a mistyped group (`details.group`, from 1).
    WrongRecoveryCode,
    /// The passphrase is too easy to guess.
    WeakPassphrase,
    /// The vault is damaged (`details.what`): restore a backup.
    Damaged,
    /// This is not a Waymark vault or backup.
    NotAVault,
    /// It was made by a newer Waymark.
    NewerVersion,
    /// Another Waymark has it open.
    InUse,
    /// A folder is gone or cannot be reached (`details.path`).
    FolderGone,
    /// A folder cannot be written to (`details.path`).
    ReadOnly,
    /// The disk with a folder is full (`details.path`); what was typed is still on the screen.
    DiskFull,
    /// The thing asked for is not there (any more), or what two sides say `changed` since somebody looked (`details.why`).
    NotFound,
    /// Something later in the record still needs it.
    StillNeeded,
    /// A name is missing.
    NameMissing,
    /// A reason is missing.
    ReasonMissing,
    /// The name that was typed to be sure is not that of the person.
    NameDiffers,
    /// A reason that stays for good holds the name or number of who is erased.
    ReasonNames,
    /// A supporter it goes to has no consent to see all of it (`details.supporter`, `details.name`, `details.items`); it can go
    /// all the same once that is confirmed.
    ConsentMissing,
    /// A consent ends before it starts.
    ConsentEndsFirst,
    /// A consent says yes to nothing.
    ConsentEmpty,
    /// Ten people are in the group on one of those days already (`details.most`).
    GroupFull,
    /// They are in the group already on one of those days.
    InGroupAlready,
    /// A group, or somebody's time in it, ends before it begins.
    GroupEndsFirst,
    /// Nobody who came to the group's meeting has a session that is open.
    NobodyCame,
    /// The note bears their signature already; somebody else co-signs.
    CoSignerSigned,
    /// The name that was typed to sign is not that of who co-signs.
    CoSignerDiffers,
    /// An event ends before it starts.
    EventEndsFirst,
    /// A date is out of range (`details.date`).
    DateOutOfRange,
    /// A text is longer than the record takes (`details.longest`, `details.length`).
    TooLong,
    /// The answer does not fit the field it was given to (`details.what`).
    AnswerDoesNotFit,
    /// The note is signed and cannot be changed; an addendum can be added.
    AlreadySigned,
    /// The session is closed.
    SessionClosed,
    /// The note has sections with carried-over text that nobody confirmed.
    Unconfirmed,
    /// The PIN is not four to eight digits.
    PinShape,
    /// No PIN is set yet.
    NoPin,
    /// The screen is turned to the person, and this is not shown there.
    ScreenTurned,
    /// The request does not have the shape the command takes (`details.what`).
    BadRequest,
    /// A file is no table of people (`details.why`: `noText`, `empty`, `tooLarge`, or `changed` since it was looked at).
    NotATable,
    /// A table has more rows than come in at once (`details.rows`, `details.most`).
    TooManyRows,
    /// The content could not be read (`details.what`).
    Content,
    /// The file could not be written (`details.path`, `details.what`); nothing was left behind.
    CannotWrite,
    /// No printer answered (`details.what`); saving as PDF works.
    CannotPrint,
    /// What was typed names no pages of this print (`details.count`, how many there are, where that is known).
    NoSuchPages,
    /// Only what somebody fills in was to be printed, and none of the pages has anything of the kind.
    NoWorksheets,
    /// The file is no worksheet that can be read back (`details.what`), or what it and the record say `changed` since somebody looked
    /// (`details.why`).
    NotAForm,
    /// Somebody stopped it; what is made already stays, and nothing is left half made.
    Stopped,
    /// None of these people has a page that comes next.
    NothingNext,
    /// What cannot happen did (`details.what`). What was saved is saved.
    Internal,
}

/// An error on its way to the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApiError {
    /// What went wrong.
    pub code: ErrorCode,
    /// What the sentence needs, such as a path; never anybody's words.
    #[ts(type = "Record<string, string>")]
    pub details: std::collections::BTreeMap<String, String>,
}

impl ApiError {
    /// An error that needs no details.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            code,
            details: Default::default(),
        }
    }

    /// Says which place it is about where nothing else has said it: the data folder.
    pub(crate) fn here(self, data_dir: &Path) -> Self {
        let of_a_place = matches!(
            self.code,
            ErrorCode::FolderGone | ErrorCode::ReadOnly | ErrorCode::DiskFull
        );
        if of_a_place && !self.details.contains_key("path") {
            self.with("path", data_dir.display())
        } else {
            self
        }
    }

    /// Adds a detail.
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.details.insert(key.to_owned(), value.to_string());
        self
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.code)?;
        self.details
            .iter()
            .try_for_each(|(key, value)| write!(f, " {key}={value}"))
    }
}

impl std::error::Error for ApiError {}

/// What a use case returns.
pub type Result<T> = std::result::Result<T, ApiError>;

impl From<ErrorCode> for ApiError {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl From<store::Error> for ApiError {
    fn from(error: store::Error) -> Self {
        use store::{Error as E, Outside};
        let plain = |code| Self::new(code);
        match error {
            // Its disk was pulled out, or fails: nothing is wrong with the program, and closing it would lose words.
            error if error.is_out_of_reach() => plain(ErrorCode::FolderGone),
            E::WrongPassphrase => plain(ErrorCode::WrongPassphrase),
            E::WrongRecoveryCode => plain(ErrorCode::WrongRecoveryCode),
            E::Damaged { what } => plain(ErrorCode::Damaged).with("what", what),
            E::NotAVault => plain(ErrorCode::NotAVault),
            E::NewerVersion { found, known } => plain(ErrorCode::NewerVersion)
                .with("found", found)
                .with("known", known),
            E::InUse => plain(ErrorCode::InUse),
            E::Missing => plain(ErrorCode::NoVault),
            E::AlreadyThere => plain(ErrorCode::VaultExists),
            E::ReadOnly => plain(ErrorCode::ReadOnly),
            E::DiskFull => plain(ErrorCode::DiskFull),
            E::Outside { folder, why } => plain(match why {
                Outside::Full => ErrorCode::DiskFull,
                Outside::ReadOnly => ErrorCode::ReadOnly,
                Outside::Gone => ErrorCode::FolderGone,
            })
            .with("path", folder.display()),
            E::TooLong { longest, .. } => plain(ErrorCode::TooLong).with("longest", longest),
            E::Signed => plain(ErrorCode::AlreadySigned),
            E::NotFound { .. } | E::NotSigned | E::OtherPerson => plain(ErrorCode::NotFound),
            E::StillNeeded => plain(ErrorCode::StillNeeded),
            E::Io(io) => Self::new(ErrorCode::CannotWrite).with("what", io.kind()),
            E::Unwritable { .. }
            | E::Keys
            | E::NotEncrypted
            | E::OnlyTried
            | E::Database { .. } => plain(ErrorCode::Internal).with("what", error),
        }
    }
}

impl From<store::MistypedCode> for ApiError {
    fn from(mistyped: store::MistypedCode) -> Self {
        Self::new(ErrorCode::WrongRecoveryCode).with("what", mistyped)
    }
}
