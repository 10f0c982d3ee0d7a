//! Paper: lays out documents with typst and gives them out as PDF, or as pages to look at before printing.
//!
//! The only crate that knows typst. It reads [`domain::Document`] and nothing else of ours; it opens no file, knows no
//! clock, and never fails a job because of what somebody wrote.
//!
//! ```text
//! Document ─ compose, fields, answers, ink ─▶ model ─ JSON values ─▶ templates/*.typ ─ typst ─▶ PDF, SVG
//! ```

mod answers;
mod book;
mod compose;
mod fields;
mod ink;
mod labels;
mod model;
mod press;
mod world;

pub use book::{Book, Part};
pub use press::{Page, Pages, Press, PressError, PrintJob, Standard};

/// The eight muted identity colours, by [`domain::document::PersonLine::colour`]; the screen uses the same ones.
///
/// Each has at least 4.5:1 against white, and none carries meaning alone: the name always stands beside it.
pub const IDENTITY_COLOURS: [&str; 8] = [
    "#4A6A8A", "#5C6E3E", "#7A5478", "#85611F", "#96543F", "#2F7377", "#5A5C96", "#6B655C",
];
