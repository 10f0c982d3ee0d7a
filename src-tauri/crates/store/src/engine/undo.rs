//! Undo and redo by an undo log (the technique of sqlite.org/undoredo).
//!
//! Temporary triggers write, for every change to a table that is undone, the statement that takes it back, and which table it
//! was. The log lies in SQLite's temporary store, which is kept in memory and wiped with it. Playing a step back is itself
//! logged by the same triggers, which gives the step that does it again.

use domain::Timestamp;
use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use crate::{
    catalogue::{self, Table},
    error::Result,
    op::{About, Op},
};

/// How many steps can be taken back.
pub(crate) const MOST_STEPS: usize = 200;

/// How long after the last keystroke typing in the same field still belongs to one step.
const TYPING_PAUSE_MS: i64 = 60_000;

/// What can be taken back and done again.
#[derive(Debug, Default)]
pub(crate) struct Undo {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// One action, as a stretch of the log.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) op: Op,
    pub(crate) about: About,
    /// The field that was typed in, so that the next keystroke can join.
    typing: Option<String>,
    pub(crate) at: Timestamp,
    /// The first and last row of the log.
    rows: (i64, i64),
}

impl Undo {
    /// Remembers an action whose changes are the log rows after `before`.
    pub(crate) fn remember(
        &mut self,
        conn: &Connection,
        op: Op,
        about: About,
        typing: Option<&str>,
        at: Timestamp,
        before: i64,
    ) -> Result<()> {
        if op.ends_undo() {
            return self.forget(conn);
        }
        let rows = (before + 1, last(conn)?);
        if rows.0 > rows.1 {
            return Ok(());
        }
        if !op.can_be_undone() {
            return drop_rows(conn, rows);
        }
        for step in self.undone.drain(..) {
            drop_rows(conn, step.rows)?;
        }
        if let (Some(field), Some(previous)) = (typing, self.done.last_mut())
            && previous.op == op
            && previous.about == about
            && previous.typing.as_deref() == Some(field)
            && previous.rows.1 + 1 == rows.0
            && (0..TYPING_PAUSE_MS).contains(&(at.millis - previous.at.millis))
        {
            previous.rows.1 = rows.1;
            previous.at = at;
            return Ok(());
        }
        self.done.push(Step {
            op,
            about,
            typing: typing.map(str::to_owned),
            at,
            rows,
        });
        if self.done.len() > MOST_STEPS {
            let oldest = self.done.remove(0);
            drop_rows(conn, oldest.rows)?;
        }
        Ok(())
    }

    /// Forgets everything: what comes now must not be undermined.
    pub(crate) fn forget(&mut self, conn: &Connection) -> Result<()> {
        self.done.clear();
        self.undone.clear();
        conn.execute("DELETE FROM temp.undo_log", [])?;
        Ok(())
    }

    /// Returns the step that would be taken back or done again.
    pub(crate) fn next(&self, direction: Direction) -> Option<Step> {
        match direction {
            Direction::Back => self.done.last().cloned(),
            Direction::Forward => self.undone.last().cloned(),
        }
    }

    /// Moves a step to the other side after it was played; its opposite is the log rows after `before`.
    pub(crate) fn played(
        &mut self,
        conn: &Connection,
        direction: Direction,
        before: i64,
    ) -> Result<()> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.done, &mut self.undone),
            Direction::Forward => (&mut self.undone, &mut self.done),
        };
        if let Some(mut step) = from.pop() {
            drop_rows(conn, step.rows)?;
            step.rows = (before + 1, last(conn)?);
            // Typing after an undo is a new step, or taking it back would take back too much.
            step.typing = None;
            to.push(step);
        }
        Ok(())
    }
}

/// Which way a step is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Back,
    Forward,
}

/// Sets up the log and its triggers on a fresh connection.
pub(crate) fn install(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, touched TEXT NOT NULL, sql TEXT NOT NULL)",
    )?;
    watch(conn)
}

/// Begins to log changes.
pub(crate) fn watch(conn: &Connection) -> Result<()> {
    let columns = columns(conn)?;
    let triggers: String = watched()
        .map(|table| {
            // What a table keeps by itself follows from the rest, or ends undo.
            let theirs: Vec<&str> = columns
                .iter()
                .filter(|(name, _)| name == table.name)
                .map(|(_, column)| column.as_str())
                .filter(|column| !table.own.contains(column))
                .collect();
            triggers(table, &theirs)
        })
        .collect();
    Ok(conn.execute_batch(&triggers)?)
}

