//! What needs no vault, and leaves no trace of having looked for one.

use std::fs;

use crate::{
    author::{copy, text},
    desk::{Desk, is_pdf},
};

#[test]
fn handouts_are_listed_and_printed_without_a_vault() {
    let desk = Desk::new();
    let topics = desk.json(&["handout", "list"]);
    let topics = topics.as_array().unwrap();
    assert!(topics.len() >= 6, "module 1 has six topics");
    assert_eq!(
        desk.well(&["handout", "list"]).lines().count(),
        topics.len()
    );
    let topic = topics[0]["id"].as_str().unwrap();
    for size in ["normal", "large"] {
        let out = format!("{size}.pdf");
        desk.well(&[
            "handout", "print", topic, "--lang", "en", "--size", size, "--out", &out,
        ]);
        assert!(is_pdf(&desk.path(&out)));
    }
    assert_eq!(
        desk.names_in(&desk.path("")),
        ["large.pdf", "normal.pdf"],
        "the data folder was made"
    );
}

#[test]
fn forms_are_listed_and_printed_beside_the_topics() {
    let desk = Desk::new();
    let listed = desk.json(&["handout", "list"]);
    let forms: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["form"] == "plan")
        .collect();
    assert!(!forms.is_empty());
    for form in &forms {
        assert_eq!(form["number"], "");
    }
    let id = forms[0]["id"].as_str().unwrap();
    assert!(desk.well(&["handout", "list"]).contains(id));
    desk.well(&[
        "handout", "print", id, "--lang", "en", "--size", "normal", "--out", "plan.pdf",
    ]);
    assert!(is_pdf(&desk.path("plan.pdf")));
    assert_eq!(desk.names_in(&desk.path("")), ["plan.pdf"]);
}

#[test]
fn without_a_course_the_usual_one_of_the_language_numbers_the_pages() {
    let desk = Desk::new();
    let number = |args: &[&str]| {
        let list = desk.json(&[&["handout", "list"], args].concat());
        let found = list
            .as_array()
            .unwrap()
            .iter()
            .find(|t| t["id"] == "smoking");
        found.unwrap()["number"].as_str().unwrap().to_owned()
    };
    assert_eq!(number(&[]), "11.7");
    assert_eq!(number(&["--course", "danish-order"]), "8.7");
    let printed = |more: &[&str]| {
        let args = ["smoking", "--size", "normal", "--out", "smoking.pdf"];
        let said = desk.run(&[&["handout", "print"], more, &args].concat(), "");
        assert_eq!(said.exit, 0);
        let text = text(&desk.path("smoking.pdf"));
        fs::remove_file(desk.path("smoking.pdf")).unwrap();
        text.lines().next().unwrap().trim().to_owned()
    };
    assert!(printed(&["--lang", "en"]).starts_with("11.7"));
    assert!(printed(&["--lang", "da"]).starts_with("8.7"));
}

#[test]
fn a_finished_example_lies_behind_the_blank_where_there_is_one() {
    let desk = Desk::new();
    let print = |page: &str| {
        let more = ["--size", "normal", "--out", "page.pdf", "--with-example"];
        let args = [&["handout", "print", page, "--lang", "en"], &more[..]].concat();
        let said = desk.run(&args, "");
        assert_eq!(said.exit, 0, "{}", said.err);
        (text(&desk.path("page.pdf")), said.err)
    };
    let (paper, said) = print("coping-plan");
    let at = |words: &str| {
        paper
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {paper}"))
    };
    assert!(at("Coping plan") < at("Example: Samuel"), "{paper}");
    assert!(!said.contains("printed alone"), "{said}");
    let (paper, said) = print("sleep-diary");
    assert!(!paper.contains("Example"), "{paper}");
    assert!(said.contains("printed alone"), "{said}");
}

#[test]
fn a_course_that_is_not_there_is_named_with_those_that_are() {
    let desk = Desk::new();
    assert!(
        desk.refused(1, &["handout", "list", "--course", "twelve"], "")
            .contains("eleven-modules")
    );
    desk.refused(
        1,
        &[
            "handout", "print", "nowhere", "--lang", "en", "--size", "normal", "--out", "x.pdf",
        ],
        "",
    );
    assert!(desk.names_in(&desk.path("")).is_empty());
}

#[test]
fn the_built_in_content_checks() {
    let desk = Desk::new();
    let checked = desk.well(&["content", "check"]);
    assert!(checked.starts_with("Nothing to mend"), "{checked}");
    assert_eq!(desk.json(&["content", "check"]), serde_json::json!([]));
    assert!(desk.names_in(&desk.path("")).is_empty());
}

#[test]
fn a_pack_with_a_slip_is_told_file_line_and_what_to_write() {
    let desk = Desk::new();
    let pack = desk.path("pack");
    copy(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../curriculum/content"),
        &pack,
    );
    desk.well(&["content", "check", "pack"]);

    let file = pack.join("pack.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\ncolour = \"blue\"\n")).unwrap();
    let line = text.lines().count() + 2;
    let said = desk.run(&["content", "check", "pack"], "");
    assert_eq!((said.exit, said.err.lines().count()), (1, 1), "{said:?}");
    assert!(
        said.out.contains(&format!("pack.toml:{line}: ")),
        "{}",
        said.out
    );
    let problems: serde_json::Value =
        serde_json::from_str(&desk.run(&["content", "check", "--json", "pack"], "").out).unwrap();
    assert_eq!(problems[0]["file"], "pack.toml");
}

