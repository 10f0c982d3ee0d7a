//! Outcome plans: what is measured in a person's course, when, and what became of it.

use chrono::NaiveDate;
pub use curriculum::outcome::{OutcomeCell, OutcomeState};
use curriculum::{Better, CountOf, Rater};
use domain::{
    MeasureId, OccasionId, OutcomePlanId, PersonId, TopicId,
    document::{Chart, Hundredths},
    outcome::{MeasureAt, Taken},
    person::Chime,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::PersonCard;

asks! {
    /// Lets a person follow an outcome plan, or changes its first day.
    FollowPlan {
        /// Who.
        person: PersonId,
        /// The plan.
        plan: OutcomePlanId,
        /// The day from which its months are counted.
        baseline: NaiveDate,
    }
    /// Takes an outcome plan away from a person.
    LeavePlan {
        /// From whom.
        person: PersonId,
        /// The plan.
        plan: OutcomePlanId,
    }
    /// Keys in what became of a measure on an occasion.
    KeyMeasure {
        /// Whose.
        person: PersonId,
        /// What, and when.
        at: MeasureAt,
        /// What became of it; `None` takes away what was keyed in.
        taken: Option<Taken>,
        /// What is said about it.
        words: String,
    }
    /// Begins a copy of an instrument that was filled on paper.
    KeyInCopy {
        /// Who.
        person: PersonId,
        /// The instrument.
        form: TopicId,
        /// The day it was filled.
        filled_on: NaiveDate,
    }
}

views! {
    /// A person's outcome plans, and those there are.
    OutcomesView {
        /// Those the person follows, the newest first.
        plans: Vec<OutcomePlanView>,
        /// Every plan of the content, in the person's language.
        there_are: Vec<OutcomePlanCard>,
    }
    /// An outcome plan to choose.
    OutcomePlanCard {
        /// Names it.
        id: OutcomePlanId,
        /// Its title.
        title: String,
        /// Where it comes from, and what in it is whose.
        source: String,
    }
    /// An outcome plan that a person follows.
    OutcomePlanView {
        /// The plan.
        #[serde(flatten)]
        card: OutcomePlanCard,
        /// Whether the content still has it; without it only what was keyed in is left.
        there: bool,
        /// The day from which its months are counted.
        baseline: NaiveDate,
        /// When it measures, in order of time.
        occasions: Vec<OutcomeOccasion>,
        /// What it measures.
        groups: Vec<OutcomeGroup>,
        /// Values over time, where there are at least two.
        charts: Vec<Chart>,
    }
    /// One time at which a plan measures.
    OutcomeOccasion {
        /// Names it.
        id: OccasionId,
        /// Its title.
        title: String,
        /// Its day.
        due: NaiveDate,
    }
    /// Measures that belong together.
    OutcomeGroup {
        /// Their title.
        title: String,
        /// What is measured.
        measures: Vec<OutcomeMeasure>,
    }
    /// One thing that is measured, with what became of it on each occasion.
    OutcomeMeasure {
        /// Names it.
        id: MeasureId,
        /// Its title.
        title: String,
        /// What it is, whose it is, and who may use it.
        source: String,
        /// Which sides of personal recovery it looks at.
        chime: Vec<Chime>,
        /// The instrument whose copies count; `None` for a scale from elsewhere and a count.
        form: Option<TopicId>,
        /// What is counted in the record; `None` for what is rated.
        count: Option<CountOf>,
        /// Who rates; `None` for a count.
        rater: Option<Rater>,
        /// Which end is the better one.
        better: Better,
        /// The lowest value there can be; `None` for a count.
        lowest: Option<Hundredths>,
        /// The highest value there can be; `None` for a count.
        highest: Option<Hundredths>,
        /// What became of it, in the order of the occasions.
        cells: Vec<OutcomeCell>,
    }
    /// Measures of one occasion whose time has come, of one person.
    OutcomeDue {
        /// Who.
        person: PersonCard,
        /// The plan's title.
        plan: String,
        /// The occasion's title.
        occasion: String,
        /// Its day.
        due: NaiveDate,
        /// How many of its measures are still to be collected.
        measures: u32,
        /// Whether its time went by.
        overdue: bool,
    }
    /// Outcome plans of several people.
    OutcomeList {
        /// Each with whose it is.
        people: Vec<PersonOutcomes>,
    }
    /// One person's outcome plans.
    PersonOutcomes {
        /// Who.
        person: PersonCard,
        /// The plans.
        plans: Vec<OutcomePlanView>,
    }
}
