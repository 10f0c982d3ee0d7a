//! Turning the screen: what the person sees, what they can reach, and the way back.

use e2e::{Page, Stage};
use serde_json::json;

use crate::cast::{add_person, create_vault, start_session};

/// Opens a session of a new person at its topic.
fn at_a_topic(page: &Page, name: &str) -> String {
    let person = add_person(page, name);
    let id = start_session(page, &person);
    page.click("phase-topic");
    page.click("open-suggestion");
    page.see("turn-screen");
    id
}

fn enter_pin(page: &Page, pin: &str) {
    page.see("pin-pad");
    for digit in pin.chars() {
        page.click(&format!("pin-{digit}"));
    }
    page.click("pin-submit");
}

#[test]
fn the_turned_screen_shows_one_page_and_goes_back_by_pin() {
    let stage = Stage::new("turned");
    let page = stage.open();
    create_vault(&page);
    add_person(&page, "Somebody Else");
    at_a_topic(&page, "Maria Holm");

    page.click("turn-screen");
    enter_pin(&page, "2468");
    enter_pin(&page, "2468");
    page.to_other_window();
    page.see("turned-name");
    assert_eq!(page.words("turned-name"), "Maria");
    page.screenshot("person");
    page.check_accessible("the turned screen");
    assert!(
        !page
            .script("return document.documentElement.outerHTML")
            .as_str()
            .unwrap()
            .contains("Somebody")
    );

    // The window may ask for its own page and nothing else, whatever its script tries.
    for row in [
        "people",
        "today",
        "app_state",
        "catalogue",
        "lock",
        "save_paper",
        "choose_folder",
    ] {
        assert_eq!(
            page.call(row, &json!({})).expect_err(row)["code"],
            "screenTurned",
            "{row}"
        );
    }

    let wrong = page.call("turn_back", &json!({ "pin": "1111" })).unwrap();
    assert_eq!(wrong["back"], json!(false));
    page.click("turn-back");
    enter_pin(&page, "2468");
    page.wait_for("the turned screen is gone", || page.windows() == 1);
    page.to_only_window();
    page.see("page-topic");
}
