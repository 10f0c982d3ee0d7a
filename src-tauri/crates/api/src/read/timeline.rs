//! One person's line through time. Each source reads one kind of thing that happened; [`piece`] puts them in order, counts
//! them and cuts the piece that is shown.

use std::{cmp::Reverse, collections::BTreeMap};

use chrono::NaiveDate;
use curriculum::{Form, FormKind, instrument};
use domain::{TopicId, goal::GoalStatus, person::Person};
use store::{Sheet, Store};

use super::{cards, course, pages, words};
use crate::{
    app::App,
    error::Result,
    wire::{Happened, LookBack, TimelineCount, TimelineItem, TimelineKind, TimelineView},
};

/// What a source looks in.
pub struct Past<'a> {
    /// For titles.
    pub app: &'a App,
    /// The record.
    pub store: &'a Store,
    /// Whose.
    pub person: &'a Person,
    /// The day.
    pub today: NaiveDate,
}

type Source = fn(&Past<'_>) -> Result<Vec<TimelineItem>>;

/// Every kind of thing that happened, with where it is read. What stands later here happened earlier in a day: a meeting
/// comes before its note, and the note before it leaves.
const SOURCES: &[Source] = &[
    hand_offs, notes, endings, results, sheets, contacts, promises, goals, statements, sessions,
    missed, events,
];

/// Gathers everything that happened, in no order but that of [`SOURCES`].
///
/// # Errors
/// Those of reading the record.
pub fn everything(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let mut items = Vec::new();
    for source in SOURCES {
        items.extend(source(past)?);
    }
    Ok(items)
}

/// Cuts the piece that was asked for out of everything: newest first, and what happened on one day as it came.
pub fn piece(mut items: Vec<TimelineItem>, ask: &LookBack) -> TimelineView {
    let mut counts: BTreeMap<TimelineKind, u32> = BTreeMap::new();
    for item in &items {
        *counts.entry(item.what.kind()).or_default() += 1;
    }
    if !ask.kinds.is_empty() {
        items.retain(|item| ask.kinds.contains(&item.what.kind()));
    }
    items.sort_by_key(|item| Reverse(item.on));
    TimelineView {
        count: super::count::of(items.iter()),
        items: items
            .into_iter()
            .skip(ask.skip as usize)
            .take(ask.most as usize)
            .collect(),
        kinds: counts
            .into_iter()
            .map(|(kind, count)| TimelineCount { kind, count })
            .collect(),
    }
}

fn item(key: String, on: NaiveDate, what: Happened) -> TimelineItem {
    TimelineItem { key, on, what }
}

fn sessions(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let sessions = past.store.sessions(past.person.id)?.into_iter();
    let seen = sessions.map(|session| {
        let (key, on) = (format!("session {}", session.id), session.on);
        // Promises are on the line by themselves.
        let session = cards::glance(past.app, session, past.person, &[]);
        item(key, on, Happened::Session { session })
    });
    Ok(seen.collect())
}

fn missed(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let missed = past.store.missed_by(past.person.id, past.today)?;
    let seen = missed.into_iter().rev().map(|missed| {
        let at = missed.at;
        item(format!("missed {at}"), at.date(), Happened::Missed { at })
    });
    Ok(seen.collect())
}

fn notes(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let added = past.store.additions(past.person.id)?.into_iter();
    let added = added.map(|added| {
        let what = Happened::Note {
            note: added.note,
            number: added.session_number,
            signed: true,
            added: Some(added.words),
            by: added.by,
        };
        item(format!("added {}", added.id), added.at.day(), what)
    });
    let notes = past.store.notes(past.person.id)?.into_iter();
    let notes = notes.map(|note| {
        let what = Happened::Note {
            note: note.id,
            number: note.session_number,
            signed: note.signed_at.is_some(),
            added: None,
            by: String::new(),
        };
        let on = note.signed_at.map_or(note.on, |at| at.day());
        item(format!("note {}", note.id), on, what)
    });
    Ok(added.chain(notes).collect())
}

/// Events, each on its first day and, where it lasted, on its last.
fn events(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let mut seen = Vec::new();
    for event in past.store.events(past.person.id)? {
        let last = event
            .details
            .until
            .filter(|last| *last != event.details.from);
        let days = [(Some(event.details.from), false), (last, true)];
        for (on, ended) in days {
            if let Some(on) = on.filter(|on| *on <= past.today) {
                let key = format!("event {} {ended}", event.id);
                let event = event.clone();
                seen.push(item(key, on, Happened::Event { event, ended }));
            }
        }
    }
    Ok(seen)
}

/// Ends of courses, and the boosters of which somebody said what became of them.
fn endings(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let id = past.person.id;
    let mut seen: Vec<TimelineItem> = Vec::new();
    for ending in past.store.endings(id)? {
        let words = ending.words;
        let what = Happened::Ending {
            words,
            booster: None,
        };
        seen.push(item(format!("ending {}", ending.id), ending.on, what));
    }
    for booster in past.store.boosters(id)? {
        if let Some(outcome) = booster.plan.outcome {
            let words = booster.plan.words;
            let what = Happened::Ending {
                words,
                booster: Some(outcome),
            };
            seen.push(item(
                format!("booster {}", booster.id),
                booster.plan.on,
                what,
            ));
        }
    }
    Ok(seen)
}

fn statements(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let statements = past.store.statements(past.person.id)?;
    let first = statements.last().map(|first| first.id);
    let seen = statements.into_iter().map(|statement| {
        let first = Some(statement.id) == first;
        let (key, on) = (format!("statement {}", statement.id), statement.on);
        item(key, on, Happened::Statement { statement, first })
    });
    Ok(seen.collect())
}

fn goals(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let goals = past.store.goals(past.person.id)?;
    let words = |id| goals.iter().find(|goal| Some(goal.id) == id);
    let words = |id| words(id).map_or_else(String::new, |goal| goal.words.clone());
    let mut seen = Vec::new();
    for goal in &goals {
        let next = goals.iter().find(|next| next.instead_of == Some(goal.id));
        let event = |became, reason, other| Happened::Goal {
            goal: goal.id,
            words: goal.words.clone(),
            became,
            reason,
            other,
        };
        if let Some(on) = ended_on(goal) {
            let ended = event(goal.status, goal.reason.clone(), words(next.map(|n| n.id)));
            seen.push(item(format!("goal end {}", goal.id), on, ended));
        }
        let set = event(GoalStatus::Active, String::new(), words(goal.instead_of));
        seen.push(item(format!("goal {}", goal.id), goal.set_on, set));
    }
    Ok(seen)
}

/// The day a goal ended; the day it was last spoken of where nobody noted it.
fn ended_on(goal: &domain::goal::Goal) -> Option<NaiveDate> {
    let spoken_of = || goal.reviews.last().map_or(goal.set_on, |review| review.on);
    (goal.status != GoalStatus::Active).then(|| goal.ended_on.unwrap_or_else(spoken_of))
}

fn promises(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let practices = past.store.practices(past.person.id)?.into_iter();
    let both = practices.flat_map(|practice| {
        let words = practice.plan.what;
        let reviewed = practice.review.map(|review| {
            let what = Happened::Promise {
                words: words.clone(),
                reviewed: true,
                result: review.result,
                happened: review.what_happened,
            };
            item(format!("review {}", practice.id), review.on, what)
        });
        let made = Happened::Promise {
            words,
            reviewed: false,
            result: None,
            happened: String::new(),
        };
        let made = item(format!("promise {}", practice.id), practice.agreed_on, made);
        reviewed.into_iter().chain([made])
    });
    Ok(both.collect())
}

/// The form a filled copy is one of; `None` for a worksheet of a topic, and for content that is gone.
fn form_of<'c>(content: &'c curriculum::Curriculum, sheet: &Sheet) -> Option<&'c Form> {
    sheet.block.is_none().then(|| content.form(&sheet.topic))?
}

