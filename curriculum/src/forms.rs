//! Offers the person's own words from elsewhere beside the fields of a form. Nothing is taken over by itself.

use std::collections::BTreeMap;

use domain::{
    Answer, AnswerKey, AnswerValue, BlockId, FieldId, Lang, OptionId, SheetId, TopicId,
    calendar::long_date,
    document::{Block, Choice, Input, Row, WorksheetPart},
    number::written,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    curriculum::Curriculum,
    model::{AnswersAt, Form, Takes, free_line, slots},
};

/// Words that can be taken over into a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The block of the form.
    pub block: BlockId,
    /// Its field.
    pub field: FieldId,
    /// The words.
    pub words: String,
    /// The page they were given on.
    pub topic: TopicId,
    /// Its title.
    pub title: String,
}

/// Finds what a person said elsewhere that the fields of a form can use, in the order of the fields and their places.
///
/// Each answered question or field is one offer, in the words it was given in; so is each ticked row of a checklist
/// (with the columns in brackets when there are several), each rated row with its level, and each row of a group. What
/// was chosen comes as its label, a number and a day as the language writes them. Blank answers offer nothing. `answers` are all answers of the
/// person, of any page; when a page was filled several times, each copy offers its own, the oldest first.
pub fn offers(curriculum: &Curriculum, form: &Form, answers: &[Answer], lang: Lang) -> Vec<Offer> {
    let given: BTreeMap<&AnswerKey, &AnswerValue> = answers
        .iter()
        .filter(|answer| !answer.value.is_empty())
        .map(|answer| (&answer.key, &answer.value))
        .collect();
    let mut offers = Vec::new();
    for target in form.sources() {
        for place in &target.from {
            offers.extend(
                words_at(curriculum, place, &given, lang)
                    .into_iter()
                    .map(|words| Offer {
                        block: target.block.clone(),
                        field: target.field.clone(),
                        words,
                        topic: place.topic.clone(),
                        title: curriculum.topic_title(&place.topic, lang).to_owned(),
                    }),
            );
        }
    }
    offers
}

fn words_at(
    curriculum: &Curriculum,
    place: &AnswersAt,
    given: &BTreeMap<&AnswerKey, &AnswerValue>,
    lang: Lang,
) -> Vec<String> {
    let page = curriculum.topic(&place.topic);
    let Some(block) = page
        .into_iter()
        .flat_map(|page| page.blocks(lang))
        .find(|block| block.id() == Some(&place.block))
    else {
        return Vec::new();
    };
    let mut copies: Vec<Option<SheetId>> = given
        .keys()
        .filter(|key| key.topic == place.topic && key.block == place.block)
        .map(|key| key.sheet)
        .collect();
    // The page itself first; ids of copies sort by the moment they were made.
    copies.sort_unstable();
    copies.dedup();
    copies
        .into_iter()
        .flat_map(|sheet| {
            let copy = Copy {
                place,
                given,
                sheet,
                lang,
            };
            copy.words(block)
        })
        .filter(|words| !words.trim().is_empty())
        .collect()
}

/// One copy of the block that words come from.
struct Copy<'a> {
    place: &'a AnswersAt,
    given: &'a BTreeMap<&'a AnswerKey, &'a AnswerValue>,
    sheet: Option<SheetId>,
    lang: Lang,
}

impl<'a> Copy<'a> {
    fn at(&self, field: &FieldId, row: u16) -> Option<&'a AnswerValue> {
        let key = AnswerKey {
            topic: self.place.topic.clone(),
            block: self.place.block.clone(),
            field: field.clone(),
            row,
            sheet: self.sheet,
        };
        self.given.get(&key).copied()
    }

    /// Tells whether a field, or the group it stands in, is asked for.
    fn asks(&self, field: &FieldId) -> bool {
        self.place.field.as_ref().is_none_or(|asked| asked == field)
    }

    /// Puts an answer into words; `None` when it chose what the content no longer holds.
    fn said(&self, value: &AnswerValue, choices: &[Choice]) -> Option<String> {
        let label = |id: &OptionId| {
            let chosen = choices.iter().find(|choice| choice.id == *id)?;
            Some(chosen.label.as_str())
        };
        Some(match value {
            AnswerValue::Text(words) | AnswerValue::AsTyped(words) => words.clone(),
            AnswerValue::Choice(id) => label(id)?.to_owned(),
            // In the order of the page, not of the ids.
            AnswerValue::Ticks(ids) => {
                let ticked = choices.iter().filter(|choice| ids.contains(&choice.id));
                let labels: Vec<&str> = ticked.map(|choice| choice.label.as_str()).collect();
                if labels.is_empty() {
                    return None;
                }
                labels.join(", ")
            }
            AnswerValue::Number(number) => written(self.lang, *number),
            AnswerValue::Date(day) => long_date(self.lang, *day),
            AnswerValue::Missing(_) => return None,
        })
    }

    fn words(&self, block: &Block) -> Vec<String> {
        match block {
            Block::Checklist {
                columns,
                rows,
                others,
                ..
            } => self.ticked(columns, rows, *others),
            Block::Rating { levels, rows, .. } => rows
                .iter()
                .filter(|row| self.asks(&row.id))
                .filter_map(|row| {
                    let level = self.said(self.at(&row.id, 0)?, levels)?;
                    Some(format!("{}: {level}", row.label))
                })
                .collect(),
            Block::Worksheet { parts, .. } => {
                parts.iter().flat_map(|part| self.part(part)).collect()
            }
            _ => slots(block)
                .iter()
                .filter(|slot| self.asks(&slot.field))
                .filter_map(|slot| self.said(self.at(&slot.field, 0)?, slot.takes.choices()))
                .collect(),
        }
    }

    fn ticked(&self, columns: &[Choice], rows: &[Row], others: u8) -> Vec<String> {
        let ticked = rows
            .iter()
            .filter(|row| self.asks(&row.id))
            .filter_map(|row| {
                let ticks = self.said(self.at(&row.id, 0)?, columns)?;
                Some(match columns {
                    [_] => row.label.clone(),
                    _ => format!("{} ({ticks})", row.label),
                })
            });
        let free = (1..=others)
            .map(free_line)
            .filter(|field| self.asks(field))
            .filter_map(|field| self.said(self.at(&field, 0)?, &[]));
        ticked.chain(free).collect()
    }

    fn part(&self, part: &WorksheetPart) -> Vec<String> {
        let (group, fields) = match part {
            WorksheetPart::Field { field } => (None, std::slice::from_ref(field)),
            WorksheetPart::Group { id, fields, .. } => (Some(id), fields.as_slice()),
        };
        let whole = group.is_some_and(|group| self.asks(group));
        let asked: Vec<_> = fields
            .iter()
            .filter(|field| whole || self.asks(&field.id))
            .collect();
        let rows = self
            .given
            .keys()
            .filter(|key| key.topic == self.place.topic && key.block == self.place.block)
            .map(|key| key.row)
            .max()
            .unwrap_or_default();
        (0..=rows)
            .map(|row| {
                asked
                    .iter()
                    .filter_map(|field| self.said(self.at(&field.id, row)?, choices(&field.input)))
                    .filter(|words| !words.trim().is_empty())
                    .collect::<Vec<_>>()
                    .join("; ")
            })
            .collect()
    }
}

fn choices(input: &Input) -> &[Choice] {
    Takes::of(input).choices()
}

#[cfg(test)]
mod tests;
