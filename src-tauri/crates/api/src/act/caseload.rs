//! Bringing in a caseload: whoever has no fault, all in one change that can be taken back as one.

use std::collections::BTreeSet;

use domain::{
    PersonId,
    change::Change,
    person::{Person, PersonDetails},
    settings::PrintSize,
};
use store::{About, Op};

use super::{change, people};
use crate::{
    app::App,
    error::Result,
    read::{caseload::Newcomer, course, newcomers},
    wire::ImportCaseload,
};

/// Brings in everybody of a table who has no fault and is not there already, and of the others whoever was chosen.
pub fn import_caseload(app: &App, ask: ImportCaseload) -> Result<Change> {
    let also: BTreeSet<u32> = ask.also.into_iter().collect();
    app.with_store(|store| {
        let caseload = newcomers::read(app, store, &ask.path, Some(ask.how))?;
        if caseload.seen != ask.seen {
            return Err(newcomers::not_a_table("changed"));
        }
        let coming: Vec<Newcomer> = caseload
            .lines
            .into_iter()
            .filter(|line| line.faults.is_empty())
            .filter(|line| line.twice.is_none() || also.contains(&line.line))
            .map(|line| line.who)
            .collect();
        if coming.is_empty() {
            return change::nothing(store, None);
        }
        let before = store.count_people()?;
        let people = coming
            .into_iter()
            .zip(before..)
            .map(|(who, count)| person(app, who, count))
            .collect::<Result<Vec<_>>>()?;
        store.transact(Op::AddPeople, About::vault(), app.now(), |tx| {
            tx.because(&people.len().to_string())?;
            people.iter().try_for_each(|person| tx.save_person(person))
        })?;
        change::done(store)
    })
}

fn person(app: &App, who: Newcomer, count: u32) -> Result<Person> {
    let language = who.language.unwrap_or(app.settings().language);
    Ok(Person {
        id: PersonId::new(app.uuid()),
        details: PersonDetails {
            preferred_name: who.name,
            record_number: who.record_number,
            language,
            print_size: PrintSize::Normal,
            course: course::usual(app, language)?,
            track: None,
            pace: None,
            started_on: who.started_on.unwrap_or(app.now().day()),
            next_meeting: who.next_meeting,
            active: true,
        },
        colour: people::colour(count),
        added_at: app.now(),
    })
}
