//! The one table of commands: what the page can ask, and the function that answers.
//!
//! A command is a thing a person does, and returns the whole next view. The table makes the router used by the shell
//! and the flow tests, and the TypeScript type `Commands` that the page calls through.

use domain::{
    settings::Settings,
    text::{self, LONGEST_TEXT},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    forms, help, notes, packs, paper, people, services, sessions, sheets, turned, vault,
    wire::*,
};

/// Who may call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The practitioner's window, and the command line.
    Main,
    /// The turned screen, which sees one page and nothing else.
    Turned,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($ask:ty) -> $answer:ty = $body:path $([$secret:ident])? $(, from $window:ident)?;)*) => {
        /// Every command by name.
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        /// Runs a command: JSON in, JSON out.
        ///
        /// # Errors
        /// Whatever the command returns, or `BadRequest` for an unknown name or a request of the wrong shape.
        pub fn call(app: &App, window: Window, name: &str, request: &Zeroizing<String>) -> Result<String> {
            match name {
                $(stringify!($name) => {
                    const ALLOWED: &[Window] = &[Window::Main $(, Window::$window)?];
                    if !ALLOWED.contains(&window) {
                        return Err(ErrorCode::ScreenTurned.into());
                    }
                    let read: Read<$ask> = row!(read $($secret)?);
                    run::<$ask, $answer>(app, read(request)?, $body)
                })*
                _ => Err(ApiError::new(ErrorCode::BadRequest).with("what", format!("no command “{name}”"))),
            }
        }

        /// Returns the TypeScript rows of the table, `name: [request, answer]`.
        pub fn typescript_rows(config: &ts_rs::Config) -> Vec<String> {
            vec![$(format!("  {}: [{}, {}];", stringify!($name), <$ask as TS>::name(config), <$answer as TS>::name(config))),*]
        }

        /// Visits every request and answer type, for generating TypeScript.
        pub fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<$ask>(); visitor.visit::<$answer>();)*
        }
    };
}

type Read<A> = fn(&str) -> Result<A>;

/// Chooses how a request is read: secrets go straight to where they are wiped, everything else through [`cleaned`].
macro_rules! row {
    (read) => {
        cleaned
    };
    (read secret) => {
        straight
    };
}

fn run<A, B: Serialize>(app: &App, ask: A, body: fn(&App, A) -> Result<B>) -> Result<String> {
    let answer = body(app, ask)?;
    serde_json::to_string(&answer).map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))
}

fn straight<A: DeserializeOwned>(request: &str) -> Result<A> {
    serde_json::from_str(request).map_err(|e| bad_request(&e))
}

/// Reads a request whose texts are all somebody's words: the one place where text enters the core.
fn cleaned<A: DeserializeOwned>(request: &str) -> Result<A> {
    let mut value: Value = straight(request)?;
    clean_texts(&mut value)?;
    serde_json::from_value(value).map_err(|e| bad_request(&e))
}

