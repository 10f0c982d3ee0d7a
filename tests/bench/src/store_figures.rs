//! Store: durable save, opening, the first screen and one person's page at W1 and, when asked for, at ten times the people;
//! saves beside bare SQLCipher and bare SQLite writing the same rows and full text.

use std::{env, path::Path};

use api::{App, Env as _, act, view, wire::*};
use domain::{
    NoteId, PersonId, SessionId,
    session::{SessionEntry, SessionText},
};
use store::{Passphrase, Secret, Store};
use testkit::{PASSPHRASE, TestApp, TestEnv};

use crate::{bare::Bare, median, ms, quantile, reading, row, w1};

const SAVES: usize = 400;

/// Prints the figures; `times` as many people as W1 has.
pub fn run() {
    let times = env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(1);
    at(times);
    reading::caseload();
}

fn at(times: usize) {
    let size = format!("W1x{times}");
    let test = TestApp::open();
    act::vault::lock(&test.app, Nothing {}).unwrap();
    let passphrase = Passphrase::new(PASSPHRASE);
    let vault = test.app.data_dir().to_owned();
    let mut store = Store::open(&vault, Secret::Passphrase(&passphrase), test.env.now()).unwrap();
    let mut people = Vec::new();
    let filled = ms(|| people = w1::fill(&mut store, &test.env, 200 * times, 60));
    let sessions = 12_000.0 * times as f64;
    row(
        &format!("{size} import in batches, sessions a second"),
        sessions / (filled / 1000.0),
        None,
        "/s",
    );
    let tended = ms(|| while store.tend().unwrap() {});
    row(
        &format!("{size} indexing and merging afterwards, in idle moments"),
        tended,
        None,
        "ms",
    );
    what_fills(&size, &store);
    store.close().unwrap();
    let bytes = std::fs::metadata(test.app.vault_dir().join("vault.db")).map_or(0, |m| m.len());
    row(
        &format!("{size} size of the database file"),
        bytes as f64 / 1e6,
        None,
        "MB",
    );
    open_and_look(&size, &test, &vault, &passphrase, &people);
    reading::person(&size, &unlocked(&test, 1_500_000_000), &vault, &people);
    save(&size, &test, people[people.len() / 2]);
}

/// Says which tables and indexes take the most room.
fn what_fills(size: &str, store: &Store) {
    let conn = store.connection_for_tests();
    let mut statement = conn
        .prepare(
            "SELECT name, sum(pgsize) AS bytes, sum(unused) AS unused FROM dbstat GROUP BY name
             ORDER BY bytes DESC LIMIT 24",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(part) = rows.next().unwrap() {
        let name: String = part.get("name").unwrap();
        let [bytes, unused] =
            ["bytes", "unused"].map(|column| part.get::<_, f64>(column).unwrap() / 1e6);
        row(
            &format!("{size} of it {name} ({unused:.1} MB empty)"),
            bytes,
            None,
            "MB",
        );
    }
}

fn open_and_look(
    size: &str,
    test: &TestApp,
    vault: &Path,
    passphrase: &Passphrase,
    people: &[PersonId],
) {
    let now = test.env.now();
    let mut opens: Vec<f64> = (0..9)
        .map(|_| {
            let mut store = None;
            let took = ms(|| {
                store = Some(Store::open(vault, Secret::Passphrase(passphrase), now).unwrap())
            });
            store.unwrap().close().unwrap();
            took
        })
        .collect();
    row(
        &format!("{size} open (cheap key derivation)"),
        median(&mut opens),
        None,
        "ms",
    );
    let [mut first, mut page, mut all] = [const { Vec::new() }; 3];
    for n in 0..7u32 {
        let app = unlocked(test, 1_000_000_000 + u64::from(n));
        first.push(ms(|| drop(view::today::today(&app, Nothing {}).unwrap())));
        let person = people[n as usize * people.len() / 8];
        page.push(ms(|| {
            drop(view::person::person(&app, OfPerson { person }).unwrap())
        }));
        if n == 6 {
            all = (0..7)
                .map(|_| ms(|| drop(view::people::people(&app, Nothing {}).unwrap())))
                .collect();
        }
        act::vault::lock(&app, Nothing {}).unwrap();
    }
    for (figure, mut figures) in [
        ("Today, first visit (use case)", first),
        ("one person's page, first visit (use case)", page),
        ("People, all rows (use case, whole view)", all),
    ] {
        row(
            &format!("{size} {figure}"),
            median(&mut figures),
            None,
            "ms",
        );
    }
    let store = Store::open(vault, Secret::Passphrase(passphrase), now).unwrap();
    let step = people.len() / 18;
    let mut sessions: Vec<f64> = people
        .iter()
        .step_by(step)
        .map(|&p| ms(|| drop(store.sessions(p).unwrap())))
        .collect();
    row(
        &format!("{size} one person's list of 60 sessions"),
        median(&mut sessions),
        None,
        "ms",
    );
    store.close().unwrap();
}

