//! What opens the vault, and what turns the screen back.

use domain::change::Change;
use store::{About, Op, Passphrase};

use super::change;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::passphrase,
    wire::{Acknowledge, ChangePassphrase, NewDataKey, NewKeyMade, OldBackup, SecretText, SetPin},
};

/// Changes the passphrase. Right after opening with the recovery code the old one is not asked.
pub fn change_passphrase(app: &App, ask: ChangePassphrase) -> Result<Change> {
    let new = good_enough(&ask.new)?;
    app.with_store(|store| {
        if store.opened_by_recovery() {
            store.set_passphrase(&new, app.now())?;
        } else {
            let current = Passphrase::new(ask.current.expose().to_owned());
            store.change_passphrase(&current, &new, app.now())?;
        }
        change::done(store)
    })
}

/// Sets the PIN that turns the screen back.
pub fn set_pin(app: &App, ask: SetPin) -> Result<Change> {
    let pin = ask.pin.expose();
    if !(4..=8).contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ErrorCode::PinShape.into());
    }
    app.with_store(|store| {
        store.transact(Op::SetPin, About::vault(), app.now(), |tx| tx.set_pin(pin))?;
        change::done(store)
    })
}

/// Acknowledges by name what was found wrong at an opening; it is not said again.
pub fn acknowledge(app: &App, ask: Acknowledge) -> Result<Change> {
    if ask.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    app.with_store(|store| {
        store.transact(Op::Acknowledge, About::vault(), app.now(), |tx| {
            tx.acknowledge(ask.finding, &ask.name)
        })?;
        change::done(store)
    })
}

/// Makes a new data key and a new recovery code; names the backups that the old ones still open.
pub fn new_data_key(app: &App, ask: NewDataKey) -> Result<NewKeyMade> {
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    // One that is on its way would be missing from the list below.
    let _no_backup_meanwhile = app.backing_up();
    app.with_store(|store| {
        let made = store.new_data_key(&passphrase, app.now())?;
        app.held().rekeyed(store.sealer())?;
        let old = made.old_backups.into_iter();
        Ok(NewKeyMade {
            recovery_code: made.code.to_string(),
            old_backups: old.map(|(name, at)| OldBackup { name, at }).collect(),
        })
    })
}

/// Refuses a passphrase that is too easy to guess.
pub(super) fn good_enough(passphrase: &SecretText) -> Result<Passphrase> {
    if !passphrase::judge(passphrase.expose()).accepted {
        return Err(ErrorCode::WeakPassphrase.into());
    }
    Ok(Passphrase::new(passphrase.expose().to_owned()))
}
