//! A caseload as another program writes it, read into people. Pure: bytes, the day and who is there already come in.

mod columns;
mod dates;
mod table;
#[cfg(test)]
mod tests;
mod words;

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use chrono::{NaiveDate, NaiveDateTime};
use domain::{Lang, calendar::can_be_meant};

pub use self::table::{MOST_BYTES, MOST_ROWS, NoTable};
use self::table::{Row, Table};
use crate::wire::{CaseloadColumn, CaseloadHeading, CaseloadHow, Encoding, RowFault, Twice};

/// No name and no number is longer.
const LONGEST: usize = 200;
/// Cells of a column that are shown.
const SAMPLES: usize = 3;

/// A table with what its rows come to.
#[derive(Clone, Debug)]
pub struct Caseload {
    /// How it is understood.
    pub how: CaseloadHow,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What parts its cells.
    pub separator: char,
    /// Its columns.
    pub columns: Vec<CaseloadHeading>,
    /// Its rows, the headings left out.
    pub lines: Vec<Line>,
    /// What the file held.
    pub seen: String,
}

/// What a row comes to.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its line in the file, from 1.
    pub line: u32,
    /// Who it seems to be; may be empty.
    pub who: Newcomer,
    /// What is wrong with it; nobody comes in with a fault.
    pub faults: Vec<RowFault>,
    /// Whom it seems to be already.
    pub twice: Option<Twice>,
}

/// Somebody of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Newcomer {
    /// What they want to be called.
    pub name: String,
    /// The clinic's number for them; may be empty.
    pub record_number: String,
    /// The language of their pages; `None` for that of the program.
    pub language: Option<Lang>,
    /// The day their course began; `None` for today.
    pub started_on: Option<NaiveDate>,
    /// The next appointment.
    pub next_meeting: Option<NaiveDateTime>,
}

/// Who is in the vault already: what they are called, and their record number.
pub type Known = Vec<(String, String)>;

/// Reads a file; without `how` it is guessed how.
///
/// # Errors
/// Why it is no table.
pub fn read(
    bytes: &[u8],
    how: Option<CaseloadHow>,
    today: NaiveDate,
    known: &Known,
) -> Result<Caseload, NoTable> {
    let Table {
        encoding,
        separator,
        rows,
    } = table::read(bytes)?;
    let first = rows.first().ok_or(NoTable::Empty)?;
    let how = how.unwrap_or_else(|| guess(first, &rows));
    let rest = rows.get(usize::from(how.headings)..).unwrap_or_default();
    if rest.is_empty() {
        return Err(NoTable::Empty);
    }
    let mut there = There::new(known);
    let lines = rest
        .iter()
        .map(|row| there.meet(line(row, &how, first.cells.len(), today)))
        .collect();
    Ok(Caseload {
        columns: (0..first.cells.len())
            .map(|n| heading(n, how.headings.then_some(first), rest))
            .collect(),
        how,
        encoding,
        separator,
        lines,
        seen: seen(bytes),
    })
}

fn guess(first: &Row, rows: &[Row]) -> CaseloadHow {
    let headings = columns::are_headings(first);
    let columns = if headings {
        columns::guess(first)
    } else {
        vec![None; first.cells.len()]
    };
    let days: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| {
            matches!(
                column,
                Some(CaseloadColumn::StartedOn | CaseloadColumn::NextMeeting)
            )
        })
        .map(|(n, _)| n)
        .collect();
    let cells = rows
        .iter()
        .flat_map(|row| days.iter().filter_map(|n| row.cells.get(*n)));
    CaseloadHow {
        day_first: columns::day_first(cells.map(String::as_str)),
        columns,
        headings,
    }
}

fn heading(n: usize, first: Option<&Row>, rows: &[Row]) -> CaseloadHeading {
    let cell = |row: &Row| row.cells.get(n).cloned().unwrap_or_default();
    CaseloadHeading {
        heading: first.map(cell).unwrap_or_default(),
        samples: rows
            .iter()
            .map(cell)
            .filter(|cell| !cell.is_empty())
            .take(SAMPLES)
            .collect(),
    }
}

