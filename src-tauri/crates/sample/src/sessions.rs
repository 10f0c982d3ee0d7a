//! Meetings of the sample, put through the same record as real ones, entry by entry.

use api::{ApiError, ErrorCode, Result};
use domain::{
    GoalId, MeetingId, PracticeId, SessionId, Timestamp,
    person::Person,
    practice::{Practice, PracticePlan},
    record::Recording,
    session::{Attendance, Phase, SessionEntry, SessionRecord, SessionText},
};
use store::{About, Op};

use crate::{
    caseload::{SampleNote, SampleSession},
    filler::Filler,
};

impl Filler<'_> {
    /// Puts one meeting through the same record as a real one; returns the promise it ended with.
    pub fn session(
        &mut self,
        person: &Person,
        sample: SampleSession,
        number: u32,
        goal: Option<GoalId>,
        open: Option<Practice>,
    ) -> Result<Option<Practice>> {
        let on = self.ago(sample.days_ago);
        let started = self.moment(on, sample.at);
        let mut record = SessionRecord::open(
            SessionId::new(self.app.uuid()),
            MeetingId::new(self.app.uuid()),
            person.id,
            number,
            on,
            started,
        );
        let reviewed = open.as_ref().map(|p| p.id);
        record.practices_reviewed.extend(open.clone());
        for entry in entries(&sample, reviewed, goal) {
            let content = self.app.curriculum();
            let edition = match &entry {
                SessionEntry::Topic { topic, .. } => content.edition(topic),
                _ => content.own_edition(),
            };
            let with = Recording {
                fresh_practice: PracticeId::new(self.app.uuid()),
                edition,
            };
            // A sample that the record refuses is a slip in caseload.json, and the flow tests find it.
            record.record(entry, &with).map_err(|e| {
                ApiError::new(ErrorCode::Internal).with("what", format!("sample: {e:?}"))
            })?;
        }
        let closed = Timestamp {
            millis: started.millis + i64::from(sample.minutes) * 60_000,
            ..started
        };
        if sample.note != SampleNote::None || sample.days_ago > 0 {
            record.close(closed);
        }
        let content = self.app.curriculum();
        self.store
            .transact(Op::CloseSession, About::person(person.id), closed, |tx| {
                tx.save_session(&record)?;
                sample.answers.iter().try_for_each(|a| {
                    let edition = content.edition(&a.key.topic);
                    tx.save_answer(person.id, Some(record.id), &a.key, Some(&a.value), &edition)
                })
            })?;
        if sample.note != SampleNote::None {
            self.note(person, &record, sample, closed)?;
        }
        let still_open =
            open.filter(|_| record.practices_reviewed.iter().all(|p| p.review.is_none()));
        Ok(record.practices_agreed.first().cloned().or(still_open))
    }
}

/// What was recorded in a sample meeting, entry by entry.
fn entries(
    sample: &SampleSession,
    reviewed: Option<PracticeId>,
    goal: Option<GoalId>,
) -> Vec<SessionEntry> {
    let mut entries = vec![SessionEntry::Attendance {
        attendance: sample.attendance.clone(),
    }];
    let texts = [
        (SessionText::Place, &sample.place),
        (SessionText::OthersPresent, &sample.others_present),
        (SessionText::ProblemWords, &sample.problem_words),
        (SessionText::ProblemAction, &sample.problem_action),
        (SessionText::RecalledWords, &sample.recalled_words),
        (SessionText::Agenda, &sample.agenda),
        (SessionText::PersonItem, &sample.person_item),
        (SessionText::SkillWords, &sample.skill_words),
        (SessionText::SummaryWords, &sample.summary),
        (SessionText::NextPlan, &sample.next_plan),
    ];
    entries.extend(texts.map(|(field, text)| SessionEntry::Words {
        field,
        text: text.clone(),
    }));
    entries.push(SessionEntry::MajorProblem {
        present: sample.major_problem,
    });
    entries.push(SessionEntry::Recalled {
        recalled: sample.recalled,
    });
    if let (Some(practice), Some(result)) = (reviewed, sample.practice_result) {
        entries.push(SessionEntry::PracticeResult {
            practice,
            result: Some(result),
        });
        let (what_happened, obstacle) = (
            sample.what_happened.clone(),
            sample.practice_obstacle.clone(),
        );
        entries.push(SessionEntry::PracticeReviewWords {
            practice,
            what_happened,
            effect: String::new(),
            obstacle,
            next_time: String::new(),
        });
        let kinds = sample.obstacle_kinds.iter();
        entries.extend(kinds.map(|obstacle| SessionEntry::PracticeObstacle {
            practice,
            obstacle: *obstacle,
            met: true,
        }));
    }
    if let (Some(goal), Some(r)) = (goal, &sample.goal_review) {
        entries.push(SessionEntry::ReviewGoal {
            goal,
            progress: r.progress,
            attainment: r.attainment,
            done: r.done.clone(),
            obstacle: r.obstacle.clone(),
            next_step: r.next_step.clone(),
            still_right: r.still_right,
        });
    }
    entries.extend(sample.topics.iter().map(|t| SessionEntry::Topic {
        topic: t.topic.clone(),
        depth: Some(t.depth),
    }));
    entries.extend(
        sample
            .techniques
            .iter()
            .map(|&technique| SessionEntry::Technique {
                technique,
                used: true,
            }),
    );
    entries.push(SessionEntry::Skill {
        skill: sample.skill,
    });
    if let Some(plan) = &sample.practice {
        entries.push(SessionEntry::AgreePractice {
            practice: None,
            plan: PracticePlan {
                goal,
                ..plan.clone()
            },
        });
    }
    for phase in Phase::ALL
        .into_iter()
        .filter(|_| sample.attendance == Attendance::Present)
    {
        entries.push(SessionEntry::EnterPhase { phase });
        // Half of a sample meeting is its topic; only the proportions matter on screen.
        let share = if phase == Phase::Topic { 7 } else { 1 };
        entries.push(SessionEntry::SpendTime {
            seconds: sample.minutes * 60 * share / 14,
        });
        if sample.skipped.contains(&phase) {
            entries.push(SessionEntry::SkipPhase {
                phase,
                skipped: true,
            });
        }
    }
    entries
}
