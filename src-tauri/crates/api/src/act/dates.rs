//! Which dates the record takes.

use chrono::NaiveDate;
use domain::calendar::can_be_meant;

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
};

/// Refuses a day that has not come: nothing of it can have happened.
pub(super) fn not_ahead(app: &App, date: NaiveDate) -> Result<()> {
    check(app, date)?;
    if date <= app.now().day() {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::DateOutOfRange).with("date", date))
    }
}

/// Refuses dates that can only be slips of the finger.
pub(super) fn check(app: &App, date: NaiveDate) -> Result<()> {
    if can_be_meant(date, app.now().day()) {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::DateOutOfRange).with("date", date))
    }
}
