//! Books: title page, contents, parts, one count of pages, and footers that say how far the words were reviewed.

use domain::{
    Document, Lang,
    document::{DocumentKind, ReviewStatus},
    settings::PrintSize,
};
use export::fill::{Book, BookKind, Part};
use press::{PrintJob, Standard};
use serde_json::Value;

use crate::{
    examples::{day, handout},
    readers::{Paper, job, press, run},
};

fn topic(number: &str, title: &str, lang: Lang) -> Document {
    let mut document = handout(lang);
    document.title = title.into();
    document.source.as_mut().unwrap().number = number.into();
    document
}

fn workbook(lang: Lang) -> PrintJob {
    let part = |number: &str, title: &str, documents| Part {
        number: number.into(),
        title: title.into(),
        aim: format!("Why {title} is worth your time."),
        documents,
    };
    PrintJob {
        book: Some(Book {
            kind: BookKind::Workbook { runs_on: false },
            person: None,
            title: "Two modules".into(),
            subtitle: "Waymark curriculum".into(),
            lang,
            parts: vec![
                part("1", "Lanterns", 2),
                part("2", "Harbours", 1),
                part("", "Forms", 1),
            ],
        }),
        ..job(vec![
            topic("1.1", "Lighting one", lang),
            topic("1.2", "Carrying it", lang),
            topic("2.1", "Coming in", lang),
            topic("", "A sheet to copy", lang),
        ])
    }
}

/// On which page, from 1, the words first stand as a line of their own.
fn page_of(pages: &[String], words: &str) -> usize {
    let alone = |page: &String| page.lines().any(|line| line.trim() == words);
    pages.iter().position(alone).unwrap() + 1
}

#[test]
fn pages_are_counted_through_from_the_title_to_the_end() {
    for lang in Lang::ALL {
        let pages = Paper::print(&workbook(lang)).pages();
        let all = pages.len();
        for (index, page) in pages.iter().enumerate() {
            let number = match lang {
                Lang::En => format!("page {} of {all}", index + 1),
                Lang::Da => format!("side {} af {all}", index + 1),
                Lang::Nb => format!("side {} av {all}", index + 1),
            };
            assert!(page.contains(&number), "no {number} on {page}");
            assert!(page.contains("Waymark curriculum 0.1.0"), "{page}");
        }
    }
}

#[test]
fn the_contents_name_the_pages_where_things_are() {
    for size in [PrintSize::Normal, PrintSize::Large] {
        let mut job = workbook(Lang::En);
        job.size = size;
        let pages = Paper::print(&job).pages();
        let contents = &pages[1];
        assert!(contents.contains("Contents"), "{contents}");
        for title in [
            "Lanterns",
            "Lighting one",
            "Carrying it",
            "Harbours",
            "Coming in",
            "Forms",
        ] {
            let line = contents.lines().find(|line| line.contains(title)).unwrap();
            let named: usize = line.split_whitespace().last().unwrap().parse().unwrap();
            assert_eq!(named, page_of(&pages, title), "{line}");
        }
    }
}

#[test]
fn a_part_opens_on_a_page_of_its_own_with_its_aim_and_topics() {
    let pages = Paper::print(&workbook(Lang::En)).pages();
    let opening = &pages[page_of(&pages, "Lanterns") - 1];
    for words in [
        "Module 1",
        "Why Lanterns is worth your time.",
        "1.1",
        "Lighting one",
        "Carrying it",
    ] {
        assert!(opening.contains(words), "no {words} in {opening}");
    }
    assert!(!opening.contains("Coming in"), "{opening}");
    let forms = &pages[page_of(&pages, "Forms") - 1];
    assert!(
        forms.contains("A sheet to copy") && !forms.contains("Module"),
        "{forms}"
    );
    let title = &pages[0];
    for words in [
        "Two modules",
        "This workbook belongs to",
        "Riverside Community Service",
    ] {
        assert!(title.contains(words), "no {words} in {title}");
    }
}

#[test]
fn documents_run_on_where_one_foot_holds_for_both() {
    let short = |job: &mut PrintJob| {
        if let Some(book) = &mut job.book {
            book.kind = BookKind::Workbook { runs_on: true };
        }
        // Little to read, so that a second one has room below the first.
        for document in &mut job.documents {
            document.blocks.truncate(1);
        }
    };
    let mut job = workbook(Lang::En);
    short(&mut job);
    let pages = Paper::print(&job).pages();
    let first = page_of(&pages, "Lighting one");
    assert_eq!(page_of(&pages, "Carrying it"), first);
    assert!(
        pages[first - 1].contains("Lanterns"),
        "its foot names the part"
    );
    // What opens a part begins a page, and its first document follows it there.
    assert_eq!(first, page_of(&pages, "Lanterns"));
    assert_eq!(page_of(&pages, "Coming in"), page_of(&pages, "Harbours"));
    assert!(page_of(&pages, "Harbours") > page_of(&pages, "Carrying it"));
    // What is said at the foot of a page holds for all of it.
    let mut job = workbook(Lang::En);
    short(&mut job);
    job.documents[1].source.as_mut().unwrap().review = ReviewStatus::Reviewed {
        by: "Dr Ida Lund".into(),
        on: day(),
    };
    let pages = Paper::print(&job).pages();
    assert_eq!(
        page_of(&pages, "Carrying it"),
        page_of(&pages, "Lighting one") + 1
    );
}

