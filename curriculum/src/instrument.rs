//! Scores the answers of an instrument. Pure: a form and answers in, a score out, and nothing is made of it.

use std::cmp::Ordering;

use domain::{
    Answer, AnswerValue, BlockId, FieldId,
    document::{Block, Choice},
    number::Hundredths,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::model::{Form, Instrument, ScoreRule, Slot, Takes, slots};

/// A score, and how much of the instrument it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// How many items were answered.
    pub answered: u16,
    /// How many there are.
    pub items: u16,
    /// The score; `None` while fewer items are answered than the instrument asks for.
    pub value: Option<Fraction>,
    /// The lowest score there can be.
    pub lowest: Fraction,
    /// The highest score there can be.
    pub highest: Fraction,
    /// The same answers as the other of mean and sum, since reports use either; `None` without a score, and for a count of
    /// right answers.
    pub other: Option<OtherScore>,
}

impl Score {
    /// Returns the score as a mean or as a sum, whichever the instrument has by itself.
    pub fn told_as(&self, instrument: &Instrument, rule: ScoreRule) -> Option<Fraction> {
        if instrument.score == rule {
            return self.value;
        }
        let other = self.other.filter(|other| other.rule == rule)?;
        Some(other.value)
    }
}

/// A score told the other way: the sum of what is told as a mean, or the mean of what is told as a sum. A sum with missing
/// items is the mean of the answered ones times the number of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherScore {
    /// Which of the two it is.
    pub rule: ScoreRule,
    /// The score.
    pub value: Fraction,
    /// The lowest there can be.
    pub lowest: Fraction,
    /// The highest there can be.
    pub highest: Fraction,
}

/// An exact score: a mean of fifteen items has no short decimal. Compared by value, so 2/4 is 1/2.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct Fraction {
    /// Above the line.
    pub over: i32,
    /// Below the line; never 0.
    pub under: u16,
}

impl Fraction {
    /// Returns it as a decimal number, for a chart.
    pub fn decimal(self) -> f64 {
        f64::from(self.over) / f64::from(self.under)
    }

    /// Returns it in hundredths, rounded to the nearest, halves away from zero: how a score is written down.
    pub fn hundredths(self) -> i64 {
        let (over, under) = (i64::from(self.over) * 100, i64::from(self.under));
        let rounded = (2 * over.abs() + under) / (2 * under);
        rounded * over.signum()
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        let across = |one: &Self, two: &Self| i64::from(one.over) * i64::from(two.under);
        across(self, other).cmp(&across(other, self))
    }
}

/// Scores a form from the answers of one filled copy; answers to other pages are passed over. `None` when the form is no
/// instrument.
///
/// The value of a choice is its id read as a number, a scale or number counts as itself, and a question of a knowledge
/// check counts 1 when it is answered right and 0 when not. A choice that is no number, such as `na`, counts as not
/// answered. With fewer answered items than `least` there is no score. Otherwise
///
/// - `mean` is the mean of the answered items;
/// - `sum` with `prorate` is that mean times the number of items, so that what is missing counts as the person's average;
/// - `sum` without it is the sum of the answered items alone, so that what is missing counts as nothing. An instrument
///   that must be whole says so with `least`;
/// - `right` is the number of right answers.
///
/// The lowest and highest score are those that this rule can give with any answers that are enough.
pub fn score(form: &Form, answers: &[Answer]) -> Option<Score> {
    let instrument = form.instrument.as_ref()?;
    let items: Vec<Item> = form
        .page
        .structure()
        .filter(|block| block.id().is_some_and(|id| instrument.blocks.contains(id)))
        .flat_map(|block| items(form, block, instrument.score, answers))
        .collect();
    let values: Vec<Hundredths> = items.iter().filter_map(|item| item.value).collect();
    let enough = values.len() >= usize::from(instrument.least);
    Some(Score {
        answered: count(values.len()),
        items: count(items.len()),
        value: (enough && !values.is_empty())
            .then(|| computed_exactly(instrument, &values, items.len())),
        lowest: extreme(instrument, &items, End::Lowest),
        highest: extreme(instrument, &items, End::Highest),
        other: other(instrument, &items, &values).filter(|_| enough),
    })
}

/// Scores as if the instrument had the other of mean and sum.
fn other(instrument: &Instrument, items: &[Item], values: &[Hundredths]) -> Option<OtherScore> {
    let rule = match instrument.score {
        ScoreRule::Mean => ScoreRule::Sum,
        ScoreRule::Sum => ScoreRule::Mean,
        ScoreRule::Right => return None,
    };
    if values.is_empty() {
        return None;
    }
    let told = Instrument {
        score: rule,
        prorate: rule == ScoreRule::Sum,
        least: count(items.len()),
        ..instrument.clone()
    };
    Some(OtherScore {
        rule,
        value: computed_exactly(&told, values, items.len()),
        lowest: extreme(&told, items, End::Lowest),
        highest: extreme(&told, items, End::Highest),
    })
}

