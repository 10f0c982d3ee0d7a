//! The vault: make, open, lock, check, back up, undo; and the settings beside it.

use std::{fs, path::Path};

use domain::{settings::Practitioner, text};
use store::{About, KdfCost, Op, Passphrase, Presence, RecoveryCode, Secret, Store};

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    file, sample,
    wire::*,
};

/// The shortest passphrase accepted, in characters (reference: reliability F13).
pub const SHORTEST_PASSPHRASE: usize = 12;
/// The lowest zxcvbn score accepted.
const LOWEST_SCORE: u8 = 3;

/// Tells where the program stands.
pub fn app_state(app: &App, _: Nothing) -> Result<AppState> {
    let (vault, undo, redo) = match app.slot().as_ref() {
        Some(store) => {
            let open = VaultState::Open {
                practitioner: store.practitioner()?,
                sample: store.holds_sample()?,
                opened_by_recovery: store.opened_by_recovery(),
                missing_saves: store.missing_saves().map(narrow),
                has_pin: store.has_pin()?,
            };
            let last = store.last_change()?;
            (open, last.undo, last.redo)
        }
        None => match store::presence(app.data_dir()) {
            Presence::None => (VaultState::None, None, None),
            Presence::Vault | Presence::Damaged(_) => (VaultState::Locked, None, None),
        },
    };
    Ok(AppState {
        vault,
        settings: app.settings(),
        data_folder: app.data_dir().display().to_string(),
        today: app.now().day(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        undo,
        redo,
    })
}

fn narrow(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Judges a passphrase.
pub fn passphrase_strength(_: &App, ask: PassphraseToJudge) -> Result<PassphraseStrength> {
    Ok(judge(ask.passphrase.expose()))
}

fn judge(passphrase: &str) -> PassphraseStrength {
    let length = passphrase.chars().count();
    let estimate = zxcvbn::zxcvbn(passphrase, &["waymark", "recovery", "imr"]);
    let score = u8::from(estimate.score());
    PassphraseStrength {
        score,
        accepted: length >= SHORTEST_PASSPHRASE && score >= LOWEST_SCORE,
        guesses_log10: estimate.guesses_log10(),
        length: u32::try_from(length).unwrap_or(u32::MAX),
    }
}

fn accept(passphrase: &SecretText) -> Result<Passphrase> {
    if !judge(passphrase.expose()).accepted {
        return Err(ErrorCode::WeakPassphrase.into());
    }
    Ok(Passphrase::new(passphrase.expose().to_owned()))
}

/// Makes a vault and leaves it open.
pub fn create_vault(app: &App, ask: CreateVault) -> Result<VaultCreated> {
    create_with_cost(app, ask, KdfCost::calibrated)
}

/// Makes a vault with a given cost of key derivation; tests use a cheap one.
pub fn create_with_cost(
    app: &App,
    ask: CreateVault,
    cost: impl FnOnce() -> KdfCost,
) -> Result<VaultCreated> {
    let mut slot = app.slot();
    if slot.is_some() || !matches!(store::presence(app.data_dir()), Presence::None) {
        return Err(ErrorCode::VaultExists.into());
    }
    if ask.practitioner.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    let passphrase = accept(&ask.passphrase)?;
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
    *slot = Some(store);
    drop(slot);
    if ask.sample
        && let Err(error) = sample::fill(app)
    {
        // Nobody has seen its recovery code and nobody's words are in it: half a sample must not stay in the way.
        app.lock_now()?;
        fs::remove_dir_all(app.vault_dir()).map_err(|e| file::write_error(&app.vault_dir(), &e))?;
        return Err(error);
    }
    app.touch();
    Ok(VaultCreated {
        recovery_code: code.to_string(),
        state: app_state(app, Nothing {})?,
    })
}

/// Opens the vault.
pub fn unlock(app: &App, ask: Unlock) -> Result<AppState> {
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    open(app, Secret::Passphrase(&passphrase))
}

/// Opens the vault with the recovery code; a new passphrase is asked next.
pub fn unlock_with_recovery_code(app: &App, ask: UnlockWithRecoveryCode) -> Result<AppState> {
    let code = RecoveryCode::parse(ask.code.expose())?;
    open(app, Secret::RecoveryCode(&code))
}

fn open(app: &App, secret: Secret<'_>) -> Result<AppState> {
    let mut slot = app.slot();
    if slot.is_none() {
        *slot = Some(Store::open(app.data_dir(), secret, app.now())?);
    }
    drop(slot);
    app.touch();
    app_state(app, Nothing {})
}

/// Locks the vault.
pub fn lock(app: &App, _: Nothing) -> Result<AppState> {
    app.lock_now()?;
    app_state(app, Nothing {})
}

/// Puts the idle lock off.
pub fn still_here(app: &App, _: Nothing) -> Result<Nothing> {
    app.touch();
    Ok(Nothing {})
}

/// Changes the passphrase. Right after opening with the recovery code the old one is not asked.
pub fn change_passphrase(app: &App, ask: ChangePassphrase) -> Result<domain::change::Change> {
    let new = accept(&ask.new)?;
    app.with_store(|store| {
        if store.opened_by_recovery() {
            store.set_passphrase(&new, app.now())?;
        } else {
            let current = Passphrase::new(ask.current.expose().to_owned());
            store.change_passphrase(&current, &new, app.now())?;
        }
        crate::change::done(store)
    })
}

/// Changes the settings of this computer.
pub fn change_settings(app: &App, ask: ChangeSettings) -> Result<AppState> {
    let mut settings = ask.settings;
    settings.lock_after_minutes = settings.lock_after_minutes.clamp(1, 30);
    app.save_settings(settings)?;
    app_state(app, Nothing {})
}

/// Changes who keeps the vault.
pub fn change_practitioner(app: &App, ask: ChangePractitioner) -> Result<domain::change::Change> {
    if ask.practitioner.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    app.with_store(|store| {
        store.transact(Op::SavePractitioner, About::vault(), app.now(), |tx| {
            tx.save_practitioner(&ask.practitioner)
        })?;
        crate::change::done(store)
    })
}

/// Sets the PIN that turns the screen back.
pub fn set_pin(app: &App, ask: SetPin) -> Result<domain::change::Change> {
    let pin = ask.pin.expose();
    if !(4..=8).contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ErrorCode::PinShape.into());
    }
    app.with_store(|store| {
        store.transact(Op::SetPin, About::vault(), app.now(), |tx| tx.set_pin(pin))?;
        crate::change::done(store)
    })
}

