//! Backups on a schedule: when one is due, and which of those that were made stay.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Timestamp;

/// How often backups are made without anybody asking, and where they go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct BackupPlan {
    /// How often.
    pub every: Every,
    /// The folder, on this computer or on a disk that is not always there; empty when none was chosen.
    pub folder: String,
}

/// How often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Every {
    /// Only when somebody asks.
    #[default]
    Never,
    /// Once on each day the program is used.
    Day,
    /// When the last one is a week old.
    Week,
}

impl BackupPlan {
    /// Tells whether one is to be made now, by the days of a calendar. A last one that lies ahead, by a clock that was wrong,
    /// counts as none.
    pub fn is_due(&self, last: Option<Timestamp>, now: Timestamp) -> bool {
        let days = match self.every {
            _ if self.folder.is_empty() => return false,
            Every::Never => return false,
            Every::Day => 1,
            Every::Week => 7,
        };
        last.is_none_or(|last| {
            let since = (now.day() - last.day()).num_days();
            !(0..days).contains(&since)
        })
    }
}

/// How many of the last days, weeks and months that have backups keep one.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// Picks which backups stay: the newest of each of the last seven days, five weeks and twelve months that have any. Counted by
/// the backups there are and not back from today, so that neither a long absence nor a wrong clock empties a folder.
pub fn kept(made: &[NaiveDateTime]) -> BTreeSet<NaiveDateTime> {
    let mut newest_first = made.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept = BTreeSet::new();
    keep(
        &newest_first,
        DAYS,
        |at| (at.year(), at.ordinal()),
        &mut kept,
    );
    keep(
        &newest_first,
        WEEKS,
        |at| (at.iso_week().year(), at.iso_week().week()),
        &mut kept,
    );
    keep(
        &newest_first,
        MONTHS,
        |at| (at.year(), at.month()),
        &mut kept,
    );
    kept
}

/// Keeps the newest of each of the last `most` spans.
fn keep(
    newest_first: &[NaiveDateTime],
    most: usize,
    span: impl Fn(&NaiveDateTime) -> (i32, u32),
    kept: &mut BTreeSet<NaiveDateTime>,
) {
    let mut seen = BTreeSet::new();
    for at in newest_first {
        if seen.len() < most && seen.insert(span(at)) {
            kept.insert(*at);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use chrono::{Days, NaiveDate};

    use super::*;

    const HOUR: i64 = 3_600_000;
    /// 4 October 2026, 10:00 in Copenhagen, a Sunday.
    const NOW: Timestamp = Timestamp {
        millis: 1_791_100_800_000,
        offset: 120,
    };

    fn before(hours: i64) -> Timestamp {
        Timestamp {
            millis: NOW.millis - hours * HOUR,
            ..NOW
        }
    }

    #[test]
    fn a_backup_is_due_by_the_calendar() {
        for (every, last, due) in [
            (Every::Never, None, false),
            (Every::Day, None, true),
            (Every::Week, None, true),
            (Every::Day, Some(before(9)), false),
            (Every::Day, Some(before(11)), true),
            (Every::Week, Some(before(6 * 24)), false),
            (Every::Week, Some(before(6 * 24 + 11)), true),
            (Every::Week, Some(before(90 * 24)), true),
            // Made by a clock that stood in next week.
            (Every::Day, Some(before(-7 * 24)), true),
            (Every::Week, Some(before(-7 * 24)), true),
        ] {
            let plan = BackupPlan {
                every,
                folder: "/media/stick".to_owned(),
            };
            assert_eq!(plan.is_due(last, NOW), due, "{every:?} {last:?}");
        }
        let nowhere = BackupPlan {
            every: Every::Day,
            folder: String::new(),
        };
        assert!(!nowhere.is_due(None, NOW), "no folder was chosen");
    }

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_newest_of_each_day_week_and_month_stays() {
        for (made, goes) in [
            (&[][..], &[][..]),
            (&["2026-10-04 10:00"], &[]),
            // Two on one day.
            (
                &["2026-10-04 10:00", "2026-10-04 16:00"],
                &["2026-10-04 10:00"],
            ),
            // Eight days of one week and the Sunday before: seven days stay, and the Sunday as the last of its week.
            (
                &[
                    "2026-09-27 10:00",
                    "2026-09-28 10:00",
                    "2026-09-29 10:00",
                    "2026-09-30 10:00",
                    "2026-10-01 10:00",
                    "2026-10-02 10:00",
                    "2026-10-03 10:00",
                    "2026-10-04 10:00",
                ],
                &[],
            ),
            (
                &[
                    "2026-09-26 10:00",
                    "2026-09-27 10:00",
                    "2026-09-28 10:00",
                    "2026-09-29 10:00",
                    "2026-09-30 10:00",
                    "2026-10-01 10:00",
                    "2026-10-02 10:00",
                    "2026-10-03 10:00",
                    "2026-10-04 10:00",
                ],
                &["2026-09-26 10:00"],
            ),
            // Somebody who was away for years loses nothing of what there is.
            (
                &["2019-01-01 08:00", "2022-05-05 08:00", "2026-10-04 10:00"],
                &[],
            ),
        ] {
            let made: Vec<_> = made.iter().map(|text| at(text)).collect();
            let kept = kept(&made);
            let gone: Vec<_> = made.iter().filter(|at| !kept.contains(at)).collect();
            let goes: Vec<_> = goes.iter().map(|text| at(text)).collect();
            assert_eq!(gone, goes.iter().collect::<Vec<_>>(), "{made:?}");
        }
    }

    #[test]
    fn two_years_of_days_leave_a_week_of_days_a_month_of_weeks_and_a_year_of_months() {
        let first = NaiveDate::from_ymd_opt(2024, 10, 5).unwrap();
        let mut folder: Vec<NaiveDateTime> = Vec::new();
        for day in 0..730 {
            folder.push((first + Days::new(day)).and_hms_opt(9, 0, 0).unwrap());
            let stays = kept(&folder);
            folder.retain(|at| stays.contains(at));
            assert!(folder.len() <= DAYS + WEEKS + MONTHS);
        }
        let days: Vec<String> = folder.iter().map(|at| at.date().to_string()).collect();
        assert_eq!(
            days,
            [
                "2025-11-30",
                "2025-12-31",
                "2026-01-31",
                "2026-02-28",
                "2026-03-31",
                "2026-04-30",
                "2026-05-31",
                "2026-06-30",
                "2026-07-31",
                "2026-08-31",
                "2026-09-06",
                "2026-09-13",
                "2026-09-20",
                "2026-09-27",
                "2026-09-28",
                "2026-09-29",
                "2026-09-30",
                "2026-10-01",
                "2026-10-02",
                "2026-10-03",
                "2026-10-04",
            ]
        );
    }
}
