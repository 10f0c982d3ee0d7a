//! Outcome plans, events and how much of the course there has been: what a plan asks for, what is keyed in, what leaves.

use api::{ErrorCode, Shows, act::exports};
use serde_json::{Value, json};
use tests::{TestApp, made};

fn plan(test: &TestApp, person: &str) -> Value {
    test.get("outcomes", json!({ "person": person }))["plans"][0].clone()
}

/// What became of a measure on an occasion.
fn state(test: &TestApp, person: &str, measure: &str, occasion: &str) -> Value {
    let plan = plan(test, person);
    let groups = plan["groups"].as_array().unwrap().iter();
    let measures = groups.flat_map(|group| group["measures"].as_array().unwrap());
    let cells = measures
        .filter(|one| one["id"] == measure)
        .flat_map(|one| one["cells"].as_array().unwrap());
    let found = cells.filter(|cell| cell["occasion"] == occasion);
    found.map(|cell| cell["state"].clone()).next().unwrap()
}

fn follow(test: &TestApp, person: &str, baseline: &str) -> Value {
    let ask = json!({ "person": person, "plan": "three-parts", "baseline": baseline });
    test.get("follow_plan", ask)
}

fn key(person: &str, measure: &str, taken: Value) -> Value {
    let at = json!({ "plan": "three-parts", "measure": measure, "occasion": "baseline" });
    json!({ "person": person, "at": at, "taken": taken, "words": "" })
}

fn event(person: &str, kind: &str, from: &str, until: Value) -> Value {
    let details = json!({ "kind": kind, "from": from, "until": until, "hours": null, "words": "the east ward" });
    json!({ "person": person, "event": null, "details": details })
}

#[test]
fn a_plan_is_followed_keyed_in_told_on_today_and_left_without_loss() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let ole = test.add_person("Ole B.");
    let unknown = json!({ "person": maria, "plan": "nobody", "baseline": "2026-11-21" });
    let refused = test.ask("follow_plan", unknown).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);

    let change = follow(&test, &maria, "2026-11-14");
    assert_eq!(change["touched"]["areas"], json!(["outcomes"]));
    assert_eq!(state(&test, &maria, "hope", "baseline")["state"], "due");
    assert_eq!(state(&test, &maria, "hope", "end")["state"], "ahead");
    let due = test.get("today", json!({}))["outcomes"].clone();
    assert_eq!(due.as_array().unwrap().len(), 1);
    assert_eq!(due[0]["person"]["name"], "Maria H.");
    assert_eq!(due[0]["occasion"], "At the start");
    let asked = due[0]["measures"].as_u64().unwrap();

    let number = |value: f64| json!({ "kind": "number", "on": "2026-11-20", "value": value });
    test.get("key_measure", key(&maria, "hope", number(6.5)));
    let kept = state(&test, &maria, "hope", "baseline");
    assert_eq!(
        (&kept["state"], &kept["value"]),
        (&json!("keyed"), &json!(650))
    );
    // What the scale does not have is kept as it was typed, and counts nowhere.
    test.get("key_measure", key(&maria, "meaning", number(11.0)));
    let odd = state(&test, &maria, "meaning", "baseline");
    assert_eq!((&odd["value"], &odd["typed"]), (&Value::Null, &json!("11")));
    let not = json!({ "kind": "not", "why": "refused" });
    test.get("key_measure", key(&maria, "distress", not));
    assert_eq!(
        state(&test, &maria, "distress", "baseline")["why"],
        "refused"
    );
    let due = test.get("today", json!({}))["outcomes"].clone();
    assert_eq!(due[0]["measures"].as_u64().unwrap(), asked - 3);

    // A day that has not come, and what the plan does not ask for.
    let ahead = json!({ "kind": "number", "on": "2026-12-24", "value": 3 });
    let refused = test
        .ask("key_measure", key(&maria, "hope", ahead))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::DateOutOfRange);
    let refused = test
        .ask("key_measure", key(&maria, "shoes", number(3.0)))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);

    // Nobody else follows it, and nothing of it is theirs.
    assert_eq!(
        test.get("outcomes", json!({ "person": ole }))["plans"],
        json!([])
    );

    test.get(
        "leave_plan",
        json!({ "person": maria, "plan": "three-parts" }),
    );
    assert_eq!(test.get("today", json!({}))["outcomes"], json!([]));
    follow(&test, &maria, "2026-11-14");
    assert_eq!(state(&test, &maria, "hope", "baseline")["value"], 650);
    // Taking back the value, and undoing that.
    test.get("key_measure", key(&maria, "hope", Value::Null));
    assert_eq!(state(&test, &maria, "hope", "baseline")["state"], "due");
    test.get("undo", json!({}));
    assert_eq!(state(&test, &maria, "hope", "baseline")["value"], 650);
}

