//! Backups: one file that holds a key header, the files beside the vault and a copy of the database, made and restored only
//! after it was read back.
//!
//! ```text
//! "WAYMARK BACKUP 2\n"
//! length u32, key header     as vault.hdr, which is what it takes to open the rest
//! length u32, manifest       sealed; JSON: vault, moment, head of the audit chain, digest of what stands beside
//! length u64, beside         sealed; each file: length u32, path, length u64, bytes
//! length u64, database       encrypted with the same key
//! SHA-256 of everything above
//! ```
//!
//! Lengths are little-endian. Sealed is a nonce and XChaCha20-Poly1305 under a key made from the data key. Whoever holds the
//! passphrase or the recovery code of that day can open it.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use chrono::NaiveDateTime;
use disk::{Kept, Part};
use domain::{Timestamp, backup::kept};
use rusqlite::{Connection, backup::Backup};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    audit::{self, hex},
    check, connect,
    files::{Folder, Unfinished, sync_parent},
    header::Header,
    kdf::{self, Key},
    migrate,
    secret::Secret,
    store::Store,
};
use crate::{
    error::{Damage, Error, Outside, Result},
    op::{About, Op},
};

const MAGIC: &[u8; 17] = b"WAYMARK BACKUP 2\n";
const MAGIC_OF_ANY: &[u8] = b"WAYMARK BACKUP ";
/// The version in [`MAGIC`]. The one before was never released.
const FORMAT: u32 = 2;
/// A header or manifest larger than this was not written by us.
const MOST_META: u64 = 1024 * 1024;
/// Nor were files beside the vault that together are larger than this.
const MOST_BESIDE: u64 = 1024 * 1024 * 1024;
const NONCE: usize = 24;

/// The files beside the vault that belong to the desk, by their paths in the data folder, with `/`. What they are, the store
/// does not know.
pub type Beside = BTreeMap<String, Vec<u8>>;

/// Why a backup is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Somebody asked for it; it stays until somebody removes it.
    Asked,
    /// The schedule did; older ones make room.
    Schedule,
}

impl Occasion {
    /// What the names of its files begin with.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Asked => "waymark-",
            Self::Schedule => "waymark-auto-",
        }
    }
}

/// A backup that was made, read back and found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// The file.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// What it holds is as it was then.
    pub at: Timestamp,
    /// Whether its folder could be flushed too, which some network shares refuse.
    pub flushed: bool,
}

/// What a backup says of itself once it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    vault: Uuid,
    made_at: i64,
    made_offset: i16,
    pub(crate) sequence: u64,
    pub(crate) hash: String,
    /// SHA-256 of the sealed files beside the vault, so that those of another backup do not pass for them.
    beside: String,
}

/// What a backup is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// The vault it is of.
    pub vault: Uuid,
    /// When it was made.
    pub made_at: Timestamp,
}

/// A copy of a vault that is about to become a backup. It needs the vault no more, so writing it to a slow stick keeps nobody
/// waiting.
pub struct Copied {
    side: Unfinished,
    key: Key,
    header: Header,
    manifest: Manifest,
    beside: Vec<u8>,
    counts: check::Counts,
}

impl std::fmt::Debug for Copied {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Copied").finish_non_exhaustive()
    }
}

impl Store {
    /// Makes a backup in a folder, and reports it only after it was read back from the disk and checked in full.
    pub fn back_up(
        &mut self,
        into: &Path,
        beside: &Beside,
        occasion: Occasion,
        now: Timestamp,
    ) -> Result<BackupMade> {
        let made = self
            .copy_for_backup(into, beside, now)?
            .write(into, occasion)?;
        self.note_backup(&made)?;
        Ok(made)
    }

