//! The checked content: packs, courses, paces, modules and topics as the rest of the program sees them.

use std::collections::BTreeMap;

use domain::{
    CourseId, Lang, ModuleId, PaceId, PackId, TopicId, TrackId,
    document::{Block, ReviewStatus},
};

use super::form::Wording;

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Names it.
    pub id: PackId,
    /// The pack it stands on; `None` when it stands alone.
    pub extends: Option<PackId>,
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

    /// Returns the words in the pack's first language; enough where only structure counts, the same in every language.
    pub(crate) const fn first(&self) -> &T {
        &self.first.1
    }

    /// Returns every language with its words, for changing them.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (Lang, &mut T)> {
        std::iter::once((self.first.0, &mut self.first.1))
            .chain(self.more.iter_mut().map(|(lang, value)| (*lang, value)))
    }

    /// Returns every language with its words, the pack's first language first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        std::iter::once((self.first.0, &self.first.1))
            .chain(self.more.iter().map(|(lang, value)| (*lang, value)))
    }
}

/// An ordered choice of modules.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Names it.
    pub id: CourseId,
    /// The title.
    pub title: PerLang<String>,
    /// One line on where it comes from.
    pub source: PerLang<String>,
    /// The languages in which it is the one offered first.
    pub usual: Vec<Lang>,
    /// The modules, in order.
    pub modules: Vec<ModuleId>,
}

/// How often somebody meets, and how long a whole course then takes.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Names it.
    pub id: PaceId,
    /// The title.
    pub title: PerLang<String>,
    /// Days from one session to the next.
    pub days: u16,
    /// Months a whole course then takes, as its source says.
    pub months: Months,
    /// One line on where it comes from.
    pub source: PerLang<String>,
}

/// A span of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    /// At least.
    pub min: u8,
    /// At most.
    pub max: u8,
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
    /// The pack its guide comes from.
    pub pack: PackId,
    /// The tracks whose topics differ, in order; none in most modules.
    pub tracks: Vec<Track>,
    /// The topics of all tracks, in order.
    pub topics: Vec<Topic>,
    pub(crate) guide: PerLang<Guide>,
}

/// One of several ways through a module, such as that of one diagnosis. A person follows one.
#[derive(Clone, Debug)]
pub struct Track {
    /// Names it.
    pub id: TrackId,
    /// The title.
    pub title: PerLang<String>,
}

impl Module {
    /// Returns the topics for everybody and those of a track, in order; all topics when no track is given.
    pub fn topics_for(&self, track: Option<&TrackId>) -> impl Iterator<Item = &Topic> {
        self.topics
            .iter()
            .filter(move |topic| match (&topic.track, track) {
                (None, _) | (_, None) => true,
                (Some(own), Some(asked)) => own == asked,
            })
    }

    /// Returns a topic's place in the module, from 1. Tracks run side by side, so that "first" is the same place in each.
    pub fn place(&self, topic: &TopicId) -> Option<usize> {
        let found = self.topics.iter().find(|other| other.id == *topic)?;
        // Every track has as many topics as the others before each topic for everybody, so any of them will do there.
        let any = self.tracks.first().map(|track| &track.id);
        self.topics_for(found.track.as_ref().or(any))
            .position(|other| other.id == *topic)
            .map(|before| before + 1)
    }

    /// Returns the practitioner's learning goals for the person.
    pub fn aims(&self, lang: Lang) -> &[String] {
        &self.guide.get(lang).aims
    }
}

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
    /// The packs its words come from: one, and those that add to it.
    pub packs: Vec<PackId>,
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
