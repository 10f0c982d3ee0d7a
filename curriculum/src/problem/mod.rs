//! What is wrong with a pack: each problem names file, line and what to write instead.

mod hidden;
mod nearest;
mod problems;
mod report;
mod source;

pub(crate) use hidden::{HIDDEN_INSTEAD, escaped, hidden, hidden_what};
pub(crate) use nearest::{nearest, write_instead};
pub use problems::{Problem, Problems};
pub(crate) use report::Report;
pub(crate) use source::{At, Source};
