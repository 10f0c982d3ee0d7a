//! Missed meetings: appointments whose day is over, with no session and no word. Nothing but a word takes one off the list.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{PersonId, person::Person};
use rusqlite::{OptionalExtension, Params, params};

use crate::{
    engine::store::{Records, Tx},
    error::Result,
    row::{Columns, RuntimeId, opt_local, seq, unknown},
};

/// A meeting that was agreed and of which nobody has said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissedMeeting {
    /// With whom.
    pub person: PersonId,
    /// When it was to be, local time.
    pub at: NaiveDateTime,
}

impl Records {
    /// Returns the appointments before a day that have no session on theirs, oldest first, at most `limit`.
    pub fn missed_meetings(&self, day: NaiveDate, limit: u32) -> Result<Vec<MissedMeeting>> {
        self.missed("", "LIMIT ?2", params![day.to_string(), limit])
    }

    /// Returns those of one person, oldest first.
    pub fn missed_by(&self, person: PersonId, day: NaiveDate) -> Result<Vec<MissedMeeting>> {
        let theirs = "AND who = (SELECT seq FROM person WHERE id = ?2)";
        self.missed(theirs, "", params![day.to_string(), person.bytes()])
    }

    fn missed(&self, whose: &str, most: &str, params: impl Params) -> Result<Vec<MissedMeeting>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT person.id AS person, at FROM (
                 SELECT seq AS who, next_meeting AS at FROM person WHERE next_meeting <> '' AND next_meeting < ?1
                 UNION SELECT person, at FROM missed WHERE at < ?1
             )
             JOIN person ON person.seq = who
             WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.person = who AND on_day = substr(at, 1, 10)) {whose}
             ORDER BY at, person.id {most}"
        ))?;
        let rows = statement.query_map(params, |row| {
            Ok(MissedMeeting {
                person: row.id("person")?,
                at: row.maybe_local("at")?.ok_or_else(|| unknown("at"))?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Keeps an appointment that a person's row is about to lose, where its day went by and nobody has said what happened.
    pub(crate) fn keep_missed(&self, person: &Person) -> Result<()> {
        let before = self
            .conn()
            .prepare_cached("SELECT next_meeting FROM person WHERE id = ?")?
            .query_row([person.id.bytes()], |row| row.maybe_local("next_meeting"))
            .optional()?
            .flatten();
        let Some(at) = before.filter(|at| Some(*at) != person.details.next_meeting) else {
            return Ok(());
        };
        if at.date() < self.now.day() && !self.met_on(person.id, at.date())? {
            self.conn()
                .prepare_cached(
                    "INSERT INTO missed (person, at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                )?
                .execute(params![seq(self.conn(), person.id)?, opt_local(Some(at))])?;
        }
        Ok(())
    }

    /// Takes a missed meeting off the list, once somebody has said what happened.
    pub fn forget_missed(&mut self, missed: MissedMeeting) -> Result<()> {
        self.stays_with(missed.person)?;
        self.conn()
            .prepare_cached("DELETE FROM missed WHERE person = ? AND at = ?")?
            .execute(params![
                seq(self.conn(), missed.person)?,
                opt_local(Some(missed.at))
            ])?;
        Ok(())
    }
}
