//! The end of a course, boosters that are near, and where one was.

use chrono::Days;

use crate::{
    app::App,
    error::Result,
    read::{cards, endings},
    wire::{DueBooster, DueBoosters, EndingView, Nothing, OfPerson, WhereWereWe},
};

/// Days before a booster from which Today shows it.
const SOON: Days = Days::new(7);

/// Opens the end of a person's course.
pub fn ending(app: &App, ask: OfPerson) -> Result<EndingView> {
    app.with_store(|store| endings::of(app, store, &store.person(ask.person)?))
}

/// Lists the boosters that are near, or whose day went by without a word.
pub fn due_boosters(app: &App, _: Nothing) -> Result<DueBoosters> {
    let today = app.now().day();
    let until = today.checked_add_days(SOON).unwrap_or(today);
    app.with_store(|store| {
        let due = store.boosters_due(until)?.into_iter();
        Ok(DueBoosters {
            boosters: due
                .map(|due| {
                    Ok(DueBooster {
                        person: cards::person(&store.person(due.person)?),
                        booster: due.booster,
                    })
                })
                .collect::<Result<_>>()?,
        })
    })
}

/// Says where one was.
pub fn where_were_we(app: &App, ask: OfPerson) -> Result<WhereWereWe> {
    let today = app.now().day();
    app.with_store(|store| endings::where_were_we(app, store, &store.person(ask.person)?, today))
}
