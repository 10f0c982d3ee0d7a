//! Fields and worksheets: which room a field gets, and when a group is a table and when it is cards.

use domain::{
    AnswerValue, BlockId,
    document::{Choice, Field, Input, WorksheetPart},
};

use crate::{
    answers::{Filled, holds},
    ink::Ink,
    labels::Labels,
    model::{Column, Entry, GroupRow, Mark, Part, Room},
};

/// The most a table can hold before its columns are too narrow for a hand, in column weights.
pub(crate) const fn widest_table(large: bool) -> f64 {
    if large { 6.6 } else { 8.0 }
}

/// A row with more characters than this may break across pages, since it might not fit on one.
const LONGEST_WHOLE_ROW: usize = 500;

/// A scale with more steps than this is a number to write instead.
const MOST_STEPS: i32 = 11;

/// Sets a field with its answer or its room; `cell` when it stands in a table.
pub(crate) fn entry(
    field: &Field,
    answer: Option<&AnswerValue>,
    cell: bool,
    labels: &Labels,
    ink: &mut Ink<'_>,
) -> Entry {
    let words = |ink: &mut Ink<'_>, text: &str| {
        Some(if cell {
            ink.said_in_cell(text)
        } else {
            ink.said(text)
        })
    };
    // An answer of a kind the field no longer takes is still shown: words are never lost to a change of content.
    let said = match (&field.input, answer) {
        (_, None) => None,
        (_, Some(AnswerValue::Text(text))) => words(ink, text),
        (_, Some(AnswerValue::Date(day))) => words(ink, &labels.day_in_words(*day)),
        (Input::Scale { min, max, .. }, Some(AnswerValue::Number(number)))
            if is_drawn(*min, *max, cell) && (*min..=*max).contains(number) =>
        {
            None
        }
        (_, Some(AnswerValue::Number(number))) => words(ink, &number.to_string()),
        (Input::OneOf { .. } | Input::AnyOf { .. }, Some(_)) => None,
        (_, Some(AnswerValue::Choice(choice))) => words(ink, choice.as_str()),
        (_, Some(AnswerValue::Ticks(ticks))) => {
            let ticks: Vec<&str> = ticks.iter().map(domain::OptionId::as_str).collect();
            words(ink, &ticks.join(", "))
        }
    };
    Entry {
        label: if cell {
            ink.cell(&field.label)
        } else {
            ink.line(&field.label)
        },
        hint: ink.line(&field.hint),
        said,
        room: room(&field.input, answer, cell, labels, ink),
    }
}

fn room(
    input: &Input,
    answer: Option<&AnswerValue>,
    cell: bool,
    labels: &Labels,
    ink: &mut Ink<'_>,
) -> Room {
    let range = |min: &i32, max: &i32| {
        labels
            .number_range
            .replace("{min}", &min.to_string())
            .replace("{max}", &max.to_string())
    };
    match input {
        Input::Text => Room::Lines { lines: 1 },
        Input::LongText { lines } => Room::Lines {
            lines: (*lines).max(1),
        },
        Input::Date => Room::Date,
        Input::Number { min, max } => Room::Number {
            range: range(min, max),
        },
        Input::Scale {
            min,
            max,
            low,
            high,
        } if is_drawn(*min, *max, cell) => Room::Scale {
            min: *min,
            max: *max,
            low: ink.line(low),
            high: ink.line(high),
            at: match answer {
                Some(AnswerValue::Number(number)) => Some(*number),
                _ => None,
            },
        },
        Input::Scale { min, max, .. } => Room::Number {
            range: range(min, max),
        },
        Input::OneOf { choices } => Room::Marks {
            round: true,
            marks: marks(choices, answer, ink),
        },
        Input::AnyOf { choices } => Room::Marks {
            round: false,
            marks: marks(choices, answer, ink),
        },
    }
}

fn is_drawn(min: i32, max: i32, cell: bool) -> bool {
    !cell && max > min && max.saturating_sub(min) < MOST_STEPS
}

fn marks(choices: &[Choice], answer: Option<&AnswerValue>, ink: &mut Ink<'_>) -> Vec<Mark> {
    choices
        .iter()
        .map(|choice| Mark {
            label: ink.line(&choice.label),
            ticked: answer.is_some_and(|value| holds(value, choice)),
        })
        .collect()
}

/// Sets the parts of a worksheet; two short fields in a row share one line of the page.
pub(crate) fn parts(
    block: &BlockId,
    many: bool,
    given: &[WorksheetPart],
    filled: &Filled<'_>,
    labels: &Labels,
    ink: &mut Ink<'_>,
    widest: f64,
) -> Vec<Part> {
    let mut parts = Vec::with_capacity(given.len());
    let mut waiting: Option<Entry> = None;
    for part in given {
        match part {
            WorksheetPart::Field { field } => {
                let short = matches!(field.input, Input::Date | Input::Number { .. });
                let entry = entry(
                    field,
                    filled.at(block, &field.id, 0, many),
                    false,
                    labels,
                    ink,
                );
                match (waiting.take(), short) {
                    (None, true) => waiting = Some(entry),
                    (Some(first), true) => parts.push(Part::Pair {
                        entries: vec![first, entry],
                    }),
                    (first, false) => {
                        parts.extend(first.map(|entry| Part::Entry { entry }));
                        parts.push(Part::Entry { entry });
                    }
                }
            }
            WorksheetPart::Group {
                title,
                rows,
                fields,
                ..
            } => {
                parts.extend(waiting.take().map(|entry| Part::Entry { entry }));
                let rows = u16::from(*rows).max(filled.rows(block, fields, many));
                let weights: Vec<f64> = fields.iter().map(weight).collect();
                let table = weights.iter().sum::<f64>() <= widest;
                let rows = (0..rows)
                    .map(|row| {
                        let entries: Vec<Entry> = fields
                            .iter()
                            .map(|field| {
                                entry(
                                    field,
                                    filled.at(block, &field.id, row, many),
                                    table,
                                    labels,
                                    ink,
                                )
                            })
                            .collect();
                        GroupRow {
                            whole: entries
                                .iter()
                                .filter_map(|entry| entry.said.as_ref())
                                .map(|said| said.length)
                                .sum::<usize>()
                                <= LONGEST_WHOLE_ROW,
                            entries,
                        }
                    })
                    .collect();
                let title = ink.line(title);
                parts.push(if table {
                    Part::Table {
                        title,
                        columns: fields
                            .iter()
                            .zip(weights)
                            .map(|(field, weight)| Column {
                                label: ink.cell(&field.label),
                                hint: ink.cell(&field.hint),
                                weight,
                            })
                            .collect(),
                        rows,
                    }
                } else {
                    Part::Cards { title, rows }
                });
            }
        }
    }
    parts.extend(waiting.map(|entry| Part::Entry { entry }));
    parts
}

/// How wide a column wants to be beside the others.
fn weight(field: &Field) -> f64 {
    match &field.input {
        Input::LongText { .. } => 3.0,
        Input::Text => 2.4,
        Input::Date => 1.7,
        Input::Number { .. } | Input::Scale { .. } => 1.2,
        Input::OneOf { .. } | Input::AnyOf { .. } => 1.9,
    }
}
