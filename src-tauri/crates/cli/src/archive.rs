//! A person's record as one encrypted file: written, looked into, brought in.

use std::path::Path;

use api::{
    act::archives,
    wire::{ArchivePlan, MergeArchive, OpenArchive},
};

use crate::{
    Desk,
    args::ArchiveCommand,
    output::{self, Printed},
    records::find,
    sentences::Failure,
    vault,
};

/// Runs a command about archives.
pub fn run(desk: &Desk, command: ArchiveCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        ArchiveCommand::Write {
            person,
            out,
            archive_passphrase_file,
            to,
        } => {
            let person = find(desk, &person)?;
            let passphrase = desk
                .secrets
                .new_passphrase(archive_passphrase_file.as_deref())?;
            let kept = archives::save_archive_in(&desk.app, person, &passphrase, &to, &out);
            output::wrote(&out, desk.tell(kept)?)
        }
        ArchiveCommand::Open {
            file,
            archive_passphrase_file,
        } => {
            let ask = ask(desk, &file, archive_passphrase_file.as_deref())?;
            let plan = desk.tell(archives::plan_archive(&desk.app, ask))?;
            told(&plan, "would come in")
        }
        ArchiveCommand::Merge {
            file,
            archive_passphrase_file,
        } => {
            let ask = ask(desk, &file, archive_passphrase_file.as_deref())?;
            // What it does is what it would have done a moment before: nobody else has the vault.
            let plan = desk.tell(archives::plan_archive(&desk.app, ask.clone()))?;
            let ours_stands = MergeArchive {
                file: ask.file,
                passphrase: ask.passphrase,
                take: None,
            };
            desk.tell(archives::merge_archive(&desk.app, ours_stands))?;
            told(&plan, "came in")
        }
    }
}

fn ask(desk: &Desk, file: &Path, passphrase: Option<&Path>) -> Result<OpenArchive, Failure> {
    Ok(OpenArchive {
        file: file.display().to_string(),
        passphrase: desk.secrets.archive_passphrase(passphrase)?,
    })
}

/// Lists what comes in, then field by field what differs.
fn told(plan: &ArchivePlan, came: &str) -> Result<Printed, Failure> {
    let known = if plan.known {
        "in this vault already"
    } else {
        "not in this vault yet"
    };
    let mut rows = vec![
        vec![plan.name.clone(), plan.person.to_string(), known.to_owned()],
        vec![
            "the same".to_owned(),
            plan.same.to_string(),
            "here already".to_owned(),
        ],
    ];
    rows.extend(
        plan.added
            .iter()
            .map(|part| vec![part.table.clone(), part.rows.to_string(), came.to_owned()]),
    );
    rows.extend(plan.conflicts.iter().map(|conflict| {
        let field = format!("{}.{}", conflict.table, conflict.field);
        let words = format!(
            "here “{}”, there “{}”; what is here stays",
            conflict.ours, conflict.theirs
        );
        vec!["differs".to_owned(), field, words]
    }));
    Printed::table(&rows, plan)
}
