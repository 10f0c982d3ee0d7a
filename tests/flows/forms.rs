//! Forms in a person's hands: copies, versions, their own words, scores, and answers that lost their place.

use api::{
    ErrorCode,
    content::Curriculum,
    wire::{FileKind, MakePaper, PaperRequest},
};
use domain::AnswerValue;
use serde_json::{Value, json};
use tests::{TestApp, changed_pack, made};

const WORDS: &str = "A walk  by the harbour, early. Æøå.";

fn text(words: &str) -> Value {
    json!({ "kind": "text", "value": words })
}

fn key(topic: &str, block: &str, field: &str, sheet: &Value) -> Value {
    json!({ "topic": topic, "block": block, "field": field, "row": 0, "sheet": sheet })
}

fn answer(test: &TestApp, person: &str, key: Value, value: Value) {
    test.get(
        "answer",
        json!({ "person": person, "session": null, "key": key, "value": value }),
    );
}

fn start(test: &TestApp, person: &str, form: &str, from: &Value) -> Value {
    let change = test.get(
        "start_sheet",
        json!({ "person": person, "topic": form, "block": null, "about": null, "from": from }),
    );
    open(test, person, &change["made"])
}

fn open(test: &TestApp, person: &str, sheet: &Value) -> Value {
    test.get("open_sheet", json!({ "person": person, "sheet": sheet }))
}

fn sheet_of(page: &Value) -> Value {
    page["document"]["sheet"].clone()
}

/// The words of a page's answers, in order.
fn said(page: &Value) -> Vec<String> {
    page["document"]["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| answer["value"]["value"].as_str().unwrap().to_owned())
        .collect()
}

fn kinds(page: &Value) -> Vec<&str> {
    let blocks = page["document"]["blocks"].as_array().unwrap();
    blocks.iter().map(|b| b["kind"].as_str().unwrap()).collect()
}

#[test]
fn a_copy_of_a_form_covers_the_whole_page() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let page = start(&test, &person, "plan", &json!(null));
    assert_eq!(kinds(&page), ["worksheet", "services"]);
    assert_eq!(page["document"]["title"], "My plan");
    assert_eq!(page["document"]["person"]["name"], "Maria H.");
    let sheet = sheet_of(&page);
    answer(
        &test,
        &person,
        key("plan", "mine", "who", &sheet),
        text("Ann"),
    );
    assert_eq!(said(&open(&test, &person, &sheet)), ["Ann"]);

    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["sheets"], json!([]), "it is no worksheet");
    let form = &view["forms"][0];
    assert_eq!(
        (&form["id"], &form["kind"]),
        (&json!("plan"), &json!("plan"))
    );
    assert_eq!(
        form["copies"],
        json!([{ "id": sheet, "madeOn": "2026-11-21", "onPaper": false, "about": null, "firstWords": "Ann", "score": null }])
    );

    test.get("undo", json!({}));
    test.get("undo", json!({}));
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["forms"], json!([]), "starting it can be taken back");
}

#[test]
fn what_cannot_be_copied_is_refused() {
    let test = TestApp::with_little_pack();
    let (maria, ole) = (test.add_person("Maria H."), test.add_person("Ole B."));
    let plan = sheet_of(&start(&test, &maria, "plan", &json!(null)));
    for (person, topic, block, from) in [
        (&maria, "my-words", json!(null), json!(null)),
        (&maria, "my-words", json!("day"), json!(null)),
        (&maria, "plan", json!("mine"), json!(null)),
        (&maria, "nowhere", json!(null), json!(null)),
        (&maria, "letter", json!(null), plan.clone()),
        (&ole, "plan", json!(null), plan.clone()),
    ] {
        let ask = json!({ "person": person, "topic": topic, "block": block, "about": null, "from": from });
        let error = test.ask("start_sheet", ask).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotFound, "{topic} {block}");
    }
    let on_the_page = json!({ "person": maria, "session": null, "value": text("Ann"),
        "key": key("plan", "mine", "who", &json!(null)) });
    assert_eq!(
        test.ask("answer", on_the_page).unwrap_err().code,
        ErrorCode::AnswerDoesNotFit
    );
    let session = test.start_session(&maria);
    let as_topic = json!({ "session": session,
        "entry": { "kind": "topic", "topic": "plan", "depth": "covered" } });
    assert_eq!(
        test.ask("record_in_session", as_topic).unwrap_err().code,
        ErrorCode::NotFound,
        "a form is met in no session"
    );
}

