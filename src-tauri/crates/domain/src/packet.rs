//! A packet: pages that are given out together, and how they are made up. Says nothing about any person, so that one can
//! be kept in the settings, outside the vault.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{CourseId, Lang, TopicId, TrackId, settings::PrintSize};

/// Which pages go together, and what goes with them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Packet {
    /// In which course, for the numbers of topics.
    pub course: CourseId,
    /// Topics and forms, in the order in which they lie.
    pub topics: Vec<TopicId>,
    /// In which language.
    pub language: Lang,
    /// Whether what is “more, if you like” is left out.
    pub short: bool,
    /// Whether only what somebody fills in is printed.
    pub only_worksheets: bool,
    /// Whether the site's own stories are printed.
    pub own_stories: bool,
    /// Whether a page with local services and crisis contacts lies at the end.
    pub services: bool,
    /// Whether it has a title page.
    pub cover: bool,
    /// Whether it has a table of contents.
    pub contents: bool,
    /// Whether it is a booklet: pages of half the paper, two on each side, in the order for folding.
    pub booklet: bool,
}

impl Default for Packet {
    fn default() -> Self {
        Self {
            course: CourseId::from(""),
            topics: Vec::new(),
            language: Lang::default(),
            short: false,
            only_worksheets: false,
            own_stories: true,
            services: false,
            cover: false,
            contents: false,
            booklet: false,
        }
    }
}

/// A packet that was given a name, to be printed again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct PacketTemplate {
    /// Its name; no two have the same.
    pub name: String,
    /// What it holds.
    pub packet: Packet,
    /// The track whose topics are offered; `None` for all.
    pub track: Option<TrackId>,
    /// The size of the letters.
    pub size: PrintSize,
}
