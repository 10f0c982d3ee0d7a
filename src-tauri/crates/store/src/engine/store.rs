//! The open vault: one connection, one way to change anything, and undo.

use std::{collections::BTreeSet, fmt, mem, ops::Deref, sync::Arc};

use domain::{
    PersonId, Timestamp,
    change::{Area, Change, Touched, UndoStep},
    note::ChainTip,
};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use uuid::Uuid;

use super::{
    audit::{self, Entry, Tip},
    connect, earlier,
    files::{Folder, Lock, Place},
    head::HeadFile,
    header::Header,
    kdf::Key,
    migrate,
    room::Unnoted,
    undo::{self, Direction, Step, Undo},
};
use crate::{
    catalogue,
    error::{Error, Result},
    op::{About, Op},
    row::{RuntimeId, Seq, text},
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
    undo: Undo,
    /// The end of the audit trail, known here because nobody else writes.
    pub(super) tip: Tip,
    touched: Touched,
    pub(crate) head: HeadFile,
    pub(crate) key: Key,
    pub(crate) header: Header,
    pub(crate) header_copies: u8,
    pub(crate) by_recovery: bool,
    /// Set when the disk failed under the connection: after a failed fsync nothing it holds can be trusted.
    pub(super) failed: bool,
    /// Set once this connection notes what changes, which is from the first change on: two hundred triggers are made for it,
    /// and nobody waits for them to read.
    pub(super) watched: bool,
    /// Set while the connection can only read.
    pub(super) reading: bool,
    /// What opening could not write down yet.
    pub(super) unnoted: Option<Unnoted>,
    pub(crate) folder: Folder,
    pub(crate) place: Place,
    /// Let go last.
    pub(crate) lock: Arc<Lock>,
}

/// What a store is made of, once its database is open.
pub(crate) struct Parts {
    pub(crate) conn: Connection,
    /// Whether the connection can only read.
    pub(crate) reading: bool,
    pub(crate) head: HeadFile,
    pub(crate) key: Key,
    pub(crate) header: Header,
    pub(crate) header_copies: u8,
    pub(crate) by_recovery: bool,
    pub(crate) folder: Folder,
    pub(crate) place: Place,
    pub(crate) lock: Arc<Lock>,
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
    records: &'s Records,
    pub(crate) now: Timestamp,
    pub(crate) about: About,
    pub(crate) vault: Uuid,
    /// The end of the audit trail before this change.
    pub(crate) before: u64,
    /// What was sealed; each gets a row of the audit trail of its own.
    sealed: Vec<Sealed>,
    /// Tables that were changed and are not in the undo log.
    touched: BTreeSet<&'static str>,
    /// What the audit row says besides the action; ids and counts only.
    detail: String,
    /// What has a row of the audit trail of its own: whose record it is about, and what that row says.
    parts: Vec<(Option<PersonId>, String)>,
}

struct Sealed {
    op: Op,
    person: PersonId,
    subject: [u8; 16],
    seal: [u8; 32],
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

    /// Does a part of the change that is about one person alone. It has a row of the audit trail of its own: what belongs to
    /// several people is made durable together, and told of each by itself.
    pub(crate) fn part(
        &mut self,
        person: Option<PersonId>,
        part: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.is_not_erased(person)?;
        let about = mem::replace(&mut self.about, About { person });
        let detail = mem::take(&mut self.detail);
        let done = part(self);
        self.about = about;
        let said = mem::replace(&mut self.detail, detail);
        done?;
        self.parts.push((person, said));
        Ok(())
    }

    /// Says why, in the user's own words. The trail keeps it for good, so it must name nobody.
    pub fn because(&mut self, reason: &str) -> Result<()> {
        self.say(text("reason", reason)?);
        Ok(())
    }

    /// Says that rows of a table were changed which the undo log does not see.
    pub(crate) fn touch(&mut self, table: &'static catalogue::Table) {
        self.touched.insert(table.name);
    }

    /// Returns the entry of the audit trail in which the next seal will stand.
    pub(crate) fn next_seal(&self) -> i64 {
        (self.before + 1).cast_signed() + i64::try_from(self.sealed.len()).unwrap_or(i64::MAX)
    }

    /// Has a seal written into the audit trail.
    pub(crate) fn seal(&mut self, op: Op, person: PersonId, subject: [u8; 16], seal: [u8; 32]) {
        self.sealed.push(Sealed {
            op,
            person,
            subject,
            seal,
        });
    }

