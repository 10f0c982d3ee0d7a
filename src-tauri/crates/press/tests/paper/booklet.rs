//! Packets as one book, and the booklets folded from them.

use domain::{
    Document, Lang,
    document::PersonLine,
    settings::{PaperSize, PrintSize},
};
use export::fill::{Book, BookKind, Part};
use press::{Each, PrintJob};

use crate::{
    examples::{filled, handout},
    readers::{Paper, job, run},
};

fn titled(title: &str, lang: Lang) -> Document {
    let mut document = handout(lang);
    document.title = title.into();
    document
}

const TITLES: [&str; 3] = ["Lighting one", "Carrying it", "Coming in"];

fn packet(title_page: bool, contents: bool) -> PrintJob {
    let documents: Vec<_> = TITLES.map(|title| titled(title, Lang::En)).into();
    PrintJob {
        book: Some(Book {
            kind: BookKind::Packet {
                title_page,
                contents,
            },
            person: None,
            title: "Lanterns".into(),
            subtitle: "For the evening".into(),
            lang: Lang::En,
            parts: vec![Part {
                number: String::new(),
                title: String::new(),
                aim: String::new(),
                documents: documents.len(),
            }],
        }),
        ..job(documents)
    }
}

pub fn booklet() -> PrintJob {
    PrintJob {
        booklet: true,
        ..packet(true, true)
    }
}

/// The number of each page as its foot says it.
fn numbers(text: &str) -> Vec<usize> {
    let said = text.split("page ").skip(1);
    said.filter_map(|rest| rest.split(" of ").next()?.trim().parse().ok())
        .collect()
}

#[test]
fn a_packet_has_the_front_it_was_given_and_one_count_of_pages() {
    for (title_page, contents, front) in [
        (true, true, 2),
        (true, false, 1),
        (false, true, 1),
        (false, false, 0),
    ] {
        let paper = Paper::print(&packet(title_page, contents));
        paper.check();
        let pages = paper.pages();
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(numbers(page), [index + 1], "{page}");
        }
        let first = pages
            .iter()
            .position(|page| {
                page.contains("Lighting one")
                    && !page.contains("Contents")
                    && !page.contains("belong to")
            })
            .unwrap();
        assert_eq!(first, front);
        assert_eq!(pages[0].contains("These pages belong to"), title_page);
        if contents {
            let list = &pages[front - 1];
            for title in TITLES {
                let line = list.lines().find(|line| line.contains(title)).unwrap();
                let named: usize = line.split_whitespace().last().unwrap().parse().unwrap();
                assert!(pages[named - 1].contains(title), "{line}");
            }
            // The headings inside a topic are no lines of the contents.
            assert_eq!(
                list.lines().filter(|line| line.contains("....")).count(),
                3,
                "{list}"
            );
        }
    }
}

#[test]
fn a_booklet_lies_two_by_two_on_sheets_and_reads_in_order_once_folded() {
    for paper in [PaperSize::A4, PaperSize::Letter] {
        let mut job = booklet();
        job.paper = paper;
        let sheets = Paper::print(&job);
        sheets.check();
        let info = sheets.info();
        let size = match paper {
            PaperSize::A4 => "841.89 x 595.276",
            PaperSize::Letter => "792 x 612",
        };
        assert!(info.contains(&format!("Page size:       {size}")), "{info}");
        // Each half is cropped out of its sheet by a reader that knows nothing of us.
        let width = if paper == PaperSize::A4 { 421 } else { 396 };
        let sides = sheets.pages().len();
        assert_eq!(sides % 2, 0);
        let half = |x: u32| {
            let (x, w) = (x.to_string(), width.to_string());
            let text = run("pdftotext", "poppler-utils", |it| {
                it.args(["-layout", "-x", &x, "-y", "0", "-W", &w, "-H", "700"])
                    .arg(sheets.path())
                    .arg("-")
            });
            let mut pages: Vec<_> = text.split('\u{c}').map(str::to_owned).collect();
            pages.pop();
            pages
        };
        let (left, right) = (half(0), half(width));
        let mut read = Vec::new();
        let mut back = Vec::new();
        for side in 0..sides {
            let (outer, inner) = if side % 2 == 0 {
                (&right, &left)
            } else {
                (&left, &right)
            };
            read.push(outer[side].clone());
            back.push(inner[side].clone());
        }
        read.extend(back.into_iter().rev());
        let written = read
            .iter()
            .take_while(|page| !page.trim().is_empty())
            .count();
        assert!(
            read.len() - written < 4,
            "more empty pages than the fold needs"
        );
        for (index, page) in read.iter().enumerate() {
            if index < written {
                assert_eq!(numbers(page), [index + 1], "{page}");
            } else {
                assert_eq!(page.trim(), "");
            }
        }
    }
}

