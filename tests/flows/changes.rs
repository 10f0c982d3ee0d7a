//! What a change answers: small, and true of what it did.

use std::collections::BTreeSet;

use api::commands::COMMANDS;
use serde_json::{Value, json};
use tests::{PASSPHRASE, TestApp, details, made};

/// One of each command that changes the record, in an order in which all of them work. `run` asks and returns the answer.
fn everything(test: &TestApp, mut run: impl FnMut(&str, Value) -> Value) {
    let mut details = details("Maria H.");
    let person = made(&run("add_person", json!({ "details": details })));
    details["recordNumber"] = json!("4711");
    run(
        "edit_person",
        json!({ "person": person, "details": details }),
    );
    run(
        "record_statement",
        json!({ "person": person, "words": "My mornings.", "given": "said", "on": "2026-11-21", "chime": [] }),
    );
    let goal = test.get("fresh_ids", json!({ "count": 1 }))["ids"][0].clone();
    run(
        "set_goal",
        json!({ "person": person, "goal": { "id": goal, "words": "Play in a band", "why": "", "setOn": "2026-11-21",
            "status": "active", "shortTerm": [], "reviews": [] } }),
    );
    let supporter = made(&run(
        "save_supporter",
        json!({ "person": person, "supporter": null, "details": { "name": "Ann" } }),
    ));
    let terms = json!({ "items": ["goals"], "from": "2026-11-20", "until": null, "given": "said", "keptBack": "" });
    let consent = made(&run(
        "give_consent",
        json!({ "person": person, "supporter": supporter, "terms": terms }),
    ));
    run(
        "withdraw_consent",
        json!({ "person": person, "consent": consent, "on": "2026-11-21" }),
    );
    run(
        "add_contact",
        json!({ "person": person, "supporter": supporter, "contact": { "on": "2026-11-20", "how": "met", "words": "" } }),
    );
    let event =
        json!({ "kind": "work", "from": "2026-11-02", "until": null, "hours": 7.5, "words": "" });
    let event = made(&run(
        "save_event",
        json!({ "person": person, "event": null, "details": event }),
    ));
    run(
        "take_away_event",
        json!({ "person": person, "event": event }),
    );
    let ending = made(&run(
        "end_course",
        json!({ "person": person, "ending": null, "on": "2026-11-21", "words": "" }),
    ));
    run(
        "take_ending_back",
        json!({ "person": person, "ending": ending }),
    );
    let plan = json!({ "on": "2026-12-21", "words": "", "outcome": null });
    let booster = made(&run(
        "save_booster",
        json!({ "person": person, "booster": null, "plan": plan }),
    ));
    run(
        "remove_booster",
        json!({ "person": person, "booster": booster }),
    );
    let sheet = made(&run(
        "start_sheet",
        json!({ "person": person, "topic": "plan", "block": null, "about": goal, "from": null }),
    ));
    run(
        "save_plan_copy",
        json!({ "person": person, "copy": null, "sheet": sheet, "supporter": supporter, "holder": "", "givenOn": "2026-11-20",
            "takenBackOn": null }),
    );
    run(
        "add_rehearsal",
        json!({ "person": person, "sheet": sheet, "on": "2026-11-20", "words": "" }),
    );
    run(
        "set_review_day",
        json!({ "person": person, "sheet": sheet, "on": "2026-12-20" }),
    );
    let key = json!({ "topic": "plan", "block": "mine", "field": "who", "row": 0, "sheet": sheet });
    run(
        "answer",
        json!({ "person": person, "session": null, "key": key, "value": { "kind": "text", "value": "Ann" } }),
    );
    run("open_form", json!({ "person": person, "form": "letter" }));

    let session = made(&run(
        "start_session",
        json!({ "person": person, "on": null }),
    ));
    let entry = json!({ "kind": "words", "field": "agenda", "text": "Sleep" });
    run(
        "record_in_session",
        json!({ "session": session, "entry": entry }),
    );
    run("set_pin", json!({ "pin": "2580" }));
    test.get(
        "turn_screen",
        json!({ "session": session, "topic": "my-words" }),
    );
    let key =
        json!({ "topic": "my-words", "block": "ask", "field": "answer", "row": 0, "sheet": null });
    run(
        "turned_answer",
        json!({ "key": key, "value": { "kind": "text", "value": "A walk." } }),
    );
    test.get("turn_back", json!({ "pin": "2580" }));
    run("close_session", json!({ "session": session }));
    run("reopen_session", json!({ "session": session }));
    let mistaken = made(&test.get(
        "start_session",
        json!({ "person": person, "on": "2026-11-19" }),
    ));
    run(
        "discard_session",
        json!({ "session": mistaken, "reason": "wrong day" }),
    );
    details["nextMeeting"] = json!("2026-11-18T10:00:00");
    test.get(
        "edit_person",
        json!({ "person": person, "details": details }),
    );
    run(
        "say_what_happened",
        json!({ "person": person, "at": "2026-11-18T10:00:00", "what": { "kind": "noShow", "reason": "" } }),
    );

    let note = made(&run("draft_note", json!({ "session": session })));
    run(
        "write_note",
        json!({ "note": note, "section": "response", "text": null, "judgement": "Rested.", "confirmed": null }),
    );
    let entry = json!({ "kind": "words", "field": "summaryWords", "text": "It is mine." });
    test.record(&session, entry);
    run("redraft_note", json!({ "note": note }));
    run("undo", json!({}));
    run("redo", json!({}));
    run("set_note_format", json!({ "note": note, "format": "soap" }));
    run(
        "place_earlier",
        json!({ "note": note, "section": "response", "into": "assessment" }),
    );
    let colleague = made(&run(
        "save_practitioner",
        json!({ "practitioner": null, "name": "Bo Friis", "title": "", "role": "coSigner", "active": true }),
    ));
    let meeting = test.get("session_record", json!({ "session": session }))["meeting"].clone();
    run(
        "set_leaders",
        json!({ "meeting": meeting, "leaders": [[colleague, "clinician"]] }),
    );
    in_a_group(test, &person, &mut run);
    run("sign_note", json!({ "note": note }));
    run(
        "co_sign_note",
        json!({ "note": note, "practitioner": colleague, "name": "Bo Friis", "words": "" }),
    );
    run(
        "add_addendum",
        json!({ "note": note, "words": "Her brother called.", "reason": "Came in later" }),
    );
    run(
        "save_snippet",
        json!({ "snippet": null, "words": "On time and rested." }),
    );
    run(
        "answer_mirror",
        json!({ "period": "2026-10-01", "item": "tailoring", "level": 3, "words": "" }),
    );
    let details = json!({ "on": "2026-11-20", "kind": "supervision", "minutes": 45, "met": 3, "who": "", "practised": "", "words": "" });
    let supervision = made(&run(
        "save_supervision",
        json!({ "supervision": null, "details": details }),
    ));
    run("remove_supervision", json!({ "supervision": supervision }));
    run(
        "change_practitioner",
        json!({ "practitioner": { "name": "Ingrid Dahl", "title": "nurse" } }),
    );
    run(
        "change_passphrase",
        json!({ "current": PASSPHRASE, "new": "four brown bicycles at dawn" }),
    );
}

