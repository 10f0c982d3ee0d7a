//! Sessions and days: left open, entered later, how long, which appointments, and what can be taken back by whom.

use serde_json::{Value, json};
use store::{Op, Passphrase, Secret, Store};
use tests::{NOW, PASSPHRASE, TestApp, details, made};

const DAY: i64 = 86_400;

/// A person with an appointment.
fn expected(test: &TestApp, name: &str, at: &str) -> String {
    let mut details = details(name);
    details["nextMeeting"] = json!(at);
    made(&test.get("add_person", json!({ "details": details })))
}

fn appointment(test: &TestApp, person: &str) -> Value {
    test.get("person", json!({ "person": person }))["person"]["nextMeeting"].clone()
}

fn spend(test: &TestApp, session: &str, minutes: u32) {
    let entry = json!({ "kind": "spendTime", "seconds": minutes * 60 });
    test.record(session, entry);
}

fn start(test: &TestApp, person: &str, on: Value) -> String {
    made(&test.get("start_session", json!({ "person": person, "on": on })))
}

fn draft(test: &TestApp, session: &str) -> String {
    made(&test.get("draft_note", json!({ "session": session })))
}

fn sign(test: &TestApp, note: &str) {
    test.get("sign_note", json!({ "note": note }));
}

fn note(test: &TestApp, note: &str) -> Value {
    test.get("note", json!({ "note": note }))
}

#[test]
fn a_session_left_open_is_offered_by_its_day_and_todays_can_be_begun_beside_it() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let left = test.start_session(&person);
    spend(&test, &left, 40);
    test.env.pass(DAY);

    let today = test.get("today", json!({}));
    assert_eq!(today["leftOpen"][0]["id"], json!(left));
    assert_eq!(today["leftOpen"][0]["on"], "2026-11-21");
    assert_eq!(today["meetings"], json!([]), "it is not today's");
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["leftOpen"][0]["id"], json!(left));
    assert_eq!(view["openSession"], json!(null));

    // Today's is another one, and starting again comes back to it.
    let todays = test.start_session(&person);
    assert_ne!(todays, left);
    assert_eq!(test.start_session(&person), todays);
    let today = test.get("today", json!({}));
    assert_eq!(today["meetings"][0]["openSession"], json!(todays));
    assert_eq!(today["leftOpen"][0]["id"], json!(left));

    // Closed as of its day: not as long as it lay there, and what is said today is not of that day.
    test.get(
        "record_statement",
        json!({ "person": person, "words": "My mornings.", "given": "said", "on": "2026-11-22", "chime": [] }),
    );
    test.get(
        "close_session",
        json!({ "session": left, "asOfItsDay": true }),
    );
    assert_eq!(test.get("today", json!({}))["leftOpen"], json!([]));
    let id = draft(&test, &left);
    let view = note(&test, &id);
    assert_eq!(
        (&view["minutes"], &view["note"]["on"], &view["enteredOn"]),
        (&json!(40), &json!("2026-11-21"), &Value::Null)
    );
    assert!(
        !view["note"]["sections"]
            .to_string()
            .contains("My mornings.")
    );
}

#[test]
fn going_on_with_a_session_of_another_day_takes_entries_and_closes_now() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let left = test.start_session(&person);
    spend(&test, &left, 30);
    test.env.pass(DAY);
    test.record(
        &left,
        json!({ "kind": "words", "field": "agenda", "text": "Sleep" }),
    );
    spend(&test, &left, 10);
    test.get("close_session", json!({ "session": left }));
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["sessions"][0]["minutes"], 40);
    assert_eq!(view["leftOpen"], json!([]));
}

