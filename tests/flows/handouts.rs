//! The handout desk: packets that hold nothing of anybody's, templates, and the pages of several people.

use std::{
    collections::BTreeSet,
    fs,
    path::PathBuf,
    sync::{Arc, Mutex},
    thread,
    time::Instant,
};

use api::{
    ApiError, ErrorCode, Outside,
    outside::{Choice, Discretion},
    wire::{FileKind, MakePaper},
};
use serde_json::{Value, json};
use tests::{TestApp, letters, letters_of_pdf, made, names_in};

/// What must be on no page of anybody else's.
const MARKER: &str = "Quillfeather";

fn packet(topics: &[&str], more: Value) -> Value {
    let mut packet = json!({ "course": "eleven-modules", "topics": topics, "language": "en" });
    for (key, value) in more.as_object().unwrap() {
        packet[key] = value.clone();
    }
    packet
}

fn pages(packet: Value, person: Option<&str>, filled: bool) -> Value {
    json!({ "paper": { "kind": "packet", "packet": packet, "person": person, "filled": filled }, "size": "normal", "format": null })
}

fn pdf(test: &TestApp, ask: Value) -> Vec<u8> {
    let ask: MakePaper = serde_json::from_value(ask).unwrap();
    api::paper::pdf(&test.app, &ask).unwrap().to_vec()
}

fn refused(test: &TestApp, ask: Value) -> ErrorCode {
    test.ask("preview", ask).unwrap_err().code
}

/// A person of whom everything says whose it is.
fn marked(test: &TestApp, mark: &str) -> String {
    let mut details = tests::details(&format!("{mark} A."));
    details["recordNumber"] = json!(format!("{mark}-77"));
    let person = made(&test.get("add_person", json!({ "details": details })));
    test.get("record_statement", json!({ "person": person, "words": format!("{mark} mornings"), "given": "said", "on": "2026-11-21", "chime": [] }));
    let topic = test.get("topic_page", json!({ "topic": "what-helps", "language": "en", "course": "eleven-modules", "person": null }));
    let blocks = topic["document"]["blocks"].as_array().unwrap();
    let question = blocks
        .iter()
        .find(|block| block["kind"] == "question")
        .unwrap();
    let key = json!({ "topic": "what-helps", "block": question["id"], "field": question["field"]["id"], "row": 0, "sheet": null });
    test.get("answer", json!({ "person": person, "session": null, "key": key, "value": { "kind": "text", "value": format!("{mark} answer") } }));
    person
}

