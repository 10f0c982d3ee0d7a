//! When text that is typed is said to stand in an earlier note.

use domain::note::{NoteSection, NoteSectionKind, Written};
use note::{Earlier, likenesses};

use crate::case::{id, on};

const TOLD: &str = "She was on time and rested, spoke freely about her week, and laughed twice when we went over the band.";

fn section(kind: NoteSectionKind, drafted: &str, text: &str, judgement: &str) -> NoteSection {
    NoteSection {
        kind,
        drafted: drafted.into(),
        text: text.into(),
        judgement: judgement.into(),
        unconfirmed: false,
    }
}

fn judged(judgement: &str) -> NoteSection {
    section(NoteSectionKind::Response, "", "", judgement)
}

fn earlier(n: u32, day: u32, section: NoteSection) -> Earlier {
    Earlier {
        note: id(n),
        on: on(2026, 4, day),
        section,
    }
}

#[test]
fn what_was_copied_is_told_and_what_is_new_or_short_is_not() {
    let short = "No sign of risk today.";
    for (now, before, alike) in [
        (TOLD, TOLD, true),
        // Neither capitals nor commas hide it, nor a sentence more.
        (
            "SHE was on time, and rested, spoke freely about her week and laughed twice when we went over the band! Tired.",
            TOLD,
            true,
        ),
        // A changed word here and there hides little.
        (
            "She was on time and rested, spoke freely about her week, and smiled twice when we went over the band.",
            TOLD,
            true,
        ),
        (
            "He came late and tired, said little about the week, and wanted to stop before we had looked at the goals.",
            TOLD,
            false,
        ),
        // A fifth of it is no copy.
        (
            "She was on time and rested. Then her sister rang, and we spent the rest of the meeting on what to say to her about the flat.",
            TOLD,
            false,
        ),
        (short, short, false),
        ("", "", false),
    ] {
        let found = likenesses(&[judged(now)], &[earlier(1, 3, judged(before))]);
        assert_eq!(!found.is_empty(), alike, "{now}");
    }
}

#[test]
fn it_is_found_whatever_section_and_format_it_stood_in() {
    let data = section(
        NoteSectionKind::Data,
        "Maria H. attended.",
        &format!("Maria H. attended.\n\n{TOLD}"),
        "",
    );
    let [found] = likenesses(&[judged(TOLD)], &[earlier(1, 3, data)])[..] else {
        panic!("found once");
    };
    assert_eq!(found.kind, NoteSectionKind::Response);
    assert_eq!(found.written, Written::Judgement);
    assert_eq!((found.note, found.on), (id(1), on(2026, 4, 3)));
}

#[test]
fn drafted_lines_are_bound_to_repeat_and_are_not_compared() {
    let lines = "Connected information and skills with personal goals.\nPromoted hope and positive expectations.\nExplored pros and cons of change.";
    let drafted = section(NoteSectionKind::Motivational, lines, lines, "");
    let added = section(
        NoteSectionKind::Motivational,
        lines,
        &format!("{lines}\nBriefly."),
        "",
    );
    for now in [&drafted, &added] {
        for before in [&drafted, &added] {
            let before = earlier(1, 3, before.clone());
            assert_eq!(likenesses(std::slice::from_ref(now), &[before]), []);
        }
    }
}

#[test]
fn the_note_that_holds_most_is_named_and_the_newest_of_several() {
    let half = judged(&TOLD[..60]);
    let before = [
        earlier(4, 24, half),
        earlier(3, 17, judged(TOLD)),
        earlier(2, 10, judged(TOLD)),
    ];
    let [found] = likenesses(&[judged(TOLD)], &before)[..] else {
        panic!("found once");
    };
    assert_eq!(found.on, on(2026, 4, 17));
}
