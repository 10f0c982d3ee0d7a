//! forms/forms.toml as authors write it: the structure of every page outside the modules (FORMAT.md, *Forms*).

use domain::BlockId;

use super::{
    file::{PageShape, Stands, page},
    form::{Better, FormAbout, FormKind, Instrument, Rater, ScoreRule, Wording},
    keys::{At, Keys, Value, parse},
    shape::{BlockShape, Home, InputShape, PartShape, Shape},
};
use crate::problem::{Report, Source, nearest};

/// The structure of a form.
#[derive(Clone)]
pub(crate) struct FormShape {
    pub page: PageShape,
    pub kind: FormKind,
    pub about: FormAbout,
    pub module: Option<At<String>>,
    pub instrument: Option<Instrument>,
}

/// Reads forms.toml.
pub(crate) fn forms(source: &Source<'_>, stands: Stands, report: &mut Report) -> Vec<FormShape> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, table.get_ref(), 0, &["form"], report);
    keys.need("form", "…, a [[form]] for each form", report)
        .map(|value| value.items(1..=200, report))
        .unwrap_or_default()
        .iter()
        .filter_map(|value| form(value, stands, report))
        .collect()
}

fn form(value: &Value<'_>, stands: Stands, report: &mut Report) -> Option<FormShape> {
    let mut allowed = vec![
        "id",
        "kind",
        "about",
        "module",
        "review",
        "block",
        "instrument",
    ];
    if stands == Stands::OnAnother {
        allowed.push("add");
    }
    let keys = value.table(&allowed, report)?;
    let before = report.count();
    let mut page = page(&keys, Home::Forms, report);
    // Blocks that were read badly would seem not to be there.
    let blocks = (report.count() == before).then_some(page.blocks.as_slice());
    let kind = keys.one_of("kind", &FormKind::NAMES, report);
    let mut scored = None;
    match (kind, keys.find("instrument")) {
        (Some(FormKind::Instrument), None) => keys.fault(
            "The instrument does not say how it is scored",
            "Add [form.instrument] as FORMAT.md shows, or write kind = \"sheet\"",
            report,
        ),
        (Some(FormKind::Instrument), Some(value)) => {
            scored = instrument(&value, blocks, report);
            page.wording = scored.as_ref().map(|instrument| instrument.wording);
        }
        (Some(_), Some(value)) => keys.fault_at(
            value.line,
            "Only a form of kind “instrument” is scored",
            "Write kind = \"instrument\", or take [form.instrument] out",
            report,
        ),
        (None, _) | (Some(_), None) => {}
    }
    let about = keys
        .find("about")
        .and_then(|_| keys.one_of("about", &FormAbout::NAMES, report));
    Some(FormShape {
        page,
        kind: kind.unwrap_or(FormKind::Sheet),
        about: about.unwrap_or(FormAbout::Person),
        module: keys.find("module").map(|value| value.slug(report)),
        instrument: scored,
    })
}

fn instrument(
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
            let instead = match nearest(&id.it, ids) {
                Some(meant) => format!("Write \"{meant}\""),
                None => "Write the id of a block of this form".to_owned(),
            };
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
