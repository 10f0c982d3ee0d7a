//! The record as data: for a clinic's server, for an evaluation, for the person to read.

use api::{Shows, act, wire::FilesSaved};

use crate::{
    Desk,
    args::ExportCommand,
    output::{self, Printed},
    records::find,
    sentences::Failure,
    vault,
};

/// Runs a command that writes the record as data.
pub fn run(desk: &Desk, command: ExportCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        ExportCommand::Fhir {
            transaction: _,
            person,
            out,
            to,
        } => {
            let person = find(desk, &person)?;
            let kept = desk.tell(act::exports::save_record_in(&desk.app, person, &to, &out))?;
            output::wrote(&out, kept)
        }
        ExportCommand::Csv {
            out,
            identified,
            reason,
            bom,
            to,
        } => {
            let shows = Shows {
                identified,
                byte_order_mark: bom,
            };
            let reason = reason.unwrap_or_default();
            let done = act::exports::save_evaluation_in(&desk.app, shows, &reason, &to, &out);
            wrote(desk, &desk.tell(done)?)
        }
        ExportCommand::Folder { person, out, to } => {
            let person = find(desk, &person)?;
            let done = act::exports::save_folder_in(&desk.app, person, &to, &out);
            wrote(desk, &desk.tell(done)?)
        }
    }
}

/// Says what is there and what is not; fails with the reason where something is not.
fn wrote(desk: &Desk, done: &FilesSaved) -> Result<Printed, Failure> {
    let row = |what: &str, path: &String| vec![what.to_owned(), path.clone()];
    let saved = done.saved.iter().map(|path| row("Wrote", path));
    let not = done.not_saved.iter().map(|path| row("Not written:", path));
    let rows: Vec<_> = saved.chain(not).collect();
    let printed = Printed::table(&rows, done)?;
    Ok(match &done.why {
        Some(error) => printed.failing(Failure::of(error, desk.app.data_dir())),
        None => printed,
    })
}
