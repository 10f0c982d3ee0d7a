//! Files outside the vault, with the errors that the page knows; how they are written is [`disk`]'s.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Read, Write},
    path::Path,
};

use disk::{Kept, Part};

use crate::error::{ApiError, ErrorCode};

/// Writes a file whole or not at all.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `FolderGone` or `CannotWrite`, with the path.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Kept, ApiError> {
    disk::write_whole(path, bytes).map_err(|e| write_error(path, &e))
}

/// Writes a file beside its place, flushed, to be put there with others by [`keep_all`].
///
/// # Errors
/// As [`write_whole`]; nothing is left then.
pub fn part(path: &Path, bytes: &[u8]) -> Result<Part, ApiError> {
    let written = Part::beside(path).and_then(|mut part| {
        part.write_all(bytes)?;
        part.sync()?;
        Ok(part)
    });
    written.map_err(|e| write_error(path, &e))
}

/// Puts files of one folder in their places, where they could be written at all; says of each whether it is there.
pub fn keep_all<'p>(
    parts: impl IntoIterator<Item = (&'p Path, Result<Part, ApiError>)>,
) -> Vec<Result<Kept, ApiError>> {
    let (places, parts): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let mut outcomes = Vec::with_capacity(parts.len());
    let mut written = Vec::new();
    for part in parts {
        outcomes.push(part.map(|part| written.push(part)));
    }
    let mut kept = disk::keep_all(written).into_iter();
    outcomes
        .into_iter()
        .zip(places)
        .map(|(outcome, place)| {
            outcome?;
            let kept = kept
                .next()
                .unwrap_or_else(|| Err(io::ErrorKind::Other.into()));
            kept.map_err(|e| write_error(place, &e))
        })
        .collect()
}

/// Writes files into a folder, which is made where it is missing.
///
/// # Errors
/// As [`write_whole`]; files already written stay.
pub fn write_all(dir: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<Kept, ApiError> {
    let mut kept = Kept::Flushed;
    for (path, bytes) in files {
        let path = dir.join(path);
        let folder = path.parent().unwrap_or(dir);
        make_folder_in(dir, folder)?;
        if write_whole(&path, bytes)? == Kept::FolderNotFlushed {
            kept = Kept::FolderNotFlushed;
        }
    }
    Ok(kept)
}

/// Reads a file that somebody chose, up to a size.
///
/// # Errors
/// `FolderGone` when it is not there, `too_large` when it is larger, `CannotWrite` when it cannot be read.
pub fn read_whole(path: &Path, largest: u64, too_large: ErrorCode) -> Result<Vec<u8>, ApiError> {
    read_bounded(path, largest).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => ApiError::new(too_large),
        _ => write_error(path, &error),
    })
}

/// Reads a file up to a size, and nothing that never ends: a pipe that nobody writes to would keep whoever reads it.
///
/// # Errors
/// `FileTooLarge` when it is larger, `InvalidInput` for what is neither file nor folder, and those of reading.
pub fn read_bounded(path: &Path, largest: u64) -> io::Result<Vec<u8>> {
    let found = fs::metadata(path)?;
    if !found.is_file() && !found.is_dir() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if found.len() > largest {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    // It may grow meanwhile.
    let mut bytes = Vec::new();
    let file = fs::File::open(path)?;
    file.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Tells whether nothing else can be written to the same folder either.
pub const fn ends_all(code: ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::DiskFull | ErrorCode::ReadOnly | ErrorCode::FolderGone | ErrorCode::Locked
    )
}

/// Makes a folder within another where it is missing. A link that lies in its place is not followed.
///
/// # Errors
/// As [`write_whole`], and `CannotWrite` for a link.
pub fn make_folder_in(dir: &Path, folder: &Path) -> Result<(), ApiError> {
    let within = folder.ancestors().take_while(|part| *part != dir);
    for part in within {
        if part.is_symlink() {
            return Err(write_error(part, &io::ErrorKind::AlreadyExists.into()));
        }
    }
    make_folder(folder)
}

/// Makes a folder where it is missing.
///
/// # Errors
/// As [`write_whole`].
pub fn make_folder(path: &Path) -> Result<(), ApiError> {
    fs::create_dir_all(path).map_err(|e| write_error(path, &e))
}

/// Turns an error of writing into its code.
pub fn write_error(path: &Path, error: &io::Error) -> ApiError {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => ErrorCode::ReadOnly,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ErrorCode::FolderGone,
        _ => ErrorCode::CannotWrite,
    };
    ApiError::new(code)
        .with("path", path.display())
        .with("what", error.kind())
}
