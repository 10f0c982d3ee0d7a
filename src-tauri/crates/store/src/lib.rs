//! The encrypted vault: everything a practitioner writes down, kept so that no acknowledged save is lost, nothing is
//! readable on disk, and what is signed stays as it was signed.
//!
//! This is the only crate that knows SQL. Whole values of `domain` go in and come out. It knows no clock: every moment is
//! an argument. What it leaves out on purpose: which passphrase is good enough, when to lock, how often to try
//! (`api` decides), and cleaning text (`domain::text::clean`, at the boundary).
//!
//! Map: `catalogue` says what each table is, and everything that must know reads it there; `engine` makes, opens, changes,
//! undoes, checks, backs up; `record` reads and writes one thing each; `search`, `erase` and `archive` walk the catalogue.

mod archive;
mod catalogue;
mod code;
mod engine;
mod erase;
mod error;
mod op;
mod record;
mod row;
mod sealed;
mod search;

pub use archive::{Archive, Choice, Conflict, MergeReport};
pub use engine::{
    audit::{AuditEntry, ChainReport},
    backup::{BackupInfo, BackupMade, Beside, Copied, Occasion, describe_backup, thin_backups},
    check::{CheckReport, Counts},
    connect::PageSeal,
    finding::{Finding, FindingKind},
    kdf::KdfCost,
    rekey::NewKey,
    restore::{Goes, RestorePlan, restore},
    room::CannotWrite,
    sealer::Sealer,
    secret::{MistypedCode, Passphrase, RecoveryCode, Secret},
    store::{Records, Store, Tx},
    vault::{Presence, presence},
};
pub use erase::Receipt;
pub use error::{Damage, Error, Outside, Result};
pub use op::{About, Op};
pub use record::{
    answers::Sheet,
    drafts::Draft,
    earlier::{EarlierText, TextOf},
    endings::BoosterDue,
    groups::{GroupMeeting, Part},
    hand_offs::{HandOff, Outcome},
    ledger::Ledger,
    missed::MissedMeeting,
    notes::{NoteAddition, NoteLine, WrittenBefore},
    people::PersonRow,
    sessions::{OpenSession, SessionNote, SessionSummary},
    today::{SessionWithoutNote, Waiting},
    work::{PersonWork, SessionWork},
};
pub use search::{Find, Found, Hit, Query};

/// The part of the schema that the catalogue makes, for the next migration.
#[cfg(any(test, feature = "testing"))]
pub fn catalogue_sql() -> String {
    catalogue::triggers()
}

/// What the catalogue says of a table, as far as a test compares it with the schema.
#[cfg(any(test, feature = "testing"))]
#[derive(Debug)]
pub struct CatalogueRow {
    /// The table.
    pub name: &'static str,
    /// Every column that is written, less the order of writing and the origin.
    pub columns: Vec<&'static str>,
    /// Whether changes are taken back.
    pub undone: bool,
    /// Whether each row is one person's.
    pub personal: bool,
    /// Its number in the full-text index.
    pub searched_as: Option<i64>,
}

/// Which columns refer, and to which table, for the tests.
#[cfg(any(test, feature = "testing"))]
pub fn references_for_tests() -> Vec<(&'static str, &'static str)> {
    catalogue::REFERENCES
        .iter()
        .map(|(column, table)| (*column, table.name))
        .collect()
}

/// The catalogue, for the tests.
#[cfg(any(test, feature = "testing"))]
pub fn catalogue_for_tests() -> Vec<CatalogueRow> {
    let rows = catalogue::ALL.iter().map(|table| CatalogueRow {
        name: table.name,
        columns: [table.key, table.rest, table.own].concat(),
        undone: table.undone,
        personal: table.whose != catalogue::Whose::Vaults,
        searched_as: table.search.map(|search| search.number),
    });
    rows.collect()
}
