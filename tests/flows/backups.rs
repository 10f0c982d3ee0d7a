//! Backups of the whole desk: made by hand or by themselves, and brought back with the passphrase or the recovery code.

use std::{
    fs,
    path::{Path, PathBuf},
};

use api::{ErrorCode, act::backups};
use serde_json::{Value, json};
use tests::{PASSPHRASE, TestApp, make_vault, names_in};

/// A pack of a site with a contact in it.
fn pack(dir: &Path) -> PathBuf {
    let dir = dir.join("harbour");
    fs::create_dir_all(&dir).unwrap();
    for (name, text) in [
        (
            "pack.toml",
            "format = 1\nextends = \"waymark\"\nid = \"harbour\"\ntitle = \"Harbour\"\nversion = \"0.1.0\"\nlanguages = [\"en\"]\nlicence = \"CC-BY-4.0\"\n",
        ),
        (
            "services.toml",
            "[[service]]\nname = \"Harbour night team\"\nphone = \"555 0177\"\nabout = \"crisis\"\nchecked_on = 2026-11-01\n",
        ),
    ] {
        fs::write(dir.join(name), text).unwrap();
    }
    dir
}

fn change(test: &TestApp, change: impl FnOnce(&mut Value)) {
    let mut settings = test.get("help_now", json!({}));
    change(&mut settings);
    test.get("change_settings", json!({ "settings": settings }));
}

fn contact(name: &str) -> Value {
    json!({ "contacts": [{ "name": name, "phone": "555 0199", "note": "All night" }], "checkedOn": "2026-11-02" })
}

/// A desk with something in each of its drawers, and the recovery code of its vault.
fn full_desk() -> (TestApp, String) {
    let test = TestApp::new();
    let code = make_vault(&test.app, false);
    test.add_person("Maria Holm");
    change(&test, |settings| {
        settings["language"] = json!("nb");
        settings["site"] = json!("Havnen");
        settings["crisis"] = contact("Night line");
        settings["services"] = json!([{ "name": "Harbour House", "phone": "", "hours": "", "whatFor": "", "checkedOn": null }]);
    });
    let installed = test.get("install_pack", json!({ "path": pack(test.dir.path()) }));
    assert_eq!(installed["problems"], json!([]));
    (test, code)
}

fn folder(test: &TestApp, name: &str) -> PathBuf {
    let folder = test.dir.path().join(name);
    fs::create_dir(&folder).unwrap();
    folder
}

fn back_up(test: &TestApp) -> String {
    let made = test.get("back_up", json!({ "folder": folder(test, "stick") }));
    made["path"].as_str().unwrap().to_owned()
}

/// What a desk holds.
fn desk(test: &TestApp) -> Value {
    json!([
        test.get("people", json!({})),
        test.get("help_now", json!({})),
        test.get("packs", json!({})),
        test.get("site_services", json!({})),
    ])
}

#[test]
fn the_whole_desk_comes_back_on_an_empty_computer() {
    let (test, _) = full_desk();
    let file = back_up(&test);
    let other = TestApp::new();
    let ask = json!({ "file": file, "with": { "passphrase": PASSPHRASE } });
    other.get("restore", ask);
    assert_eq!(desk(&other), desk(&test));
    let state = other.get("app_state", json!({}));
    assert_eq!(state["vault"]["openedByRecovery"], false);
    let there = names_in(other.app.data_dir());
    assert_eq!(
        there,
        [
            "packs",
            "settings.json",
            "settings.saved.json",
            "vault",
            "vault.lock"
        ]
    );
    let other = other.restart();
    other.unlock();
    assert_eq!(desk(&other), desk(&test), "and stays");
}

