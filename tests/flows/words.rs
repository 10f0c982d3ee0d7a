//! Words that were begun, words that cannot be written, and a lock that neither waits nor fails.

use std::{
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use api::{App, ErrorCode, Verdict, Window};
use serde_json::{Value, json};
use tests::{PASSPHRASE, SmallDisk, TestApp, TestEnv, make_vault};

fn keep(test: &TestApp, place: &str, person: Option<&str>, words: &str) -> Value {
    let draft = json!({ "place": place, "person": person, "words": words });
    test.get("keep_draft", draft)
}

fn begun(test: &TestApp) -> Vec<(String, String)> {
    let drafts = test.get("drafts", json!({}));
    let drafts = drafts["drafts"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    drafts
        .map(|draft| (text(&draft["place"]), text(&draft["words"])))
        .collect()
}

fn held(test: &TestApp) -> Vec<Value> {
    let held = test.get("take_held", json!({}));
    held["held"].as_array().unwrap().clone()
}

fn kind(test: &TestApp) -> Value {
    test.get("app_state", json!({}))["vault"]["kind"].clone()
}

#[test]
fn what_was_begun_is_there_after_a_crash_and_is_nobodys_record() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let before = test.get("app_state", json!({}));
    keep(&test, "statement/x", Some(&maria), "my  mornings");
    keep(&test, "practitioner", None, "Sig");
    keep(&test, "statement/x", Some(&maria), "my  mornings\r\nback");
    let after = test.get("app_state", json!({}));
    assert_eq!(before["undo"], after["undo"], "nothing to take back");
    assert_eq!(before["vault"]["chain"], after["vault"]["chain"]);
    let test = test.restart();
    assert_eq!(
        test.ask("drafts", json!({})).unwrap_err().code,
        ErrorCode::Locked
    );
    test.unlock();
    let words = |text: &str| text.to_owned();
    assert_eq!(
        begun(&test),
        [
            (words("practitioner"), words("Sig")),
            // As the page wrote it, to the letter.
            (words("statement/x"), words("my  mornings\r\nback")),
        ]
    );
    keep(&test, "practitioner", None, "");
    assert_eq!(begun(&test).len(), 1);
}

#[test]
fn what_could_not_be_written_is_sealed_while_locked_and_given_back_once() {
    let test = TestApp::open();
    assert!(!test.get("app_state", json!({}))["held"].as_bool().unwrap());
    test.get("lock", json!({}));
    // The page hears of the lock afterwards, and hands over then.
    test.env.pass(2);
    test.get(
        "hold",
        json!({ "page": "p", "writes": "[\"unmistakable words\"]" }),
    );
    assert!(test.get("app_state", json!({}))["held"].as_bool().unwrap());
    assert_eq!(
        test.ask("take_held", json!({})).unwrap_err().code,
        ErrorCode::Locked
    );
    test.ask("unlock", json!({ "passphrase": "not this one at all" }))
        .unwrap_err();
    test.unlock();
    let given = held(&test);
    assert_eq!(
        given,
        [json!({ "turned": null, "writes": "[\"unmistakable words\"]" })]
    );
    assert_eq!(held(&test), Vec::<Value>::new());
    assert!(!test.get("app_state", json!({}))["held"].as_bool().unwrap());
}

#[test]
fn nothing_is_taken_in_charge_once_nobody_could_open_it_again() {
    let test = TestApp::open();
    test.get("lock", json!({}));
    test.env.pass(11);
    let late = test.ask("hold", json!({ "page": "p", "writes": "[]" }));
    assert_eq!(late.unwrap_err().code, ErrorCode::Locked);
    test.env.pass(-3600);
    let back = test.ask("hold", json!({ "page": "p", "writes": "[]" }));
    assert_eq!(back.unwrap_err().code, ErrorCode::Locked);
    // A program that was never unlocked has nothing to seal with.
    let test = test.restart();
    let never = test.ask("hold", json!({ "page": "p", "writes": "[]" }));
    assert_eq!(never.unwrap_err().code, ErrorCode::Locked);
}

#[test]
fn the_turned_screen_hands_over_for_the_person_it_was_turned_to() {
    let test = TestApp::open();
    let maria = test.add_person("Maria H.");
    let session = test.start_session(&maria);
    let hold = || {
        let writes = json!({ "page": "p", "writes": "[1]" });
        test.ask_from(Window::Turned, "hold_turned", writes)
    };
    assert_eq!(hold().unwrap_err().code, ErrorCode::NotFound);
    test.get("set_pin", json!({ "pin": "2468" }));
    let turn = || {
        let ask = json!({ "session": session, "topic": "what-is-recovery" });
        test.get("turn_screen", ask);
    };
    let theirs = json!([{ "turned": { "person": maria, "session": session }, "writes": "[1]" }]);
    // While it is turned, when it was turned back, and when the vault was locked over it.
    turn();
    hold().unwrap();
    test.get("turn_back", json!({ "pin": "2468" }));
    assert_eq!(json!(held(&test)), theirs);
    hold().unwrap();
    assert_eq!(json!(held(&test)), theirs);
    turn();
    test.get("lock", json!({}));
    hold().unwrap();
    test.unlock();
    assert_eq!(json!(held(&test)), theirs);
}

/// A disk that does not answer: somebody is in the vault and does not come out before what this returns is dropped.
fn hang<'scope>(scope: &'scope thread::Scope<'scope, '_>, app: &'scope App) -> mpsc::Sender<()> {
    let (hangs, hung) = mpsc::channel();
    let (inside, is_inside) = mpsc::channel();
    scope.spawn(move || {
        app.with_store(|_| {
            inside.send(()).unwrap();
            let _ = hung.recv();
            Ok(())
        })
    });
    is_inside.recv().unwrap();
    hangs
}

