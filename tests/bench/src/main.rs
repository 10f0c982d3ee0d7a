//! Prints one table of figures, each beside its baseline from the same run.
//!
//! `cargo run --release -p bench` for everything but the window, `… -- store 10` for the store at ten times W1, `… -p bench -- window PATH/TO/waymark` for the window.
//! Run by hand on a quiet machine: these are figures, not tests, and nothing here fails on a slow one.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench is run by hand, and stops where something is wrong"
)]

mod bare;
mod content_figures;
mod documents;
mod reading;
mod store_figures;
mod typst_alone;
mod w1;
mod window;

use std::{env, fs, time::Instant};

fn main() {
    println!(
        "{:<46} {:>12} {:>12} {:>9}",
        "figure", "Waymark", "baseline", "ratio"
    );
    let mut args = env::args().skip(1);
    match args.next().as_deref() {
        Some("window") => window::run(
            &args
                .next()
                .unwrap_or_else(|| "target/release/waymark".to_owned()),
        ),
        Some("content") => content_figures::run(),
        Some("documents") => documents::run(),
        Some("store") => store_figures::run(),
        _ => {
            store_figures::run();
            documents::run();
            content_figures::run();
        }
    }
}

/// Milliseconds that something takes.
fn ms(body: impl FnOnce()) -> f64 {
    let start = Instant::now();
    body();
    start.elapsed().as_secs_f64() * 1000.0
}

/// The value below which a part of the figures lie.
fn quantile(figures: &mut [f64], part: f64) -> f64 {
    figures.sort_by(f64::total_cmp);
    let last = figures.len() - 1;
    figures[((last as f64) * part).round() as usize]
}

fn median(figures: &mut [f64]) -> f64 {
    quantile(figures, 0.5)
}

/// The most memory that this process has had, in megabytes.
fn peak_mb() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kb = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kb.unwrap_or_default() / 1024.0
}

/// One row: ours, the baseline, and how many times as much.
fn row(figure: &str, ours: f64, baseline: Option<(f64, &str)>, unit: &str) {
    match baseline {
        Some((base, name)) => {
            println!(
                "{figure:<46} {ours:>9.2} {unit:<2} {base:>9.2} {unit:<2} {:>8.2}x  {name}",
                ours / base
            );
        }
        None => println!("{figure:<46} {ours:>9.2} {unit:<2} {:>12} {:>9}", "–", "–"),
    }
}
