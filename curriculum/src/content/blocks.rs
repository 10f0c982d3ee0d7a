//! The blocks of a page as the structure files declare them: kinds, ids and fields, no words.

use std::ops::RangeInclusive;

use domain::{BlockId, document::ServicesAbout};

use super::{
    form::AnswersAt,
    keys::{At, Keys, Value, shorten},
    shape::{BlockShape, FieldShape, Home, InputShape, PartShape, QuestionShape, Shape},
    text,
};
use crate::problem::{Report, nearest};

/// Reads every `[[….block]]` of a page.
pub(crate) fn blocks(keys: &Keys<'_>, home: Home, report: &mut Report) -> Vec<BlockShape> {
    let mut blocks = Vec::new();
    let mut ids = Vec::new();
    if let Some(value) = keys.find("block") {
        for item in value.items(0..=40, report) {
            if let Some((block, id)) = block(&item, home, report) {
                blocks.push(block);
                ids.push(id);
            }
        }
    }
    keys.once_each(&ids, report);
    blocks
}

/// Every key that some kind of block knows.
const BLOCK_KEYS: [&str; 13] = [
    "id", "kind", "lines", "columns", "rows", "others", "levels", "field", "many", "options",
    "question", "form", "about",
];

fn block(value: &Value<'_>, home: Home, report: &mut Report) -> Option<(BlockShape, At<String>)> {
    // Which keys are right depends on the kind, so it is read first with all keys let in.
    let kind = value
        .ids(report)?
        .find("kind")
        .map(|kind| kind.text(report));
    let Some(kind) = kind else {
        value.table(&BLOCK_KEYS, report)?.fault(
            "The key “kind” is missing",
            format!("Add kind = \"…\", one of {}", Shape::KINDS.join(", ")),
            report,
        );
        return None;
    };
    let own: &[&str] = match kind.it.as_str() {
        "question" => &["id", "kind", "lines"],
        "checklist" => &["id", "kind", "columns", "rows", "others"],
        "rating" => &["id", "kind", "levels", "rows"],
        "practice" | "story" if home == Home::Forms => {
            value.table(&BLOCK_KEYS, report)?.fault_at(
                kind.line,
                format!("A form has no block of kind “{}”", kind.it),
                "Move it to a topic, or use another kind",
                report,
            );
            return None;
        }
        // Each filled copy of a form covers the whole page, so none of its worksheets has copies of its own.
        "worksheet" if home == Home::Forms => &["id", "kind", "field"],
        "worksheet" => &["id", "kind", "field", "many"],
        "form" => &["id", "kind", "form"],
        "services" => &["id", "kind", "about"],
        "practice" => &["id", "kind", "options"],
        "role-play" | "key-point" | "story" => &["id", "kind"],
        "knowledge-check" => &["id", "kind", "question"],
        other => {
            let instead = match nearest(other, Shape::KINDS) {
                Some(meant) => format!("Write \"{meant}\""),
                None => format!("Write one of {}", Shape::KINDS.join(", ")),
            };
            value.table(&BLOCK_KEYS, report)?.fault_at(
                kind.line,
                format!("“{other}” is not a kind of block"),
                instead,
                report,
            );
            return None;
        }
    };
    let keys = value.table(own, report)?;
    let id = keys.slug("id", report);
    let shape = match kind.it.as_str() {
        "question" => Shape::Question {
            lines: small(keys.whole("lines", 1..=20, report)),
        },
        "checklist" => {
            let rows = keys.slugs("rows", 1..=40, report);
            for row in rows.iter().filter(|row| is_other(&row.it)) {
                keys.fault_at(
                    row.line,
                    format!("“{}” is the name of a free line", row.it),
                    "Choose another id, or write others = 1 for a free line",
                    report,
                );
            }
            Shape::Checklist {
                columns: bare(keys.slugs("columns", 1..=5, report)),
                rows: bare(rows),
                others: keys.maybe_whole("others", 0..=6, report).map_or(0, small),
            }
        }
        "rating" => Shape::Rating {
            levels: bare(keys.slugs("levels", 2..=7, report)),
            rows: bare(keys.slugs("rows", 1..=40, report)),
        },
        "worksheet" => worksheet(&keys, home, report),
        "form" => Shape::Form {
            form: keys.slug("form", report),
        },
        "services" => Shape::Services {
            about: keys
                .one_of("about", &ABOUT, report)
                .unwrap_or(ServicesAbout::Services),
        },
        "practice" => Shape::Practice {
            options: bare(keys.slugs("options", 1..=12, report)),
        },
        "knowledge-check" => knowledge_check(&keys, report),
        "role-play" => Shape::RolePlay,
        "key-point" => Shape::KeyPoint,
        _ => Shape::Story,
    };
    let shape = BlockShape {
        id: BlockId::new(&*id.it),
        line: value.line,
        shape,
    };
    Some((shape, id))
}

