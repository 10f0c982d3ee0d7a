//! A note as a document on file: for systems that keep documents and search them by kind, and read no compositions.

use data_encoding::BASE64;
use domain::document::{Block, Inline};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    chart::{Chart, Met, Written},
    ids::{Links, URI, derived, urn},
    note::{author, kind_of_note, written_at},
    part::{LOINC, day, moment},
    xhtml,
};

/// A signed note with its words as plain text.
pub(crate) fn document_reference(
    chart: &Chart,
    met: &Met,
    written: &Written,
    links: Links,
) -> (Uuid, Value) {
    let note = &written.note;
    let id = derived("document reference", &[note.id.uuid().as_bytes()]);
    let added = !note.addenda.is_empty();
    let whole = json!({
        "resourceType": "DocumentReference",
        "id": id,
        "text": xhtml::lines(note.lang, &[&written.title, &day(note.on)]),
        "masterIdentifier": { "system": URI, "value": urn(id) },
        "identifier": [{ "system": URI, "value": urn(note.id.uuid()) }],
        "status": "current",
        "docStatus": if added { "amended" } else { "final" },
        "type": { "coding": [{ "system": LOINC, "code": kind_of_note(met.record.format) }], "text": written.title },
        "category": [{ "coding": [{
            "system": "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category", "code": "clinical-note",
        }] }],
        "subject": { "reference": links.to("Patient", chart.person.id.uuid()) },
        "date": moment(written_at(met, written)),
        "author": [author(chart, met, written, links)],
        "content": [{ "attachment": {
            "contentType": "text/plain; charset=utf-8",
            "language": note.lang.tag(),
            "data": BASE64.encode(plain(written).as_bytes()),
            "title": written.title,
        } }],
        "context": {
            "encounter": [{ "reference": links.to("Encounter", met.record.id.uuid()) }],
            "period": { "start": day(met.record.on) },
        },
    });
    (id, whole)
}

/// The words of a note, a heading above each section.
fn plain(written: &Written) -> String {
    let mut text = format!("{}\n", written.title);
    for section in &written.sections {
        text.push_str(&format!("\n{}\n", section.title));
        for block in &section.blocks {
            match block {
                Block::Paragraph { words } => {
                    words.iter().for_each(|inline| match inline {
                        Inline::Plain(words) | Inline::Strong(words) | Inline::Emphasis(words) => {
                            text.push_str(words);
                        }
                    });
                    text.push('\n');
                }
                Block::Facts { rows } => {
                    for row in rows {
                        text.push_str(&format!("{}: {}\n", row.label, row.value));
                    }
                }
                _ => {}
            }
        }
    }
    text
}
