//! The ways to break what stands beside the topics: paces, tracks, forms, instruments and the blocks that lead on.

use super::{
    super::tiny_pack::{
        ABOUT_FILE, FACTS, FACTS_FILE, FORMS, FORMS_FILE, MOOD_FILE, ONE_FILE, PACES_FILE,
        PLAN_FILE,
    },
    ways::Break::{self, Change, File, Gone},
};

fn form(from: &'static str, to: &'static str) -> Break {
    Change(FORMS_FILE, from, to)
}

fn facts(from: &'static str, to: &'static str) -> Break {
    Change(FACTS_FILE, from, to)
}

pub(super) fn ways() -> Vec<(&'static str, Break)> {
    [paces(), tracks(), forms(), instruments(), words()]
        .into_iter()
        .flatten()
        .collect()
}

fn paces() -> Vec<(&'static str, Break)> {
    vec![
        ("no paces in their file", File(PACES_FILE, b"".to_vec())),
        ("a pace without days", Change(PACES_FILE, "days = 7\n", "")),
        (
            "months upside down",
            Change(PACES_FILE, "min = 9, max = 10", "min = 10, max = 9"),
        ),
        (
            "a pace of a hundred months",
            Change(PACES_FILE, "max = 10", "max = 100"),
        ),
        (
            "a pace without a translation",
            Change(PACES_FILE, ", da = \"Hver uge\"", ""),
        ),
        (
            "a pace twice",
            Change(
                PACES_FILE,
                "[[pace]]\n",
                "[[pace]]\nid = \"weekly\"\ntitle = { en = \"a\", da = \"b\" }\ndays = 1\nmonths = { min = 1, max = 2 }\nsource = { en = \"a\", da = \"b\" }\n\n[[pace]]\n",
            ),
        ),
    ]
}

fn tracks() -> Vec<(&'static str, Break)> {
    vec![
        (
            "a topic of a misspelt track",
            facts("track = \"sun\"", "track = \"sum\""),
        ),
        (
            "a topic of an unknown track",
            facts("track = \"sun\"", "track = \"thunder\""),
        ),
        (
            "a track that is longer than the other",
            facts("id = \"after\"\n", "id = \"after\"\ntrack = \"rain\"\n"),
        ),
        (
            "a topic for everybody that parts the tracks",
            facts("track = \"rain\"\n", ""),
        ),
        (
            "a track without topics",
            File(
                FACTS_FILE,
                FACTS
                    .replace("\ntrack = \"sun\"", "")
                    .replace("\ntrack = \"rain\"", "")
                    .into_bytes(),
            ),
        ),
        (
            "a track alone",
            facts(
                "[[track]]\nid = \"rain\"\ntitle = { en = \"Rain\", da = \"Regn\" }\n",
                "",
            ),
        ),
        ("a track twice", facts("id = \"rain\"", "id = \"sun\"")),
        ("a track without a translation", facts(", da = \"Sol\"", "")),
        (
            "a way to a form that is not there",
            facts("form = \"plan\"", "form = \"plans\""),
        ),
        (
            "a way to a topic, which is no form",
            facts("form = \"plan\"", "form = \"sunny\""),
        ),
        (
            "services about the weather",
            facts("about = \"crisis\"", "about = \"weather\""),
        ),
        (
            "services about nothing",
            facts("  about = \"crisis\"\n", ""),
        ),
    ]
}

fn forms() -> Vec<(&'static str, Break)> {
    vec![
        ("no forms.toml", Gone(FORMS_FILE)),
        ("no forms in their file", File(FORMS_FILE, b"".to_vec())),
        ("a form without words", Gone(PLAN_FILE)),
        (
            "words without a form",
            File("forms/en/diary.md", b"x".to_vec()),
        ),
        (
            "a form in an unlisted language",
            File("forms/nb/plan.md", b"x".to_vec()),
        ),
        (
            "a form in a deeper folder",
            File("forms/en/old/plan.md", b"x".to_vec()),
        ),
        (
            "a form with the id of a topic",
            form("id = \"plan\"", "id = \"one\""),
        ),
        ("a form twice", form("id = \"mood\"", "id = \"plan\"")),
        (
            "a form of unknown kind",
            form("kind = \"plan\"", "kind = \"poem\""),
        ),
        (
            "a form of misspelt kind",
            form("kind = \"plan\"", "kind = \"plans\""),
        ),
        ("a form without a kind", form("kind = \"plan\"\n", "")),
        (
            "a form of an unknown module",
            form("module = \"first\"", "module = \"fist\""),
        ),
        (
            "a form without review status",
            form("review = { status = \"draft\" }\n", ""),
        ),
        (
            "a story in a form",
            form(
                "kind = \"worksheet\"\n  field = [\n    { id = \"helps\"",
                "kind = \"story\"\n  field = [\n    { id = \"helps\"",
            ),
        ),
        (
            "practice in a form",
            form("kind = \"rating\"", "kind = \"practice\""),
        ),
        (
            "a worksheet of a form with copies of its own",
            form("id = \"mine\"\n", "id = \"mine\"\n  many = true\n"),
        ),
        (
            "words from an unknown page",
            form("\"one/ticks\"", "\"ome/ticks\""),
        ),
        (
            "words from an unknown block",
            form("\"one/ticks\"", "\"one/tick\""),
        ),
        (
            "words from an unknown field",
            form("\"one/sheet/told\"", "\"one/sheet/friends\""),
        ),
        (
            "words from a block that takes none",
            form("\"one/ticks\"", "\"one/amira\""),
        ),
        (
            "words from a topic as a whole",
            form("\"one/ticks\"", "\"one\""),
        ),
        (
            "words from four places deep",
            form("\"one/ticks\"", "\"one/ticks/walk/want\""),
        ),
        (
            "words from a list",
            form("\"one/ticks\"", "[\"one/ticks\"]"),
        ),
        (
            "words from elsewhere in a topic",
            Change(
                super::super::tiny_pack::MODULE_FILE,
                "lines = 6 }",
                "lines = 6, from = [\"one/ask\"] }",
            ),
        ),
    ]
}

