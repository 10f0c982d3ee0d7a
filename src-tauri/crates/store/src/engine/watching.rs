//! When a connection notes what changes: from its first change on, since what notes is made of two hundred triggers and
//! nobody waits for them to read.

use super::{earlier, store::Store, undo};
use crate::error::Result;

impl Store {
    /// Begins to note what changes, unless this connection does.
    pub(super) fn watch(&mut self) -> Result<()> {
        if self.watched {
            return Ok(());
        }
        let conn = &self.records.conn;
        let watched = undo::watch(conn).and_then(|()| earlier::watch(conn));
        self.watched = watched.is_ok();
        // A connection that notes the half of it would take back the wrong thing; a fresh one begins anew.
        self.failed |= watched.is_err();
        watched
    }

    /// Ceases to note what changes, until the next change.
    pub(super) fn look_away(&mut self) -> Result<()> {
        if !self.watched {
            return Ok(());
        }
        self.watched = false;
        let conn = &self.records.conn;
        let away = undo::look_away(conn).and_then(|()| earlier::look_away(conn));
        self.failed |= away.is_err();
        away
    }
}
