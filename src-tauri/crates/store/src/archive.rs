//! One person's whole record as rows, carried from one vault to another. What goes along stands in the catalogue.
//!
//! Numbers that mean something in one vault alone are written out: an edition as pack and version, an origin as the vault's
//! id. Coming in, a row that is not there is added, one that is the same is left alone, and one that differs is a conflict
//! for a person to decide: nothing of ours is ever overwritten. What was signed elsewhere must verify before it is taken, and
//! its seal goes into this vault's trail.

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use domain::{PersonId, Timestamp};
use rusqlite::{
    Connection, OptionalExtension, params_from_iter,
    types::{Value as Sql, ValueRef},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use crate::{
    catalogue::{self, ADDENDUM, ANSWER, Carried, NOTE, NUMBERED, Table},
    engine::store::{Records, Store, Tx},
    error::{Damage, Error, Result},
    op::{About, Op},
    record::notes,
    row::RuntimeId,
};

/// One person's record. Its JSON is the format in which it is kept outside a vault, always encrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Archive {
    /// 1.
    pub format: u32,
    /// Whose.
    pub person: PersonId,
    /// The vault it was carried out of.
    pub vault: Uuid,
    tables: BTreeMap<String, Vec<Row>>,
}

type Row = Map<String, Json>;

/// The format this program writes and reads.
const FORMAT: u32 = 1;

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeReport {
    /// Rows that came in, table by table.
    pub added: BTreeMap<&'static str, usize>,
    /// Rows that were there already, the same.
    pub same: usize,
    /// Rows that are there and differ; ours stand.
    pub conflicts: Vec<Conflict>,
}

/// A value that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The table.
    pub table: &'static str,
    /// Its key, as JSON.
    pub key: String,
    /// The column.
    pub column: String,
    /// What stands here.
    pub ours: Json,
    /// What came.
    pub theirs: Json,
}

impl Store {
    /// Returns one person's whole record.
    pub fn archive(&self, person: PersonId) -> Result<Archive> {
        self.person(person)?;
        let mut tables = BTreeMap::new();
        for table in catalogue::ALL {
            if let Carried::When(which) = table.carried {
                let rows = self.rows(table, which, &[Sql::Blob(person.bytes().to_vec())])?;
                tables.insert(table.name.to_owned(), rows);
            }
        }
        Ok(Archive {
            format: FORMAT,
            person,
            vault: self.vault_id(),
            tables,
        })
    }

    /// Brings a person's record in. All or nothing; conflicts are reported and nothing of ours is overwritten.
    pub fn merge(&mut self, archive: &Archive, now: Timestamp) -> Result<MergeReport> {
        if archive.format > FORMAT {
            return Err(Error::NewerVersion {
                found: archive.format,
                known: FORMAT,
            });
        }
        self.transact(Op::Merge, About::person(archive.person), now, |tx| {
            tx.say(&format!("from {}", archive.vault));
            tx.merge(archive)
        })
    }
}

impl Records {
    /// Reads rows with their numbers written out, in the order they were made.
    fn rows(&self, table: &Table, which: &str, params: &[Sql]) -> Result<Vec<Row>> {
        let columns = carried_columns(&self.conn, table)?;
        let order = if columns.has_seq { " ORDER BY seq" } else { "" };
        let sql = format!(
            "SELECT {} FROM {} WHERE {which}{order}",
            columns.names.join(", "),
            table.name
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = statement.query(params_from_iter(params))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let mut values = Row::new();
            for (place, name) in columns.names.iter().enumerate() {
                let value = row.get_ref(place)?;
                let value = match dictionary(table, name) {
                    Some(list) => written_out(&self.conn, list, value)?,
                    None => to_json(value)?,
                };
                values.insert(name.clone(), value);
            }
            rows.push(values);
        }
        Ok(rows)
    }
}

struct Columns {
    names: Vec<String>,
    has_seq: bool,
}

/// The columns of a table that mean the same in every vault.
fn carried_columns(conn: &Connection, table: &Table) -> Result<Columns> {
    let mut statement =
        conn.prepare_cached("SELECT name FROM pragma_table_info(?) ORDER BY cid")?;
    let all = statement
        .query_map([table.name], |row| row.get::<_, String>("name"))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(Columns {
        has_seq: all.iter().any(|name| name == "seq"),
        names: all
            .into_iter()
            .filter(|name| name != "seq" && !table.local.contains(&name.as_str()))
            .collect(),
    })
}

