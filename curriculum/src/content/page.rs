//! Turns files with words into pages: a topic or form in one language, and the practitioner guide in one language.

use std::collections::BTreeMap;

use domain::document::Block;

use super::{
    file::PageShape,
    files::{Parted, part},
    keys::{Keys, parse},
    markdown::{self, PartKind},
    model::{Credits, Guide, Page, Placed},
    shape::{BlockShape, Home, Shape},
    text::one_line,
    words,
};
use crate::problem::{Report, Source, nearest};

/// Reads the words of a topic or form.
pub(crate) fn page(shape: &PageShape, file: &str, text: &str, report: &mut Report) -> Page {
    let mut page = Page {
        file: file.to_owned(),
        ..Page::default()
    };
    let Some(Parted { front, body }) = part(file, text, report) else {
        return page;
    };
    if let Some(table) = parse(&front, report) {
        let mut allowed = vec!["title", "purpose", "summary"];
        if shape.wording.is_some() {
            allowed.extend(["source", "rights"]);
        }
        if shape.add {
            // Title and main points stay those of the page underneath.
            allowed.clear();
        }
        let keys = Keys::open(&front, table.get_ref(), 1, &allowed, report);
        if !shape.add {
            page.title = one_line(&keys.text("title", report).it);
            page.purpose = one_line(&keys.text("purpose", report).it);
            if shape.home == Home::Module || keys.find("summary").is_some() {
                page.summary = lines(&keys, "summary", 2, 5, report);
            }
            page.credits = shape.wording.map(|wording| Credits {
                source: one_line(&keys.text("source", report).it),
                rights: one_line(&keys.text("rights", report).it),
                wording,
            });
        }
    }
    let mut fences = Vec::new();
    for part in markdown::read(&body, report) {
        let line = part.line;
        let block = match part.kind {
            PartKind::Prose(block) => Some(block),
            PartKind::Heading { level, text, id } => {
                if id.is_some() {
                    report.add(
                        file,
                        line,
                        format!("A heading of a {} has an id", shape.home.noun()),
                        "Take the {#…} out; only sections of a guide have ids",
                    );
                }
                Some(Block::Heading { level, text })
            }
            PartKind::Fence { kind, id, body } => {
                let mut fence = Fence { kind, id, line };
                let block = fence.declared(shape, file, report).and_then(|declared| {
                    words::block(declared, &Source::new(file, &body, line + 1), line, report)
                });
                fences.push(fence);
                block
            }
        };
        page.blocks
            .extend(block.map(|block| Placed { line, block }));
    }
    report_missing_and_misplaced(shape, &fences, file, report);
    page
}

fn lines(
    keys: &Keys<'_>,
    key: &str,
    least: usize,
    most: usize,
    report: &mut Report,
) -> Vec<String> {
    keys.texts(key, least..=most, report)
        .iter()
        .map(|point| one_line(&point.it))
        .collect()
}

/// The head of an interactive block in the Markdown.
struct Fence {
    kind: String,
    id: String,
    line: u32,
}

impl Fence {
    /// Finds the declaration of a block; reports when there is none or it is of another kind.
    ///
    /// A misspelt id is taken for the one that was meant, so that its block is not reported as missing on top.
    fn declared<'s>(
        &mut self,
        shape: &'s PageShape,
        file: &str,
        report: &mut Report,
    ) -> Option<&'s BlockShape> {
        let Self { kind, id, line } = self;
        let declaring = shape.home.file();
        if !Shape::KINDS.contains(&kind.as_str()) {
            let instead = match nearest(kind, Shape::KINDS) {
                Some(meant) => format!("Write ```{meant} {id}"),
                None => format!("Write one of {}", Shape::KINDS.join(", ")),
            };
            report.add(
                file,
                *line,
                format!("“{kind}” is not a kind of block"),
                instead,
            );
            return None;
        }
        let ids = || shape.blocks.iter().map(|block| block.id.as_str());
        let Some(declared) = shape.blocks.iter().find(|block| block.id.as_str() == id) else {
            let meant = nearest(id, ids());
            let instead = match meant {
                Some(meant) => format!("Write ```{kind} {meant}, or declare {id} in {declaring}"),
                None if shape.blocks.is_empty() => format!("Declare {id} in {declaring}"),
                None => format!(
                    "Declare it there, or use one of {}",
                    ids().collect::<Vec<_>>().join(", ")
                ),
            };
            report.add(
                file,
                *line,
                format!(
                    "{declaring} declares no block “{id}” in this {}",
                    shape.home.noun()
                ),
                instead,
            );
            if let Some(meant) = meant {
                self.id = meant.to_owned();
            }
            return None;
        };
        let right = declared.shape.kind();
        if right != kind {
            report.add(
                file,
                *line,
                format!("The block “{id}” is a {right}, not a {kind}"),
                format!("Write ```{right} {id}, or change its kind in {declaring}"),
            );
            return None;
        }
        Some(declared)
    }
}

