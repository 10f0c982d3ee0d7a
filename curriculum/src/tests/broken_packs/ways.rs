//! The ways to break the small pack, one at a time.

use super::super::tiny_pack::{
    FIGURE_FILE, GUIDE_FILE, MODULE_FILE, ONE_DANISH, ONE_FILE, TWO_FILE,
};
use crate::PackFiles;

/// One way to break the pack.
pub(super) enum Break {
    /// In a file, one text for another. The first place counts.
    Change(&'static str, &'static str, &'static str),
    /// A file with these bytes.
    File(&'static str, Vec<u8>),
    /// No such file.
    Gone(&'static str),
}
use Break::{Change, File, Gone};

pub(super) const PACK: &str = "pack.toml";
pub(super) const COURSE: &str = "courses/short.toml";

pub(super) fn break_it(files: &mut PackFiles, how: Break) {
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

pub(super) fn ways() -> Vec<(&'static str, Break)> {
    vec![
        // Marks.
        (
            "what matters is no block",
            Change(MODULE_FILE, "matters = \"sheet\"", "matters = \"shet\""),
        ),
        (
            "a story that matters",
            Change(MODULE_FILE, "matters = \"sheet\"", "matters = \"amira\""),
        ),
        (
            "an option for the goal that is none",
            Change(MODULE_FILE, "goal = [\"go\"]", "goal = [\"gone\"]"),
        ),
        // Figures.
        ("no drawing", Gone(FIGURE_FILE)),
        (
            "a drawing nobody shows",
            File("modules/01-first/figures/other.toml", b"x".to_vec()),
        ),
        (
            "a shape that is none",
            Change(FIGURE_FILE, "{ circle", "{ script"),
        ),
        (
            "a circle that runs something",
            Change(FIGURE_FILE, "fill = \"ink\"", "onload = \"alert(1)\""),
        ),
        (
            "a fill that loads something",
            Change(FIGURE_FILE, "\"ink\"", "\"url(http://a.example/b)\""),
        ),
        (
            "a path that holds markup",
            Change(FIGURE_FILE, "C 600 100", "\\\" onload=\\\"x C 600 100"),
        ),
        (
            "a path with a small letter",
            Change(FIGURE_FILE, "L 500", "l 500"),
        ),
        (
            "a path that starts nowhere",
            Change(FIGURE_FILE, "M 10 100 ", ""),
        ),
        (
            "a path that leaves the grid",
            Change(FIGURE_FILE, "L 500", "L 9000"),
        ),
        (
            "a drawing that is huge",
            Change(FIGURE_FILE, "[1000, 200]", "[1000, 99999]"),
        ),
        (
            "a figure without words for those who do not see it",
            Change(ONE_FILE, "alt = \"A line, and where it ends.\"\n", ""),
        ),
        (
            "a label without words",
            Change(ONE_FILE, "end = \"The\\nend\"\n", "and = \"x\"\n"),
        ),
        (
            "a label that does not fit",
            Change(ONE_FILE, "\"The\\nend\"", "\"A very long line of words\""),
        ),
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
            "a course that is usual in no language we know",
            Change(COURSE, "[\"en\", \"da\"]", "[\"sv\", \"da\", \"da\"]"),
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
