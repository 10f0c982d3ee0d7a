//! `waymark-cli`: the same use cases without a window, for scripts and for printing on a schedule.
//!
//! Its words are a contract (README.md, *Command line*). This crate reads words and passphrases, calls `api`, and says
//! what came of it; it holds no rules of its own.

mod archive;
mod args;
mod content;
mod env;
mod exports;
mod groups;
mod handout;
mod ledger;
mod manual;
mod outcomes;
mod output;
mod packet;
mod packs;
#[cfg(test)]
mod pages;
mod people;
mod records;
mod search;
mod secrets;
mod sentences;
mod supporters;
mod vault;

use std::{path::PathBuf, process::ExitCode};

use api::{App, wire::Nothing};
use directories::ProjectDirs;

use crate::{
    args::{Asked, Cli, Command},
    output::Printed,
    secrets::Secrets,
    sentences::Failure,
};

/// Does what the words of this start ask for. The package has one program with two names, so the window calls this too.
#[must_use]
pub fn main() -> ExitCode {
    forbid_core_dumps();
    let outcome = match args::parse() {
        Asked::Run(cli) => run(*cli),
        Asked::Text(text) => output::write(&text),
        Asked::Wrong(failure) => Err(failure),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output::tell(&failure.sentence);
            ExitCode::from(failure.exit)
        }
    }
}

fn run(cli: Cli) -> Result<(), Failure> {
    let folder = data_folder(cli.data_dir)?;
    let app = App::new(folder.clone(), Box::new(env::System))
        .map_err(|error| Failure::of(&error, &folder))?
        .with_sample(sample::fill);
    if let Some(trouble) = app.settings_trouble() {
        output::tell(sentences::of_settings(trouble));
    }
    let desk = Desk {
        app,
        secrets: Secrets::new(cli.passphrase_file),
    };
    let done = match cli.command {
        Command::Vault(command) => vault::run(&desk, command),
        Command::Person(command) => people::run(&desk, command),
        Command::Supporter(command) => supporters::run(&desk, command),
        Command::Group(command) => groups::run(&desk, command),
        Command::Session(command) => records::session(&desk, command),
        Command::Note(command) => records::note(&desk, command),
        Command::Search {
            words,
            person,
            kind,
            from,
            to,
        } => search::run(&desk, &words.join(" "), person, kind, (from, to)),
        Command::Outcome(command) => outcomes::run(&desk, command),
        Command::Ledger(command) => ledger::run(&desk, command),
        Command::HandOff(command) => records::hand_off(&desk, command),
        Command::Export(command) => exports::run(&desk, command),
        Command::Archive(command) => archive::run(&desk, command),
        Command::Handout(command) => handout::run(&desk, command),
        Command::Packet(command) => packet::run(&desk, command),
        Command::Content(command) => content::run(&desk, command),
        Command::Manual(command) => manual::run(&desk, command),
    };
    // Closing checkpoints the vault and wipes its key. What failed first is what is told.
    let closed = desk.tell(api::act::vault::lock(&desk.app, Nothing {}));
    let Printed {
        text,
        json,
        failure,
    } = done?;
    closed?;
    if cli.json {
        output::write(&format!("{json:#}\n"))?;
    } else {
        output::write(&text)?;
    }
    failure.map_or(Ok(()), Err)
}

/// What every command works with.
struct Desk {
    app: App,
    secrets: Secrets,
}

impl Desk {
    /// Turns an error of a use case into its sentence.
    fn tell<T>(&self, result: api::Result<T>) -> Result<T, Failure> {
        result.map_err(|error| Failure::of(&error, self.app.data_dir()))
    }
}

fn data_folder(chosen: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let variable = || std::env::var_os("WAYMARK_DATA_DIR").filter(|path| !path.is_empty());
    if let Some(path) = chosen.or_else(|| variable().map(PathBuf::from)) {
        return Ok(path);
    }
    ProjectDirs::from("app", "", "waymark")
        .map(|dirs| dirs.data_dir().to_path_buf())
        .ok_or_else(|| {
            Failure::wrong_use(
                "There is no home folder to look for a vault in; name one with --data-dir DIR.",
            )
        })
}

/// Keeps people's words and the key out of core dumps.
fn forbid_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        // Fails only where the kernel knows no such limit; the vault does not depend on it.
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // As above.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
