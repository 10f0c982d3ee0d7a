//! The real clock and the real source of ids.

use chrono::{Local, TimeDelta};
use domain::Timestamp;
use uuid::Uuid;

/// The computer's clock; in a build for end-to-end tests it can be set off by `WAYMARK_NOW`.
pub struct System {
    ahead: TimeDelta,
}

impl System {
    /// Reads the clock's offset, which is nothing in every build that people get.
    pub fn new() -> Self {
        Self { ahead: ahead() }
    }
}

impl api::Env for System {
    #[expect(
        clippy::disallowed_methods,
        reason = "composition: the one clock of this program"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::from_datetime((Local::now() + self.ahead).fixed_offset())
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "composition: the one source of ids of this program"
    )]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }
}

#[cfg(not(feature = "e2e"))]
fn ahead() -> TimeDelta {
    TimeDelta::zero()
}

/// The clock goes on from `WAYMARK_NOW` (RFC 3339), so that waiting and locking still work.
#[cfg(feature = "e2e")]
#[expect(clippy::disallowed_methods, reason = "the clock that is set off")]
fn ahead() -> TimeDelta {
    std::env::var("WAYMARK_NOW")
        .ok()
        .and_then(|text| chrono::DateTime::parse_from_rfc3339(&text).ok())
        .map_or_else(TimeDelta::zero, |start| start.to_utc() - chrono::Utc::now())
}
