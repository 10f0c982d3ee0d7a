//! What the first screen asks of the whole vault.

use chrono::NaiveDate;
use domain::{PersonId, SessionId, Timestamp};
use rusqlite::OptionalExtension;

use crate::{error::Result, op::Op, row::Columns, store::Records};

/// A closed session that has no note yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionWithoutNote {
    /// The session.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// Which meeting.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
}

impl Records {
    /// Returns the closed sessions that have no note, oldest first.
    pub fn sessions_without_note(&self) -> Result<Vec<SessionWithoutNote>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, person, number, on_day FROM session
             WHERE closed = 1 AND NOT EXISTS (SELECT 1 FROM note WHERE note.session = session.id)
             ORDER BY on_day, started_at",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(SessionWithoutNote {
                id: row.id("id")?,
                person: row.id("person")?,
                number: row.get("number")?,
                on: row.day("on_day")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns when the last change was safely on disk.
    pub fn last_saved(&self) -> Result<Option<Timestamp>> {
        Ok(self
            .conn
            .prepare_cached("SELECT at, at_offset FROM audit ORDER BY sequence DESC LIMIT 1")?
            .query_row([], |row| row.moment("at", "at_offset"))
            .optional()?)
    }

    /// Tells whether the made-up sample caseload was put in.
    pub fn holds_sample(&self) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM audit WHERE op = ?)")?
            .query_row([Op::LoadSample.name()], |row| row.get(0))?)
    }
}
