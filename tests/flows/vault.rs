//! The vault through the command table: make, open, lock, change, back up, restore.

use std::{fs, sync::mpsc, thread, time::Duration};

use api::{ErrorCode, Verdict, Window, commands::COMMANDS};
use serde_json::{Value, json};
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
            "hold",
            "hold_turned",
            "topic_page",
            "guide_page",
            "catalogue",
            "preview",
            "save_paper",
            "making_paper",
            "stop_paper",
            "print_paper",
            "leave",
            "stay",
            "begin_anew",
            "monitors",
            "dictionaries",
            "choose_folder",
            "choose_file",
            "manual",
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
    // Those that work on blank pages ask for the vault as soon as a page is somebody's.
    let id = "019a0000-0000-7000-8000-000000000001";
    let goals =
        json!({ "size": "normal", "format": null, "paper": { "kind": "goals", "person": id } });
    let page = json!({ "topic": "what-is-recovery", "language": "en", "course": "eleven-modules", "person": id });
    let save = json!({ "pages": goals, "to": "", "name": "n" });
    let print = json!({ "pages": goals, "to": "" });
    for (name, request) in [
        ("preview", goals),
        ("topic_page", page),
        ("save_paper", save),
        ("print_paper", print),
    ] {
        assert_eq!(test.ask(name, request).unwrap_err().code, ErrorCode::Locked);
    }
}

#[test]
fn it_warns_and_then_locks_after_the_minutes_in_the_settings() {
    let test = TestApp::open();
    let look = || test.app.watch(Duration::ZERO);
    let here = |in_session: bool| test.get("still_here", json!({ "inSession": in_session }));
    test.env.pass(14 * 60 - 1);
    assert_eq!(look(), Verdict::Wait);
    test.env.pass(1);
    assert_eq!(look(), Verdict::Warn);
    here(false);
    assert_eq!(look(), Verdict::Wait, "somebody was there");
    test.env.pass(-3600);
    assert_eq!(look(), Verdict::Wait, "a clock set back is no time gone by");
    test.env.pass(15 * 60);
    assert_eq!(look(), Verdict::Lock);
    // A topic of forty minutes, talked about without a touch.
    here(true);
    test.env.pass(40 * 60);
    assert_eq!(look(), Verdict::Wait);
    test.env.pass(4 * 60);
    assert_eq!(look(), Verdict::Warn);
    here(false);
    test.env.pass(15 * 60);
    assert_eq!(
        look(),
        Verdict::Lock,
        "the session has gone from the screen"
    );
    // The computer slept, which no touch makes good.
    here(true);
    assert_eq!(test.app.watch(Duration::from_secs(30)), Verdict::Lock);
    test.get("lock", json!({}));
    test.env.pass(3600);
    assert_eq!(look(), Verdict::Wait, "what is locked has nothing to lock");
}

#[test]
fn the_turned_screen_is_somebody_being_there_and_can_stay_open_without() {
    let test = TestApp::open();
    turned(&test);
    let look = || test.app.watch(Duration::ZERO);
    test.env.pass(44 * 60);
    assert_eq!(look(), Verdict::Warn);
    test.ask_from(Window::Turned, "still_here", json!({ "inSession": false }))
        .unwrap();
    assert_eq!(look(), Verdict::Wait, "a touch on the turned screen");
    test.env.pass(40 * 60);
    assert_eq!(
        look(),
        Verdict::Wait,
        "it is an open session, whatever its page says"
    );
    test.env.pass(5 * 60);
    assert_eq!(look(), Verdict::Lock);

    let test = TestApp::open();
    let mut settings = test.get("app_state", json!({}))["settings"].clone();
    settings["stayOpenTurned"] = json!(true);
    test.get("change_settings", json!({ "settings": settings }));
    turned(&test);
    let look = || test.app.watch(Duration::ZERO);
    test.env.pass(3 * 3600);
    assert_eq!(look(), Verdict::Wait);
    assert_eq!(
        test.app.watch(Duration::from_secs(30)),
        Verdict::Lock,
        "but not over a sleep"
    );
    turn_back(&test, "2580");
    assert_eq!(look(), Verdict::Lock, "and not once it is turned back");
}

