//! What stands around the content of each page: whose it is, which text it is and how far reviewed, and the page's number.

use domain::{
    Document,
    document::{Block, ContentSource, DocumentKind, PersonLine, ReviewStatus},
};
use serde::Serialize;

use super::{labels::Labels, words::short};

/// The eight muted identity colours, by [`PersonLine::colour`]; the screen uses the same ones.
///
/// Each has at least 4.5:1 against white, and none carries meaning alone: the name always stands beside it.
const IDENTITY_COLOURS: [&str; 8] = [
    "#4A6A8A", "#5C6E3E", "#7A5478", "#85611F", "#96543F", "#2F7377", "#5A5C96", "#6B655C",
];

/// The head and the foot of each page of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Furniture {
    /// The clinic or service; empty when there is none. At the head.
    pub site: String,
    /// Whose page it is. At the head, with the colour, and at the foot.
    pub owner: Option<Owner>,
    /// Says that a note is not signed. At the head and at the foot; empty when it does not apply.
    pub draft: String,
    /// The word for a name, where a blank form asks whose it is. At the head of the first page; empty when it does not.
    pub asks_name: String,
    /// The lines of the foot, each of bits that a writer parts in its own way.
    pub foot: Vec<Vec<String>>,
    /// How a page is numbered.
    pub page: PageOf,
}

/// Whose a page is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owner {
    /// The name.
    pub name: String,
    /// The record number, in words; empty when there is none.
    pub record: String,
    /// The identity colour, as `#RRGGBB`.
    pub colour: &'static str,
}

/// How a page is numbered, such as "page {n} of {m}".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PageOf(pub(super) String);

impl PageOf {
    /// Says which page of how many.
    pub fn say(&self, page: usize, of: usize) -> String {
        self.0
            .replace("{n}", &page.to_string())
            .replace("{m}", &of.to_string())
    }
}

/// A part of how a page is numbered, for a writer whose reader counts the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePart<'a> {
    /// Words.
    Words(&'a str),
    /// Which page it is.
    Number,
    /// How many there are.
    Count,
}

impl PageOf {
    /// Takes the wording apart.
    pub fn parts(&self) -> Vec<PagePart<'_>> {
        let mut parts = Vec::new();
        for (place, piece) in self.0.split('{').enumerate() {
            let (part, words) = match (place, piece.get(..2), piece.get(2..)) {
                (1.., Some("n}"), Some(words)) => (Some(PagePart::Number), words),
                (1.., Some("m}"), Some(words)) => (Some(PagePart::Count), words),
                _ => (None, piece),
            };
            parts.extend(part);
            parts.extend((!words.is_empty()).then_some(PagePart::Words(words)));
        }
        parts
    }
}

/// Composes what stands around a document.
pub(super) fn furniture(document: &Document, site: &str, labels: &Labels) -> Furniture {
    let owner = document.person.as_ref().map(|person| owner(person, labels));
    let draft = if document.kind == DocumentKind::DraftNote {
        labels.draft.clone()
    } else {
        String::new()
    };
    // A blank form that lies about should say whose it is; an example is filled in, and nobody's.
    let asks_name = document.kind == DocumentKind::Form
        && owner.is_none()
        && document.answers.is_empty()
        && document.blocks.iter().any(is_filled_in);
    let mut first = match &owner {
        Some(owner) => vec![
            owner.name.clone(),
            owner.record.clone(),
            labels.day_in_words(document.date),
        ],
        None => vec![short(&document.title)],
    };
    first.push(draft.clone());
    first.retain(|bit| !bit.is_empty());
    let mut foot = vec![first];
    foot.extend(
        document
            .source
            .as_ref()
            .map(|source| vec![pack(source), review(source, labels)]),
    );
    Furniture {
        site: short(site),
        owner,
        draft,
        asks_name: if asks_name {
            labels.name.clone()
        } else {
            String::new()
        },
        foot,
        page: PageOf(labels.page.clone()),
    }
}

/// Says whose a page is.
pub(super) fn owner(person: &PersonLine, labels: &Labels) -> Owner {
    let record = if person.record_number.is_empty() {
        String::new()
    } else {
        short(&labels.record.replace("{number}", &person.record_number))
    };
    Owner {
        name: short(&person.name),
        record,
        colour: IDENTITY_COLOURS
            .get(usize::from(person.colour) % IDENTITY_COLOURS.len())
            .copied()
            .unwrap_or("#4A565B"),
    }
}

/// Names the content and its version.
pub(super) fn pack(source: &ContentSource) -> String {
    short(&format!("{} {}", source.pack, source.version))
}

/// Says whether the content has been reviewed, and by whom.
pub(super) fn review(source: &ContentSource, labels: &Labels) -> String {
    match &source.review {
        ReviewStatus::Draft => labels.not_reviewed.clone(),
        ReviewStatus::Reviewed { by, on } => short(
            &labels
                .reviewed
                .replace("{by}", by)
                .replace("{on}", &labels.day_in_words(*on)),
        ),
    }
}

/// Tells whether a block has places to fill.
const fn is_filled_in(block: &Block) -> bool {
    matches!(
        block,
        Block::Question { .. }
            | Block::Checklist { .. }
            | Block::Rating { .. }
            | Block::Worksheet { .. }
            | Block::KnowledgeCheck { .. }
    )
}
