//! What the templates are given: the pieces, and what only paper needs to know.
//!
//! These types and those of [`export::fill`] are the whole contract with `templates/*.typ`, which hold layout and no
//! decisions about data.

use domain::{Lang, document::DocumentKind};
use export::fill::{Composition, Cover};
use serde::Serialize;

/// One print job.
#[derive(Debug, Serialize)]
pub(crate) struct Job {
    pub title: String,
    pub lang: Lang,
    pub width_mm: f64,
    pub height_mm: f64,
    pub size_pt: u8,
    pub large: bool,
    pub bookmarks: bool,
    pub book: Option<Cover>,
    pub sheets: Vec<Sheet>,
}

/// One document of the job.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// Which paper it is: a handout, a note, a form, a letter, a certificate or a card.
    pub paper: &'static str,
    /// Whether space is drawn in a little, so that a nearly empty last page is not needed.
    pub tight: bool,
    /// Says how many characters could not be printed; empty when all were.
    pub lost: String,
    pub document: Composition,
}

/// Names the layout for a kind of document.
pub(crate) const fn paper(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Handout | DocumentKind::Guide | DocumentKind::Sheet => "handout",
        DocumentKind::DraftNote | DocumentKind::SignedNote => "note",
        DocumentKind::Form => "form",
        DocumentKind::Letter => "letter",
        DocumentKind::Certificate => "certificate",
        DocumentKind::Card => "card",
    }
}
