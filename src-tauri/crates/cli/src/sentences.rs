//! One sentence and one exit code for everything that can go wrong.

use std::path::Path;

use api::{ApiError, CannotWrite, ErrorCode, wire::SettingsTrouble};

/// Anything that is neither of the three below.
const OTHER: u8 = 1;
/// The words make no sense.
const WRONG_USE: u8 = 2;
/// The passphrase does not open it.
const WRONG_PASSPHRASE: u8 = 3;
/// The data is damaged.
const DAMAGED: u8 = 4;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: u8,
    /// What happened and what to do next.
    pub sentence: String,
}

impl Failure {
    /// Somebody asked for something that makes no sense.
    pub fn wrong_use(sentence: &str) -> Self {
        Self::new(WRONG_USE, sentence.to_owned())
    }

    /// The vault is damaged.
    pub fn damaged(sentence: String) -> Self {
        Self::new(DAMAGED, sentence)
    }

    /// Anything else.
    pub fn other(sentence: String) -> Self {
        Self::new(OTHER, sentence)
    }

    /// Puts an error of a use case into words; `folder` is the data folder.
    pub fn of(error: &ApiError, folder: &Path) -> Self {
        Self::new(exit_of(error.code), sentence_of(error, folder))
    }

    fn new(exit: u8, sentence: String) -> Self {
        Self { exit, sentence }
    }
}

// No wildcard: a new code without an exit code and a sentence does not compile.
const fn exit_of(code: ErrorCode) -> u8 {
    match code {
        ErrorCode::BadRequest => WRONG_USE,
        ErrorCode::WrongPassphrase | ErrorCode::WrongRecoveryCode => WRONG_PASSPHRASE,
        ErrorCode::Damaged | ErrorCode::NotAVault => DAMAGED,
        ErrorCode::NoVault
        | ErrorCode::VaultExists
        | ErrorCode::Locked
        | ErrorCode::WeakPassphrase
        | ErrorCode::NewerVersion
        | ErrorCode::InUse
        | ErrorCode::FolderGone
        | ErrorCode::ReadOnly
        | ErrorCode::DiskFull
        | ErrorCode::NotFound
        | ErrorCode::StillNeeded
        | ErrorCode::NameMissing
        | ErrorCode::ReasonMissing
        | ErrorCode::NameDiffers
        | ErrorCode::ReasonNames
        | ErrorCode::ConsentMissing
        | ErrorCode::NoSuchPages
        | ErrorCode::ConsentEndsFirst
        | ErrorCode::EventEndsFirst
        | ErrorCode::ConsentEmpty
        | ErrorCode::GroupFull
        | ErrorCode::InGroupAlready
        | ErrorCode::GroupEndsFirst
        | ErrorCode::NobodyCame
        | ErrorCode::CoSignerSigned
        | ErrorCode::CoSignerDiffers
        | ErrorCode::DateOutOfRange
        | ErrorCode::TooLong
        | ErrorCode::AnswerDoesNotFit
        | ErrorCode::AlreadySigned
        | ErrorCode::SessionClosed
        | ErrorCode::Unconfirmed
        | ErrorCode::PinShape
        | ErrorCode::NoPin
        | ErrorCode::ScreenTurned
        | ErrorCode::NotATable
        | ErrorCode::TooManyRows
        | ErrorCode::Content
        | ErrorCode::CannotWrite
        | ErrorCode::CannotPrint
        | ErrorCode::NoWorksheets
        | ErrorCode::NotAForm
        | ErrorCode::Stopped
        | ErrorCode::NothingNext
        | ErrorCode::Internal => OTHER,
    }
}

/// Says why an open vault can only be read.
pub fn of_writing(why: CannotWrite, folder: &Path) -> String {
    let folder = folder.display();
    match why {
        CannotWrite::Full => format!(
            "The disk with {folder} is full, so everything can be read and nothing saved; free some space to go on."
        ),
        CannotWrite::ReadOnly => format!(
            "{folder} cannot be written, so everything can be read and nothing saved; make it writable to go on."
        ),
    }
}

