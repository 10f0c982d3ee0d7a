//! What can be printed. Archival and accessible PDF forbids characters without a glyph and private-use characters, so
//! each text passes here once: what no font can show becomes a box □, and is counted, so that the page can say so.
//!
//! Nothing else is touched: own words are sacred. Only the paper differs, never the record.

use typst::text::is_default_ignorable;

use crate::world::Shop;

/// Stands where a character could not be printed.
const BOX: char = '□';

/// A zero-width space: a place where a line may end.
const MAY_BREAK: char = '\u{200B}';

/// How long a chain of letters may be before it gets places to break, on the page and in a table cell.
const LONGEST_WORD: usize = 40;
const LONGEST_CELL_WORD: usize = 18;

/// A last word with more bytes than this can stand on a line alone.
const LONGEST_BOUND: usize = 12;

/// A paragraph with fewer characters than this has one line almost everywhere.
const SHORTEST_PARAGRAPH: usize = 30;

/// Decides what is printable, and counts what is not.
pub(crate) struct Ink<'a> {
    shop: &'a Shop,
    /// Clusters that fonts cover letter by letter but cannot set together; found by laying out once.
    hopeless: &'a [String],
    /// Whether only alphabets that need no shaping may pass: the last resort when the PDF is refused.
    plain: bool,
    /// How long a chain of letters may be here.
    longest: usize,
    lost: usize,
}

impl<'a> Ink<'a> {
    /// Starts a page with nothing lost.
    pub fn new(shop: &'a Shop, hopeless: &'a [String], plain: bool) -> Self {
        Self {
            shop,
            hopeless,
            plain,
            longest: LONGEST_WORD,
            lost: 0,
        }
    }

    /// Returns how many characters could not be printed so far.
    pub fn lost(&self) -> usize {
        self.lost
    }

    /// Prepares a line.
    pub fn line(&mut self, text: &mut String) {
        *text = self.set(text);
    }

    /// Prepares the end of a paragraph of ours: its last two words stay on one line, since a word alone on the last line
    /// reads as if it had been forgotten. Somebody's own words are left as they stand.
    pub fn ending(&mut self, text: &mut String) {
        self.line(text);
        let Some(place) = text.trim_end().rfind(' ') else {
            return;
        };
        let last = text.len() - place;
        if last <= LONGEST_BOUND && text.chars().count() > SHORTEST_PARAGRAPH {
            text.replace_range(place..=place, "\u{A0}");
        }
    }

    /// Prepares what stands in narrow columns.
    pub fn in_cell(&mut self, body: impl FnOnce(&mut Self)) {
        self.longest = LONGEST_CELL_WORD;
        body(self);
        self.longest = LONGEST_WORD;
    }

    fn set(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for cluster in self.hopeless {
            let found = text.matches(cluster.as_str()).count();
            if found > 0 {
                self.lost += found;
                text = text.replace(cluster.as_str(), "□");
            }
        }
        let mut set = String::with_capacity(text.len());
        let mut chain = 0;
        for c in text.chars() {
            match self.glyph_for(c) {
                Glyph::Same => {
                    chain = if c.is_whitespace() { 0 } else { chain + 1 };
                    if chain > self.longest && starts_a_plain_letter(c) {
                        set.push(MAY_BREAK);
                        chain = 1;
                    }
                    set.push(c);
                }
                Glyph::Spaces => {
                    set.push_str("    ");
                    chain = 0;
                }
                Glyph::Nothing => {}
                Glyph::Lost => {
                    self.lost += 1;
                    set.push(BOX);
                }
            }
        }
        set
    }

