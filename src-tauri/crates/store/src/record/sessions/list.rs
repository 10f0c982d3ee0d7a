//! Lists of sessions, read from covering indexes so that no long text is touched.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    NoteId, PersonId, SessionId, Timestamp, TopicId,
    record::{entered_on, length},
    session::{Attendance, Depth, SessionRecord, TopicCovered},
};
use rusqlite::{OptionalExtension, Params, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId, Seq, known},
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
    /// Minutes it took; `None` while it is open, and when nobody can tell.
    pub minutes: Option<u32>,
    /// Topics met, in order.
    pub topics: Vec<TopicCovered>,
    /// Its note, if there is one.
    pub note: Option<SessionNote>,
    /// Who came.
    pub attendance: Attendance,
}

/// A session that was not closed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenSession {
    /// The session.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// Which meeting.
    pub number: u32,
    /// The day of the meeting.
    pub on: NaiveDate,
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
        // Nobody who is not there has sessions.
        let Some(person) = known(&self.conn, person)? else {
            return Ok(Vec::new());
        };
        let mut topics = self.topics_of(person)?;
        let mut notes = self.notes_by_session(person)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, id, number, on_day, started_at, started_offset, closed, closed_at, closed_offset, seconds,
                 length_said, attendance, attendance_reason
             FROM session WHERE person = ? ORDER BY on_day DESC, number DESC",
        )?;
        let rows = statement.query_map([person], |row| {
            let seq = row.get("seq")?;
            let seconds: i64 = row.get("seconds")?;
            let on = row.day("on_day")?;
            let started_at = row.moment("started_at", "started_offset")?;
            let closed_at = super::closed_at(row)?;
            let attendance = super::attendance(row)?;
            let counts = attendance == Attendance::Present && entered_on(on, started_at).is_none();
            let said = super::length_said(row)?;
            let took = length(said, counts, seconds.unsigned_abs());
            Ok(SessionSummary {
                id: row.id("id")?,
                number: row.get("number")?,
                on,
                started_at,
                closed_at,
                minutes: closed_at.and(took),
                topics: topics.remove(&seq).unwrap_or_default(),
                note: notes.remove(&seq),
                attendance,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn topics_of(
        &self,
        person: Seq<PersonId>,
    ) -> Result<HashMap<Seq<SessionId>, Vec<TopicCovered>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT session_topic.session, topic, pack, version, depth
             FROM session JOIN session_topic ON session_topic.session = session.seq
             JOIN edition ON edition.seq = session_topic.edition
             WHERE session.person = ? ORDER BY session_topic.session, session_topic.position",
        )?;
        let mut rows = statement.query([person])?;
        let mut found: HashMap<Seq<SessionId>, Vec<TopicCovered>> = HashMap::new();
        while let Some(row) = rows.next()? {
            found
                .entry(row.get("session")?)
                .or_default()
                .push(super::read_topic(row)?);
        }
        Ok(found)
    }

    fn notes_by_session(
        &self,
        person: Seq<PersonId>,
    ) -> Result<HashMap<Seq<SessionId>, SessionNote>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT session, id, number FROM note WHERE person = ?")?;
        let rows = statement.query_map([person], |row| {
            let number: i64 = row.get("number")?;
            Ok((
                row.get("session")?,
                SessionNote {
                    id: row.id("id")?,
                    signed: number > 0,
                },
            ))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the last session before this one, by its day, to which the person came.
    pub fn session_before(&self, record: &SessionRecord) -> Result<Option<SessionId>> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT id FROM session
                 WHERE person = (SELECT seq FROM person WHERE id = ?) AND (on_day, number) < (?, ?) AND attendance = 'present'
                 ORDER BY on_day DESC, number DESC LIMIT 1",
            )?
            .query_row(
                params![record.person.bytes(), record.on.to_string(), record.number],
                |row| row.id("id"),
            )
            .optional()?)
    }

    /// Tells whether a person has a session on a day, whoever came.
    pub fn met_on(&self, person: PersonId, day: NaiveDate) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM session WHERE person = (SELECT seq FROM person WHERE id = ?) AND on_day = ?
                 )",
            )?
            .query_row(params![person.bytes(), day.to_string()], |row| row.get(0))?)
    }

    /// Returns the sessions a person has open, the newest first.
    pub fn open_sessions_of(&self, person: PersonId) -> Result<Vec<OpenSession>> {
        self.open("AND person.id = ?", [person.bytes()])
    }

    /// Returns every open session, the one begun last first.
    pub fn open_sessions(&self) -> Result<Vec<OpenSession>> {
        self.open("", [])
    }

    fn open(&self, which: &str, params: impl Params) -> Result<Vec<OpenSession>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT session.id, person.id AS person, number, on_day
             FROM session JOIN person ON person.seq = session.person
             WHERE closed = 0 {which} ORDER BY started_at DESC, number DESC"
        ))?;
        let rows = statement.query_map(params, |row| {
            Ok(OpenSession {
                id: row.id("id")?,
                person: row.id("person")?,
                number: row.get("number")?,
                on: row.day("on_day")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number the person's next session gets.
    pub fn next_session_number(&self, person: PersonId) -> Result<u32> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT coalesce(max(number), 0) + 1 FROM session
                 WHERE person = (SELECT seq FROM person WHERE id = ?)",
            )?
            .query_row([person.bytes()], |row| row.get(0))?)
    }

    /// Returns every meeting of a person with a topic, oldest first: how far it was covered, when, and in which session.
    pub fn met(&self, person: PersonId) -> Result<Vec<(TopicId, Depth, NaiveDate, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, depth, session.on_day, session.number
             FROM session JOIN session_topic ON session_topic.session = session.seq
             WHERE session.person = (SELECT seq FROM person WHERE id = ?) ORDER BY session.on_day, session.number, session_topic.position",
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
