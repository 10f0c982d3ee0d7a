//! With the keyboard alone: no click, only Tab, Enter, Space and letters.

use e2e::{Page, Stage, keys};

use crate::cast::PASSPHRASE;

#[test]
fn a_vault_is_made_and_a_session_begun_without_a_mouse() {
    let stage = Stage::new("keyboard");
    let page = stage.open();
    page.tab_to("door-create");
    page.press(&[keys::ENTER]);
    page.tab_to("practitioner-name");
    page.type_text("Ingrid Solheim");
    page.tab_to("passphrase-new");
    page.type_text(PASSPHRASE);
    page.tab_to("passphrase-again");
    page.type_text(PASSPHRASE);
    page.press(&[keys::ENTER]);
    page.see("recovery-code");
    page.tab_to("code-on-paper");
    page.press(&[' ']);
    page.tab_to("code-go-on");
    page.press(&[keys::ENTER]);
    page.see("lock");

    page.tab_to("nav-people");
    page.press(&[keys::ENTER]);
    page.tab_to("add-person");
    page.press(&[keys::ENTER]);
    page.tab_to("person-name");
    page.type_text("Maria Holm");
    page.press(&[keys::ENTER]);
    page.tab_to("start-session");
    page.press(&[keys::ENTER]);
    page.see("page-arrive");
    page.tab_to("next-phase");
    page.press(&[keys::ENTER]);
    page.see("page-lastTime");
    page.press(&[keys::CONTROL, keys::ENTER]);
    page.see("page-practiceReview");
    page.tab_to("phase-agenda");
    page.press(&[keys::ENTER]);
    page.tab_to("person-item");
    page.type_text("the bus on Monday");
    page.see_words("the bus on Monday");
    page.screenshot("session");
}

/// Goes somewhere with Tab and presses Enter.
fn enter(page: &Page, id: &str) {
    page.tab_to(id);
    page.press(&[keys::ENTER]);
}

fn step(page: &Page, is: &str) {
    page.wait_for(&format!("the guide says “{is}”"), || {
        page.script("return document.querySelector('[data-testid=tour]')?.dataset.step ?? ''") == is
    });
}

/// The whole loop, with the guide beside it: each of its steps notices by itself that it is done.
#[test]
fn a_whole_session_is_led_signed_and_handed_off_without_a_mouse() {
    let stage = Stage::new("keyboard-session");
    let page = stage.open();
    enter(&page, "door-sample");
    let passphrase = page.words("sample-passphrase");
    enter(&page, "sample-submit");
    page.see("sample-banner");
    step(&page, "offered");
    enter(&page, "tour-begin");
    step(&page, "open");

    page.press(&[keys::CONTROL, 'l']);
    page.see("unlock-passphrase");
    page.tab_to("unlock-passphrase");
    page.type_text(&passphrase);
    page.press(&[keys::ENTER]);
    page.see("meeting");
    step(&page, "open");

    enter(&page, "start-session");
    page.see("page-arrive");
    step(&page, "last");
    for phase in ["lastTime", "practiceReview", "goals"] {
        page.press(&[keys::CONTROL, keys::ENTER]);
        page.see(&format!("page-{phase}"));
    }
    step(&page, "goal");
    page.press(&[keys::CONTROL, keys::ENTER]);
    page.see("page-agenda");
    step(&page, "topic");
    page.press(&[keys::CONTROL, keys::ENTER]);
    page.see("page-topic");
    enter(&page, "open-suggestion");
    page.see("turn-screen");
    step(&page, "turn");

    enter(&page, "turn-screen");
    for _ in 0..2 {
        page.see("pin-pad");
        page.type_text("2468");
        page.press(&[keys::ENTER]);
    }
    page.to_other_window();
    page.see("turned-name");
    enter(&page, "turn-back");
    page.see("pin-pad");
    page.type_text("2468");
    page.press(&[keys::ENTER]);
    page.to_only_window();
    page.see("page-topic");
    step(&page, "promise");

    enter(&page, "phase-practicePlan");
    page.see("page-practicePlan");
    if !page.shows("plan-what") {
        enter(&page, "add-plan");
    }
    page.tab_to("plan-what");
    page.type_text("Walk round the block with Ann");
    step(&page, "note");
    enter(&page, "phase-close");
    page.see("page-close");
    enter(&page, "close-session");

    page.see("sign-note");
    step(&page, "sign");
    enter(&page, "sign-note");
    page.wait_for("signing is asked about", || {
        page.shows("sign-dialog") || page.shows("sign-first")
    });
    // What was carried over from an earlier session is confirmed one by one.
    while page.shows("sign-first") {
        enter(&page, "sign-show");
        page.see_gone("sign-first");
        enter(&page, "still-true");
        enter(&page, "sign-note");
        page.wait_for("signing is asked about", || {
            page.shows("sign-dialog") || page.shows("sign-first")
        });
    }
    enter(&page, "sign-confirm");
    page.see("signed-by");
    step(&page, "hand");

    enter(&page, "nav-handoff");
    page.see("waiting-note");
    let waiting = page.count("[data-testid=waiting-note]");
    // Everything that waits is handed over, the note of this session with it.
    for left in (0..waiting).rev() {
        enter(&page, "handoff-print");
        page.wait_for("one note less waits", || {
            page.count("[data-testid=waiting-note]") <= left
        });
    }
    step(&page, "done");
    page.screenshot("done");
    enter(&page, "tour-close");
    page.see_gone("tour");
}
