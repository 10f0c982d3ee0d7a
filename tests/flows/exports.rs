//! What leaves as data and in numbers: tables, a folder, an encrypted record, the notes of several days.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use api::{
    ErrorCode, Shows,
    act::{archives, batch, exports},
    wire::{FileKind, OpenArchive, SecretText, WhichNotes},
};
use domain::PersonId;
use serde_json::{Value, json};
use tests::{SmallDisk, TestApp, TestEnv, hostile, names_in};

const OTHER: &str = "nine slow ferries beyond the lighthouse";

fn left(test: &TestApp) -> Value {
    test.get("hand_off", json!({}))["left"][0].clone()
}

/// What Python's csv reads of a folder: file, then rows, then cells by the name of their column.
fn tables(folder: &Path) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    const READ: &str = "
import csv, json, os, sys
told = {}
for name in os.listdir(sys.argv[1]):
    with open(os.path.join(sys.argv[1], name), newline='', encoding='utf-8-sig') as file:
        told[name] = list(csv.DictReader(file, strict=True))
print(json.dumps(told))
";
    let said = Command::new("python3")
        .args(["-c", READ])
        .arg(folder)
        .output()
        .unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    serde_json::from_slice(&said.stdout).unwrap()
}

const NOBODY: Shows = Shows {
    identified: false,
    byte_order_mark: false,
};
const EVERYBODY: Shows = Shows {
    identified: true,
    byte_order_mark: true,
};

#[test]
fn an_evaluation_names_nobody_and_its_dictionary_knows_every_column() {
    let test = TestApp::sample();
    let folder = test.dir.path().join("evaluation");
    let done = exports::save_evaluation_in(&test.app, NOBODY, "", "the centre", &folder).unwrap();
    assert_eq!((done.saved.len(), done.not_saved.len()), (13, 0));
    let read = tables(&folder);

    let people = test.get("people", json!({}));
    let people = people["people"].as_array().unwrap();
    assert_eq!(read["people.csv"].len(), people.len());
    assert!(read["sessions.csv"].len() > people.len());
    assert!(!read["instruments.csv"].is_empty() && !read["practices.csv"].is_empty());

    // Not a name, number, date or word of anybody.
    let all: String = names_in(&folder)
        .iter()
        .map(|name| fs::read_to_string(folder.join(name)).unwrap())
        .collect();
    for row in people {
        let statement = row["statement"].as_str().unwrap();
        let name = row["card"]["name"].as_str().unwrap();
        for theirs in [
            name,
            row["card"]["recordNumber"].as_str().unwrap(),
            statement,
        ] {
            assert!(theirs.is_empty() || !all.contains(theirs), "{theirs}");
        }
        let id = row["card"]["id"].as_str().unwrap();
        assert!(!all.contains(id));
    }
    assert!(
        !all.contains("2026-") && !all.contains("2025-"),
        "days are counted, not dated"
    );

    // Every column is explained, and nothing that is not there.
    let explained: Vec<(String, String)> = read["data-dictionary.csv"]
        .iter()
        .filter(|row| row["file"] != "*")
        .map(|row| (row["file"].clone(), row["column"].clone()))
        .collect();
    for (file, rows) in read
        .iter()
        .filter(|(file, _)| *file != "data-dictionary.csv")
    {
        for column in rows[0].keys() {
            let place = (file.clone(), column.clone());
            assert!(explained.contains(&place), "{file} {column}");
        }
        let told = explained.iter().filter(|(of, _)| of == file).count();
        assert_eq!(told, rows[0].len(), "{file}");
    }

    // One code for one person in all files of an export, another one in the next.
    let codes = |read: &BTreeMap<String, Vec<BTreeMap<String, String>>>, file: &str| {
        read[file]
            .iter()
            .map(|row| row["person"].clone())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert!(codes(&read, "sessions.csv").is_subset(&codes(&read, "people.csv")));
    let again = test.dir.path().join("again");
    exports::save_evaluation_in(&test.app, NOBODY, "", "", &again).unwrap();
    assert!(codes(&tables(&again), "people.csv").is_disjoint(&codes(&read, "people.csv")));

    let line = test.get("hand_off", json!({}))["left"][1].clone();
    assert_eq!(
        (&line["what"], &line["format"], &line["to"]),
        (&json!("evaluation"), &json!("csv"), &json!("the centre"))
    );
}

#[test]
fn an_evaluation_names_people_only_with_a_reason_and_their_words_are_no_formulas() {
    let test = TestApp::open();
    for words in hostile::WORDS {
        hostile::everywhere(&test, words);
    }
    let folder = test.dir.path().join("named");
    let refused = exports::save_evaluation_in(&test.app, EVERYBODY, " ", "", &folder).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ReasonMissing);
    assert!(!folder.exists());
    exports::save_evaluation_in(&test.app, EVERYBODY, "the yearly report", "", &folder).unwrap();
    assert_eq!(left(&test)["what"], "caseload");
    let people = fs::read(folder.join("people.csv")).unwrap();
    assert!(people.starts_with("\u{FEFF}".as_bytes()));

    let read = tables(&folder);
    for (file, column) in [
        ("people.csv", "name"),
        ("people.csv", "record_number"),
        ("people.csv", "statement"),
        ("goals.csv", "words"),
        ("goals.csv", "why"),
        ("goal-reviews.csv", "done"),
        ("practices.csv", "words"),
        ("practices.csv", "what_happened"),
    ] {
        let cells: Vec<&str> = read[file].iter().map(|row| row[column].as_str()).collect();
        assert!(
            cells
                .iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t'])),
            "{cells:?}"
        );
        // The apostrophe is a spreadsheet's own mark for text; behind it the words stand to the letter.
        for words in hostile::WORDS {
            let marked = format!("'{words}");
            assert!(
                cells.iter().any(|cell| *cell == words || *cell == marked),
                "{file} {column} {words:?}: {cells:?}"
            );
        }
    }
}

