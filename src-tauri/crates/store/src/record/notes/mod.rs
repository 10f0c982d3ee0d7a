//! Session notes: drafts, signed notes and what is added to them.

mod facts;
mod list;
mod seal;
mod written;

pub use list::{NoteAddition, NoteLine};
pub(crate) use seal::{keep_digests, leftovers, of_addendum, of_note, verify};
pub use written::WrittenBefore;

use domain::{
    NoteId, PersonId, SessionId, Timestamp,
    note::{Addendum, AddendumKind, ChainTip, Note, NoteFacts, NoteSection, NoteState},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::{
    catalogue::{ADDENDUM, NOTE, NOTE_SECTION},
    code::Code,
    engine::{
        audit::hex,
        store::{Records, Tx},
    },
    error::{Damage, Error, Result},
    op::Op,
    row::{Columns, RuntimeId, Seq, cut, position, seq, text},
};

impl Records {
    /// Returns a note with its addenda.
    pub fn note(&self, id: NoteId) -> Result<Note> {
        let (seq, note) = self
            .conn
            .prepare_cached(
                "SELECT note.seq, note.id, session.id AS session, person.id AS person, note.on_day, lang, format, note.number,
                     signed_at, signed_offset, signed_by, facts, note.seal, sealed_in, coalesce(audit.hash, x'') AS tip
                 FROM note JOIN session ON session.seq = note.session JOIN person ON person.seq = note.person
                 LEFT JOIN audit ON audit.sequence = note.sealed_in WHERE note.id = ?",
            )?
            .query_row([id.bytes()], |row| Ok((row.get("seq")?, read(row))))
            .optional()?
            .ok_or(Error::NotFound { what: "note" })?;
        let mut note = note?;
        // What stands there as signed is shown as signed only where the trail says the same.
        if note.state != NoteState::Draft && !seal::is_what_was_signed(&self.conn, id.bytes())? {
            return Err(Error::damaged(Damage::Value {
                column: "seal".to_owned(),
            }));
        }
        note.sections = sections(&self.conn, seq)?;
        note.addenda = addenda(&self.conn, seq)?;
        Ok(note)
    }

    /// Returns the note of a session, if there is one.
    pub fn note_of(&self, session: SessionId) -> Result<Option<Note>> {
        let id = self
            .conn
            .prepare_cached(
                "SELECT id FROM note WHERE session = (SELECT seq FROM session WHERE id = ?)",
            )?
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

fn sections(conn: &Connection, note: Seq<NoteId>) -> Result<Vec<NoteSection>> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, drafted, text, judgement, unconfirmed FROM note_section WHERE note = ? ORDER BY position",
    )?;
    let rows = statement.query_map([note], section)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn section(row: &Row<'_>) -> rusqlite::Result<NoteSection> {
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
}

fn addenda(conn: &Connection, note: Seq<NoteId>) -> Result<Vec<Addendum>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, words, reason, at, at_offset, by_whom, seal FROM addendum WHERE note = ? ORDER BY sealed_in",
    )?;
    let rows = statement.query_map([note], |row| {
        Ok(Addendum {
            id: row.id("id")?,
            kind: row.code("kind")?,
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
        let person = seq(conn, note.person)?;
        NOTE.put(
            conn,
            &[
                &note.id.bytes(),
                &seq(conn, note.session)?,
                &person,
                &note.on.to_string(),
                &note.lang.code(),
                &note.format.code(),
            ],
        )?;
        let parent = seq(conn, note.id)?;
        put_sections(conn, person, parent, &note.sections)?;
        cut(conn, &NOTE_SECTION, "note", parent, note.sections.len())
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
        let (parent, whose, owner, number): (Seq<NoteId>, Seq<PersonId>, PersonId, i64) = conn
            .prepare_cached(
                "SELECT note.seq, note.person AS whose, person.id AS person, number
                 FROM note JOIN person ON person.seq = note.person WHERE note.id = ?",
            )?
            .query_row([note.bytes()], |row| {
                Ok((
                    row.get("seq")?,
                    row.get("whose")?,
                    row.id("person")?,
                    row.get("number")?,
                ))
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
                &parent,
                &whose,
                &addendum.kind.code(),
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
        let op = match addendum.kind {
            AddendumKind::Addition => Op::AddAddendum,
            AddendumKind::CoSignature => Op::CoSignNote,
        };
        self.seal(op, owner, addendum.id.bytes(), sealed);
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

fn put_sections(
    conn: &Connection,
    person: Seq<PersonId>,
    note: Seq<NoteId>,
    sections: &[NoteSection],
) -> Result<()> {
    if sections.is_empty() {
        return Ok(());
    }
    let mut row: Vec<Box<dyn ToSql + '_>> = Vec::new();
    for (place, section) in sections.iter().enumerate() {
        // A draft that nobody changed is its own text, and most are not.
        let changed = (section.drafted != section.text)
            .then(|| text("draft", &section.drafted))
            .transpose()?;
        row.push(Box::new(note));
        row.push(Box::new(position(place)));
        row.push(Box::new(person));
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
