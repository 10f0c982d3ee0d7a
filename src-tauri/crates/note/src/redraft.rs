//! Drafts again after more was recorded, without taking anything from the practitioner.

use domain::note::NoteSection;

/// Merges a fresh draft into a note that may have been written in.
///
/// Every judgement stays. A section whose text was changed keeps that text; any other takes the fresh one. A
/// confirmation stands as long as the text it was given for does.
pub fn redraft(old: &[NoteSection], fresh: Vec<NoteSection>) -> Vec<NoteSection> {
    fresh
        .into_iter()
        .map(
            |new| match old.iter().find(|section| section.kind == new.kind) {
                Some(section) => merge(section, new),
                None => new,
            },
        )
        .collect()
}

fn merge(old: &NoteSection, mut new: NoteSection) -> NoteSection {
    new.judgement.clone_from(&old.judgement);
    let rewritten = old.text != old.drafted;
    if rewritten {
        new.text.clone_from(&old.text);
    }
    if rewritten || old.text == new.text {
        new.unconfirmed = old.unconfirmed;
    }
    new
}
