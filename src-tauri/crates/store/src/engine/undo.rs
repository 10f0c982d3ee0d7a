//! Undo and redo by an undo log (the technique of sqlite.org/undoredo), with a line of its own for each person.
//!
//! Temporary triggers write, for every change to a table that is undone, the statement that takes it back, into a scratch
//! table in memory. What can be taken back is moved from there into the table `undo` of the vault in the same transaction,
//! so it is as durable and as secret as the change itself, and outlives a restart. Playing a step back is itself logged by
//! the same triggers, which gives the step that does it again.
//!
//! Within a line the last step goes first. Lines are played in any order, since no row of a person changes hands; what
//! belongs to nobody alone (a meeting, a practitioner) is only put back while it stands as the step left it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{PersonId, Timestamp};
use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use crate::{
    catalogue::{self, DRAFT, EARLIER, PERSON, Table, Whose},
    error::{Error, Result},
    op::{About, Op},
    row::{Columns, RuntimeId, opt_id},
};

/// How many steps of one line can be taken back.
pub(crate) const MOST_STEPS: usize = 200;

/// How many steps are kept of all lines together.
const MOST_OF_ALL: usize = 1_000;

/// Rows of dropped steps leave the disk this many at a time, so that not every save pays for one.
const DROPPED_AT_ONCE: usize = 32;

/// How long after the last keystroke typing in the same field still belongs to one step.
const TYPING_PAUSE_MS: i64 = 60_000;

/// What can be taken back and done again; the table `undo` holds the same with the statements.
#[derive(Debug, Default)]
pub(crate) struct Undo {
    /// By whose record it is; nobody's has a line as well.
    lines: BTreeMap<Option<PersonId>, Line>,
    /// The number of the next row. Never one that was used, so that it also says which of two steps is newer.
    next: i64,
    /// Rows of steps that were dropped and still lie on disk.
    dropped: Vec<i64>,
}

#[derive(Debug, Default)]
struct Line {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// One action.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) op: Op,
    pub(crate) about: About,
    pub(crate) at: Timestamp,
    /// Its rows, oldest first; never none.
    rows: Vec<i64>,
    typing: Option<Typing>,
}

/// The field that was typed in, so that the next keystroke can join.
#[derive(Clone, Debug)]
struct Typing {
    field: String,
    /// What taking the step back puts right already.
    covers: Vec<Covered>,
}

/// A row that is put right, whole or in these columns.
#[derive(Clone, Debug)]
struct Covered {
    table: String,
    found: Zeroizing<String>,
    columns: Option<BTreeSet<String>>,
}

/// Which way a step is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Back,
    Forward,
}

/// One change to a row, as the triggers wrote it down.
pub(crate) struct Logged {
    seq: i64,
    pub(crate) table: String,
    whose: Option<PersonId>,
    /// How the row is found, as a condition.
    found: Zeroizing<String>,
    kind: Kind,
    /// The columns that differ, of a row that was changed.
    columns: BTreeSet<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Added,
    Gone,
    Changed,
}

impl Undo {
    /// Reads what can be taken back in a vault that was just opened.
    pub(crate) fn load(conn: &Connection) -> Result<Self> {
        let mut undo = Self::default();
        let mut statement = conn.prepare(
            "SELECT number, step, about, op, at, at_offset, undone FROM undo ORDER BY number",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let number: i64 = row.get("number")?;
            let step: i64 = row.get("step")?;
            let person = row.maybe_id("about")?;
            undo.next = undo.next.max(number + 1);
            let line = undo.lines.entry(person).or_default();
            let side = if row.get("undone")? {
                &mut line.undone
            } else {
                &mut line.done
            };
            match side.last_mut() {
                Some(last) if last.number() == step => last.rows.push(number),
                _ => side.push(Step {
                    op: row.code("op")?,
                    about: About { person },
                    at: row.moment("at", "at_offset")?,
                    rows: vec![number],
                    typing: None,
                }),
            }
        }
        undo.thin();
        Ok(undo)
    }

