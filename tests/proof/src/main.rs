//! Tries to break each promise of durability and secrecy, and prints one table: figure, target, got, and what the control
//! run shows.
//!
//! `cargo run --release -p proof` at full size, `… -- --tenth` at a tenth as in continuous integration, `… -- kills power`
//! for some rows only, `… -- --list` for their names. Ends with 1 when a target is missed or a control run shows nothing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a proof is run by hand and by its test, and stops where something is wrong"
)]

mod child;
#[allow(
    dead_code,
    reason = "the kit of the store's own tests, of which this needs a part"
)]
#[path = "../../../src-tauri/crates/store/tests/vault/kit.rs"]
mod kit;
mod rows;
mod strace;
#[allow(dead_code, reason = "as above")]
#[path = "../../../src-tauri/crates/store/tests/vault/thief.rs"]
mod thief;
#[allow(dead_code, reason = "as above")]
#[path = "../../../src-tauri/crates/store/tests/vault/values.rs"]
mod values;

use std::{process::ExitCode, time::Instant};

/// One promise, and how it is tried.
struct Row {
    /// As it is asked for.
    name: &'static str,
    /// What is counted.
    figure: &'static str,
    /// What it must be.
    target: &'static str,
    /// What the same trial does to something that keeps no such promise.
    control: &'static str,
    run: fn(Size) -> Got,
}

/// What came of it.
struct Got {
    figure: String,
    met: bool,
    control: String,
    /// The control run failed as it must, so the row can fail.
    shown: bool,
}

/// How often something is tried.
#[derive(Clone, Copy)]
struct Size {
    tenth: bool,
}

impl Size {
    /// A count at this size, never none.
    fn of(self, full: usize) -> usize {
        if self.tenth { (full / 10).max(1) } else { full }
    }
}

/// A little randomness that is the same at every run (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.first().is_some_and(|first| first == "child") {
        child::run(&args[1..]);
        return ExitCode::SUCCESS;
    }
    if args.iter().any(|arg| arg == "--list") {
        rows::ALL.iter().for_each(|row| println!("{}", row.name));
        return ExitCode::SUCCESS;
    }
    let size = Size {
        tenth: args.iter().any(|arg| arg == "--tenth"),
    };
    let asked: Vec<&String> = args.iter().filter(|arg| !arg.starts_with("--")).collect();
    if let Some(unknown) = asked
        .iter()
        .find(|name| rows::ALL.iter().all(|row| row.name != **name))
    {
        eprintln!("There is no row {unknown}; --list shows them.");
        return ExitCode::from(2);
    }
    let mut missed = Vec::new();
    println!("| figure | target | got | control run | s |\n|---|---|---|---|---|");
    for row in rows::ALL
        .iter()
        .filter(|row| asked.is_empty() || asked.contains(&&row.name.to_owned()))
    {
        let started = Instant::now();
        let got = (row.run)(size);
        let bold = if got.met { "" } else { "**" };
        println!(
            "| {} | {} | {bold}{}{bold} | {}: {} | {} |",
            row.figure,
            row.target,
            got.figure,
            row.control,
            got.control,
            started.elapsed().as_secs()
        );
        if !got.met {
            missed.push(format!("{}: the target is missed", row.name));
        }
        if !got.shown {
            missed.push(format!(
                "{}: the control run shows nothing, so this row proves nothing",
                row.name
            ));
        }
    }
    missed.iter().for_each(|line| eprintln!("{line}"));
    if missed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
