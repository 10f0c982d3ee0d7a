//! Sessions: started, closed, taken up again, taken away.

use chrono::NaiveDate;
use domain::{
    MeetingId, PersonId, SessionId, change::Change, note::NoteState, session::SessionRecord,
};
use store::{About, Op, Store};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::lookup,
    wire::{CloseSession, DiscardSession, OfSession, StartSession},
};

/// Starts a session, or comes back to the one of that day that is open. One that was left open on another day stays as it
/// is.
pub fn start_session(app: &App, ask: StartSession) -> Result<Change> {
    let on = ask.on.unwrap_or_else(|| app.now().day());
    dates::not_ahead(app, on)?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let mut open = store.open_sessions_of(person)?.into_iter();
        if let Some(open) = open.find(|session| session.on == on) {
            return change::found(store, person, open.id.uuid());
        }
        let record = fresh(app, store, person, on)?;
        let about = About::person(person);
        store.transact(Op::StartSession, about, app.now(), |tx| {
            tx.save_session(&record)
        })?;
        change::made(store, record.id.uuid())
    })
}

/// A new session of a person's, not yet on disk.
pub(super) fn fresh(
    app: &App,
    store: &Store,
    person: PersonId,
    on: NaiveDate,
) -> Result<SessionRecord> {
    let number = store.next_session_number(person)?;
    let id = SessionId::new(app.uuid());
    let meeting = MeetingId::new(app.uuid());
    Ok(SessionRecord::open(
        id,
        meeting,
        person,
        number,
        on,
        app.now(),
    ))
}

/// Closes a session. The person's appointments stay as they are: what was agreed in it went there when it was said.
pub fn close_session(app: &App, ask: CloseSession) -> Result<Change> {
    app.with_store(|store| {
        let Some(mut record) = closed(app, store, ask.session)? else {
            return change::nothing(store, None);
        };
        if ask.as_of_its_day {
            record.closed_at = Some(app.now().min(record.started_at.end_of_day()));
        }
        let about = About::person(record.person);
        store.transact(Op::CloseSession, about, app.now(), |tx| {
            tx.save_session(&record)
        })?;
        change::done(store)
    })
}

/// Opens a closed session again, as long as its note is not signed.
pub fn reopen_session(app: &App, ask: OfSession) -> Result<Change> {
    app.with_store(|store| {
        let mut record = lookup::session(store, ask.session)?;
        not_signed(store, ask.session)?;
        record.closed_at = None;
        let about = About::person(record.person);
        store.transact(Op::ReopenSession, about, app.now(), |tx| {
            tx.save_session(&record)
        })?;
        change::done(store)
    })
}

/// Closes an open session, not yet on disk; `None` when it is closed already.
pub(super) fn closed(
    app: &App,
    store: &Store,
    session: SessionId,
) -> Result<Option<SessionRecord>> {
    let mut record = lookup::session(store, session)?;
    if record.closed_at.is_some() {
        return Ok(None);
    }
    record.close(app.now());
    Ok(Some(record))
}

/// Takes a session away with all that was recorded in it, as long as its note is not signed. The reason stands in the
/// ledger.
pub fn discard_session(app: &App, ask: DiscardSession) -> Result<Change> {
    let reason = ask.reason.trim();
    if reason.is_empty() {
        return Err(ErrorCode::ReasonMissing.into());
    }
    app.with_store(|store| {
        let record = store.session(ask.session)?;
        not_signed(store, ask.session)?;
        let about = About::person(record.person);
        store.transact(Op::DiscardSession, about, app.now(), |tx| {
            tx.because(reason)?;
            tx.remove_session(&record)
        })?;
        change::done(store)
    })
}

/// Refuses to change a session whose note is signed.
pub(super) fn not_signed(store: &Store, session: SessionId) -> Result<()> {
    match store.note_of(session)? {
        Some(note) if matches!(note.state, NoteState::Signed { .. }) => {
            Err(ErrorCode::AlreadySigned.into())
        }
        _ => Ok(()),
    }
}
