//! Supporters: what the person lets them see is written down, and holds for everything that leaves.

use api::{
    ApiError, ErrorCode,
    act::{self, consent::To},
    wire::{FileKind, MakePaper, NoteCard, WhichNotes},
};
use domain::SupporterId;
use serde_json::{Value, json};
use tests::{TestApp, made};

fn supporter(test: &TestApp, person: &str, name: &str) -> String {
    let details = json!({ "name": name, "relation": "sister", "reach": "20 30 40 50", "words": "she listens" });
    let ask = json!({ "person": person, "supporter": null, "details": details });
    made(&test.get("save_supporter", ask))
}

fn terms(items: &[&str], from: &str, until: Value) -> Value {
    json!({ "items": items, "from": from, "until": until, "given": "said", "keptBack": "" })
}

fn give(test: &TestApp, person: &str, supporter: &str, terms: Value) -> Result<Value, ApiError> {
    test.ask(
        "give_consent",
        json!({ "person": person, "supporter": supporter, "terms": terms }),
    )
}

fn cards(test: &TestApp, person: &str) -> Value {
    test.get("person", json!({ "person": person }))["supporters"].clone()
}

fn goals(person: &str) -> Value {
    json!({ "paper": { "kind": "goals", "person": person }, "size": "normal", "format": null })
}

fn print(test: &TestApp, pages: &Value, to: &str, despite: &[&str]) -> Result<Value, ApiError> {
    let ask = json!({ "pages": pages, "to": to, "despite": despite });
    test.ask("print_paper", ask)
}

fn left(test: &TestApp) -> Vec<Value> {
    let ledger = test.get("hand_off", json!({}));
    ledger["left"].as_array().unwrap().clone()
}

#[test]
fn a_supporter_is_written_down_let_see_called_and_taken_back_step_by_step() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let nameless = json!({ "person": person, "supporter": null, "details": { "name": " " } });
    let refused = test.ask("save_supporter", nameless).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NameMissing);
    let ann = supporter(&test, &person, "Ann Berg");

    let change = json!({ "name": "Ann Berg", "relation": "big sister", "reach": "", "words": "" });
    let ask = json!({ "person": person, "supporter": ann, "details": change });
    let saved = test.get("save_supporter", ask);
    assert_eq!(saved["touched"]["areas"], json!(["supporters"]));
    let card = &cards(&test, &person)[0];
    assert_eq!(card["supporter"]["relation"], "big sister");
    assert_eq!(card["may"], json!([]), "nothing is allowed by itself");

    let given = give(
        &test,
        &person,
        &ann,
        terms(&["relapsePlan", "goals"], "2026-11-20", json!("2026-12-01")),
    );
    let consent = made(&given.unwrap());
    let contact = json!({ "on": "2026-11-21", "how": "called", "words": "asked how to help" });
    let ask = json!({ "person": person, "supporter": ann, "contact": contact });
    test.get("add_contact", ask);
    let card = &cards(&test, &person)[0];
    assert_eq!(card["may"], json!(["goals", "relapsePlan"]));
    assert_eq!(card["contacts"][0]["words"], "asked how to help");
    assert_eq!(card["consents"][0]["standing"], json!({ "kind": "holds" }));

    let take_back = |on: &str| json!({ "person": person, "consent": consent, "on": on });
    let early = test.ask("withdraw_consent", take_back("2026-11-22"));
    assert_eq!(early.unwrap_err().code, ErrorCode::DateOutOfRange);
    let undone = test.get("withdraw_consent", take_back("2026-11-21"));
    assert_eq!(undone["undo"]["op"], "withdraw-consent");
    let card = &cards(&test, &person)[0];
    assert_eq!(card["may"], json!([]));
    assert_eq!(
        card["consents"][0]["standing"],
        json!({ "kind": "withdrawn", "on": "2026-11-21" })
    );
    let again = test.ask("withdraw_consent", take_back("2026-11-21"));
    assert_eq!(again.unwrap_err().code, ErrorCode::NotFound);

    for op in [
        "withdraw-consent",
        "add-contact",
        "give-consent",
        "save-supporter",
        "save-supporter",
    ] {
        let line = test.get("undo_line", json!({ "person": person }));
        assert_eq!(line["undo"]["op"], op, "{line}");
        test.get("undo", json!({ "person": person }));
    }
    assert_eq!(cards(&test, &person), json!([]));
    let trail = test.get(
        "look_through_ledger",
        json!({ "person": person, "kind": null, "from": null, "until": null, "before": null }),
    );
    let said = trail.to_string();
    for op in [
        "saveSupporter",
        "giveConsent",
        "withdrawConsent",
        "addContact",
    ] {
        assert!(said.contains(op), "{op}");
    }
}

