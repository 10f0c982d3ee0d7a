//! Goals with their short-term goals and steps. What was said of a goal in a session is saved with the session.

use std::collections::HashMap;

use domain::{
    GoalId, ModuleId, PersonId, ShortTermGoalId,
    goal::{Goal, GoalReview, ShortTermGoal, Step},
};
use rusqlite::{Connection, Row, params};

use crate::{
    catalogue::{GOAL, GOAL_MODULE, GOAL_REVIEW, SHORT_TERM_GOAL, STEP},
    code::{Code, opt_code},
    engine::store::{Records, Tx},
    error::Result,
    record::sessions::Place,
    row::{Columns, RuntimeId, Seq, known, opt_seq, opt_text, position, seq, text},
};

impl Records {
    /// Returns a person's goals, oldest first, each with its tree and its reviews.
    pub fn goals(&self, person: PersonId) -> Result<Vec<Goal>> {
        let Some(person) = known(&self.conn, person)? else {
            return Ok(Vec::new());
        };
        let mut steps = self.steps(person)?;
        let mut short_term = self.short_term(person, &mut steps)?;
        let mut modules = self.goal_modules(person)?;
        let mut reviews: HashMap<GoalId, Vec<GoalReview>> = HashMap::new();
        for review in self.reviews(person)? {
            reviews.entry(review.goal).or_default().push(review);
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT goal.seq, goal.id, goal.words, goal.why, goal.set_on, goal.status, goal.ended_on, goal.reason,
                 earlier.id AS instead_of
             FROM goal LEFT JOIN goal AS earlier ON earlier.seq = goal.instead_of
             WHERE goal.person = ? ORDER BY goal.set_on, goal.id",
        )?;
        let rows = statement.query_map([person], |row| {
            let (seq, id) = (row.get("seq")?, row.id("id")?);
            Ok(Goal {
                id,
                words: row.words("words")?,
                why: row.words("why")?,
                set_on: row.day("set_on")?,
                status: row.code("status")?,
                ended_on: row.maybe_day("ended_on")?,
                reason: row.words("reason")?,
                instead_of: row.maybe_id("instead_of")?,
                modules: modules.remove(&seq).unwrap_or_default(),
                short_term: short_term.remove(&seq).unwrap_or_default(),
                reviews: reviews.remove(&id).unwrap_or_default(),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn short_term(
        &self,
        person: Seq<PersonId>,
        steps: &mut HashMap<Seq<ShortTermGoalId>, Vec<Step>>,
    ) -> Result<HashMap<Seq<GoalId>, Vec<ShortTermGoal>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, id, goal, words, status, started_on, done_on FROM short_term_goal WHERE person = ? ORDER BY position",
        )?;
        let mut rows = statement.query([person])?;
        let mut found: HashMap<Seq<GoalId>, Vec<ShortTermGoal>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let seq = row.get("seq")?;
            found
                .entry(row.get("goal")?)
                .or_default()
                .push(ShortTermGoal {
                    id: row.id("id")?,
                    words: row.words("words")?,
                    status: row.code("status")?,
                    started_on: row.maybe_day("started_on")?,
                    done_on: row.maybe_day("done_on")?,
                    steps: steps.remove(&seq).unwrap_or_default(),
                });
        }
        Ok(found)
    }

    fn steps(&self, person: Seq<PersonId>) -> Result<HashMap<Seq<ShortTermGoalId>, Vec<Step>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, short_term_goal, words, helper, by_when, resources, obstacle, status, done_on
             FROM step WHERE person = ? ORDER BY position",
        )?;
        let mut rows = statement.query([person])?;
        let mut found: HashMap<Seq<ShortTermGoalId>, Vec<Step>> = HashMap::new();
        while let Some(row) = rows.next()? {
            found
                .entry(row.get("short_term_goal")?)
                .or_default()
                .push(Step {
                    id: row.id("id")?,
                    words: row.words("words")?,
                    helper: row.words("helper")?,
                    by_when: row.maybe_day("by_when")?,
                    resources: row.words("resources")?,
                    obstacle: row.words("obstacle")?,
                    status: row.code("status")?,
                    done_on: row.maybe_day("done_on")?,
                });
        }
        Ok(found)
    }

    fn goal_modules(&self, person: Seq<PersonId>) -> Result<HashMap<Seq<GoalId>, Vec<ModuleId>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT goal_module.goal AS goal, module FROM goal JOIN goal_module ON goal_module.goal = goal.seq
             WHERE goal.person = ? ORDER BY goal_module.goal, module",
        )?;
        let mut rows = statement.query([person])?;
        let mut found: HashMap<Seq<GoalId>, Vec<ModuleId>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let module = ModuleId::new(row.words("module")?);
            found.entry(row.get("goal")?).or_default().push(module);
        }
        Ok(found)
    }

    fn reviews(&self, person: Seq<PersonId>) -> Result<Vec<GoalReview>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "{REVIEWS} WHERE goal_review.person = ? ORDER BY session.on_day, session.number"
        ))?;
        let rows = statement.query_map([person], read_review)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// What every list of reviews selects; a list adds its WHERE and ORDER BY.
const REVIEWS: &str = "SELECT session.id AS session, goal.id AS goal, session.number, session.on_day, progress, attainment, done,
         obstacle, next_step, still_right
     FROM goal_review JOIN session ON session.seq = goal_review.session JOIN goal ON goal.seq = goal_review.goal";

