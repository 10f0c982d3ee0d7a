//! Holds an answer against the field it claims to belong to, before it reaches the store.

use chrono::{Datelike, NaiveDate};
use domain::{
    AnswerKey, AnswerValue, FieldId, OptionId,
    document::{Block, Choice, Field, Input, WorksheetPart},
    text::LONGEST_TEXT,
};

use super::Curriculum;

/// Rows a repeating group can grow to.
const MOST_ROWS: u16 = 100;

/// Why an answer does not fit. Each says what to do next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    /// The topic is not in the installed content.
    #[error("there is no topic “{0}”; install the pack that holds it")]
    NoTopic(String),
    /// The topic has no such block.
    #[error("the topic has no block “{0}”; install the pack that holds it")]
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
    #[error("{given} is not between {min} and {max}; choose a number between them")]
    OutOfRange {
        /// What was given.
        given: i32,
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
}

impl Curriculum {
    /// Tells whether an answer fits: the field exists, its kind takes the value, choices exist, numbers are in range.
    pub fn accepts(&self, key: &AnswerKey, value: &AnswerValue) -> Result<(), AnswerProblem> {
        let topic = self
            .topic(&key.topic)
            .ok_or_else(|| AnswerProblem::NoTopic(key.topic.to_string()))?;
        // Structure is the same in every language, so any will do.
        let first = self.pack().languages.first().copied().unwrap_or_default();
        let block = topic
            .blocks(first)
            .find(|block| block_id(block).is_some_and(|id| id == key.block.as_str()))
            .ok_or_else(|| AnswerProblem::NoBlock(key.block.to_string()))?;
        let many = matches!(block, Block::Worksheet { many: true, .. });
        if key.sheet.is_some() && !many {
            return Err(AnswerProblem::NoSheet);
        }
        let slot =
            slot(block, &key.field).ok_or_else(|| AnswerProblem::NoField(key.field.to_string()))?;
        if key.row >= if slot.repeats { MOST_ROWS } else { 1 } {
            return Err(AnswerProblem::NoRow(key.row));
        }
        slot.takes.check(value)
    }
}

fn block_id(block: &Block) -> Option<&str> {
    match block {
        Block::KeyPoint { id, .. }
        | Block::Story { id, .. }
        | Block::Question { id, .. }
        | Block::Checklist { id, .. }
        | Block::Rating { id, .. }
        | Block::Worksheet { id, .. }
        | Block::PracticeOptions { id, .. }
        | Block::RolePlay { id, .. }
        | Block::KnowledgeCheck { id, .. } => Some(id.as_str()),
        Block::Heading { .. }
        | Block::Paragraph { .. }
        | Block::List { .. }
        | Block::Quotation { .. }
        | Block::Facts { .. }
        | Block::Signature { .. }
        | Block::PageBreak => None,
    }
}

/// A place for one answer.
struct Slot<'a> {
    takes: Takes<'a>,
    repeats: bool,
}

enum Takes<'a> {
    Text,
    Choice(&'a [Choice]),
    Ticks(&'a [Choice]),
    Number(i32, i32),
    Date,
}

impl<'a> Takes<'a> {
    fn of(field: &'a Field) -> Self {
        match &field.input {
            Input::Text | Input::LongText { .. } => Self::Text,
            Input::Date => Self::Date,
            Input::Number { min, max } | Input::Scale { min, max, .. } => Self::Number(*min, *max),
            Input::OneOf { choices } => Self::Choice(choices),
            Input::AnyOf { choices } => Self::Ticks(choices),
        }
    }

    fn check(&self, value: &AnswerValue) -> Result<(), AnswerProblem> {
        match (self, value) {
            (Self::Text, AnswerValue::Text(text)) => text_fits(text),
            (Self::Choice(choices), AnswerValue::Choice(id)) => all_known(choices, [id]),
            (Self::Ticks(choices), AnswerValue::Ticks(ids)) => all_known(choices, ids),
            (Self::Number(min, max), AnswerValue::Number(given)) => number_fits(*min, *max, *given),
            (Self::Date, AnswerValue::Date(day)) => day_fits(*day),
            (Self::Text, _) => Err(AnswerProblem::WrongKind("words")),
            (Self::Choice(_), _) => Err(AnswerProblem::WrongKind("one choice")),
            (Self::Ticks(_), _) => Err(AnswerProblem::WrongKind("ticks")),
            (Self::Number(..), _) => Err(AnswerProblem::WrongKind("a whole number")),
            (Self::Date, _) => Err(AnswerProblem::WrongKind("a date")),
        }
    }
}

fn slot<'a>(block: &'a Block, field: &FieldId) -> Option<Slot<'a>> {
    let single = |takes| {
        Some(Slot {
            takes,
            repeats: false,
        })
    };
    match block {
        Block::Question { field: own, .. } if own.id == *field => single(Takes::of(own)),
        Block::Checklist {
            columns,
            rows,
            others,
            ..
        } => {
            if rows.iter().any(|row| row.id == *field) {
                return single(Takes::Ticks(columns));
            }
            let is_other = (1..=*others).any(|number| field.as_str() == format!("other-{number}"));
            if is_other { single(Takes::Text) } else { None }
        }
        Block::Rating { levels, rows, .. } if rows.iter().any(|row| row.id == *field) => {
            single(Takes::Choice(levels))
        }
        Block::KnowledgeCheck { questions, .. } => {
            let question = questions.iter().find(|question| question.id == *field)?;
            single(Takes::Choice(&question.choices))
        }
        Block::Worksheet { parts, .. } => parts.iter().find_map(|part| match part {
            WorksheetPart::Field { field: own } => (own.id == *field).then(|| Slot {
                takes: Takes::of(own),
                repeats: false,
            }),
            WorksheetPart::Group { fields, .. } => {
                fields.iter().find(|own| own.id == *field).map(|own| Slot {
                    takes: Takes::of(own),
                    repeats: true,
                })
            }
        }),
        // Choosing a practice option agrees a practice, which is a record of its own; the others only teach.
        _ => None,
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

fn number_fits(min: i32, max: i32, given: i32) -> Result<(), AnswerProblem> {
    if (min..=max).contains(&given) {
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
