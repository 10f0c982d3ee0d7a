//! A vault's life: made, opened, its passphrase changed.

use std::{path::Path, sync::Arc};

use domain::{PractitionerId, Timestamp, meeting::Role, settings::Practitioner};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{
    audit, connect,
    files::{self, Folder, Lock, Place, Unfinished, make_private_folder},
    finding::{self, FindingKind, Found},
    head::HeadFile,
    header::{self, Header},
    kdf::{self, KdfCost, Key},
    migrate::{self, Migration},
    schema,
    secret::{Passphrase, RecoveryCode, Secret},
    store::{Parts, Store, Tx},
    undo,
};
use crate::{
    catalogue,
    code::Code,
    error::{Damage, Error, Result},
    op::{About, Op},
    record::practitioners,
    row,
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
    /// [`Store::findings`]. Nor does a place that cannot be written: see [`Store::cannot_write`].
    pub fn open(dir: &Path, secret: Secret<'_>, now: Timestamp) -> Result<Self> {
        let place = Place::new(dir);
        if !dir.exists() {
            return Err(Error::Missing);
        }
        let lock = place.take_lock_to_read()?;
        place.settle()?;
        if lock.is_held() {
            place.sweep();
        }
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
        let (key, header, header_copies) = header::read(&folder)?.open(secret)?;
        let opening = Opening {
            place,
            folder,
            lock: Arc::new(lock),
            key,
            header,
            header_copies,
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
        self.check_passphrase(current)?;
        self.rewrap(new, now)
    }

    /// Writes a header with another passphrase: first its hash in the database with the audit row, then the first copy,
    /// which decides. Cut off in between, or where the disk is full, the old header stays and the old passphrase is valid.
    fn rewrap(&mut self, new: &Passphrase, now: Timestamp) -> Result<()> {
        let cost = self.header.passphrase_cost();
        let header = self.header.with_passphrase(&self.key, new, cost)?;
        let (hash, before) = (header.hash()?, self.header.hash()?);
        self.transact(Op::ChangePassphrase, About::vault(), now, |tx| {
            tx.expect_header(&hash, &before)
        })?;
        let [first, second] = self.folder.headers();
        if let Err(error) = header.write_copy(&first) {
            // It may lie there all the same, where only the folder could not be flushed. A full disk touches neither.
            let _ = self.header.write_copy(&first);
            // What the database expects is put back, so that the old header is no finding at the next start. Should that
            // fail too, the next start says that the change was cut off.
            let _ = self.transact(Op::ChangePassphrase, About::vault(), now, |tx| {
                tx.say("taken back");
                tx.expect_header(&before, &[])
            });
            return Err(error);
        }
        self.header = header;
        // The next start repairs a second copy that could not be written.
        self.header_copies = if self.header.write_copy(&second).is_ok() {
            2
        } else {
            1
        };
        // From here on the header before is an old one. Should this fail, the next start does it.
        let _ = expect_header(&self.records.conn, &hash, &[]);
        Ok(())
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

    let key = kdf::random_key()?;
    let code = RecoveryCode::random()?;
    let vault = random_uuid()?;
    let header = Header::new(vault, &key, passphrase, &code, cost)?;
    header.write(&folder)?;
    fill(&folder, &key, &header, practitioner, now)?;
    connect::refuse_foreign(&folder.database()).map_err(|error| match error {
        Error::NotAVault => Error::NotEncrypted,
        other => other,
    })?;

    // An empty folder of that name would be in the way of the rename on some systems.
    place.vault().remove()?;
    files::rename(&folder.0, &place.vault().0)?;
    drop(unfinished);
    let opening = Opening::of_ours(place, place.vault(), &Arc::new(lock), key, header);
    Ok((opening.assemble(migrate::ALL, now)?.0, code))
}

/// Writes the first rows of a new vault.
fn fill(
    folder: &Folder,
    key: &Key,
    header: &Header,
    practitioner: &Practitioner,
    now: Timestamp,
) -> Result<()> {
    let vault = header.vault;
    let conn = connect::create(&folder.database(), key)?;
    migrate::run(&conn, migrate::ALL, now)?;
    let transaction = conn.unchecked_transaction()?;
    let keeper = PractitionerId::new(random_uuid()?);
    practitioners::put(&conn, keeper, practitioner, Role::Clinician, true)?;
    conn.execute(
        "INSERT INTO vault (one, id, made_at, made_offset, keeper, header) VALUES (1, ?, ?, ?, ?, ?)",
        params![
            vault.to_string(),
            now.millis,
            now.offset,
            row::seq(&conn, keeper)?,
            header.hash()?
        ],
    )?;
    conn.execute(
        "INSERT INTO origin (seq, vault) VALUES (1, ?)",
        [vault.to_string()],
    )?;
    let entry = audit::Entry {
        at: now,
        op: Op::CreateVault,
        person: None,
        user: &practitioner.name,
        touched: "vault",
        detail: &called(&header.hash()?),
        subject: &[],
        seal: &[],
    };
    let tip = audit::append(&conn, &audit::tip(&conn, vault)?, &entry)?;
    transaction.commit()?;
    connect::checkpoint(&conn)?;
    let (mut head, _) = HeadFile::open(folder, vault, key)?;
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
    /// Of a vault that was just written here, and so needs no secret.
    pub(crate) fn of_ours(
        place: &Place,
        folder: Folder,
        lock: &Arc<Lock>,
        key: Key,
        header: Header,
    ) -> Self {
        Self {
            place: place.clone(),
            folder,
            lock: Arc::clone(lock),
            key,
            header,
            header_copies: 2,
            by_recovery: false,
        }
    }

    /// Opens the database and notes in the audit trail that it was opened, how, and what was found wrong. Where that cannot
    /// be written, the vault is open all the same, and it is written before the first change.
    pub(crate) fn open(self, known: &[Migration], now: Timestamp) -> Result<Store> {
        let op = if self.by_recovery {
            Op::OpenWithRecoveryCode
        } else {
            Op::OpenVault
        };
        let (mut store, found) = self.assemble(known, now)?;
        store.note_opening(op, now, found)?;
        Ok(store)
    }

    /// Opens the database and looks at what can be seen quickly: its head, its header and its schema.
    pub(crate) fn assemble(
        self,
        known: &[Migration],
        now: Timestamp,
    ) -> Result<(Store, Vec<Found>)> {
        let path = self.folder.database();
        connect::refuse_foreign(&path)?;
        let (conn, reading) = match connect::open(&path, &self.key) {
            Err(error) if error.is_no_room() => (connect::open_to_read(&path, &self.key)?, true),
            conn => (conn?, false),
        };
        bring_up_to_date(&conn, &self.folder, &self.key, known, now)?;
        let vault = self.header.vault;
        let in_database: String =
            conn.query_row("SELECT id FROM vault", [], |row| row.get("id"))?;
        if in_database != vault.to_string() {
            return Err(Error::damaged(Damage::Database));
        }
        let last = audit::tip(&conn, vault)?;
        let (head, said) = HeadFile::open(&self.folder, vault, &self.key)?;
        let found_schema = schema::differences(&conn, known)?;
        let because = |kind, detail| Found {
            kind,
            saves: 0,
            since: last.at,
            detail,
        };
        let found = finding::compare(&conn, vault, said, &last)?
            .into_iter()
            .chain(header_finding(&conn, &self.header)?.map(|kind| because(kind, String::new())))
            .chain(
                (!found_schema.is_empty())
                    .then(|| because(FindingKind::Schema, found_schema.join("; "))),
            )
            .collect();
        if self.header_copies < 2 {
            // The good copy opened the vault; if the other cannot be written now, the next start tries again.
            let _ = self.header.write(&self.folder);
        }
        let store = Store::on(Parts {
            conn,
            head,
            reading,
            key: self.key,
            header: self.header,
            header_copies: self.header_copies,
            by_recovery: self.by_recovery,
            folder: self.folder,
            place: self.place,
            lock: self.lock,
        })?;
        Ok((store, found))
    }
}

impl Tx<'_> {
    /// Says in the trail which header is the valid one from here on.
    pub(crate) fn say_header(&mut self, hash: &[u8]) {
        self.say(&called(hash));
    }

    /// Says there and in the database which header is expected on disk, and which one may still lie there.
    pub(crate) fn expect_header(&mut self, hash: &[u8], before: &[u8]) -> Result<()> {
        self.touch(&catalogue::VAULT);
        self.say_header(hash);
        expect_header(self.conn(), hash, before)
    }
}

/// How the trail calls a header.
fn called(hash: &[u8]) -> String {
    format!("header {}", audit::hex(hash))
}

/// Tells whether the trail knows another header as the valid one: a column alone could be put back together with an old
/// header. A header that a cut-off change left valid is named by the opening that found it.
fn trail_knows_another(conn: &Connection, hash: &[u8]) -> Result<bool> {
    let valid = [
        Op::CreateVault,
        Op::ChangePassphrase,
        Op::NewKey,
        Op::Restore,
    ];
    let which = "WHERE sequence = (SELECT max(sequence) FROM audit WHERE op IN (?, ?, ?, ?))";
    let Some(said) = audit::entries(conn, which, valid.map(Code::code))?.pop() else {
        return Ok(false);
    };
    let name = called(hash);
    let names = |part: &str| part == name;
    if said.detail.split("; ").any(names) {
        return Ok(false);
    }
    let since = audit::entries(
        conn,
        "WHERE op IN (?1, ?2) AND sequence > ?3 AND instr(detail, ?4)",
        params![
            Op::OpenVault.code(),
            Op::OpenWithRecoveryCode.code(),
            said.sequence.cast_signed(),
            name
        ],
    )?;
    Ok(since.is_empty())
}

/// Says which header the database expects on disk, and which one may still lie there; none with an empty hash.
pub(crate) fn expect_header(conn: &Connection, hash: &[u8], before: &[u8]) -> Result<()> {
    conn.execute(
        "UPDATE vault SET header = ?, header_before = ?",
        params![hash, before],
    )?;
    Ok(())
}

/// Compares the header that opened the vault with the one the database expects, and notes which it is from here on. Where
/// that cannot be written, the next opening does it.
fn header_finding(conn: &Connection, header: &Header) -> Result<Option<FindingKind>> {
    let (expected, before): (Vec<u8>, Vec<u8>) =
        conn.query_row("SELECT header, header_before FROM vault", [], |row| {
            Ok((row.get("header")?, row.get("header_before")?))
        })?;
    let hash = header.hash()?;
    let found = if expected == hash && !trail_knows_another(conn, &hash)? {
        None
    } else if expected != hash && before == hash {
        Some(FindingKind::PassphraseUnfinished)
    } else {
        return Ok(Some(FindingKind::OldHeader));
    };
    if expected != hash || !before.is_empty() {
        match expect_header(conn, &hash, &[]) {
            Err(error) if error.is_no_room() => {}
            noted => noted?,
        }
    }
    Ok(found)
}

/// Runs the migrations that are missing, on a vault of which a whole copy was made first.
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
    let copy = folder.before(from + 1);
    // Only a whole copy gets the name; what a killed one left is no copy. One that is there was made before an earlier
    // attempt, and does not know what was written since.
    let part = copy.with_extension("part");
    match std::fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    super::backup::copy_database(conn, &part, key)?;
    files::rename(&part, &copy)?;
    let transaction = conn.unchecked_transaction()?;
    migrate::apply(&transaction, known, now)?;
    // What was logged speaks of tables as they were.
    undo::forget_all(&transaction)?;
    let vault: String = conn.query_row("SELECT id FROM vault", [], |row| row.get("id"))?;
    let vault = Uuid::parse_str(&vault).map_err(|_| Error::damaged(Damage::Database))?;
    let detail = format!("from {from}");
    let entry = audit::Entry {
        at: now,
        op: Op::Migrate,
        person: None,
        user: "",
        touched: "",
        detail: &detail,
        subject: &[],
        seal: &[],
    };
    audit::append(conn, &audit::tip(conn, vault)?, &entry)?;
    transaction.commit()?;
    Ok(())
}

fn random_uuid() -> Result<Uuid> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::Keys)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests;