#[test]
fn the_length_is_the_time_spent_and_can_be_corrected_until_the_note_is_signed() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    spend(&test, &session, 47);
    test.get("close_session", json!({ "session": session }));
    let id = draft(&test, &session);
    assert_eq!(note(&test, &id)["minutes"], 47);

    // A day later a word is mended.
    test.env.pass(DAY);
    test.get("reopen_session", json!({ "session": session }));
    test.record(
        &session,
        json!({ "kind": "words", "field": "place", "text": "Room 4" }),
    );
    test.get("close_session", json!({ "session": session }));
    assert_eq!(note(&test, &id)["minutes"], 47);

    let say = |minutes: Value| {
        test.ask(
            "record_in_session",
            json!({ "session": session, "entry": { "kind": "length", "minutes": minutes } }),
        )
    };
    say(json!(55)).unwrap();
    let view = note(&test, &id);
    assert_eq!(
        (&view["minutes"], &view["counted"]),
        (&json!(55), &json!(47))
    );
    let refused = say(json!(0)).unwrap_err();
    assert_eq!(refused.code, api::ErrorCode::AnswerDoesNotFit);
    sign(&test, &id);
    assert_eq!(
        say(json!(60)).unwrap_err().code,
        api::ErrorCode::AlreadySigned
    );
    let view = note(&test, &id);
    assert_eq!(
        (&view["minutes"], &view["note"]["state"]["facts"]["minutes"]),
        (&json!(55), &json!(55))
    );
}

#[test]
fn time_goes_on_while_the_screen_is_turned_in_that_session_alone() {
    let test = TestApp::open();
    let maria = test.add_person("Maria Holm");
    let session = test.start_session(&maria);
    let jonas = test.add_person("Jonas Berg");
    let other = test.start_session(&jonas);
    test.get("set_pin", json!({ "pin": "2580" }));
    let turn = json!({ "session": session, "topic": "what-is-recovery" });
    test.get("turn_screen", turn);
    let spend =
        |session: &str| test.ask("spend_time", json!({ "session": session, "seconds": 30 }));
    for _ in 0..4 {
        let said = spend(&session).unwrap();
        assert_eq!(said, json!({}), "nothing of anybody");
    }
    assert_eq!(
        spend(&other).unwrap_err().code,
        api::ErrorCode::ScreenTurned
    );
    test.get("turn_back", json!({ "pin": "2580" }));
    let seconds = |session: &str| {
        let record = test.get("session_record", json!({ "session": session }));
        let phases = record["phases"].as_array().unwrap().clone();
        phases
            .iter()
            .map(|phase| phase["seconds"].as_u64().unwrap())
            .sum::<u64>()
    };
    assert_eq!((seconds(&session), seconds(&other)), (120, 0));
    spend(&other).unwrap();
    assert_eq!(seconds(&other), 30);
}

#[test]
fn how_long_the_vault_was_locked_is_told_for_a_session_that_may_have_gone_on() {
    let test = TestApp::open();
    let told = |state: &Value| state["vault"]["lockedFor"].clone();
    assert_eq!(told(&test.get("app_state", json!({}))), 0);
    test.get("lock", json!({}));
    test.env.pass(600);
    // Neither a wrong passphrase nor a second lock begins it anew.
    let wrong = test.ask("unlock", json!({ "passphrase": "not this one at all" }));
    wrong.unwrap_err();
    test.get("lock", json!({}));
    test.env.pass(120);
    assert_eq!(told(&test.unlock()), 720);
    // A clock that was set back tells nothing.
    test.get("lock", json!({}));
    test.env.pass(-3600);
    assert_eq!(told(&test.unlock()), 0);
    test.get("lock", json!({}));
    let test = test.restart();
    test.env.pass(720);
    assert_eq!(told(&test.unlock()), 0, "nobody can tell after a start");
}

#[test]
fn a_session_entered_later_shows_both_dates_and_a_signed_note_keeps_them() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let refused = test
        .ask(
            "start_session",
            json!({ "person": person, "on": "2026-11-22" }),
        )
        .unwrap_err();
    assert_eq!(
        refused.code,
        api::ErrorCode::DateOutOfRange,
        "what has not been cannot be recorded"
    );
    let session = start(&test, &person, json!("2026-11-18"));
    spend(&test, &session, 12);
    let today = test.get("today", json!({}));
    assert_eq!(
        today["leftOpen"][0]["id"],
        json!(session),
        "it can be found again"
    );
    assert_eq!(start(&test, &person, json!("2026-11-18")), session);

    let id = draft(&test, &session);
    sign(&test, &id);
    test.env.pass(3 * DAY);
    let view = note(&test, &id);
    let facts = &view["note"]["state"]["facts"];
    assert_eq!(view["note"]["on"], "2026-11-18");
    assert_eq!(
        (&view["enteredOn"], &facts["enteredOn"]),
        (&json!("2026-11-21"), &json!("2026-11-21"))
    );
    assert_eq!(
        view["minutes"],
        json!(null),
        "typing took twelve minutes, and not the meeting"
    );
    let glance = &test.get("person", json!({ "person": person }))["sessions"][0];
    assert_eq!(
        (&glance["closed"], &glance["enteredOn"]),
        (&json!(true), &json!("2026-11-21")),
        "signing closed it"
    );
    let check = test.get("check_vault", json!({}));
    assert_eq!(check["findings"], json!([]), "{check}");
}

