//! A pack that comes as a folder on disk: read within the limits, and no link is followed.

use std::{fs, path::Path};

use super::files::{LARGEST_FILE, LARGEST_PACK, MOST_FILES, PackFiles, too_large, too_much};
use crate::problem::{Problems, Report};

/// `modules/<folder>/<lang>/<file>` is four; a folder deeper than this is no pack.
const DEEPEST: usize = 6;

/// Reads a folder into memory, within the limits, and follows no link.
pub(crate) fn read_dir(dir: &Path) -> Result<PackFiles, Problems> {
    let mut report = Report::default();
    let mut walk = Walk::default();
    walk.folder(dir, "", 0, &mut report);
    report.pass(walk.files)
}

#[derive(Default)]
struct Walk {
    files: PackFiles,
    total: usize,
    full: bool,
}

impl Walk {
    fn folder(&mut self, dir: &Path, inside: &str, depth: usize, report: &mut Report) {
        let shown = if inside.is_empty() { "." } else { inside };
        if depth > DEEPEST {
            report.add(
                shown,
                0,
                "The folder is nested too deep",
                "Take it out of the pack",
            );
            return;
        }
        let entries = match fs::read_dir(dir).and_then(Iterator::collect::<Result<Vec<_>, _>>) {
            Ok(entries) => entries,
            Err(error) => {
                report.add(
                    shown,
                    0,
                    format!("The folder cannot be read ({error})"),
                    "Choose the folder that holds pack.toml",
                );
                return;
            }
        };
        for entry in entries {
            if self.full {
                return;
            }
            let name = entry.file_name();
            let Some(name) = name.to_str() else {
                report.add(
                    shown,
                    0,
                    "The folder holds a file whose name is not text",
                    "Rename the file",
                );
                continue;
            };
            if name.starts_with('.') {
                continue;
            }
            let path = if inside.is_empty() {
                name.to_owned()
            } else {
                format!("{inside}/{name}")
            };
            // `file_type` and `symlink_metadata` look at the link itself, never at what it points to.
            match entry.path().symlink_metadata() {
                Ok(about) if about.is_dir() => {
                    self.folder(&entry.path(), &path, depth + 1, report);
                }
                Ok(about) if about.is_file() => self.file(&entry.path(), path, &about, report),
                Ok(_) => report.add(
                    &path,
                    0,
                    "This is a link or a device, not a file",
                    "Put the file itself into the pack",
                ),
                Err(error) => unreadable(&path, &error, report),
            }
        }
    }

    fn file(&mut self, on_disk: &Path, path: String, about: &fs::Metadata, report: &mut Report) {
        let size = usize::try_from(about.len()).unwrap_or(usize::MAX);
        self.total = self.total.saturating_add(size.min(LARGEST_FILE));
        if self.files.len() >= MOST_FILES || self.total > LARGEST_PACK {
            self.full = true;
            too_much(report);
        } else if size > LARGEST_FILE {
            too_large(&path, report);
        } else {
            match fs::read(on_disk) {
                Ok(bytes) => {
                    self.files.insert(path, bytes);
                }
                Err(error) => unreadable(&path, &error, report),
            }
        }
    }
}

fn unreadable(path: &str, error: &std::io::Error, report: &mut Report) {
    report.add(
        path,
        0,
        format!("The file cannot be read ({error})"),
        "Check that you may read it",
    );
}
