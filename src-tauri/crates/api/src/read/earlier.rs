//! Answers that lost their place when the content changed: they stand at the end of the page, and none is ever dropped.

use std::collections::BTreeSet;

use curriculum::{AnswerProblem, Curriculum};
use domain::{
    Answer, AnswerKey, AnswerValue, Answers, Lang, OptionId,
    calendar::long_date,
    document::{Block, Fact},
    number::written,
};

use super::labels::Labels;

/// Parts the answers that the page still has a place for from those it has none for.
pub(super) fn part(content: &Curriculum, answers: Answers) -> (Vec<Answer>, Vec<Answer>) {
    let mut here = Vec::new();
    let mut lost = Vec::new();
    for (key, value) in answers {
        let (stays, goes) = match (content.accepts(&key, &value), value) {
            (Err(AnswerProblem::NoChoice(_)), AnswerValue::Ticks(ticks)) => {
                let known = |tick: &OptionId| {
                    let alone = AnswerValue::Ticks(BTreeSet::from([tick.clone()]));
                    content.accepts(&key, &alone).is_ok()
                };
                let (known, unknown): (BTreeSet<_>, BTreeSet<_>) =
                    ticks.into_iter().partition(known);
                (AnswerValue::Ticks(known), AnswerValue::Ticks(unknown))
            }
            // Their place is there; that they could not be given like this today takes nothing away.
            (
                Ok(())
                | Err(
                    AnswerProblem::TooLong
                    | AnswerProblem::FarOff(_)
                    | AnswerProblem::OutOfRange { .. },
                ),
                value,
            ) => (value, nothing()),
            (Err(_), value) => (nothing(), value),
        };
        let answer = |key: &AnswerKey, value: AnswerValue| {
            (!value.is_empty()).then(|| Answer {
                key: key.clone(),
                value,
            })
        };
        here.extend(answer(&key, stays));
        lost.extend(answer(&key, goes));
    }
    (here, lost)
}

const fn nothing() -> AnswerValue {
    AnswerValue::Ticks(BTreeSet::new())
}

/// Writes out answers that have no place, under a heading; nothing when there are none.
///
/// Words stand as they were given. Of the rest only names are left in the record, so the names are shown.
pub(super) fn blocks(lost: &[Answer], lang: Lang) -> Vec<Block> {
    if lost.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading {
        level: 2,
        text: Labels::of(lang).earlier_version.clone(),
    };
    let block = |answer: &Answer| match said(&answer.value, lang) {
        Said::Words(words) => Block::Quotation {
            words,
            source: String::new(),
        },
        Said::Fact(value) => Block::Facts {
            rows: vec![Fact {
                label: plain(answer.key.field.as_str()),
                value,
            }],
        },
    };
    std::iter::once(heading)
        .chain(lost.iter().map(block))
        .collect()
}

enum Said {
    Words(String),
    Fact(String),
}

fn said(value: &AnswerValue, lang: Lang) -> Said {
    match value {
        AnswerValue::Text(words) | AnswerValue::AsTyped(words) => Said::Words(words.clone()),
        AnswerValue::Choice(choice) => Said::Fact(plain(choice.as_str())),
        AnswerValue::Ticks(ticks) => {
            let ticks: Vec<_> = ticks.iter().map(|tick| plain(tick.as_str())).collect();
            Said::Fact(ticks.join(", "))
        }
        AnswerValue::Number(number) => Said::Fact(written(lang, *number)),
        AnswerValue::Date(day) => Said::Fact(long_date(lang, *day)),
        AnswerValue::Missing(why) => Said::Fact(why.words(lang).to_owned()),
    }
}

/// A slug as words.
fn plain(slug: &str) -> String {
    slug.replace('-', " ")
}

#[cfg(test)]
mod tests {
    use domain::number::Hundredths;

    use super::*;

    #[test]
    fn words_stand_verbatim_under_a_heading_in_every_language() {
        let key = AnswerKey {
            topic: "t".into(),
            block: "b".into(),
            field: "look-again".into(),
            row: 0,
            sheet: None,
        };
        let answer = |value| Answer {
            key: key.clone(),
            value,
        };
        let lost = [
            answer(AnswerValue::Text(" Æ\nø ".to_owned())),
            answer(AnswerValue::Choice("not-yet".into())),
            answer(AnswerValue::Number(Hundredths(750))),
        ];
        let headings = [
            "From an earlier version of this page",
            "Fra en tidligere udgave af denne side",
            "Fra en tidligere utgave av denne siden",
        ];
        let fact = |value: &str| Block::Facts {
            rows: vec![Fact {
                label: "look again".to_owned(),
                value: value.to_owned(),
            }],
        };
        for (lang, heading) in Lang::ALL.into_iter().zip(headings) {
            let expected = [
                Block::Heading {
                    level: 2,
                    text: heading.to_owned(),
                },
                Block::Quotation {
                    words: " Æ\nø ".to_owned(),
                    source: String::new(),
                },
                fact("not yet"),
                fact(if lang == Lang::En { "7.5" } else { "7,5" }),
            ];
            assert_eq!(blocks(&lost, lang), expected);
            assert_eq!(blocks(&[], lang), []);
        }
    }
}
