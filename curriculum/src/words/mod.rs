//! Reads the words of pages and guides in one language, held against the structure (FORMAT.md).

mod block;
mod fence;
mod fields;
mod guide;
mod labels;
mod page;

pub(crate) use guide::guide;
pub(crate) use page::{ANSWERS, page};
