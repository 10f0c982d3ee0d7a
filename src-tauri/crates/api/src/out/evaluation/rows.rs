//! The rows of one person, table by table, with every column there is.

use std::collections::HashMap;

use chrono::NaiveDate;
use curriculum::{Rater, ScoreRule, instrument};
use domain::{
    GoalId, PersonId,
    event::Event,
    exposure::Exposure,
    goal::{Goal, GoalStatus},
    person::Person,
    practice::Practice,
    session::{Attendance, PhaseState, SessionRecord},
    supporter::Contact,
};
use export::csv::Cell;
use serde::Serialize;
use store::{SessionNote, Store};

use super::super::answered;
use crate::{
    app::App,
    error::Result,
    read::{exposure, outcomes, pages, supporters},
    wire::{OutcomeCell, OutcomeMeasure, OutcomePlanView, OutcomeState, SupporterCard},
};

type Row = Vec<Cell>;

/// One person's rows of all tables, in the order of [`super::columns::TABLES`].
pub(super) fn of_person(
    app: &App,
    store: &Store,
    person: PersonId,
    pseudonym: &str,
) -> Result<[Vec<Row>; 12]> {
    let person = store.person(person)?;
    let of = Of {
        person: &person,
        pseudonym,
    };
    let mut records = Vec::new();
    for summary in store.sessions(person.id)? {
        records.push((store.session(summary.id)?, summary.note));
    }
    records.sort_by_key(|(record, _)| record.number);
    let goals = store.goals(person.id)?;
    let numbers: HashMap<GoalId, String> = goals
        .iter()
        .enumerate()
        .map(|(place, goal)| (goal.id, format!("G{}", place + 1)))
        .collect();
    let practices = store.practices(person.id)?;
    let on_their_side = supporters::cards(store, person.id, app.now().day())?;
    let on_their_side = || (1..).zip(&on_their_side);
    let sessions = || records.iter().map(|(record, _)| record);
    Ok([
        vec![of.people(store)?],
        records
            .iter()
            .map(|(record, note)| of.session(record, *note))
            .collect(),
        vec![of.attendance(sessions(), &exposure::of(app, store, &person)?)],
        sessions().flat_map(|record| of.topics(record)).collect(),
        goals.iter().map(|goal| of.goal(goal, &numbers)).collect(),
        goals
            .iter()
            .flat_map(|goal| of.reviews(goal, &numbers))
            .collect(),
        practices
            .iter()
            .map(|practice| of.practice(practice, &numbers))
            .collect(),
        of.instruments(app, store)?,
        of.events(store)?,
        of.outcomes(app, store)?,
        on_their_side()
            .map(|(number, card)| of.supporter(number, card))
            .collect(),
        on_their_side()
            .flat_map(|(number, card)| of.contacts(number, card))
            .collect(),
    ])
}

struct Of<'a> {
    person: &'a Person,
    pseudonym: &'a str,
}

