//! The author's tools that need paper: preview, stats with pages, and the workbook.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::desk::{Desk, is_pdf};

/// A copy of the built-in pack, to be changed.
fn pack(desk: &Desk) -> PathBuf {
    let pack = desk.path("pack");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../curriculum/content");
    copy(&content, &pack);
    pack
}

/// The little pack of the fixtures, quick to set on paper.
fn little() -> String {
    format!(
        "{}/../../../tests/fixtures/pack",
        env!("CARGO_MANIFEST_DIR")
    )
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub fn text(pdf: &Path) -> String {
    let output = Command::new("pdftotext").arg(pdf).arg("-").output();
    let output = output.expect("install the Debian package poppler-utils");
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn preview<'a>(topic: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["content", "preview", topic, "--out", "x.pdf"], more].concat()
}

#[test]
fn a_topic_and_a_guide_are_previewed_as_the_app_prints_them() {
    let desk = Desk::new();
    desk.well(&preview("what-helps", &[]));
    assert!(is_pdf(&desk.path("x.pdf")));
    let printed = text(&desk.path("x.pdf"));
    assert!(
        printed.contains("1.2") && printed.contains("page 1 of"),
        "{printed}"
    );

    let said = desk.json(&preview("guide:recovery-strategies", &["--size", "large"]));
    assert_eq!(said["path"], "x.pdf");
    assert!(text(&desk.path("x.pdf")).contains("When to stop"));
    assert_eq!(desk.names_in(&desk.path("")), ["x.pdf"], "more was left");
}

#[test]
fn a_preview_reads_the_pack_that_is_named() {
    let desk = Desk::new();
    let file = pack(&desk).join("modules/01-recovery-strategies/en/what-helps.md");
    let words = fs::read_to_string(&file).unwrap();
    let title = words
        .lines()
        .find(|line| line.starts_with("title ="))
        .unwrap();
    fs::write(
        &file,
        words.replace(title, "title = \"Lanterns and harbours\""),
    )
    .unwrap();
    desk.well(&preview("what-helps", &["--pack", "pack"]));
    assert!(text(&desk.path("x.pdf")).contains("Lanterns and harbours"));
}

#[test]
fn words_that_need_mending_are_previewed_all_the_same_with_a_note() {
    let desk = Desk::new();
    let file = pack(&desk).join("modules/01-recovery-strategies/en/what-helps.md");
    let words = fs::read_to_string(&file).unwrap();
    let at = words.rfind("+++\n").unwrap() + 4;
    let long = "and then ".repeat(30);
    fs::write(
        &file,
        format!("{}\nWe went {long} home.\n{}", &words[..at], &words[at..]),
    )
    .unwrap();
    let said = desk.run(&preview("what-helps", &["--pack", "pack"]), "");
    assert_eq!(said.exit, 0, "{said:?}");
    assert!(said.err.contains("need mending in 1 place"), "{}", said.err);
    assert_eq!(said.err.lines().count(), 1);
    assert!(text(&desk.path("x.pdf")).contains("and then and then"));
}

#[test]
fn a_preview_that_cannot_be_made_leaves_no_file_behind() {
    let desk = Desk::new();
    for (what, args) in [
        ("nowhere", preview("nowhere", &[])),
        ("guide of “nowhere”", preview("guide:nowhere", &[])),
        ("folder", preview("what-helps", &["--pack", "not-there"])),
    ] {
        let said = desk.run(&args, "");
        assert_eq!(
            (said.exit, said.err.lines().count()),
            (1, 1),
            "{what}: {said:?}"
        );
    }
    desk.refused(2, &preview("what-helps", &["--size", "huge"]), "");
    desk.refused(2, &["content", "preview", "what-helps"], "");
    desk.refused(
        1,
        &[
            "content",
            "preview",
            "what-helps",
            "--out",
            "no/such/folder/x.pdf",
        ],
        "",
    );
    assert!(desk.names_in(&desk.path("")).is_empty());

    // What stood there before stays.
    fs::write(desk.path("x.pdf"), "mine").unwrap();
    desk.refused(1, &preview("nowhere", &[]), "");
    assert_eq!(fs::read_to_string(desk.path("x.pdf")).unwrap(), "mine");
}

/// Does harm to a copy of the pack.
type Harm = fn(&Path);

#[test]
fn a_hostile_pack_is_refused_whole_with_its_problems() {
    const TOPIC: &str = "modules/01-recovery-strategies/en/what-helps.md";
    let harms: [(&str, Harm); 5] = [
        ("bytes that are no text", |pack| {
            fs::write(pack.join(TOPIC), [0xff, 0xfe, 0x00, 0x41]).unwrap();
        }),
        ("a file of 50 MB", |pack| {
            fs::write(pack.join(TOPIC), vec![b'a'; 50_000_000]).unwrap();
        }),
        ("a missing file", |pack| {
            fs::remove_file(pack.join(TOPIC)).unwrap()
        }),
        ("a link out of the pack", |pack| {
            fs::remove_file(pack.join(TOPIC)).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink("/etc/hostname", pack.join(TOPIC)).unwrap();
        }),
        ("a course that climbs out", |pack| {
            let file = pack.join("courses/ten-modules.toml");
            let words = fs::read_to_string(&file).unwrap();
            fs::write(
                file,
                words.replace("\"recovery-strategies\"", "\"../../etc\""),
            )
            .unwrap();
        }),
    ];
    for (what, harm) in harms {
        let desk = Desk::new();
        harm(&pack(&desk));
        for args in [
            preview("what-is-recovery", &["--pack", "pack"]),
            vec!["content", "stats", "pack"],
        ] {
            let said = desk.run(&args, "");
            assert_eq!(said.exit, 1, "{what}: {said:?}");
            assert_eq!(said.err.lines().count(), 1, "{what}: {}", said.err);
            assert!(!said.out.is_empty(), "{what}: no problem is named");
        }
        assert_eq!(desk.names_in(&desk.path("")), ["pack"], "{what}");
    }
}

#[test]
fn markup_in_a_pack_is_printed_as_it_stands() {
    let desk = Desk::new();
    let file = pack(&desk).join("modules/01-recovery-strategies/en/what-helps.md");
    let words = fs::read_to_string(&file).unwrap();
    let title = words
        .lines()
        .find(|line| line.starts_with("title ="))
        .unwrap();
    let hostile = "title = '#read(\"/etc/hostname\") $x$'";
    fs::write(&file, words.replace(title, hostile)).unwrap();
    let said = desk.run(&preview("what-helps", &["--pack", "pack"]), "");
    assert_eq!(said.exit, 0, "{said:?}");
    assert!(text(&desk.path("x.pdf")).contains("#read(\"/etc/hostname\") $x$"));
}

#[test]
fn stats_count_words_pages_and_sums_and_name_their_formula() {
    let desk = Desk::new();
    let little = little();
    let said = desk.run(&["--json", "content", "stats", &little], "");
    let stats: Value = serde_json::from_str(&said.out).unwrap();
    assert!(stats["formula"].as_str().unwrap().contains("Flesch"));
    let topics = stats["topics"].as_array().unwrap();
    for key in [
        "module",
        "topic",
        "lang",
        "words",
        "sentences",
        "longestSentence",
        "pages",
        "grade",
        "voice",
    ] {
        assert!(topics.iter().all(|topic| !topic[key].is_null()), "{key}");
    }
    let sum = |rows: &Value, key: &str| -> u64 {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row[key].as_u64().unwrap()).sum()
    };
    for key in ["words", "pages"] {
        let total = stats["totals"][key].as_u64().unwrap();
        assert!(total > 0);
        assert_eq!(sum(&stats["topics"], key), total);
        assert_eq!(sum(&stats["modules"], key), total);
    }

    // The pages are those that are printed.
    let topic = topics[0]["topic"].as_str().unwrap();
    desk.run(&preview(topic, &["--pack", &little]), "");
    let printed = text(&desk.path("x.pdf")).matches('\u{c}').count();
    assert_eq!(topics[0]["pages"], printed);

    let table = desk.run(&["content", "stats", &little], "").out;
    assert!(
        table.starts_with("module") && table.contains("pages"),
        "{table}"
    );
    assert!(table.contains("Flesch"), "{table}");
}

