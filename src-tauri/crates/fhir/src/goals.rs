//! Recovery goals, and the short-term goals under them.

use domain::goal::{Goal, GoalReview, GoalStatus, Progress, ShortTermGoal};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::Chart,
    ids::{Links, URI, urn},
    part::{coded, day, said},
    people::remark,
    xhtml,
};

/// A recovery goal with what was said of it, then each short-term goal under it.
pub(crate) fn goals(chart: &Chart, goal: &Goal, links: Links) -> Vec<(Uuid, Value)> {
    let lang = chart.person.details.language;
    let patient = links.to("Patient", chart.person.id.uuid());
    let last = goal.reviews.iter().rev().find_map(|review| review.progress);
    let milestones: Vec<_> = goal
        .short_term
        .iter()
        .map(|short| {
            json!({
                "url": "http://hl7.org/fhir/StructureDefinition/goal-relationship",
                "extension": [
                    { "url": "type", "valueCodeableConcept": { "coding": [{
                        "system": "http://terminology.hl7.org/CodeSystem/goal-relationship-type", "code": "milestone",
                    }] } },
                    { "url": "target", "valueReference": { "reference": links.to("Goal", short.id.uuid()) } },
                ],
            })
        })
        .collect();
    let mut remarks = vec![remark("why", &goal.why, &day(goal.set_on))];
    for (place, review) in goal.reviews.iter().enumerate() {
        remarks.extend(said_of_it(place + 1, review));
    }
    let whole = json!({
        "resourceType": "Goal",
        "id": goal.id,
        "text": xhtml::lines(lang, &[&goal.words, &goal.why]),
        "extension": milestones,
        "identifier": [{ "system": URI, "value": urn(goal.id.uuid()) }],
        "lifecycleStatus": lifecycle(goal.status),
        "achievementStatus": achievement(goal.status, last),
        "description": said(&goal.words),
        "subject": { "reference": patient },
        "startDate": day(goal.set_on),
        "expressedBy": { "reference": patient },
        "note": remarks,
    });
    let short = goal.short_term.iter();
    std::iter::once((goal.id.uuid(), whole))
        .chain(short.map(|short| (short.id.uuid(), under(chart, short, &patient))))
        .collect()
}

fn under(chart: &Chart, short: &ShortTermGoal, patient: &str) -> Value {
    json!({
        "resourceType": "Goal",
        "id": short.id,
        "text": xhtml::lines(chart.person.details.language, &[&short.words]),
        "identifier": [{ "system": URI, "value": urn(short.id.uuid()) }],
        "lifecycleStatus": lifecycle(short.status),
        "achievementStatus": achievement(short.status, None),
        "description": said(&short.words),
        "subject": { "reference": patient },
        "expressedBy": { "reference": patient },
    })
}

fn said_of_it(place: usize, review: &GoalReview) -> [Option<Value>; 3] {
    let on = day(review.on);
    let one = |what: &str, words: &str| remark(&format!("review-{place}-{what}"), words, &on);
    [
        one("done", &review.done),
        one("obstacle", &review.obstacle),
        one("next-step", &review.next_step),
    ]
}

/// A goal that was changed into another or let go is no failure; FHIR has one word for both.
const fn lifecycle(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Active => "active",
        GoalStatus::Achieved => "completed",
        GoalStatus::Changed | GoalStatus::Dropped => "cancelled",
    }
}

fn achievement(status: GoalStatus, last: Option<Progress>) -> Option<Value> {
    let code = match (status, last) {
        (GoalStatus::Achieved, _) | (_, Some(Progress::Achieved)) => "achieved",
        (_, Some(Progress::NotStarted)) => "no-progress",
        (_, Some(Progress::Some | Progress::Most)) => "in-progress",
        (_, Some(Progress::Changed | Progress::Dropped) | None) => return None,
    };
    Some(coded(
        "http://terminology.hl7.org/CodeSystem/goal-achievement",
        code,
        "",
    ))
}
