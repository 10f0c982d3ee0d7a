//! One value of a TOML file, read strictly: what is of the wrong kind is reported with its line and gives a placeholder.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::text::{SLUG_INSTEAD, is_slug, one_line};
use crate::problem::{At, HIDDEN_INSTEAD, Report, Source, escaped, hidden_what};

/// One value with its place.
pub(crate) struct Value<'a> {
    pub(super) source: &'a Source<'a>,
    /// The key it stands under, for problems.
    key: String,
    /// The line it starts at.
    pub line: u32,
    at: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
    pub(super) fn new(source: &'a Source<'a>, key: &str, at: &'a Spanned<DeValue<'a>>) -> Self {
        Self {
            source,
            key: key.to_owned(),
            line: source.line(at.span().start),
            at,
        }
    }

    /// Adds a problem at the line of the value.
    pub(crate) fn fault(
        &self,
        what: impl Into<String>,
        instead: impl Into<String>,
        report: &mut Report,
    ) {
        report.add(self.source.file, self.line, what, instead);
    }

    /// Reports that the value is of the wrong kind.
    pub(crate) fn wrong(&self, instead: &str, report: &mut Report) {
        let found = match self.at.get_ref() {
            DeValue::String(_) => "words",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a point",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a day or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        self.fault(
            format!("“{}” holds {found}", shorten(&self.key)),
            format!("Write {instead}"),
            report,
        );
    }

    /// Tells whether this is a table.
    pub(crate) fn is_table(&self) -> bool {
        matches!(self.at.get_ref(), DeValue::Table(_))
    }

    /// Tells whether this is a string.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.at.get_ref(), DeValue::String(_))
    }

    /// Returns words; reports other kinds, empty words and hidden characters.
    pub(crate) fn text(&self, report: &mut Report) -> At<String> {
        let mut words = String::new();
        if let DeValue::String(written) = self.at.get_ref() {
            words = written.trim().to_owned();
            if words.is_empty() {
                self.fault(
                    format!("“{}” is empty", shorten(&self.key)),
                    "Write the words, or take the key out",
                    report,
                );
            }
            let raw = self.source.text.get(self.at.span()).unwrap_or_default();
            if let Some(c) = escaped(&words, raw) {
                self.fault(hidden_what(c), HIDDEN_INSTEAD, report);
            }
        } else {
            self.wrong("words in quotation marks", report);
        }
        At {
            it: words,
            line: self.line,
        }
    }

    /// Returns words on one line.
    pub(crate) fn one_line(&self, report: &mut Report) -> String {
        one_line(&self.text(report).it)
    }

    /// Returns an id.
    pub(crate) fn slug(&self, report: &mut Report) -> At<String> {
        let slug = self.text(report);
        if !slug.it.is_empty() && !is_slug(&slug.it) {
            self.fault(
                format!("“{}” is not an id", shorten(&slug.it)),
                SLUG_INSTEAD,
                report,
            );
        }
        slug
    }

    /// Returns a whole number within a range, or the lowest of it as a placeholder.
    pub(crate) fn whole(&self, range: RangeInclusive<i32>, report: &mut Report) -> i32 {
        let lowest = *range.start();
        self.try_whole(range, report).unwrap_or(lowest)
    }

    /// Returns a whole number within a range; reports what is none.
    pub(crate) fn try_whole(&self, range: RangeInclusive<i32>, report: &mut Report) -> Option<i32> {
        let number = match self.at.get_ref() {
            DeValue::Integer(digits) => i32::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        if number.is_some_and(|number| range.contains(&number)) {
            return number;
        }
        let instead = format!("a whole number from {} to {}", range.start(), range.end());
        match (number, self.at.get_ref()) {
            (Some(number), _) => self.out_of_range(&number.to_string(), &instead, report),
            (None, DeValue::Integer(digits)) => {
                self.out_of_range(digits.as_str(), &instead, report);
            }
            _ => self.wrong(&instead, report),
        }
        None
    }

    fn out_of_range(&self, number: &str, instead: &str, report: &mut Report) {
        self.fault(
            format!("“{}” is {}", self.key, shorten(number)),
            format!("Write {instead}"),
            report,
        );
    }

    /// Returns the items of a list; reports too few and too many.
    pub(crate) fn items(&self, count: RangeInclusive<usize>, report: &mut Report) -> Vec<Self> {
        let DeValue::Array(items) = self.at.get_ref() else {
            self.wrong("a list, [ … ]", report);
            return Vec::new();
        };
        if !count.contains(&items.len()) {
            self.fault(
                match items.len() {
                    1 => format!("“{}” has 1 entry", self.key),
                    more => format!("“{}” has {more} entries", self.key),
                },
                format!("Write {} to {} of them", count.start(), count.end()),
                report,
            );
        }
        items
            .iter()
            .take(*count.end())
            .map(|item| Self::new(self.source, &self.key, item))
            .collect()
    }

    /// Returns whether something is switched on.
    pub(crate) fn switch(&self, report: &mut Report) -> bool {
        if let DeValue::Boolean(on) = self.at.get_ref() {
            return *on;
        }
        self.wrong("true or false", report);
        false
    }

    /// Returns a day.
    pub(crate) fn day(&self, report: &mut Report) -> NaiveDate {
        let day = match self.at.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            }),
            _ => None,
        };
        day.unwrap_or_else(|| {
            self.wrong("a day without quotation marks, such as 2026-11-21", report);
            NaiveDate::default()
        })
    }

    /// Returns the table, for opening it with its keys; reports other kinds.
    pub(super) fn as_table(&self, report: &mut Report) -> Option<&'a DeTable<'a>> {
        if let DeValue::Table(table) = self.at.get_ref() {
            return Some(table);
        }
        self.wrong("a table, { … }", report);
        None
    }
}

/// Shortens what was written, for quoting it in a problem.
pub(crate) fn shorten(written: &str) -> String {
    const LONGEST: usize = 60;
    if written.chars().count() <= LONGEST {
        written.to_owned()
    } else {
        written.chars().take(LONGEST).chain(['…']).collect()
    }
}
