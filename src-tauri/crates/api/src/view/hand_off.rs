//! Signed notes that wait to be handed over, and the ledger of what has left.

use domain::Timestamp;

use crate::{
    app::App,
    error::Result,
    read::cards,
    wire::{HandOffLine, HandOffView, Nothing, Recipients},
};

/// As many recipients as a person looks through.
const REMEMBERED: u32 = 12;

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
        let left = store.hand_offs(THE_BEGINNING, app.now())?.into_iter();
        Ok(HandOffView {
            waiting: waiting
                .filter_map(|note| Some(cards::note(&note, people.get(&note.person)?.clone())))
                .collect(),
            left: left
                .map(|gone| HandOffLine {
                    what: gone.what,
                    person: gone.person.and_then(|person| people.get(&person).cloned()),
                    format: gone.format,
                    at: gone.at,
                    to: gone.to,
                    draft: gone.draft,
                    outcome: gone.outcome,
                })
                .collect(),
        })
    })
}

/// Remembers to whom something was handed over.
pub fn recipients(app: &App, _: Nothing) -> Result<Recipients> {
    app.with_store(|store| {
        Ok(Recipients {
            known: store.recipients(REMEMBERED)?,
        })
    })
}
