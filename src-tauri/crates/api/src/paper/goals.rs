//! What recovery means, goals and promises: the paper a person takes home.

use chrono::NaiveDate;
use domain::{
    Document, Lang, PersonId,
    calendar::long_date,
    document::{Block, Chart, Fact, Inline, Point, Series, Table},
    goal::{Attainment, Goal, GoalReview, GoalStatus, Progress, ShortTermGoal, Step},
    number::Hundredths,
    practice::PracticePlan,
};
use store::Store;

use super::ours::{self, heading, quotation};
use crate::{
    app::App,
    error::Result,
    read::labels::{GoalLabels, Labels},
};

/// Writes out what a person means, wants and promised.
pub(super) fn document(app: &App, store: &Store, person: PersonId) -> Result<Document> {
    let person = store.person(person)?;
    let lang = person.details.language;
    let labels = Labels::of(lang);
    let mut blocks = Vec::new();
    if let Some(statement) = store.statements(person.id)?.into_iter().next() {
        blocks.push(heading(&labels.meaning));
        blocks.push(quotation(statement.words, long_date(lang, statement.on)));
    }
    let goals = store.goals(person.id)?;
    for goal in goals
        .iter()
        .filter(|goal| goal.status == GoalStatus::Active)
    {
        blocks.extend(of_goal(app, lang, goal, &goals));
    }
    for practice in store.open_practices(person.id)? {
        blocks.extend(promise(labels, practice.plan));
    }
    if blocks.is_empty() {
        blocks.push(ours::paragraph(&labels.nothing_yet));
    }
    let head = ours::Head {
        lang,
        title: &labels.my_goals,
        purpose: &labels.my_goals_purpose,
        person: Some(&person),
    };
    Ok(ours::document(app, &head, blocks))
}

/// One goal with everything the goal-tracking sheet asks for (reference 4.4); what nobody has said is left out.
fn of_goal(app: &App, lang: Lang, goal: &Goal, all: &[Goal]) -> Vec<Block> {
    let labels = Labels::of(lang);
    let words = &labels.goals;
    let content = app.curriculum();
    let modules = goal.modules.iter();
    let modules: Vec<&str> = modules.map(|id| content.module_title(id, lang)).collect();
    let earlier = all.iter().find(|other| Some(other.id) == goal.instead_of);
    let mut blocks = vec![
        heading(&labels.goal),
        quotation(goal.words.clone(), String::new()),
    ];
    blocks.extend(facts(&[
        (&words.why, goal.why.clone()),
        (&words.set_on, long_date(lang, goal.set_on)),
        (
            &words.in_place_of,
            earlier.map_or_else(String::new, |goal| goal.words.clone()),
        ),
        (&words.modules, modules.join("; ")),
    ]));
    let kept =
        |short: &&ShortTermGoal| matches!(short.status, GoalStatus::Active | GoalStatus::Achieved);
    for short in goal.short_term.iter().filter(kept) {
        blocks.extend(of_short_term(labels, lang, short));
    }
    blocks.extend(reviewed(words, lang, &goal.reviews));
    blocks
}

fn of_short_term(labels: &Labels, lang: Lang, short: &ShortTermGoal) -> Vec<Block> {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| long_date(lang, day));
    let mut blocks = vec![Block::Heading {
        level: 3,
        text: short.words.clone(),
    }];
    blocks.extend(facts(&[
        (&labels.goals.begun_on, day(short.started_on)),
        (&labels.goals.reached_on, day(short.done_on)),
    ]));
    let steps = short.steps.iter();
    blocks.push(Block::List {
        ordered: true,
        items: steps.map(|step| line(labels, lang, step)).collect(),
    });
    blocks
}

