//! Paper as other programs read it: pdftotext, pdfinfo, qpdf, and PDFBox Preflight.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests"
)]

mod book;
mod examples;
mod forms;
mod pages;
mod readers;
mod standards;
mod strange;
