//! What holds for every writer: levels, what leads, what is numbered, and what stands around a page.

use domain::{
    Document, Lang,
    document::{
        Block, CheckQuestion, DocumentKind, Fact, Inline, ServiceEntry, ServicesAbout, Table,
    },
};
use export::fill::{
    Book, BookKind, Cell, FrameKind, ListKind, Packet, Part, Piece, Run, TableKind,
};

use crate::{
    composed,
    examples::{choices, draft_note, filled, handout, maria, note, words},
    pieces, setting,
};

fn heading(level: u8) -> Block {
    Block::Heading {
        level,
        text: format!("Level {level}"),
    }
}

fn list() -> Block {
    Block::List {
        ordered: true,
        items: vec![words("One"), words("Two")],
    }
}

fn paragraph() -> Block {
    Block::Paragraph {
        words: words("Words."),
    }
}

fn story() -> Block {
    Block::Story {
        id: "s".into(),
        title: "Amira, 34".into(),
        paragraphs: vec![words("She went home.")],
    }
}

fn form(blocks: Vec<Block>) -> Document {
    Document {
        kind: DocumentKind::Form,
        blocks,
        ..handout(Lang::En)
    }
}

/// The levels of all headings, in order.
fn levels(pieces: &[Piece]) -> Vec<u8> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Heading { level, .. } => vec![*level],
            Piece::Frame { pieces, .. } => levels(pieces),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn no_heading_leaves_a_level_out() {
    let blocks = vec![story(), heading(3), heading(2), story(), heading(3)];
    assert_eq!(levels(&pieces(blocks)), [2, 2, 2, 3, 3]);
    let all = levels(&composed(&filled(Lang::Nb)).pieces);
    let mut under = 1;
    for level in all {
        assert!(level <= under + 1 && (2..=3).contains(&level));
        under = level;
    }
}

#[test]
fn a_paragraph_leads_to_its_list_and_the_last_words_to_the_signature() {
    let signature = Block::Signature {
        name: "Kari".into(),
        at: String::new(),
    };
    let leads: Vec<Option<bool>> = pieces(vec![
        paragraph(),
        paragraph(),
        list(),
        paragraph(),
        list(),
        signature,
    ])
    .iter()
    .map(|piece| match piece {
        Piece::Paragraph { leads, .. } | Piece::List { leads, .. } => Some(*leads),
        _ => None,
    })
    .collect();
    let expected = [false, true, false, true, true].map(Some);
    assert_eq!(leads[..5], expected);
    assert_eq!(leads[5], None);
}

#[test]
fn page_breaks_stand_only_between_pieces() {
    let blocks = vec![
        Block::NewSheet,
        paragraph(),
        Block::NewSheet,
        paragraph(),
        Block::NewSheet,
        Block::NewSheet,
    ];
    let breaks: Vec<bool> = pieces(blocks)
        .iter()
        .map(|piece| matches!(piece, Piece::NewSheet))
        .collect();
    assert_eq!(breaks, [false, true, false]);
    assert!(pieces(vec![Block::NewSheet]).is_empty());
}

#[test]
fn the_lines_of_a_paragraph_stay_lines() {
    let blocks = vec![Block::Paragraph {
        words: vec![
            Inline::Strong("One\ntwo".into()),
            Inline::Emphasis(" three".into()),
        ],
    }];
    let [Piece::Paragraph { words, .. }] = &pieces(blocks)[..] else {
        panic!("no paragraph");
    };
    assert_eq!(
        words[..],
        [
            Run::Strong("One".into()),
            Run::Break,
            Run::Strong("two".into()),
            Run::Emphasis(" three".into())
        ]
    );
}

fn check(id: &str) -> Block {
    Block::KnowledgeCheck {
        id: id.into(),
        title: "Check".into(),
        questions: ["a", "b"]
            .map(|id| CheckQuestion {
                id: id.into(),
                prompt: "Is it day?".into(),
                choices: choices(&[("yes", "Yes"), ("no", "No")]),
                right: "yes".into(),
                because: "Because.".into(),
            })
            .to_vec(),
    }
}

fn numbers(pieces: &[Piece]) -> Vec<usize> {
    pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::List {
                kind: ListKind::Numbers { from },
                ..
            } => Some(*from),
            _ => None,
        })
        .collect()
}

