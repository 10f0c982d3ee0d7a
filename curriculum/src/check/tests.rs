//! The style checks over small packs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use crate::content::tiny_pack;

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
    files.retain(|path, _| !path.contains("/da/") && !path.ends_with("one.md"));
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
    let text = "You can talk about what helps you. Take one small step.\n\n".repeat(40);
    assert_eq!(shown(&text), Vec::<String>::new());
}

#[test]
fn a_short_page_with_a_long_sentence_is_named_with_file_and_line() {
    let long = "one two three four five six seven eight nine ten ".repeat(3);
    assert_eq!(
        shown(&format!("Short.\n\n{long}.")),
        [
            "modules/01-first/en/two.md: The topic has 38 words. Write at least 350, or make it part of another topic.",
            "modules/01-first/en/two.md:9: A sentence has 30 words: “one two three four five six …”. Make two of it; 25 words are the most.",
        ]
    );
}

#[test]
fn hard_words_and_words_that_pages_do_not_use_are_named() {
    let text =
        "Individualized rehabilitation facilitates considerable psychological stabilization.\n\n"
            .repeat(80)
            + "A schizophrenic said so.";
    // 491 words, 86 sentences and 2,495 syllables, counted by hand.
    assert_eq!(
        shown(&text),
        [
            "modules/01-first/en/two.md: The topic reads at grade 46.6. Bring it to 7 or lower with shorter words and sentences.",
            "modules/01-first/en/two.md:167: Pages do not say “schizophrenic”. Write “a person with schizophrenia”.",
            "pack.toml: The middle topic reads at grade 46.6. Bring it to 6 with shorter words and sentences.",
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
fn the_median_is_the_middle() {
    assert_eq!(median(vec![]), None);
    assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
    assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
}