    fn glyph_for(&self, c: char) -> Glyph {
        match c {
            '\t' => Glyph::Spaces,
            // A byte-order mark and control characters show nothing and are forbidden in archival PDF.
            '\u{FEFF}' => Glyph::Nothing,
            // These turn round whatever follows on the line, our own words as well.
            '\u{202D}' | '\u{202E}' => Glyph::Nothing,
            c if c.is_control() => Glyph::Nothing,
            '\u{E000}'..='\u{F8FF}' | '\u{F0000}'.. => Glyph::Lost,
            c if is_default_ignorable(c) => Glyph::Same,
            c if self.plain && !is_plain(c) => Glyph::Lost,
            c if self.shop.covers(c) => Glyph::Same,
            _ => Glyph::Lost,
        }
    }
}

enum Glyph {
    Same,
    Spaces,
    Nothing,
    Lost,
}

/// Latin, Greek and Cyrillic, with the punctuation around them.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='\u{24F}' | '\u{370}'..='\u{52F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2010}'..='\u{203A}' | BOX)
}

/// Tells whether a line may end before this character: not inside an emoji, nor before an accent, nor in a joined script.
fn starts_a_plain_letter(c: char) -> bool {
    matches!(c, '!'..='\u{2FF}' | '\u{370}'..='\u{52F}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn only_what_no_font_shows_is_replaced_and_counted() {
        let shop = Shop::new().unwrap();
        for (given, set, lost) in [
            ("Blåbærsyltetøy, ÆØÅ", "Blåbærsyltetøy, ÆØÅ", 0),
            ("e\u{301} 👩‍👩‍👧 ❤️ שלום مرحبا", "e\u{301} 👩‍👩‍👧 ❤️ שלום مرحبا", 0),
            ("水 and \u{E000}", "□ and □", 2),
            ("a\u{FEFF}b\u{85}c", "abc", 0),
            ("left \u{202E}thgir\u{202C}", "left thgir\u{202C}", 0),
            (
                "#read(\"/etc/passwd\") $x$ *a*",
                "#read(\"/etc/passwd\") $x$ *a*",
                0,
            ),
        ] {
            let mut ink = Ink::new(&shop, &[], false);
            assert_eq!(ink.set(given), set);
            assert_eq!(ink.lost(), lost, "{given}");
        }
    }

    #[test]
    fn a_cluster_found_hopeless_becomes_one_box() {
        let shop = Shop::new().unwrap();
        let hopeless = ["ש\u{20E3}".to_owned()];
        let mut ink = Ink::new(&shop, &hopeless, false);
        assert_eq!(ink.set("a ש\u{20E3} b"), "a □ b");
        assert_eq!(ink.lost(), 1);
    }

    #[test]
    fn endless_words_get_places_to_break_and_joined_scripts_do_not() {
        let shop = Shop::new().unwrap();
        let mut ink = Ink::new(&shop, &[], false);
        assert_eq!(ink.set(&"a".repeat(100)).matches(MAY_BREAK).count(), 2);
        assert_eq!(ink.set(&"س".repeat(100)).matches(MAY_BREAK).count(), 0);
        assert_eq!(ink.set(&"word ".repeat(100)).matches(MAY_BREAK).count(), 0);
    }

    #[test]
    fn a_paragraph_ends_with_two_words_on_a_line() {
        let shop = Shop::new().unwrap();
        for (given, set) in [
            (
                "You do not have to decide anything today.",
                "You do not have to decide anything\u{A0}today.",
            ),
            (
                "That is a matter of self-determination and recovery-orientation.",
                "That is a matter of self-determination and recovery-orientation.",
            ),
            ("A short line", "A short line"),
            ("", ""),
        ] {
            let mut text = given.to_owned();
            Ink::new(&shop, &[], false).ending(&mut text);
            assert_eq!(text, set);
        }
    }

    #[test]
    fn narrow_columns_have_shorter_words() {
        let shop = Shop::new().unwrap();
        let mut ink = Ink::new(&shop, &[], false);
        let mut word = "a".repeat(30);
        ink.line(&mut word);
        assert_eq!(word.matches(MAY_BREAK).count(), 0);
        ink.in_cell(|ink| ink.line(&mut word));
        assert_eq!(word.matches(MAY_BREAK).count(), 1);
    }
}
