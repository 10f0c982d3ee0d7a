//! What somebody wrote in a person's earlier notes, apart from what was drafted for them.

use chrono::NaiveDate;
use domain::{
    NoteId,
    note::{Note, NoteSection},
};
use rusqlite::params;

use super::section;
use crate::{
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId},
};

/// A section that somebody wrote in.
#[derive(Clone, Debug)]
pub struct WrittenBefore {
    /// The note.
    pub note: NoteId,
    /// The day of its session.
    pub on: NaiveDate,
    /// The section.
    pub section: NoteSection,
}

impl Records {
    /// Returns the sections of the person's other notes, of that day and earlier, that were changed or judged: newest note
    /// first, each note in one piece.
    pub fn written_before(&self, note: &Note) -> Result<Vec<WrittenBefore>> {
        // What was not changed has no draft beside it.
        let mut statement = self.conn.prepare_cached(
            "SELECT note.id, note.on_day, kind, drafted, text, judgement, unconfirmed
             FROM note JOIN note_section ON note_section.note = note.seq
             WHERE note.person = (SELECT seq FROM person WHERE id = ?) AND note.on_day <= ? AND note.id <> ?
                 AND (drafted IS NOT NULL OR judgement <> '')
             ORDER BY note.on_day DESC, note.seq DESC, position",
        )?;
        let rows = statement.query_map(
            params![note.person.bytes(), note.on.to_string(), note.id.bytes()],
            |row| {
                Ok(WrittenBefore {
                    note: row.id("id")?,
                    on: row.day("on_day")?,
                    section: section(row)?,
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
