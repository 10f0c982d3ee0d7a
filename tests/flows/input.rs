//! What a person can get wrong, and what hostile text can try.

use std::collections::BTreeSet;

use api::ErrorCode;
use serde_json::{Value, json};
use tests::{TestApp, details, letters, letters_of_pdf};

fn refused(test: &TestApp, command: &str, request: Value) -> ErrorCode {
    test.ask(command, request).unwrap_err().code
}

#[test]
fn a_person_needs_a_name_and_nothing_more() {
    let test = TestApp::open();
    for name in ["", "   ", "\t\n"] {
        assert_eq!(
            refused(&test, "add_person", json!({ "details": details(name) })),
            ErrorCode::NameMissing
        );
    }
    test.add_person("M");
}

#[test]
fn absurd_dates_are_refused_and_old_ones_are_not() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let on = |date: &str| {
        test.ask(
            "record_statement",
            json!({ "person": person, "words": "x", "given": "said", "on": date, "chime": [] }),
        )
    };
    for absurd in [
        "-1-1-1",
        "0001-01-01",
        "1899-12-31",
        "2099-01-01",
        "9999-12-31",
    ] {
        assert_eq!(
            on(absurd).unwrap_err().code,
            ErrorCode::DateOutOfRange,
            "{absurd}"
        );
    }
    for not_a_date in ["2026-02-30", "yesterday"] {
        assert_eq!(
            on(not_a_date).unwrap_err().code,
            ErrorCode::BadRequest,
            "{not_a_date}"
        );
    }
    on("1994-02-28").unwrap();
}

#[test]
fn long_answers_are_kept_and_endless_ones_refused_with_both_lengths() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let say = |words: &str| {
        test.ask("record_statement", json!({ "person": person, "words": words, "given": "written", "on": "2026-11-21", "chime": [] }))
    };
    let long = "æ word. ".repeat(12_500);
    assert_eq!(long.chars().count(), 100_000);
    say(&long).unwrap();
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["statements"][0]["words"], json!(long));
    let error = say(&"x".repeat(200_001)).unwrap_err();
    assert_eq!(
        (error.code, error.details["length"].as_str()),
        (ErrorCode::TooLong, "200001")
    );
}

#[test]
fn hostile_words_are_only_words() {
    let test = TestApp::open();
    let hostile = [
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\" $ x^2 $ *a* _b_ <label> @ref \\ // /* ",
        "'; DROP TABLE people; --",
        "=HYPERLINK(\"http://x\")",
        "e\u{301}👩‍👩‍👧‍👦 \u{202e}שלום مرحبا 日本語 æøåÆØÅ",
        "{{constructor.constructor('alert(1)')()}} ${7*7} %s %n",
    ];
    for words in hostile {
        let person = test.add_person(words);
        test.get("record_statement", json!({ "person": person, "words": words, "given": "said", "on": "2026-11-21", "chime": [] }));
        let view = test.get("person", json!({ "person": person }));
        assert_eq!(view["statements"][0]["words"], json!(words));
        assert_eq!(view["person"]["preferredName"], json!(words));
        let session = test.start_session(&person);
        test.record(
            &session,
            json!({ "kind": "words", "field": "summaryWords", "text": words }),
        );
        let note = test.get("draft_note", json!({ "session": session }));
        let paper = json!({ "size": "normal", "format": "letter", "paper": { "kind": "note", "note": note["made"] } });
        // The preview draws letters as outlines, in which no words could be found whatever was done to them: nothing but
        // drawing may be in it. What the words became is read from the PDF.
        let pages = test.get("preview", paper.clone());
        for page in pages["pages"].as_array().unwrap() {
            let kinds = elements(page["svg"].as_str().unwrap());
            assert!(kinds.contains("path"), "there are letters: {kinds:?}");
            let others: Vec<_> = kinds
                .iter()
                .filter(|kind| !DRAWING.contains(&kind.as_str()))
                .collect();
            assert!(others.is_empty(), "{words}: {others:?}");
        }
        let path = test.dir.path().join("x.pdf");
        let paper = serde_json::from_value(paper).unwrap();
        let _ = api::act::hand_off::save_paper_as(&test.app, &paper, "", &path).unwrap();
        let pdf = std::fs::read(path).unwrap();
        // The one with several scripts is set in both directions and with marks of its own; its Latin end is enough.
        let expected = words.rsplit("日本語").next().unwrap();
        let read = letters_of_pdf(&pdf);
        assert!(read.contains(&letters(expected)), "{words} became {read}");
    }
}

/// What a page is drawn with.
const DRAWING: [&str; 7] = ["svg", "g", "path", "defs", "clipPath", "use", "symbol"];

/// The names of all elements of an SVG.
fn elements(svg: &str) -> BTreeSet<String> {
    svg.split('<')
        .skip(1)
        .filter(|tag| !tag.starts_with('/'))
        .map(|tag| tag.split([' ', '>', '/', '\n']).next().unwrap().to_owned())
        .collect()
}