impl Of<'_> {
    fn who(&self) -> Cell {
        Cell::Code(self.pseudonym.to_owned())
    }

    /// Days since the course began.
    fn day(&self, on: NaiveDate) -> Cell {
        days(self.person.details.started_on, on)
    }

    fn people(&self, store: &Store) -> Result<Row> {
        let details = &self.person.details;
        let statements = store.statements(self.person.id)?;
        let track = details.track.as_ref().map(ToString::to_string);
        Ok(vec![
            self.who(),
            words(&details.preferred_name),
            words(&details.record_number),
            Cell::Day(details.started_on),
            Cell::Code(details.course.to_string()),
            track.map_or(Cell::Nothing, Cell::Code),
            code(&details.language),
            Cell::Yes(details.active),
            count(statements.len()),
            statements
                .first()
                .map_or(Cell::Nothing, |newest| words(&newest.words)),
        ])
    }

    fn session(&self, record: &SessionRecord, note: Option<SessionNote>) -> Row {
        let (attendance, reason) = attended(&record.attendance);
        let done = record
            .phases
            .iter()
            .filter(|phase| phase.state == PhaseState::Done);
        let techniques: Vec<String> = record.techniques.iter().map(code_of).collect();
        let later = record
            .entered_on()
            .map_or(Cell::Whole(0), |on| days(record.on, on));
        let looked_at = record.practices_reviewed.iter();
        vec![
            self.who(),
            Cell::Whole(record.number.into()),
            self.day(record.on),
            Cell::Day(record.on),
            Cell::Code(attendance.to_owned()),
            words(reason),
            code(&record.format),
            Cell::Yes(record.closed_at.is_some()),
            record
                .minutes()
                .map_or(Cell::Nothing, |minutes| Cell::Whole(minutes.into())),
            later,
            record.major_problem.map_or(Cell::Nothing, Cell::Yes),
            record.recalled.as_ref().map_or(Cell::Nothing, code),
            count(done.count()),
            count(record.topics.len()),
            Cell::Code(techniques.join(" ")),
            record.skill.as_ref().map_or(Cell::Nothing, code),
            count(record.goal_reviews.len()),
            count(
                looked_at
                    .filter(|practice| practice.review.is_some())
                    .count(),
            ),
            count(record.practices_agreed.len()),
            Cell::Code(
                match note {
                    None => "none",
                    Some(note) if note.signed => "signed",
                    Some(_) => "draft",
                }
                .to_owned(),
            ),
        ]
    }

    fn attendance<'r>(
        &self,
        records: impl Iterator<Item = &'r SessionRecord>,
        exposure: &Exposure,
    ) -> Row {
        let records: Vec<_> = records.collect();
        let of = |kind: &str| {
            count(
                records
                    .iter()
                    .filter(|record| attended(&record.attendance).0 == kind)
                    .count(),
            )
        };
        let came = records
            .iter()
            .filter(|record| record.attendance == Attendance::Present);
        let days: Vec<NaiveDate> = came.map(|record| record.on).collect();
        let day = |on: Option<&NaiveDate>| on.map_or(Cell::Nothing, |on| self.day(*on));
        vec![
            self.who(),
            of("present"),
            of("cancelled"),
            of("noShow"),
            of("moved"),
            day(days.iter().min()),
            day(days.iter().max()),
            exposure.half.map_or(Cell::Nothing, Cell::Yes),
            exposure.seven_tenths.map_or(Cell::Nothing, Cell::Yes),
            Cell::Yes(exposure.all_modules),
            Cell::Whole(exposure.modules_covered.into()),
            Cell::Whole(exposure.modules.into()),
        ]
    }

    fn topics(&self, record: &SessionRecord) -> Vec<Row> {
        let row = |topic: &domain::session::TopicCovered| {
            vec![
                self.who(),
                Cell::Whole(record.number.into()),
                self.day(record.on),
                Cell::Day(record.on),
                Cell::Code(topic.topic.to_string()),
                code(&topic.depth),
                Cell::Code(topic.edition.pack.to_string()),
                Cell::Code(topic.edition.pack_version.clone()),
            ]
        };
        record.topics.iter().map(row).collect()
    }

    fn goal(&self, goal: &Goal, numbers: &HashMap<GoalId, String>) -> Row {
        let steps = || goal.short_term.iter().flat_map(|short| &short.steps);
        let done = steps().filter(|step| step.status == GoalStatus::Achieved);
        let last = goal.reviews.iter().rev().find_map(|review| review.progress);
        vec![
            self.who(),
            numbered(Some(goal.id), numbers),
            self.day(goal.set_on),
            Cell::Day(goal.set_on),
            words(&goal.words),
            words(&goal.why),
            code(&goal.status),
            count(goal.short_term.len()),
            count(steps().count()),
            count(done.count()),
            count(goal.reviews.len()),
            last.as_ref().map_or(Cell::Nothing, code),
        ]
    }

    fn reviews(&self, goal: &Goal, numbers: &HashMap<GoalId, String>) -> Vec<Row> {
        let row = |review: &domain::goal::GoalReview| {
            vec![
                self.who(),
                numbered(Some(goal.id), numbers),
                self.day(review.on),
                Cell::Day(review.on),
                review.progress.as_ref().map_or(Cell::Nothing, code),
                review.still_right.map_or(Cell::Nothing, Cell::Yes),
                words(&review.done),
                words(&review.obstacle),
                words(&review.next_step),
            ]
        };
        goal.reviews.iter().map(row).collect()
    }

    fn practice(&self, practice: &Practice, numbers: &HashMap<GoalId, String>) -> Row {
        let plan = &practice.plan;
        let said = |words: &str| Cell::Yes(!words.trim().is_empty());
        let review = practice.review.as_ref();
        let result = review.and_then(|review| review.result);
        vec![
            self.who(),
            self.day(practice.agreed_on),
            Cell::Day(practice.agreed_on),
            plan.topic
                .as_ref()
                .map_or(Cell::Nothing, |topic| Cell::Code(topic.to_string())),
            numbered(plan.goal, numbers),
            said(&plan.when),
            said(&plan.place),
            said(&plan.with_whom),
            said(&plan.obstacle),
            plan.confidence
                .map_or(Cell::Nothing, |sure| Cell::Whole(sure.into())),
            review.map_or(Cell::Nothing, |review| days(practice.agreed_on, review.on)),
            result.as_ref().map_or(Cell::Nothing, code),
            words(&plan.what),
            review.map_or(Cell::Nothing, |review| words(&review.what_happened)),
            said(&plan.materials),
            said(&plan.reminder),
            review.map_or(Cell::Nothing, |review| {
                let kinds: Vec<String> = review.obstacle_kinds.iter().map(code_of).collect();
                Cell::Code(kinds.join(" "))
            }),
            review.map_or(Cell::Nothing, |review| words(&review.effect)),
            review.map_or(Cell::Nothing, |review| words(&review.next_time)),
        ]
    }

    fn supporter(&self, number: usize, card: &SupporterCard) -> Row {
        let details = &card.supporter.details;
        let may: Vec<String> = card.may.iter().map(code_of).collect();
        let withdrawn = card.consents.iter();
        let withdrawn = withdrawn.filter(|each| each.consent.withdrawn.is_some());
        vec![
            self.who(),
            Cell::Code(format!("S{number}")),
            words(&details.name),
            words(&details.relation),
            Cell::Code(may.join(" ")),
            count(card.consents.len()),
            count(withdrawn.count()),
            count(card.contacts.len()),
        ]
    }

    fn contacts(&self, number: usize, card: &SupporterCard) -> Vec<Row> {
        let row = |contact: &Contact| {
            vec![
                self.who(),
                Cell::Code(format!("S{number}")),
                self.day(contact.details.on),
                Cell::Day(contact.details.on),
                code(&contact.details.how),
                words(&contact.details.words),
            ]
        };
        card.contacts.iter().map(row).collect()
    }

    fn events(&self, store: &Store) -> Result<Vec<Row>> {
        let row = |event: &Event| {
            let details = &event.details;
            vec![
                self.who(),
                code(&details.kind),
                self.day(details.from),
                Cell::Day(details.from),
                details
                    .until
                    .map_or(Cell::Nothing, |until| days(details.from, until)),
                details.hours.map_or(Cell::Nothing, Cell::Number),
                words(&details.words),
            ]
        };
        // Oldest first, as time goes.
        Ok(store
            .events(self.person.id)?
            .iter()
            .rev()
            .map(row)
            .collect())
    }

    fn outcomes(&self, app: &App, store: &Store) -> Result<Vec<Row>> {
        let plans = outcomes::of_person(app, store, self.person)?;
        let row = |plan: &OutcomePlanView, measure: &OutcomeMeasure, cell: &OutcomeCell| {
            let (on, missing) = match &cell.state {
                OutcomeState::Filled { on, .. }
                | OutcomeState::Short { on, .. }
                | OutcomeState::Keyed { on, .. } => (Some(*on), Cell::Nothing),
                OutcomeState::Not { why } => (None, code(why)),
                OutcomeState::Ahead
                | OutcomeState::Due
                | OutcomeState::Overdue
                | OutcomeState::Counted { .. } => (None, Cell::Nothing),
            };
            let value = cell.state.point(cell.due);
            vec![
                self.who(),
                Cell::Code(plan.card.id.to_string()),
                Cell::Code(measure.id.to_string()),
                Cell::Code(cell.occasion.to_string()),
                self.day(cell.due),
                Cell::Code(state_of(&cell.state).to_owned()),
                on.map_or(Cell::Nothing, |on| self.day(on)),
                on.map_or(Cell::Nothing, Cell::Day),
                value.map_or(Cell::Nothing, |(_, value)| Cell::Number(value)),
                missing,
                measure.rater.map_or(Cell::Nothing, |rater| {
                    Cell::Code(rated_by(rater).to_owned())
                }),
                words(&cell.words),
            ]
        };
        let mut rows = Vec::new();
        for plan in &plans {
            for measure in plan.groups.iter().flat_map(|group| &group.measures) {
                rows.extend(measure.cells.iter().map(|cell| row(plan, measure, cell)));
            }
        }
        Ok(rows)
    }

    fn instruments(&self, app: &App, store: &Store) -> Result<Vec<Row>> {
        let content = app.curriculum();
        let mut rows = Vec::new();
        for sheet in store.sheets(self.person.id)? {
            let form = content.form(&sheet.topic).filter(|_| sheet.block.is_none());
            let Some((form, scale)) = form.and_then(|form| Some((form, form.instrument.as_ref()?)))
            else {
                continue;
            };
            let answers = pages::answers(store, self.person, &sheet.topic, Some(sheet.id))?;
            let Some(score) = answered::scored(form, &answers) else {
                continue;
            };
            let [mean, sum] = [ScoreRule::Mean, ScoreRule::Sum]
                .map(|rule| instrument::score(form, &answers)?.told_as(scale, rule));
            let told = |value: Option<instrument::Fraction>| {
                value.map_or(Cell::Nothing, |value| {
                    Cell::Number(outcomes::hundredths(value))
                })
            };
            rows.push(vec![
                self.who(),
                Cell::Code(sheet.topic.to_string()),
                self.day(sheet.made_on),
                Cell::Day(sheet.made_on),
                Cell::Code(rated_by(scale.rater).to_owned()),
                Cell::Whole(score.answered.into()),
                Cell::Whole(score.items.into()),
                score.value.map_or(Cell::Nothing, Cell::Number),
                Cell::Number(score.lowest),
                Cell::Number(score.highest),
                told(mean),
                told(sum),
                Cell::Yes(sheet.on_paper),
            ]);
        }
        // Oldest first, as time goes.
        rows.reverse();
        Ok(rows)
    }
}

