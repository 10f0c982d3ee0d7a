//! The first screen of a day: who comes, where we stopped, what was promised.
//!
//! It reads those who come and the first few of what waits, never the whole caseload, so that it opens as quickly in the
//! tenth year as on the first day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use domain::{PersonId, SessionId, person::Person};
use store::{GroupMeeting, NoteLine, OpenSession, Store};

use crate::{
    app::App,
    error::Result,
    read::{cards, course, groups, outcomes, plans},
    wire::{
        ComingMeeting, GroupCard, MissedMeeting, NoteCard, Nothing, PersonCard, SessionCard,
        TodayMeeting, TodayView, Waiting, WorklistView,
    },
};

/// Days that count as soon.
const SOON: Days = Days::new(7);
/// How many of what waits are listed; the rest is counted.
const LISTED: u32 = 20;
/// Counting ends here.
const MOST: u32 = 1_000;

/// Shows who comes, where we stopped and what was promised.
pub fn today(app: &App, _: Nothing) -> Result<TodayView> {
    let day = app.now().day();
    app.with_store(|store| {
        let met = store.group_meetings_on(day)?;
        let groups_left = groups::left(store, day)?;
        let (open, earlier): (Vec<_>, Vec<_>) = outside_of_groups(store, day)?
            .into_iter()
            .partition(|session| session.on == day);
        let open: BTreeMap<PersonId, SessionId> = open
            .into_iter()
            .rev()
            .map(|session| (session.person, session.id))
            .collect();
        let appointed = store.coming(day, day + SOON)?;
        let mut meetings = Vec::new();
        let mut soon = Vec::new();
        for person in &appointed {
            let at = person.details.next_meeting;
            if at.is_some_and(|at| at.date() > day) && !open.contains_key(&person.id) {
                soon.extend(at.map(|at| ComingMeeting {
                    person: cards::person(person),
                    at,
                }));
            } else if open.contains_key(&person.id) || !store.met_on(person.id, day)? {
                meetings.push(meeting(
                    app,
                    store,
                    person,
                    day,
                    open.get(&person.id).copied(),
                )?);
            }
        }
        for (person, session) in &open {
            if appointed.iter().all(|known| known.id != *person) {
                meetings.push(meeting(
                    app,
                    store,
                    &store.person(*person)?,
                    day,
                    Some(*session),
                )?);
            }
        }
        meetings.sort_by_key(|meeting| (meeting.at.is_none(), meeting.at));
        let mut known = Known::default();
        let waiting = store.waiting(MOST)?;
        let missed = store.missed_meetings(day, MOST)?;
        Ok(TodayView {
            day,
            meetings,
            groups: groups_of(app, store, &met, day)?,
            groups_left,
            left_open: earlier
                .iter()
                .rev()
                .map(|session| Ok(cards::open(session, known.card(store, session.person)?)))
                .collect::<Result<_>>()?,
            soon,
            unsigned: known.notes(store, store.unsigned_notes(LISTED)?)?,
            without_note: without_note(&mut known, store, LISTED)?,
            not_handed_off: known.notes(store, store.unhanded_notes(LISTED)?)?,
            plans_due: plans::due(app, store, day)?,
            waiting: Waiting {
                unsigned: waiting.unsigned,
                without_note: waiting.without_note,
                not_handed_off: waiting.not_handed_off,
                missed: u32::try_from(missed.len()).unwrap_or(MOST),
                counted_to: MOST,
            },
            missed: missed
                .into_iter()
                .take(LISTED as usize)
                .map(|missed| {
                    Ok(MissedMeeting {
                        person: known.card(store, missed.person)?,
                        at: missed.at,
                    })
                })
                .collect::<Result<_>>()?,
            outcomes: outcomes::due_now(app, store, day)?,
            last_backup: store.last_backup()?,
            backup_trouble: app.backups().trouble.clone(),
            people: store.count_people()?,
        })
    })
}

