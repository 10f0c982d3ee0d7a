//! The power fails at any moment: what was not flushed is dropped, comes in another order or is torn.
//!
//! A child saves under `strace`, which writes down every call with its bytes. Each cut replays them up to some call: what a
//! file was flushed with stands, of what came later none, all, some, the first few, or some torn at 512 bytes. The files are
//! written out and opened with the real code. Making, renaming and removing a file counts as durable at once.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{Dice, Got, Row, Size, child, kit, strace};

pub const ROW: Row = Row {
    name: "power",
    figure: "simulated power cuts (unflushed writes dropped, reordered, torn): acknowledged saves lost",
    target: "0 in 1,000",
    control: "the same with `synchronous = NORMAL`",
    run,
};

const CALLS: [&str; 13] = [
    "openat",
    "close",
    "lseek",
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "rename",
    "renameat2",
    "dup",
    "fcntl",
];

fn run(size: Size) -> Got {
    let cuts = size.of(1000);
    let full = cut("save-full", cuts);
    let normal = cut("save-normal", size.of(300));
    Got {
        figure: format!(
            "{} lost in {cuts} cuts ({} acknowledged before them), {} unwell",
            full.lost, full.acknowledged, full.unwell
        ),
        met: full.lost == 0 && full.unwell == 0,
        control: format!("lost in {} of {} cuts", normal.cuts_with_loss, size.of(300)),
        shown: normal.cuts_with_loss > 0,
    }
}

#[derive(Default)]
struct Outcome {
    acknowledged: usize,
    lost: usize,
    cuts_with_loss: usize,
    unwell: usize,
}

fn cut(what: &str, cuts: usize) -> Outcome {
    let vault = child::vault_with_maria();
    let before = kit::folder();
    kit::copy_folder(vault.path(), before.path());
    let log = tempfile::NamedTempFile::new().unwrap();
    strace::record(&child::command(what, vault.path()), log.path(), &CALLS);
    let events = read(&fs::read_to_string(log.path()).unwrap(), vault.path());
    let acknowledged = |events: &[Event]| {
        events
            .iter()
            .filter(|event| matches!(event, Event::Said(_)))
            .count()
    };
    assert!(
        acknowledged(&events) >= 40,
        "the child saved too little to cut anything"
    );
    // What the calls add up to is what lies there, or nothing that follows means anything.
    let all = kit::folder();
    kit::copy_folder(before.path(), all.path());
    replay(&events, vault.path(), all.path(), None);
    for name in ["vault.db", "vault.db-wal", "vault.head"] {
        let [told, there] =
            [&all, &vault].map(|dir| fs::read(dir.path().join("vault").join(name)).unwrap());
        assert!(
            told == there,
            "{name} is not what the calls add up to: {} and {} bytes, first differing at {:?}",
            told.len(),
            there.len(),
            told.iter().zip(&there).position(|(a, b)| a != b)
        );
    }
    let mut dice = Dice(7);
    let mut outcome = Outcome::default();
    for _ in 0..cuts {
        let until = &events[..=dice.below(events.len())];
        let left = kit::folder();
        kit::copy_folder(before.path(), left.path());
        replay(until, vault.path(), left.path(), Some(&mut dice));
        outcome.acknowledged += acknowledged(until);
        let opened = kit::open(left.path());
        let kept = opened.and_then(|store| {
            outcome.unwell += usize::from(!store.check().is_ok_and(|report| report.is_well()));
            let kept = child::read(&store);
            let _ = store.close();
            kept
        });
        let kept = kept.unwrap_or_else(|error| {
            if what == "save-full" {
                eprintln!(
                    "cut after call {} of {}: {error}",
                    until.len(),
                    events.len()
                );
            }
            outcome.unwell += 1;
            Vec::new()
        });
        let said = until.iter().filter_map(|event| match event {
            Event::Said(number) => Some(number),
            _ => None,
        });
        let lost = said.filter(|number| !kept.contains(number)).count();
        outcome.lost += lost;
        outcome.cuts_with_loss += usize::from(lost > 0);
    }
    outcome
}

