//! Which pages of a print somebody wants, as they type it: `2-4, 7`. What it means for a print of so many pages is worked out
//! here as well, so that no printer and no dialog reads it in a way of its own.

use std::{fmt, ops::RangeInclusive};

/// Pages that somebody asked for, in the order of the print, none of them twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRange(Vec<Span>);

/// From a page to a page; without the second, to the last there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    first: usize,
    last: Option<usize>,
}

/// What was typed names no pages, or pages that are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchPages;

/// Longer than any print, so that a number never runs over.
const MOST: usize = 99_999;

impl PageRange {
    /// Reads what was typed; `None` where nothing was, which means every page.
    ///
    /// Numbers and spans are parted by commas, semicolons or spaces; a span has any dash, and may lack its beginning or its
    /// end: `-3` and `7-` are the first three, and all from the seventh.
    ///
    /// # Errors
    /// [`NoSuchPages`] for anything else, page 0, and a span that runs backwards: nobody knows which was meant.
    pub fn read(typed: &str) -> Result<Option<Self>, NoSuchPages> {
        let dashes = ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '−'];
        let mut spans = Vec::new();
        for part in typed.replace(dashes, "-").split([',', ';']) {
            let mut part = part.trim().to_owned();
            // A dash belongs to the numbers beside it, with spaces or without.
            while part.contains(" -") || part.contains("- ") {
                part = part.replace(" -", "-").replace("- ", "-");
            }
            for word in part.split_whitespace() {
                spans.push(Span::read(word)?);
            }
        }
        Ok((!spans.is_empty()).then(|| Self(in_order(spans))))
    }

    /// The pages of a print that has so many.
    ///
    /// # Errors
    /// [`NoSuchPages`] when one that was named is not there.
    pub fn within(&self, count: usize) -> Result<Vec<RangeInclusive<usize>>, NoSuchPages> {
        self.0
            .iter()
            .map(|span| {
                let last = span.last.unwrap_or(count);
                let there = span.first <= last && last <= count;
                there.then_some(span.first..=last).ok_or(NoSuchPages)
            })
            .collect()
    }
}

impl fmt::Display for PageRange {
    /// As `read` reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, span) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match span.last {
                Some(last) if last == span.first => write!(f, "{last}")?,
                Some(last) => write!(f, "{}-{last}", span.first)?,
                None => write!(f, "{}-", span.first)?,
            }
        }
        Ok(())
    }
}

impl Span {
    fn read(word: &str) -> Result<Self, NoSuchPages> {
        let page = |digits: &str| match digits.parse::<usize>() {
            Ok(page @ 1..=MOST) if digits.bytes().all(|byte| byte.is_ascii_digit()) => Ok(page),
            _ => Err(NoSuchPages),
        };
        let (first, last) = match word.split_once('-') {
            None => (page(word)?, Some(page(word)?)),
            Some(("", last)) => (1, Some(page(last)?)),
            Some((first, "")) => (page(first)?, None),
            Some((first, last)) => (page(first)?, Some(page(last)?)),
        };
        if last.is_some_and(|last| last < first) {
            return Err(NoSuchPages);
        }
        Ok(Self { first, last })
    }
}

/// Puts spans in the order of the print, and those together that touch.
fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| span.first);
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(before) if before.last.is_none_or(|last| span.first <= last + 1) => {
                before.last = match (before.last, span.last) {
                    (Some(a), Some(b)) => Some(a.max(b)),
                    _ => None,
                };
            }
            _ => joined.push(span),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn pages_are_read_as_people_type_them() {
        for (typed, of_nine) in [
            ("2-4, 7", "2-4, 7"),
            ("7,2-4", "2-4, 7"),
            (" 2 – 4 ; 7 ", "2-4, 7"),
            ("2—4 7", "2-4, 7"),
            ("3", "3"),
            ("3,3 3", "3"),
            ("1-3,2-5,6", "1-6"),
            ("-2", "1-2"),
            ("7-", "7-"),
            ("7-, 8", "7-"),
            ("8, 2-", "2-"),
            ("1-9", "1-9"),
        ] {
            let read = PageRange::read(typed).unwrap().unwrap();
            assert_eq!(read.to_string(), of_nine, "{typed}");
            assert_eq!(PageRange::read(of_nine), Ok(Some(read.clone())), "{typed}");
            assert!(read.within(9).is_ok(), "{typed}");
        }
        for typed in ["", "  ", ",", " ; , "] {
            assert_eq!(PageRange::read(typed), Ok(None), "{typed:?}");
        }
    }

    #[test]
    fn what_names_no_pages_is_refused() {
        for typed in [
            "0",
            "0-3",
            "4-2",
            "a",
            "2-b",
            "-",
            "--3",
            "1-2-3",
            "1.5",
            "+3",
            "٣",
            "100000",
            "2 to 4",
            "99999999999999999999999",
        ] {
            assert_eq!(PageRange::read(typed), Err(NoSuchPages), "{typed}");
        }
    }

    #[test]
    fn a_page_that_is_not_there_is_not_passed_over() {
        let of = |typed: &str, count| PageRange::read(typed).unwrap().unwrap().within(count);
        assert_eq!(of("2-4, 7", 7), Ok(vec![2..=4, 7..=7]));
        assert_eq!(of("2-4, 7", 6), Err(NoSuchPages));
        assert_eq!(of("5-", 6), Ok(vec![5..=6]));
        assert_eq!(of("5-", 4), Err(NoSuchPages));
        assert_eq!(of("1", 0), Err(NoSuchPages));
    }
}
