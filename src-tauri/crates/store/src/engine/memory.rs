//! SQLite's memory: whatever it frees is wiped, keys and other people's words among it.
//!
//! SQLCipher can do so itself (`cipher_memory_security`), byte by byte with random numbers, which was a third of all work
//! (`xoshiro_next` in a profile). Zeros say as little and come at the speed of memory.

use std::{
    alloc::{self, Layout},
    ffi::{c_int, c_void},
    hint, ptr,
    sync::OnceLock,
};

use rusqlite::{Connection, ffi};

use crate::error::{Error, Result};

/// Room before each block for its size, and what SQLite's blocks are aligned to.
const HEAD: usize = 16;

/// Starts SQLite and SQLCipher with this memory, once for the process. Everybody else waits, because SQLite counts as
/// started before it starts SQLCipher, and a second thread at that moment finds no cipher (3 of 1,600 starts with eight
/// threads).
///
/// # Errors
/// [`Error::Keys`] if somebody started SQLite before: its memory would not be wiped.
pub(crate) fn start() -> Result<()> {
    static STARTED: OnceLock<bool> = OnceLock::new();
    if *STARTED.get_or_init(|| take_charge() && Connection::open_in_memory().is_ok()) {
        Ok(())
    } else {
        Err(Error::Keys)
    }
}

#[expect(unsafe_code, reason = "rusqlite has no safe call for sqlite3_config")]
fn take_charge() -> bool {
    let methods = ffi::sqlite3_mem_methods {
        xMalloc: Some(take),
        xFree: Some(give_back),
        xRealloc: Some(resize),
        xSize: Some(size),
        xRoundup: Some(round_up),
        xInit: Some(init),
        xShutdown: Some(shut_down),
        pAppData: ptr::null_mut(),
    };
    // SAFETY: SQLite copies the methods, whose contracts are kept below, and refuses once it is started. Its own count of
    // what is in use costs a lock for each block, and nobody asks for it.
    unsafe {
        ffi::sqlite3_config(ffi::SQLITE_CONFIG_MALLOC, &raw const methods) == ffi::SQLITE_OK
            && ffi::sqlite3_config(ffi::SQLITE_CONFIG_MEMSTATUS, 0 as c_int) == ffi::SQLITE_OK
    }
}

const fn layout(size: usize) -> Option<Layout> {
    match Layout::from_size_align(size + HEAD, HEAD) {
        Ok(layout) => Some(layout),
        Err(_) => None,
    }
}

#[expect(unsafe_code, reason = "SQLite's allocator is a table of C functions")]
mod methods {
    use super::*;

    pub(super) unsafe extern "C" fn take(wish: c_int) -> *mut c_void {
        let Some((size, layout)) = usize::try_from(wish)
            .ok()
            .filter(|size| *size > 0)
            .and_then(|size| Some((size, layout(size)?)))
        else {
            return ptr::null_mut();
        };
        // SAFETY: the layout is at least `HEAD` bytes; the size is written into the aligned head of a block that is ours.
        unsafe {
            let block = alloc::alloc(layout);
            if block.is_null() {
                return ptr::null_mut();
            }
            block.cast::<usize>().write(size);
            block.add(HEAD).cast()
        }
    }

    pub(super) unsafe extern "C" fn give_back(given: *mut c_void) {
        if given.is_null() {
            return;
        }
        // SAFETY: SQLite gives back what `take` gave it, once, so the head before it holds the size it was made with.
        unsafe {
            let block = given.cast::<u8>().sub(HEAD);
            let size = block.cast::<usize>().read();
            ptr::write_bytes(given.cast::<u8>(), 0, size);
            // The compiler must believe that somebody reads the zeros, or it leaves out a write before a free.
            hint::black_box(given);
            if let Some(layout) = layout(size) {
                alloc::dealloc(block, layout);
            }
        }
    }

    pub(super) unsafe extern "C" fn resize(given: *mut c_void, wish: c_int) -> *mut c_void {
        // SAFETY: as above; the two blocks do not overlap, and both hold at least the bytes that are copied.
        unsafe {
            let had = size(given);
            if wish <= had {
                return given;
            }
            let more = take(wish);
            if !more.is_null() {
                ptr::copy_nonoverlapping(
                    given.cast::<u8>(),
                    more.cast::<u8>(),
                    usize::try_from(had).unwrap_or(0),
                );
                give_back(given);
            }
            more
        }
    }

    pub(super) unsafe extern "C" fn size(given: *mut c_void) -> c_int {
        if given.is_null() {
            return 0;
        }
        // SAFETY: the head of a block that `take` made.
        let size = unsafe { given.cast::<u8>().sub(HEAD).cast::<usize>().read() };
        c_int::try_from(size).unwrap_or(0)
    }

    pub(super) const unsafe extern "C" fn round_up(wish: c_int) -> c_int {
        wish.saturating_add(7) & !7
    }

    pub(super) const unsafe extern "C" fn init(_: *mut c_void) -> c_int {
        ffi::SQLITE_OK
    }

    pub(super) const unsafe extern "C" fn shut_down(_: *mut c_void) {}
}
use methods::{give_back, init, resize, round_up, shut_down, size, take};
