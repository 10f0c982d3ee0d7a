//! Days and times as people and spreadsheets write them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::words::month;

/// Reads a day, and the time after it if there is one: `2026-11-21`, `21.11.2026`, `21/11-26`, `21 November 2026`,
/// `21. nov. 26 kl. 10:00`.
pub fn moment(
    text: &str,
    day_first: bool,
    today: NaiveDate,
) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim().trim_end_matches('Z');
    let (day_text, time_text) = split(text);
    let time = match time_text {
        "" => None,
        text => Some(time(text)?),
    };
    Some((read_day(day_text, day_first, today)?, time))
}

/// Puts a day and a time together; a day alone is at midnight, which no appointment is taken for.
pub fn at(day: NaiveDate, time: Option<NaiveTime>) -> NaiveDateTime {
    day.and_time(time.unwrap_or(NaiveTime::MIN))
}

/// The first two figures of a day that is written in figures and does not begin with its year.
pub fn first_two(text: &str) -> Option<(u32, u32)> {
    let parts = parts(split(text.trim()).0);
    let [first, second, _] = parts.as_slice() else {
        return None;
    };
    let figure = |part: &str| (part.len() <= 2).then(|| part.parse().ok()).flatten();
    Some((figure(first)?, figure(second)?))
}

/// Parts the day from the time: at a `T`, or at the last space when a colon comes after it.
fn split(text: &str) -> (&str, &str) {
    if let Some((day, time)) = text.split_once('T')
        && day.len() == 10
    {
        return (day, time);
    }
    match text.rsplit_once(char::is_whitespace) {
        Some((day, time)) if time.contains(':') => {
            let day = day.trim_end();
            let day = ["kl.", "kl", "at"]
                .iter()
                .find_map(|word| day.strip_suffix(word))
                .unwrap_or(day);
            (day.trim_end_matches([',', ' ']), time)
        }
        _ => (text, ""),
    }
}

fn time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn read_day(text: &str, day_first: bool, today: NaiveDate) -> Option<NaiveDate> {
    let parts = parts(text);
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let figure = |part: &str| part.parse::<u32>().ok();
    if first.len() == 4 {
        return NaiveDate::from_ymd_opt(first.parse().ok()?, figure(second)?, figure(third)?);
    }
    let year = year(third, today)?;
    let (day, month) = match (figure(first), figure(second)) {
        (Some(day), None) => (day, month(second)?),
        (None, Some(day)) => (day, month(first)?),
        (Some(first), Some(second)) if day_first => (first, second),
        (Some(first), Some(second)) => (second, first),
        (None, None) => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

fn parts(text: &str) -> Vec<&str> {
    text.split(|c: char| matches!(c, '.' | '/' | '-' | ',') || c.is_whitespace())
        .filter(|part| !part.is_empty())
        .collect()
}

/// Two figures mean the year that is nearest: up to twenty years ahead, else of the century before.
fn year(part: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = part.parse().ok()?;
    match part.len() {
        4 => Some(year),
        2 => {
            let century = today.year() / 100 * 100;
            let near = century + year;
            Some(if near > today.year() + 20 {
                near - 100
            } else {
                near
            })
        }
        _ => None,
    }
}
