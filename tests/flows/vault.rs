//! The vault through the command table: make, open, lock, change, back up, restore.

use std::fs;

use api::{ErrorCode, Window};
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
    let open_while_locked = [
        "app_state",
        "passphrase_strength",
        "unlock",
        "unlock_with_recovery_code",
        "create_vault",
        "lock",
        "still_here",
        "change_settings",
        "catalogue",
        "packs",
        "install_pack",
        "remove_pack",
        "topic_page",
        "guide_page",
        "help_now",
        "preview",
        "fresh_ids",
        "restore",
        "site_services",
    ];
    let id = "019a0000-0000-7000-8000-000000000001";
    let key =
        json!({ "topic": "what-is-recovery", "block": "b", "field": "f", "row": 0, "sheet": null });
    let requests = json!({
        "change_passphrase": { "current": PASSPHRASE, "new": "four brown bicycles at dawn" },
        "change_practitioner": { "practitioner": { "name": "A", "title": "" } },
        "set_pin": { "pin": "1234" }, "back_up": { "folder": "." },
        "person": { "person": id }, "add_person": { "details": tests::details("A") },
        "edit_person": { "person": id, "details": tests::details("A") },
        "record_statement": { "person": id, "words": "x", "given": "said", "on": "2026-11-21", "chime": [] },
        "set_goal": { "person": id, "goal": { "id": id, "words": "x", "why": "", "setOn": "2026-11-21", "status": "active", "shortTerm": [], "reviews": [] } },
        "answer": { "person": id, "session": null, "key": key, "value": null },
        "start_sheet": { "person": id, "topic": "step-by-step", "block": "problem-solving", "about": null },
        "open_sheet": { "person": id, "sheet": id },
        "forms": { "person": id }, "open_form": { "person": id, "form": "relapse-prevention-plan" },
        "start_session": { "person": id, "on": null }, "session": { "session": id },
        "record_in_session": { "session": id, "entry": { "kind": "majorProblem", "present": true } },
        "close_session": { "session": id }, "reopen_session": { "session": id },
        "turn_screen": { "session": id, "topic": "what-is-recovery" },
        "turned_answer": { "key": key, "value": null }, "turn_back": { "pin": "1234" },
        "draft_note": { "session": id }, "note": { "note": id },
        "write_note": { "note": id, "section": "response", "text": null, "judgement": null, "confirmed": null },
        "redraft_note": { "note": id }, "sign_note": { "note": id },
        "add_addendum": { "note": id, "words": "x", "reason": "y" },
    });
    for name in api::commands::NAMES
        .iter()
        .filter(|name| !open_while_locked.contains(name))
    {
        let request = requests.get(name).cloned().unwrap_or_else(|| json!({}));
        let error = test.ask(name, request).expect_err(name);
        let shut = [ErrorCode::Locked, ErrorCode::NotFound].contains(&error.code);
        assert!(shut, "{name} answered {error} while locked");
    }
    let filled =
        json!({ "size": "normal", "format": null, "paper": { "kind": "goalSheet", "person": id } });
    assert_eq!(
        test.ask("preview", filled).unwrap_err().code,
        ErrorCode::Locked
    );
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
    let code = make_vault(&test.app, false).recovery_code;
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
    let state = test.get("change_passphrase", json!({ "current": "", "new": new }));
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
            json!({ "file": file, "passphrase": "not it at all, no" }),
        )
        .unwrap_err();
    assert_eq!(wrong.code, ErrorCode::WrongPassphrase);
    assert_eq!(
        other.get("app_state", json!({}))["vault"]["kind"],
        "none",
        "a refused restore leaves nothing behind"
    );
    other.get("restore", json!({ "file": file, "passphrase": PASSPHRASE }));
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
    for name in api::commands::NAMES {
        if ![
            "turned_page",
            "turned_answer",
            "turn_back",
            "still_here",
            "help_now",
            "site_services",
        ]
        .contains(name)
        {
            assert_eq!(
                test.ask_from(Window::Turned, name, json!({}))
                    .unwrap_err()
                    .code,
                ErrorCode::ScreenTurned,
                "{name}"
            );
        }
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
