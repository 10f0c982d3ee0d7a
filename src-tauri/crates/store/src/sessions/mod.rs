//! Sessions: the whole record of one, and lists of many.

mod list;

pub use list::{SessionNote, SessionSummary};

use domain::{
    SessionId, Timestamp, TopicId,
    session::{Attendance, PhaseRecord, SessionRecord, TopicCovered},
};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use crate::{
    code::{Code, opt_code},
    error::{Error, Result},
    goals, practices,
    row::{Columns, RuntimeId, Table, cut, opt_local, position, refuse_other_owner, text, unknown},
    store::{Records, Tx},
};

const SESSION: Table = Table {
    name: "session",
    key: &["id"],
    rest: &[
        "person",
        "number",
        "on_day",
        "started_at",
        "started_offset",
        "closed",
        "closed_at",
        "closed_offset",
        "attendance",
        "attendance_reason",
        "place",
        "others_present",
        "current_phase",
        "seconds",
        "major_problem",
        "problem_words",
        "problem_action",
        "recalled",
        "recalled_words",
        "agenda",
        "person_item",
        "skill",
        "skill_words",
        "summary_words",
        "next_plan",
        "next_meeting",
    ],
};

const PHASE: Table = Table {
    name: "session_phase",
    key: &["session", "position"],
    rest: &["phase", "state", "seconds"],
};

const TOPIC: Table = Table {
    name: "session_topic",
    key: &["session", "position"],
    rest: &["topic", "pack_version", "depth"],
};

const TECHNIQUE: Table = Table {
    name: "session_technique",
    key: &["session", "technique"],
    rest: &[],
};

const PROMISE: Table = Table {
    name: "session_promise",
    key: &["session", "position"],
    rest: &["practice", "person"],
};

impl Records {
    /// Returns everything recorded of a session.
    pub fn session(&self, id: SessionId) -> Result<SessionRecord> {
        let mut record = self
            .conn
            .prepare_cached(include_str!("one.sql"))?
            .query_row([id.bytes()], read)
            .optional()?
            .ok_or(Error::NotFound { what: "session" })?;
        record.phases = self.phases(id)?;
        record.topics = self.topics(id)?;
        record.techniques = self.collect(
            "SELECT technique FROM session_technique WHERE session = ?",
            id,
            |row| row.code("technique"),
        )?;
        record.goal_reviews = self.collect(
            "SELECT session, goal, on_day, progress, done, obstacle, next_step, still_right
             FROM goal_review WHERE session = ? ORDER BY position",
            id,
            goals::read_review,
        )?;
        record.practices_agreed = practices::agreed_in(&self.conn, record.person, id)?;
        record.practices_reviewed = practices::looked_at_in(&self.conn, id)?;
        Ok(record)
    }

    fn phases(&self, id: SessionId) -> Result<Vec<PhaseRecord>> {
        self.collect(
            "SELECT phase, state, seconds FROM session_phase WHERE session = ? ORDER BY position",
            id,
            |row| {
                Ok(PhaseRecord {
                    phase: row.code("phase")?,
                    state: row.code("state")?,
                    seconds: row.get("seconds")?,
                })
            },
        )
    }

    fn topics(&self, id: SessionId) -> Result<Vec<TopicCovered>> {
        self.collect(
            "SELECT topic, pack_version, depth FROM session_topic WHERE session = ? ORDER BY position",
            id,
            |row| {
                Ok(TopicCovered {
                    topic: TopicId::new(row.words("topic")?),
                    pack_version: row.words("pack_version")?,
                    depth: row.code("depth")?,
                })
            },
        )
    }

