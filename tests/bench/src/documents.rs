//! Documents: a note and a handout to PDF, the first time and again after a change, beside typst alone.

use api::wire::*;
use domain::{Document, Lang};
use testkit::TestApp;

use crate::{median, ms, row, typst_alone::Alone};

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
    again("handout preview (SVG pages), again", &page, |n| {
        drop(api::paper::preview(&test.app, handout(n % 2 == 0)).unwrap())
    });
    row(
        "handout PDF size",
        size as f64 / 1000.0,
        Some((alone_size as f64 / 1000.0, "typst alone, words only")),
        "kB",
    );
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
