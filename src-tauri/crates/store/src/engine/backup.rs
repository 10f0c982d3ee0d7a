//! Backups: one file that holds a key header and a copy of the database, made and restored only after it was read back.
//!
//! ```text
//! "WAYMARK BACKUP 1\n"
//! length u32, key header     as vault.hdr
//! length u32, manifest       JSON: vault, moment, head of the audit chain
//! length u64, database       encrypted with the same key
//! SHA-256 of everything above
//! ```
//!
//! Lengths are little-endian. Whoever holds the passphrase or the recovery code of that day can open it.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use domain::Timestamp;
use rusqlite::{Connection, backup::Backup};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    audit::{self, hex},
    check, connect,
    files::{self, Unfinished, private_file, sync_parent},
    header::Header,
    kdf::Key,
    migrate,
    store::Store,
};
use crate::{
    error::{Damage, Error, Result},
    op::{About, Op},
};

const MAGIC: &[u8; 17] = b"WAYMARK BACKUP 1\n";
const MAGIC_OF_ANY: &[u8] = b"WAYMARK BACKUP ";
/// A header or manifest larger than this was not written by us.
const MOST_META: u32 = 1024 * 1024;

/// A backup that was made, read back and found good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// The file.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
}

/// What a backup says of itself before it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    vault: Uuid,
    made_at: i64,
    made_offset: i16,
    pub(crate) sequence: u64,
    pub(crate) hash: String,
}

/// What a backup file tells without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// The vault it is of.
    pub vault: Uuid,
    /// When it was made.
    pub made_at: Timestamp,
}

impl Store {
    /// Makes a backup in a folder, and reports it only after it was read back from the disk and checked in full.
    pub fn back_up(&mut self, into_dir: &Path, now: Timestamp) -> Result<BackupMade> {
        let side = Unfinished(self.place.making());
        side.0.make_empty()?;
        let copy = side.0.0.join("copy.db");
        copy_database(&self.records.conn, &copy, &self.key)?;
        let tip = self.tip();
        let counts = check::counts(&self.records.conn)?;
        let manifest = Manifest {
            vault: self.header.vault,
            made_at: now.millis,
            made_offset: now.offset,
            sequence: tip.sequence,
            hash: hex(&tip.hash),
        };

        let path = free_name(into_dir, now);
        let mut part = PartFile::create(path.with_extension("part"))?;
        pack(&mut part.file, &self.header, &manifest, &copy)?;
        fs::remove_file(&copy)?;

        // What counts is what can be read back, not what was written.
        let unpacked = unpack(&part.path, &copy)?;
        let examined = examine(&copy, &self.key, &unpacked)?;
        if unpacked.header != self.header || examined.counts != counts {
            return Err(Error::damaged(Damage::Backup));
        }
        let bytes = fs::metadata(&part.path)?.len();
        part.keep_as(&path)?;
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        self.transact(Op::BackUp, About::vault(), now, |tx| {
            tx.say(&name.unwrap_or_default());
            Ok(())
        })?;
        Ok(BackupMade { path, bytes })
    }

    /// Returns when the last good backup was made.
    pub fn last_backup(&self) -> Result<Option<Timestamp>> {
        audit::last_of(&self.records.conn, Op::BackUp)
    }
}

