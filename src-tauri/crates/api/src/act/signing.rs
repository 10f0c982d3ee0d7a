//! Signing, and adding to what is signed.

use domain::{
    AddendumId,
    change::Change,
    note::{Addendum, AddendumKind, NoteFacts, NoteState},
    session::SessionRecord,
};
use store::{About, Op, Store};

use super::{change, notes, sessions};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read,
    wire::{AddAddendum, CoSignNote, OfNote},
};

/// Signs a note, and closes its session with it. Nothing is gated but carried-over text that nobody confirmed: it would
/// claim what did not happen.
pub fn sign_note(app: &App, ask: OfNote) -> Result<Change> {
    app.with_store(|store| {
        let note = notes::unsigned(store, ask.note)?;
        if note.sections.iter().any(|s| s.unconfirmed) {
            return Err(ErrorCode::Unconfirmed.into());
        }
        let closed = sessions::closed(app, store, note.session)?;
        let record = match &closed {
            Some(closed) => closed.clone(),
            None => store.session(note.session)?,
        };
        // What is printed with it is kept as it is now, so that a signed note prints what was signed.
        let facts = facts(app, store, &record)?;
        let by = store.practitioner()?.signature();
        let about = About::person(note.person);
        store.transact(Op::SignNote, about, app.now(), |tx| {
            if let Some(closed) = &closed {
                tx.save_session(closed)?;
            }
            tx.sign_note(note.id, &by, &facts, app.now())
        })?;
        change::done(store)
    })
}

/// What is printed with a note that is signed now.
///
/// # Errors
/// Those of reading the vault.
pub fn facts(app: &App, store: &Store, record: &SessionRecord) -> Result<NoteFacts> {
    read::facts::now(app, store, record)
}

/// Adds to a signed note, with the reason.
pub fn add_addendum(app: &App, ask: AddAddendum) -> Result<Change> {
    app.with_store(|store| {
        if ask.words.trim().is_empty() {
            return Err(ErrorCode::NotFound.into());
        }
        let note = store.note(ask.note)?;
        let addendum = Addendum {
            id: AddendumId::new(app.uuid()),
            kind: AddendumKind::Addition,
            words: ask.words,
            reason: ask.reason,
            at: app.now(),
            by: store.practitioner()?.signature(),
            seal: String::new(),
        };
        let about = About::person(note.person);
        store.transact(Op::AddAddendum, about, app.now(), |tx| {
            tx.add_addendum(note.id, &addendum)
        })?;
        change::made(store, addendum.id.uuid())
    })
}

/// Signs a signed note as its second practitioner. One vault has one passphrase, so whoever co-signs sits at this desk and
/// types their name; that is what the signature says, and no more.
///
/// # Errors
/// `CoSignerSigned` for the one who signed it, `CoSignerDiffers` when the name typed is not theirs, `NotFound` for a draft.
pub fn co_sign_note(app: &App, ask: CoSignNote) -> Result<Change> {
    app.with_store(|store| {
        let note = store.note(ask.note)?;
        let NoteState::Signed { by, .. } = &note.state else {
            return Err(ErrorCode::NotFound.into());
        };
        let all = store.practitioners()?.into_iter();
        let mut others = all.filter(|one| one.id == ask.practitioner && one.active);
        let who = others.next().ok_or(ErrorCode::NotFound)?;
        let signature = who.practitioner.signature();
        let co_signed = |addendum: &Addendum| {
            addendum.kind == AddendumKind::CoSignature && addendum.by == signature
        };
        if who.keeper || signature == *by || note.addenda.iter().any(co_signed) {
            return Err(ErrorCode::CoSignerSigned.into());
        }
        if !same_name(&ask.name, &who.practitioner.name) {
            return Err(ErrorCode::CoSignerDiffers.into());
        }
        let addendum = Addendum {
            id: AddendumId::new(app.uuid()),
            kind: AddendumKind::CoSignature,
            words: ask.words.trim().to_owned(),
            reason: String::new(),
            at: app.now(),
            by: signature,
            seal: String::new(),
        };
        let about = About::person(note.person);
        store.transact(Op::CoSignNote, about, app.now(), |tx| {
            tx.add_addendum(note.id, &addendum)
        })?;
        change::made(store, addendum.id.uuid())
    })
}

/// Letters and words count, not how many spaces, nor whether they are capitals.
fn same_name(typed: &str, name: &str) -> bool {
    let plain =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    plain(typed) == plain(name)
}
