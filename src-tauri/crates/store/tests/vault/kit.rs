//! Two made-up people whose ids never overlap, and builders with everything filled in.

use std::{collections::BTreeSet, path::Path};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{
    AddendumId, AnswerKey, AnswerValue, BoosterId, ConsentId, ContactId, CourseId, Edition,
    EndingId, EventId, GoalId, HandOffId, Lang, MeetingId, NoteId, PersonId, PlanCopyId,
    PracticeId, RehearsalId, SeriesId, SessionId, SheetId, ShortTermGoalId, StatementId, StepId,
    SupporterId, Timestamp, TopicId,
    change::Area,
    ending::{Booster, BoosterOutcome, BoosterPlan, Ending},
    event::{Event, EventDetails, EventKind},
    goal::{Attainment, Goal, GoalReview, GoalStatus, Progress, ShortTermGoal, Step},
    group::{GroupPlan, GroupSeries, Member, SeriesDetails},
    meeting::{MeetingFormat, Role},
    note::{Addendum, AddendumKind, Note, NoteFacts, NoteFormat, NoteSection, NoteState},
    number::Hundredths,
    outcome::{FollowedPlan, MeasureAt, Measured, Taken},
    person::{Chime, Given, Person, PersonDetails, RecoveryStatement},
    plan::{PlanCopy, Rehearsal},
    practice::{ObstacleKind, Practice, PracticePlan, PracticeResult, PracticeReview},
    session::{
        Attendance, Depth, Phase, PhaseRecord, PhaseState, Recalled, SessionRecord, Skill,
        Technique, TopicCovered,
    },
    settings::{Practitioner, PrintSize},
    supporter::{
        Consent, ConsentItem, ConsentTerms, Contact, ContactDetails, ContactHow, Supporter,
        SupporterDetails,
    },
};
use rusqlite::{Connection, types::Value};
use store::{
    About, BackupMade, Beside, Draft, FindingKind, HandOff, KdfCost, Occasion, Op, Outcome,
    Passphrase, RecoveryCode, Secret, Sheet, Store,
};
use tempfile::TempDir;
use uuid::Uuid;

pub const WORDS: &str = "seven calm otters read";

/// A vault in a folder of its own.
pub struct Desk {
    pub dir: TempDir,
    pub store: Store,
    pub code: RecoveryCode,
}

pub fn passphrase() -> Passphrase {
    Passphrase::new(WORDS)
}

pub fn practitioner() -> Practitioner {
    Practitioner {
        name: "Signe Holm".to_owned(),
        title: "occupational therapist".to_owned(),
    }
}

/// A moment: seconds after the morning of 3 October 2026 in Copenhagen.
pub fn at(seconds: i64) -> Timestamp {
    Timestamp {
        millis: 1_791_007_200_000 + seconds * 1000,
        offset: 120,
    }
}

/// A folder that goes away with the test. In memory where there is such a place: these tests wait for many flushes,
/// and what a flush is worth is shown by the kill test and the power-cut script, not by waiting for a busy disk.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    }
    .unwrap()
}

pub fn desk() -> Desk {
    let dir = folder();
    let (store, code) = create(dir.path()).unwrap();
    Desk { dir, store, code }
}

/// A desk with Maria in it.
pub fn desk_with(person: &Person) -> Desk {
    let mut desk = desk();
    save_person(&mut desk.store, person);
    desk
}

pub fn create(dir: &Path) -> store::Result<(Store, RecoveryCode)> {
    Store::create(
        dir,
        &passphrase(),
        &practitioner(),
        KdfCost::FAST_FOR_TESTS,
        at(0),
    )
}

pub fn open(dir: &Path) -> store::Result<Store> {
    Store::open(dir, Secret::Passphrase(&passphrase()), at(1))
}

pub fn save_person(store: &mut Store, person: &Person) {
    let about = About::person(person.id);
    store
        .transact(Op::AddPerson, about, at(2), |tx| tx.save_person(person))
        .unwrap();
}

pub fn save_session(store: &mut Store, record: &SessionRecord) {
    let about = About::person(record.person);
    store
        .transact(Op::RecordSession, about, at(3), |tx| {
            tx.save_session(record)
        })
        .unwrap();
}

pub fn save_draft(store: &mut Store, note: &Note) {
    let about = About::person(note.person);
    store
        .transact(Op::DraftNote, about, at(4), |tx| tx.save_draft(note))
        .unwrap();
}

