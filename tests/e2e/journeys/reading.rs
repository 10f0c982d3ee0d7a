//! A caseload read with the keyboard: from the list to a person, to a note, and back to where one was each time.

use e2e::{Page, Stage, keys};

use crate::cast::{go, look_around};

/// What stands where the focus is, in the page's own words.
fn focus(page: &Page) -> String {
    let script = "const row = document.activeElement?.closest('[data-key]'); \
                  return row?.dataset.key ?? document.activeElement?.textContent ?? ''";
    page.script(script)
        .as_str()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[test]
fn the_list_the_person_and_the_line_are_where_one_left_them() {
    let stage = Stage::new("reading");
    let page = stage.open();
    look_around(&page);
    go(&page, "#/people");
    page.see("people-search");
    page.click_on("label:has([data-testid=\"people-which-all\"])");
    page.tab_to("people-search");
    // The second on the list.
    page.press(&[keys::DOWN, keys::DOWN]);
    let somebody = focus(&page);
    page.press(&[keys::ENTER]);
    page.see("timeline");
    page.see("session-line");
    page.screenshot("person");

    page.click("timeline-note");
    page.wait_for("only notes are on the line", || {
        page.count("[data-testid=\"timeline\"] li") == page.count("[data-testid=\"line-note\"]")
    });
    page.tab_to("open-line");
    let note = focus(&page);
    assert!(note.starts_with("note "), "{note}");
    page.press(&[keys::ENTER]);
    page.see("note-person");
    page.press(&[keys::ESCAPE]);
    page.see("timeline");
    page.wait_for("the focus is on the note one came from", || {
        focus(&page) == note
    });
    assert_eq!(
        page.count("[data-testid=\"session-line\"]"),
        0,
        "the kinds are as they were"
    );
    page.screenshot("back-on-the-line");

    page.press(&[keys::ESCAPE]);
    page.see("people-search");
    page.wait_for("the focus is on the person one came from", || {
        focus(&page) == somebody
    });
    let which = "return document.querySelector('[data-testid=\"people-which\"] input:checked')?.value ?? ''";
    assert_eq!(page.script(which).as_str(), Some("all"));
}
