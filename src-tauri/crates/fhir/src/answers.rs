//! What somebody answered on a page, and what it scores.

use domain::number::Hundredths;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::{AnsweredPage, Chart, Given, Item, Scored},
    ids::{Links, URI, derived, urn},
    part::{day, decimal},
    xhtml,
};

/// The page as a response to a questionnaire.
pub(crate) fn response(chart: &Chart, page: &AnsweredPage, links: Links) -> Value {
    let lang = chart.person.details.language;
    let whole = page.score.is_none_or(|score| score.answered >= score.items);
    let patient = links.to("Patient", chart.person.id.uuid());
    let leader = chart.leaders.first();
    let leader =
        leader.map(|leader| json!({ "reference": links.to("Practitioner", leader.id.uuid()) }));
    let (source, author) = if page.by_practitioner {
        (None, leader)
    } else {
        (Some(json!({ "reference": patient })), None)
    };
    let words: Vec<String> = page.items.iter().flat_map(words).collect();
    let mut told = vec![page.title.as_str()];
    told.extend(words.iter().map(String::as_str));
    json!({
        "resourceType": "QuestionnaireResponse",
        "id": page.id,
        "text": xhtml::lines(lang, &told),
        "identifier": { "system": URI, "value": urn(page.id) },
        "questionnaire": urn(derived("questionnaire", &[page.topic.as_str().as_bytes()])),
        "status": if whole { "completed" } else { "in-progress" },
        "subject": { "reference": patient },
        "authored": page.on.map(day),
        "author": author,
        "source": source,
        "item": page.items.iter().map(|item| asked(page, item)).collect::<Vec<_>>(),
    })
}

/// What stands in the narrative for an item.
fn words(item: &Item) -> Vec<String> {
    let answers = item.answers.iter().map(|given| match given {
        Given::Choice { code, label } if label.is_empty() => code.clone(),
        Given::Words(words) | Given::Choice { label: words, .. } => words.clone(),
        Given::Number(number) => number.plain(),
        Given::Day(on) => day(*on),
    });
    std::iter::once(item.asks.clone()).chain(answers).collect()
}

fn asked(page: &AnsweredPage, item: &Item) -> Value {
    let answer = |given: &Given| match given {
        Given::Words(words) => json!({ "valueString": words }),
        Given::Choice { code, label } => json!({ "valueCoding": {
            "system": urn(derived("choices", &[page.topic.as_str().as_bytes()])), "code": code, "display": label,
        } }),
        Given::Number(number) => json!({ "valueDecimal": decimal(*number) }),
        Given::Day(on) => json!({ "valueDate": day(*on) }),
    };
    let answers: Vec<Value> = item.answers.iter().map(answer).collect();
    // An item of which somebody said why it has no answer stands without one: the standard has no empty lists.
    if answers.is_empty() {
        json!({ "linkId": item.link, "text": item.asks })
    } else {
        json!({ "linkId": item.link, "text": item.asks, "answer": answers })
    }
}

/// The score of a page as an observation; none while too few items are answered.
pub(crate) fn score(chart: &Chart, page: &AnsweredPage, links: Links) -> Option<(Uuid, Value)> {
    let score = page.score?;
    let value = score.value?;
    let id = derived("score", &[page.id.as_bytes()]);
    let whole = json!({
        "resourceType": "Observation",
        "id": id,
        "text": xhtml::lines(chart.person.details.language, &[&page.title, &value.plain()]),
        "identifier": [{ "system": URI, "value": urn(id) }],
        "status": "final",
        "category": [{ "coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey",
        }] }],
        "code": { "text": page.title },
        "subject": { "reference": links.to("Patient", chart.person.id.uuid()) },
        "effectiveDateTime": page.on.map(day),
        "valueQuantity": points(value),
        "derivedFrom": [{ "reference": links.to("QuestionnaireResponse", page.id) }],
        "component": bounds(score),
    });
    Some((id, whole))
}

fn points(value: Hundredths) -> Value {
    json!({
        "value": decimal(value), "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}",
    })
}

/// What the score can be at least and at most, and how much it rests on: no reference range, which would say what is normal.
fn bounds(score: Scored) -> Value {
    json!([
        { "code": { "text": "Lowest possible" }, "valueQuantity": points(score.lowest) },
        { "code": { "text": "Highest possible" }, "valueQuantity": points(score.highest) },
        { "code": { "text": "Items answered" }, "valueInteger": score.answered },
        { "code": { "text": "Items" }, "valueInteger": score.items },
    ])
}
