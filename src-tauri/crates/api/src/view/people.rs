//! The caseload.

use curriculum::engine::ModuleStanding;
use domain::{PersonId, session::Depth};
use store::{PersonRow, Store};

use crate::{
    app::App,
    error::Result,
    read::{cards, course},
    wire::{ModuleState, Nothing, OfPeople, PeopleCourses, PeopleRow, PeopleView, PersonCourse},
};

/// Lists everybody, by name.
pub fn people(app: &App, _: Nothing) -> Result<PeopleView> {
    app.with_store(|store| {
        let mut people: Vec<PeopleRow> = store.people()?.into_iter().map(row).collect();
        people.sort_by_key(|row| row.card.name.to_lowercase());
        Ok(PeopleView { people })
    })
}

fn row(row: PersonRow) -> PeopleRow {
    PeopleRow {
        card: cards::person(&row.person),
        active: row.person.details.active,
        statement: row.latest_statement.unwrap_or_default(),
        sessions: row.sessions,
        last_session_on: row.last_session_on,
        next_meeting: row.person.details.next_meeting,
        promise: row.open_promise.unwrap_or_default(),
        unsigned: row.unsigned_notes,
    }
}

/// Says where several people stand in their courses: those that are on the screen, since it takes all they have met.
///
/// # Errors
/// `NotFound` when somebody is not there.
pub fn courses_of(app: &App, ask: OfPeople) -> Result<PeopleCourses> {
    app.with_store(|store| {
        let people = ask.people.into_iter();
        let courses = people.map(|id| course_of(app, store, id));
        Ok(PeopleCourses {
            courses: courses.collect::<Result<_>>()?,
        })
    })
}

fn course_of(app: &App, store: &Store, id: PersonId) -> Result<PersonCourse> {
    let person = store.person(id)?;
    let met = course::met(store, id)?;
    let standing = course::standing(app, &person, &met);
    // A course is counted by its modules; the ending is none that a programme counts.
    let content = app.curriculum();
    let counted = standing.iter().filter(|module| {
        let number = content.module_number(&module.module, &person.details.course);
        number.is_some()
    });
    Ok(PersonCourse {
        person: id,
        modules: counted.map(state).collect(),
        next: course::next_topic(app, &person, &met),
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