    /// Copies the vault for a backup: beside the vault, or where its disk has no room, in the folder the backup goes to.
    pub fn copy_for_backup(&self, into: &Path, beside: &Beside, now: Timestamp) -> Result<Copied> {
        if !into.is_dir() {
            return Err(Error::Outside {
                folder: into.to_owned(),
                why: Outside::Gone,
            });
        }
        let there = || Folder(into.join(".waymark-copying"));
        let side = match self.copied_to(self.place.copying()) {
            Err(error) if error.is_no_room() => self
                .copied_to(there())
                .map_err(|error| error.outside(into))?,
            side => side?,
        };
        let sealed = seal(&self.key, self.header.vault, "beside", &packed(beside)?)?;
        let tip = self.tip();
        Ok(Copied {
            side,
            key: self.key.clone(),
            header: self.header.clone(),
            manifest: Manifest {
                vault: self.header.vault,
                made_at: now.millis,
                made_offset: now.offset,
                sequence: tip.sequence,
                hash: hex(&tip.hash),
                beside: hex(&Sha256::digest(&sealed)),
            },
            beside: sealed,
            counts: check::counts(&self.records.conn)?,
        })
    }

    /// Packs a backup without reading it back, as somebody with the key could.
    #[cfg(any(test, feature = "testing"))]
    pub fn pack_for_tests(&self, file: &Path, now: Timestamp) -> Result<()> {
        let into = file.parent().unwrap_or(file);
        let copied = self.copy_for_backup(into, &Beside::new(), now)?;
        let mut part = Part::beside(file)?;
        copied.pack(&mut part, &copied.side.0.database())?;
        let _ = part.keep()?;
        Ok(())
    }

    fn copied_to(&self, folder: Folder) -> Result<Unfinished> {
        let side = Unfinished(folder);
        side.0.make_empty()?;
        copy_database(&self.records.conn, &side.0.database(), &self.key)?;
        Ok(side)
    }

    /// Writes into the trail that a backup was made. On a full disk it is good all the same, and Today goes on naming the one
    /// before.
    pub fn note_backup(&mut self, made: &BackupMade) -> Result<()> {
        let name = made.path.file_name().unwrap_or_default().to_string_lossy();
        let noted = self.transact(Op::BackUp, About::vault(), made.at, |tx| {
            tx.say(&name);
            Ok(())
        });
        match noted {
            Err(error) if error.is_no_room() => Ok(()),
            noted => noted,
        }
    }

    /// Returns when the last good backup was made.
    pub fn last_backup(&self) -> Result<Option<Timestamp>> {
        audit::last_of(&self.records.conn, Op::BackUp)
    }

    /// Returns when the schedule last made one.
    pub fn last_scheduled_backup(&self) -> Result<Option<Timestamp>> {
        let last = audit::last_said(&self.records.conn, Op::BackUp, Occasion::Schedule.prefix());
        Ok(last?.map(|entry| entry.at))
    }

    /// Returns the files that lay beside the vault when the backup was made that was restored last, until they have their
    /// places again.
    pub fn beside(&self) -> Result<Option<Beside>> {
        let sealed = match fs::read(self.folder.beside()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            sealed => sealed?,
        };
        let bytes = unseal(&self.key, self.header.vault, "beside", &sealed)?;
        Ok(Some(unpacked(&bytes)?))
    }

    /// Says that those files have their places again.
    pub fn beside_is_placed(&self) -> Result<()> {
        fs::remove_file(self.folder.beside())?;
        Ok(())
    }
}

impl Copied {
    /// Writes the backup into a folder and reads it back.
    pub fn write(self, into: &Path, occasion: Occasion) -> Result<BackupMade> {
        let at = self.manifest.info().made_at;
        let path = free_name(into, occasion, at);
        let copy = self.side.0.database();
        let outside = |error: Error| error.outside(into);
        let mut part = Part::beside(&path).map_err(|error| outside(error.into()))?;
        self.pack(&mut part, &copy).map_err(outside)?;
        fs::remove_file(&copy)?;

        // What counts is what can be read back, not what was written.
        let unpacked = unpack(part.path(), &copy, |_| Ok(self.key.clone()))?;
        let examined = examine(&copy, &unpacked)?;
        if unpacked.header != self.header || examined.counts != self.counts {
            return Err(Error::damaged(Damage::Backup));
        }
        let bytes = fs::metadata(part.path())?.len();
        let kept = part.keep().map_err(|error| outside(error.into()))?;
        Ok(BackupMade {
            path,
            bytes,
            at,
            flushed: kept == Kept::Flushed,
        })
    }

