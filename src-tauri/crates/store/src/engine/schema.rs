//! The schema of a vault compared with what the migrations make: every table, index, view and trigger, word for word.
//!
//! Somebody who holds the key can drop a trigger, change a signed note and forget to put the trigger back, or put back one
//! that does nothing. This is where it shows.

use std::collections::BTreeMap;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{
    audit,
    migrate::{self, Migration},
};
use crate::error::Result;

type Objects = BTreeMap<(String, String), String>;

/// Names what differs from what the migrations make, each as `kind name: how`; nothing when all is as it was made.
pub(crate) fn differences(conn: &Connection, known: &[Migration]) -> Result<Vec<String>> {
    let found = objects(conn)?;
    // Nearly always; making a schema to compare with takes as long as all the rest of an opening.
    if known
        .last()
        .is_some_and(|last| last.schema == digest(&found))
    {
        return Ok(Vec::new());
    }
    let expected = objects(&migrate::blank(known)?)?;
    let missing = expected
        .keys()
        .filter(|key| !found.contains_key(*key))
        .map(|(kind, name)| format!("{kind} {name}: missing"));
    let other = found.iter().filter_map(|((kind, name), sql)| {
        match expected.get(&(kind.clone(), name.clone())) {
            None => Some(format!("{kind} {name}: not ours")),
            Some(ours) if ours != sql => Some(format!("{kind} {name}: changed")),
            Some(_) => None,
        }
    });
    Ok(missing.chain(other).collect())
}

/// Stands for a whole schema: every kind, name and text with its length, in order.
fn digest(objects: &Objects) -> String {
    let mut hash = Sha256::new();
    for ((kind, name), sql) in objects {
        for part in [kind, name, sql] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    audit::hex(&hash.finalize())
}

/// Every object by kind and name, with its text. Indexes that SQLite makes for constraints have none of their own.
fn objects(conn: &Connection) -> Result<Objects> {
    let mut statement =
        conn.prepare("SELECT type, name, coalesce(sql, '') AS sql FROM main.sqlite_schema")?;
    let rows = statement.query_map([], |row| {
        let object: (String, String) = (row.get("type")?, row.get("name")?);
        Ok((object, row.get("sql")?))
    })?;
    let ours =
        rows.filter(|row| !matches!(row, Ok(((kind, name), _)) if is_the_librarys(kind, name)));
    Ok(ours.collect::<rusqlite::Result<_>>()?)
}

/// Tells what the library makes for itself, in words that may differ from one version of it to the next: the tables under
/// the full-text index, and the statistics that any shell may gather. Each by its whole name, or a table could hide behind the
/// beginning of one. A trigger may bear the name of a table; it is not ours.
fn is_the_librarys(kind: &str, name: &str) -> bool {
    const TABLES: [&str; 5] = [
        "search_data",
        "search_idx",
        "search_config",
        "sqlite_stat1",
        "sqlite_stat4",
    ];
    kind == "table" && TABLES.contains(&name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn each_step_says_which_schema_it_leaves() {
        for (n, step) in migrate::ALL.iter().enumerate() {
            let made = objects(&migrate::blank(migrate::ALL.get(..=n).unwrap()).unwrap()).unwrap();
            assert_eq!(step.schema, digest(&made), "step {}", step.number);
        }
    }
}