fn sheets(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let content = past.app.curriculum();
    let lang = past.person.details.language;
    let goals = past.store.goals(past.person.id)?;
    let sheets = past.store.sheets(past.person.id)?;
    let mut versions: BTreeMap<TopicId, u32> = BTreeMap::new();
    let mut seen = Vec::new();
    // From the oldest on, so that versions are counted as they were made.
    for sheet in sheets.iter().rev() {
        let kind = form_of(&content, sheet).map(|form| form.kind);
        if kind == Some(FormKind::Instrument) {
            continue;
        }
        let made = versions.entry(sheet.topic.clone()).or_default();
        *made += 1;
        let about = goals.iter().find(|goal| Some(goal.id) == sheet.about);
        let what = Happened::Sheet {
            sheet: sheet.id,
            title: words::sheet_title(past.app, sheet, lang),
            version: if kind == Some(FormKind::Plan) {
                *made
            } else {
                0
            },
            about: about.map_or_else(String::new, |goal| goal.words.clone()),
        };
        seen.push(item(format!("sheet {}", sheet.id), sheet.made_on, what));
    }
    seen.reverse();
    Ok(seen)
}

fn results(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let content = past.app.curriculum();
    let lang = past.person.details.language;
    let mut seen = Vec::new();
    for sheet in past.store.sheets(past.person.id)? {
        let form = form_of(&content, &sheet).filter(|form| form.kind == FormKind::Instrument);
        let Some(form) = form else { continue };
        let answers = pages::answers(past.store, past.person, &sheet.topic, Some(sheet.id))?;
        let what = Happened::Result {
            sheet: sheet.id,
            title: form.page.title(lang).to_owned(),
            score: instrument::score(form, &answers),
            least: form.instrument.as_ref().map_or(0, |facts| facts.least),
        };
        seen.push(item(format!("result {}", sheet.id), sheet.made_on, what));
    }
    Ok(seen)
}

