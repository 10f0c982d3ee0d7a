//! The words of an interactive block: a fence's TOML, held against the structure, becomes a block of the document.

use domain::{
    BlockId, FieldId, OptionId, TopicId,
    document::{Block, CheckQuestion, Field, Input, Words},
};

use super::{
    fields::fields,
    labels::{choices, matched, rows},
};
use crate::{
    model::ANSWER,
    problem::{Report, Source},
    read::{Keys, bare, marked, one_line, parse},
    structure::{BlockShape, QuestionShape, Shape},
};

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
    let keys = Keys::open(source, &table, line, own, report);
    let id = shape.id.clone();
    Some(match &shape.shape {
        Shape::Question { lines } => question(id, *lines, &keys, report),
        Shape::Checklist {
            columns,
            rows: row_ids,
            others,
        } => Block::Checklist {
            id,
            title: keys.one_line("title", report),
            intro: keys.maybe_one_line("intro", report),
            columns: choices(&keys, "columns", "column", columns, report),
            rows: rows(&keys, row_ids, report),
            others: *others,
        },
        Shape::Rating {
            levels,
            rows: row_ids,
        } => Block::Rating {
            id,
            title: keys.one_line("title", report),
            intro: keys.maybe_one_line("intro", report),
            levels: choices(&keys, "levels", "level", levels, report),
            rows: rows(&keys, row_ids, report),
        },
        Shape::Worksheet { many, parts } => Block::Worksheet {
            id,
            title: keys.one_line("title", report),
            intro: keys.maybe_one_line("intro", report),
            many: *many,
            parts: fields(&keys, parts, report),
        },
        Shape::Practice { options } => Block::PracticeOptions {
            id,
            title: keys.one_line("title", report),
            options: choices(&keys, "options", "option", options, report),
        },
        Shape::RolePlay => Block::RolePlay {
            id,
            title: keys.one_line("title", report),
            scene: words(&keys.text("scene", report).it),
            steps: list(&keys, "steps", report),
            look_for: list(&keys, "look-for", report),
        },
        Shape::KnowledgeCheck { questions } => Block::KnowledgeCheck {
            id,
            title: keys.one_line("title", report),
            questions: check_questions(&keys, questions, report),
        },
        Shape::KeyPoint => Block::KeyPoint {
            id,
            words: words(&keys.text("words", report).it),
        },
        Shape::Story => Block::Story {
            id,
            title: keys.one_line("title", report),
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
            title: keys.one_line("title", report),
            empty: keys.one_line("empty", report),
            entries: Vec::new(),
        },
    })
}

fn words(written: &str) -> Words {
    marked(&one_line(written))
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
    let label = bare(&prompt);
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
                prompt: bare(&words(&own.text("prompt", report).it)),
                choices: choices(&own, "choices", "choice", &shape.choices, report),
                right: OptionId::from(shape.right.as_str()),
                because: own.one_line("because", report),
            })
        })
        .collect()
}
