//! What is wrong with a pack: each problem names file, line and what to write instead.
//!
//! Readers collect into a [`Report`] and go on with a placeholder, so that an author sees everything in one go; the
//! loader throws the placeholders away by refusing to build anything from a report that is not empty.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use crate::content::hidden;

/// More problems than anybody reads; a hostile file must not fill the memory with them.
const MOST_PROBLEMS: usize = 1_000;

/// One thing to mend in a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PackProblem")]
pub struct Problem {
    /// The file, relative to the pack.
    pub file: String,
    /// The line, from 1; 0 means the whole file.
    pub line: u32,
    /// What is wrong, without a full stop.
    pub what: String,
    /// What to write or do instead, without a full stop.
    pub instead: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            what,
            instead,
        } = self;
        if *line == 0 {
            write!(f, "{file}: {what}. {instead}.")
        } else {
            write!(f, "{file}:{line}: {what}. {instead}.")
        }
    }
}

/// Everything wrong with a pack, by file and line. Never empty when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Wraps a list, sorted by file and line.
    pub fn new(mut list: Vec<Problem>) -> Self {
        list.sort();
        list.dedup();
        Self(list)
    }

    /// Returns the problems in order.
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }

    /// Unwraps the list.
    pub fn into_vec(self) -> Vec<Problem> {
        self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, problem) in self.0.iter().enumerate() {
            if place > 0 {
                writeln!(f)?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

/// Collects problems while reading.
#[derive(Default)]
pub(crate) struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// Adds a problem at a line of a file.
    pub(crate) fn add(
        &mut self,
        file: &str,
        line: u32,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem {
                file: showable(file),
                line,
                what: showable(&what.into()),
                instead: showable(&instead.into()),
            });
        }
    }

    /// Returns how many problems there are so far.
    pub(crate) fn count(&self) -> usize {
        self.problems.len()
    }

    /// Adds a problem at a byte offset of a source.
    pub(crate) fn at(
        &mut self,
        source: &Source<'_>,
        offset: usize,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        self.add(source.file, source.line(offset), what, instead);
    }

    /// Passes on a value only when nothing is wrong.
    pub(crate) fn pass<T>(self, value: T) -> Result<T, Problems> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self.refuse())
        }
    }

    /// Gives up with what was found.
    pub(crate) fn refuse(self) -> Problems {
        Problems::new(self.problems)
    }
}

/// Makes text fit for a terminal: what was quoted from a pack may hold escape codes, turned directions or a megabyte.
fn showable(text: &str) -> String {
    const LONGEST: usize = 400;
    let mut shown = String::new();
    for c in text.chars().take(LONGEST) {
        if c == '\n' || c == '\t' {
            shown.push(' ');
        } else if hidden(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

/// A piece of a file that knows which line it starts at, such as the body of a fence.
pub(crate) struct Source<'a> {
    /// The file it is from.
    pub file: &'a str,
    /// The piece.
    pub text: &'a str,
    first_line: u32,
    /// Offsets of the line feeds, so that ten thousand look-ups in one file stay cheap.
    feeds: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(file: &'a str, text: &'a str, first_line: u32) -> Self {
        let feeds = text.match_indices('\n').map(|(at, _)| at).collect();
        Self {
            file,
            text,
            first_line,
            feeds,
        }
    }

    /// Returns the line of the file that holds a byte offset.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        let before = self.feeds.partition_point(|&feed| feed < offset);
        self.first_line
            .saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
    }
}

/// Returns the nearest of the allowed words when the written one looks like a slip of it.
pub(crate) fn nearest<'w>(
    written: &str,
    allowed: impl IntoIterator<Item = &'w str>,
) -> Option<&'w str> {
    if written.chars().count() > 40 {
        return None;
    }
    allowed
        .into_iter()
        .map(|word| (distance(written, word), word))
        .filter(|(steps, word)| *steps <= 2.min(word.len().div_ceil(2)))
        .min()
        .map(|(_, word)| word)
}

/// Counts the letters to change, add or take out to get from one word to the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        let mut left = i + 1;
        for ((cb, above), diagonal) in b.iter().zip(row.iter().skip(1)).zip(&row) {
            left = (diagonal + usize::from(ca != *cb))
                .min(above + 1)
                .min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_word_and_a_foreign_word_does_not() {
        let keys = ["title", "intro", "columns", "rows"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("row", keys), Some("rows"));
        assert_eq!(nearest("aks", ["ask", "ticks"]), Some("ask"));
        assert_eq!(nearest("prompt", keys), None);
        assert_eq!(nearest("", keys), None);
    }

    #[test]
    fn an_offset_finds_its_line() {
        let source = Source::new("a.md", "one\ntwo\n\nfour", 10);
        for (offset, line) in [(0, 10), (3, 10), (4, 11), (8, 12), (9, 13), (99, 13)] {
            assert_eq!(source.line(offset), line, "offset {offset}");
        }
    }

    #[test]
    fn nothing_quoted_from_a_pack_can_command_a_terminal() {
        let mut report = Report::default();
        report.add("\u{1b}[2Ja.md", 1, "\u{202E}x\ny", "z".repeat(1_000_000));
        let problems = report.pass(()).unwrap_err();
        let problem = &problems.as_slice()[0];
        assert_eq!(problem.file, "\\u{1b}[2Ja.md");
        assert_eq!(problem.what, "\\u{202e}x y");
        assert_eq!(problem.instead.chars().count(), 401);
    }

    #[test]
    fn a_problem_of_a_whole_file_shows_no_line() {
        let mut report = Report::default();
        report.add("pack.toml", 0, "The file is missing", "Write it");
        report.add("a.md", 3, "HTML", "Write words");
        let problems = report.pass(()).unwrap_err();
        assert_eq!(
            problems.to_string(),
            "a.md:3: HTML. Write words.\npack.toml: The file is missing. Write it."
        );
    }
}