    fn pack(&self, to: &mut Part, database: &Path) -> Result<()> {
        let mut out = Hashing::new(BufWriter::new(to));
        let manifest =
            serde_json::to_vec(&self.manifest).map_err(|_| Error::damaged(Damage::Backup))?;
        let manifest = seal(&self.key, self.header.vault, "manifest", &manifest)?;
        out.write_all(MAGIC)?;
        for meta in [&self.header.to_bytes()?, &manifest] {
            let length = u32::try_from(meta.len()).map_err(|_| Error::damaged(Damage::Backup))?;
            out.write_all(&length.to_le_bytes())?;
            out.write_all(meta)?;
        }
        out.write_all(&(self.beside.len() as u64).to_le_bytes())?;
        out.write_all(&self.beside)?;
        let mut database = File::open(database)?;
        out.write_all(&database.metadata()?.len().to_le_bytes())?;
        io::copy(&mut database, &mut out)?;
        let Hashing { mut inner, hash } = out;
        inner.write_all(&hash.finalize())?;
        inner.flush()?;
        inner.get_ref().sync()?;
        Ok(())
    }
}

/// Tells whether a secret opens a backup, and what the backup is, after checking that it is whole.
pub fn describe_backup(file: &Path, secret: Secret<'_>) -> Result<BackupInfo> {
    let unpacked = read(file, &mut io::sink(), |header| header.open(secret))?;
    Ok(unpacked.manifest.info())
}

/// Removes backups of a vault that the schedule made in a folder and that need not be kept any more (see
/// [`domain::backup::kept`]), and what a killed program left of one. Those that somebody asked for stay.
pub fn thin_backups(folder: &Path, vault: Uuid) -> Result<()> {
    let mut made = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_part = disk::is_part(&name);
        let scheduled = name.strip_prefix(Occasion::Schedule.prefix());
        let Some(name) = scheduled.or(is_part.then_some(&*name)) else {
            continue;
        };
        if header_of(&path).is_none_or(|header| header.vault != vault) {
            continue;
        }
        match stamped(name) {
            _ if is_part => fs::remove_file(&path)?,
            Some(at) if name.ends_with(".waymark") => made.push((at, path)),
            _ => {}
        }
    }
    let moments: Vec<NaiveDateTime> = made.iter().map(|(at, _)| *at).collect();
    let kept = kept(&moments);
    for (_, path) in made.iter().filter(|(at, _)| !kept.contains(at)) {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// Reads the key header of a backup; nothing where that is none.
fn header_of(file: &Path) -> Option<Header> {
    let mut from = BufReader::new(File::open(file).ok()?);
    refuse_foreign(&mut from).ok()?;
    Header::from_bytes(&meta(&mut from).ok()?).ok()
}

fn seal(key: &Key, vault: Uuid, what: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut nonce = [0u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| Error::Keys)?;
    let own = Zeroizing::new(kdf::mac(key, "waymark backup 2", what.as_bytes()));
    let payload = Payload {
        msg: bytes,
        aad: vault.as_bytes(),
    };
    let sealed = XChaCha20Poly1305::new((&*own).into())
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Error::Keys)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn unseal(key: &Key, vault: Uuid, what: &str, sealed: &[u8]) -> Result<Vec<u8>> {
    let bad = || Error::damaged(Damage::Backup);
    let (nonce, msg) = sealed.split_first_chunk::<NONCE>().ok_or_else(bad)?;
    let own = Zeroizing::new(kdf::mac(key, "waymark backup 2", what.as_bytes()));
    let aad = vault.as_bytes();
    XChaCha20Poly1305::new((&*own).into())
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .map_err(|_| bad())
}

fn packed(beside: &Beside) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for (path, file) in beside {
        let length = u32::try_from(path.len()).map_err(|_| Error::damaged(Damage::Backup))?;
        bytes.extend(length.to_le_bytes());
        bytes.extend(path.as_bytes());
        bytes.extend((file.len() as u64).to_le_bytes());
        bytes.extend(file);
    }
    Ok(bytes)
}

