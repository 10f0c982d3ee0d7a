//! What leaves: checked, entered in the ledger, and only then written or printed; a draft marked as one.

use std::{
    fs,
    os::unix::fs::{MetadataExt, symlink},
    path::PathBuf,
    process::Command,
    sync::{
        Arc, Mutex, OnceLock, Weak,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use api::{
    ApiError, ErrorCode, Kept, Outside, Window,
    act::hand_off,
    outside::{Choice, Discretion},
    wire::{MakePaper, PaperRequest, SecretText},
};
use domain::{NoteId, PersonId};
use serde_json::{Value, json};
use tests::{SmallDisk, TestApp, made, make_vault, names_in};

/// A window in which nobody sits: it answers as it is told, and looks into the ledger whenever it is asked.
#[derive(Default)]
struct Desk {
    test: OnceLock<Weak<TestApp>>,
    place: Mutex<Option<PathBuf>>,
    /// The vault locks while somebody thinks about where to put the file.
    locks: AtomicBool,
    leaves_the_dialog: AtomicBool,
    no_printer: AtomicBool,
    asked: AtomicUsize,
    /// The newest line of the ledger each time something was printed, and how discreetly.
    seen: Mutex<Vec<(Value, Discretion)>>,
}

struct AtDesk(Arc<Desk>);

impl Outside for AtDesk {
    fn choose(&self, _: &Choice) -> Option<PathBuf> {
        self.0.asked.fetch_add(1, Ordering::SeqCst);
        if self.0.locks.load(Ordering::SeqCst) {
            self.test().get("lock", json!({}));
        }
        self.0.place.lock().unwrap().clone()
    }

    fn monitors(&self) -> Result<Vec<api::wire::MonitorChoice>, ApiError> {
        Ok(Vec::new())
    }

    fn leave(&self) {}

    fn stay(&self) {}

    fn begin_anew(&self) {}

    fn dictionaries(&self) -> Vec<String> {
        vec!["da_DK".to_owned()]
    }

    fn print(&self, pdf: &[u8], discretion: Discretion) -> Result<bool, ApiError> {
        assert!(pdf.starts_with(b"%PDF-"));
        self.0.asked.fetch_add(1, Ordering::SeqCst);
        let ledger = self.test().ask("hand_off", json!({}));
        let newest = ledger.map_or(Value::Null, |view| view["left"][0].clone());
        self.0.seen.lock().unwrap().push((newest, discretion));
        if self.0.no_printer.load(Ordering::SeqCst) {
            return Err(ErrorCode::CannotPrint.into());
        }
        Ok(!self.0.leaves_the_dialog.load(Ordering::SeqCst))
    }
}

impl AtDesk {
    fn test(&self) -> Arc<TestApp> {
        self.0.test.get().unwrap().upgrade().unwrap()
    }
}

fn at_desk(test: TestApp) -> (Arc<TestApp>, Arc<Desk>) {
    let desk = Arc::new(Desk::default());
    let test = Arc::new(test.facing(AtDesk(Arc::clone(&desk))));
    desk.test.set(Arc::downgrade(&test)).unwrap();
    *desk.place.lock().unwrap() = Some(test.dir.path().join("x.pdf"));
    (test, desk)
}

fn goals(person: &str) -> Value {
    json!({ "paper": { "kind": "goals", "person": person }, "size": "normal", "format": null })
}

fn save(test: &TestApp, pages: &Value, to: &str) -> Result<Value, ApiError> {
    test.ask(
        "save_paper",
        json!({ "pages": pages, "to": to, "name": "Goals" }),
    )
}

fn print(test: &TestApp, pages: &Value, to: &str) -> Result<Value, ApiError> {
    test.ask("print_paper", json!({ "pages": pages, "to": to }))
}

fn left(test: &TestApp) -> Vec<Value> {
    let ledger = test.get("hand_off", json!({}));
    ledger["left"].as_array().unwrap().clone()
}

/// A person whose goal sheet can be saved.
fn saving(test: &TestApp) -> MakePaper {
    let person: PersonId = test.add_person("Maria H.").parse().unwrap();
    MakePaper {
        paper: PaperRequest::Goals { person },
        size: Default::default(),
        format: None,
    }
}

/// A note of many words, not signed.
fn draft(test: &TestApp, language: &str) -> String {
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["language"] = json!(language);
    test.get("change_settings", json!({ "settings": settings }));
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let long = "She came on foot and spoke of the sea. ".repeat(200);
    test.get("write_note", json!({ "note": note, "section": "response", "text": null, "judgement": long, "confirmed": null }));
    note
}

fn note(id: &str) -> Value {
    json!({ "paper": { "kind": "note", "note": id }, "size": "normal", "format": null })
}

#[test]
fn a_draft_leaves_marked_on_each_page_in_its_language_and_stands_in_the_ledger() {
    for (language, mark) in [("en", "DRAFT"), ("da", "KLADDE"), ("nb", "UTKAST")] {
        let (test, desk) = at_desk(TestApp::open());
        let id = draft(&test, language);
        let saved = save(&test, &note(&id), "Dr. Lund").unwrap();
        let text = Command::new("pdftotext")
            .args([saved["path"].as_str().unwrap(), "-"])
            .output()
            .unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        let pages: Vec<_> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        assert!(pages.len() > 2, "{language}: {}", pages.len());
        for page in &pages {
            assert!(page.contains(mark), "{language}: {page}");
        }
        let line = &left(&test)[0];
        assert_eq!(
            (&line["what"], &line["draft"], &line["to"], &line["outcome"]),
            (
                &json!("note"),
                &json!(true),
                &json!("Dr. Lund"),
                &json!("left")
            )
        );

        // Signed, it still waits to be handed over, and leaves without the mark.
        test.get("sign_note", json!({ "note": id }));
        let waiting = |test: &TestApp| {
            test.get("hand_off", json!({}))["waiting"]
                .as_array()
                .unwrap()
                .len()
        };
        assert_eq!(waiting(&test), 1);
        print(&test, &note(&id), "").unwrap();
        assert_eq!(desk.seen.lock().unwrap()[0].0["draft"], false);
        assert_eq!(waiting(&test), 0);
    }
}

#[test]
fn a_folder_with_a_draft_in_it_says_so_in_the_ledger() {
    let test = TestApp::open();
    let id = draft(&test, "en");
    let person = test.get("note", json!({ "note": id }))["note"]["person"].clone();
    let person: PersonId = serde_json::from_value(person).unwrap();
    for draft in [true, false] {
        let dir = test.dir.path().join(format!("folder {draft}"));
        let done = api::act::exports::save_folder_in(&test.app, person, "", &dir).unwrap();
        assert_eq!(done.saved.iter().any(|file| file.contains("-draft")), draft);
        assert_eq!(left(&test)[0]["draft"], draft);
        if draft {
            test.get("sign_note", json!({ "note": id }));
        }
    }
}

#[test]
fn a_folder_is_written_through_no_link_that_lies_in_it() {
    let test = TestApp::open();
    let id = draft(&test, "en");
    let person = test.get("note", json!({ "note": id }))["note"]["person"].clone();
    let person: PersonId = serde_json::from_value(person).unwrap();
    let [dir, elsewhere] = ["folder", "elsewhere"].map(|name| test.dir.path().join(name));
    for folder in [&dir, &elsewhere] {
        fs::create_dir(folder).unwrap();
    }
    std::os::unix::fs::symlink(&elsewhere, dir.join("notes")).unwrap();
    let done = api::act::exports::save_folder_in(&test.app, person, "", &dir).unwrap();
    let notes = |files: &[String]| {
        files
            .iter()
            .filter(|file| file.starts_with("notes/"))
            .count()
    };
    assert_eq!((notes(&done.saved), notes(&done.not_saved)), (0, 2));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn the_ledger_knows_before_the_printer_does_and_says_how_it_ended() {
    let (test, desk) = at_desk(TestApp::open());
    let pages = goals(&test.add_person("Maria H."));
    assert_eq!(print(&test, &pages, " the team ").unwrap()["printed"], true);
    desk.leaves_the_dialog.store(true, Ordering::SeqCst);
    assert_eq!(print(&test, &pages, "").unwrap()["printed"], false);
    desk.no_printer.store(true, Ordering::SeqCst);
    let refused = print(&test, &pages, "").unwrap_err();
    assert_eq!(refused.code, ErrorCode::CannotPrint);
    for (seen, discretion) in desk.seen.lock().unwrap().iter() {
        assert_eq!(
            (&seen["what"], &seen["outcome"]),
            (&json!("goals"), &json!("begun"))
        );
        assert_eq!(*discretion, Discretion::Usual);
    }
    let outcomes: Vec<_> = left(&test)
        .iter()
        .map(|line| line["outcome"].clone())
        .collect();
    assert_eq!(outcomes, ["stayed", "stayed", "left"]);
    assert_eq!(left(&test)[2]["to"], "the team");
}

#[test]
fn nothing_is_written_that_the_ledger_cannot_hold() {
    let (test, desk) = at_desk(TestApp::open());
    let pages = goals(&test.add_person("Maria H."));
    desk.locks.store(true, Ordering::SeqCst);
    assert_eq!(save(&test, &pages, "").unwrap_err().code, ErrorCode::Locked);
    assert_eq!(desk.asked.load(Ordering::SeqCst), 1);
    assert_eq!(names_in(test.dir.path()), ["data"]);
}

#[test]
fn where_writing_fails_the_ledger_says_so_and_nothing_is_left_behind() {
    as_anybody(
        "where_writing_fails_the_ledger_says_so_and_nothing_is_left_behind",
        failing,
    );
}

fn failing() {
    let test = TestApp::open();
    let paper = saving(&test);
    let dir = test.dir.path();
    fs::create_dir(dir.join("taken")).unwrap();
    fs::create_dir(dir.join("closed")).unwrap();
    fs::set_permissions(
        dir.join("closed"),
        std::os::unix::fs::PermissionsExt::from_mode(0o500),
    )
    .unwrap();
    let small = SmallDisk::on(dir.join("small"), "size=8k,mode=0777").unwrap();
    let places = [
        (dir.join("none/x.pdf"), ErrorCode::FolderGone),
        (dir.join("taken"), ErrorCode::CannotWrite),
        (dir.join("closed/x.pdf"), ErrorCode::ReadOnly),
        (small.path().join("x.pdf"), ErrorCode::DiskFull),
    ];
    let count = places.len();
    for (path, code) in places {
        let refused = hand_off::save_paper_as(&test.app, &paper, "", &path);
        assert_eq!(refused.unwrap_err().code, code, "{}", path.display());
    }
    let left = left(&test);
    assert_eq!(left.len(), count);
    assert!(
        left.iter().all(|line| line["outcome"] == "stayed"),
        "{left:?}"
    );
    for folder in ["taken", "closed", "small"] {
        assert!(names_in(&dir.join(folder)).is_empty(), "{folder}");
    }
    assert_eq!(names_in(dir), ["closed", "data", "small", "taken"]);
}

#[test]
fn a_folder_that_cannot_be_flushed_is_a_warning() {
    as_anybody("a_folder_that_cannot_be_flushed_is_a_warning", unflushed);
}

fn unflushed() {
    let (test, desk) = at_desk(TestApp::open());
    let pages = goals(&test.add_person("Maria H."));
    let folder = test.dir.path().join("share");
    fs::create_dir(&folder).unwrap();
    // A folder that can be written and not read cannot be opened to be flushed.
    fs::set_permissions(&folder, std::os::unix::fs::PermissionsExt::from_mode(0o300)).unwrap();
    let path = folder.join("x.pdf");
    *desk.place.lock().unwrap() = Some(path.clone());
    let saved = save(&test, &pages, "").unwrap();
    assert_eq!(saved, json!({ "path": path, "flushed": false }));
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert_eq!(left(&test)[0]["outcome"], "left");

    let backup = test.get("back_up", json!({ "folder": folder }));
    assert_eq!(backup["flushed"], false);
    let back = json!({ "file": backup["path"], "with": { "passphrase": tests::PASSPHRASE } });
    assert_eq!(test.get("plan_restore", back)["compared"], true);
}

#[test]
fn what_leaves_is_its_owners_alone_and_follows_no_link() {
    let test = TestApp::open();
    let paper = saving(&test);
    let dir = test.dir.path().join("shared");
    fs::create_dir(&dir).unwrap();
    let theirs = test.dir.path().join("theirs");
    fs::write(&theirs, "theirs").unwrap();
    let place = dir.join("x.pdf");
    // At the name of the file, and at what used to be the names on the way there.
    for planted in ["x.pdf", "x.pdf.part", "x.part"] {
        symlink(&theirs, dir.join(planted)).unwrap();
    }
    let kept = hand_off::save_paper_as(&test.app, &paper, "", &place).unwrap();
    assert_eq!(kept, Kept::Flushed);
    assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    let saved = fs::symlink_metadata(&place).unwrap();
    assert!(saved.is_file());
    assert_eq!(saved.mode() & 0o7777, 0o600);
    assert_eq!(names_in(&dir), ["x.part", "x.pdf", "x.pdf.part"]);

    // A backup takes the same way.
    let stamp = test.get("back_up", json!({ "folder": dir }));
    let first = PathBuf::from(stamp["path"].as_str().unwrap());
    assert_eq!(fs::metadata(&first).unwrap().mode() & 0o7777, 0o600);
    fs::remove_file(&first).unwrap();
    symlink(&theirs, first.with_extension("part")).unwrap();
    symlink(test.dir.path().join("nowhere"), &first).unwrap();
    let again = test.get("back_up", json!({ "folder": dir }));
    assert!(
        fs::symlink_metadata(again["path"].as_str().unwrap())
            .unwrap()
            .is_file()
    );
    assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    assert!(!test.dir.path().join("nowhere").exists());
}

#[test]
fn printing_and_saving_are_rows_like_all_others_and_keep_the_same_gate() {
    let (test, desk) = at_desk(TestApp::open());
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let id = made(&test.get("draft_note", json!({ "session": session })));
    let handout = json!({ "paper": { "kind": "handouts", "topics": ["what-is-recovery"], "language": "en",
        "course": "eleven-modules", "person": person, "filled": true, "short": false, "examples": false }, "size": "normal", "format": null });
    let somebodys = [goals(&person), note(&id), handout];
    let code = json!({ "code": "K7QF4", "name": "n" });
    let mut rows: Vec<(&str, Value)> = vec![
        ("choose_folder", json!({})),
        ("choose_file", json!({})),
        ("dictionaries", json!({})),
        ("monitors", json!({})),
        ("save_recovery_sheet", code),
        ("print_recovery_sheet", json!({ "code": "K7QF4" })),
    ];
    for pages in &somebodys {
        rows.push((
            "save_paper",
            json!({ "pages": pages, "to": "", "name": "n" }),
        ));
        rows.push(("print_paper", json!({ "pages": pages, "to": "" })));
    }
    for (name, request) in &rows {
        let refused = test.ask_from(Window::Turned, name, request.clone());
        assert_eq!(refused.unwrap_err().code, ErrorCode::ScreenTurned, "{name}");
    }
    test.get("lock", json!({}));
    for (name, request) in &rows[4..] {
        let refused = test.ask(name, request.clone());
        assert_eq!(refused.unwrap_err().code, ErrorCode::Locked, "{name}");
    }
    assert_eq!(
        desk.asked.load(Ordering::SeqCst),
        0,
        "nobody was asked anything"
    );

    // Blank paper needs no vault, and a backup is chosen before one is open.
    let blank = json!({ "paper": { "kind": "helpNow" }, "size": "normal", "format": null });
    save(&test, &blank, "").unwrap();
    print(&test, &blank, "").unwrap();
    test.get("choose_file", json!({}));
    test.unlock();
    assert_eq!(left(&test), Vec::<Value>::new(), "blank paper is nobody's");
}

#[test]
fn the_recovery_sheet_is_a_secret_on_its_way_in_and_out_and_stands_in_the_ledger() {
    let test = TestApp::new();
    let code = make_vault(&test.app, false);
    let (test, desk) = at_desk(test);
    let facts = |name: &str| {
        let row = api::commands::COMMANDS.iter().find(|row| row.name == name);
        row.unwrap().facts
    };
    for name in ["save_recovery_sheet", "print_recovery_sheet"] {
        assert!(facts(name).secret && !facts(name).locked && !facts(name).turned);
    }
    test.get(
        "save_recovery_sheet",
        json!({ "code": code, "name": "sheet" }),
    );
    test.get("print_recovery_sheet", json!({ "code": code }));
    let (seen, discretion) = desk.seen.lock().unwrap()[0].clone();
    assert_eq!(
        (seen["outcome"].clone(), discretion),
        (json!("begun"), Discretion::Secret)
    );
    let formats: Vec<_> = left(&test)
        .iter()
        .map(|line| {
            (
                line["what"].clone(),
                line["format"].clone(),
                line["outcome"].clone(),
            )
        })
        .collect();
    let line = |format: &str| (json!("recoverySheet"), json!(format), json!("left"));
    assert_eq!(formats, [line("print"), line("pdf")]);
    let path = test.dir.path().join("x.pdf");
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o600);
    let text = Command::new("pdftotext")
        .arg(&path)
        .arg("-")
        .output()
        .unwrap();
    // The sheet breaks the code over lines, between its groups.
    let letters =
        |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).collect() };
    let text = letters(&String::from_utf8_lossy(&text.stdout));
    assert!(text.contains(&letters(&code)), "{text}");
    // No other paper takes a code.
    let as_paper = json!({ "paper": { "kind": "recoveryCode", "code": code }, "size": "normal", "format": null });
    assert_eq!(
        test.ask("preview", as_paper).unwrap_err().code,
        ErrorCode::BadRequest
    );
    let shown = format!("{:?}", SecretText::new(code.clone()));
    assert!(!shown.contains(&code));
}

