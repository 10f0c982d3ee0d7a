//! Content: loading and checking all of it, a topic to PDF on a warm press, and the full workbook.

use std::{fs, path::Path};

use api::wire::*;
use domain::{CourseId, Document, Lang};
use testkit::TestApp;

use crate::{median, ms, peak_mb, row, typst_alone::Alone};

const AGAIN: usize = 7;
/// A workbook takes seconds; three runs show whether one was disturbed.
const BOOKS: usize = 3;

const SAME: &str = "typst alone, same pieces and templates";

/// Prints the figures.
pub fn run() {
    let course: CourseId = "eleven-modules".into();
    load();
    let test = TestApp::new();
    let content = test.app.curriculum();
    let today = test.app.now().day();
    let pages: Vec<Document> = content
        .modules_of(&course)
        .flat_map(|module| &module.topics)
        .filter_map(|topic| content.page(&topic.id, Lang::En, &course, today))
        .collect();
    topics(&test, &course, &pages);
    workbook(&test, &course, &pages);
}

fn load() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../curriculum/content");
    let (mut start, mut style, mut base) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..AGAIN {
        start.push(ms(|| drop(api::content::read(None).unwrap())));
        style.push(ms(|| drop(api::content::check(None).unwrap())));
        base.push(ms(|| assert!(words_in(&folder) > 0)));
    }
    let base = median(&mut base);
    for (figure, mut ours) in [
        ("load all content, checked, as at every start", start),
        ("the same with the author's style checks", style),
    ] {
        let baseline = Some((base, "reading the files, splitting words"));
        row(figure, median(&mut ours), baseline, "ms");
    }
}

fn words_in(path: &Path) -> usize {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap();
        entries.map(|entry| words_in(&entry.unwrap().path())).sum()
    } else {
        let text = fs::read_to_string(path).unwrap();
        text.split_whitespace().count()
    }
}

/// Each topic is printed once by each way, so that nothing but the press is warm: in two rounds, in which the ways take turns
/// and after which all that was set is forgotten.
fn topics(test: &TestApp, course: &CourseId, pages: &[Document]) {
    let asks = pages.iter().map(|page| {
        make(PaperRequest::Handouts {
            topics: page.topic.iter().cloned().collect(),
            language: Lang::En,
            course: course.clone(),
            person: None,
            filled: false,
            short: false,
            examples: false,
        })
    });
    let asks: Vec<_> = asks.collect();
    let (mut ours, mut same, mut words) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..3 {
        press::forget();
        for (n, (ask, page)) in asks.iter().zip(pages).enumerate() {
            let (figures, taken) = match (n + round) % 3 {
                0 => (
                    &mut ours,
                    ms(|| drop(api::paper::pdf(&test.app, ask).unwrap())),
                ),
                1 => {
                    let alone = api::paper::alone(&test.app, ask).unwrap();
                    (&mut same, ms(|| drop(alone.pdf().unwrap())))
                }
                _ => (&mut words, ms(|| drop(Alone::of(page, "").pdf()))),
            };
            // The first ones read fonts and templates; `documents` shows that.
            if n > 2 {
                figures.push(taken);
            }
        }
    }
    let ours = median(&mut ours);
    for (mut base, name) in [(same, SAME), (words, "typst alone, words only")] {
        let base = Some((median(&mut base), name));
        row("one topic to PDF, warm, each a new one", ours, base, "ms");
    }
}

fn workbook(test: &TestApp, course: &CourseId, pages: &[Document]) {
    let book = |short| {
        make(PaperRequest::Workbook {
            course: course.clone(),
            module: None,
            track: None,
            language: Lang::En,
            short,
        })
    };
    let ask = book(false);
    let mut all = pages[0].clone();
    all.blocks = pages.iter().flat_map(|page| page.blocks.clone()).collect();
    let (mut ours, mut same, mut base) = (Vec::new(), Vec::new(), Vec::new());
    for n in 0..BOOKS {
        press::forget();
        ours.push(ms(|| drop(api::paper::pdf(&test.app, &ask).unwrap())));
        let alone = api::paper::alone(&test.app, &ask).unwrap();
        press::forget();
        same.push(ms(|| drop(alone.pdf().unwrap())));
        press::forget();
        base.push(ms(|| drop(Alone::of(&all, &format!("Run {n}.")).pdf())));
    }
    let count = api::paper::preview(&test.app, ask).unwrap().count;
    let ours = median(&mut ours);
    for (mut base, name) in [(same, SAME), (base, "typst alone, words only")] {
        let base = Some((median(&mut base), name));
        row("full workbook to PDF", ours, base, "ms");
    }
    row("most memory so far (asked: 400 MB)", peak_mb(), None, "MB");
    row("full workbook, pages", count as f64, None, "");
    let count = api::paper::preview(&test.app, book(true)).unwrap().count;
    row("short workbook, pages", count as f64, None, "");
}

fn make(paper: PaperRequest) -> MakePaper {
    MakePaper {
        paper,
        size: Default::default(),
        format: None,
    }
}
