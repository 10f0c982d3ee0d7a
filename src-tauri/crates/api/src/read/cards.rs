//! Cards: people, notes and sessions as they stand in a list.

use std::collections::BTreeMap;

use domain::{
    PersonId, SessionId, note::NoteState, person::Person, practice::Practice, record::entered_on,
};
use store::{NoteLine, OpenSession, SessionSummary, Store};

use super::course;
use crate::{
    app::App,
    error::Result,
    wire::{NoteCard, PersonCard, SessionCard, SessionGlance},
};

/// A person's card.
pub fn person(person: &Person) -> PersonCard {
    PersonCard {
        id: person.id,
        name: person.details.preferred_name.clone(),
        first_name: person.first_name().to_owned(),
        record_number: person.details.record_number.clone(),
        colour: person.colour,
    }
}

/// Everybody's cards.
pub fn everybody(store: &Store) -> Result<BTreeMap<PersonId, PersonCard>> {
    let people = store.everybody()?;
    Ok(people.iter().map(|one| (one.id, person(one))).collect())
}

/// A note's card.
pub fn note(note: &NoteLine, person: PersonCard) -> NoteCard {
    NoteCard {
        id: note.id,
        person,
        session: note.session,
        on: note.on,
        signed: note.signed_at.is_some(),
    }
}

/// The card of a session's note, if there is one.
pub fn note_of(store: &Store, session: SessionId, of: &Person) -> Result<Option<NoteCard>> {
    Ok(store.note_of(session)?.map(|note| NoteCard {
        id: note.id,
        person: person(of),
        session,
        on: note.on,
        signed: matches!(note.state, NoteState::Signed { .. }),
    }))
}

/// The card of an open session.
pub fn open(session: &OpenSession, person: PersonCard) -> SessionCard {
    SessionCard {
        id: session.id,
        person,
        number: session.number,
        on: session.on,
    }
}

/// A session in a line, with the promises that were made in it.
pub fn glance(
    app: &App,
    session: SessionSummary,
    of: &Person,
    practices: &[Practice],
) -> SessionGlance {
    let promised = practices.iter().filter(|p| p.agreed_in == session.id);
    let topics = session.topics.iter();
    SessionGlance {
        id: session.id,
        number: session.number,
        on: session.on,
        closed: session.closed_at.is_some(),
        minutes: session.minutes,
        entered_on: entered_on(session.on, session.started_at),
        topics: topics
            .map(|t| course::title(app, &t.topic, of.details.language))
            .collect(),
        promised: promised.map(|p| p.plan.what.clone()).collect(),
        note: session.note.as_ref().map(|note| NoteCard {
            id: note.id,
            person: person(of),
            session: session.id,
            on: session.on,
            signed: note.signed,
        }),
        attendance: session.attendance,
    }
}
