//! Dated events of a person's life that trials count: stays in hospital, emergency visits, contacts, work, study (reference
//! 4.15). They are written down as they were told; nothing is concluded from them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EventId, number::Hundredths};

/// One event of a person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Names it.
    pub id: EventId,
    /// What is known of it.
    #[serde(flatten)]
    pub details: EventDetails,
}

/// What is known of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventDetails {
    /// What kind it is.
    pub kind: EventKind,
    /// The day, or the first one.
    pub from: NaiveDate,
    /// The last day; `None` for what took one day, and for what goes on.
    pub until: Option<NaiveDate>,
    /// Hours a week, for work, study and other roles.
    #[serde(with = "crate::number::maybe_decimal")]
    #[ts(type = "number | null")]
    pub hours: Option<Hundredths>,
    /// What is said about it.
    pub words: String,
}

/// What kind of event it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventKind {
    /// A stay in hospital.
    Admission,
    /// A visit to an emergency room.
    Emergency,
    /// A contact with outpatient care other than the sessions here.
    Contact,
    /// Paid or unpaid work.
    Work,
    /// School or studies.
    Study,
    /// Another role, such as being a parent or a volunteer.
    Role,
}

impl EventKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Admission,
        Self::Emergency,
        Self::Contact,
        Self::Work,
        Self::Study,
        Self::Role,
    ];

    /// Tells whether it goes on from day to day, with hours a week.
    pub const fn has_hours(self) -> bool {
        matches!(self, Self::Work | Self::Study | Self::Role)
    }

    /// Tells whether it has a last day, so that without one it still goes on.
    pub const fn lasts(self) -> bool {
        matches!(
            self,
            Self::Admission | Self::Work | Self::Study | Self::Role
        )
    }
}

impl EventDetails {
    /// Returns how many nights of a stay lie between two days, both included; up to today where it goes on.
    pub fn nights(&self, from: NaiveDate, until: NaiveDate, today: NaiveDate) -> u32 {
        let end = self.until.unwrap_or(today).min(until);
        let start = self.from.max(from);
        u32::try_from((end - start).num_days()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap_or_default()
    }

    #[test]
    fn the_nights_of_a_stay_are_those_inside_the_period() {
        let stay = |from: u32, until: Option<u32>| EventDetails {
            kind: EventKind::Admission,
            from: day(from),
            until: until.map(day),
            hours: None,
            words: String::new(),
        };
        for (from, until, nights) in [
            (5, Some(8), 0),
            (5, Some(5), 0),
            (1, Some(12), 2),
            (18, Some(25), 2),
            (1, Some(4), 0),
            (21, Some(22), 0),
            (14, None, 2),
        ] {
            assert_eq!(stay(from, until).nights(day(10), day(20), day(16)), nights);
        }
        assert_eq!(stay(5, Some(8)).nights(day(1), day(31), day(31)), 3);
    }
}
