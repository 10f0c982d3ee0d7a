//! Scores, as tables and properties.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use domain::{AnswerKey, BlockId, OptionId, TopicId};
use proptest::prelude::*;

use super::*;
use crate::{Curriculum, tests::tiny_pack};

/// The form `mood` with its scoring changed: three rows from 1 to 3 or `na`, and a scale from 0 to 10.
fn mood(changes: &[(&str, &str)]) -> Form {
    let mut text = tiny_pack::FORMS.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let mut files = tiny_pack::files();
    files.insert(tiny_pack::FORMS_FILE.to_owned(), text.into_bytes());
    let curriculum = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    curriculum.form(&TopicId::from("mood")).unwrap().clone()
}

fn answer(block: &str, field: &str, value: AnswerValue) -> Answer {
    Answer {
        key: AnswerKey {
            topic: TopicId::from("mood"),
            block: BlockId::from(block),
            field: FieldId::from(field),
            row: 0,
            sheet: None,
        },
        value,
    }
}

/// Reads "sleep=3 food=na sure=7".
fn answers(written: &str) -> Vec<Answer> {
    written
        .split_whitespace()
        .map(|given| {
            let (field, value) = given.split_once('=').unwrap();
            match field {
                "sure" => {
                    let number = Hundredths::from_plain(value).unwrap();
                    answer("more", field, AnswerValue::Number(number))
                }
                "typed" => answer("more", "sure", AnswerValue::AsTyped(value.to_owned())),
                "note" => answer("more", field, AnswerValue::Text(value.to_owned())),
                _ => answer("items", field, AnswerValue::Choice(OptionId::from(value))),
            }
        })
        .collect()
}

const MEAN: (&str, &str) = ("score = \"mean\"", "score = \"mean\"");
const SUM: (&str, &str) = ("score = \"mean\"", "score = \"sum\"");
const PRORATED: (&str, &str) = ("score = \"mean\"", "score = \"sum\"\n  prorate = true");
const ROWS: (&str, &str) = ("blocks = [\"items\", \"more\"]", "blocks = [\"items\"]");
const LEAST_2: (&str, &str) = ("least = 3", "least = 2");

fn shown(fraction: Fraction) -> String {
    let Fraction { over, under } = fraction;
    format!("{over}/{under}")
}

#[test]
fn answers_become_a_score_by_the_rule_of_the_instrument() {
    for (rule, given, expected) in [
        // All answered; a note is no item.
        (
            vec![MEAN],
            "sleep=1 food=2 people=3 sure=10 note=7",
            "4 of 4: 16/4, 2/3 to 16/3",
        ),
        (
            vec![SUM],
            "sleep=1 food=2 people=3 sure=10",
            "4 of 4: 16/1, 2/1 to 19/1",
        ),
        // Seven and a half counts as that; what was typed and is no number does not.
        (
            vec![MEAN],
            "sleep=1 food=2 people=3 sure=7.5",
            "4 of 4: 1350/400, 2/3 to 16/3",
        ),
        (
            vec![SUM],
            "sleep=1 food=2 people=3 sure=7.5",
            "4 of 4: 1350/100, 2/1 to 19/1",
        ),
        (
            vec![PRORATED],
            "sleep=1 people=3 sure=7.5",
            "3 of 4: 4600/300, 8/3 to 64/3",
        ),
        (
            vec![MEAN],
            "sleep=1 food=2 people=3 typed=25",
            "3 of 4: 6/3, 2/3 to 16/3",
        ),
        // One not answered, and `na` counts as that; the bounds are those of three answers or four.
        (
            vec![MEAN],
            "sleep=1 food=na people=3 sure=10",
            "3 of 4: 14/3, 2/3 to 16/3",
        ),
        (
            vec![MEAN],
            "sleep=1 people=3 sure=10",
            "3 of 4: 14/3, 2/3 to 16/3",
        ),
        (
            vec![PRORATED],
            "sleep=1 people=3 sure=10",
            "3 of 4: 56/3, 8/3 to 64/3",
        ),
        (
            vec![SUM],
            "sleep=1 people=3 sure=10",
            "3 of 4: 14/1, 2/1 to 19/1",
        ),
        // Fewer than the least.
        (vec![MEAN], "sleep=1 sure=10", "2 of 4: none, 2/3 to 16/3"),
        (vec![MEAN], "", "0 of 4: none, 2/3 to 16/3"),
        // Only some blocks.
        (
            vec![MEAN, ROWS],
            "sleep=1 food=2 people=3 sure=10",
            "3 of 3: 6/3, 3/3 to 9/3",
        ),
        (
            vec![SUM, ROWS, LEAST_2],
            "sleep=1 food=1",
            "2 of 3: 2/1, 2/1 to 9/1",
        ),
        // What the content no longer holds counts as not answered.
        (
            vec![SUM, ROWS],
            "sleep=1 food=9 people=3",
            "2 of 3: none, 3/1 to 9/1",
        ),
        (
            vec![SUM],
            "sleep=1 food=1 people=3 sure=99",
            "3 of 4: 5/1, 2/1 to 19/1",
        ),
    ] {
        let score = score(&mood(&rule), &answers(given)).unwrap();
        let value = score.value.map_or_else(|| "none".to_owned(), shown);
        let found = format!(
            "{} of {}: {value}, {} to {}",
            score.answered,
            score.items,
            shown(score.lowest),
            shown(score.highest)
        );
        assert_eq!(found, expected, "{rule:?} {given}");
    }
}

