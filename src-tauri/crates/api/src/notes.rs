//! Notes: draft from what was recorded, write, sign, add; and what has been handed over.

use domain::{
    AddendumId, AnswerValue, NoteId, SessionId, Timestamp, TopicId,
    note::{Addendum, Note, NoteState},
    person::Person,
    session::SessionRecord,
};
use note::{Quoted, Recorded};
use store::{About, Op, Store};

use crate::{
    App,
    error::{ErrorCode, Result},
    people, sessions, sheets,
    wire::*,
};

/// Drafts the note of a session, or opens the one there is.
pub fn draft_note(app: &App, ask: DraftNote) -> Result<domain::change::Change> {
    app.with_store(|store| {
        if let Some(note) = store.note_of(ask.session)? {
            return crate::change::found(store, note.person, note.id.uuid());
        }
        let record = sessions::load(store, ask.session)?;
        let note = Note {
            id: NoteId::new(app.uuid()),
            session: record.id,
            person: record.person,
            on: record.on,
            lang: app.settings().language,
            sections: drafted(app, store, &record)?,
            state: NoteState::Draft,
            addenda: Vec::new(),
        };
        store.transact(Op::DraftNote, About::person(note.person), app.now(), |tx| {
            tx.save_draft(&note)
        })?;
        crate::change::made(store, note.id.uuid())
    })
}

pub(crate) fn drafted(
    app: &App,
    store: &Store,
    record: &SessionRecord,
) -> Result<Vec<domain::note::NoteSection>> {
    let person = people::find(store, record.person)?;
    let goals = store.goals(person.id)?;
    let statements: Vec<_> = store
        .statements(person.id)?
        .into_iter()
        .filter(|s| s.recorded_at >= record.started_at && within(record, s.recorded_at))
        .collect();
    let lang = app.settings().language;
    Ok(note::draft(&Recorded {
        record,
        person: &person,
        goals: &goals,
        statements: &statements,
        answers: &quoted(app, store, record.id, &person)?,
        topic_title: &|topic: &TopicId| app.curriculum().topic_title(topic, lang).to_owned(),
        module_of: &|topic: &TopicId| {
            let module = sheets::module_of(app, topic);
            module
                .map(|m| app.curriculum().module_title(&m, lang).to_owned())
                .unwrap_or_default()
        },
        lang,
    }))
}

fn within(record: &SessionRecord, at: domain::Timestamp) -> bool {
    record
        .closed_at
        .is_none_or(|closed| at.millis <= closed.millis)
}

/// The person's own words on handouts in a session, with what they answered to.
fn quoted(app: &App, store: &Store, session: SessionId, person: &Person) -> Result<Vec<Quoted>> {
    let answers = store.answers_in(person.id, session)?;
    Ok(answers
        .into_iter()
        .filter_map(|(key, value)| match value {
            AnswerValue::Text(words) => {
                let prompt = sheets::field_label(app, &key, person.details.language);
                Some(Quoted { prompt, words })
            }
            _ => None,
        })
        .collect())
}

/// Opens a note.
pub fn note(app: &App, ask: OfNote) -> Result<NoteView> {
    app.with_store(|store| view(store, ask.note))
}

/// Writes in a section of a draft.
pub fn write_note(app: &App, ask: WriteNote) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let mut note = draft(store, ask.note)?;
        let section = note
            .sections
            .iter_mut()
            .find(|s| s.kind == ask.section)
            .ok_or(ErrorCode::NotFound)?;
        if let Some(text) = ask.text {
            section.unconfirmed &= text == section.text;
            section.text = text;
        }
        if let Some(judgement) = ask.judgement {
            section.judgement = judgement;
        }
        if let Some(confirmed) = ask.confirmed {
            section.unconfirmed = !confirmed;
        }
        let typing = format!("{} {:?}", note.id, ask.section);
        store.transact_typing(
            &typing,
            Op::DraftNote,
            About::person(note.person),
            app.now(),
            |tx| tx.save_draft(&note),
        )?;
        crate::change::done(store)
    })
}

