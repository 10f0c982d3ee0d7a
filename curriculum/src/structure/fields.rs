//! The fields of a worksheet as the structure files declare them: what each takes, and whose words are offered beside it.

use std::ops::RangeInclusive;

use super::{
    shape::{FieldShape, Home, InputShape, PartShape, Shape},
    values::{bare, small},
};
use crate::{
    model::AnswersAt,
    problem::{At, Report, write_instead},
    read::{Keys, Value, is_slug, shorten},
};

/// What to write where fields are missing.
const FIELD_EXAMPLE: &str = "[{ id = \"…\", input = \"text\" }]";

/// Reads the fields and groups of a worksheet.
pub(crate) fn worksheet(keys: &Keys<'_>, home: Home, report: &mut Report) -> Shape {
    let mut parts = Vec::new();
    let mut ids = Vec::new();
    for value in keys.items("field", FIELD_EXAMPLE, 1..=40, report) {
        if let Some(part) = part(&value, home, &mut ids, report) {
            parts.push(part);
        }
    }
    keys.once_each(&ids, report);
    Shape::Worksheet {
        many: home == Home::Module && keys.switch("many", report),
        parts,
    }
}

fn part(
    value: &Value<'_>,
    home: Home,
    ids: &mut Vec<At<String>>,
    report: &mut Report,
) -> Option<PartShape> {
    let input = value.ids(report)?.find("input");
    let is_group = input.is_some_and(|input| input.is_text() && input.text(report).it == "group");
    if !is_group {
        return field(value, home, ids, report).map(PartShape::Field);
    }
    let keys = value.table(&["id", "input", "rows", "field"], report)?;
    let id = keys.slug("id", report);
    let group = id.it.clone();
    ids.push(id);
    let rows = small(keys.whole("rows", 1..=12, report));
    let columns = keys.items("field", FIELD_EXAMPLE, 1..=8, report);
    Some(PartShape::Group {
        id: group,
        rows,
        fields: columns
            .iter()
            .filter_map(|value| field(value, home, ids, report))
            .collect(),
    })
}

const INPUTS: [&str; 8] = [
    "text",
    "long-text",
    "date",
    "number",
    "scale",
    "one-of",
    "any-of",
    "group",
];

fn field(
    value: &Value<'_>,
    home: Home,
    ids: &mut Vec<At<String>>,
    report: &mut Report,
) -> Option<FieldShape> {
    let input = value
        .ids(report)?
        .find("input")
        .map(|input| input.text(report));
    let own: &[&str] = match input.as_ref().map(|input| input.it.as_str()) {
        Some("text" | "date") => &["id", "input"],
        Some("long-text") => &["id", "input", "lines"],
        Some("number" | "scale") => &["id", "input", "min", "max"],
        Some("one-of" | "any-of") => &["id", "input", "choices"],
        _ => &[
            "id", "input", "lines", "min", "max", "choices", "rows", "field",
        ],
    };
    let from_elsewhere: &[&str] = match home {
        Home::Module => &[],
        Home::Forms => &["from"],
    };
    let keys = value.table(&[own, from_elsewhere].concat(), report)?;
    let id = keys.slug("id", report);
    let name = id.it.clone();
    ids.push(id);
    let Some(input) = input else {
        keys.fault(
            "The key “input” is missing",
            format!("Add input = \"…\", one of {}", INPUTS.join(", ")),
            report,
        );
        return None;
    };
    let shape = match input.it.as_str() {
        "text" => InputShape::Text,
        "date" => InputShape::Date,
        "long-text" => InputShape::LongText {
            lines: small(keys.whole("lines", 1..=20, report)),
        },
        "number" => {
            let (min, max) = bounds(&keys, i32::MAX, report);
            InputShape::Number { min, max }
        }
        "scale" => {
            // Every number of a scale is drawn, so it has to fit on a line.
            let (min, max) = bounds(&keys, 20, report);
            InputShape::Scale { min, max }
        }
        "one-of" => InputShape::OneOf(bare(keys.slugs("choices", 2..=20, report))),
        "any-of" => InputShape::AnyOf(bare(keys.slugs("choices", 1..=20, report))),
        "group" => {
            keys.fault_at(
                input.line,
                "A group stands inside a group",
                "Give the inner fields to the outer group",
                report,
            );
            return None;
        }
        other => {
            let instead = write_instead(other, INPUTS, || {
                format!("Write one of {}", INPUTS.join(", "))
            });
            keys.fault_at(
                input.line,
                format!("“{other}” is not an input"),
                instead,
                report,
            );
            return None;
        }
    };
    Some(FieldShape {
        id: name,
        input: shape,
        from: match home {
            Home::Module => Vec::new(),
            Home::Forms => from(&keys, report),
        },
    })
}

/// Reads where the words offered beside a field come from.
fn from(keys: &Keys<'_>, report: &mut Report) -> Vec<At<AnswersAt>> {
    let mut from = Vec::new();
    for place in keys.maybe_items("from", 1..=12, report) {
        let place = place.text(report);
        let parts: Vec<&str> = place.it.split('/').collect();
        let (topic, block, field) = match parts.as_slice() {
            [topic, block] => (*topic, *block, None),
            [topic, block, field] => (*topic, *block, Some(*field)),
            // An empty one has been reported.
            _ if place.it.is_empty() => continue,
            _ => ("", "", None),
        };
        if parts.iter().all(|part| is_slug(part)) && !topic.is_empty() {
            from.push(At {
                it: AnswersAt {
                    topic: topic.into(),
                    block: block.into(),
                    field: field.map(Into::into),
                },
                line: place.line,
            });
        } else {
            keys.fault_at(
                place.line,
                format!("“{}” names no answers", shorten(&place.it)),
                "Write \"topic/block\" or \"topic/block/field\"",
                report,
            );
        }
    }
    from
}

fn bounds(keys: &Keys<'_>, widest: i32, report: &mut Report) -> (i32, i32) {
    const RANGE: RangeInclusive<i32> = -1_000_000..=1_000_000;
    let mut end = |key: &str| keys.need(key, "0", report)?.try_whole(RANGE, report);
    let (Some(low), Some(high)) = (end("min"), end("max")) else {
        return (0, 1);
    };
    if low >= high {
        keys.fault(
            "“min” is not less than “max”",
            "Write the smaller number as min",
            report,
        );
    } else if high - low > widest {
        keys.fault(
            format!("The scale has more than {widest} steps"),
            "Use fewer steps, or input = \"number\"",
            report,
        );
    }
    (low, high)
}
