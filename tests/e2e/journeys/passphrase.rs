//! Coming in: wrong passphrases, then the right one.

use std::{
    thread,
    time::{Duration, Instant},
};

use e2e::{Stage, StageOptions};
use serde_json::json;

use crate::cast::{PASSPHRASE, create_vault, unlock};

#[test]
fn wrong_passphrases_are_named_as_such_and_then_the_right_one_opens() {
    let stage = Stage::new("passphrase");
    let page = stage.open();
    create_vault(&page);
    page.click("lock");
    for attempt in [
        "slow amber lanterns over quiet water 42",
        "x",
        PASSPHRASE.to_uppercase().as_str(),
    ] {
        page.rewrite("unlock-passphrase", attempt);
        page.click("unlock-submit");
        page.see("unlock-error");
        assert!(!page.says("damaged"), "a wrong passphrase is not damage");
        assert!(!page.shows("lock"), "“{attempt}” opened the vault");
    }
    page.rewrite("unlock-passphrase", "");
    unlock(&page, PASSPHRASE);
}

#[test]
fn locking_leaves_nobody_on_the_page() {
    let stage = Stage::new("lock");
    let page = stage.open();
    crate::cast::look_around(&page);
    let people = crate::cast::ask(&page, "people", &serde_json::json!({}));
    let name = people["people"][0]["card"]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    crate::cast::go(&page, "#/today");
    page.click("lock");
    page.see("unlock-passphrase");
    assert!(
        !page
            .script("return document.documentElement.outerHTML")
            .as_str()
            .unwrap()
            .contains(&name)
    );
    assert_eq!(
        page.call("people", &serde_json::json!({})).unwrap_err()["code"],
        "locked"
    );
}

#[test]
fn the_vault_locks_itself_when_nobody_is_there() {
    let options = StageOptions {
        settings: json!({ "lockAfterMinutes": 1 }).to_string(),
        ..StageOptions::default()
    };
    let stage = Stage::with("idle", options);
    let page = stage.open();
    create_vault(&page);
    // Half a minute of peace, half a minute of warning; whoever stays begins anew.
    page.see("lock-soon");
    page.screenshot("warned");
    page.check_accessible("the warning");
    page.click("lock-stay");
    page.see_gone("lock-soon");
    let since = Instant::now();
    // Looking is not touching: the harness reads the page without a key or a pointer.
    while !page.shows("unlock-passphrase") {
        assert!(since.elapsed() < Duration::from_secs(75), "it did not lock");
        thread::sleep(Duration::from_millis(200));
    }
    assert!(
        since.elapsed() > Duration::from_secs(50),
        "it locked under somebody's hands"
    );
}
