//! Writes what the page shares with the core into `ui/src/ipc/generated`: types, the facts of every command, the rules.
//!
//! The files are committed. The test below compares them; run it with `WAYMARK_WRITE_TYPES=1` to bring them up to date.

mod facts;
mod rules;
mod types;

/// Returns every generated file: its name and its text.
pub(crate) fn files() -> [(&'static str, String); 3] {
    [
        ("types.ts", types::types()),
        ("commands.ts", facts::commands()),
        ("rules.ts", rules::rules()),
    ]
    .map(|(name, text)| (name, format!("{HEAD}\n{text}")))
}

const HEAD: &str = "// Written by crates/api (src/typescript.rs). Do not edit: run the test there with WAYMARK_WRITE_TYPES=1.\n";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::{fs, path::Path};

    #[test]
    fn the_generated_files_are_up_to_date() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/generated");
        for (name, fresh) in super::files() {
            let path = dir.join(name);
            if std::env::var_os("WAYMARK_WRITE_TYPES").is_some() {
                fs::create_dir_all(&dir).unwrap();
                fs::write(&path, &fresh).unwrap();
            }
            let committed = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                committed == fresh,
                "ui/src/ipc/generated/{name} is out of date: run this test with WAYMARK_WRITE_TYPES=1"
            );
        }
    }
}
