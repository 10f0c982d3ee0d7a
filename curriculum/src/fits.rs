//! Holds a value against the field it is for.

use chrono::{Datelike, NaiveDate};
use domain::{AnswerValue, OptionId, document::Choice, number::Hundredths, text::LONGEST_TEXT};

use crate::model::Takes;

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

/// Tells whether a field takes a value.
pub(crate) fn check(takes: &Takes<'_>, value: &AnswerValue) -> Result<(), AnswerProblem> {
    match (takes, value) {
        (Takes::Text, AnswerValue::Text(text)) => text_fits(text),
        (Takes::Choice(choices), AnswerValue::Choice(id)) => all_known(choices, [id]),
        (Takes::Ticks(choices), AnswerValue::Ticks(ids)) => all_known(choices, ids),
        (Takes::Number(min, max), AnswerValue::Number(given)) => number_fits(*min, *max, *given),
        (Takes::Date, AnswerValue::Date(day)) => day_fits(*day),
        (Takes::Number(..) | Takes::Date, AnswerValue::AsTyped(typed)) => text_fits(typed),
        // An item of a scale may be known to have no answer, and why; words, ticks and days are then just not there.
        (Takes::Choice(_) | Takes::Number(..), AnswerValue::Missing(_)) => Ok(()),
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
