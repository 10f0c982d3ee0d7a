//! A stock of small memory blocks for each connection.
//!
//! A statement takes dozens of small ones, each of which would be wiped by itself (`memory`); from this stock they cost
//! nothing, and the stock is wiped as one block when the connection closes.

use std::{ffi::c_int, ptr};

use rusqlite::{Connection, ffi};

use crate::error::{Error, Result};

/// Bytes in a block; larger wishes go past the stock.
const BLOCK: c_int = 1536;
/// Blocks in the stock: 3 MB.
const BLOCKS: c_int = 2048;

/// Gives a connection its stock. Must be the first thing done with it.
#[expect(
    unsafe_code,
    reason = "rusqlite has no safe call for SQLITE_DBCONFIG_LOOKASIDE"
)]
pub(crate) fn stock(conn: &Connection) -> Result<()> {
    // SAFETY: the handle is open for as long as `conn` is borrowed; with a null buffer SQLite allocates and frees the
    // stock itself, and the variadic arguments are the pointer and two ints that this verb takes.
    let code = unsafe {
        ffi::sqlite3_db_config(
            conn.handle(),
            ffi::SQLITE_DBCONFIG_LOOKASIDE,
            ptr::null_mut::<u8>(),
            BLOCK,
            BLOCKS,
        )
    };
    if code == ffi::SQLITE_OK {
        Ok(())
    } else {
        Err(Error::Keys)
    }
}
