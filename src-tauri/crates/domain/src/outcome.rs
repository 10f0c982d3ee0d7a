//! What a person's outcome plan holds of the person: which plan, from which day, and the values that were keyed in. What the
//! plan asks for is content (`curriculum`), and what scales we ship have come to stands in filled copies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Lang, MeasureId, OccasionId, OutcomePlanId,
    number::{Hundredths, as_decimal},
};

/// An outcome plan that a person follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowedPlan {
    /// The plan.
    pub plan: OutcomePlanId,
    /// The day from which its months are counted.
    pub baseline: NaiveDate,
}

/// Where a keyed-in value belongs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasureAt {
    /// The plan.
    pub plan: OutcomePlanId,
    /// What is measured.
    pub measure: MeasureId,
    /// When.
    pub occasion: OccasionId,
}

/// What became of one measure on one occasion, as somebody keyed it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Measured {
    /// Where it belongs.
    pub at: MeasureAt,
    /// What became of it.
    pub taken: Taken,
    /// What is said about it.
    pub words: String,
}

/// A value with its day, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Taken {
    /// A number.
    Number {
        /// The day it was filled or measured.
        on: NaiveDate,
        /// The number.
        #[serde(with = "as_decimal")]
        #[ts(type = "number")]
        value: Hundredths,
    },
    /// What was typed and is no number that fits. Kept to the letter; it counts nowhere.
    AsTyped {
        /// The day it was filled or measured.
        on: NaiveDate,
        /// What was typed.
        value: String,
    },
    /// It was not collected.
    Not {
        /// Why.
        why: Missing,
    },
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Missing {
    /// The person would not say.
    Refused,
    /// Nobody asked.
    NotAsked,
    /// It does not apply to the person, or the scale is not used here.
    NotApplicable,
    /// What stands on the paper cannot be read.
    Unreadable,
    /// The person could not be reached.
    NotReached,
}

impl Missing {
    /// Every reason, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Refused,
        Self::NotAsked,
        Self::NotApplicable,
        Self::Unreadable,
        Self::NotReached,
    ];
}

impl Missing {
    /// Says it in a language, as it stands in a table.
    pub const fn words(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::En, Self::Refused) => "would not say",
            (Lang::En, Self::NotAsked) => "not asked",
            (Lang::En, Self::NotApplicable) => "does not apply",
            (Lang::En, Self::Unreadable) => "cannot be read",
            (Lang::En, Self::NotReached) => "not reached",
            (Lang::Da, Self::Refused) => "ville ikke svare",
            (Lang::Da, Self::NotAsked) => "ikke spurgt",
            (Lang::Da, Self::NotApplicable) => "ikke relevant",
            (Lang::Da, Self::Unreadable) => "kan ikke læses",
            (Lang::Da, Self::NotReached) => "ikke truffet",
            (Lang::Nb, Self::Refused) => "ville ikke svare",
            (Lang::Nb, Self::NotAsked) => "ikke spurt",
            (Lang::Nb, Self::NotApplicable) => "ikke relevant",
            (Lang::Nb, Self::Unreadable) => "kan ikke leses",
            (Lang::Nb, Self::NotReached) => "ikke truffet",
        }
    }
}