/// A step with who helps, by when, whether it is done, what is needed and what could get in the way.
fn line(labels: &Labels, lang: Lang, step: &Step) -> Vec<Inline> {
    let mut line = vec![Inline::Plain(step.words.clone())];
    let by = step.by_when.map(|day| long_date(lang, day));
    let rest: Vec<_> = [step.helper.as_str(), by.as_deref().unwrap_or_default()]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    if !rest.is_empty() {
        line.push(Inline::Plain(format!(" ({})", rest.join(", "))));
    }
    if step.status == GoalStatus::Achieved {
        line.push(Inline::Strong(format!(" – {}", labels.done)));
    }
    for (label, words) in [
        (&labels.goals.needs, &step.resources),
        (&labels.goals.obstacle, &step.obstacle),
    ] {
        if !words.is_empty() {
            line.push(Inline::Plain(format!(". {label}: {words}")));
        }
    }
    line
}

/// As many reviews as a sheet shows; the newest are what one looks at.
const SHOWN: usize = 12;

/// What was said of a goal, meeting by meeting, and how it went as a line once there are two points.
fn reviewed(words: &GoalLabels, lang: Lang, reviews: &[GoalReview]) -> Vec<Block> {
    let shown = reviews.get(reviews.len().saturating_sub(SHOWN)..);
    let shown = shown.unwrap_or_default();
    if shown.is_empty() {
        return Vec::new();
    }
    let cell = |text: &str| vec![Inline::Plain(text.to_owned())];
    let row = |review: &GoalReview| {
        let said = [&review.done, &review.obstacle, &review.next_step];
        let said: Vec<&str> = said
            .map(String::as_str)
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect();
        vec![
            cell(&review.number.to_string()),
            cell(&long_date(lang, review.on)),
            cell(
                review
                    .progress
                    .map_or("", |progress| words.progress(progress)),
            ),
            cell(
                review
                    .attainment
                    .map_or("", |attainment| words.attained(attainment)),
            ),
            cell(&said.join(" / ")),
        ]
    };
    let mut blocks = vec![Block::Table(Table {
        title: words.reviews.clone(),
        columns: [
            &words.meeting,
            &words.day,
            &words.far,
            &words.compared,
            &words.said,
        ]
        .map(String::clone)
        .into(),
        rows: shown.iter().map(row).collect(),
    })];
    let far = |review: &GoalReview| review.progress.and_then(Progress::how_far).map(i32::from);
    let attained = |review: &GoalReview| review.attainment.map(|a| i32::from(a.score()));
    blocks.extend(chart(
        &words.chart_far,
        (0, words.progress(Progress::NotStarted)),
        (3, words.progress(Progress::Achieved)),
        points(reviews, far),
    ));
    blocks.extend(chart(
        &words.compared,
        (-2, words.attained(Attainment::MuchLess)),
        (2, words.attained(Attainment::MuchMore)),
        points(reviews, attained),
    ));
    blocks
}

fn points(reviews: &[GoalReview], value: impl Fn(&GoalReview) -> Option<i32>) -> Vec<Point> {
    let point = |review: &GoalReview| {
        let value = Hundredths(value(review)? * 100);
        Some(Point {
            on: review.on,
            value,
        })
    };
    reviews.iter().filter_map(point).collect()
}

/// A line through points; one point is none.
fn chart(title: &str, low: (i32, &str), high: (i32, &str), points: Vec<Point>) -> Option<Block> {
    (points.len() > 1).then(|| {
        Block::Chart(Chart {
            title: title.to_owned(),
            lowest: Hundredths(low.0 * 100),
            highest: Hundredths(high.0 * 100),
            low: low.1.to_owned(),
            high: high.1.to_owned(),
            series: vec![Series {
                name: title.to_owned(),
                points,
            }],
        })
    })
}

/// Rows with a value; nothing where none has one.
fn facts(pairs: &[(&String, String)]) -> Option<Block> {
    let rows: Vec<Fact> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(label, value)| Fact {
            label: (*label).clone(),
            value: value.clone(),
        })
        .collect();
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

fn promise(labels: &Labels, plan: PracticePlan) -> Vec<Block> {
    let mut blocks = vec![
        heading(&labels.promise),
        quotation(plan.what, String::new()),
    ];
    blocks.extend(facts(&[
        (&labels.when, plan.when),
        (&labels.place, plan.place),
        (&labels.with_whom, plan.with_whom),
        (&labels.slip.materials, plan.materials),
        (&labels.slip.reminder, plan.reminder),
    ]));
    blocks
}