    /// Returns the number of a row in any table whose rows are a person's. One of somebody else's record is refused.
    pub(crate) fn owned<I: RuntimeId>(&self, id: I, by: Seq<PersonId>) -> Result<Seq<I>> {
        let (seq, owner): (_, Seq<PersonId>) = self
            .conn()
            .prepare_cached(&format!("SELECT seq, person FROM {} WHERE id = ?", I::WHAT))?
            .query_row([id.bytes()], |row| {
                Ok((row.get("seq")?, row.get("person")?))
            })
            .optional()?
            .ok_or(Error::NotFound { what: I::WHAT })?;
        if owner == by {
            Ok(seq)
        } else {
            Err(Error::OtherPerson)
        }
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
    /// Takes an open database in hand.
    pub(crate) fn on(parts: Parts) -> Result<Self> {
        let Parts {
            conn,
            reading,
            head,
            key,
            header,
            header_copies,
            by_recovery,
            folder,
            place,
            lock,
        } = parts;
        undo::install(&conn)?;
        earlier::install(&conn)?;
        Ok(Self {
            tip: audit::tip(&conn, header.vault)?,
            undo: Undo::load(&conn)?,
            records: Records { conn },
            touched: Touched::default(),
            head,
            key,
            header,
            header_copies,
            by_recovery,
            failed: false,
            watched: false,
            reading,
            unnoted: None,
            folder,
            place,
            lock,
        })
    }

    /// Makes a change: what `change` does, its rows of the audit trail and the undo step become durable in one commit.
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
        let anew = self.be_ready()?;
        self.is_not_erased(about.person)?;
        if op.is_bulk() {
            self.look_away()?;
        } else {
            self.watch()?;
        }
        let outcome = self.commit(op, about, now, &Keep::Change { typing }, change);
        let value = outcome?;
        if anew {
            // Whoever said that nothing can be saved asks again.
            self.touched.areas.insert(Area::Vault);
        }
        self.after_commit(op);
        Ok(value)
    }

    /// Takes back the last step in a person's record, or the newest of all, and says what it was; nothing when there is
    /// nothing to take back.
    pub fn undo(&mut self, of: Option<PersonId>, now: Timestamp) -> Result<Option<Op>> {
        self.step(of, Direction::Back, now)
    }

    /// Does again what was taken back last, in a person's record or of all, and says what it was.
    pub fn redo(&mut self, of: Option<PersonId>, now: Timestamp) -> Result<Option<Op>> {
        self.step(of, Direction::Forward, now)
    }

    /// Returns what [`Store::undo`] would take back.
    pub fn can_undo(&self, of: Option<PersonId>) -> Result<Option<UndoStep>> {
        self.next_step(of, Direction::Back)
    }

    /// Returns what [`Store::redo`] would do again.
    pub fn can_redo(&self, of: Option<PersonId>) -> Result<Option<UndoStep>> {
        self.next_step(of, Direction::Forward)
    }

    fn next_step(&self, of: Option<PersonId>, direction: Direction) -> Result<Option<UndoStep>> {
        let Some(step) = self.undo.next(of, direction) else {
            return Ok(None);
        };
        let name = match step.about.person {
            Some(person) => self.called(person)?,
            None => String::new(),
        };
        Ok(Some(UndoStep {
            op: step.op.name().to_owned(),
            person: step.about.person,
            name,
            at: step.at,
        }))
    }

    /// Says what the change that was made last did.
    pub fn last_change(&self) -> Result<Change> {
        let of = self.touched.person;
        Ok(Change {
            saved_at: self.tip.at,
            touched: self.touched.clone(),
            undo: self.can_undo(of)?,
            redo: self.can_redo(of)?,
            made: None,
        })
    }

    fn step(
        &mut self,
        of: Option<PersonId>,
        direction: Direction,
        now: Timestamp,
    ) -> Result<Option<Op>> {
        self.be_ready()?;
        self.watch()?;
        let Some(step) = self.undo.next(of, direction).cloned() else {
            self.touched = Touched::default();
            return Ok(None);
        };
        let op = match direction {
            Direction::Back => Op::Undo,
            Direction::Forward => Op::Redo,
        };
        let keep = Keep::Played {
            direction,
            step: &step,
        };
        self.commit(op, step.about, now, &keep, |tx| {
            tx.say(step.op.name());
            undo::play(tx.conn(), &step, direction)
        })?;
        self.after_commit(op);
        Ok(Some(step.op))
    }

