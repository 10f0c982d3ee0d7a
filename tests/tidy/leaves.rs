//! Files are made in one place, `crates/disk`: private, whole or not at all, never through a link.

use crate::tree::{files, read};

/// What makes a file or writes into one. Parted, so that this file does not find itself.
const MAKERS: [&str; 9] = [
    concat!("fs::wr", "ite("),
    concat!("fs::co", "py("),
    concat!("fs::hard", "_link("),
    concat!("File::cre", "ate"),
    concat!("File::opt", "ions("),
    concat!("Open", "Options"),
    concat!("io::co", "py("),
    concat!("Named", "TempFile"),
    concat!("std::fs::", "*"),
];

/// The vault's own files, inside its private folder, and what only developers run.
const ELSEWHERE: [(&str, &[&str]); 5] = [
    // Made empty and private for SQLCipher.
    (
        "src-tauri/crates/store/src/engine/connect.rs",
        &[concat!("Open", "Options")],
    ),
    // The key header and the lock.
    (
        "src-tauri/crates/store/src/engine/files.rs",
        &[concat!("Open", "Options")],
    ),
    // The head of the audit chain.
    (
        "src-tauri/crates/store/src/engine/head.rs",
        &[concat!("Open", "Options")],
    ),
    // From the database into a part of `disk`, and back.
    (
        "src-tauri/crates/store/src/engine/backup.rs",
        &[concat!("io::co", "py(")],
    ),
    // The home of all others.
    (
        "src-tauri/crates/disk/src/lib.rs",
        &[concat!("Open", "Options")],
    ),
];

/// Tests, examples, the bench and build scripts write what they like: nobody's words are in it.
fn is_shipped(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    !parts.iter().any(|part| matches!(*part, "tests" | "examples" | "build.rs"))
        && !path.ends_with("/tests.rs")
        // What makes packages.
        && !path.starts_with("packaging/")
        // Compiled into the tests of their crates alone.
        && path != "src-tauri/crates/api/src/typescript.rs"
        && path != "src-tauri/crates/cli/src/pages.rs"
}

/// Returns every line of shipped code that makes a file where none may be made.
fn found(path: &str, text: &str) -> Vec<String> {
    let allowed = ELSEWHERE.iter().find(|(place, _)| *place == path);
    let allowed = allowed.map_or(&[][..], |(_, makers)| makers);
    let code = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .and_then(|code| code.split("#[cfg(all(test").next())
        .unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    lines
        .filter(|line| {
            MAKERS
                .iter()
                .any(|maker| line.contains(maker) && !allowed.contains(maker))
        })
        .map(|line| format!("{path}: {}", line.trim()))
        .collect()
}

#[test]
fn files_are_made_in_one_place() {
    let mut elsewhere = Vec::new();
    for path in files(&["rs"]) {
        let name = path.to_str().unwrap();
        if is_shipped(name) {
            elsewhere.extend(found(name, &read(&path)));
        }
    }
    assert!(
        elsewhere.is_empty(),
        "a file that leaves is written by `disk::write_whole` or `disk::Part`: {elsewhere:#?}"
    );
}

#[test]
fn another_way_to_make_a_file_is_found() {
    for maker in MAKERS {
        let line = format!("    let file = {maker}path);");
        assert_eq!(found("src-tauri/src/print.rs", &line).len(), 1, "{maker}");
    }
    let in_a_test = format!(
        "fn x() {{}}\n#[cfg(test)]\nmod tests {{\n {}\n}}",
        MAKERS[0]
    );
    assert!(found("src-tauri/src/print.rs", &in_a_test).is_empty());
    for (place, _) in ELSEWHERE {
        assert_eq!(found(place, MAKERS[0]).len(), 1, "{place}");
    }
}
