//! The words of an interactive block: a fence's TOML, held against the structure, becomes a block of the document.

use domain::{
    BlockId, FieldId, OptionId, TopicId,
    document::{Block, CheckQuestion, Choice, Field, Input, Row, Words, WorksheetPart},
};

use super::{
    inline,
    keys::{Keys, Value, parse, shorten},
    shape::{BlockShape, FieldShape, InputShape, PartShape, QuestionShape, Shape},
    text::one_line,
};
use crate::problem::{Report, Source, nearest};

/// The field of a question's answer.
pub(crate) const ANSWER: &str = "answer";

/// Reads the body of a fence. `line` is where the fence starts.
pub(crate) fn block(
    shape: &BlockShape,
    source: &Source<'_>,
    line: u32,
    report: &mut Report,
) -> Option<Block> {
    let table = parse(source, report)?;
    let own: &[&str] = match &shape.shape {
        Shape::Question { .. } => &["prompt"],
        Shape::Checklist { .. } => &["title", "intro", "columns", "rows"],
        Shape::Rating { .. } => &["title", "intro", "levels", "rows"],
        Shape::Worksheet { .. } => &["title", "intro", "fields"],
        Shape::Practice { .. } => &["title", "options"],
        Shape::RolePlay => &["title", "scene", "steps", "look-for"],
        Shape::KnowledgeCheck { .. } => &["title", "questions"],
        Shape::KeyPoint => &["words"],
        Shape::Story => &["title", "text"],
        Shape::Form { .. } => &["words"],
        Shape::Services { .. } => &["title", "empty"],
    };
    let keys = Keys::open(source, table.get_ref(), line, own, report);
    let id = shape.id.clone();
    Some(match &shape.shape {
        Shape::Question { lines } => question(id, *lines, &keys, report),
        Shape::Checklist {
            columns,
            rows: row_ids,
            others,
        } => Block::Checklist {
            id,
            title: title(&keys, report),
            intro: line_of(keys.maybe_text("intro", report)),
            columns: choices(&keys, "columns", "column", columns, report),
            rows: rows(&keys, row_ids, report),
            others: *others,
        },
        Shape::Rating {
            levels,
            rows: row_ids,
        } => Block::Rating {
            id,
            title: title(&keys, report),
            intro: line_of(keys.maybe_text("intro", report)),
            levels: choices(&keys, "levels", "level", levels, report),
            rows: rows(&keys, row_ids, report),
        },
        Shape::Worksheet { many, parts } => Block::Worksheet {
            id,
            title: title(&keys, report),
            intro: line_of(keys.maybe_text("intro", report)),
            many: *many,
            parts: fields(&keys, parts, report),
        },
        Shape::Practice { options } => Block::PracticeOptions {
            id,
            title: title(&keys, report),
            options: choices(&keys, "options", "option", options, report),
        },
        Shape::RolePlay => Block::RolePlay {
            id,
            title: title(&keys, report),
            scene: words(&keys.text("scene", report).it),
            steps: list(&keys, "steps", report),
            look_for: list(&keys, "look-for", report),
        },
        Shape::KnowledgeCheck { questions } => Block::KnowledgeCheck {
            id,
            title: title(&keys, report),
            questions: check_questions(&keys, questions, report),
        },
        Shape::KeyPoint => Block::KeyPoint {
            id,
            words: words(&keys.text("words", report).it),
        },
        Shape::Story => Block::Story {
            id,
            title: title(&keys, report),
            paragraphs: paragraphs(&keys.text("text", report).it),
        },
        // The form's own title and purpose are put in once all forms have been read.
        Shape::Form { form } => Block::FormLink {
            id,
            form: TopicId::new(&*form.it),
            title: String::new(),
            purpose: String::new(),
            words: words(&keys.text("words", report).it),
        },
        Shape::Services { about } => Block::Services {
            id,
            about: *about,
            title: title(&keys, report),
            empty: line_of(keys.text("empty", report).it),
            entries: Vec::new(),
        },
    })
}

fn title(keys: &Keys<'_>, report: &mut Report) -> String {
    line_of(keys.text("title", report).it)
}

fn line_of(written: String) -> String {
    one_line(&written)
}

fn words(written: &str) -> Words {
    inline::parse(&one_line(written))
}

fn paragraphs(written: &str) -> Vec<Words> {
    let mut paragraphs = Vec::new();
    let mut current = String::new();
    for line in written.lines().chain([""]) {
        if !line.trim().is_empty() {
            current.push_str(line);
            current.push('\n');
        } else if !current.is_empty() {
            paragraphs.push(words(&std::mem::take(&mut current)));
        }
    }
    paragraphs
}

fn list(keys: &Keys<'_>, key: &str, report: &mut Report) -> Vec<Words> {
    keys.texts(key, 1..=12, report)
        .iter()
        .map(|item| words(&item.it))
        .collect()
}

