//! Help with the program itself: Markdown that ships with it, written once and shown on screen and on paper.
//!
//! The files lie in `help/<language>/`, each with a number for its place and the id that names it in every language. They
//! are prose of the same kind as a topic's, and hold no interactive blocks.

use domain::{Lang, document::Block};
use include_dir::{Dir, include_dir};

use crate::{
    problem::{Problems, Report},
    read::{Keys, PartKind, Parted, markdown, parse, part, shipped},
};

static HELP: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/help");

/// A page of help.
#[derive(Clone, Debug, PartialEq)]
pub struct ManualPage {
    /// Names it, in every language the same.
    pub id: String,
    /// The title.
    pub title: String,
    /// One line on what it is for.
    pub purpose: String,
    /// The words.
    pub blocks: Vec<Block>,
}

/// Reads the help in one language, in order.
///
/// # Errors
/// What is wrong with a page, which a test keeps from happening.
pub fn manual(lang: Lang) -> Result<Vec<ManualPage>, Problems> {
    let folder = format!("{}/", lang.tag());
    let mut report = Report::default();
    let mut pages = Vec::new();
    for (path, bytes) in shipped(&HELP) {
        let Some(file) = path.strip_prefix(&folder) else {
            continue;
        };
        let id = file.trim_end_matches(".md");
        let id = id.split_once('-').map_or(id, |(_, id)| id);
        let text = String::from_utf8_lossy(&bytes);
        pages.extend(page(&path, id, &text, &mut report));
    }
    report.pass(pages)
}

fn page(file: &str, id: &str, text: &str, report: &mut Report) -> Option<ManualPage> {
    let Parted { front, body } = part(file, text, report)?;
    let table = parse(&front, report)?;
    let keys = Keys::open(&front, &table, 1, &["title", "purpose"], report);
    let (title, purpose) = (
        keys.one_line("title", report),
        keys.one_line("purpose", report),
    );
    let mut blocks = Vec::new();
    for part in markdown(&body, report) {
        match part.kind {
            PartKind::Prose(block) => blocks.push(block),
            PartKind::Heading { level, text, .. } => blocks.push(Block::Heading { level, text }),
            PartKind::Fence { .. } => report.add(
                file,
                part.line,
                "An interactive block stands in the help",
                "Write it as prose",
            ),
        }
    }
    Some(ManualPage {
        id: id.to_owned(),
        title,
        purpose,
        blocks,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn every_language_has_the_same_pages_with_the_same_headings() {
        let shape = |lang| {
            let pages = manual(lang).unwrap();
            pages
                .into_iter()
                .map(|page| {
                    let blocks = page.blocks.iter().map(|block| match block {
                        Block::Heading { level, .. } => format!("h{level}"),
                        Block::List { ordered, items } => format!("list {ordered} {}", items.len()),
                        _ => "p".to_owned(),
                    });
                    (page.id, blocks.collect::<Vec<_>>())
                })
                .collect::<Vec<_>>()
        };
        let english = shape(Lang::En);
        let ids: Vec<_> = english.iter().map(|(id, _)| id.as_str()).collect();
        let wanted = [
            "first-session",
            "printing-a-week",
            "backup",
            "writing-a-pack",
            "encryption",
            "audit",
        ];
        assert_eq!(ids, wanted);
        assert_eq!(shape(Lang::Da), english);
        assert_eq!(shape(Lang::Nb), english);
    }
}