    /// Keeps what an action did, in the transaction that does it.
    pub(crate) fn keep(
        &mut self,
        conn: &Connection,
        op: Op,
        about: About,
        typing: Option<&str>,
        at: Timestamp,
        logged: &[Logged],
    ) -> Result<()> {
        if op.ends_all_undo() {
            return self.forget_all(conn);
        }
        // What reached into another line cannot be taken back from this one, nor anything under it there.
        let strangers: BTreeSet<PersonId> = logged
            .iter()
            // Somebody who was just added has no line yet that this could reach into.
            .filter(|change| !(change.table == PERSON.name && change.kind == Kind::Added))
            .filter_map(|change| change.whose)
            .filter(|whose| about.person != Some(*whose))
            .collect();
        for stranger in &strangers {
            self.forget(conn, Some(*stranger))?;
        }
        if op.ends_undo() || !strangers.is_empty() {
            return self.forget(conn, about.person);
        }
        if !op.can_be_undone() || logged.is_empty() {
            return Ok(());
        }
        let line = self.lines.entry(about.person).or_default();
        for step in line.undone.drain(..) {
            remove(conn, &step.rows)?;
        }
        if let (Some(field), Some(last)) = (typing, line.done.last_mut())
            && last.joins(op, field, at)
        {
            last.at = at;
            return last.add(conn, &mut self.next, false, logged);
        }
        let mut step = Step::new(op, about, at, typing);
        step.add(conn, &mut self.next, false, logged)?;
        line.done.push(step);
        self.thin();
        if self.dropped.len() >= DROPPED_AT_ONCE {
            remove(conn, &std::mem::take(&mut self.dropped))?;
        }
        Ok(())
    }

    /// Moves a step that was just played to the other side of its line; `logged` is what playing it did.
    pub(crate) fn played(
        &mut self,
        conn: &Connection,
        direction: Direction,
        played: &Step,
        logged: &[Logged],
    ) -> Result<()> {
        let line = self.lines.entry(played.about.person).or_default();
        let (from, to, undone) = match direction {
            Direction::Back => (&mut line.done, &mut line.undone, true),
            Direction::Forward => (&mut line.undone, &mut line.done, false),
        };
        from.retain(|step| step.number() != played.number());
        remove(conn, &played.rows)?;
        if logged.is_empty() {
            return Ok(());
        }
        // Typing after an undo is a new step, or taking it back would take back too much.
        let mut step = Step::new(played.op, played.about, played.at, None);
        step.add(conn, &mut self.next, undone, logged)?;
        to.push(step);
        Ok(())
    }

    /// Returns the step that would be taken back or done again: of a person, or the newest of all.
    pub(crate) fn next(&self, of: Option<PersonId>, direction: Direction) -> Option<&Step> {
        let last = |line: &'_ Line| -> Option<i64> { Some(line.side(direction).last()?.number()) };
        let line = match of {
            Some(_) => self.lines.get(&of),
            None => self.lines.values().max_by_key(|line| last(line)),
        };
        line?.side(direction).last()
    }

    /// Forgets a line: what comes now must not be undermined.
    fn forget(&mut self, conn: &Connection, person: Option<PersonId>) -> Result<()> {
        if self.lines.remove(&person).is_some() {
            conn.prepare_cached("DELETE FROM undo WHERE about IS ?")?
                .execute([opt_id(person)])?;
        }
        Ok(())
    }

    fn forget_all(&mut self, conn: &Connection) -> Result<()> {
        self.lines.clear();
        self.dropped.clear();
        forget_all(conn)
    }

    /// Drops the oldest steps where there are too many.
    fn thin(&mut self) {
        for line in self.lines.values_mut() {
            while line.done.len() > MOST_STEPS {
                self.dropped.extend(line.done.remove(0).rows);
            }
        }
        let mut all: usize = self.lines.values().map(|line| line.done.len()).sum();
        while all > MOST_OF_ALL {
            let oldest = self
                .lines
                .values_mut()
                .filter(|line| !line.done.is_empty())
                .min_by_key(|line| line.done.first().map(Step::number));
            let Some(line) = oldest else { break };
            self.dropped.extend(line.done.remove(0).rows);
            all -= 1;
        }
    }
}

impl Line {
    fn side(&self, direction: Direction) -> &[Step] {
        match direction {
            Direction::Back => &self.done,
            Direction::Forward => &self.undone,
        }
    }
}

impl Step {
    /// A step with no row yet; [`Step::add`] must follow.
    fn new(op: Op, about: About, at: Timestamp, typing: Option<&str>) -> Self {
        Self {
            op,
            about,
            at,
            rows: Vec::new(),
            typing: typing.map(|field| Typing {
                field: field.to_owned(),
                covers: Vec::new(),
            }),
        }
    }

    /// The number of its first row stands for it.
    fn number(&self) -> i64 {
        self.rows.first().copied().unwrap_or_default()
    }

    fn joins(&self, op: Op, field: &str, at: Timestamp) -> bool {
        self.op == op
            && self.typing.as_ref().is_some_and(|t| t.field == field)
            && (0..TYPING_PAUSE_MS).contains(&(at.millis - self.at.millis))
    }

