//! Opening the encrypted database: the key first, then a proof that it really is encrypted, then how it is to behave.

use std::{
    fs::{File, OpenOptions},
    io::Read,
    path::Path,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::{files::private_file, kdf::Key, lookaside, memory, raw_key};
use crate::error::{Damage, Error, Result};

/// Bytes in a page. Part of the file format: decided with figures, see ARCHITECTURE.md, *Decisions*.
pub(crate) const PAGE_SIZE: u32 = 8192;

/// What seals each page. Part of the file format, as the size is.
const PAGE_MAC: &str = "HMAC_SHA256";

/// The page cache in KiB. Decrypted pages in memory are what makes mixed use as quick as a plain file.
const CACHE_KIB: i64 = 64 * 1024;

/// The bytes every unencrypted SQLite file begins with.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// Makes an empty database file that only its owner can read, and opens it.
pub(crate) fn create(path: &Path, key: &Key) -> Result<Connection> {
    let conn = create_bare(path, key)?;
    write_ahead(&conn)?;
    configure(&conn)?;
    Ok(conn)
}

/// Makes an empty database file as the target of a page-by-page copy, which brings its own journal mode.
pub(crate) fn create_bare(path: &Path, key: &Key) -> Result<Connection> {
    private_file(OpenOptions::new().write(true).create_new(true)).open(path)?;
    keyed(path, key)
}

/// Opens a database that is there.
pub(crate) fn open(path: &Path, key: &Key) -> Result<Connection> {
    let conn = keyed(path, key)?;
    write_ahead(&conn)?;
    configure(&conn)?;
    refuse_short(&conn, path)?;
    Ok(conn)
}

/// Opens a database where nothing can be written: a full disk, or a place that may only be read. Only while nobody can
/// write there, which the lock of the vault sees to: SQLite's own locks are left out.
///
/// A log that a crash left is read as well, with its index in memory instead of beside it.
pub(crate) fn open_to_read(path: &Path, key: &Key) -> Result<Connection> {
    let conn = if log_length(path) > 0 {
        let conn = plain(path, OpenFlags::SQLITE_OPEN_READ_ONLY, Some(NO_LOCKS))?;
        // Before anything is read: this is what keeps the index in memory.
        conn.pragma_update_and_check(None, "locking_mode", "EXCLUSIVE", |_| Ok(()))?;
        // The log stays as it is for whoever can write.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        conn
    } else {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        plain(&immutable(path)?, flags, None)?
    };
    unlock(&conn, key)?;
    configure(&conn)?;
    refuse_short(&conn, path)?;
    Ok(conn)
}

#[cfg(unix)]
const NO_LOCKS: &std::ffi::CStr = c"unix-none";
#[cfg(not(unix))]
const NO_LOCKS: &std::ffi::CStr = c"win32-none";

/// Names a file as one that nobody changes, as SQLite's addresses do.
fn immutable(path: &Path) -> Result<std::path::PathBuf> {
    let text = path.to_str().ok_or(Error::ReadOnly)?;
    let mut address = String::from("file:");
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(byte));
            }
            b'\\' => address.push('/'),
            byte => address.push_str(&format!("%{byte:02x}")),
        }
    }
    address.push_str("?immutable=1");
    Ok(address.into())
}

fn refuse_short(conn: &Connection, path: &Path) -> Result<()> {
    if let Some(missing) = missing_pages(conn, path)?
        && missing > 0
    {
        return Err(Error::damaged(Damage::Database));
    }
    Ok(())
}

/// Refuses a file that is no encrypted database. Only while no connection to it is open (see `files`).
pub(crate) fn refuse_foreign(path: &Path) -> Result<()> {
    let mut start = [0u8; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    match read {
        Ok(()) if &start == PLAIN => Err(Error::NotAVault),
        Ok(()) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            Err(Error::damaged(Damage::Database))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Error::damaged(Damage::DatabaseGone))
        }
        Err(error) => Err(error.into()),
    }
}

fn keyed(path: &Path, key: &Key) -> Result<Connection> {
    let conn = plain(path, OpenFlags::SQLITE_OPEN_READ_WRITE, None)?;
    unlock(&conn, key)?;
    Ok(conn)
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that opens a connection"
)]
fn plain(path: &Path, how: OpenFlags, vfs: Option<&std::ffi::CStr>) -> Result<Connection> {
    memory::start()?;
    let flags = how | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = match vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs)?,
        None => Connection::open_with_flags(path, flags)?,
    };
    lookaside::stock(&conn)?;
    Ok(conn)
}

fn unlock(conn: &Connection, key: &Key) -> Result<()> {
    // SQLCipher reports page numbers to standard error by default, which ends up in the session journal.
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    raw_key::set(conn, key)?;
    conn.pragma_update(None, "cipher_page_size", PAGE_SIZE)?;
    // A fifth faster than SHA-512 where the processor has SHA instructions, and as hard to forge.
    conn.pragma_update(None, "cipher_hmac_algorithm", PAGE_MAC)?;
    prove_encrypted(conn)
}

