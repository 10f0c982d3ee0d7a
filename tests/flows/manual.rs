//! Help with the program itself: there before any vault, on screen and on paper.

use serde_json::json;
use tests::TestApp;

#[test]
fn the_help_is_there_without_a_vault_and_while_it_is_locked() {
    let test = TestApp::new();
    for language in ["en", "da", "nb"] {
        let pages = test.get("manual", json!({ "language": language }))["pages"].clone();
        assert_eq!(pages.as_array().unwrap().len(), 6);
        for page in pages.as_array().unwrap() {
            assert_eq!(page["document"]["lang"], language);
            assert_ne!(page["document"]["purpose"], "");
        }
        let paper = json!({ "kind": "manual", "pages": ["backup"], "language": language });
        let one = json!({ "paper": paper, "size": "normal", "format": null });
        assert!(test.get("preview", one)["count"].as_u64().unwrap() <= 2);
        let paper = json!({ "kind": "manual", "pages": [], "language": language });
        let all = json!({ "paper": paper, "size": "normal", "format": null });
        assert!(test.get("preview", all)["count"].as_u64().unwrap() >= 6);
    }
    let test = TestApp::open();
    test.get("lock", json!({}));
    assert_eq!(
        test.get("manual", json!({ "language": "en" }))["pages"][0]["id"],
        "first-session"
    );
}

#[test]
fn a_page_of_help_that_is_not_there_is_not_printed() {
    let test = TestApp::new();
    let paper = json!({ "kind": "manual", "pages": ["moon"], "language": "en" });
    let ask = json!({ "paper": paper, "size": "normal", "format": null });
    assert_eq!(
        test.ask("preview", ask).unwrap_err().code,
        api::ErrorCode::NotFound
    );
}
