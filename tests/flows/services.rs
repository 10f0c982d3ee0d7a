//! Services and crisis contacts entered on this computer, on every page that has room for them.

use api::{Window, wire::PaperRequest};
use domain::document::{Block, ServiceEntry};
use serde_json::{Value, json};
use tests::{TestApp, little_pack};

fn enter(test: &TestApp) {
    let mut settings = test.get("help_now", json!({}));
    settings["services"] = json!([
        { "name": "Harbour House", "phone": "555 0100", "hours": "Weekdays", "whatFor": "Coffee and a talk",
          "checkedOn": "2026-05-03" },
        { "name": "Library", "phone": "", "hours": "", "whatFor": "", "checkedOn": null },
    ]);
    settings["crisis"] = json!({ "contacts": [{ "name": "Night line", "phone": "555 0199", "note": "All night" }],
        "checkedOn": "2026-11-02" });
    let state = test.get("change_settings", json!({ "settings": settings }));
    assert_eq!(state["settings"]["services"], settings["services"]);
}

/// The names of the entries in each services block.
fn shown(document: &Value) -> Vec<Vec<&str>> {
    let blocks = document["blocks"].as_array().unwrap().iter();
    blocks
        .filter(|block| block["kind"] == "services")
        .map(|block| {
            let entries = block["entries"].as_array().unwrap().iter();
            entries.map(|e| e["name"].as_str().unwrap()).collect()
        })
        .collect()
}

#[test]
fn every_way_out_shows_the_services_of_this_computer() {
    let test = TestApp::with_little_pack();
    enter(&test);
    let person = test.add_person("Maria H.");
    let both = [vec!["Harbour House", "Library"], vec!["Night line"]];

    let ask = json!({ "topic": "my-words", "language": "en", "course": "eleven-modules", "person": null });
    let page = test.get("topic_page", ask);
    assert_eq!(shown(&page["document"]), both);
    let blocks = page["document"]["blocks"].as_array().unwrap();
    let urgent = blocks.iter().find(|b| b["id"] == "urgent").unwrap();
    assert_eq!(
        urgent["entries"][0],
        json!({ "name": "Night line", "phone": "555 0199", "hours": "All night", "whatFor": "",
            "checkedOn": "2026-11-02" })
    );

    let change = test.get("open_form", json!({ "person": person, "form": "plan" }));
    let ask = json!({ "person": person, "sheet": change["made"] });
    let plan = test.get("open_sheet", ask);
    assert_eq!(shown(&plan["document"]), [vec!["Night line"]]);

    test.get("set_pin", json!({ "pin": "2468" }));
    let session = test.start_session(&person);
    let turned = test.get(
        "turn_screen",
        json!({ "session": session, "topic": "my-words" }),
    );
    assert_eq!(shown(&turned["document"]), both);
    let help = test
        .ask_from(Window::Turned, "help_now", json!({}))
        .unwrap();
    assert_eq!(help["crisis"]["contacts"][0]["name"], "Night line");

    let handouts = PaperRequest::Handouts {
        topics: vec!["my-words".into()],
        language: Default::default(),
        course: "eleven-modules".into(),
        person: None,
        filled: false,
        short: false,
        examples: false,
    };
    let workbook = PaperRequest::Workbook {
        course: "eleven-modules".into(),
        module: None,
        track: None,
        language: Default::default(),
        short: false,
    };
    for (paper, places) in [(handouts, 2), (workbook, 3)] {
        let documents = api::paper::documents(&test.app, &paper).unwrap();
        let filled: Vec<&Vec<ServiceEntry>> = documents
            .iter()
            .flat_map(|document| &document.blocks)
            .filter_map(|block| match block {
                Block::Services { entries, .. } => Some(entries),
                _ => None,
            })
            .collect();
        assert_eq!(filled.len(), places);
        assert!(filled.iter().all(|entries| !entries.is_empty()));
    }
}

#[test]
fn nothing_is_shown_that_nobody_entered() {
    let test = TestApp::with_little_pack();
    let ask = json!({ "topic": "my-words", "language": "en", "course": "eleven-modules", "person": null });
    let page = test.get("topic_page", ask);
    assert_eq!(shown(&page["document"]), [[""; 0], [""; 0]]);
}

#[test]
fn settings_from_before_there_were_services_still_load() {
    let test = TestApp::new();
    let folder = test.app.data_dir().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    let old = json!({ "language": "da", "theme": "dark", "personWord": "client", "paper": "letter",
        "lockAfterMinutes": 7, "site": "Havnen",
        "crisis": { "contacts": [{ "name": "Vagten", "phone": "1", "note": "" }], "checkedOn": null } });
    std::fs::write(folder.join("settings.json"), old.to_string()).unwrap();
    let settings = test.restart().get("help_now", json!({}));
    assert_eq!(settings["services"], json!([]));
    assert_eq!(settings["phaseKeys"], json!("digits"));
    for (key, value) in old.as_object().unwrap() {
        assert_eq!(&settings[key], value, "{key}");
    }
}

#[test]
fn services_of_the_site_stand_behind_those_entered_here() {
    let site = [
        (
            "pack.toml",
            "format = 1\nid = \"harbour\"\ntitle = \"Harbour\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\n\
             licence = \"CC-BY-4.0\"\nextends = \"little\"\n",
        ),
        (
            "services.toml",
            "[[service]]\nname = \"Advice line\"\nphone = \"555 0111\"\nhours = \"Mondays\"\nwhat_for = \"Money\"\n\
             about = \"services\"\nchecked_on = 2026-10-01\n",
        ),
    ];
    let files = site
        .into_iter()
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .collect();
    let test = TestApp::with_little_pack().update(little_pack().with(&files).unwrap());
    enter(&test);
    let ask = json!({ "topic": "my-words", "language": "en", "course": "eleven-modules", "person": null });
    let page = test.get("topic_page", ask);
    assert_eq!(
        shown(&page["document"]),
        [
            vec!["Harbour House", "Library", "Advice line"],
            vec!["Night line"]
        ]
    );
}