#[test]
fn the_lock_waits_for_nobody() {
    let test = TestApp::open();
    thread::scope(|scope| {
        let app = &test.app;
        let hangs = hang(scope, app);
        let since = Instant::now();
        test.env.pass(16 * 60);
        assert_eq!(app.watch(Duration::ZERO), Verdict::Lock);
        assert!(app.shut());
        assert_eq!(kind(&test), "locked");
        for name in ["people", "today", "drafts"] {
            let refused = test.ask(name, json!({})).unwrap_err();
            assert_eq!(refused.code, ErrorCode::Locked, "{name}");
        }
        assert!(since.elapsed() < Duration::from_secs(2));
        // Closing waits for its turn, and nothing of it is seen meanwhile.
        let closing = scope.spawn(|| app.lock_now());
        thread::sleep(Duration::from_millis(50));
        assert!(!closing.is_finished());
        assert_eq!(kind(&test), "locked");
        drop(hangs);
        closing.join().unwrap();
    });
    assert_eq!(kind(&test), "locked");
    assert_eq!(test.unlock()["vault"]["kind"], "open");
}

#[test]
fn what_could_not_be_written_is_taken_in_charge_while_a_disk_hangs() {
    let test = TestApp::open();
    let hold = |words: &str| test.get("hold", json!({ "page": words, "writes": words }));
    thread::scope(|scope| {
        let hangs = hang(scope, &test.app);
        let since = Instant::now();
        hold("before the lock");
        // The page hears of the lock while whoever hangs still keeps it from being closed.
        test.app.shut();
        let closing = scope.spawn(|| test.app.lock_now());
        test.env.pass(11);
        hold("because of it");
        assert!(since.elapsed() < Duration::from_secs(2));
        drop(hangs);
        closing.join().unwrap();
    });
    hold("a moment later");
    test.env.pass(11);
    let late = test.ask("hold", json!({ "page": "p", "writes": "[]" }));
    assert_eq!(late.unwrap_err().code, ErrorCode::Locked);
    test.unlock();
    let given: Vec<Value> = held(&test)
        .iter()
        .map(|each| each["writes"].clone())
        .collect();
    assert_eq!(
        given,
        ["before the lock", "because of it", "a moment later"]
    );
}

