//! The contract of the command line, on the built program.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod desk;
mod failures;
mod no_vault;
mod vault;
