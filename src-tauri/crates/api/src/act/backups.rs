//! Backups: made and compared, and put in the vault's place.

use std::path::Path;

use store::{Passphrase, Secret};

use super::vault;
use crate::{
    app::App,
    error::Result,
    wire::{BackUp, BackupMade, Nothing, Restore},
};

/// Makes a backup, re-opens it and compares it before saying so.
pub fn back_up(app: &App, ask: BackUp) -> Result<BackupMade> {
    app.with_store(|store| {
        let made = store.back_up(Path::new(&ask.folder), app.now())?;
        Ok(BackupMade {
            path: made.path.display().to_string(),
            bytes: made.bytes,
        })
    })
}

/// Puts a backup in the vault's place once it has been opened and checked on the side; opens it.
pub fn restore(app: &App, ask: Restore) -> Result<Nothing> {
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    app.lock_now()?;
    store::restore(
        Path::new(&ask.file),
        app.data_dir(),
        Secret::Passphrase(&passphrase),
        app.now(),
    )?;
    vault::open(app, Secret::Passphrase(&passphrase))
}
