//! With the keyboard alone: no click, only Tab, Enter, Space and letters.

use e2e::{Stage, keys};

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
