//! The harness of the journeys: a display, a driver and the built window for each test, and ways to look at the page.
//!
//! Needs `Xvfb` and `WebKitWebDriver` (Debian: xvfb, webkit2gtk-driver). Each [`Stage`] has a display, a data folder and
//! a home of its own, so journeys can run side by side and find nothing of each other or of the user.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::missing_panics_doc,
    reason = "a test harness fails by panicking, with what it saw"
)]

mod axe;
mod build;
mod desktop;
mod display;
mod page;
mod processes;
mod spoken;
mod stage;
mod wire;

pub use build::{packaging, program, root};
pub use desktop::Desktop;
pub use display::Display;
pub use page::Page;
pub use spoken::{Listener, Spoken};
pub use stage::{Stage, StageOptions};
pub use wire::keys;
