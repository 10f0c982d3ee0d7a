//! What stands on the pages.

use domain::{
    Lang,
    document::{Block, DocumentKind},
    settings::{PaperSize, PrintSize},
};

use crate::{
    examples::{draft_note, filled, handout, maria, note, words},
    readers::{Paper, job, press},
};

#[test]
fn every_page_says_which_of_how_many_it_is() {
    for (lang, of) in [
        (Lang::En, ("page", "of")),
        (Lang::Da, ("side", "af")),
        (Lang::Nb, ("side", "av")),
    ] {
        let pages = Paper::print(&job(vec![handout(lang)])).pages();
        assert!(pages.len() > 1);
        for (index, page) in pages.iter().enumerate() {
            let number = format!("{} {} {} {}", of.0, index + 1, of.1, pages.len());
            assert!(
                page.contains(&number),
                "{number} is not on page {}: {page}",
                index + 1
            );
        }
    }
}

#[test]
fn each_document_of_a_job_counts_its_own_pages_and_starts_on_a_new_one() {
    let alone = [handout(Lang::En), note(Lang::En), filled(Lang::Da)]
        .map(|document| Paper::print(&job(vec![document])).pages().len());
    let pages = Paper::print(&job(vec![
        handout(Lang::En),
        note(Lang::En),
        filled(Lang::Da),
    ]))
    .pages();
    assert_eq!(pages.len(), alone.iter().sum::<usize>());
    let second = &pages[alone[0]];
    assert!(
        second.contains("Session note") && second.contains(&format!("page 1 of {}", alone[1])),
        "{second}"
    );
    let third = &pages[alone[0] + alone[1]];
    assert!(
        third.contains(&format!("side 1 af {}", alone[2])),
        "{third}"
    );
}

#[test]
fn a_personal_page_names_the_person_and_the_day_on_every_page() {
    for (document, day) in [
        (filled(Lang::En), "21 November 2026"),
        (filled(Lang::Nb), "21. november 2026"),
        (note(Lang::Da), "21. november 2026"),
    ] {
        for page in Paper::print(&job(vec![document.clone()])).pages() {
            assert!(
                page.contains("Maria Høegh") && page.contains("0417") && page.contains(day),
                "{page}"
            );
        }
    }
}

#[test]
fn a_blank_handout_names_nobody_but_the_pack_and_its_review() {
    let mut blank = handout(Lang::En);
    blank.blocks.push(Block::NewSheet);
    for page in Paper::print(&job(vec![blank])).pages() {
        assert!(!page.contains("Maria"), "{page}");
        assert!(page.contains("Waymark curriculum 0.1.0"), "{page}");
        assert!(page.contains("not yet reviewed"), "{page}");
        assert!(page.contains("Riverside Community Service"), "{page}");
    }
}

#[test]
fn a_draft_says_so_on_every_page_and_a_signed_note_never_does() {
    let mut long = draft_note(Lang::En);
    let again = long.blocks.clone();
    long.blocks.extend(again);
    let pages = Paper::print(&job(vec![long])).pages();
    assert!(pages.len() > 1);
    assert!(pages.iter().all(|page| page.contains("DRAFT")));
    assert!(
        Paper::print(&job(vec![note(Lang::En)]))
            .pages()
            .iter()
            .all(|page| !page.contains("DRAFT"))
    );
}

