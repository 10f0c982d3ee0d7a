//! The words of the command line. A contract: what stands here is never renamed.

mod values;

pub use values::{Format, Kind, NoteLayout, Size};

use std::path::PathBuf;

use api::content::PageOf;
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, error::ErrorKind};
use domain::{CourseId, Lang, ModuleId, NoteId, PackId, SessionId, TopicId, TrackId};

use crate::sentences::Failure;

/// Waymark without a window: vault, records, handouts and content.
///
/// The passphrase is read from --passphrase-file, or as one line from the standard input; it is never an argument.
/// Exit codes: 0 done, 2 wrong use, 3 wrong passphrase, 4 damaged data, 1 anything else.
#[derive(Parser)]
#[command(name = "waymark-cli", version)]
pub struct Cli {
    /// The data folder; else $WAYMARK_DATA_DIR, else the usual place
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// A file whose first line is the passphrase; else it is read from the standard input
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Prints as JSON
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make, check, back up and restore the vault
    #[command(subcommand)]
    Vault(VaultCommand),
    /// People in the vault
    #[command(subcommand)]
    Person(PersonCommand),
    /// Those on a person's side, and what they may see
    #[command(subcommand)]
    Supporter(SupporterCommand),
    /// Groups that meet again and again
    #[command(subcommand)]
    Group(GroupCommand),
    /// Sessions
    #[command(subcommand)]
    Session(SessionCommand),
    /// Session notes
    #[command(subcommand)]
    Note(NoteCommand),
    /// Finds where words stand, in everything that was written down; "in quotation marks" as they stand there
    Search {
        /// The words
        #[arg(required = true)]
        words: Vec<String>,
        /// Only in this person's record: their id, record number or name
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// Only what is of this kind
        #[arg(long, value_enum)]
        kind: Option<Kind>,
        /// Only from this day on
        #[arg(long, value_name = "DAY")]
        from: Option<NaiveDate>,
        /// Only up to this day
        #[arg(long, value_name = "DAY")]
        to: Option<NaiveDate>,
    },
    /// What outcome plans measured, and what is due
    #[command(subcommand)]
    Outcome(OutcomeCommand),
    /// What was done in the vault, when and by whom
    #[command(subcommand)]
    Ledger(LedgerCommand),
    /// What left the vault
    #[command(subcommand)]
    HandOff(HandOffCommand),
    /// The record as data, for other systems
    #[command(subcommand)]
    Export(ExportCommand),
    /// A person's record as one encrypted file, for another machine
    #[command(subcommand)]
    Archive(ArchiveCommand),
    /// Handouts; needs no vault
    #[command(subcommand)]
    Handout(HandoutCommand),
    /// Packets of handouts; needs no vault
    #[command(subcommand)]
    Packet(PacketCommand),
    /// Content packs; needs no vault
    #[command(subcommand)]
    Content(ContentCommand),
    /// Help with the program itself; needs no vault
    #[command(subcommand)]
    Manual(ManualCommand),
}