    fn collect<T, C: FromIterator<T>>(
        &self,
        sql: &str,
        session: SessionId,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<C> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([session.bytes()], read)?;
        Ok(rows.collect::<rusqlite::Result<C>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<SessionRecord> {
    Ok(SessionRecord {
        id: row.id("id")?,
        person: row.id("person")?,
        number: row.get("number")?,
        on: row.day("on_day")?,
        started_at: row.moment("started_at", "started_offset")?,
        closed_at: closed_at(row)?,
        attendance: attendance(row)?,
        place: row.words("place")?,
        others_present: row.words("others_present")?,
        phases: Vec::new(),
        current: row.code("current_phase")?,
        major_problem: row.maybe_code("major_problem")?,
        problem_words: row.words("problem_words")?,
        problem_action: row.words("problem_action")?,
        recalled: row.maybe_code("recalled")?,
        recalled_words: row.words("recalled_words")?,
        practices_reviewed: Vec::new(),
        goal_reviews: Vec::new(),
        agenda: row.words("agenda")?,
        person_item: row.words("person_item")?,
        topics: Vec::new(),
        techniques: Default::default(),
        skill: row.maybe_code("skill")?,
        skill_words: row.words("skill_words")?,
        practices_agreed: Vec::new(),
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

fn attendance(row: &Row<'_>) -> rusqlite::Result<Attendance> {
    let reason = row.words("attendance_reason")?;
    match row.words("attendance")?.as_str() {
        "present" => Ok(Attendance::Present),
        "cancelled" => Ok(Attendance::Cancelled { reason }),
        "no-show" => Ok(Attendance::NoShow),
        _ => Err(unknown("attendance")),
    }
}

const fn attendance_code(attendance: &Attendance) -> (&'static str, &str) {
    match attendance {
        Attendance::Present => ("present", ""),
        Attendance::Cancelled { reason } => ("cancelled", reason.as_str()),
        Attendance::NoShow => ("no-show", ""),
    }
}

impl Tx<'_> {
    /// Saves everything recorded of a session. Only what differs is written; what is no longer in a list is removed.
    ///
    /// Promises and reviews in it are saved as well. A promise that a later session looked at cannot be taken back.
    pub fn save_session(&mut self, record: &SessionRecord) -> Result<()> {
        self.stays_with(record.person)?;
        let conn = self.conn();
        refuse_other_owner(conn, "session", record.id.bytes(), record.person)?;
        put_session(conn, record)?;
        let id = record.id.bytes();
        for (place, phase) in record.phases.iter().enumerate() {
            PHASE.put(
                conn,
                &[
                    &id,
                    &position(place),
                    &phase.phase.code(),
                    &phase.state.code(),
                    &phase.seconds,
                ],
            )?;
        }
        cut(conn, "session_phase", "session", id, record.phases.len())?;
        for (place, topic) in record.topics.iter().enumerate() {
            let row: [&dyn ToSql; 5] = [
                &id,
                &position(place),
                &topic.topic.as_str(),
                &topic.pack_version,
                &topic.depth.code(),
            ];
            TOPIC.put(conn, &row)?;
        }
        cut(conn, "session_topic", "session", id, record.topics.len())?;
        put_techniques(conn, record)?;
        put_reviews(conn, record)?;
        put_promises(conn, record)
    }
}

fn put_session(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let (attendance, reason) = attendance_code(&record.attendance);
    let closed = record.closed_at.unwrap_or(Timestamp {
        millis: 0,
        offset: 0,
    });
    let seconds: u64 = record
        .phases
        .iter()
        .map(|phase| u64::from(phase.seconds))
        .sum();
    SESSION.put(
        conn,
        &[
            &record.id.bytes(),
            &record.person.bytes(),
            &record.number,
            &record.on.to_string(),
            &record.started_at.millis,
            &record.started_at.offset,
            &record.closed_at.is_some(),
            &closed.millis,
            &closed.offset,
            &attendance,
            &text("reason", reason)?,
            &text("place", &record.place)?,
            &text("others present", &record.others_present)?,
            &record.current.code(),
            &seconds.cast_signed(),
            &opt_code(record.major_problem),
            &text("major problem", &record.problem_words)?,
            &text("what was done", &record.problem_action)?,
            &opt_code(record.recalled),
            &text("what was remembered", &record.recalled_words)?,
            &text("agenda", &record.agenda)?,
            &text("own item", &record.person_item)?,
            &opt_code(record.skill),
            &text("skill", &record.skill_words)?,
            &text("summary", &record.summary_words)?,
            &text("next time", &record.next_plan)?,
            &opt_local(record.next_meeting),
        ],
    )
}

fn put_techniques(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let id = record.id.bytes();
    let used: Vec<&str> = record.techniques.iter().map(|used| used.code()).collect();
    for there in strings(
        conn,
        "SELECT technique FROM session_technique WHERE session = ?",
        id,
    )? {
        if !used.contains(&there.as_str()) {
            conn.prepare_cached(
                "DELETE FROM session_technique WHERE session = ? AND technique = ?",
            )?
            .execute(params![id, there])?;
        }
    }
    for technique in used {
        TECHNIQUE.put(conn, &[&id, &technique])?;
    }
    Ok(())
}

fn put_reviews(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let id = record.id.bytes();
    let kept: Vec<[u8; 16]> = record
        .goal_reviews
        .iter()
        .map(|review| review.goal.bytes())
        .collect();
    for there in ids(conn, "SELECT goal FROM goal_review WHERE session = ?", id)? {
        if !kept.contains(&there) {
            conn.prepare_cached("DELETE FROM goal_review WHERE session = ? AND goal = ?")?
                .execute(params![id, there])?;
        }
    }
    for (place, review) in record.goal_reviews.iter().enumerate() {
        if review.session != record.id {
            return Err(Error::NotFound {
                what: "session of this goal review",
            });
        }
        goals::put_review(conn, record.person, place, review)?;
    }
    Ok(())
}

fn put_promises(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let id = record.id.bytes();
    let looked_at: Vec<[u8; 16]> = record
        .practices_reviewed
        .iter()
        .map(|practice| practice.id.bytes())
        .collect();
    for there in ids(
        conn,
        "SELECT practice FROM session_promise WHERE session = ?",
        id,
    )? {
        if !looked_at.contains(&there) {
            // What this session said of it goes with it.
            conn.prepare_cached("DELETE FROM practice_review WHERE practice = ? AND session = ?")?
                .execute(params![there, id])?;
        }
    }
    let made: Vec<[u8; 16]> = record
        .practices_agreed
        .iter()
        .map(|practice| practice.id.bytes())
        .collect();
    let sql = "SELECT id FROM practice WHERE person = ? AND agreed_in = ?";
    let there = conn
        .prepare_cached(sql)?
        .query_map(params![record.person.bytes(), id], |row| row.get("id"))?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    for gone in there
        .into_iter()
        .filter(|practice| !made.contains(practice))
    {
        practices::remove(conn, gone)?;
    }
    for (place, practice) in record.practices_agreed.iter().enumerate() {
        if practice.agreed_in != record.id {
            return Err(Error::NotFound {
                what: "session of this promise",
            });
        }
        practices::put(conn, record.person, Some(place), practice)?;
    }
    for (place, practice) in record.practices_reviewed.iter().enumerate() {
        practices::put(conn, record.person, None, practice)?;
        PROMISE.put(
            conn,
            &[
                &id,
                &position(place),
                &practice.id.bytes(),
                &record.person.bytes(),
            ],
        )?;
    }
    cut(
        conn,
        "session_promise",
        "session",
        id,
        record.practices_reviewed.len(),
    )
}

fn ids(conn: &Connection, sql: &str, session: [u8; 16]) -> Result<Vec<[u8; 16]>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([session], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn strings(conn: &Connection, sql: &str, session: [u8; 16]) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([session], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
