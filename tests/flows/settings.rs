//! The settings file, damaged in every way there is: said, never silently empty, and what a newer version wrote stays.

use std::{fs, path::PathBuf, process::Command, sync::mpsc, thread, time::Duration};

use serde_json::{Value, json};
use tests::TestApp;

const FILE: &str = "settings.json";
const COPY: &str = "settings.saved.json";

/// A program on whose computer somebody entered a contact and a site.
fn entered() -> TestApp {
    let test = TestApp::new();
    let mut settings = test.get("help_now", json!({}));
    settings["site"] = json!("Havnen");
    settings["crisis"] = json!({ "contacts": [{ "name": "Night line", "phone": "555 0199", "note": "" }], "checkedOn": "2026-11-02" });
    test.get("change_settings", json!({ "settings": settings }));
    test
}

fn path(test: &TestApp, name: &str) -> PathBuf {
    test.app.data_dir().join(name)
}

fn trouble(test: &TestApp) -> Value {
    test.get("app_state", json!({}))["settingsTrouble"].clone()
}

fn contact(test: &TestApp) -> Value {
    test.get("help_now", json!({}))["crisis"]["contacts"][0]["name"].clone()
}

/// What can become of a file.
enum Damage {
    Bytes(Vec<u8>),
    Folder,
    Gone,
}

