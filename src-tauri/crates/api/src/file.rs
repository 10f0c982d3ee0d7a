//! Files outside the vault, with the errors that the page knows; how they are written is [`disk`]'s.

use std::{collections::BTreeMap, fs, io, path::Path};

use disk::Kept;

use crate::error::{ApiError, ErrorCode};

/// Writes a file whole or not at all.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `FolderGone` or `CannotWrite`, with the path.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Kept, ApiError> {
    disk::write_whole(path, bytes).map_err(|e| write_error(path, &e))
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
        fs::create_dir_all(folder).map_err(|e| write_error(folder, &e))?;
        if write_whole(&path, bytes)? == Kept::FolderNotFlushed {
            kept = Kept::FolderNotFlushed;
        }
    }
    Ok(kept)
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