    /// Runs a change and commits it with its audit rows and with what takes it back.
    pub(super) fn commit<T>(
        &mut self,
        op: Op,
        about: About,
        now: Timestamp,
        keep: &Keep<'_>,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        let outcome = self.try_commit(op, about, now, keep, change);
        if let Err(error) = &outcome {
            // What can be taken back is as the disk has it.
            match Undo::load(&self.records.conn) {
                Ok(undo) if !error.is_of_the_disk() => self.undo = undo,
                _ => self.failed = true,
            }
        }
        let done = outcome.map_err(|error| self.named(error))?;
        self.tip = done.tip;
        self.touched = Touched {
            person: about.person,
            areas: if op.is_bulk() {
                Area::ALL.into_iter().collect()
            } else {
                areas(&done.touched)
            },
        };
        // The commit is durable already. A head that could not be written says too little, never too much, and the
        // next save writes it again.
        let _ = self.head.write(&self.tip);
        Ok(done.value)
    }

    fn try_commit<T>(
        &mut self,
        op: Op,
        about: About,
        now: Timestamp,
        keep: &Keep<'_>,
        change: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let conn = &self.records.conn;
        // Dropped without a commit, it rolls back: on an error, and on a panic in `change`.
        let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        let mut tx = Tx {
            records: &self.records,
            now,
            about,
            vault: self.header.vault,
            before: self.tip.sequence,
            sealed: Vec::new(),
            touched: BTreeSet::new(),
            detail: String::new(),
            parts: Vec::new(),
        };
        let value = change(&mut tx)?;
        let Tx {
            sealed,
            touched: mut all,
            detail,
            parts,
            ..
        } = tx;
        let logged = undo::logged(conn)?;
        all.extend(
            logged
                .iter()
                .filter_map(|change| Some(catalogue::table(&change.table)?.name)),
        );
        match keep {
            Keep::Change { typing } => self.undo.keep(conn, op, about, *typing, now, &logged)?,
            Keep::Played { direction, step } => {
                self.undo.played(conn, *direction, step, &logged)?;
            }
        }
        if !logged.is_empty() {
            undo::wipe(conn)?;
            earlier::keep(conn, op, now)?;
        }
        let touched: Vec<&str> = all.into_iter().collect();
        let said = Said {
            detail: &detail,
            parts: &parts,
        };
        let tip = self.enter(op, about, now, &sealed, &touched.join(" "), &said)?;
        transaction.commit()?;
        Ok(Done {
            value,
            tip,
            touched,
        })
    }

    /// Writes the rows of the audit trail: one for each seal and each part, and one for the action where it is more than these.
    fn enter(
        &self,
        op: Op,
        about: About,
        now: Timestamp,
        sealed: &[Sealed],
        touched: &str,
        said: &Said<'_>,
    ) -> Result<Tip> {
        let conn = &self.records.conn;
        let user: String = conn
            .prepare_cached(
                "SELECT name FROM vault JOIN practitioner ON practitioner.seq = vault.keeper",
            )?
            .query_row([], |row| row.get("name"))
            .optional()?
            .unwrap_or_default();
        let mut tip = self.tip;
        for sealed in sealed {
            let entry = Entry {
                at: now,
                op: sealed.op,
                person: Some(sealed.person),
                user: &user,
                touched,
                detail: "",
                subject: &sealed.subject,
                seal: &sealed.seal,
            };
            tip = audit::append(conn, &tip, &entry)?;
        }
        let whole = (about.person, said.detail);
        let whole = (sealed.is_empty() && said.parts.is_empty() || op.is_bulk()).then_some(whole);
        let parts = said.parts.iter().map(|(person, said)| (*person, &**said));
        for (person, detail) in parts.chain(whole) {
            let entry = Entry {
                at: now,
                op,
                person,
                user: &user,
                touched,
                detail,
                subject: &[],
                seal: &[],
            };
            tip = audit::append(conn, &tip, &entry)?;
        }
        Ok(tip)
    }