#[test]
fn a_recovery_code_brings_it_back_and_then_a_new_passphrase_is_asked() {
    let (test, code) = full_desk();
    let file = back_up(&test);
    let other = TestApp::new();
    let restore = |code: &str| {
        other.ask(
            "restore",
            json!({ "file": file, "with": { "recoveryCode": code } }),
        )
    };
    let another = make_vault(&TestApp::new().app, false);
    for wrong in ["not a code at all", &another] {
        assert_eq!(
            restore(wrong).unwrap_err().code,
            ErrorCode::WrongRecoveryCode
        );
        assert_eq!(other.get("app_state", json!({}))["vault"]["kind"], "none");
    }
    let state = restore(&code.to_lowercase()).unwrap();
    assert_eq!(state["vault"]["openedByRecovery"], true);
    assert_eq!(
        state["settings"]["crisis"]["contacts"][0]["name"],
        "Night line"
    );
    let new = "four brown bicycles at dawn";
    other.get("change_passphrase", json!({ "current": "", "new": new }));
    let other = other.restart();
    let old = other.ask("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(old.unwrap_err().code, ErrorCode::WrongPassphrase);
    other.get("unlock", json!({ "passphrase": new }));
    assert_eq!(desk(&other), desk(&test));
}

#[test]
fn what_does_not_open_a_backup_is_said_before_anything_happens_and_the_vault_stays_open() {
    let (test, _) = full_desk();
    let file = back_up(&test);
    let before = desk(&test);
    let letter = test.dir.path().join("letter.waymark");
    fs::write(&letter, "a letter to somebody").unwrap();
    let gone = test.dir.path().join("gone.waymark");
    for (file, with, code) in [
        (
            file.as_ref(),
            json!({ "passphrase": "not it at all, no" }),
            ErrorCode::WrongPassphrase,
        ),
        (
            letter.as_path(),
            json!({ "passphrase": PASSPHRASE }),
            ErrorCode::NotAVault,
        ),
        (
            gone.as_path(),
            json!({ "passphrase": PASSPHRASE }),
            ErrorCode::NotFound,
        ),
    ] as [(&Path, Value, ErrorCode); 3]
    {
        for command in ["plan_restore", "restore"] {
            let refused = test.ask(command, json!({ "file": file, "with": with }));
            assert_eq!(refused.unwrap_err().code, code, "{command}");
            assert_eq!(
                test.get("app_state", json!({}))["vault"]["kind"],
                "open",
                "{command}"
            );
        }
    }
    assert_eq!(desk(&test), before);
    // Locked, it is said as well, and another vault than this one is still restored with its own passphrase.
    test.get("lock", json!({}));
    let ask = json!({ "file": file, "with": { "passphrase": "not it at all, no" } });
    let refused = test.ask("plan_restore", ask);
    assert_eq!(refused.unwrap_err().code, ErrorCode::WrongPassphrase);
}

#[test]
fn settings_that_a_backup_replaces_are_kept_aside_and_contacts_never_become_fewer_by_it() {
    let (test, _) = full_desk();
    change(&test, |settings| {
        settings["crisis"] = json!({ "contacts": [], "checkedOn": null });
    });
    let file = back_up(&test);
    let other = TestApp::new();
    change(&other, |settings| {
        settings["site"] = json!("Here");
        settings["crisis"] = contact("Entered here");
    });
    other.get(
        "restore",
        json!({ "file": file, "with": { "passphrase": PASSPHRASE } }),
    );
    let settings = other.get("help_now", json!({}));
    assert_eq!(settings["site"], "Havnen");
    assert_eq!(settings["crisis"]["contacts"][0]["name"], "Entered here");
    assert_eq!(settings["services"][0]["name"], "Harbour House");
    let aside = other
        .app
        .data_dir()
        .join("settings-replaced-20261121-100000.json");
    assert!(fs::read_to_string(aside).unwrap().contains("\"Here\""));
}

const DAY: i64 = 24 * 3600;

/// Backups on a schedule into a folder of that name, whether or not it is there.
fn schedule(test: &TestApp, every: &str, name: &str) -> PathBuf {
    let folder = test.dir.path().join(name);
    change(test, |settings| {
        settings["backup"] = json!({ "every": every, "folder": folder });
    });
    folder
}

#[test]
fn a_schedule_makes_one_a_day_and_today_says_how_old_it_is() {
    let test = TestApp::open();
    backups::on_schedule(&test.app);
    assert_eq!(
        test.get("today", json!({}))["lastBackup"],
        Value::Null,
        "nobody asked for any"
    );
    let into = folder(&test, "stick");
    schedule(&test, "day", "stick");
    for _ in 0..3 {
        backups::on_schedule(&test.app);
    }
    assert_eq!(names_in(&into), ["waymark-auto-20261121-100000.waymark"]);
    assert_eq!(
        test.get("today", json!({}))["lastBackup"]["millis"],
        tests::NOW.millis
    );
    test.env.pass(DAY);
    assert!(backups::is_wanted(&test.app));
    test.get("lock", json!({}));
    assert!(
        !backups::is_wanted(&test.app),
        "a locked vault is not backed up"
    );
    backups::on_schedule(&test.app);
    test.unlock();
    backups::on_schedule(&test.app);
    assert_eq!(names_in(&into).len(), 2);
    // It is thinned as it goes: seven days, and the Sundays of the weeks before.
    for _ in 0..20 {
        test.env.pass(DAY);
        backups::on_schedule(&test.app);
    }
    let left = names_in(&into);
    assert!((9..=12).contains(&left.len()), "{left:?}");
    let file = into.join(left.last().unwrap());
    let other = TestApp::new();
    other.get(
        "restore",
        json!({ "file": file, "with": { "passphrase": PASSPHRASE } }),
    );
    assert_eq!(
        other.get("help_now", json!({})),
        test.get("help_now", json!({}))
    );
}

#[test]
fn a_backup_whose_place_is_not_there_is_said_on_today_and_made_when_it_is() {
    let test = TestApp::open();
    let into = schedule(&test, "week", "stick");
    let trouble = || test.get("today", json!({}))["backupTrouble"].clone();
    assert_eq!(trouble(), Value::Null);
    backups::on_schedule(&test.app);
    assert_eq!(trouble()["why"], "gone");
    assert_eq!(trouble()["folder"], into.to_str().unwrap());
    assert!(!backups::is_wanted(&test.app), "not every second");
    // A file stands where the folder should be.
    fs::write(&into, "").unwrap();
    test.env.pass(600);
    backups::on_schedule(&test.app);
    assert_eq!(trouble()["why"], "gone");
    fs::remove_file(&into).unwrap();
    fs::create_dir(&into).unwrap();
    test.env.pass(600);
    assert!(backups::is_wanted(&test.app));
    backups::on_schedule(&test.app);
    assert_eq!(trouble(), Value::Null);
    assert_eq!(names_in(&into).len(), 1);
    // Failing is not forgotten by a restart: it is due still, and tried again.
    test.env.pass(8 * DAY);
    fs::remove_dir_all(&into).unwrap();
    let test = test.restart();
    test.unlock();
    backups::on_schedule(&test.app);
    assert_eq!(test.get("today", json!({}))["backupTrouble"]["why"], "gone");
}

/// Asking for one by hand does not stand for the next of the schedule, which goes elsewhere.
#[test]
fn a_backup_made_by_hand_is_named_on_today_and_leaves_the_schedule_alone() {
    let test = TestApp::open();
    back_up(&test);
    schedule(&test, "day", "other");
    assert!(backups::is_wanted(&test.app));
}

#[test]
fn a_folder_that_cannot_take_a_backup_is_named() {
    let test = TestApp::open();
    let nowhere = test.dir.path().join("no such folder");
    let refused = test
        .ask("back_up", json!({ "folder": nowhere }))
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::FolderGone);
    assert_eq!(refused.details["path"], nowhere.to_str().unwrap());
}
