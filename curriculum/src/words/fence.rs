//! Holds the fences of a page against the blocks that the structure declares for it.

use std::collections::BTreeMap;

use crate::{
    problem::{Report, nearest},
    structure::{BlockShape, PageShape, Shape},
};

/// The head of an interactive block in the Markdown.
pub(crate) struct Fence {
    pub kind: String,
    pub id: String,
    pub line: u32,
}

impl Fence {
    /// Finds the declaration of a block; reports when there is none or it is of another kind.
    ///
    /// A misspelt id is taken for the one that was meant, so that its block is not reported as missing on top.
    pub(crate) fn declared<'s>(
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

/// Reports the declared blocks that no fence holds, those that two hold, and those out of order.
pub(crate) fn report_missing_and_misplaced(
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
