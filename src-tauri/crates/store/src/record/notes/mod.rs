//! Session notes: drafts, signed notes and what is added to them.

mod facts;
mod list;
mod seal;

pub use list::NoteLine;
pub(crate) use seal::{keep_digests, leftovers, of_addendum, of_note, verify};

use domain::{
    NoteId, PersonId, SessionId, Timestamp,
    note::{Addendum, ChainTip, Note, NoteFacts, NoteSection, NoteState},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::{
    catalogue::{ADDENDUM, NOTE, NOTE_SECTION},
    code::Code,
    engine::{
        audit::hex,
        store::{Records, Tx},
    },
    error::{Error, Result},
    op::Op,
    row::{Columns, RuntimeId, cut, position, text},
};

impl Records {
    /// Returns a note with its addenda.
    pub fn note(&self, id: NoteId) -> Result<Note> {
        let mut note = self
            .conn
            .prepare_cached(
                "SELECT note.id, session, note.person, on_day, lang, format, number, signed_at, signed_offset, signed_by,
                     facts, note.seal, sealed_in, coalesce(audit.hash, x'') AS tip
                 FROM note LEFT JOIN audit ON audit.sequence = note.sealed_in WHERE note.id = ?",
            )?
            .query_row([id.bytes()], |row| Ok(read(row)))
            .optional()?
            .ok_or(Error::NotFound { what: "note" })??;
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

fn read(row: &Row<'_>) -> Result<Note> {
    let number: u32 = row.get("number")?;
    Ok(Note {
        id: row.id("id")?,
        session: row.id("session")?,
        person: row.id("person")?,
        on: row.day("on_day")?,
        lang: row.code("lang")?,
        format: row.code("format")?,
        sections: Vec::new(),
        state: if number == 0 {
            NoteState::Draft
        } else {
            NoteState::Signed {
                at: row.moment("signed_at", "signed_offset")?,
                by: row.words("signed_by")?,
                number,
                seal: hex(row
                    .get_ref("seal")?
                    .as_blob()
                    .map_err(rusqlite::Error::from)?),
                facts: Box::new(facts::read(&row.words("facts")?)?),
                chain: ChainTip {
                    sequence: row.get::<_, i64>("sealed_in")?.cast_unsigned(),
                    hash: hex(row
                        .get_ref("tip")?
                        .as_blob()
                        .map_err(rusqlite::Error::from)?),
                },
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
        let text = row.words("text")?;
        Ok(NoteSection {
            kind: row.code("kind")?,
            drafted: row
                .get::<_, Option<String>>("drafted")?
                .unwrap_or_else(|| text.clone()),
            text,
            judgement: row.words("judgement")?,
            unconfirmed: row.get("unconfirmed")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn addenda(conn: &Connection, note: NoteId) -> Result<Vec<Addendum>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, words, reason, at, at_offset, by_whom, seal FROM addendum WHERE note = ? ORDER BY sealed_in",
    )?;
    let rows = statement.query_map([note.bytes()], |row| {
        Ok(Addendum {
            id: row.id("id")?,
            words: row.words("words")?,
            reason: row.words("reason")?,
            at: row.moment("at", "at_offset")?,
            by: row.words("by_whom")?,
            seal: hex(&row.get::<_, Vec<u8>>("seal")?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Tx<'_> {
    /// Saves a draft. Only sections that differ are written. A signed note is refused.
    pub fn save_draft(&mut self, note: &Note) -> Result<()> {
        self.stays_with(note.person)?;
        let conn = self.conn();
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
                &note.format.code(),
            ],
        )?;
        put_sections(conn, note)?;
        cut(
            conn,
            &NOTE_SECTION,
            "note",
            note.id.bytes(),
            note.sections.len(),
        )
    }

    /// Signs a note as it stands, with the facts that are printed with it: from here on the database itself refuses every
    /// change to it, and its seal stands in the audit trail.
    pub fn sign_note(
        &mut self,
        id: NoteId,
        by: &str,
        facts: &NoteFacts,
        now: Timestamp,
    ) -> Result<()> {
        let note = self.note(id)?;
        self.stays_with(note.person)?;
        if note.state != NoteState::Draft {
            return Err(Error::Signed);
        }
        let conn = self.conn();
        let sealed_in = self.next_seal();
        // The index of numbers gives the last one at once.
        let number: u32 = conn
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM note WHERE number > 0")?
            .query_row([], |row| row.get(0))?;
        // All but the number and the seal, which is computed from what then lies there and makes it signed.
        conn.prepare_cached(
            "UPDATE note SET sealed_in = ?, signed_at = ?, signed_offset = ?, signed_by = ?, facts = ?, salt = ?
             WHERE id = ?",
        )?
        .execute(params![
            sealed_in,
            now.millis,
            now.offset,
            text("signature", by)?,
            facts::write(facts)?,
            salt()?,
            id.bytes(),
        ])?;
        let sealed = seal::of_note(conn, id.bytes())?.ok_or(Error::NotFound { what: "note" })?;
        conn.prepare_cached("UPDATE note SET number = ?, seal = ? WHERE id = ?")?
            .execute(params![number, sealed, id.bytes()])?;
        self.touch(&NOTE);
        self.seal(Op::SignNote, note.person, id.bytes(), sealed);
        Ok(())
    }

    /// Adds to a signed note. The seal is computed here; one that is given is ignored.
    pub fn add_addendum(&mut self, note: NoteId, addendum: &Addendum) -> Result<Addendum> {
        let conn = self.conn();
        let (owner, number): (PersonId, i64) = conn
            .prepare_cached("SELECT person, number FROM note WHERE id = ?")?
            .query_row([note.bytes()], |row| {
                Ok((row.id("person")?, row.get("number")?))
            })
            .optional()?
            .ok_or(Error::NotFound { what: "note" })?;
        self.stays_with(owner)?;
        if number == 0 {
            return Err(Error::NotSigned);
        }
        let salt = salt()?;
        let sealed = seal::of_new_addendum(self.vault, note, owner, addendum, &salt);
        let sealed_in = self.next_seal();
        ADDENDUM.put(
            conn,
            &[
                &addendum.id.bytes(),
                &note.bytes(),
                &owner.bytes(),
                &text("addendum", &addendum.words)?,
                &text("reason", &addendum.reason)?,
                &addendum.at.millis,
                &addendum.at.offset,
                &text("signature", &addendum.by)?,
                &sealed_in,
                &salt,
                &[0u8; 0].as_slice(),
                &sealed,
            ],
        )?;
        self.touch(&ADDENDUM);
        self.seal(Op::AddAddendum, owner, addendum.id.bytes(), sealed);
        Ok(Addendum {
            seal: hex(&sealed),
            ..addendum.clone()
        })
    }
}

/// 32 random bytes, from which the digests of one note or addendum are salted.
fn salt() -> Result<[u8; 32]> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|_| Error::Keys)?;
    Ok(salt)
}

fn put_sections(conn: &Connection, note: &Note) -> Result<()> {
    if note.sections.is_empty() {
        return Ok(());
    }
    let mut row: Vec<Box<dyn ToSql + '_>> = Vec::new();
    for (place, section) in note.sections.iter().enumerate() {
        // A draft that nobody changed is its own text, and most are not.
        let changed = (section.drafted != section.text)
            .then(|| text("draft", &section.drafted))
            .transpose()?;
        row.push(Box::new(note.id.bytes()));
        row.push(Box::new(position(place)));
        row.push(Box::new(note.person.bytes()));
        row.push(Box::new(section.kind.code()));
        row.push(Box::new(changed));
        row.push(Box::new(text("note", &section.text)?));
        row.push(Box::new(text("judgement", &section.judgement)?));
        row.push(Box::new(section.unconfirmed));
    }
    let values: Vec<&dyn ToSql> = row.iter().map(AsRef::as_ref).collect();
    NOTE_SECTION.put_all(conn, &values)
}

/// Tells whether a note is signed; nothing when it is not there.
fn is_signed(conn: &Connection, id: NoteId) -> Result<Option<bool>> {
    Ok(conn
        .prepare_cached("SELECT number > 0 FROM note WHERE id = ?")?
        .query_row([id.bytes()], |row| row.get(0))
        .optional()?)
}