#[test]
fn a_new_version_carries_the_answers_and_the_old_one_stays() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let old = sheet_of(&start(&test, &person, "plan", &json!(null)));
    answer(
        &test,
        &person,
        key("plan", "mine", "helps", &old),
        text(WORDS),
    );
    test.env.pass(30 * 24 * 3600);

    let page = start(&test, &person, "plan", &old);
    let new = sheet_of(&page);
    assert_ne!(new, old);
    assert_eq!(said(&page), [WORDS]);
    assert_eq!(page["document"]["date"], "2026-12-21");
    answer(
        &test,
        &person,
        key("plan", "mine", "helps", &new),
        text("Singing."),
    );

    let before = open(&test, &person, &old);
    assert_eq!(said(&before), [WORDS], "the old version is as it was");
    assert_eq!(before["document"]["date"], "2026-11-21");
    let copies = before["form"]["copies"].as_array().unwrap();
    let listed: Vec<_> = copies.iter().map(|copy| &copy["id"]).collect();
    assert_eq!(listed, [&new, &old]);

    test.get("undo", json!({}));
    test.get("undo", json!({}));
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["forms"][0]["copies"].as_array().unwrap().len(), 1);
    assert_eq!(said(&open(&test, &person, &old)), [WORDS]);
}

#[test]
fn a_link_opens_the_newest_copy_or_starts_the_first() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let follow = || {
        let change = test.get("open_form", json!({ "person": person, "form": "plan" }));
        json!(made(&change))
    };
    let first = follow();
    assert_eq!(follow(), first, "the first one is found again");
    let second = sheet_of(&start(&test, &person, "plan", &first));
    assert_eq!(follow(), second);
    let topic = test.ask("open_form", json!({ "person": person, "form": "my-words" }));
    assert_eq!(topic.unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn own_words_are_offered_to_the_letter_and_taken_over_by_hand_alone() {
    let test = TestApp::with_little_pack();
    let (maria, ole) = (test.add_person("Maria H."), test.add_person("Ole B."));
    let none = json!(null);
    answer(
        &test,
        &maria,
        key("my-words", "ask", "answer", &none),
        text(WORDS),
    );
    answer(
        &test,
        &maria,
        key("my-words", "ticks", "sing", &none),
        json!({ "kind": "ticks", "value": ["want"] }),
    );
    answer(
        &test,
        &ole,
        key("my-words", "ask", "answer", &none),
        text("Ole's own."),
    );

    let page = start(&test, &maria, "plan", &none);
    let offer = |words: &str| {
        json!({ "block": "mine", "field": "helps", "words": words, "topic": "my-words", "title": "My words",
            "number": "1.1" })
    };
    assert_eq!(
        page["offers"],
        json!([offer(WORDS), offer("Singing (I want to)")])
    );
    assert_eq!(said(&page), [""; 0], "nothing is taken over by itself");
    assert_eq!(
        start(&test, &maria, "letter", &none)["offers"],
        json!([]),
        "a form that asks for nothing is offered nothing"
    );
}

#[test]
fn a_score_is_given_only_when_enough_is_answered() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let page = start(&test, &person, "mood", &json!(null));
    let sheet = sheet_of(&page);
    let number = |fraction: &Value| {
        let part = |name: &str| fraction[name].as_f64();
        Some(part("over")? / part("under")?)
    };
    let read = |score: &Value| {
        let ends = [&score["lowest"], &score["highest"]].map(number);
        assert_eq!((ends, &score["items"]), ([Some(1.0), Some(3.0)], &json!(3)));
        (score["answered"].as_u64().unwrap(), number(&score["value"]))
    };
    assert_eq!(read(&page["score"]), (0, None));
    let rate = |item: &str, level: &str| {
        let value = json!({ "kind": "choice", "value": level });
        answer(&test, &person, key("mood", "items", item, &sheet), value);
        read(&open(&test, &person, &sheet)["score"])
    };
    assert_eq!(rate("sleep", "2"), (1, None));
    assert_eq!(rate("food", "na"), (1, None), "“not for me” is no answer");
    assert_eq!(rate("people", "3"), (2, Some(2.5)));
    let view = test.get("person", json!({ "person": person }));
    let copy = &view["forms"][0]["copies"][0];
    assert_eq!(copy["score"]["answered"], 2);
    assert_eq!(view["forms"][0]["instrument"]["least"], 2);
}

