//! A vault's life: made, opened, its passphrase changed.

use std::{path::Path, sync::Arc};

use domain::{Timestamp, settings::Practitioner};
use rusqlite::{Connection, params};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    audit::{self, Tip},
    connect,
    error::{Damage, Error, Result},
    files::{self, Folder, Lock, Place, Unfinished, make_private_folder},
    head::HeadFile,
    header::{self, Header},
    kdf::{KdfCost, Key},
    migrate::{self, Migration},
    op::{About, Op},
    secret::{Passphrase, RecoveryCode, Secret},
    store::{History, Records, Store},
    undo::{self, Undo},
};

/// What lies in a data folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Nothing; a vault can be made.
    None,
    /// A vault that can be tried.
    Vault,
    /// A vault that no passphrase will open.
    Damaged(Damage),
}

/// Looks what lies in a data folder without opening anything.
pub fn presence(dir: &Path) -> Presence {
    let place = Place::new(dir);
    // A folder that cannot be written is found out when the vault is opened.
    let _ = place.settle();
    look(&place.vault())
}

fn look(folder: &Folder) -> Presence {
    let has_database = folder.database().exists();
    match header::read(folder) {
        Err(Error::Missing) if !has_database => Presence::None,
        Err(Error::Missing | Error::NotAVault | Error::Damaged { .. }) => {
            Presence::Damaged(Damage::Header)
        }
        Ok(_) if !has_database => Presence::Damaged(Damage::DatabaseGone),
        // Whatever else is in the way, opening says it better.
        Ok(_) | Err(_) => Presence::Vault,
    }
}

impl Store {
    /// Makes a vault and opens it. All or nothing: when this fails, the folder is as it was.
    ///
    /// The recovery code is returned once and kept nowhere.
    pub fn create(
        dir: &Path,
        passphrase: &Passphrase,
        practitioner: &Practitioner,
        cost: KdfCost,
        now: Timestamp,
    ) -> Result<(Self, RecoveryCode)> {
        let place = Place::new(dir);
        let made_folder = !dir.exists();
        make_private_folder(dir)?;
        let made = place
            .take_lock()
            .and_then(|lock| make(&place, lock, passphrase, practitioner, cost, now));
        if made.is_err() && made_folder {
            place.remove_if_empty();
        }
        made
    }

    /// Opens a vault.
    ///
    /// A wrong secret and a damaged file are told apart. Saves that are missing do not keep it shut: see
    /// [`Store::missing_saves`].
    pub fn open(dir: &Path, secret: Secret<'_>, now: Timestamp) -> Result<Self> {
        let place = Place::new(dir);
        if !dir.exists() {
            return Err(Error::Missing);
        }
        let lock = place.take_lock()?;
        place.settle()?;
        let folder = place.vault();
        match look(&folder) {
            Presence::None => return Err(Error::Missing),
            Presence::Damaged(Damage::Header) => {
                return Err(match header::read(&folder) {
                    Err(Error::NotAVault) => Error::NotAVault,
                    _ => Error::damaged(Damage::Header),
                });
            }
            Presence::Damaged(what) => return Err(Error::damaged(what)),
            Presence::Vault => {}
        }
        let found = header::read(&folder)?;
        let key = found.header.open(secret)?;
        let opening = Opening {
            place,
            folder,
            lock: Arc::new(lock),
            key,
            header: found.header,
            header_copies: found.good_copies,
            by_recovery: matches!(secret, Secret::RecoveryCode(_)),
        };
        opening.open(migrate::ALL, now)
    }

    /// Sets a passphrase without the old one, which is only for a vault opened with its recovery code.
    pub fn set_passphrase(&mut self, new: &Passphrase, now: Timestamp) -> Result<()> {
        if !self.by_recovery {
            return Err(Error::WrongPassphrase);
        }
        self.rewrap(new, now)?;
        self.by_recovery = false;
        Ok(())
    }

    /// Changes the passphrase. One slot of the header is rewritten; the data and the recovery code stay.
    pub fn change_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        now: Timestamp,
    ) -> Result<()> {
        self.header.open(Secret::Passphrase(current))?;
        self.rewrap(new, now)
    }

    fn rewrap(&mut self, new: &Passphrase, now: Timestamp) -> Result<()> {
        let cost = self.header.passphrase_cost();
        let header = self.header.with_passphrase(&self.key, new, cost)?;
        // The first copy decides: it has the higher revision, and the next start repairs the second.
        header.write(&self.folder)?;
        self.header = header;
        self.header_copies = 2;
        self.transact(Op::ChangePassphrase, About::vault(), now, |_| Ok(()))
    }

    /// Tells whether a passphrase is the one that opens this vault, such as before something that cannot be undone.
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> Result<()> {
        self.header.open(Secret::Passphrase(passphrase)).map(drop)
    }
}

fn make(
    place: &Place,
    lock: Lock,
    passphrase: &Passphrase,
    practitioner: &Practitioner,
    cost: KdfCost,
    now: Timestamp,
) -> Result<(Store, RecoveryCode)> {
    place.settle()?;
    if look(&place.vault()) != Presence::None {
        return Err(Error::AlreadyThere);
    }
    let folder = place.making();
    folder.make_empty()?;
    let unfinished = Unfinished(folder.clone());

    let key = random_key()?;
    let code = RecoveryCode::random()?;
    let vault = random_uuid()?;
    let header = Header::new(vault, &key, passphrase, &code, cost)?;
    header.write(&folder)?;
    fill(&folder, &key, vault, practitioner, now)?;
    connect::refuse_foreign(&folder.database()).map_err(|error| match error {
        Error::NotAVault => Error::NotEncrypted,
        other => other,
    })?;

    // An empty folder of that name would be in the way of the rename on some systems.
    place.vault().remove()?;
    files::rename(&folder.0, &place.vault().0)?;
    drop(unfinished);
    let opening = Opening {
        place: place.clone(),
        folder: place.vault(),
        lock: Arc::new(lock),
        key,
        header,
        header_copies: 2,
        by_recovery: false,
    };
    Ok((opening.assemble(migrate::ALL, now)?, code))
}

