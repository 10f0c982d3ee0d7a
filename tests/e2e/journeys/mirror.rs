//! One's own work in the mirror, the end of a course, and a text as it read before.

use e2e::{Page, Stage, StageOptions, keys};
use serde_json::{Value, json};

use crate::cast::{ask, go, look_around};

fn stage(name: &str, theme: &str) -> Stage {
    let options = StageOptions {
        settings: json!({ "theme": theme }).to_string(),
        ..StageOptions::default()
    };
    Stage::with(name, options)
}

fn somebody(page: &Page) -> String {
    let people = ask(page, "people", &json!({}));
    let rows = people["people"].as_array().unwrap();
    let fullest = rows.iter().max_by_key(|row| row["sessions"].as_u64());
    fullest.unwrap()["card"]["id"].as_str().unwrap().to_owned()
}

fn unfold(page: &Page, id: &str) {
    page.click_on(&format!("[data-testid=\"{id}\"] summary"));
}

#[test]
fn the_mirror_counts_asks_and_shows_what_a_count_is_made_of() {
    let stage = stage("mirror", "dark");
    let page = stage.open();
    look_around(&page);
    page.click("nav-mirror");
    page.see("mirror-relationship");
    page.check_accessible("mirror");
    page.screenshot("mirror");
    unfold(&page, "mirror-goals-set");
    page.script("document.querySelector('[data-testid=\"mirror-goals-set\"]').scrollIntoView()");
    page.screenshot("evidence");
    page.check_accessible("evidence");
    page.script("document.querySelector('[data-testid=\"mirror-relationship\"]').scrollIntoView()");
    page.click_on("[data-testid=\"mirror-relationship\"] [data-testid=\"mirror-step-4\"]");
    page.wait_for("the step is kept", || {
        let ask_for = json!({ "on": null, "person": null, "language": "en" });
        let view = ask(&page, "mirror", &ask_for);
        let lines = view["items"].as_array().unwrap();
        lines
            .iter()
            .any(|line| line["item"] == "relationship" && line["chosen"] == 4)
    });
    page.screenshot("asked");
    unfold(&page, "supervision-add");
    page.write("supervision-on", "20.11.2026");
    page.press(&[keys::TAB]);
    page.click("supervision-kind-supervision");
    page.write("supervision-minutes", "90");
    page.write("supervision-practised", "A role play about asking for help");
    page.screenshot("log");
    page.click("supervision-save");
    page.see("supervision");
    page.check_accessible("log");
}

#[test]
fn a_course_ends_and_a_text_is_put_back_as_it_was() {
    let stage = stage("ending", "light");
    let page = stage.open();
    look_around(&page);
    let person = somebody(&page);
    go(&page, &format!("#/person/{person}"));
    page.see("ending-open");
    unfold(&page, "ending-open");
    page.script("document.querySelector('[data-testid=\"ending\"]').scrollIntoView()");
    page.check_accessible("ending");
    page.screenshot("ending");
    let ended = json!({ "person": person, "ending": Value::Null, "on": "2026-11-20", "words": "I know where I am going." });
    ask(&page, "end_course", &ended);
    page.script("location.reload()");
    page.see("booster-proposed");
    page.script("document.querySelector('[data-testid=\"booster-proposed\"]').scrollIntoView()");
    page.click_on("[data-testid=\"booster-plan\"]");
    page.see("booster");
    page.check_accessible("boosters");
    page.screenshot("boosters");

    // A goal is worded anew, and put back.
    let view = ask(&page, "person", &json!({ "person": person }));
    let before = view["goals"][0]["words"].as_str().unwrap().to_owned();
    page.script("scrollTo(0, 0)");
    page.click_on("[data-testid=\"edit-goal\"]");
    page.see("goal-words");
    page.rewrite("goal-words", "Something else altogether");
    let words = || ask(&page, "person", &json!({ "person": person }))["goals"][0]["words"].clone();
    page.wait_for("the new words are kept", || {
        words() == "Something else altogether"
    });
    page.screenshot("field");
    page.click("earlier-open");
    page.see("earlier-version");
    page.check_accessible("earlier");
    page.screenshot("earlier");
    page.click("earlier-put-back");
    page.wait_for("the words are back", || words() == json!(before));
}
