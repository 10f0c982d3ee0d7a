//! Words somebody has begun and not kept yet. They are durable like everything else, and no part of the record: no undo, no
//! audit row, nothing that leaves the vault.

use domain::{PersonId, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    engine::store::{Records, Store},
    error::Result,
    row::{Columns, RuntimeId, opt_seq, text},
};

/// Words in the place where they are typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where they belong, such as `goal/<id>/words`; the page names it and nothing else reads it.
    pub place: String,
    /// Whose record they are for.
    pub person: Option<PersonId>,
    /// The words, verbatim.
    pub words: String,
    /// When they were typed last.
    pub at: Timestamp,
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        place: row.words("place")?,
        person: row.maybe_id("person")?,
        words: row.words("words")?,
        at: row.moment("at", "at_offset")?,
    })
}

/// What every list of drafts selects; a list adds its WHERE and ORDER BY.
const SELECT: &str = "SELECT place, person.id AS person, words, at, at_offset
     FROM draft LEFT JOIN person ON person.seq = draft.person";

impl Records {
    /// Returns the words that were begun in a place.
    pub fn draft(&self, place: &str) -> Result<Option<Draft>> {
        Ok(self
            .conn
            .prepare_cached(&format!("{SELECT} WHERE place = ?"))?
            .query_row([place], draft)
            .optional()?)
    }

    /// Returns every draft.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("{SELECT} ORDER BY place"))?;
        let rows = statement.query_map([], draft)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the places in which somebody's words were begun.
    pub fn drafts_of(&self, person: PersonId) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT place FROM draft WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY place",
        )?;
        let rows = statement.query_map([person.bytes()], |row| row.words("place"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Store {
    /// Keeps words that were begun; empty ones are forgotten. When it returns they are on disk.
    pub fn keep_draft(&mut self, draft: &Draft) -> Result<()> {
        if draft.words.is_empty() {
            return self.drop_draft(&draft.place);
        }
        self.is_not_erased(draft.person)?;
        self.aside(|conn| {
            conn.prepare_cached(
                "INSERT INTO draft (place, person, words, at, at_offset) VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (place) DO UPDATE SET words = excluded.words, at = excluded.at,
                     at_offset = excluded.at_offset, person = excluded.person",
            )?
            .execute(params![
                draft.place,
                opt_seq(conn, draft.person)?,
                text("draft", &draft.words)?,
                draft.at.millis,
                draft.at.offset,
            ])?;
            Ok(())
        })
    }

    /// Forgets words that were kept elsewhere, or given up.
    pub fn drop_draft(&mut self, place: &str) -> Result<()> {
        self.aside(|conn| {
            conn.prepare_cached("DELETE FROM draft WHERE place = ?")?
                .execute([place])?;
            Ok(())
        })
    }
}
