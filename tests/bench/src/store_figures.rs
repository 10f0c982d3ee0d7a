//! Store: durable save, opening, the first screen and one person's list at W1, beside bare SQLite and bare SQLCipher.

use std::path::Path;

use api::{App, Env, act, view, wire::*};
use domain::{
    NoteId, SessionId,
    change::Change,
    session::{SessionEntry, SessionText},
};
use rusqlite::{Connection, params};
use store::{Passphrase, Secret, Store};
use testkit::{PASSPHRASE, TestApp, TestEnv};

use crate::{median, ms, quantile, row, w1};

const SAVES: usize = 400;

/// Prints the figures.
pub fn run() {
    let test = TestApp::open();
    act::vault::lock(&test.app, Nothing {}).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let vault = test.app.data_dir().to_owned();
    let mut store = Store::open(&vault, Secret::Passphrase(&passphrase), test.env.now()).unwrap();
    let mut people = Vec::new();
    let filled = ms(|| people = w1::fill(&mut store, &test.env, 200, 60));
    row(
        "W1 import, sessions a second",
        12_000.0 / (filled / 1000.0),
        None,
        "/s",
    );
    while store.tend().unwrap() {}
    store.close().unwrap();
    let bytes: u64 = std::fs::metadata(test.app.vault_dir().join("vault.db"))
        .map(|m| m.len())
        .unwrap_or(0);
    row(
        "W1 size of the database file",
        bytes as f64 / 1e6,
        None,
        "MB",
    );

    open_and_list(&test, &vault, &passphrase, &people);
    save(&test, people[100]);
}

fn open_and_list(
    test: &TestApp,
    vault: &Path,
    passphrase: &Passphrase,
    people: &[domain::PersonId],
) {
    let mut opens: Vec<f64> = (0..7)
        .map(|_| {
            let mut store = None;
            let took = ms(|| {
                store = Some(
                    Store::open(vault, Secret::Passphrase(passphrase), test.env.now()).unwrap(),
                )
            });
            store.unwrap().close().unwrap();
            took
        })
        .collect();
    row(
        "open at W1 (cheap key derivation)",
        median(&mut opens),
        None,
        "ms",
    );
    let mut first = Vec::new();
    let mut list = Vec::new();
    for n in 0..7 {
        let app = App::new(
            test.app.data_dir().to_owned(),
            Box::new(TestEnv::new(10_000_000 + n)),
        )
        .unwrap();
        act::vault::unlock(
            &app,
            Unlock {
                passphrase: SecretText::new(PASSPHRASE.to_owned()),
            },
        )
        .unwrap();
        first.push(ms(|| drop(view::today::today(&app, Nothing {}).unwrap())));
        list.push(ms(|| {
            drop(
                view::person::person(
                    &app,
                    OfPerson {
                        person: people[n as usize * 20],
                    },
                )
                .unwrap(),
            )
        }));
        if n == 6 {
            let mut all: Vec<f64> = (0..7)
                .map(|_| ms(|| drop(view::people::people(&app, Nothing {}).unwrap())))
                .collect();
            row(
                "People, 200 rows (use case, whole view)",
                median(&mut all),
                None,
                "ms",
            );
        }
        act::vault::lock(&app, Nothing {}).unwrap();
    }
    row(
        "Today at W1, first visit (use case)",
        median(&mut first),
        None,
        "ms",
    );
    row(
        "one person's page, first visit (use case)",
        median(&mut list),
        None,
        "ms",
    );
    let store = Store::open(vault, Secret::Passphrase(passphrase), test.env.now()).unwrap();
    let mut sessions: Vec<f64> = people
        .iter()
        .step_by(11)
        .map(|&p| ms(|| drop(store.sessions(p).unwrap())))
        .collect();
    row(
        "one person's list of 60 sessions",
        median(&mut sessions),
        None,
        "ms",
    );
    store.close().unwrap();
}

