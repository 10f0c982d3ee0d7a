//! A book: many documents behind one title page and one table of contents, with one count of pages.

use domain::{
    Document, Lang,
    document::{ContentSource, ReviewStatus},
};

use crate::{
    compose::review,
    ink::Ink,
    labels::Labels,
    model::{BookModel, BookPart},
};

/// What makes a book of the documents of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// The title.
    pub title: String,
    /// A line below it; empty when it needs none.
    pub subtitle: String,
    /// The language of its title page and contents.
    pub lang: Lang,
    /// Its parts, in order. Together they hold as many documents as the job.
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
    /// How many of the job's documents it holds.
    pub documents: usize,
}

/// Composes the title page, the contents and the openings of the parts.
pub(crate) fn book(
    book: &Book,
    documents: &[Document],
    site: &str,
    labels: Labels,
    ink: &mut Ink<'_>,
) -> BookModel {
    let sources: Vec<&ContentSource> = documents
        .iter()
        .filter_map(|document| document.source.as_ref())
        .collect();
    let pack = sources.first().map_or_else(String::new, |source| {
        ink.short(&format!("{} {}", source.pack, source.version))
    });
    let mut first = 0;
    let parts = book
        .parts
        .iter()
        .map(|part| {
            let from = first;
            first = (from + part.documents).min(documents.len());
            BookPart {
                eyebrow: if part.number.is_empty() {
                    String::new()
                } else {
                    labels.module.replace("{n}", &part.number)
                },
                number: ink.short(&part.number),
                title: ink.line(&part.title),
                aim: ink.line(&part.aim),
                first: from,
                after: first,
            }
        })
        .collect();
    BookModel {
        title: ink.line(&book.title),
        subtitle: ink.line(&book.subtitle),
        lang: book.lang.tag(),
        site: ink.line(site),
        foot: vec![
            vec![ink.short(&book.title)],
            vec![pack.clone(), reviewed(&sources, &labels, ink)],
        ],
        parts,
        labels,
    }
}

/// Says how far the whole book has been reviewed.
fn reviewed(sources: &[&ContentSource], labels: &Labels, ink: &mut Ink<'_>) -> String {
    let Some(first) = sources.first() else {
        return String::new();
    };
    if sources.iter().all(|source| source.review == first.review) {
        return review(first, labels, ink);
    }
    let passed = |source: &&&ContentSource| source.review != ReviewStatus::Draft;
    let passed = sources.iter().filter(passed).count();
    labels
        .reviewed_some
        .replace("{n}", &passed.to_string())
        .replace("{m}", &sources.len().to_string())
}
