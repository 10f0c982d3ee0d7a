//! Moments. Calendar days are `chrono::NaiveDate`, since a day in a consulting room has no time zone.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};
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

    /// Returns the whole minutes from here to a later moment; none when it is not later, as with a clock set back.
    pub fn minutes_until(self, later: Self) -> u32 {
        u32::try_from((later.millis - self.millis).max(0) / 60_000).unwrap_or(u32::MAX)
    }

    /// Returns the calendar day of writing.
    pub fn day(self) -> NaiveDate {
        self.local().date_naive()
    }
}