/// What is done with groups.
fn in_a_group(test: &TestApp, person: &str, run: &mut impl FnMut(&str, Value) -> Value) {
    let details = json!({ "name": "Group", "course": "eleven-modules", "weekday": null, "begins": null, "minutes": null,
        "place": "", "from": "2026-11-01", "until": null, "practitioners": [] });
    let series = made(&run(
        "save_group",
        json!({ "series": null, "details": details }),
    ));
    run(
        "save_member",
        json!({ "series": series, "person": person, "from": "2026-11-01", "until": null }),
    );
    let open = json!({ "series": series, "on": "2026-11-20" });
    let meeting = made(&run("open_group_meeting", open));
    run(
        "plan_group_meeting",
        json!({ "meeting": meeting, "part": { "kind": "topics", "topics": ["my-words"] } }),
    );
    run(
        "say_who_came",
        json!({ "meeting": meeting, "people": [person], "attendance": { "kind": "present" } }),
    );
    run(
        "cover_topic",
        json!({ "meeting": meeting, "topic": "my-words", "depth": "covered" }),
    );
    run(
        "close_group_meeting",
        json!({ "meeting": meeting, "minutes": 60 }),
    );
    let mistaken = json!({ "series": series, "on": "2026-11-18" });
    let mistaken = made(&test.get("open_group_meeting", mistaken));
    run(
        "discard_group_meeting",
        json!({ "meeting": mistaken, "reason": "wrong day" }),
    );
}

/// Changes that need something wrong first, a file from elsewhere, or a form or plan of ours, and so a test of their own.
const TESTED_APART: [&str; 9] = [
    "acknowledge",
    "follow_plan",
    "import_caseload",
    "key_in_copy",
    "key_measure",
    "leave_plan",
    "merge_archive",
    "read_back",
    "write_to_supporter",
];

