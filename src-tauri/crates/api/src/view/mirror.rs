//! The mirror of one's own work, and the log of supervision and training.

use chrono::Months;

use crate::{
    app::App,
    error::Result,
    read::{mirror, supervision},
    wire::{AskMirror, MirrorView, Nothing, SupervisionLog},
};

/// Looks into the mirror.
pub fn mirror(app: &App, ask: AskMirror) -> Result<MirrorView> {
    app.with_store(|store| mirror::look(app, store, ask.on, ask.person, ask.language))
}

/// Opens the log.
pub fn supervision_log(app: &App, _: Nothing) -> Result<SupervisionLog> {
    let today = app.now().day();
    let year = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    app.with_store(|store| {
        let meetings = store.supervisions()?;
        Ok(SupervisionLog {
            units: supervision::units(&meetings, year),
            course_days: supervision::course_days(&meetings),
            meetings,
        })
    })
}
