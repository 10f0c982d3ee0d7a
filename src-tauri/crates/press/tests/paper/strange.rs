//! Words that try to be something else, and words that no font knows.

use domain::{
    AnswerValue, Document, Lang,
    document::{Block, Field, Input},
};

use crate::{
    examples::{filled, handout, words},
    readers::{Paper, job},
};

/// A page that holds the words in every kind of place: title, prose, question, name, answer, table.
fn page_with(text: &str) -> Document {
    let mut document = filled(Lang::En);
    document.title = text.into();
    document.purpose = text.into();
    for answer in &mut document.answers {
        if let AnswerValue::Text(words) = &mut answer.value {
            *words = text.into();
        }
    }
    if let Some(person) = &mut document.person {
        person.name = text.into();
    }
    document
        .blocks
        .insert(0, Block::Paragraph { words: words(text) });
    document.blocks.insert(
        1,
        Block::Question {
            id: "strange".into(),
            prompt: words(text),
            field: Field::new("answer".into(), text.into(), text.into(), Input::Text),
        },
    );
    document.blocks.insert(
        2,
        Block::Facts {
            rows: vec![domain::document::Fact {
                label: text.into(),
                value: text.into(),
            }],
        },
    );
    document
}

#[test]
fn markup_of_any_kind_is_printed_as_it_was_typed() {
    for text in [
        r#"#read("/etc/passwd")"#,
        "$x^2$ and *a* and _b_ and `c`",
        "<label> @ref #label",
        "= Heading // comment /* more */",
        "</text><script>alert(1)</script>",
        r"\u{41} \ ~ -- --- ... 'quotes' and more",
        "#import \"@preview/x:1.0.0\": *",
        "{\"a\": [1, null]}",
    ] {
        let paper = Paper::print(&job(vec![page_with(text)]));
        let found = paper.text().matches(text).count();
        assert!(
            found >= 8,
            "{text} was found {found} times in {}",
            paper.text()
        );
    }
}

#[test]
fn nordic_letters_and_accents_are_printed() {
    for text in ["æøå ÆØÅ", "é à ü ß ł ş ğ ơ", "Ђ Ж я Ω λ"] {
        let paper = Paper::print(&job(vec![page_with(text)]));
        assert!(paper.text().contains(text), "{}", paper.text());
        assert!(!paper.text().contains("could not be printed"));
    }
}

#[test]
fn emoji_and_other_scripts_are_printed_and_accepted_by_the_standards() {
    for text in [
        "👍 ❤️ 😀 👩‍👩‍👧 👋🏽 🇳🇴 1️⃣",
        "שלום עולם",
        "مرحبا بالعالم، أنا بخير اليوم",
        "سلام، حالم خوبه",
        "ሰላም",
        "สวัสดีครับ",
        "வணக்கம்",
        "a\u{301}e\u{308}\u{323}o\u{31b}",
        "∑ ≤ ∞ → ☺ ♫ ½ № 𝓗𝓮𝓵𝓵𝓸",
        "abc \u{202e}def\u{202c} \u{200f}שלום 123",
    ] {
        let paper = Paper::print(&job(vec![page_with(text)]));
        paper.check();
        assert!(
            !paper.text().contains("could not be printed"),
            "{text}: {}",
            paper.text()
        );
    }
}

#[test]
fn what_no_font_knows_becomes_a_box_and_the_page_says_how_many() {
    let mut document = handout(Lang::En);
    document.blocks.push(Block::Paragraph {
        words: words("three: 水火木"),
    });
    let text = Paper::print(&job(vec![document])).text();
    assert!(text.contains("three: □□□"), "{text}");
    assert!(text.contains("3 characters could not be printed"), "{text}");

    let mut document = handout(Lang::Nb);
    document.blocks.push(Block::Paragraph {
        words: words("\u{E123}"),
    });
    assert!(
        Paper::print(&job(vec![document]))
            .text()
            .contains("Ett tegn kunne ikke trykkes")
    );
}

#[test]
fn clusters_that_fonts_cannot_set_together_do_not_stop_the_job() {
    for text in [
        "ש\u{20E3} க\u{301}\u{651} 😀\u{5B0}",
        "\u{301}alone \u{64B}\u{64C}",
        "\u{1F3FD}\u{200D}\u{FE0F}",
    ] {
        Paper::print(&job(vec![page_with(text)])).check();
    }
}

#[test]
fn a_hundred_thousand_characters_are_printed_to_the_last() {
    let sentence = "We talked about it for a long time and I still think so. ";
    let long = format!("{}The very end.", sentence.repeat(100_000 / sentence.len()));
    let mut document = filled(Lang::En);
    for answer in &mut document.answers {
        if answer.key.block.as_str() == "good-day" || answer.key.field.as_str() == "help" {
            answer.value = AnswerValue::Text(long.clone());
        }
    }
    let paper = Paper::print(&job(vec![document]));
    let pages = paper.pages();
    assert!(pages.len() > 50, "{}", pages.len());
    // Single words are counted, since footers stand between the pages of a sentence.
    let text = paper.text();
    assert_eq!(text.matches("end.").count(), 2);
    assert_eq!(
        text.matches("still").count(),
        2 * (100_000 / sentence.len())
    );
}

#[test]
fn a_word_without_end_stays_on_the_page() {
    let mut document = filled(Lang::En);
    for answer in &mut document.answers {
        if let AnswerValue::Text(words) = &mut answer.value {
            *words = "x".repeat(3_000);
        }
    }
    let paper = Paper::print(&job(vec![document]));
    let mut seen = 0;
    for (word, right) in paper.right_ends() {
        if word.contains("xxxx") {
            assert!(right <= 595.3 - 62.3, "{word} ends at {right}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
