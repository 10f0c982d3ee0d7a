//! What runs in a process of its own, to be killed, starved and traced: the store as the program uses it, which says on its
//! standard output what it has acknowledged.

use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    time::Instant,
};

use store::{About, Error, KdfCost, Op, Secret, Store};

use crate::kit;

/// What the child is called with: `child WHAT FOLDER`.
pub fn run(args: &[String]) {
    let folder = Path::new(&args[1]);
    match args[0].as_str() {
        "write" => write(folder, Said::Afterwards),
        "boast" => write(folder, Said::Before),
        "work" => work(folder, Said::Afterwards),
        "boast-work" => work(folder, Said::Before),
        "save-full" => saves(folder, "FULL"),
        "save-normal" => saves(folder, "NORMAL"),
        "make" => make(folder),
        "derive" => derive(folder),
        "open" => wait_open(folder),
        "visit" => crate::rows::visit(folder),
        other => panic!("no child does {other}"),
    }
}

/// Starts a child of this program.
pub fn command(what: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg("child").arg(what).arg(folder);
    command
}

/// Starts one whose words are heard.
pub fn start(mut command: Command) -> (Child, BufReader<ChildStdout>) {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let heard = BufReader::new(child.stdout.take().unwrap());
    (child, heard)
}

/// Lets one run to its end, however it ends, and returns its lines.
pub fn lines(command: Command) -> Vec<String> {
    let (mut child, heard) = start(command);
    let lines = heard.lines().map_while(Result::ok).collect();
    child.wait().unwrap();
    lines
}

/// The numbers behind a word at the start of lines.
pub fn numbers(lines: &[String], word: &str) -> Vec<u16> {
    let behind = |line: &String| line.strip_prefix(word)?.strip_prefix(' ')?.parse().ok();
    lines.iter().filter_map(behind).collect()
}

/// When a save is acknowledged.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    Afterwards,
    /// As a program does that does not wait for the disk; for the control runs.
    Before,
}

/// Says a line in one write, so that a kill cannot part it.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let said = out
        .write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush());
    if said.is_err() {
        std::process::exit(3);
    }
}

/// Keeps a statement that names its number.
pub fn save(store: &mut Store, number: u16) -> store::Result<()> {
    let said = kit::statement(
        1,
        number,
        &format!("statement {number} {}", "word ".repeat(300)),
    );
    let (id, now) = (kit::person_id(1), kit::at(i64::from(number)));
    store.transact(Op::AddStatement, About::person(id), now, |tx| {
        tx.add_statement(id, &said)
    })
}

/// The numbers of the statements that are there, in order.
pub fn kept(store: &Store) -> Vec<u16> {
    read(store).unwrap()
}

/// The same, where reading may fail.
pub fn read(store: &Store) -> store::Result<Vec<u16>> {
    let number = |words: &str| words.split(' ').nth(1)?.parse().ok();
    let mut numbers: Vec<u16> = store
        .statements(kit::person_id(1))?
        .iter()
        .map(|statement| number(&statement.words).expect("words that nobody wrote"))
        .collect();
    numbers.sort_unstable();
    Ok(numbers)
}

fn write(folder: &Path, said: Said) {
    let mut store = kit::open(folder).unwrap();
    let first = kept(&store).last().map_or(1, |last| last + 1);
    for number in first.. {
        if said == Said::Before {
            say(&format!("saved {number}"));
        }
        save(&mut store, number).unwrap();
        if said == Said::Afterwards {
            say(&format!("saved {number}"));
        }
        if number % 7 == 0 {
            store.tend().unwrap();
        }
        if number % 13 == 0 {
            store.settle().unwrap();
        }
    }
}

/// A short day: opening, saves, indexing, a checkpoint, a backup, closing. What fails is named and the next is tried, as at
/// a desk.
fn work(folder: &Path, said: Said) {
    let named = |what: &str, done: store::Result<()>| match done {
        Ok(()) => true,
        Err(error) => {
            say(&format!("failed {what}: {}", name(&error)));
            false
        }
    };
    let mut store = match kit::open(folder) {
        Ok(store) => store,
        Err(error) => return say(&format!("failed open: {}", name(&error))),
    };
    let first = kept(&store).last().map_or(1, |last| last + 1);
    for number in first..first + 4 {
        if said == Said::Before {
            say(&format!("saved {number}"));
            named("save", save(&mut store, number));
        } else if named("save", save(&mut store, number)) {
            say(&format!("saved {number}"));
        }
    }
    named("tend", store.tend().map(drop));
    named("settle", store.settle());
    let backups = folder.join("backups");
    if named(
        "backup",
        kit::make_backup(&mut store, &backups, kit::at(90)).map(drop),
    ) {
        say("backed up 1");
    }
    named(
        "save",
        save(&mut store, first + 4).map(|()| say(&format!("saved {}", first + 4))),
    );
    named("close", store.close());
    say("ended 1");
}

/// The error by its kind; its sentence may be long.
fn name(error: &Error) -> String {
    if error.is_out_of_reach() {
        return "OutOfReach".to_owned();
    }
    let shown = format!("{error:?}");
    shown
        .chars()
        .take_while(|letter| letter.is_alphanumeric())
        .collect()
}

/// Saves, as durable as asked for.
fn saves(folder: &Path, synchronous: &str) {
    let mut store = kit::open(folder).unwrap();
    store
        .connection_for_tests()
        .execute_batch(&format!("PRAGMA synchronous = {synchronous}"))
        .unwrap();
    let first = kept(&store).last().map_or(1, |last| last + 1);
    for number in first..first + 40 {
        save(&mut store, number).unwrap();
        say(&format!("saved {number}"));
        if number % 11 == 0 {
            store.tend().unwrap();
            store.settle().unwrap();
        }
    }
    // Killed where it stands, as a power cut finds it.
    std::process::abort();
}

fn make(folder: &Path) {
    match kit::create(folder) {
        Ok((store, _)) => {
            say("made 1");
            store.close().unwrap();
        }
        Err(error) => say(&format!("failed make: {}", name(&error))),
    }
}

/// Opens a vault once and says how long that took, and how much memory the process ever had.
fn derive(folder: &Path) {
    let started = Instant::now();
    let store = Store::open(folder, Secret::Passphrase(&kit::passphrase()), kit::at(1)).unwrap();
    say(&format!("ms {}", started.elapsed().as_millis()));
    store.close().unwrap();
    say(&format!("mib {}", most_memory() / 1024));
}

/// The most memory that this process ever had, in KiB.
pub fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Opens a vault and says whether it got it; keeps it for a moment.
fn wait_open(folder: &Path) {
    match kit::open(folder) {
        Ok(store) => {
            say("opened 1");
            std::thread::sleep(std::time::Duration::from_millis(800));
            store.close().unwrap();
        }
        Err(Error::InUse) => say("refused 1"),
        Err(error) => say(&format!("failed open: {}", name(&error))),
    }
}

/// A vault in a folder of its own with Maria in it, closed.
pub fn vault_with_maria() -> tempfile::TempDir {
    let kit::Desk { dir, store, .. } = kit::desk_with(&kit::person(1));
    store.close().unwrap();
    dir
}

/// What key derivation costs without `KdfCost::FAST_FOR_TESTS`.
pub fn calibrated() -> KdfCost {
    KdfCost::calibrated()
}
