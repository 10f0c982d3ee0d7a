//! The words of an interactive block: a fence's TOML, held against the structure, becomes a block of the document.

use domain::{
    BlockId, FieldId, OptionId, TopicId,
    document::{Anchor, Block, CheckQuestion, Choice, Drawing, Drawn, Field, Input, Words},
};

use super::{
    fields::fields,
    labels::{choices, matched, rows},
};
use crate::{
    model::ANSWER,
    problem::{Report, Source},
    read::{Keys, bare, marked, one_line, parse},
    structure::{BlockShape, QuestionShape, Shape, Sketch},
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
        Shape::Figure { drawing, .. } if drawing.labels.is_empty() => &["alt", "caption"],
        Shape::Figure { .. } => &["alt", "caption", "labels"],
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
        Shape::Practice { options, goal } => Block::PracticeOptions {
            id,
            title: keys.one_line("title", report),
            goals: Vec::new(),
            // The person's goal stands above them, so what serves it comes first.
            options: goal_first(choices(&keys, "options", "option", options, report), goal),
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
        Shape::Figure { drawing, .. } => Block::Figure {
            id,
            alt: keys.one_line("alt", report),
            caption: keys.maybe_one_line("caption", report),
            drawing: labelled(drawing, &keys, report),
        },
    })
}

/// Puts words into a drawing. A label has as many lines as its words are written on, and each has to fit.
fn labelled(sketch: &Sketch, keys: &Keys<'_>, report: &mut Report) -> Drawing {
    let mut drawing = sketch.drawing.clone();
    if sketch.labels.is_empty() {
        return drawing;
    }
    let ids: Vec<&str> = sketch.labels.iter().map(String::as_str).collect();
    let Some(table) = matched(keys, "labels", "label", &ids, report) else {
        return drawing;
    };
    let width = i32::from(drawing.width);
    let mut ids = ids.into_iter();
    for shape in &mut drawing.shapes {
        let Drawn::Label {
            at, anchor, lines, ..
        } = shape
        else {
            continue;
        };
        let Some(value) = ids.next().and_then(|id| table.find(id)) else {
            continue;
        };
        let words = value.text(report).it;
        *lines = words.lines().map(|line| line.trim().to_owned()).collect();
        let longest = lines.iter().map(|line| line.chars().count()).max();
        let needs = i32::try_from(longest.unwrap_or(0)).unwrap_or(width) * WIDE_LETTER;
        let across = i32::from(at.0);
        let (from, until) = match anchor {
            Anchor::Start => (across, across + needs),
            Anchor::Middle => (across - needs / 2, across + needs / 2),
            Anchor::End => (across - needs, across),
        };
        if lines.len() > MOST_LINES || from < 0 || until > width {
            value.fault(
                "The label does not fit into its drawing",
                format!("Write fewer words, or break it into at most {MOST_LINES} lines"),
                report,
            );
        }
    }
    drawing
}

/// About how wide a letter of a label is on the grid; and the most lines of one.
const WIDE_LETTER: i32 = 17;
const MOST_LINES: usize = 4;

fn goal_first(mut options: Vec<Choice>, goal: &[String]) -> Vec<Choice> {
    options.sort_by_key(|option| !goal.iter().any(|id| id == option.id.as_str()));
    options
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
