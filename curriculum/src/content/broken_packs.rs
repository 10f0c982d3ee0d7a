//! A good pack broken in one way at a time, and what the author is told. Then: nothing makes the reader panic.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::fmt::Write;

use proptest::prelude::*;

use super::{
    Curriculum, PackFiles,
    tiny_pack::{self, GUIDE_FILE, MODULE_FILE, ONE_DANISH, ONE_FILE, TWO_FILE},
};

/// One way to break the pack.
enum Break {
    /// In a file, one text for another. The first place counts.
    Change(&'static str, &'static str, &'static str),
    /// A file with these bytes.
    File(&'static str, Vec<u8>),
    /// No such file.
    Gone(&'static str),
}
use Break::{Change, File, Gone};

const PACK: &str = "pack.toml";
const COURSE: &str = "courses/short.toml";

fn break_it(files: &mut PackFiles, how: Break) {
    match how {
        Change(path, from, to) => {
            let text = String::from_utf8(files[path].clone()).unwrap();
            assert!(text.contains(from), "{path} holds no {from}");
            files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
        }
        File(path, bytes) => {
            files.insert(path.to_owned(), bytes);
        }
        Gone(path) => {
            files.remove(path).unwrap();
        }
    }
}

fn ways() -> Vec<(&'static str, Break)> {
    vec![
        // Files and paths.
        ("no pack.toml", Gone(PACK)),
        ("no module.toml", Gone(MODULE_FILE)),
        ("no guide", Gone(GUIDE_FILE)),
        ("no translation", Gone(ONE_DANISH)),
        ("no course", Gone(COURSE)),
        (
            "an unlisted topic",
            File("modules/01-first/en/three.md", b"x".to_vec()),
        ),
        (
            "an unlisted language",
            File("modules/01-first/nb/one.md", b"x".to_vec()),
        ),
        (
            "a folder that is no language",
            File("modules/01-first/fr/one.md", b"x".to_vec()),
        ),
        ("a program", File("setup.exe", b"MZ".to_vec())),
        (
            "a course in a deeper folder",
            File("courses/old/short.toml", b"".to_vec()),
        ),
        (
            "a path out of the pack",
            File("modules/../../etc/passwd", b"x".to_vec()),
        ),
        ("a path from the root", File("/etc/passwd", b"x".to_vec())),
        (
            "a path with a backslash",
            File("modules\\01-first\\x.md", b"x".to_vec()),
        ),
        ("a path with a drive", File("C:/x.md", b"x".to_vec())),
        (
            "a path with a hidden character",
            File("modules/\u{202E}x.md", b"x".to_vec()),
        ),
        ("a huge file", File(ONE_FILE, vec![b'x'; 50 * 1024 * 1024])),
        (
            "a folder without a number",
            File("modules/second/module.toml", b"id = \"second\"".to_vec()),
        ),
        ("an empty topic", File(TWO_FILE, Vec::new())),
        // Bytes and characters.
        (
            "a byte order mark",
            Change(PACK, "format", "\u{FEFF}format"),
        ),
        (
            "bytes that are no text",
            File(TWO_FILE, b"+++\ntitle = \"Caf\xE9\"\n+++\n".to_vec()),
        ),
        (
            "a control character",
            Change(TWO_FILE, "Only words", "Only\u{7} words"),
        ),
        (
            "a turned direction in prose",
            Change(TWO_FILE, "Only words", "Only \u{202E}words"),
        ),
        (
            "a turned direction by escape",
            Change(ONE_FILE, "\"Ticks\"", "\"Ti\\u202Ecks\""),
        ),
        (
            "a turned direction by entity",
            Change(TWO_FILE, "Only words", "Only &#x202E;words"),
        ),
        // pack.toml.
        ("an unknown key", Change(PACK, "licence", "license")),
        (
            "a key twice",
            Change(PACK, "id = \"tiny\"", "id = \"tiny\"\nid = \"tiny\""),
        ),
        (
            "no TOML",
            Change(PACK, "title = \"Tiny pack\"", "title = Tiny pack"),
        ),
        ("a newer format", Change(PACK, "format = 1", "format = 2")),
        (
            "a format that never was",
            Change(PACK, "format = 1", "format = 0"),
        ),
        (
            "a format in words",
            Change(PACK, "format = 1", "format = \"1\""),
        ),
        (
            "an unknown language",
            Change(PACK, "\"da\"]", "\"da\", \"sv\"]"),
        ),
        (
            "a language twice",
            Change(PACK, "\"da\"]", "\"da\", \"da\"]"),
        ),
        ("no languages", Change(PACK, "[\"en\", \"da\"]", "[]")),
        ("a version in words", Change(PACK, "\"1.2.3\"", "\"new\"")),
        ("an id with capitals", Change(PACK, "\"tiny\"", "\"Tiny\"")),
        (
            "three faults at once",
            Change(
                PACK,
                "title = \"Tiny pack\"\nversion = \"1.2.3\"",
                "titel = 3\nversion = 1",
            ),
        ),
        // courses.
        (
            "a course of an unknown module",
            Change(COURSE, "[\"first\"]", "[\"first\", \"none\"]"),
        ),
        (
            "a course with a module twice",
            Change(COURSE, "[\"first\"]", "[\"first\", \"first\"]"),
        ),
        (
            "a course of another name",
            Change(COURSE, "id = \"short\"", "id = \"long\""),
        ),
        (
            "a course without a translation",
            Change(COURSE, ", da = \"Kort\"", ""),
        ),
        (
            "a course in an unknown language",
            Change(COURSE, ", da = \"Kort\"", ", da = \"Kort\", se = \"Kort\""),
        ),
        // module.toml.
        (
            "a module of another name",
            Change(MODULE_FILE, "id = \"first\"", "id = \"other\""),
        ),
        (
            "sessions upside down",
            Change(MODULE_FILE, "min = 1, max = 2", "min = 3, max = 2"),
        ),
        (
            "a topic twice",
            Change(MODULE_FILE, "id = \"two\"", "id = \"one\""),
        ),
        (
            "a topic without review status",
            Change(MODULE_FILE, "review = { status = \"draft\" }", ""),
        ),
        (
            "a review of unknown status",
            Change(MODULE_FILE, "\"draft\"", "\"fine\""),
        ),
        (
            "a review without a day",
            Change(MODULE_FILE, ", on = 2026-11-21", ""),
        ),
        (
            "a review on a day that never was",
            Change(MODULE_FILE, "2026-11-21", "2026-02-30"),
        ),
        (
            "a draft with a reviewer",
            Change(MODULE_FILE, "\"draft\"", "\"draft\", by = \"Me\""),
        ),
        (
            "a topic called guide",
            Change(MODULE_FILE, "id = \"two\"", "id = \"guide\""),
        ),
        (
            "a block twice",
            Change(MODULE_FILE, "id = \"rate\"", "id = \"ticks\""),
        ),
        (
            "a block of unknown kind",
            Change(MODULE_FILE, "kind = \"rating\"", "kind = \"ratings\""),
        ),
        (
            "a block without a kind",
            Change(MODULE_FILE, "kind = \"rating\"", ""),
        ),
        (
            "a key of another kind",
            Change(
                MODULE_FILE,
                "lines = 4",
                "lines = 4\n  levels = [\"a\", \"b\"]",
            ),
        ),
        (
            "lines beyond the page",
            Change(MODULE_FILE, "lines = 4", "lines = 40"),
        ),
        (
            "lines in words",
            Change(MODULE_FILE, "lines = 4", "lines = \"four\""),
        ),
        ("no lines", Change(MODULE_FILE, "lines = 4", "")),
        (
            "a row twice",
            Change(
                MODULE_FILE,
                "[\"walk\", \"sing\"]",
                "[\"walk\", \"sing\", \"walk\"]",
            ),
        ),
        (
            "a row with the name of a free line",
            Change(
                MODULE_FILE,
                "[\"walk\", \"sing\"]",
                "[\"walk\", \"sing\", \"other-1\"]",
            ),
        ),
        (
            "a field twice, once in a group",
            Change(MODULE_FILE, "{ id = \"what\"", "{ id = \"words\""),
        ),
        (
            "a field of unknown input",
            Change(MODULE_FILE, "input = \"date\"", "input = \"day\""),
        ),
        (
            "a field without input",
            Change(MODULE_FILE, "id = \"on\", input = \"date\"", "id = \"on\""),
        ),
        (
            "a scale upside down",
            Change(MODULE_FILE, "min = 0, max = 10", "min = 10, max = 0"),
        ),
        (
            "a scale too long for a line",
            Change(MODULE_FILE, "min = 0, max = 10", "min = 0, max = 100"),
        ),
        (
            "a number beyond all numbers",
            Change(MODULE_FILE, "max = 99", "max = 99999999999999999999"),
        ),
        (
            "one choice only",
            Change(
                MODULE_FILE,
                "choices = [\"nobody\", \"one\"]",
                "choices = [\"nobody\"]",
            ),
        ),
        (
            "a group in a group",
            Change(
                MODULE_FILE,
                "{ id = \"what\", input = \"text\" }",
                "{ id = \"what\", input = \"group\", rows = 1, field = [] }",
            ),
        ),
        (
            "a right answer that is no choice",
            Change(MODULE_FILE, "right = \"yes\"", "right = \"maybe\""),
        ),
        (
            "a list where words belong",
            Change(MODULE_FILE, "id = \"ask\"", "id = [\"ask\"]"),
        ),
        (
            "too deep a list",
            Change(
                MODULE_FILE,
                "sessions = {",
                "deep = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\nsessions = {",
            ),
        ),
        (
            "no topics",
            File(
                MODULE_FILE,
                b"id = \"first\"\nsessions = { min = 1, max = 2 }\n".to_vec(),
            ),
        ),
        // Front matter.
        ("no front matter", Change(TWO_FILE, "+++\n", "")),
        (
            "front matter without an end",
            Change(TWO_FILE, "+++\n\nOnly", "\nOnly"),
        ),
        ("no title", Change(TWO_FILE, "title = \"Two\"\n", "")),
        ("an empty title", Change(TWO_FILE, "\"Two\"", "\" \"")),
        (
            "one summary point",
            Change(TWO_FILE, "[\"First.\", \"Second.\"]", "[\"First.\"]"),
        ),
        // Prose.
        (
            "an HTML block",
            Change(TWO_FILE, "Only words.", "<div>Only</div>"),
        ),
        (
            "HTML in a line",
            Change(TWO_FILE, "Only words.", "Only <b>words</b>."),
        ),
        (
            "an HTML comment",
            Change(TWO_FILE, "Only words.", "<!-- hidden -->"),
        ),
        (
            "a link",
            Change(TWO_FILE, "Only words.", "Only [words](http://example.org)."),
        ),
        (
            "a link elsewhere",
            Change(
                TWO_FILE,
                "Only words.",
                "Only words.\n\n[a]: http://example.org",
            ),
        ),
        (
            "an image",
            Change(TWO_FILE, "Only words.", "![words](a.png)"),
        ),
        (
            "a table",
            Change(TWO_FILE, "Only words.", "| a | b |\n|---|---|\n| c | d |"),
        ),
        (
            "code in a line",
            Change(TWO_FILE, "Only words.", "Only `words`."),
        ),
        (
            "code by four spaces",
            Change(TWO_FILE, "Only words.", "    Only words."),
        ),
        (
            "a rule",
            Change(TWO_FILE, "Only words.", "Only\n\n---\n\nwords."),
        ),
        (
            "a title in the text",
            Change(TWO_FILE, "Only words.", "# Only words."),
        ),
        (
            "a heading too deep",
            Change(TWO_FILE, "Only words.", "#### Only words."),
        ),
        (
            "a heading without words",
            Change(TWO_FILE, "Only words.", "##\n\nWords."),
        ),
        (
            "a heading with an id",
            Change(TWO_FILE, "Only words.", "## Only {#words}"),
        ),
        (
            "a list in a list",
            Change(TWO_FILE, "Only words.", "- Only\n  - words"),
        ),
        (
            "a list that starts late",
            Change(TWO_FILE, "Only words.", "3. Only"),
        ),
        (
            "a list item of two paragraphs",
            Change(TWO_FILE, "Only words.", "- Only\n\n  words"),
        ),
        (
            "a quotation without words",
            Change(TWO_FILE, "Only words.", "> — Amira"),
        ),
        (
            "a quotation in a quotation",
            Change(TWO_FILE, "Only words.", "> Only\n>\n> > words"),
        ),
        // Interactive blocks.
        (
            "an undeclared block",
            Change(
                TWO_FILE,
                "Only words.",
                "```question more\nprompt = \"x\"\n```",
            ),
        ),
        (
            "a block of no kind",
            Change(TWO_FILE, "Only words.", "```rust main\nfn\n```"),
        ),
        (
            "a block without an id",
            Change(TWO_FILE, "Only words.", "```question\nprompt = \"x\"\n```"),
        ),
        (
            "a block without an end",
            Change(ONE_FILE, "She sings.\n\"\"\"\n```", "She sings.\n\"\"\"\n"),
        ),
        (
            "a block in a list",
            Change(
                ONE_FILE,
                "- two",
                "- two\n\n  ```question ask\n  prompt = \"x\"\n  ```",
            ),
        ),
        (
            "a block twice on a page",
            Change(
                ONE_FILE,
                "```key-point keep",
                "```question ask\nprompt = \"x\"\n```\n\n```key-point keep",
            ),
        ),
        (
            "a block left out",
            Change(
                ONE_FILE,
                "```key-point keep\nwords = \"Keep **this**.\"\n```",
                "",
            ),
        ),
        (
            "blocks in another order",
            Change(
                ONE_FILE,
                "```question ask\nprompt = \"What *helps*?\"\n```\n\n```checklist ticks\ntitle = \"Ticks\"\nintro = \"Tick some.\"\n[columns]\nalready = \"I do\"\nwant = \"I want to\"\n[rows]\nwalk = \"Walking\"\nsing = { label = \"Singing\", hint = \"Humming counts.\" }\n```",
                "```checklist ticks\ntitle = \"Ticks\"\n[columns]\nalready = \"I do\"\nwant = \"I want to\"\n[rows]\nwalk = \"Walking\"\nsing = \"Singing\"\n```\n\n```question ask\nprompt = \"What?\"\n```",
            ),
        ),
        (
            "a block of another kind",
            Change(ONE_FILE, "```rating rate", "```checklist rate"),
        ),
        (
            "a misspelt id",
            Change(ONE_FILE, "```question ask", "```question aks"),
        ),
        (
            "a misspelt kind",
            Change(ONE_FILE, "```question ask", "```qestion ask"),
        ),
        (
            "a misspelt key in a block",
            Change(ONE_FILE, "prompt = \"What", "promt = \"What"),
        ),
        (
            "a block that is no TOML",
            Change(ONE_FILE, "title = \"Rate\"", "title = \"Rate"),
        ),
        (
            "words for a row that is not there",
            Change(
                ONE_FILE,
                "walk = \"Walking\"",
                "walk = \"Walking\"\nrun = \"Running\"",
            ),
        ),
        (
            "no words for a row",
            Change(ONE_FILE, "walk = \"Walking\"\n", ""),
        ),
        (
            "a row with a foreign key",
            Change(
                ONE_FILE,
                "hint = \"Humming counts.\"",
                "hnt = \"Humming counts.\"",
            ),
        ),
        (
            "a row that is a number",
            Change(ONE_FILE, "walk = \"Walking\"", "walk = 7"),
        ),
        (
            "no words for a column",
            Change(ONE_FILE, "want = \"I want to\"\n", ""),
        ),
        (
            "no columns at all",
            Change(
                ONE_FILE,
                "[columns]\nalready = \"I do\"\nwant = \"I want to\"\n",
                "",
            ),
        ),
        (
            "a scale without its ends",
            Change(
                ONE_FILE,
                "sure = { label = \"How sure?\", low = \"not\", high = \"very\" }",
                "sure = \"How sure?\"",
            ),
        ),
        (
            "a scale without one end",
            Change(ONE_FILE, ", high = \"very\"", ""),
        ),
        (
            "a choice without words",
            Change(ONE_FILE, ", one = \"One\" }", " }"),
        ),
        (
            "a date with choices",
            Change(ONE_FILE, "hint = \"Today.\"", "choices = { a = \"A\" }"),
        ),
        (
            "no words for a field in a group",
            Change(ONE_FILE, "what = \"What\"\n", ""),
        ),
        (
            "a knowledge check without a reason",
            Change(ONE_FILE, "because = \"It is.\"\n", ""),
        ),
        (
            "a role play without steps",
            Change(ONE_FILE, "steps = [\"Say hello.\", \"Ask.\"]\n", ""),
        ),
        (
            "a story without a text",
            Change(
                ONE_FILE,
                "text = \"\"\"\nShe *walks*.\n\nShe sings.\n\"\"\"",
                "",
            ),
        ),
        // Guide.
        (
            "a guide without a section",
            Change(GUIDE_FILE, "## Supporters {#supporters}\n", ""),
        ),
        (
            "a section without an id",
            Change(GUIDE_FILE, "## Supporters {#supporters}", "## Supporters"),
        ),
        (
            "a section of unknown id",
            Change(GUIDE_FILE, "{#supporters}", "{#suporters}"),
        ),
        (
            "a section twice",
            Change(GUIDE_FILE, "{#review}", "{#goals}"),
        ),
        (
            "sections in another order",
            Change(
                GUIDE_FILE,
                "## Home practice {#home-practice}\n\nTry.\n\n## Supporters {#supporters}",
                "## Supporters {#supporters}\n\nTry.\n\n## Home practice {#home-practice}",
            ),
        ),
        (
            "a block in a guide",
            Change(GUIDE_FILE, "Why.", "```question ask\nprompt = \"x\"\n```"),
        ),
        (
            "a guide without aims",
            Change(
                GUIDE_FILE,
                "[\"Knows one thing.\", \"Tries one thing.\"]",
                "[]",
            ),
        ),
    ]
}

#[test]
fn every_broken_pack_is_refused_with_file_line_and_remedy() {
    let mut shown = String::new();
    for (name, how) in ways() {
        let mut files = tiny_pack::files();
        break_it(&mut files, how);
        let problems = Curriculum::from_files(&files).expect_err(name);
        assert!(!problems.as_slice().is_empty(), "{name}");
        for problem in problems.as_slice() {
            for half in [&problem.what, &problem.instead] {
                assert!(
                    !half.is_empty() && !half.ends_with('.'),
                    "{name}: {problem}"
                );
            }
        }
        writeln!(shown, "# {name}\n{problems}\n").unwrap();
    }
    insta::assert_snapshot!("broken_packs", shown);
}

#[test]
fn a_pack_of_too_many_files_or_bytes_is_refused_at_once() {
    let mut files = tiny_pack::files();
    for number in 0..2_000 {
        files.insert(format!("modules/01-first/en/t{number}.md"), Vec::new());
    }
    let problems = Curriculum::from_files(&files).unwrap_err();
    let too_much = "The pack holds more than 2,000 files or 20 MiB";
    assert_eq!(problems.as_slice()[0].what, too_much);

    let mut files = tiny_pack::files();
    for number in 0..21 {
        files.insert(
            format!("modules/01-first/en/t{number}.md"),
            vec![b' '; 1024 * 1024],
        );
    }
    let problems = Curriculum::from_files(&files).unwrap_err();
    assert_eq!(problems.as_slice()[0].what, too_much);
}

#[test]
fn faults_of_several_files_are_told_in_one_go_and_in_order() {
    let mut files = tiny_pack::files();
    break_it(&mut files, Change(ONE_FILE, "walk = \"Walking\"\n", ""));
    break_it(
        &mut files,
        Change(ONE_FILE, "title = \"Sheet\"", "titel = \"Sheet\""),
    );
    break_it(&mut files, Change(COURSE, "[\"first\"]", "[\"last\"]"));
    break_it(&mut files, Gone(TWO_FILE));
    let problems = Curriculum::from_files(&files).unwrap_err();
    let places: Vec<_> = problems
        .as_slice()
        .iter()
        .map(|problem| format!("{}:{}", problem.file, problem.line))
        .collect();
    assert_eq!(
        places,
        [
            "courses/short.toml:4",
            "modules/01-first/en/one.md:27",
            "modules/01-first/en/one.md:41",
            "modules/01-first/en/two.md:0",
        ]
    );
}

#[test]
fn files_made_to_exhaust_the_reader_end_in_a_problem() {
    for piece in [
        ">", "- ", "[", "![", "*", "**a", "`", "<", "&#", "|", "\\", "~~~\n", "#", "a\n",
    ] {
        let mut files = tiny_pack::files();
        let text = format!("{}{}", tiny_pack::TWO, piece.repeat(200_000 / piece.len()));
        break_it(&mut files, File(TWO_FILE, text.into_bytes()));
        // Some of these are words, if strange ones; what counts is that the answer comes.
        let _ = Curriculum::from_files(&files).is_ok();
    }
    for piece in ["[", "[[", "a.", "a = {", "\"", "[a]\n", "a = [\n"] {
        let mut files = tiny_pack::files();
        break_it(
            &mut files,
            File(PACK, piece.repeat(200_000 / piece.len()).into_bytes()),
        );
        assert!(Curriculum::from_files(&files).is_err(), "{piece}");
    }
}

/// Bits of the format, for making text that is nearly right.
const BITS: [&str; 24] = [
    "+++\n",
    "```question ask\n",
    "```\n",
    "prompt = \"x\"\n",
    "\n\n",
    "## ",
    "- ",
    "> ",
    "*",
    "**",
    "<b>",
    "[rows]\n",
    "[[topic]]\n",
    "id = ",
    "\"",
    "'''",
    "{ label = 3 }",
    "\u{202E}",
    "é",
    "\r\n",
    "&amp;",
    "— ",
    "= 1\n",
    "{#purpose}",
];

proptest! {
    #[test]
    fn bytes_of_any_kind_are_read_without_a_panic(which in 0_usize..9, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut files = tiny_pack::files();
        let path = files.keys().nth(which).unwrap().clone();
        files.insert(path, bytes);
        prop_assert!(Curriculum::from_files(&files).is_err());
    }

    #[test]
    fn a_changed_pack_is_read_without_a_panic(
        which in 0_usize..9,
        at in any::<prop::sample::Index>(),
        cut in 0_usize..40,
        bits in prop::collection::vec(prop::sample::select(BITS.to_vec()), 0..6),
    ) {
        let mut files = tiny_pack::files();
        let path = files.keys().nth(which).unwrap().clone();
        let bytes = files.get_mut(&path).unwrap();
        let from = at.index(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, bits.concat().into_bytes());
        if let Err(problems) = Curriculum::from_files(&files) {
            prop_assert!(!problems.as_slice().is_empty());
            for problem in problems.as_slice() {
                prop_assert!(!problem.file.is_empty() && !problem.instead.is_empty());
            }
        }
    }

    #[test]
    fn text_made_of_bits_is_read_without_a_panic(bits in prop::collection::vec(prop::sample::select(BITS.to_vec()), 0..60)) {
        let mut files = tiny_pack::files();
        let text = format!("{}{}", tiny_pack::TWO, bits.concat());
        files.insert(TWO_FILE.to_owned(), text.into_bytes());
        if let Ok(curriculum) = Curriculum::from_files(&files) {
            let counted = crate::check::stats(&curriculum);
            prop_assert!(counted.iter().all(|page| page.syllables >= page.words));
            let _ = crate::check::check(&curriculum);
        }
    }

    #[test]
    fn paths_of_any_kind_are_refused_or_named(path in "\\PC{0,40}") {
        prop_assume!(!path.split('/').any(|part| part.starts_with('.')));
        let mut files = tiny_pack::files();
        files.insert(path.clone(), b"x".to_vec());
        prop_assert!(Curriculum::from_files(&files).is_err(), "{path}");
    }
}
