//! Promises that are planned, looked back on and taken home, and plans that stay alive: copies, rehearsals, days to look again.

use api::{
    ErrorCode, paper,
    wire::{MakePaper, PaperRequest},
};
use serde_json::{Value, json};
use tests::{TestApp, letters, letters_of_pdf, made};

fn agree(test: &TestApp, session: &str, plan: Value) -> String {
    made(&test.record(
        session,
        json!({ "kind": "agreePractice", "practice": null, "plan": plan }),
    ))
}

/// A person who promised something in a first session.
fn promised(test: &TestApp) -> (String, String) {
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let plan = json!({ "what": "walk to the lake", "when": "Tuesday after lunch", "place": "the lake", "withWhom": "Ann",
        "materials": "good shoes", "reminder": "a note on the door", "why": "fresh air for the band", "confidence": 8,
        "obstacle": "rain: take a coat" });
    let practice = agree(test, &session, plan);
    test.record(
        &session,
        json!({ "kind": "nextMeeting", "at": "2026-11-28T10:00:00" }),
    );
    test.get("close_session", json!({ "session": session }));
    test.env.pass(7 * 24 * 3600);
    (person, practice)
}

fn slips(person: &str, session: Option<&str>, practice: Option<&str>) -> MakePaper {
    MakePaper {
        paper: PaperRequest::Slips {
            person: person.parse().unwrap(),
            session: session.map(|id| id.parse().unwrap()),
            practice: practice.map(|id| id.parse().unwrap()),
        },
        size: Default::default(),
        format: None,
    }
}

#[test]
fn the_next_session_opens_with_the_promise_and_tells_all_that_became_of_it() {
    let test = TestApp::open();
    let (person, practice) = promised(&test);
    let session = test.start_session(&person);
    let view = test.get("session", json!({ "session": session }));
    let open = &view["record"]["practicesReviewed"][0];
    assert_eq!(open["what"], "walk to the lake");
    assert_eq!(open["materials"], "good shoes");
    assert_eq!(view["pattern"]["of"], 0);

    let entry = |entry: Value| test.record(&session, entry);
    entry(json!({ "kind": "practiceResult", "practice": practice, "result": "partly" }));
    entry(
        json!({ "kind": "practiceReviewWords", "practice": practice, "whatHappened": "We went once.", "effect": "Slept better",
        "obstacle": "the door was shut", "nextTime": "Well tried; go earlier" }),
    );
    for (kind, met) in [("forgot", true), ("noTime", true), ("noTime", false)] {
        entry(
            json!({ "kind": "practiceObstacle", "practice": practice, "obstacle": kind, "met": met }),
        );
    }
    let view = test.get("session", json!({ "session": session }));
    let pattern =
        json!({ "of": 1, "done": 0, "partly": 1, "obstacles": [{ "kind": "forgot", "times": 1 }] });
    assert_eq!(view["pattern"], pattern);
    assert_eq!(
        test.get("person", json!({ "person": person }))["pattern"],
        pattern
    );

    test.get("close_session", json!({ "session": session }));
    for format in ["imr", "dap", "birp", "soap", "peer"] {
        let note = made(&test.get("draft_note", json!({ "session": session })));
        test.get("set_note_format", json!({ "note": note, "format": format }));
        let told = test.get("note", json!({ "note": note })).to_string();
        for words in [
            "Slept better",
            "Well tried; go earlier",
            "the door was shut",
            "We went once.",
        ] {
            let times = told.matches(words).count();
            // The section holds what was drafted and what stands there.
            assert_eq!(times, 2, "{format}: {words}");
        }
        assert!(told.contains("forgot"), "{format}");
        assert!(!told.contains("no time"), "{format}");
    }
}

