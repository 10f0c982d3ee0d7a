//! A full disk through the command table: everything can be read, each save says which disk is full, and work goes on when
//! there is room.

#![allow(clippy::print_stdout, reason = "a test that is passed over is seen")]

use std::{fs, io::Write, path::PathBuf, process::Command, sync::Arc};

use api::ErrorCode;
use serde_json::{Value, json};
use tests::{TestApp, TestEnv, make_vault};

/// A small disk in memory, mounted as the data folder.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn on(data: PathBuf) -> Option<Self> {
        fs::create_dir(&data).unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"])
            .arg(&data);
        let made = mount.output().is_ok_and(|done| done.status.success());
        made.then_some(Self(data))
    }

    fn fill(&self) {
        let mut file = fs::File::create(self.0.join("ballast")).unwrap();
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![7; size]).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

#[test]
fn on_a_full_disk_everything_is_read_a_save_names_the_disk_and_work_goes_on_when_there_is_room() {
    let dir = Arc::new(tempfile::tempdir().unwrap());
    let Some(disk) = SmallDisk::on(dir.path().join("data")) else {
        assert!(
            std::env::var_os("WAYMARK_WITHOUT_MOUNT").is_some(),
            "no right to mount a small disk: run as root, or set WAYMARK_WITHOUT_MOUNT=1 to leave this test out"
        );
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
    assert_eq!(refused.details["path"], disk.0.to_str().unwrap());
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
