//! Vault: made, opened, checked, copied, put back; and where the program stands.

use domain::{Document, Lang, Timestamp, note::ChainTip, settings::Practitioner};
use serde::{Deserialize, Serialize};
use store::Finding;
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
    /// Says that somebody is there.
    StillHere {
        /// Whether an open session is on the screen.
        in_session: bool,
    }
    /// Asks for the self-test.
    OfSelfTest {
        /// In which language.
        language: Lang,
    }
    /// Makes a backup.
    BackUp {
        /// The folder it goes to.
        folder: String,
    }
    /// Acknowledges what was found wrong at an opening.
    Acknowledge {
        /// Which finding.
        finding: u32,
        /// The name of whoever has read it.
        name: String,
    }
    /// Makes a new data key and a new recovery code.
    NewDataKey {
        /// The passphrase, which stays.
        passphrase: SecretText,
    }
    /// Puts a backup in the place of the vault; the vault that was there is kept aside.
    Restore {
        /// The backup.
        file: String,
        /// What opens it.
        with: RestoreWith,
    }
}

/// What opens a backup. Tagged from outside, so that the secret goes straight to where it is wiped.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RestoreWith {
    /// The passphrase it was made under.
    Passphrase(SecretText),
    /// The recovery code of that day, as typed from its paper; a new passphrase is asked next.
    RecoveryCode(SecretText),
}

/// Why no backup could be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BackupWhy {
    /// The place is not there, as with a stick in somebody's pocket.
    Gone,
    /// Its disk is full.
    Full,
    /// It may not be written.
    ReadOnly,
    /// Something else.
    Failed,
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
        /// Whether the file answers somebody without the key.
        opens_without_key: bool,
        /// Bytes in a page of the file.
        page_size: u32,
        /// What seals each page against change; empty when nothing does.
        page_mac: String,
        /// Whether pages lie on the disk as every vault promises: of that size, all encrypted, each sealed.
        pages_as_promised: bool,
        /// Mebibytes of memory that a guess at the passphrase takes.
        guess_mib: u32,
        /// When the last backup was made.
        last_backup: Option<Timestamp>,
        /// How many of the two copies of the key header can be read.
        header_copies: u8,
        /// What was found wrong at an opening and nobody has acknowledged yet, oldest first.
        opening: Vec<Finding>,
        /// The end of the audit trail, which stands for everything in the vault.
        chain: ChainTip,
        /// People in the vault.
        people: u32,
        /// Entries in the audit chain.
        audit_entries: u32,
        /// Signed notes.
        signed_notes: u32,
        /// What SQLite and SQLCipher found in the file, one line each, in their words.
        findings: Vec<String>,
    }
    /// What the self-test found, as a page to look at and to print.
    SelfTest {
        /// Whether all is in order.
        well: bool,
        /// The page.
        document: Document,
    }
    /// What restoring a backup would do.
    RestorePlan {
        /// When the backup was made.
        made_at: Timestamp,
        /// Whether the vault here could be opened to compare; when not, nobody can say what would go.
        compared: bool,
        /// What would go; `None` when nothing would.
        goes: Option<Goes>,
    }
    /// What is in the vault here and not in the backup.
    Goes {
        /// Saves, by entries of the audit trail.
        #[ts(type = "number")]
        saves: u64,
        /// Signed notes and addenda among them.
        signed: u32,
        /// The first of them.
        from: Timestamp,
        /// The last of them.
        to: Timestamp,
    }
    /// A new data key.
    NewKeyMade {
        /// The new recovery code, shown and printed once and kept nowhere.
        recovery_code: String,
        /// Backups that the old code and any older passphrase still open, oldest first.
        old_backups: Vec<OldBackup>,
    }
    /// A backup made under an earlier data key.
    OldBackup {
        /// The name of its file.
        name: String,
        /// When it was made.
        at: Timestamp,
    }
    /// A backup that the schedule wants and that could not be made.
    BackupTrouble {
        /// The folder it is to go to.
        folder: String,
        /// What is in the way.
        why: BackupWhy,
        /// When it was last tried.
        at: Timestamp,
    }
    /// A backup that was made, re-opened and compared.
    BackupMade {
        /// Its path.
        path: String,
        /// Its size in bytes.
        #[ts(type = "number")]
        bytes: u64,
        /// Whether its folder was flushed too, which some network shares refuse.
        flushed: bool,
    }
}
