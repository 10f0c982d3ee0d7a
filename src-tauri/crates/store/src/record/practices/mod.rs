//! Promises: what was agreed in one session and what became of it by the next.

use domain::{
    PersonId, PracticeId, TopicId,
    practice::{Practice, PracticePlan, PracticeReview},
};
use rusqlite::{Connection, OptionalExtension, Params, Row, params};

use crate::{
    catalogue::{PRACTICE, PRACTICE_REVIEW},
    code::{codes_of, opt_code},
    engine::store::Records,
    error::Result,
    record::sessions::Place,
    row::{Columns, RuntimeId, Seq, opt_seq, position, seq, text},
};

/// What every list of practices selects; a list adds its WHERE and ORDER BY.
const SELECT: &str = include_str!("select.sql");

impl Records {
    /// Returns a person's promises, newest first.
    pub fn practices(&self, person: PersonId) -> Result<Vec<Practice>> {
        list(
            &self.conn,
            "WHERE practice.person = (SELECT seq FROM person WHERE id = ?)
             ORDER BY practice.agreed_on DESC, practice.position",
            [person.bytes()],
        )
    }

    /// Returns the promises whose result nobody has said yet, newest first.
    pub fn open_practices(&self, person: PersonId) -> Result<Vec<Practice>> {
        list(
            &self.conn,
            "WHERE practice.person = (SELECT seq FROM person WHERE id = ?) AND coalesce(review.result, '') = ''
             ORDER BY practice.agreed_on DESC, practice.position",
            [person.bytes()],
        )
    }
}

/// Returns the promises made in a session, in their order.
pub(crate) fn agreed_in(conn: &Connection, at: Place) -> Result<Vec<Practice>> {
    list(
        conn,
        "WHERE practice.person = ? AND practice.agreed_in = ? ORDER BY practice.position",
        params![at.person, at.session],
    )
}

/// Returns the earlier promises that a session looked at, in their order.
pub(crate) fn looked_at_in(conn: &Connection, at: Place) -> Result<Vec<Practice>> {
    list(
        conn,
        "JOIN session_promise ON session_promise.practice = practice.seq
         WHERE session_promise.session = ? ORDER BY session_promise.position",
        [at.session],
    )
}

fn list(conn: &Connection, which: &str, params: impl Params) -> Result<Vec<Practice>> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} {which}"))?;
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Practice> {
    let confidence: i64 = row.get("confidence")?;
    let topic = row.words("topic")?;
    let review = match row.maybe_id("review_session")? {
        None => None,
        Some(session) => Some(PracticeReview {
            session,
            on: row.day("review_on")?,
            result: row.maybe_code("review_result")?,
            what_happened: row.words("review_what_happened")?,
            effect: row.words("review_effect")?,
            obstacle: row.words("review_obstacle")?,
            obstacle_kinds: row.codes("review_obstacle_kinds")?,
            next_time: row.words("review_next_time")?,
        }),
    };
    Ok(Practice {
        id: row.id("id")?,
        agreed_in: row.id("agreed_in")?,
        agreed_on: row.day("agreed_on")?,
        plan: PracticePlan {
            what: row.words("what")?,
            when: row.words("when_words")?,
            place: row.words("place")?,
            with_whom: row.words("with_whom")?,
            materials: row.words("materials")?,
            reminder: row.words("reminder")?,
            why: row.words("why")?,
            confidence: u8::try_from(confidence).ok(),
            obstacle: row.words("obstacle")?,
            goal: row.maybe_id("goal")?,
            topic: (!topic.is_empty()).then(|| TopicId::new(topic)),
        },
        review,
    })
}

/// Writes a promise with its review at its place in the session it was made in.
pub(crate) fn put(
    conn: &Connection,
    person: Seq<PersonId>,
    place: Option<usize>,
    practice: &Practice,
) -> Result<()> {
    let place = match place {
        Some(place) => position(place),
        // One that is only looked at keeps the place it has among those it was made with.
        None => conn
            .prepare_cached("SELECT position FROM practice WHERE id = ?")?
            .query_row([practice.id.bytes()], |row| row.get("position"))
            .optional()?
            .unwrap_or(0),
    };
    let plan = &practice.plan;
    PRACTICE.put(
        conn,
        &[
            &practice.id.bytes(),
            &person,
            &seq(conn, practice.agreed_in)?,
            &practice.agreed_on.to_string(),
            &place,
            &text("what", &plan.what)?,
            &text("when", &plan.when)?,
            &text("where", &plan.place)?,
            &text("with whom", &plan.with_whom)?,
            &text("materials", &plan.materials)?,
            &text("reminder", &plan.reminder)?,
            &text("why", &plan.why)?,
            &plan.confidence.map_or(-1, i64::from),
            &text("obstacle", &plan.obstacle)?,
            &opt_seq(conn, plan.goal)?,
            &plan.topic.as_ref().map_or("", TopicId::as_str),
        ],
    )?;
    let seq_of = seq(conn, practice.id)?;
    match &practice.review {
        Some(review) => PRACTICE_REVIEW.put(
            conn,
            &[
                &seq_of,
                &person,
                &seq(conn, review.session)?,
                &review.on.to_string(),
                &opt_code(review.result),
                &text("what happened", &review.what_happened)?,
                &text("effect", &review.effect)?,
                &text("obstacle", &review.obstacle)?,
                &codes_of(&review.obstacle_kinds),
                &text("next time", &review.next_time)?,
            ],
        ),
        None => {
            conn.prepare_cached("DELETE FROM practice_review WHERE practice = ?")?
                .execute([seq_of])?;
            Ok(())
        }
    }
}

/// Removes a promise that was taken back in the session it was made in. One that a later session reviewed stays needed.
pub(crate) fn remove(conn: &Connection, practice: PracticeId) -> Result<()> {
    conn.prepare_cached("DELETE FROM practice WHERE id = ?")?
        .execute([practice.bytes()])?;
    Ok(())
}
