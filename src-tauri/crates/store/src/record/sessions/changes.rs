//! What differs between a session as it was and as it is: only that is written, so that a keystroke costs one row.

use domain::{
    Timestamp,
    goal::GoalReview,
    practice::Practice,
    session::{Attendance, SessionRecord, TopicCovered},
};
use rusqlite::{Connection, ToSql, params};

use super::{Place, phases};
use crate::{
    catalogue::{SESSION, SESSION_PROMISE, SESSION_TOPIC},
    code::{Code, codes_of, opt_code},
    error::{Error, Result},
    record::{editions, goals, meetings, practices},
    row::{RuntimeId, cut, known, opt_local, position, seq, text},
};

/// Saves what the session knows of its meeting.
pub(super) fn meeting(
    conn: &Connection,
    before: Option<&SessionRecord>,
    record: &SessionRecord,
) -> Result<()> {
    let of = |r: &SessionRecord| (r.meeting, r.on, r.format, r.place.clone());
    if before.is_some_and(|before| of(before) == of(record)) {
        return Ok(());
    }
    meetings::of_session(conn, record)
}

/// Saves the values of the session itself.
pub(super) fn session(
    conn: &Connection,
    before: Option<&SessionRecord>,
    record: &SessionRecord,
) -> Result<()> {
    if before.is_some_and(|before| values_alone(before) == values_alone(record)) {
        return Ok(());
    }
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
            &seq(conn, record.person)?,
            &seq(conn, record.meeting)?,
            &record.number,
            &record.on.to_string(),
            &record.started_at.millis,
            &record.started_at.offset,
            &record.closed_at.is_some(),
            &closed.millis,
            &closed.offset,
            &attendance,
            &text("reason", reason)?,
            &text("others present", &record.others_present)?,
            &record.goal_turn,
            &record.current.code(),
            &phases::write(&record.phases),
            &seconds.cast_signed(),
            &record.length_said.unwrap_or(0),
            &opt_code(record.major_problem),
            &text("major problem", &record.problem_words)?,
            &text("what was done", &record.problem_action)?,
            &opt_code(record.recalled),
            &text("what was remembered", &record.recalled_words)?,
            &text("why nothing was looked at", &record.review_skipped)?,
            &text("why nothing was planned", &record.plan_skipped)?,
            &text("agenda", &record.agenda)?,
            &text("own item", &record.person_item)?,
            &codes_of(&record.techniques),
            &opt_code(record.skill),
            &text("skill", &record.skill_words)?,
            &text("summary", &record.summary_words)?,
            &text("next time", &record.next_plan)?,
            &opt_local(record.next_meeting),
        ],
    )
}

/// The record without its lists and without what belongs to the meeting.
fn values_alone(record: &SessionRecord) -> SessionRecord {
    SessionRecord {
        place: String::new(),
        topics: Vec::new(),
        goal_reviews: Vec::new(),
        practices_agreed: Vec::new(),
        practices_reviewed: Vec::new(),
        ..record.clone()
    }
}

const fn attendance_code(attendance: &Attendance) -> (&'static str, &str) {
    match attendance {
        Attendance::Present => ("present", ""),
        Attendance::Cancelled { reason } => ("cancelled", reason.as_str()),
        Attendance::NoShow { reason } => ("no-show", reason.as_str()),
        Attendance::Moved { reason } => ("moved", reason.as_str()),
    }
}

/// Saves the topics met.
pub(super) fn topics(
    conn: &Connection,
    at: Place,
    before: Option<&SessionRecord>,
    record: &SessionRecord,
) -> Result<()> {
    let was: &[TopicCovered] = before.map_or(&[], |before| &before.topics);
    for (place, topic) in record.topics.iter().enumerate() {
        if was.get(place) == Some(topic) {
            continue;
        }
        let row: [&dyn ToSql; 6] = [
            &at.session,
            &position(place),
            &at.person,
            &topic.topic.as_str(),
            &editions::number(conn, &topic.edition)?,
            &topic.depth.code(),
        ];
        SESSION_TOPIC.put(conn, &row)?;
    }
    if was.len() > record.topics.len() {
        cut(
            conn,
            &SESSION_TOPIC,
            "session",
            at.session,
            record.topics.len(),
        )?;
    }
    Ok(())
}

/// Saves what was said of goals.
pub(super) fn reviews(
    conn: &Connection,
    at: Place,
    before: Option<&SessionRecord>,
    record: &SessionRecord,
) -> Result<()> {
    let was: &[GoalReview] = before.map_or(&[], |before| &before.goal_reviews);
    if was == record.goal_reviews {
        return Ok(());
    }
    let kept = |review: &&GoalReview| record.goal_reviews.iter().any(|r| r.goal == review.goal);
    for gone in was.iter().filter(|review| !kept(review)) {
        conn.prepare_cached(
            "DELETE FROM goal_review WHERE person = ? AND session = ? AND goal = ?",
        )?
        .execute(params![at.person, at.session, seq(conn, gone.goal)?])?;
    }
    for (place, review) in record.goal_reviews.iter().enumerate() {
        if review.session != record.id {
            return Err(Error::NotFound {
                what: "session of this goal review",
            });
        }
        if was.get(place) != Some(review) {
            goals::put_review(conn, at, place, review)?;
        }
    }
    Ok(())
}

/// Saves the promises made in the session, and what became of earlier ones.
pub(super) fn promises(
    conn: &Connection,
    at: Place,
    before: Option<&SessionRecord>,
    record: &SessionRecord,
) -> Result<()> {
    let made: &[Practice] = before.map_or(&[], |before| &before.practices_agreed);
    let reviewed: &[Practice] = before.map_or(&[], |before| &before.practices_reviewed);
    let in_list = |list: &[Practice], practice: &Practice| list.iter().any(|p| p.id == practice.id);
    for gone in reviewed
        .iter()
        .filter(|practice| !in_list(&record.practices_reviewed, practice))
    {
        // What this session said of it goes with it.
        conn.prepare_cached("DELETE FROM practice_review WHERE practice = ? AND session = ?")?
            .execute(params![known(conn, gone.id)?, at.session])?;
    }
    for gone in made
        .iter()
        .filter(|practice| !in_list(&record.practices_agreed, practice))
    {
        practices::remove(conn, gone.id)?;
    }
    for (place, practice) in record.practices_agreed.iter().enumerate() {
        if practice.agreed_in != record.id {
            return Err(Error::NotFound {
                what: "session of this promise",
            });
        }
        if made.get(place) != Some(practice) {
            practices::put(conn, at.person, Some(place), practice)?;
        }
    }
    for (place, practice) in record.practices_reviewed.iter().enumerate() {
        if reviewed.get(place) == Some(practice) {
            continue;
        }
        practices::put(conn, at.person, None, practice)?;
        SESSION_PROMISE.put(
            conn,
            &[
                &at.session,
                &position(place),
                &seq(conn, practice.id)?,
                &at.person,
            ],
        )?;
    }
    if reviewed.len() > record.practices_reviewed.len() {
        cut(
            conn,
            &SESSION_PROMISE,
            "session",
            at.session,
            record.practices_reviewed.len(),
        )?;
    }
    Ok(())
}
