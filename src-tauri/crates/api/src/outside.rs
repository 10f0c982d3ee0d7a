//! What only a window can do: ask where to, and hand pages to a printer. The shell does it; without a window nobody does.

use std::path::PathBuf;

use crate::{
    error::{ApiError, ErrorCode, Result},
    wire::MonitorChoice,
};

/// What is to be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A new file.
    Save {
        /// The name offered, with its ending.
        name: String,
        /// The ending, without its dot.
        ending: &'static str,
    },
    /// A folder.
    Folder,
    /// A file that is there.
    File,
}

/// How discreet a printer's queue has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discretion {
    /// As queues are.
    Usual,
    /// The queue forgets it as soon as it is printed: the recovery sheet opens the vault.
    Secret,
}

/// The window's part of a command. Called away from the window's thread; may wait for somebody.
pub trait Outside: Send + Sync {
    /// Asks for a path; `None` when somebody thought better of it.
    fn choose(&self, what: &Choice) -> Option<PathBuf>;
    /// Lists the monitors the turned screen can go to.
    ///
    /// # Errors
    /// `Internal` when the system tells none.
    fn monitors(&self) -> Result<Vec<MonitorChoice>>;
    /// Ends the program.
    fn leave(&self);
    /// Goes on, where the window was about to close.
    fn stay(&self);
    /// Ends the page with all that its process remembers, and begins it anew. Returns when it has ended.
    fn begin_anew(&self);
    /// Names the system's dictionaries, such as `da_DK`.
    fn dictionaries(&self) -> Vec<String>;
    /// Prints a PDF; tells whether it was sent, since somebody can think better of it.
    ///
    /// # Errors
    /// `CannotPrint` with what the printing system said.
    fn print(&self, pdf: &[u8], discretion: Discretion) -> Result<bool>;
}

/// No window, as on the command line: nothing is chosen and nothing printed.
pub(crate) struct NoWindow;

impl Outside for NoWindow {
    fn choose(&self, _: &Choice) -> Option<PathBuf> {
        None
    }

    fn monitors(&self) -> Result<Vec<MonitorChoice>> {
        Ok(Vec::new())
    }

    fn leave(&self) {}

    fn stay(&self) {}

    fn begin_anew(&self) {}

    fn dictionaries(&self) -> Vec<String> {
        Vec::new()
    }

    fn print(&self, _: &[u8], _: Discretion) -> Result<bool> {
        Err(ApiError::new(ErrorCode::CannotPrint).with("what", "no window"))
    }
}
