//! A session as an encounter: whether it took place, when, where, with whom, and for how long.

use domain::{meeting::Role, session::Attendance, supporter::is_meant};
use serde_json::{Value, json};

use crate::{
    chart::{Chart, Met, OnTheirSide},
    ids::{Links, URI, urn},
    part::day,
    xhtml,
};

/// The programme, as an encounter and a plan name it.
pub(crate) const PROGRAMME: &str = "Illness Management and Recovery";

pub(crate) fn encounter(chart: &Chart, met: &Met, place: &str, site: &str, links: Links) -> Value {
    let record = &met.record;
    let on = day(record.on);
    let (status, why) = match &record.attendance {
        Attendance::Present if record.closed_at.is_some() => ("finished", None),
        Attendance::Present => ("in-progress", None),
        Attendance::Cancelled { reason } => ("cancelled", Some(("cancelled", reason))),
        Attendance::NoShow { reason } => ("cancelled", Some(("no-show", reason))),
        Attendance::Moved { reason } => ("cancelled", Some(("moved", reason))),
    };
    let cancelled = why.map(|(kind, reason)| {
        json!({
            "url": "http://hl7.org/fhir/StructureDefinition/encounter-reasonCancelled",
            "valueCodeableConcept": { "text": if reason.trim().is_empty() { kind } else { reason.as_str() } },
        })
    });
    let participants: Vec<_> = met
        .led_by
        .iter()
        .map(|(leader, role)| {
            json!({
                "type": [{ "text": role_word(*role) }],
                "individual": { "reference": links.to("Practitioner", leader.uuid()) },
            })
        })
        .chain(chart.supporters.iter().filter(|side| came(side, met)).map(|side| {
            json!({
                "type": [{ "text": "supporter" }],
                "individual": { "reference": links.to("RelatedPerson", side.supporter.id.uuid()) },
            })
        }))
        .collect();
    let length = record.minutes().map(|minutes| {
        json!({ "value": minutes, "unit": "min", "system": "http://unitsofmeasure.org", "code": "min" })
    });
    json!({
        "resourceType": "Encounter",
        "id": record.id,
        "text": xhtml::lines(chart.person.details.language, &[&on, place]),
        "extension": [cancelled],
        "identifier": [{ "system": URI, "value": urn(record.id.uuid()) }],
        "status": status,
        "class": { "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB" },
        "type": [{ "text": PROGRAMME }],
        "subject": { "reference": links.to("Patient", chart.person.id.uuid()) },
        "participant": participants,
        "period": { "start": on },
        "length": length,
        "location": [{ "location": { "display": place } }],
        "serviceProvider": { "display": site },
    })
}

/// Whether a supporter is among the others who were there.
fn came(side: &OnTheirSide, met: &Met) -> bool {
    is_meant(&side.supporter.details.name, &met.record.others_present)
}

const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Clinician => "clinician",
        Role::Peer => "peer specialist",
        Role::Student => "student",
        Role::CoSigner => "co-signer",
    }
}
