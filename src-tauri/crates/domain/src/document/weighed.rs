//! The one task that matters on a page, and what can be left out of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Block, Document};
use crate::BlockId;

/// How many things to try a short page offers: the first one that serves the person's goal, and one more.
const OFFERED: usize = 2;

/// Which tasks of a page weigh what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Weighed {
    /// The task that is worth doing if nothing else gets done.
    pub matters: BlockId,
    /// The blocks that are “more, if you like”: they stand under these words, and a short edition leaves them out.
    pub more: Vec<BlockId>,
}

impl Weighed {
    /// Weighs the blocks of a page. What teaches, keeps somebody safe or leads on is neither.
    pub fn of<'b>(matters: BlockId, blocks: impl Iterator<Item = &'b Block>) -> Self {
        let more = blocks
            .filter(|block| can_be_left_out(block))
            .filter_map(Block::id)
            .filter(|id| **id != matters)
            .cloned()
            .collect();
        Self { matters, more }
    }
}

const fn can_be_left_out(block: &Block) -> bool {
    matches!(
        block,
        Block::Story { .. }
            | Block::Question { .. }
            | Block::Checklist { .. }
            | Block::Rating { .. }
            | Block::Worksheet { .. }
            | Block::RolePlay { .. }
            | Block::KnowledgeCheck { .. }
    )
}

impl Document {
    /// Tells whether a block is the task that matters.
    pub fn matters(&self, block: &Block) -> bool {
        let weighed = self.weighed.as_ref();
        weighed.is_some_and(|weighed| block.id() == Some(&weighed.matters))
    }

    /// Tells whether a block is “more, if you like”.
    pub fn is_more(&self, block: &Block) -> bool {
        let weighed = self.weighed.as_ref();
        weighed.is_some_and(|weighed| block.id().is_some_and(|id| weighed.more.contains(id)))
    }

    /// Leaves out what is “more, if you like”, what made-up people say beside it, and headings that nothing is left under.
    /// Of the things to try before next time, the first ones stay, and those that serve a goal by name stand first.
    /// What somebody wrote stays: a block with an answer is never left out or cut, nor is any quotation on a page of
    /// somebody's, where answers that lost their place are quoted.
    pub fn shorten(&mut self) {
        let answered: BTreeSet<BlockId> = self
            .answers
            .iter()
            .filter(|answer| !answer.value.is_empty())
            .map(|answer| answer.key.block.clone())
            .collect();
        let said = self.weighed.is_some() && self.person.is_none();
        let stays = |block: &Block| match block {
            Block::Quotation { .. } => !said,
            _ => !self.is_more(block) || block.id().is_some_and(|id| answered.contains(id)),
        };
        let left = self.blocks.iter().filter(|block| stays(block)).cloned();
        let mut blocks = headed(left.collect());
        if self.weighed.is_some() {
            for block in &mut blocks {
                if let Block::PracticeOptions { id, options, .. } = block
                    && !answered.contains(id)
                {
                    options.truncate(OFFERED);
                }
            }
        }
        self.blocks = blocks;
    }

    /// Leaves only what somebody fills in, and the headings it stands under. Tells whether anything is left.
    pub fn keep_worksheets(&mut self) -> bool {
        self.blocks.retain(|block| {
            is_filled_in(block) || matches!(block, Block::Heading { .. } | Block::NewSheet)
        });
        self.blocks = headed(std::mem::take(&mut self.blocks));
        self.blocks.iter().any(is_filled_in)
    }
}

/// Tells whether a block has places to fill.
const fn is_filled_in(block: &Block) -> bool {
    matches!(
        block,
        Block::Question { .. }
            | Block::Checklist { .. }
            | Block::Rating { .. }
            | Block::Worksheet { .. }
            | Block::PracticeOptions { .. }
            | Block::KnowledgeCheck { .. }
    )
}

