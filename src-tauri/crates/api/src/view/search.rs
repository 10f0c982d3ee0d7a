//! Search over everything that was written down. Nothing of what is asked is kept anywhere.

use std::collections::BTreeMap;

use domain::{PersonId, person::Person};
use store::{Find, Hit, Query, Store};

use crate::{
    app::App,
    error::Result,
    read::{cards, course, excerpt},
    wire::{FoundKind, Lead, Search, SearchHit, SearchView},
};

/// As many hits as are shown at a time.
const PAGE: usize = 30;

/// Finds where words stand.
pub fn search(app: &App, ask: Search) -> Result<SearchView> {
    let words = Query::parse(&ask.words);
    let find = Find {
        words: words.clone(),
        person: ask.person,
        area: ask.area,
        from: ask.from,
        until: ask.until,
        skip: ask.skip as usize,
        most: PAGE,
    };
    app.with_store(|store| {
        let found = store.find(&find)?;
        let mut people = BTreeMap::new();
        let mut hits = Vec::new();
        for hit in found.hits {
            let Some(kind) = kind(hit.table) else {
                continue;
            };
            let person = known(&mut people, store, hit.person)?;
            hits.push(SearchHit {
                person: cards::person(person),
                kind,
                day: hit.day,
                title: title(app, &hit, person),
                lead: lead(&hit, kind),
                excerpts: excerpt::of(&words, &hit.words),
            });
        }
        Ok(SearchView {
            hits,
            more: found.more,
            narrow: found.narrow,
        })
    })
}

fn known<'p>(
    people: &'p mut BTreeMap<PersonId, Person>,
    store: &Store,
    id: PersonId,
) -> Result<&'p Person> {
    use std::collections::btree_map::Entry;
    Ok(match people.entry(id) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => new.insert(store.person(id)?),
    })
}

fn title(app: &App, hit: &Hit, person: &Person) -> String {
    match &hit.topic {
        Some(topic) => course::title(app, topic, person.details.language),
        None => hit.part.clone(),
    }
}

/// By the name of the table; a table that is searched and has no row here is found by nobody, and fails a test.
fn kind(table: &str) -> Option<FoundKind> {
    Some(match table {
        "person" => FoundKind::Person,
        "statement" => FoundKind::Statement,
        "session" => FoundKind::Session,
        "goal" => FoundKind::Goal,
        "short_term_goal" => FoundKind::ShortTermGoal,
        "step" => FoundKind::Step,
        "goal_review" => FoundKind::GoalReview,
        "practice" => FoundKind::Practice,
        "practice_review" => FoundKind::PracticeReview,
        "supporter" => FoundKind::Supporter,
        "consent" => FoundKind::Consent,
        "contact" => FoundKind::Contact,
        "ending" => FoundKind::Ending,
        "booster" => FoundKind::Booster,
        "sheet" => FoundKind::Sheet,
        "plan_copy" => FoundKind::PlanCopy,
        "rehearsal" => FoundKind::Rehearsal,
        "answer" => FoundKind::Answer,
        "event" => FoundKind::Event,
        "measure" => FoundKind::Measure,
        "note_section" => FoundKind::NoteSection,
        "addendum" => FoundKind::Addendum,
        _ => return None,
    })
}

fn lead(hit: &Hit, kind: FoundKind) -> Lead {
    if kind == FoundKind::Statement {
        return Lead::Statement;
    }
    let note = hit.note.map(|note| Lead::Note { note });
    let sheet = hit.sheet.map(|sheet| Lead::Sheet { sheet });
    let session = hit.session.map(|session| Lead::Session { session });
    let goal = hit.goal.map(|goal| Lead::Goal { goal });
    let supporter = hit.supporter.map(|supporter| Lead::Supporter { supporter });
    note.or(sheet)
        .or(session)
        .or(goal)
        .or(supporter)
        .unwrap_or(Lead::Person)
}
