//! Where a person stands in a course, and what could come next. Pure: content and history in, answer out.
//!
//! Nothing here is a gate. A practitioner may open any topic at any time; the engine only offers one.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use domain::{CourseId, ModuleId, TopicId, TrackId, session::Depth};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    curriculum::Curriculum,
    model::{Module, Pace, Topic},
};

/// One time a topic was met in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// The topic.
    pub topic: TopicId,
    /// How far it was covered that time.
    pub depth: Depth,
    /// The day.
    pub on: NaiveDate,
    /// Which session of the person's it was, from 1.
    pub session_number: u32,
}

/// Where a person stands in one module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModuleStanding {
    /// The module.
    pub module: ModuleId,
    /// Its topics, in order.
    pub topics: Vec<TopicStanding>,
}

/// Where a person stands with one topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopicStanding {
    /// The topic.
    pub topic: TopicId,
    /// The furthest it was ever covered; `None` when never met.
    pub depth: Option<Depth>,
    /// The last day it was met.
    pub last_on: Option<NaiveDate>,
}

/// A topic that could come next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The topic.
    pub topic: TopicId,
    /// Why this one.
    pub why: Why,
}

/// Why a topic is offered; the page says each in one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// Nothing of the course has been met yet.
    First,
    /// It was begun last time and not finished.
    GoOn,
    /// It is the next one not covered in the module that was met last.
    NextInModule,
    /// The module that was met last holds nothing more; it is the next one not covered in the course.
    NextModule,
}

/// Tells where a person stands in each topic of a course, in course order. Empty when there is no such course.
///
/// Topics of other tracks than the person's are left out; without a track, all stand.
pub fn standing(
    curriculum: &Curriculum,
    course: &CourseId,
    track: Option<&TrackId>,
    met: &[Met],
) -> Vec<ModuleStanding> {
    let furthest = furthest(met);
    curriculum
        .modules_of(course)
        .map(|module| ModuleStanding {
            module: module.id.clone(),
            topics: module
                .topics_for(track)
                .map(|topic| {
                    let reached = furthest.get(&topic.id);
                    TopicStanding {
                        topic: topic.id.clone(),
                        depth: reached.map(|(depth, _)| *depth),
                        last_on: reached.map(|(_, on)| *on),
                    }
                })
                .collect(),
        })
        .collect()
}

/// Offers the next topic: go on with what was begun last, else the first one not covered after it in course order,
/// else an earlier one that was passed over. `None` when all are covered, or there is no such course.
///
/// Topics of other tracks than the person's are never offered. While no track has been chosen for somebody, a module
/// with tracks offers its topics for everybody, and its very first topic when it has none of these: which diagnosis a
/// person recognises is theirs to say. What was begun is gone on with whatever its track.
pub fn next_topic(
    curriculum: &Curriculum,
    course: &CourseId,
    track: Option<&TrackId>,
    met: &[Met],
) -> Option<Suggestion> {
    let order: Vec<(&Module, &TopicId, bool)> = curriculum
        .modules_of(course)
        .flat_map(|module| {
            module
                .topics_for(track)
                .map(move |topic| (module, &topic.id, offered(module, topic, track)))
        })
        .collect();
    let furthest = furthest(met);
    let covered = |topic: &TopicId| {
        furthest
            .get(topic)
            .is_some_and(|(depth, _)| *depth == Depth::Covered)
    };

    // What was met outside this course, before a change of course, says nothing about the place in this one.
    let last = met
        .iter()
        .enumerate()
        .filter_map(|(said, met)| {
            let place = order
                .iter()
                .position(|(_, topic, _)| **topic == met.topic)?;
            Some(((met.on, met.session_number, said), place))
        })
        .max()
        .map(|(_, place)| place);
    let Some(place) = last else {
        let (_, topic, _) = order.iter().find(|(_, _, offered)| *offered)?;
        return Some(Suggestion {
            topic: (*topic).clone(),
            why: Why::First,
        });
    };

    // From the one met last, once round the course.
    let mut round = order.iter().cycle().skip(place).take(order.len());
    let (last_module, last_topic, _) = round.next()?;
    if !covered(last_topic) {
        return Some(Suggestion {
            topic: (*last_topic).clone(),
            why: Why::GoOn,
        });
    }
    let (module, topic, _) = round.find(|(_, topic, offered)| *offered && !covered(topic))?;
    Some(Suggestion {
        topic: (*topic).clone(),
        why: if module.id == last_module.id {
            Why::NextInModule
        } else {
            Why::NextModule
        },
    })
}

/// Tells whether a topic may be offered to somebody on this track.
fn offered(module: &Module, topic: &Topic, track: Option<&TrackId>) -> bool {
    let for_everybody = |topic: &Topic| topic.track.is_none();
    track.is_some()
        || for_everybody(topic)
        || (!module.topics.iter().any(for_everybody)
            && module
                .topics
                .first()
                .is_some_and(|first| first.id == topic.id))
}

/// Computes between which days a course will end at a pace, counted in whole months from its first day.
pub fn expected_end(started_on: NaiveDate, pace: &Pace) -> (NaiveDate, NaiveDate) {
    let after = |months: u8| {
        started_on
            .checked_add_months(Months::new(months.into()))
            .unwrap_or(NaiveDate::MAX)
    };
    (after(pace.months.min), after(pace.months.max))
}

/// The furthest each topic was covered and the last day it was met. A later look back takes nothing away.
fn furthest(met: &[Met]) -> BTreeMap<&TopicId, (Depth, NaiveDate)> {
    let mut furthest: BTreeMap<&TopicId, (Depth, NaiveDate)> = BTreeMap::new();
    for met in met {
        furthest
            .entry(&met.topic)
            .and_modify(|(depth, on)| {
                *depth = (*depth).max(met.depth);
                *on = (*on).max(met.on);
            })
            .or_insert((met.depth, met.on));
    }
    furthest
}

#[cfg(test)]
mod tests;
