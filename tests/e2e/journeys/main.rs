//! Journeys through the built window, each on a stage of its own.
//!
//! Run with `cargo test -p e2e`; pictures go to `target/artefacts` (or `WAYMARK_ARTEFACTS`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod back;
mod cast;
mod days;
mod desk;
mod every_screen;
mod exports;
mod fields;
mod gate;
mod groups;
mod keyboard;
mod mirror;
mod needs;
mod packs;
mod passphrase;
mod plans;
mod reading;
mod resume;
mod sizes;
#[path = "../../testkit/small_disk.rs"]
mod small_disk;
mod spine;
mod spoken;
mod start;
mod turned;
mod unread;
mod words;

/// A file that nobody lists here would never run.
#[test]
fn no_journey_is_forgotten() {
    let listed = include_str!("main.rs");
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/journeys")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || listed.contains(&format!("mod {module};")),
            "{name} is not listed"
        );
    }
}
