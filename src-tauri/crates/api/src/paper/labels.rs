//! The few words that sheets drawn from the record need; one file per language, each whole or the tests fail.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use domain::Lang;
use serde::Deserialize;

/// The words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    pub goal_sheet: String,
    pub goal_sheet_purpose: String,
    pub meaning: String,
    pub goal: String,
    pub promise: String,
    pub when: String,
    pub place: String,
    pub with_whom: String,
    pub done: String,
    pub nothing_yet: String,
    pub help_now: String,
    pub help_now_purpose: String,
    pub no_contacts: String,
    pub checked_on: String,
    pub never_checked: String,
    pub recovery_sheet: String,
    pub recovery_purpose: String,
    pub recovery_use: String,
    pub recovery_keep: String,
    pub vault_folder: String,
    pub forms: String,
    pub forms_aim: String,
    pub earlier_version: String,
    months: Vec<String>,
    day_dot: bool,
}

impl Labels {
    /// Returns the words of a language.
    pub fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("en.json")));
        static DA: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("da.json")));
        static NB: LazyLock<Labels> = LazyLock::new(|| parse(include_str!("nb.json")));
        match lang {
            Lang::En => &EN,
            Lang::Da => &DA,
            Lang::Nb => &NB,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in, and a test parses each of them"
)]
fn parse(text: &str) -> Labels {
    serde_json::from_str(text).expect("labels compiled in")
}

/// Writes a day out: "21 November 2026", "21. november 2026".
pub fn date(lang: Lang, day: NaiveDate) -> String {
    let labels = Labels::of(lang);
    let month = usize::try_from(day.month0())
        .ok()
        .and_then(|m| labels.months.get(m))
        .map_or("", String::as_str);
    format!(
        "{}{} {month} {}",
        day.day(),
        if labels.day_dot { "." } else { "" },
        day.year()
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn every_language_is_whole_and_writes_its_dates() {
        let day = NaiveDate::from_ymd_opt(2026, 10, 3).unwrap();
        assert_eq!(
            Lang::ALL.map(|lang| date(lang, day)),
            ["3 October 2026", "3. oktober 2026", "3. oktober 2026"]
        );
        assert!(
            Lang::ALL
                .iter()
                .all(|lang| Labels::of(*lang).months.len() == 12)
        );
    }
}
