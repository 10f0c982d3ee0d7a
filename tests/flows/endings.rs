//! The end of a course: said and taken back, what is kept, boosters, and where one was after a gap.

use api::{
    ErrorCode, act,
    wire::{MakePaper, PaperRequest},
};
use serde_json::{Value, json};
use tests::{TestApp, letters, letters_of_pdf, made};

fn ending(test: &TestApp, person: &str) -> Value {
    test.get("ending", json!({ "person": person }))
}

fn end(test: &TestApp, person: &str, on: &str) -> String {
    let ask =
        json!({ "person": person, "ending": null, "on": on, "words": "I know where I am going." });
    made(&test.get("end_course", ask))
}

fn booster(person: &str, id: Value, on: &str, outcome: Value) -> Value {
    json!({ "person": person, "booster": id, "plan": { "on": on, "words": "The plan", "outcome": outcome } })
}

#[test]
fn a_course_ends_with_a_day_and_words_and_goes_on_after_all() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    assert_eq!(ending(&test, &person)["endings"], json!([]));
    // Not on a day that has not come.
    let ask = json!({ "person": person, "ending": null, "on": "2027-01-01", "words": "" });
    assert_eq!(
        test.ask("end_course", ask).unwrap_err().code,
        ErrorCode::DateOutOfRange
    );
    let id = end(&test, &person, "2026-11-20");
    let seen = ending(&test, &person);
    assert_eq!(seen["endings"][0]["words"], "I know where I am going.");
    // Proposed as plain dates: nothing is planned by itself.
    assert_eq!(
        seen["proposed"],
        json!(["2026-12-20", "2027-02-20", "2027-05-20"])
    );
    assert_eq!(seen["boosters"], json!([]));
    // The person is where they were, and a session begins as before.
    assert_eq!(
        test.get("person", json!({ "person": person }))["person"]["active"],
        true
    );
    test.start_session(&person);
    let ask = json!({ "person": person, "ending": id });
    test.get("take_ending_back", ask.clone());
    assert_eq!(ending(&test, &person)["endings"], json!([]));
    assert_eq!(
        test.ask("take_ending_back", ask).unwrap_err().code,
        ErrorCode::NotFound
    );
    test.get("undo", json!({ "person": person }));
    assert_eq!(ending(&test, &person)["endings"][0]["on"], "2026-11-20");
}

#[test]
fn boosters_are_dates_that_a_human_sets_and_those_that_are_near_stand_on_today() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    end(&test, &person, "2026-11-20");
    let due = |test: &TestApp| test.get("due_boosters", json!({}))["boosters"].clone();
    let id = made(&test.get(
        "save_booster",
        booster(&person, Value::Null, "2026-12-22", Value::Null),
    ));
    assert_eq!(due(&test), json!([]), "a month away");
    // What lies after it is still proposed.
    let proposed = ending(&test, &person)["proposed"].clone();
    assert_eq!(proposed, json!(["2027-02-20", "2027-05-20"]));
    test.get(
        "save_booster",
        booster(&person, json!(id), "2026-11-25", Value::Null),
    );
    assert_eq!(due(&test)[0]["person"]["name"], "Maria H.");
    // A day that went by without a word stays.
    test.env.pass(20 * 86_400);
    assert_eq!(due(&test)[0]["booster"]["on"], "2026-11-25");
    test.get(
        "save_booster",
        booster(&person, json!(id), "2026-11-25", json!("held")),
    );
    assert_eq!(due(&test), json!([]));
    // What is somebody else's is not reached.
    let other = test.add_person("Ole B.");
    let ask = booster(&other, json!(id), "2026-12-25", Value::Null);
    assert_eq!(
        test.ask("save_booster", ask).unwrap_err().code,
        ErrorCode::NotFound
    );
    test.get("remove_booster", json!({ "person": person, "booster": id }));
    assert_eq!(ending(&test, &person)["boosters"], json!([]));
}

#[test]
fn after_a_gap_it_says_where_one_was_and_before_that_nothing() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ids = test.get("fresh_ids", json!({ "count": 1 }))["ids"].clone();
    test.get(
        "set_goal",
        json!({ "person": person, "goal": { "id": ids[0], "words": "Play in a band", "why": "", "setOn": "2026-11-21",
            "status": "active", "shortTerm": [], "reviews": [] } }),
    );
    let session = test.start_session(&person);
    let entry = json!({ "kind": "words", "field": "nextPlan", "text": "The barrel" });
    test.record(&session, entry);
    let plan = json!({ "what": "A walk", "when": "", "place": "", "withWhom": "", "confidence": null, "obstacle": "",
        "goal": null, "topic": null });
    test.record(
        &session,
        json!({ "kind": "agreePractice", "practice": null, "plan": plan }),
    );
    test.get("close_session", json!({ "session": session }));
    let stopped =
        |test: &TestApp| test.get("where_were_we", json!({ "person": person }))["stopped"].clone();
    assert_eq!(stopped(&test), Value::Null);
    test.env.pass(27 * 86_400);
    assert_eq!(stopped(&test), Value::Null);
    test.env.pass(9 * 86_400);
    let seen = stopped(&test);
    assert_eq!(
        (&seen["weeks"], &seen["session"]),
        (&json!(5), &json!(session))
    );
    assert_eq!(seen["goals"], json!(["Play in a band"]));
    assert_eq!(seen["promises"], json!(["A walk"]));
    assert_eq!(seen["nextPlan"], "The barrel");
    assert_eq!(seen["planOn"], Value::Null);
    // A session that begins today is no reason to forget the gap.
    test.start_session(&person);
    assert_eq!(stopped(&test)["weeks"], 5);
}

#[test]
fn the_folder_is_one_file_with_everything_and_stands_in_the_ledger() {
    let test = TestApp::sample();
    let people = test.get("people", json!({}))["people"].clone();
    let person = people[0]["card"]["id"].as_str().unwrap().to_owned();
    let plan = made(&test.get(
        "open_form",
        json!({ "person": person, "form": "relapse-prevention-plan" }),
    ));
    assert!(!plan.is_empty());
    let paper: PaperRequest =
        serde_json::from_value(json!({ "kind": "folder", "person": person })).unwrap();
    let documents = api::paper::documents(&test.app, &paper).unwrap();
    let name = test.get("person", json!({ "person": person }))["person"]["preferredName"].clone();
    assert!(documents.len() >= 3, "goals, the plan, who can help nearby");
    for document in &documents {
        assert_eq!(
            json!(document.person.as_ref().unwrap().name),
            name,
            "{}",
            document.title
        );
    }
    let pages = json!({ "paper": paper, "size": "normal", "format": null });
    let ask: MakePaper = serde_json::from_value(pages).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let _ =
        act::hand_off::save_paper_as(&test.app, &ask, "", &folder.path().join("mine.pdf")).unwrap();
    let left = test.get("hand_off", json!({}))["left"].clone();
    assert_eq!(left[0]["what"], "personalFolder");
    let pdf = api::paper::pdf(&test.app, &ask).unwrap();
    let name = name.as_str().unwrap();
    assert!(letters_of_pdf(&pdf).contains(&letters(name)));
}