#[test]
fn why_a_phase_was_left_out_is_asked_once_gates_nothing_and_stands_in_the_note() {
    let test = TestApp::open();
    let (person, _) = promised(&test);
    let session = test.start_session(&person);
    for phase in ["practiceReview", "practicePlan"] {
        test.record(
            &session,
            json!({ "kind": "skipPhase", "phase": phase, "skipped": true }),
        );
    }
    let words = [
        ("reviewSkipped", "There was news from home."),
        ("planSkipped", "She was tired."),
    ];
    for (field, text) in words {
        test.record(
            &session,
            json!({ "kind": "words", "field": field, "text": text }),
        );
    }
    test.get("close_session", json!({ "session": session }));
    let note = made(&test.get("draft_note", json!({ "session": session })));
    let told = test.get("note", json!({ "note": note })).to_string();
    for text in [
        "Left out: review of home practice.",
        "Left out: agreeing on home practice.",
        "Why home practice was not reviewed: There was news from home.",
        "Why no home practice was agreed: She was tired.",
    ] {
        assert!(told.contains(text), "{text}: {told}");
    }

    // Nobody has to say why.
    test.env.pass(24 * 3600);
    let silent = test.start_session(&person);
    test.get("close_session", json!({ "session": silent }));
    let note = made(&test.get("draft_note", json!({ "session": silent })));
    let told = test.get("note", json!({ "note": note })).to_string();
    assert!(!told.contains("Why"), "{told}");
}

#[test]
fn a_slip_shows_the_promise_in_the_persons_words_and_room_for_a_pen() {
    let test = TestApp::open();
    let (person, practice) = promised(&test);
    let session = test.start_session(&person);
    agree(&test, &session, json!({ "what": "ring the choir" }));
    agree(&test, &session, json!({ "what": "  " }));
    let printed = |ask: &MakePaper| letters_of_pdf(&paper::pdf(&test.app, ask).unwrap());

    let open = slips(&person, None, None);
    let documents = paper::documents(&test.app, &open.paper).unwrap();
    assert_eq!(
        documents.len(),
        2,
        "one for each promise that says something"
    );
    let all = printed(&open);
    for words in [
        "walk to the lake",
        "Tuesday after lunch",
        "Ann",
        "good shoes",
        "a note on the door",
        "28 November 2026",
        "I did it",
        "Maria H.",
        "ring the choir",
    ] {
        assert!(all.contains(&letters(words)), "{words}: {all}");
    }
    let today = printed(&slips(&person, Some(&session), None));
    assert!(today.contains(&letters("ring the choir")) && !today.contains(&letters("lake")));
    let one = printed(&slips(&person, None, Some(&practice)));
    assert!(one.contains(&letters("the lake")) && !one.contains(&letters("choir")));

    // Two slips lie beside each other on one sheet.
    assert_eq!(paper::preview(&test.app, open).unwrap().count, 2);

    let other = test.add_person("Ole B.");
    for ask in [
        slips(&other, Some(&session), None),
        slips(&other, None, Some(&practice)),
    ] {
        let refused = paper::pdf(&test.app, &ask).unwrap_err();
        assert_eq!(refused.code, ErrorCode::NotFound);
    }
    let none = printed(&slips(&other, None, None));
    assert!(none.contains(&letters("Nothing is written down here yet.")));
}

#[test]
fn a_slip_stands_in_the_ledger_and_asks_for_consent() {
    let test = TestApp::open();
    let (person, _) = promised(&test);
    let details = json!({ "name": "Ann Berg", "relation": "", "reach": "", "words": "" });
    test.get(
        "save_supporter",
        json!({ "person": person, "supporter": null, "details": details }),
    );
    let pages = json!({ "paper": { "kind": "slips", "person": person, "session": null, "practice": null }, "size": "normal",
        "format": null });
    let print = |to: &str| {
        test.ask(
            "print_paper",
            json!({ "pages": pages, "to": to, "despite": [] }),
        )
    };
    let refused = print("Ann Berg").unwrap_err();
    assert_eq!(refused.code, ErrorCode::ConsentMissing);
    assert_eq!(refused.details["items"], "practices never");
    let _ = print("");
    let ledger = test.get("hand_off", json!({}));
    assert_eq!(ledger["left"][0]["what"], "slip");
}

