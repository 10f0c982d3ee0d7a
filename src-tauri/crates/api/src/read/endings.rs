//! The end of a course: what to look back on, the papers to keep, and where one was after a gap.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    AnswerValue, TopicId,
    ending::{Ending, gap, proposed_boosters},
    goal::{Goal, GoalStatus},
    person::Person,
    session::Attendance,
};
use store::{Sheet, Store};

use super::{copies, course, places};
use crate::{
    app::App,
    error::Result,
    wire::{EndingView, FolderPaper, GoalLookedBackOn, Stopped, TopicToTake, WhereWereWe},
};

/// What there is at the end of a person's course.
///
/// # Errors
/// Those of reading the vault.
pub fn of(app: &App, store: &Store, person: &Person) -> Result<EndingView> {
    let id = person.id;
    let content = app.curriculum();
    let lang = person.details.language;
    let endings = store.endings(id)?;
    let boosters = store.boosters(id)?;
    let mut statements = store.statements(id)?;
    let now = (!statements.is_empty()).then(|| statements.remove(0));
    let before = statements.pop();
    let met: BTreeSet<TopicId> = course::met(store, id)?
        .into_iter()
        .map(|met| met.topic)
        .collect();
    let closing = content.modules().iter().filter(|module| module.closing);
    let topics = closing
        .flat_map(|module| &module.topics)
        .map(|topic| TopicToTake {
            topic: topic.id.clone(),
            title: course::title(app, &topic.id, lang),
            met: met.contains(&topic.id),
        });
    Ok(EndingView {
        proposed: endings.first().map_or_else(Vec::new, |ending| {
            let last = boosters.last().map(|booster| booster.plan.on);
            let mut days = proposed_boosters(ending.on);
            days.retain(|day| last.is_none_or(|last| last < *day));
            days
        }),
        before,
        now,
        goals: store.goals(id)?.into_iter().map(looked_back_on).collect(),
        best: best(store, person)?,
        papers: papers(app, store, person)?
            .into_iter()
            .map(|(form, sheet)| FolderPaper {
                title: course::title(app, &form, lang),
                form,
                made_on: sheet.as_ref().map(|sheet| sheet.made_on),
                sheet: sheet.map(|sheet| sheet.id),
            })
            .collect(),
        topics: topics.collect(),
        certificate: places::certificate(&content),
        endings,
        boosters,
    })
}

fn looked_back_on(goal: Goal) -> GoalLookedBackOn {
    let steps = goal.short_term.iter().flat_map(|short| &short.steps);
    let done = steps.filter(|step| step.status == GoalStatus::Achieved);
    GoalLookedBackOn {
        steps_done: u32::try_from(done.count()).unwrap_or(u32::MAX),
        progress: goal.reviews.iter().rev().find_map(|review| review.progress),
        words: goal.words,
        status: goal.status,
    }
}

/// What helped most, as the person wrote it on the page that asks.
fn best(store: &Store, person: &Person) -> Result<Vec<String>> {
    let (topic, block, field) = places::BEST;
    let answers = store.answers(person.id, &topic.into(), None)?;
    let written = answers.into_iter().filter(|(key, _)| {
        key.block.as_str() == block
            && (key.field.as_str() == field || key.field.as_str().ends_with("/what"))
    });
    let texts = written.filter_map(|(_, value)| match value {
        AnswerValue::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    Ok(texts.collect())
}

/// The forms of the personal folder, each with its newest copy.
///
/// # Errors
/// Those of reading the vault.
pub fn papers(app: &App, store: &Store, person: &Person) -> Result<Vec<(TopicId, Option<Sheet>)>> {
    let content = app.curriculum();
    places::folder(&content)
        .map(|form| Ok((form.clone(), copies::newest(store, person.id, &form)?)))
        .collect()
}

/// Where one was: only after a gap, and only what is written down.
///
/// # Errors
/// Those of reading the vault.
pub fn where_were_we(
    app: &App,
    store: &Store,
    person: &Person,
    today: NaiveDate,
) -> Result<WhereWereWe> {
    let id = person.id;
    let sessions = store.sessions(id)?;
    // What begins today is no reason to forget that there was a gap.
    let last = sessions
        .into_iter()
        .filter(|session| session.on < today && session.attendance == Attendance::Present)
        .max_by_key(|session| (session.on, session.number));
    let ended = store.endings(id)?.into_iter().next();
    let ended = not_met_since(ended, last.as_ref().map(|session| session.on));
    let long_ago = last.and_then(|last| Some((gap(last.on, today)?, last)));
    let Some((weeks, last)) = long_ago else {
        return Ok(WhereWereWe {
            stopped: None,
            ended,
        });
    };
    let lang = person.details.language;
    let goals = store.goals(id)?.into_iter();
    let topic = course::met(store, id)?
        .into_iter()
        .max_by_key(|met| (met.on, met.session_number));
    let plan = copies::newest(store, id, &places::PLAN.into())?;
    let record = store.session(last.id)?;
    Ok(WhereWereWe {
        stopped: Some(Stopped {
            session: last.id,
            on: last.on,
            weeks,
            topic: topic
                .map(|met| course::title(app, &met.topic, lang))
                .unwrap_or_default(),
            promises: store
                .open_practices(id)?
                .into_iter()
                .map(|practice| practice.plan.what)
                .filter(|what| !what.trim().is_empty())
                .collect(),
            goals: goals
                .filter(|goal| goal.status == GoalStatus::Active)
                .map(|goal| goal.words)
                .collect(),
            plan_on: plan.map(|plan| plan.made_on),
            next_plan: record.next_plan,
        }),
        ended,
    })
}

/// An end counts until somebody has met again.
fn not_met_since(ended: Option<Ending>, last: Option<NaiveDate>) -> Option<Ending> {
    ended.filter(|ending| last.is_none_or(|last| last <= ending.on))
}