#[test]
fn a_consent_that_ends_before_it_starts_or_says_yes_to_nothing_is_refused_and_nothing_is_lost() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let other = test.add_person("Ole B.");
    let ann = supporter(&test, &person, "Ann Berg");
    for (asked, code) in [
        (
            terms(&["goals"], "2026-11-21", json!("2026-11-20")),
            ErrorCode::ConsentEndsFirst,
        ),
        (
            terms(&[], "2026-11-21", Value::Null),
            ErrorCode::ConsentEmpty,
        ),
        (
            terms(&["goals"], "1026-11-21", Value::Null),
            ErrorCode::DateOutOfRange,
        ),
    ] {
        assert_eq!(give(&test, &person, &ann, asked).unwrap_err().code, code);
    }
    assert_eq!(cards(&test, &person)[0]["consents"], json!([]));
    let one_day = terms(&["goals"], "2026-11-21", json!("2026-11-21"));
    give(&test, &person, &ann, one_day.clone()).unwrap();
    // Nobody's supporter is somebody else's.
    let mixed_up = give(&test, &other, &ann, one_day).unwrap_err();
    assert_eq!(mixed_up.code, ErrorCode::NotFound);
    let details = json!({ "name": "Ann" });
    let ask = json!({ "person": other, "supporter": ann, "details": details });
    let refused = test.ask("save_supporter", ask).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
}

#[test]
fn what_a_supporter_may_not_see_leaves_only_when_that_was_confirmed_and_the_ledger_says_so() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ann = supporter(&test, &person, "Ann Berg");
    // Whoever is no supporter of the person's is not asked about.
    let path = test.dir.path().join("goals.pdf");
    let ask: MakePaper = serde_json::from_value(goals(&person)).unwrap();
    let save = |to: To<'_>| act::hand_off::save_paper_as(&test.app, &ask, to, &path);
    let _ = save("Ward 3".into()).unwrap();
    std::fs::remove_file(&path).unwrap();

    let refused = save("ann berg, sister".into()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ConsentMissing);
    assert_eq!(refused.details["supporter"], ann);
    assert_eq!(refused.details["name"], "Ann Berg");
    assert_eq!(refused.details["items"], "goals never,practices never");
    assert!(!path.exists(), "nothing is written before somebody says so");
    assert_eq!(left(&test).len(), 1, "and nothing is entered");

    // With consent nobody is asked.
    let both = terms(&["goals", "practices"], "2026-11-21", Value::Null);
    let consent = made(&give(&test, &person, &ann, both).unwrap());
    let _ = save("Ann Berg".into()).unwrap();
    assert_eq!(left(&test)[0]["withoutConsent"], json!([]));

    // Taken back, it is said by name and day.
    let take_back = json!({ "person": person, "consent": consent, "on": "2026-11-21" });
    test.get("withdraw_consent", take_back);
    let refused = print(&test, &goals(&person), "Ann Berg", &[]).unwrap_err();
    assert_eq!(
        refused.details["items"],
        "goals withdrawn 2026-11-21,practices withdrawn 2026-11-21"
    );
    let asked = json!({ "pages": goals(&person), "to": "Ann Berg", "name": "x" });
    let refused = test.ask("save_paper", asked).unwrap_err();
    assert_eq!(
        refused.code,
        ErrorCode::ConsentMissing,
        "before a place is asked for"
    );

    // Confirmed for that supporter, it leaves, and the ledger names what went without consent.
    let somebody_else = made(&json!({ "made": supporter(&test, &person, "Eva Lund") }));
    let refused = print(&test, &goals(&person), "Ann Berg", &[&somebody_else]).unwrap_err();
    assert_eq!(refused.details["supporter"], ann);
    let confirmed: SupporterId = ann.parse().unwrap();
    let _ = save(To {
        name: "Ann Berg",
        despite: &[confirmed],
    })
    .unwrap();
    assert!(path.exists());
    assert_eq!(
        left(&test)[0]["withoutConsent"],
        json!(["goals", "practices"])
    );
    let trail = test.get(
        "look_through_ledger",
        json!({ "person": person, "kind": null, "from": null, "until": null, "before": null }),
    );
    assert!(
        trail
            .to_string()
            .contains("without consent to goals practices"),
        "{trail}"
    );
}

