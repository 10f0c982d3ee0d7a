//! Help with the program itself, listed and printed. Opens no vault.

use api::{act, view, wire::*};
use domain::Lang;
use serde_json::json;

use crate::{
    Desk,
    args::ManualCommand,
    output::{self, Printed},
    sentences::Failure,
};

/// Runs a command about the help.
pub fn run(desk: &Desk, command: ManualCommand) -> Result<Printed, Failure> {
    match command {
        ManualCommand::List { lang } => {
            let pages = pages(desk, lang)?;
            let row = |page: &ManualPageView| vec![page.id.clone(), page.document.title.clone()];
            let rows: Vec<_> = pages.iter().map(row).collect();
            let listed: Vec<_> = pages
                .iter()
                .map(|page| json!({ "id": page.id, "title": page.document.title }))
                .collect();
            Printed::table(&rows, &listed)
        }
        ManualCommand::Print {
            pages: wanted,
            lang,
            size,
            out,
        } => {
            let known = pages(desk, lang)?;
            if let Some(unknown) = wanted.iter().find(|id| known.iter().all(|p| p.id != **id)) {
                let ids: Vec<_> = known.iter().map(|page| page.id.as_str()).collect();
                return Err(Failure::wrong_use(&format!(
                    "There is no help page “{unknown}”; name one of {}.",
                    ids.join(", ")
                )));
            }
            let paper = MakePaper {
                paper: PaperRequest::Manual {
                    pages: wanted,
                    language: lang,
                },
                size: size.into(),
                format: None,
            };
            let kept =
                act::hand_off::save_paper_in(&desk.app, &paper, "", FileKind::of(&out), &out);
            output::wrote(&out, desk.tell(kept)?)
        }
    }
}

fn pages(desk: &Desk, language: Lang) -> Result<Vec<ManualPageView>, Failure> {
    let manual = desk.tell(view::manual::manual(&desk.app, OfManual { language }))?;
    Ok(manual.pages)
}