fn report_missing_and_misplaced(
    shape: &PageShape,
    fences: &[Fence],
    file: &str,
    report: &mut Report,
) {
    let declaring = shape.home.file();
    let mut lines: BTreeMap<&str, u32> = BTreeMap::new();
    for fence in fences {
        match lines.get(fence.id.as_str()) {
            Some(first) => report.add(
                file,
                fence.line,
                format!(
                    "The block “{}” stands a second time; the first is on line {first}",
                    fence.id
                ),
                format!("Keep one of them, or declare a second block in {declaring}"),
            ),
            None => {
                lines.insert(&fence.id, fence.line);
            }
        }
    }
    // In declared order, each block has to stand below the one before it.
    let mut above: Option<(&str, u32)> = None;
    for block in &shape.blocks {
        let id = block.id.as_str();
        match (lines.get(id), above) {
            (None, _) => report.add(
                file,
                0,
                format!(
                    "The block “{id}” is missing, which {declaring} declares on line {}",
                    block.line
                ),
                format!(
                    "Write ```{} {id} with its words, or take it out of {declaring}",
                    block.shape.kind()
                ),
            ),
            (Some(&line), Some((before, line_before))) if line < line_before => report.add(
                file,
                line,
                format!("The block “{id}” stands before “{before}”"),
                format!("Move it below “{before}”, or change the order in {declaring}"),
            ),
            (Some(&line), _) => above = Some((id, line)),
        }
    }
}

/// The sections of a guide, in order: id and English heading.
const SECTIONS: [(&str, &str); 11] = [
    ("purpose", "Purpose"),
    ("sessions", "Sessions and pace"),
    ("motivational", "Motivational techniques"),
    ("educational", "Educational techniques"),
    ("cognitive-behavioural", "Cognitive-behavioural techniques"),
    ("home-practice", "Home practice"),
    ("supporters", "Supporters"),
    ("difficulties", "Common difficulties"),
    ("safety", "When to stop and turn to safety"),
    ("goals", "Links to goals"),
    ("review", "Review questions"),
];

/// Reads a practitioner guide.
pub(crate) fn guide(file: &str, text: &str, report: &mut Report) -> Guide {
    let mut guide = Guide::default();
    let Some(Parted { front, body }) = part(file, text, report) else {
        return guide;
    };
    if let Some(table) = parse(&front, report) {
        let allowed = ["title", "aim", "aims"];
        let keys = Keys::open(&front, table.get_ref(), 1, &allowed, report);
        guide.title = one_line(&keys.text("title", report).it);
        guide.aim = one_line(&keys.text("aim", report).it);
        guide.aims = lines(&keys, "aims", 1, 12, report);
    }
    let mut sections: Vec<(String, u32)> = Vec::new();
    for part in markdown::read(&body, report) {
        let line = part.line;
        let block = match part.kind {
            PartKind::Prose(block) => block,
            PartKind::Heading { level, text, id } => {
                section(level, id, &text, (file, line), &mut sections, report);
                Block::Heading { level, text }
            }
            PartKind::Fence { .. } => {
                report.add(
                    file,
                    line,
                    "An interactive block stands in the guide",
                    "Move it to a topic; a guide is prose",
                );
                continue;
            }
        };
        if sections.len() <= 1 {
            guide.purpose_blocks += 1;
        }
        guide.blocks.push(Placed { line, block });
    }
    report_sections(&sections, file, report);
    guide
}

fn section(
    level: u8,
    id: Option<String>,
    text: &str,
    (file, line): (&str, u32),
    sections: &mut Vec<(String, u32)>,
    report: &mut Report,
) {
    match (level, id) {
        (2, Some(mut id)) => {
            if !SECTIONS.iter().any(|(known, _)| *known == id) {
                let ids = SECTIONS.map(|(id, _)| id);
                let meant = nearest(&id, ids);
                let instead = match meant {
                    Some(meant) => format!("Write {{#{meant}}}"),
                    None => format!("Write one of {}, or a ### heading", ids.join(", ")),
                };
                report.add(
                    file,
                    line,
                    format!("A guide has no section “{id}”"),
                    instead,
                );
                // Taken for the one that was meant, so that it is not reported as missing on top.
                id = meant.map_or(id, str::to_owned);
            }
            sections.push((id, line));
        }
        (2, None) => {
            let instead = match SECTIONS.iter().find(|(_, heading)| *heading == text) {
                Some((id, heading)) => {
                    sections.push(((*id).to_owned(), line));
                    format!("Write ## {heading} {{#{id}}}")
                }
                None => "Write its id behind it, such as {#purpose}, or use ###".to_owned(),
            };
            report.add(file, line, "The section has no id", instead);
        }
        (_, Some(_)) => report.add(
            file,
            line,
            "A heading inside a section has an id",
            "Take the {#…} out, or use ##",
        ),
        (_, None) => {}
    }
}

fn report_sections(sections: &[(String, u32)], file: &str, report: &mut Report) {
    let mut above: Option<(&str, u32)> = None;
    for (id, heading) in SECTIONS {
        let mut places = sections.iter().filter(|(found, _)| found == id);
        let Some((_, line)) = places.next() else {
            report.add(
                file,
                0,
                format!("The section “{heading}” is missing"),
                format!("Add ## {heading} {{#{id}}} and its words"),
            );
            continue;
        };
        if let Some((_, second)) = places.next() {
            report.add(
                file,
                *second,
                format!("The section “{id}” stands a second time; the first is on line {line}"),
                "Make them one",
            );
        }
        match above {
            Some((before, line_before)) if *line < line_before => report.add(
                file,
                *line,
                format!("The section “{id}” stands before “{before}”"),
                format!("Move it below “{before}”"),
            ),
            _ => above = Some((id, *line)),
        }
    }
}