#[test]
fn bookmarks_go_by_part_and_topic() {
    let paper = Paper::print(&workbook(Lang::En));
    let json = run("qpdf", "qpdf", |it| {
        it.args(["--json", "--json-key=outlines"]).arg(paper.path())
    });
    let json: Value = serde_json::from_str(&json).unwrap();
    let tree: Vec<(String, Vec<String>)> = json["outlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mark| {
            let title = |mark: &Value| mark["title"].as_str().unwrap().to_owned();
            let kids = mark["kids"].as_array().unwrap();
            for kid in kids {
                assert!(kid["kids"].as_array().unwrap().is_empty(), "{kid}");
            }
            (title(mark), kids.iter().map(title).collect())
        })
        .collect();
    let expected = [
        ("Two modules", vec![]),
        ("Contents", vec![]),
        ("Lanterns", vec!["Lighting one", "Carrying it"]),
        ("Harbours", vec!["Coming in"]),
        ("Forms", vec!["A sheet to copy"]),
    ];
    let tree: Vec<_> = tree
        .iter()
        .map(|(title, kids)| (title.as_str(), kids.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(tree, expected);
}

#[test]
fn a_book_keeps_the_standards_and_its_contents_are_links() {
    for (size, runs_on) in [(PrintSize::Normal, true), (PrintSize::Large, false)] {
        let mut job = workbook(Lang::Nb);
        job.size = size;
        if let Some(book) = &mut job.book {
            book.kind = BookKind::Workbook { runs_on };
        }
        let paper = Paper::print(&job);
        paper.check();
        let objects = paper.objects();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
        ] {
            assert!(objects.contains(claim), "{claim} is not claimed");
        }
        // Seven lines of contents, four of openings; a line of two pieces is a link in each.
        assert!(objects.matches("/Subtype /Link").count() >= 11);
        let structure = paper.structure();
        for tag in ["TOC", "TOCI", "Link", "H1", "H2", "H3"] {
            assert!(structure.contains(tag), "no {tag} in {structure}");
        }
        job.standard = Standard::A1a;
        Paper::print(&job).check();
    }
}

#[test]
fn only_the_first_pages_are_drawn_when_only_they_are_asked_for() {
    let pages = press().pages(&workbook(Lang::En), 3).unwrap();
    assert_eq!(pages.first.len(), 3);
    assert!(pages.count > 10, "{}", pages.count);
}

#[test]
fn every_page_says_pack_version_and_review_in_its_language() {
    let reviewed = ReviewStatus::Reviewed {
        by: "Dr Ida Lund".into(),
        on: day(),
    };
    for (lang, draft, passed) in [
        (
            Lang::En,
            "Draft text, not yet reviewed by a clinician",
            "Reviewed by Dr Ida Lund, 21 November 2026",
        ),
        (
            Lang::Da,
            "Udkast, endnu ikke gennemgået af en kliniker",
            "Gennemgået af Dr Ida Lund, 21. november 2026",
        ),
        (
            Lang::Nb,
            "Utkast, ennå ikke gjennomgått av en kliniker",
            "Gjennomgått av Dr Ida Lund, 21. november 2026",
        ),
    ] {
        for kind in [DocumentKind::Handout, DocumentKind::Guide] {
            for (review, words) in [(ReviewStatus::Draft, draft), (reviewed.clone(), passed)] {
                let mut document = handout(lang);
                document.kind = kind;
                document.source.as_mut().unwrap().review = review;
                let pages = Paper::print(&job(vec![document])).pages();
                assert!(pages.len() > 1);
                for page in pages {
                    assert!(page.contains("Waymark curriculum 0.1.0"), "{page}");
                    assert!(page.contains(words), "no “{words}” on {page}");
                }
            }
        }
    }
}

#[test]
fn a_book_of_which_some_is_reviewed_says_how_much() {
    let mut job = workbook(Lang::En);
    job.documents[0].source.as_mut().unwrap().review = ReviewStatus::Reviewed {
        by: "Dr Ida Lund".into(),
        on: day(),
    };
    let pages = Paper::print(&job).pages();
    assert!(
        pages[0].contains("1 of 4 texts reviewed by a clinician"),
        "{}",
        pages[0]
    );
}
