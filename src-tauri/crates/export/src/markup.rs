//! Elements, attributes and text of HTML and XML: written one way only, so that nothing somebody typed is ever markup.

use std::fmt::Write;

/// Marked-up text being written.
#[derive(Debug, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// Writes markup of ours as it stands.
    pub(crate) fn raw(&mut self, ours: &str) {
        self.0.push_str(ours);
    }

    /// Writes text.
    pub(crate) fn text(&mut self, text: &str) {
        for letter in text.chars().filter(|letter| is_legal(*letter)) {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                letter => self.0.push(letter),
            }
        }
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, name: &str) {
        let _infallible = write!(self.0, "</{name}>");
    }

    /// Writes an element without content, as XML has it.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    /// Writes an element around more.
    pub(crate) fn around(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.close(name);
    }

    /// Writes an element that holds text only; none for no text.
    pub(crate) fn words(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        if !text.is_empty() {
            self.around(name, attributes, |markup| markup.text(text));
        }
    }

    /// Returns what was written.
    pub(crate) fn done(self) -> String {
        self.0
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _infallible = write!(self.0, "<{name}");
        for (attribute, value) in attributes {
            let _infallible = write!(self.0, " {attribute}=\"");
            self.text(value);
            self.0.push('"');
        }
    }
}

/// What XML 1.0 can hold (`Char` in its grammar); a single other character makes a file unreadable.
const fn is_legal(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_markup() {
        let mut markup = Markup::default();
        markup.words("p", &[("title", "\"><script>")], "a < b & \u{1}c\u{FFFF}");
        assert_eq!(
            markup.done(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; c</p>"
        );
    }
}
