//! How fields are set, decided once for the page and for every writer: what shares a line, what is a table, and what is
//! marked rather than written.
//!
//! These are rules about reading and handwriting, not about any font or screen. A line of the page has six parts, and a
//! table has so much room for its columns; large print, and a narrow window, have less of both.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Field, Input};
use crate::AnswerValue;

/// How a field is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldLayout {
    /// How much of a line it asks for.
    pub breadth: Breadth,
    /// Where its steps or choices stand to be marked.
    pub marked: Marked,
}

/// How much of a line a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Breadth {
    /// A day or a number.
    Little,
    /// A few words under a short label. Two of them do not share a line: a hand needs more than half.
    Most,
    /// All of it.
    Whole,
}

/// Where the steps or choices of a field stand to be marked; elsewhere its answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Marked {
    /// Nowhere: words, a day, a number, or a scale of more steps than can be told apart at a glance.
    Nowhere,
    /// On a line of their own, but not in the cell of a table, which they would make too high.
    OnALine,
    /// In the cell of a table too.
    InCells,
}

/// How the rows of a group are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum GroupLayout {
    /// As the rows of a table, even in large print.
    Table,
    /// As the rows of a table, and in large print as cards.
    TableUnlessLarge,
    /// Each as a small card, since no table would leave its columns wide enough for a hand.
    Cards,
}

/// A label or an answer with more characters than this needs the whole line.
const LONGEST_BESIDE: usize = 30;

/// A scale with more steps than this is a number to write instead.
const MOST_STEPS: i32 = 11;

/// More choices than this make the rows of a table too high.
const MOST_IN_CELL: usize = 3;

/// How much all columns of a table may ask for, in tenths of the narrowest, in large print and in normal print.
const ROOM_IN_LARGE: u32 = 80;
const ROOM: u32 = 115;

fn is_short(words: &str) -> bool {
    words.chars().count() <= LONGEST_BESIDE
}

impl FieldLayout {
    /// Works out how a field is set from what it says and takes.
    pub fn of(label: &str, hint: &str, input: &Input) -> Self {
        let marked = Marked::of(input);
        let breadth = match input {
            Input::Date | Input::Number { .. } => Breadth::Little,
            Input::Scale { .. } if marked == Marked::Nowhere => Breadth::Little,
            Input::Text if is_short(label) && is_short(hint) => Breadth::Most,
            Input::Text
            | Input::LongText { .. }
            | Input::Scale { .. }
            | Input::OneOf { .. }
            | Input::AnyOf { .. } => Breadth::Whole,
        };
        Self { breadth, marked }
    }
}

impl Field {
    /// Says how much of a line it asks for with what stands in it.
    pub fn breadth(&self, answer: Option<&AnswerValue>) -> Breadth {
        match answer {
            Some(AnswerValue::Text(text)) if !is_short(text) => Breadth::Whole,
            _ => self.layout.breadth,
        }
    }
}

impl Breadth {
    /// How many of the six parts of a line it takes.
    pub const fn sixths(self, large: bool) -> u8 {
        match (self, large) {
            (Self::Little, false) => 2,
            (Self::Little, true) => 3,
            (Self::Most, false) => 4,
            (Self::Most, true) | (Self::Whole, _) => 6,
        }
    }
}

impl Marked {
    fn of(input: &Input) -> Self {
        match input {
            Input::Text | Input::LongText { .. } | Input::Date | Input::Number { .. } => {
                Self::Nowhere
            }
            Input::Scale { min, max, .. } if max.saturating_sub(*min) < MOST_STEPS && max > min => {
                Self::OnALine
            }
            Input::Scale { .. } => Self::Nowhere,
            Input::OneOf { choices } | Input::AnyOf { choices } => {
                if choices.len() > MOST_IN_CELL {
                    Self::OnALine
                } else {
                    Self::InCells
                }
            }
        }
    }
}

impl GroupLayout {
    /// Works out whether fields that repeat fit across a page as the columns of a table.
    pub fn of(fields: &[Field]) -> Self {
        let asked: u32 = fields
            .iter()
            .map(|field| u32::from(field.input.weight()))
            .sum();
        if asked <= ROOM_IN_LARGE {
            Self::Table
        } else if asked <= ROOM {
            Self::TableUnlessLarge
        } else {
            Self::Cards
        }
    }

