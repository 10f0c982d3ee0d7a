//! What crosses the boundary between page and core: what is asked, and the views that answer.
//!
//! Domain values travel as they are; here stand only the shapes that no single domain value has, by area.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! asks {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize, TS)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }
    )*};
}

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }
    )*};
}

mod begun;
mod cards;
mod caseload;
mod catalogue;
mod course;
mod earlier;
mod endings;
mod erasure;
mod events;
mod groups;
mod hand_off;
mod ledger;
mod manual;
mod mirror;
mod notes;
mod outcomes;
mod packs;
mod pages;
mod paper;
mod people;
mod plans;
mod search;
mod secrets;
mod sessions;
mod sheets;
mod state;
mod supporters;
mod timeline;
mod today;
mod turned;
mod vault;
mod worklist;

pub use begun::*;
pub use cards::*;
pub use caseload::*;
pub use catalogue::*;
pub use course::*;
pub use earlier::*;
pub use endings::*;
pub use erasure::*;
pub use events::*;
pub use groups::*;
pub use hand_off::*;
pub use ledger::*;
pub use manual::*;
pub use mirror::*;
pub use notes::*;
pub use outcomes::*;
pub use packs::*;
pub use pages::*;
pub use paper::*;
pub use people::*;
pub use plans::*;
pub use search::*;
pub use secrets::*;
pub use sessions::*;
pub use sheets::*;
pub use state::*;
pub use supporters::*;
pub use timeline::*;
pub use today::*;
pub use turned::*;
pub use vault::*;
pub use worklist::*;

/// Asks for nothing in particular.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
