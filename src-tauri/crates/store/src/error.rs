//! What can go wrong with a vault, told apart as far as the person at the desk can act on it.
//!
//! Messages never hold what somebody wrote: SQL text, values and paths of people's files stay out of them.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

use rusqlite::ErrorCode;

/// The result of everything the store does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the store refused or failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The passphrase opens nothing; the vault itself is well.
    #[error("this passphrase does not open the vault; try again, or use the recovery code")]
    WrongPassphrase,
    /// The recovery code is well formed but belongs to another vault.
    #[error(
        "this recovery code does not open the vault; check that the sheet belongs to this vault"
    )]
    WrongRecoveryCode,
    /// Part of the vault cannot be read although the key is right.
    #[error("{what} is damaged; restore the last backup, the damaged files are kept aside")]
    Damaged {
        /// Which part.
        what: Damage,
    },
    /// What lies there was not made by this program.
    #[error("this is not a vault; choose another folder or file")]
    NotAVault,
    /// A newer program wrote this vault.
    #[error(
        "the vault has version {found} and this program knows {known}; install the newer program"
    )]
    NewerVersion {
        /// The version of the vault.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// Another program has the vault open.
    #[error("the vault is open in another window; close it there first")]
    InUse,
    /// There is no vault.
    #[error("there is no vault here; create one or restore a backup")]
    Missing,
    /// A change was only tried, to see what it would do, and nothing of it is kept.
    #[error("this was only tried; nothing has changed")]
    OnlyTried,
    /// There is a vault already.
    #[error("there is a vault here already; open it, or choose another folder")]
    AlreadyThere,
    /// The folder or file cannot be written.
    #[error("the folder of the vault cannot be written; make it writable or choose another one")]
    ReadOnly,
    /// The disk is full; nothing that was saved before is lost.
    #[error("the disk is full and this was not saved; free some space and try again")]
    DiskFull,
    /// A place outside the vault cannot take what was to be written there. Nothing half-finished was left behind.
    #[error("{} {why}", folder.display())]
    Outside {
        /// The place.
        folder: PathBuf,
        /// What is in the way.
        why: Outside,
    },
    /// A text is longer than a field takes.
    #[error("the text in “{field}” is longer than {longest} characters; divide it")]
    TooLong {
        /// The field.
        field: &'static str,
        /// The longest that is taken, in characters.
        longest: usize,
    },
    /// A text holds U+0000, which no export can hold either.
    #[error("the text in “{field}” holds a character that cannot be kept; type it again")]
    Unwritable {
        /// The field.
        field: &'static str,
    },
    /// The note is signed and cannot be changed.
    #[error("the note is signed and cannot be changed; add an addendum")]
    Signed,
    /// The note is not signed yet.
    #[error("the note is not signed yet; change it directly")]
    NotSigned,
    /// Something that was named is not there.
    #[error("there is no such {what}; go back and open the list again")]
    NotFound {
        /// What kind of thing.
        what: &'static str,
    },
    /// A change for one person touched the record of another. Nothing was changed.
    #[error("this belongs to another person's record; go back and open the person again")]
    OtherPerson,
    /// Something else in the record still needs it.
    #[error("something else in the record still needs this; change that first")]
    StillNeeded,
    /// The machine could not provide memory or randomness for the key.
    #[error("the key could not be derived on this computer; close other programs and try again")]
    Keys,
    /// The program was built without encryption. Nothing is ever written in that case.
    #[error("this build cannot encrypt, so it keeps nothing; install the program again")]
    NotEncrypted,
    /// Reading or writing a file failed.
    #[error("a file of the vault could not be read or written ({0}); check the disk")]
    Io(io::Error),
    /// The database failed in a way the user can do nothing about.
    #[error("the vault could not do this ({code}: {message}); nothing was changed")]
    Database {
        /// SQLite's extended code.
        code: i32,
        /// SQLite's message, without the statement.
        message: String,
    },
}

/// What keeps a place outside the vault from being written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Its disk is full.
    Full,
    /// It may not be written.
    ReadOnly,
    /// It is not there.
    Gone,
}

impl fmt::Display for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "is on a disk that is full; free some space there and try again",
            Self::ReadOnly => "cannot be written; choose another folder",
            Self::Gone => "is not there; connect its disk or choose another folder",
        })
    }
}

/// A part of a vault that can be damaged by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Both copies of the key header.
    Header,
    /// The key header is there and the database is not.
    DatabaseGone,
    /// The encrypted database.
    Database,
    /// A backup file.
    Backup,
    /// A record that was carried here from another vault.
    Archive,
    /// One value that no version of this program wrote.
    Value {
        /// Its column.
        column: String,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("the key file of the vault"),
            Self::DatabaseGone => f.write_str("the vault (its database is gone)"),
            Self::Database => f.write_str("the database of the vault"),
            Self::Backup => f.write_str("the backup file"),
            Self::Archive => f.write_str("the archive"),
            Self::Value { column } => write!(f, "a value in the vault ({column})"),
        }
    }
}

