//! What an outcome plan asks for, held against what there is. Pure: plan, first day, results and today in; for each measure
//! and occasion its day and what became of it out. Nothing is made of a difference between two values.

use chrono::{Days, Months, NaiveDate};
use domain::{
    MeasureId, OccasionId, SheetId, TopicId,
    event::{Event, EventKind},
    number::Hundredths,
    outcome::{Measured, Missing, Taken},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    instrument::Score,
    model::{CountOf, Measure, MeasuredBy, Occasion, OutcomePlan},
};

/// What there is of one person.
#[derive(Clone, Copy, Debug)]
pub struct Results<'a> {
    /// What was keyed in for this plan.
    pub keyed: &'a [Measured],
    /// Filled copies of instruments.
    pub copies: &'a [ScoredCopy],
    /// Dated events.
    pub events: &'a [Event],
}

/// A filled copy of an instrument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredCopy {
    /// The copy.
    pub sheet: SheetId,
    /// The instrument.
    pub form: TopicId,
    /// The day it was filled.
    pub on: NaiveDate,
    /// What it came to.
    pub score: Score,
}

/// One measure on one occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeCell {
    /// What is measured.
    pub measure: MeasureId,
    /// When.
    pub occasion: OccasionId,
    /// The day of the occasion.
    pub due: NaiveDate,
    /// The last day on which a result still belongs to it.
    pub until: NaiveDate,
    /// What became of it.
    pub state: OutcomeState,
    /// What was said about it when it was keyed in.
    pub words: String,
}

/// What became of one measure on one occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "camelCase")]
pub enum OutcomeState {
    /// Its time has not come.
    Ahead,
    /// Its time has come.
    Due,
    /// Its time went by.
    Overdue,
    /// A filled copy has a score.
    Filled {
        /// The copy.
        sheet: SheetId,
        /// The day it was filled.
        on: NaiveDate,
        /// What it came to.
        score: Score,
    },
    /// A filled copy has too few answers for a score.
    Short {
        /// The copy.
        sheet: SheetId,
        /// The day it was filled.
        on: NaiveDate,
        /// How much of it is answered.
        score: Score,
    },
    /// Something was keyed in.
    Keyed {
        /// The day it was filled or measured.
        on: NaiveDate,
        /// In hundredths; `None` where what was typed is no number that fits.
        value: Option<Hundredths>,
        /// What was typed, where it is no number.
        typed: String,
    },
    /// It was counted in the record.
    Counted {
        /// The first day of the time that was counted.
        from: NaiveDate,
        /// In hundredths.
        value: Hundredths,
    },
    /// It was not collected.
    Not {
        /// Why.
        why: Missing,
    },
}

impl OutcomeState {
    /// Returns the value with its day, for a chart; nothing where there is none.
    pub fn point(&self, due: NaiveDate) -> Option<(NaiveDate, Hundredths)> {
        match self {
            Self::Filled { on, score, .. } => {
                let value = score.value?.hundredths();
                Some((*on, Hundredths(i32::try_from(value).ok()?)))
            }
            Self::Keyed { on, value, .. } => Some((*on, (*value)?)),
            Self::Counted { value, .. } => Some((due, *value)),
            Self::Ahead | Self::Due | Self::Overdue | Self::Short { .. } | Self::Not { .. } => None,
        }
    }
}

/// Returns the day of an occasion, counted from the first day.
pub fn due(baseline: NaiveDate, occasion: &Occasion) -> NaiveDate {
    baseline
        .checked_add_months(Months::new(u32::from(occasion.months)))
        .unwrap_or(baseline)
}

/// Returns what became of each measure on each occasion: the measures in the order of the plan, each with its occasions.
///
/// What was keyed in stands first, also in place of a filled copy or a count. A copy belongs to the occasion whose day is
/// nearest, the earlier of two, if it lies within the weeks that the occasion allows; of several that do, the nearest
/// counts. A count covers the time after the occasion before, and the twelve months before the first one.
pub fn standing(
    plan: &OutcomePlan,
    baseline: NaiveDate,
    results: Results<'_>,
    today: NaiveDate,
) -> Vec<OutcomeCell> {
    let cells = plan.measures().flat_map(|measure| {
        plan.occasions
            .iter()
            .enumerate()
            .map(move |(at, occasion)| {
                let day = due(baseline, occasion);
                let weeks = Days::new(u64::from(occasion.within) * 7);
                let until = day.checked_add_days(weeks).unwrap_or(day);
                let opens = day.checked_sub_days(weeks).unwrap_or(day);
                let keyed = results.keyed.iter().find(|keyed| {
                    let place = &keyed.at;
                    place.plan == plan.id
                        && place.measure == measure.id
                        && place.occasion == occasion.id
                });
                let state = match keyed {
                    Some(keyed) => of_keyed(&keyed.taken),
                    None => {
                        let before = at.checked_sub(1).and_then(|at| plan.occasions.get(at));
                        let since = match before {
                            Some(before) => due(baseline, before),
                            None => day.checked_sub_months(Months::new(12)).unwrap_or(day),
                        };
                        found(
                            plan,
                            baseline,
                            measure,
                            occasion,
                            results,
                            (since, day, today),
                        )
                        .unwrap_or(match today {
                            today if today < opens => OutcomeState::Ahead,
                            today if today <= until => OutcomeState::Due,
                            _ => OutcomeState::Overdue,
                        })
                    }
                };
                OutcomeCell {
                    measure: measure.id.clone(),
                    occasion: occasion.id.clone(),
                    due: day,
                    until,
                    state,
                    words: keyed.map(|keyed| keyed.words.clone()).unwrap_or_default(),
                }
            })
    });
    cells.collect()
}