/// The list that a column holds a number of.
fn dictionary(table: &Table, column: &str) -> Option<&'static Table> {
    let in_answers_alone = column == "field" && table.name != ANSWER.name;
    NUMBERED
        .iter()
        .find(|(name, _)| *name == column && !in_answers_alone)
        .map(|(_, list)| *list)
}

fn written_out(conn: &Connection, list: &Table, number: ValueRef<'_>) -> Result<Json> {
    let sql = format!(
        "SELECT {} FROM {} WHERE number = ?",
        list.rest.join(", "),
        list.name
    );
    let names = conn.prepare_cached(&sql)?.query_row(
        [number.as_i64().map_err(rusqlite::Error::from)?],
        |row| {
            (0..list.rest.len())
                .map(|place| row.get::<_, String>(place))
                .collect::<rusqlite::Result<Vec<_>>>()
        },
    )?;
    Ok(json!(names))
}

/// Returns the number that something has here, giving it one if need be.
fn numbered(conn: &Connection, list: &Table, names: &Json) -> Result<Sql> {
    let names: Vec<&str> = names
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
        .collect();
    if names.len() != list.rest.len() {
        return Err(damaged(list.name));
    }
    let find = format!(
        "SELECT number FROM {} WHERE ({}) = ({})",
        list.name,
        list.rest.join(", "),
        marks(names.len())
    );
    let known = |conn: &Connection| {
        conn.prepare_cached(&find)?
            .query_row(params_from_iter(&names), |row| row.get::<_, i64>("number"))
            .optional()
    };
    if let Some(number) = known(conn)? {
        return Ok(Sql::Integer(number));
    }
    let add = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        list.name,
        list.rest.join(", "),
        marks(names.len())
    );
    conn.prepare_cached(&add)?
        .execute(params_from_iter(&names))?;
    Ok(Sql::Integer(conn.last_insert_rowid()))
}

fn marks(count: usize) -> String {
    vec!["?"; count].join(", ")
}

fn to_json(value: ValueRef<'_>) -> Result<Json> {
    Ok(match value {
        ValueRef::Null => Json::Null,
        ValueRef::Integer(number) => json!(number),
        ValueRef::Text(text) => json!(str::from_utf8(text).map_err(|_| damaged("text"))?),
        ValueRef::Blob(bytes) => json!({ "hex": HEXLOWER.encode(bytes) }),
        ValueRef::Real(_) => return Err(damaged("number")),
    })
}

fn from_json(value: &Json) -> Result<Sql> {
    match value {
        Json::Null => Some(Sql::Null),
        Json::Number(number) => number.as_i64().map(Sql::Integer),
        Json::String(text) => Some(Sql::Text(text.clone())),
        Json::Object(fields) => fields
            .get("hex")
            .and_then(Json::as_str)
            .and_then(|hex| HEXLOWER.decode(hex.as_bytes()).ok())
            .map(Sql::Blob),
        Json::Bool(_) | Json::Array(_) => None,
    }
    .ok_or_else(|| damaged("value"))
}

fn damaged(column: &str) -> Error {
    Error::damaged(Damage::Value {
        column: column.to_owned(),
    })
}

