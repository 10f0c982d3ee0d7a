//! State of the program: what the page asks first, and ids for what it adds.

use chrono::NaiveDate;
use domain::{
    PersonId,
    change::UndoStep,
    document::ServiceEntry,
    note::ChainTip,
    settings::{Practitioner, Settings},
};
use serde::{Deserialize, Serialize};
use store::{CannotWrite, Finding};
use ts_rs::TS;

use super::turned::TurnedTo;

/// Whether there is a vault and whether it is open.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum VaultState {
    /// None on this computer yet.
    None,
    /// There, and locked.
    Locked,
    /// Open.
    Open {
        /// Who keeps it.
        practitioner: Practitioner,
        /// Whether it holds the made-up sample caseload.
        sample: bool,
        /// Whether it was opened with the recovery code, so that a new passphrase is asked first.
        opened_by_recovery: bool,
        /// What was found wrong at an opening and nobody has acknowledged yet, oldest first.
        findings: Vec<Finding>,
        /// The end of the audit trail, which stands for everything in the vault; signed paper shows its own.
        chain: ChainTip,
        /// Whether a PIN for the turned screen is set.
        has_pin: bool,
        /// Why nothing can be saved at the moment; everything can be read.
        cannot_write: Option<CannotWrite>,
        /// To whom the screen is turned; `None` when it is not.
        turned: Option<TurnedTo>,
        /// For how many seconds it had been locked when it was opened; 0 after a start of the program.
        locked_for: u32,
    },
}

/// What became of settings whose file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SettingsTrouble {
    /// Those saved last are in use, from their second copy.
    FromCopy,
    /// There was no copy either: what could be read one by one is in use, and the rest, crisis contacts perhaps, is gone.
    Lost,
}

asks! {
    /// Changes the settings of this computer.
    ChangeSettings {
        /// All of them.
        settings: Settings,
    }
    /// Changes who keeps the vault.
    ChangePractitioner {
        /// Name and title.
        practitioner: Practitioner,
    }
    /// Names whose changes are taken back or done again.
    StepBack {
        /// Whose record; `None` for the newest change of all.
        #[serde(default)]
        person: Option<PersonId>,
    }
    /// Asks for new ids for things the page adds, such as steps.
    FreshIds {
        /// How many, 1 to 50.
        count: u8,
    }
}

views! {
    /// Where the program stands; the page's first question.
    AppState {
        /// The vault.
        vault: VaultState,
        /// The settings of this computer.
        settings: Settings,
        /// Set when their file could not be read, until somebody has read that.
        settings_trouble: Option<SettingsTrouble>,
        /// Where everything is kept, for the settings page.
        data_folder: String,
        /// Today, by the computer's clock.
        today: NaiveDate,
        /// The version of the program.
        version: String,
        /// Whether words that could not be written wait for the vault to be opened.
        held: bool,
    }
    /// What can be taken back and done again.
    UndoLine {
        /// What undo would take back (the page has the words); `None` when nothing.
        undo: Option<UndoStep>,
        /// What redo would bring back.
        redo: Option<UndoStep>,
    }
    /// New ids.
    Ids {
        /// UUIDv7s.
        ids: Vec<String>,
    }
    /// Monitors to choose from.
    Monitors {
        /// Each of them.
        monitors: Vec<MonitorChoice>,
    }
    /// A monitor, by where it lies seen from the one with the practitioner's window.
    MonitorChoice {
        /// What the choice is remembered by.
        key: String,
        /// What the system calls it; may be empty.
        name: String,
        /// Its width in dots.
        width: u32,
        /// Its height in dots.
        height: u32,
        /// Where it lies.
        side: Side,
    }
    /// Dictionaries to check spelling with.
    Dictionaries {
        /// Their names, such as `da_DK`.
        tags: Vec<String>,
    }
    /// What the packs of a site list, beside what was entered on this computer.
    SiteServices {
        /// Whom to reach in a crisis.
        crisis: Vec<ServiceEntry>,
        /// Services nearby.
        services: Vec<ServiceEntry>,
    }
}

/// Where a monitor lies, seen from the one with the practitioner's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// It is that one.
    Here,
    /// To its left.
    Left,
    /// To its right.
    Right,
    /// Above it.
    Above,
    /// Below it.
    Below,
}
