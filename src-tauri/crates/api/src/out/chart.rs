//! Gathers a record, or one session of it, for FHIR.

use std::collections::BTreeSet;

use domain::{
    NoteId, PersonId, PractitionerId,
    goal::{Goal, GoalStatus, Progress},
    meeting::Role,
    note::{Note, NoteState},
    person::Person,
    practice::Practice,
    session::SessionRecord,
    supporter::{Consent, Standing, is_meant},
};
use fhir::{Chart, Leader, Met, OnTheirSide, Section, Written};
use store::Store;

use super::answered;
use crate::{
    app::App,
    error::Result,
    read::{facts, supporters},
    wire::SupporterCard,
};

/// A person's whole record.
pub(super) fn of_person(app: &App, store: &Store, person: PersonId) -> Result<Chart> {
    let person = store.person(person)?;
    let mut sessions = Vec::new();
    for session in store.sessions(person.id)? {
        let record = store.session(session.id)?;
        sessions.push(met(app, store, record)?);
    }
    Ok(Chart {
        statements: store.statements(person.id)?,
        goals: store.goals(person.id)?,
        practices: store.practices(person.id)?,
        supporters: on_their_side(app, store, person.id)?,
        pages: answered::of_person(app, store, &person)?,
        ..of(app, store, person, sessions)?
    })
}

/// Supporters with all their consents.
fn on_their_side(app: &App, store: &Store, person: PersonId) -> Result<Vec<OnTheirSide>> {
    let cards = supporters::cards(store, person, app.now().day())?.into_iter();
    let one = |card: SupporterCard| OnTheirSide {
        supporter: card.supporter,
        consents: card
            .consents
            .into_iter()
            .map(|each| (each.consent, each.standing))
            .collect(),
    };
    Ok(cards.map(one).collect())
}

/// What belongs to the session of a note: the goals that were spoken of, as that session left them, the promises that were
/// made or looked at, and what was answered in it. What happened later changes nothing of it.
pub(super) fn of_note(app: &App, store: &Store, note: NoteId) -> Result<Chart> {
    let note = store.note(note)?;
    let person = store.person(note.person)?;
    let record = store.session(note.session)?;
    let goals = store.goals(person.id)?.into_iter();
    let goals = goals.filter_map(|goal| as_of(goal, &record)).collect();
    let looked_at = record.practices_reviewed.iter();
    let practices: Vec<Practice> = looked_at
        .chain(&record.practices_agreed)
        .map(|practice| until(practice, &record))
        .collect();
    let answers = store.answers_in(person.id, record.id)?;
    let supporters = who_came(store, &note, &record)?;
    let pages = answered::of_session(app, &person, record.id.uuid(), answers);
    let sessions = vec![met(app, store, record)?];
    let chart = of(app, store, person, sessions)?;
    Ok(Chart {
        leaders: as_signed(chart.leaders, &note.state),
        goals,
        practices,
        supporters,
        pages,
        ..chart
    })
}

/// The supporters who were there, with the consents that held on that day as they were known when the note was signed. What is
/// taken back later changes nothing of it, and nobody else's name is in it.
fn who_came(store: &Store, note: &Note, record: &SessionRecord) -> Result<Vec<OnTheirSide>> {
    let known_then = |consent: &Consent| match &note.state {
        NoteState::Signed { at, .. } => consent.recorded_at.millis <= at.millis,
        NoteState::Draft => true,
    };
    let as_then = |consent: Consent| Consent {
        withdrawn: consent.withdrawn.filter(|on| *on <= record.on),
        ..consent
    };
    let consents = store.consents(note.person)?.into_iter();
    let held: Vec<Consent> = consents
        .filter(known_then)
        .map(as_then)
        .filter(|consent| consent.standing(record.on) == Standing::Holds)
        .collect();
    let supporters = store.supporters(note.person)?.into_iter();
    let came = supporters
        .filter(|supporter| is_meant(&supporter.details.name, &record.others_present))
        .map(|supporter| OnTheirSide {
            consents: held
                .iter()
                .filter(|consent| consent.supporter == supporter.id)
                .map(|consent| (consent.clone(), Standing::Holds))
                .collect(),
            supporter,
        });
    Ok(came.collect())
}

/// Who led, by the name and title that a note was signed with. Of several nobody can say which name was whose, so they go
/// by those of today.
fn as_signed(leaders: Vec<Leader>, state: &NoteState) -> Vec<Leader> {
    let NoteState::Signed { facts, .. } = state else {
        return leaders;
    };
    match (leaders.as_slice(), facts.practitioners.as_slice()) {
        ([leader], [signature]) => {
            let (name, title) = signature
                .split_once(", ")
                .unwrap_or((signature.as_str(), ""));
            vec![Leader {
                id: leader.id,
                name: name.to_owned(),
                title: title.to_owned(),
            }]
        }
        _ => leaders,
    }
}

fn of(app: &App, store: &Store, person: Person, sessions: Vec<Met>) -> Result<Chart> {
    let led: BTreeSet<PractitionerId> = sessions
        .iter()
        .flat_map(|met| met.led_by.iter().map(|(id, _)| *id))
        .collect();
    let leaders = store.practitioners()?.into_iter();
    Ok(Chart {
        vault: store.vault_id(),
        site: app.settings().site,
        person,
        leaders: leaders
            .filter(|leader| led.contains(&leader.id))
            .map(|leader| Leader {
                id: leader.id,
                name: leader.practitioner.name,
                title: leader.practitioner.title,
            })
            .collect(),
        statements: Vec::new(),
        goals: Vec::new(),
        practices: Vec::new(),
        supporters: Vec::new(),
        sessions,
        pages: Vec::new(),
    })
}

fn met(app: &App, store: &Store, record: SessionRecord) -> Result<Met> {
    let led_by: Vec<(PractitionerId, Role)> = store.meeting(record.meeting)?.practitioners;
    let note = store.note_of(record.id)?;
    let note = note.map(|note| written(app, store, note)).transpose()?;
    Ok(Met {
        record,
        led_by,
        note,
    })
}

fn written(app: &App, store: &Store, note: Note) -> Result<Written> {
    let printed = note::sections(&note).into_iter();
    let sections = printed
        .chain(note::additions(&note))
        .map(|section| Section {
            kind: section.kind,
            title: section.heading,
            blocks: section.blocks,
        });
    Ok(Written {
        title: note::title(&note),
        facts: facts::of(app, store, &note)?,
        sections: sections.collect(),
        note,
    })
}

/// A goal as one session left it; nothing where it was not spoken of. Its words are those of today, since the record keeps
/// no older ones; the note itself quotes what was said then.
fn as_of(goal: Goal, record: &SessionRecord) -> Option<Goal> {
    let review = record
        .goal_reviews
        .iter()
        .find(|review| review.goal == goal.id)?;
    let status = match review.progress {
        Some(Progress::Achieved) => GoalStatus::Achieved,
        Some(Progress::Changed) => GoalStatus::Changed,
        Some(Progress::Dropped) => GoalStatus::Dropped,
        Some(Progress::NotStarted | Progress::Some | Progress::Most) | None => GoalStatus::Active,
    };
    Some(Goal {
        status,
        reviews: vec![review.clone()],
        short_term: Vec::new(),
        ..goal
    })
}

/// A promise with what this session said of it, and nothing later.
fn until(practice: &Practice, record: &SessionRecord) -> Practice {
    let review = practice.review.clone();
    Practice {
        review: review.filter(|review| review.session == record.id),
        ..practice.clone()
    }
}