#[test]
fn a_folder_opens_without_waymark_and_its_first_page_leads_to_everything() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let folder = test.dir.path().join("hers");
    let done = exports::save_folder_in(&test.app, ran.person, "herself", &folder).unwrap();
    assert!(done.not_saved.is_empty() && done.why.is_none(), "{done:?}");
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
    let view = test.get("person", json!({ "person": ran.person }));
    let name = view["person"]["preferredName"].as_str().unwrap();
    assert!(page.contains(name));
    for path in &done.saved {
        let file = folder.join(path);
        let bytes = fs::read(&file).unwrap();
        assert!(!bytes.is_empty(), "{path}");
        if path != "index.html" {
            assert!(
                page.contains(&format!("href=\"./{path}\"")),
                "{path} is not linked"
            );
        }
        if path.ends_with(".json") {
            serde_json::from_slice::<Value>(&bytes).unwrap();
        } else if path.ends_with(".pdf") {
            assert!(bytes.starts_with(b"%PDF-"));
        }
    }
    let notes = done
        .saved
        .iter()
        .filter(|path| path.starts_with("notes/") && path.ends_with(".pdf"));
    let recorded: Value =
        serde_json::from_slice(&fs::read(folder.join("record.json")).unwrap()).unwrap();
    assert_eq!(recorded["notes"].as_array().unwrap().len(), notes.count());
    assert_eq!(recorded["person"]["preferredName"], name);
    let line = left(&test);
    assert_eq!(
        (&line["what"], &line["format"], &line["outcome"]),
        (&json!("folder"), &json!("folder"), &json!("left"))
    );
}

#[test]
fn hostile_words_name_no_file_and_are_read_back_from_the_folder() {
    let test = TestApp::open();
    for (place, words) in hostile::WORDS.into_iter().enumerate() {
        let (person, _) = hostile::everywhere(&test, words);
        let folder = test.dir.path().join(format!("folder-{place}"));
        let person: PersonId = person.parse().unwrap();
        let done = exports::save_folder_in(&test.app, person, "", &folder).unwrap();
        for path in &done.saved {
            assert!(
                path.bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-./".contains(&byte)),
                "{path}"
            );
        }
        let recorded: Value =
            serde_json::from_slice(&fs::read(folder.join("record.json")).unwrap()).unwrap();
        assert_eq!(recorded["statements"][0]["words"], words);
        assert_eq!(
            recorded["goals"][0]["shortTerm"][0]["steps"][0]["obstacle"],
            words
        );
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let page = page
            .replace("<br>", "\n")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
        assert!(page.contains(words), "{words:?}");
    }
}

