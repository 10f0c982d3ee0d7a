//! Moments. Calendar days are `chrono::NaiveDate`, since a day in a consulting room has no time zone.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Timelike, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A moment: milliseconds since the Unix epoch, with the local zone offset beside it, in minutes east of UTC.
///
/// The offset is kept because "10:24 on 3 October" must still read so after the laptop has crossed a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Timestamp {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[ts(type = "number")]
    pub millis: i64,
    /// Minutes east of UTC at the place and moment of writing.
    pub offset: i16,
}

impl Timestamp {
    /// Converts a zoned moment.
    pub fn from_datetime(at: DateTime<FixedOffset>) -> Self {
        let offset = i16::try_from(at.offset().local_minus_utc() / 60).unwrap_or(0);
        Self {
            millis: at.timestamp_millis(),
            offset,
        }
    }

    /// Returns the local date and time of writing; moments outside chrono's range become the epoch.
    pub fn local(self) -> DateTime<FixedOffset> {
        let zone = FixedOffset::east_opt(i32::from(self.offset) * 60)
            .unwrap_or_else(|| chrono::Offset::fix(&Utc));
        zone.timestamp_millis_opt(self.millis)
            .single()
            .unwrap_or_else(|| DateTime::<Utc>::UNIX_EPOCH.with_timezone(&zone))
    }

    /// Returns the last moment of its calendar day.
    pub fn end_of_day(self) -> Self {
        let midnight = self.local().time().num_seconds_from_midnight();
        let into_day = i64::from(midnight) * 1000 + self.millis.rem_euclid(1000);
        Self {
            millis: self.millis - into_day + 86_400_000 - 1,
            ..self
        }
    }

    /// Returns the calendar day of writing.
    pub fn day(self) -> NaiveDate {
        self.local().date_naive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_just_before_the_next_where_it_was_written() {
        // Half past one in the night of 22 November 2026 in Copenhagen.
        let at = Timestamp {
            millis: 1_795_307_400_123,
            offset: 60,
        };
        let end = at.end_of_day();
        assert_eq!(end.local().to_rfc3339(), "2026-11-22T23:59:59.999+01:00");
        assert_eq!(end.end_of_day(), end);
    }
}
