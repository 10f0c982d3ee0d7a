//! Turns a Markdown file into the page of a topic or form in one language.

use domain::document::Block;

use super::{
    block::block,
    fence::{Fence, report_missing_and_misplaced},
};
use crate::{
    model::{Credits, Page, Placed},
    problem::{Report, Source},
    read::{Keys, PartKind, Parted, markdown, parse, part},
    structure::{Home, PageShape},
};

/// Where the front matter of an example has what is in its fields.
pub(crate) const ANSWERS: &str = "answers";

/// Reads the words of a topic or form.
pub(crate) fn page(shape: &PageShape, file: &str, text: &str, report: &mut Report) -> Page {
    let mut page = Page {
        file: file.to_owned(),
        ..Page::default()
    };
    let Some(Parted { front, body }) = part(file, text, report) else {
        return page;
    };
    if shape.example_of.is_some() {
        front.text.clone_into(&mut page.front);
    }
    if let Some(table) = parse(&front, report) {
        let mut allowed = vec!["title", "purpose", "summary"];
        if shape.wording.is_some() {
            allowed.extend(["source", "rights"]);
        }
        if shape.example_of.is_some() {
            // They are held against the form once that is read.
            allowed.push(ANSWERS);
        }
        if shape.add {
            // Title and main points stay those of the page underneath.
            allowed.clear();
        }
        let keys = Keys::open(&front, &table, 1, &allowed, report);
        if !shape.add {
            page.title = keys.one_line("title", report);
            page.purpose = keys.one_line("purpose", report);
            if shape.home == Home::Module || keys.find("summary").is_some() {
                page.summary = keys.lines("summary", 2..=5, report);
            }
            page.credits = shape.wording.map(|wording| Credits {
                source: keys.one_line("source", report),
                rights: keys.one_line("rights", report),
                wording,
            });
        }
    }
    let mut fences = Vec::new();
    for part in markdown(&body, report) {
        let line = part.line;
        let block = match part.kind {
            PartKind::Prose(block) => Some(block),
            PartKind::Heading { level, text, id } => {
                if id.is_some() {
                    report.add(
                        file,
                        line,
                        format!("A heading of a {} has an id", shape.home.noun()),
                        "Take the {#…} out; only sections of a guide have ids",
                    );
                }
                Some(Block::Heading { level, text })
            }
            PartKind::Fence { kind, id, body } => {
                let mut fence = Fence { kind, id, line };
                let declared = fence.declared(shape, file, report);
                if declared.is_some_and(|declared| declared.new_sheet) {
                    let block = Block::NewSheet;
                    page.blocks.push(Placed { line, block });
                }
                let block = declared.and_then(|declared| {
                    block(declared, &Source::new(file, &body, line + 1), line, report)
                });
                fences.push(fence);
                block
            }
        };
        page.blocks
            .extend(block.map(|block| Placed { line, block }));
    }
    report_missing_and_misplaced(shape, &fences, file, report);
    page
}
