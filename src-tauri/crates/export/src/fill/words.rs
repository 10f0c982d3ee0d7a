//! Words as writers get them: runs in a voice, and what somebody said, line by line.

use domain::document::{Inline, Words};
use serde::Serialize;

/// Words in one voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "voice", content = "text", rename_all = "kebab-case")]
pub enum Run {
    /// Plain words.
    Plain(String),
    /// Words that carry weight.
    Strong(String),
    /// Words said with a different voice.
    Emphasis(String),
    /// Words said beside the others, smaller and greyer.
    Soft(String),
    /// The end of a line inside a paragraph.
    Break,
}

/// Somebody's words, exactly as they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The lines as the writer broke them.
    pub lines: Vec<String>,
    /// The language tag of a script that runs from right to left; `None` for left to right.
    pub rtl: Option<&'static str>,
    /// Characters in all: few words are set larger.
    pub length: usize,
}

impl Said {
    /// Takes words as they are; only line breaks at the very end are dropped.
    pub fn new(text: &str) -> Self {
        let text = text.trim_end_matches('\n');
        Self {
            lines: text
                .split(['\n', '\u{2028}', '\u{2029}'])
                .map(str::to_owned)
                .collect(),
            rtl: right_to_left(text),
            length: text.chars().count(),
        }
    }
}

/// Makes runs of a document's words. The lines of a note are facts of their own; run together they could not be read.
pub(super) fn runs(words: &Words) -> Vec<Run> {
    let mut runs = Vec::with_capacity(words.len());
    for inline in words {
        let (text, voice): (_, fn(String) -> Run) = match inline {
            Inline::Plain(text) => (text, Run::Plain),
            Inline::Strong(text) => (text, Run::Strong),
            Inline::Emphasis(text) => (text, Run::Emphasis),
        };
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                runs.push(Run::Break);
            }
            runs.push(voice(line.to_owned()));
        }
    }
    runs
}

/// A first line in its voice, and a softer second one.
pub(super) fn with_hint(first: Run, hint: &str) -> Vec<Run> {
    let mut runs = vec![first];
    if !hint.is_empty() {
        runs.extend([Run::Break, Run::Soft(one_line(hint))]);
    }
    runs
}

/// Characters in a document's words.
pub(super) fn length(words: &Words) -> usize {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.len(),
        })
        .sum()
}

/// Makes one line of a label; line breaks become spaces.
pub(super) fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Takes the beginning of a line of which no more is needed, such as a name at the foot of a page.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut line = one_line(text);
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    line
}

/// Returns the language tag that sets a text from right to left, judged by its first strong letter.
fn right_to_left(text: &str) -> Option<&'static str> {
    text.chars().find_map(|c| match c {
        '\u{590}'..='\u{5FF}' | '\u{FB1D}'..='\u{FB4F}' => Some(Some("he")),
        '\u{600}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            Some(Some("ar"))
        }
        c if c.is_alphabetic() => Some(None),
        _ => None,
    })?
}

/// Runs as one line without their voices.
pub(super) fn plain(runs: &[Run]) -> String {
    let words = runs.iter().map(|run| match run {
        Run::Plain(text) | Run::Strong(text) | Run::Emphasis(text) | Run::Soft(text) => text,
        Run::Break => " ",
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_strong_letter_sets_the_direction() {
        for (text, direction) in [
            ("12 שלום abc", Some("he")),
            ("مرحبا", Some("ar")),
            ("abc שלום", None),
            ("123", None),
        ] {
            assert_eq!(Said::new(text).rtl, direction, "{text}");
        }
    }

    #[test]
    fn words_are_kept_line_by_line_with_their_spaces() {
        let said = Said::new("  teh lake \n\nhome\u{2028}again\n\n");
        assert_eq!(said.lines, ["  teh lake ", "", "home", "again"]);
        assert_eq!(said.length, 23);
        assert_eq!(Said::new("").lines, [""]);
    }

    #[test]
    fn a_name_at_the_foot_of_a_page_is_cut_when_it_is_endless() {
        assert_eq!(short("Maria\nHøegh"), "Maria Høegh");
        let cut = short(&"ø".repeat(61));
        assert_eq!(cut.chars().count(), 61);
        assert!(cut.ends_with("ø…"));
        assert_eq!(short(&"ø".repeat(60)).chars().count(), 60);
    }
}