fn instruments() -> Vec<(&'static str, Break)> {
    let (scoring, _) = FORMS.split_once("  [form.instrument]").unwrap();
    vec![
        (
            "an instrument that is not scored",
            File(FORMS_FILE, scoring.as_bytes().to_vec()),
        ),
        (
            "a score for a sheet",
            form("kind = \"instrument\"", "kind = \"sheet\""),
        ),
        ("an unknown rater", form("\"person\"", "\"nurse\"")),
        (
            "an unknown score",
            form("score = \"mean\"", "score = \"median\""),
        ),
        (
            "a score of an unknown block",
            form("blocks = [\"items\", \"more\"]", "blocks = [\"item\"]"),
        ),
        (
            "right answers of a rating",
            form("score = \"mean\"", "score = \"right\""),
        ),
        (
            "levels without a value",
            form("[\"1\", \"2\", \"3\", \"na\"]", "[\"low\", \"high\"]"),
        ),
        (
            "a worksheet without a value",
            form(
                "input = \"scale\", min = 0, max = 10",
                "input = \"long-text\", lines = 2",
            ),
        ),
        ("more than all items", form("least = 3", "least = 5")),
        ("no least", form("  least = 3\n", "")),
        (
            "a mean that is prorated",
            form("least = 3", "least = 3\n  prorate = true"),
        ),
        (
            "nothing that is better",
            form("  better = \"higher\"\n", ""),
        ),
        ("a wording of its own", form("\"paraphrase\"", "\"mine\"")),
        (
            "an instrument without a source",
            Change(MOOD_FILE, "source = \"Ida Lund, 2020.\"\n", ""),
        ),
        (
            "an instrument without rights",
            Change(MOOD_FILE, "rights = \"Free for all.\"\n", ""),
        ),
        (
            "a source of what is no instrument",
            Change(
                PLAN_FILE,
                "purpose = \"Keep what helps.\"",
                "purpose = \"Keep what helps.\"\nsource = \"Ida.\"",
            ),
        ),
    ]
}

fn words() -> Vec<(&'static str, Break)> {
    vec![
        (
            "an undeclared block in a form",
            Change(PLAN_FILE, "```worksheet mine", "```worksheet mind"),
        ),
        (
            "a block left out of a form",
            Change(
                MOOD_FILE,
                "```worksheet more\ntitle = \"More\"\n[fields]\nsure = { label = \"How sure?\", low = \"not\", high = \"very\" }\nnote = \"A note\"\n```",
                "",
            ),
        ),
        (
            "a heading of a form with an id",
            Change(
                PLAN_FILE,
                "```worksheet mine",
                "## Mine {#mine}\n\n```worksheet mine",
            ),
        ),
        (
            "one summary point in a form",
            Change(
                PLAN_FILE,
                "purpose = \"Keep what helps.\"",
                "purpose = \"Keep what helps.\"\nsummary = [\"One.\"]",
            ),
        ),
        (
            "a field of a form without words",
            Change(PLAN_FILE, "who = \"Who knows\"\n", ""),
        ),
        (
            "a way to a form without words",
            Change(ABOUT_FILE, "words = \"Open *it* now.\"", ""),
        ),
        (
            "a way to a form with a title of its own",
            Change(
                ABOUT_FILE,
                "words = \"Open",
                "title = \"Plan\"\nwords = \"Open",
            ),
        ),
        (
            "services without words for none",
            Change(
                ABOUT_FILE,
                "empty = \"Ask for a number, and write it down.\"",
                "",
            ),
        ),
        (
            "a field that is no field",
            Change(ONE_FILE, "words = \"My words\"", "wards = \"My words\""),
        ),
    ]
}
