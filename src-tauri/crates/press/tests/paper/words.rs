//! Paper and plain text say the same words in the same order: two writers of one set of pieces.

use domain::{Document, Lang, document::Block, settings::PrintSize};
use export::fill::{Piece, Setting, compose};

use crate::{
    examples::{day, draft_note, filled, form, handout, note, results},
    readers::{Paper, job},
    writer,
};

/// The height of an A4 page and of its margins, in points.
const PAGE: u32 = 842;
const MARGIN: u32 = 62;

/// The words of a text. Marks that a hand or a pen makes, such as boxes and lines, are no words, nor is the colon that a
/// writer may set after a label.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .map(|word| word.trim_end_matches(':'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

/// The head row of each table, in one text each.
fn head_rows(pieces: &[Piece], found: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Table(table) => found.push(
                table
                    .columns
                    .iter()
                    .map(|column| format!("{} {} ", column.label, column.hint))
                    .collect(),
            ),
            Piece::List { items, .. } => {
                items.iter().for_each(|item| head_rows(&item.pieces, found));
            }
            Piece::Frame { pieces, .. } => head_rows(pieces, found),
            _ => {}
        }
    }
}

fn hold(document: &Document, size: PrintSize) {
    let composed = compose(
        document,
        &Setting {
            site: "Riverside Community Service",
            large: size == PrintSize::Large,
            today: day(),
        },
    );
    let mut job = job(vec![document.clone()]);
    job.size = size;
    let paper = Paper::print(&job);
    let printed = paper.strip(MARGIN, PAGE - 2 * MARGIN);
    let written = writer::body(&composed);
    let mut again = Vec::new();
    head_rows(&composed.pieces, &mut again);
    let mut read: Vec<&str> = Vec::new();
    for page in &printed {
        let all = words(page);
        // The head of a table comes again where it goes on over a page.
        let repeated = again
            .iter()
            .filter(|head| !read.is_empty() && all.starts_with(&words(head)));
        let skip = repeated.map(|head| words(head).len()).max().unwrap_or(0);
        read.extend(all.into_iter().skip(skip));
    }
    assert_eq!(read, words(&written), "{}", document.title);
    let heads = paper.strip(0, MARGIN);
    let feet = paper.strip(PAGE - MARGIN, MARGIN);
    let pages = printed.len();
    let mut around = composed.furniture;
    for (index, (head, foot)) in heads.iter().zip(&feet).enumerate() {
        assert_eq!(words(head), words(&writer::head(&around)));
        assert_eq!(words(foot), words(&writer::foot(&around, index + 1, pages)));
        around.asks_name.clear();
    }
}

#[test]
fn a_handout_blank_and_filled() {
    for lang in Lang::ALL {
        hold(&handout(lang), PrintSize::Normal);
        hold(&filled(lang), PrintSize::Normal);
    }
}

#[test]
fn a_note_in_draft_and_signed() {
    for lang in Lang::ALL {
        hold(&draft_note(lang), PrintSize::Normal);
        hold(&note(lang), PrintSize::Normal);
    }
}

#[test]
fn a_chart_and_a_table() {
    for lang in Lang::ALL {
        hold(&results(lang), PrintSize::Normal);
    }
}

#[test]
fn a_form_with_services_a_link_and_its_maker() {
    for lang in Lang::ALL {
        hold(&form(lang), PrintSize::Normal);
    }
}

#[test]
fn a_worksheet_in_large_print_whose_rows_are_cards() {
    let mut document = filled(Lang::En);
    document
        .blocks
        .retain(|block| matches!(block, Block::Worksheet { .. }));
    hold(&document, PrintSize::Large);
}
