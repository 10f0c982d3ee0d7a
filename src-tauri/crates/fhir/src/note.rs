//! A session note: the composition with its sections, and where each signed word comes from.

use domain::{
    NoteId, Timestamp,
    meeting::MeetingFormat,
    note::{Addendum, AddendumKind, NoteFact, NoteSectionKind, NoteState},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::{Chart, Met, Section, Written},
    ids::{Links, URI, derived, urn},
    part::{LOINC, moment},
    xhtml::{Told, narrative},
};

/// SHA-256, by its object identifier (NIST).
const SHA_256: &str = "urn:oid:2.16.840.1.101.3.4.2.1";

/// What else stands in the same export, for sections to point at.
pub(crate) struct Beside {
    /// The goals.
    pub goals: Vec<Uuid>,
    /// The plan.
    pub plan: Uuid,
    /// The pages that were answered.
    pub pages: Vec<Uuid>,
}

/// Returns when the note was written, as far as it stands: signed, added to last, or the session it is a draft of.
pub(crate) fn written_at(met: &Met, written: &Written) -> Timestamp {
    match written.note.state {
        NoteState::Signed { at, .. } => written
            .note
            .addenda
            .iter()
            .map(|addendum| addendum.at)
            .fold(at, |last, added| {
                if added.millis > last.millis {
                    added
                } else {
                    last
                }
            }),
        NoteState::Draft => met.record.closed_at.unwrap_or(met.record.started_at),
    }
}

pub(crate) fn composition(
    chart: &Chart,
    met: &Met,
    written: &Written,
    beside: &Beside,
    links: Links,
) -> Value {
    let note = &written.note;
    let author = author(chart, met, written, links);
    let (status, attester) = match &note.state {
        NoteState::Draft => ("preliminary", None),
        NoteState::Signed { at, .. } => (
            // Another signature changes nothing of what it says.
            if co_signed(note).count() == note.addenda.len() {
                "final"
            } else {
                "amended"
            },
            Some(json!({ "mode": "legal", "time": moment(*at), "party": author })),
        ),
    };
    // Whoever co-signed typed a name, which is no more than a name.
    let second = co_signed(note).map(|signed| {
        json!({ "mode": "professional", "time": moment(signed.at), "party": { "display": signed.by } })
    });
    let attesters: Vec<_> = attester.into_iter().chain(second).collect();
    let all: Vec<_> = written
        .sections
        .iter()
        .flat_map(|section| section.blocks.iter().cloned())
        .collect();
    let sections: Vec<_> = written
        .sections
        .iter()
        .map(|section| section_of(written, section, beside, links))
        .collect();
    json!({
        "resourceType": "Composition",
        "id": note.id,
        "language": note.lang.tag(),
        "text": narrative(Told::Additional, note.lang, &all),
        "identifier": { "system": URI, "value": urn(note.id.uuid()) },
        "status": status,
        "type": { "coding": [{ "system": LOINC, "code": kind_of_note(met.record.format) }], "text": written.title },
        "category": [{ "coding": [{ "system": LOINC, "code": "11506-3" }] }],
        "subject": { "reference": links.to("Patient", chart.person.id.uuid()) },
        "encounter": { "reference": links.to("Encounter", met.record.id.uuid()) },
        "date": moment(written_at(met, written)),
        "author": [author],
        "title": written.title,
        "attester": attesters,
        "custodian": { "display": written.facts.site },
        "section": sections,
    })
}

fn co_signed(note: &domain::note::Note) -> impl Iterator<Item = &Addendum> {
    let addenda = note.addenda.iter();
    addenda.filter(|addendum| addendum.kind == AddendumKind::CoSignature)
}

/// Mental health progress note, and the group counseling note for a meeting of several.
pub(crate) const fn kind_of_note(format: MeetingFormat) -> &'static str {
    match format {
        MeetingFormat::OneToOne | MeetingFormat::WithSupporters => "34904-3",
        MeetingFormat::Group => "34787-2",
    }
}

/// Who wrote it: who signed, else who leads the meeting. Somebody who is no longer known by that name is named in words.
pub(crate) fn author(chart: &Chart, met: &Met, written: &Written, links: Links) -> Value {
    let known = |id| chart.leaders.iter().find(|leader| leader.id == id);
    let mut led = met.led_by.iter().filter_map(|(id, _)| known(*id));
    let reference = |id: Uuid| links.to("Practitioner", id);
    match &written.note.state {
        NoteState::Draft => led.next().map_or_else(
            || json!({ "display": "not known" }),
            |leader| json!({ "reference": reference(leader.id.uuid()), "display": leader.name }),
        ),
        NoteState::Signed { by, .. } => {
            let signed = led.find(|leader| by.starts_with(&leader.name));
            json!({ "reference": signed.map(|leader| reference(leader.id.uuid())), "display": by })
        }
    }
}

