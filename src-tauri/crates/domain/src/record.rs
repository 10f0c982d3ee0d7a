//! Recording in a session: (record, entry) → record. Pure; ids and the day come in as values.
//!
//! Every entry sets one fact, and the last one said counts. Nothing here ever fills in a fact that nobody gave.

use std::mem;

use crate::{
    Edition, MeetingId, PersonId, PracticeId, SessionId, Timestamp,
    goal::GoalReview,
    meeting::MeetingFormat,
    practice::{Practice, PracticeReview},
    session::{
        Attendance, Phase, PhaseRecord, PhaseState, SessionEntry, SessionRecord, SessionText,
        TopicCovered,
    },
};

/// Why an entry could not be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The session is closed; it can be opened again until its note is signed.
    Closed,
    /// No such promise is open in this session.
    NoSuchPractice,
    /// A confidence above 10.
    ConfidenceAboveTen,
    /// A length of nothing, or of more than a day.
    LengthOutOfRange,
}

/// Minutes in a day: no meeting takes longer.
const LONGEST: u32 = 24 * 60;

/// What recording needs from outside.
#[derive(Clone, Debug)]
pub struct Recording {
    /// The id a new promise gets, if the entry makes one.
    pub fresh_practice: PracticeId,
    /// The pack that supplies the page of a topic, and its version.
    pub edition: Edition,
}

impl SessionRecord {
    /// Opens a new session, in a one-to-one meeting of its own, in which nothing has been said yet.
    pub fn open(
        id: SessionId,
        meeting: MeetingId,
        person: PersonId,
        number: u32,
        on: chrono::NaiveDate,
        started_at: Timestamp,
    ) -> Self {
        let phases = Phase::ALL.map(|phase| PhaseRecord {
            phase,
            state: PhaseState::Ahead,
            seconds: 0,
        });
        let mut record = Self {
            id,
            person,
            meeting,
            format: MeetingFormat::default(),
            number,
            on,
            started_at,
            closed_at: None,
            length_said: None,
            attendance: Attendance::Present,
            place: String::new(),
            others_present: String::new(),
            goal_turn: false,
            phases: phases.to_vec(),
            current: Phase::Arrive,
            major_problem: None,
            problem_words: String::new(),
            problem_action: String::new(),
            recalled: None,
            recalled_words: String::new(),
            practices_reviewed: Vec::new(),
            review_skipped: String::new(),
            goal_reviews: Vec::new(),
            agenda: String::new(),
            person_item: String::new(),
            topics: Vec::new(),
            techniques: Default::default(),
            skill: None,
            skill_words: String::new(),
            practices_agreed: Vec::new(),
            plan_skipped: String::new(),
            summary_words: String::new(),
            next_plan: String::new(),
            next_meeting: None,
        };
        record.set_phase(Phase::Arrive, PhaseState::Opened);
        record
    }

    /// Returns what has become of a phase.
    pub fn phase(&self, phase: Phase) -> PhaseState {
        self.phases
            .iter()
            .find(|p| p.phase == phase)
            .map_or(PhaseState::Ahead, |p| p.state)
    }

    /// Returns the day it was entered on, where that is later than the day of the meeting.
    pub fn entered_on(&self) -> Option<chrono::NaiveDate> {
        entered_on(self.on, self.started_at)
    }

    /// Returns the minutes it took; `None` while it is open, and when nobody can tell.
    pub fn minutes(&self) -> Option<u32> {
        self.closed_at?;
        self.length_said.or_else(|| self.counted())
    }

    /// Returns the minutes that were counted, where they are those of the meeting.
    pub fn counted(&self) -> Option<u32> {
        let seconds = self.phases.iter().map(|p| u64::from(p.seconds)).sum();
        let counts = self.attendance == Attendance::Present && self.entered_on().is_none();
        length(None, counts, seconds)
    }

    /// Tells whether earlier promises stood open here and nothing was said of any of them. Why, is asked once, at the end.
    pub fn review_was_skipped(&self) -> bool {
        let said = |practice: &Practice| {
            let review = practice.review.as_ref();
            review.is_some_and(|review| review.session == self.id)
        };
        !self.practices_reviewed.is_empty() && !self.practices_reviewed.iter().any(said)
    }

