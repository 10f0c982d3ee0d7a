//! Who holds a copy of a plan, when it was gone through, and which plans are to be looked at again.

use chrono::NaiveDate;
use domain::{
    PersonId, SheetId, SupporterId,
    plan::{PlanCopy, Rehearsal},
};
use rusqlite::params;

use crate::{
    catalogue::{PLAN_COPY, REHEARSAL},
    engine::store::{Records, Tx},
    error::{Error, Result},
    record::answers::Sheet,
    row::{Columns, RuntimeId, opt_text, seq, text},
};

impl Records {
    /// Returns who was ever given a copy of any of a person's plans, the newest first.
    pub fn plan_copies(&self, person: PersonId) -> Result<Vec<PlanCopy>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT plan_copy.id, sheet.id AS sheet, supporter.id AS supporter, holder, given_on, taken_back_on
             FROM plan_copy JOIN sheet ON sheet.seq = plan_copy.sheet
                 LEFT JOIN supporter ON supporter.seq = plan_copy.supporter
             WHERE plan_copy.person = (SELECT seq FROM person WHERE id = ?)
             ORDER BY given_on DESC, plan_copy.seq DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(PlanCopy {
                id: row.id("id")?,
                sheet: row.id("sheet")?,
                supporter: row.maybe_id("supporter")?,
                holder: row.words("holder")?,
                given_on: row.day("given_on")?,
                taken_back_on: row.maybe_day("taken_back_on")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns when any of a person's plans was gone through, the newest first.
    pub fn rehearsals(&self, person: PersonId) -> Result<Vec<Rehearsal>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rehearsal.id, sheet.id AS sheet, on_day, words
             FROM rehearsal JOIN sheet ON sheet.seq = rehearsal.sheet
             WHERE rehearsal.person = (SELECT seq FROM person WHERE id = ?)
             ORDER BY on_day DESC, rehearsal.seq DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Rehearsal {
                id: row.id("id")?,
                sheet: row.id("sheet")?,
                on: row.day("on_day")?,
                words: row.words("words")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the plans of those who come that are to be looked at again on this day or were before it, the longest due
    /// first. Only the newest version of a plan counts: whoever makes another has looked at it.
    pub fn plans_to_review(&self, today: NaiveDate) -> Result<Vec<(PersonId, Sheet)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS whose, sheet.id, sheet.topic, sheet.block, goal.id AS goal, sheet.made_on, sheet.on_paper, sheet.title,
                 sheet.review_on
             FROM sheet JOIN person ON person.seq = sheet.person LEFT JOIN goal ON goal.seq = sheet.goal
             WHERE sheet.review_on <> '' AND sheet.review_on <= ? AND person.active = 1 AND NOT EXISTS (
                 SELECT 1 FROM sheet AS later
                 WHERE later.person = sheet.person AND later.topic = sheet.topic AND later.block = sheet.block
                     AND (later.made_on, later.id) > (sheet.made_on, sheet.id)
             )
             ORDER BY sheet.review_on, sheet.seq",
        )?;
        let rows = statement.query_map([today.to_string()], |row| {
            Ok((row.id("whose")?, Sheet::read(row)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Writes down that somebody holds a copy of a plan, or changes what is known of it.
    pub fn save_plan_copy(&mut self, person: PersonId, copy: &PlanCopy) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let whose = seq(conn, person)?;
        let sheet = self.owned::<SheetId>(copy.sheet, whose)?;
        let supporter = copy
            .supporter
            .map(|id| self.owned::<SupporterId>(id, whose))
            .transpose()?;
        PLAN_COPY.put(
            conn,
            &[
                &copy.id.bytes(),
                &whose,
                &sheet,
                &supporter,
                &text("who holds it", &copy.holder)?,
                &copy.given_on.to_string(),
                &opt_text(copy.taken_back_on),
            ],
        )
    }

    /// Writes down that a plan was gone through.
    pub fn add_rehearsal(&mut self, person: PersonId, rehearsal: &Rehearsal) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let whose = seq(conn, person)?;
        let sheet = self.owned::<SheetId>(rehearsal.sheet, whose)?;
        REHEARSAL.put(
            conn,
            &[
                &rehearsal.id.bytes(),
                &whose,
                &sheet,
                &rehearsal.on.to_string(),
                &text("what was noticed", &rehearsal.words)?,
            ],
        )
    }

    /// Sets the day on which a plan is to be looked at again; `None` takes it off.
    pub fn set_review_day(
        &mut self,
        person: PersonId,
        sheet: SheetId,
        on: Option<NaiveDate>,
    ) -> Result<()> {
        self.stays_with(person)?;
        let changed = self
            .conn()
            .prepare_cached(
                "UPDATE sheet SET review_on = ? WHERE id = ? AND person = (SELECT seq FROM person WHERE id = ?)",
            )?
            .execute(params![opt_text(on), sheet.bytes(), person.bytes()])?;
        if changed == 0 {
            return Err(Error::NotFound { what: "sheet" });
        }
        Ok(())
    }
}
