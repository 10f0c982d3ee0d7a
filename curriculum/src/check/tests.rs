//! The style checks over small packs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::tests::tiny_pack;

/// A pack in English whose topic `two` holds these paragraphs.
fn pack_with(text: &str) -> Curriculum {
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
    });
    let page = tiny_pack::TWO.replace("Only words.", text);
    files.insert(tiny_pack::TWO_FILE.to_owned(), page.into_bytes());
    Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"))
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
