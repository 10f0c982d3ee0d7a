//! Files that leave: written whole or not at all, readable by their owner only, never through a link.
//!
//! The one place in the workspace that makes a file outside the vault (`tests/tidy/leaves.rs` holds everybody to it): a
//! PDF, the recovery sheet, a backup, a pack, the settings.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// How well a file that stands in its place is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Kept {
    /// File and folder are flushed: it survives a power cut.
    Flushed,
    /// The file is flushed and stands there; its folder could not be, as on some network shares.
    FolderNotFlushed,
}

/// Writes a file through one beside it: after a failure what was there stands, and nothing else is left.
///
/// # Errors
/// Those of the file system; the file is then not there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<Kept> {
    let mut part = Part::beside(path)?;
    part.write_all(bytes)?;
    part.keep()
}

/// Puts files of one folder in their places, which is flushed once. Each was flushed with [`Part::sync`] before.
///
/// Each is there or not by itself: the error of one keeps no other back.
pub fn keep_all(parts: impl IntoIterator<Item = Part>) -> Vec<io::Result<Kept>> {
    let mut last = None;
    let moved: Vec<io::Result<()>> = parts
        .into_iter()
        .map(|mut part| {
            part.put()?;
            last = Some(part.place.clone());
            Ok(())
        })
        .collect();
    let kept = match last.map(|place| flush_folder_of(&place)) {
        Some(Err(_)) => Kept::FolderNotFlushed,
        _ => Kept::Flushed,
    };
    moved
        .into_iter()
        .map(|moved| moved.map(|()| kept))
        .collect()
}

/// A file on its way to its place. It has a name that nobody can guess, and goes unless it is kept.
#[derive(Debug)]
pub struct Part {
    file: File,
    path: PathBuf,
    place: PathBuf,
    kept: bool,
}

impl Part {
    /// Begins a file that will stand in this place.
    ///
    /// # Errors
    /// Those of the file system, and when the path names no file.
    pub fn beside(place: &Path) -> io::Result<Self> {
        let named = place.file_name().is_some();
        let folder = place.parent().filter(|_| named);
        let folder = folder.ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
        let path = folder.join(part_name()?);
        Ok(Self {
            file: create_new(&path)?,
            path,
            place: place.to_owned(),
            kept: false,
        })
    }

    /// Where it lies until it is kept, to be read back.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes what is written so far durable.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Puts it in its place. A link that lies there is replaced, not followed.
    ///
    /// # Errors
    /// Those of the file system; the file is then gone.
    pub fn keep(self) -> io::Result<Kept> {
        self.keep_with(flush_folder_of)
    }

    fn put(&mut self) -> io::Result<()> {
        fs::rename(&self.path, &self.place)?;
        self.kept = true;
        Ok(())
    }

    fn keep_with(mut self, flush: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<Kept> {
        self.file.sync_all()?;
        self.put()?;
        // From here on the file is there, so nothing may deny it.
        Ok(match flush(&self.place) {
            Ok(()) => Kept::Flushed,
            Err(_) => Kept::FolderNotFlushed,
        })
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.kept {
            // It is ours alone; if it cannot be removed either, the error that led here is the one that helps.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Tells whether a name is that of a part, such as a killed program leaves.
pub fn is_part(name: &str) -> bool {
    name.starts_with(PART_BEGINS) && name.ends_with(PART_ENDS)
}

const PART_BEGINS: &str = ".waymark-";
const PART_ENDS: &str = ".part";

/// Says nothing of what it will be, and is short enough for every file system.
fn part_name() -> io::Result<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let random = u64::from_le_bytes(random);
    Ok(format!("{PART_BEGINS}{random:016x}{PART_ENDS}"))
}

/// Makes a file that was not there, whatever lies in the way, for its owner only.
fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options
            .mode(0o600)
            .custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    options.open(path)
}

fn flush_folder_of(path: &Path) -> io::Result<()> {
    // Windows has no handle to a folder that could be flushed; NTFS journals the rename itself.
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|folder| folder != &Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let entries = fs::read_dir(dir).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_its_owners_alone_and_nothing_lies_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.pdf");
        fs::write(&path, "older and longer").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(write_whole(&path, b"new").unwrap(), Kept::Flushed);
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
        assert_eq!(names(dir.path()), ["x.pdf"]);
    }

    #[test]
    fn a_part_has_a_name_of_its_own_each_time_and_is_private_from_the_start() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("Maria Hansen.pdf");
        let parts = [Part::beside(&path).unwrap(), Part::beside(&path).unwrap()];
        assert_ne!(parts[0].path, parts[1].path);
        for part in &parts {
            assert_eq!(fs::metadata(&part.path).unwrap().mode() & 0o7777, 0o600);
            let name = part.path.file_name().unwrap().to_str().unwrap();
            assert!(is_part(name) && !name.contains("Maria"));
        }
        drop(parts);
        assert!(names(dir.path()).is_empty());
    }

    #[test]
    fn no_link_is_followed_wherever_it_was_planted() {
        let dir = tempfile::tempdir().unwrap();
        let theirs = dir.path().join("theirs");
        fs::write(&theirs, "theirs").unwrap();
        let place = dir.path().join("x.pdf");
        symlink(&theirs, &place).unwrap();
        assert_eq!(write_whole(&place, b"ours").unwrap(), Kept::Flushed);
        assert!(fs::symlink_metadata(&place).unwrap().is_file());
        assert_eq!(fs::read(&theirs).unwrap(), b"theirs");

        // Somebody who did guess the name of the part gets nothing, even with a link that leads nowhere.
        for target in [&theirs, &dir.path().join("nowhere")] {
            let guessed = dir.path().join("guessed");
            symlink(target, &guessed).unwrap();
            assert!(create_new(&guessed).is_err());
            fs::remove_file(guessed).unwrap();
        }
        assert_eq!(names(dir.path()), ["theirs", "x.pdf"]);
    }

    #[test]
    fn a_folder_that_cannot_be_flushed_is_said_and_the_file_stands() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.pdf");
        let mut part = Part::beside(&path).unwrap();
        part.write_all(b"whole").unwrap();
        let refused = |_: &Path| Err(io::Error::from(io::ErrorKind::InvalidInput));
        assert_eq!(part.keep_with(refused).unwrap(), Kept::FolderNotFlushed);
        assert_eq!(fs::read(&path).unwrap(), b"whole");
    }

    #[test]
    fn what_cannot_be_put_in_its_place_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        let taken = dir.path().join("taken");
        fs::create_dir(&taken).unwrap();
        assert!(write_whole(&taken, b"x").is_err());
        assert!(write_whole(Path::new("/"), b"x").is_err());
        assert!(write_whole(&dir.path().join("none/x"), b"x").is_err());
        assert_eq!(names(dir.path()), ["taken"]);
    }

    #[test]
    fn a_name_alone_is_a_file_where_we_are() {
        // Not written: tests share one working folder.
        assert_eq!(Path::new("x.pdf").parent(), Some(Path::new("")));
        assert!(flush_folder_of(Path::new("x.pdf")).is_ok());
    }
}
