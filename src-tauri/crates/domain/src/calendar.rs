//! How days are written out, by language: the one place for screen, note and paper, so that they say a date alike.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::Lang;

/// The names and patterns of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// The months, as they stand inside a date.
    pub months: [&'static str; 12],
    /// The days of the week from Monday, as they stand inside a sentence.
    pub weekdays: [&'static str; 7],
    /// A day with its year: `{day}`, `{month}` and `{year}` are filled.
    pub long_date: &'static str,
    /// A day with its weekday: `{weekday}`, `{day}` and `{month}` are filled.
    pub long_day: &'static str,
    /// A day in figures, as it is typed: `{day}` and `{month}` with two digits, `{year}` with four. The day comes first in
    /// all of our languages.
    pub figures: &'static str,
}

const EN: Calendar = Calendar {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    long_date: "{day} {month} {year}",
    long_day: "{weekday} {day} {month}",
    figures: "{day}/{month}/{year}",
};

const DA: Calendar = Calendar {
    months: [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    weekdays: [
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ],
    long_date: "{day}. {month} {year}",
    long_day: "{weekday} {day}. {month}",
    figures: "{day}.{month}.{year}",
};

const NB: Calendar = Calendar {
    months: [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    weekdays: [
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ],
    long_date: "{day}. {month} {year}",
    long_day: "{weekday} {day}. {month}",
    figures: "{day}.{month}.{year}",
};

impl Calendar {
    /// Returns the names and patterns of a language.
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::En => EN,
            Lang::Da => DA,
            Lang::Nb => NB,
        }
    }
}

/// The earliest day that the record takes.
pub const EARLIEST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How many days ahead of today the record takes one: twenty years.
pub const DAYS_AHEAD: u64 = 20 * 366;

/// Tells whether a day can be meant: what lies further off can only be a slip of the finger.
pub fn can_be_meant(day: NaiveDate, today: NaiveDate) -> bool {
    (EARLIEST_DAY..=today + Days::new(DAYS_AHEAD)).contains(&day)
}

/// Writes a day out in full: "21 November 2026", "21. november 2026".
pub fn long_date(lang: Lang, day: NaiveDate) -> String {
    let calendar = Calendar::of(lang);
    let month = usize::try_from(day.month0())
        .ok()
        .and_then(|month| calendar.months.get(month))
        .copied()
        .unwrap_or_default();
    calendar
        .long_date
        .replace("{day}", &day.day().to_string())
        .replace("{month}", month)
        .replace("{year}", &day.year().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_as_the_language_writes_it() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 3).unwrap_or_default();
        assert_eq!(
            Lang::ALL.map(|lang| long_date(lang, day)),
            ["3 March 2026", "3. marts 2026", "3. mars 2026"]
        );
    }
}
