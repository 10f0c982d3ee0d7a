//! Outcome plans: followed and left, and values keyed in.

use curriculum::{MeasuredBy, OutcomePlan};
use domain::{
    SheetId,
    change::Change,
    outcome::{FollowedPlan, MeasureAt, Measured, Taken},
};
use store::{About, Op, Sheet};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{FollowPlan, KeyInCopy, KeyMeasure, LeavePlan},
};

/// Lets a person follow an outcome plan, or changes its first day.
pub fn follow_plan(app: &App, ask: FollowPlan) -> Result<Change> {
    dates::check(app, ask.baseline)?;
    if app.curriculum().outcome_plan(&ask.plan).is_none() {
        return Err(ErrorCode::NotFound.into());
    }
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let followed = FollowedPlan {
            plan: ask.plan,
            baseline: ask.baseline,
        };
        store.transact(Op::FollowPlan, About::person(person), app.now(), |tx| {
            tx.follow_plan(person, &followed)
        })?;
        change::done(store)
    })
}

/// Takes an outcome plan away from a person; what was keyed in for it stays.
pub fn leave_plan(app: &App, ask: LeavePlan) -> Result<Change> {
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        store.transact(Op::LeavePlan, About::person(person), app.now(), |tx| {
            tx.leave_plan(person, &ask.plan)
        })?;
        change::done(store)
    })
}

/// Keys in what became of a measure on an occasion, or takes it away.
///
/// # Errors
/// `NotFound` for what the plan does not ask for, `DateOutOfRange` for a day that has not come.
pub fn key_measure(app: &App, ask: KeyMeasure) -> Result<Change> {
    let taken = match ask.taken {
        Some(taken) => {
            let content = app.curriculum();
            let plan = content.outcome_plan(&ask.at.plan);
            let plan = plan.ok_or(ErrorCode::NotFound)?;
            Some(as_it_fits(plan, &ask.at, taken).ok_or(ErrorCode::NotFound)?)
        }
        None => None,
    };
    if let Some(Taken::Number { on, .. } | Taken::AsTyped { on, .. }) = &taken {
        dates::not_ahead(app, *on)?;
    }
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let about = About::person(person);
        let keyed = taken.map(|taken| Measured {
            at: ask.at.clone(),
            taken,
            words: ask.words,
        });
        store.transact(Op::Measure, about, app.now(), |tx| match &keyed {
            Some(measured) => tx.save_measure(person, measured),
            None => tx.take_away_measure(person, &ask.at),
        })?;
        change::done(store)
    })
}

/// Holds what was keyed in against the plan. A number that the scale does not have is kept as it was typed and counts
/// nowhere; `None` where the plan asks for nothing of the kind.
fn as_it_fits(plan: &OutcomePlan, at: &MeasureAt, taken: Taken) -> Option<Taken> {
    plan.occasion(&at.occasion)?;
    let measure = plan.measure(&at.measure)?;
    Some(match (&measure.by, taken) {
        (MeasuredBy::Slot(scale), Taken::Number { on, value })
            if !value.lies_in(scale.lowest, scale.highest) =>
        {
            Taken::AsTyped {
                on,
                value: value.plain(),
            }
        }
        (MeasuredBy::Count(_), Taken::Number { on, value }) if value.0 < 0 => Taken::AsTyped {
            on,
            value: value.plain(),
        },
        (_, taken) => taken,
    })
}

/// Begins a copy of an instrument that was filled on paper, on the day it was filled.
///
/// # Errors
/// `NotFound` for what is no instrument, `DateOutOfRange` for a day that has not come.
pub fn key_in_copy(app: &App, ask: KeyInCopy) -> Result<Change> {
    dates::not_ahead(app, ask.filled_on)?;
    let content = app.curriculum();
    let form = content.form(&ask.form);
    if !form.is_some_and(|form| form.instrument.is_some() && form.is_filled_for_people()) {
        return Err(ErrorCode::NotFound.into());
    }
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let sheet = Sheet {
            id: SheetId::new(app.uuid()),
            topic: ask.form,
            block: None,
            about: None,
            made_on: ask.filled_on,
            on_paper: true,
            title: String::new(),
            review_on: None,
        };
        store.transact(Op::AddSheet, About::person(person), app.now(), |tx| {
            tx.add_sheet(person, &sheet)
        })?;
        change::made(store, sheet.id.uuid())
    })
}
