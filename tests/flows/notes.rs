//! The formats of a note, what stays when one is changed, and what is said of text that stands in an earlier note.

use api::{
    ErrorCode, act,
    wire::{FileKind, MakePaper, PaperRequest},
};
use serde_json::{Value, json};
use tests::{TestApp, made};

const TOLD: &str = "She was on time and rested, spoke freely about her week, and laughed twice when we went over the band.";

/// A person with a session in which something was said.
fn session(test: &TestApp) -> (String, String) {
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "words", "field": "summaryWords", "text": "It is mine to say." }),
    );
    test.record(
        &session,
        json!({ "kind": "technique", "technique": "promoteHope", "used": true }),
    );
    (person, session)
}

fn draft(test: &TestApp, session: &str, format: Value) -> String {
    made(&test.get(
        "draft_note",
        json!({ "session": session, "format": format }),
    ))
}

fn note(test: &TestApp, note: &str) -> Value {
    test.get("note", json!({ "note": note }))["note"].clone()
}

fn kinds(note: &Value) -> Vec<&str> {
    let sections = note["sections"].as_array().unwrap().iter();
    sections
        .map(|section| section["kind"].as_str().unwrap())
        .collect()
}

fn section<'n>(note: &'n Value, kind: &str) -> &'n Value {
    let mut sections = note["sections"].as_array().unwrap().iter();
    sections.find(|section| section["kind"] == kind).unwrap()
}

fn write(test: &TestApp, note: &str, section: &str, text: Value, judgement: Value) {
    test.get(
        "write_note",
        json!({ "note": note, "section": section, "text": text, "judgement": judgement, "confirmed": null }),
    );
}

fn text(test: &TestApp, note: &str) -> String {
    let paper = MakePaper {
        paper: PaperRequest::Note {
            note: note.parse().unwrap(),
        },
        size: Default::default(),
        format: None,
    };
    let file = test.dir.path().join(format!("{note}.txt"));
    let _ = std::fs::remove_file(&file);
    let _ = act::hand_off::save_paper_in(&test.app, &paper, "", FileKind::Text, &file).unwrap();
    std::fs::read_to_string(&file).unwrap()
}

#[test]
fn a_note_is_drafted_in_the_format_of_the_settings_or_the_one_that_was_asked_for() {
    let test = TestApp::open();
    let (_, first) = session(&test);
    assert_eq!(
        note(&test, &draft(&test, &first, json!(null)))["format"],
        "imr"
    );

    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["noteFormat"] = json!("birp");
    test.get("change_settings", json!({ "settings": settings }));
    let (_, second) = session(&test);
    let birp = note(&test, &draft(&test, &second, json!(null)));
    assert_eq!(birp["format"], "birp");
    assert_eq!(
        kinds(&birp),
        ["behaviour", "intervention", "response", "nextSteps"]
    );
    assert_eq!(
        section(&birp, "response")["text"],
        "Own summary: “It is mine to say.”"
    );

    let (_, third) = session(&test);
    let peer = draft(&test, &third, json!("peer"));
    assert_eq!(note(&test, &peer)["format"], "peer");
    assert_eq!(
        draft(&test, &third, json!("soap")),
        peer,
        "a note that is there keeps its format"
    );
    assert_eq!(note(&test, &peer)["format"], "peer");
    assert!(text(&test, &peer).contains("We looked for what gives hope."));
}

#[test]
fn a_change_of_format_keeps_every_typed_word_until_somebody_places_it_or_takes_it_out() {
    let test = TestApp::open();
    let (_, session) = session(&test);
    let id = draft(&test, &session, json!("imr"));
    write(
        &test,
        &id,
        "skill",
        json!("Her own way of breathing."),
        json!(null),
    );
    write(&test, &id, "risk", json!(null), json!("No sign of risk."));
    write(&test, &id, "response", json!(null), json!("Rested."));
    let imr = note(&test, &id);

    let change =
        |format: &str| test.get("set_note_format", json!({ "note": id, "format": format }));
    assert_eq!(change("dap")["touched"]["areas"], json!(["notes"]));
    test.get("undo", json!({}));
    let undone = note(&test, &id);
    assert_eq!(
        (&undone["format"], &undone["sections"]),
        (&imr["format"], &imr["sections"])
    );
    change("dap");
    assert_eq!(change("dap")["touched"]["areas"], json!([]));
    let dap = note(&test, &id);
    assert_eq!(
        kinds(&dap),
        [
            "data",
            "assessment",
            "nextSteps",
            "skill",
            "response",
            "risk"
        ]
    );
    assert_eq!(section(&dap, "skill")["text"], "Her own way of breathing.");
    assert_eq!(section(&dap, "response")["text"], "");
    assert_eq!(section(&dap, "response")["judgement"], "Rested.");
    let printed = text(&test, &id);
    assert_eq!(printed.matches("It is mine to say.").count(), 1);
    assert!(
        printed.contains("From the earlier format: Skill taught"),
        "{printed}"
    );

    change("imr");
    assert_eq!(
        note(&test, &id)["sections"],
        imr["sections"],
        "there and back"
    );
    change("birp");
    assert_eq!(
        section(&note(&test, &id), "response")["judgement"],
        "Rested.",
        "a section that both formats have goes along"
    );
    change("dap");

    let place = |section: &str, into: Value| {
        test.ask(
            "place_earlier",
            json!({ "note": id, "section": section, "into": into }),
        )
    };
    for (section, into) in [
        ("data", json!(null)),
        ("skill", json!("risk")),
        ("motivational", json!("data")),
    ] {
        assert_eq!(place(section, into).unwrap_err().code, ErrorCode::NotFound);
    }
    place("risk", json!("assessment")).unwrap();
    place("response", json!("assessment")).unwrap();
    place("skill", json!(null)).unwrap();
    test.get("undo", json!({}));
    assert_eq!(
        kinds(&note(&test, &id)).len(),
        4,
        "taken out, and back again"
    );
    test.get("redraft_note", json!({ "note": id }));
    let placed = note(&test, &id);
    assert_eq!(kinds(&placed), ["data", "assessment", "nextSteps", "skill"]);
    assert_eq!(
        section(&placed, "assessment")["judgement"],
        "No sign of risk.\n\nRested."
    );

    // Nothing is gated: what nobody placed is signed where it stands.
    test.get("sign_note", json!({ "note": id }));
    let signed = note(&test, &id);
    assert_eq!(signed["sections"], placed["sections"]);
    assert!(text(&test, &id).contains("Her own way of breathing."));
    let found = test.get("search", json!({ "words": "breathing", "person": null, "area": null, "from": null, "until": null, "skip": 0 }));
    assert_eq!(found["hits"][0]["title"], "skill", "{found}");
    let check = test.get("check_vault", json!({}));
    assert_eq!(check["findings"], json!([]), "{check}");
}

