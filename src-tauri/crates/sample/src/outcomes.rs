//! Dated events of the sample, and an outcome plan with its first values.

use api::Result;
use domain::{
    EventId,
    event::{Event, EventDetails},
    number::Hundredths,
    outcome::{FollowedPlan, MeasureAt, Measured, Taken},
    person::Person,
};
use store::{About, Op};

use crate::{
    caseload::{SampleEvent, SampleOutcome},
    filler::Filler,
};

impl Filler<'_> {
    /// Puts what is measured of somebody through the same store as a real one, dated back.
    pub fn measured(
        &mut self,
        person: &Person,
        events: Vec<SampleEvent>,
        outcome: Option<SampleOutcome>,
    ) -> Result<()> {
        if events.is_empty() && outcome.is_none() {
            return Ok(());
        }
        let events: Vec<Event> = events
            .into_iter()
            .map(|event| Event {
                id: EventId::new(self.app.uuid()),
                details: EventDetails {
                    kind: event.kind,
                    from: self.ago(event.days_ago),
                    until: event.last_days_ago.map(|days| self.ago(days)),
                    hours: event.hours.map(Hundredths::from),
                    words: event.words,
                },
            })
            .collect();
        let followed = outcome.as_ref().map(|outcome| FollowedPlan {
            plan: outcome.plan.clone(),
            baseline: self.ago(outcome.days_ago),
        });
        let measured: Vec<Measured> = outcome
            .into_iter()
            .flat_map(|outcome| {
                let plan = outcome.plan;
                outcome
                    .measured
                    .into_iter()
                    .map(move |one| (plan.clone(), one))
            })
            .filter_map(|(plan, one)| {
                Some(Measured {
                    at: MeasureAt {
                        plan,
                        measure: one.measure,
                        occasion: one.occasion,
                    },
                    taken: Taken::Number {
                        on: self.ago(one.days_ago),
                        value: Hundredths::from_plain(&one.value.to_string())?,
                    },
                    words: String::new(),
                })
            })
            .collect();
        let about = About::person(person.id);
        Ok(self
            .store
            .transact(Op::SaveEvent, about, person.added_at, |tx| {
                events
                    .iter()
                    .try_for_each(|event| tx.save_event(person.id, event))?;
                followed
                    .iter()
                    .try_for_each(|plan| tx.follow_plan(person.id, plan))?;
                measured
                    .iter()
                    .try_for_each(|one| tx.save_measure(person.id, one))
            })?)
    }
}
