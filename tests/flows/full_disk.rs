//! A full disk through the command table: everything can be read, each save says which disk is full, and work goes on when
//! there is room.

use std::sync::Arc;

use api::ErrorCode;
use serde_json::{Value, json};
use tests::{SmallDisk, TestApp, TestEnv, make_vault};

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