/// Checks encryption, pages, tables and both chains.
pub fn check_vault(app: &App, _: Nothing) -> Result<VaultCheck> {
    app.with_store(|store| {
        let report = store.check()?;
        Ok(VaultCheck {
            encrypted: report.encrypted,
            whole: report.is_well(),
            audit_broken_at: report.audit.broken_at.map(narrow),
            notes_broken_at: report.notes.broken_at.map(narrow),
            header_copies: report.header_copies,
            missing_saves: store.missing_saves().map(narrow),
            audit_entries: report.counts.audit_entries,
            signed_notes: report.counts.signed_notes,
            people: report.counts.people,
            cipher_version: report.cipher_version,
            findings: report.problems,
        })
    })
}

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
pub fn restore(app: &App, ask: Restore) -> Result<AppState> {
    let passphrase = Passphrase::new(ask.passphrase.expose().to_owned());
    app.lock_now()?;
    store::restore(
        Path::new(&ask.file),
        app.data_dir(),
        Secret::Passphrase(&passphrase),
        app.now(),
    )?;
    open(app, Secret::Passphrase(&passphrase))
}

/// Puts the sample caseload aside, so that a vault of one's own can be made. Nothing is deleted.
pub fn leave_sample(app: &App, _: Nothing) -> Result<AppState> {
    if !app.with_store(|store| Ok(store.holds_sample()?))? {
        return Err(ErrorCode::NotFound.into());
    }
    app.lock_now()?;
    let aside = app.data_dir().join(format!(
        "sample-{}",
        app.now().local().format("%Y%m%d-%H%M%S")
    ));
    fs::rename(app.vault_dir(), &aside).map_err(|e| file::write_error(&aside, &e))?;
    app_state(app, Nothing {})
}

/// Takes the last change back.
pub fn undo(app: &App, _: Nothing) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let moved = store.undo(app.now())?;
        match moved {
            Some(_) => crate::change::done(store),
            None => crate::change::nothing(store),
        }
    })
}

/// Brings it back again.
pub fn redo(app: &App, _: Nothing) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let moved = store.redo(app.now())?;
        match moved {
            Some(_) => crate::change::done(store),
            None => crate::change::nothing(store),
        }
    })
}

/// Hands out ids for things the page adds.
pub fn fresh_ids(app: &App, ask: FreshIds) -> Result<Ids> {
    if !(1..=50).contains(&ask.count) {
        return Err(ApiError::new(ErrorCode::BadRequest).with("what", "between 1 and 50 ids"));
    }
    Ok(Ids {
        ids: (0..ask.count).map(|_| app.uuid().to_string()).collect(),
    })
}
