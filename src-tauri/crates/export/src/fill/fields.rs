//! Fields and worksheets: which room a field gets, and which fields share a line.

use domain::{
    AnswerValue, BlockId,
    document::{Breadth, Choice, Field as Asked, Input, Marked, WorksheetPart},
};

use super::{
    answers::{Filled, holds, name},
    labels::Labels,
    pieces::{Cell, Field, Item, ListKind, Mark, Piece, Room, Row, Table, TableKind, Tick},
    tables::{columns, stays_whole},
    words::{Run, Said, one_line},
};

/// A line of the page has this many parts.
const LINE: u8 = 6;

/// In large print a card is too narrow for two fields beside each other, unless their labels are as short as this.
const LONGEST_IN_LARGE_CARD: usize = 22;

/// Sets a field on a line of its own, with its answer or its room.
pub(super) fn field(
    name: String,
    asked: &Asked,
    answer: Option<&AnswerValue>,
    labels: &Labels,
) -> Field {
    Field {
        label: vec![Run::Plain(one_line(&asked.label))],
        hint: one_line(&asked.hint),
        share: LINE,
        ..set(name, asked, answer, false, labels)
    }
}

/// Sets a field in the cell of a table, whose head says what it asks.
pub(super) fn in_cell(
    name: String,
    asked: &Asked,
    answer: Option<&AnswerValue>,
    labels: &Labels,
) -> Field {
    set(name, asked, answer, true, labels)
}

/// Sets a field of one written line, such as the free line of a checklist.
pub(super) fn line(name: String, label: &str, said: Option<&str>) -> Field {
    Field {
        label: if label.is_empty() {
            Vec::new()
        } else {
            vec![Run::Plain(label.to_owned())]
        },
        hint: String::new(),
        name,
        share: LINE,
        said: said.map(Said::new),
        room: Room::Lines { lines: 1 },
    }
}

fn set(
    name: String,
    asked: &Asked,
    answer: Option<&AnswerValue>,
    cell: bool,
    labels: &Labels,
) -> Field {
    let marked = is_marked(asked, cell);
    Field {
        label: Vec::new(),
        hint: String::new(),
        share: LINE,
        said: said(&asked.input, answer, marked, labels).map(|words| Said::new(&words)),
        room: room(&name, &asked.input, answer, marked, labels),
        name,
    }
}

fn is_marked(asked: &Asked, cell: bool) -> bool {
    match asked.layout.marked {
        Marked::Nowhere => false,
        Marked::OnALine => !cell,
        Marked::InCells => true,
    }
}

/// The words of an answer; `None` when the marks show it.
fn said(
    input: &Input,
    answer: Option<&AnswerValue>,
    marked: bool,
    labels: &Labels,
) -> Option<String> {
    // An answer of a kind the field no longer takes is still shown: words are never lost to a change of content.
    match (input, answer?) {
        (_, AnswerValue::Text(text) | AnswerValue::AsTyped(text)) => Some(text.clone()),
        (_, AnswerValue::Missing(why)) => Some(labels.missing(*why)),
        (_, AnswerValue::Date(day)) => Some(labels.day_in_words(*day)),
        (Input::Scale { min, max, .. }, AnswerValue::Number(number))
            if marked && number.lies_in(*min, *max) && number.as_whole().is_some() =>
        {
            None
        }
        (_, AnswerValue::Number(number)) => Some(labels.number(*number)),
        (Input::OneOf { .. } | Input::AnyOf { .. }, _) if marked => None,
        (Input::OneOf { choices } | Input::AnyOf { choices }, value) => {
            Some(names(choices.iter().filter(|choice| holds(value, choice))))
        }
        (_, AnswerValue::Choice(choice)) => Some(choice.as_str().to_owned()),
        (_, AnswerValue::Ticks(ticks)) => {
            let ticks: Vec<&str> = ticks.iter().map(domain::OptionId::as_str).collect();
            Some(ticks.join(", "))
        }
    }
}

fn room(
    name: &str,
    input: &Input,
    answer: Option<&AnswerValue>,
    marked: bool,
    labels: &Labels,
) -> Room {
    match input {
        Input::Text => Room::Lines { lines: 1 },
        Input::LongText { lines } => Room::Lines {
            lines: (*lines).max(1),
        },
        Input::Date => Room::Date {
            day: labels.day.clone(),
            month: labels.month.clone(),
            year: labels.year.clone(),
        },
        Input::Scale {
            min,
            max,
            low,
            high,
        } if marked => {
            let at = match answer {
                Some(AnswerValue::Number(number)) => number.as_whole(),
                _ => None,
            };
            Room::Scale {
                min: *min,
                max: *max,
                low: one_line(low),
                high: one_line(high),
                at,
                marked: at.map_or_else(String::new, |number| {
                    labels.marked.replace("{n}", &number.to_string())
                }),
            }
        }
        Input::Number { min, max } | Input::Scale { min, max, .. } => Room::Number {
            range: labels
                .number_range
                .replace("{min}", &min.to_string())
                .replace("{max}", &max.to_string()),
        },
        Input::OneOf { .. } | Input::AnyOf { .. } if !marked => Room::Lines { lines: 1 },
        Input::OneOf { choices } => Room::Marks {
            one: true,
            marks: marks(name, choices, answer),
        },
        Input::AnyOf { choices } => Room::Marks {
            one: false,
            marks: marks(name, choices, answer),
        },
    }
}