pub fn sign(store: &mut Store, note: &Note) -> Note {
    let about = About::person(note.person);
    store
        .transact(Op::SignNote, about, at(5), |tx| {
            tx.sign_note(note.id, "Signe Holm, OT", &facts(1), at(5))
        })
        .unwrap();
    store.note(note.id).unwrap()
}

/// Maria with a signed note (session 1) that has an addendum, and a draft (session 2).
pub fn signed_desk() -> Desk {
    let mut desk = desk_with(&person(1));
    for n in 1..=2 {
        save_session(&mut desk.store, &session(1, n));
        save_draft(&mut desk.store, &note(1, n));
    }
    sign(&mut desk.store, &note(1, 1));
    add(&mut desk.store, 1, 1);
    desk
}

/// Adds to the signed note of a session of Maria's.
pub fn add(store: &mut Store, session: u16, number: u16) {
    store
        .transact(Op::AddAddendum, About::person(person_id(1)), at(9), |tx| {
            tx.add_addendum(note(1, session).id, &addendum(1, number))
        })
        .unwrap();
}

/// Every row of a table as text, to compare before and after.
pub fn dump(conn: &Connection, table: &str) -> String {
    dump_without(conn, table, &[])
}

/// Every row of a table as text, less some columns, in an order that does not hang on when they were written.
pub fn dump_without(conn: &Connection, table: &str, left_out: &[&str]) -> String {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let places: Vec<usize> = statement
        .column_names()
        .enumerate()
        .filter(|(_, name)| !left_out.contains(name))
        .map(|(place, _)| place)
        .collect();
    let rows = statement
        .query_map([], |row| {
            let values: Vec<Value> = places
                .iter()
                .map(|place| row.get(*place))
                .collect::<Result<_, _>>()?;
            Ok(format!("{values:?}\n"))
        })
        .unwrap();
    let mut rows: Vec<String> = rows.collect::<Result<_, _>>().unwrap();
    rows.sort_unstable();
    format!("{table}\n{}", rows.concat())
}

