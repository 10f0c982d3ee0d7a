//! What becomes of documents: the rules that hold for every writer, and a writer of plain text that lives by them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

mod charts;
mod examples;
mod formats;
mod readers;
mod rules;
mod text;
mod worksheets;
mod writer;

use domain::{Document, Lang, document::Block};
use export::fill::{Composition, Piece, Setting, compose};

/// Composes a document for normal print.
fn composed(document: &Document) -> Composition {
    compose(document, &setting(false))
}

fn setting(large: bool) -> Setting<'static> {
    Setting {
        site: "Riverside Community Service",
        large,
        today: examples::day(),
    }
}

/// The pieces that a handout of these blocks becomes.
fn pieces(blocks: Vec<Block>) -> Vec<Piece> {
    composed(&Document {
        blocks,
        ..examples::handout(Lang::En)
    })
    .pieces
}