fn line(row: &Row, how: &CaseloadHow, width: usize, today: NaiveDate) -> Line {
    use CaseloadColumn as C;
    let mut faults = Vec::new();
    let cell = |column: C| {
        let at = how.columns.iter().position(|each| *each == Some(column));
        let cell = at.and_then(|at| row.cells.get(at));
        domain::text::clean(cell.map_or("", String::as_str))
    };
    if row.cells.len() > width {
        faults.push(RowFault::TooManyCells);
    }
    let name = match cell(C::Name) {
        whole if !whole.is_empty() => whole,
        _ => [cell(C::FirstName), cell(C::LastName)]
            .join(" ")
            .trim()
            .to_owned(),
    };
    if name.is_empty() {
        faults.push(RowFault::NameMissing);
    }
    let record_number = cell(C::RecordNumber);
    for (column, text) in [(C::Name, &name), (C::RecordNumber, &record_number)] {
        if text.chars().count() > LONGEST {
            faults.push(RowFault::TooLong { column });
        }
    }
    let language = match cell(C::Language) {
        text if text.is_empty() => None,
        text => {
            let language = columns::language(&text);
            if language.is_none() {
                faults.push(RowFault::NoLanguage { text: short(&text) });
            }
            language
        }
    };
    let mut moment = |column: C| {
        let text = cell(column);
        if text.is_empty() {
            return None;
        }
        let read = dates::moment(&text, how.day_first, today);
        let fault = match read {
            None => RowFault::NoDay {
                column,
                text: short(&text),
            },
            Some((day, _)) if !can_be_meant(day, today) => RowFault::FarOff {
                column,
                text: short(&text),
            },
            Some((day, _)) if column == C::StartedOn && day > today => {
                RowFault::Ahead { text: short(&text) }
            }
            Some((day, _)) if column == C::NextMeeting && day < today => {
                RowFault::GoneBy { text: short(&text) }
            }
            Some(read) => return Some(read),
        };
        faults.push(fault);
        None
    };
    let started_on = moment(C::StartedOn).map(|(day, _)| day);
    let next_meeting = moment(C::NextMeeting).map(|(day, time)| dates::at(day, time));
    Line {
        line: row.line,
        who: Newcomer {
            name: short(&name),
            record_number: short(&record_number),
            language,
            started_on,
            next_meeting,
        },
        faults,
        twice: None,
    }
}

/// A text as long as one can be here; a longer one has its own fault and is shown by its beginning.
fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// Who is there already, by number and by name.
struct There {
    numbers: HashMap<String, Somebody>,
    names: HashMap<String, Somebody>,
}

#[derive(Clone)]
struct Somebody {
    name: String,
    /// The line of the file they stand on; `None` for who is in the vault.
    line: Option<u32>,
    numbered: bool,
}

impl There {
    fn new(known: &Known) -> Self {
        let mut there = Self {
            numbers: HashMap::new(),
            names: HashMap::new(),
        };
        for (name, number) in known {
            there.remember(name, number, None);
        }
        there
    }

    fn remember(&mut self, name: &str, number: &str, line: Option<u32>) {
        let who = Somebody {
            name: name.to_owned(),
            line,
            numbered: !number.is_empty(),
        };
        if who.numbered {
            self.numbers
                .entry(words::plain(number))
                .or_insert_with(|| who.clone());
        }
        if !name.is_empty() {
            self.names.entry(words::plain(name)).or_insert(who);
        }
    }

    /// Says of a row whom it seems to be. People with one name and two numbers are two people.
    fn meet(&mut self, mut line: Line) -> Line {
        let (name, number) = (line.who.name.clone(), line.who.record_number.clone());
        let by_number = self
            .numbers
            .get(&words::plain(&number))
            .filter(|_| !number.is_empty());
        let by_name = self
            .names
            .get(&words::plain(&name))
            .filter(|known| !known.numbered || number.is_empty());
        line.twice = by_number.or(by_name).map(|known| Twice {
            name: known.name.clone(),
            line: known.line,
            same_number: by_number.is_some(),
        });
        if line.faults.is_empty() && line.twice.is_none() {
            self.remember(&name, &number, Some(line.line));
        }
        line
    }
}

fn seen(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
