//! Dated events: written down, changed and taken away.

use domain::{
    EventId,
    change::Change,
    event::{Event, EventDetails},
};
use store::{About, Op, Store};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{SaveEvent, TakeAwayEvent},
};

/// Writes an event down, or changes one.
///
/// # Errors
/// `EventEndsFirst` when it ends before it starts, `DateOutOfRange` for a day that has not come.
pub fn save_event(app: &App, ask: SaveEvent) -> Result<Change> {
    let details = as_its_kind_has(ask.details);
    dates::not_ahead(app, details.from)?;
    if let Some(until) = details.until {
        dates::check(app, until)?;
        if until < details.from {
            return Err(ErrorCode::EventEndsFirst.into());
        }
    }
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let id = match ask.event {
            Some(id) => find(store, person, id)?.id,
            None => EventId::new(app.uuid()),
        };
        let event = Event { id, details };
        store.transact(Op::SaveEvent, About::person(person), app.now(), |tx| {
            tx.save_event(person, &event)
        })?;
        match ask.event {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Takes an event away; undo brings it back.
pub fn take_away_event(app: &App, ask: TakeAwayEvent) -> Result<Change> {
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        find(store, person, ask.event)?;
        let about = About::person(person);
        store.transact(Op::TakeAwayEvent, about, app.now(), |tx| {
            tx.take_away_event(person, ask.event)
        })?;
        change::done(store)
    })
}

/// Leaves out what an event of its kind has none of, such as the hours of a stay in hospital.
fn as_its_kind_has(details: EventDetails) -> EventDetails {
    EventDetails {
        until: details.until.filter(|_| details.kind.lasts()),
        hours: details.hours.filter(|_| details.kind.has_hours()),
        ..details
    }
}

fn find(store: &Store, person: domain::PersonId, id: EventId) -> Result<Event> {
    let mut events = store.events(person)?.into_iter();
    let found = events.find(|event| event.id == id);
    found.ok_or_else(|| ErrorCode::NotFound.into())
}
