//! The first screen of a day: who comes, where we stopped, what was promised.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::PersonId;
use store::{NoteLine, PersonRow, Store};

use crate::{
    app::App,
    error::Result,
    read::{cards, count, course},
    wire::{ComingMeeting, NoteCard, Nothing, PersonCard, SessionCard, TodayMeeting, TodayView},
};

/// Days that count as soon.
const SOON: Days = Days::new(7);

/// Shows who comes, where we stopped and what was promised.
pub fn today(app: &App, _: Nothing) -> Result<TodayView> {
    let day = app.now().day();
    app.with_store(|store| {
        let rows = store.people()?;
        let mut meetings = Vec::new();
        let mut soon = Vec::new();
        for row in &rows {
            if comes(row, day) {
                meetings.push(meeting(app, store, row, day)?);
            } else {
                soon.extend(coming(row, day));
            }
        }
        meetings.sort_by_key(|meeting| (meeting.at.is_none(), meeting.at));
        soon.sort_by_key(|coming| coming.at);
        let cards = cards::of(&rows);
        Ok(TodayView {
            day,
            meetings,
            soon,
            unsigned: notes(&cards, store.unsigned_notes()?),
            without_note: without_note(&cards, store)?,
            not_handed_off: notes(&cards, store.unhanded_notes()?),
            last_backup: store.last_backup()?,
            people: count::of(rows.iter()),
        })
    })
}

/// Tells whether somebody comes on a day, or left a session open.
fn comes(row: &PersonRow, day: NaiveDate) -> bool {
    let appointed = on(row, day).is_some() && row.last_session_on != Some(day);
    row.open_session.is_some() || appointed
}

/// The appointment somebody has on a day.
fn on(row: &PersonRow, day: NaiveDate) -> Option<chrono::NaiveDateTime> {
    let at = row.person.details.next_meeting;
    at.filter(|at| at.date() == day)
}

fn meeting(app: &App, store: &Store, row: &PersonRow, day: NaiveDate) -> Result<TodayMeeting> {
    let person = &row.person;
    let promised = store.open_practices(person.id)?.into_iter();
    Ok(TodayMeeting {
        person: cards::person(person),
        at: on(row, day),
        number: row.sessions + u32::from(row.open_session.is_none()),
        promised: promised.map(|practice| practice.plan.what).collect(),
        next: course::next_topic(app, person, &course::met(store, person.id)?),
        open_session: row.open_session,
    })
}

fn coming(row: &PersonRow, day: NaiveDate) -> Option<ComingMeeting> {
    let at = row.person.details.next_meeting?;
    (at.date() > day && at.date() <= day + SOON).then(|| ComingMeeting {
        person: cards::person(&row.person),
        at,
    })
}

type Cards = BTreeMap<PersonId, PersonCard>;

fn notes(cards: &Cards, notes: Vec<NoteLine>) -> Vec<NoteCard> {
    let card = |note: NoteLine| Some(cards::note(&note, cards.get(&note.person)?.clone()));
    notes.into_iter().filter_map(card).collect()
}

fn without_note(cards: &Cards, store: &Store) -> Result<Vec<SessionCard>> {
    let sessions = store.sessions_without_note()?.into_iter();
    Ok(sessions
        .filter_map(|session| {
            Some(SessionCard {
                id: session.id,
                person: cards.get(&session.person)?.clone(),
                number: session.number,
                on: session.on,
            })
        })
        .collect())
}
