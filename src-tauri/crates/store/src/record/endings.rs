//! How a course ended, and the boosters after it.

use chrono::NaiveDate;
use domain::{
    BoosterId, EndingId, PersonId,
    ending::{Booster, BoosterPlan, Ending},
};
use rusqlite::{Params, Row, params};

use crate::{
    catalogue::{BOOSTER, ENDING},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, seq, text},
};

/// A booster with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoosterDue {
    /// The person.
    pub person: PersonId,
    /// The booster.
    pub booster: Booster,
}

fn booster(row: &Row<'_>) -> rusqlite::Result<Booster> {
    Ok(Booster {
        id: row.id("id")?,
        plan: BoosterPlan {
            on: row.day("on_day")?,
            words: row.words("words")?,
            outcome: row.maybe_code("outcome")?,
        },
    })
}

impl Records {
    /// Returns the ends of a person's courses, the newest first.
    pub fn endings(&self, person: PersonId) -> Result<Vec<Ending>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, on_day, words FROM ending
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY on_day DESC, seq DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Ending {
                id: row.id("id")?,
                on: row.day("on_day")?,
                words: row.words("words")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns a person's boosters, the first day first.
    pub fn boosters(&self, person: PersonId) -> Result<Vec<Booster>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, on_day, words, outcome FROM booster
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY on_day, seq",
        )?;
        let rows = statement.query_map([person.bytes()], booster)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the boosters up to a day of which nobody has said what became, the first day first.
    pub fn boosters_due(&self, until: NaiveDate) -> Result<Vec<BoosterDue>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT booster.id AS id, person.id AS person, on_day, words, outcome
             FROM booster JOIN person ON person.seq = booster.person
             WHERE outcome = '' AND on_day <= ? ORDER BY on_day, booster.seq",
        )?;
        let rows = statement.query_map([until.to_string()], |row| {
            Ok(BoosterDue {
                person: row.id("person")?,
                booster: booster(row)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Writes down that a course came to its end, or changes what was written.
    pub fn save_ending(&mut self, person: PersonId, ending: &Ending) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        ENDING.put(
            conn,
            &[
                &ending.id.bytes(),
                &seq(conn, person)?,
                &ending.on.to_string(),
                &text("words", &ending.words)?,
            ],
        )
    }

    /// Takes away that a course came to its end.
    pub fn remove_ending(&mut self, person: PersonId, id: EndingId) -> Result<()> {
        self.take_away("ending", person, params![id.bytes(), person.bytes()])
    }

    /// Plans a booster, or changes one.
    pub fn save_booster(&mut self, person: PersonId, booster: &Booster) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let plan = &booster.plan;
        BOOSTER.put(
            conn,
            &[
                &booster.id.bytes(),
                &seq(conn, person)?,
                &plan.on.to_string(),
                &text("words", &plan.words)?,
                &plan.outcome.map_or("", Code::code),
            ],
        )
    }

    /// Takes a booster out of the plan.
    pub fn remove_booster(&mut self, person: PersonId, id: BoosterId) -> Result<()> {
        self.take_away("booster", person, params![id.bytes(), person.bytes()])
    }

    fn take_away(&self, table: &'static str, person: PersonId, params: impl Params) -> Result<()> {
        self.stays_with(person)?;
        let gone = self
            .conn()
            .prepare_cached(&format!(
                "DELETE FROM {table} WHERE id = ? AND person = (SELECT seq FROM person WHERE id = ?)"
            ))?
            .execute(params)?;
        match gone {
            0 => Err(Error::NotFound { what: table }),
            _ => Ok(()),
        }
    }
}
