//! The main job, from an empty computer to a signed note on paper.

use std::fs;

use e2e::Stage;
use serde_json::json;

use crate::cast::{ask, create_vault};

#[test]
fn from_a_new_vault_to_a_signed_note_as_pdf() {
    const STATEMENT: &str = "Getting my mornings back, \"my way\".";
    const GOAL: &str = "Play in a band again";
    let stage = Stage::new("spine");
    let page = stage.open();
    create_vault(&page);

    page.click("nav-people");
    page.click("add-person");
    page.write("person-name", "Maria Holm");
    page.click("save-person");
    page.see_words("Maria Holm");
    page.click("start-session");

    page.see("page-arrive");
    page.click("next-phase");
    page.see("page-lastTime");
    page.click("skip-phase");
    page.see("page-practiceReview");
    page.click("skip-phase");
    page.see("page-goals");
    page.write("goal-words", GOAL);
    page.write("goal-step", "Call the music shop");
    page.click("save-goal");
    page.see("add-goal");
    page.click("next-phase");
    page.see("page-agenda");
    page.click("choose-suggestion");
    page.click("next-phase");
    page.see("page-topic");
    page.click("open-suggestion");
    page.see("turn-screen");
    page.screenshot("topic");
    page.write("statement-words", STATEMENT);
    page.click("save-statement");
    page.see("statement");
    page.click("next-phase");
    page.see("page-practicePlan");
    if !page.shows("plan-what") {
        page.click("add-plan");
    }
    page.write("plan-what", "Walk round the block with Ann");
    page.click("next-phase");
    page.see("page-close");
    page.write("summary-words", "It can get better.");
    page.click("close-session");

    page.see("sign-note");
    page.see_words(GOAL);
    page.screenshot("draft");
    page.click("sign-note");
    page.click("sign-confirm");
    page.see("signed-by");
    page.screenshot("signed");
    let check = ask(&page, "check_vault", &json!({}));
    assert_eq!(check["findings"], json!([]));
    assert_eq!(
        (&check["encrypted"], &check["whole"], &check["signedNotes"]),
        (&json!(true), &json!(true), &json!(1))
    );

    page.click("save-pdf");
    let mut pdf = Vec::new();
    page.wait_for("the PDF is there", || {
        pdf = fs::read_dir(stage.saved())
            .unwrap()
            .flatten()
            .filter_map(|e| fs::read(e.path()).ok())
            .next()
            .unwrap_or_default();
        pdf.starts_with(b"%PDF-") && pdf.len() > 10_000
    });
    page.click("print");
    // The bytes differ from the saved file by the moment they were made.
    page.wait_for("the printer has it", || {
        let printed = stage.printed();
        printed.starts_with(b"%PDF-") && printed.trim_ascii_end().ends_with(b"%%EOF")
    });
    let left = ask(&page, "hand_off", &json!({}));
    page.wait_for("the ledger has both", || {
        let left = ask(&page, "hand_off", &json!({}))["left"].clone();
        (&left[0]["format"], &left[1]["format"]) == (&json!("print"), &json!("pdf"))
    });
    assert_eq!(left["waiting"], json!([]));
}
