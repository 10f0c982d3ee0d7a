//! Which outcome plans a person follows, and the values that were keyed in for them.

use domain::{
    MeasureId, OccasionId, OutcomePlanId, PersonId,
    number::Hundredths,
    outcome::{FollowedPlan, MeasureAt, Measured, Missing, Taken},
};
use rusqlite::{Row, params};

use crate::{
    catalogue::{MEASURE, OUTCOME},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, seq, text, unknown},
};

impl Records {
    /// Returns the outcome plans that a person follows, the newest first.
    pub fn outcome_plans(&self, person: PersonId) -> Result<Vec<FollowedPlan>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT plan, baseline FROM outcome
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY baseline DESC, plan",
        )?;
        let rows = statement.query_map([person.bytes()], followed)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every active person who follows an outcome plan, with the plan.
    pub fn everybodys_outcome_plans(&self) -> Result<Vec<(PersonId, FollowedPlan)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS id, plan, baseline FROM outcome JOIN person ON person.seq = outcome.person
             WHERE active = 1 ORDER BY preferred_name, person.id, baseline DESC, plan",
        )?;
        let rows = statement.query_map([], |row| Ok((row.id("id")?, followed(row)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what was keyed in for a person's outcome plans.
    pub fn measures(&self, person: PersonId) -> Result<Vec<Measured>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT plan, measure, occasion, on_day, kind, value, words FROM measure
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY seq",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Measured {
                at: MeasureAt {
                    plan: OutcomePlanId::new(row.words("plan")?),
                    measure: MeasureId::new(row.words("measure")?),
                    occasion: OccasionId::new(row.words("occasion")?),
                },
                taken: taken(row)?,
                words: row.words("words")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn followed(row: &Row<'_>) -> rusqlite::Result<FollowedPlan> {
    Ok(FollowedPlan {
        plan: OutcomePlanId::new(row.words("plan")?),
        baseline: row.day("baseline")?,
    })
}

fn taken(row: &Row<'_>) -> rusqlite::Result<Taken> {
    let value = row.words("value")?;
    match row.words("kind")?.as_str() {
        "number" => Ok(Taken::Number {
            on: row.day("on_day")?,
            value: Hundredths::from_plain(&value).ok_or_else(|| unknown("value"))?,
        }),
        "asTyped" => Ok(Taken::AsTyped {
            on: row.day("on_day")?,
            value,
        }),
        "missing" => Ok(Taken::Not {
            why: Missing::from_code(&value).ok_or_else(|| unknown("value"))?,
        }),
        _ => Err(unknown("kind")),
    }
}

impl Tx<'_> {
    /// Lets a person follow an outcome plan, or changes the day from which its months are counted.
    pub fn follow_plan(&mut self, person: PersonId, followed: &FollowedPlan) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        OUTCOME.put(
            conn,
            &[
                &seq(conn, person)?,
                &followed.plan.as_str(),
                &followed.baseline.to_string(),
            ],
        )
    }

    /// Takes an outcome plan away from a person. What was keyed in for it stays, and is there when it is followed again.
    pub fn leave_plan(&mut self, person: PersonId, plan: &OutcomePlanId) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let gone = conn
            .prepare_cached("DELETE FROM outcome WHERE person = ? AND plan = ?")?
            .execute(params![seq(conn, person)?, plan.as_str()])?;
        if gone == 0 {
            return Err(Error::NotFound {
                what: "outcome plan",
            });
        }
        Ok(())
    }

    /// Saves what became of a measure on an occasion.
    pub fn save_measure(&mut self, person: PersonId, measured: &Measured) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let (on, kind, value) = match &measured.taken {
            Taken::Number { on, value } => (on.to_string(), "number", value.plain()),
            Taken::AsTyped { on, value } => (on.to_string(), "asTyped", value.clone()),
            Taken::Not { why } => (String::new(), "missing", why.code().to_owned()),
        };
        let at = &measured.at;
        MEASURE.put(
            conn,
            &[
                &seq(conn, person)?,
                &at.plan.as_str(),
                &at.measure.as_str(),
                &at.occasion.as_str(),
                &on,
                &kind,
                &text("value", &value)?,
                &text("words", &measured.words)?,
            ],
        )
    }

    /// Takes away what was keyed in for a measure on an occasion; what is not there is passed over.
    pub fn take_away_measure(&mut self, person: PersonId, at: &MeasureAt) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        conn.prepare_cached(
            "DELETE FROM measure WHERE person = ? AND plan = ? AND measure = ? AND occasion = ?",
        )?
        .execute(params![
            seq(conn, person)?,
            at.plan.as_str(),
            at.measure.as_str(),
            at.occasion.as_str()
        ])?;
        Ok(())
    }
}
