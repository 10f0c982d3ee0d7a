//! The vault through the command table: make, open, lock, change, back up, restore.

use std::fs;

use api::{ErrorCode, Window, commands::COMMANDS};
use serde_json::json;
use tests::{PASSPHRASE, TestApp, make_vault};

#[test]
fn a_wrong_passphrase_is_called_one_however_often_and_the_right_one_still_opens() {
    let test = TestApp::open().restart();
    for n in 0..25 {
        let error = test
            .ask(
                "unlock",
                json!({ "passphrase": format!("wrong guess number {n}") }),
            )
            .unwrap_err();
        assert_eq!(error.code, ErrorCode::WrongPassphrase);
    }
    assert_eq!(test.unlock()["vault"]["kind"], "open");
}

#[test]
fn a_locked_vault_answers_nothing_that_is_anybodys() {
    let test = TestApp::sample();
    test.get("lock", json!({}));
    let open: Vec<_> = COMMANDS
        .iter()
        .filter(|command| command.facts.locked)
        .map(|command| command.name)
        .collect();
    assert_eq!(
        open,
        [
            "app_state",
            "passphrase_strength",
            "create_vault",
            "unlock",
            "unlock_with_recovery_code",
            "lock",
            "still_here",
            "packs",
            "install_pack",
            "remove_pack",
            "change_settings",
            "accept_settings",
            "plan_restore",
            "restore",
            "fresh_ids",
            "topic_page",
            "guide_page",
            "catalogue",
            "preview",
            "site_services",
            "help_now"
        ]
    );
    let shut = COMMANDS.iter().filter(|command| !command.facts.locked);
    for command in shut {
        // Refused before its request is read, whatever is in it.
        let error = test.ask(command.name, json!({})).expect_err(command.name);
        assert_eq!(error.code, ErrorCode::Locked, "{}", command.name);
    }
    // The two that work on blank pages ask for the vault as soon as a page is somebody's.
    let id = "019a0000-0000-7000-8000-000000000001";
    let goals =
        json!({ "size": "normal", "format": null, "paper": { "kind": "goals", "person": id } });
    let page = json!({ "topic": "what-is-recovery", "language": "en", "course": "eleven-modules", "person": id });
    for (name, request) in [("preview", goals), ("topic_page", page)] {
        assert_eq!(test.ask(name, request).unwrap_err().code, ErrorCode::Locked);
    }
}

#[test]
fn it_locks_by_itself_after_the_minutes_in_the_settings() {
    let test = TestApp::open();
    test.env.pass(4 * 60 + 59);
    assert!(!test.app.lock_if_idle());
    test.get("still_here", json!({}));
    test.env.pass(4 * 60 + 59);
    assert!(!test.app.lock_if_idle(), "somebody was there");
    test.env.pass(-3600);
    assert!(
        !test.app.lock_if_idle(),
        "a clock set back is no time gone by"
    );
    test.env.pass(5 * 60 + 1);
    assert!(test.app.lock_if_idle());
    assert_eq!(test.get("app_state", json!({}))["vault"]["kind"], "locked");
}

#[test]
fn the_recovery_code_opens_and_then_asks_for_a_new_passphrase() {
    let test = TestApp::new();
    let code = make_vault(&test.app, false);
    let test = test.restart();
    let mistyped = format!(
        "{}{}",
        if code.starts_with('A') { 'B' } else { 'A' },
        &code[1..]
    );
    assert_eq!(
        test.ask("unlock_with_recovery_code", json!({ "code": mistyped }))
            .unwrap_err()
            .code,
        ErrorCode::WrongRecoveryCode
    );
    let state = test.get(
        "unlock_with_recovery_code",
        json!({ "code": code.to_lowercase().replace('-', " ") }),
    );
    assert_eq!(state["vault"]["openedByRecovery"], true);
    let new = "four brown bicycles at dawn";
    test.get("change_passphrase", json!({ "current": "", "new": new }));
    let state = test.get("app_state", json!({}));
    assert_eq!(state["vault"]["openedByRecovery"], false);
    let test = test.restart();
    assert_eq!(
        test.ask("unlock", json!({ "passphrase": PASSPHRASE }))
            .unwrap_err()
            .code,
        ErrorCode::WrongPassphrase
    );
    test.get("unlock", json!({ "passphrase": new }));
}

