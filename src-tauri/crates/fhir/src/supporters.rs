//! Those on the person's side, and what the person lets them see.

use domain::supporter::{Consent, ConsentItem, Standing, Supporter};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::{Chart, OnTheirSide},
    ids::{Links, URI, urn},
    part::{coded, day, moment, said},
    xhtml,
};

/// Somebody on the person's side. What they are to the person is said in the person's words, not coded.
pub(crate) fn related_person(chart: &Chart, supporter: &Supporter, links: Links) -> Value {
    let details = &supporter.details;
    json!({
        "resourceType": "RelatedPerson",
        "id": supporter.id,
        "text": xhtml::lines(
            chart.person.details.language,
            &[&details.name, &details.relation, &details.reach, &details.words],
        ),
        "identifier": [{ "system": URI, "value": urn(supporter.id.uuid()) }],
        "active": true,
        "patient": person(chart, links),
        "relationship": [{ "text": details.relation }],
        "name": [{ "text": details.name }],
        "telecom": [contact_point(&details.reach)],
    })
}

/// How to reach somebody: as `phone` where it can be nothing else, and only as the words it is where it can.
fn contact_point(reach: &str) -> Value {
    let number = |sign: char| sign.is_ascii_digit() || " +-()/.".contains(sign);
    let system = if reach.trim().is_empty() {
        return Value::Null;
    } else if reach.chars().all(number) {
        "phone"
    } else {
        "other"
    };
    json!({ "system": system, "value": reach })
}

/// What the person lets a supporter see. One that was taken back or has ended stays, and says so.
pub(crate) fn consent(
    chart: &Chart,
    side: &OnTheirSide,
    consent: &Consent,
    standing: Standing,
    links: Links,
) -> Value {
    let terms = &consent.terms;
    let status = match standing {
        Standing::Holds | Standing::Ahead { .. } => "active",
        Standing::Over { .. } | Standing::Withdrawn { .. } => "inactive",
    };
    // Withdrawing ends it on that day, or before it began: then it held on no day.
    let end = match consent.withdrawn {
        Some(on) => Some(on.max(terms.from)),
        None => terms.until,
    };
    let codes: Vec<_> = terms
        .items
        .iter()
        .map(|item| json!({ "text": code(*item) }))
        .collect();
    let names: Vec<&str> = terms.items.iter().map(|item| code(*item)).collect();
    let names = names.join(", ");
    let (from, until) = (day(terms.from), end.map(day).unwrap_or_default());
    let of: Uuid = consent.id.uuid();
    json!({
        "resourceType": "Consent",
        "id": of,
        "text": xhtml::lines(
            chart.person.details.language,
            &[&side.supporter.details.name, &names, &from, &until, &terms.kept_back],
        ),
        "identifier": [{ "system": URI, "value": urn(of) }],
        "status": status,
        "scope": coded("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", ""),
        "category": [coded("http://loinc.org", "59284-0", "")],
        "patient": person(chart, links),
        "dateTime": moment(consent.recorded_at),
        "performer": [person(chart, links)],
        "policyRule": said("The person's own consent, as written down by the practitioner"),
        "provision": {
            "type": "permit",
            "period": { "start": from, "end": until },
            "actor": [{
                "role": coded("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", ""),
                "reference": { "reference": links.to("RelatedPerson", side.supporter.id.uuid()) },
            }],
            "code": codes,
            "provision": [kept_back(&terms.kept_back)],
        },
    })
}

/// What stays private all the same.
fn kept_back(words: &str) -> Value {
    if words.trim().is_empty() {
        return Value::Null;
    }
    json!({ "type": "deny", "code": [{ "text": words }] })
}

fn person(chart: &Chart, links: Links) -> Value {
    json!({ "reference": links.to("Patient", chart.person.id.uuid()) })
}

/// As in the vault, never changing. Words and not coded: HL7 has no codes for the pages of this programme.
const fn code(item: ConsentItem) -> &'static str {
    match item {
        ConsentItem::Goals => "goals",
        ConsentItem::Practices => "practices",
        ConsentItem::Handouts => "handouts",
        ConsentItem::RelapsePlan => "relapse-plan",
        ConsentItem::Signs => "signs",
        ConsentItem::Medicines => "medicines",
        ConsentItem::Attendance => "attendance",
        ConsentItem::Notes => "notes",
        ConsentItem::Sessions => "sessions",
        ConsentItem::Crisis => "crisis",
    }
}
