//! Holds an answer against the field it claims to belong to, before it reaches the store.

use chrono::{Datelike, NaiveDate};
use domain::{
    AnswerKey, AnswerValue, OptionId,
    document::{Block, Choice},
    number::Hundredths,
    text::LONGEST_TEXT,
};

use crate::{
    curriculum::Curriculum,
    model::{Takes, slots},
};

/// Rows a repeating group can grow to.
const MOST_ROWS: u16 = 100;

/// Why an answer does not fit. Each says what to do next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// The topic is not in the installed content.
    #[error("there is no topic “{0}”; install the pack that holds it")]
    NoTopic(String),
    /// The page has no such block.
    #[error("the page has no block “{0}”; install the pack that holds it")]
    NoBlock(String),
    /// The block has no such field.
    #[error("the block has no field “{0}”; choose one of its own")]
    NoField(String),
    /// The field takes something else.
    #[error("the field takes {0}; give it that")]
    WrongKind(&'static str),
    /// There is no such choice, level or column.
    #[error("there is no choice “{0}” here; choose one of those offered")]
    NoChoice(String),
    /// The number is outside the range.
    #[error("{} is not between {min} and {max}; choose a number between them", .given.plain())]
    OutOfRange {
        /// What was given.
        given: Hundredths,
        /// Lowest allowed.
        min: i32,
        /// Highest allowed.
        max: i32,
    },
    /// The day is not in any lifetime.
    #[error("the year {0} is not between 1900 and 2199; check the date")]
    FarOff(i32),
    /// The text is too long.
    #[error("the text is longer than {LONGEST_TEXT} characters; shorten it")]
    TooLong,
    /// The row is beyond the last one, or the field does not repeat.
    #[error("there is no row {0} here; a table has at most 100 rows, and other fields have one")]
    NoRow(u16),
    /// The worksheet has only the one copy in the handout.
    #[error("this block cannot be filled many times; answer on the page itself")]
    NoSheet,
    /// A form is filled on a copy, never on the page itself.
    #[error("a form is filled on a copy of its own; start one and answer there")]
    NeedsSheet,
}

impl Curriculum {
    /// Tells whether an answer fits: the field exists, its kind takes the value, choices exist, numbers are in range.
    pub fn accepts(&self, key: &AnswerKey, value: &AnswerValue) -> Result<(), AnswerProblem> {
        let topic = self
            .topic(&key.topic)
            .ok_or_else(|| AnswerProblem::NoTopic(key.topic.to_string()))?;
        let block = topic
            .structure()
            .find(|block| block.id() == Some(&key.block))
            .ok_or_else(|| AnswerProblem::NoBlock(key.block.to_string()))?;
        let many = matches!(block, Block::Worksheet { many: true, .. });
        match (self.form(&key.topic).is_some(), key.sheet) {
            (true, None) => return Err(AnswerProblem::NeedsSheet),
            (false, Some(_)) if !many => return Err(AnswerProblem::NoSheet),
            _ => {}
        }
        let slot = slots(block)
            .into_iter()
            .find(|slot| slot.field == key.field)
            .ok_or_else(|| AnswerProblem::NoField(key.field.to_string()))?;
        if key.row >= if slot.repeats { MOST_ROWS } else { 1 } {
            return Err(AnswerProblem::NoRow(key.row));
        }
        check(&slot.takes, value)
    }
}

pub(crate) fn check(takes: &Takes<'_>, value: &AnswerValue) -> Result<(), AnswerProblem> {
    match (takes, value) {
        (Takes::Text, AnswerValue::Text(text)) => text_fits(text),
        (Takes::Choice(choices), AnswerValue::Choice(id)) => all_known(choices, [id]),
        (Takes::Ticks(choices), AnswerValue::Ticks(ids)) => all_known(choices, ids),
        (Takes::Number(min, max), AnswerValue::Number(given)) => number_fits(*min, *max, *given),
        (Takes::Date, AnswerValue::Date(day)) => day_fits(*day),
        (Takes::Number(..) | Takes::Date, AnswerValue::AsTyped(typed)) => text_fits(typed),
        (Takes::Text, _) => Err(AnswerProblem::WrongKind("words")),
        (Takes::Choice(_), _) => Err(AnswerProblem::WrongKind("one choice")),
        (Takes::Ticks(_), _) => Err(AnswerProblem::WrongKind("ticks")),
        (Takes::Number(..), _) => Err(AnswerProblem::WrongKind("a number")),
        (Takes::Date, _) => Err(AnswerProblem::WrongKind("a date")),
    }
}

fn text_fits(text: &str) -> Result<(), AnswerProblem> {
    // Bytes first: counting characters of a huge text is slow, and no text has more characters than bytes.
    if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
        return Err(AnswerProblem::TooLong);
    }
    Ok(())
}

fn all_known<'i>(
    choices: &[Choice],
    ids: impl IntoIterator<Item = &'i OptionId>,
) -> Result<(), AnswerProblem> {
    for id in ids {
        if !choices.iter().any(|choice| choice.id == *id) {
            return Err(AnswerProblem::NoChoice(id.to_string()));
        }
    }
    Ok(())
}

fn number_fits(min: i32, max: i32, given: Hundredths) -> Result<(), AnswerProblem> {
    if given.lies_in(min, max) {
        Ok(())
    } else {
        Err(AnswerProblem::OutOfRange { given, min, max })
    }
}

fn day_fits(day: NaiveDate) -> Result<(), AnswerProblem> {
    if (1900..2200).contains(&day.year()) {
        Ok(())
    } else {
        Err(AnswerProblem::FarOff(day.year()))
    }
}
