//! The contract of the command line, on the built program.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod author;
mod desk;
mod failures;
mod no_vault;
mod packs;
mod vault;