const fn rated_by(rater: Rater) -> &'static str {
    match rater {
        Rater::Person => "person",
        Rater::Practitioner => "practitioner",
    }
}

const fn state_of(state: &OutcomeState) -> &'static str {
    match state {
        OutcomeState::Ahead => "ahead",
        OutcomeState::Due => "due",
        OutcomeState::Overdue => "overdue",
        OutcomeState::Filled { .. } => "filled",
        OutcomeState::Short { .. } => "short",
        OutcomeState::Keyed { .. } => "keyed",
        OutcomeState::Counted { .. } => "counted",
        OutcomeState::Not { .. } => "not",
    }
}

fn attended(attendance: &Attendance) -> (&'static str, &str) {
    match attendance {
        Attendance::Present => ("present", ""),
        Attendance::Cancelled { reason } => ("cancelled", reason),
        Attendance::NoShow { reason } => ("noShow", reason),
        Attendance::Moved { reason } => ("moved", reason),
    }
}

fn numbered(goal: Option<GoalId>, numbers: &HashMap<GoalId, String>) -> Cell {
    let number = goal.and_then(|goal| numbers.get(&goal));
    number.map_or(Cell::Nothing, |number| Cell::Code(number.clone()))
}

fn days(from: NaiveDate, to: NaiveDate) -> Cell {
    Cell::Whole((to - from).num_days())
}

fn count(number: usize) -> Cell {
    Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

fn words(words: &str) -> Cell {
    if words.is_empty() {
        Cell::Nothing
    } else {
        Cell::Words(words.to_owned())
    }
}

/// The name by which the page knows a value of an enum.
fn code<T: Serialize>(value: &T) -> Cell {
    Cell::Code(code_of(value))
}

fn code_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}
