//! module.toml: the structure of a module.

use domain::{Lang, document::ReviewStatus};

use super::{
    page::Stands,
    topic::{TopicShape, topic},
    tracks::{check_tracks, tracks, tracks_underneath},
    values::{review, span},
};
use crate::{
    model::{Sessions, Track},
    problem::{At, Report, Source},
    read::{Keys, parse},
};

/// The structure of a module.
#[derive(Clone)]
pub(crate) struct ModuleFile {
    pub id: At<String>,
    pub sessions: Sessions,
    /// Whether it ends every course, and has no number in any.
    pub closing: bool,
    pub review: ReviewStatus,
    pub tracks: Vec<Track>,
    pub topics: Vec<TopicShape>,
}

/// Reads module.toml. What the module with the same id underneath says may be left out.
pub(crate) fn module(
    source: &Source<'_>,
    languages: &[Lang],
    stands: Stands<'_>,
    report: &mut Report,
) -> Option<ModuleFile> {
    let table = parse(source, report)?;
    let allowed = ["id", "sessions", "closing", "review", "track", "topic"];
    let keys = Keys::open(source, &table, 0, &allowed, report);
    let id = keys.slug("id", report);
    let under = stands.module(&id.it);
    let mut sessions = under.map_or(Sessions { min: 1, max: 1 }, |module| module.sessions);
    let found = match under {
        Some(_) => keys.find("sessions"),
        None => keys.need("sessions", "{ min = 2, max = 4 }", report),
    };
    if let Some(value) = found {
        (sessions.min, sessions.max) = span(&value, 20, report);
    }
    let closing = keys.switch("closing", report) || under.is_some_and(|module| module.closing);
    let guide_review = match keys.find("review") {
        Some(value) => review(&value, report),
        None => ReviewStatus::Draft,
    };
    let (track_ids, tracks) = tracks(&keys, languages, report);
    let topics: Vec<_> = keys
        .items("topic", "…, a [[topic]] for each topic", 1..=40, report)
        .iter()
        .filter_map(|value| topic(value, stands, report))
        .collect();
    match under {
        Some(_) => tracks_underneath(&keys, &track_ids, &topics, report),
        None => check_tracks(&keys, &track_ids, &topics, report),
    }
    Some(ModuleFile {
        id,
        sessions,
        closing,
        review: guide_review,
        tracks,
        topics,
    })
}
