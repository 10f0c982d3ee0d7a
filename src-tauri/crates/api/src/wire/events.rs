//! Dated events, and how much of the programme somebody had.

use domain::{
    EventId, PersonId,
    event::{Event, EventDetails},
    exposure::Exposure,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asks! {
    /// Writes an event down, or changes one.
    SaveEvent {
        /// Whose.
        person: PersonId,
        /// Which; `None` for a new one.
        event: Option<EventId>,
        /// What is known of it.
        details: EventDetails,
    }
    /// Takes an event away.
    TakeAwayEvent {
        /// Whose.
        person: PersonId,
        /// Which.
        event: EventId,
    }
}

views! {
    /// A person's events, and how much of the programme they had.
    EventsView {
        /// The events, newest first.
        events: Vec<Event>,
        /// What they came to, and how much of the course was gone through.
        exposure: Exposure,
    }
}
