//! The sample caseload and the session that runs by itself.

use api::{App, ErrorCode};
use serde_json::json;
use tests::TestApp;

#[test]
fn the_sample_caseload_fills_every_screen() {
    let test = TestApp::sample();
    let today = test.get("today", json!({}));
    for list in ["meetings", "soon", "unsigned", "notHandedOff"] {
        assert!(
            !today[list].as_array().unwrap().is_empty(),
            "{list} is empty on Today"
        );
    }
    let people = test.get("people", json!({}))["people"]
        .as_array()
        .unwrap()
        .clone();
    assert!(people.len() >= 10);
    assert_eq!(
        test.get("undo_line", json!({}))["undo"],
        json!(null),
        "filling is not something to undo"
    );
    assert_eq!(test.get("check_vault", json!({}))["findings"], json!([]));
}

#[test]
fn a_whole_session_runs_with_no_window() {
    let test = TestApp::sample();
    let run = sample::run_session(&test.app).unwrap();
    let note = test.get("note", json!({ "note": run.note }));
    assert_eq!(note["note"]["state"]["kind"], "signed");
    let paper = api::wire::MakePaper {
        paper: api::wire::PaperRequest::Note { note: run.note },
        size: Default::default(),
        format: None,
    };
    let path = test.dir.path().join("note.pdf");
    let _ = api::act::hand_off::save_paper_as(&test.app, &paper, "", &path).unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn the_sample_makes_room_for_a_vault_of_ones_own_and_is_kept_aside() {
    let test = TestApp::sample();
    assert_eq!(test.get("leave_sample", json!({}))["vault"]["kind"], "none");
    tests::make_vault(&test.app, false);
    assert_eq!(test.get("people", json!({}))["people"], json!([]));
    assert_eq!(
        test.ask("leave_sample", json!({})).unwrap_err().code,
        ErrorCode::NotFound,
        "a real vault never makes room"
    );
    let aside = std::fs::read_dir(test.app.data_dir()).unwrap().any(|e| {
        e.unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with("sample-")
    });
    assert!(aside);
}

#[test]
fn half_a_sample_never_stays_in_the_way() {
    let test = TestApp::new();
    let refused = |app| tests::try_vault(app, true).unwrap_err().code;
    let app = |dir| App::new(dir, Box::new(test.env.clone())).unwrap();
    let dir = test.dir.path().join("data");
    let breaks_off = app(dir.clone()).with_sample(|app| {
        sample::fill(app)?;
        Err(ErrorCode::DiskFull.into())
    });
    assert_eq!(refused(&breaks_off), ErrorCode::DiskFull);
    assert_eq!(refused(&app(dir)), ErrorCode::Internal, "nothing fills it");
    assert_eq!(test.get("app_state", json!({}))["vault"]["kind"], "none");
    tests::make_vault(&test.app, true);
}

#[test]
fn some_of_the_made_up_people_have_a_track_a_plan_and_results_that_fit_the_content() {
    let test = TestApp::sample();
    let people = test.get("people", json!({}))["people"].clone();
    let mut kinds = Vec::new();
    let mut tracks = 0;
    for row in people.as_array().unwrap() {
        let person = &row["card"]["id"];
        let view = test.get("person", json!({ "person": person }));
        let course = &view["course"];
        let chosen = &view["person"]["track"];
        assert_eq!(
            &course["track"], chosen,
            "a track the content does not have"
        );
        tracks += usize::from(!chosen.is_null());
        let pace = &view["person"]["pace"];
        assert_eq!(pace.is_null(), course["expected"].is_null(), "{pace}");
        for form in view["forms"].as_array().unwrap() {
            for copy in form["copies"].as_array().unwrap() {
                kinds.push(form["kind"].as_str().unwrap().to_owned());
                let ask = json!({ "person": person, "sheet": copy["id"] });
                let page = test.get("open_sheet", ask);
                let blocks = page["document"]["blocks"].to_string();
                assert!(!blocks.contains("From an earlier version"), "{form}");
                assert!(!page["document"]["answers"].as_array().unwrap().is_empty());
                let unscored = page["score"]["value"].is_null();
                assert_eq!(unscored, form["kind"] != "instrument");
            }
        }
    }
    kinds.sort();
    assert_eq!(
        kinds,
        [
            "instrument",
            "instrument",
            "instrument",
            "instrument",
            "plan"
        ]
    );
    assert!(tracks >= 3);
}
