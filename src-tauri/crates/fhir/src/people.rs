//! The person and those who work with them.

use serde_json::{Value, json};

use crate::{
    chart::{Chart, Leader},
    ids::{URI, urn},
    part::coded,
    xhtml,
};

/// How somebody is known: as it was when a note was signed, or as it is now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// The name they want to be called by.
    pub name: &'a str,
    /// The clinic's number for them; may be empty.
    pub record_number: &'a str,
    /// The clinic; may be empty.
    pub site: &'a str,
}

impl<'a> Known<'a> {
    /// As it is now.
    pub(crate) fn now(chart: &'a Chart) -> Self {
        Self {
            name: &chart.person.details.preferred_name,
            record_number: &chart.person.details.record_number,
            site: &chart.site,
        }
    }
}

/// The person. Sex, birthday and official name are not in the record, so they are not here.
pub(crate) fn patient(chart: &Chart, known: Known<'_>) -> Value {
    let person = &chart.person;
    let lang = person.details.language;
    let number = (!known.record_number.trim().is_empty()).then(|| {
        json!({
            "use": "usual",
            "type": coded("http://terminology.hl7.org/CodeSystem/v2-0203", "MR", ""),
            "system": urn(chart.vault),
            "value": known.record_number,
            "assigner": { "display": known.site },
        })
    });
    json!({
        "resourceType": "Patient",
        "id": person.id,
        "text": xhtml::lines(lang, &[known.name, known.record_number]),
        "identifier": [number, { "use": "secondary", "system": URI, "value": urn(person.id.uuid()) }],
        "active": person.details.active,
        "name": [{ "use": "usual", "text": known.name }],
        "communication": [{
            "language": { "coding": [{ "system": "urn:ietf:bcp:47", "code": lang.tag() }] },
            "preferred": true,
        }],
    })
}

/// Somebody who leads meetings.
pub(crate) fn practitioner(chart: &Chart, leader: &Leader) -> Value {
    json!({
        "resourceType": "Practitioner",
        "id": leader.id,
        "text": xhtml::lines(chart.person.details.language, &[&leader.name, &leader.title]),
        "identifier": [{ "system": URI, "value": urn(leader.id.uuid()) }],
        "name": [{ "text": leader.name }],
        "qualification": [{ "code": { "text": leader.title } }],
    })
}

/// Words with who said them and when, where FHIR has a place for remarks. The id says what kind of remark it is, so that
/// the words themselves stay as they were given.
pub(crate) fn remark(id: &str, words: &str, on: &str) -> Option<Value> {
    (!words.trim().is_empty()).then(|| json!({ "id": id, "time": on, "text": words }))
}