fn marks(name: &str, choices: &[Choice], answer: Option<&AnswerValue>) -> Vec<Mark> {
    choices
        .iter()
        .map(|choice| Mark {
            label: one_line(&choice.label),
            tick: Tick {
                name: name.to_owned(),
                option: choice.id.to_string(),
                ticked: answer.is_some_and(|value| holds(value, choice)),
                counts: counts(choice),
            },
        })
        .collect()
}

/// What a choice counts in a score: its id, when that is a number.
pub(super) fn counts(choice: &Choice) -> String {
    let id = choice.id.as_str();
    id.parse::<u8>()
        .map_or_else(|_| String::new(), |_| id.to_owned())
}

/// Names choices one after another.
fn names<'a>(choices: impl Iterator<Item = &'a Choice>) -> String {
    let labels: Vec<&str> = choices.map(|choice| choice.label.as_str()).collect();
    labels.join(", ")
}

/// What the head of a column says below its label: the hint, and the choices that no cell has room for.
pub(super) fn column_hint(asked: &Asked) -> String {
    let choices = match &asked.input {
        Input::OneOf { choices } | Input::AnyOf { choices } if !is_marked(asked, true) => {
            names(choices.iter())
        }
        _ => String::new(),
    };
    let said: Vec<&str> = [asked.hint.as_str(), choices.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    one_line(&said.join(" "))
}

/// Pieces in the making, with fields that wait for company on their line.
#[derive(Default)]
struct Lines {
    open: Vec<Field>,
    pieces: Vec<Piece>,
}

impl Lines {
    fn add(&mut self, field: Field) {
        let taken: u8 = self.open.iter().map(|field| field.share).sum();
        if taken + field.share > LINE {
            self.close();
        }
        self.open.push(field);
    }

    /// Ends the line. A field that stayed alone has all of it.
    fn close(&mut self) {
        if let [alone] = self.open.as_mut_slice() {
            alone.share = LINE;
        }
        if !self.open.is_empty() {
            let fields = std::mem::take(&mut self.open);
            self.pieces.push(Piece::Fields { fields });
        }
    }

    fn end(mut self) -> Vec<Piece> {
        self.close();
        self.pieces
    }
}

/// Sets the parts of a worksheet; `many` when it has filled copies of its own.
pub(super) fn parts(
    block: &BlockId,
    many: bool,
    given: &[WorksheetPart],
    filled: &Filled<'_>,
    labels: &Labels,
    large: bool,
) -> Vec<Piece> {
    let mut lines = Lines::default();
    for part in given {
        match part {
            WorksheetPart::Field { field: asked } => {
                let answer = filled.at(block, &asked.id, 0, many);
                lines.add(Field {
                    share: asked.breadth(answer).sixths(large),
                    ..field(name(block, &asked.id, 0), asked, answer, labels)
                });
            }
            WorksheetPart::Group {
                title,
                rows,
                fields,
                layout,
                ..
            } => {
                lines.close();
                let rows = u16::from(*rows).max(filled.rows(block, fields, many));
                let rows = (0..rows).map(|row| {
                    let asked = fields.iter().map(|asked| Answered {
                        name: name(block, &asked.id, row),
                        asked,
                        answer: filled.at(block, &asked.id, row, many),
                    });
                    asked.collect::<Vec<_>>()
                });
                if layout.is_table(large) {
                    lines.pieces.push(Piece::Table(Table {
                        kind: TableKind::Writing,
                        title: one_line(title),
                        columns: columns(fields),
                        rows: rows.map(|row| table_row(row, labels)).collect(),
                    }));
                    continue;
                }
                if !title.is_empty() {
                    lines.pieces.push(Piece::Paragraph {
                        words: vec![Run::Strong(one_line(title))],
                        leads: true,
                    });
                }
                lines.pieces.push(Piece::List {
                    kind: ListKind::Cards,
                    items: rows.map(|row| card(row, labels, large)).collect(),
                    leads: false,
                });
            }
        }
    }
    lines.end()
}

/// A field in a row of a group: what is asked, and what was answered.
struct Answered<'a> {
    name: String,
    asked: &'a Asked,
    answer: Option<&'a AnswerValue>,
}

fn table_row(row: Vec<Answered<'_>>, labels: &Labels) -> Row {
    let fields: Vec<Field> = row
        .into_iter()
        .map(|it| in_cell(it.name, it.asked, it.answer, labels))
        .collect();
    Row {
        whole: stays_whole(&fields),
        cells: fields.into_iter().map(Cell::Field).collect(),
    }
}

/// A card: its fields two by two, and each that asks for a whole line on its own.
fn card(row: Vec<Answered<'_>>, labels: &Labels, large: bool) -> Item {
    let is_brief = |asked: &Asked| {
        asked.label.chars().count() <= LONGEST_IN_LARGE_CARD && asked.hint.is_empty()
    };
    let pairs = !large || row.iter().all(|it| is_brief(it.asked));
    let fields: Vec<Field> = row
        .into_iter()
        .map(|it| {
            let half = pairs && it.asked.breadth(it.answer) != Breadth::Whole;
            Field {
                share: if half { LINE / 2 } else { LINE },
                ..field(it.name, it.asked, it.answer, labels)
            }
        })
        .collect();
    let whole = stays_whole(&fields);
    let mut lines = Lines::default();
    fields.into_iter().for_each(|field| lines.add(field));
    Item {
        pieces: lines.end(),
        whole,
    }
}