#[test]
fn help_and_version_are_no_failures() {
    let desk = Desk::new();
    assert!(desk.well(&["--help"]).contains("Exit codes"));
    assert!(desk.well(&["--version"]).starts_with("waymark-cli "));
}

#[test]
fn a_packet_is_written_without_a_vault_in_the_order_it_was_named() {
    let desk = Desk::new();
    let print = |more: &[&str]| {
        let args = ["packet", "print", "--out", "packet.pdf"];
        desk.well(&[&args, more].concat());
        assert!(is_pdf(&desk.path("packet.pdf")));
        let text = text(&desk.path("packet.pdf"));
        fs::remove_file(desk.path("packet.pdf")).unwrap();
        text
    };
    let flat = print(&["--topic", "setting-a-goal", "--topic", "what-helps"]);
    let place = |words: &str| flat.find(words).unwrap();
    assert!(
        place("Setting a goal of your own") < place("What helps people in recovery?"),
        "{flat}"
    );
    let bound = print(&[
        "--topic",
        "what-helps",
        "--language",
        "en",
        "--size",
        "medium",
        "--cover",
        "--contents",
        "--services",
        "--booklet",
    ]);
    for words in [
        "These pages belong to",
        "Contents",
        "Help and services near here",
    ] {
        assert!(bound.contains(words), "{words}");
    }
    assert!(
        desk.refused(
            1,
            &["packet", "print", "--template", "Monday", "--out", "x.pdf"],
            ""
        )
        .contains("Monday")
    );
    desk.refused(2, &["packet", "print", "--out", "x.pdf"], "");
    desk.refused(
        2,
        &[
            "packet",
            "print",
            "--template",
            "Monday",
            "--topic",
            "setting-a-goal",
            "--out",
            "x.pdf",
        ],
        "",
    );
    assert_eq!(desk.json(&["packet", "list"]), serde_json::json!([]));
    assert!(desk.names_in(&desk.path("")).is_empty());
}

#[test]
fn a_template_of_the_handout_desk_is_printed_by_its_name() {
    let desk = Desk::new();
    fs::create_dir(desk.data()).unwrap();
    let settings = serde_json::json!({ "packets": [{
        "name": "Monday", "size": "large",
        "packet": { "course": "eleven-modules", "topics": ["setting-a-goal"], "cover": true },
    }] });
    fs::write(desk.data().join("settings.json"), settings.to_string()).unwrap();
    assert_eq!(desk.json(&["packet", "list"])[0]["name"], "Monday");
    desk.well(&[
        "packet",
        "print",
        "--template",
        "Monday",
        "--contents",
        "--out",
        "m.pdf",
    ]);
    let text = text(&desk.path("m.pdf"));
    assert!(
        text.contains("These pages belong to") && text.contains("Contents"),
        "{text}"
    );
}

#[test]
fn the_help_is_listed_and_printed_in_every_language() {
    let desk = Desk::new();
    for (lang, words) in [
        ("en", "Sign note"),
        ("da", "Underskriv notat"),
        ("nb", "Signer notat"),
    ] {
        let pages = desk.json(&["manual", "list", "--lang", lang]);
        assert_eq!(pages.as_array().unwrap().len(), 6, "{lang}");
        desk.well(&["manual", "print", "--lang", lang, "--out", "help.pdf"]);
        assert!(is_pdf(&desk.path("help.pdf")));
        desk.well(&[
            "manual",
            "print",
            "--page",
            "first-session",
            "--lang",
            lang,
            "--out",
            "help.txt",
        ]);
        let text = fs::read_to_string(desk.path("help.txt")).unwrap();
        assert!(text.contains(words), "{text}");
        fs::remove_file(desk.path("help.pdf")).unwrap();
        fs::remove_file(desk.path("help.txt")).unwrap();
    }
    let said = desk.refused(
        2,
        &["manual", "print", "--page", "moon", "--out", "a.pdf"],
        "",
    );
    assert!(said.contains("first-session, printing-a-week"), "{said}");
    assert!(desk.names_in(&desk.path("")).is_empty());
}

/// What the help says to type is known here.
#[test]
fn every_command_in_the_help_is_one() {
    let desk = Desk::new();
    let mut met = 0;
    for lang in ["en", "da", "nb"] {
        desk.well(&["manual", "print", "--lang", lang, "--out", "help.html"]);
        let html = fs::read_to_string(desk.path("help.html")).unwrap();
        fs::remove_file(desk.path("help.html")).unwrap();
        for written in html.split("<em>waymark-cli ").skip(1) {
            let command = written.split("</em>").next().unwrap();
            let words: Vec<_> = command.split(' ').take(2).chain(["--help"]).collect();
            let help = desk.well(&words);
            for option in command.split(' ').filter(|word| word.starts_with("--")) {
                assert!(help.contains(option), "{command}: no {option}");
            }
            met += 1;
        }
    }
    assert!(met >= 3 * 8, "only {met} commands were found");
}