#[derive(Subcommand)]
pub enum VaultCommand {
    /// Makes a vault and prints its recovery code, once
    Create {
        /// Fills it with the made-up sample caseload
        #[arg(long)]
        sample: bool,
        /// Who keeps it, as signed under notes; can be changed in the app
        #[arg(long, value_name = "NAME")]
        practitioner: Option<String>,
        /// Their title
        #[arg(long, value_name = "TITLE", default_value = "")]
        title: String,
        /// Also writes the sheet with the recovery code as PDF
        #[arg(long, value_name = "FILE")]
        recovery_sheet: Option<PathBuf>,
    },
    /// Opens it and verifies encryption, integrity and both chains
    Check,
    /// Changes the passphrase; the new one is the next line of the standard input
    Passwd {
        /// A file whose first line is the new passphrase
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Writes a backup into a folder, re-opens it and compares it
    Backup {
        /// The folder
        dir: PathBuf,
    },
    /// Puts a backup in the place of the vault, which is kept aside; says first what would go
    Restore {
        /// The backup
        file: PathBuf,
        /// Only says what would go
        #[arg(long)]
        dry_run: bool,
        /// Reads the recovery code instead of the passphrase, and then a new passphrase: the next line of the standard input
        #[arg(long)]
        recovery_code: bool,
        /// A file whose first line is the new passphrase
        #[arg(long, value_name = "FILE", requires = "recovery_code")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Acknowledges by name what was found wrong when the vault was opened, such as missing saves
    Acknowledge {
        /// Who has read it
        #[arg(long)]
        by: String,
    },
    /// Makes a new data key and a new recovery code, and encrypts everything anew
    NewKey,
}

#[derive(Subcommand)]
pub enum PersonCommand {
    /// Lists everybody
    List,
    /// Adds a person
    Add {
        /// What they want to be called
        name: String,
        /// The clinic's number for them
        #[arg(long, value_name = "NUMBER", default_value = "")]
        record_number: String,
        /// The language of their pages; else that of the program
        #[arg(long, value_name = "LANG")]
        lang: Option<Lang>,
    },
    /// Brings in the people of a table (CSV), all in one change
    Import {
        /// The file
        file: PathBuf,
        /// A JSON file that says which heading holds what, such as {"Navn": "name", "Start": "startedOn"}; else it is guessed
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        /// Only says what would be brought in, and what is wrong with which line
        #[arg(long)]
        dry_run: bool,
        /// Also whoever seems to be there already
        #[arg(long)]
        also_twice: bool,
    },
    /// Erases a person for good and says what went; what is signed stays as an empty row
    Erase {
        /// Their id, record number or name
        person: String,
        /// Why; it stays in the ledger for good, so it names nobody
        #[arg(long)]
        reason: String,
    },
}

#[derive(Subcommand)]
pub enum SupporterCommand {
    /// Lists a person's supporters, what each may see today, and every consent with --json
    List {
        /// Their id, record number or name
        person: String,
    },
}

#[derive(Subcommand)]
pub enum GroupCommand {
    /// Lists every group, how many are in it and how often it met; who leads it, and its days, with --json
    List,
}

#[derive(Subcommand)]
pub enum SessionCommand {
    /// Lists a person's sessions, newest first
    List {
        /// Their id, record number or name
        person: String,
    },
    /// Runs one whole session with a made-up person of a sample vault and signs its note
    Demo,
}

#[derive(Subcommand)]
pub enum NoteCommand {
    /// Lists every note, newest first
    List {
        /// Only those that nobody has signed yet
        #[arg(long)]
        unsigned: bool,
    },
    /// Drafts the note of a session, or finds the one there is
    Draft {
        /// The session's id
        session: SessionId,
        /// Its format; else the one in the settings. A draft that is there changes to it and keeps what was typed
        #[arg(long, value_enum)]
        note_format: Option<NoteLayout>,
    },
    /// Writes a note as a file
    Export {
        /// Its id
        note: NoteId,
        /// The format
        #[arg(long, value_enum)]
        format: Format,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Writes the signed notes of some days, each as a file
    Batch {
        /// Of sessions on this day and later, such as 2026-11-21
        #[arg(long, value_name = "DAY")]
        from: NaiveDate,
        /// Of sessions on this day and earlier
        #[arg(long = "to", value_name = "DAY")]
        until: NaiveDate,
        /// The format
        #[arg(long, value_enum)]
        format: Format,
        /// The folder; it is made where it is missing, and no file in it is written over
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Only those that were not handed over yet
        #[arg(long)]
        waiting: bool,
        /// To whom they go, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        recipient: String,
    },
}

#[derive(Subcommand)]
pub enum OutcomeCommand {
    /// Lists each measure on each occasion: due, filled, keyed in, counted, or why not
    List {
        /// Only this person's: their id, record number or name; else those of everybody in the course
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
    },
}

#[derive(Subcommand)]
pub enum LedgerCommand {
    /// Lists entries, newest first
    List {
        /// Only in this person's record: their id, record number or name
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// Only from this day on
        #[arg(long, value_name = "DAY")]
        from: Option<NaiveDate>,
        /// Only up to this day
        #[arg(long, value_name = "DAY")]
        to: Option<NaiveDate>,
    },
}

/// What can be searched alone.
#[derive(Subcommand)]
pub enum HandOffCommand {
    /// Lists everything of somebody's that left, newest first, to whom, and whether it did
    List,
}

#[derive(Subcommand)]
pub enum ExportCommand {
    /// Writes a person's record as FHIR R4, for a clinic's server
    Fhir {
        /// As one transaction; a note by itself is `note export NOTE --format fhir`
        #[arg(long, required = true)]
        transaction: bool,
        /// Their id, record number or name
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Writes the caseload as tables with a data dictionary; nobody is named in them
    Csv {
        /// The folder; it is made where it is missing
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// With names, record numbers, dates and people's own words; says why with --reason
        #[arg(long, requires = "reason")]
        identified: bool,
        /// Why people are named, for the audit trail; must itself name nobody
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        /// Files begin with a byte order mark, which some spreadsheets look for
        #[arg(long)]
        bom: bool,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Writes a person's record as a folder that opens without Waymark; it is not encrypted
    Folder {
        /// Their id, record number or name
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// The folder; it is made where it is missing
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
}

#[derive(Subcommand)]
pub enum ArchiveCommand {
    /// Writes a person's record, encrypted with a passphrase of its own: the next line of the standard input
    Write {
        /// Their id, record number or name
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// A file whose first line is the archive's passphrase
        #[arg(long, value_name = "FILE")]
        archive_passphrase_file: Option<PathBuf>,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Says whose record an archive is and what bringing it in would do; changes nothing
    Open {
        /// The archive
        file: PathBuf,
        /// A file whose first line is the archive's passphrase; else the next line of the standard input
        #[arg(long, value_name = "FILE")]
        archive_passphrase_file: Option<PathBuf>,
    },
    /// Brings an archive in; what stands here and differs stays, and is listed
    Merge {
        /// The archive
        file: PathBuf,
        /// A file whose first line is the archive's passphrase; else the next line of the standard input
        #[arg(long, value_name = "FILE")]
        archive_passphrase_file: Option<PathBuf>,
    },
}

#[derive(Subcommand)]
pub enum HandoutCommand {
    /// Lists every topic and form that can be printed
    List {
        /// In the order of this course
        #[arg(long, value_name = "COURSE", value_parser = slug::<CourseId>)]
        course: Option<CourseId>,
    },
    /// Writes the pages of a topic or form as PDF
    Print {
        /// The id of the topic or form
        #[arg(value_parser = slug::<TopicId>)]
        topic: TopicId,
        /// The language: en, da or nb
        #[arg(long)]
        lang: Lang,
        /// The size of the letters
        #[arg(long, value_enum)]
        size: Size,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Numbered as in this course
        #[arg(long, value_name = "COURSE", value_parser = slug::<CourseId>)]
        course: Option<CourseId>,
        /// With a person's answers printed in, for a form those of the newest copy; opens the vault
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// Without what is “more, if you like”; what was answered there stays
        #[arg(long)]
        short: bool,
        /// With fields in the place of what is blank, to be filled in on a screen
        #[arg(long)]
        fillable: bool,
        /// With the finished example behind it, where there is one
        #[arg(long)]
        with_example: bool,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Writes a person's promises as slips to take home, half a sheet each, as PDF
    Slip {
        /// Whose
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// The size of the letters
        #[arg(long, value_enum)]
        size: Size,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Those made in this session, by its id; else those that stand open
        #[arg(long, value_name = "SESSION")]
        session: Option<SessionId>,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
    },
    /// Shows what came back on a form that was filled in, beside what stands in the record; with --take, takes it over
    ReadBack {
        /// The PDF
        file: PathBuf,
        /// Whose answers they are
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// Takes over what differs, in one step
        #[arg(long)]
        take: bool,
    },
    /// Writes every topic of a course as one PDF, with title page, contents and bookmarks
    Workbook {
        /// The course; else the usual one of the language
        #[arg(long, value_name = "COURSE", value_parser = slug::<CourseId>)]
        course: Option<CourseId>,
        /// Only this module
        #[arg(long, value_name = "MODULE", value_parser = slug::<ModuleId>)]
        module: Option<ModuleId>,
        /// The language: en, da or nb
        #[arg(long)]
        lang: Lang,
        /// The size of the letters
        #[arg(long, value_enum)]
        size: Size,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Only the topics of this track, and those for everybody; else of all tracks
        #[arg(long, value_name = "TRACK", value_parser = slug::<TrackId>)]
        track: Option<TrackId>,
        /// Without what is “more, if you like”, and without the forms
        #[arg(long)]
        short: bool,
    },
}

#[derive(Subcommand)]
pub enum PacketCommand {
    /// Lists the templates saved at the handout desk
    List,
    /// Writes topics and forms as one file, in the order they are named
    Print {
        /// A template of the handout desk; what else is named here goes with it
        #[arg(long, value_name = "NAME", conflicts_with_all = ["topics", "course"])]
        template: Option<String>,
        /// The id of a topic or form; may come again
        #[arg(long = "topic", value_name = "TOPIC", value_parser = slug::<TopicId>)]
        topics: Vec<TopicId>,
        /// Numbered as in this course
        #[arg(long, value_name = "COURSE", value_parser = slug::<CourseId>)]
        course: Option<CourseId>,
        /// The language: en, da or nb; else that of the template, else English
        #[arg(long, alias = "lang")]
        language: Option<Lang>,
        /// The size of the letters; else that of the template, else 12 pt
        #[arg(long, value_enum)]
        size: Option<Size>,
        #[command(flatten)]
        parts: PacketParts,
        /// With a person's answers printed in; opens the vault
        #[arg(long, value_name = "PERSON")]
        person: Option<String>,
        /// To whom it goes, for the ledger
        #[arg(long, value_name = "RECIPIENT", default_value = "")]
        to: String,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

/// What goes into a packet beside its pages.
#[derive(Args)]
pub struct PacketParts {
    /// Without what is “more, if you like”
    #[arg(long)]
    pub short: bool,
    /// Only what is filled in
    #[arg(long)]
    pub worksheets: bool,
    /// Without the stories a site added
    #[arg(long)]
    pub no_stories: bool,
    /// With a page of local services and crisis contacts
    #[arg(long)]
    pub services: bool,
    /// With a title page
    #[arg(long)]
    pub cover: bool,
    /// With a table of contents
    #[arg(long)]
    pub contents: bool,
    /// As a booklet: two pages on each side, in the order for folding and stapling in the middle
    #[arg(long)]
    pub booklet: bool,
}

#[derive(Subcommand)]
pub enum ManualCommand {
    /// Lists the pages
    List {
        /// The language: en, da or nb
        #[arg(long, default_value = "en")]
        lang: Lang,
    },
    /// Writes pages as PDF, Word, text or web page, by the end of the file's name
    Print {
        /// The id of a page; may come again; else all of them
        #[arg(long = "page", value_name = "PAGE")]
        pages: Vec<String>,
        /// The language: en, da or nb
        #[arg(long, default_value = "en")]
        lang: Lang,
        /// The size of the letters
        #[arg(long, value_enum, default_value = "normal")]
        size: Size,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
pub enum ContentCommand {
    /// Checks a pack, or the built-in one, and says what to write instead
    Check {
        /// The folder of the pack
        pack: Option<PathBuf>,
    },
    /// Measures every topic: words, sentences, printed pages, reading grade
    Stats {
        /// The folder of the pack; else the built-in one
        pack: Option<PathBuf>,
    },
    /// Writes a topic's blank pages as PDF, as the app prints them
    Preview {
        /// The topic's id, or `guide:` and a module's id
        #[arg(value_parser = slug::<PageOf>)]
        topic: PageOf,
        /// The folder of the pack; else the built-in one
        #[arg(long, value_name = "DIR")]
        pack: Option<PathBuf>,
        /// The language: en, da or nb
        #[arg(long, default_value = "en")]
        lang: Lang,
        /// The size of the letters
        #[arg(long, value_enum, default_value = "normal")]
        size: Size,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Writes a starter pack for a site into a new folder, whose name becomes its id
    NewPack {
        /// The folder
        dir: PathBuf,
    },
    /// Tells what a new version of a pack changes for answers already given
    Diff {
        /// The pack before: a folder or a zip file
        old: PathBuf,
        /// The pack now
        new: PathBuf,
    },
    /// Installs a site's pack, whole or not at all
    Install {
        /// A folder or a zip file
        pack: PathBuf,
    },
    /// Takes an installed pack out; answers given on its pages stay in the record
    Remove {
        /// Its id
        #[arg(value_parser = slug::<PackId>)]
        pack: PackId,
    },
    /// Lists the packs in use and what each changes
    Packs,
}

fn slug<T: for<'a> From<&'a str>>(text: &str) -> Result<T, std::convert::Infallible> {
    Ok(T::from(text))
}

/// What was asked of the program.
pub enum Asked {
    /// To do something.
    Run(Box<Cli>),
    /// To show the help or the version.
    Text(String),
    /// Nothing that it knows.
    Wrong(Failure),
}

/// Reads the words.
pub fn parse() -> Asked {
    match Cli::try_parse() {
        Ok(cli) => Asked::Run(Box::new(cli)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Asked::Text(error.to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                Asked::Wrong(Failure::wrong_use(
                    "Say what to do; `waymark-cli --help` lists it.",
                ))
            }
            _ => Asked::Wrong(Failure::wrong_use(&one_sentence(&error.to_string()))),
        },
    }
}

/// Makes one sentence of what clap says in a paragraph with tips and usage.
fn one_sentence(said: &str) -> String {
    let first = said.split("\n\n").next().unwrap_or(said);
    let what = first.strip_prefix("error: ").unwrap_or(first);
    let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = what.trim_end_matches('.');
    let mut letters = what.chars();
    let start: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    format!(
        "{start}{}; `waymark-cli --help` shows how it is written.",
        letters.as_str()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_clap_says_becomes_one_sentence() {
        let said = "error: the following required arguments were not provided:\n  --out <FILE>\n\nUsage: x\n";
        assert_eq!(
            one_sentence(said),
            "The following required arguments were not provided: --out <FILE>; `waymark-cli --help` shows how it is written."
        );
    }
}
