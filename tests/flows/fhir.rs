//! The record as FHIR R4, from the sample caseload and from hostile words, judged by readers that are not ours.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use api::{ErrorCode, act, wire::FileKind};
use domain::PersonId;
use serde_json::{Value, json};
use tests::{TestApp, hostile, made};

/// Runs `tests/readers/judge.py`.
fn reader(what: &str, files: &[&Path]) -> String {
    let readers = Path::new(env!("CARGO_MANIFEST_DIR")).join("readers");
    let python = readers.join("venv/bin/python3");
    let said = Command::new(&python)
        .arg(readers.join("judge.py"))
        .arg(what)
        .args(files)
        .output()
        .unwrap_or_else(|error| {
            panic!(
                "{} is needed (`./waymark test` installs it): {error}",
                python.display()
            )
        });
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    String::from_utf8(said.stdout).unwrap()
}

/// A note as a FHIR document.
fn document(test: &TestApp, note: &str) -> (PathBuf, Value) {
    let path = test.dir.path().join("note.json");
    let paper =
        json!({ "paper": { "kind": "note", "note": note }, "size": "normal", "format": null });
    let paper = serde_json::from_value(paper).unwrap();
    let _ =
        act::hand_off::save_paper_in(&test.app, &paper, "Ward 3", FileKind::Fhir, &path).unwrap();
    let written = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    (path, written)
}

/// A person's record as a FHIR transaction.
fn transaction(test: &TestApp, person: &str) -> (PathBuf, Value) {
    let path = test.dir.path().join("record.json");
    let person: PersonId = person.parse().unwrap();
    let _ = act::exports::save_record_in(&test.app, person, "the clinic", &path).unwrap();
    let written = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    (path, written)
}

fn resources<'b>(bundle: &'b Value, kind: &str) -> Vec<&'b Value> {
    let entries = bundle["entry"].as_array().unwrap().iter();
    let resources = entries.map(|entry| &entry["resource"]);
    resources
        .filter(|resource| resource["resourceType"] == kind)
        .collect()
}

#[test]
fn a_signed_note_and_a_record_pass_every_reader_and_a_server_takes_them_twice() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let (note, person) = (ran.note.to_string(), ran.person.to_string());
    let (one, document) = document(&test, &note);
    let (all, transaction) = transaction(&test, &person);
    assert_eq!(reader("judge", &[&one, &all]), "");

    // Everything that the record has a resource for is there.
    for kind in [
        "Composition",
        "Patient",
        "Practitioner",
        "Encounter",
        "Goal",
        "CarePlan",
        "QuestionnaireResponse",
        "Observation",
        "Provenance",
    ] {
        assert!(!resources(&document, kind).is_empty(), "{kind}");
        assert!(!resources(&transaction, kind).is_empty(), "{kind}");
    }
    // Nobody but those who were there is named in a note; a record has everybody, and what was taken back says so.
    for kind in ["RelatedPerson", "Consent"] {
        assert!(resources(&document, kind).is_empty(), "{kind}");
        assert_eq!(resources(&transaction, kind).len(), 2, "{kind}");
    }
    let consents = resources(&transaction, "Consent");
    let stands: Vec<_> = consents.iter().map(|consent| &consent["status"]).collect();
    assert_eq!(stands, ["active", "inactive"]);
    let composition = resources(&document, "Composition")[0];
    assert_eq!(composition["status"], "final");
    assert_eq!(composition["type"]["coding"][0]["code"], "34904-3");
    let seal = test.get("note", json!({ "note": note }))["note"]["state"]["seal"].clone();
    let provenance = resources(&document, "Provenance")[0];
    assert_eq!(provenance["entity"][0]["what"]["identifier"]["value"], seal);

    let told: Value = serde_json::from_str(&reader("serve", &[&one, &all])).unwrap();
    assert_eq!(
        told["statuses"],
        json!([["201 Created"], ["200 OK"]]),
        "put once, then updated"
    );
    assert_eq!(
        told["counts"][0], told["counts"][1],
        "nothing is there twice"
    );
    for (kind, count) in told["counts"][0].as_object().unwrap() {
        assert_eq!(count, resources(&transaction, kind).len(), "{kind}");
    }
    assert_eq!(told["document"], 201);
    let found = told["found"].as_array().unwrap();
    assert!(
        found.contains(&json!(format!("urn:uuid:{note}"))),
        "by LOINC: {found:?}"
    );

    let lines = test.get("hand_off", json!({}))["left"].clone();
    for (line, what, to) in [
        (&lines[0], "record", "the clinic"),
        (&lines[1], "note", "Ward 3"),
    ] {
        assert_eq!(
            (
                &line["what"],
                &line["format"],
                &line["to"],
                &line["outcome"]
            ),
            (&json!(what), &json!("fhir"), &json!(to), &json!("left"))
        );
    }
}