#[test]
fn an_instrument_is_keyed_in_from_paper_with_its_day_and_why_items_are_missing() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    follow(&test, &maria, "2026-11-14");
    let begin = |form: &str, on: &str| json!({ "person": maria, "form": form, "filledOn": on });
    for (form, on, code) in [
        ("wallet-card", "2026-11-12", ErrorCode::NotFound),
        ("imr-scale-person", "2027-01-01", ErrorCode::DateOutOfRange),
    ] {
        let refused = test.ask("key_in_copy", begin(form, on)).unwrap_err();
        assert_eq!(refused.code, code, "{form}");
    }
    let sheet = made(&test.get("key_in_copy", begin("imr-scale-person", "2026-11-12")));
    let items = [
        "goal-progress",
        "knowledge",
        "involvement",
        "contact",
        "roles",
        "distress",
        "functioning",
        "relapse-plan",
        "relapse",
        "hospital",
        "coping",
        "self-help",
        "medication",
        "alcohol",
        "drugs",
    ];
    let page = test.get("open_sheet", json!({ "person": maria, "sheet": sheet }));
    let fields: Vec<String> = page["document"]["blocks"][0]["parts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|part| part["field"]["id"].as_str().unwrap_or_default().to_owned())
        .collect();
    let fields = if fields.len() == 15 {
        fields
    } else {
        items.map(str::to_owned).to_vec()
    };
    let answer = |field: &str, value: Value| {
        let key = json!({ "topic": "imr-scale-person", "block": "items", "field": field, "row": 0, "sheet": sheet });
        test.get(
            "answer",
            json!({ "person": maria, "session": null, "key": key, "value": value }),
        )
    };
    for field in &fields[..13] {
        answer(field, json!({ "kind": "choice", "value": "4" }));
    }
    answer(
        &fields[13],
        json!({ "kind": "missing", "value": "refused" }),
    );
    answer(
        &fields[14],
        json!({ "kind": "missing", "value": "unreadable" }),
    );
    let words = json!({ "topic": "imr-scale-person", "block": "remarks", "field": "words", "row": 0, "sheet": sheet });
    let refused = test
        .ask(
            "answer",
            json!({ "person": maria, "session": null, "key": words, "value": { "kind": "missing", "value": "refused" } }),
        )
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::AnswerDoesNotFit);

    let kept = state(&test, &maria, "imr-person", "baseline");
    assert_eq!(
        (&kept["state"], &kept["on"]),
        (&json!("filled"), &json!("2026-11-12"))
    );
    assert_eq!(kept["score"]["answered"], 13);
    // The mean of thirteen fours, and their sum as if all fifteen were answered like them.
    assert_eq!(kept["score"]["value"], json!({ "over": 52, "under": 13 }));
    let other = &kept["score"]["other"];
    assert_eq!(other["rule"], "sum");
    assert_eq!(other["value"], json!({ "over": 780, "under": 13 }));
    let view = test.get("person", json!({ "person": maria }));
    let form = &view["forms"][0];
    assert_eq!(form["copies"][0]["onPaper"], true);
    assert_eq!(form["instrument"]["otherRater"], "imr-scale-practitioner");

    // On paper the reasons stand with the items, the values with day and rater, and both raters in one chart.
    let second = made(&test.get("key_in_copy", begin("imr-scale-person", "2026-11-20")));
    let third = made(&test.get("key_in_copy", begin("imr-scale-practitioner", "2026-11-20")));
    for (form, sheet) in [
        ("imr-scale-person", &second),
        ("imr-scale-practitioner", &third),
    ] {
        for field in &fields {
            let key = json!({ "topic": form, "block": "items", "field": field, "row": 0, "sheet": sheet });
            let value = json!({ "kind": "choice", "value": "5" });
            test.get(
                "answer",
                json!({ "person": maria, "session": null, "key": key, "value": value }),
            );
        }
    }
    let charts = plan(&test, &maria)["charts"].clone();
    assert_eq!(charts.as_array().unwrap().len(), 1);
    let names: Vec<&str> = charts[0]["series"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Maria", "the practitioner"]);
    let paper = json!({ "kind": "outcomes", "person": maria, "plan": "three-parts" });
    let ask = json!({ "paper": paper, "size": "normal", "format": null });
    let pages = test.get("preview", ask);
    assert!(!pages["pages"].as_array().unwrap().is_empty());
}

