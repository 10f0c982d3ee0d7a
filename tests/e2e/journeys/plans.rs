//! Plans and forms: the person's own words go into a plan by hand, a new version keeps the old one, and it prints.

use e2e::{Page, Stage, keys};
use serde_json::{Value, json};

use crate::cast::{add_person, ask, create_vault, field, go};

const SIGN: &str = "I stop answering my phone.";
const TRIGGER: &str = "Nights  with too little sleep, \"again\".";

/// Answers a field of a handout, as in an earlier session.
fn answered(page: &Page, person: &str, topic: &str, block: &str, field: &str, words: &str) {
    let key =
        json!({ "topic": topic, "block": block, "field": field, "row": 0, "sheet": Value::Null });
    let value = json!({ "kind": "text", "value": words });
    ask(
        page,
        "answer",
        &json!({ "person": person, "session": Value::Null, "key": key, "value": value }),
    );
}

fn use_words(field: &str) -> String {
    format!("[data-testid=\"offers-{field}\"] [data-testid=\"use-words\"]")
}

#[test]
fn own_words_go_into_a_plan_and_onto_paper() {
    let stage = Stage::new("plans");
    let page = stage.open();
    create_vault(&page);
    let person = add_person(&page, "Maria Holm");
    answered(
        &page,
        &person,
        "early-warning-signs",
        "my-top-three",
        "top-1",
        SIGN,
    );
    answered(
        &page,
        &person,
        "relapse-triggers",
        "my-triggers",
        "trigger",
        TRIGGER,
    );

    go(&page, &format!("#/person/{person}"));
    page.see("plans");
    page.click("start-form");
    page.see("choose-relapse-prevention-plan");
    page.check_accessible("the forms to choose from");
    page.screenshot("chooser");
    page.click("choose-relapse-prevention-plan");

    page.see("worksheet-plan");
    page.see_words(TRIGGER);
    assert_eq!(
        field(&page, "triggers-0"),
        "",
        "nothing is taken over by itself"
    );
    page.click_on(&use_words("triggers"));
    page.wait_for("the words are in the field", || {
        field(&page, "triggers-0") == TRIGGER
    });
    assert_eq!(page.focused(), "field-triggers-0", "one can go on writing");
    page.press(&[keys::ENTER]);
    page.type_text("And rows.");
    // By keyboard alone: the button of the next offer is reached and pressed.
    page.tab_to("use-words");
    page.press(&[keys::ENTER]);
    page.wait_for("the sign is in the table", || {
        field(&page, "sign-0") == SIGN
    });
    page.wait_for("all is on disk", || {
        page.count("[data-testid=\"saved-at\"][data-state=\"saved\"]") == 1
    });
    page.check_accessible("a plan with words taken over");
    page.screenshot("plan");

    // A finished example, by keyboard alone: read beside the plan, which is still there to write in, and gone with Escape.
    page.tab_to("see-example-relapse-prevention-plan");
    page.press(&[keys::ENTER]);
    page.see("example");
    page.see_words("Astrid");
    page.check_accessible("a finished example beside the plan");
    page.screenshot("example");
    assert_eq!(field(&page, "sign-0"), SIGN);
    page.press(&[keys::ESCAPE]);
    page.wait_for("the example is gone", || {
        page.count("[data-testid=\"example\"]") == 0
    });
    assert_eq!(
        page.focused(),
        "see-example-relapse-prevention-plan",
        "one is where one was"
    );

    page.click("print");
    page.wait_for("the printer has it", || {
        let printed = stage.printed();
        printed.starts_with(b"%PDF-") && printed.trim_ascii_end().ends_with(b"%%EOF")
    });

    let triggers = format!("{TRIGGER}\nAnd rows.");
    page.click("new-version");
    page.wait_for("the new version has the words", || {
        field(&page, "triggers-0") == triggers
    });
    let forms = ask(&page, "forms", &json!({ "person": person }));
    let plan = forms["forms"]
        .as_array()
        .unwrap()
        .iter()
        .find(|form| form["id"] == json!("relapse-prevention-plan"))
        .unwrap();
    assert_eq!(plan["copies"].as_array().map(Vec::len), Some(2));
    page.click("person-back");
    page.click_on("[data-testid=\"earlier-relapse-prevention-plan\"] summary");
    page.screenshot("person");
    page.click_on("[data-testid=\"earlier-relapse-prevention-plan\"] [data-testid=\"open-copy\"]");
    page.see("earlier-version");
    page.wait_for("the old version is as it was", || {
        field(&page, "triggers-0") == triggers
    });
    page.click("to-current");
    page.see("new-version");
}