#[test]
fn a_packet_of_nobodys_holds_nothing_of_the_vault_though_it_is_open() {
    let test = TestApp::open();
    let person = marked(&test, MARKER);
    let catalogue = test.get("catalogue", json!({}));
    let module = &catalogue["courses"][0]["modules"][0]["topics"];
    let mut topics: Vec<_> = module
        .as_array()
        .unwrap()
        .iter()
        .map(|topic| topic["id"].as_str().unwrap())
        .collect();
    topics.extend(
        catalogue["forms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|form| form["id"].as_str().unwrap()),
    );
    let everything = json!({ "cover": true, "contents": true, "services": true });
    let anonymous = pages(packet(&topics, everything.clone()), None, true);
    let printed = pdf(&test, anonymous.clone());
    assert!(!letters_of_pdf(&printed).contains(MARKER));
    assert!(!String::from_utf8_lossy(&printed).contains(MARKER));
    for kind in ["docx", "text", "html"] {
        let file = test.dir.path().join(format!("x.{kind}"));
        let ask: MakePaper = serde_json::from_value(anonymous.clone()).unwrap();
        let wrote = api::act::hand_off::save_paper_in(
            &test.app,
            &ask,
            "",
            serde_json::from_value::<FileKind>(json!(kind)).unwrap(),
            &file,
        );
        assert_eq!(wrote, Ok(api::Kept::Flushed));
        assert!(
            !String::from_utf8_lossy(&fs::read(&file).unwrap()).contains(MARKER),
            "{kind}"
        );
    }
    // Nor does it leave a trace in the ledger.
    assert_eq!(test.get("hand_off", json!({}))["left"], json!([]));
    // The test can fail: asked for by name, the same pages are theirs.
    let theirs = letters_of_pdf(&pdf(
        &test,
        pages(packet(&["what-helps"], everything), Some(&person), true),
    ));
    assert!(theirs.contains(&letters(&format!("{MARKER} answer"))));
    assert!(theirs.contains(&letters(&format!("{MARKER} A."))));
}

#[test]
fn a_packet_lies_in_the_order_it_was_put_in_with_what_was_asked_for() {
    let test = TestApp::new();
    let order = |topics: &[&str], more: Value| {
        letters_of_pdf(&pdf(&test, pages(packet(topics, more), None, false)))
    };
    let title = |topic: &str| {
        let page = test.get(
            "topic_page",
            json!({ "topic": topic, "language": "en", "course": "eleven-modules", "person": null }),
        );
        letters(page["document"]["title"].as_str().unwrap())
    };
    let (first, second) = (title("what-helps"), title("setting-a-goal"));
    let text = order(&["what-helps", "setting-a-goal"], json!({}));
    assert!(text.find(&first).unwrap() < text.find(&second).unwrap());
    let text = order(&["setting-a-goal", "what-helps"], json!({}));
    assert!(text.find(&second).unwrap() < text.find(&first).unwrap());
    assert!(!text.contains("Contents"));
    let text = order(
        &["setting-a-goal"],
        json!({ "contents": true, "cover": true, "services": true }),
    );
    for words in ["Contents", "Thesepagesbelongto", "Helpandservicesnearhere"] {
        assert!(text.contains(words), "{words}");
    }
    // Only what is filled in: the prose goes, the question stays.
    let whole = order(&["what-helps"], json!({}));
    let bare = order(&["what-helps"], json!({ "onlyWorksheets": true }));
    assert!(
        bare.len() < whole.len() / 2,
        "{} of {}",
        bare.len(),
        whole.len()
    );
    assert_eq!(
        refused(&test, pages(packet(&["nowhere"], json!({})), None, false)),
        ErrorCode::NotFound
    );
}

#[test]
fn a_site_s_own_stories_can_be_left_out() {
    let test = TestApp::new();
    let dir = test.dir.path().join("harbour");
    let home = dir.join("modules/01-recovery-strategies");
    fs::create_dir_all(home.join("en")).unwrap();
    fs::write(dir.join("pack.toml"), "format = 1\nextends = \"waymark\"\nid = \"harbour\"\ntitle = \"Harbour\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\nlicence = \"CC-BY-4.0\"\n").unwrap();
    fs::write(home.join("module.toml"), "id = \"recovery-strategies\"\n\n[[topic]]\nid = \"what-helps\"\nadd = true\nreview = { status = \"draft\" }\n\n  [[topic.block]]\n  id = \"bo\"\n  kind = \"story\"\n").unwrap();
    fs::write(home.join("en/what-helps.md"), "+++\n+++\n\n```story bo\ntitle = \"Bo, 50\"\ntext = \"Bo fishes at the harbour wall.\"\n```\n").unwrap();
    let catalogue = test.get("catalogue", json!({}));
    assert_eq!(catalogue["ownStories"], false);
    let installed = test.get("install_pack", json!({ "path": dir }));
    assert_eq!(installed["problems"], json!([]));
    assert_eq!(test.get("catalogue", json!({}))["ownStories"], true);
    let text = |own: bool| {
        letters_of_pdf(&pdf(
            &test,
            pages(
                packet(&["what-helps"], json!({ "ownStories": own })),
                None,
                false,
            ),
        ))
    };
    assert!(text(true).contains("Bofishes"));
    let without = text(false);
    assert!(!without.contains("Bofishes") && !without.contains("Bo,50"));
    // Our own stories stay.
    assert!(without.contains("Amadeupstory") || !text(true).contains("Amadeupstory"));
}

#[test]
fn templates_are_kept_with_no_vault_and_hold_nothing_about_a_person() {
    let test = TestApp::new();
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["packets"] = json!([{ "name": "Monday", "packet": packet(&["setting-a-goal"], json!({ "booklet": true })), "track": null, "size": "medium" }]);
    test.get("change_settings", json!({ "settings": settings }));
    let test = test.restart();
    let kept = test.get("app_state", json!({}))["settings"]["packets"].clone();
    assert_eq!(kept[0]["name"], "Monday");
    assert_eq!(kept[0]["packet"]["booklet"], true);
    let keys: Vec<_> = kept[0]["packet"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert!(!keys.iter().any(|key| key.contains("person")), "{keys:?}");
}

/// A desk with a folder to save in and a printer that keeps what it was sent.
#[derive(Default)]
struct Desk {
    folder: Mutex<Option<PathBuf>>,
    printed: Mutex<Vec<Vec<u8>>>,
}

struct AtDesk(Arc<Desk>);

impl Outside for AtDesk {
    fn choose(&self, what: &Choice) -> Option<PathBuf> {
        assert_eq!(*what, Choice::Folder);
        self.0.folder.lock().unwrap().clone()
    }

    fn monitors(&self) -> Result<Vec<api::wire::MonitorChoice>, ApiError> {
        Ok(Vec::new())
    }

    fn leave(&self) {}

    fn stay(&self) {}

    fn begin_anew(&self) {}

    fn dictionaries(&self) -> Vec<String> {
        Vec::new()
    }

    fn print(&self, pdf: &[u8], _: Discretion) -> Result<bool, ApiError> {
        self.0.printed.lock().unwrap().push(pdf.to_vec());
        Ok(true)
    }
}

fn at_desk(test: TestApp) -> (Arc<TestApp>, Arc<Desk>) {
    let desk = Arc::new(Desk::default());
    let test = Arc::new(test.facing(AtDesk(Arc::clone(&desk))));
    let folder = test.dir.path().join("pages");
    fs::create_dir(&folder).unwrap();
    *desk.folder.lock().unwrap() = Some(folder);
    (test, desk)
}

const EACH: fn() -> Value = || json!({ "goals": true, "topics": 1, "short": false });

/// The text of each page, as another program reads it.
fn page_texts(pdf: &[u8]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), pdf).unwrap();
    let read = std::process::Command::new("pdftotext")
        .arg(file.path())
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    let mut pages: Vec<_> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop();
    pages
}

