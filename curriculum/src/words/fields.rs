//! The words of a worksheet's fields.

use domain::{
    FieldId,
    document::{Choice, Field, Input, WorksheetPart},
};

use super::labels::{Label, choices, label, matched};
use crate::{
    problem::Report,
    read::Keys,
    structure::{FieldShape, InputShape, PartShape},
};

/// Reads the words of every field and group.
pub(crate) fn fields(
    keys: &Keys<'_>,
    parts: &[PartShape],
    report: &mut Report,
) -> Vec<WorksheetPart> {
    let mut ids: Vec<&str> = Vec::new();
    for part in parts {
        match part {
            PartShape::Field(field) => ids.push(&field.id),
            PartShape::Group { id, fields, .. } => {
                ids.push(id);
                ids.extend(fields.iter().map(|field| field.id.as_str()));
            }
        }
    }
    let Some(table) = matched(keys, "fields", "field", &ids, report) else {
        return Vec::new();
    };
    parts
        .iter()
        .filter_map(|part| match part {
            PartShape::Field(shape) => Some(WorksheetPart::Field {
                field: field(&table, shape, report)?,
            }),
            PartShape::Group { id, rows, fields } => Some(WorksheetPart::group(
                FieldId::from(id.as_str()),
                label(&table.find(id)?, &[], report)?.label,
                *rows,
                fields
                    .iter()
                    .filter_map(|shape| field(&table, shape, report))
                    .collect(),
            )),
        })
        .collect()
}

fn field(table: &Keys<'_>, shape: &FieldShape, report: &mut Report) -> Option<Field> {
    let value = table.find(&shape.id)?;
    let further: &[&str] = match &shape.input {
        InputShape::Scale { .. } => &["low", "high"],
        InputShape::OneOf(_) | InputShape::AnyOf(_) => &["choices"],
        _ => &[],
    };
    let words = label(&value, further, report)?;
    if let ([first, ..], None) = (further, &words.more) {
        value.fault(
            format!(
                "The field “{}” needs “{}” besides its label",
                shape.id,
                further.join("” and “")
            ),
            format!(
                "Write {} = {{ label = \"…\", {first} = … }}, as FORMAT.md shows",
                shape.id
            ),
            report,
        );
        return None;
    }
    let mut end_word = |key: &str| {
        words
            .more
            .as_ref()
            .map(|more| more.one_line(key, report))
            .unwrap_or_default()
    };
    let input = match &shape.input {
        InputShape::Text => Input::Text,
        InputShape::LongText { lines } => Input::LongText { lines: *lines },
        InputShape::Date => Input::Date,
        InputShape::Number { min, max } => Input::Number {
            min: *min,
            max: *max,
        },
        InputShape::Scale { min, max } => Input::Scale {
            min: *min,
            max: *max,
            low: end_word("low"),
            high: end_word("high"),
        },
        InputShape::OneOf(ids) => Input::OneOf {
            choices: field_choices(&words, ids, report),
        },
        InputShape::AnyOf(ids) => Input::AnyOf {
            choices: field_choices(&words, ids, report),
        },
    };
    Some(Field::new(
        FieldId::from(shape.id.as_str()),
        words.label,
        words.hint,
        input,
    ))
}

fn field_choices(words: &Label<'_>, ids: &[String], report: &mut Report) -> Vec<Choice> {
    match &words.more {
        Some(keys) => choices(keys, "choices", "choice", ids, report),
        None => Vec::new(),
    }
}
