//! What opens the vault, and what turns the screen back.

use domain::change::Change;
use store::{About, Op, Passphrase};

use super::change;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::passphrase,
    wire::{ChangePassphrase, SecretText, SetPin},
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

/// Refuses a passphrase that is too easy to guess.
pub(super) fn good_enough(passphrase: &SecretText) -> Result<Passphrase> {
    if !passphrase::judge(passphrase.expose()).accepted {
        return Err(ErrorCode::WeakPassphrase.into());
    }
    Ok(Passphrase::new(passphrase.expose().to_owned()))
}
