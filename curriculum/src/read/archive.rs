//! A pack that comes as one zip file: read into memory within the limits of a folder, whatever the archive claims of itself.

use std::{
    fs::File,
    io::{Cursor, Read, Seek},
    path::Path,
};

use zip::{
    ZipArchive,
    read::{ArchiveOffset, Config, ZipFile},
};

use super::files::{LARGEST_FILE, LARGEST_PACK, MOST_FILES, PackFiles, too_large, too_much};
use crate::problem::{Problems, Report};

/// How problems name the archive itself.
const ARCHIVE: &str = "the zip file";

/// Headers of entries that are looked at: as many folders as files may be listed beside them.
const MOST_ENTRIES: usize = 2 * MOST_FILES;
/// What every entry of a zip file's list begins with.
const ENTRY: u32 = u32::from_be_bytes(*b"PK\x01\x02");

/// Reads a zip file: at most 2,000 files, 1 MiB each unpacked, 20 MiB in all. A folder around everything is taken off.
pub(crate) fn read_zip(path: &Path) -> Result<PackFiles, Problems> {
    let mut report = Report::default();
    let files = match open(path) {
        Ok(mut archive) => unpack(&mut archive, &mut report),
        Err(Refused::Whole(what)) => {
            report.add(ARCHIVE, 0, what, "Choose a zip file of a pack");
            PackFiles::new()
        }
        Err(Refused::TooMuch) => {
            too_much(&mut report);
            PackFiles::new()
        }
    };
    report.pass(without_outer_folder(files))
}

/// Why nothing in a file is unpacked.
enum Refused {
    Whole(String),
    TooMuch,
}

/// Opens a file after it was held against what costs time in any zip file: its size, the length of its list, and bytes
/// that belong to more than one entry, with which a small file holds any amount.
fn open(path: &Path) -> Result<ZipArchive<Cursor<Vec<u8>>>, Refused> {
    let unreadable = |error: std::io::Error| Refused::Whole(format!("It cannot be read ({error})"));
    let broken = |_| Refused::Whole("It is not a zip file, or damaged".to_owned());
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_PACK as u64 + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() > LARGEST_PACK {
        return Err(Refused::Whole("It is larger than 20 MiB".to_owned()));
    }
    // Counted without believing where the file says its list lies; a reader may well find another one.
    if has_more_entries(&bytes, MOST_ENTRIES) {
        return Err(Refused::TooMuch);
    }
    // Looked for at its place only: otherwise it is looked for in the whole file.
    let config = Config {
        archive_offset: ArchiveOffset::Known(0),
    };
    let mut archive = ZipArchive::with_config(config, Cursor::new(bytes)).map_err(broken)?;
    if archive.has_overlapping_entries().map_err(broken)? {
        return Err(Refused::Whole(
            "Its files lie on top of each other".to_owned(),
        ));
    }
    Ok(archive)
}

/// Tells whether bytes hold what entries begin with more often than so many times.
fn has_more_entries(bytes: &[u8], most: usize) -> bool {
    let (mut met, mut last) = (0, 0_u32);
    for &byte in bytes {
        last = (last << 8) | u32::from(byte);
        met += usize::from(last == ENTRY);
        if met > most {
            return true;
        }
    }
    false
}

fn unpack<R: Read + Seek>(archive: &mut ZipArchive<R>, report: &mut Report) -> PackFiles {
    let mut files = PackFiles::new();
    let mut total = 0;
    for index in 0..archive.len() {
        if files.len() >= MOST_FILES || total > LARGEST_PACK {
            too_much(report);
            break;
        }
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => {
                damaged("an entry", &error.to_string(), report);
                continue;
            }
        };
        if entry.is_dir() {
            continue;
        }
        if let Some((path, bytes)) = file(entry, &mut total, report)
            && files.insert(path.clone(), bytes).is_some()
        {
            report.add(
                &path,
                0,
                "The zip file holds this file twice",
                "Take one of them out",
            );
        }
    }
    files
}

/// Reads one entry; the size it claims is not asked, and what was unpacked counts also when it is refused.
fn file<R: Read>(
    mut entry: ZipFile<'_, R>,
    total: &mut usize,
    report: &mut Report,
) -> Option<(String, Vec<u8>)> {
    let path = match entry.name() {
        Ok(name) => name.into_owned(),
        Err(error) => {
            damaged("an entry", &error.to_string(), report);
            return None;
        }
    };
    if entry.is_symlink() {
        report.add(
            &path,
            0,
            "This is a link, not a file",
            "Put the file itself into the pack",
        );
        return None;
    }
    let mut bytes = Vec::new();
    let read = (&mut entry)
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes);
    *total += bytes.len();
    match read {
        Ok(_) if bytes.len() > LARGEST_FILE => too_large(&path, report),
        Ok(_) => return Some((path, bytes)),
        Err(error) => damaged(&path, &error.to_string(), report),
    }
    None
}

fn damaged(file: &str, error: &str, report: &mut Report) {
    report.add(
        file,
        0,
        format!("It cannot be unpacked ({error})"),
        "Zip the pack again",
    );
}

/// Takes off the one folder that most programs put around what they zip, and the litter some add beside it.
fn without_outer_folder(files: PackFiles) -> PackFiles {
    let files: PackFiles = files
        .into_iter()
        .filter(|(path, _)| !path.starts_with("__MACOSX/"))
        .collect();
    if files.contains_key("pack.toml") {
        return files;
    }
    let Some(outer) = files
        .keys()
        .find_map(|path| path.strip_suffix("/pack.toml"))
        .filter(|outer| !outer.contains('/'))
        .map(|outer| format!("{outer}/"))
    else {
        return files;
    };
    if !files.keys().all(|path| path.starts_with(&outer)) {
        return files;
    }
    files
        .into_iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix(&outer)?.to_owned(), bytes)))
        .collect()
}