fn damages(whole: &str) -> Vec<(&'static str, Damage)> {
    let text = |text: &str| Damage::Bytes(text.as_bytes().to_vec());
    let swapped = |from: &str, to: &str| {
        assert!(whole.contains(from), "{from}: {whole}");
        text(&whole.replacen(from, to, 1))
    };
    vec![
        ("empty", text("")),
        ("spaces", text("  \n")),
        (
            "zeros, as after a power cut",
            Damage::Bytes(vec![0; whole.len()]),
        ),
        ("half", text(&whole[..whole.len() / 2])),
        (
            "all but the last brace",
            text(whole.trim_end().strip_suffix('}').unwrap()),
        ),
        ("twice", text(&format!("{whole}{whole}"))),
        (
            "not UTF-8",
            Damage::Bytes(
                whole
                    .replace("Havnen", "H\u{1}vnen")
                    .into_bytes()
                    .into_iter()
                    .map(|b| if b == 1 { 0xE5 } else { b })
                    .collect(),
            ),
        ),
        (
            "UTF-16",
            Damage::Bytes(whole.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ),
        ("a folder", Damage::Folder),
        ("gone", Damage::Gone),
        ("null", text("null")),
        ("a list", text("[]")),
        ("a number for a word", swapped("\"Havnen\"", "7")),
        (
            "a word for a number",
            swapped("\"lockAfterMinutes\": 15", "\"lockAfterMinutes\": \"5\""),
        ),
        (
            "a number that is too large",
            swapped("\"lockAfterMinutes\": 15", "\"lockAfterMinutes\": 5000"),
        ),
        (
            "a theme there is none of",
            swapped("\"system\"", "\"plaid\""),
        ),
        (
            "a list for a record",
            swapped("\"crisis\": {", "\"crisis\": [], \"before\": {"),
        ),
        (
            "a record for a list",
            swapped("\"services\": []", "\"services\": {}"),
        ),
        (
            "a key twice",
            swapped("{", "{ \"crisis\": { \"contacts\": [] },"),
        ),
        (
            "a key of a record twice",
            swapped("\"crisis\": {", "\"crisis\": { \"contacts\": [],"),
        ),
    ]
}

fn put(path: &PathBuf, damage: &Damage) {
    fs::remove_file(path).unwrap();
    match damage {
        Damage::Bytes(bytes) => fs::write(path, bytes).unwrap(),
        Damage::Folder => fs::create_dir(path).unwrap(),
        Damage::Gone => {}
    }
}

#[test]
fn a_damaged_file_is_said_once_and_what_was_saved_last_is_in_use() {
    let whole = fs::read_to_string(path(&entered(), FILE)).unwrap();
    for (how, damage) in damages(&whole) {
        let test = entered();
        assert_eq!(trouble(&test), Value::Null, "{how}");
        put(&path(&test, FILE), &damage);
        let mut test = test;
        // It is said at every start until somebody has read it, and reading alone writes nothing.
        for _ in 0..2 {
            test = test.restart();
            assert_eq!(trouble(&test), "fromCopy", "{how}");
            assert_eq!(contact(&test), "Night line", "{how}");
        }
        assert!(!path(&test, "settings.unreadable.json").exists(), "{how}");
        let state = test.get("accept_settings", json!({}));
        assert_eq!(state["settingsTrouble"], Value::Null, "{how}");
        let aside = path(&test, "settings.unreadable.json");
        match &damage {
            Damage::Bytes(bytes) => assert_eq!(&fs::read(aside).unwrap(), bytes, "{how}"),
            Damage::Folder => assert!(aside.is_dir()),
            Damage::Gone => assert!(!aside.exists()),
        }
        let test = test.restart();
        assert_eq!(
            (trouble(&test), contact(&test)),
            (Value::Null, json!("Night line")),
            "{how}"
        );
        assert_eq!(
            fs::read_to_string(path(&test, FILE)).unwrap(),
            whole,
            "{how}"
        );
    }
}

#[test]
fn where_the_second_copy_is_damaged_as_well_it_is_said_and_what_can_be_read_is_kept() {
    let whole = fs::read_to_string(path(&entered(), FILE)).unwrap();
    for (how, damage) in damages(&whole) {
        let test = entered();
        put(&path(&test, FILE), &damage);
        put(&path(&test, COPY), &damage);
        let test = test.restart();
        if matches!(damage, Damage::Gone) {
            // Nothing tells this from a computer where nobody has entered anything.
            assert_eq!(trouble(&test), Value::Null);
            continue;
        }
        assert_eq!(trouble(&test), "lost", "{how}");
        // Changing something does not make it unsaid.
        let settings = test.get("help_now", json!({}));
        test.get("change_settings", json!({ "settings": settings }));
        assert_eq!(trouble(&test), "lost", "{how}");
        assert!(path(&test, "settings.unreadable.json").exists(), "{how}");
        assert_eq!(trouble(&test.restart()), Value::Null, "{how}");
    }
    // One wrong setting takes no other with it.
    let test = entered();
    let wrong = whole.replacen("\"system\"", "\"plaid\"", 1);
    for name in [FILE, COPY] {
        fs::write(path(&test, name), &wrong).unwrap();
    }
    let test = test.restart();
    assert_eq!(contact(&test), "Night line");
    let settings = test.get("help_now", json!({}));
    assert_eq!(
        (&settings["site"], &settings["theme"]),
        (&json!("Havnen"), &json!("system"))
    );
}

/// Whatever lies there, the program starts at once, says so, and uses the copy.
#[test]
fn what_never_ends_keeps_nobody_from_the_contacts() {
    let made = |program: &str, words: &[&str], path: &PathBuf| {
        let done = Command::new(program).args(words).arg(path).status();
        assert!(done.unwrap().success(), "{program}");
    };
    for how in ["pipe", "endless", "huge"] {
        let test = entered();
        let file = path(&test, FILE);
        fs::remove_file(&file).unwrap();
        match how {
            "pipe" => made("mkfifo", &[], &file),
            "endless" => made("ln", &["-s", "/dev/zero"], &file),
            _ => made("truncate", &["-s", "3T"], &file),
        }
        let (started, has_started) = mpsc::channel();
        thread::spawn(move || drop(started.send(test.restart())));
        let test = has_started.recv_timeout(Duration::from_secs(5));
        let test = test.unwrap_or_else(|_| panic!("{how}: it does not start"));
        assert_eq!(
            (trouble(&test), contact(&test)),
            (json!("fromCopy"), json!("Night line")),
            "{how}"
        );
        test.get("accept_settings", json!({}));
        let test = test.restart();
        assert_eq!(
            (trouble(&test), contact(&test)),
            (Value::Null, json!("Night line")),
            "{how}"
        );
    }
}

#[test]
fn a_damaged_copy_harms_nothing_and_is_replaced_with_the_next_change() {
    for damage in [Damage::Bytes(b"{".to_vec()), Damage::Folder, Damage::Gone] {
        let test = entered();
        put(&path(&test, COPY), &damage);
        let test = test.restart();
        assert_eq!(
            (trouble(&test), contact(&test)),
            (Value::Null, json!("Night line"))
        );
        let settings = test.get("help_now", json!({}));
        test.get("change_settings", json!({ "settings": settings }));
        assert_eq!(
            fs::read(path(&test, FILE)).unwrap(),
            fs::read(path(&test, COPY)).unwrap()
        );
    }
}

#[test]
fn what_only_a_newer_version_knows_is_kept_and_not_punished() {
    let test = entered();
    let mut all: Value = serde_json::from_slice(&fs::read(path(&test, FILE)).unwrap()).unwrap();
    all["newer"] = json!({ "deep": [1, 2] });
    all["crisis"]["newer"] = json!("as well");
    all["crisis"]["contacts"][0]["newer"] = json!(true);
    fs::write(path(&test, FILE), all.to_string()).unwrap();
    let test = test.restart();
    assert_eq!(
        (trouble(&test), contact(&test)),
        (Value::Null, json!("Night line"))
    );
    let mut settings = test.get("help_now", json!({}));
    assert_eq!(
        settings["newer"],
        Value::Null,
        "the page hears nothing of it"
    );
    settings["language"] = json!("da");
    let more = json!({ "name": "Doctor", "phone": "1", "note": "" });
    settings["crisis"]["contacts"]
        .as_array_mut()
        .unwrap()
        .insert(0, more.clone());
    test.get("change_settings", json!({ "settings": settings }));
    let kept: Value = serde_json::from_slice(&fs::read(path(&test, FILE)).unwrap()).unwrap();
    all["language"] = json!("da");
    all["crisis"]["contacts"]
        .as_array_mut()
        .unwrap()
        .insert(0, more);
    assert_eq!(kept, all);
}

/// Files that were never written before this program ran are nobody's damage.
#[test]
fn a_first_start_has_nothing_to_say() {
    let test = TestApp::new();
    assert_eq!(trouble(&test), Value::Null);
    assert!(!test.app.data_dir().exists());
}
