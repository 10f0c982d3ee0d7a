//! Whole use cases, content to export, through the command table with no window.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod boundary;
mod input;
mod sample;
mod spine;
mod vault;
