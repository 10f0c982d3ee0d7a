//! The packs in use, and why one that was to be installed is not.

use curriculum::Problem;

use crate::{
    app::App,
    error::Result,
    wire::{Nothing, PacksView},
};

/// Shows what is in use.
pub fn packs(app: &App, _: Nothing) -> Result<PacksView> {
    with_problems(app, Vec::new())
}

/// Shows what is in use after an installation, and what was wrong with the pack.
pub fn with_problems(app: &App, problems: Vec<Problem>) -> Result<PacksView> {
    Ok(PacksView {
        packs: app.in_use().packs.clone(),
        problems,
    })
}