/// Cleans every string in a request and refuses those the record cannot take.
fn clean_texts(value: &mut Value) -> Result<()> {
    match value {
        Value::String(text) => {
            let length = text.chars().count();
            if length > LONGEST_TEXT {
                return Err(ApiError::new(ErrorCode::TooLong)
                    .with("longest", LONGEST_TEXT)
                    .with("length", length));
            }
            *text = text::clean(text);
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(clean_texts),
        Value::Object(fields) => fields.values_mut().try_for_each(clean_texts),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

/// Says what kind of mistake a request has, without quoting it: it may hold somebody's words.
fn bad_request(error: &serde_json::Error) -> ApiError {
    ApiError::new(ErrorCode::BadRequest).with(
        "what",
        format!("{:?} at column {}", error.classify(), error.column()),
    )
}

commands! {
    /// Where the program stands.
    app_state(Nothing) -> AppState = vault::app_state;
    /// How good a passphrase would be.
    passphrase_strength(PassphraseToJudge) -> PassphraseStrength = vault::passphrase_strength [secret];
    /// Makes a vault.
    create_vault(CreateVault) -> VaultCreated = vault::create_vault [secret];
    /// Opens the vault.
    unlock(Unlock) -> AppState = vault::unlock [secret];
    /// Opens the vault with the printed recovery code.
    unlock_with_recovery_code(UnlockWithRecoveryCode) -> AppState = vault::unlock_with_recovery_code [secret];
    /// Locks the vault.
    lock(Nothing) -> AppState = vault::lock;
    /// Says that somebody is there, which puts the idle lock off.
    still_here(Nothing) -> Nothing = vault::still_here, from Turned;
    /// Changes the passphrase.
    change_passphrase(ChangePassphrase) -> AppState = vault::change_passphrase [secret];
    /// The content in use.
    packs(Nothing) -> PacksView = packs::packs;
    /// Installs a pack, whole or not at all. Works while locked.
    install_pack(InstallPack) -> PacksView = packs::install;
    /// Takes an installed pack out; answers stay. Works while locked.
    remove_pack(RemovePack) -> PacksView = packs::remove;
    /// Changes the settings of this computer. Works while locked.
    change_settings(ChangeSettings) -> AppState = vault::change_settings;
    /// Changes who keeps the vault.
    change_practitioner(ChangePractitioner) -> AppState = vault::change_practitioner;
    /// Sets the PIN that turns the screen back.
    set_pin(SetPin) -> AppState = vault::set_pin [secret];
    /// Checks encryption, pages, tables and both chains.
    check_vault(Nothing) -> VaultCheck = vault::check_vault;
    /// Makes a backup and re-opens it to be sure.
    back_up(BackUp) -> BackupMade = vault::back_up;
    /// Puts a backup in the vault's place.
    restore(Restore) -> AppState = vault::restore [secret];
    /// Puts the sample caseload aside, so that a vault of one's own can be made.
    leave_sample(Nothing) -> AppState = vault::leave_sample;
    /// Takes the last change back.
    undo(Nothing) -> AppState = vault::undo;
    /// Brings it back again.
    redo(Nothing) -> AppState = vault::redo;
    /// New ids for things the page adds.
    fresh_ids(FreshIds) -> Ids = vault::fresh_ids;

    /// Who comes, where we stopped, what was promised.
    today(Nothing) -> TodayView = people::today;
    /// The caseload.
    people(Nothing) -> PeopleView = people::people;
    /// One person.
    person(OfPerson) -> PersonView = people::person;
    /// Adds a person.
    add_person(AddPerson) -> PersonView = people::add_person;
    /// Changes what is written down about a person.
    edit_person(EditPerson) -> PersonView = people::edit_person;
    /// Writes down what recovery means to a person.
    record_statement(RecordStatement) -> PersonView = people::record_statement;
    /// Sets a goal or changes one.
    set_goal(SetGoal) -> PersonView = people::set_goal;

    /// Answers a field of a handout or sheet.
    answer(AnswerField) -> Saved = sheets::answer;
    /// Starts a filled copy of a form or worksheet, blank or as a new version of a copy.
    start_sheet(StartSheet) -> PageView = sheets::start_sheet;
    /// Opens a filled copy.
    open_sheet(OpenSheet) -> PageView = sheets::open_sheet;
    /// Every form, with what a person has of it.
    forms(OfPerson) -> FormsView = forms::forms;
    /// Opens the newest copy of a form, or starts the first.
    open_form(OpenForm) -> PageView = forms::open_form;
    /// A topic's page, blank or with a person's answers.
    topic_page(TopicPage) -> PageView = sheets::topic_page;
    /// A module's practitioner guide.
    guide_page(GuidePage) -> PageView = sheets::guide_page;
    /// What the handout desk can print.
    catalogue(Nothing) -> Catalogue = sheets::catalogue;

    /// Starts a session, or comes back to the open one.
    start_session(StartSession) -> SessionView = sessions::start_session;
    /// Opens a session.
    session(OfSession) -> SessionView = sessions::session;
    /// Records one thing in a session.
    record_in_session(RecordInSession) -> SessionView = sessions::record_in_session;
    /// Closes a session; it can be opened again until its note is signed.
    close_session(OfSession) -> SessionView = sessions::close_session;
    /// Opens a closed session again.
    reopen_session(OfSession) -> SessionView = sessions::reopen_session;

    /// Turns the screen to the person.
    turn_screen(TurnScreen) -> TurnedView = turned::turn_screen;
    /// What the turned screen shows.
    turned_page(Nothing) -> TurnedView = turned::turned_page, from Turned;
    /// Answers a field on the turned screen.
    turned_answer(TurnedAnswer) -> TurnedView = turned::turned_answer, from Turned;
    /// Turns the screen back.
    turn_back(TurnBack) -> TurnedBack = turned::turn_back [secret], from Turned;

    /// Drafts a session's note, or opens the one there is.
    draft_note(DraftNote) -> NoteView = notes::draft_note;
    /// Opens a note.
    note(OfNote) -> NoteView = notes::note;
    /// Writes in a draft.
    write_note(WriteNote) -> NoteView = notes::write_note;
    /// Drafts again from what is recorded now, keeping judgements.
    redraft_note(OfNote) -> NoteView = notes::redraft_note;
    /// Signs a note.
    sign_note(OfNote) -> NoteView = notes::sign_note;
    /// Adds to a signed note.
    add_addendum(AddAddendum) -> NoteView = notes::add_addendum;
    /// What has left the vault and what has not.
    hand_off(Nothing) -> HandOffView = notes::hand_off;

    /// Pages as they will be printed.
    preview(MakePaper) -> Preview = paper::preview;
    /// Services and contacts of the site's packs, also while locked.
    site_services(Nothing) -> SiteServices = services::site_services, from Turned;
    /// The local crisis contacts, also while locked.
    help_now(Nothing) -> Settings = help::help_now, from Turned;
}