#[test]
fn closing_signing_and_reopening_leave_an_appointment_that_nobody_touched() {
    let test = TestApp::open();
    let at = "2026-11-28T10:00:00";
    let person = expected(&test, "Maria Holm", at);
    let session = test.start_session(&person);
    test.get("close_session", json!({ "session": session }));
    assert_eq!(appointment(&test, &person), at, "closed");
    let closed = test.get("reopen_session", json!({ "session": session }));
    assert_eq!(closed["touched"]["areas"], json!(["sessions"]));
    assert_eq!(appointment(&test, &person), at, "reopened");

    // What is agreed in the session is said at once, and what is agreed elsewhere since is not taken back.
    let agree = |at: Value| test.record(&session, json!({ "kind": "nextMeeting", "at": at }));
    agree(json!("2026-12-01T09:00:00"));
    assert_eq!(appointment(&test, &person), "2026-12-01T09:00:00");
    let mut elsewhere = details("Maria Holm");
    elsewhere["nextMeeting"] = json!("2026-12-02T14:00:00");
    test.get(
        "edit_person",
        json!({ "person": person, "details": elsewhere }),
    );
    let id = draft(&test, &session);
    sign(&test, &id);
    assert_eq!(appointment(&test, &person), "2026-12-02T14:00:00", "signed");
}

#[test]
fn an_appointment_agreed_in_a_session_can_be_taken_back_in_it_and_one_that_is_over_is_none() {
    let test = TestApp::open();
    let person = expected(&test, "Maria Holm", "2026-11-28T10:00:00");
    let session = start(&test, &person, json!("2026-11-10"));
    let agree = |at: Value| test.record(&session, json!({ "kind": "nextMeeting", "at": at }));
    // Of a meeting entered later, the next one may be over as well.
    agree(json!("2026-11-17T10:00:00"));
    assert_eq!(appointment(&test, &person), "2026-11-28T10:00:00");
    agree(json!(null));
    assert_eq!(
        appointment(&test, &person),
        "2026-11-28T10:00:00",
        "it was agreed elsewhere"
    );
    agree(json!("2026-11-30T10:00:00"));
    agree(json!(null));
    assert_eq!(appointment(&test, &person), json!(null));
}

fn missed(test: &TestApp) -> Vec<(String, String)> {
    let today = test.get("today", json!({}));
    let list = today["missed"].as_array().unwrap();
    assert_eq!(today["waiting"]["missed"], json!(list.len()));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list.iter()
        .map(|each| (text(&each["person"]["name"]), text(&each["at"])))
        .collect()
}

fn say(test: &TestApp, person: &str, at: &str, what: Value) -> Value {
    test.get(
        "say_what_happened",
        json!({ "person": person, "at": at, "what": what }),
    )
}

