//! A person's dated events, and how much of the programme they had.

use crate::{
    app::App,
    error::Result,
    read::exposure,
    wire::{EventsView, OfPerson},
};

/// Lists a person's events, and tells how much of the programme they had.
pub fn events(app: &App, ask: OfPerson) -> Result<EventsView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        Ok(EventsView {
            events: store.events(person.id)?,
            exposure: exposure::of(app, store, &person)?,
        })
    })
}
