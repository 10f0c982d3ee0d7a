//! The two bundles: a note that stands for itself, and a person's record for a server.

use domain::{
    NoteId, Timestamp,
    note::{NoteFacts, NoteState},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    answers,
    chart::{Chart, Met, Written},
    encounter::encounter,
    filed,
    goals::goals,
    ids::{Links, URI, derived, urn},
    note::{self, Beside},
    part::{moment, pruned},
    people::{self, Known},
    plan, supporters,
};

/// One resource with what it is known by.
struct Entry {
    kind: &'static str,
    id: Uuid,
    resource: Value,
}

impl Entry {
    fn all(
        kind: &'static str,
        of: impl IntoIterator<Item = (Uuid, Value)>,
    ) -> impl Iterator<Item = Self> {
        of.into_iter()
            .map(move |(id, resource)| Self { kind, id, resource })
    }
}

/// Makes the document of one note: composition first, then everything it speaks of. `None` when the note is not in the
/// chart. A signed note gives the same bytes each time it is exported, as long as nobody adds to it.
///
/// `chart` holds what belongs to the session of the note and nothing else.
pub fn document(chart: &Chart, note: NoteId) -> Option<Value> {
    let links = Links::Inside;
    let (met, written) = chart.sessions.iter().find_map(|met| {
        let written = met.note.as_ref()?;
        (written.note.id == note).then_some((met, written))
    })?;
    let of = met.record.id.uuid();
    let (plan, beside) = beside(chart, of, links);
    let known = Known {
        name: &written.facts.name,
        record_number: &written.facts.record_number,
        site: &written.facts.site,
    };
    let mut entries = vec![Entry {
        kind: "Composition",
        id: written.note.id.uuid(),
        resource: note::composition(chart, met, written, &beside, links),
    }];
    entries.extend(people_of(chart, known, links));
    entries.push(meeting(chart, met, Some(&written.facts), links));
    entries.extend(rest(chart, plan, links));
    entries.extend(Entry::all(
        "Provenance",
        note::provenance(chart, met, written, links),
    ));
    let at = note::written_at(met, written);
    let id = derived(
        "document",
        &[note.uuid().as_bytes(), version(written, at).as_bytes()],
    );
    let entry: Vec<_> = entries
        .into_iter()
        .map(|entry| json!({ "fullUrl": urn(entry.id), "resource": entry.resource }))
        .collect();
    Some(pruned(json!({
        "resourceType": "Bundle",
        "id": id,
        "identifier": { "system": URI, "value": urn(id) },
        "type": "document",
        "timestamp": moment(at),
        "entry": entry,
    })))
}

/// Makes one transaction of a person's record: every resource is put under the id it always has, so that a server which
/// takes it in twice has nothing double. Drafts stay out: a note that nobody signed is no business of the clinic's system.
pub fn transaction(chart: &Chart) -> Value {
    let links = Links::OnServer;
    let of = chart.person.id.uuid();
    let (plan, beside) = beside(chart, of, links);
    let mut entries: Vec<_> = people_of(chart, Known::now(chart), links).collect();
    for met in &chart.sessions {
        entries.push(meeting(chart, met, None, links));
    }
    entries.extend(rest(chart, plan, links));
    for met in &chart.sessions {
        let Some(written) = met.note.as_ref().filter(|written| is_signed(written)) else {
            continue;
        };
        let beside = Beside {
            goals: reviewed(met, &beside.goals),
            ..beside.without_pages()
        };
        entries.push(Entry {
            kind: "Composition",
            id: written.note.id.uuid(),
            resource: note::composition(chart, met, written, &beside, links),
        });
        let filed = filed::document_reference(chart, met, written, links);
        entries.extend(Entry::all("DocumentReference", [filed]));
        entries.extend(Entry::all(
            "Provenance",
            note::provenance(chart, met, written, links),
        ));
    }
    let entry: Vec<_> = entries
        .into_iter()
        .map(|Entry { kind, id, resource }| {
            json!({
                "fullUrl": urn(id),
                "resource": resource,
                "request": { "method": "PUT", "url": format!("{kind}/{id}") },
            })
        })
        .collect();
    pruned(json!({ "resourceType": "Bundle", "type": "transaction", "entry": entry }))
}

