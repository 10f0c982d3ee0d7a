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
    pub page: PageShape,
    pub bookmarks: bool,
    /// Whether places to write in are marked, so that they can be made fields.
    pub fillable: bool,
    pub book: Option<Cover>,
    pub sheets: Vec<Sheet>,
}

/// A page and its margins, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct PageShape {
    pub width: f64,
    pub height: f64,
    /// Left and right.
    pub side: f64,
    pub top: f64,
    pub bottom: f64,
    /// What the side of the binding has besides.
    pub binding: f64,
}

/// One document of the job.
#[derive(Debug, Serialize)]
pub(crate) struct Sheet {
    /// Which paper it is: a handout, a note, a form, a letter, a certificate or a card.
    pub paper: &'static str,
    /// Whether space is drawn in a little, so that a nearly empty last page is not needed.
    pub tight: bool,
    pub size_pt: u8,
    pub large: bool,
    /// Whether it begins a sheet of paper, so that the back of what came before stays empty.
    pub fresh: bool,
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
