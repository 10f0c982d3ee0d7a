//! A session: everything its screen shows except the topic's page, or only what is recorded.

use domain::{goal::GoalStatus, practice, session::SessionRecord};

use crate::{
    app::App,
    error::Result,
    read::{cards, course, groups, lookup},
    wire::{OfSession, SessionView},
};

/// Opens a session as it stands.
pub fn session(app: &App, ask: OfSession) -> Result<SessionView> {
    app.with_store(|store| {
        let record = lookup::session(store, ask.session)?;
        let person = store.person(record.person)?;
        let before = match store.session_before(&record)? {
            Some(before) => store
                .sessions(person.id)?
                .into_iter()
                .find(|session| session.id == before),
            None => None,
        };
        let previous_summary = match &before {
            Some(before) => store.session(before.id)?.summary_words,
            None => String::new(),
        };
        let practices = store.practices(person.id)?;
        let met = course::met(store, person.id)?;
        let mut goals = store.goals(person.id)?;
        goals.retain(|goal| goal.status == GoalStatus::Active);
        Ok(SessionView {
            first_name: person.first_name().to_owned(),
            statement: store.statement_now(person.id)?,
            goals,
            pattern: practice::pattern(&practices),
            previous: before.map(|s| cards::glance(app, s, &person, &practices)),
            previous_summary,
            next: course::next_topic(app, &person, &met),
            course: course::map(app, &person, &met, &Default::default()),
            note: cards::note_of(store, record.id, &person)?,
            led_by: groups::leaders_of(store, record.meeting)?,
            group: match store.group_plan(record.meeting)? {
                Some(plan) => Some(store.series(plan.series)?.details.name),
                None => None,
            },
            record,
            person,
        })
    })
}

/// Shows what is recorded in a session, and nothing else: what follows from an entry.
pub fn session_record(app: &App, ask: OfSession) -> Result<SessionRecord> {
    app.with_store(|store| lookup::session(store, ask.session))
}
