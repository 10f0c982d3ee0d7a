//! Where a vault lies, and how its small files are written: whole or not at all, readable by their owner only.
//!
//! ```text
//! data folder/
//!   vault.lock            held while a vault is open; never holds anything
//!   vault/                made and replaced as a whole, by one rename
//!     vault.hdr vault.hdr2  the wrapped key, twice
//!     vault.db (-wal, -shm) everything else, encrypted
//!     vault.head            the head of the audit chain
//! ```
//!
//! The database file is never opened here while SQLite has it open: closing a second descriptor would drop SQLite's
//! locks (sqlite.org/howtocorrupt, 2.2).

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::error::{Error, Result};

/// Bytes that opening needs room for: SQLite's index beside the log, and a few pages of log.
const ROOM: usize = 256 * 1024;

/// What the names of copies begin with that are made before a migration.
const BEFORE: &str = "vault-before-";

/// The data folder.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    root: PathBuf,
}

impl Place {
    pub(crate) fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The vault itself.
    pub(crate) fn vault(&self) -> Folder {
        Folder(self.root.join("vault"))
    }

    /// A vault being made or checked; worth nothing until it is renamed.
    pub(crate) fn making(&self) -> Folder {
        Folder(self.root.join("vault.making"))
    }

    /// Where a backup is copied to and read back; nobody's vault.
    pub(crate) fn copying(&self) -> Folder {
        Folder(self.root.join("vault.copying"))
    }

    /// A restored vault that has passed every check and only waits for its name.
    pub(crate) fn incoming(&self) -> Folder {
        Folder(self.root.join("vault.incoming"))
    }

    fn lock(&self) -> PathBuf {
        self.root.join("vault.lock")
    }

    /// Finishes a restore that was cut off between its two renames.
    pub(crate) fn settle(&self) -> Result<()> {
        if !self.vault().0.exists() && self.incoming().0.exists() {
            rename(&self.incoming().0, &self.vault().0)?;
        }
        Ok(())
    }

    /// Removes what a killed program left half made or half copied: each holds a whole record, and none is anybody's vault.
    /// Only while the lock is held. What cannot be removed now goes at the next start.
    pub(crate) fn sweep(&self) {
        if self.vault().0.exists() {
            for left in [self.making(), self.copying(), self.incoming()] {
                let _ = left.remove();
            }
        }
    }

    /// Removes the data folder that a failed attempt made, unless anybody has put something into it meanwhile.
    pub(crate) fn remove_if_empty(&self) {
        // The error that led here matters more than a folder that could not be removed.
        if let Ok(_lock) = self.take_lock() {
            let _ = fs::remove_file(self.lock());
            let _ = fs::remove_dir(&self.root);
        }
    }

    /// Takes the lock, or says that another program holds it.
    ///
    /// It is a separate file, so that taking and dropping it cannot disturb SQLite's own locks.
    pub(crate) fn take_lock(&self) -> Result<Lock> {
        let file = private_file(OpenOptions::new().read(true).write(true).create(true))
            .open(self.lock())
            .map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Error::Missing,
                _ => Error::from(error),
            })?;
        locked(file)
    }

    /// Takes the lock as far as a place allows that cannot be written. Where no lock file lies, nobody can have written
    /// there since, and there is nothing to hold.
    pub(crate) fn take_lock_to_read(&self) -> Result<Lock> {
        match self.take_lock() {
            Err(error) if error.is_no_room() => match File::open(self.lock()) {
                Ok(file) => locked(file),
                Err(gone) if gone.kind() == io::ErrorKind::NotFound => Ok(Lock(None)),
                Err(_) => Err(error),
            },
            taken => taken,
        }
    }
}

