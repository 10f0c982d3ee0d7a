//! Text at the boundary: languages, and the one place that decides which characters may enter.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest text a single field takes, in characters. Ten times the longest answer we expect a person to write
/// out by hand; above it the store refuses with a sentence rather than slow the room down.
pub const LONGEST_TEXT: usize = 200_000;

/// A language that the screens, content and paper are written in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Danish.
    Da,
    /// Norwegian Bokmål.
    Nb,
}

impl Lang {
    /// Every language, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::Da, Self::Nb];

    /// Returns the BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Da => "da",
            Self::Nb => "nb",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Lang {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag() == s)
            .ok_or_else(|| format!("no language “{s}”; there are en, da and nb"))
    }
}

/// Removes the characters that no XML 1.0 document can hold and turns every kind of line break into LF; changes nothing
/// else.
///
/// Word's soft break is a vertical tab and its page break a form feed: dropped with the other control characters they
/// would join the words on both sides.
///
/// A DOCX, a FHIR narrative or a PDF with U+0001 in it cannot be opened, so such characters never enter. Spelling,
/// spaces, direction marks and combining characters stay exactly as they were given: own words are sacred.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| if breaks_a_line(c) { '\n' } else { c })
        .filter(|&c| matches!(c, '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}') && c != '\u{7F}')
        .collect()
}

const fn breaks_a_line(c: char) -> bool {
    matches!(
        c,
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unwritable_characters_leave() {
        for (given, kept) in [
            ("Getting my mornings back.", "Getting my mornings back."),
            ("a\u{1}b\u{0}c\u{7f}", "abc"),
            ("line\r\nline\rline", "line\nline\nline"),
            (
                "soft\u{B}break\u{C}page\u{85}next\u{2028}line\u{2029}paragraph",
                "soft\nbreak\npage\nnext\nline\nparagraph",
            ),
            (
                "two\u{A0}words\tand\u{AD}one",
                "two\u{A0}words\tand\u{AD}one",
            ),
            ("e\u{301} 👩‍👩‍👧 \u{202e}שלום", "e\u{301} 👩‍👩‍👧 \u{202e}שלום"),
            ("teh  speling", "teh  speling"),
            ("\u{FFFE}x", "x"),
        ] {
            assert_eq!(clean(given), kept);
        }
    }
}
