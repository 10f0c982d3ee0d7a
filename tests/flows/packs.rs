//! Packs of a site: installed whole or not at all, and no answer is lost to an update.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tests::{TestApp, letters, letters_of_pdf};

/// A pack of a site: another version of the topic “What helps”, a form of its own, and a crisis contact.
fn pack(dir: &Path, version: &str, prompt: &str) -> PathBuf {
    let dir = dir.join(format!("harbour-{version}"));
    let home = "modules/01-recovery-strategies";
    for (path, text) in [
        (
            "pack.toml".to_owned(),
            format!("format = 1\nextends = \"waymark\"\nid = \"harbour\"\ntitle = \"Harbour\"\nversion = \"{version}\"\nlanguages = [\"en\"]\nlicence = \"CC-BY-4.0\"\n"),
        ),
        (
            "services.toml".to_owned(),
            "[[service]]\nname = \"Harbour night team\"\nphone = \"555 0177\"\nabout = \"crisis\"\nchecked_on = 2026-11-01\n".to_owned(),
        ),
        (
            format!("{home}/module.toml"),
            "id = \"recovery-strategies\"\n\n[[topic]]\nid = \"what-helps\"\nreview = { status = \"draft\" }\n\n  [[topic.block]]\n  id = \"here\"\n  kind = \"question\"\n  lines = 3\n".to_owned(),
        ),
        (
            format!("{home}/en/what-helps.md"),
            format!("+++\ntitle = \"What helps here\"\npurpose = \"Look around you.\"\nsummary = [\"Look.\", \"Ask.\"]\n+++\n\n```question here\nprompt = \"{prompt}\"\n```\n"),
        ),
    ] {
        let path = dir.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn install(test: &TestApp, path: &Path) -> Value {
    test.get("install_pack", json!({ "path": path }))
}

fn title_of(test: &TestApp, topic: &str) -> String {
    let page = page(test, topic, Value::Null);
    page["document"]["title"].as_str().unwrap().to_owned()
}

fn page(test: &TestApp, topic: &str, person: Value) -> Value {
    let ask =
        json!({ "topic": topic, "language": "en", "course": "eleven-modules", "person": person });
    test.get("topic_page", ask)
}

fn answer(test: &TestApp, person: &str, block: &str, words: &str) {
    let key = json!({ "topic": "what-helps", "block": block, "field": "answer", "row": 0, "sheet": null });
    let ask = json!({ "person": person, "session": null, "key": key, "value": { "kind": "text", "value": words } });
    test.get("answer", ask);
}

/// Everything that can be read on a page.
fn words(page: &Value) -> String {
    page["document"].to_string()
}

#[test]
fn a_pack_is_installed_used_after_a_restart_and_removed() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    let shipped = title_of(&test, "what-helps");

    let view = install(&test, &pack(dir.path(), "0.1.0", "What helps?"));
    assert_eq!(view["problems"], json!([]));
    let harbour = &view["packs"][1];
    assert_eq!(
        (harbour["id"].as_str(), harbour["version"].as_str()),
        (Some("harbour"), Some("0.1.0"))
    );
    assert_eq!(
        (harbour["replaced"].as_u64(), harbour["services"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(title_of(&test, "what-helps"), "What helps here");
    let crisis = page(&test, "crisis-page", Value::Null);
    assert!(words(&crisis).contains("Harbour night team"), "{crisis}");

    let test = test.restart();
    test.unlock();
    assert_eq!(title_of(&test, "what-helps"), "What helps here");

    let view = test.get("remove_pack", json!({ "id": "harbour" }));
    assert_eq!(view["packs"].as_array().unwrap().len(), 1);
    assert_eq!(title_of(&test, "what-helps"), shipped);
    test.ask("remove_pack", json!({ "id": "harbour" }))
        .unwrap_err();
    test.ask("remove_pack", json!({ "id": "waymark" }))
        .unwrap_err();
}

#[test]
fn answers_survive_a_pack_its_update_and_its_removal() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    let person = test.add_person("Maria H.");
    answer(&test, &person, "got-through", "My sister rang every night.");

    install(&test, &pack(dir.path(), "0.1.0", "What helps?"));
    let now = page(&test, "what-helps", json!(person));
    assert!(
        words(&now).contains("My sister rang every night."),
        "shown as given on an earlier version"
    );
    answer(&test, &person, "here", "The harbour café.");

    install(
        &test,
        &pack(dir.path(), "0.2.0", "What has helped you around here?"),
    );
    let now = page(&test, "what-helps", json!(person));
    assert!(words(&now).contains("The harbour café."));
    assert_eq!(
        now["document"]["answers"].as_array().unwrap().len(),
        1,
        "it stands in its field"
    );

    test.get("remove_pack", json!({ "id": "harbour" }));
    let now = page(&test, "what-helps", json!(person));
    let standing: Vec<&str> = now["document"]["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["key"]["block"].as_str().unwrap())
        .collect();
    assert_eq!(standing, ["got-through"]);
    assert!(words(&now).contains("The harbour café."));
}

#[test]
fn a_pack_with_faults_is_refused_whole_and_the_installed_one_stays() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    install(&test, &pack(dir.path(), "0.1.0", "What helps?"));

    let broken = |name: &str, spoil: &dyn Fn(&Path)| {
        let whole = pack(dir.path(), &format!("0.2.{name}"), "New words");
        spoil(&whole);
        whole
    };
    let topic = "modules/01-recovery-strategies/en/what-helps.md";
    let module = "modules/01-recovery-strategies/module.toml";
    let packs = [
        (
            broken("1", &|dir| fs::remove_file(dir.join(topic)).unwrap()),
            topic,
        ),
        (
            broken("2", &|dir| {
                fs::write(dir.join(topic), [0xff, 0xfe]).unwrap()
            }),
            topic,
        ),
        (
            broken("3", &|dir| {
                swap(&dir.join(module), "lines = 3", "lines = \"3\"")
            }),
            module,
        ),
        (
            broken("4", &|dir| {
                swap(&dir.join(module), "\"what-helps\"", "\"setting-sail\"")
            }),
            topic,
        ),
        (
            broken("5", &|dir| {
                fs::File::create(dir.join("services.toml"))
                    .unwrap()
                    .set_len(50 << 20)
                    .unwrap()
            }),
            "services.toml",
        ),
        (
            broken("6", &|dir| fs::remove_file(dir.join("pack.toml")).unwrap()),
            "pack.toml",
        ),
        (
            broken("7", &|dir| {
                swap(
                    &dir.join(topic),
                    "What helps here",
                    "<b onclick=x()>\u{202e}",
                )
            }),
            topic,
        ),
        (dir.path().join("nowhere"), "."),
    ];
    for (path, file) in packs {
        let view = install(&test, &path);
        let problems = view["problems"].as_array().unwrap();
        let named = problems.iter().any(|problem| problem["file"] == file);
        assert!(named, "{}: {problems:?}", path.display());
        assert!(
            problems
                .iter()
                .all(|problem| !problem["instead"].as_str().unwrap().is_empty())
        );
        assert_eq!(view["packs"][1]["version"], "0.1.0");
        assert_eq!(title_of(&test, "what-helps"), "What helps here");
    }
    let left: Vec<_> = fs::read_dir(test.app.data_dir().join("packs"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left, ["harbour"]);
}

fn swap(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn markup_in_a_pack_is_text_on_screen_and_paper() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    let hostile = "#read(\\\"/etc/passwd\\\") <script>alert(1)</script> $x$ *a* \\\\input{b}";
    let view = install(&test, &pack(dir.path(), "0.1.0", hostile));
    assert_eq!(view["problems"], json!([]));
    let shown = page(&test, "what-helps", Value::Null);
    let prompt = shown["document"]["blocks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|b| b["kind"] == "question")
        .unwrap()["prompt"]
        .to_string();
    assert!(
        prompt.contains("#read(") && prompt.contains("<script>alert(1)</script>"),
        "{prompt}"
    );
    let paper = json!({
        "paper": { "kind": "handouts", "topics": ["what-helps"], "language": "en", "course": "eleven-modules", "filled": false, "short": false, "examples": false, "person": null },
        "size": "normal", "format": null,
    });
    let ask: api::wire::MakePaper = serde_json::from_value(paper).unwrap();
    let out = dir.path().join("out.pdf");
    let _ = api::act::hand_off::save_paper_as(&test.app, &ask, "", &out).unwrap();
    let read = letters_of_pdf(&fs::read(&out).unwrap());
    for words in ["#read(\"/etc/passwd\")", "<script>alert(1)</script>", "$x$"] {
        assert!(read.contains(&letters(words)), "{words} is not on {read}");
    }
    assert!(!read.contains("root:"), "{read}");
}

#[test]
fn an_installed_pack_that_is_damaged_later_is_passed_over_and_named() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    install(&test, &pack(dir.path(), "0.1.0", "What helps?"));
    let home = test
        .app
        .data_dir()
        .join("packs/harbour/modules/01-recovery-strategies");
    fs::write(home.join("module.toml"), "nonsense").unwrap();

    let test = test.restart();
    test.unlock();
    assert_ne!(title_of(&test, "what-helps"), "What helps here");
    let view = test.get("packs", json!({}));
    let problem = view["packs"][1]["problem"].as_str().unwrap();
    assert!(problem.contains("module.toml:1"), "{problem}");
    // Installing it again mends it.
    let view = install(&test, &pack(dir.path(), "0.1.1", "What helps?"));
    assert_eq!(view["packs"][1]["problem"], "");
    assert_eq!(title_of(&test, "what-helps"), "What helps here");
}

#[test]
fn an_update_that_was_cut_off_between_its_renames_is_taken_back_at_the_next_start() {
    let test = TestApp::open();
    let dir = tempfile::tempdir().unwrap();
    install(&test, &pack(dir.path(), "0.1.0", "What helps?"));
    let packs = test.app.data_dir().join("packs");
    fs::rename(packs.join("harbour"), packs.join(".old-harbour")).unwrap();

    let test = test.restart();
    test.unlock();
    assert_eq!(title_of(&test, "what-helps"), "What helps here");
    assert_eq!(test.get("packs", json!({}))["packs"][1]["version"], "0.1.0");
}
