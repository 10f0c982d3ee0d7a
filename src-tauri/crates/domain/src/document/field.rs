//! Worksheets: their parts, and the fields that take an answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Choice, FieldLayout, GroupLayout};
use crate::FieldId;

/// A part of a worksheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum WorksheetPart {
    /// One field.
    Field {
        /// The field.
        field: Field,
    },
    /// Fields that repeat as the rows of a table. Field ids are unique in the whole block.
    Group {
        /// Names the group.
        id: FieldId,
        /// The title of the table; empty when there is none.
        title: String,
        /// How many rows are shown at least and printed on a blank page, 1 to 12.
        rows: u8,
        /// The columns.
        fields: Vec<Field>,
        /// Whether the rows are a table or cards, worked out by [`WorksheetPart::group`].
        layout: GroupLayout,
    },
}

impl WorksheetPart {
    /// Makes a group, and works out how it is set.
    pub fn group(id: FieldId, title: String, rows: u8, fields: Vec<Field>) -> Self {
        Self::Group {
            id,
            title,
            rows,
            layout: GroupLayout::of(&fields),
            fields,
        }
    }
}

/// A field that takes an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Field {
    /// Names it.
    pub id: FieldId,
    /// The label.
    pub label: String,
    /// A softer second line; empty when there is none.
    pub hint: String,
    /// What it takes.
    pub input: Input,
    /// How it is set, worked out by [`Field::new`].
    pub layout: FieldLayout,
}

impl Field {
    /// Makes a field, and works out how it is set.
    pub fn new(id: FieldId, label: String, hint: String, input: Input) -> Self {
        Self {
            id,
            layout: FieldLayout::of(&label, &hint, &input),
            label,
            hint,
            input,
        }
    }
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Input {
    /// One line of words (`Text`).
    Text,
    /// Several lines of words (`Text`).
    LongText {
        /// Writing lines on paper, 1 to 20.
        lines: u8,
    },
    /// A calendar day (`Date`).
    Date,
    /// A whole number (`Number`).
    Number {
        /// Lowest.
        min: i32,
        /// Highest.
        max: i32,
    },
    /// A scale to mark (`Number`), every whole number from `min` to `max` shown.
    Scale {
        /// Lowest, usually 0.
        min: i32,
        /// Highest, usually 10.
        max: i32,
        /// The word at the low end.
        low: String,
        /// The word at the high end.
        high: String,
    },
    /// One of several (`Choice`).
    OneOf {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// Any of several (`Ticks`).
    AnyOf {
        /// The choices.
        choices: Vec<Choice>,
    },
}
