//! A person of the sample with everything that is theirs.

use api::Result;
use chrono::{NaiveDateTime, NaiveTime};
use domain::{
    GoalId, PersonId, ShortTermGoalId, StatementId, StepId,
    goal::{Goal, GoalStatus, ShortTermGoal, Step},
    person::{Person, PersonDetails, RecoveryStatement},
    practice::Practice,
};
use store::{About, Op};

use crate::{
    caseload::{SampleGoal, SamplePerson, SampleStatement, SampleStep},
    filler::Filler,
};

impl Filler<'_> {
    pub fn add(&mut self, sample: SamplePerson, colour: u8) -> Result<()> {
        let id = PersonId::new(self.app.uuid());
        let started_on = self.ago(sample.started_days_ago);
        let added_at = self.moment(started_on, NaiveTime::MIN);
        let next_meeting = sample
            .next_in_days
            .map(|days| NaiveDateTime::new(self.ahead(days), sample.next_at.unwrap_or_default()));
        let person = Person {
            id,
            details: PersonDetails {
                preferred_name: sample.name,
                record_number: sample.record_number,
                language: sample.language,
                print_size: sample.print_size,
                course: "eleven-modules".into(),
                track: sample.track,
                pace: sample.pace,
                started_on,
                next_meeting,
                active: sample.active,
            },
            colour,
            added_at,
        };
        let statements: Vec<_> = sample
            .statements
            .into_iter()
            .map(|s| self.statement(s))
            .collect();
        let goals: Vec<_> = sample.goals.into_iter().map(|g| self.goal(g)).collect();
        self.store
            .transact(Op::AddPerson, About::person(id), added_at, |tx| {
                tx.save_person(&person)?;
                statements
                    .iter()
                    .try_for_each(|s| tx.add_statement(id, s))?;
                goals.iter().try_for_each(|g| tx.save_goal(id, g))
            })?;
        let goal = goals
            .iter()
            .find(|g| g.status == GoalStatus::Active)
            .map(|g| g.id);
        let mut open: Option<Practice> = None;
        let mut sessions = sample.sessions;
        sessions.sort_by_key(|s| std::cmp::Reverse(s.days_ago));
        for (session, number) in sessions.into_iter().zip(1..) {
            open = self.session(&person, session, number, goal, open)?;
        }
        for sheet in sample.sheets {
            self.sheet(&person, sheet)?;
        }
        for supporter in sample.supporters {
            self.supporter(&person, supporter)?;
        }
        self.measured(&person, sample.events, sample.outcome)?;
        // Saving sessions does not touch appointments, but the one agreed on above must be the last word.
        Ok(self
            .store
            .transact(Op::EditPerson, About::person(id), self.app.now(), |tx| {
                tx.save_person(&person)
            })?)
    }

    fn statement(&self, sample: SampleStatement) -> RecoveryStatement {
        let on = self.ago(sample.days_ago);
        RecoveryStatement {
            id: StatementId::new(self.app.uuid()),
            words: sample.words,
            given: sample.given,
            on,
            chime: sample.chime,
            recorded_at: self.moment(on, NaiveTime::from_hms_opt(11, 0, 0).unwrap_or_default()),
        }
    }

    fn goal(&self, sample: SampleGoal) -> Goal {
        let steps = |steps: Vec<SampleStep>| {
            steps
                .into_iter()
                .map(|s| Step {
                    id: StepId::new(self.app.uuid()),
                    words: s.words,
                    helper: s.helper,
                    by_when: s.by_in_days.map(|d| self.ahead(d)),
                    resources: String::new(),
                    obstacle: s.obstacle,
                    status: s.status,
                    done_on: s.done_days_ago.map(|d| self.ago(d)),
                })
                .collect()
        };
        Goal {
            id: GoalId::new(self.app.uuid()),
            words: sample.words,
            why: sample.why,
            set_on: self.ago(sample.set_days_ago),
            status: sample.status,
            ended_on: sample.ended_days_ago.map(|d| self.ago(d)),
            reason: sample.reason,
            instead_of: None,
            modules: sample.modules,
            short_term: sample
                .short_term
                .into_iter()
                .map(|s| ShortTermGoal {
                    id: ShortTermGoalId::new(self.app.uuid()),
                    words: s.words,
                    status: s.status,
                    started_on: None,
                    done_on: None,
                    steps: steps(s.steps),
                })
                .collect(),
            reviews: Vec::new(),
        }
    }
}
