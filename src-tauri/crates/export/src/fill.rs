//! Fills documents in: a [`Document`] becomes [`Piece`]s that any writer sets, with no font, page or file format in sight.
//!
//! Whatever a paper, a browser page, a word processor file or plain text has to agree on is decided here: where an answer
//! stands, what is a table and what cards, which fields share a line, what stays whole, what a page says at its foot.
//! What only one of them knows, such as where a page ends or which letters a font has, is left to it.

mod answers;
mod book;
mod charts;
mod compose;
mod fields;
mod form;
mod furniture;
mod labels;
mod pieces;
mod tables;
mod words;

use chrono::NaiveDate;
use domain::{Document, Lang};

pub use book::{Book, BookKind, Cover, Opening, Part};
pub use form::{Blank, Takes, blanks};
pub use furniture::{Furniture, Owner, PageOf, PagePart};
pub use labels::lost;
pub use pieces::{
    Cell, Chart, Column, Composition, Fact, Field, FrameKind, Item, Line, ListKind, Mark, Piece,
    Place, Room, Row, Shape, Table, TableKind, Tick, Weight,
};
pub use words::{Run, Said};

/// How documents are to be set.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The clinic or service; may be empty.
    pub site: &'a str,
    /// Whether the print is large, so that less fits beside each other.
    pub large: bool,
    /// The day of writing, by which what was checked long ago is marked.
    pub today: NaiveDate,
}

/// Documents given out together.
#[derive(Clone, Debug, PartialEq)]
pub struct Packet {
    /// What the whole is called.
    pub title: String,
    /// The language of that title.
    pub lang: Lang,
    /// The title page and contents, when the documents are one book.
    pub cover: Option<Cover>,
    /// The documents, in order.
    pub documents: Vec<Composition>,
}

impl Packet {
    /// Composes documents, each in its own setting, and the book they make; `None` when there are none.
    pub fn compose<'s>(
        documents: &[Document],
        book: Option<&Book>,
        setting: impl Fn(usize) -> Setting<'s>,
    ) -> Option<Self> {
        let first = documents.first()?;
        let cover = book.map(|book| book::cover(book, documents, setting(0).site));
        let title = match (&cover, documents.len() - 1) {
            (Some(cover), _) => cover.title.clone(),
            (None, 0) => words::short(&first.title),
            (None, others) => labels::Labels::of(first.lang)
                .packet
                .replace("{n}", &others.to_string())
                .replace("{title}", &words::short(&first.title)),
        };
        Some(Self {
            title,
            lang: first.lang,
            cover,
            documents: documents
                .iter()
                .enumerate()
                .map(|(place, document)| compose(document, &setting(place)))
                .collect(),
        })
    }
}

/// Composes one document.
pub fn compose(document: &Document, setting: &Setting<'_>) -> Composition {
    compose::compose(document, setting)
}