/// Drafts again from what is recorded now; judgements and rewritten sections stay.
pub fn redraft_note(app: &App, ask: OfNote) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let mut note = draft(store, ask.note)?;
        let record = sessions::load(store, note.session)?;
        note.sections = note::redraft(&note.sections, drafted(app, store, &record)?);
        store.transact(Op::DraftNote, About::person(note.person), app.now(), |tx| {
            tx.save_draft(&note)
        })?;
        crate::change::done(store)
    })
}

/// Signs a note. Nothing is gated but carried-over text that nobody confirmed: it would claim what did not happen.
pub fn sign_note(app: &App, ask: OfNote) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let note = draft(store, ask.note)?;
        if note.sections.iter().any(|s| s.unconfirmed) {
            return Err(ErrorCode::Unconfirmed.into());
        }
        let mut record = sessions::load(store, note.session)?;
        if record.closed_at.is_none() {
            record.close(app.now());
            store.transact(
                Op::CloseSession,
                About::person(note.person),
                app.now(),
                |tx| tx.save_session(&record),
            )?;
        }
        let by = store.practitioner()?.signature();
        store.transact(Op::SignNote, About::person(note.person), app.now(), |tx| {
            tx.sign_note(note.id, &by, app.now())
        })?;
        crate::change::done(store)
    })
}

/// Adds to a signed note, with the reason.
pub fn add_addendum(app: &App, ask: AddAddendum) -> Result<domain::change::Change> {
    app.with_store(|store| {
        if ask.words.trim().is_empty() {
            return Err(ErrorCode::NotFound.into());
        }
        let note = load(store, ask.note)?;
        let addendum = Addendum {
            id: AddendumId::new(app.uuid()),
            words: ask.words,
            reason: ask.reason,
            at: app.now(),
            by: store.practitioner()?.signature(),
            seal: String::new(),
        };
        store.transact(
            Op::AddAddendum,
            About::person(note.person),
            app.now(),
            |tx| tx.add_addendum(note.id, &addendum),
        )?;
        crate::change::made(store, addendum.id.uuid())
    })
}

/// Shows signed notes that wait, and what has left.
pub fn hand_off(app: &App, _: Nothing) -> Result<HandOffView> {
    app.with_store(|store| {
        let rows = store.people()?;
        let find = |id| rows.iter().find(|r| r.person.id == id).map(|r| &r.person);
        let waiting = store.unhanded_notes()?;
        Ok(HandOffView {
            waiting: waiting
                .into_iter()
                .filter_map(|n| find(n.person).map(|p| people::note_card(&n, p)))
                .collect(),
            left: store
                .hand_offs(
                    Timestamp {
                        millis: i64::MIN,
                        offset: 0,
                    },
                    app.now(),
                )?
                .into_iter()
                .map(|h| HandOffLine {
                    what: h.what,
                    person: h.person.and_then(find).map(people::card),
                    format: h.format,
                    at: h.at,
                })
                .collect(),
        })
    })
}

fn load(store: &Store, id: NoteId) -> Result<Note> {
    Ok(store.note(id)?)
}

fn draft(store: &Store, id: NoteId) -> Result<Note> {
    let note = load(store, id)?;
    match note.state {
        NoteState::Draft => Ok(note),
        NoteState::Signed { .. } => Err(ErrorCode::AlreadySigned.into()),
    }
}

fn view(store: &Store, id: NoteId) -> Result<NoteView> {
    let note = load(store, id)?;
    let record = sessions::load(store, note.session)?;
    let person = people::find(store, note.person)?;
    Ok(NoteView {
        person: people::card(&person),
        number: record.number,
        minutes: record.minutes(),
        place: record.place,
        signature: store.practitioner()?.signature(),
        note,
    })
}
