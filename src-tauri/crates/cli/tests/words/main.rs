//! The contract of the command line, on the built program.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod author;
mod desk;
mod exports;
mod failures;
mod no_vault;
mod packs;
mod people;
#[cfg(target_os = "linux")]
#[path = "../../../../../tests/testkit/small_disk.rs"]
mod small_disk;
mod vault;
