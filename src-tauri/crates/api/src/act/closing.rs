//! Closing the window: the page says whether it may, since only the page knows of words that wait.

use crate::{app::App, error::Result, wire::Nothing};

/// Ends the program.
pub fn leave(app: &App, _: Nothing) -> Result<Nothing> {
    app.outside().leave();
    Ok(Nothing {})
}

/// Ends the page of a vault that is locked, when it has put everything away: nobody wipes the memory of a web view, and the
/// system takes back that of a process that has ended.
pub fn begin_anew(app: &App, _: Nothing) -> Result<Nothing> {
    if !app.is_open() {
        app.outside().begin_anew();
    }
    Ok(Nothing {})
}

/// Keeps the program.
pub fn stay(app: &App, _: Nothing) -> Result<Nothing> {
    app.outside().stay();
    Ok(Nothing {})
}