/// What python-docx and Python's own HTML parser read of files, line breaks kept.
const READ: &str = "
import html.parser, json, sys
def docx_of(path):
    import docx
    document = docx.Document(path)
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    return '\\n'.join([p.text for p in document.paragraphs] + [cell.text for cell in cells])
class Page(html.parser.HTMLParser):
    text = ''
    def handle_data(self, data): self.text += data
    def handle_starttag(self, tag, attrs):
        if tag == 'br': self.text += '\\n'
def html_of(path):
    page = Page()
    page.feed(open(path, encoding='utf-8').read())
    return page.text
print(json.dumps([(docx_of if path.endswith('docx') else html_of)(path) for path in sys.argv[1:]]))
";

#[test]
fn hostile_words_are_read_back_from_a_note_as_word_processor_file_and_as_web_page() {
    let test = TestApp::open();
    let mut files = Vec::new();
    for (place, words) in hostile::WORDS.into_iter().enumerate() {
        let (_, note) = hostile::everywhere(&test, words);
        let paper =
            json!({ "paper": { "kind": "note", "note": note }, "size": "normal", "format": null });
        let paper = serde_json::from_value(paper).unwrap();
        for kind in [FileKind::Docx, FileKind::Html] {
            let path = test.dir.path().join(format!("{place}.{}", kind.ending()));
            let _ = api::act::hand_off::save_paper_in(&test.app, &paper, "", kind, &path).unwrap();
            files.push((path, words));
        }
    }
    // Debian's Python has python-docx; another one that comes first on the path may not.
    let said = Command::new("/usr/bin/python3")
        .args(["-c", READ])
        .args(files.iter().map(|(path, _)| path))
        .output()
        .unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let read: Vec<String> = serde_json::from_slice(&said.stdout).unwrap();
    for ((path, words), text) in files.iter().zip(read) {
        let times = text.matches(words).count();
        assert!(
            times >= 4,
            "{words:?} stands {times} times in {}: {text}",
            path.display()
        );
    }
}

#[test]
fn on_a_full_disk_what_is_finished_stays_what_is_not_is_named_and_no_half_file_remains() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let Some(disk) = SmallDisk::on(test.dir.path().join("small"), "size=220k,mode=0777") else {
        return;
    };
    let folder = disk.path().join("hers");
    let done = exports::save_folder_in(&test.app, ran.person, "", &folder).unwrap();
    assert_eq!(done.why.as_ref().unwrap().code, ErrorCode::DiskFull);
    assert!(
        !done.saved.is_empty() && done.not_saved.contains(&"index.html".to_owned()),
        "{done:?}"
    );
    assert_eq!(
        files_in(&folder),
        sorted(&done.saved),
        "nothing else lies there"
    );
    assert_eq!(left(&test)["outcome"], "left");

    let week = WhichNotes {
        from: "2020-01-01".parse().unwrap(),
        until: "2030-01-01".parse().unwrap(),
        waiting: false,
    };
    fs::remove_dir_all(&folder).unwrap();
    let notes = disk.path().join("notes");
    let done = batch::save_notes_in(&test.app, &week, FileKind::Pdf, "", &notes).unwrap();
    assert!(!done.saved.is_empty() && !done.not_saved.is_empty());
    assert!(
        done.not_saved
            .iter()
            .all(|left| left.error.code == ErrorCode::DiskFull)
    );
    assert_eq!(names_in(&notes).len(), done.saved.len());
    let ledger = test.get("hand_off", json!({}));
    let ledger = ledger["left"].as_array().unwrap();
    assert!(
        ledger.iter().any(|line| line["outcome"] == "stayed"),
        "the one that did not fit"
    );
    assert!(ledger.iter().all(|line| line["outcome"] != "begun"));
    let went = ledger
        .iter()
        .filter(|line| line["what"] == "note" && line["outcome"] == "left")
        .count();
    assert!(went >= done.saved.len());

    // Where nothing at all can be written, that is said, and nothing left.
    fs::remove_dir_all(&notes).unwrap();
    disk.fill();
    let refused = exports::save_evaluation_in(&test.app, NOBODY, "", "", &disk.path().join("none"))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::DiskFull);
    assert_eq!(left(&test)["outcome"], "stayed");
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(
                    path.strip_prefix(folder)
                        .unwrap()
                        .to_str()
                        .unwrap()
                        .to_owned(),
                );
            }
        }
    }
    sorted(&found)
}

fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    names.sort();
    names
}

