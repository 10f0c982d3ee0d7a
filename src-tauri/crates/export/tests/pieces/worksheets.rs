//! Worksheets: what shares a line, what is a table and what cards, and what is written rather than marked.

use domain::{
    Document, Lang,
    document::{Block, Choice, DocumentKind, Field, Input, WorksheetPart},
};
use export::fill::{Cell, FrameKind, ListKind, Piece, Room, TableKind, compose};

use crate::{
    composed,
    examples::{answer, choices, filled, handout},
    setting,
};

fn field(id: &str, label: &str, input: Input) -> Field {
    Field::new(id.into(), label.into(), String::new(), input)
}

fn alone(field: Field) -> WorksheetPart {
    WorksheetPart::Field { field }
}

fn sheet(parts: Vec<WorksheetPart>) -> Document {
    Document {
        kind: DocumentKind::Form,
        blocks: vec![Block::Worksheet {
            id: "ws".into(),
            title: "Sheet".into(),
            intro: String::new(),
            many: false,
            parts,
        }],
        ..handout(Lang::En)
    }
}

/// What stands in the one worksheet of a document, below its title.
fn inside(document: &Document, large: bool) -> Vec<Piece> {
    let mut pieces = compose(document, &setting(large)).pieces;
    assert_eq!(pieces.len(), 1);
    match pieces.remove(0) {
        Piece::Frame {
            kind: FrameKind::Worksheet,
            mut pieces,
            ..
        } => pieces.split_off(1),
        other => panic!("{other:?}"),
    }
}

/// The shares of each line.
fn shares(pieces: &[Piece]) -> Vec<Vec<u8>> {
    let line = |piece: &Piece| match piece {
        Piece::Fields { fields } => fields.iter().map(|field| field.share).collect(),
        other => panic!("{other:?}"),
    };
    pieces.iter().map(line).collect()
}

#[test]
fn short_fields_share_a_line_and_long_ones_do_not() {
    let day = |id: &str| alone(field(id, "By", Input::Date));
    let words = |id: &str| alone(field(id, "What", Input::Text));
    let document = sheet(vec![
        day("a"),
        day("b"),
        day("c"),
        day("d"),
        words("e"),
        words("f"),
        day("g"),
        alone(field("h", "Why", Input::LongText { lines: 3 })),
    ]);
    assert_eq!(
        shares(&inside(&document, false)),
        [vec![2, 2, 2], vec![2, 4], vec![4, 2], vec![6]]
    );
    assert_eq!(
        shares(&inside(&document, true)),
        [vec![3, 3], vec![3, 3], vec![6], vec![6], vec![6], vec![6]]
    );
}

#[test]
fn a_long_answer_takes_the_line_for_itself() {
    let mut document = sheet(vec![
        alone(field("a", "What", Input::Text)),
        alone(field("b", "By", Input::Date)),
    ]);
    assert_eq!(shares(&inside(&document, false)), [[4, 2]]);
    let long = "More words than stand beside a day";
    document.answers = vec![answer("ws", "a", 0, domain::AnswerValue::Text(long.into()))];
    assert_eq!(shares(&inside(&document, false)), [[6], [6]]);
}

fn group(fields: Vec<Field>) -> Document {
    sheet(vec![WorksheetPart::group(
        "g".into(),
        "Rows".into(),
        3,
        fields,
    )])
}

