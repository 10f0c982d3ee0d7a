//! The vault: made, opened, locked.

use std::fs;

use domain::{settings::Practitioner, text};
use store::{KdfCost, Passphrase, Presence, RecoveryCode, Secret, Store};

use super::secrets;
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    file,
    wire::{CreateVault, Nothing, StillHere, Unlock, UnlockWithRecoveryCode},
};

/// Makes a vault and leaves it open; returns its recovery code, which is kept nowhere.
pub fn create_vault(app: &App, ask: CreateVault) -> Result<String> {
    create_with_cost(app, ask, KdfCost::calibrated)
}

/// Makes a vault with a given cost of key derivation; tests use a cheap one.
pub fn create_with_cost(
    app: &App,
    ask: CreateVault,
    cost: impl FnOnce() -> KdfCost,
) -> Result<String> {
    let slot = app.slot();
    if slot.is_some() || !matches!(app.presence(), Presence::None) {
        return Err(ErrorCode::VaultExists.into());
    }
    if ask.practitioner.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    let passphrase = secrets::good_enough(&ask.passphrase)?;
    let practitioner = Practitioner {
        name: text::clean(&ask.practitioner.name),
        title: text::clean(&ask.practitioner.title),
    };
    let (store, code) = Store::create(
        app.data_dir(),
        &passphrase,
        &practitioner,
        cost(),
        app.now(),
    )?;
    app.put(slot, store);
    if ask.sample {
        fill_with_sample(app)?;
    }
    Ok(code.to_string())
}

/// Fills the new vault with the sample caseload, or takes it away again: nobody has seen its recovery code and nobody's
/// words are in it, so half a sample must not stay in the way.
fn fill_with_sample(app: &App) -> Result<()> {
    let no_sample = || ApiError::new(ErrorCode::Internal).with("what", "no sample caseload here");
    let fill = app.sample().ok_or_else(no_sample);
    fill.and_then(|fill| fill(app)).or_else(|error| {
        app.lock_now();
        fs::remove_dir_all(app.vault_dir()).map_err(|e| file::write_error(&app.vault_dir(), &e))?;
        app.put_vault_aside();
        Err(error)
    })
}

/// Opens the vault. One that is open is locked first: whoever is asked for a passphrase has to know it.
pub fn unlock(app: &App, ask: Unlock) -> Result<Nothing> {
    app.lock_now();
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    open(app, Secret::Passphrase(&passphrase))
}

/// Opens the vault with the recovery code; a new passphrase is asked next.
pub fn unlock_with_recovery_code(app: &App, ask: UnlockWithRecoveryCode) -> Result<Nothing> {
    let code = RecoveryCode::parse(ask.code.expose())?;
    app.lock_now();
    open(app, Secret::RecoveryCode(&code))
}

pub(super) fn open(app: &App, secret: Secret<'_>) -> Result<Nothing> {
    let slot = app.slot();
    if slot.is_none() {
        let mut store =
            Store::open(app.data_dir(), secret, app.now()).map_err(|error| match error {
                store::Error::Missing if app.is_known() => ErrorCode::FolderGone.into(),
                error => ApiError::from(error),
            })?;
        let vault = store.vault_id();
        let unnoted = std::mem::take(&mut app.backups().unnoted);
        for (_, made) in unnoted.iter().filter(|(of, _)| *of == vault) {
            // It is told on Today again at the next one.
            let _ = store.note_backup(made);
        }
        app.put(slot, store);
    } else {
        drop(slot);
        app.touch();
    }
    // Settings and packs of a backup whose restoring was cut off; what is in the way is no reason to stay shut.
    let _ = put_beside(app);
    Ok(Nothing {})
}

/// Puts what lay beside the vault in its place, where a backup was restored and that is still to be done.
pub(super) fn put_beside(app: &App) -> Result<()> {
    let Some(files) = app.with_store(|store| Ok(store.beside()?))? else {
        return Ok(());
    };
    app.put_beside(&files)?;
    app.with_store(|store| Ok(store.beside_is_placed()?))
}

/// Locks the vault.
pub fn lock(app: &App, _: Nothing) -> Result<Nothing> {
    app.lock_now();
    Ok(Nothing {})
}

/// Puts the idle lock off.
pub fn still_here(app: &App, ask: StillHere) -> Result<Nothing> {
    app.touch();
    app.in_session(ask.in_session);
    Ok(Nothing {})
}

/// Puts the sample caseload aside, so that a vault of one's own can be made. Nothing is deleted.
pub fn leave_sample(app: &App, _: Nothing) -> Result<Nothing> {
    if !app.with_store(|store| Ok(store.holds_sample()?))? {
        return Err(ErrorCode::NotFound.into());
    }
    app.lock_now();
    let aside = app.data_dir().join(format!(
        "sample-{}",
        app.now().local().format("%Y%m%d-%H%M%S")
    ));
    fs::rename(app.vault_dir(), &aside).map_err(|e| file::write_error(&aside, &e))?;
    app.put_vault_aside();
    Ok(Nothing {})
}
