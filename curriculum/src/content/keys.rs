//! Reads TOML strictly: unknown keys, wrong kinds and missing keys are reported with their line, and reading goes on.
//!
//! Serde's `deny_unknown_fields` would stop at the first fault of a file and know no line for what is missing; an
//! author wants all of them at once. A failed read gives an empty placeholder, which the report keeps from use.

use std::{collections::BTreeSet, ops::RangeInclusive};

use chrono::NaiveDate;
use domain::Lang;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::text;
use crate::problem::{Report, Source, nearest};

/// A value that remembers where it stands.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub it: T,
    pub line: u32,
}

/// Parses a piece of TOML; reports what is not TOML.
pub(crate) fn parse<'a>(source: &Source<'a>, report: &mut Report) -> Option<Spanned<DeTable<'a>>> {
    match DeTable::parse(source.text) {
        Ok(table) => Some(table),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let message = error.message().lines().next().unwrap_or_default();
            let instead = if message.contains("duplicate") {
                "Give each key once; a second one would hide the first"
            } else if message.contains("date") || message.contains("time") {
                "Write a day such as 2026-11-21, or put words in quotation marks"
            } else if message.contains("recurs") {
                "Nest tables and lists no deeper than FORMAT.md shows"
            } else {
                "Write key = \"words\", one to a line, as FORMAT.md shows"
            };
            report.at(source, at, format!("This is not TOML: {message}"), instead);
            None
        }
    }
}

/// The keys of one table.
pub(crate) struct Keys<'a> {
    source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    /// The line to blame for what is missing; 0 for the whole file.
    pub line: u32,
    /// Keys that a misspelt one was taken for; they are not reported as missing on top.
    meant: Vec<String>,
}

impl<'a> Keys<'a> {
    /// Opens a table and reports the keys that are not allowed in it.
    pub(crate) fn open(
        source: &'a Source<'a>,
        table: &'a DeTable<'a>,
        line: u32,
        allowed: &[&str],
        report: &mut Report,
    ) -> Self {
        let mut misspelt = Vec::new();
        for key in table.keys() {
            let written: &str = key.get_ref();
            if !allowed.contains(&written) {
                let free = allowed
                    .iter()
                    .copied()
                    .filter(|key| !table.contains_key(*key));
                let instead = match nearest(written, free) {
                    Some(meant) => {
                        misspelt.push(meant.to_owned());
                        format!("Write {meant}")
                    }
                    None if allowed.is_empty() => "Take it out".to_owned(),
                    None => format!("Take it out; the keys here are {}", allowed.join(", ")),
                };
                report.at(source, key.span().start, unknown_key(written), instead);
            }
        }
        Self {
            source,
            table,
            line,
            meant: misspelt,
        }
    }

    /// Opens a table whose keys are ids of somebody else's choosing.
    pub(crate) fn any(source: &'a Source<'a>, table: &'a DeTable<'a>, line: u32) -> Self {
        Self {
            source,
            table,
            line,
            meant: Vec::new(),
        }
    }

    /// Adds a problem at the line of the table.
    pub(crate) fn fault(
        &self,
        what: impl Into<String>,
        instead: impl Into<String>,
        report: &mut Report,
    ) {
        report.add(self.source.file, self.line, what, instead);
    }

    /// Adds a problem at a line of the file.
    pub(crate) fn fault_at(
        &self,
        line: u32,
        what: impl Into<String>,
        instead: impl Into<String>,
        report: &mut Report,
    ) {
        report.add(self.source.file, line, what, instead);
    }

    /// Reports every id that stands twice.
    pub(crate) fn once_each(&self, slugs: &[At<String>], report: &mut Report) {
        once_each(self.source.file, slugs, report);
    }

