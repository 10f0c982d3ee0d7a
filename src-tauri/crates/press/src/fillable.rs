//! Forms: a finished PDF whose blank places are fields, and what somebody wrote in one.
//!
//! The templates mark each place with a link, so typst has said already where it lies, on which page, and at which place of
//! the tags it is heard. Here a link becomes a field: the same annotation with the same tag, of another kind.

mod face;
mod give;
mod read;

pub(crate) use give::give_fields;
pub use read::{Filled, LARGEST_FORM, ReadError, read};

/// What a marked place leads to, before its name.
const MARK: &str = "waymark:";

/// Parts the name of a field from the choice a box of it says.
const OPTION: char = '#';
