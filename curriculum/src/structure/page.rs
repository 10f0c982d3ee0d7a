//! A page as a structure file declares it: what topics and forms have in common.

use domain::{OptionId, TopicId, document::ReviewStatus};

use super::{
    blocks::blocks,
    shape::{BlockShape, Home, Shape},
    values::review,
};
use crate::{
    model::{ExampleOf, Module, Wording},
    problem::{At, Report},
    read::Keys,
};

/// What a pack stands on: one on top of another may add to its pages, and leave out what that one says.
#[derive(Clone, Copy)]
pub(crate) enum Stands<'u> {
    /// Alone.
    Alone,
    /// On a pack with these modules.
    On(&'u [Module]),
}

impl<'u> Stands<'u> {
    /// Finds the module with an id in the pack underneath.
    pub(crate) fn module(self, id: &str) -> Option<&'u Module> {
        match self {
            Self::Alone => None,
            Self::On(modules) => modules.iter().find(|module| module.id.as_str() == id),
        }
    }
}

/// The structure of a page: what topics and forms have in common.
#[derive(Clone)]
pub(crate) struct PageShape {
    pub id: At<String>,
    /// Which file declares it.
    pub home: Home,
    pub review: ReviewStatus,
    /// Whether its blocks are put after those of the page with the same id in the pack underneath.
    pub add: bool,
    /// The page that it shows filled in, or one worksheet of it; `None` for what is no example.
    pub example_of: Option<At<ExampleOf>>,
    /// The block that is worth doing if nothing else gets done.
    pub matters: Option<At<String>>,
    /// Whose words an instrument is in; the page then says where it comes from.
    pub wording: Option<Wording>,
    pub blocks: Vec<BlockShape>,
}

impl PageShape {
    /// Returns the id as the rest of the program names it.
    pub(crate) fn topic_id(&self) -> TopicId {
        TopicId::new(&*self.id.it)
    }

    /// Returns the practice options that serve the person's own goal by name.
    pub(crate) fn for_goal(&self) -> Vec<OptionId> {
        let goals = self.blocks.iter().filter_map(|block| match &block.shape {
            Shape::Practice { goal, .. } => Some(goal),
            _ => None,
        });
        goals.flatten().map(|id| OptionId::new(&**id)).collect()
    }
}

/// Reads what topics and forms have in common.
pub(crate) fn page(keys: &Keys<'_>, home: Home, report: &mut Report) -> PageShape {
    let id = keys.slug("id", report);
    let status = match keys.need("review", "{ status = \"draft\" }", report) {
        Some(value) => review(&value, report),
        None => ReviewStatus::Draft,
    };
    PageShape {
        id,
        home,
        review: status,
        add: keys.switch("add", report),
        example_of: None,
        matters: None,
        wording: None,
        blocks: blocks(keys, home, report),
    }
}
