//! A page: what topics and forms have in common, with its words in every language.

use domain::{
    Answer, BlockId, Lang, ModuleId, OptionId, PackId, TopicId, TrackId,
    document::{Block, ReviewStatus},
};

use super::{instrument::Wording, per_lang::PerLang};

/// A page: about one session of text, or the words of a form.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Names it.
    pub id: TopicId,
    /// The module it stands in; `None` for a form that belongs to all.
    pub module: Option<ModuleId>,
    /// The track it is for; `None` for everybody.
    pub track: Option<TrackId>,
    /// Whether it has been reviewed.
    pub review: ReviewStatus,
    /// The block that is worth doing if nothing else gets done; forms have none, and a topic ought to.
    pub matters: Option<BlockId>,
    /// The packs its words come from: one, and those that add to it.
    pub packs: Vec<PackId>,
    /// The blocks that a site's pack adds to those of the pack underneath.
    pub(crate) added: Vec<BlockId>,
    /// The practice options that serve the person's own goal by name.
    pub(crate) for_goal: Vec<OptionId>,
    pub(crate) pages: PerLang<Page>,
}

impl Topic {
    /// Returns the title.
    pub fn title(&self, lang: Lang) -> &str {
        &self.pages.get(lang).title
    }

    /// Returns the one line that says what the page is for.
    pub fn purpose(&self, lang: Lang) -> &str {
        &self.pages.get(lang).purpose
    }

    /// Returns the two to five main points; a form may have none.
    pub fn summary(&self, lang: Lang) -> &[String] {
        &self.pages.get(lang).summary
    }

    /// Returns the blocks of the page, without the summary.
    pub fn blocks(&self, lang: Lang) -> impl Iterator<Item = &Block> {
        self.pages
            .get(lang)
            .blocks
            .iter()
            .map(|placed| &placed.block)
    }

    /// Tells whether a block is a story that a site added.
    pub fn is_own_story(&self, block: &Block) -> bool {
        matches!(block, Block::Story { id, .. } if self.added.contains(id))
    }

    /// Tells whether a site added a story.
    pub fn has_own_story(&self) -> bool {
        self.structure().any(|block| self.is_own_story(block))
    }

    /// Returns the blocks in the pack's first language: ids and kinds are the same in all.
    pub(crate) fn structure(&self) -> impl Iterator<Item = &Block> {
        self.pages.first().blocks.iter().map(|placed| &placed.block)
    }
}

/// The words of a topic in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub file: String,
    pub title: String,
    pub purpose: String,
    pub summary: Vec<String>,
    /// Where an instrument comes from; `None` for other pages.
    pub credits: Option<Credits>,
    pub blocks: Vec<Placed>,
    /// The front matter of an example, until its answers are held against its form.
    pub front: String,
    /// What an example holds in its fields; empty for other pages.
    pub answers: Vec<Answer>,
}

/// Where an instrument comes from, as printed on it.
#[derive(Clone, Debug)]
pub(crate) struct Credits {
    /// Who made it, and when.
    pub source: String,
    /// Who may use it.
    pub rights: String,
    /// Whose words these are.
    pub wording: Wording,
}

/// A block with the line it starts at.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub line: u32,
    pub block: Block,
}
