//! Paper: sets the pieces of documents with typst, and gives them out as PDF or as pages to look at before printing.
//!
//! The only crate that knows typst or a font. What stands on a page is decided in [`export::fill`]; where it stands, and
//! what its letters are, is decided here. It opens no file, knows no clock, and never fails a job because of what
//! somebody wrote.
//!
//! ```text
//! Document ─ export::fill ─▶ pieces ─ ink ─▶ job.json ─ templates/*.typ, typst ─▶ PDF, SVG
//! ```

mod booklet;
mod fillable;
mod ink;
mod inked;
mod job;
mod pdf;
mod press;
mod world;

pub use fillable::{Filled, LARGEST_FORM, ReadError, read};
pub use press::{
    Alone, BeingSet, Each, Page, Pages, Press, PressError, PrintJob, Standard, forget,
};
