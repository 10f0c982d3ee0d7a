//! Words that were begun and not kept: they stand where they were after another screen, a lock, a killed program and a full
//! disk, and nothing of them is shown while it is locked.

use e2e::{Page, Stage, keys};
use serde_json::json;

use crate::cast::{PASSPHRASE, add_person, ask, create_vault, go, start_session, unlock};
use crate::small_disk::SmallDisk;

const STATEMENT: &str = "Getting my  mornings back, så jeg når bussen – 🌱";

/// Waits until what was typed is on disk, as a draft at least.
fn on_disk(page: &Page, words: &str) {
    page.wait_for("the words are on disk", || {
        let drafts = page.call("drafts", &json!({})).unwrap_or_default();
        drafts.to_string().contains(words)
    });
}

/// Locks by the keyboard, and sees that nothing typed is left on the screen.
fn lock(page: &Page, words: &[&str]) {
    page.press(&[keys::CONTROL, 'l']);
    page.see("unlock-passphrase");
    for word in words {
        assert!(!page.says(word), "“{word}” is still shown");
    }
}

#[test]
fn what_was_begun_stands_where_it_was_after_a_lock_and_after_a_crash() {
    let stage = Stage::new("words");
    let page = stage.open();
    create_vault(&page);
    let maria = add_person(&page, "Maria Holm");
    let jonas = add_person(&page, "Jonas Berg");

    // Somebody new, half written down.
    go(&page, "#/people");
    page.click("add-person");
    page.write("person-name", "Noor");
    on_disk(&page, "Noor");

    // A goal that has a first step and no words yet.
    go(&page, &format!("#/person/{jonas}"));
    page.click("new-goal");
    page.write("step-words", "call the shop");
    on_disk(&page, "call the shop");

    // Words about recovery, and the lock in the middle of them.
    go(&page, &format!("#/person/{maria}"));
    page.click("new-statement");
    page.paste("statement-words", STATEMENT);
    // A choice is a radio under its words, too small to be clicked by itself.
    page.script(
        "document.querySelector('[data-testid=statement-given-written]').click(); return null",
    );
    lock(&page, &["mornings", "Maria", "Noor"]);
    page.screenshot("locked");
    unlock(&page, PASSPHRASE);
    // The same screen, the same sheet and the same words.
    page.see("statement-words");
    assert_eq!(page.value("statement-words"), STATEMENT);
    page.screenshot("unlocked");

    stage.kill(page);
    let page = stage.open();
    unlock(&page, PASSPHRASE);
    page.see("statement-words");
    page.wait_for("the words are back", || {
        page.value("statement-words") == STATEMENT
    });
    assert_eq!(
        page.script(
            "return document.querySelector('[data-testid=statement-given-written]').checked"
        ),
        json!(true)
    );
    go(&page, "#/people");
    page.see("person-name");
    assert_eq!(page.value("person-name"), "Noor");
    go(&page, &format!("#/person/{jonas}"));
    page.click("new-goal");
    page.see("step-words");
    assert_eq!(page.value("step-words"), "call the shop");

    // Kept for real, they are no draft any more.
    go(&page, &format!("#/person/{maria}"));
    page.click("new-statement");
    page.click("save-statement");
    page.see_words("mornings back");
    page.wait_for("the draft is gone", || {
        let drafts = page.call("drafts", &json!({})).unwrap_or_default();
        !drafts.to_string().contains("mornings")
    });
}

#[test]
fn a_full_disk_keeps_the_words_through_a_lock_and_closing_asks_first() {
    let stage = Stage::new("full-disk");
    let Some(disk) = SmallDisk::on(stage.data(), "size=32m") else {
        return;
    };
    let desktop = stage.desktop();
    let page = stage.open();
    create_vault(&page);
    let maria = add_person(&page, "Maria Holm");
    start_session(&page, &maria);
    page.click("phase-agenda");
    page.see("person-item");
    disk.fill();
    // Long enough that no room left over from before takes it.
    let long = format!("the bus {}", "and the walk ".repeat(8_000));
    page.paste("person-item", &long);
    page.wait_for("the page says that it is not saved", || {
        page.script("return document.querySelector('[data-testid=saved-at]')?.dataset.state")
            == json!("failed")
    });
    page.screenshot("not-saved");

    // Somebody locks and closes at once: the page that could answer is just being ended.
    desktop.press(&["ctrl+l", "alt+F4"]);
    page.see("unlock-passphrase");
    page.see("words-held");
    std::thread::sleep(std::time::Duration::from_secs(4));
    for words in ["the bus", "Maria"] {
        assert!(!page.says(words), "“{words}” is still shown");
    }
    page.screenshot("held");
    if page.shows("closing") {
        page.click("closing-stay");
    }
    desktop.press(&["alt+F4"]);
    page.see("closing");
    assert!(!page.says("the bus"));
    page.click("closing-stay");
    disk.make_room();
    unlock(&page, PASSPHRASE);
    page.see("page-agenda");
    page.wait_for("the words are back", || page.value("person-item") == long);
    page.wait_for("they are saved", || {
        page.script("return document.querySelector('[data-testid=saved-at]')?.dataset.state")
            == json!("saved")
    });
    drop(page);
}

/// Looked for in the memory of every process of the program, as somebody would who takes the computer away. Nobody steers
/// it: the driver gives up a page whose process ends.
#[test]
fn after_the_lock_no_process_remembers_what_was_written() {
    const MARK: &str = "quillmark-by-the-harbour";
    let stage = Stage::new("remembers");
    let page = stage.open();
    create_vault(&page);
    let maria = add_person(&page, "Maria Holm");
    let session = start_session(&page, &maria);
    page.click("phase-agenda");
    page.write("person-item", MARK);
    page.wait_for("it is on disk", || {
        ask(&page, "session", &json!({ "session": session }))["record"]["personItem"] == MARK
    });
    drop(page);

    let desktop = stage.desktop();
    let mut program = stage.start_undriven(&[]);
    let remembered = || stage.remembers(program.id(), MARK);
    stage.wait_for("the window is drawn", || stage.colours() > 8);
    // Nobody tells when the field takes keys: what was typed too early is typed again. Unlocking leads to the page with
    // the words.
    let on_the_page = || {
        remembered()
            .iter()
            .any(|name| name.starts_with("WebKitWeb"))
    };
    for _ in 0..5 {
        desktop.press(&["ctrl+a"]);
        desktop.type_text(PASSPHRASE);
        desktop.press(&["Return"]);
        let since = std::time::Instant::now();
        while !on_the_page() && since.elapsed() < std::time::Duration::from_secs(8) {
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        if on_the_page() {
            break;
        }
    }
    assert!(on_the_page(), "they are not on the page");
    stage.screenshot("back");
    desktop.press(&["ctrl+l"]);
    let since = std::time::Instant::now();
    let mut by = remembered();
    while !by.is_empty() && since.elapsed() < std::time::Duration::from_secs(20) {
        std::thread::sleep(std::time::Duration::from_millis(200));
        by = remembered();
    }
    stage.screenshot("locked");
    let _ = program.kill();
    let _ = program.wait();
    assert_eq!(by, Vec::<String>::new(), "they remember");
}
