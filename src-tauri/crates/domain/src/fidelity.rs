//! The mirror: how close one's own work is to the model, counted where it can be counted and asked where not
//! (reference 4.13 and 4.14).
//!
//! It is about the work and never about a person: a level is made of a whole caseload only, no level is added to another,
//! and nothing depends on it. Steps that were not read in a published copy say so.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One thing to look at. The first thirteen are those of the fidelity scale, in its order and under the names of the form
/// `fidelity-self-review`; the others are elements that only the integrity scale has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum MirrorItem {
    /// How many people there are in a session.
    GroupSize,
    /// How many people get six months of weekly sessions, or as much at another pace.
    Length,
    /// How many of nine topics are covered.
    Topics,
    /// How many people are given the handouts.
    Handouts,
    /// How many people have a supporter who takes part.
    Supporters,
    /// How many people have a goal on record.
    GoalsSet,
    /// How often goals are followed up.
    GoalsFollowed,
    /// How often a motivational technique is used.
    Motivational,
    /// How often an educational technique is used.
    Educational,
    /// How often a cognitive-behavioural technique is used.
    CognitiveBehavioural,
    /// Coping skills training.
    CopingSkills,
    /// Relapse prevention training.
    RelapsePrevention,
    /// Fitting medicine into daily life.
    Tailoring,
    /// How often the curriculum is used.
    Curriculum,
    /// How often home practice is agreed on.
    PracticePlanned,
    /// How often home practice is looked at again.
    PracticeReviewed,
    /// The relationship.
    Relationship,
    /// Being guided by what recovery means to the person.
    RecoveryOrientation,
    /// Structure, and good use of the time.
    Structure,
    /// Everybody in a group takes part.
    InvolveAll,
    /// People in a group support each other.
    MutualSupport,
}

impl MirrorItem {
    /// Every item, in order.
    pub const ALL: [Self; 21] = [
        Self::GroupSize,
        Self::Length,
        Self::Topics,
        Self::Handouts,
        Self::Supporters,
        Self::GoalsSet,
        Self::GoalsFollowed,
        Self::Motivational,
        Self::Educational,
        Self::CognitiveBehavioural,
        Self::CopingSkills,
        Self::RelapsePrevention,
        Self::Tailoring,
        Self::Curriculum,
        Self::PracticePlanned,
        Self::PracticeReviewed,
        Self::Relationship,
        Self::RecoveryOrientation,
        Self::Structure,
        Self::InvolveAll,
        Self::MutualSupport,
    ];

    /// Its number on the fidelity scale; `None` for an element of the integrity scale alone.
    pub fn number(self) -> Option<u8> {
        let place = Self::ALL.iter().position(|item| *item == self)?;
        u8::try_from(place + 1).ok().filter(|number| *number <= 13)
    }

    /// Whether a practitioner is asked, because the record cannot tell.
    pub const fn is_asked(self) -> bool {
        matches!(
            self,
            Self::CopingSkills
                | Self::RelapsePrevention
                | Self::Tailoring
                | Self::Relationship
                | Self::RecoveryOrientation
                | Self::Structure
                | Self::InvolveAll
                | Self::MutualSupport
        )
    }

    /// Whether its steps were not read in a published copy.
    pub const fn is_unverified(self) -> bool {
        !matches!(
            self,
            Self::GroupSize | Self::Length | Self::Topics | Self::Handouts
        )
    }

    /// The percentages from which levels 2 to 5 begin; `None` where no step is a percentage.
    const fn steps(self) -> Option<[u32; 4]> {
        match self {
            Self::Length | Self::Handouts | Self::GoalsSet | Self::GoalsFollowed => {
                Some([20, 40, 70, 90])
            }
            Self::Supporters
            | Self::Motivational
            | Self::Educational
            | Self::CognitiveBehavioural => Some([20, 30, 40, 50]),
            _ => None,
        }
    }

