//! Finding the processes a stage has started. The program forbids others to look into it, but its parent is no secret.

use std::{
    fs,
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
