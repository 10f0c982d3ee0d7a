//! Use cases: everything a person can do with Waymark, without a window.
//!
//! The shell and the command line both stand on this crate; it never knows which of them it serves. It owns the
//! command table, the wire types and the error codes, and glues content, store, note and export together. It draws
//! nothing, opens no window and asks nobody.

mod app;
mod change;
pub mod commands;
pub mod content;
mod course;
mod earlier;
pub mod error;
pub mod file;
pub mod forms;
pub mod help;
pub mod notes;
pub mod packs;
pub mod paper;
pub mod people;
pub mod sample;
mod services;
pub mod sessions;
pub mod sheets;
pub mod turned;
#[cfg(test)]
mod typescript;
pub mod vault;
pub mod wire;

pub use app::{App, Env};
pub use commands::{Window, call};
pub use error::{ApiError, ErrorCode, Result};
