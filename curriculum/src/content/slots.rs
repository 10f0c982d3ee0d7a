//! The places for answers in a block: one list that saving, updates and scoring all go by.

use domain::{
    FieldId,
    document::{Block, Choice, Input, WorksheetPart},
};

use super::inline::bare;

/// A place for one answer, or for one in each row of a group.
pub(crate) struct Slot<'a> {
    pub field: FieldId,
    /// What the page asks there.
    pub label: String,
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

/// Lists the places for answers in a block, in the order of the page.
pub(crate) fn slots(block: &Block) -> Vec<Slot<'_>> {
    let one = |field: &FieldId, label: &str, takes| Slot {
        field: field.clone(),
        label: label.to_owned(),
        takes,
        repeats: false,
    };
    match block {
        Block::Question { prompt, field, .. } => {
            vec![one(&field.id, &bare(prompt), Takes::of(&field.input))]
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
            let free = (1..=*others)
                .map(|number| one(&FieldId::new(format!("other-{number}")), "", Takes::Text));
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
                    label: field.label.clone(),
                    takes: Takes::of(&field.input),
                    repeats,
                })
            })
            .collect(),
        // Choosing a practice option agrees a practice, which is a record of its own; the others only teach.
        _ => Vec::new(),
    }
}
