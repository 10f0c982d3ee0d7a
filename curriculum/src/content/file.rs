//! The structure files as authors write them: pack.toml, courses/*.toml, paces.toml and module.toml (FORMAT.md). Their
//! blocks are read in `blocks`, forms/forms.toml in `forms_file`.
//!
//! They are read by hand through [`Keys`] rather than through serde, for the reasons given there.

use std::collections::BTreeMap;

use domain::{CourseId, Lang, ModuleId, PaceId, PackId, TopicId, TrackId, document::ReviewStatus};

use super::{
    blocks::{blocks, small},
    form::Wording,
    keys::{At, Keys, Value, parse},
    model::{Course, Module, Months, Pace, Pack, PerLang, Sessions, Track},
    shape::{BlockShape, Home},
};
use crate::problem::{Report, Source, nearest};

/// The format this reader knows.
const FORMAT: i32 = 1;

/// Reads pack.toml. Gives the languages also when the rest is wanting, so that the other files can be checked.
pub(crate) fn pack(source: &Source<'_>, report: &mut Report) -> Option<Pack> {
    let table = parse(source, report)?;
    let allowed = [
        "format",
        "extends",
        "id",
        "title",
        "version",
        "languages",
        "licence",
    ];
    let keys = Keys::open(source, table.get_ref(), 0, &allowed, report);

    if let Some(format) = keys.need("format", "1", report)
        && let Some(number) = format.try_whole(0..=1_000, report)
    {
        let (what, instead) = match number {
            FORMAT => ("", ""),
            0 => ("There is no format 0", "Write format = 1"),
            _ => (
                "The pack is written in a format that this Waymark does not know",
                "Update Waymark, or ask for the pack in format 1",
            ),
        };
        if !what.is_empty() {
            keys.fault_at(format.line, what, instead, report);
        }
    }

    let languages = keys
        .need("languages", "[\"en\"]", report)
        .map(|value| languages(&keys, &value, report))
        .unwrap_or_default();

    let version = keys.text("version", report);
    if !version.it.is_empty() && !is_version(&version.it) {
        keys.fault_at(
            version.line,
            format!("“{}” is not a version", version.it),
            "Write three numbers, such as \"0.1.0\"",
            report,
        );
    }
    let extends = keys.find("extends").map(|value| value.slug(report));
    Some(Pack {
        extends: extends.map(|id| PackId::new(id.it)),
        id: PackId::new(keys.slug("id", report).it),
        title: keys.text("title", report).it,
        version: version.it,
        languages,
        licence: keys.text("licence", report).it,
    })
}

/// Reads a list of languages.
fn languages(keys: &Keys<'_>, value: &Value<'_>, report: &mut Report) -> Vec<Lang> {
    let mut languages = Vec::new();
    for tag in value.items(1..=Lang::ALL.len(), report) {
        let tag = tag.text(report);
        match tag.it.parse::<Lang>() {
            Ok(lang) if languages.contains(&lang) => keys.fault_at(
                tag.line,
                format!("The language {lang} stands twice"),
                "Name each language once",
                report,
            ),
            Ok(lang) => languages.push(lang),
            Err(_) => keys.fault_at(
                tag.line,
                format!("“{}” is not a language", tag.it),
                "Write en, da or nb",
                report,
            ),
        }
    }
    languages
}