    /// Returns the keys with their lines, sorted by key.
    pub(crate) fn names(&self) -> impl Iterator<Item = At<&'a str>> {
        let table = self.table;
        let source = self.source;
        table.keys().map(|key| At {
            it: key.get_ref().as_ref(),
            line: source.line(key.span().start),
        })
    }

    /// Returns a value if the key is there.
    pub(crate) fn find(&self, key: &str) -> Option<Value<'a>> {
        self.table.get(key).map(|value| Value {
            source: self.source,
            key: key.to_owned(),
            line: self.source.line(value.span().start),
            at: value,
        })
    }

    /// Returns a value; reports its absence with an example of what to write.
    pub(crate) fn need(&self, key: &str, example: &str, report: &mut Report) -> Option<Value<'a>> {
        let found = self.find(key);
        if found.is_none() && !self.meant.iter().any(|meant| meant == key) {
            self.fault(
                format!("The key “{key}” is missing"),
                format!("Add {key} = {example}"),
                report,
            );
        }
        found
    }

    /// Returns words that must be there.
    pub(crate) fn text(&self, key: &str, report: &mut Report) -> At<String> {
        match self.need(key, "\"…\"", report) {
            Some(value) => value.text(report),
            None => self.nothing(),
        }
    }

    /// Returns words that may be left out.
    pub(crate) fn maybe_text(&self, key: &str, report: &mut Report) -> String {
        self.find(key)
            .map(|value| value.text(report).it)
            .unwrap_or_default()
    }

    /// Returns an id that must be there.
    pub(crate) fn slug(&self, key: &str, report: &mut Report) -> At<String> {
        match self.need(key, "\"an-id\"", report) {
            Some(value) => value.slug(report),
            None => self.nothing(),
        }
    }

    /// Returns a list of ids, each once.
    pub(crate) fn slugs(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<At<String>> {
        let Some(value) = self.need(key, "[\"an-id\", …]", report) else {
            return Vec::new();
        };
        let slugs: Vec<_> = value
            .items(count, report)
            .into_iter()
            .map(|item| item.slug(report))
            .collect();
        once_each(self.source.file, &slugs, report);
        slugs
    }

    /// Returns a list of words.
    pub(crate) fn texts(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<At<String>> {
        let Some(value) = self.need(key, "[\"…\", \"…\"]", report) else {
            return Vec::new();
        };
        value
            .items(count, report)
            .into_iter()
            .map(|item| item.text(report))
            .collect()
    }

    /// Returns a whole number that must be there.
    pub(crate) fn whole(&self, key: &str, range: RangeInclusive<i32>, report: &mut Report) -> i32 {
        let example = if range.contains(&0) {
            0
        } else {
            4.min(*range.end())
        };
        match self.need(key, &example.to_string(), report) {
            Some(value) => value.whole(range, report),
            None => *range.start(),
        }
    }

    /// Returns a whole number that may be left out.
    pub(crate) fn maybe_whole(
        &self,
        key: &str,
        range: RangeInclusive<i32>,
        report: &mut Report,
    ) -> Option<i32> {
        self.find(key).map(|value| value.whole(range, report))
    }

    /// Returns whether something is switched on; left out means it is not.
    pub(crate) fn switch(&self, key: &str, report: &mut Report) -> bool {
        let Some(value) = self.find(key) else {
            return false;
        };
        match value.at.get_ref() {
            DeValue::Boolean(on) => *on,
            _ => {
                value.wrong("true or false", report);
                false
            }
        }
    }

    /// Returns one of several named values, which must be there.
    pub(crate) fn one_of<T: Copy>(
        &self,
        key: &str,
        names: &[(&'static str, T)],
        report: &mut Report,
    ) -> Option<T> {
        let all = names.iter().map(|(name, _)| *name);
        let (first, _) = names.first()?;
        let written = self
            .need(key, &format!("\"{first}\""), report)?
            .text(report);
        let found = names.iter().find(|(name, _)| *name == written.it);
        if found.is_none() && !written.it.is_empty() {
            let instead = match nearest(&written.it, all.clone()) {
                Some(meant) => format!("Write \"{meant}\""),
                None => format!("Write one of {}", all.collect::<Vec<_>>().join(", ")),
            };
            self.fault_at(
                written.line,
                format!("“{key}” is “{}”", shorten(&written.it)),
                instead,
                report,
            );
        }
        found.map(|(_, value)| *value)
    }

    /// Returns a day that must be there.
    pub(crate) fn day(&self, key: &str, report: &mut Report) -> NaiveDate {
        let Some(value) = self.need(key, "2026-11-21", report) else {
            return NaiveDate::default();
        };
        let day = match value.at.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date.and_then(|date| {
                NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
            }),
            _ => None,
        };
        day.unwrap_or_else(|| {
            value.wrong("a day without quotation marks, such as 2026-11-21", report);
            NaiveDate::default()
        })
    }

    /// Returns the words of each language. Every language of the pack must be there.
    pub(crate) fn per_lang(
        &self,
        key: &str,
        languages: &[Lang],
        report: &mut Report,
    ) -> Vec<(Lang, String)> {
        let Some(value) = self.need(key, "{ en = \"…\" }", report) else {
            return Vec::new();
        };
        let allowed = Lang::ALL.map(Lang::tag);
        let Some(keys) = value.table(&allowed, report) else {
            return Vec::new();
        };
        for lang in languages {
            if keys.find(lang.tag()).is_none() {
                keys.fault(
                    format!("“{key}” has no words in the language {lang}"),
                    format!("Add {lang} = \"…\" to it"),
                    report,
                );
            }
        }
        Lang::ALL
            .into_iter()
            .filter_map(|lang| Some((lang, keys.find(lang.tag())?.text(report).it)))
            .collect()
    }

    fn nothing(&self) -> At<String> {
        At {
            it: String::new(),
            line: self.line,
        }
    }
}

/// Says that a key has no meaning where it stands.
fn unknown_key(written: &str) -> String {
    format!("The key “{}” has no meaning here", shorten(written))
}

/// Reports every id that stands twice in one list.
fn once_each(file: &str, slugs: &[At<String>], report: &mut Report) {
    let mut seen = BTreeSet::new();
    for slug in slugs {
        if !slug.it.is_empty() && !seen.insert(&slug.it) {
            report.add(
                file,
                slug.line,
                format!("The id “{}” stands twice", slug.it),
                "Give each its own id",
            );
        }
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

/// One value with its place.
pub(crate) struct Value<'a> {
    source: &'a Source<'a>,
    /// The key it stands under, for problems.
    key: String,
    /// The line it starts at.
    pub line: u32,
    at: &'a Spanned<DeValue<'a>>,
}

impl<'a> Value<'a> {
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
        report.add(
            self.source.file,
            self.line,
            format!("“{}” holds {found}", shorten(&self.key)),
            format!("Write {instead}"),
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
                report.add(
                    self.source.file,
                    self.line,
                    format!("“{}” is empty", shorten(&self.key)),
                    "Write the words, or take the key out",
                );
            }
            let raw = self.source.text.get(self.at.span()).unwrap_or_default();
            // Those that stand in the file as they are have been reported; these came through a \u escape.
            if let Some(c) = words.chars().find(|&c| text::hidden(c) && !raw.contains(c)) {
                report.add(
                    self.source.file,
                    self.line,
                    text::hidden_what(c),
                    text::HIDDEN_INSTEAD,
                );
            }
        } else {
            self.wrong("words in quotation marks", report);
        }
        At {
            it: words,
            line: self.line,
        }
    }

    /// Returns an id.
    pub(crate) fn slug(&self, report: &mut Report) -> At<String> {
        let slug = self.text(report);
        if !slug.it.is_empty() && !text::is_slug(&slug.it) {
            report.add(
                self.source.file,
                self.line,
                format!("“{}” is not an id", shorten(&slug.it)),
                text::SLUG_INSTEAD,
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
        report.add(
            self.source.file,
            self.line,
            format!("“{}” is {}", self.key, shorten(number)),
            format!("Write {instead}"),
        );
    }

    /// Returns the items of a list; reports too few and too many.
    pub(crate) fn items(&self, count: RangeInclusive<usize>, report: &mut Report) -> Vec<Self> {
        let DeValue::Array(items) = self.at.get_ref() else {
            self.wrong("a list, [ … ]", report);
            return Vec::new();
        };
        if !count.contains(&items.len()) {
            report.add(
                self.source.file,
                self.line,
                match items.len() {
                    1 => format!("“{}” has 1 entry", self.key),
                    more => format!("“{}” has {more} entries", self.key),
                },
                format!("Write {} to {} of them", count.start(), count.end()),
            );
        }
        items
            .iter()
            .take(*count.end())
            .map(|item| Self {
                source: self.source,
                key: self.key.clone(),
                line: self.source.line(item.span().start),
                at: item,
            })
            .collect()
    }

    /// Opens a table with these keys.
    pub(crate) fn table(&self, allowed: &[&str], report: &mut Report) -> Option<Keys<'a>> {
        match self.at.get_ref() {
            DeValue::Table(table) => {
                Some(Keys::open(self.source, table, self.line, allowed, report))
            }
            _ => {
                self.wrong("a table, { … }", report);
                None
            }
        }
    }

    /// Opens a table whose keys are ids.
    pub(crate) fn ids(&self, report: &mut Report) -> Option<Keys<'a>> {
        match self.at.get_ref() {
            DeValue::Table(table) => Some(Keys::any(self.source, table, self.line)),
            _ => {
                self.wrong("a table, { … }", report);
                None
            }
        }
    }
}
