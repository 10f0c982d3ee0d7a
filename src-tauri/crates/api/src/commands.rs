//! The one table of commands: what a person can do with Waymark, and everything that is to be known of each row.
//!
//! A command is a thing a person does. What changes the record answers with a [`Change`] and nothing else: views are
//! asked for apart, so a keystroke never brings a screen back. The table makes the router used by the shell and the flow
//! tests, which enforces its facts, and the TypeScript that the page calls through.

mod enter;
mod facts;

use domain::{change::Change, session::SessionRecord, settings::Settings};
use serde::Serialize;
#[cfg(test)]
use ts_rs::TS;
use zeroize::Zeroizing;

pub use self::facts::{Command, Facts};
use crate::{
    act,
    app::App,
    error::{ApiError, ErrorCode, Result},
    paper, view,
    wire::*,
};

/// Who calls a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// The practitioner's window, and the command line.
    Main,
    /// The turned screen, which sees one page and nothing else.
    Turned,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident($ask:ty) -> $answer:ty = $act:path $(, then $view:path)? $([$($fact:ident),*])?;)*) => {
        /// Every command with its facts.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            facts: Facts { $($($fact: true,)*)? ..Facts::NONE },
        }),*];

        fn answer(app: &App, window: Window, name: &str, request: &Zeroizing<String>) -> Result<String> {
            match name {
                $(stringify!($name) => {
                    const FACTS: Facts = Facts { $($($fact: true,)*)? ..Facts::NONE };
                    allow(app, window, FACTS)?;
                    let read = if FACTS.secret { enter::straight } else { enter::cleaned };
                    let ask: $ask = read(request)?;
                    let answer = $act(app, ask)?;
                    $(let answer = $view(app, answer)?;)?
                    json::<$answer>(&answer)
                })*
                _ => Err(ApiError::new(ErrorCode::BadRequest).with("what", format!("no command “{name}”"))),
            }
        }

        /// Returns every command with the TypeScript names of its request and answer.
        #[cfg(test)]
        pub(crate) fn signatures(config: &ts_rs::Config) -> Vec<(Command, String, String)> {
            let names = [$((<$ask as TS>::name(config), <$answer as TS>::name(config))),*];
            COMMANDS.iter().zip(names).map(|(command, (ask, answer))| (*command, ask, answer)).collect()
        }

        /// Visits every request and answer type, for generating TypeScript.
        #[cfg(test)]
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            $(visitor.visit::<$ask>(); visitor.visit::<$answer>();)*
        }
    };
}

/// Runs a command: JSON in, JSON out.
///
/// # Errors
/// Whatever the command returns, `BadRequest` for an unknown name or a request of the wrong shape, and what the facts of its
/// row forbid: `ScreenTurned`, `Locked` or `NoVault`.
pub fn call(app: &App, window: Window, name: &str, request: &Zeroizing<String>) -> Result<String> {
    // Pages that are being set while the vault is locked are forgotten with it.
    let _set = press::BeingSet::begin();
    answer(app, window, name, request).map_err(|error| error.here(app.data_dir()))
}

/// Refuses what the facts of a row forbid, before its request is read.
fn allow(app: &App, window: Window, facts: Facts) -> Result<()> {
    let within_reach = match window {
        Window::Turned => facts.turned,
        // Its page hides behind the PIN then; a page that was loaded anew, or somebody at its console, gets no further.
        Window::Main => facts.turned || facts.away || !app.is_turned(),
    };
    if !within_reach {
        return Err(ErrorCode::ScreenTurned.into());
    }
    if facts.locked {
        Ok(())
    } else {
        app.must_be_open()
    }
}

fn json<B: Serialize>(answer: &B) -> Result<String> {
    serde_json::to_string(answer).map_err(|e| ApiError::new(ErrorCode::Internal).with("what", e))
}

