//! Lists of notes: which are unsigned, and which have not been handed off.

use chrono::NaiveDate;
use domain::{AddendumId, NoteId, PersonId, SessionId, Timestamp};
use rusqlite::{Params, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId},
};

/// One line of a list of notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteLine {
    /// The note.
    pub id: NoteId,
    /// The session it speaks of.
    pub session: SessionId,
    /// The number of that session.
    pub session_number: u32,
    /// Whose it is.
    pub person: PersonId,
    /// Their preferred name.
    pub person_name: String,
    /// The day of the session.
    pub on: NaiveDate,
    /// When it was signed; `None` for a draft.
    pub signed_at: Option<Timestamp>,
    /// Its place among the signed notes; 0 for a draft.
    pub number: u32,
    /// Whether it has left the vault at least once.
    pub handed_off: bool,
}

/// Something that was added to a signed note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteAddition {
    /// Names it.
    pub id: AddendumId,
    /// The note.
    pub note: NoteId,
    /// The number of its session.
    pub session_number: u32,
    /// What was added.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

const SELECT: &str = include_str!("lines.sql");

impl Records {
    /// Returns a person's notes, newest first.
    pub fn notes(&self, person: PersonId) -> Result<Vec<NoteLine>> {
        self.lines(
            "WHERE person.id = ? ORDER BY note.on_day DESC, session.number DESC",
            [person.bytes()],
        )
    }

    /// Returns what was added to a person's signed notes, newest first.
    pub fn additions(&self, person: PersonId) -> Result<Vec<NoteAddition>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT addendum.id, note.id AS note, session.number AS session_number, words, at, at_offset, by_whom
             FROM addendum JOIN note ON note.seq = addendum.note JOIN session ON session.seq = note.session
             WHERE addendum.person = (SELECT seq FROM person WHERE id = ?) ORDER BY addendum.sealed_in DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(NoteAddition {
                id: row.id("id")?,
                note: row.id("note")?,
                session_number: row.get("session_number")?,
                words: row.words("words")?,
                at: row.moment("at", "at_offset")?,
                by: row.words("by_whom")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the newest notes of the whole vault, at most `limit`.
    pub fn all_notes(&self, limit: u32) -> Result<Vec<NoteLine>> {
        self.lines(
            "ORDER BY note.on_day DESC, session.started_at DESC LIMIT ?",
            [limit],
        )
    }

    /// Returns the notes that nobody has signed, oldest first, at most `limit`.
    pub fn unsigned_notes(&self, limit: u32) -> Result<Vec<NoteLine>> {
        self.lines(
            "WHERE note.number = 0 ORDER BY note.on_day, note.seq LIMIT ?",
            [limit],
        )
    }

    /// Returns the signed notes that have never left the vault, oldest first, at most `limit`.
    pub fn unhanded_notes(&self, limit: u32) -> Result<Vec<NoteLine>> {
        self.lines(
            "WHERE note.number > 0 AND note.handed_off = 0 ORDER BY note.number LIMIT ?",
            [limit],
        )
    }

    /// Returns the signed notes of meetings with a co-signer that nobody has co-signed, oldest first, at most `limit`.
    pub fn notes_to_co_sign(&self, limit: u32) -> Result<Vec<NoteLine>> {
        self.lines(
            "WHERE note.number > 0
                 AND EXISTS (
                     SELECT 1 FROM meeting_practitioner
                     WHERE meeting_practitioner.meeting = session.meeting AND meeting_practitioner.role = 'co-signer'
                 )
                 AND NOT EXISTS (SELECT 1 FROM addendum WHERE addendum.note = note.seq AND kind = 'co-signature')
             ORDER BY note.number LIMIT ?",
            [limit],
        )
    }

    /// Returns which notes are co-signed.
    pub fn co_signed_notes(&self) -> Result<Vec<NoteId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT note.id FROM addendum JOIN note ON note.seq = addendum.note
             WHERE kind = 'co-signature' ORDER BY note.seq",
        )?;
        let rows = statement.query_map([], |row| row.id("id"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the notes whose session was on one of these days, oldest first.
    pub fn notes_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<NoteLine>> {
        self.lines(
            "WHERE note.on_day BETWEEN ? AND ? ORDER BY note.on_day, session.started_at",
            [from.to_string(), to.to_string()],
        )
    }

    fn lines(&self, which: &str, params: impl Params) -> Result<Vec<NoteLine>> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} {which}"))?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<NoteLine> {
    let number: u32 = row.get("number")?;
    let signed_at = row.moment("signed_at", "signed_offset")?;
    Ok(NoteLine {
        id: row.id("id")?,
        session: row.id("session")?,
        session_number: row.get("session_number")?,
        person: row.id("person")?,
        person_name: row.words("preferred_name")?,
        on: row.day("on_day")?,
        signed_at: (number > 0).then_some(signed_at),
        number,
        handed_off: row.get("handed_off")?,
    })
}
