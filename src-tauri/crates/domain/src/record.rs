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
}

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
            attendance: Attendance::Present,
            place: String::new(),
            others_present: String::new(),
            phases: phases.to_vec(),
            current: Phase::Arrive,
            major_problem: None,
            problem_words: String::new(),
            problem_action: String::new(),
            recalled: None,
            recalled_words: String::new(),
            practices_reviewed: Vec::new(),
            goal_reviews: Vec::new(),
            agenda: String::new(),
            person_item: String::new(),
            topics: Vec::new(),
            techniques: Default::default(),
            skill: None,
            skill_words: String::new(),
            practices_agreed: Vec::new(),
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

    /// Returns the minutes between opening and closing; `None` while it is open.
    pub fn minutes(&self) -> Option<u32> {
        self.closed_at
            .map(|closed| self.started_at.minutes_until(closed))
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
        if self.closed_at.is_some() {
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
            SessionEntry::MajorProblem { present } => self.major_problem = present,
            SessionEntry::Recalled { recalled } => self.recalled = recalled,
            SessionEntry::Words { field, text } => *self.text_mut(field) = text,
            SessionEntry::PracticeResult { practice, result } => {
                self.review_practice(practice, |review| review.result = result)?;
            }
            SessionEntry::PracticeReviewWords {
                practice,
                what_happened,
                obstacle,
            } => {
                self.review_practice(practice, |review| {
                    review.what_happened = what_happened;
                    review.obstacle = obstacle;
                })?;
            }
            SessionEntry::ReviewGoal {
                goal,
                progress,
                done,
                obstacle,
                next_step,
                still_right,
            } => {
                let review = GoalReview {
                    session: self.id,
                    goal,
                    on: self.on,
                    progress,
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
            SessionText::Agenda => &mut self.agenda,
            SessionText::PersonItem => &mut self.person_item,
            SessionText::SkillWords => &mut self.skill_words,
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
        let mut review = mem::take(&mut practice.review).unwrap_or_else(|| PracticeReview {
            session,
            on,
            result: None,
            what_happened: String::new(),
            obstacle: String::new(),
        });
        change(&mut review);
        let said = review.result.is_some()
            || !review.what_happened.is_empty()
            || !review.obstacle.is_empty();
        practice.review = said.then_some(review);
        Ok(())
    }
}

fn is_empty(review: &GoalReview) -> bool {
    review.progress.is_none()
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
        r.close(Timestamp {
            millis: r.started_at.millis + 47 * 60_000,
            offset: 60,
        });
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
}
