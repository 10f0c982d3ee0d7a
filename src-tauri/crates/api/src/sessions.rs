//! Sessions: start, record, close, come back.

use domain::{
    PracticeId, SessionId,
    note::NoteState,
    person::Person,
    record::{Recording, Refusal},
    session::{Attendance, SessionEntry, SessionRecord},
};
use store::{About, Op, Store};

use crate::{
    App, course,
    error::{ApiError, ErrorCode, Result},
    forms, people,
    wire::*,
};

/// Starts a session, or comes back to the one that is open.
pub fn start_session(app: &App, ask: StartSession) -> Result<domain::change::Change> {
    let on = ask.on.unwrap_or_else(|| app.now().day());
    people::check_date(app, on)?;
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        if let Some(open) = store.open_session(person.id)? {
            return crate::change::found(store, person.id, open.uuid());
        }
        let number = store.next_session_number(person.id)?;
        let record =
            SessionRecord::open(SessionId::new(app.uuid()), person.id, number, on, app.now());
        store.transact(
            Op::StartSession,
            About::person(person.id),
            app.now(),
            |tx| tx.save_session(&record),
        )?;
        crate::change::made(store, record.id.uuid())
    })
}

/// Opens a session as it stands.
pub fn session(app: &App, ask: OfSession) -> Result<SessionView> {
    app.with_store(|store| view(app, store, ask.session))
}

/// What is recorded in a session.
pub fn session_record(app: &App, ask: OfSession) -> Result<SessionRecord> {
    app.with_store(|store| load(store, ask.session))
}

/// Records one thing.
pub fn record_in_session(app: &App, ask: RecordInSession) -> Result<domain::change::Change> {
    if let SessionEntry::NextMeeting { at: Some(at) } = &ask.entry {
        people::check_date(app, at.date())?;
    }
    if let SessionEntry::Topic { topic, .. } = &ask.entry {
        forms::refuse(app, topic)?;
    }
    app.with_store(|store| {
        let mut record = load(store, ask.session)?;
        let typing = typing_key(&ask.entry).map(|field| format!("{} {field}", ask.session));
        let op = match ask.entry {
            SessionEntry::EnterPhase { .. } | SessionEntry::SpendTime { .. } => Op::MoveInSession,
            _ => Op::RecordSession,
        };
        let content = app.curriculum();
        let with = Recording {
            fresh_practice: PracticeId::new(app.uuid()),
            pack_version: &content.pack().version,
        };
        record.record(ask.entry, &with).map_err(refused)?;
        let about = About::person(record.person);
        match typing {
            Some(key) => {
                store.transact_typing(&key, op, about, app.now(), |tx| tx.save_session(&record))?
            }
            None => store.transact(op, about, app.now(), |tx| tx.save_session(&record))?,
        }
        let mut change = crate::change::done(store)?;
        change.made = record
            .practices_agreed
            .iter()
            .map(|p| p.id)
            .find(|id| *id == with.fresh_practice)
            .map(PracticeId::uuid);
        Ok(change)
    })
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

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::Closed => ErrorCode::SessionClosed.into(),
        Refusal::NoSuchPractice => ErrorCode::NotFound.into(),
        Refusal::ConfidenceAboveTen => ApiError::new(ErrorCode::AnswerDoesNotFit)
            .with("what", "confidence is a number from 0 to 10"),
    }
}

/// Closes a session, and carries the next appointment to the person's page.
pub fn close_session(app: &App, ask: OfSession) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let mut record = load(store, ask.session)?;
        if record.closed_at.is_none() {
            record.close(app.now());
            let mut person = people::find(store, record.person)?;
            person.details.next_meeting = record.next_meeting;
            store.transact(
                Op::CloseSession,
                About::person(record.person),
                app.now(),
                |tx| {
                    tx.save_session(&record)?;
                    tx.save_person(&person)
                },
            )?;
        }
        crate::change::done(store)
    })
}

/// Opens a closed session again, as long as its note is not signed.
pub fn reopen_session(app: &App, ask: OfSession) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let mut record = load(store, ask.session)?;
        if store
            .note_of(ask.session)?
            .is_some_and(|n| matches!(n.state, NoteState::Signed { .. }))
        {
            return Err(ErrorCode::AlreadySigned.into());
        }
        record.closed_at = None;
        store.transact(
            Op::ReopenSession,
            About::person(record.person),
            app.now(),
            |tx| tx.save_session(&record),
        )?;
        crate::change::done(store)
    })
}

/// Loads a session. While it is open, the promises still to be reviewed stand among those reviewed.
pub(crate) fn load(store: &Store, id: SessionId) -> Result<SessionRecord> {
    let mut record = store.session(id)?;
    if record.closed_at.is_none() {
        for practice in store.open_practices(record.person)? {
            let known = record
                .practices_reviewed
                .iter()
                .any(|p| p.id == practice.id);
            if !known && practice.agreed_in != id {
                record.practices_reviewed.push(practice);
            }
        }
    }
    record
        .practices_reviewed
        .sort_by_key(|p| (p.agreed_on, p.id));
    Ok(record)
}

fn view(app: &App, store: &Store, id: SessionId) -> Result<SessionView> {
    view_of(app, store, load(store, id)?)
}

fn view_of(app: &App, store: &Store, record: SessionRecord) -> Result<SessionView> {
    let id = record.id;
    let person = people::find(store, record.person)?;
    let sessions = store.sessions(person.id)?;
    let came = |s: &store::SessionSummary| s.attendance == Attendance::Present;
    let before = sessions
        .into_iter()
        .filter(|s| s.number < record.number && came(s))
        .max_by_key(|s| s.number);
    let previous_summary = match &before {
        Some(before) => store.session(before.id)?.summary_words,
        None => String::new(),
    };
    let practices = store.practices(person.id)?;
    let met = people::met(store, person.id)?;
    let goals = store
        .goals(person.id)?
        .into_iter()
        .filter(|g| g.status == domain::goal::GoalStatus::Active)
        .collect();
    Ok(SessionView {
        statement: store.statements(person.id)?.into_iter().next(),
        goals,
        previous: before.map(|s| people::glance(app, s, &person, &practices)),
        previous_summary,
        next: course::next_topic(app, &person, &met),
        course: course::map(app, &person, &met),
        note: note_card(store, id, &person)?,
        first_name: person.first_name().to_owned(),
        record,
        person,
    })
}

fn note_card(store: &Store, session: SessionId, person: &Person) -> Result<Option<NoteCard>> {
    Ok(store.note_of(session)?.map(|note| NoteCard {
        id: note.id,
        person: people::card(person),
        session,
        on: note.on,
        signed: matches!(note.state, NoteState::Signed { .. }),
    }))
}
