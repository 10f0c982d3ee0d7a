//! The store on real encrypted files in temporary folders.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests"
)]

mod answers;
mod archive;
mod attacks;
mod backups;
mod catalogue;
mod choosing;
mod crashes;
mod damage;
mod drafts;
mod erasure;
mod findings;
mod fixtures;
mod groups;
mod header;
mod kit;
mod lists;
mod meetings;
mod memory;
mod plans;
mod privacy;
mod properties;
mod records;
mod seals;
mod search;
mod secrets;
mod signed;
#[cfg(target_os = "linux")]
#[path = "../../../../../tests/testkit/small_disk.rs"]
mod small_disk;
mod supporters;
mod thief;
mod undo;
mod values;

#[test]
fn no_test_file_is_forgotten() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vault");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || main.contains(&format!("mod {module};")),
            "{name} is in no module"
        );
    }
}