fn unlocked(test: &TestApp, first_id: u64) -> App {
    let app = App::new(
        test.app.data_dir().to_owned(),
        Box::new(TestEnv::new(first_id)),
    )
    .unwrap();
    let passphrase = SecretText::new(PASSPHRASE.to_owned());
    act::vault::unlock(&app, Unlock { passphrase }).unwrap();
    app
}

/// A keystroke's save through the command's own function, against the same rows and full text in bare SQLCipher with the
/// same pages and in SQLite without a key, all `synchronous=FULL` in WAL mode.
fn save(size: &str, test: &TestApp, person: PersonId) {
    let app = unlocked(test, 2_000_000_000);
    let started = act::sessions::start_session(&app, StartSession { person, on: None }).unwrap();
    let session = SessionId::new(started.made.unwrap());
    let drafted = act::notes::draft_note(
        &app,
        DraftNote {
            session,
            format: None,
        },
    )
    .unwrap();
    let note = NoteId::new(drafted.made.unwrap());
    let keyed = Bare::open(&test.dir.path().join("keyed.db"), true);
    let plain = Bare::open(&test.dir.path().join("plain.db"), false);
    let [mut entry, mut written] = [const { Vec::new() }; 2];
    let [
        mut keyed_entry,
        mut plain_entry,
        mut keyed_note,
        mut plain_note,
    ] = [const { Vec::new() }; 4];
    // In turn, so that a slow moment of the machine falls on all of them alike.
    for n in 0..SAVES {
        let (agenda, response) = (w1::prose(60, n), w1::prose(350, n));
        let ask = RecordInSession {
            session,
            entry: SessionEntry::Words {
                field: SessionText::Agenda,
                text: agenda.clone(),
            },
        };
        entry.push(ms(|| {
            drop(act::recording::record_in_session(&app, ask).unwrap())
        }));
        keyed_entry.push(ms(|| keyed.entry(&agenda)));
        plain_entry.push(ms(|| plain.entry(&agenda)));
        let ask = WriteNote {
            note,
            section: domain::note::NoteSectionKind::Response,
            text: Some(response.clone()),
            judgement: None,
            confirmed: None,
        };
        written.push(ms(|| drop(act::notes::write_note(&app, ask).unwrap())));
        keyed_note.push(ms(|| keyed.section(&response)));
        plain_note.push(ms(|| plain.section(&response)));
        if n % 50 == 49 {
            app.tend();
            keyed.tend();
            plain.tend();
        }
    }
    for (figure, ours, keyed, plain) in [
        (
            "session entry",
            &mut entry,
            &mut keyed_entry,
            &mut plain_entry,
        ),
        (
            "note, 350 words",
            &mut written,
            &mut keyed_note,
            &mut plain_note,
        ),
    ] {
        for (part, name) in [(0.5, "p50"), (0.99, "p99")] {
            let (ours, keyed, plain) = (
                quantile(ours, part),
                quantile(keyed, part),
                quantile(plain, part),
            );
            let figure = format!("{size} durable save of a {figure}, {name}");
            row(
                &figure,
                ours,
                Some((keyed, "bare SQLCipher, same rows")),
                "ms",
            );
            row(&figure, ours, Some((plain, "bare SQLite, same rows")), "ms");
        }
    }
}