    /// Takes changes in. What a step of typing puts right already is not written again, so a further keystroke writes
    /// nothing here, and words on the way are not kept.
    fn add(
        &mut self,
        conn: &Connection,
        next: &mut i64,
        undone: bool,
        logged: &[Logged],
    ) -> Result<()> {
        for change in logged {
            if let Some(typing) = &mut self.typing {
                if typing.covers.iter().any(|covered| covered.covers(change)) {
                    continue;
                }
                typing.covers.extend(change.covered());
            }
            let first = self.rows.first().copied().unwrap_or(*next);
            conn.prepare_cached(
                "INSERT INTO undo (number, step, about, op, at, at_offset, undone, sql)
                 SELECT ?, ?, ?, ?, ?, ?, ?, sql FROM temp.undo_log WHERE seq = ?",
            )?
            .execute(params![
                *next,
                first,
                opt_id(self.about.person),
                self.op.name(),
                self.at.millis,
                self.at.offset,
                undone,
                change.seq,
            ])?;
            self.rows.push(*next);
            *next += 1;
        }
        Ok(())
    }
}

impl Covered {
    fn covers(&self, change: &Logged) -> bool {
        change.kind == Kind::Changed
            && self.table == change.table
            && self.found == change.found
            && self
                .columns
                .as_ref()
                .is_none_or(|columns| change.columns.is_subset(columns))
    }
}

impl Logged {
    /// What taking this back puts right, whatever comes after it. What is nobody's alone must stand as it was left, so each
    /// change to it counts; a row that is gone can come back as another.
    fn covered(&self) -> Option<Covered> {
        self.whose?;
        let columns = match self.kind {
            Kind::Gone => return None,
            Kind::Added => None,
            Kind::Changed => Some(self.columns.clone()),
        };
        Some(Covered {
            table: self.table.clone(),
            found: self.found.clone(),
            columns,
        })
    }
}

/// Sets up the scratch table on a fresh connection; [`watch`] begins to fill it.
pub(crate) fn install(conn: &Connection) -> Result<()> {
    Ok(conn.execute_batch(
        "CREATE TEMP TABLE undo_log (
             seq INTEGER PRIMARY KEY, touched TEXT NOT NULL, whose BLOB, found TEXT NOT NULL, kind TEXT NOT NULL,
             columns TEXT NOT NULL DEFAULT '', sql TEXT NOT NULL
         )",
    )?)
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
                .filter(|column| *column != "seq" || table.is_referred_to())
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

