//! Groups: who leads them, who is in them, and what their meetings have beside what every meeting has.

use chrono::NaiveDate;
use domain::{
    MeetingId, PersonId, PractitionerId, SeriesId, SessionId, TopicId,
    group::{GroupPlan, GroupSeries, Member, SeriesDetails},
    meeting::Role,
};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{
    catalogue::{GROUP_MEETING, MEMBER, SERIES, SERIES_PRACTITIONER},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, Seq, opt_text, seq, text},
};

/// A meeting of a group as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMeeting {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its group.
    pub series: SeriesId,
    /// The day.
    pub on: NaiveDate,
    /// The sessions in it.
    pub sessions: u32,
    /// Those of them that nobody has closed.
    pub open: u32,
}

/// One person's part in a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose.
    pub person: PersonId,
    /// Their session.
    pub session: SessionId,
}

const MEETINGS: &str = "SELECT meeting.id AS meeting, series.id AS series, meeting.on_day,
         (SELECT count(*) FROM session WHERE session.meeting = meeting.seq) AS sessions,
         (SELECT count(*) FROM session WHERE session.meeting = meeting.seq AND closed = 0) AS open
     FROM group_meeting JOIN meeting ON meeting.seq = group_meeting.meeting JOIN series ON series.seq = group_meeting.series";

impl Records {
    /// Returns a group.
    pub fn series(&self, id: SeriesId) -> Result<GroupSeries> {
        let mut series = self
            .conn
            .prepare_cached(
                "SELECT id, name, course, weekday, begins, minutes, place, from_day, until_day FROM series WHERE id = ?",
            )?
            .query_row([id.bytes()], read)
            .optional()?
            .ok_or(Error::NotFound { what: "group" })?;
        series.details.practitioners = self.leaders_of(id)?;
        Ok(series)
    }