#[test]
fn a_missed_meeting_stays_on_the_list_until_somebody_says_what_happened() {
    let test = TestApp::open();
    let at = |n: u32| format!("2026-11-21T{:02}:00:00", 10 + n);
    let people: Vec<String> = ["Ann", "Bo", "Cilla", "Dan", "Eva", "Finn"]
        .iter()
        .zip(0..)
        .map(|(name, n)| expected(&test, name, &at(n)))
        .collect();
    assert_eq!(missed(&test), [], "the day is not over");
    // Finn came.
    let held = test.start_session(&people[5]);
    test.get("close_session", json!({ "session": held }));
    test.env.pass(DAY);
    assert_eq!(missed(&test).len(), 5);
    // A new appointment says nothing of the old one.
    let mut again = details("Ann");
    again["nextMeeting"] = json!("2026-11-30T10:00:00");
    test.get(
        "edit_person",
        json!({ "person": people[0], "details": again }),
    );
    test.env.pass(30 * DAY);
    assert_eq!(missed(&test).len(), 6, "and that is over now as well");
    test.env.pass(-30 * DAY);

    let came = say(&test, &people[0], &at(0), json!({ "kind": "came" }));
    let record = test.get("session_record", json!({ "session": made(&came) }));
    assert_eq!(
        (&record["on"], &record["closedAt"]),
        (&json!("2026-11-21"), &Value::Null)
    );
    assert_eq!(appointment(&test, &people[0]), "2026-11-30T10:00:00");
    say(
        &test,
        &people[1],
        &at(1),
        json!({ "kind": "cancelled", "reason": "flu" }),
    );
    say(
        &test,
        &people[2],
        &at(2),
        json!({ "kind": "noShow", "reason": "" }),
    );
    say(
        &test,
        &people[3],
        &at(3),
        json!({ "kind": "moved", "to": "2026-11-25T10:00:00", "reason": "the bus" }),
    );
    assert_eq!(appointment(&test, &people[1]), json!(null));
    assert_eq!(appointment(&test, &people[3]), "2026-11-25T10:00:00");
    assert_eq!(missed(&test), [("Eva".to_owned(), at(4))]);
    say(&test, &people[4], &at(4), json!({ "kind": "notAgreed" }));
    assert_eq!(missed(&test), []);

    let line = |n: usize| test.get("person", json!({ "person": people[n] }))["sessions"][0].clone();
    assert_eq!(
        line(1)["attendance"],
        json!({ "kind": "cancelled", "reason": "flu" })
    );
    assert_eq!(
        line(2)["attendance"],
        json!({ "kind": "noShow", "reason": "" })
    );
    assert_eq!(
        line(3)["attendance"],
        json!({ "kind": "moved", "reason": "the bus" })
    );
    assert_eq!(line(4), json!(null));
    assert_eq!(line(2)["minutes"], json!(null));
    // What did not take place asks for no note; Finn's does, and Ann's once it is closed.
    let today = test.get("today", json!({}));
    assert_eq!(today["waiting"]["withoutNote"], 1);

    // It is each person's own to take back.
    test.get("undo", json!({ "person": people[1] }));
    assert_eq!(missed(&test), [("Bo".to_owned(), at(1))]);
    let twice = test.ask(
        "say_what_happened",
        json!({ "person": people[2], "at": at(2), "what": { "kind": "came" } }),
    );
    assert_eq!(twice.unwrap_err().code, api::ErrorCode::NotFound);
}

fn line(test: &TestApp, person: Value) -> Value {
    test.get("undo_line", json!({ "person": person }))
}

#[test]
fn undo_belongs_to_a_person_says_whose_and_does_not_reach_over() {
    let test = TestApp::open();
    let (maria, jonas) = (test.add_person("Maria Holm"), test.add_person("Jonas Krog"));
    let statement = |person: &str, words: &str| {
        test.env.pass(60);
        test.get(
            "record_statement",
            json!({ "person": person, "words": words, "given": "said", "on": "2026-11-21", "chime": [] }),
        )
    };
    let change = statement(&maria, "My mornings.");
    assert_eq!(change["undo"]["name"], "Maria Holm");
    assert_eq!(change["undo"]["op"], "add-statement");
    assert_eq!(change["undo"]["at"], change["savedAt"]);
    let change = statement(&jonas, "Music.");
    assert_eq!(change["undo"]["name"], "Jonas Krog");

    // On Maria's screen Jonas is out of reach; where it is nobody's, the newest is said by name.
    assert_eq!(line(&test, json!(maria))["undo"]["op"], "add-statement");
    assert_eq!(line(&test, json!(maria))["undo"]["name"], "Maria Holm");
    assert_eq!(line(&test, json!(null))["undo"]["name"], "Jonas Krog");
    let words = |person: &str| {
        test.get("person", json!({ "person": person }))["statements"]
            .as_array()
            .unwrap()
            .len()
    };
    test.get("undo", json!({ "person": maria }));
    assert_eq!((words(&maria), words(&jonas)), (0, 1));
    let away = test.get("undo", json!({ "person": maria }));
    assert_eq!(away["redo"]["op"], "add-person");
    assert_eq!(line(&test, json!(maria))["undo"], json!(null));
    let nothing = test.get("undo", json!({ "person": maria }));
    assert_eq!(nothing["touched"], json!({ "person": maria, "areas": [] }));
    assert_eq!(words(&jonas), 1);
    test.get("redo", json!({ "person": maria }));
    test.get("redo", json!({ "person": maria }));
    assert_eq!((words(&maria), words(&jonas)), (1, 1));

    // What is nobody's has a line as well, which no person's screen reaches.
    test.env.pass(60);
    test.get(
        "change_practitioner",
        json!({ "practitioner": { "name": "Ingrid Dahl", "title": "nurse" } }),
    );
    let newest = &line(&test, json!(null))["undo"];
    assert_eq!(
        (&newest["op"], &newest["person"], &newest["name"]),
        (&json!("save-practitioner"), &Value::Null, &json!(""))
    );
    assert_eq!(line(&test, json!(jonas))["undo"]["op"], "add-statement");
}

