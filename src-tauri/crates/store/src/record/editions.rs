//! Lists that let a row hold a small number instead of a slug: versions of packs, and fields that were answered.
//!
//! They only grow, hold nobody's words, and are no part of undo.

use domain::{AnswerKey, Edition};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::{error::Result, row::Columns};

/// Returns the number of a pack's version, giving it one if need be.
pub(crate) fn number(conn: &Connection, edition: &Edition) -> Result<i64> {
    let parts = [edition.pack.as_str(), edition.pack_version.as_str()];
    let find = "SELECT seq FROM edition WHERE pack = ? AND version = ?";
    if let Some(known) = conn
        .prepare_cached(find)?
        .query_row(parts, |row| row.get("seq"))
        .optional()?
    {
        return Ok(known);
    }
    conn.prepare_cached("INSERT INTO edition (pack, version) VALUES (?, ?)")?
        .execute(parts)?;
    Ok(conn.last_insert_rowid())
}

/// Returns the number of a field, giving it one if need be.
pub(crate) fn field(conn: &Connection, key: &AnswerKey) -> Result<i64> {
    if let Some(known) = known_field(conn, key)? {
        return Ok(known);
    }
    conn.prepare_cached("INSERT INTO field (topic, block, name) VALUES (?, ?, ?)")?
        .execute(slugs(key))?;
    Ok(conn.last_insert_rowid())
}

/// Returns the number of a field that was answered before.
pub(crate) fn known_field(conn: &Connection, key: &AnswerKey) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT seq FROM field WHERE topic = ? AND block = ? AND name = ?")?
        .query_row(slugs(key), |row| row.get("seq"))
        .optional()?)
}

fn slugs(key: &AnswerKey) -> [&str; 3] {
    [key.topic.as_str(), key.block.as_str(), key.field.as_str()]
}

/// Reads the edition of a row that was joined with `edition`.
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Edition> {
    Ok(Edition {
        pack: row.words("pack")?.as_str().into(),
        pack_version: row.words("version")?,
    })
}
