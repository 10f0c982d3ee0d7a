//! What somebody means to do: steps towards goals and promised home practice, as one care plan.

use domain::{
    goal::{Goal, GoalStatus, Step},
    practice::{ObstacleKind, Practice, PracticeResult},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::Chart,
    encounter::PROGRAMME,
    ids::{Links, URI, derived, urn},
    part::day,
    people::remark,
    xhtml,
};

/// The plan of a person, or of one session where `of` is its id.
pub(crate) fn plan(chart: &Chart, of: Uuid, links: Links) -> (Uuid, Value) {
    let person = &chart.person;
    let id = derived("care plan", &[of.as_bytes()]);
    let steps = chart.goals.iter().flat_map(|goal| {
        let of_short = goal.short_term.iter().flat_map(|short| &short.steps);
        of_short.map(move |step| step_of(goal, step, links))
    });
    let practices = chart
        .practices
        .iter()
        .map(|practice| practice_of(chart, practice, links));
    let activities: Vec<_> = steps.chain(practices).collect();
    let words: Vec<&str> = activities
        .iter()
        .filter_map(|activity| activity.pointer("/detail/description")?.as_str())
        .collect();
    let statements: Vec<_> = chart
        .statements
        .iter()
        .filter_map(|statement| {
            let id = format!("recovery-statement-{}", statement.id);
            let mut words = remark(&id, &statement.words, &day(statement.on))?;
            let fields = words.as_object_mut()?;
            let said_by = json!({ "reference": links.to("Patient", person.id.uuid()) });
            fields.insert("authorReference".to_owned(), said_by);
            Some(words)
        })
        .collect();
    let title = [PROGRAMME].into_iter().chain(words).collect::<Vec<_>>();
    let whole = json!({
        "resourceType": "CarePlan",
        "id": id,
        "text": xhtml::lines(person.details.language, &title),
        "identifier": [{ "system": URI, "value": urn(id) }],
        "status": if person.details.active { "active" } else { "unknown" },
        "intent": "plan",
        "category": [{ "coding": [{
            "system": "http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "code": "assess-plan",
        }] }],
        "title": PROGRAMME,
        "subject": { "reference": links.to("Patient", person.id.uuid()) },
        "period": { "start": day(person.details.started_on) },
        "goal": chart.goals.iter().map(|goal| json!({ "reference": links.to("Goal", goal.id.uuid()) })).collect::<Vec<_>>(),
        "activity": activities,
        "note": statements,
    });
    (id, whole)
}

fn step_of(goal: &Goal, step: &Step, links: Links) -> Value {
    let status = match step.status {
        GoalStatus::Active => "not-started",
        GoalStatus::Achieved => "completed",
        GoalStatus::Changed | GoalStatus::Dropped => "cancelled",
    };
    let on = step.done_on.or(step.by_when).map(day);
    json!({
        "id": step.id,
        "progress": [remark(&format!("obstacle-{}", step.id), &step.obstacle, on.as_deref().unwrap_or_default())],
        "detail": {
            "kind": "Task",
            "goal": [{ "reference": links.to("Goal", goal.id.uuid()) }],
            "status": status,
            "scheduledPeriod": { "end": step.by_when.map(day) },
            "performer": [{ "display": step.helper }],
            "description": step.words,
        },
    })
}

fn practice_of(chart: &Chart, practice: &Practice, links: Links) -> Value {
    let person = chart.person.id.uuid();
    let plan = &practice.plan;
    let review = practice.review.as_ref();
    let (status, why) = match review.map(|review| review.result) {
        None => ("scheduled", ""),
        Some(None) => ("unknown", ""),
        Some(Some(PracticeResult::Done)) => ("completed", ""),
        Some(Some(PracticeResult::Partly)) => ("in-progress", "partly done"),
        Some(Some(PracticeResult::NotDone)) => ("not-started", "not done"),
        Some(Some(PracticeResult::Changed)) => ("cancelled", "something else was done instead"),
    };
    let id = practice.id;
    let mut progress = vec![remark(
        &format!("could-get-in-the-way-{id}"),
        &plan.obstacle,
        &day(practice.agreed_on),
    )];
    let agreed = day(practice.agreed_on);
    for (name, words) in [
        ("needs", &plan.materials),
        ("reminder", &plan.reminder),
        ("serves-the-goal", &plan.why),
    ] {
        progress.push(remark(&format!("{name}-{id}"), words, &agreed));
    }
    if let Some(review) = review {
        let on = day(review.on);
        let kinds = review.obstacle_kinds.iter();
        let kinds: Vec<_> = kinds.map(|kind| obstacle(*kind)).collect();
        for (name, words) in [
            ("effect", review.effect.as_str()),
            ("kind-of-obstacle", &kinds.join(", ")),
            ("next-time", &review.next_time),
        ] {
            progress.push(remark(&format!("{name}-{id}"), words, &on));
        }
        progress.push(remark(
            &format!("what-happened-{id}"),
            &review.what_happened,
            &on,
        ));
        progress.push(remark(
            &format!("got-in-the-way-{id}"),
            &review.obstacle,
            &on,
        ));
    }
    // A note's document holds the goals its session spoke of; a promise may serve another one.
    let goal = plan
        .goal
        .filter(|id| chart.goals.iter().any(|goal| goal.id == *id))
        .map(|goal| json!({ "reference": links.to("Goal", goal.uuid()) }));
    json!({
        "id": id,
        "progress": progress,
        "detail": {
            "kind": "Task",
            "goal": [goal],
            "status": status,
            "statusReason": { "text": why },
            "scheduledString": plan.when,
            "location": { "display": plan.place },
            "performer": [{ "reference": links.to("Patient", person) }, { "display": plan.with_whom }],
            "description": plan.what,
        },
    })
}

/// A kind of obstacle in the language of the standard.
const fn obstacle(kind: ObstacleKind) -> &'static str {
    match kind {
        ObstacleKind::Forgot => "forgot",
        ObstacleKind::NoTime => "no time",
        ObstacleKind::TooHard => "too hard",
        ObstacleKind::Unwell => "unwell",
        ObstacleKind::DidNotWant => "did not want to",
        ObstacleKind::CameUp => "something came up",
        ObstacleKind::Other => "something else",
    }
}

/// How sure somebody was of each promise, as an observation.
pub(crate) fn sureness(chart: &Chart, links: Links) -> Vec<(Uuid, Value)> {
    let of = |practice: &Practice| {
        let sure = practice.plan.confidence?;
        let id = derived("confidence", &[practice.id.uuid().as_bytes()]);
        let whole = json!({
            "resourceType": "Observation",
            "id": id,
            "text": xhtml::lines(chart.person.details.language, &[&format!("{sure}/10"), &practice.plan.what]),
            "identifier": [{ "system": URI, "value": urn(id) }],
            "status": "final",
            "category": [{ "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey",
            }] }],
            "code": { "text": "Confidence that the agreed practice will be done, 0 to 10" },
            "subject": { "reference": links.to("Patient", chart.person.id.uuid()) },
            "effectiveDateTime": day(practice.agreed_on),
            "valueInteger": sure,
            "note": [{ "text": practice.plan.what }],
        });
        Some((id, whole))
    };
    chart.practices.iter().filter_map(of).collect()
}
