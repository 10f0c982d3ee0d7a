//! What the program has freed is wiped first, so that words and keys do not live on in memory that nobody holds any more:
//! in the copies that JSON, SQL and GTK's callbacks make of them on the way.
//!
//! Zeroising types wipe what they know of; this wipes the rest. It costs a `memset` for each block, in a program that waits
//! for a person. The page's own memory ends with its process (`windows`).

use std::alloc::{GlobalAlloc, Layout, System};

use zeroize::Zeroize;

/// The system's allocator, wiping.
pub struct Wiping;

#[expect(
    unsafe_code,
    reason = "an allocator is unsafe to write; this one only adds a wipe to the system's"
)]
// SAFETY: everything is the system's own, with the same layouts. Before a block goes back to it, its bytes are set to
// zero: the block is still ours then, and `layout.size()` bytes of it can be written, as its allocation promised.
unsafe impl GlobalAlloc for Wiping {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: passed on as it came.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: passed on as it came.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller gives the block back, which is `layout.size()` bytes long and nobody else's.
        unsafe {
            std::slice::from_raw_parts_mut(block.cast::<std::mem::MaybeUninit<u8>>(), layout.size())
                .zeroize();
            System.dealloc(block, layout);
        }
    }

    // `realloc` is the trait's own: it takes a new block, copies, and gives the old one back to `dealloc`. The system's
    // might move the block and leave the old one as it was.
}
