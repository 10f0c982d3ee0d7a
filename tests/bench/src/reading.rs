//! Reading: a person's page and line through time, People with the rows that are drawn, search as one types, and a caseload
//! brought in from a table; each beside bare SQLCipher or FTS5 asked for the same rows of the same file in the same run.

use std::{fs, path::Path};

use api::{App, act, view, wire::*};
use domain::PersonId;
use rusqlite::Connection;
use store::{Find, Passphrase, Query, Secret, Store};
use testkit::{PASSPHRASE, TestApp};

use crate::{bare::Bare, median, ms, quantile, row};

/// As many rows of People are drawn at first.
const DRAWN: usize = 40;
/// As many things of the line are drawn at first.
const PIECE: u32 = 30;
/// As many hits are shown at a time.
const HITS: usize = 30;
const NEWCOMERS: usize = 10_000;

/// What the pages of one person are made of: the tables, each read by the person.
const OF_PERSON: [&str; 12] = [
    "SELECT * FROM statement WHERE person = ?",
    "SELECT seq, id, number, on_day, attendance, attendance_reason, closed FROM session WHERE person = ?",
    "SELECT session_topic.* FROM session JOIN session_topic ON session_topic.session = session.seq WHERE session.person = ?",
    "SELECT * FROM goal WHERE person = ?",
    "SELECT * FROM short_term_goal WHERE person = ?",
    "SELECT * FROM step WHERE person = ?",
    "SELECT * FROM goal_review WHERE person = ?",
    "SELECT * FROM practice LEFT JOIN practice_review ON practice_review.practice = practice.seq WHERE practice.person = ?",
    "SELECT id, session, on_day, number, signed_at FROM note WHERE person = ?",
    "SELECT * FROM sheet WHERE person = ?",
    "SELECT * FROM contact WHERE person = ?",
    "SELECT * FROM hand_off WHERE person = ?",
];

/// A class of search: what it is called, what is typed, and what FTS5 is asked for the same.
const CLASSES: [(&str, &str, &str); 5] = [
    ("a common word", "walk", "walk"),
    ("a word of a name", "person", "person"),
    ("two words", "morning walk", "morning AND walk"),
    ("the beginning of a word", "mor", "mor*"),
    ("nothing there", "xylophone", "xylophone"),
];

/// Prints the figures of reading one person's record.
pub fn person(size: &str, app: &App, vault: &Path, people: &[PersonId]) {
    let [mut page, mut line] = [const { Vec::new() }; 2];
    let step = (people.len() / 18).max(1);
    for &person in people.iter().step_by(step) {
        page.push(ms(|| {
            drop(view::person::person(app, OfPerson { person }).unwrap())
        }));
        let ask = LookBack {
            person,
            kinds: Vec::new(),
            skip: 0,
            most: PIECE,
        };
        line.push(ms(|| drop(view::timeline::look_back(app, ask).unwrap())));
    }
    let drawn: Vec<PersonId> = people.iter().copied().take(DRAWN).collect();
    let mut courses: Vec<f64> = (0..7)
        .map(|_| {
            let people = drawn.clone();
            ms(|| drop(view::people::courses_of(app, OfPeople { people }).unwrap()))
        })
        .collect();
    act::vault::lock(app, Nothing {}).unwrap();
    let store = open(vault, app.now());
    let conn = store.connection_for_tests();
    let mut bare: Vec<f64> = (1i64..)
        .take(people.len())
        .step_by(step)
        .map(|seq| ms(|| OF_PERSON.iter().for_each(|sql| read(conn, sql, seq))))
        .collect();
    let base = median(&mut bare);
    let name = "bare SQLCipher, same rows";
    row(
        &format!("{size} a person's page"),
        median(&mut page),
        Some((base, name)),
        "ms",
    );
    row(
        &format!("{size} a person's timeline, first piece"),
        median(&mut line),
        Some((base, name)),
        "ms",
    );
    row(
        &format!("{size} People, where {DRAWN} drawn rows stand"),
        median(&mut courses),
        None,
        "ms",
    );
    search(size, &store);
    store.close().unwrap();
}

fn open(vault: &Path, now: domain::Timestamp) -> Store {
    let passphrase = Passphrase::new(PASSPHRASE);
    Store::open(vault, Secret::Passphrase(&passphrase), now).unwrap()
}

/// Reads every value of every row.
fn read(conn: &Connection, sql: &str, seq: i64) {
    let mut statement = conn.prepare_cached(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([seq]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column).unwrap());
        }
    }
}

/// Every class of search, and each letter of two words as they are typed.
fn search(size: &str, store: &Store) {
    let find = |words: &str| Find {
        words: Query::parse(words),
        most: HITS,
        ..Find::default()
    };
    let conn = store.connection_for_tests();
    let bare = |query: &str| {
        let sql =
            "SELECT rowid, words FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?";
        let mut statement = conn.prepare_cached(sql).unwrap();
        let mut rows = statement.query((query, HITS as i64)).unwrap();
        while let Some(row) = rows.next().unwrap() {
            std::hint::black_box(row.get_ref(1).unwrap());
        }
    };
    for (class, typed, query) in CLASSES {
        let [mut ours, mut theirs] = [const { Vec::new() }; 2];
        for _ in 0..25 {
            ours.push(ms(|| drop(store.find(&find(typed)).unwrap())));
            theirs.push(ms(|| bare(query)));
        }
        let base = Some((median(&mut theirs), "bare FTS5"));
        row(
            &format!("{size} search, {class}, p50"),
            median(&mut ours),
            base,
            "ms",
        );
        let base = Some((quantile(&mut theirs, 0.99), "bare FTS5"));
        row(
            &format!("{size} search, {class}, p99"),
            quantile(&mut ours, 0.99),
            base,
            "ms",
        );
    }
    let typed = "morning walk";
    let mut keys: Vec<f64> = (0..10)
        .flat_map(|_| 1..=typed.len())
        .map(|to| ms(|| drop(store.find(&find(&typed[..to])).unwrap())))
        .collect();
    row(
        &format!("{size} search as one types, p99"),
        quantile(&mut keys, 0.99),
        None,
        "ms",
    );
}

/// A caseload of ten thousand from a table into an empty vault, looked at first; beside the same rows in bare SQLCipher.
pub fn caseload() {
    let test = TestApp::open();
    let path = test.dir.path().join("caseload.csv");
    let lines = (0..NEWCOMERS).map(|n| format!("Person {n};{n:05};da;3.9.2026;24.11.2026 10:00\n"));
    let text: String = lines.collect();
    fs::write(
        &path,
        format!("Navn;Journalnr;Sprog;Start;Næste tid\n{text}"),
    )
    .unwrap();
    let path = path.display().to_string();
    let mut seen = None;
    let look = LookAtCaseload { path, how: None };
    let looked = ms(|| seen = Some(view::caseload::look_at_caseload(&test.app, look).unwrap()));
    let seen = seen.unwrap();
    let ask = ImportCaseload {
        path: seen.path,
        how: seen.how,
        seen: seen.seen,
        also: Vec::new(),
    };
    let brought = ms(|| drop(act::caseload::import_caseload(&test.app, ask).unwrap()));
    let bare = Bare::open(&test.dir.path().join("people.db"), true);
    let base = ms(|| bare.people(NEWCOMERS));
    row("a caseload of 10,000, looked at", looked, None, "ms");
    row(
        "a caseload of 10,000, brought in",
        brought,
        Some((base, "bare SQLCipher, same rows")),
        "ms",
    );
}
