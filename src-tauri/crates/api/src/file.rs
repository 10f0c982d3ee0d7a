//! Files outside the vault: written whole or not at all.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::{ApiError, ErrorCode};

/// Writes a file through a temporary one beside it: after a failure the old file stands and nothing else is left.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `FolderGone` or `CannotWrite`, with the path.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let name = path.file_name().ok_or_else(|| {
        ApiError::new(ErrorCode::CannotWrite)
            .with("path", path.display())
            .with("what", "no file name")
    })?;
    let mut beside = PathBuf::from(path);
    let mut part = name.to_os_string();
    part.push(".part");
    beside.set_file_name(part);
    let written = write_and_sync(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|e| {
        // The part file is ours alone; if it cannot be removed either, the first error is the one that helps.
        let _ = fs::remove_file(&beside);
        write_error(path, &e)
    })
}

/// Writes files into a folder, which is made where it is missing.
///
/// # Errors
/// As [`write_whole`]; files already written stay.
pub fn write_all(dir: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), ApiError> {
    for (path, bytes) in files {
        let path = dir.join(path);
        let folder = path.parent().unwrap_or(dir);
        fs::create_dir_all(folder).map_err(|e| write_error(folder, &e))?;
        write_whole(&path, bytes)?;
    }
    Ok(())
}

fn write_and_sync(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
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
