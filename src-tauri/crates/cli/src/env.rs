//! The computer's clock and the source of new ids.

use chrono::Local;
use domain::Timestamp;
use uuid::Uuid;

/// The real ones; everything below takes them as an argument.
pub struct System;

impl api::Env for System {
    #[expect(
        clippy::disallowed_methods,
        reason = "composition: the one clock of this program"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::from_datetime(Local::now().fixed_offset())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "composition: the one source of ids of this program"
    )]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }
}
