//! The mirror of one's own work: counts with what they are made of, answers by quarter, paper that names nobody, and a log.

use api::{
    ErrorCode, act,
    wire::{MakePaper, PaperRequest},
};
use serde_json::{Value, json};
use tests::{TestApp, hostile, letters, letters_of_pdf, made};

fn look(test: &TestApp, person: Value) -> Value {
    test.get(
        "mirror",
        json!({ "on": null, "person": person, "language": "en" }),
    )
}

fn line(view: &Value, item: &str) -> Value {
    let lines = view["items"].as_array().unwrap();
    lines
        .iter()
        .find(|line| line["item"] == item)
        .unwrap()
        .clone()
}

fn log(on: &str, kind: &str, minutes: u32, practised: &str) -> Value {
    json!({ "supervision": null, "details": { "on": on, "kind": kind, "minutes": minutes, "met": 3, "who": "Kari, Per",
        "practised": practised, "words": "" } })
}

#[test]
fn what_is_ticked_and_recorded_is_counted_with_who_and_which_session() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let ole = test.add_person("Ole B.");
    let ids = test.get("fresh_ids", json!({ "count": 1 }))["ids"].clone();
    test.get(
        "set_goal",
        json!({ "person": maria, "goal": { "id": ids[0], "words": "Play in a band", "why": "", "setOn": "2026-11-21",
            "status": "active", "shortTerm": [], "reviews": [] } }),
    );
    let first = test.start_session(&maria);
    test.record(
        &first,
        json!({ "kind": "technique", "technique": "rolePlay", "used": true }),
    );
    let entry = json!({ "kind": "reviewGoal", "goal": ids[0], "progress": "some", "done": "", "obstacle": "",
        "nextStep": "", "stillRight": null });
    test.record(&first, entry);
    test.start_session(&ole);
    let view = look(&test, Value::Null);
    assert_eq!(
        (&view["from"], &view["until"]),
        (&json!("2026-10-01"), &json!("2026-12-31"))
    );
    assert_eq!(view["sessions"], 2);
    for (item, part, whole, level) in [
        ("cognitive-behavioural", 1, 2, json!(5)),
        ("motivational", 0, 2, json!(1)),
        ("goals-set", 1, 2, json!(3)),
        ("goals-followed", 1, 2, json!(3)),
        ("handouts", 0, 2, json!(1)),
        ("length", 0, 0, Value::Null),
        ("practice-planned", 0, 2, Value::Null),
    ] {
        let found = line(&view, item);
        assert_eq!(
            found["count"],
            json!({ "kind": "share", "part": part, "whole": whole }),
            "{item}"
        );
        assert_eq!(found["level"], level, "{item}");
    }
    assert_eq!(
        line(&view, "group-size")["count"],
        json!({ "kind": "largest", "people": 1 })
    );
    // One click away: whose, and which session.
    let evidence = line(&view, "cognitive-behavioural")["evidence"].clone();
    assert_eq!(evidence[0]["person"]["name"], "Maria H.");
    assert_eq!(evidence[0]["sessions"][0]["session"], json!(first));
    assert_eq!(evidence[1]["sessions"][0]["holds"], false);
    // Steps of items 5 to 13 were not read in a published copy, and each says so.
    assert_eq!(line(&view, "supporters")["unverified"], true);
    assert_eq!(line(&view, "handouts")["unverified"], false);
    // Of one person nothing has a level, and nothing is asked.
    let alone = look(&test, json!(maria));
    for found in alone["items"].as_array().unwrap() {
        assert_eq!(found["level"], Value::Null, "{found}");
        assert_eq!(
            (&found["steps"], &found["chosen"]),
            (&json!([]), &Value::Null)
        );
    }
    assert_eq!(line(&alone, "goals-set")["count"]["whole"], 1);
}