#[test]
fn pages_of_several_people_go_to_the_printer_once_and_each_bears_one_name() {
    let (test, desk) = at_desk(TestApp::open());
    let (first, second) = (marked(&test, MARKER), marked(&test, "Oxbow"));
    let ask = json!({ "paper": { "kind": "each", "people": [first, second], "each": EACH() }, "size": "normal", "format": null });
    test.get("print_paper", json!({ "pages": ask, "to": "themselves" }));
    let printed = desk.printed.lock().unwrap();
    assert_eq!(printed.len(), 1);
    let pages = page_texts(&printed[0]);
    let mut changes = 0;
    let mut last = "";
    for page in pages.iter().filter(|page| !page.trim().is_empty()) {
        let names: Vec<_> = [MARKER, "Oxbow"]
            .into_iter()
            .filter(|name| page.contains(&format!("{name} A.")))
            .collect();
        let [name] = names.as_slice() else {
            panic!("{names:?} on {page}");
        };
        let other = if *name == MARKER { "Oxbow" } else { MARKER };
        assert!(!page.contains(other), "{page}");
        changes += usize::from(*name != last);
        last = name;
    }
    assert_eq!(changes, 2, "pages of one person lie together");
    let all = pages.join(" ");
    assert!(all.contains(&format!("{MARKER} mornings")) && all.contains("Oxbow mornings"));
    // Each has a row of their own in the ledger.
    let left = test.get("hand_off", json!({}))["left"].clone();
    let rows: Vec<_> = left
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["person"]["id"].clone(),
                row["outcome"].clone(),
                row["to"].clone(),
            )
        })
        .collect();
    assert_eq!(rows.len(), 2, "{left}");
    assert!(
        rows.iter()
            .all(|(_, outcome, to)| outcome == "left" && to == "themselves"),
        "{left}"
    );
    assert_ne!(rows[0].0, rows[1].0);
}

