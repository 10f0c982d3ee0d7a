//! Lists of sessions, read from covering indexes so that no long text is touched.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    NoteId, PersonId, SessionId, Timestamp, TopicId,
    session::{Attendance, Depth, SessionRecord, TopicCovered},
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId},
};

/// One line of a person's sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionSummary {
    /// The session.
    pub id: SessionId,
    /// Counts the person's meetings, from 1.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// When it was opened.
    pub started_at: Timestamp,
    /// When it was closed; `None` while it can be resumed.
    pub closed_at: Option<Timestamp>,
    /// Minutes spent in its phases.
    pub minutes: u32,
    /// Topics met, in order.
    pub topics: Vec<TopicCovered>,
    /// Its note, if there is one.
    pub note: Option<SessionNote>,
    /// Who came.
    pub attendance: Attendance,
}

/// The note of a session, as lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionNote {
    /// The note.
    pub id: NoteId,
    /// Whether it is signed.
    pub signed: bool,
}

impl Records {
    /// Returns a person's sessions, newest first.
    pub fn sessions(&self, person: PersonId) -> Result<Vec<SessionSummary>> {
        let mut topics = self.topics_of(person)?;
        let mut notes = self.notes_by_session(person)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, number, on_day, started_at, started_offset, closed, closed_at, closed_offset, seconds,
                 attendance, attendance_reason
             FROM session WHERE person = ? ORDER BY on_day DESC, number DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            let id = row.id("id")?;
            let seconds: i64 = row.get("seconds")?;
            Ok(SessionSummary {
                id,
                number: row.get("number")?,
                on: row.day("on_day")?,
                started_at: row.moment("started_at", "started_offset")?,
                closed_at: super::closed_at(row)?,
                minutes: u32::try_from(seconds / 60).unwrap_or(u32::MAX),
                topics: topics.remove(&id).unwrap_or_default(),
                note: notes.remove(&id),
                attendance: super::attendance(row)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn topics_of(&self, person: PersonId) -> Result<HashMap<SessionId, Vec<TopicCovered>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT session_topic.session, topic, pack, version, depth
             FROM session JOIN session_topic ON session_topic.session = session.id
             JOIN edition ON edition.number = session_topic.edition
             WHERE session.person = ? ORDER BY session_topic.session, session_topic.position",
        )?;
        let mut rows = statement.query([person.bytes()])?;
        let mut found: HashMap<SessionId, Vec<TopicCovered>> = HashMap::new();
        while let Some(row) = rows.next()? {
            found
                .entry(row.id("session")?)
                .or_default()
                .push(super::read_topic(row)?);
        }
        Ok(found)
    }

    fn notes_by_session(&self, person: PersonId) -> Result<HashMap<SessionId, SessionNote>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT session, id, number FROM note WHERE person = ?")?;
        let rows = statement.query_map([person.bytes()], |row| {
            let number: i64 = row.get("number")?;
            Ok((
                row.id("session")?,
                SessionNote {
                    id: row.id("id")?,
                    signed: number > 0,
                },
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the last session before this one to which the person came.
    pub fn session_before(&self, record: &SessionRecord) -> Result<Option<SessionId>> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT id FROM session WHERE person = ? AND number < ? AND attendance = 'present'
                 ORDER BY number DESC LIMIT 1",
            )?
            .query_row(params![record.person.bytes(), record.number], |row| {
                row.id("id")
            })
            .optional()?)
    }

    /// Tells whether a person has a session on a day, whoever came.
    pub fn met_on(&self, person: PersonId, day: NaiveDate) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM session WHERE person = ? AND on_day = ?)",
            )?
            .query_row(params![person.bytes(), day.to_string()], |row| row.get(0))?)
    }

    /// Returns the session a person left open, the newest if there are several.
    pub fn open_session(&self, person: PersonId) -> Result<Option<SessionId>> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT id FROM session WHERE person = ? AND closed = 0 ORDER BY on_day DESC, number DESC LIMIT 1",
            )?
            .query_row([person.bytes()], |row| row.id("id"))
            .optional()?)
    }

    /// Returns every open session with its person, the one begun last first.
    pub fn open_sessions(&self) -> Result<Vec<(PersonId, SessionId)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person, id FROM session WHERE closed = 0 ORDER BY started_at DESC",
        )?;
        let rows = statement.query_map([], |row| Ok((row.id("person")?, row.id("id")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number the person's next session gets.
    pub fn next_session_number(&self, person: PersonId) -> Result<u32> {
        Ok(self
            .conn
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM session WHERE person = ?")?
            .query_row([person.bytes()], |row| row.get(0))?)
    }

    /// Returns every meeting of a person with a topic, oldest first: how far it was covered, when, and in which session.
    pub fn met(&self, person: PersonId) -> Result<Vec<(TopicId, Depth, NaiveDate, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, depth, session.on_day, session.number
             FROM session JOIN session_topic ON session_topic.session = session.id
             WHERE session.person = ? ORDER BY session.on_day, session.number, session_topic.position",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok((
                TopicId::new(row.words("topic")?),
                row.code("depth")?,
                row.day("on_day")?,
                row.get("number")?,
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
