//! The end of a course, and the boosters after it.

use domain::{
    BoosterId, EndingId,
    change::Change,
    ending::{Booster, Ending},
};
use store::{About, Op};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{EndCourse, RemoveBooster, SaveBooster, TakeEndingBack},
};

/// Writes down that a course came to its end, on a day that has come. Nothing else follows from it: the person stays where
/// they are, and a session begins as before.
pub fn end_course(app: &App, ask: EndCourse) -> Result<Change> {
    dates::not_ahead(app, ask.on)?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        if let Some(id) = ask.ending
            && store.endings(person)?.iter().all(|known| known.id != id)
        {
            return Err(ErrorCode::NotFound.into());
        }
        let ending = Ending {
            id: ask.ending.unwrap_or_else(|| EndingId::new(app.uuid())),
            on: ask.on,
            words: ask.words,
        };
        store.transact(Op::EndCourse, About::person(person), app.now(), |tx| {
            tx.save_ending(person, &ending)
        })?;
        change::made(store, ending.id.uuid())
    })
}

/// Takes an end away again.
pub fn take_ending_back(app: &App, ask: TakeEndingBack) -> Result<Change> {
    app.with_store(|store| {
        let about = About::person(ask.person);
        store.transact(Op::EndCourse, about, app.now(), |tx| {
            tx.remove_ending(ask.person, ask.ending)
        })?;
        change::done(store)
    })
}

/// Plans a booster, changes one, or says what became of it.
pub fn save_booster(app: &App, ask: SaveBooster) -> Result<Change> {
    dates::check(app, ask.plan.on)?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        if let Some(id) = ask.booster
            && store.boosters(person)?.iter().all(|known| known.id != id)
        {
            return Err(ErrorCode::NotFound.into());
        }
        let booster = Booster {
            id: ask.booster.unwrap_or_else(|| BoosterId::new(app.uuid())),
            plan: ask.plan,
        };
        store.transact(Op::PlanBooster, About::person(person), app.now(), |tx| {
            tx.save_booster(person, &booster)
        })?;
        change::made(store, booster.id.uuid())
    })
}

/// Takes a booster out of the plan.
pub fn remove_booster(app: &App, ask: RemoveBooster) -> Result<Change> {
    app.with_store(|store| {
        let about = About::person(ask.person);
        store.transact(Op::PlanBooster, about, app.now(), |tx| {
            tx.remove_booster(ask.person, ask.booster)
        })?;
        change::done(store)
    })
}
