//! On a desktop as people have one: dead keys, a real clipboard, a window that is closed, a page that hangs.

use std::{thread, time::Duration};

use e2e::{Page, Stage, StageOptions, keys};
use serde_json::{Value, json};

use crate::{
    cast::{PASSPHRASE, add_person, ask, create_vault, start_session, unlock},
    small_disk::SmallDisk,
};

/// Opens the closing page of a session of somebody new, and returns the session.
fn at_the_close(page: &Page) -> String {
    create_vault(page);
    let person = add_person(page, "Maria Holm");
    let session = start_session(page, &person);
    page.click("phase-close");
    page.see("next-plan");
    session
}

fn recorded(page: &Page, session: &str, what: &str) -> Value {
    ask(page, "session", &json!({ "session": session }))["record"][what].clone()
}

#[test]
fn dead_keys_write_whole_letters() {
    let stage = Stage::new("dead-keys");
    let desktop = stage.desktop();
    desktop.keyboard("no");
    let page = stage.open();
    let session = at_the_close(&page);
    page.click("next-plan");
    // Two keys for one letter: the accent waits for it.
    desktop.press(&[
        "K",
        "a",
        "r",
        "i",
        "space",
        "R",
        "e",
        "n",
        "dead_acute",
        "e",
        "space",
    ]);
    desktop.press(&["oslash", "l", "space", "dead_diaeresis"]);
    page.wait_for("what is whole is on disk", || {
        recorded(&page, &session, "nextPlan") == json!("Kari Ren\u{e9} \u{f8}l ")
    });
    desktop.press(&["o"]);
    page.wait_for("the last letter as well", || {
        recorded(&page, &session, "nextPlan") == json!("Kari Ren\u{e9} \u{f8}l \u{f6}")
    });
    page.press(&[keys::CONTROL, 'l']);
    page.see("unlock-passphrase");
    desktop.keyboard("us");
    unlock(&page, PASSPHRASE);
    page.see("next-plan");
    assert_eq!(page.value("next-plan"), "Kari Ren\u{e9} \u{f8}l \u{f6}");
}

#[test]
fn what_another_program_copied_is_pasted_as_its_words_and_gone_after_the_lock_where_it_was_ours() {
    let stage = Stage::new("clipboard");
    let mut desktop = stage.desktop();
    let page = stage.open();
    let session = at_the_close(&page);
    let plan = |words: &str| recorded(&page, &session, "nextPlan") == json!(words);
    page.click("next-plan");
    // As a word processor puts plain text there: paragraphs, a soft break, a cell.
    desktop.copy(
        "UTF8_STRING",
        "Sover d\u{e5}rligt.\r\nG\u{e5}r\u{b}en tur\tda.\r\n".as_bytes(),
    );
    desktop.press(&["ctrl+v"]);
    page.wait_for("the lines are on disk", || {
        plan("Sover d\u{e5}rligt.\nG\u{e5}r\nen tur\tda.")
            || plan("Sover d\u{e5}rligt.\nG\u{e5}r\nen tur da.")
    });
    // Only as a page: the words come in, and nothing of the page.
    desktop.press(&["ctrl+a"]);
    desktop.copy(
        "text/html",
        b"<p class=MsoNormal>First<o:p></o:p></p><p><b>second</b> line</p><script>1</script>",
    );
    desktop.press(&["ctrl+v"]);
    thread::sleep(Duration::from_millis(1500));
    let kept = recorded(&page, &session, "nextPlan");
    let kept = kept.as_str().unwrap();
    assert!(
        !kept.contains('<') && !kept.contains("Firstsecond"),
        "{kept}"
    );

    // What was copied here is nobody's any more once the vault is locked.
    page.rewrite("next-plan", "call the bus");
    page.wait_for("it is on disk", || plan("call the bus"));
    page.click("next-plan");
    desktop.press(&["ctrl+a", "ctrl+c"]);
    page.wait_for("it is copied", || {
        desktop.clipboard("UTF8_STRING") == b"call the bus"
    });
    desktop.press(&["ctrl+l"]);
    page.see("unlock-passphrase");
    page.wait_for("the clipboard is empty", || {
        desktop.clipboard("UTF8_STRING").is_empty()
    });
}

#[test]
fn closing_saves_first_and_names_the_words_that_it_cannot_save() {
    let stage = Stage::new("closing");
    let Some(disk) = SmallDisk::on(stage.data(), "size=32m") else {
        return;
    };
    let desktop = stage.desktop();
    let page = stage.open();
    let session = at_the_close(&page);
    disk.fill();
    let long = format!("the bus {}", "and the walk ".repeat(8_000));
    page.paste("next-plan", &long);
    page.see("save-failed");
    desktop.press(&["alt+F4"]);
    page.see("closing");
    page.screenshot("named");
    page.check_accessible("closing with words that are not saved");
    assert!(
        page.words("closing-words")
            .starts_with("the bus and the walk")
    );
    // Longer than the program waits for a page that says nothing.
    thread::sleep(Duration::from_secs(3));
    assert!(
        page.shows("closing"),
        "nothing closes over somebody's words"
    );
    page.click("closing-copy");
    page.wait_for("they are copied", || {
        desktop
            .clipboard("UTF8_STRING")
            .starts_with(b"the bus and the walk")
    });
    page.click("closing-stay");
    page.see_gone("closing");
    assert_eq!(page.value("next-plan"), long);

    disk.make_room();
    desktop.press(&["alt+F4"]);
    stage.see_ended();
    drop(page);
    let page = stage.open();
    unlock(&page, PASSPHRASE);
    page.see("next-plan");
    assert_eq!(recorded(&page, &session, "nextPlan"), json!(long));
}

/// The page hangs in a script that never ends, with somebody's words on it.
#[test]
fn a_page_that_hangs_is_ended_by_the_lock_and_begun_anew_with_the_words_that_were_typed() {
    let options = StageOptions {
        settings: json!({ "lockAfterMinutes": 1, "lockInSessionMinutes": 1 }).to_string(),
        ..StageOptions::default()
    };
    let stage = Stage::with("hangs", options);
    let desktop = stage.desktop();
    let page = stage.open();
    let session = at_the_close(&page);
    page.write("next-plan", "call the bus");
    page.wait_for("it is on disk", || {
        recorded(&page, &session, "nextPlan") == json!("call the bus")
    });
    let before = stage.page_process().unwrap();
    page.script("setTimeout(() => { for (;;); }, 10)");
    stage.wait_for("the page that hung is ended", || {
        stage.page_process().is_some_and(|id| id != before)
    });
    drop(page);
    stage.wait_for("it asks for the passphrase", || stage.colours() > 8);
    stage.screenshot("locked");
    // A page that hangs does not keep the window from closing either.
    desktop.press(&["alt+F4"]);
    stage.see_ended();
    let page = stage.open();
    unlock(&page, PASSPHRASE);
    page.see("next-plan");
    assert_eq!(page.value("next-plan"), "call the bus");
}