#[test]
fn undo_survives_a_restart_until_the_note_is_signed() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    let say = |test: &TestApp, text: &str| {
        test.record(
            &session,
            json!({ "kind": "words", "field": "agenda", "text": text }),
        )
    };
    let agenda = |test: &TestApp| {
        test.get("session_record", json!({ "session": session }))["agenda"].clone()
    };
    say(&test, "Talk about sleep");
    test.env.pass(120);
    say(&test, "Talk about work");
    let test = test.restart();
    test.unlock();
    let undo = line(&test, json!(person))["undo"].clone();
    assert_eq!(
        (&undo["op"], &undo["name"]),
        (&json!("record-session"), &json!("Maria Holm"))
    );
    test.get("undo", json!({ "person": person }));
    assert_eq!(agenda(&test), "Talk about sleep");
    let test = test.restart();
    test.unlock();
    test.get("redo", json!({ "person": person }));
    assert_eq!(agenda(&test), "Talk about work");

    let jonas = test.add_person("Jonas Krog");
    sign(&test, &draft(&test, &session));
    let test = test.restart();
    test.unlock();
    assert_eq!(
        line(&test, json!(person)),
        json!({ "undo": null, "redo": null })
    );
    assert_eq!(line(&test, json!(jonas))["undo"]["op"], "add-person");
}

#[test]
fn a_session_begun_by_mistake_is_taken_away_with_a_reason_in_the_ledger_until_its_note_is_signed() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "agreePractice", "practice": null, "plan": { "what": "Walk with Ann" } }),
    );
    draft(&test, &session);
    let ask = |reason: &str| {
        test.ask(
            "discard_session",
            json!({ "session": session, "reason": reason }),
        )
    };
    assert_eq!(ask("  ").unwrap_err().code, api::ErrorCode::ReasonMissing);
    ask("wrong person chosen").unwrap();
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(
        (&view["sessions"], &view["practices"]),
        (&json!([]), &json!([]))
    );
    test.get("lock", json!({}));
    let opened = Secret::Passphrase(&Passphrase::new(PASSPHRASE));
    let store = Store::open(test.app.data_dir(), opened, NOW).unwrap();
    let mut trail = store.audit(NOW, NOW).unwrap().into_iter();
    let entry = trail.rfind(|entry| entry.op == Op::DiscardSession);
    let why = entry.unwrap().detail;
    store.close().unwrap();
    test.unlock();
    assert!(why.contains("wrong person chosen"), "{why}");

    test.get("undo", json!({ "person": person }));
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["sessions"][0]["id"], json!(session));
    assert_eq!(view["practices"][0]["what"], "Walk with Ann");
    let id = draft(&test, &session);
    sign(&test, &id);
    assert_eq!(
        ask("again").unwrap_err().code,
        api::ErrorCode::AlreadySigned
    );
    assert!(test.get("check_vault", json!({}))["findings"] == json!([]));
}
