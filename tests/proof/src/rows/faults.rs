//! Each system call of a short day that changes a file is killed at, or fails; nothing acknowledged is lost, and what fails is
//! named.

use std::{collections::BTreeSet, process::Command};

use crate::{
    Got, Row, Size, child, kit,
    strace::{self, Fault},
};

pub const ROW: Row = Row {
    name: "faults",
    figure: "kill, ENOSPC and EIO at every write, flush, truncation, renaming and removal of a short day",
    target: "0 lost, 0 unwell, each failure named",
    control: "a program that says “saved” before it saves",
    run,
};

fn run(size: Size) -> Got {
    let closed = child::vault_with_maria();
    let day = kit::folder();
    let command = || child::command("work", day.path());
    let reset = || {
        std::fs::remove_dir_all(day.path()).unwrap();
        kit::copy_folder(closed.path(), day.path());
        std::fs::create_dir(day.path().join("backups")).unwrap();
    };
    reset();
    let points: Vec<(&str, usize, Fault)> = strace::counts(&command())
        .into_iter()
        .flat_map(|(call, count)| (1..=count).map(move |n| (call, n)))
        .flat_map(|(call, n)| Fault::ALL.map(|fault| (call, n, fault)))
        .collect();
    let step = if size.tenth { 10 } else { 1 };
    let (mut tried, mut lost, mut unwell, mut unnamed, mut felt) = (0, 0, 0, Vec::new(), 0);
    let mut names = BTreeSet::new();
    for (call, n, fault) in points.iter().skip(step / 2).step_by(step) {
        reset();
        let said = child::lines(strace::injected(&command(), call, *fault, *n));
        tried += 1;
        let failed: Vec<&String> = said
            .iter()
            .filter(|line| line.starts_with("failed"))
            .collect();
        felt += usize::from(!failed.is_empty() || !said.iter().any(|line| line == "ended 1"));
        for line in failed {
            let (_, name) = line.split_once(": ").unwrap();
            names.insert(name.to_owned());
            if !NAMED.contains(&name) {
                unnamed.push(format!("{call} {n} {fault:?}: {line}"));
            }
        }
        let kept = match kit::open(day.path()) {
            Ok(store) => {
                let kept = child::kept(&store);
                if !store.check().is_ok_and(|report| report.is_well()) {
                    unwell += 1;
                    eprintln!("unwell after {call} {n} {fault:?}: {:?}", store.check());
                }
                store.close().unwrap();
                kept
            }
            Err(error) => {
                eprintln!("after {call} {n} {fault:?} the vault does not open: {error}");
                unwell += 1;
                Vec::new()
            }
        };
        let missing = child::numbers(&said, "saved")
            .into_iter()
            .filter(|number| !kept.contains(number))
            .count();
        if missing > 0 {
            eprintln!("{missing} lost after {call} {n} {fault:?}: {said:?}");
        }
        lost += missing;
        if said.iter().any(|line| line == "backed up 1") {
            lost += usize::from(!backup_is_good(day.path()));
        }
        lost += half_files(day.path());
    }
    unnamed
        .iter()
        .for_each(|line| eprintln!("not a sentence of ours: {line}"));
    let boasts = boasted(
        &reset,
        || child::command("boast-work", day.path()),
        day.path(),
    );
    Got {
        figure: format!(
            "{lost} lost, {unwell} unwell, {} unnamed at {tried} points of {}, {felt} of them felt ({})",
            unnamed.len(),
            points.len(),
            names.into_iter().collect::<Vec<_>>().join(", ")
        ),
        met: lost == 0 && unwell == 0 && unnamed.is_empty(),
        control: format!("{boasts} lost"),
        // What closing tidies may fail without anybody noticing.
        shown: boasts > 0 && felt * 2 > tried,
    }
}

/// Errors whose sentence says what to do.
const NAMED: [&str; 7] = [
    "DiskFull",
    "ReadOnly",
    "Outside",
    "OutOfReach",
    "Io",
    "Damaged",
    "InUse",
];

fn backup_is_good(folder: &std::path::Path) -> bool {
    let files = std::fs::read_dir(folder.join("backups")).unwrap();
    let whole = files
        .map(|file| file.unwrap().path())
        .filter(|file| file.extension().is_some_and(|end| end != "part"));
    whole.into_iter().any(|file| {
        store::describe_backup(&file, store::Secret::Passphrase(&kit::passphrase())).is_ok()
    })
}

/// Backups under their final name that cannot be read.
fn half_files(folder: &std::path::Path) -> usize {
    let files = std::fs::read_dir(folder.join("backups")).unwrap();
    let named = files
        .map(|file| file.unwrap().path())
        .filter(|file| !file.file_name().unwrap().to_string_lossy().starts_with('.'));
    named
        .filter(|file| {
            store::describe_backup(file, store::Secret::Passphrase(&kit::passphrase())).is_err()
        })
        .count()
}

fn boasted(reset: &dyn Fn(), command: impl Fn() -> Command, folder: &std::path::Path) -> usize {
    let mut lost = 0;
    for n in (20..80).step_by(5) {
        reset();
        let said = child::lines(strace::injected(&command(), "pwrite64", Fault::Kill, n));
        let store = kit::open(folder).unwrap();
        let kept = child::kept(&store);
        lost += child::numbers(&said, "saved")
            .into_iter()
            .filter(|number| !kept.contains(number))
            .count();
        store.close().unwrap();
    }
    lost
}
