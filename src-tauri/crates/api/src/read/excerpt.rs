//! A few words around what was found: enough to know the place again, and to the letter.

use std::ops::Range;

use store::Query;

use crate::wire::{Excerpt, Piece};

/// So many letters stand before what was found first.
const BEFORE: usize = 60;
/// An excerpt is about so many letters long.
const LENGTH: usize = 220;
/// At most so many fields of one place are quoted.
const MOST: usize = 2;

/// Quotes the fields in which something was found.
pub fn of(query: &Query, words: &[(&'static str, String)]) -> Vec<Excerpt> {
    let found = words.iter().filter_map(|(field, text)| {
        let marks = query.marks(text);
        (!marks.is_empty()).then(|| excerpt(field, text, &marks))
    });
    found.take(MOST).collect()
}

fn excerpt(field: &str, text: &str, marks: &[Range<usize>]) -> Excerpt {
    let first = marks.first().map_or(0, |mark| mark.start);
    let start = word_start(text, back(text, first, BEFORE), first);
    let end = word_end(text, forth(text, start, LENGTH));
    let mut pieces = Vec::new();
    let mut at = start;
    for mark in marks.iter().filter(|mark| mark.start < end) {
        push(&mut pieces, text, at..mark.start, false);
        push(&mut pieces, text, mark.start..mark.end.min(end), true);
        at = mark.end.min(end);
    }
    push(&mut pieces, text, at..end, false);
    Excerpt {
        field: field.to_owned(),
        after_more: start > 0,
        before_more: end < text.len(),
        pieces,
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, place: Range<usize>, found: bool) {
    if let Some(text) = text.get(place).filter(|text| !text.is_empty()) {
        pieces.push(Piece {
            text: text.to_owned(),
            found,
        });
    }
}

/// So many letters before a place, in bytes.
fn back(text: &str, from: usize, letters: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    before
        .char_indices()
        .rev()
        .nth(letters - 1)
        .map_or(0, |(at, _)| at)
}

/// So many letters after a place, in bytes.
fn forth(text: &str, from: usize, letters: usize) -> usize {
    let after = text.get(from..).unwrap_or_default();
    after
        .char_indices()
        .nth(letters)
        .map_or(text.len(), |(at, _)| from + at)
}

/// The beginning of the first whole word from a place on, no later than `latest`.
fn word_start(text: &str, from: usize, latest: usize) -> usize {
    if from == 0 {
        return 0;
    }
    let between = text.get(from..latest).unwrap_or_default();
    let space = between.find(char::is_whitespace);
    space.map_or(from, |at| {
        let rest = between.get(at..).unwrap_or_default();
        from + at + (rest.len() - rest.trim_start().len())
    })
}

/// The end of the word that a place lies in.
fn word_end(text: &str, from: usize) -> usize {
    let after = text.get(from..).unwrap_or_default();
    after
        .find(char::is_whitespace)
        .map_or(text.len(), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(typed: &str, text: &str) -> String {
        let excerpts = of(&Query::parse(typed), &[("agenda", text.to_owned())]);
        let excerpt = excerpts.first().expect("something was found");
        let pieces = excerpt.pieces.iter().map(|piece| {
            if piece.found {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        });
        format!(
            "{}{}{}",
            if excerpt.after_more { "…" } else { "" },
            pieces.collect::<String>(),
            if excerpt.before_more { "…" } else { "" }
        )
    }

    #[test]
    fn a_short_text_is_quoted_whole_and_to_the_letter() {
        assert_eq!(
            quoted("aen sov", "Sov godt, gik til ÅEN."),
            "[Sov] godt, gik til [ÅEN]."
        );
    }

    #[test]
    fn a_long_one_begins_and_ends_at_words() {
        let text = format!(
            "{}the kettle {}",
            "some words ".repeat(40),
            "and more æøå ".repeat(40)
        );
        let quoted = quoted("kettle", &text);
        assert!(
            quoted.starts_with("…words some words") || quoted.starts_with("…some words"),
            "{quoted}"
        );
        assert!(quoted.contains("the [kettle] and"), "{quoted}");
        assert!(
            quoted.ends_with("æøå…") || quoted.ends_with("and…") || quoted.ends_with("more…"),
            "{quoted}"
        );
        assert!(quoted.chars().count() < LENGTH + 20, "{quoted}");
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_letters() {
        let text = "å".repeat(900);
        assert!(quoted(&text, &text).starts_with("[å"));
    }
}
