//! Earlier versions of texts: what stood there before somebody went on writing, one for each sitting.

use serde_json::{Value, json};
use tests::{TestApp, made};

fn versions(test: &TestApp, person: &str, place: &Value, field: &str) -> Vec<String> {
    let ask = json!({ "person": person, "place": place, "field": field });
    let found = test.get("earlier_texts", ask)["versions"].clone();
    let words = |version: &Value| version["words"].as_str().unwrap().to_owned();
    found.as_array().unwrap().iter().map(words).collect()
}

fn say(test: &TestApp, session: &str, text: &str) {
    let entry = json!({ "kind": "words", "field": "agenda", "text": text });
    test.record(session, entry);
}

#[test]
fn a_run_of_keystrokes_keeps_what_stood_before_it_and_putting_back_keeps_what_it_replaces() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let place = json!({ "kind": "session", "session": session });
    let all = |test: &TestApp| versions(test, &person, &place, "agenda");
    for text in ["S", "Sl", "Sleep"] {
        test.env.pass(1);
        say(&test, &session, text);
    }
    assert!(all(&test).is_empty(), "words on the way are no version");
    // Another sitting, a quarter of an hour later.
    test.env.pass(900);
    for text in ["Sleep,", "Sleep, and the band"] {
        test.env.pass(1);
        say(&test, &session, text);
    }
    assert_eq!(all(&test), ["Sleep"]);
    // Put back within the sitting: an ordinary change, and what it replaces is kept.
    test.env.pass(5);
    say(&test, &session, "Sleep");
    assert_eq!(all(&test), ["Sleep, and the band", "Sleep"]);
    test.get("undo", json!({ "person": person }));
    let agenda = test.get("session_record", json!({ "session": session }))["agenda"].clone();
    assert_ne!(agenda, json!("S"));
    // Each with the moment in which it gave way.
    let ask = json!({ "person": person, "place": place, "field": "agenda" });
    let found = test.get("earlier_texts", ask)["versions"].clone();
    assert!(found[0]["until"]["millis"].as_i64() >= found[1]["until"]["millis"].as_i64());
    // A text that was never changed, and one that is not there, have none.
    assert!(versions(&test, &person, &place, "summaryWords").is_empty());
    assert!(versions(&test, &person, &place, "noSuchField").is_empty());
}

#[test]
fn every_kind_of_long_text_keeps_its_earlier_versions() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let ids = test.get("fresh_ids", json!({ "count": 3 }))["ids"].clone();
    let goal = |words: &str| {
        let step = json!({ "id": ids[2], "words": words, "helper": "", "byWhen": null, "obstacle": words,
            "status": "active", "doneOn": null });
        let short = json!({ "id": ids[1], "words": words, "status": "active", "steps": [step] });
        json!({ "person": person, "goal": { "id": ids[0], "words": words, "why": words, "setOn": "2026-11-21",
            "status": "active", "shortTerm": [short], "reviews": [] } })
    };
    let details =
        |words: &str| json!({ "name": "Ann", "relation": "", "reach": "", "words": words });
    let ask = json!({ "person": person, "supporter": null, "details": details("first") });
    let supporter = made(&test.get("save_supporter", ask));
    let session = test.start_session(&person);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let key =
        json!({ "topic": "my-words", "block": "ask", "field": "answer", "row": 0, "sheet": null });
    for words in ["first", "second"] {
        test.get("set_goal", goal(words));
        let ask = json!({ "person": person, "supporter": supporter, "details": details(words) });
        test.get("save_supporter", ask);
        let value = json!({ "kind": "text", "value": words });
        let ask = json!({ "person": person, "session": null, "key": key, "value": value });
        test.get("answer", ask);
        let entry = json!({ "kind": "reviewGoal", "goal": ids[0], "progress": null, "done": words, "obstacle": "",
            "nextStep": "", "stillRight": null });
        test.record(&session, entry);
        let ask = json!({ "note": note, "section": "response", "text": null, "judgement": words, "confirmed": null });
        test.get("write_note", ask);
        test.env.pass(1_000);
    }
    for (place, field) in [
        (json!({ "kind": "goal", "goal": ids[0] }), "words"),
        (json!({ "kind": "goal", "goal": ids[0] }), "why"),
        (json!({ "kind": "shortTermGoal", "goal": ids[1] }), "words"),
        (json!({ "kind": "step", "step": ids[2] }), "obstacle"),
        (
            json!({ "kind": "supporter", "supporter": supporter }),
            "words",
        ),
        (
            json!({ "kind": "goalReview", "session": session, "goal": ids[0] }),
            "done",
        ),
        (
            json!({ "kind": "section", "note": note, "section": "response" }),
            "judgement",
        ),
        (json!({ "kind": "answer", "key": key }), "value"),
    ] {
        assert_eq!(
            versions(&test, &person, &place, field),
            ["first"],
            "{place} {field}"
        );
    }
    // An answer that was emptied is an earlier version of nothing.
    let ask = json!({ "person": person, "session": null, "key": key, "value": null });
    test.get("answer", ask);
    let place = json!({ "kind": "answer", "key": key });
    assert_eq!(
        versions(&test, &person, &place, "value"),
        ["second", "first"]
    );
    // Nobody reaches them through somebody else.
    let other = test.add_person("Ole B.");
    let goal = json!({ "kind": "goal", "goal": ids[0] });
    assert!(versions(&test, &other, &goal, "words").is_empty());
}

#[test]
fn earlier_versions_go_when_the_person_is_erased_and_stay_in_this_vault() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    for text in ["quicksilver", "something else", "a third"] {
        say(&test, &session, text);
        test.env.pass(1_000);
    }
    let place = json!({ "kind": "session", "session": session });
    assert_eq!(
        versions(&test, &person, &place, "agenda"),
        ["something else", "quicksilver"]
    );
    // Nothing of them is found by a search: they count for nothing.
    let ask = json!({ "words": "quicksilver", "person": null, "area": null, "from": null, "until": null, "skip": 0 });
    if let Ok(found) = test.ask("search", ask) {
        assert_eq!(found["hits"], json!([]));
    }
    let ask = json!({ "person": person, "name": "Maria H.", "reason": "moved away" });
    test.get("erase_person", ask);
    let gone = test.ask(
        "earlier_texts",
        json!({ "person": person, "place": place, "field": "agenda" }),
    );
    assert!(gone.is_err());
}
