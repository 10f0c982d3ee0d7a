//! The checked content: packs, courses, modules and topics as the rest of the program sees them.

use std::collections::BTreeMap;

use domain::{
    CourseId, Lang, ModuleId, PackId, TopicId,
    document::{Block, ReviewStatus},
};

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Names it.
    pub id: PackId,
    /// The title.
    pub title: String,
    /// The version, three numbers.
    pub version: String,
    /// The languages it is whole in; the first is the fallback.
    pub languages: Vec<Lang>,
    /// The licence of its words.
    pub licence: String,
}

/// The same thing in several languages, one of which is always there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerLang<T> {
    first: (Lang, T),
    more: BTreeMap<Lang, T>,
}

impl<T: Default> PerLang<T> {
    /// Makes one; without the first language it gets an empty placeholder, which a report keeps from use.
    pub(crate) fn new(first: Lang, all: impl IntoIterator<Item = (Lang, T)>) -> Self {
        let mut more: BTreeMap<Lang, T> = all.into_iter().collect();
        let value = more.remove(&first).unwrap_or_default();
        Self {
            first: (first, value),
            more,
        }
    }
}

impl<T> PerLang<T> {
    /// Returns the words in a language, or in the pack's first one.
    pub fn get(&self, lang: Lang) -> &T {
        self.get_with_lang(lang).1
    }

    /// Returns the words in a language, or in the pack's first one, with the language they are in.
    pub fn get_with_lang(&self, lang: Lang) -> (Lang, &T) {
        match self.more.get(&lang) {
            Some(value) => (lang, value),
            None => (self.first.0, &self.first.1),
        }
    }

    /// Returns every language with its words, the pack's first language first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        std::iter::once((self.first.0, &self.first.1))
            .chain(self.more.iter().map(|(lang, value)| (*lang, value)))
    }
}

/// An ordered choice of modules.
#[derive(Clone, Debug)]
pub struct Course {
    /// Names it.
    pub id: CourseId,
    /// The title.
    pub title: PerLang<String>,
    /// One line on where it comes from.
    pub source: PerLang<String>,
    /// The modules, in order.
    pub modules: Vec<ModuleId>,
}

/// How many sessions a module usually takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sessions {
    /// At least.
    pub min: u8,
    /// At most.
    pub max: u8,
}

/// One module of the curriculum.
#[derive(Clone, Debug)]
pub struct Module {
    /// Names it.
    pub id: ModuleId,
    /// How many sessions it usually takes.
    pub sessions: Sessions,
    /// Whether its guide has been reviewed.
    pub review: ReviewStatus,
    /// The topics, in order.
    pub topics: Vec<Topic>,
    pub(crate) guide: PerLang<Guide>,
}

impl Module {
    /// Returns the practitioner's learning goals for the person.
    pub fn aims(&self, lang: Lang) -> &[String] {
        &self.guide.get(lang).aims
    }
}

/// About one session of text.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Names it.
    pub id: TopicId,
    /// The module it stands in.
    pub module: ModuleId,
    /// Whether it has been reviewed.
    pub review: ReviewStatus,
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

    /// Returns the two to five main points.
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
}

/// The words of a topic in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub file: String,
    pub title: String,
    pub purpose: String,
    pub summary: Vec<String>,
    pub blocks: Vec<Placed>,
}

/// A block with the line it starts at.
#[derive(Clone, Debug)]
pub(crate) struct Placed {
    pub line: u32,
    pub block: Block,
}

/// The practitioner guide in one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guide {
    pub title: String,
    pub aim: String,
    pub aims: Vec<String>,
    pub blocks: Vec<Placed>,
    /// How many blocks make up the first section, the purpose; the aims follow it on the page.
    pub purpose_blocks: usize,
}
