//! The frame of a document that the program makes itself, from the record or the settings and not from content.

use domain::{
    Document, Lang,
    document::{Block, DocumentKind, Inline},
    person::Person,
};

use crate::{app::App, read::pages};

/// What stands at the head.
pub(super) struct Head<'a> {
    /// The language.
    pub lang: Lang,
    /// The title.
    pub title: &'a str,
    /// What it is for.
    pub purpose: &'a str,
    /// Whose it is; `None` for nobody's.
    pub person: Option<&'a Person>,
}

/// Puts blocks under their head, dated today.
pub(super) fn document(app: &App, head: &Head<'_>, blocks: Vec<Block>) -> Document {
    Document {
        kind: DocumentKind::Sheet,
        title: head.title.to_owned(),
        purpose: head.purpose.to_owned(),
        lang: head.lang,
        person: head.person.map(pages::person_line),
        date: app.now().day(),
        source: None,
        topic: None,
        sheet: None,
        weighed: None,
        blocks,
        answers: Vec::new(),
    }
}

/// A heading of the first rank under the title.
pub(super) fn heading(text: &str) -> Block {
    Block::Heading {
        level: 2,
        text: text.to_owned(),
    }
}

/// A paragraph without emphasis.
pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph {
        words: vec![Inline::Plain(text.to_owned())],
    }
}

/// Words in quotation marks, with where they come from; may be empty.
pub(super) fn quotation(words: String, source: String) -> Block {
    Block::Quotation { words, source }
}
