//! The open vault: one connection, one way to change anything, and undo.

use std::{fmt, ops::Deref, sync::Arc};

use domain::{
    PersonId, Timestamp,
    change::{Change, Touched, UndoStep},
};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    audit, connect,
    error::{Error, Result},
    files::{Folder, Lock, Place},
    head::HeadFile,
    header::Header,
    kdf::Key,
    op::{About, Op},
    undo::{self, Direction, Undo},
};

/// The WAL is emptied during a save once it is larger than this; idle moments keep it far below.
const MOST_WAL_BYTES: u64 = 64 * 1024 * 1024;

/// What can be read of a vault. [`Store`] and [`Tx`] both lead here, so the same reads work inside a change.
pub struct Records {
    pub(crate) conn: Connection,
}

/// An open vault. Changes go through [`Store::transact`]; reads come from [`Records`].
pub struct Store {
    // Declared first, so that the connection is closed before the lock is let go.
    pub(crate) records: Records,
    pub(crate) undo: Undo,
    pub(crate) head: HeadFile,
    pub(crate) key: Key,
    pub(crate) header: Header,
    pub(crate) header_copies: u8,
    pub(crate) history: History,
    pub(crate) by_recovery: bool,
    /// Set when the disk failed under the connection: after a failed fsync nothing it holds can be trusted.
    pub(crate) failed: bool,
    pub(crate) folder: Folder,
    pub(crate) place: Place,
    /// Let go last.
    pub(crate) _lock: Arc<Lock>,
}

/// Whether the vault holds everything that was saved, judged against the head file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum History {
    /// It does.
    Whole,
    /// The newest saves are gone: a damaged log, or an older file put back.
    Missing {
        /// How many entries of the audit trail.
        #[ts(type = "number")]
        saves: u64,
    },
    /// It went on differently from what the head file says: another copy of the vault was put here.
    Forked,
    /// The head file is gone or unreadable, so nothing can be said.
    Unknown,
}

impl Deref for Store {
    type Target = Records;
    fn deref(&self) -> &Records {
        &self.records
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("vault", &self.header.vault)
            .finish_non_exhaustive()
    }
}

/// A change being made. Everything done through it becomes durable together, or not at all.
pub struct Tx<'s> {
    pub(crate) records: &'s Records,
    pub(crate) now: Timestamp,
    pub(crate) about: About,
    pub(crate) vault: Uuid,
    /// What the audit row says besides the action; ids only.
    pub(crate) detail: String,
}

impl Deref for Tx<'_> {
    type Target = Records;
    fn deref(&self) -> &Records {
        self.records
    }
}

impl fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tx")
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

impl Tx<'_> {
    pub(crate) fn conn(&self) -> &Connection {
        &self.records.conn
    }

    /// Adds to what the audit row says besides the action. Ids and counts only, never what somebody wrote.
    pub(crate) fn say(&mut self, what: &str) {
        if !self.detail.is_empty() {
            self.detail.push_str("; ");
        }
        self.detail.push_str(what);
    }

    /// Refuses a change to the record of somebody the action is not about.
    pub(crate) fn stays_with(&self, person: PersonId) -> Result<()> {
        match self.about.person {
            Some(about) if about != person => Err(Error::OtherPerson),
            _ => Ok(()),
        }
    }
}

impl Store {
    /// Makes a change: what `change` does, one row of the audit trail and the undo step become durable in one commit.
    ///
    /// When it returns, the change is on disk. When it fails, nothing has changed.
    pub fn transact<T>(
        &mut self,
        op: Op,
        about: About,
        now: Timestamp,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        self.change(op, about, now, None, change)
    }

    /// Makes a change as [`Store::transact`] does, and joins it to the last undo step when that one came from typing in
    /// the same `field` less than a minute ago.
    pub fn transact_typing<T>(
        &mut self,
        field: &str,
        op: Op,
        about: About,
        now: Timestamp,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        self.change(op, about, now, Some(field), change)
    }

    fn change<T>(
        &mut self,
        op: Op,
        about: About,
        now: Timestamp,
        typing: Option<&str>,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        let (value, before) = self.commit(op, about, now, change)?;
        let conn = &self.records.conn;
        let remembered = self.undo.remember(conn, op, about, typing, now, before);
        self.after_commit(op, &remembered);
        Ok(value)
    }

    /// Takes the last step back, and says what it was; nothing when there is nothing to take back.
    pub fn undo(&mut self, now: Timestamp) -> Result<Option<Op>> {
        self.step(Direction::Back, now)
    }

    /// Does again what was taken back last, and says what it was.
    pub fn redo(&mut self, now: Timestamp) -> Result<Option<Op>> {
        self.step(Direction::Forward, now)
    }

    /// Returns what [`Store::undo`] would take back.
    pub fn can_undo(&self) -> Option<Op> {
        self.undo.next(Direction::Back).map(|step| step.op)
    }

    /// Returns what [`Store::redo`] would do again.
    pub fn can_redo(&self) -> Option<Op> {
        self.undo.next(Direction::Forward).map(|step| step.op)
    }