fn of_keyed(taken: &Taken) -> OutcomeState {
    match taken {
        Taken::Number { on, value } => OutcomeState::Keyed {
            on: *on,
            value: Some(*value),
            typed: String::new(),
        },
        Taken::AsTyped { on, value } => OutcomeState::Keyed {
            on: *on,
            value: None,
            typed: value.clone(),
        },
        Taken::Not { why } => OutcomeState::Not { why: *why },
    }
}

/// Looks for what nobody keyed in; nothing where there is none, so that it is still to come.
fn found(
    plan: &OutcomePlan,
    baseline: NaiveDate,
    measure: &Measure,
    occasion: &Occasion,
    results: Results<'_>,
    (since, day, today): (NaiveDate, NaiveDate, NaiveDate),
) -> Option<OutcomeState> {
    match &measure.by {
        MeasuredBy::Slot(_) => None,
        MeasuredBy::Form(form) => {
            let copies = results.copies.iter().filter(|copy| {
                let nearest = belongs(plan, baseline, copy.on);
                copy.form == *form
                    && copy.score.answered > 0
                    && nearest.is_some_and(|nearest| nearest.id == occasion.id)
            });
            let copy = copies.min_by_key(|copy| (apart(copy.on, day), copy.on))?;
            let (sheet, on, score) = (copy.sheet, copy.on, copy.score);
            Some(match score.value {
                Some(_) => OutcomeState::Filled { sheet, on, score },
                None => OutcomeState::Short { sheet, on, score },
            })
        }
        // A time that is not over cannot be counted.
        MeasuredBy::Count(_) if today < day => Some(OutcomeState::Ahead),
        MeasuredBy::Count(what) => Some(OutcomeState::Counted {
            from: since,
            value: count(*what, results.events, since, day, today),
        }),
    }
}

/// Finds the occasion that a result of a day belongs to, if there is one.
pub fn belongs(plan: &OutcomePlan, baseline: NaiveDate, on: NaiveDate) -> Option<&Occasion> {
    let nearest = plan
        .occasions
        .iter()
        .min_by_key(|occasion| apart(on, due(baseline, occasion)))?;
    let weeks = i64::from(nearest.within) * 7;
    (apart(on, due(baseline, nearest)) <= weeks).then_some(nearest)
}

fn apart(one: NaiveDate, other: NaiveDate) -> i64 {
    (one - other).num_days().abs()
}

/// Counts what was written down, after one day and until another.
fn count(
    what: CountOf,
    events: &[Event],
    since: NaiveDate,
    day: NaiveDate,
    today: NaiveDate,
) -> Hundredths {
    let begun = |kind: EventKind| {
        let begun = events.iter().filter(|event| {
            let from = event.details.from;
            event.details.kind == kind && since < from && from <= day
        });
        whole(begun.count())
    };
    match what {
        CountOf::Admissions => begun(EventKind::Admission),
        CountOf::Emergencies => begun(EventKind::Emergency),
        CountOf::Contacts => begun(EventKind::Contact),
        CountOf::Nights => {
            let stays = events
                .iter()
                .filter(|event| event.details.kind == EventKind::Admission);
            let nights: u32 = stays
                .map(|event| event.details.nights(since, day, today))
                .sum();
            whole(usize::try_from(nights).unwrap_or(usize::MAX))
        }
        CountOf::Hours => {
            let hours = events.iter().filter_map(|event| {
                let details = &event.details;
                let on = details.from <= day && details.until.is_none_or(|until| day <= until);
                (details.kind.has_hours() && on).then_some(details.hours?.0)
            });
            Hundredths(hours.fold(0, i32::saturating_add))
        }
    }
}

fn whole(number: usize) -> Hundredths {
    i32::try_from(number)
        .ok()
        .and_then(Hundredths::whole)
        .unwrap_or(Hundredths(i32::MAX))
}

#[cfg(test)]
mod tests;
