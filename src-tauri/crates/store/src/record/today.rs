//! What the first screen asks of the whole vault.

use chrono::NaiveDate;
use domain::{PersonId, SessionId};

use crate::{engine::store::Records, error::Result, op::Op, row::Columns};

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

/// How much waits for somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Notes to be signed.
    pub unsigned: u32,
    /// Closed sessions without a note.
    pub without_note: u32,
    /// Signed notes that have not left.
    pub not_handed_off: u32,
}

impl Records {
    /// Returns the closed sessions to which the person came and that have no note, oldest first, at most `limit`.
    pub fn sessions_without_note(&self, limit: u32) -> Result<Vec<SessionWithoutNote>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT session.id, person.id AS person, number, on_day
             FROM session JOIN person ON person.seq = session.person
             WHERE closed = 1 AND noted = 0 AND attendance = 'present' ORDER BY on_day, session.seq LIMIT ?",
        )?;
        let rows = statement.query_map([limit], |row| {
            Ok(SessionWithoutNote {
                id: row.id("id")?,
                person: row.id("person")?,
                number: row.get("number")?,
                on: row.day("on_day")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Counts what waits for somebody, each up to `most`, so that the count costs the same in a full vault as in a new one.
    pub fn waiting(&self, most: u32) -> Result<Waiting> {
        let count = |sql: &str| {
            self.conn
                .prepare_cached(&format!("SELECT count(*) FROM ({sql} LIMIT ?)"))?
                .query_row([most], |row| row.get(0))
        };
        Ok(Waiting {
            unsigned: count("SELECT 1 FROM note WHERE number = 0")?,
            without_note: count(
                "SELECT 1 FROM session WHERE closed = 1 AND noted = 0 AND attendance = 'present'",
            )?,
            not_handed_off: count("SELECT 1 FROM note WHERE number > 0 AND handed_off = 0")?,
        })
    }

    /// Tells whether the made-up sample caseload was put in.
    pub fn holds_sample(&self) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM audit WHERE op = ?)")?
            .query_row([Op::LoadSample.name()], |row| row.get(0))?)
    }
}