#[test]
fn the_chooser_shows_the_forms_of_the_module_first() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let ids = || {
        let view = test.get("forms", json!({ "person": person }));
        let forms = view["forms"].as_array().unwrap();
        let id = |form: &Value| {
            format!(
                "{}{}",
                form["id"].as_str().unwrap(),
                if form["current"] == true { "!" } else { "" }
            )
        };
        forms.iter().map(id).collect::<Vec<_>>()
    };
    assert_eq!(ids(), ["plan!", "letter", "mood"]);
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "topic", "topic": "my-words", "depth": "covered" }),
    );
    assert_eq!(ids(), ["letter!", "plan", "mood"]);
}

#[test]
fn answers_that_lost_their_place_stand_at_the_end_of_the_page() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let none = json!(null);
    let plan = sheet_of(&start(&test, &person, "plan", &none));
    answer(
        &test,
        &person,
        key("plan", "mine", "who", &plan),
        text("Ann"),
    );
    answer(
        &test,
        &person,
        key("plan", "mine", "helps", &plan),
        text(WORDS),
    );
    answer(
        &test,
        &person,
        key("my-words", "day", "note", &none),
        text("It rained."),
    );
    answer(
        &test,
        &person,
        key("my-words", "day", "on", &none),
        json!({ "kind": "date", "value": "2026-11-21" }),
    );
    answer(
        &test,
        &person,
        key("my-words", "ticks", "walk", &none),
        json!({ "kind": "ticks", "value": ["already", "want"] }),
    );

    let structure = "modules/01-words/module.toml";
    let page = "modules/01-words/en/my-words.md";
    let test = test.update(changed_pack(&[
        ("forms/forms.toml", "id = \"helps\"", "id = \"good\""),
        ("forms/en/plan.md", "helps =", "good ="),
        (structure, "id = \"day\"", "id = \"today\""),
        (page, "worksheet day", "worksheet today"),
        (structure, "[\"already\", \"want\"]", "[\"already\"]"),
        (page, "want = \"I want to\"\n", ""),
    ]));

    let copy = open(&test, &person, &plan);
    assert_eq!(said(&copy), ["Ann"]);
    let blocks = copy["document"]["blocks"].as_array().unwrap();
    assert_eq!(
        blocks[2..],
        [
            json!({ "kind": "heading", "level": 2, "text": "From an earlier version of this page" }),
            json!({ "kind": "quotation", "words": WORDS, "source": "" }),
        ]
    );

    let ask = json!({ "topic": "my-words", "language": "en", "course": "eleven-modules", "person": person });
    let view = test.get("topic_page", ask);
    let answers = view["document"]["answers"].as_array().unwrap();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers[0]["value"]["value"], json!(["already"]));
    let facts =
        |label, value| json!({ "kind": "facts", "rows": [{ "label": label, "value": value }] });
    let blocks = view["document"]["blocks"].as_array().unwrap();
    assert_eq!(
        blocks[blocks.len() - 3..],
        [
            json!({ "kind": "quotation", "words": "It rained.", "source": "" }),
            facts("on", "21 November 2026"),
            facts("walk", "want"),
        ]
    );

    let again = start(&test, &person, "plan", &plan);
    assert!(
        kinds(&again).contains(&"quotation"),
        "a new version keeps them too"
    );
    let blank = test.get("preview", handouts(&person, &["my-words"], false));
    let filled = test.get("preview", handouts(&person, &["my-words"], true));
    assert!(
        filled.to_string().len() > blank.to_string().len(),
        "words from an earlier version are printed with the answers and not without"
    );

    let test = test.update(Curriculum::built_in().unwrap());
    let gone = open(&test, &person, &plan);
    assert_eq!(kinds(&gone), ["heading", "quotation", "quotation"]);
    let view = test.get("person", json!({ "person": person }));
    assert_eq!(view["sheets"].as_array().unwrap().len(), 2);
    assert_eq!(view["sheets"][1]["firstWords"], WORDS);
}

