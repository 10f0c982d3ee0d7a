//! Documents for the world outside: [`fill`] makes pieces of them, and each writer sets the pieces in its own format.
//!
//! Reads [`domain::Document`] and nothing else of ours; knows no typesetter, file or clock, and of fonts only the face of a
//! picture's words. Paper is set by the
//! crate `press`.

mod alike;
pub mod csv;
pub mod docx;
mod drawing;
pub mod face;
mod figure;
pub mod fill;
pub mod html;
pub mod listing;
mod markup;
mod picture;
pub mod text;
