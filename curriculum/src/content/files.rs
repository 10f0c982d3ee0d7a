//! The files of a pack, before anything in them is believed: paths and sizes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    ops::Bound,
    path::Path,
};

use super::text;
use crate::{
    Problems,
    problem::{Report, Source},
};

/// The files of a pack: path relative to the pack, with `/` between folders, and content.
pub type PackFiles = BTreeMap<String, Vec<u8>>;

pub(super) const MOST_FILES: usize = 2_000;
pub(super) const LARGEST_FILE: usize = 1024 * 1024;
pub(super) const LARGEST_PACK: usize = 20 * 1024 * 1024;
const LONGEST_PATH: usize = 200;
/// `modules/<folder>/<lang>/<file>` is four; a folder deeper than this is no pack.
const DEEPEST: usize = 6;

/// Files that may lie beside pack.toml and are not read.
const FOR_READERS: [&str; 4] = ["README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"];

/// Hands out the files of a pack one by one and remembers which nobody asked for.
pub(crate) struct Shelf<'f> {
    files: BTreeMap<&'f str, &'f [u8]>,
    /// Files that are there but were reported and are not to be read.
    refused: BTreeSet<&'f str>,
    asked_for: BTreeSet<String>,
}

impl<'f> Shelf<'f> {
    /// Takes in the files whose path and size are sound; reports the others.
    pub(crate) fn new(files: &'f PackFiles, report: &mut Report) -> Self {
        let mut kept = BTreeMap::new();
        let mut refused = BTreeSet::new();
        let mut total = 0_usize;
        for (path, bytes) in files {
            total = total.saturating_add(bytes.len().min(LARGEST_FILE));
            if let Some(what) = path_fault(path) {
                report.add(
                    path,
                    0,
                    what,
                    "Use a path inside the pack, such as modules/01-first/en/guide.md",
                );
            } else if bytes.len() > LARGEST_FILE {
                too_large(path, report);
                refused.insert(path.as_str());
            } else {
                kept.insert(path.as_str(), bytes.as_slice());
            }
        }
        if files.len() > MOST_FILES || total > LARGEST_PACK {
            too_much(report);
            refused.extend(files.keys().map(String::as_str));
            kept.clear();
        }
        Self {
            files: kept,
            refused,
            asked_for: BTreeSet::new(),
        }
    }

    /// Returns the paths under a folder, given with its final `/`.
    pub(crate) fn under(&self, folder: &str) -> Vec<&'f str> {
        self.files
            .range::<str, _>((Bound::Included(folder), Bound::Unbounded))
            .map(|(path, _)| *path)
            .take_while(|path| path.starts_with(folder))
            .filter(|path| !is_ignored(path))
            .collect()
    }

    /// Tells whether a file is there, readable or not.
    pub(crate) fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.refused.contains(path)
    }

    /// Reads a file as text. `None` when it is missing or no text; both are reported, a missing file with the remedy.
    pub(crate) fn read(&mut self, path: &str, remedy: &str, report: &mut Report) -> Option<String> {
        self.asked_for.insert(path.to_owned());
        match self.files.get(path) {
            Some(bytes) => text::decode(path, bytes, report),
            None if self.refused.contains(path) => None,
            None => {
                report.add(path, 0, "The file is missing", remedy);
                None
            }
        }
    }

    /// Passes over all files under a folder, because what would explain them could not be read.
    pub(crate) fn pass_over(&mut self, folder: &str) {
        for path in self.under(folder) {
            self.asked_for.insert(path.to_owned());
        }
    }

    /// Reports the files that no other file leads to.
    pub(crate) fn report_unlisted(&self, explain: impl Fn(&str) -> String, report: &mut Report) {
        for path in self.files.keys() {
            if !self.asked_for.contains(*path) && !is_ignored(path) {
                report.add(path, 0, "The file is not part of the pack", explain(path));
            }
        }
    }
}

fn is_ignored(path: &str) -> bool {
    // Hidden files are litter of the system or of version control, such as .DS_Store.
    FOR_READERS.contains(&path) || path.split('/').any(|part| part.starts_with('.'))
}

pub(super) fn too_large(path: &str, report: &mut Report) {
    report.add(
        path,
        0,
        "The file is larger than 1 MiB",
        "Split it, or take it out of the pack",
    );
}

pub(super) fn too_much(report: &mut Report) {
    report.add(
        "pack.toml",
        0,
        "The pack holds more than 2,000 files or 20 MiB",
        "Choose the folder that holds pack.toml, and only content in it",
    );
}

fn path_fault(path: &str) -> Option<&'static str> {
    if path.starts_with('/') {
        Some("The path starts at the root of the disk")
    } else if path.contains('\\') {
        Some("The path holds a backslash")
    } else if path.contains(':') {
        Some("The path names a drive")
    } else if path.len() > LONGEST_PATH {
        Some("The path is longer than 200 characters")
    } else if path.chars().any(text::hidden) {
        Some("The path holds a character that cannot be seen")
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("The path leads out of the pack")
    } else {
        None
    }
}

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

/// The front matter of a Markdown file and what follows it.
pub(crate) struct Parted<'a> {
    /// Between the `+++` lines.
    pub front: Source<'a>,
    /// After them.
    pub body: Source<'a>,
}

/// Parts a Markdown file at its `+++` lines.
pub(crate) fn part<'a>(file: &'a str, text: &'a str, report: &mut Report) -> Option<Parted<'a>> {
    const INSTEAD: &str =
        "Start the file with a line +++, then title = \"…\", then another line +++";
    let mut offset = 0;
    let mut front_start = None;
    for (number, line) in (1_u32..).zip(text.split_inclusive('\n')) {
        let is_fence = line.trim_end() == "+++";
        offset += line.len();
        match front_start {
            None if is_fence => front_start = Some(offset),
            None => {
                report.add(
                    file,
                    1,
                    "The file does not start with front matter",
                    INSTEAD,
                );
                return None;
            }
            Some(start) if is_fence => {
                let front = text.get(start..offset - line.len()).unwrap_or_default();
                let body = text.get(offset..).unwrap_or_default();
                return Some(Parted {
                    front: Source::new(file, front, 2),
                    body: Source::new(file, body, number + 1),
                });
            }
            Some(_) => {}
        }
    }
    let what = match front_start {
        None => "The file is empty",
        Some(_) => "The front matter has no end",
    };
    report.add(file, 1, what, INSTEAD);
    None
}
