//! The structure files as authors write them: pack.toml, courses/*.toml and module.toml (FORMAT.md).
//!
//! They are read by hand through [`Keys`] rather than through serde, for the reasons given there.

use std::ops::RangeInclusive;

use domain::{BlockId, CourseId, Lang, ModuleId, PackId, TopicId, document::ReviewStatus};

use super::{
    keys::{At, Keys, Value, parse},
    model::{Course, Pack, PerLang, Sessions},
    shape::{BlockShape, FieldShape, InputShape, PartShape, QuestionShape, Shape},
    text,
};
use crate::problem::{Report, Source, nearest};

/// The format this reader knows.
const FORMAT: i32 = 1;

/// Reads pack.toml. Gives the languages also when the rest is wanting, so that the other files can be checked.
pub(crate) fn pack(source: &Source<'_>, report: &mut Report) -> Option<Pack> {
    let table = parse(source, report)?;
    let allowed = ["format", "id", "title", "version", "languages", "licence"];
    let keys = Keys::open(source, table.get_ref(), 0, &allowed, report);

    if let Some(format) = keys.need("format", "1", report)
        && let Some(number) = format.try_whole(0..=1_000, report)
    {
        let (what, instead) = match number {
            FORMAT => ("", ""),
            0 => ("There is no format 0", "Write format = 1"),
            _ => (
                "The pack is written in a format that this Waymark does not know",
                "Update Waymark, or ask for the pack in format 1",
            ),
        };
        if !what.is_empty() {
            keys.fault_at(format.line, what, instead, report);
        }
    }

    let mut languages = Vec::new();
    if let Some(value) = keys.need("languages", "[\"en\"]", report) {
        for tag in value.items(1..=Lang::ALL.len(), report) {
            let tag = tag.text(report);
            match tag.it.parse::<Lang>() {
                Ok(lang) if languages.contains(&lang) => keys.fault_at(
                    tag.line,
                    format!("The language {lang} stands twice"),
                    "Name each language once",
                    report,
                ),
                Ok(lang) => languages.push(lang),
                Err(_) => keys.fault_at(
                    tag.line,
                    format!("“{}” is not a language", tag.it),
                    "Write en, da or nb",
                    report,
                ),
            }
        }
    }

    let version = keys.text("version", report);
    if !version.it.is_empty() && !is_version(&version.it) {
        keys.fault_at(
            version.line,
            format!("“{}” is not a version", version.it),
            "Write three numbers, such as \"0.1.0\"",
            report,
        );
    }
    Some(Pack {
        id: PackId::new(keys.slug("id", report).it),
        title: keys.text("title", report).it,
        version: version.it,
        languages,
        licence: keys.text("licence", report).it,
    })
}