/// Returns what was said of goals in a session, in its order.
pub(crate) fn reviews_in(conn: &Connection, at: Place) -> Result<Vec<GoalReview>> {
    let mut statement = conn.prepare_cached(&format!(
        "{REVIEWS} WHERE goal_review.person = ? AND goal_review.session = ? ORDER BY position"
    ))?;
    let rows = statement.query_map(params![at.person, at.session], read_review)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read_review(row: &Row<'_>) -> rusqlite::Result<GoalReview> {
    Ok(GoalReview {
        session: row.id("session")?,
        goal: row.id("goal")?,
        number: row.get("number")?,
        on: row.day("on_day")?,
        progress: row.maybe_code("progress")?,
        attainment: row.maybe_code("attainment")?,
        done: row.words("done")?,
        obstacle: row.words("obstacle")?,
        next_step: row.words("next_step")?,
        still_right: row.maybe_code("still_right")?,
    })
}

/// Writes one review at its place in the session.
pub(crate) fn put_review(
    conn: &Connection,
    at: Place,
    place: usize,
    review: &GoalReview,
) -> Result<()> {
    GOAL_REVIEW.put(
        conn,
        &[
            &at.session,
            &seq(conn, review.goal)?,
            &at.person,
            &position(place),
            &opt_code(review.progress),
            &opt_code(review.attainment),
            &text("done", &review.done)?,
            &text("obstacle", &review.obstacle)?,
            &text("next step", &review.next_step)?,
            &opt_code(review.still_right),
        ],
    )
}

impl Tx<'_> {
    /// Saves a goal with its short-term goals and steps; what is no longer in the tree is removed.
    ///
    /// Its reviews are left alone: they belong to the sessions in which they were made.
    pub fn save_goal(&mut self, person: PersonId, goal: &Goal) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let person = seq(conn, person)?;
        GOAL.put(
            conn,
            &[
                &goal.id.bytes(),
                &person,
                &text("goal", &goal.words)?,
                &text("why it matters", &goal.why)?,
                &goal.set_on.to_string(),
                &goal.status.code(),
                &opt_text(goal.ended_on),
                &text("reason", &goal.reason)?,
                &opt_seq(conn, goal.instead_of)?,
            ],
        )?;
        let parent = seq(conn, goal.id)?;
        put_modules(conn, person, parent, &goal.modules)?;
        for (place, short_term) in goal.short_term.iter().enumerate() {
            SHORT_TERM_GOAL.put(
                conn,
                &[
                    &short_term.id.bytes(),
                    &person,
                    &parent,
                    &position(place),
                    &text("short-term goal", &short_term.words)?,
                    &short_term.status.code(),
                    &opt_text(short_term.started_on),
                    &opt_text(short_term.done_on),
                ],
            )?;
            let parent = seq(conn, short_term.id)?;
            for (place, step) in short_term.steps.iter().enumerate() {
                put_step(conn, person, parent, place, step)?;
            }
        }
        remove_left_out(conn, person, parent, goal)
    }
}

/// Writes down which modules help with a goal; those that are no longer named are removed.
fn put_modules(
    conn: &Connection,
    person: Seq<PersonId>,
    goal: Seq<GoalId>,
    modules: &[ModuleId],
) -> Result<()> {
    for module in modules {
        GOAL_MODULE.put(conn, &[&goal, &text("module", module.as_str())?, &person])?;
    }
    let mut statement = conn.prepare_cached("SELECT module FROM goal_module WHERE goal = ?")?;
    let there = statement
        .query_map([goal], |row| row.words("module"))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let gone = |module: &&String| !modules.iter().any(|kept| kept.as_str() == module.as_str());
    for module in there.iter().filter(gone) {
        conn.prepare_cached("DELETE FROM goal_module WHERE goal = ? AND module = ?")?
            .execute(params![goal, module])?;
    }
    Ok(())
}

fn put_step(
    conn: &Connection,
    person: Seq<PersonId>,
    parent: Seq<ShortTermGoalId>,
    place: usize,
    step: &Step,
) -> Result<()> {
    STEP.put(
        conn,
        &[
            &step.id.bytes(),
            &person,
            &parent,
            &position(place),
            &text("step", &step.words)?,
            &text("helper", &step.helper)?,
            &opt_text(step.by_when),
            &text("resources", &step.resources)?,
            &text("obstacle", &step.obstacle)?,
            &step.status.code(),
            &opt_text(step.done_on),
        ],
    )
}

/// Removes the parts of the tree that the goal no longer has. Steps go first, since they hang on short-term goals.
fn remove_left_out(
    conn: &Connection,
    person: Seq<PersonId>,
    parent: Seq<GoalId>,
    goal: &Goal,
) -> Result<()> {
    let kept: Vec<[u8; 16]> = goal.short_term.iter().map(|part| part.id.bytes()).collect();
    let kept_steps: Vec<[u8; 16]> = goal
        .short_term
        .iter()
        .flat_map(|part| part.steps.iter().map(|step| step.id.bytes()))
        .collect();
    let mut statement = conn.prepare_cached(
        "SELECT step.id FROM short_term_goal
         JOIN step ON step.person = short_term_goal.person AND step.short_term_goal = short_term_goal.seq
         WHERE short_term_goal.person = ? AND short_term_goal.goal = ?",
    )?;
    let there = statement
        .query_map(params![person, parent], |row| row.get("id"))?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    for id in there.iter().filter(|id| !kept_steps.contains(id)) {
        conn.prepare_cached("DELETE FROM step WHERE id = ?")?
            .execute(params![id])?;
    }
    let mut statement =
        conn.prepare_cached("SELECT id FROM short_term_goal WHERE person = ? AND goal = ?")?;
    let there = statement
        .query_map(params![person, parent], |row| row.get("id"))?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    for id in there.iter().filter(|id| !kept.contains(id)) {
        conn.prepare_cached("DELETE FROM short_term_goal WHERE id = ?")?
            .execute(params![id])?;
    }
    Ok(())
}