pub(super) const ABOUT: [(&str, ServicesAbout); 2] = [
    ("services", ServicesAbout::Services),
    ("crisis", ServicesAbout::Crisis),
];

fn is_other(row: &str) -> bool {
    row.strip_prefix("other-")
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

fn worksheet(keys: &Keys<'_>, home: Home, report: &mut Report) -> Shape {
    let mut parts = Vec::new();
    let mut ids = Vec::new();
    let fields = keys
        .need("field", "[{ id = \"…\", input = \"text\" }]", report)
        .map(|value| value.items(1..=40, report))
        .unwrap_or_default();
    for value in &fields {
        if let Some(part) = part(value, home, &mut ids, report) {
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
    let columns = keys
        .need("field", "[{ id = \"…\", input = \"text\" }]", report)
        .map(|value| value.items(1..=8, report))
        .unwrap_or_default();
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
            let instead = match nearest(other, INPUTS) {
                Some(meant) => format!("Write \"{meant}\""),
                None => format!("Write one of {}", INPUTS.join(", ")),
            };
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
    let places = keys
        .find("from")
        .map(|value| value.items(1..=12, report))
        .unwrap_or_default();
    let mut from = Vec::new();
    for place in places {
        let place = place.text(report);
        let parts: Vec<&str> = place.it.split('/').collect();
        let (topic, block, field) = match parts.as_slice() {
            [topic, block] => (*topic, *block, None),
            [topic, block, field] => (*topic, *block, Some(*field)),
            // An empty one has been reported.
            _ if place.it.is_empty() => continue,
            _ => ("", "", None),
        };
        if parts.iter().all(|part| text::is_slug(part)) && !topic.is_empty() {
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

fn knowledge_check(keys: &Keys<'_>, report: &mut Report) -> Shape {
    let items = keys
        .need(
            "question",
            "[{ id = \"…\", choices = [\"…\", \"…\"], right = \"…\" }]",
            report,
        )
        .map(|value| value.items(1..=20, report))
        .unwrap_or_default();
    let mut ids = Vec::new();
    let mut questions = Vec::new();
    for item in &items {
        let Some(keys) = item.table(&["id", "choices", "right"], report) else {
            continue;
        };
        let id = keys.slug("id", report);
        let choices = bare(keys.slugs("choices", 2..=8, report));
        let right = keys.slug("right", report);
        if text::is_slug(&right.it) && !choices.is_empty() && !choices.contains(&right.it) {
            keys.fault_at(
                right.line,
                format!("The right answer “{}” is not one of the choices", right.it),
                format!("Write one of {}", choices.join(", ")),
                report,
            );
        }
        questions.push(QuestionShape {
            id: id.it.clone(),
            choices,
            right: right.it,
        });
        ids.push(id);
    }
    keys.once_each(&ids, report);
    Shape::KnowledgeCheck { questions }
}

fn bare(slugs: Vec<At<String>>) -> Vec<String> {
    slugs.into_iter().map(|slug| slug.it).collect()
}

/// Narrows a number whose range has been checked.
pub(crate) fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
