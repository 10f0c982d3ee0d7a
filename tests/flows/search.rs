//! Search as the window asks it.

use serde_json::{Value, json};
use tests::{TestApp, made};

fn find(test: &TestApp, words: &str) -> Vec<Value> {
    found(test, json!({ "words": words }))
}

fn found(test: &TestApp, ask: Value) -> Vec<Value> {
    let mut whole = json!({ "words": "", "person": null, "area": null, "from": null, "until": null, "skip": 0 });
    for (key, value) in ask.as_object().unwrap() {
        whole[key] = value.clone();
    }
    test.get("search", whole)["hits"]
        .as_array()
        .unwrap()
        .clone()
}

fn marked(hit: &Value) -> String {
    let pieces = hit["excerpts"][0]["pieces"].as_array().unwrap().iter();
    pieces
        .map(|piece| {
            let text = piece["text"].as_str().unwrap();
            if piece["found"] == true {
                format!("[{text}]")
            } else {
                text.to_owned()
            }
        })
        .collect()
}

#[test]
fn every_kind_of_words_is_found_at_once_with_whose_what_when_and_where() {
    let test = TestApp::open();
    let person = test.add_person("Maria Sørensen");
    test.get(
        "record_statement",
        json!({ "person": person, "words": "A quiet lantern.", "given": "said", "on": "2026-11-20", "chime": [] }),
    );
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "words", "field": "agenda", "text": "Look at the lantern together" }),
    );
    let note = made(&test.get("draft_note", json!({ "session": session })));
    test.get("write_note", json!({ "note": note, "section": "response", "text": "The lantern helped.", "judgement": null, "confirmed": null }));

    let hits = find(&test, "lantern");
    let kinds: Vec<&str> = hits
        .iter()
        .map(|hit| hit["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"statement")
            && kinds.contains(&"session")
            && kinds.contains(&"noteSection"),
        "{kinds:?}"
    );
    assert_eq!(
        kinds.last(),
        Some(&"statement"),
        "the oldest day comes last"
    );
    for hit in &hits {
        assert_eq!(hit["person"]["name"], "Maria Sørensen");
        assert!(hit["day"].is_string());
    }
    let of = |kind: &str| hits.iter().find(|hit| hit["kind"] == kind).unwrap();
    assert_eq!(
        of("session")["lead"],
        json!({ "to": "session", "session": session })
    );
    assert_eq!(
        of("noteSection")["lead"],
        json!({ "to": "note", "note": note })
    );
    assert_eq!(of("noteSection")["title"], "response");
    assert_eq!(of("statement")["lead"], json!({ "to": "statement" }));
    assert_eq!(marked(of("session")), "Look at the [lantern] together");
    assert_eq!(of("session")["excerpts"][0]["field"], "agenda");

    let named = find(&test, "soren");
    assert!(
        named
            .iter()
            .any(|hit| hit["kind"] == "person" && hit["lead"] == json!({ "to": "person" }))
    );
    assert!(find(&test, "  ").is_empty() && find(&test, "\"").is_empty());
    let notes = found(&test, json!({ "words": "lantern", "area": "notes" }));
    assert!(notes.iter().all(|hit| hit["kind"] == "noteSection"));
    assert!(found(&test, json!({ "words": "lantern", "from": "2027-01-01" })).is_empty());
}

#[test]
fn one_record_alone_is_searched_and_nothing_of_it_is_written_down() {
    let test = TestApp::sample();
    let people = test.get("people", json!({}))["people"].clone();
    let people = people.as_array().unwrap();
    let entries = |test: &TestApp| {
        test.get(
            "look_through_ledger",
            json!({ "person": null, "kind": null, "from": null, "until": null, "before": null }),
        )["lines"]
            .as_array()
            .unwrap()
            .len()
    };
    find(&test, "session");
    let before = entries(&test);
    for row in people {
        let id = &row["card"]["id"];
        for hit in found(&test, json!({ "words": "the", "person": id })) {
            assert_eq!(&hit["person"]["id"], id);
        }
    }
    assert_eq!(entries(&test), before);
}

#[test]
fn somebody_who_was_erased_is_found_no_more() {
    let test = TestApp::open();
    let person = test.add_person("Zebedee Quill");
    assert_eq!(find(&test, "zebedee").len(), 1);
    test.get(
        "erase_person",
        json!({ "person": person, "name": "Zebedee Quill", "reason": "Asked for it in writing" }),
    );
    assert!(find(&test, "zebedee").is_empty());
}