#[test]
fn each_kind_of_paper_asks_for_its_own_consent() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ann = supporter(&test, &person, "Ann Berg");
    let session = test.start_session(&person);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let sheet = |form: &str| {
        let ask = json!({ "person": person, "form": form });
        json!({ "kind": "sheet", "person": person, "sheet": made(&test.get("open_form", ask)) })
    };
    let handout = |filled| {
        json!({ "kind": "handouts", "topics": ["what-is-recovery"], "language": "en", "course": "eleven-modules",
            "person": if filled { json!(person) } else { Value::Null }, "filled": filled, "short": false, "examples": false })
    };
    let each = |goals, topics| json!({ "kind": "each", "people": [person], "each": { "goals": goals, "topics": topics, "short": true } });
    for (paper, items) in [
        (json!({ "kind": "note", "note": note }), "notes never"),
        (sheet("relapse-prevention-plan"), "relapsePlan never"),
        (sheet("warning-sign-grid"), "signs never"),
        (sheet("medication-list"), "medicines never"),
        (sheet("support-map"), "handouts never"),
        (handout(true), "handouts never"),
        (each(true, 0), "goals never,practices never"),
        (each(true, 1), "goals never,practices never,handouts never"),
    ] {
        let pages = json!({ "paper": paper, "size": "normal", "format": null });
        let refused = print(&test, &pages, "Ann Berg", &[]).unwrap_err();
        assert_eq!(refused.details["items"], items, "{paper}");
    }
    // Blank pages are nobody's, and a letter of the person's own needs no consent but one that was not taken back.
    let blank = json!({ "paper": handout(false), "size": "normal", "format": null });
    let code = |asked: Result<Value, ApiError>| asked.err().map(|error| error.code);
    assert_ne!(
        code(print(&test, &blank, "Ann Berg", &[])),
        Some(ErrorCode::ConsentMissing)
    );
    let letter = made(&test.get(
        "write_to_supporter",
        json!({ "person": person, "supporter": ann }),
    ));
    let letter = json!({ "paper": { "kind": "sheet", "person": person, "sheet": letter }, "size": "normal", "format": null });
    assert_ne!(
        code(print(&test, &letter, "Ann Berg", &[])),
        Some(ErrorCode::ConsentMissing)
    );
    let given = give(
        &test,
        &person,
        &ann,
        terms(&["crisis"], "2026-11-21", Value::Null),
    );
    let consent = made(&given.unwrap());
    let take_back = json!({ "person": person, "consent": consent, "on": "2026-11-21" });
    test.get("withdraw_consent", take_back);
    let refused = print(&test, &letter, "Ann Berg", &[]).unwrap_err();
    assert_eq!(refused.details["items"], "handouts withdrawn 2026-11-21");

    // A whole record is everything.
    let ask = json!({ "person": person, "to": "Ann Berg", "name": "x" });
    let refused = test.ask("save_record", ask).unwrap_err();
    assert_eq!(refused.details["items"].split(',').count(), 8);
    let ask = json!({ "person": person, "to": "Ann Berg" });
    let refused = test.ask("save_folder", ask).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ConsentMissing);
    let ask = json!({ "person": person, "passphrase": "seven calm otters read a map", "to": "Ann Berg", "name": "x" });
    let refused = test.ask("save_archive", ask).unwrap_err();
    assert_eq!(refused.code, ErrorCode::ConsentMissing);
}

