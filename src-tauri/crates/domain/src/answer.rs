//! What a person answered on a handout, field by field.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    BlockId, FieldId, OptionId, SheetId, TopicId,
    number::{Hundredths, as_decimal},
    outcome::Missing,
};

/// Where an answer belongs. The same key holds in every language and every pack version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerKey {
    /// The topic the block stands in.
    pub topic: TopicId,
    /// The block.
    pub block: BlockId,
    /// The field, row or item.
    pub field: FieldId,
    /// The row of a repeating group, from 0; 0 for all else.
    pub row: u16,
    /// The filled copy, for worksheets that can be filled many times; `None` for the one copy in the handout.
    pub sheet: Option<SheetId>,
}

/// What was answered. The kind follows the kind of the field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "camelCase")]
pub enum AnswerValue {
    /// The person's words, verbatim.
    Text(String),
    /// One choice of several.
    Choice(OptionId),
    /// Any number of ticks; for a checklist row the columns ticked.
    Ticks(BTreeSet<OptionId>),
    /// A number, such as a confidence from 0 to 10 or seven and a half hours; on the wire with its decimals.
    Number(
        #[serde(with = "as_decimal")]
        #[ts(type = "number")]
        Hundredths,
    ),
    /// A calendar day.
    Date(NaiveDate),
    /// What was typed into a place for a number or a day and is none that fits there. Kept to the letter; it counts
    /// nowhere.
    AsTyped(String),
    /// There is no answer, and somebody said why; an item of a scale that was keyed in from paper.
    Missing(Missing),
}

impl AnswerValue {
    /// Tells whether nothing was answered, which removes the answer.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::AsTyped(text) => text.is_empty(),
            Self::Ticks(ticks) => ticks.is_empty(),
            Self::Choice(_) | Self::Number(_) | Self::Date(_) | Self::Missing(_) => false,
        }
    }
}

/// One answer with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// Where it belongs.
    pub key: AnswerKey,
    /// What was answered.
    pub value: AnswerValue,
}

/// All answers of one person to a page, by place.
pub type Answers = BTreeMap<AnswerKey, AnswerValue>;
