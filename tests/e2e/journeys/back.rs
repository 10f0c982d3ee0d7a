//! What is left when something is lost: a backup on a schedule, its restoring by recovery code on an empty machine, settings
//! that cannot be read.

use std::{fs, path::PathBuf};

use e2e::{Stage, StageOptions};
use serde_json::json;

use crate::cast::{PASSPHRASE, add_person, ask, go, unlock};

fn backups(stage: &Stage) -> Vec<PathBuf> {
    let files = fs::read_dir(stage.saved()).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut made: Vec<_> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "waymark"))
        .collect();
    made.sort();
    made
}

#[test]
fn a_backup_makes_itself_and_an_empty_machine_is_restored_by_the_recovery_code() {
    let stage = Stage::new("schedule");
    let page = stage.open();
    page.click("door-create");
    page.write("practitioner-name", "Ingrid Solheim");
    page.write("passphrase-new", PASSPHRASE);
    page.write("passphrase-again", PASSPHRASE);
    page.click("create-submit");
    page.see("recovery-code");
    let code = page.words("recovery-code");
    page.click("code-on-paper");
    page.click("code-go-on");
    page.see("lock");
    add_person(&page, "Maria Holm");
    go(&page, "#/help");
    page.click("help-edit");
    page.write("help-name-0", "The night line");
    page.write("help-phone-0", "+45 70 20 12 01");
    page.click("help-save");
    page.see("help-contacts");
    go(&page, "#/settings");
    page.click_on("label:has([data-testid=\"backup-every-day\"])");
    page.see("backup-folder");
    page.screenshot("planned");
    // Made in a quiet moment, and nobody touches anything.
    stage.wait_for("a backup is made", || !backups(&stage).is_empty());
    go(&page, "#/today");
    page.wait_for("Today says so", || {
        page.words("today-backup").contains("today")
    });
    page.screenshot("today");
    drop(page);

    let made = backups(&stage).pop().unwrap();
    let options = StageOptions {
        more: vec![("WAYMARK_E2E_OPEN", made.to_string_lossy().into_owned())],
        ..StageOptions::default()
    };
    let other = Stage::with("empty-machine", options);
    let page = other.open();
    page.click("first-restore");
    page.click("choose-backup");
    page.click("unlock-by-code");
    page.write("unlock-code", &code);
    page.screenshot("code");
    page.click("unlock-submit");
    page.wait_for("it asks again, or for a new passphrase", || {
        page.shows("restore-asked") || page.shows("passphrase-new")
    });
    if page.shows("restore-asked") {
        page.click("unlock-submit");
    }
    let new = "five green kettles under the stairs 7";
    page.write("passphrase-new", new);
    page.write("passphrase-again", new);
    page.screenshot("new-passphrase");
    page.click("new-passphrase-submit");
    page.see("lock");
    let people = ask(&page, "people", &json!({}));
    assert_eq!(people["people"][0]["card"]["name"], "Maria Holm");
    go(&page, "#/help");
    page.see_words("The night line");
    page.press(&[e2e::keys::CONTROL, 'l']);
    go(&page, "#/today");
    unlock(&page, new);
}

#[test]
fn settings_that_cannot_be_read_are_said_and_the_last_good_ones_used() {
    let contacts = json!([{ "name": "The night line", "phone": "+45 70 20 12 01", "note": "" }]);
    let good = json!({ "language": "en", "crisis": { "contacts": contacts, "checkedOn": null } })
        .to_string();
    let stage = Stage::new("settings-damaged");
    fs::write(stage.data().join("settings.saved.json"), &good).unwrap();
    fs::write(stage.data().join("settings.json"), &good[..good.len() / 2]).unwrap();
    let page = stage.open();
    page.see("settings-trouble");
    page.check_accessible("settings that could not be read");
    page.screenshot("said");
    go(&page, "#/help");
    page.see_words("The night line");
    page.screenshot("help");
    go(&page, "#/today");
    page.click("settings-accept");
    page.see_gone("settings-trouble");
    let kept = fs::read_to_string(stage.data().join("settings.json")).unwrap();
    assert!(kept.contains("The night line"));
    let aside = fs::read_dir(stage.data()).unwrap();
    let aside = aside.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(
        aside
            .into_iter()
            .any(|name| name.starts_with("settings.unreadable"))
    );
}