#[test]
fn unwritable_characters_stay_outside() {
    let test = TestApp::open();
    let person = test.add_person("Ma\u{1}ria\u{0}");
    assert_eq!(
        test.get("person", json!({ "person": person }))["person"]["preferredName"],
        "Maria"
    );
}

#[test]
fn an_answer_that_does_not_fit_its_field_is_refused() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let answer = |block: &str, field: &str, value: Value| {
        let key = json!({ "topic": "what-helps", "block": block, "field": field, "row": 0, "sheet": null });
        refused(
            &test,
            "answer",
            json!({ "person": person, "session": null, "key": key, "value": value }),
        )
    };
    let page = test.get("topic_page", json!({ "topic": "what-helps", "language": "en", "course": "eleven-modules", "person": null }));
    let list = page["document"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["kind"] == "checklist")
        .unwrap();
    let (block, row) = (
        list["id"].as_str().unwrap(),
        list["rows"][0]["id"].as_str().unwrap(),
    );
    assert_eq!(
        answer(block, row, json!({ "kind": "text", "value": "x" })),
        ErrorCode::AnswerDoesNotFit
    );
    assert_eq!(
        answer(
            block,
            row,
            json!({ "kind": "ticks", "value": ["no-such-column"] })
        ),
        ErrorCode::AnswerDoesNotFit
    );
    assert_eq!(
        answer(
            block,
            "no-such-row",
            json!({ "kind": "ticks", "value": ["already"] })
        ),
        ErrorCode::AnswerDoesNotFit
    );
}

#[test]
fn a_request_of_the_wrong_shape_is_refused_without_quoting_it() {
    let test = TestApp::open();
    let private = "Maria told me about her brother";
    for (name, request) in [
        ("add_person", json!({ "detials": private })),
        ("add_person", json!({ "details": private })),
        (
            "record_in_session",
            json!({ "session": private, "entry": {} }),
        ),
        ("no_such_command", json!({ "x": private })),
    ] {
        let error = test.ask(name, request).unwrap_err();
        assert_eq!(error.code, ErrorCode::BadRequest);
        assert!(!error.to_string().contains("brother"), "{error}");
    }
}

#[test]
fn what_fits_neither_number_nor_day_is_kept_as_typed_and_blocks_nothing() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let session = test.start_session(&person);
    let topic = "life-events-and-hassles";
    test.record(
        &session,
        json!({ "kind": "topic", "topic": topic, "depth": "covered" }),
    );
    let answer = |field: &str, value: Value| {
        let key = json!({ "topic": topic, "block": "what-i-carry", "field": field, "row": 0, "sheet": null });
        test.ask(
            "answer",
            json!({ "person": person, "session": session, "key": key, "value": value }),
        )
    };
    let given = |page: &Value| -> Vec<Value> {
        let answers = page["document"]["answers"].as_array().unwrap();
        answers
            .iter()
            .map(|answer| answer["value"].clone())
            .collect()
    };
    let page = || {
        test.get("topic_page", json!({ "topic": topic, "language": "en", "course": "eleven-modules", "person": person }))
    };
    let as_typed = json!({ "kind": "asTyped", "value": " 61, kanskje" });
    let decimal = json!({ "kind": "number", "value": 7.5 });
    answer("events", as_typed.clone()).unwrap();
    answer("hassles", decimal.clone()).unwrap();
    assert_eq!(given(&page()), [as_typed.clone(), decimal.clone()]);
    // What the page would never send is still refused, and takes nothing of what stands there.
    for not_a_number in [
        json!({ "kind": "number", "value": 61 }),
        json!({ "kind": "number", "value": 7.125 }),
        json!({ "kind": "text", "value": "seven" }),
    ] {
        answer("hassles", not_a_number).unwrap_err();
    }
    assert_eq!(given(&page()), [as_typed, decimal]);

    let folder = test.dir.path().join("stick");
    std::fs::create_dir(&folder).unwrap();
    test.get("back_up", json!({ "folder": folder }));
    let preview = test.get("preview", json!({ "size": "normal", "format": "a4", "paper": { "kind": "handouts",
        "topics": [topic], "language": "en", "course": "eleven-modules", "person": person, "filled": true, "short": false, "examples": false } }));
    assert!(!preview["pages"].as_array().unwrap().is_empty());
    test.get("close_session", json!({ "session": session }));
    let note = tests::made(&test.get("draft_note", json!({ "session": session })));
    test.get("sign_note", json!({ "note": note }));
}

#[test]
fn words_pasted_from_a_word_processor_are_never_joined() {
    let test = TestApp::open();
    let person = test.add_person("Maria\u{B}Holm");
    assert_eq!(
        test.get("person", json!({ "person": person }))["person"]["preferredName"],
        "Maria\nHolm"
    );
}
