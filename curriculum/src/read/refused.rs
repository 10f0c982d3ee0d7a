//! The Markdown that a page cannot show, and what to write instead.

use pulldown_cmark::{CodeBlockKind, Tag};

/// What is wrong, and what to write instead.
pub(crate) type Refusal = (&'static str, &'static str);

/// Links, wherever they are defined.
pub(crate) const LINK: Refusal = (
    "A link stands here",
    "Write the words without the link; paper cannot be clicked",
);

/// HTML, in a block or among words.
pub(crate) const HTML: Refusal = (
    "HTML stands here",
    "Write words; *…* and **…** are the only marks. A sign < is written \\<",
);

/// Says what is wrong with a construct that has no place where it stands.
pub(crate) const fn refusal(tag: &Tag<'_>) -> Refusal {
    match tag {
        Tag::HtmlBlock => HTML,
        Tag::Link { .. } => LINK,
        Tag::Image { .. } => (
            "An image stands here",
            "Write words; pages hold no images yet",
        ),
        Tag::CodeBlock(CodeBlockKind::Indented) => (
            "Words that start with four spaces are code",
            "Start the line without spaces",
        ),
        Tag::CodeBlock(CodeBlockKind::Fenced(_)) => (
            "A block stands inside a list or a quotation",
            "Put it between two paragraphs, at the start of the line",
        ),
        Tag::Table(_) => ("A table stands here", "Use a list, or a worksheet block"),
        Tag::List(_) => (
            "A list stands inside a list or a quotation",
            "Keep lists one level deep",
        ),
        _ => (
            "This Markdown has no place here",
            "Use paragraphs, ## and ### headings, lists and quotations",
        ),
    }
}