/// Says what became of settings whose file could not be read.
pub const fn of_settings(trouble: SettingsTrouble) -> &'static str {
    match trouble {
        SettingsTrouble::FromCopy => {
            "The file settings.json could not be read, so the settings that were saved last are in use; open the app to read this and go on."
        }
        SettingsTrouble::Lost => {
            "The file settings.json could not be read and there is no second copy, so crisis contacts and other settings may be missing; open the app and enter them again."
        }
    }
}

fn sentence_of(error: &ApiError, folder: &Path) -> String {
    let detail = |key: &str| error.details.get(key).map_or("", String::as_str);
    let folder = folder.display();
    let path = match detail("path") {
        "" => folder.to_string(),
        path => path.to_owned(),
    };
    let what = match detail("what") {
        "" => String::new(),
        what => format!(" ({what})"),
    };
    match error.code {
        ErrorCode::NoVault => format!("There is no vault in {folder} yet; make one with `waymark-cli vault create`."),
        ErrorCode::VaultExists => format!("There is a vault in {folder} already; choose another folder with --data-dir DIR."),
        ErrorCode::Locked => "The vault is locked; give its passphrase with --passphrase-file FILE.".to_owned(),
        ErrorCode::WrongPassphrase => "This passphrase does not open it; try again, or open the vault in the app with the recovery code.".to_owned(),
        ErrorCode::WrongRecoveryCode => "This recovery code does not open it; check that the sheet belongs to this vault.".to_owned(),
        ErrorCode::WeakPassphrase => "This passphrase is too easy to guess; take at least 12 characters, for example four words that do not belong together.".to_owned(),
        ErrorCode::Damaged => format!("The data is damaged{what}; restore the last backup with `waymark-cli vault restore FILE`."),
        ErrorCode::NotAVault => "This was not made by Waymark, or its beginning is damaged; name another file or folder, or restore a backup.".to_owned(),
        ErrorCode::NewerVersion => "This was made by a newer Waymark; install the newer version to open it.".to_owned(),
        ErrorCode::InUse => "The vault is open in another Waymark; close it there first.".to_owned(),
        ErrorCode::FolderGone => format!("{path} cannot be reached; check that the folder is there and its disk connected."),
        ErrorCode::ReadOnly => format!("{path} cannot be written; make it writable or name another place."),
        ErrorCode::DiskFull => format!("The disk with {path} is full and nothing was written; free some space and try again."),
        ErrorCode::NotFound => "There is no such entry; `waymark-cli person list`, `note list` and `handout list` show what there is.".to_owned(),
        ErrorCode::StillNeeded => "Something later in the record still needs it; change that first.".to_owned(),
        ErrorCode::NameMissing => "A name is missing; give one.".to_owned(),
        ErrorCode::ReasonMissing => "A reason is missing; a few words are enough.".to_owned(),
        ErrorCode::GroupFull => "There are ten people in this group already; end the time of one of them first, or start a second group.".to_owned(),
        ErrorCode::InGroupAlready => "They are in this group on those days already.".to_owned(),
        ErrorCode::GroupEndsFirst => "It ends before it begins; change one of the two days.".to_owned(),
        ErrorCode::NobodyCame => "Nobody who came has a session that is open; say who came first.".to_owned(),
        ErrorCode::CoSignerSigned => "Their signature stands under the note already; somebody else co-signs.".to_owned(),
        ErrorCode::CoSignerDiffers => "This is not the name of the one who co-signs; they type it as it stands in the settings.".to_owned(),
        ErrorCode::NameDiffers => "This is not what they are called, so nothing was erased; give the name as it stands in the record.".to_owned(),
        ErrorCode::ReasonNames => "The reason stays in the ledger and holds their name or number, so nothing was erased; say why without naming anybody.".to_owned(),
        ErrorCode::ConsentMissing => format!(
            "{} has no consent to see all of this ({}), so nothing was written; write the consent down, or confirm it in the app.",
            detail("name"), detail("items")
        ),
        ErrorCode::EventEndsFirst => "The event ends before it starts; give a later last day.".to_owned(),
        ErrorCode::NoSuchPages => "These pages are not there; name some of the print, such as 2-4, 7.".to_owned(),
        ErrorCode::ConsentEndsFirst => "The consent ends before it starts; give a later last day.".to_owned(),
        ErrorCode::ConsentEmpty => "The consent says yes to nothing; name what they may see or do.".to_owned(),
        ErrorCode::DateOutOfRange => format!("The date {} is out of range; give another one.", detail("date")),
        ErrorCode::TooLong => format!("The text is longer than {} characters; divide it.", detail("longest")),
        ErrorCode::AnswerDoesNotFit => format!("The answer does not fit its field{what}; look at the handout."),
        ErrorCode::AlreadySigned => "The note is signed and cannot be changed; add an addendum in the app.".to_owned(),
        ErrorCode::SessionClosed => "The session is closed; open it again in the app.".to_owned(),
        ErrorCode::Unconfirmed => "The note has carried-over text that nobody confirmed; confirm it in the app.".to_owned(),
        ErrorCode::PinShape => "A PIN has four to eight digits; choose another one in the app.".to_owned(),
        ErrorCode::NoPin => "No PIN is set yet; set one in the app.".to_owned(),
        ErrorCode::ScreenTurned => "The screen is turned to the person; turn it back in the app.".to_owned(),
        ErrorCode::BadRequest => format!("This cannot be asked so{what}; `waymark-cli --help` shows how."),
        ErrorCode::NotATable => match detail("why") {
            "changed" => "The file has changed since it was looked at; look at it again.",
            "empty" => "The file holds nobody; a table has one line of headings and a line for each person.",
            "tooLarge" => "The file is larger than any caseload; divide it.",
            _ => "The file is no table; save it from the spreadsheet as CSV, with commas, semicolons or tabs.",
        }
        .to_owned(),
        ErrorCode::TooManyRows => format!("The file has {} rows, and at most {} people come in at once; divide it.", detail("rows"), detail("most")),
        ErrorCode::Content => format!("The built-in content could not be read{what}; install Waymark again."),
        ErrorCode::CannotWrite => format!("{path} could not be written{what} and nothing was left behind; name another place."),
        ErrorCode::CannotPrint => format!("No printer answered{what}; write a PDF instead."),
        ErrorCode::NoWorksheets => "None of these pages has anything to fill in; print them whole, or name other topics.".to_owned(),
        ErrorCode::NotAForm => format!("This is no worksheet that can be read back{what}; name a PDF that was written with --fillable."),
        ErrorCode::Stopped => "It was stopped; what was made already is there, so run it again for the rest.".to_owned(),
        ErrorCode::NothingNext => "Nobody named has a page that comes next; name other people, or print their goals.".to_owned(),
        ErrorCode::Internal => format!("Something went wrong that should not{what}; what was saved is saved, so try again."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_one_line_with_a_hint_and_its_exit_code() {
        for (code, exit) in [
            (ErrorCode::NoVault, 1),
            (ErrorCode::BadRequest, 2),
            (ErrorCode::WrongPassphrase, 3),
            (ErrorCode::Damaged, 4),
            (ErrorCode::NotAVault, 4),
            (ErrorCode::NewerVersion, 1),
            (ErrorCode::CannotWrite, 1),
            (ErrorCode::Internal, 1),
        ] {
            let error = ApiError::new(code).with("what", "the key file");
            let failure = Failure::of(&error, Path::new("folder"));
            assert_eq!(failure.exit, exit, "{code:?}");
            let sentence = failure.sentence;
            assert!(
                sentence.ends_with('.') && !sentence.contains('\n'),
                "{sentence}"
            );
            assert!(sentence.contains([';', ',']), "no hint in “{sentence}”");
        }
    }

    #[test]
    fn a_path_in_the_details_wins_over_the_data_folder() {
        let error = ApiError::new(ErrorCode::ReadOnly).with("path", "paper.pdf");
        let failure = Failure::of(&error, Path::new("folder"));
        assert!(failure.sentence.starts_with("paper.pdf cannot be written;"));
    }
}