/// The columns of all tables. A row comes back under its number where others refer to it, and under a new one elsewhere.
fn columns(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare(
        "SELECT tables.name AS tab, columns.name AS col
         FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
         WHERE tables.schema = 'main' AND tables.type = 'table'",
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
    let found = |row: &str| {
        let parts = key.iter().map(|k| format!("'{k} IS ' || quote({row}.{k})"));
        joined(parts.collect(), " || ' AND ' || ")
    };
    let (found_new, found_old) = (found("NEW"), found("OLD"));
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
    let where_changed = |write: &dyn Fn(&str) -> String,
                         columns: &mut dyn Iterator<Item = &&str>| {
        columns
            .map(|c| {
                format!(
                    " || CASE WHEN OLD.{c} IS NOT NEW.{c} THEN {} ELSE '' END",
                    write(c)
                )
            })
            .collect::<String>()
    };
    let changes = where_changed(&|c| format!("', {c} = ' || quote(OLD.{c})"), &mut {
        columns.iter().filter(|c| !key.contains(c))
    });
    let changed = where_changed(&|c| format!("'{c} '"), &mut columns.iter());
    // What is nobody's alone is put back only while it stands as it was left: another person's step may have come after.
    let (whose, as_added, as_changed) = match table.whose {
        Whose::Persons => (
            "(SELECT id FROM person WHERE seq = {row}.person)",
            String::new(),
            String::new(),
        ),
        Whose::Themselves => ("{row}.id", String::new(), String::new()),
        Whose::Named | Whose::Vaults => (
            "NULL",
            columns
                .iter()
                .filter(|c| !key.contains(c))
                .map(|c| format!(" || ' AND {c} IS ' || quote(NEW.{c})"))
                .collect(),
            where_changed(&|c| format!("' AND {c} IS ' || quote(NEW.{c})"), &mut {
                columns.iter().filter(|c| !key.contains(c))
            }),
        ),
    };
    let whose = |row: &str| whose.replace("{row}", row);
    let log = "INSERT INTO undo_log (touched, whose, found, kind, columns, sql) VALUES";
    let columns = columns.join(", ");
    format!(
        "CREATE TEMP TRIGGER undo_{name}_added AFTER INSERT ON main.{name} BEGIN
             {log} ('{name}', {new}, {found_new}, 'added', '', 'DELETE FROM {name} WHERE ' || {found_new}{as_added});
         END;
         CREATE TEMP TRIGGER undo_{name}_gone AFTER DELETE ON main.{name} BEGIN
             {log} ('{name}', {old}, {found_old}, 'gone', '', 'INSERT INTO {name} ({columns}) VALUES (' || {values} || ')');
         END;
         CREATE TEMP TRIGGER undo_{name}_changed AFTER UPDATE OF {columns} ON main.{name} BEGIN
             {log} ('{name}', {new}, {found_new}, 'changed', ''{changed},
                 'UPDATE {name} SET ' || {key_back}{changes} || ' WHERE ' || {found_new}{as_changed});
         END;",
        new = whose("NEW"),
        old = whose("OLD"),
    )
}

/// Returns what has been changed since the scratch table was emptied.
pub(crate) fn logged(conn: &Connection) -> Result<Vec<Logged>> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, touched, whose, found, kind, columns FROM temp.undo_log ORDER BY seq",
    )?;
    let rows = statement.query_map([], |row| {
        let columns: String = row.get("columns")?;
        Ok(Logged {
            seq: row.get("seq")?,
            table: row.get("touched")?,
            whose: row.maybe_id("whose")?,
            found: row.get("found").map(Zeroizing::new)?,
            kind: match row.words("kind")?.as_str() {
                "added" => Kind::Added,
                "gone" => Kind::Gone,
                _ => Kind::Changed,
            },
            columns: columns.split_whitespace().map(str::to_owned).collect(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Forgets on disk whatever could be taken back.
pub(crate) fn forget_all(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM undo", [])?;
    Ok(())
}

/// Empties the scratch table.
pub(crate) fn wipe(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM temp.undo_log")?
        .execute([])?;
    Ok(())
}

/// Plays a step, newest row first.
pub(crate) fn play(conn: &Connection, step: &Step, direction: Direction) -> Result<()> {
    // A parent and its children can change places on the way; it must only be right in the end.
    conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    if step.op == Op::AddPerson && direction == Direction::Back {
        words_go_along(conn, step.about)?;
    }
    for number in step.rows.iter().rev() {
        // The statements hold people's words, so they are wiped after use.
        let sql: Zeroizing<String> = conn
            .prepare_cached("SELECT sql FROM undo WHERE number = ?")?
            .query_row([number], |row| row.get(0).map(Zeroizing::new))?;
        // Each puts one row right; where there is none, it no longer stands as the step left it.
        if conn.execute(&sql, [])? != 1 {
            return Err(Error::StillNeeded);
        }
    }
    if step.op == Op::AddPeople && direction == Direction::Back {
        nobody_went_on(conn)?;
    }
    Ok(())
}

/// Refuses to take people back of whom something was written down since: their own steps would lead nowhere.
fn nobody_went_on(conn: &Connection) -> Result<()> {
    let steps: i64 = conn.query_row(
        "SELECT count(*) FROM temp.undo_log JOIN undo ON undo.about = undo_log.whose",
        [],
        |row| row.get(0),
    )?;
    if steps > 0 {
        return Err(Error::StillNeeded);
    }
    Ok(())
}

/// Words that were begun for a person, and how their texts read before, go when the person does, and come back with them.
fn words_go_along(conn: &Connection, about: About) -> Result<()> {
    let Some(person) = about.person else {
        return Ok(());
    };
    for (table, columns) in [
        (
            &DRAFT,
            ["place", "person", "words", "at", "at_offset"].as_slice(),
        ),
        (
            &EARLIER,
            &[
                "number",
                "person",
                "origin",
                "place",
                "words",
                "at",
                "at_offset",
            ],
        ),
    ] {
        let (name, key) = (table.name, columns.first().copied().unwrap_or_default());
        let values: Vec<String> = columns.iter().map(|c| format!("quote({c})")).collect();
        conn.prepare_cached(&format!(
            "INSERT INTO temp.undo_log (touched, whose, found, kind, sql)
             SELECT '{name}', ?1, '{key} IS ' || quote({key}), 'gone',
                 'INSERT INTO {name} ({}) VALUES (' || {} || ')'
             FROM {name} WHERE person = (SELECT seq FROM person WHERE id = ?1)",
            columns.join(", "),
            values.join(" || ', ' || "),
        ))?
        .execute([person.bytes()])?;
        conn.prepare_cached(&format!(
            "DELETE FROM {name} WHERE person = (SELECT seq FROM person WHERE id = ?)"
        ))?
        .execute([person.bytes()])?;
    }
    Ok(())
}

fn remove(conn: &Connection, rows: &[i64]) -> Result<()> {
    let mut statement = conn.prepare_cached("DELETE FROM undo WHERE number = ?")?;
    for row in rows {
        statement.execute([row])?;
    }
    Ok(())
}
