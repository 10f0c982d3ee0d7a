//! Documents for the world outside: [`fill`] makes pieces of them, and each writer sets the pieces in its own format.
//!
//! Reads [`domain::Document`] and nothing else of ours; knows no font, typesetter, file or clock. Paper is set by the
//! crate `press`.

mod alike;
pub mod csv;
pub mod docx;
mod drawing;
mod figure;
pub mod fill;
pub mod html;
pub mod listing;
mod markup;
pub mod text;
