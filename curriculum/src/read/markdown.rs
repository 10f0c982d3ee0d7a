//! Reads the CommonMark of a topic or guide into parts, and refuses what a page cannot show.

use std::ops::Range;

use domain::document::{Block, Words};
use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::{
    inline::bare,
    refused::{HTML, LINK, refusal},
    run::Run,
    text::one_line,
};
use crate::problem::{HIDDEN_INSTEAD, Report, Source, escaped, hidden_what};

/// A part of a page, in reading order.
pub(crate) struct Part {
    /// The line it starts at.
    pub line: u32,
    pub kind: PartKind,
}

/// What kind of part it is.
pub(crate) enum PartKind {
    /// A paragraph, list or quotation.
    Prose(Block),
    /// A heading, with the id written behind it if there is one.
    Heading {
        level: u8,
        text: String,
        id: Option<String>,
    },
    /// An interactive block, still in TOML.
    Fence {
        kind: String,
        id: String,
        body: String,
    },
}

/// Reads Markdown; reports what may not stand in it.
pub(crate) fn markdown(source: &Source<'_>, report: &mut Report) -> Vec<Part> {
    // Tables and heading ids are switched on so that they can be seen and named, not to allow them everywhere.
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES;
    let parser = Parser::new_ext(source.text, options);
    for (_, definition) in parser.reference_definitions().iter() {
        let (what, instead) = LINK;
        report.at(source, definition.span.start, what, instead);
    }
    let mut walk = Walk {
        events: parser.into_offset_iter(),
        source,
        report,
    };
    let mut parts = Vec::new();
    while let Some((event, range)) = walk.events.next() {
        if let Some(kind) = walk.part(event, &range) {
            parts.push(Part {
                line: source.line(range.start),
                kind,
            });
        }
    }
    parts
}

struct Walk<'a, 'r> {
    events: OffsetIter<'a>,
    source: &'a Source<'a>,
    report: &'r mut Report,
}

impl Walk<'_, '_> {
    fn part(&mut self, event: Event<'_>, range: &Range<usize>) -> Option<PartKind> {
        match event {
            Event::Start(Tag::Paragraph) => {
                let words = self.words();
                (!words.is_empty()).then_some(PartKind::Prose(Block::Paragraph { words }))
            }
            Event::Start(Tag::Heading {
                level,
                id,
                classes,
                attrs,
            }) => {
                if !classes.is_empty() || !attrs.is_empty() {
                    self.fault(
                        range,
                        "A heading has attributes",
                        "Keep only its words, and in a guide its {#id}",
                    );
                }
                let text = bare(&self.words());
                let level = level as u8;
                if !(2..=3).contains(&level) {
                    self.fault(
                        range,
                        format!("A heading of level {level} stands here"),
                        "Use ## or ###; the title stands in the front matter",
                    );
                } else if text.is_empty() {
                    self.fault(
                        range,
                        "A heading has no words",
                        "Write its words, or take it out",
                    );
                }
                Some(PartKind::Heading {
                    level: level.clamp(2, 3),
                    text,
                    id: id.map(|id| id.to_string()),
                })
            }
            Event::Start(Tag::List(start)) => Some(PartKind::Prose(self.list(start, range))),
            Event::Start(Tag::BlockQuote(_)) => Some(PartKind::Prose(self.quotation(range))),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => self.fence(&info, range),
            Event::Start(tag) => {
                self.refuse(&tag, range);
                None
            }
            Event::Rule => {
                self.fault(
                    range,
                    "A line across the page stands here",
                    "Use a ## heading to part sections",
                );
                None
            }
            _ => None,
        }
    }

    fn fault(&mut self, range: &Range<usize>, what: impl Into<String>, instead: impl Into<String>) {
        self.report.at(self.source, range.start, what, instead);
    }

    /// Reports a construct that has no place where it stands, and passes over it.
    fn refuse(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let (what, instead) = refusal(tag);
        self.fault(range, what, instead);
        self.pass_over();
    }