/// The columns of a table whose values have a type, in order.
pub fn columns(conn: &Connection, table: &str, of_type: &str) -> Vec<String> {
    conn.prepare("SELECT name FROM pragma_table_info(?1) WHERE ?2 IN ('', type) ORDER BY cid")
        .unwrap()
        .query_map([table, of_type], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap()
}

/// Something of every kind that is written down about a person, but for what is signed: two sessions, the second of which
/// looks back at the first, a goal, a statement, a filled copy, answers, a draft note and words that were begun.
pub fn write_down_everything(store: &mut Store, who: u8) {
    let id = person_id(who);
    let about = About::person(id);
    save_person(store, &person(who));
    let mut change = |op: Op, change: &dyn Fn(&mut store::Tx<'_>) -> store::Result<()>| {
        store.transact(op, about, at(10), change).unwrap();
    };
    change(Op::AddStatement, &|tx| {
        tx.add_statement(id, &statement(who, 1, "mine"))
    });
    change(Op::SaveGoal, &|tx| tx.save_goal(id, &goal(who, 1)));
    // An appointment that nobody kept, and another after it.
    let missed = day(1).and_hms_opt(10, 0, 0);
    for next_meeting in [missed, person(who).details.next_meeting] {
        let mut changed = person(who);
        changed.details.next_meeting = next_meeting;
        change(Op::EditPerson, &|tx| tx.save_person(&changed));
    }
    change(Op::StartSession, &|tx| tx.save_session(&session(who, 1)));
    let mut second = session(who, 2);
    second.practices_reviewed = vec![reviewed(practice(who, 10, 1), who, 2)];
    second.goal_reviews = vec![goal_review(who, 1, 2)];
    second.practices_agreed[0].plan.goal = Some(goal(who, 1).id);
    change(Op::RecordSession, &|tx| tx.save_session(&second));
    let sheet = Sheet {
        id: SheetId::new(uuid(who, 10, 1)),
        topic: "what-is-recovery".into(),
        block: Some("my-meaning".into()),
        about: Some(goal(who, 1).id),
        made_on: day(1),
        on_paper: false,
        title: "one".to_owned(),
        review_on: None,
    };
    change(Op::AddSheet, &|tx| tx.add_sheet(id, &sheet));
    for (session, copy) in [(None, None), (Some(second.id), Some(sheet.id))] {
        let key = AnswerKey {
            sheet: copy,
            ..answer_key("words")
        };
        let words = AnswerValue::Text("a walk".to_owned());
        change(Op::Answer, &|tx| {
            tx.save_answer(id, session, &key, Some(&words), &edition())
        });
    }
    change(Op::SaveSupporter, &|tx| {
        tx.save_supporter(id, &supporter(who, 1))
    });
    change(Op::GiveConsent, &|tx| tx.give_consent(id, &consent(who, 1)));
    change(Op::WithdrawConsent, &|tx| {
        tx.withdraw_consent(id, consent(who, 1).id, day(5))
    });
    change(Op::AddContact, &|tx| tx.add_contact(id, &contact(who, 1)));
    change(Op::SavePlanCopy, &|tx| {
        tx.save_plan_copy(id, &plan_copy(who, 1))
    });
    change(Op::AddRehearsal, &|tx| {
        tx.add_rehearsal(id, &rehearsal(who, 1))
    });
    change(Op::SetReviewDay, &|tx| {
        tx.set_review_day(id, sheet.id, Some(day(40)))
    });
    change(Op::SaveEvent, &|tx| tx.save_event(id, &event(who, 1)));
    change(Op::FollowPlan, &|tx| tx.follow_plan(id, &followed()));
    change(Op::Measure, &|tx| tx.save_measure(id, &measured()));
    change(Op::EditPerson, &|tx| {
        let keeper = tx.practitioners()?[0].id;
        let mut series = series();
        series.id = own_series(who);
        series.details.practitioners = vec![(keeper, Role::Clinician)];
        tx.save_series(&series)?;
        tx.save_member(&Member {
            series: series.id,
            ..member(who)
        })?;
        tx.save_group_plan(&GroupPlan {
            meeting: session(who, 1).meeting,
            series: series.id,
            topics: vec!["what-is-recovery".into()],
            agenda: "a break at half past".to_owned(),
            minutes: Some(90),
        })
    });
    change(Op::EndCourse, &|tx| tx.save_ending(id, &ending(who, 1)));
    change(Op::PlanBooster, &|tx| tx.save_booster(id, &booster(who, 1)));
    for n in 1..=2 {
        change(Op::DraftNote, &|tx| tx.save_draft(&note(who, n)));
    }
    let begun = Draft {
        place: format!("statement/{id}"),
        person: Some(id),
        words: "I want".to_owned(),
        at: at(11),
    };
    store.keep_draft(&begun).unwrap();
}

/// Signs the note of the first session, adds to it, and hands it off.
pub fn sign_and_hand_off(store: &mut Store, who: u8) {
    let about = About::person(person_id(who));
    sign(store, &note(who, 1));
    store
        .transact(Op::AddAddendum, about, at(12), |tx| {
            tx.add_addendum(note(who, 1).id, &addendum(who, 1))
        })
        .unwrap();
    let left = HandOff {
        id: HandOffId::new(uuid(who, 12, 1)),
        note: Some(note(who, 1).id),
        person: Some(person_id(who)),
        what: "note of session 1".to_owned(),
        at: at(13),
        format: "pdf".to_owned(),
        to: "note.pdf".to_owned(),
        without_consent: Default::default(),
        topics: Vec::new(),
        draft: false,
        outcome: Outcome::Left,
    };
    store
        .transact(Op::HandOff, about, at(13), |tx| tx.add_hand_off(&left))
        .unwrap();
}

/// A group that somebody is in alone.
pub fn own_series(who: u8) -> SeriesId {
    SeriesId::new(uuid(who, 13, 1))
}

/// A group that both can be in.
pub fn series() -> GroupSeries {
    GroupSeries {
        id: SeriesId::new(uuid(9, 13, 1)),
        details: SeriesDetails {
            name: "The Tuesday group".to_owned(),
            course: "imr-11".into(),
            weekday: Some(2),
            begins: NaiveTime::from_hms_opt(10, 0, 0),
            minutes: Some(90),
            place: "the yellow house".to_owned(),
            from: day(1),
            until: None,
            practitioners: Vec::new(),
        },
    }
}

pub fn member(who: u8) -> Member {
    Member {
        person: person_id(who),
        series: series().id,
        from: day(1),
        until: Some(day(90)),
    }
}

/// The tables of a vault that hold rows of ours.
pub fn tables(conn: &Connection) -> Vec<String> {
    conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY name",
    )
    .unwrap()
    .query_map([], |row| row.get(0))
    .unwrap()
    .collect::<Result<_, _>>()
    .unwrap()
}

