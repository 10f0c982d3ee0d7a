//! Finding the processes a stage has started. The program forbids others to look into it, but its parent is no secret.

use std::{
    fs,
    io::Write,
    os::unix::fs::FileExt,
    process::{Command, Stdio},
};

/// Returns the ids of a process's children.
pub fn children(parent: u32) -> Vec<u32> {
    fs::read_dir("/proc")
        .expect("/proc is there")
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|id| parent_of(*id) == Some(parent))
        .collect()
}

fn parent_of(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in brackets may hold spaces and brackets; state and parent follow the last one.
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}

/// Ends a process as a power cut would.
pub fn kill(id: u32) {
    // It may have ended by itself in between.
    let _ = Command::new("kill")
        .args(["-9", &id.to_string()])
        .stderr(Stdio::null())
        .status();
}

/// Tells whether a process is there (and not merely unburied).
pub fn alive(id: u32) -> bool {
    fs::read_to_string(format!("/proc/{id}/stat"))
        .ok()
        .and_then(|stat| {
            stat.rsplit_once(')')
                .map(|(_, rest)| !rest.trim_start().starts_with('Z'))
        })
        .unwrap_or(false)
}

/// The name of a process, as far as the system keeps it.
pub fn name(id: u32) -> String {
    fs::read_to_string(format!("/proc/{id}/comm")).unwrap_or_default()
}

/// Tells whether the memory of a process holds some letters, of one or of two bytes each. `grep` looks, since a test build is
/// slow at it.
pub fn remembers(id: u32, words: &str) -> bool {
    let Ok(maps) = fs::read_to_string(format!("/proc/{id}/maps")) else {
        return false;
    };
    let memory = fs::File::open(format!("/proc/{id}/mem")).expect("root may look into any process");
    let pages = fs::File::open(format!("/proc/{id}/pagemap")).expect("root may look at pages");
    let letters = words.bytes().map(|letter| format!("\\x{letter:02x}\\x00?"));
    let mut grep = Command::new("grep")
        .args(["-aqP", &letters.collect::<String>()])
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("grep is installed");
    let mut input = grep.stdin.take().expect("standard input is a pipe");
    let mut block = vec![0; 1 << 20];
    'areas: for (from, to) in maps.lines().filter_map(area) {
        let mut at = from;
        while at < to {
            let most = usize::try_from(to - at).map_or(block.len(), |left| left.min(block.len()));
            // WebKit sets aside far more than it uses. What belongs to a device cannot be read.
            let read = if is_used(&pages, at, most) {
                memory.read_at(&mut block[..most], at).unwrap_or(0)
            } else {
                0
            };
            // It has found them and reads no more.
            if input.write_all(&block[..read]).is_err() {
                break 'areas;
            }
            let step = if read == 0 { most } else { read };
            at += u64::try_from(step).expect("a block is small");
        }
    }
    drop(input);
    grep.wait().is_ok_and(|found| found.success())
}

/// Tells whether any page of a piece of memory is there, or was put away to be there again.
fn is_used(pages: &fs::File, at: u64, length: usize) -> bool {
    const PAGE: u64 = 4096;
    let mut entries = vec![0; length.div_ceil(4096) * 8];
    let read = pages.read_at(&mut entries, at / PAGE * 8).unwrap_or(0);
    // The top bits of each entry: present, swapped.
    entries[..read]
        .chunks_exact(8)
        .any(|entry| entry[7] & 0xC0 != 0)
}

/// An area of memory that holds data: `7f0a1000-7f0a3000 rw-p …`.
fn area(line: &str) -> Option<(u64, u64)> {
    let mut parts = line.split_whitespace();
    let (from, to) = parts.next()?.split_once('-')?;
    let number = |text| u64::from_str_radix(text, 16).ok();
    let data = parts.next()?.starts_with("rw");
    data.then_some((number(from)?, number(to)?))
}
