//! Tables of the note: what was recorded, and the text that comes of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

mod case;
mod drafts;
mod formats;
mod likenesses;
mod papers;
mod redrafts;
