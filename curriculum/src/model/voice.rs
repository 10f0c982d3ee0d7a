//! What a pack says of its own voice: for measuring, never shown.

use domain::{ModuleId, TopicId};

/// What authors list for measuring the voice; empty in a pack without such a list.
#[derive(Clone, Debug, Default)]
pub struct Voice {
    /// Topics whose prose may be plainer than the others', each with the reason.
    pub plain: Vec<Plain>,
    /// The pictures of the modules.
    pub pictures: Vec<Pictures>,
}

impl Voice {
    /// Tells whether nothing is listed.
    pub const fn is_empty(&self) -> bool {
        self.plain.is_empty() && self.pictures.is_empty()
    }
}

/// A topic whose prose may be plainer than the others'.
#[derive(Clone, Debug)]
pub struct Plain {
    /// The topic.
    pub topic: TopicId,
    /// Why.
    pub why: String,
}

/// The pictures of a module: words that belong to the one it keeps, and to those it let go.
#[derive(Clone, Debug)]
pub struct Pictures {
    /// The module.
    pub module: ModuleId,
    /// Words of the picture it keeps.
    pub keep: Vec<String>,
    /// Words of pictures that are to be said plainly.
    pub let_go: Vec<String>,
}
