//! What was begun and is not kept yet.

use crate::{
    app::App,
    error::Result,
    wire::{Begun, Drafts, Nothing},
};

/// Lists what was begun, each in its place.
pub fn drafts(app: &App, _: Nothing) -> Result<Drafts> {
    let drafts = app.with_store(|store| Ok(store.drafts()?))?;
    let begun = drafts.into_iter().map(|draft| Begun {
        place: draft.place,
        person: draft.person,
        words: draft.words,
    });
    Ok(Drafts {
        drafts: begun.collect(),
    })
}