fn is_version(version: &str) -> bool {
    version.split('.').count() == 3
        && version
            .split('.')
            .all(|part| (1..=5).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A course with the lines of the modules it names, for checking them.
pub(crate) struct CourseFile {
    pub course: Course,
    pub modules: Vec<At<String>>,
}

/// Reads one file of courses/.
pub(crate) fn course(
    source: &Source<'_>,
    of_pack: &[Lang],
    report: &mut Report,
) -> Option<CourseFile> {
    let table = parse(source, report)?;
    let keys = Keys::open(
        source,
        table.get_ref(),
        0,
        &["id", "title", "source", "usual", "modules"],
        report,
    );
    let id = keys.slug("id", report);
    let stem = source
        .file
        .trim_start_matches("courses/")
        .trim_end_matches(".toml");
    if !id.it.is_empty() && id.it != stem {
        keys.fault_at(
            id.line,
            format!("The id “{}” is not the name of the file", id.it),
            format!(
                "Write id = \"{stem}\", or rename the file to {}.toml",
                id.it
            ),
            report,
        );
    }
    let first = of_pack.first().copied().unwrap_or_default();
    let mut words = |key: &str| PerLang::new(first, keys.per_lang(key, of_pack, report));
    let (title, origin) = (words("title"), words("source"));
    let usual = keys
        .find("usual")
        .map(|value| languages(&keys, &value, report))
        .unwrap_or_default();
    let modules = keys.slugs("modules", 1..=40, report);
    Some(CourseFile {
        course: Course {
            id: CourseId::new(id.it),
            title,
            source: origin,
            usual,
            modules: modules.iter().map(|id| ModuleId::new(&*id.it)).collect(),
        },
        modules,
    })
}

/// Reads paces.toml.
pub(crate) fn paces(source: &Source<'_>, languages: &[Lang], report: &mut Report) -> Vec<Pace> {
    let Some(table) = parse(source, report) else {
        return Vec::new();
    };
    let keys = Keys::open(source, table.get_ref(), 0, &["pace"], report);
    let values = keys
        .need("pace", "…, a [[pace]] for each pace", report)
        .map(|value| value.items(1..=20, report))
        .unwrap_or_default();
    let mut ids = Vec::new();
    let mut paces = Vec::new();
    for value in &values {
        let allowed = ["id", "title", "days", "months", "source"];
        let Some(keys) = value.table(&allowed, report) else {
            continue;
        };
        let id = keys.slug("id", report);
        let days = keys.whole("days", 1..=366, report);
        let mut months = Months { min: 1, max: 1 };
        if let Some(value) = keys.need("months", "{ min = 9, max = 10 }", report) {
            (months.min, months.max) = span(&value, 60, report);
        }
        paces.push(Pace {
            id: PaceId::new(&*id.it),
            title: per_lang(&keys, "title", languages, report),
            days: u16::try_from(days).unwrap_or(1),
            months,
            source: per_lang(&keys, "source", languages, report),
        });
        ids.push(id);
    }
    keys.once_each(&ids, report);
    paces
}

/// Reads `{ min = 2, max = 4 }`.
fn span(value: &Value<'_>, most: i32, report: &mut Report) -> (u8, u8) {
    let Some(keys) = value.table(&["min", "max"], report) else {
        return (1, 1);
    };
    let before = report.count();
    let min = small(keys.whole("min", 1..=most, report));
    let max = small(keys.whole("max", 1..=most, report));
    if min > max && report.count() == before {
        keys.fault(
            "“min” is more than “max”",
            "Write the smaller number as min",
            report,
        );
    }
    (min, max)
}

fn per_lang(
    keys: &Keys<'_>,
    key: &str,
    languages: &[Lang],
    report: &mut Report,
) -> PerLang<String> {
    let first = languages.first().copied().unwrap_or_default();
    PerLang::new(first, keys.per_lang(key, languages, report))
}

/// The structure of a module.
#[derive(Clone)]
pub(crate) struct ModuleFile {
    pub id: At<String>,
    pub sessions: Sessions,
    pub review: ReviewStatus,
    pub tracks: Vec<Track>,
    pub topics: Vec<TopicShape>,
}

/// What a module or form of a site may leave out, because the pack it stands on says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Alone.
    Alone,
    /// On a pack that may hold it already.
    OnAnother,
}

/// The structure of a topic.
#[derive(Clone)]
pub(crate) struct TopicShape {
    pub page: PageShape,
    pub track: Option<At<String>>,
    /// The topic of the same module that it stands behind; only in packs that extend another.
    pub after: Option<At<String>>,
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
    /// Whose words an instrument is in; the page then says where it comes from.
    pub wording: Option<Wording>,
    pub blocks: Vec<BlockShape>,
}

impl PageShape {
    /// Returns the id as the rest of the program names it.
    pub(crate) fn topic_id(&self) -> TopicId {
        TopicId::new(&*self.id.it)
    }
}

/// Reads module.toml.
///
/// `under` finds the module with an id in the pack underneath; what that one says may be left out here.
pub(crate) fn module<'u>(
    source: &Source<'_>,
    languages: &[Lang],
    stands: Stands,
    under: impl Fn(&str) -> Option<&'u Module>,
    report: &mut Report,
) -> Option<ModuleFile> {
    let table = parse(source, report)?;
    let allowed = ["id", "sessions", "review", "track", "topic"];
    let keys = Keys::open(source, table.get_ref(), 0, &allowed, report);
    let id = keys.slug("id", report);
    let under = under(&id.it);
    let mut sessions = under.map_or(Sessions { min: 1, max: 1 }, |module| module.sessions);
    let found = match under {
        Some(_) => keys.find("sessions"),
        None => keys.need("sessions", "{ min = 2, max = 4 }", report),
    };
    if let Some(value) = found {
        (sessions.min, sessions.max) = span(&value, 20, report);
    }
    let guide_review = match keys.find("review") {
        Some(value) => review(&value, report),
        None => ReviewStatus::Draft,
    };
    let (track_ids, tracks) = tracks(&keys, languages, report);
    let topics: Vec<_> = keys
        .need("topic", "…, a [[topic]] for each topic", report)
        .map(|value| value.items(1..=40, report))
        .unwrap_or_default()
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
        review: guide_review,
        tracks,
        topics,
    })
}

