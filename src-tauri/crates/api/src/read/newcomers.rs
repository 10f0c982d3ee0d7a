//! A file somebody chose, as a caseload: read whole, held against who is there.

use std::{io, path::Path};

use store::Store;

use super::caseload::{self, Caseload, Known, MOST_BYTES, MOST_ROWS, NoTable};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file,
    wire::CaseloadHow,
};

/// Reads a file; without `how` it is guessed how.
///
/// # Errors
/// `FolderGone` when there is no such file, `ReadOnly` when it may not be read, `NotATable` and `TooManyRows` for what it holds.
pub fn read(app: &App, store: &Store, path: &str, how: Option<CaseloadHow>) -> Result<Caseload> {
    let path = Path::new(path);
    let bytes = file::read_bounded(path, MOST_BYTES).map_err(|error| unreadable(path, &error))?;
    let known: Known = store
        .everybody()?
        .into_iter()
        .map(|person| (person.details.preferred_name, person.details.record_number))
        .collect();
    caseload::read(&bytes, how, app.now().day(), &known).map_err(|no| match no {
        NoTable::NoText => not_a_table("noText"),
        NoTable::Empty => not_a_table("empty"),
        NoTable::TooMany(rows) => ApiError::new(ErrorCode::TooManyRows)
            .with("rows", rows)
            .with("most", MOST_ROWS),
    })
}

/// The file is no table of people, for this reason.
pub fn not_a_table(why: &str) -> ApiError {
    ApiError::new(ErrorCode::NotATable).with("why", why)
}

fn unreadable(path: &Path, error: &io::Error) -> ApiError {
    match error.kind() {
        io::ErrorKind::FileTooLarge => not_a_table("tooLarge"),
        io::ErrorKind::IsADirectory => not_a_table("noText"),
        io::ErrorKind::PermissionDenied => {
            ApiError::new(ErrorCode::ReadOnly).with("path", path.display())
        }
        _ => ApiError::new(ErrorCode::FolderGone).with("path", path.display()),
    }
}
