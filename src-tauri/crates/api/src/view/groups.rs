//! Groups: all of them, one of them, and one of their meetings.

use std::collections::BTreeMap;

use domain::{
    PersonId,
    goal::GoalStatus,
    group::{self, Waiting},
    session::{Attendance, Depth},
};
use store::Store;

use crate::{
    app::App,
    error::Result,
    read::{cards, course, groups, lookup},
    wire::{
        GroupMeetingLine, GroupMeetingView, GroupPart, GroupView, GroupsView, MemberCard, Nothing,
        OfMeeting, OfSeries, Practitioners, TitledTopic,
    },
};

/// Lists everybody who leads meetings or signs.
pub fn practitioners(app: &App, _: Nothing) -> Result<Practitioners> {
    app.with_store(|store| {
        Ok(Practitioners {
            practitioners: store.practitioners()?,
        })
    })
}

/// Lists every group.
pub fn groups(app: &App, _: Nothing) -> Result<GroupsView> {
    let day = app.now().day();
    app.with_store(|store| {
        let all = store.all_series()?.into_iter();
        let mut groups = all
            .map(|series| groups::card(app, store, series, day))
            .collect::<Result<Vec<_>>>()?;
        groups.sort_by_key(|group| group.ended);
        Ok(GroupsView { day, groups })
    })
}

/// Opens a group.
pub fn group(app: &App, ask: OfSeries) -> Result<GroupView> {
    let day = app.now().day();
    app.with_store(|store| {
        let card = groups::card(app, store, store.series(ask.series)?, day)?;
        let members = store
            .members(ask.series)?
            .into_iter()
            .map(|member| {
                Ok(MemberCard {
                    person: cards::person(&store.person(member.person)?),
                    is_in: member.is_in(day),
                    from: member.from,
                    until: member.until,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let meetings = store.meetings_of(ask.series)?.into_iter();
        Ok(GroupView {
            day,
            led_by: groups::led_by(store, &card.series.details.practitioners)?,
            room: groups::count(group::MOST).saturating_sub(card.members),
            above_best: card.members > groups::count(group::BEST),
            meetings: meetings
                .map(|meeting| {
                    Ok(GroupMeetingLine {
                        came: groups::count(groups::came(store, meeting.meeting)?.len()),
                        topics: titles(app, store, meeting.meeting)?
                            .into_iter()
                            .map(|topic| topic.title)
                            .collect(),
                        meeting: meeting.meeting,
                        on: meeting.on,
                        said: meeting.sessions,
                        closed: meeting.sessions > 0 && meeting.open == 0,
                    })
                })
                .collect::<Result<_>>()?,
            members,
            card,
        })
    })
}

fn titles(app: &App, store: &Store, meeting: domain::MeetingId) -> Result<Vec<TitledTopic>> {
    let language = app.settings().language;
    let plan = groups::plan(store, meeting)?;
    let titled = plan.topics.into_iter().map(|topic| TitledTopic {
        title: course::title(app, &topic, language),
        module: String::new(),
        topic,
    });
    Ok(titled.collect())
}

/// Opens a group's meeting.
pub fn group_meeting(app: &App, ask: OfMeeting) -> Result<GroupMeetingView> {
    app.with_store(|store| {
        let plan = groups::plan(store, ask.meeting)?;
        let meeting = store.meeting(ask.meeting)?;
        let series = store.series(plan.series)?;
        let turns: BTreeMap<_, _> = store
            .last_turns(series.id, meeting.on)?
            .into_iter()
            .collect();
        let members = groups::members_on(store, series.id, meeting.on)?;
        let sessions: BTreeMap<_, _> = store
            .parts_of(ask.meeting)?
            .into_iter()
            .map(|part| (part.person, part.session))
            .collect();
        let mut everybody: Vec<PersonId> = members.iter().map(|member| member.person).collect();
        everybody.extend(
            sessions
                .keys()
                .filter(|one| members.iter().all(|member| member.person != **one)),
        );
        let mut people = Vec::new();
        for person in everybody {
            let session = sessions.get(&person).copied();
            let last_turn = turns.get(&person).copied();
            people.push(part(store, person, session, last_turn)?);
        }
        people.sort_by_key(|part| part.person.name.to_lowercase());
        let waiting = people
            .iter()
            .filter(|part| part.attendance == Some(Attendance::Present) && !part.goal_turn)
            .map(|part| Waiting {
                person: part.person.id,
                last_turn: part.last_turn,
                since: members
                    .iter()
                    .find(|member| member.person == part.person.id)
                    .map_or(meeting.on, |member| member.from),
            })
            .collect();
        let names: Vec<&str> = people
            .iter()
            .map(|part| part.person.name.as_str())
            .collect();
        let course = groups::topics_of(app, &series.details.course);
        Ok(GroupMeetingView {
            meeting: ask.meeting,
            on: meeting.on,
            today: meeting.on == app.now().day(),
            place: meeting.place,
            led_by: groups::led_by(store, &meeting.practitioners)?,
            topics: titles(app, store, ask.meeting)?,
            named: group::names_in(&plan.agenda, names)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            agenda: plan.agenda,
            minutes: plan.minutes,
            next: next(store, &series, ask.meeting, &course)?,
            course,
            waiting: group::by_wait(waiting)
                .into_iter()
                .map(|one| one.person)
                .collect(),
            turns: groups::count(group::TURNS),
            closed: !sessions.is_empty() && people.iter().all(|p| p.session.is_none() || p.closed),
            series,
            people,
        })
    })
}

/// The topic after the last one that the group had in an earlier meeting; the first where it had none.
fn next(
    store: &Store,
    series: &domain::group::GroupSeries,
    meeting: domain::MeetingId,
    course: &[TitledTopic],
) -> Result<Option<domain::TopicId>> {
    let mut last = None;
    for earlier in store.meetings_of(series.id)? {
        if earlier.meeting == meeting {
            continue;
        }
        let topics = groups::plan(store, earlier.meeting)?.topics;
        if let Some(topic) = topics.last() {
            last = course.iter().position(|one| one.topic == *topic);
            break;
        }
    }
    let after = last.map_or(0, |place| place + 1);
    Ok(course.get(after).map(|one| one.topic.clone()))
}

fn part(
    store: &Store,
    id: PersonId,
    session: Option<domain::SessionId>,
    last_turn: Option<chrono::NaiveDate>,
) -> Result<GroupPart> {
    let person = store.person(id)?;
    let mut goals = store.goals(id)?;
    goals.retain(|goal| goal.status == GoalStatus::Active);
    let record = session
        .map(|session| lookup::session(store, session))
        .transpose()?;
    let note = match session {
        Some(session) => cards::note_of(store, session, &person)?,
        None => None,
    };
    let agreed = record.iter().flat_map(|record| &record.practices_agreed);
    let topics = record.iter().flat_map(|record| &record.topics);
    Ok(GroupPart {
        person: cards::person(&person),
        session,
        closed: record.as_ref().is_some_and(|r| r.closed_at.is_some()),
        goal_turn: record.as_ref().is_some_and(|r| r.goal_turn),
        last_turn,
        goals: goals.into_iter().map(|goal| goal.words).collect(),
        practices: agreed
            .map(|practice| practice.plan.what.clone())
            .filter(|what| !what.trim().is_empty())
            .collect(),
        topics: topics
            .filter(|topic| topic.depth == Depth::Covered)
            .map(|topic| topic.topic.clone())
            .collect(),
        attendance: record.map(|record| record.attendance),
        note,
    })
}