/// What a call did to a file, or that a save was acknowledged. Files are named by their paths.
#[derive(Debug)]
enum Event {
    Write {
        file: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Length {
        file: PathBuf,
        length: usize,
    },
    Flush {
        file: PathBuf,
    },
    Emptied {
        file: PathBuf,
    },
    Removed {
        file: PathBuf,
    },
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    Said(u16),
}

/// Reads what `strace` wrote down, as far as it is about files of the vault.
fn read(text: &str, vault: &Path) -> Vec<Event> {
    let mut events = Vec::new();
    let mut open: HashMap<i64, (PathBuf, usize)> = HashMap::new();
    for line in text.lines() {
        let Some((_, call)) = line.split_once(' ') else {
            continue;
        };
        let Some((name, rest)) = call.trim_start().split_once('(') else {
            continue;
        };
        assert!(
            !line.contains("unfinished"),
            "two threads at once, which this does not follow: {line}"
        );
        let Some((arguments, result)) = rest.rsplit_once(") = ") else {
            continue;
        };
        let result: i64 = result
            .split(' ')
            .next()
            .and_then(|number| number.parse().ok())
            .unwrap_or(-1);
        if result < 0 {
            continue;
        }
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let number = |n: usize| arguments[n].parse::<i64>().unwrap_or(-1);
        let count = |n: usize| usize::try_from(number(n)).unwrap();
        let path = |n: usize| PathBuf::from(String::from_utf8(bytes(arguments[n])).unwrap());
        match name {
            "openat" => {
                let file = path(1);
                if file.starts_with(vault) {
                    if arguments[2].contains("O_TRUNC") {
                        events.push(Event::Emptied { file: file.clone() });
                    }
                    open.insert(result, (file, 0));
                }
            }
            "close" => drop(open.remove(&number(0))),
            "dup" | "fcntl" => {
                let copied = name == "dup" || arguments[1].starts_with("F_DUPFD");
                if let (true, Some(file)) = (copied, open.get(&number(0)).cloned()) {
                    open.insert(result, file);
                }
            }
            "lseek" => {
                if let Some(file) = open.get_mut(&number(0)) {
                    file.1 = usize::try_from(result).unwrap();
                }
            }
            "write" if number(0) == 1 => {
                let said = String::from_utf8(bytes(arguments[1])).unwrap();
                events.extend(
                    child::numbers(&[said.trim().to_owned()], "saved")
                        .into_iter()
                        .map(Event::Said),
                );
            }
            "write" => {
                if let Some((file, at)) = open.get_mut(&number(0)) {
                    let bytes = bytes(arguments[1]);
                    events.push(Event::Write {
                        file: file.clone(),
                        at: *at,
                        bytes,
                    });
                    *at += usize::try_from(result).unwrap();
                }
            }
            "pwrite64" => {
                if let Some((file, _)) = open.get(&number(0)) {
                    events.push(Event::Write {
                        file: file.clone(),
                        at: count(3),
                        bytes: bytes(arguments[1]),
                    });
                }
            }
            "fsync" | "fdatasync" => {
                events.extend(
                    open.get(&number(0))
                        .map(|(file, _)| Event::Flush { file: file.clone() }),
                );
            }
            "ftruncate" => {
                let length = count(1);
                events.extend(open.get(&number(0)).map(|(file, _)| Event::Length {
                    file: file.clone(),
                    length,
                }));
            }
            "unlink" => events.push(Event::Removed { file: path(0) }),
            "rename" => events.push(Event::Renamed {
                from: path(0),
                to: path(1),
            }),
            "renameat2" => events.push(Event::Renamed {
                from: path(1),
                to: path(3),
            }),
            other => unreachable!("{other} was not asked for"),
        }
    }
    // The index of the log is not on disk after a power cut, and is made anew.
    events.retain(|event| {
        !matches!(event, Event::Write { file, .. } | Event::Length { file, .. }
        | Event::Flush { file } | Event::Emptied { file } | Event::Removed { file }
        if file.to_string_lossy().ends_with("-shm"))
    });
    events
}

/// The bytes of a text in hexadecimal, such as `"\x73\x61"`.
fn bytes(text: &str) -> Vec<u8> {
    let digits = text.trim_matches('"').split("\\x").skip(1);
    digits
        .map(|two| u8::from_str_radix(two, 16).unwrap())
        .collect()
}

/// A file on a disk that loses its power.
#[derive(Default)]
struct OnDisk {
    flushed: Vec<u8>,
    later: Vec<Change>,
}

enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

fn apply(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write(at, bytes) => {
            if content.len() < at + bytes.len() {
                content.resize(at + bytes.len(), 0);
            }
            content[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Change::Length(length) => content.resize(*length, 0),
    }
}

/// Does what the events say to the files in a folder, as a disk that loses its power after the last of them may have it;
/// without dice, as one that does not.
fn replay(events: &[Event], vault: &Path, left: &Path, mut dice: Option<&mut Dice>) {
    let mut disk: HashMap<PathBuf, OnDisk> = HashMap::new();
    let there =
        |file: &Path| fs::read(left.join(file.strip_prefix(vault).unwrap())).unwrap_or_default();
    let mut removed = Vec::new();
    for event in events {
        match event {
            Event::Write { file, at, bytes } => {
                on(&mut disk, file, &there)
                    .later
                    .push(Change::Write(*at, bytes.clone()));
            }
            Event::Length { file, length } => on(&mut disk, file, &there)
                .later
                .push(Change::Length(*length)),
            Event::Emptied { file } => on(&mut disk, file, &there).later.push(Change::Length(0)),
            Event::Flush { file } => {
                let file = on(&mut disk, file, &there);
                for change in std::mem::take(&mut file.later) {
                    apply(&mut file.flushed, &change);
                }
            }
            Event::Removed { file } => {
                disk.remove(file);
                removed.push(file.clone());
            }
            Event::Renamed { from, to } => {
                let moved = on(&mut disk, from, &there);
                let moved = std::mem::take(moved);
                disk.remove(from);
                disk.insert(to.clone(), moved);
                removed.push(from.clone());
            }
            Event::Said(_) => {}
        }
    }
    for file in removed.iter().filter(|file| !disk.contains_key(*file)) {
        let _ = fs::remove_file(left.join(file.strip_prefix(vault).unwrap()));
    }
    for (file, OnDisk { mut flushed, later }) in disk {
        let survived = match &mut dice {
            Some(dice) => survivors(later, dice),
            None => later,
        };
        for change in survived {
            apply(&mut flushed, &change);
        }
        let place = left.join(file.strip_prefix(vault).unwrap());
        if !place.is_dir() {
            fs::write(place, flushed).unwrap();
        }
    }
}

fn on<'d>(
    disk: &'d mut HashMap<PathBuf, OnDisk>,
    file: &Path,
    there: &impl Fn(&Path) -> Vec<u8>,
) -> &'d mut OnDisk {
    disk.entry(file.to_owned()).or_insert_with(|| OnDisk {
        flushed: there(file),
        later: Vec::new(),
    })
}

/// Which of the changes since the last flush reached the disk.
fn survivors(later: Vec<Change>, dice: &mut Dice) -> Vec<Change> {
    let how = dice.below(5);
    let first = dice.below(later.len() + 1);
    let mut kept = Vec::new();
    for (place, change) in later.into_iter().enumerate() {
        let stays = match how {
            0 => false,
            1 => true,
            2 => place < first,
            _ => dice.below(2) == 0,
        };
        match change {
            Change::Write(at, bytes) if stays && how == 4 && dice.below(2) == 0 => {
                // Torn: whole sectors of it, each by itself.
                for (sector, part) in bytes.chunks(512).enumerate() {
                    if dice.below(2) == 0 {
                        kept.push(Change::Write(at + sector * 512, part.to_vec()));
                    }
                }
            }
            change if stays => kept.push(change),
            _ => {}
        }
    }
    kept
}
