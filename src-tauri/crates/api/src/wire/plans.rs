//! Plans: who holds a copy, when they were gone through, when they are looked at again.

use chrono::NaiveDate;
use domain::{
    PersonId, PlanCopyId, SheetId, SupporterId, TopicId,
    plan::{PlanCopy, Rehearsal},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cards::PersonCard;

asks! {
    /// Writes down that somebody holds a copy of a plan, or changes what is known of it, such as the day it came back.
    SavePlanCopy {
        /// Whose plan.
        person: PersonId,
        /// Which copy; `None` for a new one.
        copy: Option<PlanCopyId>,
        /// The version.
        sheet: SheetId,
        /// The supporter who holds it; `None` for somebody else.
        supporter: Option<SupporterId>,
        /// Who else holds it; left aside for a supporter.
        #[serde(default)]
        holder: String,
        /// The day it was given.
        given_on: NaiveDate,
        /// The day it came back; `None` for as long as they have it.
        taken_back_on: Option<NaiveDate>,
    }
    /// Writes down that a plan was gone through.
    AddRehearsal {
        /// Whose plan.
        person: PersonId,
        /// The version.
        sheet: SheetId,
        /// The day.
        on: NaiveDate,
        /// With whom, and what was noticed; may be empty.
        #[serde(default)]
        words: String,
    }
    /// Sets the day on which a plan is looked at again.
    SetReviewDay {
        /// Whose plan.
        person: PersonId,
        /// The version.
        sheet: SheetId,
        /// The day; `None` takes it off.
        on: Option<NaiveDate>,
    }
}

views! {
    /// What is to be known of a plan beside its words, over all its versions.
    PlanFacts {
        /// Who was ever given a copy, the newest first.
        copies: Vec<HeldCopy>,
        /// When it was gone through, the newest first.
        rehearsals: Vec<Rehearsal>,
        /// The day on which the newest version is looked at again.
        review_on: Option<NaiveDate>,
        /// Whether that day has come.
        due: bool,
    }
    /// A copy of a plan that somebody holds or held.
    HeldCopy {
        /// The copy.
        #[serde(flatten)]
        copy: PlanCopy,
        /// Who holds it, by name.
        name: String,
        /// The day of the version it is a copy of.
        version: NaiveDate,
        /// Whether there is a newer version by now.
        earlier: bool,
    }
    /// To whom a plan may go.
    PlanSharing {
        /// The person's supporters.
        holders: Vec<PossibleHolder>,
        /// The form for a card to carry; `None` when the content has none, and on the card itself.
        card: Option<TopicId>,
    }
    /// A supporter who could be given a copy.
    PossibleHolder {
        /// Who.
        supporter: SupporterId,
        /// Their name.
        name: String,
        /// Whether the person lets them see a page like this today.
        may: bool,
    }
    /// A plan that is to be looked at again.
    DuePlan {
        /// Whose.
        person: PersonCard,
        /// The version.
        sheet: SheetId,
        /// What the plan is called.
        title: String,
        /// Since when it is due.
        since: NaiveDate,
    }
}
