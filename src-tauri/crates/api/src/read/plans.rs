//! What is to be known of plans beside their words.

use chrono::NaiveDate;
use curriculum::{Curriculum, FormKind};
use domain::{
    PersonId, PlanCopyId, SupporterId,
    plan::{PlanCopy, Rehearsal, is_due},
    supporter::may_see,
};
use store::{Sheet, Store};

use super::{
    cards, course, places,
    supporters::{self, Shown},
};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{DuePlan, HeldCopy, PlanFacts, PlanSharing, PossibleHolder},
};

/// Tells whether copies of a form are given away, and whether it is looked at again: plans, cards, maps and lists. A log goes
/// on by itself, and what an instrument says stands as it was said.
pub fn is_kept(kind: FormKind) -> bool {
    matches!(kind, FormKind::Plan | FormKind::Card | FormKind::Sheet)
}

/// Finds a copy that somebody holds of a person's plan.
///
/// # Errors
/// `NotFound` for one of somebody else's.
pub fn copy(store: &Store, person: PersonId, id: PlanCopyId) -> Result<PlanCopy> {
    let mut copies = store.plan_copies(person)?.into_iter();
    let found = copies.find(|copy| copy.id == id);
    found.ok_or_else(|| ErrorCode::NotFound.into())
}

/// What is known of all plans of a person's, read once.
pub struct Known {
    copies: Vec<PlanCopy>,
    rehearsals: Vec<Rehearsal>,
    names: Vec<(SupporterId, String)>,
    today: NaiveDate,
}

impl Known {
    /// Reads it.
    ///
    /// # Errors
    /// Those of reading the vault.
    pub fn of(store: &Store, person: PersonId, today: NaiveDate) -> Result<Self> {
        let copies = store.plan_copies(person)?;
        let names = if copies.iter().any(|copy| copy.supporter.is_some()) {
            let supporters = store.supporters(person)?.into_iter();
            supporters
                .map(|each| (each.id, each.details.name))
                .collect()
        } else {
            Vec::new()
        };
        Ok(Self {
            copies,
            rehearsals: store.rehearsals(person)?,
            names,
            today,
        })
    }

    /// What is known of one form, by its filled copies, newest first.
    pub fn facts(&self, versions: &[&Sheet]) -> PlanFacts {
        let version = |id| versions.iter().find(|sheet| sheet.id == id);
        let newest = versions.first();
        let review_on = newest.and_then(|newest| newest.review_on);
        let held = self.copies.iter().filter_map(|copy| {
            let version = version(copy.sheet)?;
            Some(HeldCopy {
                name: self.name(copy),
                version: version.made_on,
                earlier: newest.is_some_and(|newest| newest.id != version.id),
                copy: copy.clone(),
            })
        });
        let rehearsals = self.rehearsals.iter();
        PlanFacts {
            copies: held.collect(),
            rehearsals: rehearsals
                .filter(|rehearsal| version(rehearsal.sheet).is_some())
                .cloned()
                .collect(),
            review_on,
            due: is_due(review_on, self.today),
        }
    }

    fn name(&self, copy: &PlanCopy) -> String {
        let known = self.names.iter();
        let mut known = known.filter(|(id, _)| Some(*id) == copy.supporter);
        known
            .next()
            .map_or_else(|| copy.holder.clone(), |(_, name)| name.clone())
    }
}

/// To whom a filled copy may go.
///
/// # Errors
/// Those of reading the vault.
pub fn sharing(
    content: &Curriculum,
    store: &Store,
    person: PersonId,
    sheet: &Sheet,
    today: NaiveDate,
) -> Result<PlanSharing> {
    let consents = store.consents(person)?;
    let shows = Shown::sheet(&sheet.topic);
    let holders = store.supporters(person)?.into_iter().map(|supporter| {
        let theirs = supporters::about(&consents, supporter.id);
        let may = match shows {
            Shown::Items(items) => items.iter().all(|item| may_see(&theirs, *item, today)),
            Shown::Letter => true,
        };
        PossibleHolder {
            supporter: supporter.id,
            name: supporter.details.name,
            may,
        }
    });
    Ok(PlanSharing {
        holders: holders.collect(),
        card: places::card(content).filter(|card| *card != sheet.topic),
    })
}

/// The plans that are to be looked at again, the longest due first.
///
/// # Errors
/// Those of reading the vault.
pub fn due(app: &App, store: &Store, today: NaiveDate) -> Result<Vec<DuePlan>> {
    let plans = store.plans_to_review(today)?.into_iter();
    plans
        .map(|(person, sheet)| {
            let person = store.person(person)?;
            Ok(DuePlan {
                title: course::title(app, &sheet.topic, person.details.language),
                person: cards::person(&person),
                sheet: sheet.id,
                since: sheet.review_on.unwrap_or(today),
            })
        })
        .collect()
}