    /// Says what the change that was made last did.
    pub fn last_change(&self) -> Result<Change> {
        let last = self.last_entry()?;
        let step = |direction| {
            let step = self.undo.next(direction);
            step.map(|step| UndoStep {
                op: step.op.name().to_owned(),
                person: step.about.person,
                at: step.at,
            })
        };
        Ok(Change {
            saved_at: last.at,
            touched: Touched {
                person: last.person,
                areas: last.op.areas(),
            },
            undo: step(Direction::Back),
            redo: step(Direction::Forward),
            made: None,
        })
    }

    /// Returns whose record [`Store::undo`] would change.
    pub fn undo_is_about(&self) -> Option<PersonId> {
        self.undo
            .next(Direction::Back)
            .and_then(|step| step.about.person)
    }

    fn step(&mut self, direction: Direction, now: Timestamp) -> Result<Option<Op>> {
        let Some(step) = self.undo.next(direction) else {
            return Ok(None);
        };
        let op = match direction {
            Direction::Back => Op::Undo,
            Direction::Forward => Op::Redo,
        };
        let ((), before) = self.commit(op, step.about, now, |tx| {
            tx.say(step.op.name());
            undo::play(tx.conn(), &step)
        })?;
        let moved = self.undo.played(&self.records.conn, direction, before);
        self.after_commit(op, &moved);
        Ok(Some(step.op))
    }

    /// Runs a change and commits it with its audit row. Also returns where the undo log stood before.
    fn commit<T>(
        &mut self,
        op: Op,
        about: About,
        now: Timestamp,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<(T, i64)> {
        if self.failed {
            self.reconnect()?;
        }
        let outcome = self.try_commit(op, about, now, change);
        if matches!(&outcome, Err(error) if error.is_disk_failure()) {
            self.failed = true;
        }
        let (value, before, tip) = outcome?;
        // The commit is durable already. A head that could not be written says too little, never too much, and the
        // next save writes it again.
        let _ = self.head.write(&tip);
        Ok((value, before))
    }

    fn try_commit<T>(
        &self,
        op: Op,
        about: About,
        now: Timestamp,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<(T, i64, audit::Tip)> {
        let conn = &self.records.conn;
        // Dropped without a commit, it rolls back: on an error, and on a panic in `change`.
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        let before = undo::last(conn)?;
        let mut tx = Tx {
            records: &self.records,
            now,
            about,
            vault: self.header.vault,
            detail: String::new(),
        };
        let value = change(&mut tx)?;
        let detail = std::mem::take(&mut tx.detail);
        let tip = audit::append(conn, self.header.vault, op, about, &detail, now)?;
        transaction.commit()?;
        Ok((value, before, tip))
    }

    /// Does what follows a durable commit. Nothing here may turn a saved change into an error for the user.
    fn after_commit(&mut self, op: Op, remembered: &Result<()>) {
        if remembered.is_err() {
            // A log that is out of step would take back the wrong thing; better nothing can be taken back.
            self.undo = Undo::default();
        }
        let wal = std::fs::metadata(self.folder.wal()).map_or(0, |meta| meta.len());
        if op.is_checkpointed() || wal > MOST_WAL_BYTES {
            // The change is safe in the WAL; the next idle moment tries again.
            let _ = self.settle();
        }
    }

    /// Brings everything into the main file and makes the head durable: at signing, locking and closing.
    pub fn settle(&self) -> Result<()> {
        connect::checkpoint(&self.records.conn)?;
        self.head.flush()
    }

    /// Takes a fresh connection after the disk failed; a page that was not written must not be read from a cache.
    fn reconnect(&mut self) -> Result<()> {
        let fresh = connect::open(&self.folder.database(), &self.key)?;
        undo::install(&fresh)?;
        self.records = Records { conn: fresh };
        self.undo = Undo::default();
        self.failed = false;
        Ok(())
    }

    /// Closes the vault: everything in the main file, the key wiped, the lock let go.
    pub fn close(self) -> Result<()> {
        self.settle()
    }

    /// Tells whether the recovery code opened it and no new passphrase has been set since.
    pub const fn opened_by_recovery(&self) -> bool {
        self.by_recovery
    }

    /// Tells how the vault compared with its head file when it was opened.
    pub const fn history(&self) -> History {
        self.history
    }

    /// Returns how many acknowledged saves are gone, at least; `None` when none are known to be.
    pub const fn missing_saves(&self) -> Option<u64> {
        match self.history {
            History::Missing { saves } => Some(saves),
            History::Forked => Some(1),
            History::Whole | History::Unknown => None,
        }
    }

    /// Returns the connection, so that a test can do what no user can.
    #[cfg(any(test, feature = "testing"))]
    pub const fn connection_for_tests(&self) -> &Connection {
        &self.records.conn
    }

    /// Opens a second connection with the same key to any file, as somebody who stole the key would.
    #[cfg(any(test, feature = "testing"))]
    pub fn open_for_tests(&self, database: &std::path::Path) -> Result<Connection> {
        connect::open(database, &self.key)
    }

    /// Returns the id of the vault, which its backups share.
    pub const fn vault_id(&self) -> Uuid {
        self.header.vault
    }
}
