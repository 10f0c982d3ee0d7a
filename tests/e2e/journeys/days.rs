//! Sessions and days, through the window: left open on an earlier day, entered later, begun by mistake.

use e2e::Stage;
use serde_json::json;

use crate::cast::{PASSPHRASE, add_person, ask, create_vault, go, start_session, unlock};

#[test]
fn a_session_left_open_is_offered_the_next_day_and_closed_as_of_its_own() {
    let mut stage = Stage::new("left-open");
    let page = stage.open();
    create_vault(&page);
    let maria = add_person(&page, "Maria Holm");
    let session = start_session(&page, &maria);
    page.click("phase-agenda");
    page.write("person-item", "the bus");
    page.wait_for("it is on disk", || {
        ask(&page, "session", &json!({ "session": session }))["record"]["personItem"] == "the bus"
    });
    // Words about recovery that wait for their button.
    go(&page, &format!("#/person/{maria}"));
    page.click("new-statement");
    page.write("statement-words", "my mornings back");
    page.wait_for("they are on disk", || {
        let drafts = ask(&page, "drafts", &json!({}));
        drafts.to_string().contains("my mornings back")
    });
    stage.kill(page);

    // The next morning: not the screen of yesterday, but what was left there.
    stage.later("2026-11-22T09:00:00+01:00");
    let page = stage.open();
    unlock(&page, PASSPHRASE);
    page.see("left-open");
    page.screenshot("today");
    page.check_accessible("a session left open");
    page.click_on("[data-testid=\"today-begun\"] summary");
    page.screenshot("begun");
    page.click("begun-0");
    page.see("statement-words");
    assert_eq!(page.value("statement-words"), "my mornings back");
    go(&page, "#/today");
    page.click("left-open-go-on");
    page.see("session-day");
    assert!(page.words("session-day").contains("21 November"));
    page.screenshot("gone-on");
    go(&page, "#/today");
    page.click("left-open-begin");
    page.see("page-arrive");
    assert!(!page.shows("session-day"), "today's own");
    go(&page, "#/today");
    page.click("left-open-close");
    page.see_gone("left-open");
    let closed = ask(&page, "session", &json!({ "session": session }));
    assert_eq!(closed["record"]["on"], "2026-11-21");
    assert!(!closed["record"]["closedAt"].is_null());
}

#[test]
fn a_meeting_entered_later_says_so_and_one_begun_by_mistake_is_taken_away_with_a_reason() {
    let stage = Stage::new("late");
    let page = stage.open();
    create_vault(&page);
    let maria = add_person(&page, "Maria Holm");
    go(&page, &format!("#/person/{maria}"));
    page.click("late-entry");
    page.write("late-on", "18112026");
    page.screenshot("when");
    page.click("late-open");
    page.see("session-day");
    assert!(page.words("session-day").contains("18 November"));
    page.screenshot("late");
    page.click("phase-close");
    page.click("close-session");
    page.see("sign-note");
    assert!(
        page.says("18 November 2026") || page.says("18/11/2026"),
        "the day it was held"
    );
    assert!(
        page.says("21 November 2026") || page.says("21/11/2026"),
        "the day it was entered"
    );
    page.screenshot("note");

    // Begun by mistake.
    let session = start_session(&page, &maria);
    page.click("discard-session");
    page.write("discard-reason", "the wrong Maria");
    page.screenshot("discard");
    page.click("discard-now");
    page.see("start-session");
    let gone = page.call("session", &json!({ "session": session }));
    assert_eq!(gone.unwrap_err()["code"], "notFound");
}
