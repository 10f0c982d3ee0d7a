//! What is answered: whole views, so that the page keeps no second copy of the rules.

use chrono::{NaiveDate, NaiveDateTime};
use curriculum::{engine::Suggestion, instrument::Score};
use domain::{
    CourseId, Document, GoalId, Lang, ModuleId, NoteId, PaceId, PersonId, SessionId, SheetId,
    Timestamp, TopicId, TrackId,
    document::ReviewStatus,
    goal::Goal,
    note::Note,
    person::{Person, RecoveryStatement},
    practice::Practice,
    session::{Depth, SessionRecord},
    settings::{Practitioner, Settings},
};
use serde::Serialize;
use ts_rs::TS;

use super::{FormCard, OfferView, PersonForm};

/// Whether there is a vault and whether it is open.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum VaultState {
    /// None on this computer yet.
    None,
    /// There, and locked.
    Locked,
    /// Open.
    Open {
        /// Who keeps it.
        practitioner: Practitioner,
        /// Whether it holds the made-up sample caseload.
        sample: bool,
        /// Whether it was opened with the recovery code, so that a new passphrase is asked first.
        opened_by_recovery: bool,
        /// How many acknowledged saves are missing from the file, if any are.
        missing_saves: Option<u32>,
        /// Whether a PIN for the turned screen is set.
        has_pin: bool,
    },
}