#[test]
fn some_pages_are_printed_as_they_are_typed_and_no_others() {
    let (test, desk) = at_desk(TestApp::open());
    let pages = pages(
        packet(&["what-is-recovery", "what-helps"], json!({})),
        None,
        false,
    );
    let print = |only: &str| {
        test.ask(
            "print_paper",
            json!({ "pages": pages, "only": only, "to": "" }),
        )
    };
    print("").unwrap();
    print(" 4 ; 2–3").unwrap();
    let printed: Vec<Vec<String>> = {
        let printed = desk.printed.lock().unwrap();
        printed.iter().map(|pdf| page_texts(pdf)).collect()
    };
    let all = &printed[0];
    assert!(all.len() > 4, "{}", all.len());
    assert_eq!(printed[1], all[1..4]);

    // Pages that are not there are refused with how many there are, and nothing reaches a printer.
    let beyond = format!("2-{}", all.len() + 1);
    let error = print(&beyond).unwrap_err();
    assert_eq!(error.code, ErrorCode::NoSuchPages);
    assert_eq!(error.details["count"], all.len().to_string());
    let error = print("two").unwrap_err();
    assert_eq!(error.code, ErrorCode::NoSuchPages);
    assert_eq!(desk.printed.lock().unwrap().len(), 2);
}

#[test]
fn some_pages_of_a_booklet_are_folded_by_themselves() {
    let (test, desk) = at_desk(TestApp::open());
    let booklet = json!({ "cover": true, "contents": true, "booklet": true });
    let pages = pages(
        packet(&["what-is-recovery", "what-helps"], booklet),
        None,
        false,
    );
    test.get(
        "print_paper",
        json!({ "pages": pages, "only": "3-6", "to": "" }),
    );
    let printed = desk.printed.lock().unwrap();
    // Four pages are one sheet: two sides.
    assert_eq!(page_texts(&printed[0]).len(), 2);
}

#[test]
fn a_note_of_which_only_some_pages_were_printed_still_waits() {
    let (test, _desk) = at_desk(TestApp::sample());
    let view = test.get("hand_off", json!({}));
    let note = view["waiting"][0]["id"].clone();
    let waits = |test: &TestApp| {
        let view = test.get("hand_off", json!({}));
        let waiting = view["waiting"].as_array().unwrap().clone();
        let still = waiting.iter().any(|each| each["id"] == note);
        (still, view["left"][0]["format"].clone())
    };
    let pages =
        json!({ "paper": { "kind": "note", "note": note }, "size": "normal", "format": null });
    test.get(
        "print_paper",
        json!({ "pages": pages, "only": "1", "to": "" }),
    );
    assert_eq!(waits(&test), (true, json!("print 1")));
    test.get("print_paper", json!({ "pages": pages, "to": "" }));
    assert_eq!(waits(&test), (false, json!("print")));
}

#[test]
fn a_long_job_that_is_stopped_answers_before_it_is_set() {
    let (test, desk) = at_desk(TestApp::open());
    let book = |size: &str| {
        let paper = json!({ "kind": "workbook", "course": "eleven-modules", "module": "recovery-strategies",
            "track": Value::Null, "language": "en", "short": false });
        json!({ "pages": { "paper": paper, "size": size, "format": null }, "to": "" })
    };
    let since = Instant::now();
    test.get("print_paper", book("normal"));
    let whole = since.elapsed();
    assert_eq!(desk.printed.lock().unwrap().len(), 1);

    // In other letters nothing of it is remembered.
    thread::scope(|scope| {
        let asked = scope.spawn(|| test.ask("print_paper", book("medium")));
        while test.get("making_paper", json!({}))["of"] == 0 && !asked.is_finished() {
            thread::yield_now();
        }
        test.get("stop_paper", json!({}));
        let since = Instant::now();
        let error = asked.join().unwrap().unwrap_err();
        assert_eq!(error.code, ErrorCode::Stopped);
        let waited = since.elapsed();
        assert!(waited < whole / 2, "{waited:?} of {whole:?}");
    });
    assert_eq!(desk.printed.lock().unwrap().len(), 1);
    // The next one is not stopped with it.
    test.get("print_paper", book("medium"));
    assert_eq!(desk.printed.lock().unwrap().len(), 2);
}

fn save_each(test: &TestApp, people: &[&str]) -> Value {
    test.get(
        "save_each",
        json!({ "people": people, "each": EACH(), "format": null, "to": "" }),
    )
}

