//! Help with the program itself.

use crate::{
    app::App,
    error::Result,
    read::manual,
    wire::{ManualPageView, ManualView, OfManual},
};

/// Shows every help page.
pub fn manual(app: &App, ask: OfManual) -> Result<ManualView> {
    let pages = manual::all(app, ask.language)?.into_iter();
    Ok(ManualView {
        pages: pages
            .map(|(id, document)| ManualPageView { id, document })
            .collect(),
    })
}
