//! What this process frees is wiped first, so that nobody's words live on in memory that nobody holds any more: in the copies
//! that JSON, SQL, GTK and WebKit make of them on the way.
//!
//! Zeroising types wipe what they know of. This wipes the rest, by standing in front of glibc's `free` and `realloc` for
//! every library in the process. It costs a `memset` for each block, in a program that waits for a person. The page's own
//! memory ends with its process (`windows`); on other systems nothing stands here yet.

#![expect(
    unsafe_code,
    reason = "these are C functions, called by C code, over C's memory"
)]

use std::{ffi::c_void, ptr};

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn malloc_usable_size(block: *mut c_void) -> usize;
    fn explicit_bzero(from: *mut c_void, length: usize);
    #[link_name = "__libc_free"]
    fn give_back(block: *mut c_void);
    #[link_name = "__libc_realloc"]
    fn resize(block: *mut c_void, size: usize) -> *mut c_void;
}

/// C's `free`, wiping.
///
/// # Safety
/// As `free(3)`: the block came from C's allocator and is not used any more, or is null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn free(block: *mut c_void) {
    if block.is_null() {
        return;
    }
    // SAFETY: the block is the caller's to give back, and all of its usable size may be written until then.
    unsafe {
        explicit_bzero(block, malloc_usable_size(block));
        give_back(block);
    }
}

/// C's `realloc`, wiping what is left behind: the old block when it moves, its end when it shrinks.
///
/// # Safety
/// As `realloc(3)`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    // SAFETY: the block is the caller's, and so is what is copied out of it: no more than the smaller of both.
    unsafe {
        if block.is_null() {
            return malloc(size);
        }
        if size == 0 {
            free(block);
            return ptr::null_mut();
        }
        let had = malloc_usable_size(block);
        if size <= had {
            explicit_bzero(block.cast::<u8>().add(size).cast(), had - size);
            return resize(block, size);
        }
        let larger = malloc(size);
        if !larger.is_null() {
            ptr::copy_nonoverlapping(block.cast::<u8>(), larger.cast::<u8>(), had);
            free(block);
        }
        larger
    }
}
