//! Reads TOML strictly: unknown keys, wrong kinds and missing keys are reported with their line, and reading goes on.
//!
//! Serde's `deny_unknown_fields` would stop at the first fault of a file and know no line for what is missing; an
//! author wants all of them at once. A failed read gives an empty placeholder, which the report keeps from use. What
//! stands under a key is read in `value`.

use std::{collections::BTreeSet, ops::RangeInclusive};

use chrono::NaiveDate;
use toml::de::DeTable;

use super::{
    text::one_line,
    value::{Value, shorten},
};
use crate::problem::{At, Report, Source, nearest, write_instead};

/// Parses a piece of TOML; reports what is not TOML.
pub(crate) fn parse<'a>(source: &Source<'a>, report: &mut Report) -> Option<DeTable<'a>> {
    match DeTable::parse(source.text) {
        Ok(table) => Some(table.into_inner()),
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
    line: u32,
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
                let what = format!("The key “{}” has no meaning here", shorten(written));
                report.at(source, key.span().start, what, instead);
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
        let mut seen = BTreeSet::new();
        for slug in slugs {
            if !slug.it.is_empty() && !seen.insert(&slug.it) {
                self.fault_at(
                    slug.line,
                    format!("The id “{}” stands twice", slug.it),
                    "Give each its own id",
                    report,
                );
            }
        }
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
        let found = self.table.get(key)?;
        Some(Value::new(self.source, key, found))
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

    /// Returns the items of a list that must be there.
    pub(crate) fn items(
        &self,
        key: &str,
        example: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<Value<'a>> {
        self.need(key, example, report)
            .map(|value| value.items(count, report))
            .unwrap_or_default()
    }

    /// Returns the items of a list that may be left out.
    pub(crate) fn maybe_items(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<Value<'a>> {
        self.find(key)
            .map(|value| value.items(count, report))
            .unwrap_or_default()
    }

    /// Returns words that must be there.
    pub(crate) fn text(&self, key: &str, report: &mut Report) -> At<String> {
        match self.need(key, "\"…\"", report) {
            Some(value) => value.text(report),
            None => self.nothing(),
        }
    }

    /// Returns words that must be there, on one line.
    pub(crate) fn one_line(&self, key: &str, report: &mut Report) -> String {
        one_line(&self.text(key, report).it)
    }

    /// Returns words that may be left out, on one line.
    pub(crate) fn maybe_one_line(&self, key: &str, report: &mut Report) -> String {
        self.find(key)
            .map(|value| value.one_line(report))
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
        let slugs: Vec<_> = self
            .items(key, "[\"an-id\", …]", count, report)
            .iter()
            .map(|item| item.slug(report))
            .collect();
        self.once_each(&slugs, report);
        slugs
    }

    /// Returns a list of words.
    pub(crate) fn texts(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<At<String>> {
        self.items(key, "[\"…\", \"…\"]", count, report)
            .iter()
            .map(|item| item.text(report))
            .collect()
    }

    /// Returns a list of words, each on one line.
    pub(crate) fn lines(
        &self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut Report,
    ) -> Vec<String> {
        let texts = self.texts(key, count, report);
        texts.iter().map(|text| one_line(&text.it)).collect()
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
        self.find(key).is_some_and(|value| value.switch(report))
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
            let instead = write_instead(&written.it, all.clone(), || {
                format!("Write one of {}", all.collect::<Vec<_>>().join(", "))
            });
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
        self.need(key, "2026-11-21", report)
            .map(|value| value.day(report))
            .unwrap_or_default()
    }

    fn nothing(&self) -> At<String> {
        At {
            it: String::new(),
            line: self.line,
        }
    }
}

impl<'a> Value<'a> {
    /// Opens a table with these keys.
    pub(crate) fn table(&self, allowed: &[&str], report: &mut Report) -> Option<Keys<'a>> {
        let table = self.as_table(report)?;
        Some(Keys::open(self.source, table, self.line, allowed, report))
    }

    /// Opens a table whose keys are ids.
    pub(crate) fn ids(&self, report: &mut Report) -> Option<Keys<'a>> {
        let table = self.as_table(report)?;
        Some(Keys::any(self.source, table, self.line))
    }
}
