//! Earlier versions of texts: how a text about a person read before somebody changed it.
//!
//! Temporary triggers, made from the catalogue as those of undo are, note each text that changes with what it was. When the
//! change is committed, what stood before a sitting of writing is kept in the table `earlier`; words on the way are not. So
//! a run of keystrokes costs one row, and undo, which ends at a signature, is not the only way back.

use domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::{
    catalogue::{self, Search, Table},
    error::Result,
    op::Op,
};

/// How long a sitting of writing lasts: within it only what stood before it is kept.
const SITTING_MS: i64 = 10 * 60_000;

/// How many letters must go at once to be kept although the sitting goes on.
const LOST_AT_ONCE: usize = 40;

/// What takes many letters away within this time belongs to one deletion, such as a key that is held down.
const DELETION_MS: i64 = 60_000;

/// Sets up the scratch table on a fresh connection; [`watch`] begins to fill it.
pub(crate) fn install(conn: &Connection) -> Result<()> {
    Ok(conn.execute_batch(
        "CREATE TEMP TABLE earlier_log (
             seq INTEGER PRIMARY KEY, person INTEGER NOT NULL, place TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL
         )",
    )?)
}

/// Begins to note changes.
pub(crate) fn watch(conn: &Connection) -> Result<()> {
    let made: String = kept()
        .map(|(table, search)| triggers(table, search))
        .collect();
    Ok(conn.execute_batch(&made)?)
}

/// Ceases to note changes: what is brought in or erased at once has no earlier versions here.
pub(crate) fn look_away(conn: &Connection) -> Result<()> {
    let dropped: String = kept()
        .flat_map(|(table, _)| {
            ["added", "gone", "changed"]
                .map(|what| format!("DROP TRIGGER IF EXISTS temp.earlier_{}_{what};", table.name))
        })
        .collect();
    Ok(conn.execute_batch(&dropped)?)
}

fn kept() -> impl Iterator<Item = (&'static Table, Search)> {
    catalogue::ALL
        .iter()
        .copied()
        .filter(|table| table.keeps_earlier())
        .filter_map(|table| Some((table, table.search?)))
}

/// Names the place of a text, as an SQL expression over a row.
fn place(table: &Table, column: &str, row: &str) -> String {
    let parts: Vec<String> = table
        .place()
        .iter()
        .map(|key| format!(" || ' ' || quote({row}.{key})"))
        .collect();
    format!("'{}.{column}'{}", table.name, parts.concat())
}

fn triggers(table: &Table, search: Search) -> String {
    let name = table.name;
    let when = |rows: &[&str]| match search.when {
        "" => String::new(),
        when => {
            let each: Vec<String> = rows.iter().map(|row| format!("{row}.{when}")).collect();
            format!(" AND ({})", each.join(" OR "))
        }
    };
    let log = |column: &str, row: &str, old: &str, new: &str, differs: &str, when: &str| {
        format!(
            "INSERT INTO earlier_log (person, place, old, new)
             SELECT {row}.person, {}, {old}, {new} WHERE {differs}{when};",
            place(table, column, row)
        )
    };
    let each = |one: &dyn Fn(&str) -> String| -> String {
        search.columns.iter().map(|column| one(column)).collect()
    };
    let (added, changed, gone) = (
        each(&|c| {
            let new = format!("NEW.{c}");
            log(
                c,
                "NEW",
                "''",
                &new,
                &format!("{new} <> ''"),
                &when(&["NEW"]),
            )
        }),
        each(&|c| {
            let (old, new) = (format!("OLD.{c}"), format!("NEW.{c}"));
            let differs = format!("{old} IS NOT {new}");
            log(c, "OLD", &old, &new, &differs, &when(&["OLD", "NEW"]))
        }),
        each(&|c| {
            let old = format!("OLD.{c}");
            log(
                c,
                "OLD",
                &old,
                "''",
                &format!("{old} <> ''"),
                &when(&["OLD"]),
            )
        }),
    );
    let columns = search.columns.join(", ");
    let differ = |row: &str| {
        let named: Vec<String> = search
            .columns
            .iter()
            .map(|c| format!("{row}.{c}"))
            .collect();
        named.join(", ")
    };
    let mut made = format!(
        "CREATE TEMP TRIGGER earlier_{name}_added AFTER INSERT ON main.{name} BEGIN {added} END;
         CREATE TEMP TRIGGER earlier_{name}_changed AFTER UPDATE OF {columns} ON main.{name}
         WHEN ({}) IS NOT ({}) BEGIN {changed} END;",
        differ("OLD"),
        differ("NEW"),
    );
    // A row without an id of its own goes when its words do.
    if table.key != ["id"] {
        made.push_str(&format!(
            "CREATE TEMP TRIGGER earlier_{name}_gone AFTER DELETE ON main.{name} BEGIN {gone} END;"
        ));
    }
    made
}