fn plan(test: &TestApp, person: &str) -> String {
    made(&test.get(
        "open_form",
        json!({ "person": person, "form": "relapse-prevention-plan" }),
    ))
}

fn facts(test: &TestApp, person: &str, sheet: &str) -> Value {
    test.get("open_sheet", json!({ "person": person, "sheet": sheet }))["form"]["plan"].clone()
}

#[test]
fn a_plan_knows_who_has_which_version_when_it_was_gone_through_and_when_it_is_looked_at_again() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let first = plan(&test, &person);
    let details = json!({ "name": "Ann Berg", "relation": "", "reach": "", "words": "" });
    let ann = made(&test.get(
        "save_supporter",
        json!({ "person": person, "supporter": null, "details": details }),
    ));
    let page = test.get("open_sheet", json!({ "person": person, "sheet": first }));
    assert_eq!(
        page["sharing"],
        json!({ "holders": [{ "supporter": ann, "name": "Ann Berg", "may": false }], "card": "wallet-card" })
    );

    // Without consent it is written down all the same: that somebody holds it is a fact.
    let copy = |copy: Value, supporter: Value, holder: &str, given: &str, back: Value| {
        test.ask(
            "save_plan_copy",
            json!({ "person": person, "copy": copy, "sheet": first, "supporter": supporter, "holder": holder,
                "givenOn": given, "takenBackOn": back }),
        )
    };
    let held = made(&copy(Value::Null, json!(ann), "", "2026-11-20", Value::Null).unwrap());
    copy(
        Value::Null,
        Value::Null,
        " Doctor Lund ",
        "2026-11-21",
        Value::Null,
    )
    .unwrap();
    test.get(
        "add_rehearsal",
        json!({ "person": person, "sheet": first, "on": "2026-11-21", "words": "with Ann" }),
    );
    for (asked, code) in [
        (
            copy(Value::Null, Value::Null, "  ", "2026-11-20", Value::Null),
            ErrorCode::NameMissing,
        ),
        (
            copy(Value::Null, json!(ann), "", "2026-11-23", Value::Null),
            ErrorCode::DateOutOfRange,
        ),
        (
            copy(
                json!(held),
                json!(ann),
                "",
                "2026-11-20",
                json!("2026-11-19"),
            ),
            ErrorCode::DateOutOfRange,
        ),
        (
            copy(Value::Null, json!(person), "", "2026-11-20", Value::Null),
            ErrorCode::NotFound,
        ),
        (
            copy(json!(ann), json!(ann), "", "2026-11-20", Value::Null),
            ErrorCode::NotFound,
        ),
        (
            test.ask(
                "add_rehearsal",
                json!({ "person": person, "sheet": first, "on": "2026-11-25", "words": "" }),
            ),
            ErrorCode::DateOutOfRange,
        ),
        (
            test.ask(
                "set_review_day",
                json!({ "person": person, "sheet": first, "on": "1026-11-25" }),
            ),
            ErrorCode::DateOutOfRange,
        ),
    ] {
        assert_eq!(asked.unwrap_err().code, code);
    }

    test.env.pass(24 * 3600);
    let second = made(&test.get(
        "start_sheet",
        json!({ "person": person, "topic": "relapse-prevention-plan", "block": null, "about": null, "from": first }),
    ));
    copy(
        json!(held),
        json!(ann),
        "",
        "2026-11-20",
        json!("2026-11-22"),
    )
    .unwrap();
    let plan = facts(&test, &person, &second);
    let copies: Vec<_> = plan["copies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|copy| {
            (
                copy["name"].clone(),
                copy["earlier"].clone(),
                copy["takenBackOn"].clone(),
            )
        })
        .collect();
    assert_eq!(
        copies,
        [
            (json!("Doctor Lund"), json!(true), Value::Null),
            (json!("Ann Berg"), json!(true), json!("2026-11-22")),
        ]
    );
    assert_eq!(plan["rehearsals"][0]["words"], "with Ann");

    // Everything of it is found, undone and told in the ledger.
    let hits = test.get(
        "search",
        json!({ "words": "doctor lund", "person": null, "area": null, "from": null, "until": null, "skip": 0 }),
    );
    assert_eq!(hits["hits"][0]["kind"], "planCopy", "{hits}");
    let line = test.get("undo_line", json!({ "person": person }));
    assert_eq!(line["undo"]["op"], "save-plan-copy");
    test.get("undo", json!({ "person": person }));
    let plan = facts(&test, &person, &second);
    assert_eq!(plan["copies"][1]["takenBackOn"], Value::Null);
}

