//! What is to be known of a command beside its name: the one place, for the core and for the page.

use serde::Serialize;
use ts_rs::TS;

/// A row of the table without its body.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// What is to be known of it.
    pub facts: Facts,
}

/// What is true of a command; what its row does not say is not true of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Facts {
    /// It changes the record, and answers with what it touched.
    pub changes: bool,
    /// It works while the vault is locked, and before there is one.
    pub locked: bool,
    /// What it does can be taken back.
    pub undone: bool,
    /// It carries a secret, so its request is read straight to where it is wiped.
    pub secret: bool,
    /// It speaks of what was typed, so it must not run over words that are not on disk.
    pub whole: bool,
    /// The turned window may call it as well.
    pub turned: bool,
    /// The practitioner's window may call it while the screen is turned, beside what the turned one may call.
    pub away: bool,
    /// It asks nothing of the record, so it may run while words wait to be on disk.
    pub apart: bool,
}

impl Facts {
    /// What a row begins with.
    pub(super) const NONE: Self = Self {
        changes: false,
        locked: false,
        undone: false,
        secret: false,
        whole: false,
        turned: false,
        away: false,
        apart: false,
    };
}
