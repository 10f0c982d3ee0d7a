//! Sessions: the whole record of one, and lists of many.

mod changes;
mod list;
mod phases;

pub use list::{OpenSession, SessionNote, SessionSummary};

use domain::{
    PersonId, SessionId, Timestamp, TopicId,
    session::{Attendance, SessionRecord, TopicCovered},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{editions, goals, meetings, practices};
use crate::{
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, Seq, seq, unknown},
};

/// Where a session stands: what its lists refer to.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) person: Seq<PersonId>,
    pub(crate) session: Seq<SessionId>,
}

impl Records {
    /// Returns everything recorded of a session.
    pub fn session(&self, id: SessionId) -> Result<SessionRecord> {
        let (place, mut record) = self
            .conn
            .prepare_cached(include_str!("one.sql"))?
            .query_row([id.bytes()], |row| Ok((read_place(row)?, read(row)?)))
            .optional()?
            .ok_or(Error::NotFound { what: "session" })?;
        record.topics = self.topics(place)?;
        record.goal_reviews = goals::reviews_in(&self.conn, place)?;
        record.practices_agreed = practices::agreed_in(&self.conn, place)?;
        record.practices_reviewed = practices::looked_at_in(&self.conn, place)?;
        Ok(record)
    }

    fn topics(&self, place: Place) -> Result<Vec<TopicCovered>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, pack, version, depth
             FROM session_topic JOIN edition ON edition.seq = session_topic.edition
             WHERE session = ? ORDER BY position",
        )?;
        let rows = statement.query_map([place.session], read_topic)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn read_place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        person: row.get("whose")?,
        session: row.get("seq")?,
    })
}

fn read_topic(row: &Row<'_>) -> rusqlite::Result<TopicCovered> {
    Ok(TopicCovered {
        topic: TopicId::new(row.words("topic")?),
        edition: editions::read(row)?,
        depth: row.code("depth")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<SessionRecord> {
    Ok(SessionRecord {
        id: row.id("id")?,
        person: row.id("person")?,
        meeting: row.id("meeting")?,
        format: row.code("format")?,
        number: row.get("number")?,
        on: row.day("on_day")?,
        started_at: row.moment("started_at", "started_offset")?,
        closed_at: closed_at(row)?,
        length_said: length_said(row)?,
        attendance: attendance(row)?,
        place: row.words("place")?,
        others_present: row.words("others_present")?,
        goal_turn: row.get("goal_turn")?,
        phases: phases::read(row)?,
        current: row.code("current_phase")?,
        major_problem: row.maybe_code("major_problem")?,
        problem_words: row.words("problem_words")?,
        problem_action: row.words("problem_action")?,
        recalled: row.maybe_code("recalled")?,
        recalled_words: row.words("recalled_words")?,
        practices_reviewed: Vec::new(),
        review_skipped: row.words("review_skipped")?,
        goal_reviews: Vec::new(),
        agenda: row.words("agenda")?,
        person_item: row.words("person_item")?,
        topics: Vec::new(),
        techniques: row.codes("techniques")?,
        skill: row.maybe_code("skill")?,
        skill_words: row.words("skill_words")?,
        practices_agreed: Vec::new(),
        plan_skipped: row.words("plan_skipped")?,
        summary_words: row.words("summary_words")?,
        next_plan: row.words("next_plan")?,
        next_meeting: row.maybe_local("next_meeting")?,
    })
}

fn closed_at(row: &Row<'_>) -> rusqlite::Result<Option<Timestamp>> {
    let closed: bool = row.get("closed")?;
    let at = row.moment("closed_at", "closed_offset")?;
    Ok(closed.then_some(at))
}

fn length_said(row: &Row<'_>) -> rusqlite::Result<Option<u32>> {
    let said: u32 = row.get("length_said")?;
    Ok((said > 0).then_some(said))
}

fn attendance(row: &Row<'_>) -> rusqlite::Result<Attendance> {
    let reason = row.words("attendance_reason")?;
    match row.words("attendance")?.as_str() {
        "present" => Ok(Attendance::Present),
        "cancelled" => Ok(Attendance::Cancelled { reason }),
        "no-show" => Ok(Attendance::NoShow { reason }),
        "moved" => Ok(Attendance::Moved { reason }),
        _ => Err(unknown("attendance")),
    }
}

impl Tx<'_> {
    /// Saves everything recorded of a session. Only what differs is written; what is no longer in a list is removed.
    ///
    /// Promises and reviews in it are saved as well. A promise that a later session looked at cannot be taken back.
    pub fn save_session(&mut self, record: &SessionRecord) -> Result<()> {
        let before = match self.session(record.id) {
            Ok(before) if before.person != record.person => return Err(Error::OtherPerson),
            Ok(before) => Some(before),
            Err(Error::NotFound { .. }) => None,
            Err(error) => return Err(error),
        };
        self.save_session_changes(before.as_ref(), record)
    }

    /// Takes a session away with all that was recorded in it: what was said, answered and promised, and the draft of its
    /// note. What a later session stands on cannot go, nor a session whose note is signed.
    pub fn remove_session(&mut self, record: &SessionRecord) -> Result<()> {
        self.stays_with(record.person)?;
        let conn = self.conn();
        let (session, person) = (seq(conn, record.id)?, seq(conn, record.person)?);
        conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for theirs in [
            "note_section WHERE note IN (SELECT seq FROM note WHERE session = ?1)",
            "note WHERE session = ?1",
            "answer WHERE session = ?1",
            "practice_review WHERE session = ?1",
            "session_promise WHERE session = ?1",
            "practice WHERE agreed_in = ?1",
            "goal_review WHERE session = ?1",
            "session_topic WHERE session = ?1",
            "session WHERE seq = ?1",
        ] {
            conn.prepare_cached(&format!("DELETE FROM {theirs} AND person = ?2"))?
                .execute(params![session, person])?;
        }
        meetings::remove_if_empty(conn, record.meeting)
    }

    /// Saves what differs between a session as it was loaded in this change and as it is now; `None` for a new one.
    pub fn save_session_changes(
        &mut self,
        before: Option<&SessionRecord>,
        record: &SessionRecord,
    ) -> Result<()> {
        self.stays_with(record.person)?;
        let conn = self.conn();
        changes::meeting(conn, before, record)?;
        changes::session(conn, before, record)?;
        let place = Place {
            person: seq(conn, record.person)?,
            session: seq(conn, record.id)?,
        };
        changes::topics(conn, place, before, record)?;
        changes::reviews(conn, place, before, record)?;
        changes::promises(conn, place, before, record)
    }
}