#[test]
fn the_readers_find_what_is_broken_on_purpose() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let (path, whole) = document(&test, &ran.note.to_string());
    let at = |kind: &str| {
        let entries = whole["entry"].as_array().unwrap();
        entries
            .iter()
            .position(|entry| entry["resource"]["resourceType"] == kind)
            .unwrap()
    };
    let patient = whole["entry"][at("Patient")]["fullUrl"].clone();
    let encounter = whole["entry"][at("Encounter")]["fullUrl"].clone();
    let in_entry = |kind: &str, field: &str| format!("/entry/{}/resource/{field}", at(kind));
    let breaks: [(String, Value, &str); 12] = [
        (in_entry("Composition", "status"), json!("signed"), "schema"),
        (
            in_entry("Composition", "date"),
            json!("21 November"),
            "model",
        ),
        (in_entry("Composition", "title"), json!(""), "empty"),
        (
            in_entry("Composition", "section/0/note"),
            json!("unknown"),
            "schema",
        ),
        (
            in_entry("Goal", "subject/reference"),
            encounter,
            "points at",
        ),
        (
            in_entry("Goal", "subject/reference"),
            json!("urn:uuid:nowhere"),
            "is not here",
        ),
        (in_entry("Goal", "lifecycleStatus"), json!("let-go"), "code"),
        (in_entry("Encounter", "subject"), patient, "model"),
        (
            in_entry("Patient", "text/div"),
            json!("<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></div>"),
            "<script>",
        ),
        (
            in_entry("Patient", "text/div"),
            json!("<div>no namespace</div>"),
            "<div>",
        ),
        ("/timestamp".to_owned(), Value::Null, "timestamp"),
        ("/identifier/value".to_owned(), json!(""), "identifier"),
    ];
    let folder = path.parent().unwrap();
    let broken = breaks
        .iter()
        .enumerate()
        .map(|(place, (pointer, value, _))| {
            let path = folder.join(format!("broken-{place}.json"));
            std::fs::write(&path, broken(&whole, pointer, value).to_string()).unwrap();
            path
        });
    let files: Vec<PathBuf> = broken.collect();
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    let said = reader("judge", &files);
    for (place, (pointer, _, fault)) in breaks.iter().enumerate() {
        let name = format!("broken-{place}.json: ");
        let mut of_it = said.lines().filter(|line| line.starts_with(&name));
        assert!(
            of_it.any(|line| line.contains(fault)),
            "{pointer} was not found: {said}"
        );
    }
}

/// A bundle with one value changed, or taken away where nothing is put in its place.
fn broken(whole: &Value, pointer: &str, value: &Value) -> Value {
    let mut broken = whole.clone();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    let parent = if parent.is_empty() {
        &mut broken
    } else {
        broken.pointer_mut(parent).unwrap()
    };
    if value.is_null() {
        parent.as_object_mut().unwrap().remove(field);
    } else {
        parent[field] = value.clone();
    }
    broken
}

#[test]
fn a_note_of_every_format_points_once_at_what_it_tells_and_passes_the_readers() {
    let test = TestApp::sample();
    let ran = sample::run_session(&test.app).unwrap();
    let about = test.get("note", json!({ "note": ran.note.to_string() }));
    let person = about["note"]["person"].as_str().unwrap().to_owned();
    let mut files = Vec::new();
    for format in ["imr", "dap", "birp", "soap", "peer"] {
        let session = test.start_session(&person);
        test.record(
            &session,
            json!({ "kind": "agreePractice", "practice": null, "plan": { "what": "Walk" } }),
        );
        let ask = json!({ "session": session, "format": "imr" });
        let note = made(&test.get("draft_note", ask));
        test.get(
            "write_note",
            json!({ "note": note, "section": "recoveryGoal", "text": "Typed before.", "judgement": null, "confirmed": true }),
        );
        test.get("set_note_format", json!({ "note": note, "format": format }));
        let view = test.get("note", json!({ "note": note }));
        for section in view["note"]["sections"].as_array().unwrap() {
            test.get(
                "write_note",
                json!({ "note": note, "section": section["kind"], "text": null, "judgement": null, "confirmed": true }),
            );
        }
        test.get("sign_note", json!({ "note": note }));
        let (path, written) = document(&test, &note);
        let composition = resources(&written, "Composition")[0];
        let sections = composition["section"].as_array().unwrap();
        let entries: Vec<_> = sections
            .iter()
            .filter_map(|section| section["entry"].as_array())
            .flatten()
            .map(|entry| entry["reference"].as_str().unwrap().to_owned())
            .collect();
        let mut once = entries.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), entries.len(), "{format}: {entries:?}");
        let plans = resources(&written, "CarePlan").len();
        assert_eq!(plans, 1, "{format}");
        assert!(!entries.is_empty(), "{format}");
        let last = sections.last().unwrap();
        let earlier = last["title"]
            .as_str()
            .unwrap()
            .starts_with("From the earlier format");
        assert_eq!(earlier, format != "imr", "{format}: {last}");
        let kept = test.dir.path().join(format!("{format}.json"));
        std::fs::copy(path, &kept).unwrap();
        files.push(kept);
        test.env.pass(86_400);
    }
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    assert_eq!(reader("judge", &files), "");
}