fn unpacked(mut bytes: &[u8]) -> Result<Beside> {
    let mut beside = Beside::new();
    while !bytes.is_empty() {
        let path = meta(&mut bytes)?;
        let path = String::from_utf8(path).map_err(|_| Error::damaged(Damage::Backup))?;
        beside.insert(path, long(&mut bytes)?);
    }
    Ok(beside)
}

impl Manifest {
    pub(crate) const fn info(&self) -> BackupInfo {
        BackupInfo {
            vault: self.vault,
            made_at: Timestamp {
                millis: self.made_at,
                offset: self.made_offset,
            },
        }
    }
}

/// Copies a database page by page into a new file with the same key, and makes it durable.
pub(crate) fn copy_database(from: &Connection, to: &Path, key: &Key) -> Result<()> {
    let copied = (|| {
        let mut target = connect::create_bare(to, key)?;
        let backup = Backup::new(from, &mut target)?;
        // Nobody else writes, since all changes need the store that is borrowed here.
        backup.run_to_completion(1024, Duration::ZERO, None)?;
        drop(backup);
        target.close().map_err(|(_, error)| Error::from(error))?;
        File::open(to)?.sync_all()?;
        sync_parent(to)
    })();
    if copied.is_err() {
        // What could not be finished goes; it may not be there at all.
        let _ = fs::remove_file(to);
    }
    copied
}

/// What a backup file holds, besides the database.
pub(crate) struct Unpacked {
    pub(crate) key: Key,
    pub(crate) header: Header,
    pub(crate) manifest: Manifest,
    /// As sealed.
    pub(crate) beside: Vec<u8>,
}

/// Unpacks the database into a new file, which is removed again when the backup is not whole.
pub(crate) fn unpack(
    backup: &Path,
    database: &Path,
    open: impl FnOnce(&Header) -> Result<Key>,
) -> Result<Unpacked> {
    let mut to = Part::beside(database)?;
    let unpacked = read(backup, &mut to, open)?;
    // Inside the data folder, where whoever renames the whole folder flushes it.
    let _ = to.keep()?;
    Ok(unpacked)
}

/// Reads a backup to its end and checks its sum. What does not open it is refused before anything is written.
pub(crate) fn read(
    backup: &Path,
    database: &mut dyn Write,
    open: impl FnOnce(&Header) -> Result<Key>,
) -> Result<Unpacked> {
    let bad = || Error::damaged(Damage::Backup);
    let file = File::open(backup).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::NotFound {
            what: "backup file",
        },
        _ => Error::Io(error),
    })?;
    let mut from = Hashing::new(BufReader::new(file));
    refuse_foreign(&mut from)?;
    let header = Header::from_bytes(&meta(&mut from)?)?;
    let key = open(&header)?;
    let manifest = unseal(&key, header.vault, "manifest", &meta(&mut from)?)?;
    let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|_| bad())?;
    let beside = long(&mut from)?;
    if hex(&Sha256::digest(&beside)) != manifest.beside {
        return Err(bad());
    }
    let length = u64::from_le_bytes(exactly(&mut from)?);
    let copied = io::copy(&mut from.by_ref().take(length), database)?;
    if copied != length {
        return Err(bad());
    }
    let Hashing { mut inner, hash } = from;
    let computed: [u8; 32] = hash.finalize().into();
    let mut rest = Vec::new();
    inner.by_ref().take(64).read_to_end(&mut rest)?;
    if rest != computed {
        return Err(bad());
    }
    Ok(Unpacked {
        key,
        header,
        manifest,
        beside,
    })
}

/// Tells a backup of a newer program from a file that is none.
fn refuse_foreign(from: &mut impl Read) -> Result<()> {
    let start: [u8; MAGIC.len()] = exactly(from).map_err(|error| match error {
        Error::Damaged { .. } => Error::NotAVault,
        other => other,
    })?;
    if &start == MAGIC {
        return Ok(());
    }
    let version = start
        .strip_prefix(MAGIC_OF_ANY)
        .and_then(|rest| rest.split(|byte| *byte == b'\n').next())
        .and_then(|digits| str::from_utf8(digits).ok())
        .and_then(|digits| digits.parse().ok());
    Err(match version {
        Some(found) if found > FORMAT => Error::NewerVersion {
            found,
            known: FORMAT,
        },
        _ => Error::NotAVault,
    })
}

