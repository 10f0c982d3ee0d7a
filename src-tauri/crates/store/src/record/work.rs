//! What the record can tell of the work itself: of each session and each person seen in a stretch of time, without a word
//! that anybody wrote.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    PersonId, SessionId, TopicId,
    session::{Skill, Technique},
};
use rusqlite::params;

use crate::{
    code::Code,
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId, unknown},
};

/// What was done in a session to which the person came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionWork {
    /// Whose.
    pub person: PersonId,
    /// The session.
    pub session: SessionId,
    /// Counts the person's meetings.
    pub number: u32,
    /// The day.
    pub on: NaiveDate,
    /// How many people came to the meeting.
    pub size: u32,
    /// Techniques that were ticked.
    pub techniques: BTreeSet<Technique>,
    /// What kind of skill was practised.
    pub skill: Option<Skill>,
    /// Whether there was a topic.
    pub topic: bool,
    /// Whether a goal was looked at.
    pub goal: bool,
    /// Whether home practice was agreed on.
    pub planned: bool,
    /// Whether home practice was waiting to be looked at.
    pub promised: bool,
    /// Whether it was.
    pub reviewed: bool,
}

/// What there is of a person who was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonWork {
    /// Who.
    pub person: PersonId,
    /// When the course began.
    pub started: NaiveDate,
    /// When it ended last.
    pub ended: Option<NaiveDate>,
    /// Sessions they came to, from the first to the end of the stretch.
    pub came: u32,
    /// Whether pages of the course ever left for them.
    pub handed_out: bool,
    /// The last time a supporter was spoken to, in the stretch.
    pub contact: Option<NaiveDate>,
    /// Whether somebody helps with a step that is being worked on.
    pub helped: bool,
    /// Goals that are being worked on, or were reached.
    pub goals: u32,
}

impl Records {
    /// Returns the sessions of a stretch of time to which somebody came, of one person or of all, the first day first.
    pub fn sessions_at_work(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        person: Option<PersonId>,
    ) -> Result<Vec<SessionWork>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT session.id AS id, person.id AS person, number, session.on_day AS on_day, techniques, skill,
                 (SELECT count(*) FROM session AS other WHERE other.meeting = session.meeting AND other.attendance = 'present') AS size,
                 EXISTS (SELECT 1 FROM session_topic WHERE session_topic.session = session.seq) AS topic,
                 EXISTS (SELECT 1 FROM goal_review WHERE goal_review.person = session.person
                     AND goal_review.session = session.seq
                     AND (progress <> '' OR done <> '' OR obstacle <> '' OR next_step <> '' OR still_right <> '')) AS goal,
                 EXISTS (SELECT 1 FROM practice WHERE practice.person = session.person
                     AND agreed_in = session.seq AND what <> '') AS planned,
                 EXISTS (SELECT 1 FROM practice LEFT JOIN practice_review ON practice_review.practice = practice.seq
                     JOIN session AS before ON before.seq = practice.agreed_in
                     WHERE practice.person = session.person AND before.on_day < session.on_day
                         AND (practice_review.on_day IS NULL OR practice_review.on_day >= session.on_day)) AS promised,
                 EXISTS (SELECT 1 FROM practice_review WHERE practice_review.person = session.person
                     AND practice_review.session = session.seq AND result <> '') AS reviewed
             FROM session JOIN person ON person.seq = session.person
             WHERE session.attendance = 'present' AND session.on_day BETWEEN ?1 AND ?2
                 AND (?3 IS NULL OR person.id = ?3) AND preferred_name <> ''
             ORDER BY session.on_day, session.seq",
        )?;
        let ask = params![
            from.to_string(),
            until.to_string(),
            person.map(RuntimeId::bytes)
        ];
        let rows = statement.query_map(ask, |row| {
            let techniques = row.words("techniques")?;
            Ok(SessionWork {
                person: row.id("person")?,
                session: row.id("id")?,
                number: row.get("number")?,
                on: row.day("on_day")?,
                size: row.get("size")?,
                techniques: techniques
                    .split_whitespace()
                    .map(|code| Technique::from_code(code).ok_or_else(|| unknown("techniques")))
                    .collect::<rusqlite::Result<_>>()?,
                skill: row.maybe_code("skill")?,
                topic: row.get("topic")?,
                goal: row.get("goal")?,
                planned: row.get("planned")?,
                promised: row.get("promised")?,
                reviewed: row.get("reviewed")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what there is of everybody who came in a stretch of time, or of one of them.
    pub fn people_at_work(
        &self,
        from: NaiveDate,
        until: NaiveDate,
        month: NaiveDate,
        person: Option<PersonId>,
    ) -> Result<Vec<PersonWork>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS id, started_on,
                 coalesce((SELECT max(on_day) FROM ending WHERE ending.person = person.seq AND on_day <= ?2), '') AS ended,
                 (SELECT count(*) FROM session WHERE session.person = person.seq AND attendance = 'present'
                     AND on_day <= ?2) AS came,
                 EXISTS (SELECT 1 FROM hand_off WHERE hand_off.person = person.seq
                     AND what IN ('handout', 'sheet', 'personalFolder') AND outcome <> 'stayed') AS handed_out,
                 coalesce((SELECT max(on_day) FROM contact WHERE contact.person = person.seq
                     AND on_day BETWEEN ?3 AND ?2), '') AS contact,
                 EXISTS (SELECT 1 FROM step JOIN short_term_goal ON short_term_goal.seq = step.short_term_goal
                     WHERE step.person = person.seq AND step.helper <> '' AND step.status = 'active') AS helped,
                 (SELECT count(*) FROM goal WHERE goal.person = person.seq AND words <> ''
                     AND status IN ('active', 'achieved')) AS goals
             FROM person
             WHERE preferred_name <> '' AND (?4 IS NULL OR person.id = ?4) AND EXISTS (
                 SELECT 1 FROM session WHERE session.person = person.seq AND attendance = 'present'
                     AND on_day BETWEEN ?1 AND ?2
             )
             ORDER BY preferred_name COLLATE NOCASE, person.id",
        )?;
        let ask = params![
            from.to_string(),
            until.to_string(),
            month.to_string(),
            person.map(RuntimeId::bytes)
        ];
        let rows = statement.query_map(ask, |row| {
            Ok(PersonWork {
                person: row.id("id")?,
                started: row.day("started_on")?,
                ended: row.maybe_day("ended")?,
                came: row.get("came")?,
                handed_out: row.get("handed_out")?,
                contact: row.maybe_day("contact")?,
                helped: row.get("helped")?,
                goals: row.get("goals")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the topics that people who came in a stretch of time ever worked on, up to its end.
    pub fn topics_at_work(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<(PersonId, TopicId)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT person.id AS person, topic
             FROM session_topic JOIN session ON session.seq = session_topic.session
                 JOIN person ON person.seq = session.person
             WHERE session.on_day <= ?2 AND preferred_name <> '' AND EXISTS (
                 SELECT 1 FROM session AS seen WHERE seen.person = person.seq AND seen.attendance = 'present'
                     AND seen.on_day BETWEEN ?1 AND ?2
             )",
        )?;
        let rows = statement.query_map(params![from.to_string(), until.to_string()], |row| {
            Ok((row.id("person")?, TopicId::new(row.words("topic")?)))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