#[test]
fn a_knowledge_check_counts_what_is_right() {
    let check = "kind = \"knowledge-check\"\n  question = [\n    { id = \"sleep\", choices = [\"a\", \"b\"], right = \"a\" },\n    { id = \"food\", choices = [\"a\", \"b\"], right = \"b\" },\n  ]";
    let rating = "kind = \"rating\"\n  levels = [\"1\", \"2\", \"3\", \"na\"]\n  rows = [\"sleep\", \"food\", \"people\"]";
    let mut files = tiny_pack::files();
    let forms = tiny_pack::FORMS
        .replace(rating, check)
        .replace("score = \"mean\"", "score = \"right\"")
        .replace(ROWS.0, ROWS.1)
        .replace("least = 3", "least = 1");
    files.insert(tiny_pack::FORMS_FILE.to_owned(), forms.into_bytes());
    let (start, end) = ("```rating items", "```worksheet more");
    for lang in ["en", "da"] {
        let page = tiny_pack::MOOD;
        let words = "```knowledge-check items\ntitle = \"Know\"\n[questions]\nsleep = { prompt = \"S?\", because = \"B.\", choices = { a = \"A\", b = \"B\" } }\nfood = { prompt = \"F?\", because = \"B.\", choices = { a = \"A\", b = \"B\" } }\n```\n\n";
        let page = format!(
            "{}{words}{}",
            &page[..page.find(start).unwrap()],
            &page[page.find(end).unwrap()..]
        );
        files.insert(format!("forms/{lang}/mood.md"), page.into_bytes());
    }
    let curriculum = Curriculum::from_files(&files).unwrap_or_else(|problems| panic!("{problems}"));
    let form = curriculum.form(&TopicId::from("mood")).unwrap();
    for (given, answered, value) in [
        ("sleep=a food=b", 2, Some(2)),
        ("sleep=b food=b", 2, Some(1)),
        ("sleep=b", 1, Some(0)),
        ("sleep=z", 0, None),
        ("", 0, None),
    ] {
        let score = score(form, &answers(given)).unwrap();
        assert_eq!(score.answered, answered, "{given}");
        assert_eq!(score.value.map(|value| value.over), value, "{given}");
        assert_eq!((score.lowest.over, score.highest.over), (0, 2));
    }
}

#[test]
fn what_is_no_instrument_has_no_score_and_other_pages_do_not_count() {
    let mood = mood(&[]);
    let mut elsewhere = answers("sleep=1 food=2 people=3 sure=10");
    for answer in &mut elsewhere {
        answer.key.topic = TopicId::from("plan");
    }
    assert_eq!(score(&mood, &elsewhere).unwrap().answered, 0);
    let mut sheet = mood;
    sheet.instrument = None;
    assert_eq!(score(&sheet, &[]), None);
}

#[test]
fn a_score_is_written_in_hundredths() {
    for (over, under, hundredths) in [
        (7, 3, 233),
        (8, 3, 267),
        (1, 8, 13),
        (-1, 8, -13),
        (5, 1, 500),
    ] {
        let fraction = Fraction { over, under };
        assert_eq!(fraction.hundredths(), hundredths, "{over}/{under}");
        assert!((fraction.decimal() * 100.0).round() as i64 == hundredths);
    }
    assert_eq!(
        Fraction { over: 2, under: 4 },
        Fraction { over: 1, under: 2 }
    );
    assert!(Fraction { over: 2, under: 3 } > Fraction { over: 3, under: 5 });
}

fn rules() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    (
        prop::sample::select(vec![MEAN, SUM, PRORATED]),
        prop::sample::select(vec![
            LEAST_2,
            ("least = 3", "least = 4"),
            ("least = 3", "least = 1"),
        ]),
        prop::sample::select(vec![
            ("min = 0, max = 10", "min = 0, max = 10"),
            ("min = 0, max = 10", "min = -5, max = 5"),
            ("min = 0, max = 10", "min = 2, max = 3"),
        ]),
    )
        .prop_map(|(rule, least, scale)| vec![rule, least, scale])
}

fn filled() -> impl Strategy<Value = Vec<Answer>> {
    let row = || prop::sample::select(vec!["", "1", "2", "3", "na", "9"]);
    (row(), row(), row(), prop::option::of(-6..12_i32)).prop_map(|(sleep, food, people, sure)| {
        let mut given: Vec<Answer> = [("sleep", sleep), ("food", food), ("people", people)]
            .into_iter()
            .filter(|(_, level)| !level.is_empty())
            .map(|(row, level)| answer("items", row, AnswerValue::Choice(OptionId::from(level))))
            .collect();
        given.extend(
            sure.map(|sure| answer("more", "sure", AnswerValue::Number(Hundredths(sure * 50)))),
        );
        given
    })
}

proptest! {
    #[test]
    fn a_score_is_never_outside_its_bounds(rule in rules(), given in filled()) {
        let form = mood(&rule);
        let score = score(&form, &given).unwrap();
        prop_assert!(score.lowest <= score.highest);
        prop_assert!(score.answered <= score.items);
        prop_assert_eq!(
            score.value.is_some(),
            score.answered >= form.instrument.unwrap().least
        );
        if let Some(value) = score.value {
            prop_assert!(score.lowest <= value && value <= score.highest, "{score:?}");
        }
    }

    #[test]
    fn the_order_of_answers_makes_no_difference(rule in rules(), given in filled().prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle()))) {
        let form = mood(&rule);
        prop_assert_eq!(score(&form, &given.0), score(&form, &given.1));
    }
}
