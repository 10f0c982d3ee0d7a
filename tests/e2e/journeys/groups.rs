//! A group, from its start to a co-signed note: two people, one meeting, and nothing of one with the other.

use e2e::{Page, Stage};
use serde_json::json;

use crate::cast::{add_person, ask, create_vault, go};

fn choose(page: &Page, id: &str, words: &str) {
    let picked = page.script(&format!(
        "const list = document.querySelector('[data-testid=\"{id}\"]');
         const option = [...list.options].find((each) => each.text.includes({words:?}));
         list.value = option?.value ?? '';
         list.dispatchEvent(new Event('input', {{ bubbles: true }}));
         list.dispatchEvent(new Event('change', {{ bubbles: true }}));
         return option !== undefined",
    ));
    assert_eq!(picked, json!(true), "{id} offers no {words}");
}

#[test]
fn a_group_meets_and_each_ones_note_is_signed_and_one_is_co_signed() {
    let stage = Stage::new("groups");
    let page = stage.open();
    create_vault(&page);
    for name in ["Maria Holm", "Jonas Berg"] {
        add_person(&page, name);
    }

    go(&page, "#/settings");
    page.click("colleague-add");
    page.write("colleague-name", "Bo Friis");
    page.write("colleague-title", "psychologist");
    choose(&page, "colleague-role", "co-signer");
    page.click("colleague-save");
    page.see("colleague");
    page.screenshot("colleagues");

    go(&page, "#/people");
    page.click("to-groups");
    page.see("groups-empty");
    page.screenshot("empty");
    page.click("add-group");
    page.write("group-name", "Saturday group");
    choose(&page, "group-weekday", "Saturday");
    page.write("group-begins", "13.00");
    page.write("group-minutes", "90");
    page.write("group-place", "The yellow house");
    page.click("leader-Bo Friis");
    page.screenshot("new");
    page.check_accessible("a new group");
    page.click("save-group");
    for name in ["Maria Holm", "Jonas Berg"] {
        page.see("member-who");
        choose(&page, "member-who", name);
        page.click("member-save");
        page.wait_for("they are in it", || {
            page.says(name) && page.value("member-who").is_empty()
        });
    }
    page.screenshot("group");
    page.check_accessible("a group");

    go(&page, "#/today");
    page.see("today-group-open");
    page.screenshot("today");
    page.click("today-group-open");
    page.see("rest-came");
    page.screenshot("opened");
    page.click("rest-came");
    page.click("take-next");
    page.see("planned-topic");
    page.write(
        "agenda",
        "Welcome, two goals, a break, the topic. Jonas first.",
    );
    page.click("turn-Maria Holm");
    page.see("plan-named");
    page.see("to-goals");
    page.click("cover");
    page.see("covered-by");
    page.script("scrollTo(0, 400)");
    page.screenshot("meeting");
    page.script("scrollTo(0, document.body.scrollHeight)");
    page.screenshot("meeting-end");
    page.check_accessible("a group's meeting");

    // Their goals are talked about in their own session, and one comes back by one press.
    page.click("to-goals");
    page.see("page-goals");
    page.screenshot("session");
    assert!(
        !page.says("Jonas"),
        "nobody else's name stands in her session"
    );
    page.click("to-meeting");
    page.see("close-meeting");
    page.write("meeting-took", "85");
    page.click("close-meeting");
    page.see("meeting-closed");
    page.screenshot("closed");

    page.click("to-note");
    page.see("sign-note");
    assert!(!page.says("Maria"), "his note is his alone");
    page.click("sign-note");
    page.click("sign-confirm");
    page.see("waits-co-sign");
    page.screenshot("waits");
    page.click("co-sign");
    page.write("co-sign-name", "Bo Friis");
    page.screenshot("co-sign");
    page.check_accessible("co-signing");
    page.click("co-sign-now");
    page.see("co-signed");
    page.screenshot("co-signed");
    let check = ask(&page, "check_vault", &json!({}));
    assert_eq!(
        (&check["whole"], &check["notesBrokenAt"]),
        (&json!(true), &json!(null))
    );

    let mut settings = ask(&page, "app_state", &json!({}))["settings"].clone();
    settings["theme"] = json!("dark");
    ask(&page, "change_settings", &json!({ "settings": settings }));
    let meeting = ask(&page, "today", &json!({}))["groups"][0]["meeting"].clone();
    go(&page, &format!("#/meeting/{}", meeting.as_str().unwrap()));
    page.script("location.reload()");
    page.see("meeting-closed");
    page.screenshot("dark");
}