#[test]
fn what_cannot_be_counted_is_asked_and_answered_by_quarter() {
    let test = TestApp::open();
    let answer = |period: &str, level: Value| json!({ "period": period, "item": "relationship", "level": level, "words": "Slower." });
    let asked = line(&look(&test, Value::Null), "relationship");
    assert_eq!(
        (&asked["count"], &asked["chosen"]),
        (&Value::Null, &Value::Null),
        "nothing is set beforehand"
    );
    test.get("answer_mirror", answer("2026-10-01", json!(4)));
    let asked = line(&look(&test, Value::Null), "relationship");
    assert_eq!(
        (&asked["chosen"], &asked["words"]),
        (&json!(4), &json!("Slower."))
    );
    let before = test.get(
        "mirror",
        json!({ "on": "2026-09-30", "person": null, "language": "en" }),
    );
    assert_eq!(line(&before, "relationship")["chosen"], Value::Null);
    for refused in [
        answer("2026-10-02", json!(4)),
        answer("2026-10-01", json!(6)),
        answer("2026-10-01", json!(0)),
    ] {
        assert_eq!(
            test.ask("answer_mirror", refused).unwrap_err().code,
            ErrorCode::BadRequest
        );
    }
    test.get("undo", json!({}));
    assert_eq!(
        line(&look(&test, Value::Null), "relationship")["chosen"],
        Value::Null
    );
}

#[test]
fn the_supervision_sheet_names_nobody_and_holds_nobodys_words() {
    let test = TestApp::open();
    let words = "Quicksilverwords of Maria Holm";
    let (person, _) = hostile::everywhere(&test, words);
    let mut details = tests::details("Quicksilver Holmberg");
    details["recordNumber"] = json!("REC04171");
    test.get(
        "edit_person",
        json!({ "person": person, "details": details }),
    );
    let answer = json!({ "period": "2026-10-01", "item": "structure", "level": 2, "words": "Quicksilver again" });
    test.get("answer_mirror", answer);
    for language in ["en", "da", "nb"] {
        let pages = json!({ "paper": { "kind": "mirror", "on": "2026-11-21", "language": language }, "size": "normal", "format": null });
        let pdf = api::paper::pdf(&test.app, &serde_json::from_value(pages).unwrap()).unwrap();
        let text = letters_of_pdf(&pdf).to_lowercase();
        for said in [
            "quicksilver",
            "holm",
            "rec04171",
            &letters(words).to_lowercase(),
        ] {
            assert!(!text.contains(said), "{language}: {said}");
        }
        assert!(text.len() > 500, "{language}");
    }
    let pages = json!({ "paper": { "kind": "mirror", "on": "2026-11-21", "language": "en" }, "size": "normal", "format": null });
    let ask: MakePaper = serde_json::from_value(pages).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let _ = act::hand_off::save_paper_as(&test.app, &ask, "", &folder.path().join("sheet.pdf"))
        .unwrap();
    let left = test.get("hand_off", json!({}))["left"].clone();
    assert_eq!(
        (&left[0]["what"], &left[0]["person"]),
        (&json!("supervision"), &Value::Null)
    );
}

#[test]
fn the_log_of_supervision_counts_units_and_leaves_out_what_names_somebody() {
    let test = TestApp::open();
    test.add_person("Maria Holm");
    let id = made(&test.get(
        "save_supervision",
        log("2026-11-10", "supervision", 90, "A role play"),
    ));
    test.get(
        "save_supervision",
        log("2026-11-12", "course", 400, "Maria was the example"),
    );
    let seen = test.get("supervision_log", json!({}));
    assert_eq!(
        (&seen["units"], &seen["courseDays"]),
        (&json!(2), &json!(1))
    );
    let ahead = log("2027-02-01", "supervision", 45, "");
    assert_eq!(
        test.ask("save_supervision", ahead).unwrap_err().code,
        ErrorCode::DateOutOfRange
    );
    let endless = log("2026-11-10", "supervision", 100_000, "");
    assert_eq!(
        test.ask("save_supervision", endless).unwrap_err().code,
        ErrorCode::BadRequest
    );
    let paper: PaperRequest =
        serde_json::from_value(json!({ "kind": "supervisionLog", "language": "en" })).unwrap();
    let text = format!("{:?}", api::paper::documents(&test.app, &paper).unwrap());
    assert!(
        text.contains("A role play") && !text.contains("Maria"),
        "{text}"
    );
    test.get("remove_supervision", json!({ "supervision": id }));
    assert_eq!(test.get("supervision_log", json!({}))["units"], 0);
    test.get("undo", json!({}));
    assert_eq!(test.get("supervision_log", json!({}))["units"], 2);
}
