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

pub mod cards;
pub mod catalogue;
pub mod course;
pub mod hand_off;
pub mod notes;
pub mod packs;
pub mod pages;
pub mod paper;
pub mod people;
pub mod secrets;
pub mod sessions;
pub mod sheets;
pub mod state;
pub mod today;
pub mod turned;
pub mod vault;

pub use cards::*;
pub use catalogue::*;
pub use course::*;
pub use hand_off::*;
pub use notes::*;
pub use packs::*;
pub use pages::*;
pub use paper::*;
pub use people::*;
pub use secrets::*;
pub use sessions::*;
pub use sheets::*;
pub use state::*;
pub use today::*;
pub use turned::*;
pub use vault::*;

/// Asks for nothing in particular.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
