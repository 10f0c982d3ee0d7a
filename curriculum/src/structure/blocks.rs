//! The blocks of a page as the structure files declare them: kinds and ids, no words.

use domain::{BlockId, document::ServicesAbout};

use super::{
    fields::worksheet,
    shape::{BlockShape, Home, QuestionShape, Shape, Sketch},
    values::{ABOUT, bare, small},
};
use crate::{
    problem::{At, Report, write_instead},
    read::{Keys, Value, is_slug},
};

/// Reads every `[[….block]]` of a page.
pub(crate) fn blocks(keys: &Keys<'_>, home: Home, report: &mut Report) -> Vec<BlockShape> {
    let mut blocks = Vec::new();
    let mut ids = Vec::new();
    for item in keys.maybe_items("block", 0..=40, report) {
        if let Some((block, id)) = block(&item, home, report) {
            blocks.push(block);
            ids.push(id);
        }
    }
    keys.once_each(&ids, report);
    blocks
}

/// Every key that some kind of block knows.
const BLOCK_KEYS: [&str; 16] = [
    "id",
    "kind",
    "new-sheet",
    "lines",
    "columns",
    "rows",
    "others",
    "levels",
    "field",
    "many",
    "options",
    "goal",
    "question",
    "form",
    "about",
    "drawing",
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
        "practice" | "story" | "figure" if home == Home::Forms => {
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
        "figure" => &["id", "kind", "drawing"],
        "practice" => &["id", "kind", "options", "goal"],
        "role-play" | "key-point" | "story" => &["id", "kind"],
        "knowledge-check" => &["id", "kind", "question"],
        other => {
            let instead = write_instead(other, Shape::KINDS, || {
                format!("Write one of {}", Shape::KINDS.join(", "))
            });
            value.table(&BLOCK_KEYS, report)?.fault_at(
                kind.line,
                format!("“{other}” is not a kind of block"),
                instead,
                report,
            );
            return None;
        }
    };
    let mut own = own.to_vec();
    own.push("new-sheet");
    let keys = value.table(&own, report)?;
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
        "figure" => Shape::Figure {
            name: keys.slug("drawing", report),
            drawing: Sketch::default(),
        },
        "practice" => practice(&keys, report),
        "knowledge-check" => knowledge_check(&keys, report),
        "role-play" => Shape::RolePlay,
        "key-point" => Shape::KeyPoint,
        _ => Shape::Story,
    };
    let shape = BlockShape {
        id: BlockId::new(&*id.it),
        line: value.line,
        new_sheet: keys.switch("new-sheet", report),
        shape,
    };
    Some((shape, id))
}

fn practice(keys: &Keys<'_>, report: &mut Report) -> Shape {
    let options = bare(keys.slugs("options", 1..=12, report));
    let goal = match keys.find("goal") {
        Some(_) => keys.slugs("goal", 1..=12, report),
        None => Vec::new(),
    };
    for serving in goal.iter().filter(|id| is_slug(&id.it)) {
        if !options.contains(&serving.it) {
            let all = options.iter().map(String::as_str);
            let instead = write_instead(&serving.it, all, || {
                format!("Write one of {}", options.join(", "))
            });
            keys.fault_at(
                serving.line,
                format!("“goal” names “{}”, which is no option", serving.it),
                instead,
                report,
            );
        }
    }
    Shape::Practice {
        options,
        goal: bare(goal),
    }
}

fn is_other(row: &str) -> bool {
    row.strip_prefix("other-")
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

fn knowledge_check(keys: &Keys<'_>, report: &mut Report) -> Shape {
    let example = "[{ id = \"…\", choices = [\"…\", \"…\"], right = \"…\" }]";
    let mut ids = Vec::new();
    let mut questions = Vec::new();
    for item in keys.items("question", example, 1..=20, report) {
        let Some(keys) = item.table(&["id", "choices", "right"], report) else {
            continue;
        };
        let id = keys.slug("id", report);
        let choices = bare(keys.slugs("choices", 2..=8, report));
        let right = keys.slug("right", report);
        if is_slug(&right.it) && !choices.is_empty() && !choices.contains(&right.it) {
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
