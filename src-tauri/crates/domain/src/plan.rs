//! What is to be known of a plan beside its words: who holds a copy, when it was gone through, when it is looked at again.
//!
//! A plan is a form that is filled again (reference 4.6, 4.7); each filled copy of it is a version.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PlanCopyId, RehearsalId, SheetId, SupporterId};

/// A copy of one version of a plan that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanCopy {
    /// Names it.
    pub id: PlanCopyId,
    /// The version.
    pub sheet: SheetId,
    /// The supporter who holds it; `None` for somebody else.
    pub supporter: Option<SupporterId>,
    /// Who else holds it, such as the doctor; empty for a supporter, who has a name of their own.
    pub holder: String,
    /// The day it was given.
    pub given_on: NaiveDate,
    /// The day it came back; `None` for as long as they have it.
    pub taken_back_on: Option<NaiveDate>,
}

/// What is wrong with a copy of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanCopyFault {
    /// Nobody holds it.
    Nobody,
    /// It came back before it was given.
    BackBeforeGiven,
}

impl PlanCopy {
    /// Finds what is wrong with it.
    ///
    /// # Errors
    /// The first fault there is.
    pub fn check(&self) -> Result<(), PlanCopyFault> {
        if self.supporter.is_none() && self.holder.is_empty() {
            return Err(PlanCopyFault::Nobody);
        }
        if self.taken_back_on.is_some_and(|back| back < self.given_on) {
            return Err(PlanCopyFault::BackBeforeGiven);
        }
        Ok(())
    }
}

/// A day on which a plan was gone through as if it were needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rehearsal {
    /// Names it.
    pub id: RehearsalId,
    /// The version that was gone through.
    pub sheet: SheetId,
    /// The day.
    pub on: NaiveDate,
    /// With whom, and what was noticed; may be empty.
    pub words: String,
}

/// Tells whether a plan is to be looked at again. A day that has come stays due until another is set or a new version is
/// made.
pub fn is_due(review_on: Option<NaiveDate>, today: NaiveDate) -> bool {
    review_on.is_some_and(|day| day <= today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 4, day).unwrap_or_default()
    }

    #[test]
    fn somebody_holds_a_copy_and_it_comes_back_no_earlier_than_it_was_given() {
        let supporter = SupporterId::new(Uuid::from_u128(1));
        for (who, holder, back, fault) in [
            (Some(supporter), "", None, Ok(())),
            (None, "Doctor Lund", Some(5), Ok(())),
            (
                None,
                "Doctor Lund",
                Some(4),
                Err(PlanCopyFault::BackBeforeGiven),
            ),
            (None, "", None, Err(PlanCopyFault::Nobody)),
        ] {
            let copy = PlanCopy {
                id: PlanCopyId::new(Uuid::nil()),
                sheet: SheetId::new(Uuid::nil()),
                supporter: who,
                holder: holder.to_owned(),
                given_on: day(5),
                taken_back_on: back.map(day),
            };
            assert_eq!(copy.check(), fault);
        }
    }

    #[test]
    fn a_plan_is_due_from_its_day_on() {
        for (review_on, today, due) in [
            (None, 5, false),
            (Some(6), 5, false),
            (Some(5), 5, true),
            (Some(4), 5, true),
        ] {
            assert_eq!(is_due(review_on.map(day), day(today)), due);
        }
    }
}
