//! A topic as module.toml declares it.

use super::{
    page::{PageShape, Stands, page},
    shape::Home,
};
use crate::{
    problem::{At, Report},
    read::Value,
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
    let mut allowed = vec!["id", "track", "review", "block"];
    if let Stands::On(_) = stands {
        allowed.extend(["add", "after"]);
    }
    let keys = value.table(&allowed, report)?;
    let page = page(&keys, Home::Module, report);
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