fn contacts(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let supporters = past.store.supporters(past.person.id)?;
    let contacts = past.store.contacts(past.person.id)?.into_iter();
    let seen = contacts.map(|contact| {
        let with = supporters.iter().find(|s| s.id == contact.supporter);
        let what = Happened::Contact {
            supporter: contact.supporter,
            name: with.map_or_else(String::new, |s| s.details.name.clone()),
            how: contact.details.how,
            words: contact.details.words,
        };
        item(format!("contact {}", contact.id), contact.details.on, what)
    });
    Ok(seen.collect())
}

fn hand_offs(past: &Past<'_>) -> Result<Vec<TimelineItem>> {
    let lang = past.person.details.language;
    let left = past.store.hand_offs_of(past.person.id)?.into_iter();
    let seen = left.map(|left| {
        let topics = left.topics.iter();
        let what = Happened::HandOff {
            what: left.what,
            topics: topics.map(|id| course::title(past.app, id, lang)).collect(),
            format: left.format,
            to: left.to,
            outcome: left.outcome,
        };
        item(format!("hand-off {}", left.id), left.at.day(), what)
    });
    Ok(seen.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use chrono::NaiveDate;
    use domain::PersonId;
    use uuid::Uuid;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    fn promise(n: u32) -> TimelineItem {
        let what = Happened::Promise {
            words: n.to_string(),
            reviewed: false,
            result: None,
            happened: String::new(),
        };
        item(format!("promise {n}"), day(n), what)
    }

    fn missed(n: u32) -> TimelineItem {
        let at = day(n).and_hms_opt(10, 0, 0).unwrap();
        item(format!("missed {n}"), day(n), Happened::Missed { at })
    }

    fn asked(kinds: &[TimelineKind], skip: u32, most: u32) -> LookBack {
        LookBack {
            person: PersonId::new(Uuid::from_u128(1)),
            kinds: kinds.to_vec(),
            skip,
            most,
        }
    }

    #[test]
    fn the_newest_comes_first_and_a_piece_knows_how_many_there_are() {
        let all = vec![promise(3), promise(1), missed(3), missed(2)];
        let keys = |view: &TimelineView| {
            let keys = view.items.iter().map(|item| item.key.as_str());
            keys.collect::<Vec<_>>().join(", ")
        };
        let counts = |view: &TimelineView| -> Vec<u32> {
            view.kinds.iter().map(|kind| kind.count).collect()
        };
        for (kinds, skip, most, shown, count) in [
            (&[][..], 0, 9, "promise 3, missed 3, missed 2, promise 1", 4),
            (&[], 1, 2, "missed 3, missed 2", 4),
            (&[], 4, 9, "", 4),
            (&[TimelineKind::Missed], 0, 1, "missed 3", 2),
            (&[TimelineKind::Note], 0, 9, "", 0),
        ] {
            let view = piece(all.clone(), &asked(kinds, skip, most));
            assert_eq!((keys(&view).as_str(), view.count), (shown, count));
            // What can be chosen does not hang on what was.
            assert_eq!(counts(&view), [2, 2]);
        }
    }
}
