//! `strace` as the one who pulls plugs: it counts, records, fails or ends the system calls of a child, which knows nothing
//! of it.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// The calls that change a file or make it durable.
pub const CALLS: [&str; 8] = [
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "rename",
    "renameat2",
    "unlink",
];

/// What is done to a call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The process is killed at it.
    Kill,
    /// It fails for want of room.
    Full,
    /// It fails as on a broken disk.
    Broken,
}

impl Fault {
    pub const ALL: [Self; 3] = [Self::Kill, Self::Full, Self::Broken];

    const fn injected(self) -> &'static str {
        match self {
            Self::Kill => "signal=SIGKILL",
            Self::Full => "error=ENOSPC",
            Self::Broken => "error=EIO",
        }
    }
}

/// Wraps a command so that its `n`th call of a kind, from 1, meets a fault.
pub fn injected(command: &Command, call: &str, fault: Fault, n: usize) -> Command {
    let inject = format!("inject={call}:{}:when={n}", fault.injected());
    traced(
        command,
        &[
            "-e",
            &format!("trace={call}"),
            "-e",
            &inject,
            "-o",
            "/dev/null",
        ],
    )
}

/// Counts how often a command makes each of the calls.
pub fn counts(command: &Command) -> Vec<(&'static str, usize)> {
    let log = tempfile::NamedTempFile::new().unwrap();
    record(command, log.path(), &CALLS);
    let text = fs::read_to_string(log.path()).unwrap();
    let made = |call: &str| {
        let begins = format!("{call}(");
        text.lines()
            .filter(|line| {
                line.split_once(' ')
                    .is_some_and(|(_, rest)| rest.trim_start().starts_with(&begins))
            })
            .count()
    };
    CALLS
        .into_iter()
        .map(|call| (call, made(call)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// Runs a command to its end and writes down each of the calls, with every byte in hexadecimal.
pub fn record(command: &Command, log: &Path, calls: &[&str]) -> Vec<u8> {
    let trace = format!("trace={}", calls.join(","));
    let log = log.to_str().unwrap();
    let mut command = traced(command, &["-xx", "-s", "1000000", "-e", &trace, "-o", log]);
    command
        .stderr(Stdio::null())
        .output()
        .expect("strace is missing; `./waymark test` installs it")
        .stdout
}

fn traced(command: &Command, how: &[&str]) -> Command {
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-qq", "-a", "1"])
        .args(how)
        .arg("--")
        .arg(command.get_program())
        .args(command.get_args());
    traced
}