views! {
    /// Where the program stands; the page's first question.
    AppState {
        /// The vault.
        vault: VaultState,
        /// The settings of this computer.
        settings: Settings,
        /// Where everything is kept, for the settings page.
        data_folder: String,
        /// Today, by the computer's clock.
        today: NaiveDate,
        /// The version of the program.
        version: String,
        /// What undo would take back now, as a stable name (the page has the words); `None` when nothing.
        undo: Option<String>,
        /// What redo would bring back.
        redo: Option<String>,
    }
    /// A judged passphrase.
    PassphraseStrength {
        /// 0 (guessed at once) to 4 (out of reach), by zxcvbn.
        score: u8,
        /// Whether it is accepted: at least 12 characters and a score of 3.
        accepted: bool,
        /// Roughly how many guesses it would take, as a power of ten.
        guesses_log10: f64,
        /// Characters counted.
        length: u32,
    }
    /// A new vault.
    VaultCreated {
        /// The recovery code, shown and printed once and kept nowhere.
        recovery_code: String,
        /// Where the program stands now.
        state: AppState,
    }
    /// What a check of the vault found.
    VaultCheck {
        /// Whether the file is encrypted, by the start-up proof.
        encrypted: bool,
        /// SQLCipher's version.
        cipher_version: String,
        /// Whether nothing at all was found.
        whole: bool,
        /// The first entry of the audit chain that is not what was written there.
        audit_broken_at: Option<u32>,
        /// The first link in the chain of signed notes and addenda that is not what was signed.
        notes_broken_at: Option<u32>,
        /// How many of the two copies of the key header can be read.
        header_copies: u8,
        /// How many acknowledged saves are missing, if any are.
        missing_saves: Option<u32>,
        /// People in the vault.
        people: u32,
        /// Entries in the audit chain.
        audit_entries: u32,
        /// Signed notes.
        signed_notes: u32,
        /// What SQLite and SQLCipher found in the file, one line each, in their words.
        findings: Vec<String>,
    }
    /// A backup that was made, re-opened and compared.
    BackupMade {
        /// Its path.
        path: String,
        /// Its size in bytes.
        #[ts(type = "number")]
        bytes: u64,
    }
    /// A person in a list.
    PersonCard {
        /// Names them.
        id: PersonId,
        /// The preferred name.
        name: String,
        /// The record number; may be empty.
        record_number: String,
        /// The identity colour, 0 to 7.
        colour: u8,
    }
    /// The first screen of a day.
    TodayView {
        /// The day.
        day: NaiveDate,
        /// Who comes today, by time, then sessions left open.
        meetings: Vec<TodayMeeting>,
        /// Who comes in the next seven days.
        soon: Vec<ComingMeeting>,
        /// Notes still to be signed, oldest first.
        unsigned: Vec<NoteCard>,
        /// Closed sessions without a note, oldest first.
        without_note: Vec<SessionCard>,
        /// Signed notes that have not been handed over, oldest first.
        not_handed_off: Vec<NoteCard>,
        /// The last backup.
        last_backup: Option<Timestamp>,
        /// How many people there are, so that an empty day and an empty vault can be told apart.
        people: u32,
    }
    /// Somebody who comes today.
    TodayMeeting {
        /// Who.
        person: PersonCard,
        /// When, if a time was agreed.
        at: Option<NaiveDateTime>,
        /// Which meeting it will be, from 1.
        number: u32,
        /// What was promised last time, newest first.
        promised: Vec<String>,
        /// What comes next in the course.
        next: Option<NextTopic>,
        /// The session that was left open, to be resumed.
        open_session: Option<SessionId>,
    }
    /// Somebody who comes soon.
    ComingMeeting {
        /// Who.
        person: PersonCard,
        /// When.
        at: NaiveDateTime,
    }
    /// A topic to go on with.
    NextTopic {
        /// Which, and why.
        #[serde(flatten)]
        suggestion: Suggestion,
        /// Its number in the course; may be empty.
        number: String,
        /// Its title in the person's language.
        title: String,
    }
    /// A note in a list.
    NoteCard {
        /// Names it.
        id: NoteId,
        /// Whose.
        person: PersonCard,
        /// The session.
        session: SessionId,
        /// The day of the session.
        on: NaiveDate,
        /// Whether it is signed.
        signed: bool,
    }
    /// A session in a list.
    SessionCard {
        /// Names it.
        id: SessionId,
        /// Whose.
        person: PersonCard,
        /// Which meeting.
        number: u32,
        /// The day.
        on: NaiveDate,
    }
    /// The caseload.
    PeopleView {
        /// Everybody, by name; the page filters.
        people: Vec<PeopleRow>,
    }
    /// A person in the caseload.
    PeopleRow {
        /// Who.
        card: PersonCard,
        /// Whether they are in the course now.
        active: bool,
        /// The recovery statement now; empty when there is none yet.
        statement: String,
        /// Meetings so far.
        sessions: u32,
        /// The last meeting.
        last_session_on: Option<NaiveDate>,
        /// The next meeting.
        next_meeting: Option<NaiveDateTime>,
        /// The newest promise not yet reviewed; empty when there is none.
        promise: String,
        /// Topics covered, of all in their course.
        covered: u32,
        /// Topics in their course.
        topics: u32,
        /// Notes still to be signed.
        unsigned: u32,
    }
    /// One calm page about one person.
    PersonView {
        /// Who.
        person: Person,
        /// Recovery statements, newest first.
        statements: Vec<RecoveryStatement>,
        /// Goals, active ones first.
        goals: Vec<Goal>,
        /// Where they stand in their course.
        course: CourseMap,
        /// What comes next.
        next: Option<NextTopic>,
        /// Promises, newest first.
        practices: Vec<Practice>,
        /// Filled copies of worksheets, newest first.
        sheets: Vec<SheetCard>,
        /// The forms the person has copies of, the one with the newest copy first.
        forms: Vec<PersonForm>,
        /// Sessions, newest first.
        sessions: Vec<SessionGlance>,
        /// The session that was left open, to be resumed.
        open_session: Option<SessionId>,
    }
    /// A filled copy in a list.
    SheetCard {
        /// Names it.
        id: SheetId,
        /// The topic it stands in.
        topic: TopicId,
        /// The worksheet's title.
        title: String,
        /// The goal it is about.
        about: Option<GoalId>,
        /// The day it was started.
        made_on: NaiveDate,
        /// Its first answered words, for telling copies apart; empty when there are none.
        first_words: String,
    }
    /// A session on a person's page.
    SessionGlance {
        /// Names it.
        id: SessionId,
        /// Which meeting.
        number: u32,
        /// The day.
        on: NaiveDate,
        /// Whether it is closed.
        closed: bool,
        /// Minutes it took; `None` while it is open.
        minutes: Option<u32>,
        /// Titles of the topics met.
        topics: Vec<String>,
        /// What was promised in it.
        promised: Vec<String>,
        /// Its note, if there is one.
        note: Option<NoteCard>,
        /// Whether the person came.
        attended: bool,
    }
    /// A course with what a person has met of it.
    CourseMap {
        /// Names it.
        id: CourseId,
        /// Its title.
        title: String,
        /// The tracks of its modules; empty in most courses.
        tracks: Vec<TrackChoice>,
        /// The one the person follows; topics of the others are left out. `None` when not chosen: all are there.
        track: Option<TrackId>,
        /// When it will probably end; `None` while no pace is agreed.
        expected: Option<ExpectedEnd>,
        /// Its modules, in order.
        modules: Vec<ModuleOnMap>,
    }
    /// A track to choose.
    TrackChoice {
        /// Names it.
        id: TrackId,
        /// Its title.
        title: String,
    }
    /// When a course will probably end, counted in months from its first day.
    ExpectedEnd {
        /// Not before.
        from: NaiveDate,
        /// Not after.
        until: NaiveDate,
        /// The pace it was counted with.
        pace: PaceId,
        /// That pace's title.
        title: String,
        /// Where its months come from, in one line.
        source: String,
    }
    /// A module on the map.
    ModuleOnMap {
        /// Names it.
        id: ModuleId,
        /// Its place in the course, from 1.
        number: u32,
        /// Its title.
        title: String,
        /// Its topics, in order.
        topics: Vec<TopicOnMap>,
    }
    /// A topic on the map.
    TopicOnMap {
        /// Names it.
        id: TopicId,
        /// Its number, such as "1.2".
        number: String,
        /// Its title.
        title: String,
        /// How far it was covered; `None` when not met yet.
        depth: Option<Depth>,
        /// When it was last met.
        last_on: Option<NaiveDate>,
    }
    /// Everything the session screen shows, except the topic's page.
    SessionView {
        /// What is recorded of this meeting.
        record: SessionRecord,
        /// Who.
        person: Person,
        /// What recovery means to them now.
        statement: Option<RecoveryStatement>,
        /// Their active goals.
        goals: Vec<Goal>,
        /// The meeting before, if there was one.
        previous: Option<SessionGlance>,
        /// The person's own summary at the end of the meeting before; empty when there is none.
        previous_summary: String,
        /// What comes next in the course.
        next: Option<NextTopic>,
        /// Where they stand in their course.
        course: CourseMap,
        /// The note, if there is one.
        note: Option<NoteCard>,
        /// When the last change was safely on disk.
        saved_at: Timestamp,
        /// What undo would take back now, as a stable name.
        undo: Option<String>,
        /// What redo would bring back.
        redo: Option<String>,
    }
    /// Says that something is on disk.
    Saved {
        /// When it was.
        saved_at: Timestamp,
    }
    /// A page of content with the answers that belong to it.
    PageView {
        /// The page.
        document: Document,
        /// The module it belongs to, for its guide.
        module: Option<ModuleId>,
        /// The practice options' and worksheets' pack version.
        pack_version: String,
        /// The form this is a filled copy of, with all the person's copies; `None` for other pages.
        form: Option<PersonForm>,
        /// What the person said elsewhere, beside the fields of the form that can use it.
        offers: Vec<OfferView>,
        /// The score of this copy as it stands; `None` for what is no instrument.
        score: Option<Score>,
    }
    /// What the turned screen shows: one page, one first name, nothing else.
    TurnedView {
        /// The page.
        document: Document,
        /// The person's first name.
        first_name: String,
        /// The identity colour.
        colour: u8,
        /// The language of the person's pages.
        language: Lang,
    }
    /// Whether the PIN was right.
    TurnedBack {
        /// Whether it was; when not, the turned screen stays.
        back: bool,
        /// Seconds to wait before the next try; 0 when none.
        wait_seconds: u32,
    }
    /// A note with what its page needs.
    NoteView {
        /// The note.
        note: Note,
        /// Whose.
        person: PersonCard,
        /// Which meeting.
        number: u32,
        /// Minutes it took; `None` while the session is open.
        minutes: Option<u32>,
        /// Where it took place.
        place: String,
        /// The signature that signing would put under it.
        signature: String,
        /// When the last change was safely on disk.
        saved_at: Timestamp,
    }
    /// Signed notes and what has left the vault.
    HandOffView {
        /// Signed notes not handed over yet, oldest first.
        waiting: Vec<NoteCard>,
        /// What left, newest first.
        left: Vec<HandOffLine>,
    }
    /// One line of the ledger.
    HandOffLine {
        /// What left.
        what: String,
        /// Whose; `None` for blank handouts.
        person: Option<PersonCard>,
        /// As what: "pdf" or "print".
        format: String,
        /// When.
        at: Timestamp,
    }
    /// What the handout desk can print. Needs no vault.
    Catalogue {
        /// The pack's title.
        pack: String,
        /// Its version.
        version: String,
        /// Its languages, the fallback first.
        languages: Vec<Lang>,
        /// The courses.
        courses: Vec<CatalogueCourse>,
        /// How often to meet, and how long a course then takes.
        paces: Vec<CataloguePace>,
        /// Pages outside the modules, in the pack's order.
        forms: Vec<FormCard>,
    }
    /// A course to choose.
    CatalogueCourse {
        /// Names it.
        id: CourseId,
        /// Its title.
        title: String,
        /// Where its order comes from.
        source: String,
        /// The languages in which it is the one offered first.
        usual: Vec<Lang>,
        /// The tracks of its modules; empty in most courses.
        tracks: Vec<TrackChoice>,
        /// Its modules, in order.
        modules: Vec<CatalogueModule>,
    }
    /// A pace to choose.
    CataloguePace {
        /// Names it.
        id: PaceId,
        /// Its title.
        title: String,
        /// Where it comes from, in one line.
        source: String,
        /// Days from one session to the next.
        days: u16,
        /// Months a whole course then takes, at least.
        months_min: u8,
        /// Months a whole course then takes, at most.
        months_max: u8,
    }
    /// A module to choose.
    CatalogueModule {
        /// Names it.
        id: ModuleId,
        /// Its place in the course, from 1.
        number: u32,
        /// Its title.
        title: String,
        /// What it is for, in one line.
        aim: String,
        /// Its topics, in order.
        topics: Vec<CatalogueTopic>,
    }
    /// A topic to choose.
    CatalogueTopic {
        /// Names it.
        id: TopicId,
        /// Its number, such as "1.2".
        number: String,
        /// Its title.
        title: String,
        /// What the page is for.
        purpose: String,
        /// The track it is for; `None` for everybody.
        track: Option<TrackId>,
        /// Its review status.
        review: ReviewStatus,
    }
    /// Pages as they will be printed.
    Preview {
        /// The pages, in order; of a long job, the first of them.
        pages: Vec<PreviewPage>,
        /// How many pages there are in all.
        count: usize,
    }
    /// One page.
    PreviewPage {
        /// Width in points.
        width: f64,
        /// Height in points.
        height: f64,
        /// The page as SVG; shown as an image, so nothing in it can run.
        svg: String,
    }
    /// New ids.
    Ids {
        /// UUIDv7s.
        ids: Vec<String>,
    }
}
