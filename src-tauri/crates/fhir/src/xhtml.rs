//! The narrative of a resource: the same words for people, as XHTML in which nothing somebody typed is ever markup.

use domain::{
    Lang,
    document::{Block, Inline},
};
use serde_json::{Value, json};

/// Where the words of a narrative come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// From the elements of the resource alone.
    Generated,
    /// Somebody wrote them; they say more than the elements do.
    Additional,
}

/// Makes the narrative; nothing where there is nothing to say, since an empty one is forbidden.
///
/// Headings, paragraphs, lists, quotations and facts are told; a note has no other blocks.
pub(crate) fn narrative(told: Told, lang: Lang, blocks: &[Block]) -> Value {
    let mut inside = String::new();
    for block in blocks {
        write(&mut inside, block);
    }
    if !says_something(blocks) {
        return Value::Null;
    }
    let tag = lang.tag();
    json!({
        "status": match told { Told::Generated => "generated", Told::Additional => "additional" },
        "div": format!(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"{tag}\" xml:lang=\"{tag}\">{inside}</div>"
        ),
    })
}

/// Makes a narrative of lines, each a paragraph.
pub(crate) fn lines(lang: Lang, lines: &[&str]) -> Value {
    let blocks: Vec<_> = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| paragraph(line))
        .collect();
    narrative(Told::Generated, lang, &blocks)
}

/// A paragraph of plain words.
pub(crate) fn paragraph(words: &str) -> Block {
    Block::Paragraph {
        words: vec![Inline::Plain(words.to_owned())],
    }
}

fn says_something(blocks: &[Block]) -> bool {
    let some = |words: &[Inline]| {
        words
            .iter()
            .any(|inline| !text_of(inline).trim().is_empty())
    };
    blocks.iter().any(|block| match block {
        Block::Heading { text, .. } | Block::Quotation { words: text, .. } => {
            !text.trim().is_empty()
        }
        Block::Paragraph { words } => some(words),
        Block::List { items, .. } => items.iter().any(|words| some(words)),
        Block::Facts { rows } => !rows.is_empty(),
        _ => false,
    })
}

fn write(out: &mut String, block: &Block) {
    match block {
        Block::Heading { text, .. } => around(out, "h3", |out| escape(out, text)),
        Block::Paragraph { words } => around(out, "p", |out| inlines(out, words)),
        Block::List { ordered, items } => {
            around(out, if *ordered { "ol" } else { "ul" }, |out| {
                for words in items {
                    around(out, "li", |out| inlines(out, words));
                }
            });
        }
        Block::Quotation { words, source } => {
            around(out, "blockquote", |out| {
                around(out, "p", |out| escape(out, words));
                if !source.is_empty() {
                    around(out, "p", |out| escape(out, source));
                }
            });
        }
        Block::Facts { rows } => around(out, "dl", |out| {
            for row in rows {
                around(out, "dt", |out| escape(out, &row.label));
                around(out, "dd", |out| escape(out, &row.value));
            }
        }),
        _ => {}
    }
}

fn inlines(out: &mut String, words: &[Inline]) {
    for inline in words {
        match inline {
            Inline::Plain(text) => escape(out, text),
            Inline::Strong(text) => around(out, "b", |out| escape(out, text)),
            Inline::Emphasis(text) => around(out, "i", |out| escape(out, text)),
        }
    }
}

fn text_of(inline: &Inline) -> &str {
    match inline {
        Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text,
    }
}

fn around(out: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    inside(out);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// Writes text; a line break in it stays one. What XML 1.0 cannot hold never enters the record (`domain::text::clean`).
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("<br/>"),
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_markup_and_its_lines_stay() {
        let told = lines(
            Lang::Nb,
            &["<script>alert(1)</script> & \"x\"", " ", "one\ntwo"],
        );
        assert_eq!(
            told.get("div").and_then(Value::as_str).unwrap_or_default(),
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nb\" xml:lang=\"nb\">\
             <p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</p><p>one<br/>two</p></div>"
        );
        assert_eq!(lines(Lang::En, &["", " \n"]), Value::Null);
    }
}
