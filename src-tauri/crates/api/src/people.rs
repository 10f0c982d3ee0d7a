//! People: today, the caseload, one person, their recovery statements and goals.

use std::cmp::Reverse;

use chrono::{Days, NaiveDate};
use curriculum::engine::Met;
use domain::{
    GoalId, PersonId, StatementId,
    change::Change,
    goal::{Goal, GoalStatus},
    person::{Person, PersonDetails, RecoveryStatement},
    practice::Practice,
    session::{Attendance, Depth},
};
use store::{About, NoteLine, Op, PersonRow, SessionSummary, Store};

use crate::{
    App, change, course,
    error::{ApiError, ErrorCode, Result},
    forms, sheets,
    wire::*,
};

/// The identity colours there are.
const COLOURS: u8 = 8;

/// Shows who comes, where we stopped and what was promised.
pub fn today(app: &App, _: Nothing) -> Result<TodayView> {
    let day = app.now().day();
    app.with_store(|store| {
        let rows = store.people()?;
        let mut meetings = Vec::new();
        let mut soon = Vec::new();
        for row in &rows {
            let open = row.open_session;
            let at = row.person.details.next_meeting;
            let comes = at.is_some_and(|at| at.date() == day) && row.last_session_on != Some(day);
            if open.is_some() || comes {
                meetings.push(TodayMeeting {
                    person: card(&row.person),
                    at: at.filter(|at| at.date() == day),
                    number: row.sessions + u32::from(open.is_none()),
                    promised: store
                        .open_practices(row.person.id)?
                        .into_iter()
                        .map(|p| p.plan.what)
                        .collect(),
                    next: course::next_topic(app, &row.person, &met(store, row.person.id)?),
                    open_session: open,
                });
            } else if let Some(at) =
                at.filter(|at| at.date() > day && at.date() <= day + Days::new(7))
            {
                soon.push(ComingMeeting {
                    person: card(&row.person),
                    at,
                });
            }
        }
        meetings.sort_by_key(|m| (m.at.is_none(), m.at));
        soon.sort_by_key(|m| m.at);
        let find = |id: PersonId| rows.iter().find(|r| r.person.id == id).map(|r| &r.person);
        let note_cards = |notes: Vec<NoteLine>| {
            notes
                .into_iter()
                .filter_map(|n| find(n.person).map(|p| note_card(&n, p)))
                .collect::<Vec<_>>()
        };
        Ok(TodayView {
            day,
            meetings,
            soon,
            unsigned: note_cards(store.unsigned_notes()?),
            without_note: store
                .sessions_without_note()?
                .into_iter()
                .filter_map(|s| {
                    let person = card(find(s.person)?);
                    Some(SessionCard {
                        id: s.id,
                        person,
                        number: s.number,
                        on: s.on,
                    })
                })
                .collect(),
            not_handed_off: note_cards(store.unhanded_notes()?),
            last_backup: store.last_backup()?,
            people: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        })
    })
}

/// Lists everybody, by name.
pub fn people(app: &App, _: Nothing) -> Result<PeopleView> {
    app.with_store(|store| {
        let mut people: Vec<PeopleRow> = store
            .people()?
            .into_iter()
            .map(|row| people_row(app, store, row))
            .collect::<Result<_>>()?;
        people.sort_by_key(|row| row.card.name.to_lowercase());
        Ok(PeopleView { people })
    })
}

