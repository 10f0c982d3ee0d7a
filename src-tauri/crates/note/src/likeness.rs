//! Tells where what is typed in a draft stands in earlier notes already: text that was copied speaks of another day.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::{
    NoteId,
    note::{Likeness, NoteSection, Written},
};

/// How many words in a row are compared.
const ROW: usize = 4;

/// Shorter text is not compared: "No sign of risk today." is rightly said again and again.
const FEWEST_WORDS: usize = 12;

/// How much of a text, in hundredths of its rows of words, makes it worth saying.
const MUCH: usize = 60;

/// A section of an earlier note that somebody wrote in.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The note.
    pub note: NoteId,
    /// The day of its session.
    pub on: NaiveDate,
    /// The section.
    pub section: NoteSection,
}

/// Compares what is typed in a draft with what was typed in earlier notes, newest first and each note in one piece.
///
/// Only typed words count, on both sides: what is drafted from the record is bound to repeat itself. Each text names the
/// one earlier note that holds most of it, the newest where several hold as much.
pub fn likenesses(sections: &[NoteSection], earlier: &[Earlier]) -> Vec<Likeness> {
    let notes: Vec<(&Earlier, Vec<Vec<String>>)> = earlier
        .chunk_by(|one, next| one.note == next.note)
        .filter_map(|note| Some((note.first()?, note.iter().flat_map(texts).collect())))
        .collect();
    let mut found = Vec::new();
    for section in sections {
        for (written, words) in [
            (Written::Text, words_of(&typed(section))),
            (Written::Judgement, words_of(&section.judgement)),
        ] {
            if words.len() < FEWEST_WORDS {
                continue;
            }
            let rows: HashSet<&[String]> = words.windows(ROW).collect();
            let mut best: Option<(usize, &Earlier)> = None;
            for (note, texts) in &notes {
                let shared: HashSet<&[String]> = texts
                    .iter()
                    .flat_map(|text| text.windows(ROW))
                    .filter(|row| rows.contains(row))
                    .collect();
                if best.is_none_or(|(most, _)| shared.len() > most) {
                    best = Some((shared.len(), note));
                }
            }
            if let Some((shared, note)) = best
                && shared * 100 >= rows.len() * MUCH
            {
                found.push(Likeness {
                    kind: section.kind,
                    written,
                    note: note.note,
                    on: note.on,
                });
            }
        }
    }
    found
}

/// Both texts of an earlier section, as words.
fn texts(earlier: &Earlier) -> [Vec<String>; 2] {
    let section = &earlier.section;
    [words_of(&typed(section)), words_of(&section.judgement)]
}

/// The lines of a section's text that were not drafted.
fn typed(section: &NoteSection) -> String {
    if !section.is_rewritten() {
        return String::new();
    }
    let drafted: HashSet<&str> = section.drafted.lines().map(str::trim).collect();
    let lines = section.text.lines();
    let typed: Vec<_> = lines
        .filter(|line| !drafted.contains(line.trim()))
        .collect();
    typed.join("\n")
}

/// Letters and digits only, so that a comma more or a capital less hides nothing.
fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
