//! Vault: made, opened, checked, copied, put back; and where the program stands.

use domain::settings::Practitioner;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{secrets::SecretText, state::AppState};

asks! {
    /// Makes a vault on this computer.
    CreateVault {
        /// What will open it.
        passphrase: SecretText,
        /// Who keeps it.
        practitioner: Practitioner,
        /// Whether to fill it with the made-up sample caseload.
        sample: bool,
    }
    /// Opens the vault.
    Unlock {
        /// The passphrase.
        passphrase: SecretText,
    }
    /// Opens the vault with the printed recovery code.
    UnlockWithRecoveryCode {
        /// The code as typed from its paper.
        code: SecretText,
    }
    /// Makes a backup.
    BackUp {
        /// The folder it goes to.
        folder: String,
    }
    /// Puts a backup in the place of the vault; the vault that was there is kept aside.
    Restore {
        /// The backup.
        file: String,
        /// The passphrase it was made under.
        passphrase: SecretText,
    }
}

views! {
    /// A new vault.
    VaultCreated {
        /// The recovery code, shown and printed once and kept nowhere.
        recovery_code: String,
        /// Where the program stands now.
        state: AppState,
    }
    /// What a check of the vault found.
    VaultCheck {
        /// Whether the file is encrypted, by the start-up proof.
        encrypted: bool,
        /// SQLCipher's version.
        cipher_version: String,
        /// Whether nothing at all was found.
        whole: bool,
        /// The first entry of the audit chain that is not what was written there.
        audit_broken_at: Option<u32>,
        /// The first link in the chain of signed notes and addenda that is not what was signed.
        notes_broken_at: Option<u32>,
        /// How many of the two copies of the key header can be read.
        header_copies: u8,
        /// How many acknowledged saves are missing, if any are.
        missing_saves: Option<u32>,
        /// People in the vault.
        people: u32,
        /// Entries in the audit chain.
        audit_entries: u32,
        /// Signed notes.
        signed_notes: u32,
        /// What SQLite and SQLCipher found in the file, one line each, in their words.
        findings: Vec<String>,
    }
    /// A backup that was made, re-opened and compared.
    BackupMade {
        /// Its path.
        path: String,
        /// Its size in bytes.
        #[ts(type = "number")]
        bytes: u64,
    }
}
