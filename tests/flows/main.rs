//! Whole use cases, content to export, through the command table with no window.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod boundary;
mod changes;
mod course;
mod forms;
mod input;
mod packs;
mod sample;
mod services;
mod spine;
mod vault;
