//! `*emphasis*` and `**strong**` inside strings; all else in a string is just text, HTML and typst included.

use domain::document::{Inline, Words};

/// Reads the two marks. A star that marks nothing, as in "2 * 3", stays a star.
pub(crate) fn marked(words: &str) -> Words {
    let mut read = Vec::new();
    let mut plain = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('*') {
        let (before, from_star) = rest.split_at(at);
        plain.push_str(before);
        let mark = if from_star.starts_with("**") {
            "**"
        } else {
            "*"
        };
        let inside = from_star.strip_prefix(mark).unwrap_or_default();
        match end_of(inside, mark) {
            Some(end) => {
                flush(&mut plain, &mut read);
                let (marked, after) = inside.split_at(end);
                read.push(if mark == "**" {
                    Inline::Strong(marked.to_owned())
                } else {
                    Inline::Emphasis(marked.to_owned())
                });
                rest = after.strip_prefix(mark).unwrap_or_default();
            }
            None => {
                plain.push_str(mark);
                rest = inside;
            }
        }
    }
    plain.push_str(rest);
    flush(&mut plain, &mut read);
    read
}

/// Finds where a marked run ends: at a mark that touches a word on its left.
fn end_of(inside: &str, mark: &str) -> Option<usize> {
    if inside.starts_with(|c: char| c.is_whitespace() || c == '*') {
        return None;
    }
    let mut from = 0;
    while let Some(found) = inside.get(from..)?.find('*') {
        let at = from + found;
        let stars = inside.get(at..)?.bytes().take_while(|&b| b == b'*').count();
        let touches = inside
            .get(..at)?
            .chars()
            .next_back()
            .is_some_and(|c| !c.is_whitespace());
        if stars == mark.len() && touches {
            return Some(at);
        }
        from = at + stars;
    }
    None
}

fn flush(plain: &mut String, read: &mut Words) {
    if !plain.is_empty() {
        read.push(Inline::Plain(std::mem::take(plain)));
    }
}

/// Returns the words without their marks.
pub(crate) fn bare(words: &[Inline]) -> String {
    words
        .iter()
        .map(|run| match run {
            Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.as_str(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_mark_words_and_nothing_else_does() {
        let plain = |text: &str| Inline::Plain(text.to_owned());
        let strong = |text: &str| Inline::Strong(text.to_owned());
        let soft = |text: &str| Inline::Emphasis(text.to_owned());
        for (given, expected) in [
            ("just words", vec![plain("just words")]),
            ("a *b* c", vec![plain("a "), soft("b"), plain(" c")]),
            ("**b** c", vec![strong("b"), plain(" c")]),
            ("*b***c**", vec![plain("*b***c**")]),
            (
                "*one* and **two**",
                vec![soft("one"), plain(" and "), strong("two")],
            ),
            ("2 * 3 * 4", vec![plain("2 * 3 * 4")]),
            ("*open", vec![plain("*open")]),
            ("** not **", vec![plain("** not **")]),
            (
                "#set page() <b>x</b> $x$ _y_",
                vec![plain("#set page() <b>x</b> $x$ _y_")],
            ),
            ("*å*", vec![soft("å")]),
            ("", vec![]),
        ] {
            assert_eq!(marked(given), expected, "{given}");
        }
    }
}