/// A keystroke's save through the command's own function, against the same rows in the same SQLite without a key, with
/// one, both `synchronous=FULL` in WAL mode.
fn save(test: &TestApp, person: domain::PersonId) {
    let app = App::new(
        test.app.data_dir().to_owned(),
        Box::new(TestEnv::new(20_000_000)),
    )
    .unwrap();
    act::vault::unlock(
        &app,
        Unlock {
            passphrase: SecretText::new(PASSPHRASE.to_owned()),
        },
    )
    .unwrap();
    let made = |change: Change| change.made.unwrap();
    let started = act::sessions::start_session(&app, StartSession { person, on: None });
    let session = SessionId::new(made(started.unwrap()));
    let drafted = act::notes::draft_note(&app, DraftNote { session });
    let note = NoteId::new(made(drafted.unwrap()));
    let plain = bare(&test.dir.path().join("plain.db"), None);
    let keyed = bare(
        &test.dir.path().join("keyed.db"),
        Some("x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff'"),
    );
    let [mut entry, mut written, mut base, mut cipher] = [const { Vec::new() }; 4];
    // In turn, so that a slow moment of the machine falls on all of them alike.
    for n in 0..SAVES {
        let text = w1::prose(60, n);
        entry.push(ms(|| {
            let entry = SessionEntry::Words {
                field: SessionText::Agenda,
                text: text.clone(),
            };
            act::recording::record_in_session(&app, RecordInSession { session, entry }).unwrap();
        }));
        let ask = WriteNote {
            note,
            section: domain::note::NoteSectionKind::Response,
            text: Some(w1::prose(350, n)),
            judgement: None,
            confirmed: None,
        };
        written.push(ms(|| drop(act::notes::write_note(&app, ask).unwrap())));
        base.push(ms(|| twenty_rows(&plain, n)));
        cipher.push(ms(|| twenty_rows(&keyed, n)));
        if n % 50 == 49 {
            app.tend();
        }
    }
    let (b50, b99) = (median(&mut base), quantile(&mut base, 0.99));
    let (c50, c99) = (median(&mut cipher), quantile(&mut cipher, 0.99));
    row(
        "durable save of a session entry, p50",
        median(&mut entry),
        Some((b50, "bare SQLite, 20 rows + FTS")),
        "ms",
    );
    row(
        "durable save of a session entry, p99",
        quantile(&mut entry, 0.99),
        Some((b99, "bare SQLite, 20 rows + FTS")),
        "ms",
    );
    row(
        "durable save of a note (full text), p50",
        median(&mut written),
        Some((c50, "bare SQLCipher, same")),
        "ms",
    );
    row(
        "durable save of a note (full text), p99",
        quantile(&mut written, 0.99),
        Some((c99, "bare SQLCipher, same")),
        "ms",
    );
}

fn bare(path: &Path, key: Option<&str>) -> Connection {
    #[expect(
        clippy::disallowed_methods,
        reason = "the baseline is the bare library"
    )]
    let conn = Connection::open(path).unwrap();
    if let Some(key) = key {
        conn.pragma_update(None, "key", key).unwrap();
    }
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE t (id INTEGER PRIMARY KEY, person INTEGER, field TEXT, value TEXT);
         CREATE INDEX t_person ON t (person, field);
         CREATE VIRTUAL TABLE f USING fts5 (words);",
    )
    .unwrap();
    conn
}

fn twenty_rows(conn: &Connection, n: usize) {
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    {
        let mut insert = conn
            .prepare_cached("INSERT INTO t (person, field, value) VALUES (?, ?, ?)")
            .unwrap();
        for row in 0..20 {
            insert
                .execute(params![
                    n as i64,
                    format!("field {row}"),
                    w1::prose(12, n + row)
                ])
                .unwrap();
        }
        conn.prepare_cached("INSERT INTO f (words) VALUES (?)")
            .unwrap()
            .execute([w1::prose(350, n)])
            .unwrap();
    }
    conn.execute_batch("COMMIT").unwrap();
}