fn handouts(person: &str, topics: &[&str], filled: bool) -> Value {
    json!({ "size": "normal", "format": null, "paper": { "kind": "handouts", "topics": topics, "language": "en",
        "course": "eleven-modules", "person": person, "filled": filled, "short": false, "examples": false } })
}

#[test]
fn a_form_is_printed_blank_or_with_the_newest_copy() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let old = sheet_of(&start(&test, &person, "plan", &json!(null)));
    answer(
        &test,
        &person,
        key("plan", "mine", "who", &old),
        text("Ann"),
    );
    let new = sheet_of(&start(&test, &person, "plan", &old));
    answer(
        &test,
        &person,
        key("plan", "mine", "who", &new),
        text("Berit"),
    );
    let answers = |person: Option<&str>, filled| {
        let paper = PaperRequest::Handouts {
            topics: vec!["my-words".into(), "plan".into()],
            language: Default::default(),
            course: "eleven-modules".into(),
            person: person.map(|id| id.parse().unwrap()),
            filled,
            short: false,
            examples: false,
        };
        let documents = api::paper::documents(&test.app, &paper).unwrap();
        assert_eq!(documents.len(), 2);
        let name = documents[1].person.as_ref().map(|p| p.name.clone());
        let words = documents[1].answers.iter().map(|a| match &a.value {
            domain::AnswerValue::Text(words) => words.clone(),
            other => panic!("{other:?}"),
        });
        (name, words.collect::<Vec<_>>())
    };
    let maria = Some("Maria H.".to_owned());
    assert_eq!(answers(None, false), (None, vec![]));
    assert_eq!(answers(Some(&person), false), (maria.clone(), vec![]));
    assert_eq!(
        answers(Some(&person), true),
        (maria, vec!["Berit".to_owned()])
    );
}

#[test]
fn a_form_about_the_practitioners_own_work_is_kept_in_nobodys_record() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let named = |view: &Value| {
        view["forms"]
            .to_string()
            .contains("\"fidelity-self-review\"")
    };
    assert!(
        named(&test.get("catalogue", json!({}))),
        "it can be printed"
    );
    assert!(!named(&test.get("forms", json!({ "person": person }))));
    let ask = json!({ "person": person, "form": "fidelity-self-review" });
    test.ask("open_form", ask).unwrap_err();
}

#[test]
fn an_example_is_read_and_never_filled_and_bears_nobodys_name() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let view = test.get("person", json!({ "person": person }));
    let forms = view["forms"].as_array().unwrap();
    assert!(forms.iter().all(|form| form["kind"] != "example"));
    let refused = test.ask(
        "start_sheet",
        json!({ "person": person, "topic": "example-coping-plan", "block": null, "about": null, "from": null }),
    );
    assert_eq!(refused.unwrap_err().code, ErrorCode::NotFound);

    let asked = PaperRequest::Handouts {
        topics: vec!["example-coping-plan".into()],
        language: Default::default(),
        course: "eleven-modules".into(),
        person: Some(person.parse().unwrap()),
        filled: true,
        short: false,
        examples: false,
    };
    let papers = api::paper::documents(&test.app, &asked).unwrap();
    let paper = papers.first().unwrap();
    assert!(paper.person.is_none(), "{:?}", paper.person);
    assert!(paper.answers.len() > 10, "{}", paper.answers.len());
}

