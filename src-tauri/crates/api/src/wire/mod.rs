//! What crosses the boundary between page and core: what is asked, and the views that answer.
//!
//! Domain values travel as they are; here stand only the shapes that no single domain value has.

macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, TS)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$fdoc])* pub $field: $ty,)* }
    )*};
}

pub mod ask;
pub mod forms;
pub mod packs;
pub mod view;

pub use ask::*;
pub use forms::*;
pub use packs::*;
pub use view::*;