    /// Tells whether nothing was promised here. Why, is asked once, at the end.
    pub fn plan_was_skipped(&self) -> bool {
        !self
            .practices_agreed
            .iter()
            .any(|practice| !practice.plan.what.trim().is_empty())
    }

    fn set_phase(&mut self, phase: Phase, state: PhaseState) {
        if let Some(p) = self.phases.iter_mut().find(|p| p.phase == phase) {
            p.state = state;
        }
    }

    /// Records one entry.
    ///
    /// # Errors
    /// A [`Refusal`], with the record unchanged.
    pub fn record(&mut self, entry: SessionEntry, with: &Recording) -> Result<(), Refusal> {
        let corrects = matches!(entry, SessionEntry::Length { .. });
        if self.closed_at.is_some() && !corrects {
            return Err(Refusal::Closed);
        }
        match entry {
            SessionEntry::EnterPhase { phase } => {
                if self.phase(self.current) == PhaseState::Opened && self.current != phase {
                    self.set_phase(self.current, PhaseState::Done);
                }
                self.set_phase(phase, PhaseState::Opened);
                self.current = phase;
            }
            SessionEntry::SkipPhase { phase, skipped } => {
                let back = if phase == self.current {
                    PhaseState::Opened
                } else {
                    PhaseState::Ahead
                };
                self.set_phase(phase, if skipped { PhaseState::Skipped } else { back });
            }
            SessionEntry::SpendTime { seconds } => {
                let current = self.current;
                if let Some(p) = self.phases.iter_mut().find(|p| p.phase == current) {
                    p.seconds = p.seconds.saturating_add(seconds);
                }
            }
            SessionEntry::Attendance { attendance } => self.attendance = attendance,
            SessionEntry::GoalTurn { theirs } => self.goal_turn = theirs,
            SessionEntry::MajorProblem { present } => self.major_problem = present,
            SessionEntry::Recalled { recalled } => self.recalled = recalled,
            SessionEntry::Words { field, text } => *self.text_mut(field) = text,
            SessionEntry::PracticeResult { practice, result } => {
                self.review_practice(practice, |review| review.result = result)?;
            }
            SessionEntry::PracticeReviewWords {
                practice,
                what_happened,
                effect,
                obstacle,
                next_time,
            } => {
                self.review_practice(practice, |review| {
                    review.what_happened = what_happened;
                    review.effect = effect;
                    review.obstacle = obstacle;
                    review.next_time = next_time;
                })?;
            }
            SessionEntry::PracticeObstacle {
                practice,
                obstacle,
                met,
            } => {
                self.review_practice(practice, |review| {
                    if met {
                        review.obstacle_kinds.insert(obstacle);
                    } else {
                        review.obstacle_kinds.remove(&obstacle);
                    }
                })?;
            }
            SessionEntry::ReviewGoal {
                goal,
                progress,
                attainment,
                done,
                obstacle,
                next_step,
                still_right,
            } => {
                let review = GoalReview {
                    session: self.id,
                    goal,
                    number: self.number,
                    on: self.on,
                    progress,
                    attainment,
                    done,
                    obstacle,
                    next_step,
                    still_right,
                };
                match self.goal_reviews.iter_mut().find(|r| r.goal == goal) {
                    Some(old) => *old = review,
                    None => self.goal_reviews.push(review),
                }
                self.goal_reviews.retain(|r| !is_empty(r));
            }
            SessionEntry::Topic { topic, depth } => {
                let known = self.topics.iter_mut().find(|t| t.topic == topic);
                match (known, depth) {
                    (Some(t), Some(depth)) => t.depth = depth,
                    (None, Some(depth)) => self.topics.push(TopicCovered {
                        topic,
                        edition: with.edition.clone(),
                        depth,
                    }),
                    (_, None) => self.topics.retain(|t| t.topic != topic),
                }
            }
            SessionEntry::Technique {
                technique,
                used: true,
            } => {
                self.techniques.insert(technique);
            }
            SessionEntry::Technique {
                technique,
                used: false,
            } => {
                self.techniques.remove(&technique);
            }
            SessionEntry::Skill { skill } => self.skill = skill,
            SessionEntry::AgreePractice { practice, plan } => {
                if plan.confidence.is_some_and(|c| c > 10) {
                    return Err(Refusal::ConfidenceAboveTen);
                }
                match practice {
                    Some(id) => {
                        self.practices_agreed
                            .iter_mut()
                            .find(|p| p.id == id)
                            .ok_or(Refusal::NoSuchPractice)?
                            .plan = plan
                    }
                    None => self.practices_agreed.push(Practice {
                        id: with.fresh_practice,
                        agreed_in: self.id,
                        agreed_on: self.on,
                        plan,
                        review: None,
                    }),
                }
            }
            SessionEntry::DropPractice { practice } => {
                self.practices_agreed.retain(|p| p.id != practice)
            }
            SessionEntry::NextMeeting { at } => self.next_meeting = at,
            SessionEntry::Length { minutes } => {
                if minutes.is_some_and(|minutes| !(1..=LONGEST).contains(&minutes)) {
                    return Err(Refusal::LengthOutOfRange);
                }
                self.length_said = minutes;
            }
        }
        Ok(())
    }