impl Tx<'_> {
    fn merge(&mut self, archive: &Archive) -> Result<MergeReport> {
        let conn = self.conn();
        let person = archive.person.bytes();
        conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        conn.execute(
            "INSERT INTO allowance (person, what) VALUES (?, 'merge')",
            [person],
        )?;
        let mut report = MergeReport::default();
        let mut sealed = Vec::new();
        for table in catalogue::ALL {
            if matches!(table.carried, Carried::No) {
                continue;
            }
            for row in archive.tables.get(table.name).into_iter().flatten() {
                self.take_in(table, row, person, &mut report, &mut sealed)?;
            }
        }
        for (table, id, seal) in sealed {
            let conn = self.conn();
            let computed = if table == NOTE.name {
                notes::of_note(conn, id)?
            } else {
                notes::of_addendum(conn, id)?
            };
            if computed.as_ref() != Some(&seal) {
                return Err(damaged("seal"));
            }
        }
        self.conn().execute("DELETE FROM allowance", [])?;
        Ok(report)
    }

    fn take_in(
        &mut self,
        table: &'static Table,
        row: &Row,
        person: [u8; 16],
        report: &mut MergeReport,
        sealed: &mut Vec<(&'static str, [u8; 16], [u8; 32])>,
    ) -> Result<()> {
        let conn = self.conn();
        let known = carried_columns(conn, table)?.names;
        let mut columns: Vec<&str> = Vec::new();
        let mut values: Vec<Sql> = Vec::new();
        for (column, value) in row {
            let column = known
                .iter()
                .find(|name| *name == column)
                .ok_or_else(|| damaged("column"))?;
            values.push(match dictionary(table, column) {
                Some(list) => numbered(conn, list, value)?,
                None => from_json(value)?,
            });
            columns.push(column);
        }
        let value = |column: &str| {
            let place = columns.iter().position(|name| *name == column)?;
            values.get(place).cloned()
        };
        // A row of somebody else has no business in this person's record.
        let theirs = Sql::Blob(person.to_vec());
        if value("person").is_some_and(|owner| owner != theirs) {
            return Err(Error::OtherPerson);
        }
        let key: Vec<Sql> = table
            .key
            .iter()
            .map(|column| value(column).ok_or_else(|| damaged("key")))
            .collect::<Result<_>>()?;
        let which: Vec<String> = table.key.iter().map(|c| format!("{c} IS ?")).collect();
        if let Some(ours) = self.rows(table, &which.join(" AND "), &key)?.pop() {
            compare(table, &ours, row, report);
            return Ok(());
        }
        let seal = self.place(table, &value)?;
        for (column, local) in seal.columns {
            columns.push(column);
            values.push(local);
        }
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({})",
            table.name,
            columns.join(", "),
            marks(columns.len())
        );
        self.conn()
            .prepare_cached(&sql)?
            .execute(params_from_iter(&values))?;
        if let Some((id, seal)) = seal.of {
            self.seal(Op::Merge, PersonId::new(Uuid::from_bytes(person)), id, seal);
            sealed.push((table.name, id, seal));
        }
        *report.added.entry(table.name).or_default() += 1;
        Ok(())
    }

    /// Gives a row what it needs in this vault alone.
    fn place(&self, table: &Table, value: &dyn Fn(&str) -> Option<Sql>) -> Result<Placed> {
        let here = |column, number| (column, Sql::Integer(number));
        if table.name == ANSWER.name {
            return Ok(Placed {
                columns: vec![here("changed", (self.before + 1).cast_signed())],
                of: None,
            });
        }
        let seal = match (value("id"), value("seal")) {
            (Some(Sql::Blob(id)), Some(Sql::Blob(seal))) if !seal.is_empty() => Some((
                id.try_into().map_err(|_| damaged("id"))?,
                seal.try_into().map_err(|_| damaged("seal"))?,
            )),
            _ => None,
        };
        let mut columns = Vec::new();
        if seal.is_some() {
            columns.push(here("sealed_in", self.next_seal()));
        }
        if seal.is_some() && table.name != ADDENDUM.name {
            let number = self
                .conn()
                .prepare_cached(
                    "SELECT coalesce(max(number), 0) + 1 AS number FROM note WHERE number > 0",
                )?
                .query_row([], |row| row.get("number"))?;
            columns.push(here("number", number));
        }
        Ok(Placed { columns, of: seal })
    }
}

struct Placed {
    columns: Vec<(&'static str, Sql)>,
    of: Option<([u8; 16], [u8; 32])>,
}

/// Compares a row that came with the one that is here.
fn compare(table: &'static Table, ours: &Row, theirs: &Row, report: &mut MergeReport) {
    let key: Row = table
        .key
        .iter()
        .filter_map(|column| Some(((*column).to_owned(), ours.get(*column)?.clone())))
        .collect();
    let differ =
        |column: &&String| column.as_str() != "origin" && ours.get(*column) != theirs.get(*column);
    let conflicts: Vec<Conflict> = theirs
        .keys()
        .filter(differ)
        .map(|column| Conflict {
            table: table.name,
            key: Json::Object(key.clone()).to_string(),
            column: column.clone(),
            ours: ours.get(column).cloned().unwrap_or_default(),
            theirs: theirs.get(column).cloned().unwrap_or_default(),
        })
        .collect();
    if conflicts.is_empty() {
        report.same += 1;
    }
    report.conflicts.extend(conflicts);
}