#[test]
fn a_form_counts_its_questions_through_and_a_handout_does_not() {
    let blocks = vec![check("one"), check("two")];
    assert_eq!(numbers(&composed(&form(blocks.clone())).pieces), [1, 3]);
    assert_eq!(numbers(&pieces(blocks)), [1, 1]);
}

#[test]
fn no_right_answer_is_given_away() {
    let said = format!("{:?}", pieces(vec![check("one")]));
    assert!(
        said.contains("Is it day?") && !said.contains("Because"),
        "{said}"
    );
}

#[test]
fn who_made_a_form_stands_in_small_print_and_other_facts_do_not() {
    let facts = |blocks: fn(Vec<Block>) -> Document| {
        composed(&blocks(vec![
            heading(2),
            Block::Facts {
                rows: vec![Fact {
                    label: "Made by".into(),
                    value: "Somebody".into(),
                }],
            },
        ]))
        .pieces
    };
    let small = facts(form);
    assert!(
        matches!(
            &small[..],
            [Piece::Frame {
                kind: FrameKind::SmallPrint,
                pieces,
                ..
            }] if matches!(pieces[..], [Piece::Heading { .. }, Piece::Facts { .. }])
        ),
        "{small:?}"
    );
    let plain = facts(|blocks| Document {
        blocks,
        ..handout(Lang::En)
    });
    assert!(
        matches!(plain[..], [Piece::Heading { .. }, Piece::Facts { .. }]),
        "{plain:?}"
    );
}

#[test]
fn what_proves_a_signature_stands_under_it_in_small_print() {
    let signed = pieces(vec![
        Block::Signature {
            name: "Somebody".into(),
            at: "3 March 2026".into(),
        },
        Block::Facts {
            rows: vec![Fact {
                label: "Seal".into(),
                value: "0a1b2c3d".into(),
            }],
        },
    ]);
    assert!(
        matches!(
            &signed[..],
            [Piece::Signature { .. }, Piece::Frame {
                kind: FrameKind::SmallPrint,
                pieces,
                ..
            }] if matches!(pieces[..], [Piece::Facts { .. }])
        ),
        "{signed:?}"
    );
}

#[test]
fn what_is_long_may_part_and_what_is_short_stays_whole() {
    let long = Block::Story {
        id: "s".into(),
        title: "Amira, 34".into(),
        paragraphs: vec![words(&"x".repeat(1_300)), words(&"x".repeat(1_300))],
    };
    let whole: Vec<bool> = pieces(vec![story(), long])
        .iter()
        .map(|piece| matches!(piece, Piece::Frame { whole: true, .. }))
        .collect();
    assert_eq!(whole, [true, false]);
}

