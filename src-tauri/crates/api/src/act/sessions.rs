//! Sessions: started, closed, taken up again.

use domain::{
    MeetingId, SessionId, change::Change, note::NoteState, person::Person, session::SessionRecord,
};
use store::{About, Op, Store, Tx};

use super::{change, dates};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::lookup,
    wire::{OfSession, StartSession},
};

/// Starts a session, or comes back to the one that is open.
pub fn start_session(app: &App, ask: StartSession) -> Result<Change> {
    let on = ask.on.unwrap_or_else(|| app.now().day());
    dates::check(app, on)?;
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        if let Some(open) = store.open_session(person)? {
            return change::found(store, person, open.uuid());
        }
        let number = store.next_session_number(person)?;
        let id = SessionId::new(app.uuid());
        let meeting = MeetingId::new(app.uuid());
        let record = SessionRecord::open(id, meeting, person, number, on, app.now());
        let about = About::person(person);
        store.transact(Op::StartSession, about, app.now(), |tx| {
            tx.save_session(&record)
        })?;
        change::made(store, id.uuid())
    })
}

/// Closes a session, and carries the next appointment to the person's page.
pub fn close_session(app: &App, ask: OfSession) -> Result<Change> {
    app.with_store(|store| {
        let Some(closed) = closed(app, store, ask.session)? else {
            return change::nothing(store, None);
        };
        let about = About::person(closed.person.id);
        store.transact(Op::CloseSession, about, app.now(), |tx| closed.save(tx))?;
        change::done(store)
    })
}

/// Opens a closed session again, as long as its note is not signed.
pub fn reopen_session(app: &App, ask: OfSession) -> Result<Change> {
    app.with_store(|store| {
        let mut record = lookup::session(store, ask.session)?;
        if store
            .note_of(ask.session)?
            .is_some_and(|note| matches!(note.state, NoteState::Signed { .. }))
        {
            return Err(ErrorCode::AlreadySigned.into());
        }
        record.closed_at = None;
        let about = About::person(record.person);
        store.transact(Op::ReopenSession, about, app.now(), |tx| {
            tx.save_session(&record)
        })?;
        change::done(store)
    })
}

/// A session that closes now, and what its person then has.
pub(super) struct Closed {
    pub record: SessionRecord,
    person: Person,
}

/// Closes an open session, not yet on disk; `None` when it is closed already.
pub(super) fn closed(app: &App, store: &Store, session: SessionId) -> Result<Option<Closed>> {
    let mut record = lookup::session(store, session)?;
    if record.closed_at.is_some() {
        return Ok(None);
    }
    record.close(app.now());
    let mut person = store.person(record.person)?;
    person.details.next_meeting = record.next_meeting;
    Ok(Some(Closed { record, person }))
}

impl Closed {
    /// Saves both in one change.
    pub fn save(&self, tx: &mut Tx<'_>) -> store::Result<()> {
        tx.save_session(&self.record)?;
        tx.save_person(&self.person)
    }
}
