//! The few words that writers add, per language, and how a day and a number are written.
//!
//! Teaching text lives in the content and note headings come with the document; only page furniture is here.

use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::{Lang, calendar, document::Hundredths, number, outcome::Missing};
use serde::Deserialize;

/// The labels of one language. Unknown or missing keys are errors, so every locale is whole.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labels {
    lang: Lang,
    pub page: String,
    pub record: String,
    pub draft: String,
    pub reviewed: String,
    pub not_reviewed: String,
    pub reviewed_some: String,
    pub packet: String,
    pub workbook: String,
    pub belongs_to: String,
    pub pages_belong_to: String,
    pub contents: String,
    pub module: String,
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
    pub matters: String,
    pub more: String,
    pub my_goal: String,
    pub service: String,
    pub phone: String,
    pub hours: String,
    pub checked: String,
    pub not_checked: String,
    pub checked_long_ago: String,
    pub lost_one: String,
    pub lost_many: String,
    pub chart: String,
    pub chart_empty: String,
    pub chart_one: String,
    pub chart_many: String,
}

impl Labels {
    /// Returns the labels of a language.
    pub fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Labels> = LazyLock::new(|| parse(Lang::En));
        static DA: LazyLock<Labels> = LazyLock::new(|| parse(Lang::Da));
        static NB: LazyLock<Labels> = LazyLock::new(|| parse(Lang::Nb));
        match lang {
            Lang::En => &EN,
            Lang::Da => &DA,
            Lang::Nb => &NB,
        }
    }

    /// Writes a day out in full, such as "21 November 2026".
    pub fn day_in_words(&self, day: NaiveDate) -> String {
        calendar::long_date(self.lang, day)
    }

    /// Says why there is no answer.
    pub fn missing(&self, why: Missing) -> String {
        why.words(self.lang).to_owned()
    }

    /// Writes a number with as many decimals as it has, at most two.
    pub fn number(&self, value: Hundredths) -> String {
        number::written(self.lang, value)
    }
}

/// Says that a writer had no letter for so many characters of a document; `None` when it had all.
pub fn lost(lang: Lang, count: usize) -> Option<String> {
    let labels = Labels::of(lang);
    match count {
        0 => None,
        1 => Some(labels.lost_one.clone()),
        n => Some(labels.lost_many.replace("{n}", &n.to_string())),
    }
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in, and a test parses each of them"
)]
fn parse(lang: Lang) -> Labels {
    toml::from_str(text(lang)).expect("labels compiled in")
}

fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("../../labels/en.toml"),
        Lang::Da => include_str!("../../labels/da.toml"),
        Lang::Nb => include_str!("../../labels/nb.toml"),
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
            assert_eq!(Labels::of(lang).lang, lang);
        }
    }
}
