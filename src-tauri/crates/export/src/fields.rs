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
        (Input::OneOf { choices } | Input::AnyOf { choices }, Some(value))
            if is_named(choices, cell) =>
        {
            let chosen = choices.iter().filter(|choice| holds(value, choice));
            words(ink, &labels_of(chosen))
        }
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
        Input::OneOf { choices } | Input::AnyOf { choices } if is_named(choices, cell) => {
            Room::Lines { lines: 1 }
        }
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

/// More choices than this would make each row of a table too high, so the head names them and the cell has room to write.
const MOST_MARKS_IN_CELL: usize = 3;

fn is_named(choices: &[Choice], cell: bool) -> bool {
    cell && choices.len() > MOST_MARKS_IN_CELL
}

fn labels_of<'a>(choices: impl Iterator<Item = &'a Choice>) -> String {
    let labels: Vec<&str> = choices.map(|choice| choice.label.as_str()).collect();
    labels.join(", ")
}

/// What the head of a column says below its label.
fn column_hint(field: &Field, ink: &mut Ink<'_>) -> String {
    let choices = match &field.input {
        Input::OneOf { choices } | Input::AnyOf { choices } if is_named(choices, true) => {
            labels_of(choices.iter())
        }
        _ => String::new(),
    };
    let said: Vec<&str> = [field.hint.as_str(), choices.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    ink.cell(&said.join(" "))
}

/// What a choice counts in a score: its id, when that is a number.
pub(crate) fn value_of(choice: &Choice) -> String {
    let id = choice.id.as_str();
    id.parse::<u8>()
        .map_or_else(|_| String::new(), |_| id.to_owned())
}

fn marks(choices: &[Choice], answer: Option<&AnswerValue>, ink: &mut Ink<'_>) -> Vec<Mark> {
    choices
        .iter()
        .map(|choice| Mark {
            label: ink.line(&choice.label),
            value: value_of(choice),
            ticked: answer.is_some_and(|value| holds(value, choice)),
        })
        .collect()
}

/// How much of a line a field asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// A day or a number.
    Little,
    /// A few words under a short label.
    Half,
    /// All of it.
    Whole,
}

/// A label or answer with more characters than this needs the whole line.
const LONGEST_HALF: usize = 30;

fn asks(field: &Field, answer: Option<&AnswerValue>) -> Asks {
    let short = |text: &str| text.chars().count() <= LONGEST_HALF;
    let said_short = match answer {
        Some(AnswerValue::Text(text)) => short(text),
        _ => true,
    };
    match field.input {
        Input::Date | Input::Number { .. } => Asks::Little,
        Input::Text if short(&field.label) && short(&field.hint) && said_short => Asks::Half,
        _ => Asks::Whole,
    }
}

/// Fields waiting for company in one line of the page.
#[derive(Default)]
struct Line(Vec<(Entry, Asks)>);

impl Line {
    /// Tells whether one more field fits. Two fields of words do not share: a hand needs the whole line.
    fn fits(&self, asks: Asks, most: usize) -> bool {
        let has = |wanted| self.0.iter().any(|(_, asked)| *asked == wanted);
        match asks {
            _ if has(Asks::Whole) => false,
            Asks::Whole => self.0.is_empty(),
            Asks::Half => !has(Asks::Half) && self.0.len() < 2,
            Asks::Little => self.0.len() < if has(Asks::Half) { 2 } else { most },
        }
    }

    fn set(&mut self, parts: &mut Vec<Part>) {
        let mut entries: Vec<Entry> = self.0.drain(..).map(|(entry, _)| entry).collect();
        if entries.len() > 1 {
            parts.push(Part::Row { entries });
        } else if let Some(entry) = entries.pop() {
            parts.push(Part::Entry { entry });
        }
    }
}

/// What fits across a page.
#[derive(Clone, Copy)]
pub(crate) struct Across {
    /// The most a table can hold before its columns are too narrow for a hand, in column weights.
    table: f64,
    /// How many days or numbers.
    little: usize,
}

impl Across {
    /// Tells what fits in this size of print.
    pub const fn of(large: bool) -> Self {
        if large {
            Self {
                table: 8.0,
                little: 2,
            }
        } else {
            Self {
                table: 11.5,
                little: 3,
            }
        }
    }
}

/// Sets the parts of a worksheet; short fields share a line of the page.
pub(crate) fn parts(
    block: &BlockId,
    many: bool,
    given: &[WorksheetPart],
    filled: &Filled<'_>,
    labels: &Labels,
    ink: &mut Ink<'_>,
    across: Across,
) -> Vec<Part> {
    let mut parts = Vec::with_capacity(given.len());
    let mut line = Line::default();
    for part in given {
        match part {
            WorksheetPart::Field { field } => {
                let answer = filled.at(block, &field.id, 0, many);
                let asks = asks(field, answer);
                if !line.fits(asks, across.little) {
                    line.set(&mut parts);
                }
                line.0
                    .push((entry(field, answer, false, labels, ink), asks));
            }
            WorksheetPart::Group {
                title,
                rows,
                fields,
                ..
            } => {
                line.set(&mut parts);
                let rows = u16::from(*rows).max(filled.rows(block, fields, many));
                let weights: Vec<f64> = fields.iter().map(weight).collect();
                let table = weights.iter().sum::<f64>() <= across.table;
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
                                hint: column_hint(field, ink),
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
    line.set(&mut parts);
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
