//! Documents: a note and a handout to PDF, the first time and again after a change, beside typst alone; a note as the other
//! kinds of file; many notes as one batch, beside LibreOffice converting the same notes in one process.

use std::{fs, path::Path, process::Command, sync::Mutex, thread};

use api::{act::batch, wire::*};
use domain::{Document, Lang};
use testkit::TestApp;

use crate::{median, ms, peak_mb, row, typst_alone::Alone};

const AGAIN: usize = 7;

/// Prints the figures.
pub fn run() {
    let test = TestApp::sample();
    let run = sample::run_session(&test.app).unwrap();
    let paper = |paper| MakePaper {
        paper,
        size: Default::default(),
        format: None,
    };
    let handout = |filled: bool| {
        paper(PaperRequest::Handouts {
            topics: vec![run.topic.clone()],
            language: Lang::En,
            course: "eleven-modules".into(),
            person: filled.then_some(run.person),
            filled,
            short: false,
            examples: false,
        })
    };
    let page = test
        .app
        .curriculum()
        .page(
            &run.topic,
            Lang::En,
            &"eleven-modules".into(),
            test.app.now().day(),
        )
        .unwrap();

    let mut size = 0;
    let first = ms(|| size = api::paper::pdf(&test.app, &handout(true)).unwrap().len());
    let mut alone_size = 0;
    let alone_first = ms(|| alone_size = Alone::of(&page, "").pdf().len());
    row(
        "handout to PDF, first (fonts read too)",
        first,
        Some((alone_first, "typst alone, words only")),
        "ms",
    );
    again("handout to PDF, again, other person", &page, |n| {
        drop(api::paper::pdf(&test.app, &handout(n % 2 == 0)).unwrap())
    });
    let note = paper(PaperRequest::Note { note: run.note });
    let first = ms(|| drop(api::paper::pdf(&test.app, &note).unwrap()));
    row("note to PDF, first (press warm)", first, None, "ms");
    again("note to PDF, again", &page, |_| {
        drop(api::paper::pdf(&test.app, &note).unwrap())
    });
    for (kind, figure) in [
        (FileKind::Docx, "note to DOCX, again (asked: 20 ms)"),
        (FileKind::Text, "note to text, again"),
        (FileKind::Html, "note to HTML, again"),
    ] {
        let mut taken: Vec<f64> = (0..AGAIN)
            .map(|_| ms(|| drop(api::paper::file(&test.app, &note, kind).unwrap())))
            .collect();
        row(figure, median(&mut taken), None, "ms");
    }
    again("handout preview (SVG pages), again", &page, |n| {
        drop(api::paper::preview(&test.app, handout(n % 2 == 0)).unwrap())
    });
    row(
        "handout PDF size",
        size as f64 / 1000.0,
        Some((alone_size as f64 / 1000.0, "typst alone, words only")),
        "kB",
    );
    many(&test);
}

/// As many notes as a large clinic hands off in a month.
const MANY: usize = 500;

/// Saves notes in batches until there are [`MANY`], each with its rows in the ledger and flushed to disk, and has LibreOffice
/// convert as many in one process.
fn many(test: &TestApp) {
    let which = WhichNotes {
        from: "2000-01-01".parse().unwrap(),
        until: "2100-01-01".parse().unwrap(),
        waiting: false,
    };
    let saved_as = |kind: FileKind, folder: &Path| {
        let mut count = 0;
        while count < MANY {
            count += batch::save_notes_in(&test.app, &which, kind, "", folder)
                .unwrap()
                .saved
                .len();
        }
        count
    };
    let dir = tempfile::tempdir().unwrap();
    let (ours, theirs) = (dir.path().join("pdf"), dir.path().join("docx"));
    let mut count = 0;
    // The first of them make what the others stand on.
    saved_as(FileKind::Pdf, &dir.path().join("first"));
    let peak = peak_mb();
    let taken = ms(|| count = saved_as(FileKind::Pdf, &ours));
    let converted = saved_as(FileKind::Docx, &theirs);
    let files = fs::read_dir(&theirs).unwrap();
    let files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    let baseline = ms(|| {
        let done = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}/office",
                dir.path().display()
            ))
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(dir.path().join("converted"))
            .args(&files)
            .output()
            .unwrap();
        assert!(done.status.success());
    });
    let a_note = |taken: f64, count: usize| taken / count as f64;
    let alone = typst_alone(test, &which);
    for (base, name) in [
        (
            a_note(baseline, converted),
            "LibreOffice, DOCX to PDF, one process",
        ),
        (alone, "typst alone, same pieces, two threads"),
    ] {
        let figure = "note to PDF, each of 500 in a batch, flushed";
        row(figure, a_note(taken, count), Some((base, name)), "ms");
    }
    row("most memory before and after the batch", peak, None, "MB");
    row("", peak_mb(), None, "MB");
}

/// What typst alone takes for each of as many notes, of the same pieces, on two threads.
fn typst_alone(test: &TestApp, which: &WhichNotes) -> f64 {
    let notes = test
        .app
        .with_store(|store| Ok(store.notes_between(which.from, which.until)?));
    let notes: Vec<_> = notes
        .unwrap()
        .into_iter()
        .filter(|note| note.signed_at.is_some())
        .collect();
    let (mut taken, mut count) = (0.0, 0);
    while count < MANY {
        press::forget();
        let prepared = notes.iter().map(|note| {
            let paper = PaperRequest::Note { note: note.id };
            let ask = MakePaper {
                paper,
                size: Default::default(),
                format: None,
            };
            api::paper::alone(&test.app, &ask).unwrap()
        });
        let prepared = Mutex::new(prepared.collect::<Vec<_>>());
        let next = || prepared.lock().unwrap().pop();
        taken += ms(|| {
            thread::scope(|scope| {
                for _ in 0..2 {
                    scope.spawn(|| {
                        while let Some(alone) = next() {
                            drop(alone.pdf().unwrap());
                        }
                    });
                }
            });
        });
        count += notes.len();
    }
    taken / count as f64
}

fn again(figure: &str, page: &Document, mut ours: impl FnMut(usize)) {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for n in 0..AGAIN {
        a.push(ms(|| ours(n)));
        // The baseline changes one line each time as well, so that it does not only look its cache up.
        b.push(ms(|| drop(Alone::of(page, &format!("Run {n}.")).pdf())));
    }
    row(
        figure,
        median(&mut a),
        Some((median(&mut b), "typst alone, words only")),
        "ms",
    );
}
