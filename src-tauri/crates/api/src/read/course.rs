//! Where a person stands in their course: what comes next, the map, and when it will probably end.

use std::collections::BTreeMap;

use curriculum::{
    Course, Curriculum,
    engine::{self, Met, ModuleStanding},
};
use domain::{
    CourseId, Lang, ModuleId, PersonId, TopicId, TrackId,
    person::Person,
    practice::{Practice, PracticeResult},
    reached::{self, Reached, Trace},
};
use store::{Outcome, Store};

use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{CourseMap, ExpectedEnd, ModuleOnMap, NextTopic, TopicOnMap, TrackChoice},
};

/// What somebody has met so far, in every session.
pub fn met(store: &Store, person: PersonId) -> Result<Vec<Met>> {
    let rows = store.met(person)?;
    Ok(rows
        .into_iter()
        .map(|(topic, depth, on, session_number)| Met {
            topic,
            depth,
            on,
            session_number,
        })
        .collect())
}

/// The course that is usual where a language is spoken.
///
/// # Errors
/// `NotFound` when the content has none.
pub fn usual(app: &App, lang: Lang) -> Result<CourseId> {
    let content = app.curriculum();
    let course = content.usual_course(lang).ok_or(ErrorCode::NotFound)?;
    Ok(course.id.clone())
}

/// What comes next for somebody, and why.
pub fn next_topic(app: &App, person: &Person, met: &[Met]) -> Option<NextTopic> {
    let content = app.curriculum();
    let course = &person.details.course;
    let suggestion = engine::next_topic(&content, course, track(&content, person), met);
    suggestion.map(|suggestion| NextTopic {
        number: content.number(&suggestion.topic, course),
        title: title(app, &suggestion.topic, person.details.language),
        suggestion,
    })
}

/// The module a person is in: that of the topic that comes next.
pub fn current_module(app: &App, next: Option<&NextTopic>) -> Option<ModuleId> {
    let content = app.curriculum();
    content.topic(&next?.suggestion.topic)?.module.clone()
}

/// Where a person stands in each topic of their course and track.
pub fn standing(app: &App, person: &Person, met: &[Met]) -> Vec<ModuleStanding> {
    let content = app.curriculum();
    let track = track(&content, person);
    engine::standing(&content, &person.details.course, track, met)
}

/// The track a person follows; `None` as well when the course no longer has it, so that nothing is hidden by a name
/// that means nothing any more.
fn track<'p>(content: &Curriculum, person: &'p Person) -> Option<&'p TrackId> {
    let chosen = person.details.track.as_ref()?;
    content
        .modules_of(&person.details.course)
        .flat_map(|module| &module.tracks)
        .any(|track| track.id == *chosen)
        .then_some(chosen)
}

/// The tracks of a course, each once.
pub fn tracks(content: &Curriculum, course: &Course, lang: Lang) -> Vec<TrackChoice> {
    let mut tracks: Vec<TrackChoice> = Vec::new();
    let of_modules = content.modules_of(&course.id).flat_map(|m| &m.tracks);
    for track in of_modules {
        if tracks.iter().all(|known| known.id != track.id) {
            tracks.push(TrackChoice {
                id: track.id.clone(),
                title: track.title.get(lang).clone(),
            });
        }
    }
    tracks
}

/// A topic's title.
pub fn title(app: &App, topic: &TopicId, lang: Lang) -> String {
    app.curriculum().topic_title(topic, lang).to_owned()
}

/// How deep each topic went: met, answered on, promised, practised and taken along.
///
/// # Errors
/// Those of reading the record.
pub fn reached(
    store: &Store,
    person: PersonId,
    met: &[Met],
    practices: &[Practice],
) -> Result<BTreeMap<TopicId, Reached>> {
    let mut traces: Vec<(TopicId, Trace)> = met
        .iter()
        .map(|met| (met.topic.clone(), Trace::Met(met.depth)))
        .collect();
    let answered = store.answered_topics(person)?.into_iter();
    traces.extend(answered.map(|topic| (topic, Trace::Answered)));
    let sheets = store.sheets(person)?.into_iter();
    traces.extend(sheets.map(|sheet| (sheet.topic, Trace::Sheet)));
    for practice in practices {
        let Some(topic) = &practice.plan.topic else {
            continue;
        };
        traces.push((topic.clone(), Trace::Promised));
        let result = practice.review.as_ref().and_then(|review| review.result);
        if matches!(result, Some(PracticeResult::Done | PracticeResult::Partly)) {
            traces.push((topic.clone(), Trace::Done));
        }
    }
    let supporters = store.supporters(person)?;
    for left in store.hand_offs_of(person)? {
        // What went to a supporter was not taken home by the person.
        let to_supporter = supporters
            .iter()
            .any(|supporter| supporter.details.name.trim() == left.to.trim());
        if left.outcome == Outcome::Left && !to_supporter {
            let topics = left.topics.into_iter();
            traces.extend(topics.map(|topic| (topic, Trace::HandedOver)));
        }
    }
    Ok(reached::reached(traces))
}

/// The course with what a person has met of it, and how deep that went.
pub fn map(
    app: &App,
    person: &Person,
    met: &[Met],
    reached: &BTreeMap<TopicId, Reached>,
) -> CourseMap {
    let content = app.curriculum();
    let lang = person.details.language;
    let id = &person.details.course;
    let modules = standing(app, person, met)
        .into_iter()
        .map(|module| ModuleOnMap {
            number: content.module_number(&module.module, id),
            title: content.module_title(&module.module, lang).to_owned(),
            topics: module
                .topics
                .into_iter()
                .map(|t| TopicOnMap {
                    number: content.number(&t.topic, id),
                    title: title(app, &t.topic, lang),
                    depth: t.depth,
                    last_on: t.last_on,
                    reached: reached.get(&t.topic).copied().unwrap_or_default(),
                    id: t.topic,
                })
                .collect(),
            id: module.module,
        })
        .collect();
    let course = content.course(id);
    CourseMap {
        id: id.clone(),
        title: course.map_or_else(String::new, |c| c.title.get(lang).clone()),
        tracks: course.map_or_else(Vec::new, |c| tracks(&content, c, lang)),
        track: track(&content, person).cloned(),
        expected: expected_end(&content, person),
        modules,
    }
}

fn expected_end(content: &Curriculum, person: &Person) -> Option<ExpectedEnd> {
    let pace = content.pace(person.details.pace.as_ref()?)?;
    let lang = person.details.language;
    let (from, until) = engine::expected_end(person.details.started_on, pace);
    Some(ExpectedEnd {
        from,
        until,
        pace: pace.id.clone(),
        title: pace.title.get(lang).clone(),
        source: pace.source.get(lang).clone(),
    })
}
