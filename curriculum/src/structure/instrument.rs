//! How a form is scored, as forms.toml declares it, held against the blocks it names.

use domain::BlockId;

use super::shape::{BlockShape, InputShape, PartShape, Shape};
use crate::{
    model::{Better, Instrument, Rater, ScoreRule, Wording},
    problem::{At, Report, write_instead},
    read::{Keys, Value},
};

/// Reads `[form.instrument]`; without blocks to hold it against, those it names are taken as they are.
pub(crate) fn instrument(
    value: &Value<'_>,
    blocks: Option<&[BlockShape]>,
    report: &mut Report,
) -> Option<Instrument> {
    let allowed = [
        "rater", "score", "blocks", "least", "prorate", "better", "wording",
    ];
    let keys = value.table(&allowed, report)?;
    let rater = keys.one_of("rater", &Rater::NAMES, report);
    let rule = keys.one_of("score", &ScoreRule::NAMES, report);
    let named = keys.slugs("blocks", 1..=20, report);
    let least = keys.whole("least", 1..=400, report);
    let prorate = keys.switch("prorate", report);
    let better = keys.one_of("better", &Better::NAMES, report);
    let wording = keys.one_of("wording", &Wording::NAMES, report);
    let rule = rule?;
    if let Some(items) = blocks.and_then(|blocks| items(&keys, rule, &named, blocks, report))
        && usize::try_from(least).is_ok_and(|least| least > items)
    {
        keys.fault(
            format!("“least” is {least}, but the blocks have {items} items"),
            format!("Write least = {items} or less"),
            report,
        );
    }
    if prorate && rule != ScoreRule::Sum {
        keys.fault(
            "Only a sum is brought up to the number of items",
            "Take prorate out, or write score = \"sum\"",
            report,
        );
    }
    Some(Instrument {
        rater: rater?,
        score: rule,
        blocks: named.iter().map(|id| BlockId::new(&*id.it)).collect(),
        least: u16::try_from(least).unwrap_or(1),
        prorate,
        better: better?,
        wording: wording?,
    })
}

/// Counts the items to score; reports blocks that have none. `None` when something is wrong.
fn items(
    keys: &Keys<'_>,
    rule: ScoreRule,
    named: &[At<String>],
    blocks: &[BlockShape],
    report: &mut Report,
) -> Option<usize> {
    let mut items = 0;
    let before = report.count();
    for id in named.iter().filter(|id| !id.it.is_empty()) {
        let Some(block) = blocks.iter().find(|block| block.id.as_str() == id.it) else {
            let ids = blocks.iter().map(|block| block.id.as_str());
            let instead = write_instead(&id.it, ids, || {
                "Write the id of a block of this form".to_owned()
            });
            keys.fault_at(
                id.line,
                format!("The form has no block “{}”", id.it),
                instead,
                report,
            );
            continue;
        };
        items += match count(&block.shape, rule) {
            Ok(count) => count,
            Err((what, instead)) => {
                keys.fault_at(
                    id.line,
                    format!("The block “{}” {what}", id.it),
                    instead,
                    report,
                );
                0
            }
        };
    }
    (report.count() == before).then_some(items)
}

/// Counts the items of one block, or says why it cannot be scored.
fn count(shape: &Shape, rule: ScoreRule) -> Result<usize, (&'static str, &'static str)> {
    match (shape, rule) {
        (Shape::KnowledgeCheck { questions }, ScoreRule::Right) => Ok(questions.len()),
        (_, ScoreRule::Right) => Err((
            "has no right answers",
            "Name a knowledge check, or write score = \"sum\" or \"mean\"",
        )),
        (Shape::KnowledgeCheck { .. }, _) => Err((
            "has right answers and no values",
            "Write score = \"right\", or name a rating or worksheet",
        )),
        (Shape::Rating { levels, rows }, _) if has_values(levels) => Ok(rows.len()),
        (Shape::Rating { .. }, _) => Err((
            "has no levels that are numbers",
            "Write the value of a level as its id, such as levels = [\"1\", \"2\", \"3\", \"na\"]",
        )),
        (Shape::Worksheet { parts, .. }, _) => {
            let items = parts.iter().filter(|part| is_item(part)).count();
            if items == 0 {
                return Err((
                    "has nothing to score",
                    "Give it scales, numbers, or choices whose ids are numbers, such as choices = [\"1\", \"2\", \"na\"]",
                ));
            }
            Ok(items)
        }
        _ => Err((
            "has nothing to score",
            "Name a rating, a knowledge check, or a worksheet with scales, numbers or choices",
        )),
    }
}

fn has_values(ids: &[String]) -> bool {
    ids.iter().any(|id| id.parse::<u16>().is_ok())
}

fn is_item(part: &PartShape) -> bool {
    match part {
        PartShape::Field(field) => match &field.input {
            InputShape::Number { .. } | InputShape::Scale { .. } => true,
            InputShape::OneOf(choices) => has_values(choices),
            _ => false,
        },
        // The rows of a group grow as they are filled; there is no number of items to hold them against.
        PartShape::Group { .. } => false,
    }
}
