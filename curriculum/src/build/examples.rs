//! Fills examples in: a form or worksheet with what somebody of the stories has written into it.

use std::collections::BTreeSet;

use domain::{
    Answer, AnswerKey, AnswerValue, BlockId, FieldId, OptionId, TopicId,
    document::{Block, Hundredths, WorksheetPart},
};

use crate::{
    fits::check,
    model::{ExampleOf, Form, FormKind, Module, Page, Placed, Slot, Takes, Topic, slots},
    problem::{At, Report, Source, write_instead},
    read::{Keys, Value, parse},
    structure::{FORMS, FormShape},
    words::ANSWERS,
};

/// Gives each example of a pack the blocks it is an example of, with their answers.
pub(crate) fn fill(
    shapes: &[FormShape],
    modules: &[Module],
    forms: &mut [Form],
    report: &mut Report,
) {
    for shape in shapes {
        let Some(of) = &shape.page.example_of else {
            continue;
        };
        let Some(whole) = find(&of.it.page, modules, forms) else {
            let ids = forms.iter().map(|form| form.page.id.as_str());
            let instead = write_instead(of.it.page.as_str(), ids, || {
                "Write the id of a form, or of a topic and its worksheet".to_owned()
            });
            let what = format!("There is no form or topic “{}”", of.it.page);
            report.add(FORMS, of.line, what, instead);
            continue;
        };
        let id = shape.page.topic_id();
        let mut own = forms.iter_mut().filter(|form| form.page.id == id);
        if let Some(form) = own.next() {
            fill_one(&mut form.page, &whole, of, report);
        }
    }
}

/// Finds the page that an example shows; another example is none.
fn find(id: &TopicId, modules: &[Module], forms: &[Form]) -> Option<Topic> {
    let mut topics = modules.iter().flat_map(|module| &module.topics);
    let mut filled = forms.iter().filter(|form| form.kind != FormKind::Example);
    topics
        .find(|topic| topic.id == *id)
        .or_else(|| {
            filled
                .find(|form| form.page.id == *id)
                .map(|form| &form.page)
        })
        .cloned()
}

fn fill_one(example: &mut Topic, whole: &Topic, of: &At<ExampleOf>, report: &mut Report) {
    let id = example.id.clone();
    for (lang, page) in example.pages.iter_mut() {
        let shown = whole.pages.get(lang).blocks.iter().filter(|placed| {
            let wanted = of.it.block.as_ref();
            wanted.is_none_or(|wanted| placed.block.id() == Some(wanted))
        });
        let from = page.blocks.len();
        page.blocks.extend(shown.cloned().map(by_itself));
        let blocks = page.blocks.get(from..).unwrap_or_default();
        if blocks.is_empty() {
            let what = match &of.it.block {
                Some(block) => format!("“{}” has no block “{block}”", of.it.page),
                None => format!("“{}” has no blocks", of.it.page),
            };
            report.add(
                FORMS,
                of.line,
                what,
                "Write the id of one of its worksheets",
            );
            return;
        }
        let blocks: Vec<Block> = blocks.iter().map(|placed| placed.block.clone()).collect();
        page.answers = answers(&id, page, &blocks, report);
    }
}

/// An example is a form, of which a worksheet is no copy of its own among others.
fn by_itself(mut placed: Placed) -> Placed {
    if let Block::Worksheet { many, .. } = &mut placed.block {
        *many = false;
    }
    placed
}

/// Reads what stands in the fields.
fn answers(id: &TopicId, page: &Page, blocks: &[Block], report: &mut Report) -> Vec<Answer> {
    let front = Source::new(&page.file, &page.front, 2);
    let mut found = Vec::new();
    let Some(table) = parse(&front, report) else {
        return found;
    };
    let keys = Keys::any(&front, &table, 2);
    let example = "tables such as [answers.plan], with field = \"…\"";
    let Some(written) = keys.need(ANSWERS, example, report) else {
        return found;
    };
    let Some(written) = written.ids(report) else {
        return found;
    };
    for name in written.names() {
        let wanted = BlockId::from(name.it);
        let block = blocks.iter().find(|block| block.id() == Some(&wanted));
        let fields = written.find(name.it).and_then(|value| value.ids(report));
        match (block, fields) {
            (Some(block), Some(fields)) => {
                let mut place = Placing {
                    topic: id,
                    block: &wanted,
                    slots: slots(block),
                    found: &mut found,
                };
                place.block(block, &fields, report);
            }
            (None, _) => {
                let ids = blocks.iter().filter_map(Block::id).map(BlockId::as_str);
                unknown(&written, &name, "block", ids, report);
            }
            (Some(_), None) => {}
        }
    }
    found
}

