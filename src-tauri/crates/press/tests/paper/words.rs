//! Paper and plain text say the same words in the same order: two writers of one set of pieces.

use domain::{
    Document, Lang,
    document::{Block, DocumentKind},
};
use export::fill::{Setting, compose};

use crate::{
    examples::{day, draft_note, filled, handout, note, results},
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

fn hold(document: &Document) {
    let composed = compose(
        document,
        &Setting {
            site: "Riverside Community Service",
            large: false,
            today: day(),
        },
    );
    let paper = Paper::print(&job(vec![document.clone()]));
    let printed = paper.strip(MARGIN, PAGE - 2 * MARGIN);
    let written = writer::body(&composed);
    assert_eq!(
        words(&printed.concat()),
        words(&written),
        "{}",
        document.title
    );
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
        hold(&handout(lang));
        hold(&filled(lang));
    }
}

#[test]
fn a_note_in_draft_and_signed() {
    for lang in Lang::ALL {
        hold(&draft_note(lang));
        hold(&note(lang));
    }
}

#[test]
fn a_chart_and_a_table() {
    for lang in Lang::ALL {
        hold(&results(lang));
    }
}

#[test]
fn a_form_with_services_a_link_and_its_maker() {
    use domain::document::{Fact, ServiceEntry, ServicesAbout};
    let services = |entries| Block::Services {
        id: "near".into(),
        about: ServicesAbout::Services,
        title: "Near me".into(),
        empty: "Ask for two numbers, and write them down.".into(),
        entries,
    };
    let entry = ServiceEntry {
        name: "Harbour House".into(),
        phone: "555 0100".into(),
        hours: "Weekdays".into(),
        what_for: "A bed for the night".into(),
        checked_on: None,
    };
    let mut form = handout(Lang::En);
    form.kind = DocumentKind::Form;
    form.blocks.retain(|block| {
        matches!(
            block,
            Block::Question { .. } | Block::KeyPoint { .. } | Block::KnowledgeCheck { .. }
        )
    });
    form.blocks.extend([
        Block::FormLink {
            id: "my-plan".into(),
            form: "plan".into(),
            title: "My own plan".into(),
            purpose: "Keep what helps.".into(),
            words: crate::examples::words("Open it now, while you remember."),
        },
        services(vec![entry]),
        services(Vec::new()),
        Block::PageBreak,
        Block::Heading {
            level: 2,
            text: "About this form".into(),
        },
        Block::Facts {
            rows: vec![Fact {
                label: "Made by".into(),
                value: "Somebody".into(),
            }],
        },
    ]);
    hold(&form);
}
