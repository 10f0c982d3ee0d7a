//! From bytes to words and ids: UTF-8 without surprises or hidden characters.

use crate::problem::{HIDDEN_INSTEAD, Report, hidden, hidden_what};

/// The most hidden characters named per file; the rest are more of the same.
const MOST_NAMED: usize = 5;

/// Reads a file as text. Reports what is not words; line feeds come out as plain `\n`.
pub(crate) fn decode(file: &str, bytes: &[u8], report: &mut Report) -> Option<String> {
    let unmarked = bytes.strip_prefix(b"\xEF\xBB\xBF");
    if unmarked.is_some() {
        report.add(
            file,
            1,
            "The file starts with an invisible byte order mark",
            "Save it as “UTF-8”, not as “UTF-8 with BOM”",
        );
    }
    let text = match std::str::from_utf8(unmarked.unwrap_or(bytes)) {
        Ok(text) => text.replace("\r\n", "\n"),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            report.add(
                file,
                line_after(good),
                "The file is not UTF-8 text",
                "Save it as UTF-8 in your editor",
            );
            return None;
        }
    };
    let mut line = 1;
    let mut named = 0;
    for c in text.chars() {
        if c == '\n' {
            line += 1;
        } else if hidden(c) && named < MOST_NAMED {
            named += 1;
            report.add(file, line, hidden_what(c), HIDDEN_INSTEAD);
        }
    }
    Some(text)
}

fn line_after(bytes: &[u8]) -> u32 {
    let feeds = bytes.iter().filter(|&&b| b == b'\n').count();
    u32::try_from(feeds).unwrap_or(u32::MAX).saturating_add(1)
}

/// Makes one line of words: runs of spaces and line feeds become one space. No-break spaces stay, they are meant.
pub(crate) fn one_line(words: &str) -> String {
    words
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The longest slug.
const LONGEST_SLUG: usize = 60;

/// Tells whether a word is an id: `a-z0-9` and single hyphens inside.
pub(crate) fn is_slug(word: &str) -> bool {
    word.len() <= LONGEST_SLUG
        && word.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// What a slug looks like, for the second half of a problem.
pub(crate) const SLUG_INSTEAD: &str =
    "Use a-z, 0-9 and single hyphens, at most 60 characters, such as “what-helps”";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn ids_are_lowercase_words_with_single_hyphens() {
        for good in ["a", "what-helps", "2-sheets", "x1"] {
            assert!(is_slug(good), "{good}");
        }
        let long = "a".repeat(61);
        for bad in ["", "-a", "a-", "a--b", "Å", "A", "a b", "a_b", &long] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn windows_line_ends_change_nothing_and_lone_returns_are_named() {
        let mut report = Report::default();
        assert_eq!(
            decode("a.md", b"one\r\ntwo", &mut report).unwrap(),
            "one\ntwo"
        );
        report.pass(()).unwrap();
        let mut report = Report::default();
        decode("a.md", b"one\ntwo\rthree", &mut report).unwrap();
        let problems = report.pass(()).unwrap_err();
        assert_eq!(problems.as_slice().first().map(|p| p.line), Some(2));
    }
}