fn people_row(app: &App, store: &Store, row: PersonRow) -> Result<PeopleRow> {
    let standing = course::standing(app, &row.person, &met(store, row.person.id)?);
    let depths = || {
        standing
            .iter()
            .flat_map(|module| &module.topics)
            .map(|topic| topic.depth)
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(PeopleRow {
        card: card(&row.person),
        active: row.person.details.active,
        statement: row.latest_statement.unwrap_or_default(),
        sessions: row.sessions,
        last_session_on: row.last_session_on,
        next_meeting: row.person.details.next_meeting,
        promise: row.open_promise.unwrap_or_default(),
        covered: count(
            depths()
                .filter(|depth| *depth == Some(Depth::Covered))
                .count(),
        ),
        topics: count(depths().count()),
        unsigned: row.unsigned_notes,
    })
}

/// Opens one person's page.
pub fn person(app: &App, ask: OfPerson) -> Result<PersonView> {
    app.with_store(|store| person_view(app, store, ask.person))
}

fn person_view(app: &App, store: &Store, id: PersonId) -> Result<PersonView> {
    let person = find(store, id)?;
    let practices = store.practices(id)?;
    let met = met(store, id)?;
    let mut goals = store.goals(id)?;
    goals.sort_by_key(|g| g.status != GoalStatus::Active);
    let next = course::next_topic(app, &person, &met);
    let current = course::current_module(app, next.as_ref());
    let mut forms = forms::of_person(app, store, &person, current.as_ref())?;
    forms.retain(|form| !form.copies.is_empty());
    forms.sort_by_key(|form| Reverse(form.copies.first().map(|copy| (copy.made_on, copy.id))));
    Ok(PersonView {
        statements: store.statements(id)?,
        goals,
        course: course::map(app, &person, &met),
        next,
        sessions: store
            .sessions(id)?
            .into_iter()
            .map(|s| glance(app, s, &person, &practices))
            .collect(),
        practices,
        sheets: sheets::worksheets(app, store, &person)?,
        forms,
        open_session: store.open_session(id)?,
        problem_solving: None,
        first_name: person.first_name().to_owned(),
        person,
    })
}

/// Adds a person; a name is enough.
pub fn add_person(app: &App, ask: AddPerson) -> Result<Change> {
    check_details(app, &ask.details, None)?;
    app.with_store(|store| {
        let count = store.people()?.len();
        let person = Person {
            id: PersonId::new(app.uuid()),
            details: ask.details,
            // The remainder is below eight.
            colour: u8::try_from(count % usize::from(COLOURS)).unwrap_or(0),
            added_at: app.now(),
        };
        store.transact(Op::AddPerson, About::person(person.id), app.now(), |tx| {
            tx.save_person(&person)
        })?;
        change::made(store, person.id.uuid())
    })
}

/// Changes what is written down about a person.
pub fn edit_person(app: &App, ask: EditPerson) -> Result<Change> {
    app.with_store(|store| {
        let mut person = find(store, ask.person)?;
        check_details(app, &ask.details, Some(&person.details))?;
        person.details = ask.details;
        store.transact(Op::EditPerson, About::person(person.id), app.now(), |tx| {
            tx.save_person(&person)
        })?;
        change::done(store)
    })
}

/// Writes down a new version of the recovery statement; the ones before stay.
pub fn record_statement(app: &App, ask: RecordStatement) -> Result<Change> {
    check_date(app, ask.on)?;
    app.with_store(|store| {
        find(store, ask.person)?;
        let statement = RecoveryStatement {
            id: StatementId::new(app.uuid()),
            words: ask.words,
            given: ask.given,
            on: ask.on,
            chime: ask.chime,
            recorded_at: app.now(),
        };
        store.transact(
            Op::AddStatement,
            About::person(ask.person),
            app.now(),
            |tx| tx.add_statement(ask.person, &statement),
        )?;
        change::made(store, statement.id.uuid())
    })
}

/// Sets a goal or changes one.
pub fn set_goal(app: &App, ask: SetGoal) -> Result<Change> {
    check_date(app, ask.goal.set_on)?;
    for step in ask.goal.short_term.iter().flat_map(|s| &s.steps) {
        [step.by_when, step.done_on]
            .into_iter()
            .flatten()
            .try_for_each(|date| check_date(app, date))?;
    }
    app.with_store(|store| {
        find(store, ask.person)?;
        // The goal page saves while it is typed in; one sitting is one thing to take back.
        let typing = format!("goal {}", ask.goal.id);
        let about = About::person(ask.person);
        store.transact_typing(&typing, Op::SaveGoal, about, app.now(), |tx| {
            tx.save_goal(ask.person, &ask.goal)
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
    check_date(app, details.started_on)?;
    details
        .next_meeting
        .map_or(Ok(()), |at| check_date(app, at.date()))
}

/// Refuses dates that can only be slips of the finger: before 1900 or more than 20 years ahead.
pub(crate) fn check_date(app: &App, date: NaiveDate) -> Result<()> {
    let earliest = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(NaiveDate::MIN);
    let latest = app.now().day() + Days::new(20 * 366);
    if (earliest..=latest).contains(&date) {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::DateOutOfRange).with("date", date))
    }
}

pub(crate) fn find(store: &Store, id: PersonId) -> Result<Person> {
    Ok(store.person(id)?)
}

pub(crate) fn find_goal(store: &Store, person: PersonId, id: GoalId) -> Result<Goal> {
    store
        .goals(person)?
        .into_iter()
        .find(|g| g.id == id)
        .ok_or_else(|| ErrorCode::NotFound.into())
}

pub(crate) fn card(person: &Person) -> PersonCard {
    PersonCard {
        id: person.id,
        name: person.details.preferred_name.clone(),
        first_name: person.first_name().to_owned(),
        record_number: person.details.record_number.clone(),
        colour: person.colour,
    }
}

pub(crate) fn note_card(note: &NoteLine, person: &Person) -> NoteCard {
    NoteCard {
        id: note.id,
        person: card(person),
        session: note.session,
        on: note.on,
        signed: note.signed_at.is_some(),
    }
}

pub(crate) fn met(store: &Store, person: PersonId) -> Result<Vec<Met>> {
    let rows = store.met(person)?;
    Ok(rows
        .into_iter()
        .map(|(topic, depth, on, session_number)| Met {
            topic,
            depth,
            on,
            session_number,
        })
        .collect())
}

/// A session in a line, with the promises that were made in it.
pub(crate) fn glance(
    app: &App,
    session: SessionSummary,
    person: &Person,
    practices: &[Practice],
) -> SessionGlance {
    let promised = practices.iter().filter(|p| p.agreed_in == session.id);
    let note = |note: store::SessionNote| NoteCard {
        id: note.id,
        person: card(person),
        session: session.id,
        on: session.on,
        signed: note.signed,
    };
    SessionGlance {
        id: session.id,
        number: session.number,
        on: session.on,
        closed: session.closed_at.is_some(),
        minutes: session
            .closed_at
            .map(|closed| session.started_at.minutes_until(closed)),
        topics: session
            .topics
            .iter()
            .map(|t| course::title(app, &t.topic, person.details.language))
            .collect(),
        promised: promised.map(|p| p.plan.what.clone()).collect(),
        note: session.note.map(note),
        attended: session.attendance == Attendance::Present,
    }
}
