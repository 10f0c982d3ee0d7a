//! The places for answers in a block: one list that saving, updates and scoring all go by.

use domain::{
    FieldId,
    document::{Block, Choice, Input, WorksheetPart},
};

/// The field of a question's answer.
pub(crate) const ANSWER: &str = "answer";

/// Returns the field of a free line below a checklist, counted from 1.
pub(crate) fn free_line(number: u8) -> FieldId {
    FieldId::new(format!("other-{number}"))
}

/// A place for one answer, or for one in each row of a group.
pub(crate) struct Slot<'a> {
    pub field: FieldId,
    /// What the page asks there.
    pub label: &'a str,
    pub takes: Takes<'a>,
    pub repeats: bool,
}

/// What a place takes.
#[derive(Clone, Copy)]
pub(crate) enum Takes<'a> {
    Text,
    Choice(&'a [Choice]),
    Ticks(&'a [Choice]),
    Number(i32, i32),
    Date,
}

impl<'a> Takes<'a> {
    pub(crate) fn of(input: &'a Input) -> Self {
        match input {
            Input::Text | Input::LongText { .. } => Self::Text,
            Input::Date => Self::Date,
            Input::Number { min, max } | Input::Scale { min, max, .. } => Self::Number(*min, *max),
            Input::OneOf { choices } => Self::Choice(choices),
            Input::AnyOf { choices } => Self::Ticks(choices),
        }
    }

    /// Returns the choices there are.
    pub(crate) fn choices(&self) -> &'a [Choice] {
        match self {
            Self::Choice(choices) | Self::Ticks(choices) => choices,
            Self::Text | Self::Number(..) | Self::Date => &[],
        }
    }
}

/// A place for an answer, for whoever writes answers out.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The field.
    pub field: FieldId,
    /// What the page asks there; empty for a free line.
    pub asks: &'a str,
    /// The choices there are; none where words, a number or a day are given.
    pub choices: &'a [Choice],
}

/// Lists what a block asks, in the order of the page.
pub fn places(block: &Block) -> Vec<Place<'_>> {
    slots(block)
        .into_iter()
        .map(|slot| Place {
            choices: slot.takes.choices(),
            field: slot.field,
            asks: slot.label,
        })
        .collect()
}

/// Lists the places for answers in a block, in the order of the page.
pub(crate) fn slots<'a>(block: &'a Block) -> Vec<Slot<'a>> {
    let one = |field: &FieldId, label: &'a str, takes| Slot {
        field: field.clone(),
        label,
        takes,
        repeats: false,
    };
    match block {
        // Its label is the question.
        Block::Question { field, .. } => {
            vec![one(&field.id, &field.label, Takes::of(&field.input))]
        }
        Block::Checklist {
            columns,
            rows,
            others,
            ..
        } => {
            let ticked = rows
                .iter()
                .map(|row| one(&row.id, &row.label, Takes::Ticks(columns)));
            let free = (1..=*others).map(|number| one(&free_line(number), "", Takes::Text));
            ticked.chain(free).collect()
        }
        Block::Rating { levels, rows, .. } => rows
            .iter()
            .map(|row| one(&row.id, &row.label, Takes::Choice(levels)))
            .collect(),
        Block::KnowledgeCheck { questions, .. } => questions
            .iter()
            .map(|asked| one(&asked.id, &asked.prompt, Takes::Choice(&asked.choices)))
            .collect(),
        Block::Worksheet { parts, .. } => parts
            .iter()
            .flat_map(|part| {
                let (fields, repeats) = match part {
                    WorksheetPart::Field { field } => (std::slice::from_ref(field), false),
                    WorksheetPart::Group { fields, .. } => (fields.as_slice(), true),
                };
                fields.iter().map(move |field| Slot {
                    field: field.id.clone(),
                    label: &field.label,
                    takes: Takes::of(&field.input),
                    repeats,
                })
            })
            .collect(),
        // Choosing a practice option agrees a practice, which is a record of its own; the others only teach.
        _ => Vec::new(),
    }
}