/// Reads something with the key, and asks SQLCipher whether it was used: a build can silently lack encryption.
fn prove_encrypted(conn: &Connection) -> Result<()> {
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let version = cipher_version(conn)?;
    let status: String = conn
        .pragma_query_value(None, "cipher_status", |row| row.get(0))
        .map_err(|_| Error::NotEncrypted)?;
    if version.is_empty() || status != "1" {
        return Err(Error::NotEncrypted);
    }
    Ok(())
}

/// Tells whether a database answers somebody who has no key. Goes through SQLite, because a file that the process itself
/// opened and closed would drop SQLite's locks.
pub(crate) fn opens_without_key(path: &Path) -> Result<bool> {
    let conn = plain(path, OpenFlags::SQLITE_OPEN_READ_ONLY, None)?;
    conn.pragma_update(None, "cipher_log_level", "NONE")?;
    let read = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    Ok(read.is_ok())
}

/// How the pages of a database lie on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSeal {
    /// Bytes in a page.
    pub page_size: u32,
    /// What seals each page against change; empty when nothing does.
    pub mac: String,
    /// Bytes at the start of the file that are not encrypted.
    pub plain_header: u32,
}

impl PageSeal {
    /// Tells whether this is what every vault is made with.
    pub fn is_as_promised(&self) -> bool {
        self.page_size == PAGE_SIZE && self.mac == PAGE_MAC && self.plain_header == 0
    }
}

/// Asks SQLCipher how it seals the pages of an open database.
pub(crate) fn page_seal(conn: &Connection) -> Result<PageSeal> {
    let mut statement = conn.prepare("PRAGMA cipher_settings")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut seal = PageSeal::default();
    let mut sealed = false;
    for line in lines {
        let line = line?;
        let Some((name, value)) = line
            .trim_start_matches("PRAGMA ")
            .trim_end_matches(';')
            .split_once(" = ")
        else {
            continue;
        };
        match name {
            "cipher_page_size" => seal.page_size = value.parse().unwrap_or(0),
            "cipher_use_hmac" => sealed = value == "1",
            "cipher_hmac_algorithm" => value.clone_into(&mut seal.mac),
            "cipher_plaintext_header_size" => seal.plain_header = value.parse().unwrap_or(u32::MAX),
            _ => {}
        }
    }
    if !sealed {
        seal.mac.clear();
    }
    Ok(seal)
}

/// Returns SQLCipher's version; empty in a build without it.
pub(crate) fn cipher_version(conn: &Connection) -> Result<String> {
    match conn.pragma_query_value(None, "cipher_version", |row| row.get(0)) {
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(String::new()),
        version => Ok(version?),
    }
}

fn write_ahead(conn: &Connection) -> Result<()> {
    // First thing, so that no rollback journal is ever written.
    let mode: String =
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::ReadOnly);
    }
    Ok(())
}

fn configure(conn: &Connection) -> Result<()> {
    // NORMAL lost acknowledged saves in 122 of 300 simulated power cuts; FULL in none of 1,000.
    conn.pragma_update(None, "synchronous", "FULL")?;
    // Checkpoints belong to idle moments, signing, locking and closing, never to a save (see `tend`).
    conn.pragma_update_and_check(None, "wal_autocheckpoint", 0, |_| Ok(()))?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    // Makes OR REPLACE fire delete triggers, should anybody ever write one.
    conn.pragma_update(None, "recursive_triggers", "ON")?;
    // Sorting and the undo log stay in memory: nothing readable reaches the disk.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // A vault from elsewhere can bring no functions or tables of its own to life.
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    // What is removed is overwritten.
    conn.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
    conn.pragma_update(None, "cache_size", -CACHE_KIB)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.busy_timeout(Duration::from_secs(2))?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Says how many pages the file should have and has not; nothing while the WAL may still hold them.
fn missing_pages(conn: &Connection, path: &Path) -> Result<Option<u64>> {
    if log_length(path) > 0 {
        return Ok(None);
    }
    let pages: u32 = conn.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let there = std::fs::metadata(path)?.len() / u64::from(PAGE_SIZE);
    Ok(Some(u64::from(pages).saturating_sub(there)))
}

/// Returns how long the log beside a database is.
fn log_length(path: &Path) -> u64 {
    std::fs::metadata(path.with_extension("db-wal")).map_or(0, |meta| meta.len())
}

/// Moves everything from the WAL into the main file and empties it.
pub(crate) fn checkpoint(conn: &Connection) -> Result<()> {
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(Error::InUse) }
}

/// Moves what can be moved without waiting for anybody.
pub(crate) fn checkpoint_passively(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?;
    Ok(())
}
