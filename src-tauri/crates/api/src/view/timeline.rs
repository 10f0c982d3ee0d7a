//! A person's line through time, a piece at a time.

use crate::{
    app::App,
    error::Result,
    read::timeline::{self, Past},
    wire::{LookBack, TimelineView},
};

/// Looks back over what happened, newest first.
pub fn look_back(app: &App, ask: LookBack) -> Result<TimelineView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let items = timeline::everything(&Past {
            app,
            store,
            person: &person,
            today: app.now().day(),
        })?;
        Ok(timeline::piece(items, &ask))
    })
}