/// Takes out headings that nothing is left under, and what would begin a new sheet with nothing before or after it.
fn headed(blocks: Vec<Block>) -> Vec<Block> {
    // From the end, so that a heading above headings that go is seen to be bare as well.
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.into_iter().rev() {
        if kept.is_empty() && matches!(block, Block::NewSheet) {
            continue;
        }
        if let Block::Heading { level, .. } = &block {
            let below = kept.last();
            let bare = below.is_none_or(|below| {
                matches!(below, Block::NewSheet)
                    || matches!(below, Block::Heading { level: next, .. } if next <= level)
            });
            if bare {
                continue;
            }
        }
        kept.push(block);
    }
    while matches!(kept.last(), Some(Block::NewSheet)) {
        kept.pop();
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{
        Answer, AnswerKey, AnswerValue, FieldId, Lang, OptionId, TopicId,
        document::{Choice, DocumentKind, Field, Inline, Input, PersonLine},
    };

    fn heading(level: u8, text: &str) -> Block {
        Block::Heading {
            level,
            text: text.to_owned(),
        }
    }

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Plain(text.to_owned())]
    }

    fn asks(id: &str) -> Block {
        let field = FieldId::from("answer");
        Block::Question {
            id: BlockId::from(id),
            prompt: words(id),
            field: Field::new(field, id.to_owned(), String::new(), Input::Text),
        }
    }

    fn page() -> Document {
        let blocks = vec![
            Block::Paragraph {
                words: words("opening"),
            },
            asks("first"),
            Block::Quotation {
                words: "It helped me.".to_owned(),
                source: "Amira".to_owned(),
            },
            heading(2, "goes whole"),
            heading(3, "goes too"),
            asks("second"),
            heading(2, "stays"),
            asks("one-thing"),
            Block::KeyPoint {
                id: BlockId::from("keep"),
                words: words("keep"),
            },
            heading(2, "last"),
            asks("third"),
        ];
        Document {
            kind: DocumentKind::Handout,
            title: String::new(),
            purpose: String::new(),
            lang: Lang::En,
            person: None,
            date: chrono::NaiveDate::default(),
            source: None,
            topic: None,
            sheet: None,
            weighed: Some(Weighed::of(BlockId::from("one-thing"), blocks.iter())),
            blocks,
            answers: Vec::new(),
        }
    }

    fn said(document: &Document) -> Vec<String> {
        let said = document.blocks.iter().map(|block| match block {
            Block::Heading { text, .. } => text.clone(),
            Block::Paragraph { .. } => "prose".to_owned(),
            Block::Quotation { .. } => "said".to_owned(),
            other => other.id().unwrap().to_string(),
        });
        said.collect()
    }

    #[test]
    fn a_short_page_keeps_its_prose_the_one_thing_and_no_bare_heading() {
        let mut document = page();
        document.shorten();
        assert_eq!(said(&document), ["prose", "stays", "one-thing", "keep"]);
    }

    fn to_try() -> Block {
        let option = |id: &str| Choice {
            id: OptionId::from(id),
            label: id.to_owned(),
        };
        Block::PracticeOptions {
            id: BlockId::from("try"),
            title: "Try one".to_owned(),
            goals: Vec::new(),
            options: ["goal", "ask", "walk", "rest"].map(option).to_vec(),
        }
    }

    fn offered(document: &Document) -> Vec<&str> {
        let options = document.blocks.iter().find_map(|block| match block {
            Block::PracticeOptions { options, .. } => Some(options),
            _ => None,
        });
        let ids = options.unwrap().iter();
        ids.map(|option| option.id.as_str()).collect()
    }

    #[test]
    fn a_short_page_offers_two_things_to_try_unless_one_was_chosen() {
        let mut document = page();
        document.blocks.push(to_try());
        let mut chosen = document.clone();
        document.shorten();
        assert_eq!(offered(&document), ["goal", "ask"]);
        chosen.answers.push(Answer {
            key: AnswerKey {
                topic: TopicId::from("t"),
                block: BlockId::from("try"),
                field: FieldId::from("chosen"),
                row: 0,
                sheet: None,
            },
            value: AnswerValue::Choice(OptionId::from("rest")),
        });
        chosen.shorten();
        assert_eq!(offered(&chosen), ["goal", "ask", "walk", "rest"]);
    }

    #[test]
    fn what_somebody_wrote_is_never_left_out() {
        let mut document = page();
        document.person = Some(PersonLine {
            name: "Maria".to_owned(),
            record_number: String::new(),
            colour: 0,
        });
        document.answers.push(Answer {
            key: AnswerKey {
                topic: TopicId::from("t"),
                block: BlockId::from("second"),
                field: FieldId::from("answer"),
                row: 0,
                sheet: None,
            },
            value: AnswerValue::Text("my words".to_owned()),
        });
        document.shorten();
        assert_eq!(
            said(&document),
            [
                "prose",
                "said",
                "goes whole",
                "goes too",
                "second",
                "stays",
                "one-thing",
                "keep"
            ]
        );
    }

    #[test]
    fn a_page_that_weighs_nothing_is_never_shortened() {
        let mut document = page();
        document.weighed = None;
        let before = document.clone();
        document.shorten();
        assert_eq!(document, before);
    }
}