    /// The level of what was counted over a caseload; `None` where there was nothing to count, and where the scale has no
    /// step for it.
    pub fn level(self, count: &MirrorCount) -> Option<u8> {
        let passed = match (self, count) {
            (Self::GroupSize, MirrorCount::Largest { people }) if *people > 0 => [15, 12, 10, 8]
                .iter()
                .filter(|most| *people <= **most)
                .count(),
            (Self::Topics, MirrorCount::Topics { covered, .. }) => [2, 4, 6, 8]
                .iter()
                .filter(|least| *covered >= **least)
                .count(),
            (_, MirrorCount::Share { part, whole }) if *whole > 0 => {
                let (part, whole) = (u64::from(*part) * 100, u64::from(*whole));
                let steps = self.steps()?;
                let reached = steps
                    .iter()
                    .filter(|step| part >= u64::from(**step) * whole);
                reached.count()
            }
            _ => return None,
        };
        u8::try_from(passed + 1).ok()
    }
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum MirrorCount {
    /// So many of so many people.
    Share {
        /// For how many it holds.
        part: u32,
        /// Of how many.
        whole: u32,
    },
    /// The most people at one meeting.
    Largest {
        /// How many; 0 when nobody met.
        people: u32,
    },
    /// Topics of the course of nine.
    Topics {
        /// How many were worked on.
        covered: u32,
        /// Of how many.
        of: u32,
    },
}

/// The sessions in six months of weekly meetings. What counts as "equivalent" is ours: so many, at any pace.
pub const SIX_MONTHS_WEEKLY: u32 = 26;

/// Months after the start of a course from which its length is judged.
pub const LENGTH_MONTHS: u32 = 6;

/// Tells whether the length of somebody's course can be judged by this day: it ended, or there was time for it.
pub fn length_is_due(started: NaiveDate, ended: Option<NaiveDate>, until: NaiveDate) -> bool {
    ended.is_some_and(|on| on <= until)
        || started
            .checked_add_months(Months::new(LENGTH_MONTHS))
            .is_some_and(|due| due <= until)
}

/// The quarter of a year in which a day lies: its first and its last day.
pub fn quarter_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day);
    let last = first
        .checked_add_months(Months::new(3))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(day);
    (first, last)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn share(part: u32, whole: u32) -> MirrorCount {
        MirrorCount::Share { part, whole }
    }

    #[test]
    fn levels_stand_where_the_scale_has_them() {
        use MirrorItem as I;
        for (item, count, level) in [
            (I::GroupSize, MirrorCount::Largest { people: 0 }, None),
            (I::GroupSize, MirrorCount::Largest { people: 1 }, Some(5)),
            (I::GroupSize, MirrorCount::Largest { people: 8 }, Some(5)),
            (I::GroupSize, MirrorCount::Largest { people: 9 }, Some(4)),
            (I::GroupSize, MirrorCount::Largest { people: 11 }, Some(3)),
            (I::GroupSize, MirrorCount::Largest { people: 13 }, Some(2)),
            (I::GroupSize, MirrorCount::Largest { people: 16 }, Some(1)),
            (I::Length, share(0, 0), None),
            (I::Length, share(0, 5), Some(1)),
            (I::Length, share(1, 5), Some(2)),
            (I::Length, share(399, 1000), Some(2)),
            (I::Length, share(400, 1000), Some(3)),
            (I::Length, share(7, 10), Some(4)),
            (I::Length, share(9, 10), Some(5)),
            (I::Handouts, share(89, 100), Some(4)),
            (
                I::Topics,
                MirrorCount::Topics { covered: 1, of: 9 },
                Some(1),
            ),
            (
                I::Topics,
                MirrorCount::Topics { covered: 2, of: 9 },
                Some(2),
            ),
            (
                I::Topics,
                MirrorCount::Topics { covered: 5, of: 9 },
                Some(3),
            ),
            (
                I::Topics,
                MirrorCount::Topics { covered: 7, of: 9 },
                Some(4),
            ),
            (
                I::Topics,
                MirrorCount::Topics { covered: 9, of: 9 },
                Some(5),
            ),
            (I::Supporters, share(29, 100), Some(2)),
            (I::Supporters, share(1, 2), Some(5)),
            (I::GoalsSet, share(1, 2), Some(3)),
            (I::GoalsFollowed, share(u32::MAX, u32::MAX), Some(5)),
            (I::Motivational, share(3, 10), Some(3)),
            (I::Educational, share(4, 10), Some(4)),
            (I::CognitiveBehavioural, share(1, 10), Some(1)),
            // The scale has no step for these.
            (I::CopingSkills, share(1, 2), None),
            (I::PracticePlanned, share(1, 2), None),
        ] {
            assert_eq!(item.level(&count), level, "{item:?} {count:?}");
        }
    }

    #[test]
    fn thirteen_items_have_a_number_and_what_cannot_be_counted_is_asked() {
        let numbers: Vec<u8> = MirrorItem::ALL.iter().filter_map(|i| i.number()).collect();
        assert_eq!(numbers, (1..=13).collect::<Vec<u8>>());
        // Items 1 to 4 were read in a published copy, and no other.
        for item in MirrorItem::ALL {
            assert_eq!(
                item.is_unverified(),
                item.number().is_none_or(|n| n > 4),
                "{item:?}"
            );
        }
        assert_eq!(MirrorItem::ALL.iter().filter(|i| i.is_asked()).count(), 8);
    }

    #[test]
    fn a_quarter_has_its_first_and_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (on, first, last) in [
            ("2026-01-01", "2026-01-01", "2026-03-31"),
            ("2026-11-30", "2026-10-01", "2026-12-31"),
            ("2024-02-29", "2024-01-01", "2024-03-31"),
        ] {
            assert_eq!(quarter_of(day(on)), (day(first), day(last)));
        }
    }

    #[test]
    fn a_course_is_judged_by_its_length_once_there_was_time_for_it() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let until = day("2026-09-30");
        assert!(length_is_due(day("2026-03-30"), None, until));
        assert!(!length_is_due(day("2026-04-01"), None, until));
        assert!(length_is_due(
            day("2026-08-01"),
            Some(day("2026-09-01")),
            until
        ));
    }
}
