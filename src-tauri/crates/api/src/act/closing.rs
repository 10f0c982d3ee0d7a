//! Closing the window: the page says whether it may, since only the page knows of words that wait.

use crate::{app::App, error::Result, wire::Nothing};

/// Ends the program.
pub fn leave(app: &App, _: Nothing) -> Result<Nothing> {
    app.outside().leave();
    Ok(Nothing {})
}

/// Keeps the program.
pub fn stay(app: &App, _: Nothing) -> Result<Nothing> {
    app.outside().stay();
    Ok(Nothing {})
}