impl Error {
    /// Tells whether the disk itself failed, after which a connection must not be used any more.
    pub(crate) fn is_disk_failure(&self) -> bool {
        matches!(self, Self::Database { code, .. } if *code & 0xff == rusqlite::ffi::SQLITE_IOERR)
    }

    /// Tells whether a connection must not be used any more: its disk failed, or what it reads makes no sense.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        let damaged = Damage::Database;
        self.is_disk_failure() || matches!(self, Self::Damaged { what } if *what == damaged)
    }

    /// Tells whether the disk does not answer: it was pulled out, the share is gone, or it fails.
    pub fn is_out_of_reach(&self) -> bool {
        // Linux: EIO, ENXIO, ENODEV, ESTALE, EREMOTEIO; there is no `ErrorKind` for most of them.
        const GONE: [i32; 5] = [5, 6, 19, 116, 121];
        match self {
            Self::Io(error) => {
                let code = error.raw_os_error().filter(|_| cfg!(target_os = "linux"));
                code.is_some_and(|code| GONE.contains(&code))
            }
            _ => self.is_disk_failure(),
        }
    }

    /// Tells whether nothing can be written where the vault lies, for want of room or of leave.
    pub(crate) const fn is_no_room(&self) -> bool {
        matches!(self, Self::DiskFull | Self::ReadOnly)
    }

    /// Says that it happened in a place outside the vault.
    pub(crate) fn outside(self, folder: &Path) -> Self {
        let why = match &self {
            Self::DiskFull => Outside::Full,
            Self::ReadOnly => Outside::ReadOnly,
            Self::Io(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                Outside::Gone
            }
            _ => return self,
        };
        Self::Outside {
            folder: folder.to_owned(),
            why,
        }
    }

    /// Makes the error for a damaged part.
    pub(crate) const fn damaged(what: Damage) -> Self {
        Self::Damaged { what }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::DiskFull,
            Kind::ReadOnlyFilesystem | Kind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as Sql;
        match error {
            Sql::SqliteFailure(failure, message) => from_sqlite(failure, message),
            // The statement is left out: undo statements hold people's words.
            Sql::SqlInputError { error, .. } => Self::Database {
                code: error.extended_code,
                message: "a statement was not understood".to_owned(),
            },
            Sql::FromSqlConversionFailure(_, _, why) => match why.downcast::<UnknownValue>() {
                Ok(unknown) => Self::damaged(Damage::Value {
                    column: unknown.column,
                }),
                Err(_) => Self::damaged(Damage::Database),
            },
            Sql::IntegralValueOutOfRange(..) | Sql::Utf8Error(..) | Sql::InvalidColumnType(..) => {
                Self::damaged(Damage::Database)
            }
            Sql::QueryReturnedNoRows => Self::NotFound { what: "entry" },
            other => Self::Database {
                code: 0,
                message: other.to_string(),
            },
        }
    }
}

fn from_sqlite(failure: rusqlite::ffi::Error, message: Option<String>) -> Error {
    // A full disk shows here when the shared-memory index beside the WAL cannot grow.
    const SHM_CANNOT_GROW: i32 = rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
    match failure.code {
        ErrorCode::DiskFull => Error::DiskFull,
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
            Error::ReadOnly
        }
        ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Error::damaged(Damage::Database),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::InUse,
        ErrorCode::SystemIoFailure if failure.extended_code == SHM_CANNOT_GROW => Error::DiskFull,
        ErrorCode::TooBig => Error::TooLong {
            field: "text",
            longest: domain::text::LONGEST_TEXT,
        },
        ErrorCode::ConstraintViolation => match message.as_deref() {
            Some(why) if why.starts_with("signed:") => Error::Signed,
            Some(why) if why.starts_with("unsigned:") => Error::NotSigned,
            Some(why) if why.starts_with("owner:") => Error::OtherPerson,
            Some(why) if why.starts_with("FOREIGN KEY") => Error::StillNeeded,
            _ => Error::Database {
                code: failure.extended_code,
                message: message.unwrap_or_default(),
            },
        },
        _ => Error::Database {
            code: failure.extended_code,
            message: message.unwrap_or_else(|| failure.to_string()),
        },
    }
}

/// A value in a row that no version of this program wrote.
#[derive(Debug)]
pub(crate) struct UnknownValue {
    pub(crate) column: String,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown value in {}", self.column)
    }
}

impl std::error::Error for UnknownValue {}