fn unknown<'w>(
    keys: &Keys<'_>,
    name: &At<&str>,
    what: &str,
    ids: impl Iterator<Item = &'w str> + Clone,
    report: &mut Report,
) {
    let instead = write_instead(name.it, ids.clone(), || {
        format!("Write one of {}", ids.collect::<Vec<_>>().join(", "))
    });
    let what = format!("The form has no {what} “{}”", name.it);
    keys.fault_at(name.line, what, instead, report);
}

/// Puts what is written into the places of one block.
struct Placing<'a> {
    topic: &'a TopicId,
    block: &'a BlockId,
    slots: Vec<Slot<'a>>,
    found: &'a mut Vec<Answer>,
}

impl Placing<'_> {
    fn block(&mut self, block: &Block, fields: &Keys<'_>, report: &mut Report) {
        for name in fields.names() {
            let Some(value) = fields.find(name.it) else {
                continue;
            };
            if let Some((group, rows)) = group(block, name.it) {
                let items = value.items(1..=usize::from(rows), report);
                for (row, item) in (0..).zip(&items) {
                    if let Some(cells) = item.ids(report) {
                        self.row(&group, row, &cells, report);
                    }
                }
            } else {
                let alone: Vec<_> = self.slots.iter().filter(|slot| !slot.repeats).collect();
                let ids: Vec<FieldId> = alone.iter().map(|slot| slot.field.clone()).collect();
                if ids.iter().any(|id| id.as_str() == name.it) {
                    self.put(name.it, 0, &value, report);
                } else {
                    unknown(
                        fields,
                        &name,
                        "field",
                        ids.iter().map(FieldId::as_str),
                        report,
                    );
                }
            }
        }
    }

    fn row(&mut self, group: &[FieldId], row: u16, cells: &Keys<'_>, report: &mut Report) {
        for name in cells.names() {
            if group.iter().any(|id| id.as_str() == name.it) {
                if let Some(value) = cells.find(name.it) {
                    self.put(name.it, row, &value, report);
                }
            } else {
                let ids = group.iter().map(FieldId::as_str);
                unknown(cells, &name, "field", ids, report);
            }
        }
    }

    fn put(&mut self, field: &str, row: u16, value: &Value<'_>, report: &mut Report) {
        let field = FieldId::from(field);
        let Some(slot) = self.slots.iter().find(|slot| slot.field == field) else {
            return;
        };
        let before = report.count();
        let taken = match slot.takes {
            Takes::Text => AnswerValue::Text(value.text(report).it),
            Takes::Choice(_) => AnswerValue::Choice(OptionId::new(value.slug(report).it)),
            Takes::Ticks(choices) => {
                let items = value.items(1..=choices.len(), report);
                let ids = items.iter().map(|item| OptionId::new(item.slug(report).it));
                AnswerValue::Ticks(ids.collect::<BTreeSet<_>>())
            }
            Takes::Number(min, max) => {
                let number = value.try_whole(min..=max, report);
                let Some(number) = number.and_then(Hundredths::whole) else {
                    return;
                };
                AnswerValue::Number(number)
            }
            Takes::Date => AnswerValue::Date(value.day(report)),
        };
        if report.count() > before {
            return;
        }
        if let Err(problem) = check(&slot.takes, &taken) {
            value.fault(
                format!("This does not fit: {problem}"),
                "Write what the field takes",
                report,
            );
            return;
        }
        let key = AnswerKey {
            topic: self.topic.clone(),
            block: self.block.clone(),
            field,
            row,
            sheet: None,
        };
        self.found.push(Answer { key, value: taken });
    }
}

/// Returns the fields of a group and how many rows it has on paper.
fn group(block: &Block, id: &str) -> Option<(Vec<FieldId>, u8)> {
    let Block::Worksheet { parts, .. } = block else {
        return None;
    };
    parts.iter().find_map(|part| match part {
        WorksheetPart::Group {
            id: own,
            fields,
            rows,
            ..
        } if own.as_str() == id => {
            let fields = fields.iter().map(|field| field.id.clone());
            Some((fields.collect(), *rows))
        }
        _ => None,
    })
}
