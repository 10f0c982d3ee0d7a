//! What somebody typed into a search, read: the words looked for, each in every way it is written.
//!
//! Case and accents never count. *ø*, *æ* and *å* are found under their plain letters and the other way round: `sorensen`
//! finds Sørensen, `aarhus` finds Århus. A word is also found as the beginning of a longer one, from its third letter on;
//! what stands in quotation marks is found as it stands there.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word of fewer letters is looked for as it stands: half the vault begins with it.
pub(super) const BEGINNING: usize = 3;
/// At most so many ways of writing are tried for a word or phrase.
const MOST_SPELLINGS: usize = 24;

/// What is looked for: a row must hold every term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// A word, or words in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Every way it is written, as folded words; never empty.
    pub(super) spellings: Vec<Vec<String>>,
    /// Whether its last word may go on.
    pub(super) open: bool,
}

impl Query {
    /// Reads what was typed. A quotation mark that is not closed yet goes to the end.
    pub fn parse(typed: &str) -> Self {
        let mut terms = Vec::new();
        for (n, part) in typed.split(is_quotation_mark).enumerate() {
            let quoted = n % 2 == 1;
            if quoted {
                let closed = typed.matches(is_quotation_mark).count() > n;
                terms.extend(Term::read(part, !closed));
            } else {
                let words = part.split_whitespace();
                terms.extend(words.filter_map(|word| Term::read(word, true)));
            }
        }
        Self { terms }
    }

    /// Tells whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Returns where in a text the terms stand, in bytes, in order and apart from each other.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut marks: Vec<Range<usize>> = self
            .terms
            .iter()
            .flat_map(|term| term.marks(&words))
            .collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        marks.dedup_by(|next, kept| {
            let overlaps = next.start <= kept.end;
            if overlaps {
                kept.end = kept.end.max(next.end);
            }
            overlaps
        });
        marks
    }

    /// Whether it asks for words that stand side by side.
    pub(super) fn is_phrase(&self) -> bool {
        self.terms
            .iter()
            .any(|term| term.spellings.iter().any(|spelling| spelling.len() > 1))
    }

    /// Tells whether a text holds every term.
    pub(super) fn fits(&self, text: &str) -> bool {
        let words = words(text);
        self.terms
            .iter()
            .all(|term| term.marks(&words).next().is_some())
    }
}

impl Term {
    fn read(typed: &str, open: bool) -> Option<Self> {
        let mut spellings = vec![Vec::new()];
        let mut last = 0;
        for (place, _) in words(typed) {
            let word = typed.get(place)?;
            last = word.chars().count();
            spellings = join(&spellings, &written(word), |phrase, word| {
                [phrase.as_slice(), &[word.to_owned()]].concat()
            });
        }
        (last > 0).then_some(Self {
            spellings,
            open: open && last >= BEGINNING,
        })
    }

    fn marks<'t>(
        &'t self,
        words: &'t [(Range<usize>, String)],
    ) -> impl Iterator<Item = Range<usize>> + 't {
        (0..words.len()).filter_map(move |at| {
            let here = words.get(at..)?;
            let fits = |spelling: &&Vec<String>| {
                let (Some((last, before)), Some(found)) =
                    (spelling.split_last(), here.get(..spelling.len()))
                else {
                    return false;
                };
                let ends = found.last().is_some_and(|(_, word)| {
                    word == last || (self.open && word.starts_with(last.as_str()))
                });
                ends && before.iter().zip(found).all(|(a, (_, b))| a == b)
            };
            let length = self.spellings.iter().find(fits)?.len();
            let (first, end) = (here.first()?, here.get(length - 1)?);
            Some(first.0.start..end.0.end)
        })
    }
}

fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The words of a text, folded as the index folds them, each with its place.
fn words(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        // Letters in circles are signs to the index.
        let sign = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
        let letter = (c.is_alphanumeric() && !sign) || (inside && is_combining_mark(c));
        if letter {
            let end = at + c.len_utf8();
            match found.last_mut().filter(|_| inside) {
                Some((place, word)) => {
                    place.end = end;
                    fold(c, word);
                }
                None => {
                    let mut word = String::new();
                    fold(c, &mut word);
                    found.push((at..end, word));
                }
            }
        }
        inside = letter;
    }
    found
}

