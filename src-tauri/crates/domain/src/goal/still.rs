//! Goals that stand still: since when, and what tells so. Nothing follows from it by itself; somebody is asked once whether
//! to look at it step by step.

use chrono::{Days, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::{Goal, GoalReview, GoalStatus, Progress};
use crate::GoalId;

/// A goal that has not moved for some weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandsStill {
    /// Which.
    pub goal: GoalId,
    /// The day it last moved, or was set.
    pub since: NaiveDate,
    /// Whole weeks since then.
    pub weeks: u32,
    /// How often it was talked about since; none at all is another thing than talk that led no further.
    pub talked_about: u32,
}

/// Tells whether a goal that is being worked on has stood still for this many weeks.
///
/// It moves when somebody says in a review that it has come further than was said before, or is more of what was hoped;
/// when a step or a short-term goal is done; and when a problem was worked on step by step for it (`worked_on`).
pub fn stands_still(
    goal: &Goal,
    worked_on: Option<NaiveDate>,
    today: NaiveDate,
    weeks: u8,
) -> Option<StandsStill> {
    if goal.status != GoalStatus::Active {
        return None;
    }
    let since = moved_on(goal, worked_on);
    let stood = today.signed_duration_since(since).num_weeks();
    let enough = since
        .checked_add_days(Days::new(7 * u64::from(weeks)))
        .is_some_and(|day| day <= today);
    let later = goal.reviews.iter().filter(|review| review.on > since);
    enough.then(|| StandsStill {
        goal: goal.id,
        since,
        weeks: u32::try_from(stood).unwrap_or_default(),
        talked_about: u32::try_from(later.count()).unwrap_or(u32::MAX),
    })
}

/// The last day on which a goal moved; the day it was set when it never did.
fn moved_on(goal: &Goal, worked_on: Option<NaiveDate>) -> NaiveDate {
    let short_term = goal.short_term.iter();
    let done = short_term.flat_map(|short| {
        let steps = short.steps.iter().filter_map(|step| step.done_on);
        steps.chain(short.done_on)
    });
    let reviewed = further(&goal.reviews);
    done.chain(reviewed)
        .chain(worked_on)
        .fold(goal.set_on, NaiveDate::max)
}

/// The days of the reviews in which a goal had come further than was last said.
fn further(reviews: &[GoalReview]) -> Vec<NaiveDate> {
    let mut sorted: Vec<&GoalReview> = reviews.iter().collect();
    sorted.sort_by_key(|review| (review.on, review.number));
    let (mut far, mut attained) = (0, None);
    let mut days = Vec::new();
    for review in sorted {
        let now = review.progress.and_then(Progress::how_far);
        let more = now.is_some_and(|now| now > far)
            || review.attainment.is_some() && attained.is_some_and(|was| review.attainment > was);
        if more {
            days.push(review.on);
        }
        far = now.unwrap_or(far);
        attained = review.attainment.map(Some).or(attained);
    }
    days
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use uuid::Uuid;

    use super::*;
    use crate::{
        SessionId, ShortTermGoalId, StepId,
        goal::{Attainment, ShortTermGoal, Step},
    };

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + Days::new(u64::from(n))
    }

    fn goal(reviews: &[(u32, Option<Progress>, Option<Attainment>)]) -> Goal {
        let id = |n| Uuid::from_u128(n);
        Goal {
            id: GoalId::new(id(1)),
            words: "play in a band".into(),
            why: String::new(),
            set_on: day(0),
            status: GoalStatus::Active,
            ended_on: None,
            reason: String::new(),
            instead_of: None,
            modules: Vec::new(),
            short_term: vec![ShortTermGoal {
                id: ShortTermGoalId::new(id(2)),
                words: "own a guitar".into(),
                status: GoalStatus::Active,
                started_on: None,
                done_on: None,
                steps: vec![Step {
                    id: StepId::new(id(3)),
                    words: "call the shop".into(),
                    helper: String::new(),
                    by_when: None,
                    resources: String::new(),
                    obstacle: String::new(),
                    status: GoalStatus::Active,
                    done_on: None,
                }],
            }],
            reviews: reviews
                .iter()
                .zip(1..)
                .map(|((on, progress, attainment), number)| GoalReview {
                    session: SessionId::new(id(9)),
                    goal: GoalId::new(id(1)),
                    number,
                    on: day(*on),
                    progress: *progress,
                    attainment: *attainment,
                    done: String::new(),
                    obstacle: String::new(),
                    next_step: String::new(),
                    still_right: None,
                })
                .collect(),
        }
    }

    /// The day it stands still since and how often it was talked about, looked at on a day, after four weeks.
    fn since(goal: &Goal, today: u32) -> Option<(NaiveDate, u32)> {
        stands_still(goal, None, day(today), 4).map(|still| (still.since, still.talked_about))
    }

    #[test]
    fn a_goal_stands_still_since_it_last_came_further() {
        type Said = (u32, Option<Progress>, Option<Attainment>);
        type Case = (&'static str, Vec<Said>, u32, Option<(u32, u32)>);
        let cases: [Case; 9] = [
            ("not long enough", vec![], 27, None),
            ("nobody has spoken of it", vec![], 28, Some((0, 0))),
            (
                "it came further",
                vec![(7, Some(Progress::Some), None)],
                30,
                None,
            ),
            (
                "talk that led no further",
                vec![
                    (7, Some(Progress::Some), None),
                    (14, Some(Progress::Some), None),
                    (21, None, None),
                ],
                35,
                Some((7, 2)),
            ),
            (
                "not started is no move",
                vec![
                    (7, Some(Progress::NotStarted), None),
                    (14, Some(Progress::NotStarted), None),
                ],
                28,
                Some((0, 2)),
            ),
            (
                "falling back and coming again is one",
                vec![
                    (7, Some(Progress::Most), None),
                    (14, Some(Progress::NotStarted), None),
                    (21, Some(Progress::Some), None),
                ],
                49,
                Some((21, 0)),
            ),
            (
                "more of what was hoped",
                vec![
                    (7, None, Some(Attainment::Less)),
                    (20, None, Some(Attainment::Expected)),
                ],
                47,
                None,
            ),
            (
                "the first rating says where it is, not that it moved",
                vec![(7, None, Some(Attainment::More))],
                28,
                Some((0, 1)),
            ),
            (
                "a clock that was set back",
                vec![(60, Some(Progress::Some), None)],
                40,
                None,
            ),
        ];
        for (what, said, today, expected) in cases {
            let found = since(&goal(&said), today);
            assert_eq!(
                found,
                expected.map(|(on, times)| (day(on), times)),
                "{what}"
            );
        }
    }

    #[test]
    fn a_step_done_or_a_problem_worked_on_moves_it_and_an_end_ends_it() {
        let mut done = goal(&[]);
        done.short_term.iter_mut().for_each(|short| {
            short
                .steps
                .iter_mut()
                .for_each(|step| step.done_on = Some(day(20)));
        });
        assert_eq!(since(&done, 47), None);
        assert_eq!(since(&done, 48), Some((day(20), 0)));
        let worked = stands_still(&goal(&[]), Some(day(10)), day(38), 4).unwrap();
        assert_eq!((worked.since, worked.weeks), (day(10), 4));
        done.status = GoalStatus::Dropped;
        assert_eq!(since(&done, 400), None);
    }
}
