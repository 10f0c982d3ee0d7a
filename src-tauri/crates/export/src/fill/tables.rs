//! Tables: checklists and ratings, the rows of a group, services, and tables to read.

use chrono::NaiveDate;
use domain::{
    BlockId, FieldId,
    document::{self, Choice, Field as Asked, ServiceEntry, Words},
};

use super::{
    answers::{Filled, name},
    fields::{column_hint, counts, line},
    labels::Labels,
    pieces::{Cell, Column, Field, Row, Table, TableKind, Tick},
    words::{Run, length, one_line, runs, with_hint},
};

/// A row with more characters than this may break across pages, since it might not fit on one.
const LONGEST_WHOLE_ROW: usize = 500;

/// How many blank rows invite to write services down.
const BLANK_SERVICES: usize = 3;

/// Tells whether what was said in fields is short enough to stay whole.
pub(super) fn stays_whole(fields: &[Field]) -> bool {
    let said = fields.iter().filter_map(|field| field.said.as_ref());
    said.map(|said| said.length).sum::<usize>() <= LONGEST_WHOLE_ROW
}

fn column(label: &str, weight: u16) -> Column {
    Column {
        label: one_line(label),
        hint: String::new(),
        weight,
    }
}

/// The columns of a group.
pub(super) fn columns(fields: &[Asked]) -> Vec<Column> {
    fields
        .iter()
        .map(|asked| Column {
            hint: column_hint(asked),
            ..column(&asked.label, asked.input.weight())
        })
        .collect()
}

fn reads(words: Vec<Run>) -> Cell {
    Cell::Words { words }
}

fn says(words: &str) -> Cell {
    if words.is_empty() {
        return reads(Vec::new());
    }
    reads(vec![Run::Plain(one_line(words))])
}

/// A checklist or a rating: rows to tick in columns, and free lines below them.
pub(super) fn marks(
    block: &BlockId,
    columns: &[Choice],
    rows: &[document::Row],
    others: u8,
    one: bool,
    filled: &Filled<'_>,
    labels: &Labels,
) -> Table {
    let tick = |name: &str, choice: &Choice, ticked| Cell::Tick {
        tick: Tick {
            name: name.to_owned(),
            option: choice.id.to_string(),
            ticked,
            counts: counts(choice),
        },
        one,
    };
    let mut set: Vec<Row> = rows
        .iter()
        .map(|row| {
            let says = reads(with_hint(Run::Plain(one_line(&row.label)), &row.hint));
            let known = name(block, &row.id, 0);
            let ticks = columns
                .iter()
                .map(|choice| tick(&known, choice, filled.ticked(block, &row.id, choice)));
            Row {
                cells: std::iter::once(says).chain(ticks).collect(),
                whole: true,
            }
        })
        .collect();
    set.extend((1..=others).map(|number| {
        let known = name(block, &FieldId::new(format!("other-{number}")), 0);
        let other = line(known, &labels.other, filled.other(block, number));
        // What was written there was meant as it stands; empty boxes beside it would ask again.
        let written = other.said.is_some();
        let whole = stays_whole(std::slice::from_ref(&other));
        let ticks = columns.iter().map(|choice| {
            if written {
                says("")
            } else {
                // What is ticked beside a line of one's own is no answer of its own.
                tick("", choice, false)
            }
        });
        Row {
            cells: std::iter::once(Cell::Field(other)).chain(ticks).collect(),
            whole,
        }
    }));
    let ticked = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    let name = tick_names(ticked);
    let heads = columns
        .iter()
        .map(|choice| column(&choice.label, NARROWEST));
    Table {
        kind: TableKind::Marks,
        title: String::new(),
        columns: std::iter::once(column("", name)).chain(heads).collect(),
        rows: set,
    }
}

/// The narrowest column, by which the others are weighed; see [`domain::document::Input::weight`].
const NARROWEST: u16 = 10;

/// How wide the names of rows are beside so many columns of ticks: what few ticks leave, and never less than four parts
/// of nine.
fn tick_names(columns: u16) -> u16 {
    let left = 61_u16.saturating_sub(columns.saturating_mul(NARROWEST));
    left.max(columns.saturating_mul(8))
}

/// Who can help, and when somebody last made sure. With none entered, room to write them down.
pub(super) fn services(entries: &[ServiceEntry], labels: &Labels, today: NaiveDate) -> Table {
    let columns = vec![
        column(&labels.service, 21),
        column(&labels.phone, 15),
        column(&labels.hours, 13),
        column(&labels.checked, 15),
    ];
    let (kind, rows) = if entries.is_empty() {
        let blank = || Row {
            cells: columns
                .iter()
                .map(|_| Cell::Field(line(String::new(), "", None)))
                .collect(),
            whole: true,
        };
        let rows = std::iter::repeat_with(blank).take(BLANK_SERVICES);
        (TableKind::Writing, rows.collect())
    } else {
        let rows = entries.iter().map(|entry| service(entry, labels, today));
        (TableKind::Reading, rows.collect())
    };
    Table {
        kind,
        title: String::new(),
        columns,
        rows,
    }
}

fn service(entry: &ServiceEntry, labels: &Labels, today: NaiveDate) -> Row {
    let name = Run::Strong(one_line(&entry.name));
    let mut checked = vec![Run::Soft(entry.checked_on.map_or_else(
        || labels.not_checked.clone(),
        |day| labels.day_in_words(day),
    ))];
    if entry.is_long_ago(today) {
        checked.extend([Run::Break, Run::Strong(labels.checked_long_ago.clone())]);
    }
    Row {
        cells: vec![
            reads(with_hint(name, &entry.what_for)),
            says(&entry.phone),
            says(&entry.hours),
            reads(checked),
        ],
        whole: true,
    }
}

/// A table to read. Columns are as wide as their longest cell asks, within reason; a row too short or too long for the
/// heads is filled up or cut, so that no writer meets a crooked table.
pub(super) fn reading(table: &document::Table) -> Table {
    let widest = |place: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(place));
        cells.map(length).max().unwrap_or(0)
    };
    let columns: Vec<Column> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, label)| {
            let widest = widest(place).max(label.len()).clamp(8, 40);
            column(label, u16::try_from(widest).unwrap_or(u16::MAX))
        })
        .collect();
    let rows = table.rows.iter().map(|row| Row {
        cells: (0..columns.len())
            .map(|place| reads(row.get(place).map(runs).unwrap_or_default()))
            .collect(),
        whole: row.iter().map(length).sum::<usize>() <= LONGEST_WHOLE_ROW,
    });
    Table {
        kind: TableKind::Reading,
        title: one_line(&table.title),
        rows: rows.collect(),
        columns,
    }
}

/// A table of few plain words in each cell.
pub(super) fn plain(title: &str, columns: Vec<String>, rows: Vec<Vec<String>>) -> Table {
    let cell = |text: String| -> Words { vec![document::Inline::Plain(text)] };
    reading(&document::Table {
        title: title.to_owned(),
        columns,
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(cell).collect())
            .collect(),
    })
}
