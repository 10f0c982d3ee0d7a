//! The same handout with somebody's answers.

use std::collections::BTreeSet;

use domain::{Answer, AnswerKey, AnswerValue, Document, Lang};

use super::{day, handout, maria};

/// The answer to one field of the example.
pub fn answer(block: &str, field: &str, row: u16, value: AnswerValue) -> Answer {
    Answer {
        key: AnswerKey {
            topic: "what-helps".into(),
            block: block.into(),
            field: field.into(),
            row,
            sheet: None,
        },
        value,
    }
}

fn text(words: &str) -> AnswerValue {
    AnswerValue::Text(words.into())
}

fn ticks(ids: &[&str]) -> AnswerValue {
    AnswerValue::Ticks(ids.iter().map(|id| (*id).into()).collect::<BTreeSet<_>>())
}

/// The handout, filled in by Maria.
pub fn filled(lang: Lang) -> Document {
    Document {
        person: Some(maria()),
        answers: vec![
            answer(
                "good-day",
                "answer",
                0,
                text(
                    "Coffee on the balcony before the bus comes.\nThen band practice, even if I only sit and listen.\n\nAnd nobody asks how I am.",
                ),
            ),
            answer("strategies", "active", 0, ticks(&["already"])),
            answer("strategies", "music", 0, ticks(&["already", "want"])),
            answer("strategies", "sleep", 0, ticks(&["want"])),
            answer("strategies", "other-1", 0, text("Feeding the crows")),
            answer("week", "mornings", 0, AnswerValue::Choice("hard".into())),
            answer("week", "others", 0, AnswerValue::Choice("good".into())),
            answer(
                "my-step",
                "what",
                0,
                text("Walk to the music shop with Ann"),
            ),
            answer(
                "my-step",
                "why",
                0,
                text("Because I used to know everybody there, and I want my mornings back."),
            ),
            answer("my-step", "on", 0, AnswerValue::Date(day())),
            answer("my-step", "minutes", 0, AnswerValue::Number(20.into())),
            answer("my-step", "sure", 0, AnswerValue::Number(7.into())),
            answer("my-step", "told", 0, AnswerValue::Choice("one".into())),
            answer("my-step", "when", 0, ticks(&["morning", "evening"])),
            answer("my-step", "step", 0, text("Call Ann on Sunday")),
            answer("my-step", "help", 0, text("My sister")),
            answer("my-step", "by", 0, AnswerValue::Date(day())),
            answer(
                "my-step",
                "step",
                3,
                text("Ask the shop about the Thursday jam"),
            ),
            answer("my-step", "name", 0, text("Ann")),
            answer(
                "my-step",
                "good-at",
                0,
                text("Waiting without asking questions"),
            ),
            answer("my-step", "near", 0, AnswerValue::Choice("town".into())),
            answer("check", "who", 0, AnswerValue::Choice("family".into())),
            answer("home", "home", 0, ticks(&["walk"])),
        ],
        ..handout(lang)
    }
}
