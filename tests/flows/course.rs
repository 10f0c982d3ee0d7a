//! Tracks and paces: the way through a module that has several, and when a course will probably end.

use api::ErrorCode;
use serde_json::{Value, json};
use tests::{TestApp, changed_pack, details};

fn titles(view: &Value) -> Vec<String> {
    view["course"]["modules"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|module| module["topics"].as_array().unwrap())
        .map(|topic| {
            let part = |name: &str| topic[name].as_str().unwrap().to_owned();
            format!("{} {}", part("number"), part("title"))
        })
        .collect()
}

fn choose(test: &TestApp, person: &str, track: Value, pace: Value) -> Value {
    let mut details = details("Maria H.");
    details["track"] = track;
    details["pace"] = pace;
    test.get(
        "edit_person",
        json!({ "person": person, "details": details }),
    );
    test.get("person", json!({ "person": person }))
}

/// Where a person stands, as their row of People shows it.
fn stands(test: &TestApp, person: &str) -> Value {
    test.get("courses_of", json!({ "people": [person] }))["courses"][0].clone()
}

#[test]
fn the_course_map_follows_the_track() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let all = test.get("person", json!({ "person": person }));
    assert_eq!(
        titles(&all),
        [
            "1.1 My words",
            "2.1 Sunny days",
            "2.1 Rainy days",
            "2.2 What to wear"
        ],
        "not chosen yet: everything is there"
    );
    assert_eq!(
        all["course"]["tracks"],
        json!([{ "id": "sun", "title": "Sun" }, { "id": "rain", "title": "Rain" }])
    );

    let rain = choose(&test, &person, json!("rain"), json!(null));
    assert_eq!(rain["course"]["track"], "rain");
    assert_eq!(
        titles(&rain),
        ["1.1 My words", "2.1 Rainy days", "2.2 What to wear"]
    );
    let row = &stands(&test, &person);
    assert_eq!(row["modules"], json!(["ahead", "ahead"]));
    assert_eq!(row["next"]["number"], "1.1");
}

#[test]
fn what_comes_next_follows_the_track_on_every_screen() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    choose(&test, &person, json!("rain"), json!(null));
    let session = test.start_session(&person);
    test.record(
        &session,
        json!({ "kind": "topic", "topic": "my-words", "depth": "covered" }),
    );
    let view = test.get("session", json!({ "session": session }));
    assert_eq!(view["next"]["topic"], "rainy");
    assert_eq!(view["course"]["track"], "rain");
    let today = test.get("today", json!({}));
    assert_eq!(today["meetings"][0]["next"]["title"], "Rainy days");
    let page = test.get("person", json!({ "person": person }));
    assert_eq!(page["next"]["number"], "2.1");
    let row = &stands(&test, &person);
    assert_eq!(row["next"]["topic"], "rainy");
    assert_eq!(row["modules"], json!(["covered", "ahead"]));
}

#[test]
fn the_expected_end_comes_from_the_pace_and_says_where_from() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    let before = test.get("person", json!({ "person": person }));
    assert_eq!(before["course"]["expected"], json!(null));
    let view = choose(&test, &person, json!(null), json!("weekly"));
    assert_eq!(
        view["course"]["expected"],
        json!({ "from": "2027-06-21", "until": "2027-09-21", "pace": "weekly", "title": "Once a week",
            "source": "Made up for tests." })
    );
}

#[test]
fn a_track_or_pace_that_nobody_offers_is_refused_and_one_that_left_the_content_stays() {
    let test = TestApp::with_little_pack();
    let person = test.add_person("Maria H.");
    for (track, pace) in [(json!("snow"), json!(null)), (json!(null), json!("hourly"))] {
        let mut details = details("Maria H.");
        details["track"] = track;
        details["pace"] = pace;
        let ask = json!({ "person": person, "details": details });
        assert_eq!(
            test.ask("edit_person", ask).unwrap_err().code,
            ErrorCode::NotFound
        );
    }
    choose(&test, &person, json!("rain"), json!("weekly"));

    let structure = "modules/02-weather/module.toml";
    let test = test.update(changed_pack(&[
        (structure, "\"rain\"", "\"storm\""),
        ("paces.toml", "\"weekly\"", "\"monthly\""),
    ]));
    let view = choose(&test, &person, json!("rain"), json!("weekly"));
    assert_eq!(view["person"]["track"], "rain", "nothing is thrown away");
    assert_eq!(view["course"]["track"], json!(null));
    assert_eq!(view["course"]["expected"], json!(null));
    assert_eq!(
        titles(&view).len(),
        4,
        "a track that means nothing any more hides nothing"
    );
}

#[test]
fn the_catalogue_tells_tracks_paces_and_forms() {
    let test = TestApp::with_little_pack();
    let catalogue = test.get("catalogue", json!({}));
    let course = &catalogue["courses"][0];
    assert_eq!(course["tracks"][1]["title"], "Rain");
    assert_eq!(course["modules"][1]["topics"][1]["track"], "rain");
    assert_eq!(
        catalogue["paces"],
        json!([{ "id": "weekly", "title": "Once a week", "source": "Made up for tests.", "days": 7,
            "monthsMin": 7, "monthsMax": 10 }])
    );
    let forms = catalogue["forms"].as_array().unwrap();
    let kinds: Vec<_> = forms.iter().map(|f| f["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["letter", "plan", "instrument"]);
    assert_eq!(forms[1]["moduleTitle"], "Own words");
    assert_eq!(
        forms[2]["instrument"],
        json!({ "rater": "person", "better": "higher", "wording": "own", "score": "mean", "least": 2,
            "otherRater": null })
    );
}

#[test]
fn the_ending_of_a_course_has_no_number_and_counts_as_no_module() {
    let test = TestApp::open();
    let person = test.add_person("Maria H.");
    let view = test.get("person", json!({ "person": person }));
    let modules = view["course"]["modules"].as_array().unwrap();
    let ending = modules.last().unwrap();
    assert_eq!(ending["number"], Value::Null);
    assert_eq!(ending["topics"][0]["number"], "");
    assert_eq!(modules[modules.len() - 2]["number"], 11);

    let row = stands(&test, &person);
    assert_eq!(row["modules"].as_array().unwrap().len(), 11);
    let catalogue = test.get("catalogue", json!({}));
    for course in catalogue["courses"].as_array().unwrap() {
        let modules = course["modules"].as_array().unwrap();
        assert_eq!(modules.last().unwrap()["number"], Value::Null);
    }
}