commands! {
    /// Where the program stands.
    app_state(Nothing) -> AppState = view::state::app_state [locked, apart, away];
    /// How good a passphrase would be.
    passphrase_strength(PassphraseToJudge) -> PassphraseStrength = view::state::passphrase_strength [locked, secret, apart];
    /// Makes a vault.
    create_vault(CreateVault) -> VaultCreated = act::vault::create_vault, then view::state::vault_created [locked, secret];
    /// Opens the vault.
    unlock(Unlock) -> AppState = act::vault::unlock, then view::state::app_state [locked, secret];
    /// Opens the vault with the printed recovery code.
    unlock_with_recovery_code(UnlockWithRecoveryCode) -> AppState = act::vault::unlock_with_recovery_code, then view::state::app_state [locked, secret];
    /// Locks the vault.
    lock(Nothing) -> AppState = act::vault::lock, then view::state::app_state [locked, away, apart];
    /// Says that somebody is there, which puts the idle lock off.
    still_here(StillHere) -> Nothing = act::vault::still_here [locked, turned, apart];
    /// Changes the passphrase.
    change_passphrase(ChangePassphrase) -> Change = act::secrets::change_passphrase [changes, secret];
    /// The content in use.
    packs(Nothing) -> PacksView = view::packs::packs [locked];
    /// Installs a pack, whole or not at all.
    install_pack(InstallPack) -> PacksView = act::packs::install, then view::packs::with_problems [locked];
    /// Takes an installed pack out; answers stay.
    remove_pack(RemovePack) -> PacksView = act::packs::remove, then view::packs::packs [locked];
    /// Changes the settings of this computer.
    change_settings(ChangeSettings) -> AppState = act::settings::change_settings, then view::state::app_state [locked];
    /// Goes on with the settings in use after their file could not be read, which is kept aside.
    accept_settings(Nothing) -> AppState = act::settings::accept_settings, then view::state::app_state [locked];
    /// Changes who keeps the vault.
    change_practitioner(ChangePractitioner) -> Change = act::settings::change_practitioner [changes, undone];
    /// Sets the PIN that turns the screen back.
    set_pin(SetPin) -> Change = act::secrets::set_pin [changes, secret];
    /// Checks encryption, pages, tables and both chains.
    check_vault(Nothing) -> VaultCheck = view::check::check_vault;
    /// The same in sentences, with the age of the backup and the content in use.
    self_test(OfSelfTest) -> SelfTest = view::check::self_test;
    /// Makes a backup and re-opens it to be sure.
    back_up(BackUp) -> BackupMade = act::backups::back_up [whole];
    /// Acknowledges by name what was found wrong at an opening.
    acknowledge(Acknowledge) -> Change = act::secrets::acknowledge [changes];
    /// Makes a new data key and a new recovery code, and encrypts everything anew.
    new_data_key(NewDataKey) -> NewKeyMade = act::secrets::new_data_key [secret, whole];
    /// What putting a backup in the vault's place would do.
    plan_restore(Restore) -> RestorePlan = act::backups::plan_restore [locked, secret, whole];
    /// Puts a backup in the vault's place.
    restore(Restore) -> AppState = act::backups::restore, then view::state::app_state [locked, secret];
    /// Puts the sample caseload aside, so that a vault of one's own can be made.
    leave_sample(Nothing) -> AppState = act::vault::leave_sample, then view::state::app_state;
    /// What can be taken back and done again in a person's record, or of all.
    undo_line(StepBack) -> UndoLine = view::state::undo_line [apart];
    /// Takes the last change to a person's record back, or the newest of all.
    undo(StepBack) -> Change = act::undo::undo [changes];
    /// Brings it back again.
    redo(StepBack) -> Change = act::undo::redo [changes];
    /// New ids for things the page adds.
    fresh_ids(FreshIds) -> Ids = view::state::fresh_ids [locked, apart];

    /// What was begun in every place and is not kept yet.
    drafts(Nothing) -> Drafts = view::begun::drafts [apart];
    /// Keeps what was begun in a place, beside the record.
    keep_draft(KeepDraft) -> DraftKept = act::begun::keep_draft [secret, apart];
    /// Takes in charge what the practitioner's page could not write.
    hold(Hold) -> Nothing = act::begun::hold [locked, secret, away, apart];
    /// Takes in charge what the turned screen could not write.
    hold_turned(Hold) -> Nothing = act::begun::hold_turned [locked, secret, turned, apart];
    /// Gives back, once, what could not be written.
    take_held(Nothing) -> Held = act::begun::take_held [apart];

    /// Who comes, where we stopped, what was promised.
    today(Nothing) -> TodayView = view::today::today;
    /// Everything that is left to say, write, sign and hand over.
    worklist(Nothing) -> WorklistView = view::today::worklist;
    /// The caseload.
    people(Nothing) -> PeopleView = view::people::people;
    /// Where some of them stand in their courses.
    courses_of(OfPeople) -> PeopleCourses = view::people::courses_of;
    /// One person.
    person(OfPerson) -> PersonView = view::person::person;
    /// What happened, as one line through time.
    look_back(LookBack) -> TimelineView = view::timeline::look_back;
    /// Finds where words stand, in everything that was written down.
    search(Search) -> SearchView = view::search::search;
    /// Adds a person.
    add_person(AddPerson) -> Change = act::people::add_person [changes, undone];
    /// Looks at a table of people that could be brought in.
    look_at_caseload(LookAtCaseload) -> CaseloadView = view::caseload::look_at_caseload;
    /// Brings in the people of a table, all in one change.
    import_caseload(ImportCaseload) -> Change = act::caseload::import_caseload [changes, undone, whole];
    /// Changes what is written down about a person.
    edit_person(EditPerson) -> Change = act::people::edit_person [changes, undone];
    /// Erases a person for good, and answers with the receipt.
    erase_person(ErasePerson) -> ErasureReceipt = act::erasure::erase_person [whole];
    /// Writes down what recovery means to a person.
    record_statement(RecordStatement) -> Change = act::statements::record_statement [changes, undone];
    /// Sets a goal or changes one.
    set_goal(SetGoal) -> Change = act::goals::set_goal [changes, undone];

    /// Adds a supporter, or changes what is known of one.
    save_supporter(SaveSupporter) -> Change = act::supporters::save_supporter [changes, undone];
    /// Writes down what a supporter may see and be told.
    give_consent(GiveConsent) -> Change = act::supporters::give_consent [changes, undone];
    /// Writes down that a consent was taken back.
    withdraw_consent(WithdrawConsent) -> Change = act::supporters::withdraw_consent [changes, undone];
    /// Writes down what was said to a supporter or by them.
    add_contact(AddContact) -> Change = act::supporters::add_contact [changes, undone];
    /// Begins a letter to a supporter with their name in it.
    write_to_supporter(WriteToSupporter) -> Change = act::supporters::write_to_supporter [changes, undone, whole];

    /// How a text read before somebody changed it.
    earlier_texts(AskEarlier) -> EarlierTexts = view::earlier_texts::earlier_texts;

    /// The end of a person's course: what to look back on, and what comes after.
    ending(OfPerson) -> EndingView = view::endings::ending;
    /// Writes down that a course came to its end.
    end_course(EndCourse) -> Change = act::endings::end_course [changes, undone];
    /// Takes an end away again.
    take_ending_back(TakeEndingBack) -> Change = act::endings::take_ending_back [changes, undone];
    /// Plans a booster, changes one, or says what became of it.
    save_booster(SaveBooster) -> Change = act::endings::save_booster [changes, undone];
    /// Takes a booster out of the plan.
    remove_booster(RemoveBooster) -> Change = act::endings::remove_booster [changes, undone];
    /// Boosters that are near, or whose day went by without a word.
    due_boosters(Nothing) -> DueBoosters = view::endings::due_boosters;
    /// Where one was, after a gap.
    where_were_we(OfPerson) -> WhereWereWe = view::endings::where_were_we;

    /// The mirror of one's own work.
    mirror(AskMirror) -> MirrorView = view::mirror::mirror;
    /// Says something of one's own work.
    answer_mirror(AnswerMirror) -> Change = act::supervision::answer_mirror [changes, undone];
    /// The log of supervision and training.
    supervision_log(Nothing) -> SupervisionLog = view::mirror::supervision_log;
    /// Enters a meeting of supervision or training.
    save_supervision(SaveSupervision) -> Change = act::supervision::save_supervision [changes, undone];
    /// Takes a meeting out of the log.
    remove_supervision(RemoveSupervision) -> Change = act::supervision::remove_supervision [changes, undone];

    /// A person's dated events, and how much of the programme they had.
    events(OfPerson) -> EventsView = view::events::events;
    /// Writes an event down, or changes one.
    save_event(SaveEvent) -> Change = act::events::save_event [changes, undone];
    /// Takes an event away.
    take_away_event(TakeAwayEvent) -> Change = act::events::take_away_event [changes, undone];
    /// A person's outcome plans, and those there are.
    outcomes(OfPerson) -> OutcomesView = view::outcomes::outcomes;
    /// Lets a person follow an outcome plan, or changes its first day.
    follow_plan(FollowPlan) -> Change = act::outcomes::follow_plan [changes, undone];
    /// Takes an outcome plan away from a person.
    leave_plan(LeavePlan) -> Change = act::outcomes::leave_plan [changes, undone];
    /// Keys in what became of a measure on an occasion.
    key_measure(KeyMeasure) -> Change = act::outcomes::key_measure [changes, undone];
    /// Begins a copy of an instrument that was filled on paper.
    key_in_copy(KeyInCopy) -> Change = act::outcomes::key_in_copy [changes, undone, whole];

    /// Answers a field of a handout or sheet.
    answer(AnswerField) -> Change = act::answers::answer [changes, undone];
    /// Starts a filled copy of a form or worksheet, blank or as a new version of a copy.
    start_sheet(StartSheet) -> Change = act::sheets::start_sheet [changes, undone, whole];
    /// Writes down that somebody holds a copy of a plan, or that it came back.
    save_plan_copy(SavePlanCopy) -> Change = act::plans::save_plan_copy [changes, undone];
    /// Writes down that a plan was gone through.
    add_rehearsal(AddRehearsal) -> Change = act::plans::add_rehearsal [changes, undone];
    /// Sets the day on which a plan is looked at again.
    set_review_day(SetReviewDay) -> Change = act::plans::set_review_day [changes, undone];
    /// Opens a filled copy.
    open_sheet(OpenSheet) -> PageView = view::pages::open_sheet;
    /// Every form, with what a person has of it.
    forms(OfPerson) -> FormsView = view::forms::forms;
    /// Finds the newest copy of a form, or starts the first.
    open_form(OpenForm) -> Change = act::sheets::open_form [changes, undone];
    /// A topic's page, blank or with a person's answers.
    topic_page(TopicPage) -> PageView = view::pages::topic_page [locked];
    /// A module's practitioner guide.
    guide_page(GuidePage) -> PageView = view::pages::guide_page [locked];
    /// What the handout desk can print.
    catalogue(Nothing) -> Catalogue = view::catalogue::catalogue [locked];

    /// Starts a session, or comes back to the open one of that day.
    start_session(StartSession) -> Change = act::sessions::start_session [changes, undone];
    /// Opens a session.
    session(OfSession) -> SessionView = view::session::session;
    /// What is recorded in a session, and nothing else.
    session_record(OfSession) -> SessionRecord = view::session::session_record;
    /// Records one thing in a session.
    record_in_session(RecordInSession) -> Change = act::recording::record_in_session [changes, undone];
    /// Counts time that was spent in a session, also while the screen is turned.
    spend_time(SpendTime) -> Nothing = act::recording::spend_time [away];
    /// Closes a session; it can be opened again until its note is signed.
    close_session(CloseSession) -> Change = act::sessions::close_session [changes, undone, whole];
    /// Opens a closed session again.
    reopen_session(OfSession) -> Change = act::sessions::reopen_session [changes, undone];
    /// Takes a session away that was begun by mistake, as long as its note is not signed.
    discard_session(DiscardSession) -> Change = act::sessions::discard_session [changes, undone, whole];
    /// Says what became of a meeting whose day went by with no session.
    say_what_happened(SayWhatHappened) -> Change = act::missed::say_what_happened [changes, undone];

    /// Everybody who leads meetings or signs.
    practitioners(Nothing) -> Practitioners = view::groups::practitioners;
    /// Adds somebody who leads meetings or signs, or changes them.
    save_practitioner(SavePractitioner) -> Change = act::groups::save_practitioner [changes, undone];
    /// Says who leads a meeting, and as what.
    set_leaders(SetLeaders) -> Change = act::groups::set_leaders [changes, undone];
    /// Every group.
    groups(Nothing) -> GroupsView = view::groups::groups;
    /// One group.
    group(OfSeries) -> GroupView = view::groups::group;
    /// Starts a group, or changes what is known of one.
    save_group(SaveGroup) -> Change = act::groups::save_group [changes, undone];
    /// Writes down that somebody is in a group, or when they left.
    save_member(SaveMember) -> Change = act::groups::save_member [changes, undone];
    /// Opens a group's meeting, or comes back to the one of that day.
    open_group_meeting(OpenGroupMeeting) -> Change = act::groups::open_group_meeting [changes, undone];
    /// A meeting of a group.
    group_meeting(OfMeeting) -> GroupMeetingView = view::groups::group_meeting;
    /// Changes one part of the plan of a group's meeting.
    plan_group_meeting(PlanGroupMeeting) -> Change = act::groups::plan_group_meeting [changes, undone];
    /// Says who came to a group's meeting, or why not.
    say_who_came(SayWhoCame) -> Change = act::groups::say_who_came [changes, undone];
    /// Records a topic for everybody who came.
    cover_topic(CoverTopic) -> Change = act::groups::cover_topic [changes, undone];
    /// Closes a group's meeting for everybody.
    close_group_meeting(CloseGroupMeeting) -> Change = act::groups::close_group_meeting [changes, undone, whole];
    /// Takes a group's meeting away that was begun by mistake, as long as no note of it is signed.
    discard_group_meeting(DiscardGroupMeeting) -> Change = act::groups::discard_group_meeting [changes, undone, whole];
    /// Turns the screen to a room, with nobody's words on it.
    turn_screen_to_room(TurnToRoom) -> TurnedView = act::turned::turn_screen_to_room, then view::turned::turned_page [whole];

    /// Turns the screen to the person.
    turn_screen(TurnScreen) -> TurnedView = act::turned::turn_screen, then view::turned::turned_page [whole];
    /// What the turned screen shows.
    turned_page(Nothing) -> TurnedView = view::turned::turned_page [turned, apart];
    /// Answers a field on the turned screen.
    turned_answer(TurnedAnswer) -> Change = act::turned::turned_answer [changes, undone, turned];
    /// Turns the screen back.
    turn_back(TurnBack) -> TurnedBack = act::turned::turn_back [secret, turned];

    /// Drafts a session's note, or finds the one there is.
    draft_note(DraftNote) -> Change = act::notes::draft_note [changes, undone, whole];
    /// Opens a note.
    note(OfNote) -> NoteView = view::note::note;
    /// Writes in a draft.
    write_note(WriteNote) -> Change = act::notes::write_note [changes, undone];
    /// Drafts again from what is recorded now, keeping judgements.
    redraft_note(OfNote) -> Change = act::notes::redraft_note [changes, undone, whole];
    /// Changes the format of a draft; what was typed stays.
    set_note_format(SetNoteFormat) -> Change = act::notes::set_note_format [changes, undone, whole];
    /// Places text from an earlier format, or takes it out.
    place_earlier(PlaceEarlier) -> Change = act::notes::place_earlier [changes, undone, whole];
    /// What is typed in a draft and stands in earlier notes already.
    note_likenesses(OfNote) -> Likenesses = view::note::note_likenesses;
    /// The practitioner's own phrases for notes.
    snippets(Nothing) -> Snippets = view::note::snippets;
    /// Keeps a phrase, changes it or takes it out.
    save_snippet(SaveSnippet) -> Change = act::notes::save_snippet [changes, undone];
    /// Signs a note.
    sign_note(OfNote) -> Change = act::signing::sign_note [changes, whole];
    /// Adds to a signed note.
    add_addendum(AddAddendum) -> Change = act::signing::add_addendum [changes];
    /// Signs a signed note as its second practitioner.
    co_sign_note(CoSignNote) -> Change = act::signing::co_sign_note [changes, whole];
    /// What has left the vault and what has not.
    hand_off(Nothing) -> HandOffView = view::hand_off::hand_off;
    /// What was done, when, in whose record and by whom.
    look_through_ledger(LookThroughLedger) -> LedgerView = view::ledger::look_through_ledger;
    /// Asks where to, and saves part of the ledger there as a table.
    save_ledger(SaveLedger) -> PaperSaved = act::ledger::save_ledger [whole];
    /// To whom something can go: the person's supporters, and whom something went to before.
    recipients(ForWhom) -> Recipients = view::hand_off::recipients;

    /// Pages as they will be printed.
    preview(MakePaper) -> Preview = paper::preview [locked, whole];
    /// Asks where to, and saves pages there; blank ones also without a vault.
    save_paper(SavePaper) -> PaperSaved = act::hand_off::save_paper [locked, whole];
    /// Asks where to, and saves a person's record there for a clinic's server.
    save_record(SaveRecord) -> PaperSaved = act::exports::save_record [whole];
    /// Asks for a folder, and saves a person's record there to read without Waymark.
    save_folder(SaveFolder) -> FilesSaved = act::exports::save_folder [whole];
    /// Asks for a folder, and saves the caseload there for an evaluation.
    save_evaluation(SaveEvaluation) -> FilesSaved = act::exports::save_evaluation [whole];
    /// Asks for a folder, and saves the notes of some days there.
    save_notes(SaveNotes) -> NotesSaved = act::batch::save_notes [whole];
    /// Asks where to, and saves a person's record there, encrypted.
    save_archive(SaveArchive) -> PaperSaved = act::archives::save_archive [secret, whole];
    /// What bringing a person's record in from another machine would do.
    plan_archive(OpenArchive) -> ArchivePlan = act::archives::plan_archive [secret, whole];
    /// Brings a person's record in; ours is overwritten nowhere but in fields that were chosen.
    merge_archive(MergeArchive) -> Change = act::archives::merge_archive [changes, secret];
    /// Asks for a folder, and saves a file for each of several people there.
    save_each(SaveEach) -> EachSaved = act::each::save_each [whole];
    /// What came back on a form, beside what stands in the record.
    read_back_plan(ReadBack) -> CameBack = view::read_back::read_back_plan [whole];
    /// Takes over what came back on a form.
    read_back(TakeBack) -> Change = act::read_back::read_back [changes, undone, whole];
    /// How far the pages are that are being made.
    making_paper(Nothing) -> MakingPaper = view::state::making_paper [locked, apart];
    /// Stops making them.
    stop_paper(Nothing) -> Nothing = act::hand_off::stop_paper [locked, apart];
    /// Prints pages; blank ones also without a vault.
    print_paper(PrintPaper) -> PaperPrinted = act::hand_off::print_paper [locked, whole];
    /// Asks where to, and saves the sheet with the recovery code there.
    save_recovery_sheet(SaveRecoverySheet) -> PaperSaved = act::hand_off::save_recovery_sheet [secret, apart];
    /// Prints the sheet with the recovery code.
    print_recovery_sheet(PrintRecoverySheet) -> PaperPrinted = act::hand_off::print_recovery_sheet [secret, apart];
    /// Ends the program: the window was to close, and nothing waits to be written.
    leave(Nothing) -> Nothing = act::closing::leave [locked, away, apart];
    /// Keeps the program: the window was to close, and words would be lost.
    stay(Nothing) -> Nothing = act::closing::stay [locked, away, apart];
    /// Ends the page of a vault that is locked, with all it remembers.
    begin_anew(Nothing) -> Nothing = act::closing::begin_anew [locked, away, apart];
    /// The monitors the turned screen can go to.
    monitors(Nothing) -> Monitors = view::state::monitors [locked, apart];
    /// Which dictionaries the system has.
    dictionaries(Nothing) -> Dictionaries = view::state::dictionaries [locked, apart];
    /// Asks for a folder.
    choose_folder(Nothing) -> Chosen = act::hand_off::choose_folder [locked, apart];
    /// Asks for a file that is there.
    choose_file(Nothing) -> Chosen = act::hand_off::choose_file [locked, apart];
    /// Help with the program itself.
    manual(OfManual) -> ManualView = view::manual::manual [locked, apart];
    /// Services and contacts of the site's packs.
    site_services(Nothing) -> SiteServices = view::services::site_services [locked, turned, apart];
    /// The local crisis contacts.
    help_now(Nothing) -> Settings = view::services::help_now [locked, turned, apart];
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn what_changes_the_record_answers_with_a_change_and_nothing_else_does() {
        for (command, _, answer) in signatures(&ts_rs::Config::new()) {
            assert_eq!(
                command.facts.changes,
                answer == "Change",
                "{}",
                command.name
            );
        }
    }

    #[test]
    fn only_a_change_is_undone_and_only_what_reads_nothing_of_the_record_runs_beside_unsaved_words()
    {
        for Command { name, facts } in COMMANDS {
            assert!(facts.changes || !facts.undone, "{name}");
            assert!(!facts.apart || !(facts.changes || facts.whole), "{name}");
        }
    }
}
