//! What must hold between people, and between the folder and the program.

use std::fs;

use serde_json::json;
use tests::TestApp;

#[test]
fn two_people_never_meet_in_one_view() {
    let test = TestApp::open();
    for (name, secret) in [("Maria H.", "marmalade"), ("Jonas K.", "juniper")] {
        let person = test.add_person(name);
        test.get("record_statement", json!({ "person": person, "words": secret, "given": "said", "on": "2026-11-21", "chime": [] }));
        let session = test.start_session(&person);
        test.record(
            &session,
            json!({ "kind": "words", "field": "summaryWords", "text": secret }),
        );
        test.record(
            &session,
            json!({ "kind": "agreePractice", "practice": null, "plan": { "what": secret } }),
        );
        test.get("close_session", json!({ "session": session }));
        test.get("draft_note", json!({ "session": session }));
    }
    let people = test.get("people", json!({}));
    for row in people["people"].as_array().unwrap() {
        let id = &row["card"]["id"];
        let other = if row["card"]["name"] == "Maria H." {
            "juniper"
        } else {
            "marmalade"
        };
        let view = test.get("person", json!({ "person": id }));
        let mut seen = view.to_string();
        for session in view["sessions"].as_array().unwrap() {
            seen.push_str(
                &test
                    .get("session", json!({ "session": session["id"] }))
                    .to_string(),
            );
            let note = json!({ "note": session["note"]["id"] });
            seen.push_str(&test.get("note", note).to_string());
        }
        let sheet =
            json!({ "size": "normal", "format": null, "paper": { "kind": "goals", "person": id } });
        seen.push_str(&test.get("preview", sheet).to_string());
        assert!(
            !seen.contains(other),
            "{} sees {other}",
            row["card"]["name"]
        );
    }
}

#[test]
fn the_handout_desk_needs_no_vault_and_makes_no_folder() {
    let test = TestApp::new();
    assert_eq!(test.get("app_state", json!({}))["vault"]["kind"], "none");
    let catalogue = test.get("catalogue", json!({}));
    assert!(!catalogue["courses"].as_array().unwrap().is_empty());
    let pages = test.get("preview", json!({ "size": "normal", "format": "a4", "paper": { "kind": "handouts",
        "topics": ["what-is-recovery"], "language": "en", "course": "eleven-modules", "person": null, "filled": false, "short": false, "examples": false } }));
    assert!(!pages["pages"].as_array().unwrap().is_empty());
    assert!(!test.app.data_dir().exists());
}

#[test]
fn settings_outlive_a_restart_and_hold_no_ones_words() {
    let test = TestApp::open();
    test.add_person("Maria Unmistakable");
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["language"] = json!("da");
    settings["crisis"] = json!({ "contacts": [{ "name": "Duty team", "phone": "1234 5678", "note": "day and night" }], "checkedOn": "2026-11-01" });
    test.get("change_settings", json!({ "settings": settings }));
    let text = fs::read_to_string(test.app.data_dir().join("settings.json")).unwrap();
    assert!(!text.contains("Unmistakable"));
    let test = test.restart();
    assert_eq!(
        test.get("help_now", json!({}))["crisis"]["contacts"][0]["phone"],
        "1234 5678"
    );
}

#[test]
fn settings_that_cannot_be_read_are_kept_aside_and_the_program_starts() {
    let test = TestApp::open();
    let path = test.app.data_dir().join("settings.json");
    fs::write(&path, "{ not json").unwrap();
    let test = test.restart();
    let state = test.get("app_state", json!({}));
    test.get("change_settings", json!({ "settings": state["settings"] }));
    assert_eq!(
        fs::read_to_string(path.with_extension("unreadable.json")).unwrap(),
        "{ not json"
    );
}