fn locked(file: File) -> Result<Lock> {
    match file.try_lock() {
        Ok(()) => Ok(Lock(Some(file))),
        Err(fs::TryLockError::WouldBlock) => Err(Error::InUse),
        Err(fs::TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Proof that no other program has the vault; let go when dropped. Empty where there was nothing to hold.
#[derive(Debug)]
pub(crate) struct Lock(Option<File>);

impl Lock {
    /// Tells whether it holds anything.
    pub(crate) const fn is_held(&self) -> bool {
        self.0.is_some()
    }
}

impl Drop for Lock {
    /// Closing the file would not be enough: a child process that is just being started holds a copy of it until its own program begins.
    fn drop(&mut self) {
        if let Some(file) = &self.0 {
            let _ = file.unlock();
        }
    }
}

/// A folder that holds the four files of a vault.
#[derive(Clone, Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("vault.db")
    }

    pub(crate) fn wal(&self) -> PathBuf {
        self.0.join("vault.db-wal")
    }

    pub(crate) fn headers(&self) -> [PathBuf; 2] {
        [self.0.join("vault.hdr"), self.0.join("vault.hdr2")]
    }

    pub(crate) fn head(&self) -> PathBuf {
        self.0.join("vault.head")
    }

    /// The files that lay beside the vault when a backup was made, sealed, until they have taken their places again.
    pub(crate) fn beside(&self) -> PathBuf {
        self.0.join("vault.beside")
    }

    /// Fails where the vault cannot be reached: its disk was pulled out, or answers nothing any more.
    pub(crate) fn is_there(&self) -> Result<()> {
        let [one, other] = self.headers();
        match fs::read(one).or_else(|_| fs::read(other)) {
            Ok(_) => Ok(()),
            Err(gone) => Err(Error::from(gone).outside(self.0.parent().unwrap_or(&self.0))),
        }
    }

    /// Fails where there is no room or no leave for the next saves.
    pub(crate) fn has_room(&self) -> Result<()> {
        let path = self.0.join("vault.room");
        let written = private_file(OpenOptions::new().write(true).create(true).truncate(true))
            .open(&path)
            .and_then(|mut file| {
                file.write_all(&[0; ROOM])?;
                file.sync_all()
            });
        // Nothing is in it; the next look removes what this one could not.
        let _ = fs::remove_file(&path);
        Ok(written?)
    }

    /// The name of the copy that is made before a migration.
    pub(crate) fn before(&self, migration: u32) -> PathBuf {
        self.0.join(format!("{BEFORE}{migration}.db"))
    }

    /// Removes every such copy, whole or half.
    pub(crate) fn forget_before(&self) -> Result<()> {
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(BEFORE) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    /// Makes the folder anew and empty.
    pub(crate) fn make_empty(&self) -> Result<()> {
        self.remove()?;
        make_private_folder(&self.0)
    }

    /// Removes the folder with all that is in it, if it is there.
    pub(crate) fn remove(&self) -> Result<()> {
        match fs::remove_dir_all(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// Removes a half-made folder unless told to keep it, so that a failure leaves nothing behind.
pub(crate) struct Unfinished(pub(crate) Folder);

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Nothing can be done about a failure here; the next attempt empties the folder first.
        let _ = self.0.remove();
    }
}

/// Makes a folder that only its owner can enter, with its parents.
pub(crate) fn make_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    Ok(())
}

/// Makes whatever is created with these options readable and writable by its owner only.
pub(crate) fn private_file(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Writes a small file whole: beside it first, flushed, renamed over it, and the folder flushed.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = path.with_extension("tmp");
    let written = (|| {
        let mut file = private_file(OpenOptions::new().write(true).create(true).truncate(true))
            .open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    })();
    if let Err(error) = written {
        // The old file is untouched; what could not be finished goes.
        let _ = fs::remove_file(&beside);
        return Err(error.into());
    }
    sync_parent(path)
}

/// Renames and makes the rename durable.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)?;
    sync_parent(to)
}

/// Makes creations and renames in the folder of `path` durable.
pub(crate) fn sync_parent(path: &Path) -> Result<()> {
    // Windows has no handle to a folder that could be flushed; NTFS journals the rename itself.
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
