//! The spine: a person, a statement, a goal, a session of eight steps, a signed note, paper.

use serde_json::{Value, json};
use tests::{TestApp, made};

const WORDS: &str = "Getting my  mornings back, teh way they were.";

fn goal(id: &str, ids: &[Value]) -> Value {
    json!({
        "id": id, "words": "Play in a band", "why": "I feel like me when I play.", "setOn": "2026-11-21", "status": "active",
        "shortTerm": [{ "id": ids[0], "words": "Find a place to practise", "status": "active", "steps": [
            { "id": ids[1], "words": "Call the music shop", "helper": "Ann", "byWhen": "2026-11-27",
              "obstacle": "If I freeze: write down what to say first.", "status": "active", "doneOn": null },
        ] }],
        "reviews": [],
    })
}

fn with_goal(test: &TestApp, person: &str) -> String {
    let ids = test.get("fresh_ids", json!({ "count": 3 }))["ids"]
        .as_array()
        .unwrap()
        .clone();
    let id = ids[2].as_str().unwrap().to_owned();
    test.get(
        "set_goal",
        json!({ "person": person, "goal": goal(&id, &ids) }),
    );
    id
}

fn statement(test: &TestApp, person: &str, words: &str) -> Value {
    test.get("record_statement", json!({ "person": person, "words": words, "given": "said", "on": "2026-11-21", "chime": ["identity"] }))
}

#[test]
fn own_words_are_kept_to_the_letter_and_every_version_stays() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    statement(&test, &person, WORDS);
    test.env.pass(60);
    statement(&test, &person, "Being someone my brother can call.");
    let view = test.get("person", json!({ "person": person }));
    let words: Vec<_> = view["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["words"].as_str().unwrap())
        .collect();
    assert_eq!(words, ["Being someone my brother can call.", WORDS]);
}

#[test]
fn a_whole_session_ends_in_a_signed_note_on_paper() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    statement(&test, &person, WORDS);
    let goal = with_goal(&test, &person);
    let session = test.start_session(&person);

    test.record(
        &session,
        json!({ "kind": "majorProblem", "present": false }),
    );
    for phase in ["lastTime", "practiceReview", "goals"] {
        test.record(&session, json!({ "kind": "enterPhase", "phase": phase }));
    }
    test.record(
        &session,
        json!({ "kind": "skipPhase", "phase": "lastTime", "skipped": true }),
    );
    test.record(&session, json!({ "kind": "reviewGoal", "goal": goal, "progress": "some", "done": "Rang once", "obstacle": "",
        "nextStep": "Ring again", "stillRight": true }));
    test.record(&session, json!({ "kind": "enterPhase", "phase": "topic" }));
    test.record(
        &session,
        json!({ "kind": "topic", "topic": "what-is-recovery", "depth": "covered" }),
    );
    test.record(
        &session,
        json!({ "kind": "technique", "technique": "promoteHope", "used": true }),
    );
    test.record(
        &session,
        json!({ "kind": "enterPhase", "phase": "practicePlan" }),
    );
    test.record(&session, json!({ "kind": "agreePractice", "practice": null, "plan": {
        "what": "Walk with Ann", "when": "Tuesday at ten", "place": "the park", "withWhom": "Ann", "confidence": 7,
        "obstacle": "", "goal": goal, "topic": "what-is-recovery" } }));
    test.record(
        &session,
        json!({ "kind": "words", "field": "summaryWords", "text": "It is mine to say." }),
    );
    test.record(
        &session,
        json!({ "kind": "nextMeeting", "at": "2026-11-28T10:00:00" }),
    );
    test.record(&session, json!({ "kind": "spendTime", "seconds": 47 * 60 }));
    test.env.pass(50 * 60);
    test.get("close_session", json!({ "session": session }));
    let closed = test.get("session", json!({ "session": session }));
    assert_eq!(closed["person"]["nextMeeting"], "2026-11-28T10:00:00");

    let drafted = test.get("draft_note", json!({ "session": session }));
    let id = made(&drafted);
    let note = test.get("note", json!({ "note": id }));
    let sections = note["note"]["sections"].as_array().unwrap();
    assert_eq!(sections.len(), 12);
    assert!(
        sections.iter().all(|s| s["judgement"] == ""),
        "judgement is never drafted"
    );
    let all: String = sections
        .iter()
        .map(|s| s["text"].as_str().unwrap())
        .collect::<Vec<_>>()
        .join("\n");
    for said in ["Play in a band", "Walk with Ann", "It is mine to say."] {
        assert!(all.contains(said), "{said} is missing in:\n{all}");
    }
    test.get("write_note", json!({ "note": id, "section": "response", "text": null, "judgement": "Engaged and rested.", "confirmed": null }));
    for section in sections.iter().filter(|s| s["unconfirmed"] == true) {
        test.get("write_note", json!({ "note": id, "section": section["kind"], "text": null, "judgement": null, "confirmed": true }));
    }
    test.get("sign_note", json!({ "note": id }));
    let signed = test.get("note", json!({ "note": id }));
    assert_eq!(signed["note"]["state"]["kind"], "signed");
    assert_eq!(
        signed["note"]["state"]["by"],
        "Ingrid Dahl, psychiatric nurse"
    );
    assert_eq!(signed["minutes"], 47);

    let pdf = test.dir.path().join("note.pdf");
    let paper = api::wire::MakePaper {
        paper: api::wire::PaperRequest::Note {
            note: id.parse().unwrap(),
        },
        size: Default::default(),
        format: None,
    };
    let _ = api::act::hand_off::save_paper_as(&test.app, &paper, "", &pdf).unwrap();
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    let ledger = test.get("hand_off", json!({}));
    assert_eq!(
        ledger["waiting"].as_array().unwrap().len(),
        0,
        "a note that was saved has been handed over"
    );
    assert_eq!(ledger["left"][0]["format"], "pdf");
}

