//! A file of any origin as a table: which letters, which separator, which rows.

use csv::ReaderBuilder;

use crate::wire::Encoding;

/// As many rows come in at once; more is no caseload but a register.
pub const MOST_ROWS: usize = 20_000;
/// A longer file is not read.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// Rows that are looked at to find the separator.
const LOOKED_AT: usize = 20;
/// Bytes that are looked at to find the encoding.
const LETTERS: usize = 400;

/// A table as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How its letters are written.
    pub encoding: Encoding,
    /// What parts its cells.
    pub separator: char,
    /// Every row that holds anything, the first one included.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u32,
    /// What stands in it, without the spaces around.
    pub cells: Vec<String>,
}

/// Why a file is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// It holds something else than letters.
    NoText,
    /// It holds nothing.
    Empty,
    /// It holds so many rows.
    TooMany(usize),
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<Table, NoTable> {
    let (text, encoding) = decode(bytes).ok_or(NoTable::NoText)?;
    let (text, said) = separator_line(&text);
    let separator = said.unwrap_or_else(|| guess_separator(text));
    // The line that names the separator is the first of the file.
    let before = u32::from(said.is_some());
    let mut rows = Vec::new();
    let mut count = 0;
    for row in records(text, separator) {
        if row.cells.iter().all(String::is_empty) {
            continue;
        }
        count += 1;
        // Counted to the end, so that the sentence can say how many there are.
        if rows.len() <= MOST_ROWS {
            rows.push(Row {
                line: row.line + before,
                ..row
            });
        }
    }
    match count {
        0 => Err(NoTable::Empty),
        // One more for the headings.
        count if count > MOST_ROWS + 1 => Err(NoTable::TooMany(count)),
        _ => Ok(Table {
            encoding,
            separator: char::from(separator),
            rows,
        }),
    }
}

/// Reads the letters; nothing when they are none.
fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let few = bytes.len().min(LETTERS) / 8;
    let (text, encoding) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => {
            (std::str::from_utf8(rest).ok()?.to_owned(), Encoding::Utf8)
        }
        [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, Encoding::Utf16),
        [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, Encoding::Utf16),
        _ => match zeros(bytes) {
            (0, second) if second > few => (utf16(bytes, u16::from_le_bytes)?, Encoding::Utf16),
            (first, 0) if first > few => (utf16(bytes, u16::from_be_bytes)?, Encoding::Utf16),
            _ => match std::str::from_utf8(bytes) {
                Ok(text) => (text.to_owned(), Encoding::Utf8),
                Err(_) => (
                    bytes.iter().map(|byte| windows_1252(*byte)).collect(),
                    Encoding::Windows1252,
                ),
            },
        },
    };
    let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    (!text.contains(strange)).then_some((text, encoding))
}

/// How many of the first bytes are zero, at even and at odd places. Western words in UTF-16 have them at one of the two,
/// words in the other encodings at neither.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let at = |offset: usize| {
        let each = bytes.iter().take(LETTERS).skip(offset).step_by(2);
        each.filter(|byte| **byte == 0).count()
    };
    (at(0), at(1))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (units, []) = bytes.as_chunks::<2>() else {
        return None;
    };
    char::decode_utf16(units.iter().map(|pair| unit(*pair)))
        .collect::<Result<_, _>>()
        .ok()
}

/// A letter of Windows-1252, by the WHATWG encoding standard. Between 80 and 9F it differs from Latin-1.
fn windows_1252(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    let special = byte
        .checked_sub(0x80)
        .and_then(|at| FROM_80.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// Some spreadsheets name the separator in a line of its own: `sep=;`.
fn separator_line(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (text, None);
    };
    match first.trim_end_matches('\r').as_bytes() {
        [
            b's' | b'S',
            b'e' | b'E',
            b'p' | b'P',
            b'=',
            separator @ (b',' | b';' | b'\t'),
        ] => (rest, Some(*separator)),
        _ => (text, None),
    }
}

/// The separator that makes the most columns which most rows have.
fn guess_separator(text: &str) -> u8 {
    let columns = |separator: u8| {
        let rows: Vec<usize> = records(text, separator)
            .take(LOOKED_AT)
            .map(|row| row.cells.len())
            .collect();
        let first = rows.first().copied().unwrap_or(0);
        let alike = rows.iter().filter(|count| **count == first).count();
        if first > 1 { first * alike } else { 0 }
    };
    // Where two make as many, the last: names and decimals hold commas, and nothing holds tabs.
    [b',', b';', b'\t']
        .into_iter()
        .filter(|separator| columns(*separator) > 0)
        .max_by_key(|separator| columns(*separator))
        .unwrap_or(b',')
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = Row> {
    let reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // Letters are letters by now, and rows may be of any length: nothing is left that could fail.
    reader
        .into_records()
        .filter_map(Result::ok)
        .map(|record| Row {
            line: record
                .position()
                .and_then(|at| u32::try_from(at.line()).ok())
                .unwrap_or(u32::MAX),
            cells: record.iter().map(|cell| cell.trim().to_owned()).collect(),
        })
}
