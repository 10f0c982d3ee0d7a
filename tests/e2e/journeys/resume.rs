//! A power cut in the middle of a session.

use e2e::Stage;
use serde_json::json;

use crate::cast::{PASSPHRASE, add_person, create_vault, start_session, unlock};

#[test]
fn a_session_that_was_cut_off_goes_on_at_the_same_place_with_every_word() {
    const WORDS: &str = "Mornings  are teh hardest, så jeg venter – 🌱 e\u{301} שלום";
    let stage = Stage::new("resume");
    let page = stage.open();
    create_vault(&page);
    let person = add_person(&page, "Maria Holm");
    start_session(&page, &person);
    page.click("phase-agenda");
    page.write("person-item", "Mornings  are teh ");
    page.paste(
        "person-item",
        WORDS.strip_prefix("Mornings  are teh ").unwrap(),
    );
    page.wait_for("the words are saved", || {
        page.script("return document.querySelector('[data-testid=saved-at]')?.dataset.state")
            == json!("saved")
    });
    stage.kill(page);

    let page = stage.open();
    unlock(&page, PASSPHRASE);
    page.see("page-agenda");
    assert_eq!(page.value("person-item"), WORDS);
    page.screenshot("resumed");
}