#[test]
fn changing_the_passphrase_asks_for_the_old_one_and_refuses_a_weak_new_one() {
    let test = TestApp::open();
    let change = |current: &str, new: &str| {
        test.ask(
            "change_passphrase",
            json!({ "current": current, "new": new }),
        )
    };
    assert_eq!(
        change("not it at all, no", "four brown bicycles at dawn")
            .unwrap_err()
            .code,
        ErrorCode::WrongPassphrase
    );
    assert_eq!(
        change(PASSPHRASE, "password1234").unwrap_err().code,
        ErrorCode::WeakPassphrase
    );
    change(PASSPHRASE, "four brown bicycles at dawn").unwrap();
}

#[test]
fn a_second_vault_is_never_made_over_the_first() {
    let test = TestApp::open().restart();
    let ask = json!({ "passphrase": "four brown bicycles at dawn", "practitioner": { "name": "B", "title": "" }, "sample": false });
    assert_eq!(
        test.ask("create_vault", ask).unwrap_err().code,
        ErrorCode::VaultExists
    );
}

#[test]
fn a_backup_comes_back_whole_on_an_empty_computer() {
    let test = TestApp::sample();
    let before = test.get("people", json!({}));
    let folder = test.dir.path().join("stick");
    fs::create_dir(&folder).unwrap();
    let made = test.get("back_up", json!({ "folder": folder }));
    let other = TestApp::new();
    let file = made["path"].as_str().unwrap();
    let wrong = other
        .ask(
            "restore",
            json!({ "file": file, "with": { "passphrase": "not it at all, no" } }),
        )
        .unwrap_err();
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    assert_eq!(
        other.get("app_state", json!({}))["vault"]["kind"],
        "none",
        "a refused restore leaves nothing behind"
    );
    other.get(
        "restore",
        json!({ "file": file, "with": { "passphrase": PASSPHRASE } }),
    );
    assert_eq!(other.get("people", json!({})), before);
    assert_eq!(other.get("check_vault", json!({}))["findings"], json!([]));
}

#[test]
fn the_turned_screen_sees_one_page_and_nothing_else() {
    let test = TestApp::open();
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    let turn = json!({ "session": session, "topic": "what-is-recovery" });
    assert_eq!(
        test.ask("turn_screen", turn.clone()).unwrap_err().code,
        ErrorCode::NoPin
    );
    assert_eq!(
        test.ask("set_pin", json!({ "pin": "12a4" }))
            .unwrap_err()
            .code,
        ErrorCode::PinShape
    );
    test.get("set_pin", json!({ "pin": "2580" }));
    test.get("turn_screen", turn);
    let shown = test
        .ask_from(Window::Turned, "turned_page", json!({}))
        .unwrap();
    assert_eq!(shown["firstName"], "Maria");
    assert!(
        !shown.to_string().contains("Holm"),
        "the first name is enough"
    );
    let seen: Vec<_> = COMMANDS
        .iter()
        .filter(|command| command.facts.turned)
        .map(|command| command.name)
        .collect();
    assert_eq!(
        seen,
        [
            "still_here",
            "turned_page",
            "turned_answer",
            "turn_back",
            "site_services",
            "help_now"
        ]
    );
    for command in COMMANDS.iter().filter(|command| !command.facts.turned) {
        let error = test.ask_from(Window::Turned, command.name, json!({}));
        let code = error.unwrap_err().code;
        assert_eq!(code, ErrorCode::ScreenTurned, "{}", command.name);
    }
    let elsewhere =
        json!({ "topic": "what-helps", "block": "b", "field": "f", "row": 0, "sheet": null });
    let refused = test.ask_from(
        Window::Turned,
        "turned_answer",
        json!({ "key": elsewhere, "value": null }),
    );
    assert_eq!(refused.unwrap_err().code, ErrorCode::ScreenTurned);

    let back = |pin: &str| {
        test.ask_from(Window::Turned, "turn_back", json!({ "pin": pin }))
            .unwrap()
    };
    for _ in 0..4 {
        assert_eq!(back("0000")["back"], false);
    }
    assert_eq!(
        back("2580"),
        json!({ "back": false, "waitSeconds": 5 }),
        "after four wrong ones even the right one waits"
    );
    test.env.pass(5);
    assert_eq!(back("2580")["back"], true);
    assert_eq!(
        test.ask_from(Window::Turned, "turned_page", json!({}))
            .unwrap_err()
            .code,
        ErrorCode::NotFound
    );
}