#[test]
fn a_booklet_keeps_tags_links_bookmarks_and_the_standards_it_claims() {
    let flat = Paper::print(&PrintJob {
        booklet: true,
        ..packet(true, true)
    });
    let info = flat.info();
    assert!(info.contains("Tagged:          yes"), "{info}");
    let structure = flat.structure();
    // Heard in the order of reading, whatever the order of printing.
    let places: Vec<_> = TITLES
        .iter()
        .map(|title| structure.rfind(title).unwrap())
        .collect();
    assert!(places.is_sorted(), "{structure}");
    for tag in ["H1", "Table", "TH", "LI", "Link"] {
        assert!(structure.contains(tag), "no {tag}");
    }
    let objects = flat.objects();
    assert!(objects.contains("/Outlines") && objects.contains("/DuplexFlipShortEdge"));
    assert!(objects.contains("<pdfaid:part>2</pdfaid:part>"));
    assert!(!objects.contains("/PageLabels"));
    // Whatever the file points to is there: links and bookmarks lead to sheets, and no page of before is left.
    assert_eq!(objects.matches("/Type /Page\n").count(), flat.pages().len());
    assert!(
        !objects.contains("null\n"),
        "something points to a page that is gone"
    );
}

#[test]
fn letters_of_a_booklet_are_as_large_as_on_a_whole_page() {
    // The pages are set for their half of the sheet, never shrunk.
    for size in [PrintSize::Normal, PrintSize::Medium, PrintSize::Large] {
        let mut job = booklet();
        job.size = size;
        let paper = Paper::print(&job);
        paper.check();
        let said = run("pdftotext", "poppler-utils", |it| {
            it.arg("-bbox-layout").arg(paper.path()).arg("-")
        });
        let at = |line: &str, name: &str| -> f64 {
            let rest = line.split(&format!("{name}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let words = said.lines().filter(|line| line.contains("<word"));
        let mut heights: Vec<_> = words
            .map(|line| at(line, "yMax") - at(line, "yMin"))
            .collect();
        heights.sort_by(f64::total_cmp);
        // Most words are of the text; from top to bottom a letter has at least its size.
        let middle = heights[heights.len() / 2];
        assert!(middle >= f64::from(size.points()), "{size:?}: {middle}");
    }
}

#[test]
fn pages_of_several_people_each_have_their_size_and_no_back_of_somebody_elses() {
    let somebody = |name: &str, colour| {
        let mut document = filled(Lang::En);
        document.person = Some(PersonLine {
            name: name.into(),
            record_number: String::new(),
            colour,
        });
        document
    };
    let each = |size, fresh| Each { size, fresh };
    let paper = Paper::print(&PrintJob {
        each: vec![
            each(PrintSize::Normal, true),
            each(PrintSize::Large, true),
            each(PrintSize::Medium, true),
        ],
        ..job(vec![
            somebody("Amira A.", 1),
            somebody("Bo B.", 2),
            somebody("Cleo C.", 3),
        ])
    });
    paper.check();
    let pages = paper.pages();
    let mut owners = Vec::new();
    for page in &pages {
        let names: Vec<_> = ["Amira A.", "Bo B.", "Cleo C."]
            .into_iter()
            .filter(|name| page.contains(name))
            .collect();
        assert!(names.len() <= 1, "{page}");
        owners.push(names.first().copied());
    }
    // Whoever begins, begins on a front.
    for name in ["Amira A.", "Bo B.", "Cleo C."] {
        let first = owners
            .iter()
            .position(|owner| *owner == Some(name))
            .unwrap();
        assert_eq!(first % 2, 0, "{owners:?}");
    }
    let all: Vec<_> = pages.iter().flat_map(|page| numbers(page)).collect();
    assert_eq!(
        all.iter().filter(|number| **number == 1).count(),
        3,
        "{all:?}"
    );
    // Large print takes more pages.
    let count = |name| owners.iter().filter(|owner| **owner == Some(name)).count();
    assert!(count("Bo B.") > count("Amira A."), "{owners:?}");
}