    /// Does what follows a durable commit. Nothing here may turn a saved change into an error for the user.
    fn after_commit(&self, op: Op) {
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

    /// Writes what is no change of the record, such as words that were only begun: durable, but without audit row and undo.
    pub(crate) fn aside<T>(&mut self, write: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.be_ready()?;
        let written = write(&self.records.conn);
        self.failed = matches!(&written, Err(error) if error.is_of_the_disk());
        written.map_err(|error| self.named(error))
    }

    /// Says what is wrong with a disk that failed, which SQLite does not tell apart: it is gone, or may only be read.
    fn named(&self, error: Error) -> Error {
        if !error.is_disk_failure() {
            return error;
        }
        let looked = self.folder.is_there().and_then(|()| self.folder.has_room());
        looked.err().unwrap_or(error)
    }

    /// Takes a fresh connection where the disk failed under the last one. What cannot be taken yet is tried again at the
    /// next look.
    pub fn look_again(&mut self) {
        if self.failed {
            let _ = self.take_up();
        }
    }

    /// Tells whether the vault can be reached at all, after what was read made no sense: a disk that was pulled out makes a
    /// vault look damaged. The next look takes a fresh connection.
    pub fn reach(&mut self) -> Result<()> {
        self.failed = true;
        self.folder.is_there()
    }

    /// Takes a fresh connection after the disk failed; a page that was not written must not be read from a cache.
    pub(super) fn reconnect(&mut self) -> Result<()> {
        // SQLite has one word for a file that may not be opened and for one on a disk that was pulled out.
        self.folder.is_there()?;
        let fresh = connect::open(&self.folder.database(), &self.key)?;
        undo::install(&fresh)?;
        earlier::install(&fresh)?;
        self.tip = audit::tip(&fresh, self.header.vault)?;
        self.undo = Undo::load(&fresh)?;
        self.records = Records { conn: fresh };
        self.watched = false;
        self.failed = false;
        Ok(())
    }

    /// Lets go of the files while they are replaced; only [`Store::take_up`] may follow.
    pub(crate) fn step_aside(&mut self) -> Result<()> {
        self.settle()?;
        self.let_go()
    }

    /// Closes the connection; none can be used until another is taken.
    pub(super) fn let_go(&mut self) -> Result<()> {
        let nowhere = migrate::blank(&[])?;
        let records = std::mem::replace(&mut self.records, Records { conn: nowhere });
        self.failed = true;
        records
            .conn
            .close()
            .map_err(|(_, error)| Error::from(error))
    }

    /// Goes on with the files that now lie there.
    pub(crate) fn take_up(&mut self) -> Result<()> {
        self.reconnect()?;
        let (head, _) = HeadFile::open(&self.folder, self.header.vault, &self.key)?;
        self.head = head;
        Ok(())
    }

    /// Closes the vault: everything in the main file, the key wiped, the lock let go.
    pub fn close(self) -> Result<()> {
        match self.unnoted {
            // Nothing was written, so there is nothing to settle.
            Some(_) => Ok(()),
            None => self.settle(),
        }
    }

    /// Tells whether the recovery code opened it and no new passphrase has been set since.
    pub const fn opened_by_recovery(&self) -> bool {
        self.by_recovery
    }

    /// Returns the end of the audit trail: how many entries there are, and the hash that stands for all of them.
    pub fn chain_tip(&self) -> ChainTip {
        ChainTip {
            sequence: self.tip.sequence,
            hash: audit::hex(&self.tip.hash),
        }
    }

    pub(crate) const fn tip(&self) -> Tip {
        self.tip
    }

    /// Returns the connection, so that a test can do what no user can.
    #[cfg(any(test, feature = "testing"))]
    pub const fn connection_for_tests(&self) -> &Connection {
        &self.records.conn
    }

    /// Behaves from here on as after a disk failure.
    #[cfg(test)]
    pub(crate) const fn fail_for_tests(&mut self) {
        self.failed = true;
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

/// What a change says in the audit trail.
struct Said<'a> {
    detail: &'a str,
    parts: &'a [(Option<PersonId>, String)],
}

/// What becomes of what a change wrote to the undo log.
pub(super) enum Keep<'a> {
    Change {
        typing: Option<&'a str>,
    },
    Played {
        direction: Direction,
        step: &'a Step,
    },
}

struct Done<T> {
    value: T,
    tip: Tip,
    touched: Vec<&'static str>,
}

/// What screens show of these tables.
fn areas(tables: &[&str]) -> BTreeSet<Area> {
    tables
        .iter()
        .filter_map(|name| catalogue::table(name)?.area)
        .collect()
}
