//! Settings of this computer, and who keeps the vault.

use domain::change::Change;
use store::{About, Op};

use super::change;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{ChangePractitioner, ChangeSettings, Nothing},
};

/// Changes the settings of this computer.
pub fn change_settings(app: &App, ask: ChangeSettings) -> Result<Nothing> {
    app.save_settings(ask.settings)?;
    Ok(Nothing {})
}

/// Goes on with the settings in use after their file could not be read, and forgets that it could not.
pub fn accept_settings(app: &App, _: Nothing) -> Result<Nothing> {
    app.accept_settings()?;
    Ok(Nothing {})
}

/// Changes who keeps the vault.
pub fn change_practitioner(app: &App, ask: ChangePractitioner) -> Result<Change> {
    if ask.practitioner.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    app.with_store(|store| {
        store.transact(Op::SavePractitioner, About::vault(), app.now(), |tx| {
            tx.save_practitioner(&ask.practitioner)
        })?;
        change::done(store)
    })
}