/// Lists everything that is left, on whatever day it was.
pub fn worklist(app: &App, _: Nothing) -> Result<WorklistView> {
    let day = app.now().day();
    app.with_store(|store| {
        let mut known = Known::default();
        let open = outside_of_groups(store, day)?.into_iter().rev();
        let left_open = open
            .filter(|session| session.on != day)
            .map(|session| Ok(cards::open(&session, known.card(store, session.person)?)))
            .collect::<Result<_>>()?;
        Ok(WorklistView {
            day,
            groups_left: groups::left(store, day)?,
            left_open,
            missed: missed(&mut known, store, day, MOST)?,
            without_note: without_note(&mut known, store, MOST)?,
            unsigned: known.notes(store, store.unsigned_notes(MOST)?)?,
            to_co_sign: known.notes(store, store.notes_to_co_sign(MOST)?)?,
            not_handed_off: known.notes(store, store.unhanded_notes(MOST)?)?,
            plans_due: plans::due(app, store, day)?,
            counted_to: MOST,
        })
    })
}

/// Open sessions that stand by themselves: those in a group's meeting of today, or one left open, are shown with it.
fn outside_of_groups(store: &Store, day: NaiveDate) -> Result<Vec<OpenSession>> {
    let mut met = store.group_meetings_on(day)?;
    met.extend(store.group_meetings_left_open(day)?);
    let shown = groups::sessions_in(store, &met)?;
    let mut open = store.open_sessions()?;
    open.retain(|session| !shown.contains(&session.id));
    Ok(open)
}

/// Groups that usually meet on a day, or do.
fn groups_of(
    app: &App,
    store: &Store,
    met: &[GroupMeeting],
    day: NaiveDate,
) -> Result<Vec<GroupCard>> {
    let mut cards = Vec::new();
    for series in store.all_series()? {
        let opened = met.iter().any(|meeting| meeting.series == series.id);
        if opened || series.details.meets_on(day) {
            let card = groups::card(app, store, series, day)?;
            // One that nobody is in yet has nothing to meet for.
            if opened || card.members > 0 {
                cards.push(card);
            }
        }
    }
    cards.sort_by_key(|card| card.series.details.begins);
    Ok(cards)
}

fn missed(
    known: &mut Known,
    store: &Store,
    day: NaiveDate,
    most: u32,
) -> Result<Vec<MissedMeeting>> {
    let meetings = store.missed_meetings(day, most)?.into_iter();
    meetings
        .map(|missed| {
            Ok(MissedMeeting {
                person: known.card(store, missed.person)?,
                at: missed.at,
            })
        })
        .collect()
}

fn meeting(
    app: &App,
    store: &Store,
    person: &Person,
    day: NaiveDate,
    open_session: Option<SessionId>,
) -> Result<TodayMeeting> {
    let promised = store.open_practices(person.id)?.into_iter();
    let next = store.next_session_number(person.id)?;
    Ok(TodayMeeting {
        person: cards::person(person),
        at: person.details.next_meeting.filter(|at| at.date() == day),
        number: next - u32::from(open_session.is_some()),
        promised: promised.map(|practice| practice.plan.what).collect(),
        next: course::next_topic(app, person, &course::met(store, person.id)?),
        open_session,
    })
}

fn without_note(known: &mut Known, store: &Store, most: u32) -> Result<Vec<SessionCard>> {
    let sessions = store.sessions_without_note(most)?.into_iter();
    sessions
        .map(|session| {
            Ok(SessionCard {
                id: session.id,
                person: known.card(store, session.person)?,
                number: session.number,
                on: session.on,
            })
        })
        .collect()
}

/// Cards that were read already.
#[derive(Default)]
struct Known(BTreeMap<PersonId, PersonCard>);

impl Known {
    fn card(&mut self, store: &Store, id: PersonId) -> Result<PersonCard> {
        if let Some(card) = self.0.get(&id) {
            return Ok(card.clone());
        }
        let card = cards::person(&store.person(id)?);
        self.0.insert(id, card.clone());
        Ok(card)
    }

    fn notes(&mut self, store: &Store, notes: Vec<NoteLine>) -> Result<Vec<NoteCard>> {
        let card = |note: NoteLine| Ok(cards::note(&note, self.card(store, note.person)?));
        notes.into_iter().map(card).collect()
    }
}
