//! One person's page: goals that stand still and what comes in their place, how deep topics went, and one line through time.

use serde_json::{Value, json};
use tests::{TestApp, made};

fn ids(test: &TestApp, count: usize) -> Vec<Value> {
    let ids = test.get("fresh_ids", json!({ "count": count }));
    ids["ids"].as_array().unwrap().clone()
}

fn set(test: &TestApp, person: &str, goal: &Value) {
    test.get("set_goal", json!({ "person": person, "goal": goal }));
}

fn goal(id: &Value, words: &str, on: &str) -> Value {
    json!({ "id": id, "words": words, "why": "", "setOn": on, "status": "active", "endedOn": null, "reason": "",
        "insteadOf": null, "modules": [], "shortTerm": [], "reviews": [] })
}

fn view(test: &TestApp, person: &str) -> Value {
    test.get("person", json!({ "person": person }))
}

fn look_back(test: &TestApp, person: &str, kinds: Value, skip: u32, most: u32) -> Value {
    let ask = json!({ "person": person, "kinds": kinds, "skip": skip, "most": most });
    test.get("look_back", ask)
}

/// The kinds on the line, as they come.
fn kinds(line: &Value) -> Vec<&str> {
    let items = line["items"].as_array().unwrap().iter();
    items
        .map(|item| item["what"]["kind"].as_str().unwrap())
        .collect()
}

#[test]
fn a_goal_that_stands_still_says_so_until_a_problem_is_worked_on_for_it() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let id = &ids(&test, 1)[0];
    set(&test, &person, &goal(id, "Play in a band", "2026-10-10"));
    let still = view(&test, &person)["still"].clone();
    assert_eq!(still[0]["goal"], *id);
    assert_eq!(still[0]["since"], "2026-10-10");
    assert_eq!(
        (&still[0]["weeks"], &still[0]["talkedAbout"]),
        (&json!(6), &json!(0))
    );

    let session = test.start_session(&person);
    let review = |progress: &str, attainment: Value| {
        test.record(&session, json!({ "kind": "reviewGoal", "goal": id, "progress": progress, "attainment": attainment,
            "done": "", "obstacle": "no room to play in", "nextStep": "", "stillRight": true }));
    };
    review("notStarted", json!("less"));
    let seen = view(&test, &person);
    assert_eq!(seen["still"][0]["talkedAbout"], 1);
    let said = &seen["goals"][0]["reviews"][0];
    assert_eq!(
        (&said["number"], &said["attainment"]),
        (&json!(1), &json!("less"))
    );
    review("some", Value::Null);
    assert_eq!(view(&test, &person)["still"], json!([]));
    review("notStarted", Value::Null);

    let place = view(&test, &person)["problemSolving"].clone();
    test.get("start_sheet", json!({ "person": person, "topic": place["topic"], "block": place["block"], "about": id, "from": null }));
    assert_eq!(view(&test, &person)["still"], json!([]));

    // How long is long, is a setting.
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    assert_eq!(settings["stuckAfterWeeks"], 4);
    settings["stuckAfterWeeks"] = json!(0);
    test.get("change_settings", json!({ "settings": settings }));
    assert_eq!(
        test.get("app_state", json!({}))["settings"]["stuckAfterWeeks"],
        1
    );
}

