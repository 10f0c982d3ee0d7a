//! Groups and their meetings as screens show them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{
    CourseId, Lang, MeetingId, PersonId, PractitionerId, SeriesId, SessionId, TopicId,
    group::{GroupSeries, Member},
    meeting::Role,
    person::Person,
    session::Attendance,
};
use store::{GroupMeeting, Store};

use super::course;
use crate::{
    app::App,
    error::{ErrorCode, Result},
    wire::{GroupCard, GroupLeft, LedBy, TitledTopic},
};

/// Names those who lead something.
///
/// # Errors
/// Those of reading the vault.
pub fn led_by(store: &Store, leaders: &[(PractitionerId, Role)]) -> Result<Vec<LedBy>> {
    let all = store.practitioners()?.into_iter();
    // The keeper of the vault first, then by name, in whatever order they were ticked.
    let named = all.filter_map(|who| {
        let (_, role) = leaders.iter().find(|(id, _)| *id == who.id)?;
        Some(LedBy {
            practitioner: who.id,
            signature: who.practitioner.signature(),
            role: *role,
        })
    });
    Ok(named.collect())
}

/// Those who lead a meeting.
///
/// # Errors
/// Those of reading the vault.
pub fn leaders_of(store: &Store, meeting: MeetingId) -> Result<Vec<LedBy>> {
    led_by(store, &store.meeting(meeting)?.practitioners)
}

/// A group's card.
///
/// # Errors
/// Those of reading the vault.
pub fn card(app: &App, store: &Store, series: GroupSeries, day: NaiveDate) -> Result<GroupCard> {
    let members = store.members(series.id)?;
    let meetings = store.meetings_of(series.id)?;
    let today = meetings.iter().find(|meeting| meeting.on == day);
    let details = &series.details;
    Ok(GroupCard {
        course: course_title(app, &details.course),
        members: count(members.iter().filter(|member| member.is_in(day)).count()),
        meetings: count(meetings.len()),
        last: meetings.first().map(|meeting| meeting.on),
        ended: details.until.is_some_and(|until| until < day),
        meets_today: details.meets_on(day),
        meeting: today.map(|meeting| meeting.meeting),
        closed: today.is_some_and(|meeting| meeting.sessions > 0 && meeting.open == 0),
        series,
    })
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn course_title(app: &App, course: &CourseId) -> String {
    let language = app.settings().language;
    let content = app.curriculum();
    content
        .course(course)
        .map_or_else(String::new, |course| course.title.get(language).clone())
}

/// The topics of a course in its order, by title.
pub fn topics_of(app: &App, course: &CourseId) -> Vec<TitledTopic> {
    let content = app.curriculum();
    let language = app.settings().language;
    let modules = content.modules_of(course);
    modules
        .flat_map(|module| {
            let topics = module.topics_for(None);
            topics.map(|topic| titled(app, &topic.id, &module.id, language))
        })
        .collect()
}

fn titled(app: &App, topic: &TopicId, module: &domain::ModuleId, language: Lang) -> TitledTopic {
    TitledTopic {
        topic: topic.clone(),
        title: course::title(app, topic, language),
        module: app.curriculum().module_title(module, language).to_owned(),
    }
}

/// Somebody's page where the group reads a topic of a track: that at the same place in their own track.
pub fn in_own_track(app: &App, person: &Person, topic: &TopicId) -> TopicId {
    let content = app.curriculum();
    let own = || {
        let track = person.details.track.as_ref()?;
        let mut modules = content.modules_of(&person.details.course);
        let module = modules.find(|module| module.topics_for(None).any(|one| one.id == *topic))?;
        if module.tracks.iter().all(|known| known.id != *track) {
            return None;
        }
        let of = module.topics_for(None).find(|one| one.id == *topic)?;
        let theirs = of.track.as_ref()?;
        let place = module
            .topics_for(Some(theirs))
            .position(|one| one.id == *topic)?;
        let there = module.topics_for(Some(track)).nth(place)?;
        Some(there.id.clone())
    };
    own().unwrap_or_else(|| topic.clone())
}

/// The group's meeting with its group; another meeting is refused.
///
/// # Errors
/// `NotFound` for a meeting of no group.
pub fn plan(store: &Store, meeting: MeetingId) -> Result<domain::group::GroupPlan> {
    store
        .group_plan(meeting)?
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// Who is in a group on a day.
///
/// # Errors
/// Those of reading the vault.
pub fn members_on(store: &Store, series: SeriesId, day: NaiveDate) -> Result<Vec<Member>> {
    let mut members = store.members(series)?;
    members.retain(|member| member.is_in(day));
    Ok(members)
}

/// Who came to a meeting, each with their session.
///
/// # Errors
/// Those of reading the vault.
pub fn came(store: &Store, meeting: MeetingId) -> Result<Vec<(PersonId, SessionId)>> {
    let mut here = Vec::new();
    for part in store.parts_of(meeting)? {
        if store.session(part.session)?.attendance == Attendance::Present {
            here.push((part.person, part.session));
        }
    }
    Ok(here)
}

/// The sessions that are shown with their group's meeting and not each by itself.
///
/// # Errors
/// Those of reading the vault.
pub fn sessions_in<'m>(
    store: &Store,
    meetings: impl IntoIterator<Item = &'m GroupMeeting>,
) -> Result<BTreeSet<SessionId>> {
    let mut all = BTreeSet::new();
    for meeting in meetings {
        let parts = store.parts_of(meeting.meeting)?;
        all.extend(parts.into_iter().map(|part| part.session));
    }
    Ok(all)
}

/// Meetings of groups before a day that nobody has closed, and usual days that went by without one, the oldest first. Of a
/// group only the last such day is asked about.
///
/// # Errors
/// Those of reading the vault.
pub fn left(store: &Store, day: NaiveDate) -> Result<Vec<GroupLeft>> {
    let groups = store.all_series()?;
    let names: BTreeMap<SeriesId, &str> = groups
        .iter()
        .map(|series| (series.id, series.details.name.as_str()))
        .collect();
    let opened = store.group_meetings_left_open(day)?.into_iter();
    let mut left: Vec<GroupLeft> = opened
        .map(|meeting| GroupLeft {
            series: meeting.series,
            name: names
                .get(&meeting.series)
                .copied()
                .unwrap_or_default()
                .to_owned(),
            on: meeting.on,
            meeting: Some(meeting.meeting),
            open: meeting.open,
        })
        .collect();
    for series in &groups {
        let Some(on) = series.details.usual_day_before(day) else {
            continue;
        };
        let since = store.meetings_of(series.id)?;
        let nobody = members_on(store, series.id, on)?.is_empty();
        if nobody || since.first().is_some_and(|meeting| meeting.on >= on) {
            continue;
        }
        left.push(GroupLeft {
            series: series.id,
            name: series.details.name.clone(),
            on,
            meeting: None,
            open: 0,
        });
    }
    left.sort_by_key(|one| one.on);
    Ok(left)
}
