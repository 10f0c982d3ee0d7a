//! A topic as module.toml declares it.

use super::{
    page::{PageShape, Stands, page},
    shape::{BlockShape, Home, Shape},
};
use crate::{
    problem::{At, Report, write_instead},
    read::{Keys, Value, is_slug},
};

/// The structure of a topic.
#[derive(Clone)]
pub(crate) struct TopicShape {
    pub page: PageShape,
    pub track: Option<At<String>>,
    /// The topic of the same module that it stands behind; only in packs that extend another.
    pub after: Option<At<String>>,
}

impl TopicShape {
    /// Tells whether it belongs to a track.
    pub(crate) fn is_of(&self, track: &str) -> bool {
        self.track.as_ref().is_some_and(|own| own.it == track)
    }
}

/// Reads a `[[topic]]`.
pub(crate) fn topic(
    value: &Value<'_>,
    stands: Stands<'_>,
    report: &mut Report,
) -> Option<TopicShape> {
    let mut allowed = vec!["id", "track", "review", "matters", "block"];
    if let Stands::On(_) = stands {
        allowed.extend(["add", "after"]);
    }
    let keys = value.table(&allowed, report)?;
    let mut page = page(&keys, Home::Module, report);
    page.matters = matters(&keys, &page.blocks, report);
    if page.id.it == "guide" {
        keys.fault_at(
            page.id.line,
            "A topic may not be called “guide”, since guide.md is the practitioner guide",
            "Choose another id",
            report,
        );
    }
    Some(TopicShape {
        page,
        track: keys.find("track").map(|value| value.slug(report)),
        after: keys.find("after").map(|value| value.slug(report)),
    })
}

/// Reads which block matters: one of the page's own, on which something can be done.
fn matters(keys: &Keys<'_>, blocks: &[BlockShape], report: &mut Report) -> Option<At<String>> {
    let id = keys.find("matters")?.slug(report);
    if !is_slug(&id.it) {
        return None;
    }
    let tasks = || {
        let done = |block: &&BlockShape| !matches!(block.shape, Shape::KeyPoint | Shape::Story);
        blocks.iter().filter(done).map(|block| block.id.as_str())
    };
    if !tasks().any(|task| task == id.it) {
        let instead = write_instead(&id.it, tasks(), || {
            "Name a block of this topic on which something is done".to_owned()
        });
        keys.fault_at(
            id.line,
            format!("“matters” names “{}”, which is no task here", id.it),
            instead,
            report,
        );
    }
    Some(id)
}
