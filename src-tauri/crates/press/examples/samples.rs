//! Writes sample papers into a folder and says how long each took, first and again.
//!
//! `cargo run -p press --example samples -- FOLDER`
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a program for the terminal, with the made-up documents of the tests"
)]
#![allow(
    dead_code,
    unused_imports,
    reason = "the example documents are shared with the tests"
)]

#[path = "../../export/tests/pieces/examples/mod.rs"]
mod examples;

use std::{error::Error, fs, path::PathBuf, time::Instant};

use domain::{
    Document, Lang, Timestamp,
    settings::{PaperSize, PrintSize},
};
use press::{Press, PrintJob, Standard};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    fs::create_dir_all(&folder)?;
    let start = Instant::now();
    let press = Press::new()?;
    println!("press made in {:.0?}", start.elapsed());

    let mut job = PrintJob {
        documents: Vec::new(),
        book: None,
        paper: PaperSize::A4,
        size: PrintSize::Normal,
        each: Vec::new(),
        booklet: false,
        slips: false,
        fillable: false,
        site: "Riverside Community Service".into(),
        standard: Standard::Archive,
        printed_at: Timestamp {
            millis: 1_795_269_600_000,
            offset: 60,
        },
    };
    let mut print = |name: &str,
                     documents: Vec<Document>,
                     size,
                     paper|
     -> Result<(), Box<dyn Error>> {
        job.documents = documents;
        (job.size, job.paper) = (size, paper);
        let first = Instant::now();
        let bytes = press.pdf(&job)?;
        let first = first.elapsed();
        let again = Instant::now();
        press.pdf(&job)?;
        let again = again.elapsed();
        if let Some(title) = job.documents.first_mut() {
            title.purpose.push('!');
        }
        let edited = Instant::now();
        press.pages(&job, usize::MAX)?;
        println!(
            "{name:10} first {first:>7.0?}  again {again:>7.0?}  pages after an edit {:>7.0?}  {} kB",
            edited.elapsed(),
            bytes.len() / 1000
        );
        fs::write(folder.join(format!("{name}.pdf")), bytes)?;
        Ok(())
    };
    print(
        "blank",
        vec![examples::handout(Lang::En)],
        PrintSize::Normal,
        PaperSize::A4,
    )?;
    print(
        "filled",
        vec![examples::filled(Lang::Da)],
        PrintSize::Normal,
        PaperSize::A4,
    )?;
    print(
        "note",
        vec![examples::note(Lang::Nb)],
        PrintSize::Normal,
        PaperSize::A4,
    )?;
    print(
        "draft",
        vec![examples::draft_note(Lang::En)],
        PrintSize::Normal,
        PaperSize::A4,
    )?;
    print(
        "large",
        vec![examples::filled(Lang::En)],
        PrintSize::Large,
        PaperSize::A4,
    )?;
    print(
        "results",
        vec![examples::results(Lang::Nb)],
        PrintSize::Normal,
        PaperSize::A4,
    )?;
    print(
        "letter",
        vec![examples::handout(Lang::En)],
        PrintSize::Normal,
        PaperSize::Letter,
    )?;
    Ok(())
}
