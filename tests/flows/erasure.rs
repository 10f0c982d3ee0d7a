//! Erasing one person, and the ledger that keeps what was done and never what was written.

use serde_json::{Value, json};
use tests::{TestApp, made};

fn ledger(test: &TestApp, ask: Value) -> Vec<Value> {
    let mut whole =
        json!({ "person": null, "kind": null, "from": null, "until": null, "before": null });
    for (key, value) in ask.as_object().unwrap() {
        whole[key] = value.clone();
    }
    test.get("look_through_ledger", whole)["lines"]
        .as_array()
        .unwrap()
        .clone()
}

fn ops(lines: &[Value]) -> Vec<&str> {
    lines
        .iter()
        .map(|line| line["op"].as_str().unwrap())
        .collect()
}

/// A person with a signed note.
fn signed(test: &TestApp, name: &str) -> String {
    let person = test.add_person(name);
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "words", "field": "agenda", "text": "Secret lantern" }),
    );
    test.get(
        "close_session",
        json!({ "session": session, "asOfItsDay": false }),
    );
    let note = made(&test.get("draft_note", json!({ "session": session })));
    test.get("sign_note", json!({ "note": note }));
    person
}

#[test]
fn a_person_is_erased_for_a_reason_and_the_receipt_says_what_had_to_stay() {
    let test = TestApp::open();
    let person = signed(&test, "Maria Holm");
    test.get("record_statement", json!({ "person": person, "words": "My mornings.", "given": "said", "on": "2026-11-20", "chime": [] }));
    let other = test.add_person("Jonas Berg");
    let erase = |name: &str, reason: &str| {
        test.ask(
            "erase_person",
            json!({ "person": person, "name": name, "reason": reason }),
        )
    };
    assert_eq!(
        erase("Jonas Berg", "Asked").unwrap_err().code,
        api::ErrorCode::NameDiffers
    );
    assert_eq!(
        erase("Maria Holm", "  ").unwrap_err().code,
        api::ErrorCode::ReasonMissing
    );
    assert_eq!(
        erase("Maria Holm", "Maria asked").unwrap_err().code,
        api::ErrorCode::ReasonNames
    );
    assert_eq!(
        test.get("people", json!({}))["people"]
            .as_array()
            .unwrap()
            .len(),
        2
    );

    let receipt = erase("Maria Holm", "Asked for it in writing").unwrap();
    assert_eq!(receipt["name"], "Maria Holm");
    let emptied: Vec<&str> = receipt["emptied"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["what"].as_str().unwrap())
        .collect();
    assert!(
        emptied.contains(&"notes"),
        "a seal stands on it: {emptied:?}"
    );
    assert_eq!(
        receipt["removed"],
        json!([{ "what": "statements", "count": 1 }])
    );
    assert_eq!(
        test.ask("person", json!({ "person": person }))
            .map(|view| view["person"]["preferredName"].clone())
            .unwrap_or(json!("")),
        ""
    );
    assert_eq!(
        test.get("people", json!({}))["people"][0]["card"]["id"],
        json!(other)
    );
    assert_eq!(test.get("check_vault", json!({}))["whole"], true);

    let lines = ledger(&test, json!({ "kind": "erased" }));
    assert_eq!(ops(&lines), ["erase"]);
    assert_eq!(
        (&lines[0]["erased"], &lines[0]["person"]),
        (&json!(true), &Value::Null)
    );
    assert_eq!(lines[0]["detail"], "Asked for it in writing");
    assert_eq!(lines[0]["sequence"], receipt["entry"]);
    // The receipt bears the name, so that it left stands in the ledger as well.
    let pages = json!({ "paper": { "kind": "erasure", "receipt": receipt, "language": "en" }, "size": "normal", "format": null });
    let place = test.dir.path().join("receipt.pdf");
    let pages = serde_json::from_value(pages).unwrap();
    let _ = api::act::hand_off::save_paper_as(&test.app, &pages, "", &place).unwrap();
    let left = &test.get("hand_off", json!({}))["left"][0];
    assert_eq!(
        (&left["what"], &left["outcome"]),
        (&json!("erasureReceipt"), &json!("left"))
    );
    let _ = test.ask("undo", json!({ "person": null }));
    assert_eq!(
        test.get("people", json!({}))["people"]
            .as_array()
            .unwrap()
            .len(),
        1,
        "nothing brings them back"
    );
}

#[test]
fn the_ledger_says_who_did_what_when_and_never_what_was_written() {
    let test = TestApp::open();
    let person = signed(&test, "Maria Holm");
    let lines = ledger(&test, json!({}));
    let all = serde_json::to_string(&lines).unwrap();
    assert!(!all.contains("lantern"));
    assert!(ops(&lines).contains(&"signNote") && ops(&lines).contains(&"addPerson"));
    let places: Vec<u64> = lines
        .iter()
        .map(|line| line["sequence"].as_u64().unwrap())
        .collect();
    assert!(places.is_sorted_by(|a, b| a > b), "newest first");

    test.add_person("Jonas Berg");
    let hers = ledger(&test, json!({ "person": person }));
    assert!(
        hers.iter()
            .all(|line| line["person"]["id"] == json!(person))
    );
    let signed = ledger(&test, json!({ "kind": "signed" }));
    assert!(!signed.is_empty() && ops(&signed).iter().all(|op| *op == "signNote"));
    assert!(ledger(&test, json!({ "until": "2026-11-20" })).is_empty());
    assert_eq!(
        ledger(&test, json!({ "from": "2026-11-21" })).len(),
        lines.len() + 1
    );
    assert_eq!(ledger(&test, json!({ "before": 2 })).len(), 1);
}

#[test]
fn the_worklist_is_empty_when_everything_is_said_written_signed_and_handed_over() {
    let test = TestApp::open();
    let list = |test: &TestApp| test.get("worklist", json!({}));
    let empty = |view: &Value| {
        [
            "leftOpen",
            "missed",
            "withoutNote",
            "unsigned",
            "notHandedOff",
        ]
        .iter()
        .all(|part| view[part] == json!([]))
    };
    assert!(empty(&list(&test)));
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    assert!(empty(&list(&test)), "today's session is no work left over");
    test.env.pass(86_400);
    assert_eq!(list(&test)["leftOpen"][0]["id"], json!(session));
    test.get(
        "close_session",
        json!({ "session": session, "asOfItsDay": true }),
    );
    assert_eq!(list(&test)["withoutNote"][0]["id"], json!(session));
    let note = made(&test.get("draft_note", json!({ "session": session })));
    assert_eq!(list(&test)["unsigned"][0]["id"], json!(note));
    test.get("sign_note", json!({ "note": note }));
    assert_eq!(list(&test)["notHandedOff"][0]["id"], json!(note));
}
