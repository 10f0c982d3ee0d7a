//! Vaults in folders of their own, and what is done to them.

use std::path::Path;

use domain::{
    AnswerKey, AnswerValue, HandOffId, SheetId, Timestamp,
    change::Area,
    group::{GroupPlan, Member},
    meeting::Role,
    note::Note,
    person::Person,
    session::SessionRecord,
    settings::Practitioner,
};
use rusqlite::{Connection, types::Value};
use store::{
    About, BackupMade, Beside, Draft, FindingKind, HandOff, KdfCost, Occasion, Op, Outcome,
    Passphrase, RecoveryCode, Secret, Sheet, Store,
};
use tempfile::TempDir;

pub use crate::values::*;

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
