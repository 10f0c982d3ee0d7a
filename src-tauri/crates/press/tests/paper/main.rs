//! Paper as other programs read it: pdftotext, pdfinfo, qpdf, and PDFBox Preflight.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    unused_imports,
    reason = "tests, some of whose examples only those of the crate `export` use"
)]

mod book;
mod booklet;
#[path = "../../../export/tests/pieces/examples/mod.rs"]
mod examples;
mod fillable;
mod forms;
mod pages;
mod readers;
mod standards;
mod strange;
mod words;
#[path = "../../../export/tests/pieces/writer.rs"]
mod writer;