#[test]
fn a_draft_is_preliminary_and_says_so_and_an_addition_amends() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let (path, written) = document(&test, &note);
    let composition = resources(&written, "Composition")[0];
    assert_eq!(composition["status"], "preliminary");
    assert_eq!(composition["title"], "DRAFT: Session note");
    assert!(
        resources(&written, "Provenance").is_empty(),
        "nobody signed it"
    );
    assert_eq!(reader("judge", &[&path]), "");
    assert_eq!(test.get("hand_off", json!({}))["left"][0]["draft"], true);
    // A record for the clinic's server takes no draft along.
    assert!(resources(&transaction(&test, &person).1, "Composition").is_empty());

    test.get("sign_note", json!({ "note": note }));
    let (_, signed) = document(&test, &note);
    test.env.pass(86_400);
    test.get(
        "edit_person",
        json!({ "person": person, "details": tests::details("Maria Holm") }),
    );
    let renamed = json!({ "practitioner": { "name": "Ingrid Holm", "title": "nurse" } });
    test.get("change_practitioner", renamed);
    let (_, again) = document(&test, &note);
    assert_eq!(signed, again, "as signed, whatever happened since");
    test.get(
        "add_addendum",
        json!({ "note": note, "words": "She rang on Monday.", "reason": "came later" }),
    );
    let (path, amended) = document(&test, &note);
    let composition = resources(&amended, "Composition")[0];
    assert_eq!(composition["status"], "amended");
    assert_eq!(resources(&amended, "Provenance").len(), 2);
    assert_ne!(amended["identifier"], signed["identifier"]);
    assert_eq!(reader("judge", &[&path]), "");
    let (path, record) = transaction(&test, &person);
    assert_eq!(resources(&record, "Composition")[0]["status"], "amended");
    assert_eq!(reader("judge", &[&path]), "");
}

#[test]
fn only_a_note_is_a_document_and_a_locked_vault_gives_nothing() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let goals =
        json!({ "paper": { "kind": "goals", "person": person }, "size": "normal", "format": null });
    let ask = json!({ "pages": goals, "kind": "fhir", "to": "", "name": "n" });
    assert_eq!(
        test.ask("save_paper", ask).unwrap_err().code,
        ErrorCode::BadRequest
    );
    test.get("lock", json!({}));
    let ask = json!({ "person": person, "to": "", "name": "n" });
    assert_eq!(
        test.ask("save_record", ask).unwrap_err().code,
        ErrorCode::Locked
    );
}

#[test]
fn hostile_words_are_read_back_to_the_letter() {
    let test = TestApp::open();
    let mut files = Vec::new();
    for (place, words) in hostile::WORDS.into_iter().enumerate() {
        let (person, note) = hostile::everywhere(&test, words);
        for (kind, (path, _)) in [
            ("note", document(&test, &note)),
            ("record", transaction(&test, &person)),
        ] {
            let kept = test.dir.path().join(format!("{kind}-{place}.json"));
            std::fs::rename(path, &kept).unwrap();
            files.push((kept, words));
        }
    }
    let paths: Vec<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
    assert_eq!(reader("judge", &paths), "");
    let read: Value = serde_json::from_str(&reader("words", &paths)).unwrap();
    for ((path, words), told) in files.iter().zip(read.as_array().unwrap()) {
        let count = |of: &str, is: &dyn Fn(&str) -> bool| {
            let texts = told[of].as_array().unwrap().iter();
            texts.filter(|text| is(text.as_str().unwrap())).count()
        };
        // Name, number, goal, step, promise, answer and more; the note alone has fewer of them.
        let whole = count("strings", &|text| text == *words);
        assert!(
            whole >= 8,
            "{words:?} stands {whole} times in {}",
            path.display()
        );
        let told = count("narratives", &|text| text.contains(words));
        assert!(
            told >= 8,
            "{words:?} is told {told} times in {}",
            path.display()
        );
    }
}
