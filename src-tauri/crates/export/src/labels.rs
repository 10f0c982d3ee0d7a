//! The few words that paper itself adds, per language, and how a day is written.
//!
//! Teaching text lives in the content and note headings come with the document; only page furniture is here.

use chrono::{Datelike, NaiveDate};
use domain::Lang;
use serde::{Deserialize, Serialize};

use crate::PressError;

/// The labels of one language. Unknown or missing keys are errors, so every locale is whole.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labels {
    pub page: String,
    pub record: String,
    pub draft: String,
    pub reviewed: String,
    pub not_reviewed: String,
    pub reviewed_some: String,
    pub packet: String,
    pub workbook: String,
    pub belongs_to: String,
    pub contents: String,
    pub module: String,
    pub date_format: String,
    pub months: [String; 12],
    pub day: String,
    pub month: String,
    pub year: String,
    pub date: String,
    pub signature: String,
    pub signed: String,
    pub key_point: String,
    pub story: String,
    pub role_play: String,
    pub steps: String,
    pub look_for: String,
    pub name: String,
    pub other: String,
    pub marked: String,
    pub number_range: String,
    pub own_page: String,
    pub service: String,
    pub phone: String,
    pub hours: String,
    pub checked: String,
    pub not_checked: String,
    pub checked_long_ago: String,
    pub lost_one: String,
    pub lost_many: String,
}

impl Labels {
    /// Reads the embedded labels of a language.
    pub fn load(lang: Lang) -> Result<Self, PressError> {
        toml::from_str(text(lang)).map_err(|err| PressError::Broken {
            what: format!("labels/{lang}.toml: {err}"),
        })
    }

    /// Writes a day out in full, such as "21 November 2026".
    pub fn day_in_words(&self, day: NaiveDate) -> String {
        let month = usize::try_from(day.month0())
            .ok()
            .and_then(|month| self.months.get(month))
            .map_or("", String::as_str);
        self.date_format
            .replace("{d}", &day.day().to_string())
            .replace("{month}", month)
            .replace("{y}", &day.year().to_string())
    }

    /// Says how many characters are missing from the paper; `None` when none is.
    pub fn lost(&self, count: usize) -> Option<String> {
        match count {
            0 => None,
            1 => Some(self.lost_one.clone()),
            n => Some(self.lost_many.replace("{n}", &n.to_string())),
        }
    }
}

fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../labels/en.toml"),
        Lang::Da => include_str!("../labels/da.toml"),
        Lang::Nb => include_str!("../labels/nb.toml"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_locale_has_the_same_keys_and_places_to_fill() {
        let shape = |lang| {
            let table: toml::Table = text(lang).parse().unwrap();
            table
                .into_iter()
                .map(|(key, value)| {
                    let value = value.to_string();
                    let mut places: Vec<String> = value
                        .split('{')
                        .skip(1)
                        .map(|rest| rest.split('}').next().unwrap().to_owned())
                        .collect();
                    places.sort();
                    (key, places)
                })
                .collect::<BTreeSet<_>>()
        };
        for lang in Lang::ALL {
            assert_eq!(shape(lang), shape(Lang::En), "{lang}");
            Labels::load(lang).unwrap();
        }
    }

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for (lang, words) in [
            (Lang::En, "21 November 2026"),
            (Lang::Da, "21. november 2026"),
            (Lang::Nb, "21. november 2026"),
        ] {
            assert_eq!(Labels::load(lang).unwrap().day_in_words(day), words);
        }
    }
}
