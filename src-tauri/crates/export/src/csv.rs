//! Tables as comma-separated values (RFC 4180, UTF-8, CRLF), which no spreadsheet takes for formulas.
//!
//! A cell of words that a spreadsheet would compute gets an apostrophe before it, which is how spreadsheets themselves mark
//! text (OWASP, *CSV injection*). [`read_words`] takes it away again, so nothing is lost.

use chrono::NaiveDate;
use domain::number::Hundredths;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Nothing,
    /// Somebody's words.
    Words(String),
    /// A word of ours: a code, a slug or a pseudonym.
    Code(String),
    /// A whole number.
    Whole(i64),
    /// A number with at most two decimals, which stand behind a point.
    Number(Hundredths),
    /// A day, as ISO 8601 writes it.
    Day(NaiveDate),
    /// Yes or no, as `true` and `false`.
    Yes(bool),
}

/// Marks a file as UTF-8 for spreadsheets that would guess otherwise.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Writes a table; every row has as many cells as there are heads.
pub fn write(heads: &[&str], rows: &[Vec<Cell>], byte_order_mark: bool) -> String {
    let mut text = String::new();
    if byte_order_mark {
        text.push_str(BYTE_ORDER_MARK);
    }
    line(&mut text, heads.iter().map(|head| quoted(head)));
    for row in rows {
        line(&mut text, row.iter().map(written));
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    text.push_str("\r\n");
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Words(words) if is_computed(words) => quoted(&format!("'{words}")),
        Cell::Words(words) | Cell::Code(words) => quoted(words),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => number.plain(),
        Cell::Day(on) => on.format("%Y-%m-%d").to_string(),
        Cell::Yes(yes) => yes.to_string(),
    }
}

/// Gives back the words of a cell as they stand in the record.
pub fn read_words(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_computed(rest) => rest,
        _ => cell,
    }
}

/// Tells whether a spreadsheet would compute a cell: it begins with a sign that opens a formula, also after spaces, in
/// full width as East Asian keyboards type it, or behind apostrophes, so that taking one away is always right.
fn is_computed(words: &str) -> bool {
    let first = words
        .chars()
        .find(|letter| *letter != '\'' && !letter.is_whitespace());
    let breaks = words.starts_with(['\t', '\r', '\n']);
    breaks || first.is_some_and(|letter| "=+-@|%＝＋－＠".contains(letter))
}

fn quoted(text: &str) -> String {
    let plain = !text.contains([',', ';', '"', '\r', '\n', '\t'])
        && !text.starts_with(' ')
        && !text.ends_with(' ');
    if plain {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_written_as_rfc_4180_has_it() {
        let rows = [vec![
            Cell::Words("said \"no\", then\nwent".to_owned()),
            Cell::Nothing,
            Cell::Whole(-3),
            Cell::Number(Hundredths(750)),
            Cell::Yes(true),
        ]];
        let heads = ["words", "none", "days", "hours", "came"];
        let told = "words,none,days,hours,came\r\n\"said \"\"no\"\", then\nwent\",,-3,7.5,true\r\n";
        assert_eq!(write(&heads, &rows, false), told);
        assert_eq!(write(&heads, &rows, true), format!("\u{FEFF}{told}"));
    }

    #[test]
    fn no_words_are_a_formula_and_all_are_read_back() {
        for (words, cell) in [
            ("=1+2", "'=1+2"),
            ("+45 12", "'+45 12"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "\"'\t=1\""),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'t Hooft", "'t Hooft"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            let written = written(&Cell::Words(words.to_owned()));
            assert_eq!(written, cell);
            assert_eq!(read_words(written.trim_matches('"')), words);
        }
    }
}
