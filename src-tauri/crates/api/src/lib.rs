//! Use cases: everything a person can do with Waymark, without a window.
//!
//! The shell and the command line both stand on this crate; it never knows which of them it serves. It glues content,
//! store, note and paper together, draws nothing and opens no window; what only a window can do, [`outside`] does for it.
//!
//! - [`commands`] is the one table of what can be asked, by name, with everything that is to be known of each row.
//! - [`act`] changes the record and answers with what it touched; it knows no view.
//! - [`view`] looks at it and changes nothing.
//! - [`paper`] makes documents for printing and for the preview.
//! - `read` lies under all three: look-ups, cards, pages, copies, words.
//! - [`content`] is for authors, [`wire`] is what crosses the boundary, [`error`] what can go wrong.

pub mod act;
mod app;
pub mod commands;
pub mod content;
pub mod error;
mod file;
mod out;
pub mod outside;
pub mod paper;
mod read;
#[cfg(test)]
mod typescript;
pub mod view;
pub mod wire;

pub use app::{App, Env, FillSample, Verdict};
pub use commands::{Window, call};
pub use disk::Kept;
pub use error::{ApiError, ErrorCode, Result};
pub use out::evaluation::Shows;
pub use outside::Outside;
pub use store::{CannotWrite, Finding, FindingKind, Outcome};
