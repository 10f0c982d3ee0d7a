//! Which dates the record takes.

use chrono::{Days, NaiveDate};

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
};

/// Refuses dates that can only be slips of the finger: before 1900 or more than 20 years ahead.
pub(super) fn check(app: &App, date: NaiveDate) -> Result<()> {
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN);
    let latest = app.now().day() + Days::new(20 * 366);
    if (earliest..=latest).contains(&date) {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::DateOutOfRange).with("date", date))
    }
}