/// Finds the same instrument as somebody else rates it: the same blocks and items, scored alike, by another rater.
pub fn other_rater<'f>(form: &Form, forms: &'f [Form]) -> Option<&'f Form> {
    let ours = form.instrument.as_ref()?;
    let scored = |form: &Form, instrument: &Instrument| -> Vec<(BlockId, FieldId)> {
        let blocks = form.page.structure();
        let counted = blocks.filter_map(|block| Some((block.id()?, block)));
        counted
            .filter(|(id, _)| instrument.blocks.contains(id))
            .flat_map(|(id, block)| {
                let fields = slots(block).into_iter().map(|slot| slot.field);
                fields.map(|field| (id.clone(), field)).collect::<Vec<_>>()
            })
            .collect()
    };
    forms.iter().find(|other| {
        other.instrument.as_ref().is_some_and(|theirs| {
            theirs.rater != ours.rater
                && Instrument {
                    rater: ours.rater,
                    ..theirs.clone()
                } == *ours
                && other.about == form.about
                && scored(other, theirs) == scored(form, ours)
        })
    })
}

/// One thing that is answered and counts.
struct Item {
    lowest: i32,
    highest: i32,
    /// `None` when it was not answered.
    value: Option<Hundredths>,
}

fn items(form: &Form, block: &Block, rule: ScoreRule, answers: &[Answer]) -> Vec<Item> {
    let Some(id) = block.id() else {
        return Vec::new();
    };
    let answer = |field: &FieldId| {
        let here = |answer: &&Answer| {
            let key = &answer.key;
            key.topic == form.page.id && key.block == *id && key.field == *field && key.row == 0
        };
        answers.iter().find(here).map(|answer| &answer.value)
    };
    if let (Block::KnowledgeCheck { questions, .. }, ScoreRule::Right) = (block, rule) {
        let asked = questions.iter().map(|question| Item {
            lowest: 0,
            highest: 1,
            value: match answer(&question.id) {
                Some(AnswerValue::Choice(chosen))
                    if question.choices.iter().any(|choice| choice.id == *chosen) =>
                {
                    Hundredths::whole(i32::from(*chosen == question.right))
                }
                _ => None,
            },
        });
        return asked.collect();
    }
    slots(block)
        .into_iter()
        .filter(|slot| !slot.repeats)
        .filter_map(|slot| item(&slot, answer(&slot.field)))
        .collect()
}

/// Makes an item of a place for an answer; `None` when nothing there has a value.
fn item(slot: &Slot<'_>, answer: Option<&AnswerValue>) -> Option<Item> {
    match slot.takes {
        Takes::Number(lowest, highest) => Some(Item {
            lowest,
            highest,
            value: match answer {
                Some(AnswerValue::Number(number)) => {
                    Some(*number).filter(|number| number.lies_in(lowest, highest))
                }
                _ => None,
            },
        }),
        Takes::Choice(choices) => {
            let values = || choices.iter().filter_map(worth);
            Some(Item {
                lowest: values().min()?,
                highest: values().max()?,
                value: match answer {
                    Some(AnswerValue::Choice(chosen)) => choices
                        .iter()
                        .find(|choice| choice.id == *chosen)
                        .and_then(worth)
                        .and_then(Hundredths::whole),
                    _ => None,
                },
            })
        }
        Takes::Text | Takes::Ticks(_) | Takes::Date => None,
    }
}

/// Returns what a choice is worth: its id, read as a number.
fn worth(choice: &Choice) -> Option<i32> {
    choice.id.as_str().parse::<u16>().ok().map(i32::from)
}

/// Computes from what was answered; seven and a half counts as that.
fn computed_exactly(instrument: &Instrument, values: &[Hundredths], items: usize) -> Fraction {
    let sum = values
        .iter()
        .fold(0, |sum: i32, value| sum.saturating_add(value.0));
    match Hundredths(sum).as_whole() {
        Some(whole) => computed(instrument, whole, values.len(), items),
        None => {
            let hundredfold = computed(instrument, sum, values.len(), items);
            Fraction {
                under: hundredfold.under.saturating_mul(100),
                ..hundredfold
            }
        }
    }
}

fn computed(instrument: &Instrument, sum: i32, answered: usize, items: usize) -> Fraction {
    let (over, under) = match instrument.score {
        ScoreRule::Mean => (sum, answered),
        ScoreRule::Sum if instrument.prorate => {
            (sum.saturating_mul(i32::from(count(items))), answered)
        }
        ScoreRule::Sum | ScoreRule::Right => (sum, 1),
    };
    Fraction {
        over,
        under: count(under).max(1),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Lowest,
    Highest,
}

/// Computes the lowest or highest score: from the fewest items that are enough, each at that end, and from further
/// ones as long as they carry the score on.
fn extreme(instrument: &Instrument, items: &[Item], end: End) -> Fraction {
    let mut ends: Vec<i32> = items
        .iter()
        .map(|item| match end {
            End::Lowest => item.lowest,
            End::Highest => item.highest,
        })
        .collect();
    ends.sort_unstable();
    if end == End::Highest {
        ends.reverse();
    }
    let least = usize::from(instrument.least).clamp(1, items.len().max(1));
    let fewest: i32 = ends.iter().take(least).sum();
    let averaged = instrument.score == ScoreRule::Mean || instrument.prorate;
    if averaged {
        return computed(instrument, fewest, least, items.len());
    }
    let further = ends.iter().skip(least).filter(|value| match end {
        End::Lowest => **value < 0,
        End::Highest => **value > 0,
    });
    computed(
        instrument,
        fewest + further.sum::<i32>(),
        least,
        items.len(),
    )
}

/// Counts in the width of the wire; a page has some hundred items at most.
fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
