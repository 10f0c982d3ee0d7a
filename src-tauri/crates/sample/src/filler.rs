//! Dates everything back from today, in today's zone.

use api::App;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::Timestamp;
use store::Store;

/// Puts made-up people into an open vault.
pub(crate) struct Filler<'a> {
    pub app: &'a App,
    pub store: &'a mut Store,
    pub today: NaiveDate,
}

impl Filler<'_> {
    pub fn ago(&self, days: u64) -> NaiveDate {
        self.today
            .checked_sub_days(Days::new(days))
            .unwrap_or(self.today)
    }

    pub fn ahead(&self, days: u64) -> NaiveDate {
        self.today
            .checked_add_days(Days::new(days))
            .unwrap_or(self.today)
    }

    /// The moment of a local time on a day, in today's zone.
    pub fn moment(&self, on: NaiveDate, at: NaiveTime) -> Timestamp {
        let now = self.app.now();
        let millis = NaiveDateTime::new(on, at).and_utc().timestamp_millis()
            - i64::from(now.offset) * 60_000;
        Timestamp {
            millis: millis.min(now.millis),
            offset: now.offset,
        }
    }
}