#[test]
fn what_a_page_handed_over_before_is_replaced_and_outlives_the_page() {
    let test = TestApp::open();
    let hold = |page: &str, words: &str| {
        test.get("hold", json!({ "page": page, "writes": words }));
    };
    let given = || -> Vec<Value> {
        held(&test)
            .iter()
            .map(|each| each["writes"].clone())
            .collect()
    };
    // The vault is open all the while: a disk is full, and the process of the page may end.
    hold("one", "[1]");
    hold("one", "[1,2]");
    hold("other", "[3]");
    assert!(test.app.holds_words());
    assert_eq!(given(), ["[1,2]", "[3]"]);
    hold("one", "[1]");
    hold("other", "[3]");
    hold("one", "");
    assert_eq!(given(), ["[3]"]);
    assert!(!test.app.holds_words());
}

#[test]
fn what_waits_outlives_a_new_data_key() {
    let test = TestApp::open();
    test.get("hold", json!({ "page": "p", "writes": "[1]" }));
    test.get("new_data_key", json!({ "passphrase": PASSPHRASE }));
    test.get("hold", json!({ "page": "q", "writes": "[2]" }));
    test.get("lock", json!({}));
    test.unlock();
    let given: Vec<Value> = held(&test)
        .iter()
        .map(|each| each["writes"].clone())
        .collect();
    assert_eq!(given, ["[1]", "[2]"]);
}

#[test]
fn whoever_waited_while_it_was_locked_gets_nothing() {
    let test = TestApp::sample();
    thread::scope(|scope| {
        let app = &test.app;
        let hangs = hang(scope, app);
        let waiting = scope.spawn(|| test.ask("people", json!({})));
        thread::sleep(Duration::from_millis(50));
        app.shut();
        drop(hangs);
        let late = waiting.join().unwrap();
        assert_eq!(late.unwrap_err().code, ErrorCode::Locked);
    });
}

#[test]
fn a_lock_whose_checkpoint_fails_locks_all_the_same_and_loses_nothing() {
    let test = TestApp::open();
    test.add_person("Maria H.");
    // The end of the trail cannot be flushed, and somebody reads on and keeps the log from being emptied.
    let path = test.app.vault_dir().join("vault.db");
    let reader = test
        .app
        .with_store(|store| Ok(store.open_for_tests(&path)?))
        .unwrap();
    reader
        .execute_batch("BEGIN; SELECT count(*) FROM person;")
        .unwrap();
    let settled = test.app.with_store(|store| Ok(store.settle()?));
    assert!(settled.is_err(), "nothing failed, so nothing is tested");
    assert!(test.ask("lock", json!({})).is_ok());
    assert_eq!(kind(&test), "locked");
    drop(reader);
    test.unlock();
    let people = test.get("people", json!({}));
    assert_eq!(people["people"].as_array().unwrap().len(), 1);
}

#[test]
fn a_second_unlocking_asks_for_the_passphrase_as_well() {
    let test = TestApp::open();
    let wrong = test.ask("unlock", json!({ "passphrase": "not this one at all" }));
    assert_eq!(wrong.unwrap_err().code, ErrorCode::WrongPassphrase);
    assert_eq!(kind(&test), "locked");
    test.get("unlock", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(kind(&test), "open");
}

#[test]
fn a_full_disk_discards_nothing() {
    let dir = Arc::new(tempfile::tempdir().unwrap());
    let Some(disk) = SmallDisk::on(dir.path(), "size=24m") else {
        return;
    };
    let test = TestApp::on(Arc::clone(&dir), TestEnv::new(1));
    make_vault(&test.app, false);
    let maria = test.add_person("Maria H.");
    disk.fill();
    let draft = json!({ "place": "a", "person": maria, "words": "x".repeat(190_000) });
    for _ in 0..3 {
        let refused = test.ask("keep_draft", draft.clone()).unwrap_err();
        assert_eq!(refused.code, ErrorCode::DiskFull);
    }
    test.get("lock", json!({}));
    assert_eq!(kind(&test), "locked");
    test.get(
        "hold",
        json!({ "page": "p", "writes": "what could not be written" }),
    );
    disk.make_room();
    test.unlock();
    let given = json!([{ "turned": null, "writes": "what could not be written" }]);
    assert_eq!(json!(held(&test)), given);
    test.get("keep_draft", draft);
    assert_eq!(begun(&test).len(), 1);
}
