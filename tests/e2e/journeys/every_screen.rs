//! Every screen with the sample caseload: axe finds nothing in light and in dark, and each is kept as a picture.

use e2e::{Page, Stage, StageOptions};
use serde_json::json;

use crate::cast::{ask, go, look_around, start_session};

const PHASES: [&str; 8] = [
    "arrive",
    "lastTime",
    "practiceReview",
    "goals",
    "agenda",
    "topic",
    "practicePlan",
    "close",
];

#[test]
fn every_screen_in_light() {
    walk("light");
}

#[test]
fn every_screen_in_dark() {
    walk("dark");
}

fn walk(theme: &str) {
    let options = StageOptions {
        width: 1920,
        height: 1080,
        settings: json!({
            "theme": theme,
            "services": [
                { "name": "Harbour House", "phone": "555 0177", "hours": "Weekdays, 9 to 15", "whatFor": "Coffee and company", "checkedOn": "2026-11-02" },
                { "name": "Housing advice", "phone": "555 0188", "whatFor": "Rent and contracts", "checkedOn": "2025-03-11" },
            ],
        })
        .to_string(),
        ..StageOptions::default()
    };
    let stage = Stage::with(&format!("screens-{theme}"), options);
    let page = stage.open();
    let mut found = Vec::new();
    visit(&page, &mut |screen| look(&page, screen, &mut found));
    if !found.is_empty() {
        page.fail(&format!("axe found in {theme}\n{}", found.join("\n")));
    }
}

/// Goes to every screen there is, with the sample caseload, and has each looked at.
pub fn visit(page: &Page, look: &mut dyn FnMut(&str)) {
    page.see("door-create");
    look("first-run");
    page.click("door-create");
    page.see("create-submit");
    look("create-vault");
    page.script("location.reload()");
    look_around(page);
    look("today");

    let people = ask(page, "people", &json!({}));
    let rows = people["people"].as_array().unwrap();
    // The person of whom most is written down makes the fullest page.
    let row = rows
        .iter()
        .max_by_key(|row| row["sessions"].as_u64())
        .unwrap();
    let person = row["card"]["id"].as_str().unwrap().to_owned();
    let view = ask(page, "person", &json!({ "person": person }));
    let note = view["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|s| s["note"]["id"].as_str())
        .unwrap()
        .to_owned();

    for (screen, hash) in [
        ("people", "#/people".to_owned()),
        ("worklist", "#/worklist".to_owned()),
        ("person", format!("#/person/{person}")),
        ("note", format!("#/note/{note}")),
        ("handouts", "#/handouts".to_owned()),
        ("handoff", "#/handoff".to_owned()),
        ("mirror", "#/mirror".to_owned()),
        ("settings", "#/settings".to_owned()),
        ("help", "#/help".to_owned()),
        ("manual", "#/manual".to_owned()),
        ("search", "#/search".to_owned()),
        ("ledger", "#/ledger".to_owned()),
    ] {
        go(page, &hash);
        settled(page);
        look(screen);
        if screen == "settings" {
            page.click("check-vault");
            page.see("check-result");
            look("self-test");
        }
    }

    page.click("nav-handouts");
    page.click_on("[data-testid=\"forms-plan\"] summary");
    page.click("form-relapse-prevention-plan");
    settled(page);
    look("handouts-form");
    go(page, &format!("#/person/{person}"));
    page.click("start-form");
    page.see("choose-relapse-prevention-plan");
    look("forms");
    page.click("choose-relapse-prevention-plan");
    page.see("new-version");
    look("plan");
    page.click("person-back");
    page.click("start-form");
    page.click("choose-imr-scale-person");
    page.see("score");
    look("instrument");

    start_session(page, &person);
    for phase in PHASES {
        page.click(&format!("phase-{phase}"));
        page.see(&format!("page-{phase}"));
        if phase == "agenda" && page.shows("choose-suggestion") {
            page.click("choose-suggestion");
        }
        if phase == "topic" && page.shows("open-suggestion") {
            page.click("open-suggestion");
            page.see("switch-topic");
        }
        settled(page);
        look(&format!("session-{phase}"));
    }

    page.click("lock");
    page.see("unlock-passphrase");
    look("unlock");
}

/// Waits until a screen has loaded what it shows.
pub fn settled(page: &Page) {
    page.wait_for("the screen has a title", || page.count("main h1") > 0);
    page.wait_for("the screen stands still", || {
        let length = || page.script("return document.body.innerHTML.length");
        let before = length();
        page.script("return new Promise((done) => setTimeout(done, 250))");
        before == length() && page.count("[aria-busy=true]") == 0
    });
}

/// Takes a picture at both sizes and collects what axe finds.
#[test]
fn about_lists_what_the_program_is_made_of_with_the_words_of_each_licence() {
    let stage = Stage::with(
        "licences",
        StageOptions {
            settings: json!({ "theme": "dark" }).to_string(),
            ..StageOptions::default()
        },
    );
    let page = stage.open();
    look_around(&page);
    go(&page, "#/settings");
    page.see("settings-licences");
    // Nobody pays for the list who does not ask for it.
    assert_eq!(page.count("[data-testid=licences]"), 0);
    page.click_on("[data-testid=settings-licences] > summary");
    page.see("licences");
    assert!(page.count("[data-testid=licences] > li") > 20);
    page.click_on("[data-testid=licences] > li:nth-child(2) summary");
    page.see_words("Unicode, Inc.");
    page.see_words("UNICODE LICENSE V3");
    page.screenshot("licences");
    page.check_accessible("licences");
}

fn look(page: &Page, screen: &str, found: &mut Vec<String>) {
    page.resize(1920, 1080);
    page.screenshot(&format!("{screen}-1920x1080"));
    page.resize(1280, 800);
    page.screenshot(&format!("{screen}-1280x800"));
    found.extend(page.accessibility(screen));
}
