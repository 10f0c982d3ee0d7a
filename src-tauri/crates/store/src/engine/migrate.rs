//! Numbered migrations: all or nothing, in one transaction with their own bookkeeping.
//!
//! The text of each migration is kept in the vault and compared at every open, so an edited one is noticed, and a vault
//! that knows more than this program is refused untouched.

use domain::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::memory;
use crate::error::{Damage, Error, Result};

/// One step of the schema.
pub(crate) struct Migration {
    pub(crate) number: u32,
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
    /// SHA-256, in hexadecimal, of the schema as it stands after this step (`schema::digest`); empty where nobody took it.
    pub(crate) schema: &'static str,
}

/// Every step there is, in order. Released ones are never edited.
pub(crate) const ALL: &[Migration] = &[Migration {
    number: 1,
    name: "first",
    sql: concat!(
        include_str!("../../migrations/0001_first/tables.sql"),
        include_str!("../../migrations/0001_first/signed.sql"),
        include_str!("../../migrations/0001_first/search.sql"),
    ),
    schema: "6e324098c6ce8373dd93425204f477a2082ba7777aab6f864635466461011123",
}];

const BOOKKEEPING: &str = "CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sql TEXT NOT NULL,
    ran_at INTEGER NOT NULL
) STRICT";

/// Returns the number of the last step a vault has been through, after comparing all of them with ours.
pub(crate) fn version(conn: &Connection, all: &[Migration]) -> Result<u32> {
    let has_table: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration')",
        [],
        |row| row.get(0),
    )?;
    if !has_table {
        return Ok(0);
    }
    let mut statement = conn.prepare("SELECT number, sql FROM migration ORDER BY number")?;
    let ran = statement
        .query_map([], |row| {
            Ok((row.get::<_, u32>("number")?, row.get::<_, String>("sql")?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let known = all.last().map_or(0, |last| last.number);
    let found = ran.last().map_or(0, |&(number, _)| number);
    if found > known {
        return Err(Error::NewerVersion { found, known });
    }
    for (expected, (number, sql)) in all.iter().zip(&ran) {
        if expected.number != *number || expected.sql != sql {
            return Err(Error::damaged(Damage::Database));
        }
    }
    Ok(found)
}

fn in_memory() -> Result<Connection> {
    memory::start()?;
    Ok(Connection::open_in_memory()?)
}

/// Makes an empty schema in memory, to compare a vault's with. It holds nobody's words, so it needs no key.
pub(crate) fn blank(known: &[Migration]) -> Result<Connection> {
    let conn = in_memory()?;
    conn.execute_batch(BOOKKEEPING)?;
    for step in known {
        conn.execute_batch(step.sql)?;
    }
    Ok(conn)
}

/// Runs what is missing in a transaction of its own, and tells whether anything was.
pub(crate) fn run(conn: &Connection, all: &[Migration], now: Timestamp) -> Result<bool> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let any = apply(&tx, all, now)?;
    tx.commit()?;
    Ok(any)
}

/// Runs what is missing inside a transaction, and tells whether anything was.
pub(crate) fn apply(tx: &Connection, all: &[Migration], now: Timestamp) -> Result<bool> {
    let from = version(tx, all)?;
    tx.execute_batch(BOOKKEEPING)?;
    let mut last = from;
    for step in all.iter().filter(|step| step.number > from) {
        // A gap would leave later programs guessing what a vault has been through.
        if step.number != last + 1 {
            return Err(Error::damaged(Damage::Database));
        }
        tx.execute_batch(step.sql)?;
        tx.execute(
            "INSERT INTO migration (number, name, sql, ran_at) VALUES (?, ?, ?, ?)",
            params![step.number, step.name, step.sql, now.millis],
        )?;
        last = step.number;
    }
    tx.pragma_update(None, "user_version", last)?;
    Ok(last > from)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const NOW: Timestamp = Timestamp {
        millis: 0,
        offset: 0,
    };

    const fn step(number: u32, sql: &'static str) -> Migration {
        Migration {
            number,
            name: "test",
            sql,
            schema: "",
        }
    }

    fn tables(conn: &Connection) -> i64 {
        conn.query_row(
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('a', 'b', 'c')",
            [],
            |row| row.get(0),
        )
        .unwrap()
    }

    #[test]
    fn only_what_is_missing_runs() {
        let conn = in_memory().unwrap();
        let all = [
            step(1, "CREATE TABLE a (x) "),
            step(2, "CREATE TABLE b (x)"),
        ];
        assert!(run(&conn, all.first_chunk::<1>().unwrap(), NOW).unwrap());
        assert_eq!(tables(&conn), 1);
        assert!(run(&conn, &all, NOW).unwrap());
        assert!(!run(&conn, &all, NOW).unwrap());
        assert_eq!((tables(&conn), version(&conn, &all).unwrap()), (2, 2));
    }

    #[test]
    fn a_failing_step_leaves_the_schema_as_it_was() {
        let conn = in_memory().unwrap();
        let good = [step(1, "CREATE TABLE a (x)")];
        run(&conn, &good, NOW).unwrap();
        let bad = [
            step(1, "CREATE TABLE a (x)"),
            step(2, "CREATE TABLE b (x)"),
            step(3, "CREATE TABLE c (x); INSERT INTO nowhere VALUES (1)"),
        ];
        assert!(run(&conn, &bad, NOW).is_err());
        assert_eq!((tables(&conn), version(&conn, &good).unwrap()), (1, 1));
    }

    #[test]
    fn gaps_edited_steps_and_newer_vaults_are_refused() {
        let conn = in_memory().unwrap();
        assert!(run(&conn, &[step(2, "CREATE TABLE b (x)")], NOW).is_err());
        assert_eq!(tables(&conn), 0);
        let two = [step(1, "CREATE TABLE a (x)"), step(2, "CREATE TABLE b (x)")];
        run(&conn, &two, NOW).unwrap();
        assert!(matches!(
            run(&conn, two.first_chunk::<1>().unwrap(), NOW),
            Err(Error::NewerVersion { found: 2, known: 1 })
        ));
        let edited = [step(1, "CREATE TABLE a (y)"), step(2, "CREATE TABLE b (x)")];
        assert!(matches!(
            run(&conn, &edited, NOW),
            Err(Error::Damaged { .. })
        ));
    }
}