    /// Closes the session; the phase it stands in becomes done.
    pub fn close(&mut self, at: Timestamp) {
        if self.phase(self.current) == PhaseState::Opened {
            self.set_phase(self.current, PhaseState::Done);
        }
        self.closed_at = Some(at);
    }

    fn text_mut(&mut self, field: SessionText) -> &mut String {
        match field {
            SessionText::Place => &mut self.place,
            SessionText::OthersPresent => &mut self.others_present,
            SessionText::ProblemWords => &mut self.problem_words,
            SessionText::ProblemAction => &mut self.problem_action,
            SessionText::RecalledWords => &mut self.recalled_words,
            SessionText::ReviewSkipped => &mut self.review_skipped,
            SessionText::Agenda => &mut self.agenda,
            SessionText::PersonItem => &mut self.person_item,
            SessionText::SkillWords => &mut self.skill_words,
            SessionText::PlanSkipped => &mut self.plan_skipped,
            SessionText::SummaryWords => &mut self.summary_words,
            SessionText::NextPlan => &mut self.next_plan,
        }
    }

    /// Changes the review of an earlier promise; a review in which nothing is said any more is taken back.
    fn review_practice(
        &mut self,
        practice: PracticeId,
        change: impl FnOnce(&mut PracticeReview),
    ) -> Result<(), Refusal> {
        let (session, on) = (self.id, self.on);
        let practice = self
            .practices_reviewed
            .iter_mut()
            .find(|p| p.id == practice)
            .ok_or(Refusal::NoSuchPractice)?;
        let mut review =
            mem::take(&mut practice.review).unwrap_or_else(|| PracticeReview::blank(session, on));
        change(&mut review);
        practice.review = (!review.is_blank()).then_some(review);
        Ok(())
    }
}

/// Returns the day a session was entered on, where that is later than the day it speaks of.
pub fn entered_on(on: chrono::NaiveDate, started_at: Timestamp) -> Option<chrono::NaiveDate> {
    Some(started_at.day()).filter(|day| *day > on)
}

/// The length of a meeting in minutes: what somebody said, else the time that was spent in its phases.
///
/// Never from opening to closing: a session that was left open over night, or opened again to mend a word, did not take
/// longer for it. Where the time spent is not that of the meeting (it `counts` for nothing), nobody can tell.
pub fn length(said: Option<u32>, counts: bool, seconds: u64) -> Option<u32> {
    said.or_else(|| {
        let minutes = u32::try_from(seconds / 60).unwrap_or(LONGEST);
        (counts && minutes > 0).then_some(minutes.min(LONGEST))
    })
}

