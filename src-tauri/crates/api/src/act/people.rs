//! People: added, and what is written down about them.

use domain::{
    PersonId,
    change::Change,
    person::{Person, PersonDetails},
};
use store::{About, Op};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::course,
    wire::{AddPerson, EditPerson},
};

/// The identity colours there are.
const COLOURS: u8 = 8;

/// Adds a person; a name is enough.
pub fn add_person(app: &App, ask: AddPerson) -> Result<Change> {
    check_details(app, &ask.details, None)?;
    app.with_store(|store| {
        let count = store.count_people()?;
        let person = Person {
            id: PersonId::new(app.uuid()),
            details: ask.details,
            colour: colour(count),
            added_at: app.now(),
        };
        let about = About::person(person.id);
        store.transact(Op::AddPerson, about, app.now(), |tx| {
            tx.save_person(&person)
        })?;
        change::made(store, person.id.uuid())
    })
}

/// The identity colour of who comes after so many people.
pub(super) fn colour(count: u32) -> u8 {
    // The remainder is below eight.
    u8::try_from(count % u32::from(COLOURS)).unwrap_or(0)
}

/// Changes what is written down about a person.
pub fn edit_person(app: &App, ask: EditPerson) -> Result<Change> {
    app.with_store(|store| {
        let mut person = store.person(ask.person)?;
        check_details(app, &ask.details, Some(&person.details))?;
        person.details = ask.details;
        let about = About::person(person.id);
        store.transact(Op::EditPerson, about, app.now(), |tx| {
            tx.save_person(&person)
        })?;
        change::done(store)
    })
}

/// Refuses what no page offers. A track or pace that was chosen before may have left the content since; it stays.
fn check_details(app: &App, details: &PersonDetails, before: Option<&PersonDetails>) -> Result<()> {
    if details.preferred_name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    let content = app.curriculum();
    let course = content.course(&details.course).ok_or(ErrorCode::NotFound)?;
    if let Some(track) = &details.track
        && before.is_none_or(|before| before.track.as_ref() != Some(track))
        && !course::tracks(&content, course, details.language)
            .iter()
            .any(|known| known.id == *track)
    {
        return Err(ErrorCode::NotFound.into());
    }
    if let Some(pace) = &details.pace
        && before.is_none_or(|before| before.pace.as_ref() != Some(pace))
        && content.pace(pace).is_none()
    {
        return Err(ErrorCode::NotFound.into());
    }
    dates::check(app, details.started_on)?;
    details
        .next_meeting
        .map_or(Ok(()), |at| dates::check(app, at.date()))
}
