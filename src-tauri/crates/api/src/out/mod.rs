//! What leaves as data and not as pages alone: the record as FHIR, tables for an evaluation, a folder to read. Nothing here changes the record or writes a file; what
//! leaves is entered in the ledger by `act`.

mod answered;
mod chart;
pub(crate) mod evaluation;
pub(crate) mod folder;

use domain::{NoteId, PersonId, note::NoteState};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    paper::{self, Made},
    wire::{FileKind, MakePaper, PaperRequest},
};

/// Makes the file of a note or of other pages. FHIR is made of the record, and only a note has a document there.
///
/// # Errors
/// Those of making pages; `BadRequest` for FHIR of anything but a note.
pub(crate) fn make(app: &App, ask: &MakePaper, kind: FileKind) -> Result<Made> {
    match (kind, &ask.paper) {
        (FileKind::Fhir, PaperRequest::Note { note }) => note_document(app, *note),
        _ => paper::make(app, ask, kind),
    }
}

/// Refuses what could not be made, and makes nothing.
///
/// # Errors
/// As [`make`], and `NotFound`, `Locked` or `NoVault`.
pub(crate) fn check(app: &App, ask: &MakePaper, kind: FileKind) -> Result<()> {
    if kind == FileKind::Fhir && !matches!(ask.paper, PaperRequest::Note { .. }) {
        return Err(ErrorCode::BadRequest.into());
    }
    paper::check(app, ask)
}

fn note_document(app: &App, note: NoteId) -> Result<Made> {
    let (chart, draft) = app.with_store(|store| {
        let draft = store.note(note)?.state == NoteState::Draft;
        Ok((chart::of_note(app, store, note)?, draft))
    })?;
    let document = fhir::document(&chart, note).ok_or(ErrorCode::NotFound)?;
    Ok(Made {
        bytes: bytes(&document)?,
        draft,
    })
}

/// Makes one FHIR transaction of a person's record.
///
/// # Errors
/// `NotFound` when there is no such person.
pub(crate) fn transaction(app: &App, person: PersonId) -> Result<Zeroizing<Vec<u8>>> {
    let chart = app.with_store(|store| chart::of_person(app, store, person))?;
    bytes(&fhir::transaction(&chart))
}

/// Writes JSON for a person to look into as well.
fn bytes(json: &Value) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = serde_json::to_vec_pretty(json)
        .map_err(|error| ApiError::new(ErrorCode::Internal).with("what", error))?;
    bytes.push(b'\n');
    Ok(Zeroizing::new(bytes))
}