#[test]
fn a_signed_note_can_only_be_added_to() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let note = made(&test.get("draft_note", json!({ "session": session })));
    test.get("sign_note", json!({ "note": note }));
    for (command, request) in [
        (
            "write_note",
            json!({ "note": note, "section": "response", "text": "x", "judgement": null, "confirmed": null }),
        ),
        ("redraft_note", json!({ "note": note })),
        ("set_note_format", json!({ "note": note, "format": "dap" })),
        (
            "place_earlier",
            json!({ "note": note, "section": "response", "into": null }),
        ),
        ("sign_note", json!({ "note": note })),
        ("reopen_session", json!({ "session": session })),
    ] {
        let error = test.ask(command, request).unwrap_err();
        assert_eq!(error.code, api::ErrorCode::AlreadySigned, "{command}");
    }
    let closed = test.ask(
        "record_in_session",
        json!({ "session": session, "entry": { "kind": "majorProblem", "present": true } }),
    );
    assert_eq!(closed.unwrap_err().code, api::ErrorCode::SessionClosed);
    test.get("undo", json!({}));
    assert_eq!(
        test.get("note", json!({ "note": note }))["note"]["state"]["kind"],
        "signed",
        "undo stops at a signature"
    );

    test.get(
        "add_addendum",
        json!({ "note": note, "words": "Her brother called at noon.", "reason": "Came in later" }),
    );
    let added = test.get("note", json!({ "note": note }));
    assert_eq!(
        added["note"]["addenda"][0]["by"],
        "Ingrid Dahl, psychiatric nurse"
    );
    let check = test.get("check_vault", json!({}));
    assert_eq!(check["findings"], json!([]), "{check}");
    assert_eq!(check["signedNotes"], 1);
}

#[test]
fn a_promise_is_carried_to_the_next_session_by_the_program() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let first = test.start_session(&person);
    test.record(
        &first,
        json!({ "kind": "agreePractice", "practice": null, "plan": { "what": "Walk with Ann" } }),
    );
    test.get("close_session", json!({ "session": first }));
    test.env.pass(7 * 86_400);
    let second = test.start_session(&person);
    let view = test.get("session", json!({ "session": second }));
    let promise = &view["record"]["practicesReviewed"][0];
    assert_eq!(
        (&promise["what"], &promise["review"]),
        (&json!("Walk with Ann"), &Value::Null),
        "carried, and nothing preset"
    );
    test.record(
        &second,
        json!({ "kind": "practiceResult", "practice": promise["id"], "result": "partly" }),
    );
    test.get("close_session", json!({ "session": second }));
    test.env.pass(7 * 86_400);
    let third = test.start_session(&person);
    assert_eq!(
        test.get("session", json!({ "session": third }))["record"]["practicesReviewed"],
        json!([]),
        "reviewed once is enough"
    );
    let past = test.get("session", json!({ "session": second }));
    assert_eq!(
        past["record"]["practicesReviewed"][0]["review"]["result"],
        "partly"
    );
}