fn meta(from: &mut impl Read) -> Result<Vec<u8>> {
    let length = u32::from_le_bytes(exactly(from)?);
    counted(from, u64::from(length), MOST_META)
}

fn long(from: &mut impl Read) -> Result<Vec<u8>> {
    let length = u64::from_le_bytes(exactly(from)?);
    counted(from, length, MOST_BESIDE)
}

fn counted(from: &mut impl Read, length: u64, most: u64) -> Result<Vec<u8>> {
    if length > most {
        return Err(Error::damaged(Damage::Backup));
    }
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != length {
        return Err(Error::damaged(Damage::Backup));
    }
    Ok(bytes)
}

fn exactly<const N: usize>(from: &mut impl Read) -> Result<[u8; N]> {
    let mut bytes = [0u8; N];
    from.read_exact(&mut bytes)
        .map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => Error::damaged(Damage::Backup),
            _ => Error::Io(error),
        })?;
    Ok(bytes)
}

/// Checks an unpacked database in full: every page, every table, every trigger, the trail and every seal, and that it ends
/// where it should.
pub(crate) fn examine(database: &Path, unpacked: &Unpacked) -> Result<check::Examined> {
    let bad = || Error::damaged(Damage::Backup);
    connect::refuse_foreign(database).map_err(|_| bad())?;
    let conn = connect::open(database, &unpacked.key).map_err(|error| match error {
        Error::Damaged { .. } => bad(),
        other => other,
    })?;
    migrate::version(&conn, migrate::ALL)?;
    let tip = audit::tip(&conn, unpacked.header.vault)?;
    let examined = check::examine(conn, unpacked.header.vault)?;
    let whole = examined.problems.is_empty()
        && examined.audit.is_whole()
        && examined.notes.is_whole()
        && unpacked.manifest.vault == unpacked.header.vault
        && tip.sequence == unpacked.manifest.sequence
        && hex(&tip.hash) == unpacked.manifest.hash;
    if whole { Ok(examined) } else { Err(bad()) }
}

/// Hashes whatever is read or written through it.
struct Hashing<T> {
    inner: T,
    hash: Sha256,
}

impl<T> Hashing<T> {
    fn new(inner: T) -> Self {
        Self {
            inner,
            hash: Sha256::new(),
        }
    }
}

impl<T: Read> Read for Hashing<T> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(into)?;
        self.hash.update(into.get(..length).unwrap_or_default());
        Ok(length)
    }
}

impl<T: Write> Write for Hashing<T> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.inner.write(bytes)?;
        self.hash.update(bytes.get(..length).unwrap_or_default());
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

const STAMP: &str = "%Y%m%d-%H%M%S";
const STAMP_LENGTH: usize = 15;

pub(crate) fn stamp(now: Timestamp) -> String {
    now.local().format(STAMP).to_string()
}

/// Reads the stamp that a name begins with.
fn stamped(name: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(name.get(..STAMP_LENGTH)?, STAMP).ok()
}

/// Returns the moment of a stamp that was written so many minutes east of Greenwich.
pub(crate) fn moment(name: &str, offset: i16) -> Option<Timestamp> {
    let millis = stamped(name)?.and_utc().timestamp_millis() - i64::from(offset) * 60_000;
    Some(Timestamp { millis, offset })
}

/// Finds a name that is not taken, since two backups can be made in one second.
fn free_name(dir: &Path, occasion: Occasion, now: Timestamp) -> PathBuf {
    let first = format!("{}{}", occasion.prefix(), stamp(now));
    let mut name = first.clone();
    for n in 2u32.. {
        let path = dir.join(format!("{name}.waymark"));
        if !path.exists() {
            return path;
        }
        name = format!("{first}-{n}");
    }
    dir.join(format!("{first}.waymark"))
}
