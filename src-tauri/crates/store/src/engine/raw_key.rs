//! Hands the data key to SQLCipher through its C function, so that the key never stands in an SQL text.

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use super::kdf::Key;
use crate::error::{Error, Result};

/// Encrypts everything anew with another key, page by page, in one transaction.
#[expect(unsafe_code, reason = "rusqlite has no safe call for sqlite3_rekey")]
pub(crate) fn change(conn: &Connection, key: &Key) -> Result<()> {
    let text = literal(key);
    let length = i32::try_from(text.len()).map_err(|_| Error::Keys)?;
    // SAFETY: as below.
    let code = unsafe { ffi::sqlite3_rekey(conn.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into())
    }
}

/// The key as SQLCipher reads a raw one.
fn literal(key: &Key) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(67));
    text.push_str("x'");
    text.push_str(&Zeroizing::new(
        data_encoding::HEXLOWER.encode(key.as_ref()),
    ));
    text.push('\'');
    text
}

/// Sets the raw key of a connection that has not read anything yet.
#[expect(
    unsafe_code,
    reason = "rusqlite has no safe call for sqlite3_key, and PRAGMA key would put the key into an SQL text"
)]
pub(crate) fn set(conn: &Connection, key: &Key) -> Result<()> {
    let text = literal(key);
    let length = i32::try_from(text.len()).map_err(|_| Error::Keys)?;
    // SAFETY: the handle is open for as long as `conn` is borrowed, and SQLCipher copies the `length` bytes it is
    // given before it returns; `text` outlives the call.
    let code = unsafe { ffi::sqlite3_key(conn.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::NotEncrypted)
    }
}
