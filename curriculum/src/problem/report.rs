//! Collects problems while reading.
//!
//! Readers add to a [`Report`] and go on with a placeholder, so that an author sees everything in one go; the loader
//! throws the placeholders away by refusing to build anything from a report that is not empty.

use super::{
    hidden::hidden,
    problems::{Problem, Problems},
    source::Source,
};

/// More problems than anybody reads; a hostile file must not fill the memory with them.
const MOST_PROBLEMS: usize = 1_000;

/// The problems found so far.
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

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
