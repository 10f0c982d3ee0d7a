//! Drafts again, after more was recorded or in another format, without taking anything from the practitioner.

use domain::note::{NoteSection, NoteSectionKind};

use crate::lines::is_blank;

/// Merges a fresh draft into a note that may have been written in, and may have had another format.
///
/// Every judgement stays. A section whose text was changed keeps that text; any other takes the fresh one. A
/// confirmation stands as long as the text it was given for does. What was written in a section that the fresh draft does
/// not have stands after it, until somebody places or removes it; the way back to the earlier format puts it in its place.
pub fn redraft(old: &[NoteSection], fresh: Vec<NoteSection>) -> Vec<NoteSection> {
    let left = old
        .iter()
        .filter(|section| !fresh.iter().any(|new| new.kind == section.kind));
    let left: Vec<_> = left.filter_map(written).collect();
    let merged =
        fresh.into_iter().map(
            |new| match old.iter().find(|section| section.kind == new.kind) {
                Some(section) => merge(section, new),
                None => new,
            },
        );
    merged.chain(left).collect()
}

fn merge(old: &NoteSection, mut new: NoteSection) -> NoteSection {
    new.judgement.clone_from(&old.judgement);
    if old.is_rewritten() {
        new.text.clone_from(&old.text);
    }
    if old.is_rewritten() || old.text == new.text {
        new.unconfirmed = old.unconfirmed;
    }
    new
}

/// What somebody wrote in a section; nothing where nobody did. Text as it was drafted stays behind, since the fresh draft
/// tells the same facts.
fn written(section: &NoteSection) -> Option<NoteSection> {
    if !section.is_written_in() {
        return None;
    }
    let mut section = section.clone();
    if !section.is_rewritten() {
        section.drafted.clear();
        section.text.clear();
        section.unconfirmed = false;
    }
    Some(section)
}

/// Moves what is written in one section to the end of another, or takes it out where no other is named.
///
/// A judgement goes to the judgement of a section that asks for one, and into its text elsewhere. Returns whether both
/// sections were there.
pub fn place(
    sections: &mut Vec<NoteSection>,
    from: NoteSectionKind,
    into: Option<NoteSectionKind>,
) -> bool {
    let Some(at) = sections.iter().position(|section| section.kind == from) else {
        return false;
    };
    match into {
        None => {
            sections.remove(at);
            true
        }
        Some(kind) if kind == from || !sections.iter().any(|section| section.kind == kind) => false,
        Some(kind) => {
            let moved = sections.remove(at);
            if let Some(section) = sections.iter_mut().find(|section| section.kind == kind) {
                take_in(section, moved);
            }
            true
        }
    }
}

fn take_in(section: &mut NoteSection, moved: NoteSection) {
    let judges_alone = section.kind.facts().is_empty();
    let judged = section.kind.asks_judgement();
    for (words, to_judgement) in [(moved.text, judges_alone), (moved.judgement, judged)] {
        let target = if to_judgement {
            &mut section.judgement
        } else {
            &mut section.text
        };
        if is_blank(&words) {
            continue;
        }
        if !is_blank(target) {
            target.push_str("\n\n");
        }
        target.push_str(&words);
    }
    section.unconfirmed |= moved.unconfirmed;
}