fn is_signed(written: &Written) -> bool {
    matches!(written.note.state, NoteState::Signed { .. })
}

/// What tells one state of a note from another: its seals, or the moment of a draft.
fn version(written: &Written, at: Timestamp) -> String {
    match &written.note.state {
        NoteState::Draft => format!("draft {}", moment(at)),
        NoteState::Signed { seal, .. } => {
            let added = written.note.addenda.iter();
            added.fold(seal.clone(), |all, addendum| all + " " + &addendum.seal)
        }
    }
}

/// The plan, and the ids that sections point at.
fn beside(chart: &Chart, of: Uuid, links: Links) -> ((Uuid, Value), Beside) {
    let plan = plan::plan(chart, of, links);
    let beside = Beside {
        goals: chart.goals.iter().map(|goal| goal.id.uuid()).collect(),
        plan: plan.0,
        pages: chart.pages.iter().map(|page| page.id).collect(),
    };
    (plan, beside)
}

impl Beside {
    /// In a whole record the pages are those of all sessions, so no one note points at them.
    fn without_pages(&self) -> Self {
        Self {
            goals: Vec::new(),
            plan: self.plan,
            pages: Vec::new(),
        }
    }
}

/// The goals that were spoken of in a session and are there.
fn reviewed(met: &Met, goals: &[Uuid]) -> Vec<Uuid> {
    let spoken_of = met.record.goal_reviews.iter();
    spoken_of
        .map(|review| review.goal.uuid())
        .filter(|goal| goals.contains(goal))
        .collect()
}

fn people_of<'c>(chart: &'c Chart, known: Known<'c>, links: Links) -> impl Iterator<Item = Entry> {
    let patient = Entry {
        kind: "Patient",
        id: chart.person.id.uuid(),
        resource: people::patient(chart, known),
    };
    let leaders = chart.leaders.iter().map(|leader| Entry {
        kind: "Practitioner",
        id: leader.id.uuid(),
        resource: people::practitioner(chart, leader),
    });
    let on_their_side = chart
        .supporters
        .iter()
        .map(|side| &side.supporter)
        .map(move |supporter| Entry {
            kind: "RelatedPerson",
            id: supporter.id.uuid(),
            resource: supporters::related_person(chart, supporter, links),
        });
    let consents = chart.supporters.iter().flat_map(move |side| {
        side.consents.iter().map(move |(consent, standing)| Entry {
            kind: "Consent",
            id: consent.id.uuid(),
            resource: supporters::consent(chart, side, consent, *standing, links),
        })
    });
    std::iter::once(patient)
        .chain(leaders)
        .chain(on_their_side)
        .chain(consents)
}

/// The meeting, with place and site as they were signed.
fn meeting(chart: &Chart, met: &Met, signed: Option<&NoteFacts>, links: Links) -> Entry {
    let place = signed.map_or(met.record.place.as_str(), |facts| &facts.place);
    let site = signed.map_or(chart.site.as_str(), |facts| &facts.site);
    Entry {
        kind: "Encounter",
        id: met.record.id.uuid(),
        resource: encounter(chart, met, place, site, links),
    }
}

/// Goals, plan, answers and scores.
fn rest(chart: &Chart, plan: (Uuid, Value), links: Links) -> Vec<Entry> {
    let mut entries = Vec::new();
    for goal in &chart.goals {
        entries.extend(Entry::all("Goal", goals(chart, goal, links)));
    }
    entries.extend(Entry::all("CarePlan", [plan]));
    for page in &chart.pages {
        let response = answers::response(chart, page, links);
        entries.extend(Entry::all("QuestionnaireResponse", [(page.id, response)]));
        entries.extend(Entry::all(
            "Observation",
            answers::score(chart, page, links),
        ));
    }
    entries.extend(Entry::all("Observation", plan::sureness(chart, links)));
    entries
}