fn is_empty(review: &GoalReview) -> bool {
    review.progress.is_none()
        && review.attainment.is_none()
        && review.still_right.is_none()
        && [&review.done, &review.obstacle, &review.next_step]
            .into_iter()
            .all(|words| words.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use uuid::Uuid;

    use super::*;
    use crate::{
        practice::{PracticePlan, PracticeResult},
        session::{Depth, Technique},
    };

    fn record() -> SessionRecord {
        let at = Timestamp {
            millis: 1_760_000_000_000,
            offset: 60,
        };
        let id = |n| Uuid::from_u128(n);
        let mut record = SessionRecord::open(
            SessionId::new(id(1)),
            MeetingId::new(id(3)),
            PersonId::new(id(2)),
            3,
            at.day(),
            at,
        );
        record.practices_reviewed.push(Practice {
            id: PracticeId::new(id(7)),
            agreed_in: SessionId::new(id(8)),
            agreed_on: at.day(),
            plan: PracticePlan {
                what: "Call the shop".into(),
                ..Default::default()
            },
            review: None,
        });
        record
    }

    fn with() -> Recording {
        Recording {
            fresh_practice: PracticeId::new(Uuid::from_u128(99)),
            edition: Edition {
                pack: "imr".into(),
                pack_version: "0.1.0".to_owned(),
            },
        }
    }

    #[test]
    fn a_new_session_claims_nothing() {
        let record = record();
        assert!(
            record.techniques.is_empty()
                && record.major_problem.is_none()
                && record.recalled.is_none()
        );
        assert!(
            record.goal_reviews.is_empty()
                && record.topics.is_empty()
                && record.practices_agreed.is_empty()
        );
        assert_eq!(
            record
                .phases
                .iter()
                .filter(|p| p.state != PhaseState::Ahead)
                .count(),
            1
        );
    }

    #[test]
    fn leaving_a_phase_finishes_it_unless_it_was_skipped() {
        let mut r = record();
        r.record(
            SessionEntry::EnterPhase {
                phase: Phase::LastTime,
            },
            &with(),
        )
        .unwrap();
        r.record(
            SessionEntry::SkipPhase {
                phase: Phase::LastTime,
                skipped: true,
            },
            &with(),
        )
        .unwrap();
        r.record(
            SessionEntry::EnterPhase {
                phase: Phase::Goals,
            },
            &with(),
        )
        .unwrap();
        assert_eq!(
            [
                Phase::Arrive,
                Phase::LastTime,
                Phase::PracticeReview,
                Phase::Goals
            ]
            .map(|p| r.phase(p)),
            [
                PhaseState::Done,
                PhaseState::Skipped,
                PhaseState::Ahead,
                PhaseState::Opened
            ]
        );
        r.record(
            SessionEntry::EnterPhase {
                phase: Phase::LastTime,
            },
            &with(),
        )
        .unwrap();
        assert_eq!(
            r.phase(Phase::LastTime),
            PhaseState::Opened,
            "going back takes it up after all"
        );
    }

    #[test]
    fn the_last_thing_said_counts_and_can_be_taken_back() {
        let mut r = record();
        let practice = PracticeId::new(Uuid::from_u128(7));
        r.record(
            SessionEntry::PracticeResult {
                practice,
                result: Some(PracticeResult::Partly),
            },
            &with(),
        )
        .unwrap();
        assert_eq!(
            r.practices_reviewed[0].review.as_ref().unwrap().session,
            r.id
        );
        r.record(
            SessionEntry::PracticeResult {
                practice,
                result: None,
            },
            &with(),
        )
        .unwrap();
        assert_eq!(
            r.practices_reviewed[0].review, None,
            "a review that says nothing is no review"
        );

        for used in [true, false] {
            r.record(
                SessionEntry::Technique {
                    technique: Technique::RolePlay,
                    used,
                },
                &with(),
            )
            .unwrap();
        }
        assert!(r.techniques.is_empty());

        let topic = crate::TopicId::from("what-is-recovery");
        for depth in [Some(Depth::Opened), Some(Depth::Covered)] {
            r.record(
                SessionEntry::Topic {
                    topic: topic.clone(),
                    depth,
                },
                &with(),
            )
            .unwrap();
        }
        assert_eq!(r.topics.len(), 1);
        assert_eq!(r.topics[0].depth, Depth::Covered);
        r.record(SessionEntry::Topic { topic, depth: None }, &with())
            .unwrap();
        assert!(r.topics.is_empty());
    }

    #[test]
    fn promises_are_made_changed_and_taken_back() {
        let mut r = record();
        let plan = |what: &str, confidence| PracticePlan {
            what: what.into(),
            confidence,
            ..Default::default()
        };
        r.record(
            SessionEntry::AgreePractice {
                practice: None,
                plan: plan("walk", None),
            },
            &with(),
        )
        .unwrap();
        let id = r.practices_agreed[0].id;
        r.record(
            SessionEntry::AgreePractice {
                practice: Some(id),
                plan: plan("walk with Ann", Some(8)),
            },
            &with(),
        )
        .unwrap();
        assert_eq!(
            (
                r.practices_agreed.len(),
                r.practices_agreed[0].plan.confidence
            ),
            (1, Some(8))
        );
        let refused = r.record(
            SessionEntry::AgreePractice {
                practice: Some(id),
                plan: plan("walk", Some(11)),
            },
            &with(),
        );
        assert_eq!(refused, Err(Refusal::ConfidenceAboveTen));
        r.record(SessionEntry::DropPractice { practice: id }, &with())
            .unwrap();
        assert!(r.practices_agreed.is_empty());
    }

    #[test]
    fn a_closed_session_takes_nothing_more() {
        let mut r = record();
        spend(&mut r, 47 * 60);
        r.close(later(47));
        assert_eq!(r.minutes(), Some(47));
        assert_eq!(
            r.record(
                SessionEntry::MajorProblem {
                    present: Some(true)
                },
                &with()
            ),
            Err(Refusal::Closed)
        );
    }

    fn later(minutes: i64) -> Timestamp {
        Timestamp {
            millis: record().started_at.millis + minutes * 60_000,
            offset: 60,
        }
    }

    fn spend(record: &mut SessionRecord, seconds: u32) {
        record
            .record(SessionEntry::SpendTime { seconds }, &with())
            .unwrap();
    }

    fn say_length(record: &mut SessionRecord, minutes: Option<u32>) -> Result<(), Refusal> {
        record.record(SessionEntry::Length { minutes }, &with())
    }

    #[test]
    fn the_length_is_the_time_spent_however_long_it_lay_open_and_however_often_it_was_opened_again()
    {
        let mut r = record();
        spend(&mut r, 52 * 60);
        assert_eq!(r.minutes(), None, "open");
        r.close(later(24 * 60));
        assert_eq!(r.minutes(), Some(52));
        r.closed_at = None;
        spend(&mut r, 20);
        r.close(later(48 * 60));
        assert_eq!(r.minutes(), Some(52), "a word was mended");
    }

    #[test]
    fn the_length_can_be_said_when_the_session_is_closed_and_taken_back() {
        let mut r = record();
        spend(&mut r, 600);
        r.close(later(10));
        say_length(&mut r, Some(45)).unwrap();
        assert_eq!(r.minutes(), Some(45));
        for wrong in [0, 1441] {
            assert_eq!(
                say_length(&mut r, Some(wrong)),
                Err(Refusal::LengthOutOfRange)
            );
        }
        say_length(&mut r, None).unwrap();
        assert_eq!(r.minutes(), Some(10));
    }

    #[test]
    fn nobody_can_tell_the_length_of_a_meeting_that_was_entered_later_or_did_not_take_place() {
        let mut late = record();
        late.on = late.on.pred_opt().unwrap();
        spend(&mut late, 600);
        late.close(later(10));
        assert_eq!(
            (late.entered_on(), late.minutes()),
            (Some(late.started_at.day()), None)
        );
        say_length(&mut late, Some(45)).unwrap();
        assert_eq!(late.minutes(), Some(45));
        let mut missed = record();
        missed.attendance = Attendance::NoShow {
            reason: String::new(),
        };
        spend(&mut missed, 600);
        missed.close(later(10));
        assert_eq!((missed.entered_on(), missed.minutes()), (None, None));
    }
}
