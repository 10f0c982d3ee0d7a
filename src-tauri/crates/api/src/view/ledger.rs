//! The ledger on the screen.

use crate::{
    app::App,
    error::Result,
    read::ledger,
    wire::{LedgerView, LookThroughLedger},
};

/// As many entries as are shown at a time.
const PAGE: u32 = 100;

/// Looks through the ledger.
pub fn look_through_ledger(app: &App, ask: LookThroughLedger) -> Result<LedgerView> {
    let mut lines = app.with_store(|store| ledger::lines(store, &ask, PAGE + 1))?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    Ok(LedgerView { lines, more })
}