/// Person 1 is Maria, person 2 is Ole; every id of one differs from every id of the other.
pub fn uuid(person: u8, kind: u8, number: u16) -> Uuid {
    let mut bytes = [0u8; 16];
    bytes[0] = person;
    bytes[1] = kind;
    bytes[2..4].copy_from_slice(&number.to_be_bytes());
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    Uuid::from_bytes(bytes)
}

pub fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 1).unwrap() + chrono::Days::new(u64::from(day))
}

pub fn local(hour: u32) -> NaiveDateTime {
    day(9).and_hms_opt(hour, 30, 0).unwrap()
}

pub fn person_id(person: u8) -> PersonId {
    PersonId::new(uuid(person, 1, 0))
}

pub fn person(person: u8) -> Person {
    let name = if person == 1 {
        "Maria Hansen"
    } else {
        "Ole Bø"
    };
    Person {
        id: person_id(person),
        details: PersonDetails {
            preferred_name: name.to_owned(),
            record_number: format!("04-{person}"),
            language: Lang::Da,
            print_size: PrintSize::Large,
            course: CourseId::from("eleven-modules"),
            track: Some("bipolar".into()),
            pace: Some("weekly".into()),
            started_on: day(0),
            next_meeting: Some(local(10)),
            active: true,
        },
        colour: person,
        added_at: at(2),
    }
}

pub fn statement(person: u8, number: u16, words: &str) -> RecoveryStatement {
    RecoveryStatement {
        id: StatementId::new(uuid(person, 2, number)),
        words: words.to_owned(),
        given: Given::Written,
        on: day(u32::from(number)),
        chime: vec![Chime::Meaning, Chime::Hope],
        recorded_at: at(i64::from(number)),
    }
}

pub fn step(person: u8, number: u16) -> Step {
    Step {
        id: StepId::new(uuid(person, 5, number)),
        words: format!("call the shop {number}"),
        helper: "Ann".to_owned(),
        by_when: Some(day(20)),
        resources: "phone credit".to_owned(),
        obstacle: "phone is scary".to_owned(),
        status: GoalStatus::Achieved,
        done_on: Some(day(12)),
    }
}

pub fn goal(person: u8, number: u16) -> Goal {
    Goal {
        id: GoalId::new(uuid(person, 3, number)),
        words: "play in a band".to_owned(),
        why: "music is me".to_owned(),
        set_on: day(1),
        status: GoalStatus::Active,
        ended_on: Some(day(21)),
        reason: "too far for now".to_owned(),
        instead_of: None,
        modules: vec!["coping".into()],
        short_term: (0..2)
            .map(|short| ShortTermGoal {
                id: ShortTermGoalId::new(uuid(person, 4, number * 10 + short)),
                words: format!("own a guitar {short}"),
                status: GoalStatus::Changed,
                started_on: Some(day(2)),
                done_on: Some(day(20)),
                steps: (0..2)
                    .map(|n| step(person, number * 100 + short * 10 + n))
                    .collect(),
            })
            .collect(),
        reviews: Vec::new(),
    }
}

pub fn supporter(person: u8, number: u16) -> Supporter {
    Supporter {
        id: SupporterId::new(uuid(person, 13, number)),
        details: SupporterDetails {
            name: format!("Ann Berg {number}"),
            relation: "sister".to_owned(),
            reach: "20 30 40 50".to_owned(),
            words: "she listens".to_owned(),
        },
    }
}

/// A consent about the first supporter, from the third day on.
pub fn consent(person: u8, number: u16) -> Consent {
    Consent {
        id: ConsentId::new(uuid(person, 14, number)),
        supporter: supporter(person, 1).id,
        terms: ConsentTerms {
            items: [ConsentItem::Goals, ConsentItem::RelapsePlan].into(),
            from: day(3),
            until: Some(day(30)),
            given: Given::Written,
            kept_back: "nothing of the hospital".to_owned(),
        },
        withdrawn: None,
        recorded_at: at(4),
    }
}

/// A copy of the first sheet that the first supporter holds.
pub fn plan_copy(person: u8, number: u16) -> PlanCopy {
    PlanCopy {
        id: PlanCopyId::new(uuid(person, 16, number)),
        sheet: SheetId::new(uuid(person, 10, 1)),
        supporter: Some(supporter(person, 1).id),
        holder: String::new(),
        given_on: day(6),
        taken_back_on: None,
    }
}

pub fn rehearsal(person: u8, number: u16) -> Rehearsal {
    Rehearsal {
        id: RehearsalId::new(uuid(person, 17, number)),
        sheet: SheetId::new(uuid(person, 10, 1)),
        on: day(7),
        words: "with Ann; calling was the hard part".to_owned(),
    }
}