#[test]
fn the_notes_of_some_days_leave_each_by_itself_without_drafts() {
    let test = TestApp::sample();
    sample::run_session(&test.app).unwrap();
    let all = |waiting| WhichNotes {
        from: "2020-01-01".parse().unwrap(),
        until: "2030-01-01".parse().unwrap(),
        waiting,
    };
    let waiting = || {
        test.get("hand_off", json!({}))["waiting"]
            .as_array()
            .unwrap()
            .len()
    };
    let before = waiting();
    assert!(before > 0);
    let folder = test.dir.path().join("week");
    let done =
        batch::save_notes_in(&test.app, &all(true), FileKind::Text, "Ward 3", &folder).unwrap();
    assert_eq!((done.saved.len(), done.not_saved.len()), (before, 0));
    assert!(done.drafts > 0, "the sample has a draft");
    assert_eq!(waiting(), 0);
    assert_eq!(names_in(&folder).len(), before);
    let text = fs::read_to_string(&done.saved[0].path).unwrap();
    assert!(!text.starts_with("DRAFT") && text.contains(&done.saved[0].note.person.name));
    let line = left(&test);
    assert_eq!(
        (&line["what"], &line["format"], &line["to"]),
        (&json!("note"), &json!("txt"), &json!("Ward 3"))
    );

    // Asked for again, nothing waits; all of them leave again as other files, and none is written over.
    let none = batch::save_notes_in(&test.app, &all(true), FileKind::Text, "", &folder).unwrap();
    assert_eq!(none.saved.len(), 0);
    let again = batch::save_notes_in(&test.app, &all(false), FileKind::Fhir, "", &folder).unwrap();
    assert!(again.saved.len() >= before);
    let more = batch::save_notes_in(&test.app, &all(false), FileKind::Fhir, "", &folder).unwrap();
    assert_eq!(
        names_in(&folder).len(),
        before + again.saved.len() + more.saved.len()
    );
}

/// Writes an archive that opens fast.
fn archive(test: &TestApp, person: PersonId, path: &Path) {
    let passphrase = SecretText::new(OTHER.to_owned());
    let cost = || store::KdfCost::FAST_FOR_TESTS;
    let kept = archives::save_archive_with_cost(
        &test.app,
        person,
        &passphrase,
        "my other computer",
        path,
        cost,
    );
    let _ = kept.unwrap();
}

fn open(path: &Path, passphrase: &str) -> OpenArchive {
    OpenArchive {
        file: path.display().to_string(),
        passphrase: SecretText::new(passphrase.to_owned()),
    }
}

