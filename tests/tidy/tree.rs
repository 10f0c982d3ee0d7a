//! Walks the repository as an author sees it: nothing built, nothing downloaded, nothing generated.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that nobody writes in by hand.
const NOT_OURS: [&str; 8] = [
    "target",
    "node_modules",
    "dist",
    ".git",
    "generated",
    "gen",
    "artefacts",
    "venv",
];

/// Returns the root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Returns every file with one of the endings, relative to the root, in order.
pub fn files(endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(root(), &mut found);
    found.retain(|path| {
        endings
            .iter()
            .any(|ending| path.extension().is_some_and(|e| e == *ending))
    });
    found.sort();
    assert!(
        !found.is_empty(),
        "no file ends in {endings:?}: is this the right folder?"
    );
    found
}

/// Reads a file that [`files`] returned.
pub fn read(path: &Path) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() && !NOT_OURS.iter().any(|skip| name == *skip) {
            walk(&entry.path(), found);
        } else if kind.is_file() {
            found.push(entry.path().strip_prefix(root()).unwrap().to_path_buf());
        }
    }
}
