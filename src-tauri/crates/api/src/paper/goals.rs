//! What recovery means, goals and promises: the paper a person takes home.

use domain::{
    Document, Lang, PersonId,
    calendar::long_date,
    document::{Block, Fact, Inline},
    goal::{Goal, GoalStatus, ShortTermGoal, Step},
    practice::PracticePlan,
};
use store::Store;

use super::ours::{self, heading, quotation};
use crate::{app::App, error::Result, read::labels::Labels};

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
    let goals = store.goals(person.id)?.into_iter();
    for goal in goals.filter(|goal| goal.status == GoalStatus::Active) {
        blocks.extend(of_goal(labels, lang, goal));
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

fn of_goal(labels: &Labels, lang: Lang, goal: Goal) -> Vec<Block> {
    let mut blocks = vec![heading(&labels.goal), quotation(goal.words, goal.why)];
    let active = |short: &&ShortTermGoal| short.status == GoalStatus::Active;
    for short in goal.short_term.iter().filter(active) {
        blocks.push(Block::Heading {
            level: 3,
            text: short.words.clone(),
        });
        let steps = short.steps.iter();
        blocks.push(Block::List {
            ordered: true,
            items: steps.map(|step| line(labels, lang, step)).collect(),
        });
    }
    blocks
}

/// A step with who helps, by when, and whether it is done.
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
    line
}

fn promise(labels: &Labels, plan: PracticePlan) -> Vec<Block> {
    let mut blocks = vec![
        heading(&labels.promise),
        quotation(plan.what, String::new()),
    ];
    let rows: Vec<_> = [
        (&labels.when, plan.when),
        (&labels.place, plan.place),
        (&labels.with_whom, plan.with_whom),
        (&labels.slip.materials, plan.materials),
        (&labels.slip.reminder, plan.reminder),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| Fact {
        label: label.clone(),
        value,
    })
    .collect();
    if !rows.is_empty() {
        blocks.push(Block::Facts { rows });
    }
    blocks
}
