//! One calm page about one person.

use std::cmp::Reverse;

use domain::{
    goal::{Goal, GoalStatus, StandsStill, stands_still},
    practice,
    session::Attendance,
};
use store::SessionSummary;

use crate::{
    app::App,
    error::Result,
    read::{cards, copies, count, course, places, supporters},
    wire::{AttendanceCount, GroupOfPerson, OfPerson, PersonView, SheetCard},
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
        let reached = course::reached(store, id, &met, &practices)?;
        let sheets = copies::of_worksheets(app, store, &person)?;
        let sessions = store.sessions(id)?;
        let today = app.now().day();
        let (open, earlier): (Vec<_>, Vec<_>) = store
            .open_sessions_of(id)?
            .into_iter()
            .partition(|session| session.on == today);
        Ok(PersonView {
            first_name: person.first_name().to_owned(),
            statements: store.statements(id)?,
            still: still(app, &goals, &sheets),
            attendance: attendance(&sessions),
            course: course::map(app, &person, &met, &reached),
            next,
            sessions: sessions
                .into_iter()
                .map(|session| cards::glance(app, session, &person, &practices))
                .collect(),
            pattern: practice::pattern(&practices),
            practices,
            supporters: supporters::cards(store, id, today)?,
            letter: places::letter(&app.curriculum()).map(|letter| letter.form),
            goals,
            sheets,
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

/// The goals that stand still: longer than the weeks in the settings, and with no problem worked on for them meanwhile.
fn still(app: &App, goals: &[Goal], sheets: &[SheetCard]) -> Vec<StandsStill> {
    let weeks = app.settings().stuck_after_weeks;
    let place = places::problem_solving(&app.curriculum());
    let worked_on = |goal: &Goal| {
        let of_goal = sheets.iter().filter(|sheet| sheet.about == Some(goal.id));
        of_goal
            .filter(|sheet| place.as_ref().is_some_and(|at| at.topic == sheet.topic))
            .map(|sheet| sheet.made_on)
            .max()
    };
    goals
        .iter()
        .filter_map(|goal| stands_still(goal, worked_on(goal), app.now().day(), weeks))
        .collect()
}

fn attendance(sessions: &[SessionSummary]) -> AttendanceCount {
    let count = |is: fn(&Attendance) -> bool| {
        count::of(sessions.iter().filter(|session| is(&session.attendance)))
    };
    AttendanceCount {
        came: count(|attendance| matches!(attendance, Attendance::Present)),
        cancelled: count(|attendance| matches!(attendance, Attendance::Cancelled { .. })),
        no_show: count(|attendance| matches!(attendance, Attendance::NoShow { .. })),
        moved: count(|attendance| matches!(attendance, Attendance::Moved { .. })),
    }
}