/// Writes the first rows of a new vault.
fn fill(
    folder: &Folder,
    key: &Key,
    vault: Uuid,
    practitioner: &Practitioner,
    now: Timestamp,
) -> Result<()> {
    let conn = connect::create(&folder.database(), key)?;
    migrate::run(&conn, migrate::ALL, now)?;
    let transaction = conn.unchecked_transaction()?;
    conn.execute(
        "INSERT INTO vault (one, id, made_at, made_offset) VALUES (1, ?, ?, ?)",
        params![vault.to_string(), now.millis, now.offset],
    )?;
    crate::practitioner::save(&conn, practitioner)?;
    let tip = audit::append(&conn, vault, Op::CreateVault, About::vault(), "", now)?;
    transaction.commit()?;
    connect::checkpoint(&conn)?;
    let mut head = HeadFile::open(folder)?;
    head.write(&tip)?;
    head.flush()
}

/// A vault whose key is known and whose database is still closed.
pub(crate) struct Opening {
    pub(crate) place: Place,
    pub(crate) folder: Folder,
    pub(crate) lock: Arc<Lock>,
    pub(crate) key: Key,
    pub(crate) header: Header,
    pub(crate) header_copies: u8,
    pub(crate) by_recovery: bool,
}

impl Opening {
    /// Opens the database and notes in the audit trail that it was opened, and how.
    pub(crate) fn open(self, known: &[Migration], now: Timestamp) -> Result<Store> {
        let op = if self.by_recovery {
            Op::OpenWithRecoveryCode
        } else {
            Op::OpenVault
        };
        let mut store = self.assemble(known, now)?;
        let detail = match store.history {
            History::Whole => String::new(),
            History::Missing { saves } => format!("{saves} saves missing"),
            History::Forked => "history differs from the head file".to_owned(),
            History::Unknown => "no head file".to_owned(),
        };
        store.transact(op, About::vault(), now, |tx| {
            tx.say(&detail);
            Ok(())
        })?;
        Ok(store)
    }

    /// Opens the database and compares it with the head file.
    pub(crate) fn assemble(self, known: &[Migration], now: Timestamp) -> Result<Store> {
        let path = self.folder.database();
        connect::refuse_foreign(&path)?;
        let conn = connect::open(&path, &self.key)?;
        bring_up_to_date(&conn, &self.folder, &self.key, known, now)?;
        let vault = self.header.vault;
        let in_database: String =
            conn.query_row("SELECT id FROM vault", [], |row| row.get("id"))?;
        if in_database != vault.to_string() {
            return Err(Error::damaged(Damage::Database));
        }
        undo::install(&conn)?;
        let mut head = HeadFile::open(&self.folder)?;
        let history = compare(&conn, vault, head.read()?)?;
        if self.header_copies < 2 {
            // The good copy opened the vault; if the other cannot be written now, the next start tries again.
            let _ = self.header.write(&self.folder);
        }
        Ok(Store {
            records: Records { conn },
            undo: Undo::default(),
            head,
            key: self.key,
            header: self.header,
            header_copies: self.header_copies,
            history,
            by_recovery: self.by_recovery,
            failed: false,
            folder: self.folder,
            place: self.place,
            _lock: self.lock,
        })
    }
}

/// Runs the migrations that are missing, on a vault of which a copy was made first.
fn bring_up_to_date(
    conn: &Connection,
    folder: &Folder,
    key: &Key,
    known: &[Migration],
    now: Timestamp,
) -> Result<()> {
    let from = migrate::version(conn, known)?;
    if from == 0 {
        // Every vault has been through the first migration before it got its name.
        return Err(Error::damaged(Damage::Database));
    }
    if known.last().is_none_or(|last| last.number == from) {
        return Ok(());
    }
    let copy = folder.0.join(format!("vault-before-{}.db", from + 1));
    if !copy.exists() {
        crate::backup::copy_database(conn, &copy, key)?;
    }
    migrate::run(conn, known, now)?;
    let vault: String = conn.query_row("SELECT id FROM vault", [], |row| row.get("id"))?;
    let vault = Uuid::parse_str(&vault).map_err(|_| Error::damaged(Damage::Database))?;
    let transaction = conn.unchecked_transaction()?;
    audit::append(
        conn,
        vault,
        Op::Migrate,
        About::vault(),
        &format!("from {from}"),
        now,
    )?;
    transaction.commit()?;
    Ok(())
}

/// Judges the database by its head file.
fn compare(conn: &Connection, vault: Uuid, head: Option<Tip>) -> Result<History> {
    let Some(head) = head else {
        return Ok(History::Unknown);
    };
    let last = audit::tip(conn, vault)?;
    if head.sequence > last.sequence {
        return Ok(History::Missing {
            saves: head.sequence - last.sequence,
        });
    }
    // The head may lag behind, since it is flushed only at checkpoints; but what it says must have happened.
    Ok(match audit::hash_at(conn, vault, head.sequence)? {
        Some(hash) if hash == head.hash => History::Whole,
        _ => History::Forked,
    })
}

fn random_key() -> Result<Key> {
    let mut key = Zeroizing::new([0u8; 32]);
    getrandom::fill(key.as_mut()).map_err(|_| Error::Keys)?;
    Ok(key)
}

fn random_uuid() -> Result<Uuid> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::Keys)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests;