#[test]
fn a_file_for_each_writes_over_nothing_and_names_who_is_missing() {
    let (test, desk) = at_desk(TestApp::open());
    let folder = desk.folder.lock().unwrap().clone().unwrap();
    let (first, second) = (marked(&test, MARKER), marked(&test, "Ox/bow"));
    let nobody = "019abcde-0000-7000-8000-000000000000";
    let saved = save_each(&test, &[&first, nobody, &second]);
    assert_eq!(saved["saved"], json!([first, second]));
    assert_eq!(saved["notSaved"][0]["person"], nobody);
    assert_eq!(saved["notSaved"][0]["error"]["code"], "notFound");
    let names = names_in(&folder);
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names
            .iter()
            .any(|name| name.starts_with("Quillfeather A.") && name.ends_with(".pdf")),
        "{names:?}"
    );
    let before = fs::read(folder.join(&names[0])).unwrap();
    for name in &names {
        let own = letters_of_pdf(&fs::read(folder.join(name)).unwrap());
        assert_ne!(own.contains(MARKER), own.contains("Ox/bow"), "{name}");
    }
    save_each(&test, &[&first]);
    assert_eq!(names_in(&folder).len(), 3);
    assert_eq!(fs::read(folder.join(&names[0])).unwrap(), before);
    assert_eq!(
        test.get("making_paper", json!({})),
        json!({ "done": 0, "of": 0 })
    );
}

#[test]
fn nothing_that_comes_next_is_said_in_a_sentence_and_a_locked_vault_prints_nobody() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ask = json!({ "paper": { "kind": "each", "people": [person], "each": { "goals": false, "topics": 0, "short": false } }, "size": "normal", "format": null });
    assert_eq!(refused(&test, ask.clone()), ErrorCode::NothingNext);
    test.get("lock", json!({}));
    assert_eq!(refused(&test, ask), ErrorCode::Locked);
}

/// Writes in every line that is asked for in the question, and ticks every box of many.
const FILL: &str = "
import sys, pypdf
from pypdf.generic import NameObject, TextStringObject
w = pypdf.PdfWriter()
w.clone_document_from_reader(pypdf.PdfReader(sys.argv[1]))
for page in w.pages:
    for a in page.get('/Annots') or []:
        a = a.get_object()
        if a.get('/Subtype') == '/Widget':
            field = a if '/T' in a else a['/Parent'].get_object()
            if field.get('/FT') == '/Tx':
                field[NameObject('/V')] = TextStringObject('Blåbær')
            else:
                state = [s for s in a['/AP']['/N'] if s != '/Off'][0]
                field[NameObject('/V')] = NameObject(state)
                a[NameObject('/AS')] = NameObject(state)
w.write(sys.argv[2])
";

/// Saves pages as a form and has another program fill all of it in.
fn filled_elsewhere(test: &TestApp, topics: &[&str]) -> PathBuf {
    let (blank, filled) = (
        test.dir.path().join("blank.pdf"),
        test.dir.path().join("filled.pdf"),
    );
    let ask: MakePaper = serde_json::from_value(pages(
        packet(topics, json!({ "booklet": true })),
        None,
        false,
    ))
    .unwrap();
    let wrote = api::act::hand_off::save_paper_in(&test.app, &ask, "", FileKind::Fillable, &blank);
    assert_eq!(wrote, Ok(api::Kept::Flushed));
    let done = std::process::Command::new("/usr/bin/python3")
        .args(["-c", FILL])
        .args([&blank, &filled])
        .output()
        .expect("python3-pypdf is installed");
    assert!(done.status.success(), "{done:?}");
    filled
}

