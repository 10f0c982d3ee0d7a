//! Handing over: paper that leaves the vault stands in the ledger when it is somebody's.

use std::path::Path;

use domain::{HandOffId, NoteId, PersonId};
use store::{About, HandOff, Op};

use crate::{
    app::App,
    error::Result,
    file, paper,
    wire::{MakePaper, PaperRequest},
};

/// Saves the PDF whole or not at all, and enters it in the ledger.
///
/// # Errors
/// Those of making the paper and of writing a file; nothing is then entered.
pub fn save_paper(app: &App, ask: &MakePaper, path: &Path) -> Result<()> {
    let bytes = paper::pdf(app, ask)?;
    file::write_whole(path, &bytes)?;
    enter(app, &ask.paper, "pdf")
}

/// Enters in the ledger that something was sent to a printer.
///
/// # Errors
/// Those of saving in the vault.
pub fn printed(app: &App, ask: &MakePaper) -> Result<()> {
    enter(app, &ask.paper, "print")
}

fn enter(app: &App, paper: &PaperRequest, format: &str) -> Result<()> {
    let Some(leaves) = leaves(app, paper)? else {
        return Ok(());
    };
    let hand_off = HandOff {
        id: HandOffId::new(app.uuid()),
        what: leaves.what.to_owned(),
        person: Some(leaves.person),
        note: leaves.note,
        format: format.to_owned(),
        at: app.now(),
        to: String::new(),
    };
    let about = About::person(leaves.person);
    app.with_store(|store| {
        let entered = store.transact(Op::HandOff, about, app.now(), |tx| {
            tx.add_hand_off(&hand_off)
        });
        Ok(entered?)
    })
}

/// Something of somebody's that leaves the vault, by the name that stands in the ledger.
struct Leaves {
    what: &'static str,
    person: PersonId,
    note: Option<NoteId>,
}

/// Tells whose words are on paper; blank paper belongs to nobody, so nobody's words leave with it.
fn leaves(app: &App, paper: &PaperRequest) -> Result<Option<Leaves>> {
    let of = |what, person: PersonId| {
        Some(Leaves {
            what,
            person,
            note: None,
        })
    };
    Ok(match paper {
        PaperRequest::Note { note } => Some(Leaves {
            what: "note",
            person: app.with_store(|store| Ok(store.note(*note)?.person))?,
            note: Some(*note),
        }),
        PaperRequest::Handouts {
            person: Some(person),
            ..
        } => of("handout", *person),
        PaperRequest::Sheet { person, .. } => of("sheet", *person),
        PaperRequest::Goals { person } => of("goals", *person),
        PaperRequest::Handouts { person: None, .. }
        | PaperRequest::Workbook { .. }
        | PaperRequest::Guide { .. }
        | PaperRequest::HelpNow
        | PaperRequest::RecoveryCode { .. } => None,
    })
}