    /// Tells whether it is a table in this size of print.
    pub const fn is_table(self, large: bool) -> bool {
        match self {
            Self::Table => true,
            Self::TableUnlessLarge => !large,
            Self::Cards => false,
        }
    }
}

impl Input {
    /// How wide a column for it wants to be beside the others, in tenths of the narrowest.
    pub const fn weight(&self) -> u16 {
        match self {
            Self::LongText { .. } => 30,
            Self::Text => 24,
            Self::OneOf { .. } | Self::AnyOf { .. } => 19,
            Self::Date => 17,
            Self::Number { .. } | Self::Scale { .. } => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Choice;

    fn choices(count: usize) -> Vec<Choice> {
        (0..count)
            .map(|number| Choice {
                id: format!("c{number}").as_str().into(),
                label: "A choice".into(),
            })
            .collect()
    }

    fn scale(min: i32, max: i32) -> Input {
        let (low, high) = ("low".into(), "high".into());
        Input::Scale {
            min,
            max,
            low,
            high,
        }
    }

    fn field(input: Input) -> Field {
        Field::new("f".into(), "Label".into(), String::new(), input)
    }

    #[test]
    fn a_field_asks_for_as_much_of_a_line_as_its_answer_needs() {
        let long = "A label that no half line of a page could hold";
        for (label, input, breadth) in [
            ("By when", Input::Date, Breadth::Little),
            (long, Input::Date, Breadth::Little),
            ("What", Input::Text, Breadth::Most),
            (long, Input::Text, Breadth::Whole),
            ("Why", Input::LongText { lines: 2 }, Breadth::Whole),
            ("How sure", scale(0, 10), Breadth::Whole),
            ("How many percent", scale(0, 100), Breadth::Little),
            (
                "Which",
                Input::AnyOf {
                    choices: choices(2),
                },
                Breadth::Whole,
            ),
        ] {
            let layout = FieldLayout::of(label, "", &input);
            assert_eq!(layout.breadth, breadth, "{label} {input:?}");
        }
    }

    #[test]
    fn a_line_holds_three_days_or_one_day_beside_words_and_less_in_large_print() {
        let line = |large: bool, of: &[Breadth]| -> u8 { of.iter().map(|b| b.sixths(large)).sum() };
        use Breadth::{Little, Most};
        assert_eq!(line(false, &[Little, Little, Little]), 6);
        assert_eq!(line(false, &[Most, Little]), 6);
        assert!(line(false, &[Most, Most]) > 6);
        assert_eq!(line(true, &[Little, Little]), 6);
        assert!(line(true, &[Most, Little]) > 6);
    }

    #[test]
    fn steps_are_marked_while_they_can_be_told_apart_and_choices_while_a_cell_holds_them() {
        for (input, marked) in [
            (scale(0, 10), Marked::OnALine),
            (scale(0, 11), Marked::Nowhere),
            (scale(3, 3), Marked::Nowhere),
            (scale(i32::MIN, i32::MAX), Marked::Nowhere),
            (
                Input::OneOf {
                    choices: choices(3),
                },
                Marked::InCells,
            ),
            (
                Input::OneOf {
                    choices: choices(4),
                },
                Marked::OnALine,
            ),
            (Input::Text, Marked::Nowhere),
        ] {
            assert_eq!(FieldLayout::of("", "", &input).marked, marked, "{input:?}");
        }
    }

    #[test]
    fn a_group_is_a_table_while_its_columns_stay_wide_enough_for_a_hand() {
        let text = || field(Input::Text);
        let day = || field(Input::Date);
        for (fields, layout) in [
            (vec![text(), text(), day()], GroupLayout::Table),
            (
                vec![text(), text(), text(), text()],
                GroupLayout::TableUnlessLarge,
            ),
            (
                vec![text(), text(), text(), text(), text()],
                GroupLayout::Cards,
            ),
            (Vec::new(), GroupLayout::Table),
        ] {
            assert_eq!(GroupLayout::of(&fields), layout, "{fields:?}");
        }
        assert!(GroupLayout::TableUnlessLarge.is_table(false));
        assert!(!GroupLayout::TableUnlessLarge.is_table(true));
    }
}
