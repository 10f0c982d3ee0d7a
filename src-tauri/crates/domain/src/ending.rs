//! How a course ends, and what comes after it (reference 3.4): the day it ended, and the meetings that refresh it.
//!
//! Nobody is discharged: a course ends, the person stays, and a later session takes it up again.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{BoosterId, EndingId};

/// A course that came to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Ending {
    /// Names it.
    pub id: EndingId,
    /// The day.
    pub on: NaiveDate,
    /// What was said about it; may be empty.
    pub words: String,
}

/// A short meeting some time after the end, to refresh what was learned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Booster {
    /// Names it.
    pub id: BoosterId,
    /// What was agreed about it, and what became of it.
    #[serde(flatten)]
    pub plan: BoosterPlan,
}

/// What is agreed about a booster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BoosterPlan {
    /// The day.
    pub on: NaiveDate,
    /// What to take up again; may be empty.
    pub words: String,
    /// What became of it; `None` while it lies ahead or nobody has said.
    pub outcome: Option<BoosterOutcome>,
}

/// What became of a booster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BoosterOutcome {
    /// They met.
    Held,
    /// They agreed to leave it.
    LetGo,
}

/// Weeks without a session after which one asks where one was.
pub const GAP_WEEKS: u32 = 4;

/// Weeks since the last session, where they are enough to ask where one was.
pub fn gap(last: NaiveDate, today: NaiveDate) -> Option<u32> {
    let weeks = u32::try_from((today - last).num_weeks()).ok()?;
    (weeks >= GAP_WEEKS).then_some(weeks)
}

/// Months after the end at which a booster is proposed (reference 3.4, not checked against the primary text).
pub const BOOSTER_MONTHS: [u32; 3] = [1, 3, 6];

/// Proposes days for boosters: plain dates that a human changes.
pub fn proposed_boosters(ended_on: NaiveDate) -> Vec<NaiveDate> {
    BOOSTER_MONTHS
        .iter()
        .filter_map(|months| ended_on.checked_add_months(Months::new(*months)))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_gap_begins_after_four_weeks() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let last = day("2026-10-02");
        for (today, weeks) in [
            ("2026-10-02", None),
            ("2026-10-29", None),
            ("2026-10-30", Some(4)),
            ("2026-12-31", Some(12)),
            // The clock was set back.
            ("2026-09-01", None),
        ] {
            assert_eq!(gap(last, day(today)), weeks, "{today}");
        }
    }

    #[test]
    fn boosters_are_proposed_one_three_and_six_months_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(
            proposed_boosters(day("2026-08-31")),
            [day("2026-09-30"), day("2026-11-30"), day("2027-02-28")]
        );
        // A day near the end of the calendar proposes none, and breaks nothing.
        assert!(proposed_boosters(NaiveDate::MAX).is_empty());
    }
}
