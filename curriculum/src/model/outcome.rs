//! Outcome plans: what is measured, and when.

use domain::{MeasureId, OccasionId, OutcomePlanId, TopicId, person::Chime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    instrument::{Better, Rater},
    per_lang::PerLang,
};

/// A plan of what is measured, and when, counted from a person's own first day.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomePlan {
    /// Names it.
    pub id: OutcomePlanId,
    /// The title.
    pub title: PerLang<String>,
    /// Where it comes from, and who may use what is in it.
    pub source: PerLang<String>,
    /// When it measures, in order of time.
    pub occasions: Vec<Occasion>,
    /// What it measures, in groups.
    pub groups: Vec<MeasureGroup>,
}

impl OutcomePlan {
    /// Returns everything it measures, in order.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.groups.iter().flat_map(|group| &group.measures)
    }

    /// Returns one of its measures.
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures().find(|measure| measure.id == *id)
    }

    /// Returns one of its occasions.
    pub fn occasion(&self, id: &OccasionId) -> Option<&Occasion> {
        self.occasions.iter().find(|occasion| occasion.id == *id)
    }
}

/// One time at which a plan measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    /// Names it.
    pub id: OccasionId,
    /// The title.
    pub title: PerLang<String>,
    /// Months after the first day.
    pub months: u8,
    /// How many weeks before and after its day a result still belongs to it.
    pub within: u8,
}

/// Measures that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureGroup {
    /// The title.
    pub title: PerLang<String>,
    /// What it measures.
    pub measures: Vec<Measure>,
}

/// One thing that is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Names it.
    pub id: MeasureId,
    /// The title.
    pub title: PerLang<String>,
    /// What it is, whose it is, and who may use it.
    pub source: PerLang<String>,
    /// Which sides of personal recovery it looks at.
    pub chime: Vec<Chime>,
    /// Where its values come from.
    pub by: MeasuredBy,
}

/// Where the values of a measure come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeasuredBy {
    /// An instrument of the pack: its filled copies.
    Form(TopicId),
    /// A scale that the pack does not hold: a number is keyed in.
    Slot(SlotScale),
    /// What stands in the record.
    Count(CountOf),
}

/// A scale that is used somewhere else, of which only the result is keyed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlotScale {
    /// The lowest result there can be.
    pub lowest: i32,
    /// The highest.
    pub highest: i32,
    /// Which end is the better one.
    pub better: Better,
    /// Who rates.
    pub rater: Rater,
}

/// What is counted in the record, over the time since the occasion before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CountOf {
    /// Stays in hospital that began.
    Admissions,
    /// Nights in hospital.
    Nights,
    /// Emergency visits.
    Emergencies,
    /// Outpatient contacts, other than the sessions here.
    Contacts,
    /// Hours a week of work, study and other roles on the day itself.
    Hours,
}

impl CountOf {
    pub(crate) const NAMES: [(&str, Self); 5] = [
        ("admissions", Self::Admissions),
        ("nights-in-hospital", Self::Nights),
        ("emergency-visits", Self::Emergencies),
        ("outpatient-contacts", Self::Contacts),
        ("hours-a-week", Self::Hours),
    ];
}
