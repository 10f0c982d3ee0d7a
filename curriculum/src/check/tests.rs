//! The style checks over small packs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::tests::tiny_pack;

/// A pack in English whose topic `two` holds these paragraphs.
fn pack_with(text: &str) -> Curriculum {
    Curriculum::from_files(&pack_files_with(text)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn pack_files_with(text: &str) -> crate::PackFiles {
    let mut files = tiny_pack::files();
    let module = tiny_pack::MODULE;
    let topic_two = &module[module.rfind("[[topic]]").unwrap()..];
    let head = "id = \"first\"\nsessions = { min = 1, max = 2 }\n";
    files.insert(
        tiny_pack::MODULE_FILE.to_owned(),
        format!("{head}{topic_two}").into_bytes(),
    );
    files.insert(
        "pack.toml".to_owned(),
        tiny_pack::PACK
            .replace("[\"en\", \"da\"]", "[\"en\"]")
            .into_bytes(),
    );
    files.retain(|path, _| {
        ["pack.toml", "courses/", "modules/01"]
            .iter()
            .any(|kept| path.starts_with(kept))
            && !path.contains("/da/")
            && !path.ends_with("one.md")
            && !path.contains("/figures/")
    });
    let page = tiny_pack::TWO.replace("Only words.", text);
    files.insert(tiny_pack::TWO_FILE.to_owned(), page.into_bytes());
    files
}

fn shown(text: &str) -> Vec<String> {
    check(&pack_with(text))
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_page_of_short_plain_sentences_passes() {
    let text = "You can talk about what helps you. Take one small step.\n\n".repeat(45);
    assert_eq!(shown(&text), Vec::<String>::new());
}

#[test]
fn a_short_page_with_a_long_sentence_is_named_with_file_and_line() {
    let long = "one two three four five six seven eight nine ten ".repeat(3);
    assert_eq!(
        shown(&format!("Short.\n\n{long}.")),
        [
            "modules/01-first/en/two.md: The topic has 38 words. Write at least 500, or make it part of another topic.",
            "modules/01-first/en/two.md:9: A sentence has 30 words: “one two three four five six …”. Make two of it; 25 words are the most.",
        ]
    );
}

#[test]
fn hard_words_and_words_that_pages_do_not_use_are_named() {
    let text =
        "Individualized rehabilitation facilitates considerable psychological stabilization.\n\n"
            .repeat(82)
            + "A schizophrenic said so.";
    // 503 words, 88 sentences and 2,557 syllables, counted by hand; title and heading, 3 words in 2 sentences, are no prose.
    assert_eq!(
        shown(&text),
        [
            "modules/01-first/en/two.md: The prose of the topic reads at grade 47.0. Bring it to 7 or lower with shorter words and sentences.",
            "modules/01-first/en/two.md:171: Pages do not say “schizophrenic”. Write “a person with schizophrenia”.",
            "pack.toml: The middle topic reads at grade 47.0. Bring it to 6 with shorter words and sentences.",
        ]
    );
}

#[test]
fn every_word_of_every_block_is_measured() {
    let curriculum = Curriculum::from_files(&tiny_pack::files()).unwrap();
    let stats = stats(&curriculum);
    let english = &stats[0];
    assert_eq!((english.topic.as_str(), english.lang), ("one", Lang::En));
    // Counted by hand from the page: every label, hint, choice and heading, the summary and its heading.
    assert_eq!((english.words, english.sentences), (93, 57));
    assert!(english.grade.is_some());
    assert!(
        stats
            .iter()
            .filter(|page| page.lang == Lang::Da)
            .all(|page| page.grade.is_none())
    );
}

#[test]
fn labels_and_rows_do_not_flatter_the_prose() {
    let curriculum = Curriculum::from_files(&tiny_pack::files()).unwrap();
    let stats = stats(&curriculum);
    let of = |topic: &str| {
        let counted = stats
            .iter()
            .find(|page| page.topic.as_str() == topic && page.lang == Lang::En);
        counted.unwrap()
    };
    let prose = |words, sentences, syllables| Some(grade(words, sentences, syllables));
    // “Lead on. Open it now. Keep what helps. Ask for a number, and write it down. First. Second.”
    assert_eq!(of("about").prose_grade, prose(18, 6, 21));
    // What a form asks is no prose; its purpose is.
    assert_eq!(of("mood").prose_grade, prose(4, 1, 4));
    assert!(of("about").hardest_grade() >= of("about").prose_grade);
}

#[test]
fn forms_are_measured_and_may_be_short_but_not_hard() {
    let mut files = tiny_pack::files();
    let hard = "Individualized rehabilitation facilitates psychological stabilization.";
    let page = tiny_pack::PLAN.replace("Keep what helps.", hard);
    files.insert(tiny_pack::PLAN_FILE.to_owned(), page.into_bytes());
    let curriculum = Curriculum::from_files(&files).unwrap();
    let shown: Vec<String> = check(&curriculum)
        .iter()
        .filter(|problem| problem.file.starts_with("forms/"))
        .map(|problem| problem.what.clone())
        .collect();
    assert_eq!(shown, ["The prose of the form reads at grade 47.7"]);
    let stats = stats(&curriculum);
    let modules: Vec<_> = stats
        .iter()
        .filter(|page| page.lang == Lang::En)
        .map(|page| (page.module.as_str(), page.topic.as_str()))
        .collect();
    assert_eq!(
        modules[modules.len() - 2..],
        [("", "plan"), ("first", "mood")]
    );
}

#[test]
fn the_median_is_the_middle() {
    assert_eq!(median(vec![]), None);
    assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
    assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
}

/// The whole small pack with some of its structure and words changed, and what is said of its marks.
fn marks(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = tiny_pack::files();
    for (path, from, to) in changes {
        let text = String::from_utf8(files[*path].clone()).unwrap();
        assert!(text.contains(from), "{path} holds no {from}");
        files.insert((*path).to_owned(), text.replacen(from, to, 1).into_bytes());
    }
    let content = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let english = |problem: &Problem| problem.file == tiny_pack::ONE_FILE;
    let faults = marks::faults(&content);
    faults
        .iter()
        .filter(|it| english(it))
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_topic_marks_the_one_task_that_matters_and_an_option_for_the_goal_that_says_so() {
    let says = (
        tiny_pack::ONE_FILE,
        "go = \"Go\"",
        "go = \"For your goal: go\"",
    );
    assert_eq!(marks(&[says]), Vec::<String>::new());
    let unmarked = (tiny_pack::MODULE_FILE, "matters = \"sheet\"\n", "");
    assert_eq!(
        marks(&[says, unmarked]),
        [
            "modules/01-first/en/one.md: The topic does not mark the one task that matters. Write matters = \"…\" with the id of that block under its [[topic]]."
        ]
    );
    let found = marks(&[]);
    assert!(
        found[0].contains("is marked for the goal, and does not say so"),
        "{found:?}"
    );
    let no_goal = (tiny_pack::MODULE_FILE, "  goal = [\"go\"]\n", "");
    let found = marks(&[says, no_goal]);
    assert!(found[0].contains("No option of “try” serves"), "{found:?}");
    assert!(
        found[1].contains("says that it serves the goal, and is not marked"),
        "{found:?}"
    );
}

#[test]
fn the_voice_of_a_page_is_measured_as_its_authors_mean_it() {
    let text = "One two three four. One two three four five six seven eight.\n\nOne two three four five six seven eight nine ten. Stop now.\n";
    let content = pack_with(text);
    let topic = content.topic(&"two".into()).unwrap();
    let page = topic.pages.get(Lang::En);
    let stats = measure(&content, topic, Lang::En, &read(page, Lang::En));
    let voice = stats.voice;
    // "Just words.", "First." and "Second." are prose as well: 2, 4, 8, 10, 2, 1, 1 words.
    assert!((voice.words_per_sentence - 4.0).abs() < 1e-9, "{voice:?}");
    assert!(
        (voice.short_sentences - 5.0 / 7.0).abs() < 1e-9,
        "{voice:?}"
    );
    assert!((voice.clipped_ends - 0.5).abs() < 1e-9, "{voice:?}");
    assert!(voice.spread > 3.0 && voice.spread < 3.5, "{voice:?}");
}

#[test]
fn prose_below_its_span_is_a_fault_unless_the_authors_name_the_topic() {
    let chopped = "You rest. You go on. It is fine.\n\n".repeat(80);
    let with = |voice: Option<&str>| {
        let mut files = pack_files_with(&chopped);
        if let Some(voice) = voice {
            files.insert("voice.toml".to_owned(), voice.as_bytes().to_vec());
        }
        let content =
            Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
        let faults = check(&content);
        faults
            .iter()
            .filter(|it| it.what.contains("prose of the topic"))
            .count()
    };
    let other = "[[plain]]\ntopic = \"one\"\nwhy = \"Scripts.\"\n";
    assert_eq!(with(None), 0);
    assert_eq!(with(Some(other)), 1);
    assert_eq!(with(Some(&other.replace("one", "two"))), 0);
}

#[test]
fn a_title_that_comes_again_is_listed_with_its_topics() {
    let content = Curriculum::built_in().unwrap();
    for again in repeated(&content) {
        assert!(again.topics.len() > 1, "{again:?}");
    }
    let mut files = tiny_pack::files();
    let twice = tiny_pack::MODULE.replace(
        "review = { status = \"reviewed\", by = \"Ida Lund, psychologist\", on = 2026-11-21 }",
        "review = { status = \"draft\" }\nmatters = \"try\"\n\n  [[topic.block]]\n  id = \"try\"\n  kind = \"practice\"\n  options = [\"go\"]\n  goal = [\"go\"]",
    );
    files.insert(tiny_pack::MODULE_FILE.to_owned(), twice.into_bytes());
    let practice = "\n```practice try\ntitle = \"Try\"\n[options]\ngo = \"Go\"\n```\n";
    for path in [tiny_pack::TWO_FILE, "modules/01-first/da/two.md"] {
        let page = format!("{}{practice}", tiny_pack::TWO);
        files.insert(path.to_owned(), page.into_bytes());
    }
    let content = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let found = repeated(&content);
    assert_eq!(found[0].title, "Try");
    assert_eq!(
        found[0].topics,
        [TopicId::from("one"), TopicId::from("two")]
    );
}