#[test]
fn events_are_written_down_changed_counted_searched_and_taken_away() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let ends_first = event(&maria, "admission", "2026-11-10", json!("2026-11-01"));
    let refused = test.ask("save_event", ends_first).unwrap_err();
    assert_eq!(refused.code, ErrorCode::EventEndsFirst);
    let ahead = event(&maria, "contact", "2027-11-10", Value::Null);
    let refused = test.ask("save_event", ahead).unwrap_err();
    assert_eq!(refused.code, ErrorCode::DateOutOfRange);

    let stay = made(&test.get(
        "save_event",
        event(&maria, "admission", "2026-11-01", json!("2026-11-10")),
    ));
    // What took one day has no last one.
    test.get(
        "save_event",
        event(&maria, "contact", "2026-11-05", json!("2026-11-09")),
    );
    let list = || test.get("events", json!({ "person": maria }))["events"].clone();
    assert_eq!(list()[0]["until"], Value::Null);
    follow(&test, &maria, "2026-11-14");
    assert_eq!(state(&test, &maria, "admissions", "baseline")["value"], 100);
    assert_eq!(state(&test, &maria, "nights", "baseline")["value"], 900);
    let found = test.get(
        "search",
        json!({ "words": "ward", "person": null, "area": null, "from": null, "until": null, "skip": 0 }),
    );
    assert!(found.to_string().contains("event"), "{found}");

    let mut longer = event(&maria, "admission", "2026-11-01", json!("2026-11-12"));
    longer["event"] = json!(stay);
    test.get("save_event", longer);
    assert_eq!(state(&test, &maria, "nights", "baseline")["value"], 1100);
    let others = test.add_person("Ole B.");
    let ask = json!({ "person": others, "event": stay });
    assert_eq!(
        test.ask("take_away_event", ask).unwrap_err().code,
        ErrorCode::NotFound
    );
    test.get("take_away_event", json!({ "person": maria, "event": stay }));
    assert_eq!(list().as_array().unwrap().len(), 1);
    test.get("undo", json!({}));
    assert_eq!(list().as_array().unwrap().len(), 2);
}

#[test]
fn what_there_has_been_of_the_course_is_told_by_each_definition_and_leaves_with_the_tables() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let told = || test.get("events", json!({ "person": maria }))["exposure"].clone();
    assert_eq!(
        (told()["half"].clone(), told()["allModules"].clone()),
        (Value::Null, json!(false))
    );
    for absent in [false, true, false] {
        let session = test.start_session(&maria);
        if absent {
            let attendance = json!({ "kind": "noShow", "reason": "the bus" });
            test.record(
                &session,
                json!({ "kind": "attendance", "attendance": attendance }),
            );
        }
        test.get("close_session", json!({ "session": session }));
        test.env.pass(86_400);
    }
    let now = told();
    assert_eq!((&now["present"], &now["noShow"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&now["half"], &now["sevenTenths"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(now["reasons"], json!([{ "words": "the bus", "times": 1 }]));

    test.get(
        "save_event",
        event(&maria, "emergency", "2026-11-20", Value::Null),
    );
    follow(&test, &maria, "2026-11-20");
    let folder = test.dir.path().join("evaluation");
    let shows = Shows {
        identified: false,
        byte_order_mark: false,
    };
    exports::save_evaluation_in(&test.app, shows, "", "", &folder).unwrap();
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    assert!(read("events.csv").contains("emergency"));
    assert!(!read("events.csv").contains("ward"), "nobody's words");
    assert!(read("outcomes.csv").contains("hope,baseline"));
    let attendance = read("attendance.csv");
    assert!(attendance.contains("at_least_half,at_least_70_percent,all_modules"));
    assert!(attendance.contains("true,false,false"), "{attendance}");
}

#[test]
fn the_person_fills_in_their_own_instrument_on_the_turned_screen_and_never_the_practitioners() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let session = test.start_session(&maria);
    test.get("set_pin", json!({ "pin": "2580" }));
    let begin = |form: &str| {
        let ask =
            json!({ "person": maria, "topic": form, "block": null, "about": null, "from": null });
        made(&test.get("start_sheet", ask))
    };
    let [theirs, ours] = ["imr-scale-person", "imr-scale-practitioner"].map(begin);
    let turn = |form: &str, sheet: &str| {
        test.ask(
            "turn_screen",
            json!({ "session": session, "topic": form, "sheet": sheet }),
        )
    };
    let refused = turn("imr-scale-practitioner", &ours).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(
        turn("imr-scale-practitioner", &theirs).unwrap_err().code,
        ErrorCode::NotFound
    );
    let shown = turn("imr-scale-person", &theirs).unwrap();
    assert_eq!(shown["document"]["sheet"], json!(theirs));
    assert_eq!(shown["document"]["person"]["recordNumber"], "");
    let key = |sheet: Value| json!({ "topic": "imr-scale-person", "block": "items", "field": "knowledge", "row": 0, "sheet": sheet });
    let answer = |sheet: Value| {
        let value = json!({ "kind": "choice", "value": "3" });
        test.ask_from(
            api::Window::Turned,
            "turned_answer",
            json!({ "key": key(sheet), "value": value }),
        )
    };
    answer(json!(theirs)).unwrap();
    for elsewhere in [Value::Null, json!(ours)] {
        assert_eq!(answer(elsewhere).unwrap_err().code, ErrorCode::ScreenTurned);
    }
    test.get("turn_back", json!({ "pin": "2580" }));
    let page = test.get("open_sheet", json!({ "person": maria, "sheet": theirs }));
    assert_eq!(page["score"]["answered"], 1);
}
