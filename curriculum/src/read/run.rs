//! Running text under construction: words with the marks that are open at the moment.

use domain::document::{Inline, Words};

use super::inline::bare;

/// Running text under construction.
#[derive(Default)]
pub(crate) struct Run {
    words: Words,
    /// How many marks for strong words are open.
    pub strong: usize,
    /// How many marks for emphasis are open.
    pub emphasis: usize,
}

impl Run {
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(crate) fn push(&mut self, more: &str) {
        // Strong wins where both are marked: a run has one voice.
        match (self.words.last_mut(), self.strong > 0, self.emphasis > 0) {
            (Some(Inline::Strong(words)), true, _)
            | (Some(Inline::Emphasis(words)), false, true)
            | (Some(Inline::Plain(words)), false, false) => words.push_str(more),
            (_, true, _) => self.words.push(Inline::Strong(more.to_owned())),
            (_, _, true) => self.words.push(Inline::Emphasis(more.to_owned())),
            _ => self.words.push(Inline::Plain(more.to_owned())),
        }
    }

    pub(crate) fn finish(self) -> Words {
        if bare(&self.words).trim().is_empty() {
            Words::new()
        } else {
            self.words
        }
    }
}
