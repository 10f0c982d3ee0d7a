//! Bringing the full-text index up to date: in idle moments, before a search, and where words must be forgotten at once.
//!
//! A save only lists which rows changed (`unindexed`, by triggers that the catalogue makes), with the words of theirs that
//! stand in the index. So a hundred keystrokes in one field cost the index one change, and no save waits for it.

use std::sync::OnceLock;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{
    catalogue::{self, SEARCH_SPAN},
    error::Result,
};

/// Brings the index up to date with at most so many of the listed rows, and tells whether more are left.
pub(crate) fn catch_up(conn: &Connection, most: u32) -> Result<bool> {
    let up_to: Option<i64> = conn
        .prepare_cached(
            "SELECT max(place) FROM (SELECT place FROM unindexed ORDER BY place LIMIT ?)",
        )?
        .query_row([most], |row| row.get(0))?;
    let Some(up_to) = up_to else {
        return Ok(false);
    };
    // Inside a change it becomes durable with the change.
    let own = if conn.is_autocommit() {
        Some(Transaction::new_unchecked(
            conn,
            TransactionBehavior::Immediate,
        )?)
    } else {
        None
    };
    // One statement each: FTS5 writes a segment for every statement that changes it.
    for sql in [FORGET, learn(), STRIKE] {
        conn.prepare_cached(sql)?.execute([up_to])?;
    }
    let left = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM unindexed)")?
        .query_row([], |row| row.get(0))?;
    if let Some(own) = own {
        own.commit()?;
    }
    Ok(left)
}

/// Brings the index up to date with everything.
pub(crate) fn catch_up_with_all(conn: &Connection) -> Result<()> {
    catch_up(conn, u32::MAX).map(drop)
}

/// Tells whether what leaves the index leaves it at once, as the migrations set it: a setting is a row, and whoever changes it
/// would find erased words there later.
pub(crate) fn forgets(conn: &Connection) -> Result<bool> {
    Ok(conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM search_config WHERE k = 'secure-delete' AND v = 1)",
        [],
        |row| row.get(0),
    )?)
}

const FORGET: &str = "INSERT INTO search (search, rowid, words)
    SELECT 'delete', place, words FROM unindexed WHERE place <= ? AND words IS NOT NULL";
const STRIKE: &str = "DELETE FROM unindexed WHERE place <= ?";

/// Puts in what the listed rows say now, of every table that is searched.
fn learn() -> &'static str {
    static SQL: OnceLock<String> = OnceLock::new();
    SQL.get_or_init(|| {
        let tables = catalogue::ALL
            .iter()
            .filter_map(|table| Some((table.name, table.search?)));
        let parts: Vec<String> = tables
            .map(|(name, search)| {
                let when = match search.when {
                    "" => String::new(),
                    when => format!(" AND {name}.{when}"),
                };
                format!(
                    "SELECT unindexed.place, {} FROM unindexed CROSS JOIN {name} ON {name}.seq = unindexed.place % {SEARCH_SPAN}
                     WHERE unindexed.place <= ?1 AND unindexed.place / {SEARCH_SPAN} = {}{when}",
                    search.words(&format!("{name}.")),
                    search.number
                )
            })
            .collect();
        format!(
            "INSERT INTO search (rowid, words) {}",
            parts.join(" UNION ALL ")
        )
    })
}
