//! Home practice: agreed at the end of one session, reviewed at the start of the next (reference 4.9).

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{GoalId, PracticeId, SessionId, TopicId};

/// One small promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Practice {
    /// Names it.
    pub id: PracticeId,
    /// The session it was agreed in.
    pub agreed_in: SessionId,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// What was agreed.
    #[serde(flatten)]
    pub plan: PracticePlan,
    /// What became of it; `None` until reviewed.
    pub review: Option<PracticeReview>,
}

/// What is to be done, when, where and with whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PracticePlan {
    /// What to do.
    pub what: String,
    /// When.
    pub when: String,
    /// Where.
    pub place: String,
    /// With whom.
    pub with_whom: String,
    /// What is needed for it.
    pub materials: String,
    /// What will remind of it.
    pub reminder: String,
    /// How it serves the goal.
    pub why: String,
    /// How sure the person is that it will happen, 0 to 10; `None` until asked.
    pub confidence: Option<u8>,
    /// What could get in the way, and the answer to it.
    pub obstacle: String,
    /// The goal it serves.
    pub goal: Option<GoalId>,
    /// The topic it came from.
    pub topic: Option<TopicId>,
}

/// What became of a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeReview {
    /// The session it was reviewed in.
    pub session: SessionId,
    /// The day.
    pub on: NaiveDate,
    /// How far it was done; `None` until somebody says.
    pub result: Option<PracticeResult>,
    /// What happened, verbatim.
    pub what_happened: String,
    /// What it did for the person.
    pub effect: String,
    /// What got in the way, in words.
    pub obstacle: String,
    /// Which kinds of thing that was; ticked by hand, never read out of the words.
    pub obstacle_kinds: BTreeSet<ObstacleKind>,
    /// What deserves praise, and what comes next.
    pub next_time: String,
}

impl PracticeReview {
    /// A review in which nothing is said yet.
    pub const fn blank(session: SessionId, on: NaiveDate) -> Self {
        Self {
            session,
            on,
            result: None,
            what_happened: String::new(),
            effect: String::new(),
            obstacle: String::new(),
            obstacle_kinds: BTreeSet::new(),
            next_time: String::new(),
        }
    }

    /// Tells whether nothing is said in it.
    pub fn is_blank(&self) -> bool {
        *self == Self::blank(self.session, self.on)
    }
}

/// How the promises of late went, for a sentence such as "done 3 of 5; in the way: forgot, twice".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pattern {
    /// How many were looked back on with a result; at most [`LOOKED_BACK`].
    pub of: u32,
    /// How many of them were done.
    pub done: u32,
    /// How many were partly done.
    pub partly: u32,
    /// What got in the way of them, as it was ticked, the most frequent first.
    pub obstacles: Vec<ObstacleCount>,
}

/// How often a kind of thing got in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleCount {
    /// The kind.
    pub kind: ObstacleKind,
    /// How often.
    pub times: u32,
}

/// As many promises count in a pattern: what went before them says little about now.
pub const LOOKED_BACK: usize = 10;

/// Counts how the newest promises went. Only what somebody ticked counts; nothing is read out of words.
pub fn pattern(practices: &[Practice]) -> Pattern {
    let mut looked_at: Vec<(&Practice, &PracticeReview)> = practices
        .iter()
        .filter_map(|practice| Some((practice, practice.review.as_ref()?)))
        .filter(|(_, review)| review.result.is_some())
        .collect();
    looked_at.sort_by_key(|(practice, review)| Reverse((review.on, practice.agreed_on)));
    looked_at.truncate(LOOKED_BACK);
    let count = |which: &dyn Fn(&PracticeReview) -> bool| {
        let some = looked_at.iter().filter(|(_, review)| which(review));
        u32::try_from(some.count()).unwrap_or(u32::MAX)
    };
    let mut obstacles: Vec<ObstacleCount> = ObstacleKind::ALL
        .into_iter()
        .map(|kind| ObstacleCount {
            kind,
            times: count(&|review| review.obstacle_kinds.contains(&kind)),
        })
        .filter(|counted| counted.times > 0)
        .collect();
    obstacles.sort_by_key(|counted| Reverse(counted.times));
    Pattern {
        of: count(&|_| true),
        done: count(&|review| review.result == Some(PracticeResult::Done)),
        partly: count(&|review| review.result == Some(PracticeResult::Partly)),
        obstacles,
    }
}

/// A kind of thing that gets in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ObstacleKind {
    /// It was forgotten.
    Forgot,
    /// There was no time.
    NoTime,
    /// It was too hard.
    TooHard,
    /// The person was not well enough.
    Unwell,
    /// The person did not want to.
    DidNotWant,
    /// Something came up.
    CameUp,
    /// Something else, which the words tell.
    Other,
}

impl ObstacleKind {
    /// Every kind, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Forgot,
        Self::NoTime,
        Self::TooHard,
        Self::Unwell,
        Self::DidNotWant,
        Self::CameUp,
        Self::Other,
    ];
}

/// How far a practice was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PracticeResult {
    /// Done.
    Done,
    /// Partly done.
    Partly,
    /// Not done.
    NotDone,
    /// Something else was done instead.
    Changed,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, day).unwrap_or_default()
    }

    /// Agreed on one day and looked at on the next.
    fn practice(on: u32, result: Option<PracticeResult>, kinds: &[ObstacleKind]) -> Practice {
        let session = SessionId::new(Uuid::nil());
        Practice {
            id: PracticeId::new(Uuid::from_u128(u128::from(on))),
            agreed_in: session,
            agreed_on: day(on),
            plan: PracticePlan::default(),
            review: Some(PracticeReview {
                result,
                obstacle: "forgot, forgot, forgot".to_owned(),
                obstacle_kinds: kinds.iter().copied().collect(),
                ..PracticeReview::blank(session, day(on + 1))
            }),
        }
    }

    use ObstacleKind::{Forgot, NoTime, Unwell};
    use PracticeResult::{Done, NotDone, Partly};

    #[test]
    fn a_pattern_counts_what_was_said_and_ticked_and_reads_nothing_out_of_words() {
        let mut open = practice(9, None, &[]);
        open.review = None;
        let all = [
            practice(1, Some(Done), &[]),
            practice(2, Some(Partly), &[NoTime]),
            practice(3, Some(NotDone), &[Forgot, NoTime]),
            practice(4, Some(Done), &[Forgot]),
            practice(5, Some(Done), &[Forgot]),
            // Looked at, and nobody said how it went.
            practice(6, None, &[Unwell]),
            open,
        ];
        let told = pattern(&all);
        assert_eq!((told.of, told.done, told.partly), (5, 3, 1));
        let counted = |kind, times| ObstacleCount { kind, times };
        assert_eq!(told.obstacles, [counted(Forgot, 3), counted(NoTime, 2)]);
        assert_eq!(pattern(&[]), Pattern::default());
    }

    #[test]
    fn a_pattern_is_of_late() {
        let all: Vec<Practice> = (1..=14)
            .map(|on| practice(on, Some(if on < 5 { NotDone } else { Done }), &[]))
            .collect();
        let told = pattern(&all);
        assert_eq!((told.of, told.done), (10, 10));
    }

    #[test]
    fn a_review_in_which_nothing_is_said_is_blank() {
        let blank = PracticeReview::blank(SessionId::new(Uuid::nil()), day(1));
        assert!(blank.is_blank());
        let ticked = PracticeReview {
            obstacle_kinds: [Forgot].into(),
            ..blank
        };
        assert!(!ticked.is_blank());
    }
}