#[test]
fn to_whom_something_went_is_remembered_in_the_vault() {
    let test = TestApp::open();
    let mut paper = saving(&test);
    let path = test.dir.path().join("x.pdf");
    for to in ["Dr. Lund", "", "the day team", "Dr. Lund"] {
        test.env.pass(60);
        let _ = hand_off::save_paper_as(&test.app, &paper, to, &path).unwrap();
    }
    let known = test.get("recipients", json!({}));
    assert_eq!(known["known"], json!(["Dr. Lund", "the day team"]));
    let told: Vec<_> = left(&test).iter().map(|line| line["to"].clone()).collect();
    assert_eq!(told, ["Dr. Lund", "the day team", "", "Dr. Lund"]);

    // A note that is not there leaves no trace in the ledger.
    paper.paper = PaperRequest::Note {
        note: NoteId::new(test.app.uuid()),
    };
    let refused = hand_off::save_paper_as(&test.app, &paper, "", &path).unwrap_err();
    assert_eq!((refused.code, left(&test).len()), (ErrorCode::NotFound, 4));
    test.get("lock", json!({}));
    assert_eq!(
        test.ask("recipients", json!({})).unwrap_err().code,
        ErrorCode::Locked
    );
}

/// Says to a started process that permissions bind it.
const BOUND: &str = "WAYMARK_TEST_BOUND";

