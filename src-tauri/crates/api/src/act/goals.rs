//! Goals: set, changed, and taken apart into steps.

use domain::change::Change;
use store::{About, Op};

use super::{change, dates};
use crate::{app::App, error::Result, wire::SetGoal};

/// Sets a goal or changes one.
pub fn set_goal(app: &App, ask: SetGoal) -> Result<Change> {
    dates::check(app, ask.goal.set_on)?;
    let short_term = ask.goal.short_term.iter();
    let days = short_term.flat_map(|short| [short.started_on, short.done_on]);
    days.chain([ask.goal.ended_on])
        .flatten()
        .try_for_each(|date| dates::check(app, date))?;
    for step in ask.goal.short_term.iter().flat_map(|s| &s.steps) {
        [step.by_when, step.done_on]
            .into_iter()
            .flatten()
            .try_for_each(|date| dates::check(app, date))?;
    }
    app.with_store(|store| {
        store.person(ask.person)?;
        // The goal page saves while it is typed in; one sitting is one thing to take back.
        let typing = format!("goal {}", ask.goal.id);
        let about = About::person(ask.person);
        store.transact_typing(&typing, Op::SaveGoal, about, app.now(), |tx| {
            tx.save_goal(ask.person, &ask.goal)
        })?;
        change::done(store)
    })
}
