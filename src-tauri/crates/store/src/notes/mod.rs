//! Session notes: drafts, signed notes and what is added to them.

mod list;
mod seal;

pub use list::NoteLine;
pub(crate) use seal::verify;

use domain::{
    NoteId, PersonId, SessionId, Timestamp,
    note::{Addendum, Note, NoteSection, NoteState},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::{
    code::Code,
    error::{Error, Result},
    row::{Columns, RuntimeId, Table, cut, position, refuse_other_owner, text},
    store::{Records, Tx},
};

const NOTE: Table = Table {
    name: "note",
    key: &["id"],
    rest: &["session", "person", "on_day", "lang"],
};

const SECTION: Table = Table {
    name: "note_section",
    key: &["note", "position"],
    rest: &["kind", "drafted", "text", "judgement", "unconfirmed"],
};

impl Records {
    /// Returns a note with its addenda.
    pub fn note(&self, id: NoteId) -> Result<Note> {
        let mut note = self
            .conn
            .prepare_cached(
                "SELECT id, session, person, on_day, lang, number, signed_at, signed_offset, signed_by, seal
                 FROM note WHERE id = ?",
            )?
            .query_row([id.bytes()], read)
            .optional()?
            .ok_or(Error::NotFound { what: "note" })?;
        note.sections = sections(&self.conn, id)?;
        note.addenda = addenda(&self.conn, id)?;
        Ok(note)
    }

    /// Returns the note of a session, if there is one.
    pub fn note_of(&self, session: SessionId) -> Result<Option<Note>> {
        let id = self
            .conn
            .prepare_cached("SELECT id FROM note WHERE session = ?")?
            .query_row([session.bytes()], |row| row.id("id"))
            .optional()?;
        id.map(|id| self.note(id)).transpose()
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Note> {
    let number: u32 = row.get("number")?;
    Ok(Note {
        id: row.id("id")?,
        session: row.id("session")?,
        person: row.id("person")?,
        on: row.day("on_day")?,
        lang: row.code("lang")?,
        sections: Vec::new(),
        state: if number == 0 {
            NoteState::Draft
        } else {
            NoteState::Signed {
                at: row.moment("signed_at", "signed_offset")?,
                by: row.words("signed_by")?,
                number,
                seal: row.words("seal")?,
            }
        },
        addenda: Vec::new(),
    })
}

fn sections(conn: &Connection, note: NoteId) -> Result<Vec<NoteSection>> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, drafted, text, judgement, unconfirmed FROM note_section WHERE note = ? ORDER BY position",
    )?;
    let rows = statement.query_map([note.bytes()], |row| {
        Ok(NoteSection {
            kind: row.code("kind")?,
            drafted: row.words("drafted")?,
            text: row.words("text")?,
            judgement: row.words("judgement")?,
            unconfirmed: row.get("unconfirmed")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn addenda(conn: &Connection, note: NoteId) -> Result<Vec<Addendum>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, words, reason, at, at_offset, by_whom, seal FROM addendum WHERE note = ? ORDER BY link",
    )?;
    let rows = statement.query_map([note.bytes()], |row| {
        Ok(Addendum {
            id: row.id("id")?,
            words: row.words("words")?,
            reason: row.words("reason")?,
            at: row.moment("at", "at_offset")?,
            by: row.words("by_whom")?,
            seal: row.words("seal")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Tx<'_> {
    /// Saves a draft. Only sections that differ are written. A signed note is refused.
    pub fn save_draft(&mut self, note: &Note) -> Result<()> {
        self.stays_with(note.person)?;
        let conn = self.conn();
        refuse_other_owner(conn, "note", note.id.bytes(), note.person)?;
        if note.state != NoteState::Draft || is_signed(conn, note.id)?.unwrap_or(false) {
            return Err(Error::Signed);
        }
        NOTE.put(
            conn,
            &[
                &note.id.bytes(),
                &note.session.bytes(),
                &note.person.bytes(),
                &note.on.to_string(),
                &note.lang.code(),
            ],
        )?;
        put_sections(conn, note)?;
        cut(
            conn,
            "note_section",
            "note",
            note.id.bytes(),
            note.sections.len(),
        )
    }

    /// Signs a note as it stands: from here on the database itself refuses every change to it.
    ///
    /// Its seal covers the seal before it and everything in it, and goes into the audit trail as well.
    pub fn sign_note(&mut self, id: NoteId, by: &str, now: Timestamp) -> Result<Note> {
        let mut note = self.records.note(id)?;
        self.stays_with(note.person)?;
        if note.state != NoteState::Draft {
            return Err(Error::Signed);
        }
        let conn = self.conn();
        let chain = seal::end(conn, self.vault)?;
        let number: u32 = conn.query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM note WHERE number > 0",
            [],
            |row| row.get(0),
        )?;
        let by = text("signature", by)?.to_owned();
        let sealed = seal::of_note(&chain.seal, &note, number, now, &by);
        conn.execute(
            "UPDATE note SET number = ?, link = ?, signed_at = ?, signed_offset = ?, signed_by = ?, seal = ?
             WHERE id = ?",
            params![
                number,
                chain.link + 1,
                now.millis,
                now.offset,
                by,
                sealed,
                id.bytes()
            ],
        )?;
        self.say(&format!("note {id} seal {sealed}"));
        note.state = NoteState::Signed {
            at: now,
            by,
            number,
            seal: sealed,
        };
        Ok(note)
    }

    /// Adds to a signed note. The seal is computed here; one that is given is ignored.
    pub fn add_addendum(&mut self, note: NoteId, addendum: &Addendum) -> Result<Addendum> {
        let conn = self.conn();
        let owner: PersonId = conn
            .prepare_cached("SELECT person FROM note WHERE id = ?")?
            .query_row([note.bytes()], |row| row.id("person"))
            .optional()?
            .ok_or(Error::NotFound { what: "note" })?;
        self.stays_with(owner)?;
        if is_signed(conn, note)? != Some(true) {
            return Err(Error::NotSigned);
        }
        let chain = seal::end(conn, self.vault)?;
        let mut addendum = addendum.clone();
        addendum.seal = seal::of_addendum(&chain.seal, note, &addendum);
        conn.execute(
            "INSERT INTO addendum (id, note, words, reason, at, at_offset, by_whom, link, seal)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                addendum.id.bytes(),
                note.bytes(),
                text("addendum", &addendum.words)?,
                text("reason", &addendum.reason)?,
                addendum.at.millis,
                addendum.at.offset,
                text("signature", &addendum.by)?,
                chain.link + 1,
                addendum.seal
            ],
        )?;
        self.say(&format!("addendum {} seal {}", addendum.id, addendum.seal));
        Ok(addendum)
    }
}

fn put_sections(conn: &Connection, note: &Note) -> Result<()> {
    if note.sections.is_empty() {
        return Ok(());
    }
    let mut row: Vec<Box<dyn ToSql + '_>> = Vec::new();
    for (place, section) in note.sections.iter().enumerate() {
        row.push(Box::new(note.id.bytes()));
        row.push(Box::new(position(place)));
        row.push(Box::new(section.kind.code()));
        row.push(Box::new(text("draft", &section.drafted)?));
        row.push(Box::new(text("note", &section.text)?));
        row.push(Box::new(text("judgement", &section.judgement)?));
        row.push(Box::new(section.unconfirmed));
    }
    let values: Vec<&dyn ToSql> = row.iter().map(AsRef::as_ref).collect();
    SECTION.put_all(conn, &values)
}

/// Tells whether a note is signed; nothing when it is not there.
fn is_signed(conn: &Connection, id: NoteId) -> Result<Option<bool>> {
    Ok(conn
        .prepare_cached("SELECT number > 0 FROM note WHERE id = ?")?
        .query_row([id.bytes()], |row| row.get(0))
        .optional()?)
}