fn is_version(version: &str) -> bool {
    version.split('.').count() == 3
        && version
            .split('.')
            .all(|part| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A course with the lines of the modules it names, for checking them.
pub(crate) struct CourseFile {
    pub course: Course,
    pub modules: Vec<At<String>>,
}

/// Reads one file of courses/.
pub(crate) fn course(
    source: &Source<'_>,
    languages: &[Lang],
    report: &mut Report,
) -> Option<CourseFile> {
    let table = parse(source, report)?;
    let keys = Keys::open(
        source,
        table.get_ref(),
        0,
        &["id", "title", "source", "modules"],
        report,
    );
    let id = keys.slug("id", report);
    let stem = source
        .file
        .trim_start_matches("courses/")
        .trim_end_matches(".toml");
    if !id.it.is_empty() && id.it != stem {
        keys.fault_at(
            id.line,
            format!("The id “{}” is not the name of the file", id.it),
            format!(
                "Write id = \"{stem}\", or rename the file to {}.toml",
                id.it
            ),
            report,
        );
    }
    let first = languages.first().copied().unwrap_or_default();
    let mut words = |key: &str| PerLang::new(first, keys.per_lang(key, languages, report));
    let (title, origin) = (words("title"), words("source"));
    let modules = keys.slugs("modules", 1..=40, report);
    Some(CourseFile {
        course: Course {
            id: CourseId::new(id.it),
            title,
            source: origin,
            modules: modules.iter().map(|id| ModuleId::new(&*id.it)).collect(),
        },
        modules,
    })
}

/// The structure of a module.
pub(crate) struct ModuleFile {
    pub id: At<String>,
    pub sessions: Sessions,
    pub review: ReviewStatus,
    pub topics: Vec<TopicShape>,
}

/// The structure of a topic.
pub(crate) struct TopicShape {
    pub id: At<String>,
    pub review: ReviewStatus,
    pub blocks: Vec<BlockShape>,
}

impl TopicShape {
    /// Returns the topic's id as the rest of the program names it.
    pub(crate) fn topic_id(&self) -> TopicId {
        TopicId::new(&*self.id.it)
    }
}

/// Reads module.toml.
pub(crate) fn module(source: &Source<'_>, report: &mut Report) -> Option<ModuleFile> {
    let table = parse(source, report)?;
    let keys = Keys::open(
        source,
        table.get_ref(),
        0,
        &["id", "sessions", "review", "topic"],
        report,
    );
    let id = keys.slug("id", report);
    let mut sessions = Sessions { min: 1, max: 1 };
    if let Some(value) = keys.need("sessions", "{ min = 2, max = 4 }", report)
        && let Some(span) = value.table(&["min", "max"], report)
    {
        sessions.min = small(span.whole("min", 1..=20, report));
        sessions.max = small(span.whole("max", 1..=20, report));
        if sessions.min > sessions.max {
            span.fault(
                "“min” is more than “max”",
                "Write the smaller number as min",
                report,
            );
        }
    }
    let guide_review = match keys.find("review") {
        Some(value) => review(&value, report),
        None => ReviewStatus::Draft,
    };
    let topics: Vec<_> = keys
        .need("topic", "…, a [[topic]] for each topic", report)
        .map(|value| value.items(1..=20, report))
        .unwrap_or_default()
        .iter()
        .filter_map(|value| topic(value, report))
        .collect();
    Some(ModuleFile {
        id,
        sessions,
        review: guide_review,
        topics,
    })
}

fn topic(value: &Value<'_>, report: &mut Report) -> Option<TopicShape> {
    let keys = value.table(&["id", "review", "block"], report)?;
    let id = keys.slug("id", report);
    if id.it == "guide" {
        keys.fault_at(
            id.line,
            "A topic may not be called “guide”, since guide.md is the practitioner guide",
            "Choose another id",
            report,
        );
    }
    let status = match keys.need("review", "{ status = \"draft\" }", report) {
        Some(value) => review(&value, report),
        None => ReviewStatus::Draft,
    };
    let mut blocks = Vec::new();
    let mut ids = Vec::new();
    if let Some(value) = keys.find("block") {
        for item in value.items(0..=40, report) {
            if let Some((block, id)) = block(&item, report) {
                blocks.push(block);
                ids.push(id);
            }
        }
    }
    keys.once_each(&ids, report);
    Some(TopicShape {
        id,
        review: status,
        blocks,
    })
}

fn review(value: &Value<'_>, report: &mut Report) -> ReviewStatus {
    let Some(keys) = value.table(&["status", "by", "on"], report) else {
        return ReviewStatus::Draft;
    };
    let status = keys.text("status", report);
    match status.it.as_str() {
        "reviewed" => {
            return ReviewStatus::Reviewed {
                by: keys.text("by", report).it,
                on: keys.day("on", report),
            };
        }
        "draft" => {
            for key in ["by", "on"] {
                if let Some(value) = keys.find(key) {
                    keys.fault_at(
                        value.line,
                        format!("A draft has no “{key}”"),
                        "Write status = \"reviewed\", or take it out",
                        report,
                    );
                }
            }
        }
        "" => {}
        other => keys.fault_at(
            status.line,
            format!("“{other}” is not a review status"),
            "Write \"draft\" or \"reviewed\"",
            report,
        ),
    }
    ReviewStatus::Draft
}

/// Every key that some kind of block knows.
const BLOCK_KEYS: [&str; 11] = [
    "id", "kind", "lines", "columns", "rows", "others", "levels", "field", "many", "options",
    "question",
];

fn block(value: &Value<'_>, report: &mut Report) -> Option<(BlockShape, At<String>)> {
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
        "worksheet" => &["id", "kind", "field", "many"],
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
        "worksheet" => worksheet(&keys, report),
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

fn is_other(row: &str) -> bool {
    row.strip_prefix("other-")
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

fn worksheet(keys: &Keys<'_>, report: &mut Report) -> Shape {
    let mut parts = Vec::new();
    let mut ids = Vec::new();
    let fields = keys
        .need("field", "[{ id = \"…\", input = \"text\" }]", report)
        .map(|value| value.items(1..=40, report))
        .unwrap_or_default();
    for value in &fields {
        if let Some(part) = part(value, &mut ids, report) {
            parts.push(part);
        }
    }
    keys.once_each(&ids, report);
    Shape::Worksheet {
        many: keys.switch("many", report),
        parts,
    }
}

fn part(value: &Value<'_>, ids: &mut Vec<At<String>>, report: &mut Report) -> Option<PartShape> {
    let input = value.ids(report)?.find("input");
    let is_group = input.is_some_and(|input| input.is_text() && input.text(report).it == "group");
    if !is_group {
        return field(value, ids, report).map(PartShape::Field);
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
            .filter_map(|value| field(value, ids, report))
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

fn field(value: &Value<'_>, ids: &mut Vec<At<String>>, report: &mut Report) -> Option<FieldShape> {
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
    let keys = value.table(own, report)?;
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
    })
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
fn small(number: i32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}
