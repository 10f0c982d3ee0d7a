//! One calm page about one person.

use std::cmp::Reverse;

use domain::goal::GoalStatus;

use crate::{
    app::App,
    error::Result,
    read::{cards, copies, course, places, supporters},
    wire::{GroupOfPerson, OfPerson, PersonView},
};

/// Opens a person's page.
pub fn person(app: &App, ask: OfPerson) -> Result<PersonView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let id = person.id;
        let met = course::met(store, id)?;
        let next = course::next_topic(app, &person, &met);
        let current = course::current_module(app, next.as_ref());
        let mut goals = store.goals(id)?;
        goals.sort_by_key(|goal| goal.status != GoalStatus::Active);
        let mut forms = copies::of_forms(app, store, &person, current.as_ref())?;
        forms.retain(|form| !form.copies.is_empty());
        forms.sort_by_key(|form| Reverse(form.copies.first().map(|copy| (copy.made_on, copy.id))));
        let practices = store.practices(id)?;
        let sessions = store.sessions(id)?.into_iter();
        let today = app.now().day();
        let (open, earlier): (Vec<_>, Vec<_>) = store
            .open_sessions_of(id)?
            .into_iter()
            .partition(|session| session.on == today);
        Ok(PersonView {
            first_name: person.first_name().to_owned(),
            statements: store.statements(id)?,
            goals,
            course: course::map(app, &person, &met),
            next,
            sessions: sessions
                .map(|session| cards::glance(app, session, &person, &practices))
                .collect(),
            practices,
            supporters: supporters::cards(store, id, today)?,
            letter: places::letter(&app.curriculum()).map(|letter| letter.form),
            sheets: copies::of_worksheets(app, store, &person)?,
            problem_solving: places::problem_solving(&app.curriculum()),
            forms,
            groups: store
                .memberships(id)?
                .into_iter()
                .map(|member| {
                    Ok(GroupOfPerson {
                        series: member.series,
                        name: store.series(member.series)?.details.name,
                        from: member.from,
                        until: member.until,
                    })
                })
                .collect::<Result<_>>()?,
            open_session: open.first().map(|session| session.id),
            left_open: earlier
                .iter()
                .rev()
                .map(|session| cards::open(session, cards::person(&person)))
                .collect(),
            person,
        })
    })
}
