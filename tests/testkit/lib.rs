//! What every test needs: a clock that stands still until told, ids that never overlap, a vault that opens fast, and
//! two made-up people to mix up.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test kit: it panics where a test fails"
)]

pub mod hostile;
mod small_disk;
mod stick;

pub use small_disk::SmallDisk;
pub use stick::Stick;

use std::{
    path::Path,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use api::{ApiError, App, Env, Window, content::Curriculum, wire::*};
use domain::{Timestamp, settings::Practitioner};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Opens every test vault.
pub const PASSPHRASE: &str = "seven quiet lanterns by the harbour";

/// Saturday 21 November 2026, 10:00 in Copenhagen.
pub const NOW: Timestamp = Timestamp {
    millis: 1_795_251_600_000,
    offset: 60,
};

/// A clock and ids under a test's control.
#[derive(Clone)]
pub struct TestEnv {
    millis: Arc<AtomicI64>,
    ids: Arc<AtomicU64>,
}

impl TestEnv {
    /// A clock that stands at [`NOW`], with ids starting from a number of the test's choice.
    pub fn new(first_id: u64) -> Self {
        Self {
            millis: Arc::new(AtomicI64::new(NOW.millis)),
            ids: Arc::new(AtomicU64::new(first_id)),
        }
    }

    /// Lets time go by, or back.
    pub fn pass(&self, seconds: i64) {
        self.millis.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Env for TestEnv {
    fn now(&self) -> Timestamp {
        Timestamp {
            millis: self.millis.load(Ordering::SeqCst),
            ..NOW
        }
    }

    fn uuid(&self) -> Uuid {
        // Version 7 in shape, so that ids sort by making and look like the real ones.
        let n = self.ids.fetch_add(1, Ordering::SeqCst);
        Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0000 | u128::from(n))
    }
}

/// The program on a data folder of its own.
pub struct TestApp {
    /// The program.
    pub app: App,
    /// Its clock and ids.
    pub env: TestEnv,
    /// Its data folder, removed in the end.
    pub dir: Arc<TempDir>,
}

impl TestApp {
    /// Puts a window of the test's own before the program.
    #[must_use]
    pub fn facing(self, outside: impl api::Outside + 'static) -> Self {
        Self {
            app: self.app.with_outside(outside),
            ..self
        }
    }

    /// A program that has never been started before.
    pub fn new() -> Self {
        Self::on(Arc::new(tempfile::tempdir().unwrap()), TestEnv::new(1))
    }

    /// A program on a folder that is already there.
    pub fn on(dir: Arc<TempDir>, env: TestEnv) -> Self {
        let app = App::new(dir.path().join("data"), Box::new(env.clone())).unwrap();
        let app = app.with_sample(sample::fill);
        Self { app, env, dir }
    }

    /// A program with an open, empty vault, whose content is the little pack of the fixtures.
    pub fn with_little_pack() -> Self {
        let test = Self::on_content(
            Arc::new(tempfile::tempdir().unwrap()),
            TestEnv::new(1),
            little_pack(),
        );
        make_vault(&test.app, false);
        test
    }

    /// A program on a folder that is already there, with other content than the built-in one.
    pub fn on_content(dir: Arc<TempDir>, env: TestEnv, content: Curriculum) -> Self {
        let app = App::with_content(dir.path().join("data"), Box::new(env.clone()), content);
        Self { app, env, dir }
    }

    /// A program with an open, empty vault.
    pub fn open() -> Self {
        let test = Self::new();
        make_vault(&test.app, false);
        test
    }

    /// A program with the sample caseload.
    pub fn sample() -> Self {
        let test = Self::new();
        make_vault(&test.app, true);
        test
    }

    /// Stops the program without a goodbye and starts it again, locked.
    pub fn restart(self) -> Self {
        let Self { app, env, dir } = self;
        drop(app);
        Self::on(dir, env)
    }

    /// Stops the program and starts it again, unlocked, after its content was brought up to date.
    pub fn update(self, content: Curriculum) -> Self {
        let Self { app, env, dir } = self;
        drop(app);
        let test = Self::on_content(dir, env, content);
        test.unlock();
        test
    }

    /// Asks a command by name, as the page does.
    pub fn ask(&self, name: &str, request: Value) -> Result<Value, ApiError> {
        self.ask_from(Window::Main, name, request)
    }

    /// Asks a command from a window.
    pub fn ask_from(&self, window: Window, name: &str, request: Value) -> Result<Value, ApiError> {
        api::call(
            &self.app,
            window,
            name,
            &Zeroizing::new(request.to_string()),
        )
        .map(|answer| serde_json::from_str(&answer).unwrap())
    }

    /// Asks a command that has to work.
    #[track_caller]
    pub fn get(&self, name: &str, request: Value) -> Value {
        match self.ask(name, request) {
            Ok(answer) => answer,
            Err(error) => panic!("{name} was refused: {error}"),
        }
    }

    /// Unlocks with [`PASSPHRASE`].
    #[track_caller]
    pub fn unlock(&self) -> Value {
        self.get("unlock", json!({ "passphrase": PASSPHRASE }))
    }

    /// Adds a person who is known by a name only; returns the id.
    #[track_caller]
    pub fn add_person(&self, name: &str) -> String {
        let change = self.get("add_person", json!({ "details": details(name) }));
        made(&change)
    }

    /// Starts a session; returns the id.
    #[track_caller]
    pub fn start_session(&self, person: &str) -> String {
        let change = self.get("start_session", json!({ "person": person, "on": null }));
        made(&change)
    }

    /// Records one thing in a session.
    #[track_caller]
    pub fn record(&self, session: &str, entry: Value) -> Value {
        self.get(
            "record_in_session",
            json!({ "session": session, "entry": entry }),
        )
    }
}

impl Default for TestApp {
    fn default() -> Self {
        Self::new()
    }
}

/// The little pack of the fixtures.
pub fn little_pack() -> Curriculum {
    changed_pack(&[])
}

/// The little pack of the fixtures with some of its text replaced: file, what it says, what it says instead.
#[track_caller]
pub fn changed_pack(changes: &[(&str, &str, &str)]) -> Curriculum {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pack");
    let mut files = Curriculum::read(&dir).unwrap();
    for (file, from, to) in changes {
        let bytes = files.get_mut(*file).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{file} does not say “{from}”");
        *bytes = text.replace(from, to).into_bytes();
    }
    Curriculum::from_files(&files).unwrap()
}

/// The id of what a change made, or of what was there already.
#[track_caller]
pub fn made(change: &Value) -> String {
    let id = change["made"].as_str();
    id.unwrap_or_else(|| panic!("nothing was made: {change}"))
        .to_owned()
}

/// Reads a PDF as another program does, and returns its [`letters`].
pub fn letters_of_pdf(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = Command::new("pdftotext").arg(file.path()).arg("-").output();
    let read = read.expect("pdftotext is installed (Debian: poppler-utils)");
    assert!(read.status.success(), "{read:?}");
    letters(&String::from_utf8(read.stdout).unwrap())
}

/// Leaves out what setting lines adds or takes away: spaces, places to break, and the hyphens at their ends.
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200b}' | '\u{2010}'))
        .collect()
}

/// What is known of a person by name only.
pub fn details(name: &str) -> Value {
    json!({
        "preferredName": name, "recordNumber": "", "language": "en", "printSize": "normal",
        "course": "eleven-modules", "startedOn": "2026-11-21", "nextMeeting": null, "active": true,
    })
}

/// Makes a vault that opens fast, and returns its recovery code; its key derivation is a test's and good for nothing else.
pub fn make_vault(app: &App, sample: bool) -> String {
    try_vault(app, sample).unwrap()
}

/// Makes such a vault where it may be refused.
pub fn try_vault(app: &App, sample: bool) -> Result<String, ApiError> {
    let ask = CreateVault {
        passphrase: SecretText::new(PASSPHRASE.to_owned()),
        practitioner: Practitioner {
            name: "Ingrid Dahl".to_owned(),
            title: "psychiatric nurse".to_owned(),
        },
        sample,
    };
    api::act::vault::create_with_cost(app, ask, || store::KdfCost::FAST_FOR_TESTS)
}

/// Names what lies in a folder, in order.
pub fn names_in(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
