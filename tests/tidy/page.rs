//! The page meets the rest of the program in one folder, and nobody's words become markup.

use crate::tree::{files, read};

fn page_files() -> Vec<std::path::PathBuf> {
    let mut found = files(&["ts", "svelte"]);
    found.retain(|path| path.starts_with("ui/src"));
    assert!(!found.is_empty(), "there is no page in ui/src");
    found
}

#[test]
fn only_ipc_knows_tauri() {
    for path in page_files()
        .iter()
        .filter(|path| !path.starts_with("ui/src/ipc"))
    {
        assert!(
            !read(path).contains("@tauri-apps/"),
            "{} imports Tauri; go through ui/src/ipc",
            path.display()
        );
    }
}

#[test]
fn components_know_neither_core_nor_screens() {
    for path in page_files()
        .iter()
        .filter(|path| path.starts_with("ui/src/components"))
    {
        // Types are fine: they are erased, and the document renderer is made of them.
        let text = read(path);
        let imports = text
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("import ") && !line.starts_with("import type"));
        for line in imports {
            let crosses = line.contains("/screens/") || line.contains("/ipc/");
            assert!(
                !crosses,
                "{}: `{line}`; a component takes props and calls back",
                path.display()
            );
        }
    }
}

#[test]
fn no_field_is_the_browsers_own_day_time_or_number() {
    for path in page_files() {
        let text = read(&path);
        for kind in ["date", "datetime-local", "time", "month", "week", "number"] {
            let found = ["\"", "'"].map(|quote| format!("type={quote}{kind}{quote}"));
            assert!(
                found.iter().all(|native| !text.contains(native)),
                "{} has a native {kind} field, which swallows digits in WebKitGTK; take DateField, DayLine or NumberLine",
                path.display()
            );
        }
    }
}

#[test]
fn no_words_become_markup() {
    for path in page_files() {
        let text = read(&path);
        for way in [
            "{@html",
            ".innerHTML",
            ".outerHTML",
            "insertAdjacentHTML",
            "document.write",
        ] {
            assert!(!text.contains(way), "{} uses {way}", path.display());
        }
    }
}