fn question(id: BlockId, lines: u8, keys: &Keys<'_>, report: &mut Report) -> Block {
    let prompt = words(&keys.text("prompt", report).it);
    // The field repeats the prompt as its label, so that a screen reader reads the question at the field.
    let label = inline::bare(&prompt);
    Block::Question {
        id,
        prompt,
        field: Field::new(
            FieldId::from(ANSWER),
            label,
            String::new(),
            Input::LongText { lines },
        ),
    }
}

/// Opens the table of words for a set of ids; reports words for an id that is not there, and ids without words.
fn matched<'a>(
    keys: &Keys<'a>,
    key: &str,
    noun: &str,
    ids: &[&str],
    report: &mut Report,
) -> Option<Keys<'a>> {
    let first = ids.first().copied().unwrap_or("an-id");
    let value = keys.need(key, &format!("{{ {first} = \"…\", … }}"), report)?;
    let table = value.ids(report)?;
    match_ids(&table, key, noun, ids, report);
    Some(table)
}

fn match_ids(table: &Keys<'_>, key: &str, noun: &str, ids: &[&str], report: &mut Report) {
    let wordless: Vec<&str> = ids
        .iter()
        .copied()
        .filter(|id| !id.is_empty() && table.find(id).is_none())
        .collect();
    let mut misspelt = Vec::new();
    for name in table.names().filter(|name| !ids.contains(&name.it)) {
        let instead = match nearest(name.it, wordless.iter().copied()) {
            Some(meant) => {
                misspelt.push(meant);
                format!("Write {meant}, or declare {} as well", shorten(name.it))
            }
            None => format!("Take it out, or declare it beside {}", ids.join(", ")),
        };
        table.fault_at(
            name.line,
            format!("There is no {noun} “{}” in this block", shorten(name.it)),
            instead,
            report,
        );
    }
    for id in wordless.iter().filter(|id| !misspelt.contains(id)) {
        table.fault(
            format!("The {noun} “{id}” has no words"),
            format!("Add {id} = \"…\" under {key}"),
            report,
        );
    }
}

fn choices(
    keys: &Keys<'_>,
    key: &str,
    noun: &str,
    ids: &[String],
    report: &mut Report,
) -> Vec<Choice> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    match matched(keys, key, noun, &ids, report) {
        Some(table) => labels(&table, &ids, report),
        None => Vec::new(),
    }
}

fn labels(table: &Keys<'_>, ids: &[&str], report: &mut Report) -> Vec<Choice> {
    ids.iter()
        .filter_map(|id| {
            Some(Choice {
                id: OptionId::from(*id),
                label: line_of(table.find(id)?.text(report).it),
            })
        })
        .collect()
}

fn rows(keys: &Keys<'_>, ids: &[String], report: &mut Report) -> Vec<Row> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let Some(table) = matched(keys, "rows", "row", &ids, report) else {
        return Vec::new();
    };
    ids.iter()
        .filter_map(|id| {
            let label = label(&table.find(id)?, &[], report)?;
            Some(Row {
                id: FieldId::from(*id),
                label: label.label,
                hint: label.hint,
            })
        })
        .collect()
}

/// The words of a row or field.
struct Label<'a> {
    label: String,
    hint: String,
    /// The table with the further keys, when the label is not a plain string.
    more: Option<Keys<'a>>,
}

fn label<'a>(value: &Value<'a>, further: &[&str], report: &mut Report) -> Option<Label<'a>> {
    if value.is_text() {
        return Some(Label {
            label: line_of(value.text(report).it),
            hint: String::new(),
            more: None,
        });
    }
    if !value.is_table() {
        value.wrong("words in quotation marks, or { label = \"…\" }", report);
        return None;
    }
    let allowed: Vec<&str> = ["label", "hint"].iter().chain(further).copied().collect();
    let keys = value.table(&allowed, report)?;
    Some(Label {
        label: line_of(keys.text("label", report).it),
        hint: line_of(keys.maybe_text("hint", report)),
        more: Some(keys),
    })
}

fn fields(keys: &Keys<'_>, parts: &[PartShape], report: &mut Report) -> Vec<WorksheetPart> {
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
        table.fault_at(
            value.line,
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
            .map(|more| line_of(more.text(key, report).it))
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

fn check_questions(
    keys: &Keys<'_>,
    shapes: &[QuestionShape],
    report: &mut Report,
) -> Vec<CheckQuestion> {
    let ids: Vec<&str> = shapes.iter().map(|shape| shape.id.as_str()).collect();
    let Some(table) = matched(keys, "questions", "question", &ids, report) else {
        return Vec::new();
    };
    shapes
        .iter()
        .filter_map(|shape| {
            let own = table
                .find(&shape.id)?
                .table(&["prompt", "because", "choices"], report)?;
            Some(CheckQuestion {
                id: FieldId::from(shape.id.as_str()),
                // The document holds plain words here; marks, which a prompt may have elsewhere, leave no stars.
                prompt: inline::bare(&words(&own.text("prompt", report).it)),
                choices: choices(&own, "choices", "choice", &shape.choices, report),
                right: OptionId::from(shape.right.as_str()),
                because: line_of(own.text("because", report).it),
            })
        })
        .collect()
}
