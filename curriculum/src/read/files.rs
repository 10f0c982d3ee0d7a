//! The files of a pack, before anything in them is believed: paths and sizes.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Bound,
};

use super::text::decode;
use crate::problem::{Report, hidden};

/// The files of a pack: path relative to the pack, with `/` between folders, and content.
pub type PackFiles = BTreeMap<String, Vec<u8>>;

pub(crate) const MOST_FILES: usize = 2_000;
pub(crate) const LARGEST_FILE: usize = 1024 * 1024;
pub(crate) const LARGEST_PACK: usize = 20 * 1024 * 1024;
const LONGEST_PATH: usize = 200;

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
            Some(bytes) => decode(path, bytes, report),
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

pub(crate) fn too_large(path: &str, report: &mut Report) {
    report.add(
        path,
        0,
        "The file is larger than 1 MiB",
        "Split it, or take it out of the pack",
    );
}

pub(crate) fn too_much(report: &mut Report) {
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
    } else if path.chars().any(hidden) {
        Some("The path holds a character that cannot be seen")
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        Some("The path leads out of the pack")
    } else {
        None
    }
}