#[test]
fn a_group_is_a_table_while_it_fits_and_cards_when_not() {
    let text = |id: &str| field(id, id, Input::Text);
    let four = group(vec![text("a"), text("b"), text("c"), text("d")]);
    match inside(&four, false).as_slice() {
        [Piece::Table(table)] => {
            assert_eq!(table.kind, TableKind::Writing);
            assert_eq!(table.title, "Rows");
            assert_eq!(table.rows.len(), 3);
        }
        other => panic!("{other:?}"),
    }
    match inside(&four, true).as_slice() {
        [
            Piece::Paragraph { leads: true, .. },
            Piece::List {
                kind: ListKind::Cards,
                items,
                ..
            },
        ] => {
            assert_eq!(items.len(), 3);
            assert_eq!(shares(&items[0].pieces), [[3, 3], [3, 3]]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_stay_whole_unless_somebody_wrote_a_great_deal() {
    let mut document = group(vec![field("a", "What", Input::Text)]);
    document.answers = vec![
        answer("ws", "a", 0, domain::AnswerValue::Text("x".repeat(500))),
        answer("ws", "a", 1, domain::AnswerValue::Text("x".repeat(501))),
        // Every answer is shown, however many rows the blank page has.
        answer("ws", "a", 5, domain::AnswerValue::Text("last".into())),
    ];
    let [Piece::Table(table)] = &inside(&document, false)[..] else {
        panic!("no table");
    };
    let whole: Vec<bool> = table.rows.iter().map(|row| row.whole).collect();
    assert_eq!(whole, [true, false, true, true, true, true]);
}

fn far() -> Vec<Choice> {
    choices(&[
        ("no", "Not begun"),
        ("bit", "A bit"),
        ("most", "Most"),
        ("done", "Done"),
    ])
}

#[test]
fn many_choices_in_a_table_are_named_in_the_head_and_written_in_the_cell() {
    let mut document = group(vec![
        field("what", "What", Input::Text),
        field("far", "How far?", Input::OneOf { choices: far() }),
    ]);
    document.answers = vec![answer(
        "ws",
        "far",
        0,
        domain::AnswerValue::Choice("most".into()),
    )];
    let [Piece::Table(table)] = &inside(&document, false)[..] else {
        panic!("no table");
    };
    assert_eq!(table.columns[1].hint, "Not begun, A bit, Most, Done");
    let Cell::Field(field) = &table.rows[0].cells[1] else {
        panic!("no field");
    };
    assert_eq!(field.said.as_ref().unwrap().lines, ["Most"]);
    assert!(field.label.is_empty());
    assert_eq!(field.room, Room::Lines { lines: 1 });
}

#[test]
fn a_scale_of_many_steps_is_a_number_and_an_answer_off_the_scale_is_still_said() {
    let scale = |max| Input::Scale {
        min: 0,
        max,
        low: "none".into(),
        high: "all".into(),
    };
    let document = sheet(vec![alone(field("far", "How far", scale(100)))]);
    let [Piece::Fields { fields }] = &inside(&document, false)[..] else {
        panic!("no field");
    };
    assert_eq!(
        fields[0].room,
        Room::Number {
            range: "from 0 to 100".into()
        }
    );
    let mut document = sheet(vec![alone(field("far", "How far", scale(10)))]);
    document.answers = vec![answer(
        "ws",
        "far",
        0,
        domain::AnswerValue::Number(11.into()),
    )];
    let [Piece::Fields { fields }] = &inside(&document, false)[..] else {
        panic!("no field");
    };
    assert_eq!(fields[0].said.as_ref().unwrap().lines, ["11"]);
}

#[test]
fn an_answer_of_a_kind_the_field_no_longer_takes_is_still_said() {
    let mut document = sheet(vec![alone(field("a", "When", Input::Date))]);
    document.answers = vec![answer(
        "ws",
        "a",
        0,
        domain::AnswerValue::Text("On a fine day".into()),
    )];
    let [Piece::Fields { fields }] = &inside(&document, false)[..] else {
        panic!("no field");
    };
    assert_eq!(fields[0].said.as_ref().unwrap().lines, ["On a fine day"]);
}

#[test]
fn marks_show_what_was_chosen_and_what_it_counts() {
    let mut document = sheet(vec![alone(field(
        "how",
        "How is it?",
        Input::OneOf {
            choices: choices(&[("1", "Badly"), ("2", "So-so"), ("na", "Cannot say")]),
        },
    ))]);
    document.answers = vec![answer(
        "ws",
        "how",
        0,
        domain::AnswerValue::Choice("2".into()),
    )];
    let [Piece::Fields { fields }] = &inside(&document, false)[..] else {
        panic!("no field");
    };
    let Room::Marks { one: true, marks } = &fields[0].room else {
        panic!("{:?}", fields[0].room);
    };
    let marks: Vec<_> = marks
        .iter()
        .map(|mark| (mark.tick.counts.as_str(), mark.tick.ticked))
        .collect();
    assert_eq!(marks, [("1", false), ("2", true), ("", false)]);
    assert!(fields[0].said.is_none());
}

#[test]
fn every_answer_of_a_filled_page_is_said_or_marked() {
    let text = crate::writer::body(&composed(&filled(Lang::En)));
    // Four in the checklist, two in the rating, three in the worksheet, one in the cards, one in the check, one at home.
    assert_eq!(text.matches('✓').count(), 12, "{text}");
    for words in ["Ann", "Walk to the music shop with Ann", "Marked: 7", "20"] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
}