#[test]
fn a_note_is_drafted_again_in_its_own_language() {
    let test = TestApp::open();
    let (_, session) = session(&test);
    let id = draft(&test, &session, json!("imr"));
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["language"] = json!("da");
    test.get("change_settings", json!({ "settings": settings }));
    for (command, request) in [
        ("redraft_note", json!({ "note": id })),
        ("set_note_format", json!({ "note": id, "format": "dap" })),
    ] {
        test.get(command, request);
        let note = note(&test, &id);
        assert_eq!(note["lang"], "en");
        let text = note["sections"][0]["text"].as_str().unwrap();
        assert!(text.starts_with("Maria H. attended."), "{command}: {text}");
    }
}

#[test]
fn what_was_copied_from_an_earlier_note_is_said_beside_it_and_holds_nothing_back() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let other = test.add_person("Jonas B.");
    let alike =
        |note: &str| test.get("note_likenesses", json!({ "note": note }))["likenesses"].clone();
    let written = |person: &str, format: &str, section: &str| {
        let session = test.start_session(person);
        let id = draft(&test, &session, json!(format));
        write(&test, &id, section, json!(null), json!(TOLD));
        id
    };
    let first = written(&person, "imr", "response");
    assert_eq!(alike(&first), json!([]), "there is no earlier one");
    test.get("sign_note", json!({ "note": first }));
    test.env.pass(7 * 24 * 60 * 60);

    let others = written(&other, "imr", "response");
    assert_eq!(
        alike(&others),
        json!([]),
        "another person's notes are not looked at"
    );

    let second = written(&person, "dap", "assessment");
    assert_eq!(
        alike(&second),
        json!([{ "kind": "assessment", "written": "judgement", "note": first, "on": "2026-11-21" }])
    );
    write(
        &test,
        &second,
        "assessment",
        json!(null),
        json!("Tired, and firm about the band."),
    );
    assert_eq!(alike(&second), json!([]));
    write(&test, &second, "assessment", json!(null), json!(TOLD));
    test.get("sign_note", json!({ "note": second }));
    assert_eq!(alike(&second), json!([]), "what is signed is signed");
}

#[test]
fn phrases_are_kept_in_the_vault_in_their_order_changed_taken_out_and_back() {
    let test = TestApp::open();
    let all = || {
        let view = test.get("snippets", json!({}));
        let snippets = view["snippets"].as_array().unwrap().iter();
        let words = snippets.map(|snippet| snippet["words"].as_str().unwrap().to_owned());
        words.collect::<Vec<_>>()
    };
    let save = |snippet: Value, words: &str| {
        test.get(
            "save_snippet",
            json!({ "snippet": snippet, "words": words }),
        )
    };
    assert_eq!(all(), [""; 0]);
    let first = made(&save(json!(null), "On time and rested."));
    save(json!(null), "Took part with ease.\nAsked questions.");
    assert_eq!(save(json!(null), " \n")["touched"]["areas"], json!([]));
    save(json!(first), "On time.");
    assert_eq!(
        all(),
        ["On time.", "Took part with ease.\nAsked questions."]
    );
    save(json!(first), "");
    assert_eq!(all(), ["Took part with ease.\nAsked questions."]);
    test.get("undo", json!({}));
    assert_eq!(
        all(),
        ["On time.", "Took part with ease.\nAsked questions."]
    );
    let test = test.restart();
    test.unlock();
    let view = test.get("snippets", json!({}));
    assert_eq!(view["snippets"][0]["words"], "On time.");
}