#[test]
fn answers_stand_in_their_places_and_marks_are_readable_as_text() {
    let paper = Paper::print(&job(vec![filled(Lang::En)]));
    let text = paper.text();
    for words in [
        "Then band practice, even if I only sit and listen.",
        "Walk to the music shop with Ann",
        "Marked: 7",
        "Ask the shop about the Thursday jam",
        "Feeding the crows",
        "Waiting without asking questions",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    // Four in the checklist, two in the rating, three in the worksheet, one in the cards, one in the check, one at home.
    assert_eq!(text.matches('✓').count(), 12, "{text}");
    assert_eq!(
        Paper::print(&job(vec![handout(Lang::En)]))
            .text()
            .matches('✓')
            .count(),
        0
    );
}

#[test]
fn answers_to_another_topic_or_another_copy_stay_off_the_page() {
    let mut document = filled(Lang::En);
    document.topic = Some("another-topic".into());
    assert!(
        !Paper::print(&job(vec![document]))
            .text()
            .contains("Walk to the music shop")
    );
}

#[test]
fn a_knowledge_check_gives_no_answer_away() {
    let text = Paper::print(&job(vec![handout(Lang::En)])).text();
    assert!(text.contains("Who decides what recovery means for you?"));
    assert!(!text.contains("Recovery is yours to define"));
    assert!(!text.contains("Small steps are kept"));
}

#[test]
fn prose_has_at_most_66_characters_a_line() {
    for size in [PrintSize::Normal, PrintSize::Large] {
        let mut document = handout(Lang::En);
        document.blocks.retain(|block| {
            matches!(
                block,
                Block::Paragraph { .. }
                    | Block::KeyPoint { .. }
                    | Block::List { .. }
                    | Block::Story { .. }
            )
        });
        let mut job = job(vec![document]);
        job.size = size;
        for page in Paper::print(&job).pages() {
            for line in page
                .lines()
                .map(str::trim)
                .filter(|line| !line.contains("page ") && !line.contains("Waymark curriculum"))
            {
                assert!(
                    line.chars().count() <= 66,
                    "{} characters: {line}",
                    line.chars().count()
                );
            }
        }
    }
}

#[test]
fn prose_ends_where_tables_and_the_foot_of_the_page_end() {
    for size in [PrintSize::Normal, PrintSize::Large] {
        for paper in [PaperSize::A4, PaperSize::Letter] {
            let mut document = handout(Lang::En);
            document.blocks = vec![Block::Paragraph {
                words: words(&"mm ".repeat(200)),
            }];
            let mut job = job(vec![document]);
            (job.size, job.paper) = (size, paper);
            let ends = Paper::print(&job).right_ends();
            let most = |of: &dyn Fn(&str) -> bool| {
                let those = ends.iter().filter(|(word, _)| of(word));
                those.map(|(_, right)| *right).fold(0.0, f64::max)
            };
            let prose = most(&|word| word == "mm");
            let foot = most(&|word| word != "mm");
            // A line ends at most one word before the edge.
            assert!(
                prose <= foot + 0.5 && prose > foot - 40.0,
                "{size:?} {paper:?}: prose ends at {prose}, the foot at {foot}"
            );
        }
    }
}

#[test]
fn large_print_and_letter_paper_are_what_they_say() {
    let mut job = job(vec![handout(Lang::En)]);
    assert!(
        Paper::print(&job)
            .info()
            .contains("595.276 x 841.89 pts (A4)")
    );
    job.paper = PaperSize::Letter;
    assert!(Paper::print(&job).info().contains("612 x 792 pts (letter)"));
    let normal = Paper::print(&job).pages().len();
    job.size = PrintSize::Large;
    assert!(Paper::print(&job).pages().len() > normal);
}

#[test]
fn the_preview_shows_the_pages_of_the_pdf() {
    let job = job(vec![filled(Lang::En), note(Lang::En)]);
    let pages = press().pages(&job, 2).unwrap();
    assert_eq!(pages.count, Paper::print(&job).pages().len());
    assert_eq!(press().count(&job).unwrap(), pages.count);
    assert_eq!(pages.first.len(), 2);
    for page in pages.first {
        assert!((page.width_pt - 595.276).abs() < 0.01 && (page.height_pt - 841.89).abs() < 0.01);
        assert!(page.svg.starts_with("<svg") && page.svg.trim_end().ends_with("</svg>"));
        assert!(
            !page.svg.contains("http://") || !page.svg.contains("<image"),
            "a page must load nothing"
        );
    }
}

#[test]
fn nothing_to_print_is_said_so() {
    let said = press().pdf(&job(Vec::new())).unwrap_err().to_string();
    assert_eq!(said, "there is nothing to print; choose at least one page");
}

#[test]
fn breaks_at_the_end_of_a_document_print_no_empty_page() {
    let mut document = note(Lang::En);
    let pages = Paper::print(&job(vec![document.clone()])).pages().len();
    document.blocks.extend([Block::NewSheet, Block::NewSheet]);
    assert_eq!(Paper::print(&job(vec![document])).pages().len(), pages);
}

#[test]
fn a_new_sheet_is_a_front_side_and_its_back_stays_free() {
    let paragraph = |text: &str| Block::Paragraph { words: words(text) };
    let mut document = note(Lang::En);
    document.blocks = vec![
        paragraph("For everybody."),
        Block::NewSheet,
        paragraph("For few."),
    ];
    let pages = Paper::print(&job(vec![document.clone()])).pages();
    let on = |pages: &[String], what: &str| pages.iter().position(|page| page.contains(what));
    // The first page, its back, and then the front of the next sheet; nothing behind it.
    assert_eq!(
        (on(&pages, "For everybody."), on(&pages, "For few.")),
        (Some(0), Some(2))
    );
    assert_eq!(pages.len(), 3);
    assert!(pages[2].contains("page 3 of 3"), "{}", pages[2]);
    // In a packet it is the sheets of the packet that count.
    let pages = Paper::print(&job(vec![note(Lang::En), document, handout(Lang::En)])).pages();
    let few = on(&pages, "For few.").unwrap();
    assert_eq!(few % 2, 0, "{few}");
    let next = on(&pages, "Find out what already helps").unwrap();
    assert_eq!(next, few + 2, "the back of what goes to few stays free");
    assert_eq!(pages[few + 1].trim(), "");
}

#[test]
fn a_sheet_without_person_or_source_still_has_its_title_and_pages() {
    let mut document = note(Lang::Nb);
    document.kind = DocumentKind::Sheet;
    document.person = None;
    let text = Paper::print(&job(vec![document])).text();
    assert!(
        text.contains("Session note") && text.contains("side 1 av"),
        "{text}"
    );
    assert!(!text.contains(&maria().record_number));
}
