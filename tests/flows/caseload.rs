//! A caseload brought in from a table: looked at first, all in one change, taken back as one.

use std::fs;

use serde_json::{Value, json};
use tests::TestApp;

fn write(test: &TestApp, text: &str) -> String {
    let path = test.dir.path().join("caseload.csv");
    fs::write(&path, text).unwrap();
    path.display().to_string()
}

fn look(test: &TestApp, path: &str) -> Value {
    test.get("look_at_caseload", json!({ "path": path, "how": null }))
}

fn import(test: &TestApp, seen: &Value, also: Value) -> Value {
    test.get(
        "import_caseload",
        json!({ "path": seen["path"], "how": seen["how"], "seen": seen["seen"], "also": also }),
    )
}

fn names(test: &TestApp) -> Vec<String> {
    let people = test.get("people", json!({}));
    let rows = people["people"].as_array().unwrap();
    rows.iter()
        .map(|row| row["card"]["name"].as_str().unwrap().to_owned())
        .collect()
}

const LIST: &str = "Navn;Journalnr;Sprog;Start;Næste tid\nMaria Holm;0417;da;3.9.2026;24.11.2026 10:00\nJonas Berg;0418;nb;;\n;0419;;;\nAnn;0420;;1.12.2026;\nMaria Holm;;;;\n";

#[test]
fn whoever_has_no_fault_comes_in_and_one_undo_takes_all_back() {
    let test = TestApp::open();
    test.add_person("Noor");
    let path = write(&test, LIST);
    let seen = look(&test, &path);
    assert_eq!(
        (
            &seen["rows"],
            &seen["ready"],
            &seen["faulty"],
            &seen["twice"]
        ),
        (&json!(5), &json!(2), &json!(2), &json!(1))
    );
    assert_eq!(seen["lines"][0]["faults"][0]["kind"], "nameMissing");
    assert_eq!(
        seen["lines"][1]["faults"][0],
        json!({ "kind": "ahead", "text": "1.12.2026" })
    );
    assert_eq!(
        seen["lines"][2]["twice"],
        json!({ "name": "Maria Holm", "line": 2, "sameNumber": false })
    );
    assert_eq!(names(&test), ["Noor"], "looking takes nobody in");

    let change = import(&test, &seen, json!([]));
    assert_eq!(change["undo"]["op"], "add-people");
    assert_eq!(names(&test), ["Jonas Berg", "Maria Holm", "Noor"]);
    let people = test.get("people", json!({}))["people"].clone();
    let maria = people
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["card"]["name"] == "Maria Holm")
        .unwrap()
        .clone();
    assert_eq!(
        (&maria["card"]["recordNumber"], &maria["nextMeeting"]),
        (&json!("0417"), &json!("2026-11-24T10:00:00"))
    );
    let view = test.get("person", json!({ "person": maria["card"]["id"] }));
    assert_eq!(
        (&view["person"]["language"], &view["person"]["startedOn"]),
        (&json!("da"), &json!("2026-09-03"))
    );

    test.get("undo", json!({ "person": null }));
    assert_eq!(names(&test), ["Noor"]);
    test.get("redo", json!({ "person": null }));
    assert_eq!(names(&test), ["Jonas Berg", "Maria Holm", "Noor"]);
    // Whoever is there already is said to be, and comes in only when chosen.
    let again = look(&test, &path);
    assert_eq!((&again["ready"], &again["twice"]), (&json!(0), &json!(3)));
    import(&test, &again, json!([2]));
    assert_eq!(
        names(&test)
            .iter()
            .filter(|name| *name == "Maria Holm")
            .count(),
        2
    );
}

#[test]
fn people_somebody_went_on_with_are_not_taken_back() {
    let test = TestApp::open();
    let path = write(&test, LIST);
    import(&test, &look(&test, &path), json!([]));
    let people = test.get("people", json!({}));
    let person = people["people"][0]["card"]["id"].clone();
    test.get("record_statement", json!({ "person": person, "words": "My mornings.", "given": "said", "on": "2026-11-20", "chime": [] }));
    test.get("undo", json!({ "person": person }));
    test.get("redo", json!({ "person": person }));
    let refused = test.ask("undo", json!({ "person": null }));
    // The newest of all is the statement's own step; after it comes the table, which the statement's redo still needs.
    refused.unwrap();
    let refused = test.ask("undo", json!({ "person": null }));
    assert_eq!(refused.unwrap_err().code, api::ErrorCode::StillNeeded);
    assert_eq!(names(&test).len(), 2);
}

#[test]
fn a_file_that_is_none_or_has_changed_is_refused_in_a_sentence() {
    let test = TestApp::open();
    let code = |test: &TestApp, path: &str| {
        test.ask("look_at_caseload", json!({ "path": path, "how": null }))
            .unwrap_err()
    };
    assert_eq!(
        code(&test, "/no/such/file.csv").code,
        api::ErrorCode::FolderGone
    );
    let path = write(&test, "");
    assert_eq!(code(&test, &path).details["why"], "empty");
    let many = "Navn\n".to_owned() + &"Ann\n".repeat(100_000);
    let path = write(&test, &many);
    let refused = code(&test, &path);
    assert_eq!(
        (refused.code, refused.details["rows"].as_str()),
        (api::ErrorCode::TooManyRows, "100001")
    );

    let path = write(&test, LIST);
    let seen = look(&test, &path);
    write(&test, &LIST.replace("Jonas", "Somebody"));
    let refused = test.ask(
        "import_caseload",
        json!({ "path": path, "how": seen["how"], "seen": seen["seen"], "also": [] }),
    );
    assert_eq!(refused.unwrap_err().details["why"], "changed");
    assert!(names(&test).is_empty());
}
