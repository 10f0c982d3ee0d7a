//! The tracks of a module, which run side by side.

use std::collections::BTreeMap;

use domain::{Lang, TrackId};

use super::{topic::TopicShape, values::per_lang};
use crate::{
    model::Track,
    problem::{At, Report, write_instead},
    read::Keys,
};

/// Reads every `[[track]]` of a module; gives their ids with their lines as well, for checking them.
pub(crate) fn tracks(
    keys: &Keys<'_>,
    languages: &[Lang],
    report: &mut Report,
) -> (Vec<At<String>>, Vec<Track>) {
    let mut ids = Vec::new();
    let mut tracks = Vec::new();
    for value in keys.maybe_items("track", 2..=12, report) {
        let Some(keys) = value.table(&["id", "title"], report) else {
            continue;
        };
        let id = keys.slug("id", report);
        tracks.push(Track {
            id: TrackId::new(&*id.it),
            title: per_lang(&keys, "title", languages, report),
        });
        ids.push(id);
    }
    keys.once_each(&ids, report);
    (ids, tracks)
}

/// Checks that tracks run side by side: each has as many topics as the others between two topics for everybody.
pub(crate) fn check_tracks(
    keys: &Keys<'_>,
    tracks: &[At<String>],
    topics: &[TopicShape],
    report: &mut Report,
) {
    let known = |id: &str| tracks.iter().any(|track| track.it == id);
    let before = report.count();
    for track in topics.iter().filter_map(|topic| topic.track.as_ref()) {
        if !known(&track.it) {
            let ids = tracks.iter().map(|track| track.it.as_str());
            let instead = write_instead(&track.it, ids, || {
                format!(
                    "Declare it with [[track]] and id = \"{}\", or take it out",
                    track.it
                )
            });
            keys.fault_at(
                track.line,
                format!("The module has no track “{}”", track.it),
                instead,
                report,
            );
        }
    }
    if report.count() > before {
        return;
    }
    for track in tracks {
        if !topics.iter().any(|topic| topic.is_of(&track.it)) {
            keys.fault_at(
                track.line,
                format!("No topic belongs to the track “{}”", track.it),
                "Write track = … at its topics, or take the track out",
                report,
            );
        }
    }
    if report.count() > before {
        return;
    }
    for run in topics
        .split(|topic| topic.track.is_none())
        .filter(|run| !run.is_empty())
    {
        let mut counts: BTreeMap<usize, &str> = BTreeMap::new();
        for track in tracks {
            let count = run.iter().filter(|topic| topic.is_of(&track.it)).count();
            counts.entry(count).or_insert(&track.it);
        }
        if let (Some((few, behind)), Some((many, ahead)), Some(first)) = (
            counts.first_key_value(),
            counts.last_key_value(),
            run.first().filter(|_| counts.len() > 1),
        ) {
            keys.fault_at(
                first.page.id.line,
                format!(
                    "From here on the track “{ahead}” has more topics than “{behind}”, {many} to {few}"
                ),
                "Give each track as many topics as the others before the next topic for everybody, so that numbers agree",
                report,
            );
        }
    }
}

/// The tracks of a module are declared once, in the pack underneath.
pub(crate) fn tracks_underneath(
    keys: &Keys<'_>,
    tracks: &[At<String>],
    topics: &[TopicShape],
    report: &mut Report,
) {
    let named = topics.iter().filter_map(|topic| topic.track.as_ref());
    for track in tracks.iter().chain(named) {
        keys.fault_at(
            track.line,
            "The tracks of this module belong to the pack underneath",
            "Take it out; a topic with an id of that pack keeps its track, and a new one is for everybody",
            report,
        );
    }
}