pub fn contact(person: u8, number: u16) -> Contact {
    Contact {
        id: ContactId::new(uuid(person, 15, number)),
        supporter: supporter(person, 1).id,
        details: ContactDetails {
            on: day(4),
            how: ContactHow::Called,
            words: "asked how to help with the walk".to_owned(),
        },
    }
}

pub fn event(person: u8, number: u16) -> Event {
    Event {
        id: EventId::new(uuid(person, 16, number)),
        details: EventDetails {
            kind: EventKind::Work,
            from: day(4),
            until: Some(day(9)),
            hours: Some(Hundredths(750)),
            words: "in the garden shop".to_owned(),
        },
    }
}

pub fn ending(person: u8, number: u16) -> Ending {
    Ending {
        id: EndingId::new(uuid(person, 24, number)),
        on: day(28),
        words: "I know where I am going".to_owned(),
    }
}

pub fn booster(person: u8, number: u16) -> Booster {
    Booster {
        id: BoosterId::new(uuid(person, 25, number)),
        plan: BoosterPlan {
            on: day(29),
            words: "look at the plan again".to_owned(),
            outcome: Some(BoosterOutcome::Held),
        },
    }
}

pub fn followed() -> FollowedPlan {
    FollowedPlan {
        plan: "three-parts".into(),
        baseline: day(2),
    }
}

pub fn measured() -> Measured {
    Measured {
        at: MeasureAt {
            plan: "three-parts".into(),
            measure: "hope".into(),
            occasion: "baseline".into(),
        },
        taken: Taken::Number {
            on: day(3),
            value: Hundredths(3450),
        },
        words: "filled at the library".to_owned(),
    }
}

pub fn practice(person: u8, number: u16, session: u16) -> Practice {
    Practice {
        id: PracticeId::new(uuid(person, 7, number)),
        agreed_in: SessionId::new(uuid(person, 6, session)),
        agreed_on: day(u32::from(session)),
        plan: PracticePlan {
            what: format!("walk with Ann {number}"),
            when: "Tuesday".to_owned(),
            place: "the lake".to_owned(),
            with_whom: "Ann".to_owned(),
            materials: "good shoes".to_owned(),
            reminder: "a note on the door".to_owned(),
            why: "fresh air for the band".to_owned(),
            confidence: Some(7),
            obstacle: "rain: take a coat".to_owned(),
            goal: None,
            topic: Some(TopicId::from("what-is-recovery")),
        },
        review: None,
    }
}

pub fn reviewed(mut practice: Practice, person: u8, session: u16) -> Practice {
    practice.review = Some(PracticeReview {
        session: SessionId::new(uuid(person, 6, session)),
        on: day(u32::from(session)),
        result: Some(PracticeResult::Partly),
        what_happened: "we went once, it was nice".to_owned(),
        effect: "slept better".to_owned(),
        obstacle: "rain".to_owned(),
        obstacle_kinds: [ObstacleKind::Forgot, ObstacleKind::CameUp].into(),
        next_time: "go earlier".to_owned(),
    });
    practice
}

/// A session with every field filled in and nothing that needs a goal or an earlier promise.
pub fn session(person: u8, number: u16) -> SessionRecord {
    SessionRecord {
        id: SessionId::new(uuid(person, 6, number)),
        person: person_id(person),
        meeting: MeetingId::new(uuid(person, 11, number)),
        format: MeetingFormat::OneToOne,
        number: u32::from(number),
        on: day(u32::from(number)),
        started_at: at(i64::from(number) * 100),
        closed_at: Some(at(i64::from(number) * 100 + 60)),
        length_said: None,
        attendance: Attendance::Cancelled {
            reason: "flu".to_owned(),
        },
        place: "room 2".to_owned(),
        goal_turn: false,
        others_present: "her sister".to_owned(),
        phases: Phase::ALL
            .into_iter()
            .map(|phase| PhaseRecord {
                phase,
                state: PhaseState::Done,
                seconds: 61,
            })
            .collect(),
        current: Phase::Close,
        major_problem: Some(false),
        problem_words: "none".to_owned(),
        problem_action: "nothing".to_owned(),
        recalled: Some(Recalled::Partly),
        recalled_words: "hope is a skill".to_owned(),
        practices_reviewed: Vec::new(),
        review_skipped: "no time".to_owned(),
        goal_reviews: Vec::new(),
        agenda: "strategies".to_owned(),
        person_item: "my sleep".to_owned(),
        topics: vec![
            TopicCovered {
                topic: TopicId::from("what-is-recovery"),
                edition: edition(),
                depth: Depth::Covered,
            },
            TopicCovered {
                topic: TopicId::from("what-helps"),
                edition: edition(),
                depth: Depth::Opened,
            },
        ],
        techniques: BTreeSet::from([Technique::RolePlay, Technique::PromoteHope]),
        skill: Some(Skill::Coping),
        skill_words: "breathing".to_owned(),
        practices_agreed: vec![
            practice(person, number * 10, number),
            practice(person, number * 10 + 1, number),
        ],
        plan_skipped: "she was tired".to_owned(),
        summary_words: "I can do a bit more than I thought".to_owned(),
        next_plan: "what helps".to_owned(),
        next_meeting: Some(local(14)),
    }
}