#[test]
fn an_archive_moves_a_record_to_another_vault_and_shows_field_by_field_what_differs() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let path = test.dir.path().join("record.waymark");
    archive(&test, ran.person, &path);
    assert_eq!(
        (&left(&test)["what"], &left(&test)["to"]),
        (&json!("archive"), &json!("my other computer"))
    );
    let bytes = fs::read(&path).unwrap();
    let view = test.get("person", json!({ "person": ran.person }));
    let name = view["person"]["preferredName"].as_str().unwrap();
    assert!(
        !bytes
            .windows(name.len())
            .any(|part| part == name.as_bytes())
    );

    // Another computer, whose ids are its own.
    let other = TestApp::on(
        std::sync::Arc::new(tempfile::tempdir().unwrap()),
        TestEnv::new(1 << 40),
    );
    tests::make_vault(&other.app, false);
    let refused =
        archives::plan_archive(&other.app, open(&path, "not this one at all")).unwrap_err();
    assert_eq!(refused.code, ErrorCode::WrongPassphrase);
    let plan = archives::plan_archive(&other.app, open(&path, OTHER)).unwrap();
    assert_eq!(
        (plan.name.as_str(), plan.known, plan.conflicts.len()),
        (name, false, 0)
    );
    assert!(
        plan.added
            .iter()
            .any(|part| part.table == "session" && part.rows > 0)
    );
    assert!(
        other.get("people", json!({}))["people"]
            .as_array()
            .unwrap()
            .is_empty(),
        "only looked at"
    );
    let change = other.get(
        "merge_archive",
        json!({ "file": path, "passphrase": OTHER }),
    );
    assert_eq!(change["touched"]["person"], json!(ran.person));
    assert!(
        change["touched"]["areas"]
            .as_array()
            .unwrap()
            .contains(&json!("people"))
    );
    let there = other.get("person", json!({ "person": ran.person }));
    for part in ["statements", "goals", "practices"] {
        assert_eq!(there[part], view[part], "{part}");
    }
    assert_eq!(other.get("check_vault", json!({}))["whole"], true);

    // Both go on; what differs is shown with both values, and ours stands.
    let plan = archives::plan_archive(&other.app, open(&path, OTHER)).unwrap();
    assert!(plan.known && plan.added.is_empty() && plan.conflicts.is_empty());
    let mut goal = there["goals"][0].clone();
    let theirs = goal["words"].clone();
    goal["words"] = json!("Something else by now");
    other.get("set_goal", json!({ "person": ran.person, "goal": goal }));
    let plan = archives::plan_archive(&other.app, open(&path, OTHER)).unwrap();
    let conflict = &plan.conflicts[0];
    assert_eq!(
        (conflict.table.as_str(), conflict.field.as_str()),
        ("goal", "words")
    );
    assert_eq!(
        (json!(conflict.ours), json!(conflict.theirs)),
        (json!("Something else by now"), theirs)
    );
    // Nothing chosen, and ours stands.
    let merge =
        |take: serde_json::Value| json!({ "file": path, "passphrase": OTHER, "take": take });
    other.get("merge_archive", merge(json!([])));
    let after = other.get("person", json!({ "person": ran.person }));
    assert!(
        after["goals"]
            .as_array()
            .unwrap()
            .iter()
            .any(|goal| goal["words"] == "Something else by now")
    );

    // Somebody looks at both and chooses what came: in one step that can be taken back, and only as it was looked at.
    assert_eq!(conflict.together.as_deref(), Some("words"));
    assert!(!conflict.signed);
    assert_eq!(conflict.about, "Something else by now");
    let chosen = |ours: &str| json!([{ "table": conflict.table, "row": conflict.row, "field": conflict.field, "ours": ours, "theirs": conflict.theirs }]);
    let refused = other
        .ask("merge_archive", merge(chosen("what nobody saw")))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(refused.details["why"], "changed");
    let goals = || other.get("person", json!({ "person": ran.person }))["goals"].clone();
    assert_eq!(goals(), after["goals"]);
    let change = other.get("merge_archive", merge(chosen(&conflict.ours)));
    assert_eq!(change["undo"]["op"], "take-theirs");
    assert_eq!(goals(), there["goals"]);
    assert!(
        archives::plan_archive(&other.app, open(&path, OTHER))
            .unwrap()
            .conflicts
            .is_empty()
    );
    assert_eq!(other.get("check_vault", json!({}))["whole"], true);
    other.get("undo", json!({ "person": ran.person }));
    assert_eq!(goals(), after["goals"]);
}

#[test]
fn an_archive_that_is_not_whole_or_none_at_all_is_refused() {
    let test = TestApp::open();
    let person: PersonId = test.add_person("Maria H.").parse().unwrap();
    let path = test.dir.path().join("record.waymark");
    archive(&test, person, &path);
    let whole = fs::read(&path).unwrap();
    let code = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        archives::plan_archive(&test.app, open(&path, OTHER))
            .unwrap_err()
            .code
    };
    let mut flipped = whole.clone();
    *flipped.last_mut().unwrap() ^= 1;
    assert_eq!(code(&flipped), ErrorCode::Damaged);
    assert_eq!(code(&whole[..whole.len() - 3]), ErrorCode::Damaged);
    assert_eq!(code(b"%PDF-1.7"), ErrorCode::NotAVault);
    assert_eq!(code(b""), ErrorCode::NotAVault);
    let text = String::from_utf8_lossy(&whole).replace("waymark archive 1", "waymark archive 9");
    assert_eq!(code(text.as_bytes()), ErrorCode::NewerVersion);
    // A forged head must not make this machine work for an hour.
    let costly = String::from_utf8_lossy(&whole).replace("\"m_kib\":64", "\"m_kib\":999999999");
    assert_eq!(code(costly.as_bytes()), ErrorCode::Damaged);
    fs::remove_file(&path).unwrap();
    let gone = archives::plan_archive(&test.app, open(&path, OTHER)).unwrap_err();
    assert_eq!(gone.code, ErrorCode::FolderGone);
    let weak = SecretText::new("password".to_owned());
    let refused = archives::save_archive_in(&test.app, person, &weak, "", &path).unwrap_err();
    assert_eq!(refused.code, ErrorCode::WeakPassphrase);
    assert!(!path.exists());
}
