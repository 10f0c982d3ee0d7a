//! A pack that comes as one zip file: read into memory within the limits of a folder, whatever the archive claims of itself.

use std::{
    fs::File,
    io::{BufReader, Read, Seek},
    path::Path,
};

use zip::{ZipArchive, read::ZipFile};

use super::files::{LARGEST_FILE, LARGEST_PACK, MOST_FILES, PackFiles, too_large, too_much};
use crate::problem::{Problems, Report};

/// How problems name the archive itself.
const ARCHIVE: &str = "the zip file";

/// Reads a zip file: at most 2,000 files, 1 MiB each unpacked, 20 MiB in all. A folder around everything is taken off.
pub(crate) fn read_zip(path: &Path) -> Result<PackFiles, Problems> {
    let mut report = Report::default();
    let files = match open(path) {
        Ok(mut archive) => unpack(&mut archive, &mut report),
        Err(what) => {
            report.add(ARCHIVE, 0, what, "Choose a zip file of a pack");
            PackFiles::new()
        }
    };
    report.pass(without_outer_folder(files))
}

fn open(path: &Path) -> Result<ZipArchive<BufReader<File>>, String> {
    let unreadable = |error: std::io::Error| format!("It cannot be read ({error})");
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > LARGEST_PACK as u64 {
        return Err("It is larger than 20 MiB".to_owned());
    }
    ZipArchive::new(BufReader::new(file)).map_err(|_| "It is not a zip file, or damaged".to_owned())
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
        if let Some((path, bytes)) = file(entry, report) {
            total += bytes.len();
            if files.insert(path.clone(), bytes).is_some() {
                report.add(
                    &path,
                    0,
                    "The zip file holds this file twice",
                    "Take one of them out",
                );
            }
        }
    }
    files
}

/// Reads one entry; the size it claims is not asked.
fn file<R: Read>(mut entry: ZipFile<'_, R>, report: &mut Report) -> Option<(String, Vec<u8>)> {
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
    match (&mut entry)
        .take(LARGEST_FILE as u64 + 1)
        .read_to_end(&mut bytes)
    {
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