fn section_of(written: &Written, section: &Section, beside: &Beside, links: Links) -> Value {
    let several = |kind: &str, ids: &[Uuid]| -> Vec<Value> {
        ids.iter()
            .map(|id| json!({ "reference": links.to(kind, *id) }))
            .collect()
    };
    // In every format one section tells each of these.
    let entries: Vec<_> = [
        (NoteFact::Goals, "Goal", beside.goals.as_slice()),
        (NoteFact::PracticeAgreed, "CarePlan", &[beside.plan]),
        (NoteFact::Topics, "QuestionnaireResponse", &beside.pages),
    ]
    .into_iter()
    .filter(|(fact, _, _)| section.kind.is_some_and(|kind| kind.tells(*fact)))
    .flat_map(|(_, kind, ids)| several(kind, ids))
    .collect();
    let code = section
        .kind
        .and_then(loinc)
        .map(|code| json!({ "coding": [{ "system": LOINC, "code": code }] }));
    json!({
        "title": section.title,
        "code": code,
        "text": narrative(Told::Additional, written.note.lang, &section.blocks),
        "entry": entries,
    })
}

/// The LOINC code of a section, where there is one that says no more than we do.
const fn loinc(kind: NoteSectionKind) -> Option<&'static str> {
    match kind {
        NoteSectionKind::TreatmentPlanGoal | NoteSectionKind::RecoveryGoal => Some("61146-7"),
        NoteSectionKind::Intervention
        | NoteSectionKind::Motivational
        | NoteSectionKind::Educational
        | NoteSectionKind::CognitiveBehavioural
        | NoteSectionKind::Skill => Some("62387-6"),
        NoteSectionKind::PracticeAgreed => Some("69730-0"),
        NoteSectionKind::Response | NoteSectionKind::Subjective => Some("61150-9"),
        NoteSectionKind::Objective => Some("61149-1"),
        NoteSectionKind::Risk | NoteSectionKind::Assessment => Some("51848-0"),
        NoteSectionKind::Plan | NoteSectionKind::NextSteps => Some("18776-5"),
        NoteSectionKind::Attendance
        | NoteSectionKind::PracticeReviewed
        | NoteSectionKind::Data
        | NoteSectionKind::Behaviour
        | NoteSectionKind::PlainMeeting
        | NoteSectionKind::PlainSince
        | NoteSectionKind::PlainGoals
        | NoteSectionKind::PlainDone
        | NoteSectionKind::PlainWords
        | NoteSectionKind::PlainNext => None,
    }
}

/// For a signed note and each addition to it: who, when, and the seal over the words.
pub(crate) fn provenance(
    chart: &Chart,
    met: &Met,
    written: &Written,
    links: Links,
) -> Vec<(Uuid, Value)> {
    let note = &written.note;
    let NoteState::Signed {
        at, seal, chain, ..
    } = &note.state
    else {
        return Vec::new();
    };
    let signed = Sealed {
        id: derived("provenance", &[note.id.uuid().as_bytes()]),
        at: *at,
        by: author(chart, met, written, links),
        seal,
    };
    let place = format!("audit entry {}", chain.sequence);
    let tip = hash(&chain.hash, &place);
    let added = note.addenda.iter().map(|addendum: &Addendum| {
        let sealed = Sealed {
            id: derived("provenance", &[addendum.id.uuid().as_bytes()]),
            at: addendum.at,
            by: json!({ "display": addendum.by }),
            seal: &addendum.seal,
        };
        sealed.resource(note.id, links, None)
    });
    std::iter::once(signed.resource(note.id, links, Some(tip)))
        .chain(added)
        .collect()
}

struct Sealed<'a> {
    id: Uuid,
    at: Timestamp,
    by: Value,
    seal: &'a str,
}

impl Sealed<'_> {
    fn resource(self, note: NoteId, links: Links, tip: Option<Value>) -> (Uuid, Value) {
        let at = moment(self.at);
        let whole = json!({
            "resourceType": "Provenance",
            "id": self.id,
            "target": [{ "reference": links.to("Composition", note.uuid()) }],
            "occurredDateTime": at,
            "recorded": at,
            "agent": [{
                "type": { "coding": [{
                    "system": "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "code": "author",
                }] },
                "who": self.by,
            }],
            "entity": [hash(self.seal, "seal over the words as signed"), tip],
        });
        (self.id, whole)
    }
}

fn hash(hex: &str, what: &str) -> Value {
    json!({
        "role": "source",
        "what": { "identifier": { "system": SHA_256, "value": hex }, "display": what },
    })
}
