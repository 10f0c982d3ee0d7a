//! What leaves as data through the real window: tables without names, and a record as a folder to read.

use std::fs;

use e2e::Stage;

use crate::cast::{go, look_around};

#[test]
fn tables_and_a_folder_to_read_leave_through_the_hand_off_screen() {
    let stage = Stage::new("exports");
    let page = stage.open();
    look_around(&page);
    go(&page, "#/handoff");
    page.see("handoff-left");

    page.click_on("[data-testid=more-tables] summary");
    page.click("tables-save");
    page.wait_for("the tables", || !page.words("tables-done").is_empty());
    let folder = |begins: &str| {
        let mut entries = fs::read_dir(stage.saved())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        entries
            .find(|path| {
                path.file_name()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .starts_with(begins)
            })
            .unwrap()
    };
    assert!(folder("evaluation").join("data-dictionary.csv").is_file());

    page.click_on("[data-testid=more-whole] summary");
    page.script(
        "const list = document.querySelector('[data-testid=whole-person]'); list.selectedIndex = 1;
         list.dispatchEvent(new Event('change', { bubbles: true }))",
    );
    page.check_accessible("more ways to hand off");
    page.click("whole-save");
    page.wait_for("the folder", || !page.words("whole-done").is_empty());
    let name = page.script(
        "return document.querySelector('[data-testid=whole-person]').selectedOptions[0].text",
    );
    let name = name.as_str().unwrap().split(',').next().unwrap().to_owned();
    let first = fs::read_to_string(folder(&name).join("index.html")).unwrap();
    assert!(first.contains(&name));
    page.screenshot("more-ways");
}
