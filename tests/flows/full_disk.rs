//! A disk that is full, gone or only to be read, through the command table: each save says so, the lock locks, words that
//! could not be written are held, and work goes on when the disk is back.

use std::sync::Arc;

use api::ErrorCode;
use serde_json::{Value, json};
use tests::{SmallDisk, Stick, TestApp, TestEnv, make_vault};

#[test]
fn on_a_full_disk_everything_is_read_a_save_names_the_disk_and_work_goes_on_when_there_is_room() {
    let dir = Arc::new(tempfile::tempdir().unwrap());
    let Some(disk) = SmallDisk::on(dir.path().join("data"), "size=16m") else {
        return;
    };
    let test = TestApp::on(Arc::clone(&dir), TestEnv::new(1));
    make_vault(&test.app, false);
    test.add_person("Maria Holm");
    // No goodbye: what was saved lies in the log.
    let test = test.restart();
    disk.fill();
    let state = test.unlock();
    assert_eq!(state["vault"]["cannotWrite"], "full");
    assert_eq!(
        test.get("people", json!({}))["people"][0]["card"]["name"],
        "Maria Holm"
    );
    test.get("today", json!({}));
    let add = json!({ "details": tests::details("Jonas Berg") });
    let refused = test.ask("add_person", add.clone()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::DiskFull);
    assert_eq!(refused.details["path"], disk.path().to_str().unwrap());
    assert!(!test.app.tend(), "nothing has changed");
    // Locked and opened as often as somebody likes.
    assert_eq!(test.get("lock", json!({}))["vault"]["kind"], "locked");
    test.unlock();

    disk.make_room();
    assert!(test.app.tend(), "the window is told");
    let state = test.get("app_state", json!({}));
    assert_eq!(state["vault"]["cannotWrite"], Value::Null);
    test.get("add_person", add);
    assert_eq!(test.get("check_vault", json!({}))["whole"], true);
}

/// A program whose data folder lies on a stick, with one person in its vault.
fn on_stick(stick: &Stick) -> (TestApp, String) {
    let dir = Arc::new(tempfile::tempdir_in(stick.path()).unwrap());
    let test = TestApp::on(dir, TestEnv::new(1));
    make_vault(&test.app, false);
    let maria = test.add_person("Maria Holm");
    (test, maria)
}

fn refused(test: &TestApp, person: &str) -> ErrorCode {
    let draft = json!({ "place": "a", "person": person, "words": "the bus" });
    let kept = test.ask("keep_draft", draft).unwrap_err();
    let session = json!({ "person": person, "on": null });
    let started = test.ask("start_session", session).unwrap_err();
    assert_eq!(kept.code, started.code);
    let path = test.app.data_dir().display().to_string();
    assert_eq!(
        started.details.get("path"),
        Some(&path),
        "{kept}; {started}"
    );
    started.code
}

/// Locks, hands over what could not be written, and sees that nothing is told any more.
fn lock_with_words(test: &TestApp) {
    let locked = test.get("lock", json!({}));
    assert_eq!(locked["vault"]["kind"], "locked", "not “there is none yet”");
    test.get("hold", json!({ "page": "p", "writes": "[\"the bus\"]" }));
    let people = test.ask("people", json!({})).unwrap_err();
    assert_eq!(people.code, ErrorCode::Locked);
    assert_eq!(test.get("app_state", json!({}))["held"], true);
}

fn words_are_back(test: &TestApp) {
    assert_eq!(test.unlock()["vault"]["kind"], "open");
    let held = json!([{ "turned": null, "writes": "[\"the bus\"]" }]);
    assert_eq!(test.get("take_held", json!({}))["held"], held);
    test.add_person("Jonas Berg");
    let people = test.get("people", json!({}));
    assert_eq!(people["people"].as_array().unwrap().len(), 2);
    assert_eq!(test.get("check_vault", json!({}))["whole"], true);
}

#[test]
fn a_stick_that_was_pulled_out_takes_no_save_locks_and_goes_on_once_it_is_back() {
    let Some(stick) = Stick::new() else { return };
    let (test, maria) = on_stick(&stick);
    stick.pull();
    assert_eq!(refused(&test, &maria), ErrorCode::FolderGone);
    assert_eq!(refused(&test, &maria), ErrorCode::FolderGone, "each time");
    // Not “the vault is damaged, restore a backup”, which is what SQLite makes of it.
    for name in ["people", "today", "hand_off"] {
        let read = test.ask(name, json!({}));
        assert!(
            read.as_ref().is_ok() || read.as_ref().unwrap_err().code == ErrorCode::FolderGone,
            "{name}: {read:?}"
        );
    }
    lock_with_words(&test);
    // Nobody is led to making a second vault where the first one only cannot be reached.
    let gone = test.ask("unlock", json!({ "passphrase": tests::PASSPHRASE }));
    assert_eq!(gone.unwrap_err().code, ErrorCode::FolderGone);
    let second = tests::try_vault(&test.app, false).unwrap_err();
    assert_eq!(second.code, ErrorCode::VaultExists);
    assert_eq!(test.get("app_state", json!({}))["held"], true);
    stick.put_back();
    words_are_back(&test);
}

#[test]
fn a_stick_that_is_put_back_at_once_needs_no_lock() {
    let Some(stick) = Stick::new() else { return };
    let (test, maria) = on_stick(&stick);
    stick.pull();
    refused(&test, &maria);
    let _ = test.ask("people", json!({}));
    stick.put_back();
    let people = test.get("people", json!({}));
    assert_eq!(people["people"][0]["card"]["name"], "Maria Holm");
    test.start_session(&maria);
    assert_eq!(test.get("check_vault", json!({}))["whole"], true);
}

#[test]
fn a_disk_that_answers_nothing_any_more_says_so_and_locks() {
    let Some(stick) = Stick::new() else { return };
    let (test, maria) = on_stick(&stick);
    stick.fail();
    assert_eq!(refused(&test, &maria), ErrorCode::FolderGone);
    lock_with_words(&test);
    stick.put_back();
    words_are_back(&test);
}

#[test]
fn a_disk_that_turns_read_only_under_the_vault_is_read_on_and_keeps_the_words() {
    let Some(stick) = Stick::new() else { return };
    let (test, maria) = on_stick(&stick);
    stick.turn_read_only();
    assert_eq!(refused(&test, &maria), ErrorCode::ReadOnly);
    let people = test.get("people", json!({}));
    assert_eq!(people["people"][0]["card"]["name"], "Maria Holm");
    lock_with_words(&test);
    assert_eq!(test.unlock()["vault"]["cannotWrite"], "readOnly");
    let held = test.get("take_held", json!({}));
    assert_eq!(held["held"].as_array().unwrap().len(), 1);
    lock_with_words(&test);
    stick.put_back();
    words_are_back(&test);
}
