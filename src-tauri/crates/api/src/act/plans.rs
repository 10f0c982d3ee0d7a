//! Plans: copies that are given away and come back, days on which they are gone through, days on which they are looked at
//! again. Whether a supporter may see a plan is asked where paper leaves; a copy that somebody holds is a fact, and is written
//! down whatever the consents say.

use domain::{
    PlanCopyId, RehearsalId,
    change::Change,
    plan::{PlanCopy, PlanCopyFault, Rehearsal},
};
use store::{About, Op};

use super::{change, dates};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::{lookup, plans, supporters},
    wire::{AddRehearsal, SavePlanCopy, SetReviewDay},
};

/// Writes down that somebody holds a copy of a plan, or changes what is known of it.
///
/// # Errors
/// `NameMissing` when nobody holds it, `DateOutOfRange` when it came back before it was given or on a day to come.
pub fn save_plan_copy(app: &App, ask: SavePlanCopy) -> Result<Change> {
    dates::not_ahead(app, ask.given_on)?;
    ask.taken_back_on
        .map_or(Ok(()), |back| dates::not_ahead(app, back))?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let sheet = lookup::sheet(store, person, ask.sheet)?;
        let id = match ask.copy {
            Some(id) => plans::copy(store, person, id)?.id,
            None => PlanCopyId::new(app.uuid()),
        };
        let holder = match ask.supporter {
            Some(supporter) => {
                supporters::find(store, person, supporter)?;
                String::new()
            }
            None => ask.holder.trim().to_owned(),
        };
        let copy = PlanCopy {
            id,
            sheet: sheet.id,
            supporter: ask.supporter,
            holder,
            given_on: ask.given_on,
            taken_back_on: ask.taken_back_on,
        };
        copy.check().map_err(|fault| match fault {
            PlanCopyFault::Nobody => ErrorCode::NameMissing.into(),
            PlanCopyFault::BackBeforeGiven => ApiError::new(ErrorCode::DateOutOfRange)
                .with("date", copy.taken_back_on.unwrap_or(copy.given_on)),
        })?;
        store.transact(Op::SavePlanCopy, About::person(person), app.now(), |tx| {
            tx.save_plan_copy(person, &copy)
        })?;
        match ask.copy {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Writes down that a plan was gone through, on a day that has come.
pub fn add_rehearsal(app: &App, ask: AddRehearsal) -> Result<Change> {
    dates::not_ahead(app, ask.on)?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let sheet = lookup::sheet(store, person, ask.sheet)?;
        let rehearsal = Rehearsal {
            id: RehearsalId::new(app.uuid()),
            sheet: sheet.id,
            on: ask.on,
            words: ask.words,
        };
        store.transact(Op::AddRehearsal, About::person(person), app.now(), |tx| {
            tx.add_rehearsal(person, &rehearsal)
        })?;
        change::made(store, rehearsal.id.uuid())
    })
}

/// Sets the day on which a plan is looked at again.
pub fn set_review_day(app: &App, ask: SetReviewDay) -> Result<Change> {
    ask.on.map_or(Ok(()), |on| dates::check(app, on))?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let sheet = lookup::sheet(store, person, ask.sheet)?;
        store.transact(Op::SetReviewDay, About::person(person), app.now(), |tx| {
            tx.set_review_day(person, sheet.id, ask.on)
        })?;
        change::done(store)
    })
}
