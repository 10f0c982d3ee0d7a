//! What was written into a field somewhere else, as an answer of the kind its place takes.

use chrono::NaiveDate;
use domain::{
    AnswerValue, BlockId, FieldId, OptionId, TopicId,
    document::{Block, Choice},
    number::Hundredths,
};

use crate::{
    curriculum::Curriculum,
    model::{Takes, slots},
};

/// A place of a page that something came back for.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// What is an answer there.
    pub value: AnswerValue,
    /// The same in words, with the choices named as in the pack's first language.
    pub words: String,
    /// Whether the worksheet has filled copies of its own; a form has, whatever this says.
    pub many: bool,
}

impl Curriculum {
    /// Makes an answer of what was written or ticked; `None` when there is no such place, or no such choice in it. What is
    /// neither number nor day where one belongs is kept as it was typed.
    pub fn returned(
        &self,
        topic: &TopicId,
        block: &BlockId,
        field: &FieldId,
        said: &[String],
    ) -> Option<Returned> {
        let mut blocks = self.topic(topic)?.structure();
        let block = blocks.find(|there| there.id() == Some(block))?;
        let slot = slots(block).into_iter().find(|slot| slot.field == *field)?;
        let (value, words) = read(&slot.takes, said)?;
        Some(Returned {
            value,
            words,
            many: matches!(block, Block::Worksheet { many: true, .. }),
        })
    }

    /// An answer in words, with the choices named as in the pack's first language.
    pub fn in_words(
        &self,
        topic: &TopicId,
        block: &BlockId,
        field: &FieldId,
        value: &AnswerValue,
    ) -> String {
        let found = self.topic(topic).and_then(|page| {
            let block = page.structure().find(|there| there.id() == Some(block))?;
            slots(block)
                .into_iter()
                .find(|slot| slot.field == *field)
                .map(|slot| slot.takes)
        });
        let choices = found.map_or(&[][..], |takes| takes.choices());
        match value {
            AnswerValue::Text(text) | AnswerValue::AsTyped(text) => text.clone(),
            AnswerValue::Number(number) => number.plain(),
            AnswerValue::Date(day) => day.to_string(),
            AnswerValue::Missing(_) => String::new(),
            AnswerValue::Choice(id) => names(choices, std::slice::from_ref(id)),
            AnswerValue::Ticks(ids) => names(choices, &ids.iter().cloned().collect::<Vec<_>>()),
        }
    }
}

fn read(takes: &Takes<'_>, said: &[String]) -> Option<(AnswerValue, String)> {
    let first = said.first()?;
    let typed = || (AnswerValue::AsTyped(first.clone()), first.clone());
    Some(match takes {
        Takes::Text => (AnswerValue::Text(first.clone()), first.clone()),
        Takes::Number(min, max) => {
            match number(first).filter(|number| number.lies_in(*min, *max)) {
                Some(number) => (AnswerValue::Number(number), number.plain()),
                None => typed(),
            }
        }
        Takes::Date => match day(first) {
            Some(day) => (AnswerValue::Date(day), day.to_string()),
            None => typed(),
        },
        Takes::Choice(choices) | Takes::Ticks(choices) => {
            let ids: Vec<OptionId> = said.iter().map(|id| OptionId::from(id.as_str())).collect();
            let known = |id: &OptionId| choices.iter().any(|choice| choice.id == *id);
            if !ids.iter().all(known) {
                return None;
            }
            let words = names(choices, &ids);
            let value = match takes {
                Takes::Ticks(_) => AnswerValue::Ticks(ids.into_iter().collect()),
                _ => AnswerValue::Choice(ids.into_iter().next()?),
            };
            (value, words)
        }
    })
}

fn names(choices: &[Choice], ids: &[OptionId]) -> String {
    let label = |id: &OptionId| {
        let found = choices.iter().find(|choice| choice.id == *id);
        found.map_or_else(|| id.to_string(), |choice| choice.label.clone())
    };
    ids.iter().map(label).collect::<Vec<_>>().join(", ")
}

fn number(typed: &str) -> Option<Hundredths> {
    Hundredths::from_plain(&typed.trim().replace(',', "."))
}

/// Reads a day as the form asks for it: day, month, year; or the other way round when the year stands first.
fn day(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let (year, month, day) = match *parts.as_slice() {
        [year, month, day] if year >= 1000 => (year, month, day),
        [day, month, year] if year >= 1000 => (year, month, day),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn days_are_read_as_the_form_asks_for_them() {
        let the = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for (typed, read) in [
            ("3.12.2026", the(2026, 12, 3)),
            ("03 / 12 / 2026", the(2026, 12, 3)),
            ("2026-12-03", the(2026, 12, 3)),
            ("31.2.2026", None),
            ("next Monday", None),
            ("3.12.", None),
            ("", None),
        ] {
            assert_eq!(day(typed), read, "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_in_its_range_is_kept_as_typed() {
        let said = |typed: &str| read(&Takes::Number(0, 10), &[typed.to_owned()]).unwrap().0;
        assert_eq!(
            said("7,5"),
            AnswerValue::Number(Hundredths::from_plain("7.5").unwrap())
        );
        assert_eq!(said("11"), AnswerValue::AsTyped("11".into()));
        assert_eq!(said("a lot"), AnswerValue::AsTyped("a lot".into()));
    }

    #[test]
    fn a_choice_that_is_not_there_is_no_answer() {
        let choices = [Choice {
            id: OptionId::from("yes"),
            label: "Yes".into(),
        }];
        let ticked = |ids: &[&str]| {
            let ids: Vec<_> = ids.iter().map(|id| (*id).to_owned()).collect();
            read(&Takes::Ticks(&choices), &ids).map(|(_, words)| words)
        };
        assert_eq!(ticked(&["yes"]).as_deref(), Some("Yes"));
        assert_eq!(ticked(&["yes", "javascript"]), None);
        assert_eq!(ticked(&[]), None);
    }
}
