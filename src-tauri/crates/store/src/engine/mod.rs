//! The vault as a machine: keys, files, transactions, undo, the audit trail, and what looks after the whole.
//!
//! Nothing here knows what the words in the record mean; what tables there are stands in the catalogue.

pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod connect;
pub(crate) mod earlier;
pub(crate) mod files;
pub(crate) mod finding;
pub(crate) mod full_text;
pub(crate) mod head;
pub(crate) mod header;
pub(crate) mod kdf;
mod lookaside;
mod memory;
pub(crate) mod migrate;
mod raw_key;
pub(crate) mod rekey;
pub(crate) mod restore;
pub(crate) mod room;
pub(crate) mod schema;
pub(crate) mod sealer;
pub(crate) mod secret;
pub(crate) mod store;
mod tend;
mod undo;
pub(crate) mod vault;
mod watching;
