//! Where words stand, in every table that the catalogue says is searched.

use domain::{PersonId, change::Area};
use rusqlite::{OptionalExtension, params};

use crate::{
    catalogue::{self, SEARCH_STRIDE, Whose},
    engine::{full_text, store::Records},
    error::Result,
    row::Columns,
};

/// A row that holds every word that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Whose it is.
    pub person: PersonId,
    /// What screens show it as.
    pub area: Area,
    /// Its table.
    pub table: &'static str,
    /// Its words, each column on a line of its own.
    pub words: String,
}

impl Records {
    /// Returns the rows that hold every one of these words, or words beginning with them; the newest first, at most `limit`.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Hit>> {
        let query = as_query(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        match full_text::catch_up_with_all(&self.conn) {
            // What was saved last is not found then; everything else is.
            Err(error) if error.is_no_room() => {}
            up_to_date => up_to_date?,
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT rowid AS place FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?",
        )?;
        let places = statement
            .query_map(params![query, limit], |row| row.get::<_, i64>("place"))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let mut hits = Vec::new();
        for place in places {
            hits.extend(self.hit(place)?);
        }
        Ok(hits)
    }

    fn hit(&self, place: i64) -> Result<Option<Hit>> {
        let Some(table) = catalogue::searched_as(place % SEARCH_STRIDE) else {
            return Ok(None);
        };
        let (Some(area), Some(search)) = (table.area, table.search) else {
            return Ok(None);
        };
        let person = if table.whose == Whose::Themselves {
            "id"
        } else {
            "person"
        };
        let sql = format!(
            "SELECT {person} AS person, {} AS words FROM {} WHERE seq = ?",
            search.words(""),
            table.name
        );
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row([place / SEARCH_STRIDE], |row| {
                Ok(Hit {
                    person: row.id("person")?,
                    area,
                    table: table.name,
                    words: row.words("words")?,
                })
            })
            .optional()?)
    }
}

/// Makes a full-text query of plain words: each quoted, so that none can be an operator, and open at its end.
fn as_query(words: &str) -> String {
    words
        .split_whitespace()
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"")))
        .collect::<Vec<_>>()
        .join(" ")
}