#[test]
fn every_change_says_when_and_whose_and_nothing_at_length() {
    let test = TestApp::with_little_pack();
    let mut asked = BTreeSet::new();
    let of_the_vault = [
        "set_pin",
        "change_practitioner",
        "change_passphrase",
        "save_snippet",
        "save_practitioner",
        "set_leaders",
        "save_group",
        "open_group_meeting",
        "plan_group_meeting",
        "discard_group_meeting",
        "answer_mirror",
        "save_supervision",
        "remove_supervision",
    ];
    everything(&test, |name, request| {
        test.env.pass(61);
        let change = test.get(name, request);
        assert_eq!(
            change["savedAt"]["millis"],
            json!(api::Env::now(&test.env).millis),
            "{name}"
        );
        let nobodys = of_the_vault.contains(&name);
        assert_eq!(change["touched"]["person"].is_null(), nobodys, "{name}");
        assert_ne!(change["touched"]["areas"], json!([]), "{name}");
        assert!(change.to_string().len() < 800, "{name} answers {change}");
        asked.insert(name.to_owned());
        change
    });
    asked.extend(TESTED_APART.map(str::to_owned));
    let all = COMMANDS.iter().filter(|command| command.facts.changes);
    assert_eq!(asked, all.map(|command| command.name.to_owned()).collect());
}

#[test]
fn what_the_table_says_of_undo_is_what_the_vault_does() {
    let test = TestApp::with_little_pack();
    everything(&test, |name, request| {
        test.env.pass(61);
        let change = test.get(name, request);
        let facts = COMMANDS.iter().find(|command| command.name == name);
        let can_be_taken_back = change["undo"]["at"] == change["savedAt"];
        // Doing again restores a step that keeps the moment it was first done.
        if !["undo", "redo"].contains(&name) {
            assert_eq!(facts.unwrap().facts.undone, can_be_taken_back, "{name}");
        }
        change
    });
}

#[test]
fn what_is_there_already_is_found_and_nothing_is_touched() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let first = test.get("draft_note", json!({ "session": session }));
    let again = test.get("draft_note", json!({ "session": session }));
    assert_eq!(made(&first), made(&again));
    assert_eq!(first["touched"]["areas"], json!(["notes"]));
    assert_eq!(again["touched"], json!({ "person": person, "areas": [] }));
    test.get("close_session", json!({ "session": session }));
    let closed = test.get("close_session", json!({ "session": session }));
    assert_eq!(closed["touched"]["areas"], json!([]));
    while !test.get("undo_line", json!({}))["undo"].is_null() {
        test.get("undo", json!({}));
    }
    let nothing = test.get("undo", json!({}));
    assert_eq!(nothing["touched"]["areas"], json!([]));
}

#[test]
fn a_promise_gets_its_id_when_it_is_first_said() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let agree = |practice: Value, what: &str| {
        let entry =
            json!({ "kind": "agreePractice", "practice": practice, "plan": { "what": what } });
        test.record(&session, entry)
    };
    let practice = made(&agree(json!(null), "Walk"));
    assert_eq!(agree(json!(practice), "Walk with Ann")["made"], json!(null));
    let record = test.get("session_record", json!({ "session": session }));
    assert_eq!(record["practicesAgreed"][0]["id"], json!(practice));
    assert_eq!(record["practicesAgreed"][0]["what"], "Walk with Ann");
    let said = test.record(&session, json!({ "kind": "majorProblem", "present": true }));
    assert_eq!(said["made"], json!(null));
}

#[test]
fn a_promise_that_nobody_spoke_of_is_still_looked_at_when_the_session_closes() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let first = test.start_session(&person);
    let entry = json!({ "kind": "agreePractice", "practice": null, "plan": { "what": "Walk" } });
    test.record(&first, entry);
    test.get("close_session", json!({ "session": first }));
    test.env.pass(86_400);
    let second = test.start_session(&person);
    test.record(
        &second,
        json!({ "kind": "words", "field": "agenda", "text": "Sleep" }),
    );
    test.get("close_session", json!({ "session": second }));
    let record = test.get("session_record", json!({ "session": second }));
    assert_eq!(record["practicesReviewed"][0]["what"], "Walk");
    assert_eq!(record["practicesReviewed"][0]["review"], json!(null));
}

#[test]
fn signing_closes_the_session_in_the_same_change_and_keeps_the_appointment() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "nextMeeting", "at": "2026-11-28T10:00:00" }),
    );
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let signed = test.get("sign_note", json!({ "note": note }));
    assert_eq!(signed["touched"]["areas"], json!(["sessions", "notes"]));
    let view = test.get("session", json!({ "session": session }));
    assert_eq!(view["record"]["closedAt"], signed["savedAt"]);
    assert_eq!(view["person"]["nextMeeting"], "2026-11-28T10:00:00");
}
