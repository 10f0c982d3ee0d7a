//! How a text read before. What keeps it is `engine/earlier.rs`.

use domain::{
    AnswerKey, GoalId, NoteId, PersonId, PracticeId, SessionId, ShortTermGoalId, StepId,
    SupporterId, Timestamp, note::NoteSectionKind,
};
use rusqlite::params;

use super::editions;
use crate::{
    catalogue::{
        ANSWER, GOAL, GOAL_REVIEW, NOTE_SECTION, PRACTICE, PRACTICE_REVIEW, SESSION,
        SHORT_TERM_GOAL, STEP, SUPPORTER, Table,
    },
    code::Code,
    engine::store::Records,
    error::Result,
    row::{Columns, RuntimeId, known},
};

/// A text in a record, by what it is a part of. The column is named as the table names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextOf {
    /// Something written down in a session.
    Session(SessionId),
    /// What was said of a goal in a session.
    GoalReview(SessionId, GoalId),
    /// A recovery goal.
    Goal(GoalId),
    /// A short-term goal.
    ShortTermGoal(ShortTermGoalId),
    /// A step.
    Step(StepId),
    /// A promise.
    Practice(PracticeId),
    /// What became of a promise.
    PracticeReview(PracticeId),
    /// A supporter.
    Supporter(SupporterId),
    /// An answer, in whichever session it was given.
    Answer(AnswerKey),
    /// A section of a note.
    Section(NoteId, NoteSectionKind),
}

/// How a text read until somebody changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierText {
    /// The words, verbatim.
    pub words: String,
    /// When something else took their place.
    pub until: Timestamp,
}

impl Records {
    /// Returns how one of a person's texts read before, the newest first; nothing for a text that was never changed.
    pub fn earlier(&self, person: PersonId, of: &TextOf, column: &str) -> Result<Vec<EarlierText>> {
        let Some((table, key)) = self.placed(of)? else {
            return Ok(Vec::new());
        };
        let place = format!("{}.{column} {key}", table.name);
        let mut versions = self.kept_versions(person, &place)?;
        if let TextOf::Answer(key) = of {
            versions.extend(self.answered_before(person, key)?);
            versions.sort_by_key(|version| std::cmp::Reverse(version.until.millis));
        }
        versions.retain(|version| !version.words.trim().is_empty());
        versions.dedup_by(|older, newer| older.words == newer.words);
        Ok(versions)
    }

    fn kept_versions(&self, person: PersonId, place: &str) -> Result<Vec<EarlierText>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT words, at, at_offset FROM earlier
             WHERE person = (SELECT seq FROM person WHERE id = ?) AND place = ? ORDER BY number DESC",
        )?;
        let rows = statement.query_map(params![person.bytes(), place], |row| {
            Ok(EarlierText {
                words: row.words("words")?,
                until: row.moment("at", "at_offset")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What was answered to a field in sessions before the last one that answered it, with the moment of the answer that
    /// followed.
    fn answered_before(&self, person: PersonId, key: &AnswerKey) -> Result<Vec<EarlierText>> {
        let Some(field) = editions::known_field(&self.conn, key)? else {
            return Ok(Vec::new());
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT value, at, at_offset FROM (
                 SELECT value, kind, lead(answer.changed) OVER (ORDER BY answer.changed, answer.seq) AS followed
                 FROM answer LEFT JOIN sheet ON sheet.seq = answer.sheet
                 WHERE answer.person = (SELECT seq FROM person WHERE id = ?1) AND field = ?2 AND sheet.id IS ?3
                     AND row_number = ?4
             ) JOIN audit ON audit.sequence = followed
             WHERE kind = 'text'",
        )?;
        let rows = statement.query_map(
            params![
                person.bytes(),
                field,
                key.sheet.map(RuntimeId::bytes),
                key.row
            ],
            |row| {
                Ok(EarlierText {
                    words: row.words("value")?,
                    until: row.moment("at", "at_offset")?,
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The table a text stands in and the rest of the name of its place; nothing where there is no such thing yet.
    fn placed(&self, of: &TextOf) -> Result<Option<(&'static Table, String)>> {
        Ok(match of {
            TextOf::Session(id) => Some((&SESSION, quoted(*id))),
            TextOf::Goal(id) => Some((&GOAL, quoted(*id))),
            TextOf::ShortTermGoal(id) => Some((&SHORT_TERM_GOAL, quoted(*id))),
            TextOf::Step(id) => Some((&STEP, quoted(*id))),
            TextOf::Practice(id) => Some((&PRACTICE, quoted(*id))),
            TextOf::Supporter(id) => Some((&SUPPORTER, quoted(*id))),
            TextOf::GoalReview(session, goal) => self
                .numbered(*session)?
                .zip(self.numbered(*goal)?)
                .map(|(session, goal)| (&GOAL_REVIEW, format!("{session} {goal}"))),
            TextOf::PracticeReview(practice) => self
                .numbered(*practice)?
                .map(|practice| (&PRACTICE_REVIEW, practice)),
            TextOf::Section(note, kind) => self
                .numbered(*note)?
                .map(|note| (&NOTE_SECTION, format!("{note} '{}'", kind.code()))),
            TextOf::Answer(key) => {
                let sheet = match key.sheet {
                    None => Some("NULL".to_owned()),
                    Some(sheet) => self.numbered(sheet)?,
                };
                editions::known_field(&self.conn, key)?
                    .zip(sheet)
                    .map(|(field, sheet)| (&ANSWER, format!("{field} {sheet} {}", key.row)))
            }
        })
    }

    fn numbered<I: RuntimeId>(&self, id: I) -> Result<Option<String>> {
        Ok(known(&self.conn, id)?.map(|seq| seq.number().to_string()))
    }
}

/// An id as `quote` writes it.
fn quoted<I: RuntimeId>(id: I) -> String {
    let hex: String = id
        .bytes()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    format!("X'{hex}'")
}