/// A text that was changed.
struct Changed {
    person: i64,
    place: String,
    old: Zeroizing<String>,
    new: Zeroizing<String>,
}

/// Keeps what stood there before, in the transaction of the change.
pub(crate) fn keep(conn: &Connection, op: Op, now: Timestamp) -> Result<()> {
    let changes: Vec<Changed> = conn
        .prepare_cached("SELECT person, place, old, new FROM temp.earlier_log ORDER BY seq")?
        .query_map([], |row| {
            Ok(Changed {
                person: row.get("person")?,
                place: row.get("place")?,
                old: row.get("old").map(Zeroizing::new)?,
                new: row.get("new").map(Zeroizing::new)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    if changes.is_empty() {
        return Ok(());
    }
    if op.keeps_earlier() {
        for change in &changes {
            keep_one(conn, change, now)?;
        }
    }
    conn.prepare_cached("DELETE FROM temp.earlier_log")?
        .execute([])?;
    Ok(())
}

fn keep_one(conn: &Connection, change: &Changed, now: Timestamp) -> Result<()> {
    let last = conn
        .prepare_cached(
            "SELECT words, at FROM earlier WHERE person = ? AND place = ? ORDER BY number DESC LIMIT 1",
        )?
        .query_row(params![change.person, change.place], |row| {
            Ok((
                row.get::<_, String>("words").map(Zeroizing::new)?,
                row.get("at")?,
            ))
        })
        .optional()?;
    let last = last
        .as_ref()
        .map(|(words, at)| (words.as_str(), now.millis - at));
    let stood_before = || -> Result<bool> {
        Ok(conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM earlier WHERE person = ? AND place = ? AND words = ?)",
            )?
            .query_row(
                params![change.person, change.place, change.new.as_str()],
                |row| row.get(0),
            )?)
    };
    let kept = match stands_apart(last, &change.old, &change.new) {
        Apart::Yes => true,
        Apart::No => false,
        Apart::WherePutBack => stood_before()?,
    };
    if kept {
        conn.prepare_cached(
            "INSERT INTO earlier (person, place, words, at, at_offset) VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![
            change.person,
            change.place,
            change.old.as_str(),
            now.millis,
            now.offset
        ])?;
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
enum Apart {
    Yes,
    No,
    /// If what stands there now is an earlier version that was put back.
    WherePutBack,
}

/// Tells whether words that give way are a version of their own; `last` is the version that was kept last, and how many
/// milliseconds ago.
fn stands_apart(last: Option<(&str, i64)>, old: &str, new: &str) -> Apart {
    let Some((kept, ago)) = last else {
        return Apart::Yes;
    };
    // A clock that was set back begins a sitting as well, but not one for each keystroke.
    if !(-SITTING_MS..SITTING_MS).contains(&ago) {
        return Apart::Yes;
    }
    if old.is_empty() || old == kept {
        return Apart::No;
    }
    let lost = old.chars().count().saturating_sub(new.chars().count());
    if lost >= LOST_AT_ONCE && ago >= DELETION_MS {
        return Apart::Yes;
    }
    Apart::WherePutBack
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;

    #[test]
    fn a_sitting_keeps_what_stood_before_it() {
        let long = "a walk with Ann along the harbour, and coffee after";
        for (last, old, new, expected) in [
            (None, "", "I", Apart::Yes),
            (None, "a walk", "a walk ", Apart::Yes),
            (Some(("", 0)), "I", "I w", Apart::WherePutBack),
            (
                Some(("", 9 * MINUTE)),
                "I want",
                "I want t",
                Apart::WherePutBack,
            ),
            (Some(("", 10 * MINUTE)), "I want", "I want t", Apart::Yes),
            // Cleared at a stroke, well into the sitting; a key that is held down counts once.
            (Some(("", 5 * MINUTE)), long, "", Apart::Yes),
            (
                Some((long, 1_000)),
                "a walk with Ann along the harbour, and c",
                "",
                Apart::WherePutBack,
            ),
            // Nothing twice in a row.
            (Some(("a walk", MINUTE)), "a walk", "a run", Apart::No),
            // The clock was set back.
            (Some(("", -MINUTE)), "I", "I w", Apart::WherePutBack),
            (Some(("", -60 * MINUTE)), "I", "I w", Apart::Yes),
        ] {
            assert_eq!(
                stands_apart(last, old, new),
                expected,
                "{last:?} {old:?} {new:?}"
            );
        }
    }
}