#[test]
fn a_goal_that_was_changed_stays_with_its_reason_and_what_came_in_its_place() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let other = test.add_person("Ole B.");
    let ids = ids(&test, 3);
    let mut first = goal(&ids[0], "Play in a band", "2026-11-01");
    set(&test, &person, &first);
    first["status"] = json!("changed");
    first["endedOn"] = json!("2026-11-20");
    first["reason"] = json!("Too many people at once.");
    first["modules"] = json!(["social-support", "coping-with-stress"]);
    set(&test, &person, &first);
    let mut next = goal(&ids[1], "Play with Tom", "2026-11-20");
    next["insteadOf"] = ids[0].clone();
    set(&test, &person, &next);

    let goals = view(&test, &person)["goals"].clone();
    assert_eq!(goals[0]["insteadOf"], ids[0]);
    assert_eq!(goals[1]["reason"], "Too many people at once.");
    assert_eq!(
        goals[1]["modules"],
        json!(["coping-with-stress", "social-support"])
    );
    let line = look_back(&test, &person, json!(["goal"]), 0, 9);
    let ended = line["items"].as_array().unwrap().iter();
    let ended = ended
        .map(|item| &item["what"])
        .find(|what| what["became"] == "changed")
        .unwrap();
    assert_eq!(ended["other"], "Play with Tom");

    // The words of why are found, a day that cannot be is not taken, and nobody's goal comes in place of another's.
    let found = test.get("search", json!({ "words": "too many people", "person": null, "area": null, "from": null, "until": null, "skip": 0 }));
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    let mut odd = first.clone();
    odd["endedOn"] = json!("9999-01-01");
    assert!(
        test.ask("set_goal", json!({ "person": person, "goal": odd }))
            .is_err()
    );
    let mut theirs = goal(&ids[2], "Cook", "2026-11-20");
    theirs["insteadOf"] = ids[0].clone();
    assert!(
        test.ask("set_goal", json!({ "person": other, "goal": theirs }))
            .is_err()
    );

    // Unlinked again, and brought back.
    first["modules"] = json!([]);
    set(&test, &person, &first);
    assert_eq!(view(&test, &person)["goals"][1]["modules"], json!([]));
    test.get("undo", json!({ "person": person }));
    assert_eq!(
        view(&test, &person)["goals"][1]["modules"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn a_topic_is_read_discussed_practised_and_taken_home_as_the_record_knows() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let reached = |test: &TestApp| {
        let map = view(test, &person)["course"].clone();
        let modules = map["modules"].as_array().unwrap().iter();
        let mut topics = modules.flat_map(|module| module["topics"].as_array().unwrap());
        let topic = topics
            .find(|topic| topic["id"] == "what-is-recovery")
            .unwrap();
        ["read", "discussed", "practised", "takenHome"]
            .map(|word| u8::from(topic["reached"][word].as_bool().unwrap()))
    };
    assert_eq!(reached(&test), [0, 0, 0, 0]);
    let path = test.dir.path().join("topic.pdf");
    let paper = serde_json::from_value(
        json!({ "size": "normal", "format": "a4", "paper": { "kind": "handouts",
        "topics": ["what-is-recovery"], "language": "en", "course": "eleven-modules", "person": person, "filled": false,
        "short": false, "examples": false } }),
    );
    let _ = api::act::hand_off::save_paper_as(&test.app, &paper.unwrap(), "", &path).unwrap();
    assert_eq!(reached(&test), [0, 0, 0, 1]);
    let session = test.start_session(&person);
    let topic = |depth: &str| {
        test.record(
            &session,
            json!({ "kind": "topic", "topic": "what-is-recovery", "depth": depth }),
        );
    };
    topic("opened");
    assert_eq!(reached(&test), [1, 0, 0, 1]);
    topic("covered");
    assert_eq!(reached(&test), [1, 1, 0, 1]);
    let line = look_back(&test, &person, json!(["handOff"]), 0, 9);
    assert_eq!(
        line["items"][0]["what"]["topics"].as_array().unwrap().len(),
        1
    );
}

#[test]
fn one_line_holds_everything_and_is_read_piece_by_piece() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let line = look_back(&test, &person, json!([]), 0, 9);
    assert_eq!((&line["items"], &line["count"]), (&json!([]), &json!(0)));

    test.get("record_statement", json!({ "person": person, "words": "My mornings.", "given": "said", "on": "2026-11-02", "chime": [] }));
    set(
        &test,
        &person,
        &goal(&ids(&test, 1)[0], "Play in a band", "2026-11-03"),
    );
    let supporter = made(&test.get(
        "save_supporter",
        json!({ "person": person, "supporter": null, "details": { "name": "Ann" } }),
    ));
    test.get("add_contact", json!({ "person": person, "supporter": supporter, "contact": { "on": "2026-11-04", "how": "met", "words": "Coffee." } }));
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "attendance", "attendance": { "kind": "noShow", "reason": "the bus" } }),
    );
    test.record(
        &session,
        json!({ "kind": "agreePractice", "practice": null, "plan": { "what": "Walk with Ann" } }),
    );
    test.get("close_session", json!({ "session": session }));
    test.get("draft_note", json!({ "session": session }));

    let all = look_back(&test, &person, json!([]), 0, 50);
    assert_eq!(
        kinds(&all),
        ["note", "promise", "session", "contact", "goal", "statement"]
    );
    assert_eq!(
        all["items"][2]["what"]["session"]["attendance"]["reason"],
        "the bus"
    );
    let two = look_back(&test, &person, json!([]), 1, 2);
    assert_eq!(
        (kinds(&two), &two["count"]),
        (vec!["promise", "session"], &json!(6))
    );
    let some = look_back(&test, &person, json!(["goal", "contact"]), 0, 50);
    assert_eq!(kinds(&some), ["contact", "goal"]);
    assert_eq!(some["kinds"].as_array().unwrap().len(), 6);
    let attendance = &view(&test, &person)["attendance"];
    assert_eq!(
        (&attendance["came"], &attendance["noShow"]),
        (&json!(0), &json!(1))
    );
    // Nobody else's.
    let other = test.add_person("Ole B.");
    assert_eq!(look_back(&test, &other, json!([]), 0, 50)["count"], 0);
}

