//! Where the program stands: the page's first question, and the small ones that need no vault.

use store::{Presence, Store};

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::passphrase,
    wire::{
        AppState, Dictionaries, FreshIds, Ids, MakingPaper, Monitors, Nothing, PassphraseStrength,
        PassphraseToJudge, StepBack, TurnedTo, UndoLine, VaultCreated, VaultState,
    },
};

/// Tells where the program stands.
pub fn app_state(app: &App, _: Nothing) -> Result<AppState> {
    let open = app.look(|store| store.map(|store| opened(app, store)).transpose())?;
    let vault = open.unwrap_or_else(|| match app.presence() {
        Presence::None => VaultState::None,
        Presence::Vault | Presence::Damaged(_) => VaultState::Locked,
    });
    Ok(AppState {
        vault,
        settings: app.settings(),
        settings_trouble: app.settings_trouble(),
        data_folder: app.data_dir().display().to_string(),
        today: app.now().day(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        held: app.holds_words(),
    })
}

/// Tells what can be taken back and done again in a person's record, or of all.
pub fn undo_line(app: &App, ask: StepBack) -> Result<UndoLine> {
    app.with_store(|store| {
        Ok(UndoLine {
            undo: store.can_undo(ask.person)?,
            redo: store.can_redo(ask.person)?,
        })
    })
}

fn turned_to(app: &App, store: &Store) -> Result<Option<TurnedTo>> {
    let Some(page) = app.turned().page().cloned() else {
        return Ok(None);
    };
    let Some(reader) = page.reader else {
        return Ok(Some(TurnedTo {
            first_name: String::new(),
            colour: 0,
        }));
    };
    let person = store.person(reader.person)?;
    Ok(Some(TurnedTo {
        first_name: person.first_name().to_owned(),
        colour: person.colour,
    }))
}

fn opened(app: &App, store: &Store) -> Result<VaultState> {
    Ok(VaultState::Open {
        practitioner: store.practitioner()?,
        sample: store.holds_sample()?,
        opened_by_recovery: store.opened_by_recovery(),
        findings: store.findings()?,
        chain: store.chain_tip(),
        has_pin: store.has_pin()?,
        cannot_write: store.cannot_write(),
        turned: turned_to(app, store)?,
        locked_for: app.locked_for(),
    })
}

/// Shows a new vault's recovery code, the only time there is.
pub fn vault_created(app: &App, recovery_code: String) -> Result<VaultCreated> {
    Ok(VaultCreated {
        recovery_code,
        state: app_state(app, Nothing {})?,
    })
}

/// Judges a passphrase.
pub fn passphrase_strength(_: &App, ask: PassphraseToJudge) -> Result<PassphraseStrength> {
    Ok(passphrase::judge(ask.passphrase.expose()))
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

/// Names the system's dictionaries.
pub fn dictionaries(app: &App, _: Nothing) -> Result<Dictionaries> {
    Ok(Dictionaries {
        tags: app.outside().dictionaries(),
    })
}

/// Lists the monitors the turned screen can go to.
pub fn monitors(app: &App, _: Nothing) -> Result<Monitors> {
    Ok(Monitors {
        monitors: app.outside().monitors()?,
    })
}

/// Tells how far the pages are that are being made.
pub fn making_paper(app: &App, _: Nothing) -> Result<MakingPaper> {
    let making = *app.making();
    Ok(MakingPaper {
        done: making.done,
        of: making.of,
    })
}