#[test]
fn notes_of_several_days_and_pages_for_several_people_wait_for_the_same_word() {
    let test = TestApp::sample();
    let waiting = test.get("hand_off", json!({}))["waiting"].clone();
    let notes = waiting.as_array().unwrap();
    let person = notes[0]["person"]["id"].as_str().unwrap();
    let ann = supporter(&test, person, "Ann Berg");
    let days = |despite: &[&str], others: bool| {
        let which = json!({ "from": "2000-01-01", "until": "2100-01-01", "waiting": false });
        json!({ "which": which, "kind": "text", "to": "Ann Berg", "despite": despite, "others": others })
    };
    let refused = |name: &str, ask: Value| test.ask(name, ask).unwrap_err();
    let error = refused("save_notes", days(&[], false));
    assert_eq!(error.code, ErrorCode::ConsentMissing);
    assert_eq!(error.details["supporter"], ann);
    assert_eq!(error.details["items"], "notes never");
    let everybody: Vec<&Value> = notes.iter().map(|note| &note["person"]["id"]).collect();
    let each = |despite: &[&str], others: bool| {
        let each = json!({ "goals": true, "topics": 0, "short": true });
        json!({ "people": everybody, "each": each, "format": null, "to": "Ann Berg", "despite": despite, "others": others })
    };
    let error = refused("save_each", each(&[], false));
    assert_eq!(error.details["items"], "goals never,practices never");
    // Confirmed, or without them, a folder is asked for; nobody sits there to choose one.
    for (name, ask) in [
        ("save_notes", days(&[&ann], false)),
        ("save_notes", days(&[], true)),
        ("save_each", each(&[&ann], false)),
        ("save_each", each(&[], true)),
    ] {
        assert_eq!(test.get(name, ask)["folder"], Value::Null, "{name}");
    }

    // Without them the others leave, and they are named; confirmed, theirs leave too, and the ledger says so.
    let which = WhichNotes {
        from: "2000-01-01".parse().unwrap(),
        until: "2100-01-01".parse().unwrap(),
        waiting: false,
    };
    let folder = test.dir.path().join("days");
    let save = |to: To<'_>| {
        act::batch::save_notes_in(&test.app, &which, FileKind::Text, to, &folder).unwrap()
    };
    let done = save("Ann Berg".into());
    let theirs = |note: &NoteCard| note.person.id.to_string() == person;
    assert!(!done.saved.is_empty() && !done.not_saved.is_empty());
    assert!(!done.saved.iter().any(|saved| theirs(&saved.note)));
    for left in &done.not_saved {
        assert!(theirs(&left.note));
        assert_eq!(left.error.code, ErrorCode::ConsentMissing);
    }
    let all = done.saved.len() + done.not_saved.len();
    let confirmed: SupporterId = ann.parse().unwrap();
    let done = save(To::new("Ann Berg", &[confirmed]));
    assert_eq!((done.saved.len(), done.not_saved.len()), (all, 0));
    let without = left(&test);
    let without = without
        .iter()
        .filter(|line| line["withoutConsent"] == json!(["notes"]));
    assert!(without.count() > 0);
}

#[test]
fn a_letter_begins_with_the_name_and_is_begun_once_a_day() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ann = supporter(&test, &person, "Ann Berg");
    let ask = json!({ "person": person, "supporter": ann });
    let letter = made(&test.get("write_to_supporter", ask.clone()));
    let page = test.get("open_sheet", json!({ "person": person, "sheet": letter }));
    assert!(page.to_string().contains("Ann Berg"), "{page}");
    assert_eq!(made(&test.get("write_to_supporter", ask.clone())), letter);
    test.env.pass(86_400);
    assert_ne!(made(&test.get("write_to_supporter", ask)), letter);
}

#[test]
fn supporters_are_offered_for_their_own_persons_pages_and_nobody_elses() {
    let test = TestApp::open();
    let (maria, ole) = (test.add_person("Maria H."), test.add_person("Ole B."));
    let ann = supporter(&test, &maria, "Ann Berg");
    let path = test.dir.path().join("goals.pdf");
    let ask: MakePaper = serde_json::from_value(goals(&maria)).unwrap();
    let confirmed: SupporterId = ann.parse().unwrap();
    for to in ["Ann Berg (by post)", "Ward 3"] {
        let to = To {
            name: to,
            despite: &[confirmed],
        };
        let _ = act::hand_off::save_paper_in(&test.app, &ask, to, FileKind::Text, &path).unwrap();
    }
    let known =
        |person: Value| test.get("recipients", json!({ "person": person }))["known"].clone();
    assert_eq!(
        known(json!(maria)),
        json!(["Ann Berg", "Ward 3", "Ann Berg (by post)"])
    );
    assert_eq!(known(json!(ole)), json!(["Ward 3"]));
    assert_eq!(known(Value::Null), json!(["Ward 3"]));
}

#[test]
fn a_record_carries_its_supporters_and_erasing_takes_them() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ann = supporter(&test, &person, "Ann Berg");
    give(
        &test,
        &person,
        &ann,
        terms(&["goals"], "2026-11-21", Value::Null),
    )
    .unwrap();
    let folder = test.dir.path().join("folder");
    act::exports::save_folder_in(&test.app, person.parse().unwrap(), "", &folder).unwrap();
    let record = std::fs::read_to_string(folder.join("record.json")).unwrap();
    let record: Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["supporters"][0]["name"], "Ann Berg");
    assert_eq!(record["consents"][0]["items"], json!(["goals"]));
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(page.contains("Ann Berg") && page.contains("see and help with goals"));

    let ask = json!({ "person": person, "name": "Maria H.", "reason": "asked for it" });
    let receipt = test.get("erase_person", ask);
    let went = receipt["removed"].as_array().unwrap();
    let went = went.iter().find(|each| each["what"] == "supporters");
    assert_eq!(went.unwrap()["count"], 2);
}