/// Ceases to log changes, for an action that brings in thousands of rows and is never taken back.
pub(crate) fn look_away(conn: &Connection) -> Result<()> {
    let triggers: String = watched()
        .flat_map(|table| {
            ["added", "gone", "changed"]
                .map(|what| format!("DROP TRIGGER temp.undo_{}_{what};", table.name))
        })
        .collect();
    Ok(conn.execute_batch(&triggers)?)
}

fn watched() -> impl Iterator<Item = &'static Table> {
    catalogue::ALL.iter().copied().filter(|table| table.undone)
}

/// The columns of all tables but their row numbers: a row that comes back gets a new one, which nothing refers to.
fn columns(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare(
        "SELECT tables.name AS tab, columns.name AS col
         FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name <> 'seq'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get("tab")?, row.get("col")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the three triggers of a table.
fn triggers(table: &Table, columns: &[&str]) -> String {
    let name = table.name;
    let key = table.key;
    let joined = |parts: Vec<String>, between: &str| parts.join(between);
    // A key may hold a null, such as the session of an answer that was given between sessions.
    let found_by = joined(
        key.iter()
            .map(|k| format!("'{k} IS ' || quote(NEW.{k})"))
            .collect(),
        " || ' AND ' || ",
    );
    let values = joined(
        columns.iter().map(|c| format!("quote(OLD.{c})")).collect(),
        " || ', ' || ",
    );
    let key_back = joined(
        key.iter()
            .map(|k| format!("'{k} = ' || quote(OLD.{k})"))
            .collect(),
        " || ', ' || ",
    );
    // Only what changed goes into the log: a keystroke in one field does not copy the nine other texts of a session.
    let changes: String = columns
        .iter()
        .filter(|c| !key.contains(c))
        .map(|c| {
            format!(
                " || CASE WHEN OLD.{c} IS NOT NEW.{c} THEN ', {c} = ' || quote(OLD.{c}) ELSE '' END"
            )
        })
        .collect();
    let log = format!("INSERT INTO undo_log (touched, sql) VALUES ('{name}', ");
    let columns = columns.join(", ");
    format!(
        "CREATE TEMP TRIGGER undo_{name}_added AFTER INSERT ON main.{name} BEGIN
             {log}'DELETE FROM {name} WHERE ' || {found_by});
         END;
         CREATE TEMP TRIGGER undo_{name}_gone AFTER DELETE ON main.{name} BEGIN
             {log}'INSERT INTO {name} ({columns}) VALUES (' || {values} || ')');
         END;
         CREATE TEMP TRIGGER undo_{name}_changed AFTER UPDATE OF {columns} ON main.{name} BEGIN
             {log}'UPDATE {name} SET ' || {key_back}{changes} || ' WHERE ' || {found_by});
         END;"
    )
}

/// Returns the last row of the log.
pub(crate) fn last(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached(
            "SELECT coalesce((SELECT seq FROM temp.sqlite_sequence WHERE name = 'undo_log'), 0)",
        )?
        .query_row([], |row| row.get(0))?)
}

/// Returns the names of the tables that were changed after a row of the log.
pub(crate) fn touched(conn: &Connection, before: i64) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT touched FROM temp.undo_log WHERE seq > ? ORDER BY touched",
    )?;
    let rows = statement.query_map([before], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Plays a stretch of the log, newest first.
pub(crate) fn play(conn: &Connection, step: &Step) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT sql FROM temp.undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
    )?;
    // The statements hold people's words, so they are wiped after use.
    let played = statement
        .query_map(params![step.rows.0, step.rows.1], |row| {
            row.get(0).map(Zeroizing::new)
        })?
        .collect::<rusqlite::Result<Vec<Zeroizing<String>>>>()?;
    // A parent and its children can change places on the way; it must only be right in the end.
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for sql in played {
        conn.execute_batch(&sql)?;
    }
    Ok(())
}

fn drop_rows(conn: &Connection, rows: (i64, i64)) -> Result<()> {
    conn.prepare_cached("DELETE FROM temp.undo_log WHERE seq BETWEEN ? AND ?")?
        .execute(params![rows.0, rows.1])?;
    Ok(())
}