#[test]
fn a_plan_that_is_due_stands_on_today_and_in_the_worklist_until_it_was_looked_at() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let first = plan(&test, &person);
    let set = |sheet: &str, on: Value| {
        test.get(
            "set_review_day",
            json!({ "person": person, "sheet": sheet, "on": on }),
        )
    };
    let due = || {
        let today = test.get("today", json!({}))["plansDue"].clone();
        assert_eq!(test.get("worklist", json!({}))["plansDue"], today);
        today
    };
    assert_eq!(due(), json!([]));
    set(&first, json!("2026-11-22"));
    assert_eq!(due(), json!([]));
    test.env.pass(24 * 3600);
    let listed = due();
    assert_eq!(listed[0]["sheet"], json!(first));
    assert_eq!(listed[0]["since"], "2026-11-22");
    assert_eq!(listed[0]["title"], "Relapse prevention plan");
    let forms = test.get("person", json!({ "person": person }))["forms"].clone();
    assert_eq!(forms[0]["plan"]["due"], true);

    // A new version is a look at it.
    let ask = json!({ "person": person, "topic": "relapse-prevention-plan", "block": null, "about": null, "from": first });
    let second = made(&test.get("start_sheet", ask));
    assert_eq!(due(), json!([]));
    set(&second, json!("2026-11-21"));
    assert_eq!(due()[0]["sheet"], json!(second));
    set(&second, Value::Null);
    assert_eq!(due(), json!([]));
}

#[test]
fn words_of_the_plan_are_offered_for_the_card_and_the_card_prints_those_that_were_taken() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let first = plan(&test, &person);
    let answer = |topic: &str, block: &str, field: &str, sheet: &str, words: &str| {
        let key =
            json!({ "topic": topic, "block": block, "field": field, "row": 0, "sheet": sheet });
        test.get(
            "answer",
            json!({ "person": person, "session": null, "key": key, "value": { "kind": "text", "value": words } }),
        );
    };
    answer(
        "relapse-prevention-plan",
        "plan",
        "sign",
        &first,
        "I stop answering my phone",
    );
    let card = made(&test.get(
        "open_form",
        json!({ "person": person, "form": "wallet-card" }),
    ));
    let page = test.get("open_sheet", json!({ "person": person, "sheet": card }));
    let offers = page["offers"].to_string();
    assert!(offers.contains("I stop answering my phone"), "{offers}");
    let printed = || {
        let ask = MakePaper {
            paper: PaperRequest::Sheet {
                person: person.parse().unwrap(),
                sheet: card.parse().unwrap(),
            },
            size: Default::default(),
            format: None,
        };
        letters_of_pdf(&paper::pdf(&test.app, &ask).unwrap())
    };
    let words = letters("I stop answering my phone");
    assert!(
        !printed().contains(&words),
        "nothing is taken over by itself"
    );
    answer(
        "wallet-card",
        "card",
        "sign-1",
        &card,
        "I stop answering my phone",
    );
    assert!(printed().contains(&words));
}
