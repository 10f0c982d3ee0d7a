//! What a practitioner can do: every change of the record, and of what lies beside it.
//!
//! What changes the record is one durable transaction and answers with a [`Change`](domain::change::Change), never with a
//! screen. An act reads only what it needs; it looks things up in `read` and knows no `view`.

mod answering;
mod change;
pub mod closing;
pub mod consent;
mod dates;
mod together;

pub mod answers;
pub mod archives;
pub mod backups;
pub mod batch;
pub mod begun;
pub mod caseload;
pub mod draft;
pub mod each;
pub mod endings;
pub mod erasure;
pub mod events;
pub mod exports;
pub mod goals;
pub mod groups;
pub mod hand_off;
pub mod ledger;
pub mod missed;
pub mod notes;
pub mod outcomes;
pub mod packs;
pub mod people;
pub mod plans;
pub mod read_back;
pub mod recording;
pub mod secrets;
pub mod sessions;
pub mod settings;
pub mod sheets;
pub mod signing;
pub mod statements;
pub mod supervision;
pub mod supporters;
pub mod turned;
pub mod undo;
pub mod vault;