    /// Returns every group, the newest first.
    pub fn all_series(&self) -> Result<Vec<GroupSeries>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, course, weekday, begins, minutes, place, from_day, until_day
             FROM series ORDER BY from_day DESC, name, id",
        )?;
        let mut all = statement
            .query_map([], read)?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for series in &mut all {
            series.details.practitioners = self.leaders_of(series.id)?;
        }
        Ok(all)
    }

    fn leaders_of(&self, series: SeriesId) -> Result<Vec<(PractitionerId, Role)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT practitioner.id AS practitioner, series_practitioner.role AS role
             FROM series_practitioner JOIN practitioner ON practitioner.seq = series_practitioner.practitioner
             WHERE series = (SELECT seq FROM series WHERE id = ?)
             ORDER BY practitioner.seq <> (SELECT keeper FROM vault), name",
        )?;
        let rows = statement.query_map([series.bytes()], |row| {
            Ok((row.id("practitioner")?, row.code("role")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns everybody's time in a group, in the order they came.
    pub fn members(&self, series: SeriesId) -> Result<Vec<Member>> {
        self.member_rows(
            "series.id = ? ORDER BY member.from_day, preferred_name COLLATE NOCASE, person.id",
            series.bytes(),
        )
    }

    /// Returns a person's time in groups, the newest first.
    pub fn memberships(&self, person: PersonId) -> Result<Vec<Member>> {
        self.member_rows(
            "person.id = ? ORDER BY member.from_day DESC",
            person.bytes(),
        )
    }

    fn member_rows(&self, which: &str, of: [u8; 16]) -> Result<Vec<Member>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT person.id AS person, series.id AS series, member.from_day, member.until_day
             FROM member JOIN person ON person.seq = member.person JOIN series ON series.seq = member.series
             WHERE {which}"
        ))?;
        let rows = statement.query_map([of], |row| {
            Ok(Member {
                person: row.id("person")?,
                series: row.id("series")?,
                from: row.day("from_day")?,
                until: row.maybe_day("until_day")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the plan of a group's meeting; nothing for another meeting.
    pub fn group_plan(&self, meeting: MeetingId) -> Result<Option<GroupPlan>> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT series.id AS series, topics, agenda, group_meeting.minutes
                 FROM group_meeting JOIN series ON series.seq = group_meeting.series
                 WHERE meeting = (SELECT seq FROM meeting WHERE id = ?)",
            )?
            .query_row([meeting.bytes()], |row| {
                Ok(GroupPlan {
                    meeting,
                    series: row.id("series")?,
                    topics: row
                        .words("topics")?
                        .split_whitespace()
                        .map(TopicId::new)
                        .collect(),
                    agenda: row.words("agenda")?,
                    minutes: counted(row, "minutes")?,
                })
            })
            .optional()?)
    }

    /// Returns the meetings of a group, the newest first.
    pub fn meetings_of(&self, series: SeriesId) -> Result<Vec<GroupMeeting>> {
        self.group_meetings(
            "series.id = ?1 ORDER BY meeting.on_day DESC, meeting.seq DESC",
            &[&series.bytes()],
        )
    }

    /// Returns the meetings of groups on a day, in the order they were opened.
    pub fn group_meetings_on(&self, day: NaiveDate) -> Result<Vec<GroupMeeting>> {
        self.group_meetings(
            "meeting.on_day = ?1 ORDER BY meeting.seq",
            &[&day.to_string()],
        )
    }

    /// Returns the meetings of groups before a day that nobody has closed for all, or said anything of; the oldest first.
    pub fn group_meetings_left_open(&self, before: NaiveDate) -> Result<Vec<GroupMeeting>> {
        let mut found = self.group_meetings(
            "meeting.on_day < ?1 ORDER BY meeting.on_day, meeting.seq",
            &[&before.to_string()],
        )?;
        found.retain(|meeting| meeting.open > 0 || meeting.sessions == 0);
        Ok(found)
    }

    fn group_meetings(
        &self,
        which: &str,
        params: &[&dyn rusqlite::ToSql],
    ) -> Result<Vec<GroupMeeting>> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("{MEETINGS} WHERE {which}"))?;
        let rows = statement.query_map(params, |row| {
            Ok(GroupMeeting {
                meeting: row.id("meeting")?,
                series: row.id("series")?,
                on: row.day("on_day")?,
                sessions: row.get("sessions")?,
                open: row.get("open")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns whose sessions make up a meeting.
    pub fn parts_of(&self, meeting: MeetingId) -> Result<Vec<Part>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS person, session.id AS session FROM session JOIN person ON person.seq = session.person
             WHERE meeting = (SELECT seq FROM meeting WHERE id = ?)
             ORDER BY preferred_name COLLATE NOCASE, person.id",
        )?;
        let rows = statement.query_map([meeting.bytes()], |row| {
            Ok(Part {
                person: row.id("person")?,
                session: row.id("session")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns when each of a group last talked about their goals in one of its meetings before a day.
    pub fn last_turns(
        &self,
        series: SeriesId,
        before: NaiveDate,
    ) -> Result<Vec<(PersonId, NaiveDate)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS person, max(session.on_day) AS on_day
             FROM group_meeting JOIN session ON session.meeting = group_meeting.meeting
             JOIN person ON person.seq = session.person
             WHERE series = (SELECT seq FROM series WHERE id = ?) AND session.on_day < ? AND attendance = 'present'
                 AND (goal_turn = 1 OR EXISTS (
                     SELECT 1 FROM goal_review WHERE goal_review.person = session.person AND goal_review.session = session.seq
                 ))
             GROUP BY person.seq",
        )?;
        let rows = statement.query_map(params![series.bytes(), before.to_string()], |row| {
            Ok((row.id("person")?, row.day("on_day")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<GroupSeries> {
    let weekday: u8 = row.get("weekday")?;
    Ok(GroupSeries {
        id: row.id("id")?,
        details: SeriesDetails {
            name: row.words("name")?,
            course: row.words("course")?.as_str().into(),
            weekday: (weekday > 0).then_some(weekday),
            begins: row.maybe_time("begins")?,
            minutes: counted(row, "minutes")?,
            place: row.words("place")?,
            from: row.day("from_day")?,
            until: row.maybe_day("until_day")?,
            practitioners: Vec::new(),
        },
    })
}

/// A number of minutes; 0 says that nobody said.
fn counted(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<u32>> {
    let number: u32 = row.get(column)?;
    Ok((number > 0).then_some(number))
}

impl Tx<'_> {
    /// Saves a group with those who lead it.
    pub fn save_series(&mut self, series: &GroupSeries) -> Result<()> {
        let conn = self.conn();
        let details = &series.details;
        SERIES.put(
            conn,
            &[
                &series.id.bytes(),
                &text("name", &details.name)?,
                &details.course.as_str(),
                &details.weekday.unwrap_or(0),
                &opt_text(details.begins),
                &details.minutes.unwrap_or(0),
                &text("place", &details.place)?,
                &details.from.to_string(),
                &opt_text(details.until),
            ],
        )?;
        let parent = seq(conn, series.id)?;
        for (practitioner, role) in &details.practitioners {
            SERIES_PRACTITIONER.put(conn, &[&parent, &seq(conn, *practitioner)?, &role.code()])?;
        }
        let kept = details
            .practitioners
            .iter()
            .map(|(practitioner, _)| seq(conn, *practitioner))
            .collect::<Result<Vec<_>>>()?;
        for gone in leading(conn, parent)? {
            if !kept.contains(&gone) {
                conn.prepare_cached(
                    "DELETE FROM series_practitioner WHERE series = ? AND practitioner = ?",
                )?
                .execute(params![parent, gone])?;
            }
        }
        Ok(())
    }

    /// Saves a person's time in a group.
    pub fn save_member(&mut self, member: &Member) -> Result<()> {
        self.stays_with(member.person)?;
        let conn = self.conn();
        MEMBER.put(
            conn,
            &[
                &seq(conn, member.person)?,
                &seq(conn, member.series)?,
                &member.from.to_string(),
                &opt_text(member.until),
            ],
        )
    }

    /// Saves the plan of a group's meeting, which must be there.
    pub fn save_group_plan(&mut self, plan: &GroupPlan) -> Result<()> {
        let conn = self.conn();
        let topics: Vec<&str> = plan.topics.iter().map(TopicId::as_str).collect();
        GROUP_MEETING.put(
            conn,
            &[
                &seq(conn, plan.meeting)?,
                &seq(conn, plan.series)?,
                &topics.join(" "),
                &text("agenda", &plan.agenda)?,
                &plan.minutes.unwrap_or(0),
            ],
        )
    }

    /// Takes a group's meeting away that nobody has a session in.
    pub fn remove_group_meeting(&mut self, meeting: MeetingId) -> Result<()> {
        let conn = self.conn();
        conn.prepare_cached("DELETE FROM group_meeting WHERE meeting = ?")?
            .execute([seq(conn, meeting)?])?;
        super::meetings::remove_if_empty(conn, meeting)
    }
}

fn leading(conn: &Connection, series: Seq<SeriesId>) -> Result<Vec<Seq<PractitionerId>>> {
    let mut statement =
        conn.prepare_cached("SELECT practitioner FROM series_practitioner WHERE series = ?")?;
    let rows = statement.query_map([series], |row| row.get("practitioner"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