#[test]
fn where_people_stand_is_asked_for_those_on_the_screen() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "topic", "topic": "what-is-recovery", "depth": "covered" }),
    );
    let courses = test.get("courses_of", json!({ "people": [person] }))["courses"].clone();
    assert_eq!(courses[0]["person"], json!(person));
    assert_eq!(courses[0]["modules"][0], "begun");
    assert_ne!(courses[0]["next"]["topic"], "what-is-recovery");
    assert_eq!(
        test.get("courses_of", json!({ "people": [] }))["courses"],
        json!([])
    );
}

#[test]
fn the_goal_sheet_says_all_that_was_said_of_a_goal() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let ids = ids(&test, 3);
    let mut wanted = goal(&ids[0], "Play in a band", "2026-10-10");
    wanted["why"] = json!("I forget the time.");
    wanted["modules"] = json!(["recovery-strategies"]);
    wanted["shortTerm"] = json!([{ "id": ids[1], "words": "Find a room", "status": "active", "startedOn": "2026-10-12", "doneOn": null, "steps": [
        { "id": ids[2], "words": "Call the shop", "helper": "Ann", "byWhen": null, "resources": "a phone", "obstacle": "busy line", "status": "active", "doneOn": null }] }]);
    set(&test, &person, &wanted);
    for (progress, attainment) in [("notStarted", "muchLess"), ("some", "expected")] {
        let session = test.start_session(&person);
        test.record(&session, json!({ "kind": "reviewGoal", "goal": ids[0], "progress": progress, "attainment": attainment,
            "done": "Rang twice", "obstacle": "", "nextStep": "Ring again", "stillRight": true }));
        test.get("close_session", json!({ "session": session }));
        test.env.pass(86_400);
    }
    let path = test.dir.path().join("goals.txt");
    let paper = serde_json::from_value(
        json!({ "size": "normal", "format": "a4", "paper": { "kind": "goals", "person": person } }),
    );
    let _ = api::act::hand_off::save_paper_as(&test.app, &paper.unwrap(), "", &path).unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "I forget the time.",
        "10 October 2026",
        "Find a room",
        "12 October 2026",
        "a phone",
        "busy line",
        "some of the way",
        "as hoped",
        "Rang twice / Ring again",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}
