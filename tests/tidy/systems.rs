//! What differs between Linux, macOS and Windows: each thing in one file, beside what stands in for it elsewhere.

use std::collections::BTreeSet;

use crate::tree::{files, read};

/// The files that ask which system they are built for, and what for (RELEASING.md says what has been tried where).
const DIFFER: [(&str, &str); 17] = [
    ("src-tauri/build.rs", "how the linker packs relocations"),
    ("src-tauri/src/clipboard.rs", "whose the clipboard is"),
    ("src-tauri/src/dialogs.rs", "the file dialogs"),
    (
        "src-tauri/src/hardening.rs",
        "core dumps, and what GTK and WebKit read from the environment",
    ),
    ("src-tauri/src/idle.rs", "how long the computer has slept"),
    (
        "src-tauri/src/main.rs",
        "which modules there are, one window for one data folder, monitors",
    ),
    ("src-tauri/src/print.rs", "the print dialog of the desktop"),
    ("src-tauri/src/windows.rs", "the web view behind a window"),
    ("src-tauri/crates/cli/src/lib.rs", "core dumps"),
    (
        "src-tauri/crates/disk/src/lib.rs",
        "whose a new file is, and flushing a folder",
    ),
    (
        "src-tauri/crates/store/src/engine/connect.rs",
        "the name of SQLite's files without locks",
    ),
    (
        "src-tauri/crates/store/src/engine/files.rs",
        "whose a new file is, and flushing a folder",
    ),
    (
        "src-tauri/crates/store/src/error.rs",
        "the numbers of the system's errors",
    ),
    (
        "src-tauri/examples/bare.rs",
        "a bare window to measure against",
    ),
    // Their tests need links, or a disk that is full.
    ("src-tauri/crates/cli/tests/words/main.rs", "tests"),
    ("tests/flows/main.rs", "tests"),
    ("tests/proof/src/rows/visitors.rs", "links out of a pack"),
];

/// Whether a line asks which system this is, outside of a test.
fn asks(line: &str) -> bool {
    let line = line.trim();
    if line.contains(concat!("CARGO_CFG_", "TARGET_OS")) {
        return true;
    }
    let asks = ["#[cfg(", "#![cfg(", "cfg!(", "#[cfg_attr("]
        .iter()
        .any(|start| line.contains(start));
    asks && !line.contains("(test,")
        && ["target_os", "unix", "windows)"]
            .iter()
            .any(|system| line.contains(system))
}

#[test]
fn what_differs_between_systems_stands_in_one_place_each() {
    let known: BTreeSet<_> = DIFFER.iter().map(|(file, _)| (*file).to_owned()).collect();
    let mut found = BTreeSet::new();
    for path in files(&["rs"]) {
        let name = path.to_str().unwrap().replace('\\', "/");
        // Tests of one crate may be of one system; the program may not be so by accident.
        let is_test = ["/tests/", "tests/tidy"]
            .iter()
            .any(|part| name.contains(part));
        if known.contains(&name) || !is_test {
            let text = read(&path);
            let ours = text.split("mod tests {").next().unwrap_or_default();
            if ours.lines().any(asks) {
                found.insert(name);
            }
        }
    }
    assert_eq!(
        found, known,
        "say in tests/tidy/systems.rs what differs, or put it where it already does"
    );
}
