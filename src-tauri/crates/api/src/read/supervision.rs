//! What the log of supervision and training adds up to. It is a count of what was entered, and proves nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::supervision::{Supervision, SupervisionKind};

/// Minutes of a unit of supervision, as the Norwegian programme counts (reference 5.2).
const UNIT: u32 = 45;

/// Whole units of supervision after a day.
pub fn units(meetings: &[Supervision], after: NaiveDate) -> u32 {
    let counted = meetings.iter().filter(|meeting| {
        meeting.details.kind == SupervisionKind::Supervision && meeting.details.on > after
    });
    counted
        .filter_map(|meeting| meeting.details.minutes)
        .fold(0, u32::saturating_add)
        / UNIT
}

/// Days on which there was a course.
pub fn course_days(meetings: &[Supervision]) -> u32 {
    let days: BTreeSet<NaiveDate> = meetings
        .iter()
        .filter(|meeting| meeting.details.kind == SupervisionKind::Course)
        .map(|meeting| meeting.details.on)
        .collect();
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use domain::{SupervisionId, supervision::SupervisionDetails};

    use super::*;

    fn meeting(on: &str, kind: SupervisionKind, minutes: Option<u32>) -> Supervision {
        Supervision {
            id: SupervisionId::new(uuid::Uuid::nil()),
            details: SupervisionDetails {
                on: on.parse().unwrap(),
                kind,
                minutes,
                met: None,
                who: String::new(),
                practised: String::new(),
                words: String::new(),
            },
        }
    }

    #[test]
    fn units_are_whole_and_of_the_last_year_and_a_course_counts_by_days() {
        use SupervisionKind as K;
        let all = [
            meeting("2026-11-01", K::Supervision, Some(90)),
            meeting("2026-10-01", K::Supervision, Some(44)),
            meeting("2026-09-01", K::Supervision, None),
            meeting("2025-11-30", K::Supervision, Some(450)),
            meeting("2026-03-01", K::Course, Some(400)),
            meeting("2026-03-01", K::Course, None),
            meeting("2024-03-02", K::Course, None),
        ];
        assert_eq!(units(&all, "2025-11-30".parse().unwrap()), 2);
        assert_eq!(course_days(&all), 2);
        assert_eq!(units(&[], "2025-11-30".parse().unwrap()), 0);
    }
}
