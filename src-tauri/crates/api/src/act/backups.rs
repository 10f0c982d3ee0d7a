//! Backups: made and compared, and put in the vault's place once what would go has been named.

use std::path::Path;

use domain::note::ChainTip;
use store::{Passphrase, Secret, Store, describe_backup};

use super::vault;
use crate::{
    app::App,
    error::Result,
    wire::{BackUp, BackupMade, Goes, Nothing, Restore, RestorePlan},
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

/// Compares a backup with the vault that is here. A vault that is locked is opened for it, if the passphrase fits.
pub fn plan_restore(app: &App, ask: Restore) -> Result<RestorePlan> {
    let file = Path::new(&ask.file);
    if let Some(store) = app.slot().as_ref() {
        return compared(store, file);
    }
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    match Store::open(app.data_dir(), Secret::Passphrase(&passphrase), app.now()) {
        Ok(store) => {
            let plan = compared(&store, file)?;
            store.close()?;
            Ok(plan)
        }
        // Another passphrase, damage, or no vault at all: the backup can still be described.
        Err(_) => Ok(RestorePlan {
            made_at: describe_backup(file)?.made_at,
            compared: false,
            goes: None,
        }),
    }
}

fn compared(store: &Store, file: &Path) -> Result<RestorePlan> {
    let plan = store.plan_restore(file)?;
    Ok(RestorePlan {
        made_at: plan.backup.made_at,
        compared: true,
        goes: plan.goes.map(|goes| Goes {
            saves: goes.saves,
            signed: goes.signed,
            from: goes.from,
            to: goes.to,
        }),
    })
}

/// Puts a backup in the vault's place once it has been opened and checked on the side; opens it.
pub fn restore(app: &App, ask: Restore) -> Result<Nothing> {
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    let replaced = end_of_trail(app, &passphrase);
    app.lock_now()?;
    store::restore(
        Path::new(&ask.file),
        app.data_dir(),
        Secret::Passphrase(&passphrase),
        replaced.as_ref(),
        app.now(),
    )?;
    vault::open(app, Secret::Passphrase(&passphrase))
}

/// The end of the trail of the vault that is about to be replaced, where it is open or the passphrase opens it.
fn end_of_trail(app: &App, passphrase: &Passphrase) -> Option<ChainTip> {
    if let Some(store) = app.slot().as_ref() {
        return Some(store.chain_tip());
    }
    let store = Store::open(app.data_dir(), Secret::Passphrase(passphrase), app.now()).ok()?;
    Some(store.chain_tip())
}