/// Runs a test as somebody whom permissions bind: root without the right to pass over them.
fn as_anybody(test: &str, body: fn()) {
    let passes_over = fs::metadata("/proc/self").unwrap().uid() == 0;
    if !passes_over || std::env::var_os(BOUND).is_some() {
        return body();
    }
    let played = Command::new("setpriv")
        .args(["--bounding-set", "-dac_override,-dac_read_search"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("leaving::{test}"), "--nocapture"])
        .env(BOUND, "")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&played.stdout);
    assert!(
        played.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&played.stderr)
    );
}

#[test]
fn a_note_leaves_as_what_its_name_says_and_says_the_same() {
    let (test, _) = at_desk(TestApp::open());
    let maria = test.add_person("Maria Høegh");
    let session = test.start_session(&maria);
    let drafted = test.get("draft_note", json!({ "session": session }));
    let note = drafted["made"].clone();
    let words =
        json!({ "note": note, "section": "response", "text": "Tog bussen <selv> & \"smilede\"" });
    test.get("write_note", words);
    let paper: MakePaper = serde_json::from_value(json!({
        "paper": { "kind": "note", "note": note }, "size": "normal", "format": null
    }))
    .unwrap();
    for (ending, begins) in [
        ("pdf", &b"%PDF-"[..]),
        ("docx", b"PK\x03\x04"),
        ("txt", "DRAFT".as_bytes()),
        ("html", b"<!DOCTYPE html>"),
    ] {
        let path = test.dir.path().join(format!("note.{ending}"));
        let _ = hand_off::save_paper_as(&test.app, &paper, "Ward 3", &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{ending}");
        if let Ok(text) = String::from_utf8(bytes) {
            let said = text
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
            assert!(said.contains("Tog bussen <selv> & \"smilede\""), "{text}");
            assert!(said.contains("DRAFT"), "{text}");
        }
        let line = test.get("hand_off", json!({}))["left"][0].clone();
        assert_eq!(
            (&line["format"], &line["to"], &line["draft"]),
            (&json!(ending), &json!("Ward 3"), &json!(true))
        );
    }
}
