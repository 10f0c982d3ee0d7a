//! What stays and what changes when a note is drafted again.

use domain::note::{NoteSection, NoteSectionKind};
use note::redraft;

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