#[test]
fn a_workbook_holds_every_topic_of_its_course() {
    let desk = Desk::new();
    let workbook = |more: &[&str]| {
        let args = [
            "handout", "workbook", "--lang", "en", "--size", "normal", "--out", "w.pdf",
        ];
        desk.well(&[&args, more].concat());
        let printed = text(&desk.path("w.pdf"));
        fs::remove_file(desk.path("w.pdf")).unwrap();
        printed
    };
    let topics = desk.json(&["handout", "list", "--course", "eleven-modules"]);
    let all = workbook(&[]);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for topic in topics.as_array().unwrap() {
        let title = topic["title"].as_str().unwrap();
        assert!(words(&all).matches(title).count() >= 3, "{title}");
    }
    let pages = all.matches('\u{c}').count();
    for page in 1..=pages {
        assert!(
            all.contains(&format!("page {page} of {pages}")),
            "page {page}"
        );
    }
    // Without what is “more, if you like”: every topic, and about half the pages.
    let short = workbook(&["--short"]);
    assert!(!short.contains("More, if you like"));
    // The short book leaves the forms out.
    let taught = topics.as_array().unwrap().iter();
    for topic in taught.filter(|topic| topic.get("form").is_none()) {
        let title = topic["title"].as_str().unwrap();
        assert!(words(&short).matches(title).count() >= 3, "{title}");
    }
    let short_pages = short.matches('\u{c}').count();
    assert!(
        3 * short_pages < 2 * pages,
        "{short_pages} of {pages} pages"
    );
    // A person follows one track.
    let one = workbook(&["--short", "--track", "bipolar"]);
    assert!(words(&one).contains("What is bipolar disorder?"));
    assert!(!words(&one).contains("What is depression?"));
    let module = workbook(&["--module", "recovery-strategies", "--course", "ten-modules"]);
    assert!(module.starts_with("Workbook"), "{module}");
    assert!(words(&module).contains("Ten modules"));
}

#[test]
fn a_workbook_of_what_is_not_there_is_refused() {
    let desk = Desk::new();
    let ask = |more: &[&'static str]| {
        let args = [
            "handout", "workbook", "--lang", "en", "--size", "large", "--out", "w.pdf",
        ];
        desk.refused(1, &[&args, more].concat(), "")
    };
    assert!(ask(&["--course", "twelve"]).contains("eleven-modules"));
    assert!(ask(&["--module", "nowhere"]).contains("recovery-strategies"));
    assert!(ask(&["--track", "nowhere"]).contains("bipolar"));
    desk.refused(
        2,
        &["handout", "workbook", "--lang", "en", "--out", "w.pdf"],
        "",
    );
    assert!(desk.names_in(&desk.path("")).is_empty());
}
