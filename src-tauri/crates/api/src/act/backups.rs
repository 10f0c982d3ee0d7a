//! Backups: made and compared, on a schedule or by hand, and put in the vault's place once what would go has been named.

use std::path::Path;

use store::{Occasion, Passphrase, RecoveryCode, Secret, Store, describe_backup, thin_backups};

use super::vault;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{
        BackUp, BackupMade, BackupTrouble, BackupWhy, Goes, Nothing, Restore, RestorePlan,
        RestoreWith,
    },
};

/// Makes a backup, re-opens it and compares it before saying so.
pub fn back_up(app: &App, ask: BackUp) -> Result<BackupMade> {
    let made = make(app, Path::new(&ask.folder), Occasion::Asked)?;
    Ok(BackupMade {
        path: made.path.display().to_string(),
        bytes: made.bytes,
        flushed: made.flushed,
    })
}

/// Copies the vault, and writes the copy without keeping anybody waiting who wants to save meanwhile.
fn make(app: &App, into: &Path, occasion: Occasion) -> Result<store::BackupMade> {
    let _one_at_a_time = app.backing_up();
    let beside = app.beside()?;
    let (vault, copied) = app.with_store(|store| {
        let copied = store.copy_for_backup(into, &beside, app.now())?;
        Ok((store.vault_id(), copied))
    })?;
    let made = copied.write(into, occasion)?;
    let noted = app.look(|store| match store {
        Some(store) if store.vault_id() == vault => store.note_backup(&made).map(|()| true),
        _ => Ok(false),
    })?;
    if !noted {
        app.backups().unnoted.push((vault, made.clone()));
    }
    Ok(made)
}

/// Tells whether the schedule wants a backup now, so that [`on_schedule`] is worth a thread.
pub fn is_wanted(app: &App) -> bool {
    let plan = app.settings().backup;
    let may_try = app.backups().may_try(app.now());
    if !may_try || app.is_backing_up() {
        return false;
    }
    app.with_store(|store| Ok(plan.is_due(store.last_scheduled_backup()?, app.now())))
        .unwrap_or(false)
}

/// Makes the backup that the schedule wants, where its place is there, and thins those it made before. What is in the way is
/// kept for Today.
pub fn on_schedule(app: &App) {
    if !is_wanted(app) {
        return;
    }
    let folder = app.settings().backup.folder;
    let into = Path::new(&folder);
    let why = match make(app, into, Occasion::Schedule) {
        Ok(_) => None,
        Err(error) => Some(match error.code {
            ErrorCode::FolderGone => BackupWhy::Gone,
            ErrorCode::DiskFull => BackupWhy::Full,
            ErrorCode::ReadOnly => BackupWhy::ReadOnly,
            _ => BackupWhy::Failed,
        }),
    };
    if why.is_none()
        && let Some(vault) = app.look(|store| store.map(|store| store.vault_id()))
    {
        // What could not be removed is looked at again after the next one.
        let _ = thin_backups(into, vault);
    }
    app.backups().trouble = why.map(|why| BackupTrouble {
        at: app.now(),
        folder,
        why,
    });
}

/// Compares a backup with the vault that is here. A vault that is locked is opened for it, if the secret fits.
pub fn plan_restore(app: &App, ask: Restore) -> Result<RestorePlan> {
    let file = Path::new(&ask.file);
    with_secret(&ask.with, |secret| {
        if let Some(plan) = app.look(|store| store.map(|store| compared(store, file, secret))) {
            return plan;
        }
        match Store::open(app.data_dir(), secret, app.now()) {
            Ok(store) => {
                let plan = compared(&store, file, secret)?;
                store.close()?;
                Ok(plan)
            }
            // Another secret, damage, or no vault at all: the backup can still be described.
            Err(_) => Ok(RestorePlan {
                made_at: describe_backup(file, secret)?.made_at,
                compared: false,
                goes: None,
            }),
        }
    })
}

fn compared(store: &Store, file: &Path, secret: Secret<'_>) -> Result<RestorePlan> {
    let plan = store.plan_restore(file, secret)?;
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

/// Puts a backup in the vault's place once it has been opened and checked on the side; opens it. Until then the vault that is
/// here stays open, whatever is wrong with the backup.
pub fn restore(app: &App, ask: Restore) -> Result<Nothing> {
    let _no_backup_meanwhile = app.backing_up();
    let file = Path::new(&ask.file);
    with_secret(&ask.with, |secret| {
        let mut slot = app.slot();
        // The end of the trail that is replaced is written down where it is known: in an open vault, or in one that the same
        // secret opens.
        let opened = match slot.as_mut() {
            Some(_) => None,
            None => Store::open(app.data_dir(), secret, app.now()).ok(),
        };
        match (slot.as_mut(), opened) {
            (Some(store), _) => store.restore_over(file, secret, app.now())?,
            (None, Some(mut store)) => store.restore_over(file, secret, app.now())?,
            (None, None) => store::restore(file, app.data_dir(), secret, app.now())?,
        }
        *slot = None;
        app.shut();
        drop(slot);
        app.forget_turned();
        vault::open(app, secret)?;
        vault::put_beside(app)?;
        Ok(Nothing {})
    })
}

fn with_secret<T>(with: &RestoreWith, body: impl FnOnce(Secret<'_>) -> Result<T>) -> Result<T> {
    match with {
        RestoreWith::Passphrase(words) => {
            let words = Passphrase::new(words.expose().to_owned());
            body(Secret::Passphrase(&words))
        }
        RestoreWith::RecoveryCode(code) => {
            let code = RecoveryCode::parse(code.expose())?;
            body(Secret::RecoveryCode(&code))
        }
    }
}
