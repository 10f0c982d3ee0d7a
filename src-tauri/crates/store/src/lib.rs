//! The encrypted vault: everything a practitioner writes down, kept so that no acknowledged save is lost, nothing is
//! readable on disk, and what is signed stays as it was signed.
//!
//! This is the only crate that knows SQL. Whole values of `domain` go in and come out. It knows no clock: every moment is
//! an argument. What it leaves out on purpose: which passphrase is good enough, when to lock, how often to try
//! (`api` decides), and cleaning text (`domain::text::clean`, at the boundary).
//!
//! Map: `vault` makes and opens; `store` changes (`transact`, undo); one folder for each entity reads and writes it;
//! `header`, `kdf` and `secret` keep the key; `audit`, `head` and `notes::seal` notice what was tampered with or lost;
//! `check`, `backup` and `tend` look after the whole.

mod answers;
mod audit;
mod backup;
mod check;
mod code;
mod connect;
mod error;
mod files;
mod goals;
mod hand_offs;
mod head;
mod header;
mod kdf;
mod lookaside;
mod migrate;
mod notes;
mod op;
mod people;
mod practices;
mod practitioner;
mod raw_key;
mod row;
mod secret;
mod sessions;
mod store;
mod tend;
mod today;
mod undo;
mod vault;

pub use answers::Sheet;
pub use audit::{AuditEntry, ChainReport};
pub use backup::{BackupInfo, BackupMade, describe_backup, restore};
pub use check::{CheckReport, Counts};
pub use error::{Damage, Error, Result};
pub use hand_offs::HandOff;
pub use kdf::KdfCost;
pub use notes::NoteLine;
pub use op::{About, Op};
pub use people::PersonRow;
pub use secret::{MistypedCode, Passphrase, RecoveryCode, Secret};
pub use sessions::{SessionNote, SessionSummary};
pub use store::{History, Records, Store, Tx};
pub use today::SessionWithoutNote;
pub use vault::{Presence, presence};