/// Reads what a backup file tells without a key, after checking that it is whole.
pub fn describe_backup(file: &Path) -> Result<BackupInfo> {
    Ok(read(file, &mut io::sink())?.manifest.info())
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

/// A file that disappears unless it is kept.
struct PartFile {
    path: PathBuf,
    file: File,
    kept: bool,
}

impl PartFile {
    fn create(path: PathBuf) -> Result<Self> {
        let file = private_file(OpenOptions::new().write(true).create(true).truncate(true))
            .open(&path)
            .map_err(|error| match error.kind() {
                // A folder that is gone and one that cannot be written ask for the same: choose another one.
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::ReadOnly,
                _ => Error::from(error),
            })?;
        Ok(Self {
            path,
            file,
            kept: false,
        })
    }

    fn keep_as(&mut self, path: &Path) -> Result<()> {
        files::rename(&self.path, path)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if !self.kept {
            // The error that led here is the one to report.
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn pack(to: &mut File, header: &Header, manifest: &Manifest, database: &Path) -> Result<()> {
    let mut out = Hashing::new(BufWriter::new(to));
    let header = header.to_bytes()?;
    let manifest = serde_json::to_vec(manifest).map_err(|_| Error::damaged(Damage::Backup))?;
    out.write_all(MAGIC)?;
    for meta in [&header, &manifest] {
        let length = u32::try_from(meta.len()).map_err(|_| Error::damaged(Damage::Backup))?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(meta)?;
    }
    let mut database = File::open(database)?;
    out.write_all(&database.metadata()?.len().to_le_bytes())?;
    io::copy(&mut database, &mut out)?;
    let Hashing { mut inner, hash } = out;
    inner.write_all(&hash.finalize())?;
    inner.flush()?;
    inner.get_ref().sync_all()?;
    Ok(())
}

/// What a backup file holds, besides the database.
pub(crate) struct Unpacked {
    pub(crate) header: Header,
    pub(crate) manifest: Manifest,
}

/// Unpacks the database into a new file, which is removed again when the backup is not whole.
pub(crate) fn unpack(backup: &Path, database: &Path) -> Result<Unpacked> {
    let mut to = PartFile::create(database.to_owned())?;
    let unpacked = read(backup, &mut to.file)?;
    to.file.sync_all()?;
    to.kept = true;
    Ok(unpacked)
}

/// Reads a backup to its end and checks its sum.
pub(crate) fn read(backup: &Path, database: &mut dyn Write) -> Result<Unpacked> {
    let file = File::open(backup).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::NotFound {
            what: "backup file",
        },
        _ => Error::Io(error),
    })?;
    let mut from = Hashing::new(BufReader::new(file));
    refuse_foreign(&mut from)?;
    let header = meta(&mut from)?;
    let manifest = meta(&mut from)?;
    let length = u64::from_le_bytes(exactly(&mut from)?);
    let copied = io::copy(&mut from.by_ref().take(length), database)?;
    if copied != length {
        return Err(Error::damaged(Damage::Backup));
    }
    let Hashing { mut inner, hash } = from;
    let computed: [u8; 32] = hash.finalize().into();
    let mut rest = Vec::new();
    inner.by_ref().take(64).read_to_end(&mut rest)?;
    if rest != computed {
        return Err(Error::damaged(Damage::Backup));
    }
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|_| Error::damaged(Damage::Backup))?;
    Ok(Unpacked {
        header: Header::from_bytes(&header)?,
        manifest,
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
    Err(
        version.map_or(Error::NotAVault, |found| Error::NewerVersion {
            found,
            known: 1,
        }),
    )
}

fn meta(from: &mut impl Read) -> Result<Vec<u8>> {
    let length = u32::from_le_bytes(exactly(from)?);
    if length > MOST_META {
        return Err(Error::damaged(Damage::Backup));
    }
    let mut bytes = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != u64::from(length) {
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
pub(crate) fn examine(database: &Path, key: &Key, unpacked: &Unpacked) -> Result<check::Examined> {
    let bad = || Error::damaged(Damage::Backup);
    connect::refuse_foreign(database).map_err(|_| bad())?;
    let conn = connect::open(database, key).map_err(|error| match error {
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

pub(crate) fn stamp(now: Timestamp) -> String {
    now.local().format("%Y%m%d-%H%M%S").to_string()
}

/// Finds a name that is not taken, since two backups can be made in one second.
fn free_name(dir: &Path, now: Timestamp) -> PathBuf {
    let first = dir.join(format!("waymark-{}.waymark", stamp(now)));
    if !first.exists() {
        return first;
    }
    (2u32..)
        .map(|n| dir.join(format!("waymark-{}-{n}.waymark", stamp(now))))
        .find(|path| !path.exists())
        .unwrap_or(first)
}