    fn pass_over(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// Reads the words up to the end of the paragraph or heading that was just entered.
    fn words(&mut self) -> Words {
        let mut run = Run::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => break,
                event => self.inline(event, &range, ' ', &mut run),
            }
        }
        run.finish()
    }

    /// Reads one event of running text.
    fn inline(&mut self, event: Event<'_>, range: &Range<usize>, feed: char, run: &mut Run) {
        match event {
            Event::Text(words) => {
                let raw = self.source.text.get(range.clone()).unwrap_or_default();
                if let Some(c) = escaped(&words, raw) {
                    self.fault(range, hidden_what(c), HIDDEN_INSTEAD);
                }
                run.push(&words);
            }
            Event::SoftBreak | Event::HardBreak => run.push(feed.encode_utf8(&mut [0; 4])),
            Event::Start(Tag::Strong) => run.strong += 1,
            Event::End(TagEnd::Strong) => run.strong = run.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => run.emphasis += 1,
            Event::End(TagEnd::Emphasis) => run.emphasis = run.emphasis.saturating_sub(1),
            Event::Html(_) | Event::InlineHtml(_) => self.fault(range, HTML.0, HTML.1),
            Event::Code(words) => {
                self.fault(
                    range,
                    "Code stands here",
                    "Write the words without backticks",
                );
                run.push(&words);
            }
            // What they say is read all the same.
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                let (what, instead) = refusal(&tag);
                self.fault(range, what, instead);
            }
            Event::Start(tag) => self.refuse(&tag, range),
            _ => {}
        }
    }

    fn list(&mut self, start: Option<u64>, range: &Range<usize>) -> Block {
        if start.is_some_and(|start| start != 1) {
            self.fault(
                range,
                "A numbered list does not start at 1",
                "Write 1. before its first item",
            );
        }
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let words = self.item();
                    if words.is_empty() {
                        self.fault(
                            &range,
                            "A list item has no words",
                            "Write its words, or take it out",
                        );
                    }
                    items.push(words);
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        Block::List {
            ordered: start.is_some(),
            items,
        }
    }

    fn item(&mut self) -> Words {
        let mut run = Run::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) => {
                    if !run.is_empty() {
                        self.fault(
                            &range,
                            "A list item has a second paragraph",
                            "Make it one paragraph, or a paragraph after the list",
                        );
                    }
                }
                event => self.inline(event, &range, ' ', &mut run),
            }
        }
        run.finish()
    }

    /// Reads somebody's words. The last line names them when it starts with a dash.
    fn quotation(&mut self, range: &Range<usize>) -> Block {
        let mut paragraphs: Vec<String> = Vec::new();
        let mut run = Run::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::BlockQuote(_)) => break,
                Event::Start(Tag::Paragraph) => {}
                Event::End(TagEnd::Paragraph) => {
                    paragraphs.push(bare(&std::mem::take(&mut run).finish()));
                }
                event => self.inline(event, &range, '\n', &mut run),
            }
        }
        let mut source = String::new();
        if let Some(last) = paragraphs.last_mut() {
            let start_of_line = last.rfind('\n').map_or(0, |feed| feed + 1);
            if let Some(name) = last
                .get(start_of_line..)
                .and_then(|l| l.trim().strip_prefix("— "))
            {
                source = name.trim().to_owned();
                last.truncate(start_of_line);
            }
        }
        let words: Vec<_> = paragraphs
            .iter()
            .map(|paragraph| one_line(paragraph))
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        if words.is_empty() {
            self.fault(
                range,
                "A quotation has no words",
                "Write what was said, then a line > — Name",
            );
        }
        Block::Quotation {
            words: words.join("\n\n"),
            source,
        }
    }

    fn fence(&mut self, info: &str, range: &Range<usize>) -> Option<PartKind> {
        let mut body = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(words) => body.push_str(&words),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        if !is_closed(self.source.text.get(range.clone()).unwrap_or_default()) {
            self.fault(
                range,
                "The block has no end",
                "Close it with a line ``` of its own",
            );
        }
        let mut names = info.split_whitespace();
        let (Some(kind), Some(id), None) = (names.next(), names.next(), names.next()) else {
            self.fault(
                range,
                "The block does not say its kind and id",
                "Start it with ```kind id, such as ```question what-changed",
            );
            return None;
        };
        Some(PartKind::Fence {
            kind: kind.to_owned(),
            id: id.to_owned(),
            body,
        })
    }
}

/// Tells whether a fenced block has a closing line; CommonMark would let it run to the end of the file.
fn is_closed(raw: &str) -> bool {
    let last = raw
        .trim_end()
        .lines()
        .skip(1)
        .last()
        .unwrap_or_default()
        .trim();
    last.len() >= 3 && (last.bytes().all(|b| b == b'`') || last.bytes().all(|b| b == b'~'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn blocks(text: &str) -> Vec<Block> {
        let source = Source::new("a.md", text, 1);
        let mut report = Report::default();
        let parts = markdown(&source, &mut report);
        report.pass(()).unwrap();
        parts
            .into_iter()
            .map(|part| match part.kind {
                PartKind::Prose(block) => block,
                PartKind::Heading { level, text, .. } => Block::Heading { level, text },
                PartKind::Fence { .. } => panic!("no fences here"),
            })
            .collect()
    }

    #[test]
    fn prose_becomes_blocks() {
        insta::assert_debug_snapshot!(
            blocks("## One *day*\n\nA line\nand **more**, _soft_.\n\n- first\n- second\n\n  \n1. only\n\n> I said\n> so.\n>\n> Twice.\n> — Amira\n"),
            @r#"
        [
            Heading {
                level: 2,
                text: "One day",
            },
            Paragraph {
                words: [
                    Plain(
                        "A line and ",
                    ),
                    Strong(
                        "more",
                    ),
                    Plain(
                        ", ",
                    ),
                    Emphasis(
                        "soft",
                    ),
                    Plain(
                        ".",
                    ),
                ],
            },
            List {
                ordered: false,
                items: [
                    [
                        Plain(
                            "first",
                        ),
                    ],
                    [
                        Plain(
                            "second",
                        ),
                    ],
                ],
            },
            List {
                ordered: true,
                items: [
                    [
                        Plain(
                            "only",
                        ),
                    ],
                ],
            },
            Quotation {
                words: "I said so.\n\nTwice.",
                source: "Amira",
            },
        ]
        "#
        );
    }

    #[test]
    fn a_fence_is_closed_only_by_a_line_of_its_own() {
        assert!(is_closed("```question a\nprompt = \"x\"\n```\n"));
        assert!(is_closed("~~~question a\n~~~"));
        assert!(!is_closed("```question a\nprompt = \"x\"\n"));
        assert!(!is_closed("```question a"));
    }
}
