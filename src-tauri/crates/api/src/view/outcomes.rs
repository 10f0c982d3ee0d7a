//! Outcome plans: a person's, and everybody's.

use crate::{
    app::App,
    error::Result,
    read::{cards, outcomes},
    wire::{Nothing, OfPerson, OutcomeList, OutcomesView, PersonOutcomes},
};

/// Shows a person's outcome plans with what became of each measure, and which plans there are.
pub fn outcomes(app: &App, ask: OfPerson) -> Result<OutcomesView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        Ok(OutcomesView {
            plans: outcomes::of_person(app, store, &person)?,
            there_are: outcomes::there_are(app, person.details.language),
        })
    })
}

/// Lists the outcome plans of everybody who is in the course now.
pub fn outcome_list(app: &App, _: Nothing) -> Result<OutcomeList> {
    app.with_store(|store| {
        let mut people: Vec<PersonOutcomes> = Vec::new();
        for (id, _) in store.everybodys_outcome_plans()? {
            if people.last().is_some_and(|last| last.person.id == id) {
                continue;
            }
            let person = store.person(id)?;
            people.push(PersonOutcomes {
                plans: outcomes::of_person(app, store, &person)?,
                person: cards::person(&person),
            });
        }
        Ok(OutcomeList { people })
    })
}
