//! People and their recovery statements.

use chrono::NaiveDate;
use domain::{
    CourseId, PaceId, PersonId, SessionId, TrackId,
    person::{Chime, Person, PersonDetails, RecoveryStatement},
};
use rusqlite::{OptionalExtension, Params, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    catalogue::PERSON,
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, opt_local, seq, text, unknown},
};

/// One line of the caseload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// The person.
    pub person: Person,
    /// The day of the last session, whoever came.
    pub last_session_on: Option<NaiveDate>,
    /// How many sessions there were.
    pub sessions: u32,
    /// The newest recovery statement, verbatim.
    pub latest_statement: Option<String>,
    /// The newest promise that nobody has reviewed.
    pub open_promise: Option<String>,
    /// How many notes are not signed yet.
    pub unsigned_notes: u32,
    /// A session that was begun and not closed.
    pub open_session: Option<SessionId>,
}

impl Records {
    /// Returns the whole caseload by name, each with what *Today* and *People* show of them.
    pub fn people(&self) -> Result<Vec<PersonRow>> {
        let mut statement = self.conn.prepare_cached(include_str!("list.sql"))?;
        let rows = statement.query_map([], |row| {
            Ok(PersonRow {
                person: person(row)?,
                last_session_on: row.get::<_, Option<String>>("last_session_on")?.map_or(
                    Ok(None),
                    |day| {
                        day.parse()
                            .map(Some)
                            .map_err(|_| unknown("last_session_on"))
                    },
                )?,
                sessions: row.get("sessions")?,
                latest_statement: row.get("latest_statement")?,
                open_promise: row.get("open_promise")?,
                unsigned_notes: row.get("unsigned_notes")?,
                open_session: row.maybe_id("open_session")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what a person is called; empty when there is no such person.
    pub(crate) fn called(&self, id: PersonId) -> Result<String> {
        Ok(self
            .conn
            .prepare_cached("SELECT preferred_name FROM person WHERE id = ?")?
            .query_row([id.bytes()], |row| row.words("preferred_name"))
            .optional()?
            .unwrap_or_default())
    }

    /// Returns a person.
    pub fn person(&self, id: PersonId) -> Result<Person> {
        self.select("WHERE id = ?", [id.bytes()])?
            .pop()
            .ok_or(Error::NotFound { what: "person" })
    }

    fn select(&self, which: &str, params: impl Params) -> Result<Vec<Person>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, preferred_name, record_number, language, print_size, course, started_on, next_meeting,
                 active, colour, added_at, added_offset, track, pace
             FROM person {which}"
        ))?;
        let rows = statement.query_map(params, person)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns everybody by name, former ones included, and nothing but what is written down about them.
    pub fn everybody(&self) -> Result<Vec<Person>> {
        self.select(
            "WHERE preferred_name <> '' ORDER BY preferred_name COLLATE NOCASE, id",
            [],
        )
    }

    /// Counts the people, former ones included.
    pub fn count_people(&self) -> Result<u32> {
        Ok(self
            .conn
            .prepare_cached("SELECT count(*) FROM person WHERE preferred_name <> ''")?
            .query_row([], |row| row.get(0))?)
    }

    /// Returns those whose next appointment is on one of these days, both included, by time.
    pub fn coming(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<Person>> {
        // Appointments are ISO texts, which sort by time; the day after the last is past them all.
        let after = until.succ_opt().unwrap_or(until);
        self.select(
            "WHERE next_meeting >= ? AND next_meeting < ? ORDER BY next_meeting, id",
            [from.to_string(), after.to_string()],
        )
    }

    /// Returns the newest version of a person's recovery statement.
    pub fn statement_now(&self, person: PersonId) -> Result<Option<RecoveryStatement>> {
        Ok(self.list_statements(person, 1)?.pop())
    }

    /// Returns every version of a person's recovery statement, newest first.
    pub fn statements(&self, person: PersonId) -> Result<Vec<RecoveryStatement>> {
        self.list_statements(person, u32::MAX)
    }

    fn list_statements(&self, person: PersonId, most: u32) -> Result<Vec<RecoveryStatement>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, words, given, on_day, chime, recorded_at, recorded_offset
             FROM statement WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY on_day DESC, id DESC LIMIT ?",
        )?;
        let rows = statement.query_map(params![person.bytes(), most], |row| {
            let chime = row.words("chime")?;
            Ok(RecoveryStatement {
                id: row.id("id")?,
                words: row.words("words")?,
                given: row.code("given")?,
                on: row.day("on_day")?,
                chime: chime
                    .split_whitespace()
                    .map(|code| Chime::from_code(code).ok_or_else(|| unknown("chime")))
                    .collect::<rusqlite::Result<_>>()?,
                recorded_at: row.moment("recorded_at", "recorded_offset")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Adds a person or saves what changed of them.
    pub fn save_person(&mut self, person: &Person) -> Result<()> {
        self.stays_with(person.id)?;
        self.keep_missed(person)?;
        let details = &person.details;
        PERSON.put(
            self.conn(),
            &[
                &person.id.bytes(),
                &text("preferred name", &details.preferred_name)?,
                &text("record number", &details.record_number)?,
                &details.language.code(),
                &details.print_size.code(),
                &details.course.as_str(),
                &details.track.as_ref().map_or("", TrackId::as_str),
                &details.pace.as_ref().map_or("", PaceId::as_str),
                &details.started_on.to_string(),
                &opt_local(details.next_meeting),
                &details.active,
                &person.colour,
                &person.added_at.millis,
                &person.added_at.offset,
            ],
        )
    }

    /// Writes down a new version of a person's recovery statement. Earlier ones stay as they are.
    pub fn add_statement(&mut self, person: PersonId, statement: &RecoveryStatement) -> Result<()> {
        self.stays_with(person)?;
        let chime: Vec<&str> = statement.chime.iter().map(|chime| chime.code()).collect();
        self.conn()
            .prepare_cached(
                "INSERT INTO statement (id, person, words, given, on_day, chime, recorded_at, recorded_offset)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                statement.id.bytes(),
                seq(self.conn(), person)?,
                text("recovery statement", &statement.words)?,
                statement.given.code(),
                statement.on.to_string(),
                chime.join(" "),
                statement.recorded_at.millis,
                statement.recorded_at.offset,
            ])?;
        Ok(())
    }
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    let slug =
        |column| Ok::<_, rusqlite::Error>(Some(row.words(column)?).filter(|s| !s.is_empty()));
    Ok(Person {
        id: row.id("id")?,
        details: PersonDetails {
            preferred_name: row.words("preferred_name")?,
            record_number: row.words("record_number")?,
            language: row.code("language")?,
            print_size: row.code("print_size")?,
            course: CourseId::new(row.words("course")?),
            track: slug("track")?.map(TrackId::new),
            pace: slug("pace")?.map(PaceId::new),
            started_on: row.day("started_on")?,
            next_meeting: row.maybe_local("next_meeting")?,
            active: row.get("active")?,
        },
        colour: row.get("colour")?,
        added_at: row.moment("added_at", "added_offset")?,
    })
}
