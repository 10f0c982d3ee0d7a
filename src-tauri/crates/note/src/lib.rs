//! Drafts the session note from what was recorded, and lays it out for paper.
//!
//! Pure: values in, values out. Nothing is invented here. A section that nobody recorded anything for says nothing,
//! a judgement is never drafted, and a person's words stand in quotation marks exactly as they were given. Signing,
//! sealing and keeping belong to the store; how a page looks belongs to `export`.

mod draft;
mod likeness;
mod lines;
mod paper;
mod phrases;
mod redraft;

pub use draft::{Quoted, Recorded, draft};
pub use likeness::{Earlier, likenesses};
pub use paper::{Head, Printed, additions, document, facts, sections, title};
pub use redraft::{place, redraft};
