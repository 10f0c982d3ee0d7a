//! What crosses the boundary between page and core: what is asked, and the views that answer.
//!
//! Domain values travel as they are; here stand only the shapes that no single domain value has.

pub mod ask;
pub mod view;

pub use ask::*;
pub use view::*;
