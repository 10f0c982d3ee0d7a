//! Signed notes that wait to be handed over, and the ledger of what has left.

use domain::{Timestamp, supporter::is_meant};

use crate::{
    app::App,
    error::Result,
    read::cards,
    wire::{ForWhom, HandOffLine, HandOffView, Nothing, Recipients},
};

/// As many recipients as a person looks through.
const REMEMBERED: usize = 12;

/// Before every moment of the ledger.
const THE_BEGINNING: Timestamp = Timestamp {
    millis: i64::MIN,
    offset: 0,
};

/// Shows what waits and what has left.
pub fn hand_off(app: &App, _: Nothing) -> Result<HandOffView> {
    app.with_store(|store| {
        let people = cards::everybody(store)?;
        let waiting = store.unhanded_notes(u32::MAX)?.into_iter();
        let to_co_sign = store.notes_to_co_sign(u32::MAX)?.into_iter();
        let left = store.hand_offs(THE_BEGINNING, app.now())?.into_iter();
        Ok(HandOffView {
            waiting: waiting
                .filter_map(|note| Some(cards::note(&note, people.get(&note.person)?.clone())))
                .collect(),
            to_co_sign: to_co_sign
                .filter_map(|note| Some(cards::note(&note, people.get(&note.person)?.clone())))
                .collect(),
            co_signed: store.co_signed_notes()?,
            left: left
                .map(|gone| HandOffLine {
                    what: gone.what,
                    person: gone.person.and_then(|person| people.get(&person).cloned()),
                    format: gone.format,
                    at: gone.at,
                    to: gone.to,
                    without_consent: gone.without_consent,
                    draft: gone.draft,
                    outcome: gone.outcome,
                })
                .collect(),
        })
    })
}

/// Offers the person's supporters, and remembers to whom something was handed over. Who is on somebody else's side is not
/// offered: it would tell one person's pages about another.
pub fn recipients(app: &App, ask: ForWhom) -> Result<Recipients> {
    app.with_store(|store| {
        let (theirs, others): (Vec<_>, Vec<_>) = store
            .names_of_supporters()?
            .into_iter()
            .partition(|(person, _)| Some(*person) == ask.person);
        let mut known: Vec<String> = Vec::new();
        for (_, name) in theirs {
            if !known.contains(&name) {
                known.push(name);
            }
        }
        let mut remembered = store.recipients(u32::MAX)?;
        remembered.retain(|one| {
            !known.contains(one) && !others.iter().any(|(_, name)| is_meant(name, one))
        });
        known.extend(remembered.into_iter().take(REMEMBERED));
        Ok(Recipients { known })
    })
}