fn tracks(
    keys: &Keys<'_>,
    languages: &[Lang],
    report: &mut Report,
) -> (Vec<At<String>>, Vec<Track>) {
    let mut ids = Vec::new();
    let mut tracks = Vec::new();
    let values = keys
        .find("track")
        .map(|value| value.items(2..=12, report))
        .unwrap_or_default();
    for value in &values {
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
fn check_tracks(
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
            let instead = match nearest(&track.it, ids) {
                Some(meant) => format!("Write \"{meant}\""),
                None => format!(
                    "Declare it with [[track]] and id = \"{}\", or take it out",
                    track.it
                ),
            };
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
fn tracks_underneath(
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

impl TopicShape {
    fn is_of(&self, track: &str) -> bool {
        self.track.as_ref().is_some_and(|own| own.it == track)
    }
}

fn topic(value: &Value<'_>, stands: Stands, report: &mut Report) -> Option<TopicShape> {
    let mut allowed = vec!["id", "track", "review", "block"];
    if stands == Stands::OnAnother {
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
        wording: None,
        blocks: blocks(keys, home, report),
    }
}

fn review(value: &Value<'_>, report: &mut Report) -> ReviewStatus {
    let Some(keys) = value.table(&["status", "by", "on"], report) else {
        return ReviewStatus::Draft;
    };
    let status = keys.text("status", report);
    match status.it.as_str() {
        "reviewed" => {
            return ReviewStatus::Reviewed {
                by: keys.text("by", report).it,
                on: keys.day("on", report),
            };
        }
        "draft" => {
            for key in ["by", "on"] {
                if let Some(value) = keys.find(key) {
                    keys.fault_at(
                        value.line,
                        format!("A draft has no “{key}”"),
                        "Write status = \"reviewed\", or take it out",
                        report,
                    );
                }
            }
        }
        "" => {}
        other => keys.fault_at(
            status.line,
            format!("“{other}” is not a review status"),
            "Write \"draft\" or \"reviewed\"",
            report,
        ),
    }
    ReviewStatus::Draft
}