#[test]
fn a_form_filled_in_elsewhere_is_looked_at_taken_over_in_one_step_and_taken_back() {
    let test = TestApp::open();
    let person = marked(&test, MARKER);
    let ask = json!({ "person": person, "path": filled_elsewhere(&test, &["what-helps", "sleep-diary"]) });
    let before = test.get("topic_page", json!({ "topic": "what-helps", "language": "en", "course": "eleven-modules", "person": person }))["document"]["answers"].clone();
    let plan = test.get("read_back_plan", ask.clone());
    let lines = plan["lines"].as_array().unwrap();
    assert_eq!(plan["lost"], 0);
    assert!(lines.len() > 8, "{plan}");
    // Both sides stand beside each other, and what the form asks is said.
    let question = lines
        .iter()
        .find(|line| line["now"] == format!("{MARKER} answer"))
        .unwrap();
    assert_eq!(question["found"], "Blåbær");
    assert_eq!(question["same"], false);
    assert!(
        lines
            .iter()
            .all(|line| line["asks"] != "" && line["page"] != ""),
        "{plan}"
    );
    assert!(
        lines.iter().any(|line| line["copy"] == true)
            && lines.iter().any(|line| line["copy"] == false)
    );
    // Looking changes nothing.
    let page = || {
        test.get("topic_page", json!({ "topic": "what-helps", "language": "en", "course": "eleven-modules", "person": person }))["document"]["answers"].clone()
    };
    assert_eq!(page(), before);
    let change = test.get("read_back", ask.clone());
    assert_eq!(change["touched"]["person"], json!(person));
    let after = page();
    assert!(after.as_array().unwrap().len() > before.as_array().unwrap().len());
    assert!(after.to_string().contains("Blåbær"));
    let again = test.get("read_back_plan", ask);
    let own = again["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["copy"] == false);
    assert!(
        own.clone().count() > 3 && own.clone().all(|line| line["same"] == true),
        "{again}"
    );
    test.get("undo", json!({ "person": person }));
    assert_eq!(page(), before);
}

#[test]
fn of_what_came_back_only_what_was_chosen_and_looked_at_is_taken_over() {
    let test = TestApp::open();
    let person = marked(&test, MARKER);
    let path = filled_elsewhere(&test, &["what-helps", "sleep-diary"]);
    let plan = test.get("read_back_plan", json!({ "person": person, "path": path }));
    let lines = plan["lines"].as_array().unwrap();
    let names: BTreeSet<_> = lines.iter().map(|line| line["name"].to_string()).collect();
    assert_eq!(names.len(), lines.len(), "{plan}");
    let question = lines
        .iter()
        .find(|line| line["now"] == format!("{MARKER} answer"))
        .unwrap();
    let taken =
        |line: &Value| json!({ "name": line["name"], "now": line["now"], "found": line["found"] });
    let take = |chosen: Value| json!({ "person": person, "path": path, "take": chosen });
    let page = || {
        test.get("topic_page", json!({ "topic": "what-helps", "language": "en", "course": "eleven-modules", "person": person }))["document"]["answers"].clone()
    };
    let before = page();
    let sheets = || test.get("person", json!({ "person": person }))["forms"].clone();
    let forms = sheets();
    // Nothing chosen changes nothing, and what nobody has looked at is not taken over.
    test.get("read_back", take(json!([])));
    for (side, words) in [
        ("now", "something else"),
        ("found", "never seen"),
        ("name", "a/b/c/0"),
    ] {
        let mut unseen = taken(question);
        unseen[side] = json!(words);
        let refused = test
            .ask("read_back", take(json!([taken(question), unseen])))
            .unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotAForm, "{side}");
        assert_eq!(refused.details["why"], "changed", "{side}");
    }
    assert_eq!((page(), sheets()), (before.clone(), forms.clone()));
    test.get("read_back", take(json!([taken(question)])));
    assert_eq!(
        page().as_array().unwrap().len(),
        before.as_array().unwrap().len()
    );
    assert!(page().to_string().contains("Blåbær"));
    // The form that nobody chose got no copy.
    assert_eq!(sheets(), forms);
    test.get("undo", json!({ "person": person }));
    assert_eq!(page(), before);
}

#[test]
fn what_is_no_form_is_refused_in_a_sentence_and_nothing_is_written() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let refused = |path: PathBuf| {
        let ask = json!({ "person": person, "path": path });
        let looked = test.ask("read_back_plan", ask.clone()).unwrap_err().code;
        assert_eq!(test.ask("read_back", ask).unwrap_err().code, looked);
        looked
    };
    let file = test.dir.path().join("x.pdf");
    assert_eq!(refused(file.clone()), ErrorCode::FolderGone);
    for bytes in [
        Vec::new(),
        b"not a PDF".to_vec(),
        vec![b'x'; 30 << 20],
        pdf(
            &test,
            pages(packet(&["what-helps"], json!({})), None, false),
        ),
    ] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(refused(file.clone()), ErrorCode::NotAForm);
    }
}