#[test]
fn a_page_names_its_completed_examples_and_prints_them_behind_the_blank() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let examples = |view: &Value| {
        let each = view["examples"].as_array().unwrap().iter();
        let named = each.map(|example| (example["form"].clone(), example["block"].clone()));
        named.collect::<Vec<_>>()
    };
    // A form has one of the whole; it is there before and while it is filled.
    let whole = vec![(json!("example-coping-plan"), Value::Null)];
    let page = |topic: &str| {
        let ask =
            json!({ "topic": topic, "language": "en", "course": "eleven-modules", "person": null });
        test.get("topic_page", ask)
    };
    assert_eq!(examples(&page("coping-plan")), whole);
    let opened = test.ask(
        "open_form",
        json!({ "person": person, "form": "coping-plan" }),
    );
    let sheet = opened.unwrap()["made"].clone();
    let view = test.get("open_sheet", json!({ "person": person, "sheet": sheet }));
    assert_eq!(examples(&view), whole);
    // A topic has one of a worksheet, and a copy of another worksheet has none.
    let goal = vec![(json!("example-goal-sheet"), json!("working-on-goals"))];
    assert_eq!(examples(&page("setting-a-goal")), goal);
    assert!(examples(&page("what-is-recovery")).is_empty());

    let printed = |topics: &[&str], examples| {
        let paper = PaperRequest::Handouts {
            topics: topics.iter().map(|&id| id.into()).collect(),
            language: Default::default(),
            course: "eleven-modules".into(),
            person: Some(person.parse().unwrap()),
            filled: true,
            short: false,
            examples,
        };
        let papers = api::paper::documents(&test.app, &paper).unwrap();
        let each = papers
            .into_iter()
            .map(|page| (page.topic.unwrap().to_string(), page.person));
        each.map(|(topic, whose)| (topic, whose.is_some()))
            .collect::<Vec<_>>()
    };
    let page = |id: &str, hers| (id.to_owned(), hers);
    assert_eq!(
        printed(&["coping-plan"], false),
        [page("coping-plan", true)]
    );
    assert_eq!(
        printed(&["coping-plan", "stress-plan", "example-stress-plan"], true),
        [
            page("coping-plan", true),
            page("example-coping-plan", false),
            page("stress-plan", true),
            page("example-stress-plan", false),
        ]
    );
}

#[test]
fn whatever_stands_in_a_completed_example_is_on_its_paper() {
    let test = TestApp::open();
    let content = Curriculum::built_in().unwrap();
    let examples = content
        .forms()
        .iter()
        .filter(|form| form.page.id.as_str().starts_with("example-"));
    for form in examples {
        let id = &form.page.id;
        let pages = MakePaper {
            paper: PaperRequest::Handouts {
                topics: vec![id.clone()],
                language: Default::default(),
                course: "eleven-modules".into(),
                person: None,
                filled: false,
                short: false,
                examples: false,
            },
            size: Default::default(),
            format: None,
        };
        let documents = api::paper::documents(&test.app, &pages.paper).unwrap();
        let text = api::paper::file(&test.app, &pages, FileKind::Text).unwrap();
        let text = squeezed(std::str::from_utf8(&text).unwrap());
        assert!(!documents[0].answers.is_empty(), "{id}");
        for answer in &documents[0].answers {
            if let AnswerValue::Text(words) = &answer.value {
                assert!(text.contains(&squeezed(words)), "{id}: {words}");
            }
        }
    }
}

/// Without blanks and lines, which paper sets anew.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
