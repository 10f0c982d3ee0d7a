//! Builds the lines of one section: templates filled, own words quoted, empty things left out.

use chrono::{NaiveDateTime, Timelike};
use domain::{Lang, calendar::long_date};

use crate::phrases::Phrases;

/// The lines of a section as they grow.
pub(crate) struct Lines<'a> {
    phrases: &'a Phrases,
    /// Fills `{name}` wherever it stands.
    name: &'a str,
    lines: Vec<String>,
}

impl<'a> Lines<'a> {
    pub fn new(phrases: &'a Phrases, name: &'a str) -> Self {
        Self {
            phrases,
            name,
            lines: Vec::new(),
        }
    }

    /// Adds a line.
    pub fn say(&mut self, template: &str, values: &[(&str, &str)]) {
        let mut values = values.to_vec();
        values.push(("name", self.name));
        self.lines.push(fill(template, &values));
    }

    /// Adds a line with text the practitioner wrote, unless it is blank.
    pub fn written(&mut self, template: &str, words: &str) {
        if !is_blank(words) {
            self.say(template, &[("words", words)]);
        }
    }

    /// Adds a line with somebody's own words in quotation marks, unless it is blank.
    pub fn own(&mut self, template: &str, words: &str) {
        if !is_blank(words) {
            let quoted = quote(self.phrases, words);
            self.say(template, &[("words", &quoted)]);
        }
    }

    /// Parts what follows from what stands, by one empty line.
    pub fn part(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Returns the text of the section; empty when nothing was added.
    pub fn text(mut self) -> String {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines.join("\n")
    }
}

/// Tells whether nothing was written.
pub(crate) fn is_blank(words: &str) -> bool {
    words.trim().is_empty()
}

/// Puts words in the quotation marks of the language, verbatim.
///
/// A direction mark left open by the words would turn the closing mark and the rest of the line around, so it is
/// closed after them; the words themselves stay as they are.
pub(crate) fn quote(phrases: &Phrases, words: &str) -> String {
    let closers = open_directions(words);
    format!(
        "{}{words}{closers}{}",
        phrases.open_quote, phrases.close_quote
    )
}

/// Returns what closes the direction marks that are still open at the end of the last paragraph.
fn open_directions(words: &str) -> String {
    let mut open = Vec::new();
    for c in words.rsplit('\n').next().unwrap_or(words).chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            // A closer of one kind cannot close the other; one that closes nothing is ignored, as in the standard.
            '\u{202C}' | '\u{2069}' if open.last() == Some(&c) => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

/// Fills `{name}` placeholders in one pass, so that braces in a value stay what they are.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            filled.push_str(value);
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// Writes a day and a time as the language does.
pub(crate) fn moment(lang: Lang, at: NaiveDateTime) -> String {
    let phrases = Phrases::of(lang);
    let time = fill(
        &phrases.clock,
        &[
            ("hour", &format!("{:02}", at.hour())),
            ("minute", &format!("{:02}", at.minute())),
        ],
    );
    fill(
        &phrases.moment,
        &[("date", &long_date(lang, at.date())), ("time", &time)],
    )
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn braces_in_a_value_are_not_filled_again() {
        for (template, filled) in [
            ("{name} said {words}", "{words} said {name}"),
            ("{nobody}x", "x"),
            ("an open { brace", "an open { brace"),
            ("", ""),
        ] {
            assert_eq!(
                fill(template, &[("name", "{words}"), ("words", "{name}")]),
                filled
            );
        }
    }

    #[test]
    fn directions_left_open_end_with_the_words() {
        let phrases = Phrases::of(Lang::En);
        for (words, quoted) in [
            ("plain", "“plain”"),
            ("\u{202E}turned", "“\u{202E}turned\u{202C}”"),
            ("\u{2067}a\u{202B}b", "“\u{2067}a\u{202B}b\u{202C}\u{2069}”"),
            (
                "\u{202E}closed\u{202C} here",
                "“\u{202E}closed\u{202C} here”",
            ),
            (
                "\u{202E}ends with its line\nplain",
                "“\u{202E}ends with its line\nplain”",
            ),
            ("stray \u{202C}", "“stray \u{202C}”"),
        ] {
            assert_eq!(quote(phrases, words), quoted);
        }
    }

    #[test]
    fn days_and_times_read_as_the_language_writes_them() {
        let at = NaiveDate::from_ymd_opt(2026, 11, 3).and_then(|day| day.and_hms_opt(9, 5, 0));
        let written = Lang::ALL.map(|lang| at.map(|at| moment(lang, at)));
        assert_eq!(
            written.map(Option::unwrap_or_default),
            [
                "3 November 2026, 09:05",
                "3. november 2026 kl. 09.05",
                "3. november 2026 kl. 09.05"
            ]
        );
    }
}