#[test]
fn a_session_cut_off_in_the_middle_is_resumed_at_the_same_place() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.record(&session, json!({ "kind": "enterPhase", "phase": "agenda" }));
    test.record(
        &session,
        json!({ "kind": "words", "field": "personItem", "text": "my sister" }),
    );
    let test = test.restart();
    test.unlock();
    let today = test.get("today", json!({}));
    assert_eq!(today["meetings"][0]["openSession"], json!(session));
    let again = test.get("start_session", json!({ "person": person, "on": null }));
    assert_eq!(made(&again), session, "starting again comes back to it");
    assert_eq!(again["touched"]["areas"], json!([]), "and changes nothing");
    let view = test.get("session", json!({ "session": session }));
    assert_eq!(
        (&view["record"]["current"], &view["record"]["personItem"]),
        (&json!("agenda"), &json!("my sister"))
    );
}

#[test]
fn answers_follow_the_person_and_come_back_on_the_page_and_on_paper() {
    let test = TestApp::open();
    let (maria, jonas) = (test.add_person("Maria H."), test.add_person("Jonas K."));
    let blank = test.get("topic_page", json!({ "topic": "what-is-recovery", "language": "en", "course": "eleven-modules", "person": null }));
    let question = blank["document"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["kind"] == "question")
        .unwrap();
    let key = json!({ "topic": "what-is-recovery", "block": question["id"], "field": question["field"]["id"], "row": 0, "sheet": null });
    test.get("answer", json!({ "person": maria, "session": null, "key": key, "value": { "kind": "text", "value": WORDS } }));
    let page = |person: &str| {
        test.get("topic_page", json!({ "topic": "what-is-recovery", "language": "en", "course": "eleven-modules", "person": person }))
    };
    assert_eq!(
        page(&maria)["document"]["answers"][0]["value"]["value"],
        WORDS
    );
    assert_eq!(
        page(&jonas)["document"]["answers"],
        json!([]),
        "one person's answers never appear with another's"
    );
    let preview = test.get("preview", json!({ "size": "large", "format": "a4", "paper": { "kind": "handouts",
        "topics": ["what-is-recovery"], "language": "en", "course": "eleven-modules", "person": maria, "filled": true, "short": false, "examples": false } }));
    assert!(preview["pages"].as_array().unwrap().len() >= 2);
    test.get(
        "answer",
        json!({ "person": maria, "session": null, "key": key, "value": null }),
    );
    assert_eq!(page(&maria)["document"]["answers"], json!([]));
}

#[test]
fn a_problem_solving_sheet_can_be_filled_many_times() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let goal = with_goal(&test, &person);
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(
        view["problemSolving"],
        json!({ "topic": "step-by-step", "block": "problem-solving" })
    );
    let start = || {
        let change = test.get("start_sheet", json!({ "person": person, "topic": "step-by-step", "block": "problem-solving", "about": goal }));
        test.get(
            "open_sheet",
            json!({ "person": person, "sheet": made(&change) }),
        )
    };
    let (first, second) = (start(), start());
    let field = &first["document"]["blocks"][0]["parts"][0]["field"]["id"];
    let key = |sheet: &Value| json!({ "topic": "step-by-step", "block": "problem-solving", "field": field, "row": 0, "sheet": sheet["document"]["sheet"] });
    let words = json!({ "kind": "text", "value": "The shop never answers." });
    test.get(
        "answer",
        json!({ "person": person, "session": null, "key": key(&first), "value": words }),
    );
    let open = |sheet: &Value| {
        test.get(
            "open_sheet",
            json!({ "person": person, "sheet": sheet["document"]["sheet"] }),
        )
    };
    assert_eq!(open(&first)["document"]["answers"][0]["value"], words);
    assert_eq!(open(&second)["document"]["answers"], json!([]));
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["sheets"].as_array().unwrap().len(), 2);
    let named = view["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .any(|s| s["firstWords"] == "The shop never answers.");
    assert!(named, "a list of copies shows what each is about");
}

#[test]
fn undo_takes_back_a_sentence_and_not_a_letter() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let say = |text: &str| {
        test.record(
            &session,
            json!({ "kind": "words", "field": "agenda", "text": text }),
        )
    };
    say("Talk about sleep");
    test.env.pass(120);
    for text in ["Talk", "Talk about", "Talk about work"] {
        say(text);
    }
    let agenda = || test.get("session", json!({ "session": session }))["record"]["agenda"].clone();
    test.get("undo", json!({}));
    assert_eq!(agenda(), "Talk about sleep");
    test.get("redo", json!({}));
    assert_eq!(agenda(), "Talk about work");
}

#[test]
fn time_spent_is_not_something_to_undo() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "technique", "technique": "rolePlay", "used": true }),
    );
    test.record(&session, json!({ "kind": "spendTime", "seconds": 30 }));
    test.get("undo", json!({}));
    let view = test.get("session", json!({ "session": session }));
    assert_eq!(view["record"]["techniques"], json!([]));
    assert_eq!(view["record"]["phases"][0]["seconds"], 30);
}
