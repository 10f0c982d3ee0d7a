//! Packs of a site on the command line: started, checked, installed, compared and removed.

use std::fs;

use crate::desk::{Desk, is_pdf};

fn change(desk: &Desk, file: &str, from: &str, to: &str) {
    let path = desk.path(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} does not say “{from}”");
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn a_site_starts_a_pack_checks_it_and_installs_it() {
    let desk = Desk::new();
    desk.well(&["content", "new-pack", "harbour"]);
    assert!(
        desk.well(&["content", "check", "harbour"])
            .starts_with("Nothing to mend")
    );
    desk.well(&[
        "content",
        "preview",
        "what-helps",
        "--pack",
        "harbour",
        "--out",
        "x.pdf",
    ]);
    assert!(is_pdf(&desk.path("x.pdf")));
    assert_eq!(
        desk.names_in(&desk.path("")),
        ["harbour", "x.pdf"],
        "the data folder was made"
    );

    let packs = desk.json(&["content", "install", "harbour"]);
    let ids: Vec<&str> = packs
        .as_array()
        .unwrap()
        .iter()
        .map(|pack| pack["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["waymark", "harbour"]);
    assert_eq!(
        (packs[1]["replaced"].as_u64(), packs[1]["forms"].as_u64()),
        (Some(1), Some(1))
    );
    assert_eq!(packs, desk.json(&["content", "packs"]));

    let packs = desk.json(&["content", "remove", "harbour"]);
    assert_eq!(packs.as_array().unwrap().len(), 1);
    let sentence = desk.refused(1, &["content", "remove", "harbour"], "");
    assert!(sentence.contains("waymark-cli content packs"), "{sentence}");
}

#[test]
fn a_pack_is_started_only_where_nothing_is_and_under_a_name_that_can_be_an_id() {
    let desk = Desk::new();
    fs::create_dir(desk.path("full")).unwrap();
    fs::write(desk.path("full/letter.txt"), "mine").unwrap();
    desk.refused(1, &["content", "new-pack", "full"], "");
    assert_eq!(desk.names_in(&desk.path("full")), ["letter.txt"]);
    for name in ["Our Clinic", "-a", "a--b"] {
        desk.refused(2, &["content", "new-pack", "--", name], "");
        assert!(!desk.path(name).exists());
    }
}

#[test]
fn an_update_says_what_it_changes_for_answers_given() {
    let desk = Desk::new();
    desk.well(&["content", "new-pack", "old/harbour"]);
    desk.well(&["content", "new-pack", "new/harbour"]);
    let same = desk.well(&["content", "diff", "old/harbour", "new/harbour"]);
    assert_eq!(same, "Nothing changes for answers already given.\n");

    let words = "new/harbour/forms/en/harbour-session-scale.md";
    change(&desk, words, "It was of use to me", "It was useful");
    let said = desk.well(&["content", "diff", "old/harbour", "new/harbour"]);
    assert!(
        said.contains("harbour-session-scale/items/useful: asks in other words"),
        "{said}"
    );
    assert!(
        said.ends_with("Every answer already given stays in its place.\n"),
        "{said}"
    );

    change(&desk, words, "pace = {", "speed = {");
    change(
        &desk,
        "new/harbour/forms/forms.toml",
        "\"pace\"",
        "\"speed\"",
    );
    let said = desk.well(&["content", "diff", "old/harbour", "new/harbour"]);
    assert!(
        said.contains("items/pace: gone; answers stay in the record."),
        "{said}"
    );
    assert!(
        said.contains("Answers lose their place in 1 place"),
        "{said}"
    );
    let changes = desk.json(&["content", "diff", "old/harbour", "new/harbour"]);
    assert_eq!(changes.as_array().unwrap().len(), 3);
}

#[test]
fn a_pack_with_faults_is_not_installed_and_the_one_before_stays() {
    let desk = Desk::new();
    desk.well(&["content", "new-pack", "harbour"]);
    desk.well(&["content", "install", "harbour"]);
    change(&desk, "harbour/pack.toml", "0.1.0", "0.2.0");
    change(&desk, "harbour/forms/forms.toml", "least = 2", "least = 9");
    let said = desk.run(&["content", "install", "harbour"], "");
    assert_eq!(said.exit, 1);
    assert!(said.out.starts_with("forms/forms.toml:"), "{}", said.out);
    assert!(
        said.err.contains("what was installed stays as it was."),
        "{}",
        said.err
    );
    assert_eq!(desk.json(&["content", "packs"])[1]["version"], "0.1.0");
    desk.refused(1, &["content", "install", "nowhere"], "");
}
