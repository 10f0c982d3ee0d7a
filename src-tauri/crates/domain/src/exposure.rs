//! How much of the programme somebody had, by each of the three definitions of completion in print (reference 5.3). They
//! differ, so each is told with its source; none says anything of a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::Attendance;

/// What a person came to, and how much of the course was gone through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exposure {
    /// Sessions they came to.
    pub present: u32,
    /// Sessions that were called off.
    pub cancelled: u32,
    /// Sessions they did not come to.
    pub no_show: u32,
    /// Sessions that were moved to another day, which count as neither.
    pub moved: u32,
    /// Why sessions did not take place, as it was written down, the most frequent first.
    pub reasons: Vec<AbsenceReason>,
    /// Modules of the course of which every topic was covered.
    pub modules_covered: u32,
    /// Modules of the course.
    pub modules: u32,
    /// Came to at least half of the sessions; `None` before the first one.
    pub half: Option<bool>,
    /// Came to at least seven tenths; `None` before the first one.
    pub seven_tenths: Option<bool>,
    /// Every module was gone through.
    pub all_modules: bool,
}

/// A reason, and how often it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AbsenceReason {
    /// The words; empty where nobody gave one.
    pub words: String,
    /// How often.
    pub times: u32,
}

impl Exposure {
    /// Returns the sessions that were to take place: what was moved is told on its new day.
    pub const fn sessions(&self) -> u32 {
        self.present + self.cancelled + self.no_show
    }
}

/// Tells what somebody had of the programme. `modules` says of each module of the course whether all of it was covered.
pub fn exposure<'a>(
    attended: impl IntoIterator<Item = &'a Attendance>,
    modules: impl IntoIterator<Item = bool>,
) -> Exposure {
    let mut told = Exposure::default();
    let mut reasons: BTreeMap<&str, u32> = BTreeMap::new();
    for attendance in attended {
        let (times, reason) = match attendance {
            Attendance::Present => {
                told.present += 1;
                continue;
            }
            Attendance::Cancelled { reason } => (&mut told.cancelled, reason),
            Attendance::NoShow { reason } => (&mut told.no_show, reason),
            Attendance::Moved { reason } => (&mut told.moved, reason),
        };
        *times += 1;
        *reasons.entry(reason.trim()).or_default() += 1;
    }
    told.reasons = reasons
        .into_iter()
        .map(|(words, times)| AbsenceReason {
            words: words.to_owned(),
            times,
        })
        .collect();
    told.reasons
        .sort_by_key(|reason| std::cmp::Reverse(reason.times));
    for covered in modules {
        told.modules += 1;
        told.modules_covered += u32::from(covered);
    }
    let of = u64::from(told.sessions());
    let came = u64::from(told.present);
    told.half = (of > 0).then_some(came * 2 >= of);
    told.seven_tenths = (of > 0).then_some(came * 10 >= of * 7);
    told.all_modules = told.modules > 0 && told.modules_covered == told.modules;
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_definition_of_completion_is_told_by_itself() {
        for (present, missed, moved, covered, half, seven, all) in [
            (0, 0, 0, 0, None, None, false),
            (0, 0, 2, 0, None, None, false),
            (1, 1, 0, 0, Some(true), Some(false), false),
            (4, 5, 3, 0, Some(false), Some(false), false),
            (7, 3, 0, 2, Some(true), Some(true), false),
            (69, 31, 0, 0, Some(true), Some(false), false),
            (3, 7, 0, 3, Some(false), Some(false), true),
        ] {
            let no_show = Attendance::NoShow {
                reason: " the bus ".to_owned(),
            };
            let moved_on = Attendance::Moved {
                reason: String::new(),
            };
            let attended = std::iter::repeat_n(&Attendance::Present, present)
                .chain(std::iter::repeat_n(&no_show, missed))
                .chain(std::iter::repeat_n(&moved_on, moved));
            let told = exposure(attended, (0..3).map(|module| module < covered));
            assert_eq!(
                (told.half, told.seven_tenths, told.all_modules),
                (half, seven, all),
                "{present} of {missed} more, {moved} moved"
            );
            assert_eq!(told.moved as usize, moved);
        }
        assert!(
            !exposure([], []).all_modules,
            "a course without modules is never gone through"
        );
    }

    #[test]
    fn reasons_are_told_as_they_were_written_the_most_frequent_first() {
        let away = |reason: &str| Attendance::Cancelled {
            reason: reason.to_owned(),
        };
        let told = exposure(&[away("ill"), away("the bus"), away("ill "), away("")], []);
        let reasons: Vec<(&str, u32)> = told
            .reasons
            .iter()
            .map(|reason| (reason.words.as_str(), reason.times))
            .collect();
        assert_eq!(reasons, [("ill", 2), ("", 1), ("the bus", 1)]);
    }
}
