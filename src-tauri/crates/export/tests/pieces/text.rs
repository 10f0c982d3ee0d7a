//! A writer of plain text needs nothing but the pieces.

use std::collections::BTreeSet;

use domain::{Document, Lang};
use export::fill::{FrameKind, ListKind, Piece, Setting, TableKind, compose};

use crate::{
    composed,
    examples::{day, draft_note, filled, form, handout, note, results},
    setting,
    writer::{body, foot, head},
};

/// Names each kind of piece, those inside others too.
fn kinds(pieces: &[Piece], found: &mut BTreeSet<&'static str>) {
    for piece in pieces {
        let kind = match piece {
            Piece::Heading { .. } => "heading",
            Piece::Paragraph { .. } => "paragraph",
            Piece::List { kind, items, .. } => {
                items.iter().for_each(|item| kinds(&item.pieces, found));
                match kind {
                    ListKind::Dots => "dots",
                    ListKind::Numbers { .. } => "numbers",
                    ListKind::Cards => "cards",
                }
            }
            Piece::Quotation { .. } => "quotation",
            Piece::Fields { .. } => "fields",
            Piece::Table(table) => match table.kind {
                TableKind::Marks => "marks",
                TableKind::Writing => "writing",
                TableKind::Reading => "reading",
            },
            Piece::Facts { .. } => "facts",
            Piece::Chart(_) => "chart",
            Piece::Frame { kind, pieces, .. } => {
                kinds(pieces, found);
                match kind {
                    FrameKind::KeyPoint => "key point",
                    FrameKind::Story => "story",
                    FrameKind::RolePlay => "role play",
                    FrameKind::Leads => "leads",
                    FrameKind::Worksheet => "worksheet",
                    FrameKind::SmallPrint => "small print",
                }
            }
            Piece::Signature { .. } => "signature",
            Piece::NewSheet => "new sheet",
            Piece::Weight { .. } => "weight",
            Piece::Figure { .. } => "figure",
        };
        found.insert(kind);
    }
}

#[test]
fn the_examples_hold_every_kind_of_piece_so_both_writers_are_held_to_all() {
    let mut found = BTreeSet::new();
    for document in [handout, filled, form, note, draft_note, results] {
        kinds(&composed(&document(Lang::En)).pieces, &mut found);
    }
    kinds(
        &compose(&filled(Lang::En), &setting(true)).pieces,
        &mut found,
    );
    assert_eq!(found.len(), 22, "{found:?}");
}

fn written(document: &Document) -> String {
    body(&composed(document))
}

#[test]
fn answers_stand_where_the_questions_are() {
    let text = written(&filled(Lang::En));
    for lines in [
        "What does a good ordinary day look like for you?\nCoffee on the balcony before the bus comes.\n",
        "  Staying active\nA walk counts.\n  [✓]\n  []\n",
        "  Other:\n  Feeding the crows\n",
        "How sure am I that I will do it?\n0 1 2 3 4 5 6 7 8 9 10\nnot at all    very sure\nMarked: 7\n",
        "Who knows about it?\n() Nobody yet\n(✓) One person\n",
        "  Call Ann on Sunday\n  My sister\n  21 November 2026\n",
        "1.\n    Who decides what recovery means for you?\n    () My doctor\n    () I do\n    (✓) My family\n",
    ] {
        assert!(text.contains(lines), "{lines:?} is missing in\n{text}");
    }
}

#[test]
fn a_blank_page_has_room_and_no_answers() {
    let text = written(&handout(Lang::Da));
    assert!(text.contains("__ dag __ måned ____ år"), "{text}");
    assert!(text.contains("____ fra 5 til 60"), "{text}");
    assert!(!text.contains('✓'), "{text}");
}

#[test]
fn a_chart_is_its_ends_its_names_and_its_values() {
    let text = written(&results(Lang::Da));
    let expected = "How it goes
5 a good time
1 a hard time
1. september 2026    10. november 2026
○ Maria
■ Kari Nordmann
Dato  | Maria  | Kari Nordmann \n  1. september 2026
  1,5
  2
  6. oktober 2026
  3
  10. november 2026
  4,25
  3,33
";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn head_and_foot_say_whose_it_is_and_which_text() {
    let around = |document: &Document| composed(document).furniture;
    assert_eq!(
        head(&around(&draft_note(Lang::En))),
        "Maria Høegh · record 0417 · Riverside Community Service · DRAFT: not signed"
    );
    assert_eq!(
        foot(&around(&draft_note(Lang::En)), 1, 2),
        "Maria Høegh · record 0417 · 21 November 2026 · DRAFT: not signed    page 1 of 2\n"
    );
    assert_eq!(
        foot(&around(&handout(Lang::Nb)), 3, 4),
        "What helps in recovery    side 3 av 4
Waymark curriculum 0.1.0 · Utkast, ennå ikke gjennomgått av en kliniker\n"
    );
    let site = Setting {
        site: "",
        large: false,
        today: day(),
    };
    assert_eq!(head(&compose(&handout(Lang::En), &site).furniture), "");
}

#[test]
fn a_note_is_read_from_its_facts_to_its_signature() {
    let text = written(&note(Lang::Nb));
    let place = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    let order = [
        "Session:\n    4, individual, 55 minutes",
        "## Recovery goal",
        "  Getting my mornings back.\n  Maria, 3 October 2026",
        "Looked back at what helped in the spring.",
        "Signert: Kari Nordmann, psychologist\n21 November 2026, 11:02",
    ];
    let places: Vec<usize> = order.iter().map(|words| place(words)).collect();
    assert!(places.is_sorted(), "{places:?}");
}
