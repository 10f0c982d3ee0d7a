//! A book: many documents behind one title page and one table of contents, with one count of pages. A packet is a small one,
//! which may go without either.

use domain::{
    Document, Lang,
    document::{ContentSource, PersonLine, ReviewStatus},
};
use serde::Serialize;

use super::{
    furniture::{Owner, PageOf, owner, pack, review},
    labels::Labels,
    words::{one_line, short},
};

/// Which book it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookKind {
    /// A workbook: a title page, contents, and parts that open on pages of their own.
    Workbook {
        /// Whether the documents of a part follow what opens it and each other on the page, as in a short edition.
        runs_on: bool,
    },
    /// A packet: documents one after another, with what was asked for before them.
    Packet {
        /// Whether it has a title page.
        title_page: bool,
        /// Whether it has a table of contents.
        contents: bool,
    },
}

/// What makes a book of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Which book.
    pub kind: BookKind,
    /// Whose it is; `None` when somebody writes that on it.
    pub person: Option<PersonLine>,
    /// The title.
    pub title: String,
    /// A line below it; empty when it needs none.
    pub subtitle: String,
    /// The language of its title page and contents.
    pub lang: Lang,
    /// Its parts, in order. Together they hold all the documents.
    pub parts: Vec<Part>,
}

/// A part of a book, such as a module: it opens on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its number; empty when it has none, as the forms at the end.
    pub number: String,
    /// The title.
    pub title: String,
    /// One line on what it is for; may be empty.
    pub aim: String,
    /// How many of the documents it holds.
    pub documents: usize,
}

/// What stands around the documents of a book. Its pages are bound, so they have more margin on the side of the binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// Whether there is a title page.
    pub title_page: bool,
    /// Whether each part opens on a page of its own, which puts its documents a level deeper.
    pub openings: bool,
    /// Whether the documents of a part follow each other on the page.
    pub runs_on: bool,
    /// What it is, such as "Workbook"; empty for a packet, whose title says it.
    pub label: String,
    /// The title.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// The language of these words.
    pub lang: Lang,
    /// Whose it is; without one, there is room to write that.
    pub owner: Option<Owner>,
    /// The words beside which it stands.
    pub belongs_to: String,
    /// The clinic or service.
    pub site: String,
    /// The title of the table of contents; empty when there is none.
    pub contents: String,
    /// The lines at the foot of its own pages.
    pub foot: Vec<Vec<String>>,
    /// How a page is numbered, through the whole book.
    pub page: PageOf,
    /// The parts.
    pub parts: Vec<Opening>,
}

/// The opening page of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Opening {
    /// What it is, such as "Module 3"; empty for a part without a number.
    pub label: String,
    /// The number.
    pub number: String,
    /// The title.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// Its first document, counted from 0.
    pub first: usize,
    /// The one after its last.
    pub after: usize,
}

/// Composes the title page, the contents and the openings of the parts.
pub(super) fn cover(book: &Book, documents: &[Document], site: &str) -> Cover {
    let labels = Labels::of(book.lang);
    let sources: Vec<&ContentSource> = documents
        .iter()
        .filter_map(|document| document.source.as_ref())
        .collect();
    let mut first = 0;
    let parts = book.parts.iter().map(|part| {
        let from = first;
        first = (from + part.documents).min(documents.len());
        Opening {
            label: if part.number.is_empty() {
                String::new()
            } else {
                labels.module.replace("{n}", &short(&part.number))
            },
            number: short(&part.number),
            title: one_line(&part.title),
            aim: one_line(&part.aim),
            first: from,
            after: first,
        }
    });
    let (label, belongs_to, title_page, contents) = match book.kind {
        BookKind::Workbook { runs_on: _ } => {
            (labels.workbook.as_str(), &labels.belongs_to, true, true)
        }
        BookKind::Packet {
            title_page,
            contents,
        } => ("", &labels.pages_belong_to, title_page, contents),
    };
    Cover {
        title_page,
        openings: matches!(book.kind, BookKind::Workbook { .. }),
        runs_on: book.kind == BookKind::Workbook { runs_on: true },
        label: label.to_owned(),
        title: one_line(&book.title),
        subtitle: one_line(&book.subtitle),
        lang: book.lang,
        owner: book.person.as_ref().map(|person| owner(person, labels)),
        belongs_to: belongs_to.clone(),
        site: one_line(site),
        contents: if contents {
            labels.contents.clone()
        } else {
            String::new()
        },
        foot: vec![
            vec![short(&book.title)],
            vec![
                sources.first().copied().map_or_else(String::new, pack),
                reviewed(&sources, labels),
            ],
        ],
        page: PageOf(labels.page.clone()),
        parts: parts.collect(),
    }
}

/// Says how far the whole book has been reviewed.
fn reviewed(sources: &[&ContentSource], labels: &Labels) -> String {
    let Some(first) = sources.first() else {
        return String::new();
    };
    if sources.iter().all(|source| source.review == first.review) {
        return review(first, labels);
    }
    let passed = |source: &&&ContentSource| source.review != ReviewStatus::Draft;
    let passed = sources.iter().filter(passed).count();
    labels
        .reviewed_some
        .replace("{n}", &passed.to_string())
        .replace("{m}", &sources.len().to_string())
}
