//! One idea per file, and no file that nobody reads.

use std::path::{Path, PathBuf};

use crate::tree::{files, read, root};

/// A file this long is no longer one idea.
const LONGEST: usize = 700;

#[test]
fn no_file_grows_beyond_one_idea() {
    let code = files(&["rs", "ts", "svelte", "typ", "css", "sql"]);
    let long: Vec<_> = code
        .iter()
        .map(|path| (read(path).lines().count(), path.display().to_string()))
        .filter(|(lines, _)| *lines > LONGEST)
        .collect();
    assert!(
        long.is_empty(),
        "longer than {LONGEST} lines; part them: {long:?}"
    );
}

#[test]
fn every_rust_file_says_what_it_owns() {
    for path in files(&["rs"]) {
        let text = read(&path);
        let first = text.lines().find(|line| !line.starts_with("#!["));
        assert!(
            first.is_some_and(|line| line.starts_with("//! ")),
            "{} does not begin with `//! …`",
            path.display()
        );
    }
}

/// The file in which a module has to be declared, for a Rust file that is a module.
fn parent_of(path: &Path) -> Option<PathBuf> {
    let dir = path.parent()?;
    let stem = path.file_stem()?;
    let is_root = |dir: &Path, name: &str| root().join(dir).join(name).is_file();
    // A folder's own file is declared one folder up.
    let (dir, stem) = if stem == "mod" {
        (dir.parent()?, dir.file_name()?)
    } else {
        (dir, stem)
    };
    let crate_root = ["lib.rs", "main.rs"]
        .into_iter()
        .find(|name| is_root(dir, name));
    if stem == "lib" || stem == "main" || stem == "build" {
        return None;
    }
    if let Some(name) = crate_root {
        return Some(dir.join(name));
    }
    if is_root(dir, "mod.rs") {
        return Some(dir.join("mod.rs"));
    }
    let beside = dir.with_extension("rs");
    root().join(&beside).is_file().then_some(beside)
}

#[test]
fn no_rust_file_is_forgotten() {
    for path in files(&["rs"]) {
        let Some(parent) = parent_of(&path) else {
            continue;
        };
        let stem = if path.ends_with("mod.rs") {
            path.parent().unwrap().file_name()
        } else {
            path.file_stem()
        };
        let name = stem.unwrap().to_str().unwrap();
        let declared = read(&parent).lines().any(|line| {
            let line = line.trim();
            let line = line
                .strip_prefix("pub ")
                .or(line.strip_prefix("pub(crate) "))
                .unwrap_or(line);
            line == format!("mod {name};")
        });
        assert!(
            declared,
            "{} is not declared in {}, so it is never compiled",
            path.display(),
            parent.display()
        );
    }
}

#[test]
fn no_test_is_skipped_or_left_for_later() {
    // Parted, so that this file does not find itself.
    let forbidden = [
        concat!("#[ign", "ore"),
        concat!("todo", "!("),
        concat!("unimpl", "emented!("),
        concat!("FIX", "ME"),
    ];
    for path in files(&["rs", "ts", "svelte"]) {
        let text = read(&path);
        for words in forbidden {
            assert!(!text.contains(words), "{} holds {words}", path.display());
        }
        let script = path.extension().is_some_and(|ending| ending == "ts");
        for call in ["it", "test", "describe"]
            .iter()
            .flat_map(|call| [format!("{call}.skip("), format!("{call}.only(")])
        {
            assert!(
                !(script && text.contains(&call)),
                "{} holds {call}",
                path.display()
            );
        }
    }
}
