//! What somebody answered, with what the page asks: for forms of export that know nothing of content.

use std::collections::BTreeMap;

use curriculum::{Form, Rater, instrument, places};
use domain::{
    Answer, AnswerKey, AnswerValue, FieldId, Lang, OptionId, SheetId, TopicId,
    document::{Block, Choice},
    number::Hundredths,
    person::Person,
};
use fhir::{AnsweredPage, Given, Item, Scored, page_id};
use store::{Sheet, Store};
use uuid::Uuid;

use crate::{
    app::App,
    error::Result,
    read::{pages, words},
};

/// Every page a person ever answered on: each filled copy, and what stands in the handouts themselves.
pub(super) fn of_person(app: &App, store: &Store, person: &Person) -> Result<Vec<AnsweredPage>> {
    let mut answered = Vec::new();
    for sheet in store.sheets(person.id)? {
        let answers = pages::answers(store, person, &sheet.topic, Some(sheet.id))?;
        answered.push(copy(app, person, &sheet, &answers));
    }
    let mut inline: BTreeMap<TopicId, Vec<Answer>> = BTreeMap::new();
    for answer in store.all_answers(person.id)? {
        if answer.key.sheet.is_none() {
            inline
                .entry(answer.key.topic.clone())
                .or_default()
                .push(answer);
        }
    }
    let of = person.id.uuid();
    answered.extend(
        inline
            .iter()
            .map(|(topic, answers)| page(app, person, of, topic, answers)),
    );
    Ok(answered)
}

/// What was answered in one session, page by page and copy by copy.
pub(super) fn of_session(
    app: &App,
    person: &Person,
    session: Uuid,
    answers: impl IntoIterator<Item = (AnswerKey, AnswerValue)>,
) -> Vec<AnsweredPage> {
    let mut pages: BTreeMap<(TopicId, Option<SheetId>), Vec<Answer>> = BTreeMap::new();
    for (key, value) in answers {
        let place = (key.topic.clone(), key.sheet);
        pages.entry(place).or_default().push(Answer { key, value });
    }
    let answered =
        |((topic, sheet), answers): (&(TopicId, Option<SheetId>), &Vec<Answer>)| AnsweredPage {
            id: page_id(session, topic, *sheet),
            ..page(app, person, session, topic, answers)
        };
    pages.iter().map(answered).collect()
}

/// A filled copy of a form or worksheet.
fn copy(app: &App, person: &Person, sheet: &Sheet, answers: &[Answer]) -> AnsweredPage {
    let lang = person.details.language;
    let content = app.curriculum();
    let form = content.form(&sheet.topic).filter(|_| sheet.block.is_none());
    AnsweredPage {
        id: sheet.id.uuid(),
        topic: sheet.topic.clone(),
        title: words::sheet_title(app, sheet, lang),
        on: Some(sheet.made_on),
        by_practitioner: form.is_some_and(is_by_practitioner),
        items: items(app, &sheet.topic, lang, answers),
        score: form.and_then(|form| scored(form, answers)),
    }
}

fn page(app: &App, person: &Person, of: Uuid, topic: &TopicId, answers: &[Answer]) -> AnsweredPage {
    let lang = person.details.language;
    AnsweredPage {
        id: page_id(of, topic, None),
        topic: topic.clone(),
        title: app.curriculum().topic_title(topic, lang).to_owned(),
        on: None,
        by_practitioner: false,
        items: items(app, topic, lang, answers),
        score: None,
    }
}

fn is_by_practitioner(form: &Form) -> bool {
    let rater = form.instrument.as_ref().map(|instrument| instrument.rater);
    rater == Some(Rater::Practitioner)
}

/// What a copy scores, to the hundredth.
pub(super) fn scored(form: &Form, answers: &[Answer]) -> Option<Scored> {
    let score = instrument::score(form, answers)?;
    let hundredths = |value: instrument::Fraction| {
        Hundredths(i32::try_from(value.hundredths()).unwrap_or(i32::MAX))
    };
    Some(Scored {
        value: score.value.map(hundredths),
        lowest: hundredths(score.lowest),
        highest: hundredths(score.highest),
        answered: score.answered,
        items: score.items,
    })
}

/// Answers in the order of the page, and at the end those whose place is gone: none is ever dropped.
fn items(app: &App, topic: &TopicId, lang: Lang, answers: &[Answer]) -> Vec<Item> {
    let content = app.curriculum();
    let blocks: Vec<&Block> = content
        .topic(topic)
        .into_iter()
        .flat_map(|topic| topic.blocks(lang))
        .collect();
    let mut items = Vec::new();
    let mut told: Vec<&Answer> = Vec::new();
    for block in blocks {
        let Some(id) = block.id() else { continue };
        for place in places(block) {
            let here =
                |answer: &&Answer| answer.key.block == *id && answer.key.field == place.field;
            for answer in answers.iter().filter(here) {
                items.push(item(answer, place.asks, place.choices));
                told.push(answer);
            }
        }
    }
    let lost = answers.iter().filter(|answer| !told.contains(answer));
    items.extend(lost.map(|answer| item(answer, "", &[])));
    items
}

fn item(answer: &Answer, asks: &str, choices: &[Choice]) -> Item {
    let chosen = |id: &OptionId| Given::Choice {
        code: id.to_string(),
        label: choices
            .iter()
            .find(|choice| choice.id == *id)
            .map(|choice| choice.label.clone())
            .unwrap_or_default(),
    };
    Item {
        link: link(
            &answer.key.block.to_string(),
            &answer.key.field,
            answer.key.row,
        ),
        asks: asks.to_owned(),
        answers: match &answer.value {
            AnswerValue::Text(words) | AnswerValue::AsTyped(words) => {
                vec![Given::Words(words.clone())]
            }
            AnswerValue::Choice(id) => vec![chosen(id)],
            AnswerValue::Ticks(ids) => ids.iter().map(chosen).collect(),
            AnswerValue::Number(number) => vec![Given::Number(*number)],
            AnswerValue::Date(on) => vec![Given::Day(*on)],
            AnswerValue::Missing(_) => Vec::new(),
        },
    }
}

fn link(block: &str, field: &FieldId, row: u16) -> String {
    if row == 0 {
        format!("{block}/{field}")
    } else {
        format!("{block}/{field}/{row}")
    }
}
