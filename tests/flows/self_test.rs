//! The self-test: what is promised of the vault, in sentences.

use std::fs;

use serde_json::json;
use tests::TestApp;

fn run(test: &TestApp, language: &str) -> (bool, String) {
    let found = test.get("self_test", json!({ "language": language }));
    (found["well"] == json!(true), found["document"].to_string())
}

#[test]
fn a_sound_vault_passes_and_says_so_in_every_language() {
    let test = TestApp::open();
    for (language, all_well, none_yet) in [
        (
            "en",
            "Everything that was checked is in order.",
            "No backup of this vault",
        ),
        (
            "da",
            "Alt, der blev kontrolleret, er i orden.",
            "ikke lavet nogen sikkerhedskopi",
        ),
        (
            "nb",
            "Alt som ble kontrollert, er i orden.",
            "ikke tatt noen sikkerhetskopi",
        ),
    ] {
        let (well, said) = run(&test, language);
        assert!(well && said.contains(all_well), "{said}");
        assert!(
            said.contains(none_yet) && said.contains("HMAC_SHA256"),
            "{said}"
        );
        for left in ["{count}", "{at}", "{version}", "{size}", "{mac}", "{mib}"] {
            assert!(!said.contains(left), "{said}");
        }
        let paper = json!({ "kind": "selfTest", "language": language });
        let ask = json!({ "paper": paper, "size": "normal", "format": null });
        assert!(test.get("preview", ask)["count"].as_u64().unwrap() >= 1);
    }
    let check = test.get("check_vault", json!({}));
    assert_eq!(
        (&check["opensWithoutKey"], &check["pagesAsPromised"]),
        (&json!(false), &json!(true))
    );
    let tip = check["chain"]["hash"].as_str().unwrap()[..8].to_owned();
    assert!(
        run(&test, "en").1.contains(&tip),
        "the end of the trail is on the page"
    );
}

#[test]
fn the_page_tells_how_old_the_backup_is() {
    let test = TestApp::open();
    let folder = tempfile::tempdir().unwrap();
    test.get("back_up", json!({ "folder": folder.path() }));
    let (_, said) = run(&test, "en");
    assert!(said.contains("The last backup was made on"), "{said}");
    assert!(said.contains("Days since: 0."), "{said}");
}

#[test]
fn one_changed_byte_in_the_file_is_found_and_named() {
    let test = TestApp::open();
    test.add_person("Maria H.");
    assert!(run(&test, "en").0);
    // In the middle of a page, as a bad sector or a hand would.
    let file = test.dir.path().join("data/vault/vault.db");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2 + 100;
    bytes[middle] ^= 1;
    fs::write(&file, bytes).unwrap();
    let (well, said) = run(&test, "en");
    assert!(!well && said.contains("Not in order"), "{said}");
    assert!(said.contains("The file is damaged."), "{said}");
}

#[test]
fn it_needs_an_open_vault() {
    let test = TestApp::open();
    test.get("lock", json!({}));
    let ask = json!({ "language": "en" });
    assert_eq!(
        test.ask("self_test", ask).unwrap_err().code,
        api::ErrorCode::Locked
    );
}
