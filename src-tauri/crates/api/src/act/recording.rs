//! Recording in a session: one thing said, ticked or moved to, on disk at once.

use domain::{
    Edition, PracticeId,
    change::Change,
    person::Person,
    record::{Recording, Refusal},
    session::{SessionEntry, SessionRecord},
};
use store::{About, Op, Store, Tx};

use super::{change, dates, sessions};
use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::{lookup, pages},
    wire::{Nothing, RecordInSession, SpendTime},
};

/// Records one thing.
pub fn record_in_session(app: &App, ask: RecordInSession) -> Result<Change> {
    let RecordInSession { session, entry } = ask;
    if let SessionEntry::NextMeeting { at: Some(at) } = &entry {
        dates::check(app, at.date())?;
    }
    if let SessionEntry::Topic { topic, .. } = &entry {
        pages::must_be_topic(app, topic)?;
    }
    app.with_store(|store| {
        let before = store.session(session)?;
        if matches!(entry, SessionEntry::Length { .. }) {
            sessions::not_signed(store, session)?;
        }
        let mut record = record_for(store, before.clone(), &entry)?;
        let typing = typing_key(&entry).map(|field| format!("{session} {field}"));
        let op = op_of(&entry);
        let with = Recording {
            fresh_practice: PracticeId::new(app.uuid()),
            edition: edition_for(app, &entry),
        };
        record.record(entry, &with).map_err(refused)?;
        let appointed = appointed(app, store, &before, &record)?;
        let about = About::person(record.person);
        let save = |tx: &mut Tx<'_>| {
            tx.save_session_changes(Some(&before), &record)?;
            appointed.as_ref().map_or(Ok(()), |p| tx.save_person(p))
        };
        match typing {
            Some(key) => store.transact_typing(&key, op, about, app.now(), save)?,
            None => store.transact(op, about, app.now(), save)?,
        }
        let agreed = record.practices_agreed.iter().map(|practice| practice.id);
        Ok(Change {
            made: agreed
                .filter(|id| *id == with.fresh_practice)
                .map(PracticeId::uuid)
                .next(),
            ..change::done(store)?
        })
    })
}

/// Counts time that was spent in the phase at hand. It goes by while the screen is turned as well, in that session alone.
/// Nothing is told of it: nobody has to follow it, and what could be taken back is named after somebody.
pub fn spend_time(app: &App, ask: SpendTime) -> Result<Nothing> {
    let SpendTime { session, seconds } = ask;
    let turned = app.turned().page().map(|page| page.reader);
    if turned.is_some_and(|reader| reader.is_none_or(|reader| reader.session != session)) {
        return Err(ErrorCode::ScreenTurned.into());
    }
    let entry = SessionEntry::SpendTime { seconds };
    record_in_session(app, RecordInSession { session, entry })?;
    Ok(Nothing {})
}

/// Adds what an entry needs beside the session itself. Promises still to be reviewed are looked up only for an entry that
/// reviews one; the others leave them be.
fn record_for(store: &Store, record: SessionRecord, entry: &SessionEntry) -> Result<SessionRecord> {
    match entry {
        SessionEntry::PracticeResult { .. }
        | SessionEntry::PracticeReviewWords { .. }
        | SessionEntry::PracticeObstacle { .. } => lookup::with_promises(store, record),
        _ => Ok(record),
    }
}

/// The person with the appointment that an entry agrees on, or takes back. It goes to the person's page when it is said, so
/// that closing, signing and reopening have nothing to say about appointments.
fn appointed(
    app: &App,
    store: &Store,
    before: &SessionRecord,
    record: &SessionRecord,
) -> Result<Option<Person>> {
    if before.next_meeting == record.next_meeting {
        return Ok(None);
    }
    let mut person = store.person(record.person)?;
    let theirs = &mut person.details.next_meeting;
    match record.next_meeting {
        // Of a meeting that is entered later, the next one may be over as well.
        Some(at) if at.date() < app.now().day() => return Ok(None),
        Some(at) => *theirs = Some(at),
        // One that was agreed elsewhere is not this session's to take back.
        None if *theirs != before.next_meeting => return Ok(None),
        None => *theirs = None,
    }
    Ok(Some(person))
}

/// The pack that supplies the page of a topic; what is recorded besides comes from no page.
fn edition_for(app: &App, entry: &SessionEntry) -> Edition {
    let content = app.curriculum();
    match entry {
        SessionEntry::Topic { topic, .. } => content.edition(topic),
        _ => content.own_edition(),
    }
}

/// Moving on and time going by are nothing to take back.
const fn op_of(entry: &SessionEntry) -> Op {
    match entry {
        SessionEntry::EnterPhase { .. } | SessionEntry::SpendTime { .. } => Op::MoveInSession,
        _ => Op::RecordSession,
    }
}

/// Names the field an entry types into, so that undo takes back a sentence and not a letter.
fn typing_key(entry: &SessionEntry) -> Option<String> {
    match entry {
        SessionEntry::Words { field, .. } => Some(format!("{field:?}")),
        SessionEntry::PracticeReviewWords { practice, .. } => Some(format!("review of {practice}")),
        SessionEntry::ReviewGoal { goal, .. } => Some(format!("review of {goal}")),
        SessionEntry::AgreePractice {
            practice: Some(id), ..
        } => Some(format!("plan of {id}")),
        _ => None,
    }
}

pub(super) fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::Closed => ErrorCode::SessionClosed.into(),
        Refusal::NoSuchPractice => ErrorCode::NotFound.into(),
        Refusal::ConfidenceAboveTen => ApiError::new(ErrorCode::AnswerDoesNotFit)
            .with("what", "confidence is a number from 0 to 10"),
        Refusal::LengthOutOfRange => ApiError::new(ErrorCode::AnswerDoesNotFit)
            .with("what", "a length is a number of minutes from 1 to 1440"),
    }
}