#[test]
fn a_warning_on_a_form_has_no_name_and_a_key_point_on_a_handout_has() {
    let block = || Block::KeyPoint {
        id: "k".into(),
        words: words("Call first."),
    };
    let label = |pieces: &[Piece]| match pieces {
        [Piece::Frame { label, .. }] => label.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(label(&pieces(vec![block()])), "Key point");
    assert_eq!(label(&composed(&form(vec![block()])).pieces), "");
}

#[test]
fn a_line_that_was_written_on_has_no_empty_boxes_beside_it() {
    let pieces = composed(&filled(Lang::En)).pieces;
    let table = pieces
        .iter()
        .find_map(|piece| match piece {
            Piece::Table(table) if table.kind == TableKind::Marks => Some(table),
            _ => None,
        })
        .unwrap();
    let cells = |row: usize| &table.rows[row].cells;
    assert!(matches!(&cells(7)[0], Cell::Field(field) if field.said.is_some()));
    assert!(matches!(&cells(7)[1], Cell::Words { words } if words.is_empty()));
    assert!(matches!(&cells(8)[0], Cell::Field(field) if field.said.is_none()));
    assert!(matches!(&cells(8)[1], Cell::Tick { one: false, .. }));
}

#[test]
fn services_are_read_when_somebody_entered_them_and_written_when_not() {
    let services = |entries| Block::Services {
        id: "near".into(),
        about: ServicesAbout::Services,
        title: "Near me".into(),
        empty: "Ask for two numbers.".into(),
        entries,
    };
    let entry = ServiceEntry {
        name: "Harbour House".into(),
        phone: "555 0100".into(),
        hours: String::new(),
        what_for: "A bed".into(),
        checked_on: Some("2025-11-20".parse().unwrap()),
    };
    let [Piece::Heading { .. }, Piece::Table(read)] = &pieces(vec![services(vec![entry])])[..]
    else {
        panic!("no table");
    };
    assert_eq!(read.kind, TableKind::Reading);
    let checked = Cell::Words {
        words: vec![
            Run::Soft("20 November 2025".into()),
            Run::Break,
            Run::Strong("That is more than a year ago: call first.".into()),
        ],
    };
    assert_eq!(read.rows[0].cells[3], checked);
    let [
        Piece::Heading { .. },
        Piece::Paragraph { leads: true, .. },
        Piece::Table(blank),
    ] = &pieces(vec![services(Vec::new())])[..]
    else {
        panic!("no table");
    };
    assert_eq!((blank.kind, blank.rows.len()), (TableKind::Writing, 3));
}

#[test]
fn a_crooked_table_is_set_straight() {
    let row = |cells: &[&str]| cells.iter().map(|cell| words(cell)).collect();
    let [Piece::Table(table)] = &pieces(vec![Block::Table(Table {
        title: String::new(),
        columns: vec!["A".into(), "B".into()],
        rows: vec![row(&["a"]), row(&["a", "b", "c"])],
    })])[..] else {
        panic!("no table");
    };
    assert!(table.rows.iter().all(|row| row.cells.len() == 2));
}

#[test]
fn a_page_names_its_owner_and_a_blank_form_asks_for_one() {
    let question = || {
        vec![Block::Question {
            id: "q".into(),
            prompt: words("Why?"),
            field: domain::document::Field::new(
                "answer".into(),
                "Why?".into(),
                String::new(),
                domain::document::Input::LongText { lines: 2 },
            ),
        }]
    };
    let around = |document: &Document| composed(document).furniture;
    let blank = around(&form(question()));
    assert_eq!((blank.asks_name.as_str(), &blank.owner), ("Name", &None));
    let owned = around(&Document {
        person: Some(maria()),
        ..form(question())
    });
    assert_eq!(owned.asks_name, "");
    let example = around(&Document {
        answers: filled(Lang::En).answers,
        ..form(question())
    });
    assert_eq!((example.asks_name.as_str(), &example.owner), ("", &None));
    let owner = owned.owner.unwrap();
    assert_eq!(
        (owner.name.as_str(), owner.record.as_str()),
        ("Maria Høegh", "record 0417")
    );
    assert_eq!(owner.colour, "#2F7377");
    assert_eq!(around(&form(vec![paragraph()])).asks_name, "");
    assert_eq!(
        around(&draft_note(Lang::Da)).draft,
        "KLADDE: ikke underskrevet"
    );
    assert_eq!(around(&note(Lang::Da)).draft, "");
}

#[test]
fn documents_given_out_together_are_called_by_the_first_or_by_their_book() {
    let documents = [handout(Lang::Nb), note(Lang::Nb), note(Lang::Nb)];
    let packet = Packet::compose(&documents, None, |_| setting(false)).unwrap();
    assert_eq!(packet.title, "What helps in recovery og 2 til");
    assert_eq!(packet.documents.len(), 3);
    let book = Book {
        kind: BookKind::Workbook { runs_on: false },
        person: None,
        title: "The course".into(),
        subtitle: String::new(),
        lang: Lang::Nb,
        parts: vec![
            Part {
                number: "1".into(),
                title: "First".into(),
                aim: String::new(),
                documents: 2,
            },
            Part {
                number: String::new(),
                title: "Forms".into(),
                aim: String::new(),
                documents: 9,
            },
        ],
    };
    let packet = Packet::compose(&documents, Some(&book), |_| setting(false)).unwrap();
    assert_eq!(packet.title, "The course");
    let cover = packet.cover.unwrap();
    let parts: Vec<_> = cover
        .parts
        .iter()
        .map(|part| (part.label.as_str(), part.first, part.after))
        .collect();
    assert_eq!(parts, [("Modul 1", 0, 2), ("", 2, 3)]);
    assert!(Packet::compose(&[], None, |_| setting(false)).is_none());
}
