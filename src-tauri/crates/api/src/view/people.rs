//! The caseload.

use curriculum::engine::ModuleStanding;
use domain::session::Depth;
use store::{PersonRow, Store};

use crate::{
    app::App,
    error::Result,
    read::{cards, count, course},
    wire::{ModuleState, Nothing, PeopleRow, PeopleView},
};

/// Lists everybody, by name.
pub fn people(app: &App, _: Nothing) -> Result<PeopleView> {
    app.with_store(|store| {
        let mut people: Vec<PeopleRow> = store
            .people()?
            .into_iter()
            .map(|person| row(app, store, person))
            .collect::<Result<_>>()?;
        people.sort_by_key(|row| row.card.name.to_lowercase());
        Ok(PeopleView { people })
    })
}

fn row(app: &App, store: &Store, row: PersonRow) -> Result<PeopleRow> {
    let met = course::met(store, row.person.id)?;
    let standing = course::standing(app, &row.person, &met);
    let topics = || standing.iter().flat_map(|module| &module.topics);
    // A course is counted by its modules; the ending is none that a programme counts.
    let content = app.curriculum();
    let course = &row.person.details.course;
    let counted = standing
        .iter()
        .filter(|module| content.module_number(&module.module, course).is_some());
    let covered = topics().filter(|topic| topic.depth == Some(Depth::Covered));
    Ok(PeopleRow {
        card: cards::person(&row.person),
        active: row.person.details.active,
        statement: row.latest_statement.unwrap_or_default(),
        sessions: row.sessions,
        last_session_on: row.last_session_on,
        next_meeting: row.person.details.next_meeting,
        promise: row.open_promise.unwrap_or_default(),
        covered: count::of(covered),
        topics: count::of(topics()),
        modules: counted.map(state).collect(),
        next: course::next_topic(app, &row.person, &met),
        unsigned: row.unsigned_notes,
    })
}

fn state(module: &ModuleStanding) -> ModuleState {
    let depths = || module.topics.iter().map(|topic| topic.depth);
    if depths().all(|depth| depth.is_none()) {
        ModuleState::Ahead
    } else if depths().all(|depth| depth == Some(Depth::Covered)) {
        ModuleState::Covered
    } else {
        ModuleState::Begun
    }
}
