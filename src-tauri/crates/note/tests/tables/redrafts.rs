//! What stays and what changes when a note is drafted again.

use domain::note::{NoteFormat, NoteSection, NoteSectionKind};
use note::{place, redraft};

use crate::case::Case;

fn section(drafted: &str, text: &str, judgement: &str, unconfirmed: bool) -> NoteSection {
    NoteSection {
        kind: NoteSectionKind::Plan,
        drafted: drafted.into(),
        text: text.into(),
        judgement: judgement.into(),
        unconfirmed,
    }
}

#[test]
fn the_practitioners_words_stay_and_the_rest_is_fresh() {
    for (old, fresh, merged) in [
        // Untouched: the fresh text, with its own mark.
        (
            section("a", "a", "", false),
            section("b", "b", "", true),
            section("b", "b", "", true),
        ),
        // Untouched and unchanged: a confirmation stands.
        (
            section("a", "a", "", false),
            section("a", "a", "", true),
            section("a", "a", "", false),
        ),
        // Rewritten: the text stays, the draft beside it is fresh.
        (
            section("a", "mine", "", false),
            section("b", "b", "", true),
            section("b", "mine", "", false),
        ),
        // Emptied on purpose.
        (
            section("a", "", "", false),
            section("b", "b", "", false),
            section("b", "", "", false),
        ),
        // A judgement always stays.
        (
            section("a", "a", "calm", false),
            section("b", "b", "", false),
            section("b", "b", "calm", false),
        ),
        // Rewritten but not confirmed.
        (
            section("a", "mine", "", true),
            section("b", "b", "", false),
            section("b", "mine", "", true),
        ),
    ] {
        assert_eq!(redraft(&[old], vec![fresh]), [merged]);
    }
}

#[test]
fn a_section_the_old_note_lacks_is_taken_as_drafted() {
    let fresh = section("a", "a", "", true);
    assert_eq!(redraft(&[], vec![fresh.clone()]), [fresh]);
}

fn in_format(format: NoteFormat) -> Vec<NoteSection> {
    let case = Case {
        format,
        ..Case::full()
    };
    case.draft()
}

fn of(sections: &[NoteSection], kind: NoteSectionKind) -> NoteSection {
    let mut found = sections.iter().filter(|section| section.kind == kind);
    let section = found.next().unwrap().clone();
    assert_eq!(found.next(), None, "{kind:?} stands twice");
    section
}

/// Every word somebody typed into one note, with a place for each.
fn typed_everywhere(format: NoteFormat) -> Vec<NoteSection> {
    let mut sections = in_format(format);
    for section in &mut sections {
        section
            .text
            .push_str(&format!("\nAdded to {:?}.", section.kind));
        section.judgement = format!("Judged under {:?}.", section.kind);
    }
    sections
}

#[test]
fn no_change_of_format_loses_what_was_typed_and_the_way_back_puts_it_in_its_place() {
    for from in NoteFormat::ALL {
        let before = typed_everywhere(from);
        for to in NoteFormat::ALL {
            let there = redraft(&before, in_format(to));
            for section in &before {
                assert_eq!(&of(&there, section.kind), section, "{from:?} to {to:?}");
            }
            let (own, left) = there.split_at(to.sections().len());
            let kinds: Vec<_> = own.iter().map(|section| section.kind).collect();
            assert_eq!(kinds, to.sections());
            assert!(left.iter().all(|section| !to.has(section.kind)));
            assert_eq!(redraft(&there, in_format(to)), there, "drafted again");
            let back = redraft(&there, in_format(from));
            assert_eq!(back, before, "{from:?} to {to:?} and back");
        }
    }
}

#[test]
fn a_format_that_nobody_typed_in_leaves_nothing_behind() {
    for from in NoteFormat::ALL {
        for to in NoteFormat::ALL {
            assert_eq!(redraft(&in_format(from), in_format(to)), in_format(to));
        }
    }
}

#[test]
fn of_a_section_that_was_only_judged_the_facts_are_not_told_a_second_time() {
    let mut imr = in_format(NoteFormat::Imr);
    let at = imr
        .iter()
        .position(|section| section.kind == NoteSectionKind::Risk)
        .unwrap();
    imr[at].judgement = "No sign of risk.".into();
    let dap = redraft(&imr, in_format(NoteFormat::Dap));
    let left = of(&dap, NoteSectionKind::Risk);
    assert_eq!(
        (left.text.as_str(), left.judgement.as_str()),
        ("", "No sign of risk.")
    );
    assert_eq!(redraft(&dap, in_format(NoteFormat::Imr)), imr);
}

#[test]
fn text_from_an_earlier_format_is_placed_at_the_end_of_a_section_or_taken_out() {
    let mut imr = in_format(NoteFormat::Imr);
    imr[10].text = "Asked, and none.".into();
    imr[10].judgement = "No sign of risk.".into();
    let dap = redraft(&imr, in_format(NoteFormat::Dap));
    let data = of(&dap, NoteSectionKind::Data).text;

    let mut placed = dap.clone();
    assert!(place(
        &mut placed,
        NoteSectionKind::Risk,
        Some(NoteSectionKind::Data)
    ));
    assert_eq!(placed.len(), 3);
    let section = of(&placed, NoteSectionKind::Data);
    assert_eq!(
        section.text,
        format!("{data}\n\nAsked, and none.\n\nNo sign of risk.")
    );
    assert_eq!(section.judgement, "");

    let mut judged = dap.clone();
    assert!(place(
        &mut judged,
        NoteSectionKind::Risk,
        Some(NoteSectionKind::Assessment)
    ));
    let section = of(&judged, NoteSectionKind::Assessment);
    assert_eq!(section.text, "");
    assert_eq!(section.judgement, "Asked, and none.\n\nNo sign of risk.");

    let mut without = dap.clone();
    assert!(place(&mut without, NoteSectionKind::Risk, None));
    assert_eq!(without, in_format(NoteFormat::Dap));

    let mut untouched = dap.clone();
    for (from, into) in [
        (NoteSectionKind::Skill, None),
        (NoteSectionKind::Risk, Some(NoteSectionKind::Risk)),
        (NoteSectionKind::Risk, Some(NoteSectionKind::Objective)),
    ] {
        assert!(!place(&mut untouched, from, into));
    }
    assert_eq!(untouched, dap);
}