pub fn goal_review(person: u8, goal: u16, session: u16) -> GoalReview {
    GoalReview {
        session: SessionId::new(uuid(person, 6, session)),
        goal: GoalId::new(uuid(person, 3, goal)),
        on: day(u32::from(session)),
        number: u32::from(session),
        progress: Some(Progress::Some),
        attainment: Some(Attainment::Less),
        done: "called once".to_owned(),
        obstacle: "busy line".to_owned(),
        next_step: "call again".to_owned(),
        still_right: Some(true),
    }
}

pub fn note(person: u8, session: u16) -> Note {
    Note {
        id: NoteId::new(uuid(person, 8, session)),
        session: SessionId::new(uuid(person, 6, session)),
        person: person_id(person),
        on: day(u32::from(session)),
        lang: Lang::En,
        format: NoteFormat::Imr,
        sections: NoteFormat::Imr
            .sections()
            .iter()
            .map(|kind| NoteSection {
                kind: *kind,
                drafted: format!("drafted {kind:?}"),
                text: format!("text {kind:?} of session {session}"),
                judgement: "calmer than last week".to_owned(),
                unconfirmed: true,
            })
            .collect(),
        state: NoteState::Draft,
        addenda: Vec::new(),
    }
}

/// What is printed with a signed note.
pub fn facts(number: u32) -> NoteFacts {
    NoteFacts {
        name: "Maria Hansen".to_owned(),
        record_number: "04-1".to_owned(),
        number,
        minutes: Some(45),
        entered_on: None,
        place: "room 2".to_owned(),
        site: "Clinic North".to_owned(),
        meeting: MeetingFormat::OneToOne,
        practitioners: vec!["Signe Holm, OT".to_owned()],
        editions: vec![edition()],
    }
}

pub fn edition() -> Edition {
    Edition {
        pack: "imr".into(),
        pack_version: "0.1.0".to_owned(),
    }
}

pub fn addendum(person: u8, number: u16) -> Addendum {
    Addendum {
        id: AddendumId::new(uuid(person, 9, number)),
        kind: AddendumKind::Addition,
        words: "the sister was called Eva".to_owned(),
        reason: "left out".to_owned(),
        at: at(9),
        by: "Signe Holm, OT".to_owned(),
        seal: String::new(),
    }
}

pub fn answer_key(field: &str) -> AnswerKey {
    AnswerKey {
        topic: TopicId::from("what-is-recovery"),
        block: "my-meaning".into(),
        field: field.into(),
        row: 0,
        sheet: None,
    }
}

/// What was found wrong at opening and nobody has acknowledged, with the saves that are missing.
pub fn found(store: &Store) -> Vec<(FindingKind, u64)> {
    let findings = store.findings().unwrap().into_iter();
    findings
        .map(|finding| (finding.kind, finding.saves))
        .collect()
}

/// How many of the hits are in notes.
pub fn in_notes(store: &Store, words: &str) -> usize {
    let hits = store.search(words, 99).unwrap().into_iter();
    hits.filter(|hit| hit.area == Area::Notes).count()
}

/// Copies the vault as it lies on disk, as a power cut would leave it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Makes a backup by hand, with something beside the vault.
pub fn make_backup(store: &mut Store, into: &Path, now: Timestamp) -> store::Result<BackupMade> {
    store.back_up(into, &beside(), Occasion::Asked, now)
}

/// What lies beside the vault.
pub fn beside() -> Beside {
    let files = [
        ("settings.json", "{\"site\":\"Pelicanmarker\"}"),
        ("packs/harbour/pack.toml", "title = \"Harbour\""),
    ];
    files
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into()
}
