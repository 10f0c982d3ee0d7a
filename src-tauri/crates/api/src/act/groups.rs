//! Groups: started, joined and left, met with. What holds for several people is written in each one's own session, in a
//! change of their own, so that each can take back theirs and each one's ledger tells it.

use domain::{
    MeetingId, PersonId, PractitionerId, SeriesId,
    change::Change,
    group::{self, Fault, GroupPlan, GroupSeries, Member},
    meeting::{Meeting, MeetingFormat},
    record::Recording,
    session::{Attendance, SessionEntry, SessionRecord},
    settings::Practitioner,
};
use store::{About, Op, Store};

use super::{change, dates, recording, sessions};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::{groups, lookup, pages},
    wire::{
        CloseGroupMeeting, CoverTopic, DiscardGroupMeeting, OpenGroupMeeting, PlanGroupMeeting,
        PlanPart, SaveGroup, SaveMember, SavePractitioner, SayWhoCame, SetLeaders,
    },
};

/// Adds somebody who leads meetings or signs, or changes them. Whoever keeps the vault stays in it.
pub fn save_practitioner(app: &App, ask: SavePractitioner) -> Result<Change> {
    if ask.name.trim().is_empty() {
        return Err(ErrorCode::NameMissing.into());
    }
    app.with_store(|store| {
        let known = store.practitioners()?;
        let there = |id: PractitionerId| known.iter().find(|one| one.id == id);
        let (id, keeper) = match ask.practitioner {
            Some(id) => (id, there(id).ok_or(ErrorCode::NotFound)?.keeper),
            None => (PractitionerId::new(app.uuid()), false),
        };
        let who = Practitioner {
            name: ask.name.trim().to_owned(),
            title: ask.title.trim().to_owned(),
        };
        store.transact(Op::SavePractitioner, About::vault(), app.now(), |tx| {
            tx.put_practitioner(id, &who, ask.role, ask.active || keeper)
        })?;
        match ask.practitioner {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Says who leads a meeting, and as what. What is signed keeps who led it when it was signed.
pub fn set_leaders(app: &App, ask: SetLeaders) -> Result<Change> {
    app.with_store(|store| {
        let known = store.practitioners()?;
        let mut leaders = ask.leaders;
        leaders.dedup_by_key(|(id, _)| *id);
        if leaders
            .iter()
            .any(|(id, _)| known.iter().all(|one| one.id != *id))
        {
            return Err(ErrorCode::NotFound.into());
        }
        if leaders.is_empty() {
            let keeper = known.iter().find(|one| one.keeper);
            leaders.extend(keeper.map(|keeper| (keeper.id, keeper.role)));
        }
        let meeting = Meeting {
            practitioners: leaders,
            ..store.meeting(ask.meeting)?
        };
        store.transact(Op::LeadMeeting, About::vault(), app.now(), |tx| {
            tx.save_meeting(&meeting)
        })?;
        change::done(store)
    })
}

/// Starts a group, or changes what is known of one.
///
/// # Errors
/// `NameMissing`, `GroupEndsFirst`, or `AnswerDoesNotFit` for a day of the week or a length that there is not.
pub fn save_group(app: &App, ask: SaveGroup) -> Result<Change> {
    let details = ask.details.checked().map_err(refused)?;
    dates::check(app, details.from)?;
    details
        .until
        .map_or(Ok(()), |until| dates::check(app, until))?;
    app.with_store(|store| {
        let id = match ask.series {
            Some(id) => store.series(id)?.id,
            None => SeriesId::new(app.uuid()),
        };
        let series = GroupSeries { id, details };
        store.transact(Op::SaveGroup, About::vault(), app.now(), |tx| {
            tx.save_series(&series)
        })?;
        match ask.series {
            Some(_) => change::done(store),
            None => change::made(store, id.uuid()),
        }
    })
}

/// Writes down that somebody is in a group, or when they left.
///
/// # Errors
/// `GroupFull` for the eleventh, `InGroupAlready`, `GroupEndsFirst`.
pub fn save_member(app: &App, ask: SaveMember) -> Result<Change> {
    dates::check(app, ask.from)?;
    ask.until.map_or(Ok(()), |until| dates::check(app, until))?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let mut others = store.members(store.series(ask.series)?.id)?;
        others.retain(|other| other.person != person || other.from != ask.from);
        let member = Member {
            person,
            series: ask.series,
            from: ask.from,
            until: ask.until,
        };
        group::has_room(&others, &member).map_err(refused)?;
        store.transact(Op::SaveMember, About::person(person), app.now(), |tx| {
            tx.save_member(&member)
        })?;
        change::done(store)
    })
}

fn refused(fault: Fault) -> ApiError {
    match fault {
        Fault::NoName => ErrorCode::NameMissing.into(),
        Fault::EndsBeforeItBegins => ErrorCode::GroupEndsFirst.into(),
        Fault::TooMany => ApiError::new(ErrorCode::GroupFull).with("most", group::MOST),
        Fault::Twice => ErrorCode::InGroupAlready.into(),
        Fault::OutOfRange => ApiError::new(ErrorCode::AnswerDoesNotFit)
            .with("what", "a day is 1 to 7, a length 1 to 1440 minutes"),
    }
}

/// Opens a group's meeting, or comes back to the one of that day. Nobody is taken to have come.
pub fn open_group_meeting(app: &App, ask: OpenGroupMeeting) -> Result<Change> {
    let on = ask.on.unwrap_or_else(|| app.now().day());
    dates::not_ahead(app, on)?;
    app.with_store(|store| {
        let series = store.series(ask.series)?;
        let mut there = store.meetings_of(series.id)?.into_iter();
        if let Some(there) = there.find(|meeting| meeting.on == on) {
            return Ok(Change {
                made: Some(there.meeting.uuid()),
                ..change::nothing(store, None)?
            });
        }
        let mut practitioners = series.details.practitioners.clone();
        if practitioners.is_empty() {
            let keeper = store.practitioners()?.into_iter().find(|one| one.keeper);
            practitioners.extend(keeper.map(|keeper| (keeper.id, keeper.role)));
        }
        let meeting = Meeting {
            id: MeetingId::new(app.uuid()),
            on,
            format: MeetingFormat::Group,
            place: series.details.place.clone(),
            practitioners,
        };
        let plan = GroupPlan {
            meeting: meeting.id,
            series: series.id,
            topics: Vec::new(),
            agenda: String::new(),
            minutes: series.details.minutes,
        };
        store.transact(Op::OpenGroupMeeting, About::vault(), app.now(), |tx| {
            tx.save_meeting(&meeting)?;
            tx.save_group_plan(&plan)
        })?;
        change::made(store, meeting.id.uuid())
    })
}

/// Changes one part of the plan of a group's meeting.
pub fn plan_group_meeting(app: &App, ask: PlanGroupMeeting) -> Result<Change> {
    if let PlanPart::Topics { topics } = &ask.part {
        topics
            .iter()
            .try_for_each(|topic| pages::must_be_topic(app, topic))?;
    }
    app.with_store(|store| {
        let mut plan = groups::plan(store, ask.meeting)?;
        let mut meeting = store.meeting(ask.meeting)?;
        let typing = match &ask.part {
            PlanPart::Agenda { .. } => Some("agenda"),
            PlanPart::Place { .. } => Some("place"),
            PlanPart::Topics { .. } | PlanPart::Minutes { .. } => None,
        };
        match ask.part {
            PlanPart::Topics { topics } => plan.topics = topics,
            PlanPart::Agenda { text } => plan.agenda = text,
            PlanPart::Minutes { minutes } => {
                if minutes.is_some_and(|minutes| !(1..=24 * 60).contains(&minutes)) {
                    return Err(refused(Fault::OutOfRange));
                }
                plan.minutes = minutes;
            }
            PlanPart::Place { text } => meeting.place = text,
        }
        let save = |tx: &mut store::Tx<'_>| {
            tx.save_meeting(&meeting)?;
            tx.save_group_plan(&plan)
        };
        let (op, about) = (Op::PlanGroupMeeting, About::vault());
        match typing {
            Some(field) => {
                let key = format!("{} {field}", ask.meeting);
                store.transact_typing(&key, op, about, app.now(), save)?;
            }
            None => store.transact(op, about, app.now(), save)?,
        }
        change::done(store)
    })
}

/// Says who came, or why not: each gets a session of their own in the meeting. Nothing is said of anybody else.
pub fn say_who_came(app: &App, ask: SayWhoCame) -> Result<Change> {
    app.with_store(|store| {
        let plan = groups::plan(store, ask.meeting)?;
        let meeting = store.meeting(ask.meeting)?;
        let parts = store.parts_of(ask.meeting)?;
        let members = groups::members_on(store, plan.series, meeting.on)?;
        // Nobody but the group's own people has a part, and all are asked before the first is written.
        let mut records = Vec::new();
        for person in &ask.people {
            let there = parts.iter().find(|part| part.person == *person);
            let record = match there {
                Some(part) => {
                    sessions::not_signed(store, part.session)?;
                    store.session(part.session)?
                }
                None if members.iter().any(|member| member.person == *person) => SessionRecord {
                    meeting: meeting.id,
                    format: meeting.format,
                    place: meeting.place.clone(),
                    ..sessions::fresh(app, store, *person, meeting.on)?
                },
                None => return Err(ErrorCode::NotFound.into()),
            };
            // Whoever came and has gone has a closed session; saying once more that they came opens nothing.
            let closed_at = match (&ask.attendance, &record.attendance) {
                (Attendance::Present, Attendance::Present) => record.closed_at,
                (Attendance::Present, _) => None,
                // A meeting that did not take place for somebody is a closed session with its reason.
                _ => Some(app.now()),
            };
            records.push((
                there.is_none(),
                SessionRecord {
                    attendance: ask.attendance.clone(),
                    closed_at,
                    ..record
                },
            ));
        }
        for (new, record) in &records {
            let op = if *new {
                Op::StartSession
            } else {
                Op::RecordSession
            };
            save(app, store, op, record)?;
        }
        together(store, records.iter().map(|(_, record)| record.person))
    })
}

/// Records a topic for everybody who came, each in their own session.
pub fn cover_topic(app: &App, ask: CoverTopic) -> Result<Change> {
    pages::must_be_topic(app, &ask.topic)?;
    app.with_store(|store| {
        groups::plan(store, ask.meeting)?;
        let mut records = Vec::new();
        for (person, session) in groups::came(store, ask.meeting)? {
            let mut record = store.session(session)?;
            if record.closed_at.is_some() {
                continue;
            }
            let topic = groups::in_own_track(app, &store.person(person)?, &ask.topic);
            let with = Recording {
                fresh_practice: domain::PracticeId::new(app.uuid()),
                edition: app.curriculum().edition(&topic),
            };
            let entry = SessionEntry::Topic {
                topic,
                depth: ask.depth,
            };
            record.record(entry, &with).map_err(recording::refused)?;
            records.push(record);
        }
        if records.is_empty() {
            return Err(ErrorCode::NobodyCame.into());
        }
        for record in &records {
            save(app, store, Op::RecordSession, record)?;
        }
        together(store, records.iter().map(|record| record.person))
    })
}

/// Closes a group's meeting for everybody in it.
pub fn close_group_meeting(app: &App, ask: CloseGroupMeeting) -> Result<Change> {
    if ask.minutes.is_some_and(|m| !(1..=24 * 60).contains(&m)) {
        return Err(refused(Fault::OutOfRange));
    }
    app.with_store(|store| {
        groups::plan(store, ask.meeting)?;
        let mut closed = Vec::new();
        for part in store.parts_of(ask.meeting)? {
            let mut record = lookup::session(store, part.session)?;
            if record.closed_at.is_some() {
                continue;
            }
            record.close(app.now());
            if ask.as_of_its_day {
                record.closed_at = Some(app.now().min(record.started_at.end_of_day()));
            }
            if record.attendance == Attendance::Present {
                record.length_said = ask.minutes.or(record.length_said);
            }
            closed.push(record);
        }
        for record in &closed {
            save(app, store, Op::CloseSession, record)?;
        }
        together(store, closed.iter().map(|record| record.person))
    })
}

/// Takes a group's meeting away with every session in it, as long as no note of it is signed. Undo brings the meeting back
/// first and then each session, as each is taken away by itself.
pub fn discard_group_meeting(app: &App, ask: DiscardGroupMeeting) -> Result<Change> {
    let reason = ask.reason.trim();
    if reason.is_empty() {
        return Err(ErrorCode::ReasonMissing.into());
    }
    app.with_store(|store| {
        groups::plan(store, ask.meeting)?;
        let parts = store.parts_of(ask.meeting)?;
        for part in &parts {
            sessions::not_signed(store, part.session)?;
        }
        for part in &parts {
            let record = store.session(part.session)?;
            let about = About::person(record.person);
            store.transact(Op::DiscardSession, about, app.now(), |tx| {
                tx.because(reason)?;
                tx.remove_session(&record)
            })?;
        }
        store.transact(Op::DiscardGroupMeeting, About::vault(), app.now(), |tx| {
            tx.because(reason)?;
            tx.remove_group_meeting(ask.meeting)
        })?;
        change::done(store)
    })
}

fn save(app: &App, store: &mut Store, op: Op, record: &SessionRecord) -> Result<()> {
    let about = About::person(record.person);
    Ok(store.transact(op, about, app.now(), |tx| tx.save_session(record))?)
}

/// Tells what several changes did: of one person as always; of several nobody's name is given to what can be taken back.
fn together(store: &Store, people: impl ExactSizeIterator<Item = PersonId>) -> Result<Change> {
    if people.len() == 0 {
        return change::nothing(store, None);
    }
    let several = people.len() > 1;
    let mut change = change::done(store)?;
    change
        .touched
        .areas
        .extend([domain::change::Area::Groups, domain::change::Area::Sessions]);
    if several {
        change.touched.person = None;
        change.undo = None;
        change.redo = None;
    }
    Ok(change)
}
