//! What SQLite's memory keeps of words it no longer needs: nothing.

use std::{
    fs::File,
    io::{Read, Seek, SeekFrom},
};

use crate::kit::*;

/// Counts where in this process a text lies that was never whole in our own code, except in `whole` itself.
fn copies_of(parts: [&str; 2]) -> usize {
    let whole = parts.concat().into_bytes();
    let ours = whole.as_ptr() as u64;
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let mut memory = File::open("/proc/self/mem").unwrap();
    let mut copies = 0;
    for line in maps.lines().filter(|line| line.contains(" rw-p ")) {
        let (from, rest) = line.split_once('-').unwrap();
        let (to, _) = rest.split_once(' ').unwrap();
        let [from, to] = [from, to].map(|hex| u64::from_str_radix(hex, 16).unwrap());
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        let there =
            memory.seek(SeekFrom::Start(from)).is_ok() && memory.read_exact(&mut bytes).is_ok();
        if !there {
            continue;
        }
        // The copy just made is no place of its own: it is read into a new mapping or the heap, which was read before or is
        // found by its address.
        let window = bytes.as_ptr() as u64..bytes.as_ptr() as u64 + bytes.len() as u64;
        copies += bytes
            .windows(whole.len())
            .enumerate()
            .map(|(n, found)| (from + n as u64, found))
            .filter(|(at, found)| *found == whole && *at != ours && !window.contains(at))
            .count();
        bytes.fill(0);
        std::hint::black_box(&bytes);
    }
    copies
}

#[cfg(target_os = "linux")]
#[test]
fn what_sqlite_frees_is_wiped() {
    let desk = desk();
    let conn = desk.store.connection_for_tests();
    let parts = ["brombær", "grødmarkør"];
    // Put together inside SQLite, and longer than the small blocks that a connection keeps until it closes.
    conn.execute_batch("CREATE TEMP TABLE words (text TEXT)")
        .unwrap();
    conn.execute(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 40)
         INSERT INTO words SELECT group_concat(?1 || ?2 || n, ' ') || hex(zeroblob(4000)) FROM n",
        parts,
    )
    .unwrap();
    assert!(copies_of(parts) > 0, "or nothing could be found below");
    desk.store.close().unwrap();
    assert_eq!(copies_of(parts), 0);
}