/// Somebody watches a backup: the watch never waits for the vault, and a late look is no sleep.
#[test]
fn a_vault_that_is_busy_holds_up_no_warning() {
    let test = TestApp::open();
    test.env.pass(14 * 60);
    let (said, heard) = mpsc::channel();
    let app = &test.app;
    thread::scope(|scope| {
        app.with_store(|_| {
            scope.spawn(move || said.send(app.watch(Duration::ZERO)));
            assert_eq!(
                heard.recv_timeout(Duration::from_secs(20)),
                Ok(Verdict::Warn)
            );
            Ok(())
        })
        .unwrap();
    });
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
            "hold_turned",
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

    assert_eq!(turn_back(&test, "2580")["back"], true);
    assert_eq!(
        test.ask_from(Window::Turned, "turned_page", json!({}))
            .unwrap_err()
            .code,
        ErrorCode::NotFound
    );
}

/// Turns the screen to a new person; the PIN is 2580.
fn turned(test: &TestApp) {
    let person = test.add_person("Maria Holm");
    let session = test.start_session(&person);
    test.get("set_pin", json!({ "pin": "2580" }));
    test.get(
        "turn_screen",
        json!({ "session": session, "topic": "what-is-recovery" }),
    );
}

fn turn_back(test: &TestApp, pin: &str) -> Value {
    test.ask_from(Window::Turned, "turn_back", json!({ "pin": pin }))
        .unwrap()
}

#[test]
fn while_the_screen_is_turned_the_practitioners_window_reaches_nothing_either() {
    let test = TestApp::open();
    test.add_person("Somebody Else");
    turned(&test);
    let away: Vec<_> = COMMANDS
        .iter()
        .filter(|command| command.facts.away)
        .map(|command| command.name)
        .collect();
    assert_eq!(
        away,
        [
            "app_state",
            "lock",
            "hold",
            "spend_time",
            "leave",
            "stay",
            "begin_anew"
        ]
    );
    for command in COMMANDS {
        let facts = command.facts;
        if !facts.turned && !facts.away {
            let error = test.ask(command.name, json!({}));
            let code = error.unwrap_err().code;
            assert_eq!(code, ErrorCode::ScreenTurned, "{}", command.name);
        }
    }
    // A page that was loaded anew learns that the screen is turned and to whom by first name.
    let state = test.get("app_state", json!({}));
    assert_eq!(
        state["vault"]["turned"],
        json!({ "firstName": "Maria", "colour": state["vault"]["turned"]["colour"] })
    );
    assert!(!state.to_string().contains("Somebody") && !state.to_string().contains("Holm"));
    turn_back(&test, "2580");
    assert_eq!(
        test.get("app_state", json!({}))["vault"]["turned"],
        Value::Null
    );
    test.get("people", json!({}));
}

#[test]
fn wrong_pins_wait_and_end_in_a_lock() {
    let test = TestApp::open();
    turned(&test);
    let right =
        |answer: Value| answer == json!({ "back": true, "waitSeconds": 0, "locked": false });
    for _ in 0..4 {
        assert_eq!(turn_back(&test, "0000")["back"], false);
    }
    assert_eq!(
        turn_back(&test, "2580"),
        json!({ "back": false, "waitSeconds": 5, "locked": false }),
        "after four wrong ones even the right one waits"
    );
    // From the other window as well: the count is one.
    let elsewhere = test.get("turn_back", json!({ "pin": "2580" }));
    assert_eq!(elsewhere["waitSeconds"], 5);
    test.env.pass(5);
    assert!(right(turn_back(&test, "2580")));

    // The right one forgets what was before.
    test.get(
        "turn_screen",
        json!({ "session": first_session(&test), "topic": "what-is-recovery" }),
    );
    for wait in [0, 0, 0, 5, 10, 20, 40, 60, 60] {
        assert_eq!(
            turn_back(&test, "0000"),
            json!({ "back": false, "waitSeconds": wait, "locked": false })
        );
        test.env.pass(wait);
    }
    assert_eq!(
        turn_back(&test, "0000"),
        json!({ "back": false, "waitSeconds": 0, "locked": true })
    );
    assert_eq!(test.get("app_state", json!({}))["vault"]["kind"], "locked");
    let error = test.ask_from(Window::Turned, "turned_page", json!({}));
    assert!(error.is_err());
    test.unlock();
    test.get("people", json!({}));
}

fn first_session(test: &TestApp) -> String {
    let people = test.get("people", json!({}));
    let person = people["people"][0]["card"]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    test.start_session(&person)
}