/// Adds a letter without case and accent. Only what the index drops as an accent is one: the marks of other scripts are a
/// part of the word.
fn fold(c: char, into: &mut String) {
    if c.is_ascii() {
        into.push(c.to_ascii_lowercase());
    } else {
        let plain = c
            .to_lowercase()
            .nfd()
            .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
            .nfc();
        into.extend(plain);
    }
}

/// Every way a word is written, folded: the typed one first.
fn written(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.to_lowercase().nfc().collect();
    let mut spellings = vec![String::new()];
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let (length, ways): (_, &[&str]) = match (letter, letters.get(at + 1)) {
            ('a', Some('a')) => (2, &["aa", "a"]),
            ('a', Some('e')) => (2, &["ae", "æ"]),
            ('o', Some('e')) => (2, &["oe", "ø"]),
            ('å', _) => (1, &["a", "aa"]),
            ('æ', _) => (1, &["æ", "ae"]),
            ('ä', _) => (1, &["a", "æ"]),
            ('ø', _) => (1, &["ø", "o", "oe"]),
            ('o' | 'ö', _) => (1, &["o", "ø"]),
            _ => (1, &[]),
        };
        if ways.is_empty() {
            spellings
                .iter_mut()
                .for_each(|spelling| fold(letter, spelling));
        } else {
            spellings = join(&spellings, ways, |start, way| format!("{start}{way}"));
        }
        at += length;
    }
    spellings
}

/// Every beginning with every end, as long as that is not too many; else with the first end alone.
fn join<A, B>(starts: &[A], ends: &[B], both: impl Fn(&A, &B) -> A) -> Vec<A> {
    let few = starts.len() * ends.len() <= MOST_SPELLINGS;
    let ends = if few {
        ends
    } else {
        ends.get(..1).unwrap_or(ends)
    };
    ends.iter()
        .flat_map(|end| starts.iter().map(|start| both(start, end)))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn marked(typed: &str, text: &str) -> Vec<String> {
        let marks = Query::parse(typed).marks(text);
        marks
            .into_iter()
            .map(|mark| text[mark].to_owned())
            .collect()
    }

    #[test]
    fn case_accents_and_nordic_letters_do_not_count() {
        for (typed, text) in [
            ("SORENSEN", "Sørensen"),
            ("sørensen", "Sorensen"),
            ("sørensen", "Soerensen"),
            ("soerensen", "Sørensen"),
            ("aarhus", "Århus"),
            ("århus", "Aarhus"),
            ("arhus", "Århus"),
            ("kaere", "kære"),
            ("kære", "kaere"),
            ("cafe", "Café"),
            ("café", "cafe\u{301}"),
            ("jönsson", "Jønsson"),
        ] {
            assert_eq!(marked(typed, text), [text], "{typed}");
        }
        assert!(marked("sorn", "Sørensen").is_empty());
    }

    #[test]
    fn a_word_is_found_as_a_beginning_from_its_third_letter_on() {
        assert_eq!(marked("mor", "Min morgen"), ["morgen"]);
        assert_eq!(marked("mo", "Min morgen, mo"), ["mo"]);
        assert!(marked("orgen", "Min morgen").is_empty());
    }

    #[test]
    fn a_phrase_is_found_as_it_stands() {
        let text = "We walk home. Walking home alone; home walk.";
        assert_eq!(marked("\"walk home\"", text), ["walk home"]);
        assert_eq!(marked("\"walk hom", text), ["walk home"]);
        assert!(marked("\"walk hom\"", text).is_empty());
        assert_eq!(marked("“home alone”", text), ["home alone"]);
        assert_eq!(
            marked("walk-home", text),
            ["walk home"],
            "joined words are words in a row"
        );
    }

    #[test]
    fn every_term_must_be_there_and_marks_lie_apart() {
        let query = Query::parse("coffee \"coffee with\" ann");
        assert!(query.fits("Ann had a coffee with me"));
        assert!(!query.fits("Ann had coffee"));
        assert_eq!(
            marked("coffee \"coffee with\" ann", "Coffee with Ann"),
            ["Coffee with", "Ann"]
        );
    }

    #[test]
    fn nothing_but_marks_and_spaces_is_nothing() {
        for typed in ["", "  ", "\"\"", "--- !?", "\"", "*", "« »"] {
            assert!(Query::parse(typed).is_empty(), "{typed}");
        }
    }

    #[test]
    fn ways_of_writing_have_an_end() {
        let query = Query::parse(&"o".repeat(400));
        assert!(
            query
                .terms
                .iter()
                .all(|term| term.spellings.len() <= MOST_SPELLINGS)
        );
    }
}
