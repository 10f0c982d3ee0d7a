//! One person's whole record as rows, carried from one vault to another. What goes along stands in the catalogue.
//!
//! Numbers that mean something in one vault alone are written out: a reference as what names the row in every vault, its id,
//! an edition as pack and version, an origin as the vault's id. Coming in, a row that is not there is added, one that is the same is left alone, and one that differs is a conflict
//! for a person to decide: bringing a record in overwrites nothing of ours. What a person chooses to take over instead is a step
//! of its own, which can be taken back, and never touches what is signed here or stands under a signed note. What was signed
//! elsewhere must verify before it is taken, and its seal goes into this vault's trail.

mod choosing;

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use domain::{PersonId, Timestamp, meeting::MeetingFormat};
use rusqlite::{
    Connection, OptionalExtension, ToSql, params, params_from_iter,
    types::{Value as Sql, ValueRef},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

use crate::{
    catalogue::{self, ADDENDUM, ANSWER, Carried, NOTE, PERSON, SESSION, Table, Whose},
    code::Code,
    engine::store::{Records, Store, Tx},
    error::{Damage, Error, Result},
    op::{About, Op},
    record::notes,
    row::{RuntimeId, Seq, seq, text},
};

pub use choosing::Choice;

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

impl Archive {
    /// Returns the name of the person it is about.
    pub fn called(&self) -> &str {
        let rows = self.tables.get(catalogue::PERSON.name);
        let name = rows.and_then(|rows| rows.first()?.get("preferred_name")?.as_str());
        name.unwrap_or_default()
    }
}

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
    /// The whole row as it stands here; empty where no row of ours differs.
    pub here: Map<String, Json>,
    /// Whether it is signed here, or stands under a signed note.
    pub signed: bool,
    /// The first of the columns that are taken over together with this one; `None` where ours always stands.
    pub together: Option<&'static str>,
}

impl Conflict {
    /// Tells whether a person may choose what came.
    pub const fn is_open(&self) -> bool {
        self.together.is_some() && !self.signed
    }
}

impl Store {
    /// Returns one person's whole record.
    pub fn archive(&self, person: PersonId) -> Result<Archive> {
        let whose = seq(&self.conn, person)?;
        let mut tables = BTreeMap::new();
        for table in catalogue::ALL {
            if let Carried::When(which) = table.carried {
                let rows = self.rows(table, which, &[&whose])?;
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

    /// Says what [`Store::merge`] would do, and keeps nothing of it.
    pub fn plan_merge(&mut self, archive: &Archive, now: Timestamp) -> Result<MergeReport> {
        let mut report = None;
        let tried = self.merging(archive, now, |done| {
            report = Some(done);
            Err(Error::OnlyTried)
        });
        match (tried, report) {
            (Err(Error::OnlyTried), Some(report)) => Ok(report),
            (tried, _) => tried,
        }
    }

    /// Brings a person's record in. All or nothing; conflicts are reported and nothing of ours is overwritten.
    pub fn merge(&mut self, archive: &Archive, now: Timestamp) -> Result<MergeReport> {
        self.merging(archive, now, Ok)
    }

    fn merging(
        &mut self,
        archive: &Archive,
        now: Timestamp,
        end: impl FnOnce(MergeReport) -> Result<MergeReport>,
    ) -> Result<MergeReport> {
        if archive.format > FORMAT {
            return Err(Error::NewerVersion {
                found: archive.format,
                known: FORMAT,
            });
        }
        self.transact(Op::Merge, About::person(archive.person), now, |tx| {
            tx.say(&format!("from {}", archive.vault));
            tx.merge(archive).and_then(end)
        })
    }
}

impl Records {
    /// Reads rows with their numbers written out, in the order they were made.
    fn rows(&self, table: &Table, which: &str, params: &[&dyn ToSql]) -> Result<Vec<Row>> {
        let columns = carried_columns(&self.conn, table)?;
        let order = columns.order;
        let sql = format!(
            "SELECT {} FROM {} WHERE {which} {order}",
            columns.names.join(", "),
            table.name
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut found = statement.query(params)?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            let mut values = Row::new();
            for (place, name) in columns.names.iter().enumerate() {
                let value = row.get_ref(place)?;
                let value = match catalogue::referred(name) {
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
    /// Of several answers to one field the last one counts, so they come in by when they were given.
    order: &'static str,
}

/// The columns of a table that mean the same in every vault.
fn carried_columns(conn: &Connection, table: &Table) -> Result<Columns> {
    let mut statement =
        conn.prepare_cached("SELECT name FROM pragma_table_info(?) ORDER BY cid")?;
    let all = statement
        .query_map([table.name], |row| row.get::<_, String>("name"))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let has = |column: &str| all.iter().any(|name| name == column);
    Ok(Columns {
        order: match (has("changed"), has("seq")) {
            (true, _) => "ORDER BY changed, seq",
            (false, true) => "ORDER BY seq",
            (false, false) => "",
        },
        names: all
            .into_iter()
            .filter(|name| name != "seq" && !table.local.contains(&name.as_str()))
            .collect(),
    })
}

/// Writes out what a reference refers to: the id of the row or, where no id names it, its whole key.
fn written_out(conn: &Connection, table: &Table, number: ValueRef<'_>) -> Result<Json> {
    if number == ValueRef::Null {
        return Ok(Json::Null);
    }
    let sql = format!(
        "SELECT {} FROM {} WHERE seq = ?",
        table.key.join(", "),
        table.name
    );
    let number = number.as_i64().map_err(rusqlite::Error::from)?;
    let key = conn.prepare_cached(&sql)?.query_row([number], |row| {
        (0..table.key.len())
            .map(|place| Ok(to_json(row.get_ref(place)?)))
            .collect::<rusqlite::Result<Result<Vec<_>>>>()
    })??;
    Ok(match (table.key, key.as_slice()) {
        (["id"], [id]) => id.clone(),
        _ => Json::Array(key),
    })
}

/// Returns the number that something has here. What is in a list (`origin`, `edition`, `field`) gets one if need be; what
/// comes as rows of its own must have come before. Somebody else's row is refused.
fn numbered(
    conn: &Connection,
    table: &Table,
    written: &Json,
    person: PersonId,
) -> Result<Option<i64>> {
    let key: Vec<Sql> = match (table.key, written) {
        (["id"], Json::Object(_)) => vec![from_json(written)?],
        (columns, Json::Array(names)) if names.len() == columns.len() => names
            .iter()
            .filter(|name| name.is_string())
            .map(from_json)
            .collect::<Result<_>>()?,
        _ => Vec::new(),
    };
    // A number of the other vault's own says nothing here.
    if key.len() != table.key.len() {
        return Err(damaged(table.name));
    }
    let columns = table.key.join(", ");
    let values = marks(key.len());
    let owner = table.owner().unwrap_or("NULL");
    let find = format!(
        "SELECT seq, {owner} AS owner FROM {} WHERE ({columns}) = ({values})",
        table.name
    );
    let there: Option<(i64, Option<Seq<PersonId>>)> = conn
        .prepare_cached(&find)?
        .query_row(params_from_iter(&key), |row| {
            Ok((row.get("seq")?, row.get("owner")?))
        })
        .optional()?;
    if let Some((_, Some(owner))) = there
        && owner != seq(conn, person)?
    {
        return Err(Error::OtherPerson);
    }
    let there = there.map(|(number, _)| number);
    if there.is_some() || !matches!(table.carried, Carried::No) {
        return Ok(there);
    }
    let add = format!("INSERT INTO {} ({columns}) VALUES ({values})", table.name);
    conn.prepare_cached(&add)?.execute(params_from_iter(&key))?;
    Ok(Some(conn.last_insert_rowid()))
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
        Json::String(words) => Some(Sql::Text(text("words", words)?.to_owned())),
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
        let is_carried = |name: &String| {
            catalogue::table(name).is_some_and(|table| !matches!(table.carried, Carried::No))
        };
        // Leaving out what this program does not know would lose it without a word.
        if !archive.tables.keys().all(is_carried) {
            return Err(damaged("table"));
        }
        self.conn()
            .execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let mut merging = Merging {
            whose: to_json(ValueRef::Blob(&archive.person.bytes()))?,
            ..Merging::default()
        };
        for table in catalogue::ALL {
            for row in archive.tables.get(table.name).into_iter().flatten() {
                self.take_in(table, row, archive.person, &mut merging)?;
            }
            if table.name == PERSON.name {
                // From here on there is somebody whose signed notes may come in.
                self.conn().execute(
                    "INSERT INTO allowance (person, what) VALUES (?, 'merge')",
                    [seq(self.conn(), archive.person)?],
                )?;
            }
        }
        self.conn().execute("DELETE FROM allowance", [])?;
        self.leave_out_what_is_not_theirs(&mut merging, seq(self.conn(), archive.person)?)?;
        self.prove_sealed(&merging.sealed)?;
        self.prove_readable(archive.person)?;
        Ok(merging.report)
    }

    /// Refuses a row of somebody else. What belongs to no one person came along because something of this person's stands
    /// on it; where that turned out otherwise, it goes again.
    fn leave_out_what_is_not_theirs(
        &self,
        merging: &mut Merging,
        person: Seq<PersonId>,
    ) -> Result<()> {
        for (table, key) in merging.added.iter().rev() {
            let Carried::When(which) = table.carried else {
                continue;
            };
            let named: Vec<String> = (2..)
                .zip(table.key)
                .map(|(place, column)| format!("{column} IS ?{place}"))
                .collect();
            let mut params: Vec<&dyn ToSql> = vec![&person];
            params.extend(key.iter().map(|value| value as &dyn ToSql));
            let others = format!(
                "FROM {} WHERE {} AND ({which}) IS NOT TRUE",
                table.name,
                named.join(" AND ")
            );
            let found: bool = self
                .conn()
                .prepare_cached(&format!("SELECT EXISTS (SELECT 1 {others})"))?
                .query_row(params.as_slice(), |row| row.get(0))?;
            if !found {
                continue;
            }
            if table.whose != Whose::Vaults {
                return Err(Error::OtherPerson);
            }
            self.conn()
                .prepare_cached(&format!("DELETE {others}"))?
                .execute(params.as_slice())?;
            if let Some(count) = merging.report.added.get_mut(table.name) {
                *count -= 1;
            }
        }
        merging.report.added.retain(|_, count| *count > 0);
        Ok(())
    }

    /// Refuses what was signed elsewhere and is not what was signed.
    fn prove_sealed(&self, sealed: &[Sealed]) -> Result<()> {
        let conn = self.conn();
        for (table, id, seal) in sealed {
            let computed = if *table == NOTE.name {
                notes::of_note(conn, *id)?
            } else {
                notes::of_addendum(conn, *id)?
            };
            if computed.as_ref() != Some(seal) {
                return Err(damaged("seal"));
            }
        }
        Ok(())
    }

    /// Refuses a value that no version of this program wrote: one odd row would shut the whole caseload.
    fn prove_readable(&self, person: PersonId) -> Result<()> {
        let [first, last] = [i64::MIN, i64::MAX].map(|millis| Timestamp { millis, offset: 0 });
        self.person(person)?;
        // Nor may it take somebody's name away: whoever has none counts as erased.
        self.is_not_erased(Some(person))?;
        self.statements(person)?;
        self.goals(person)?;
        self.practices(person)?;
        self.sheets(person)?;
        self.all_answers(person)?;
        self.practitioners()?;
        for member in self.memberships(person)? {
            self.series(member.series)?;
        }
        for session in self.sessions(person)? {
            let record = self.session(session.id)?;
            self.meeting(record.meeting)?;
            self.note_of(session.id)?;
        }
        self.notes(person)?;
        self.hand_offs(first, last)?;
        Ok(())
    }

    fn take_in(
        &mut self,
        table: &'static Table,
        row: &Row,
        person: PersonId,
        merging: &mut Merging,
    ) -> Result<()> {
        // A row of somebody else has no business in this person's record.
        if row
            .get("person")
            .is_some_and(|owner| *owner != merging.whose)
        {
            return Err(Error::OtherPerson);
        }
        let conn = self.conn();
        let known = carried_columns(conn, table)?.names;
        let mut columns: Vec<&str> = Vec::new();
        let mut values: Vec<Sql> = Vec::new();
        for (column, value) in row {
            let column = known
                .iter()
                .find(|name| *name == column)
                .ok_or_else(|| damaged("column"))?;
            values.push(match catalogue::referred(column) {
                Some(_) if value.is_null() => Sql::Null,
                Some(list) => match numbered(conn, list, value, person)? {
                    Some(number) => Sql::Integer(number),
                    // A part of a note that was left out.
                    None if merging.differing.contains(value) => {
                        merging.report.conflicts.push(other_note(table, row));
                        return Ok(());
                    }
                    None => return Err(damaged(column)),
                },
                None => from_json(value)?,
            });
            columns.push(column);
        }
        let value = |column: &str| {
            let place = columns.iter().position(|name| *name == column)?;
            values.get(place).cloned()
        };
        let key: Vec<Sql> = table
            .key
            .iter()
            .map(|column| value(column).ok_or_else(|| damaged("key")))
            .collect::<Result<_>>()?;
        let which: Vec<String> = table.key.iter().map(|c| format!("{c} IS ?")).collect();
        let named: Vec<&dyn ToSql> = key.iter().map(|value| value as &dyn ToSql).collect();
        if let Some(ours) = self.rows(table, &which.join(" AND "), &named)?.pop() {
            let mut differing = compare(table, &ours, row);
            if differing.is_empty() {
                merging.report.same += 1;
                return Ok(());
            }
            if table.name == NOTE.name {
                merging.differing.extend(row.get("id").cloned());
            }
            let signed = self.stands_under_a_signed_note(table, &ours)?;
            for conflict in &mut differing {
                conflict.signed = signed;
            }
            merging.report.conflicts.extend(differing);
            return Ok(());
        }
        if self.would_mix_notes(table, row, value("session"), merging)? {
            merging.report.conflicts.push(other_note(table, row));
            return Ok(());
        }
        if table.name == SESSION.name {
            self.joins_nobodys_meeting(value("meeting"), person)?;
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
            self.seal(Op::Merge, person, id, seal);
            merging.sealed.push((table.name, id, seal));
        }
        merging.added.push((table, key));
        *merging.report.added.entry(table.name).or_default() += 1;
        Ok(())
    }

    /// Refuses a session in a meeting that somebody else had alone: whoever is put into it could say who led it.
    fn joins_nobodys_meeting(&self, meeting: Option<Sql>, person: PersonId) -> Result<()> {
        let alone: bool = self
            .conn()
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM meeting JOIN session ON session.meeting = meeting.seq
                     WHERE meeting.seq IS ?1 AND format <> ?2 AND person <> ?3
                 )",
            )?
            .query_row(
                params![
                    meeting,
                    MeetingFormat::Group.code(),
                    seq(self.conn(), person)?
                ],
                |row| row.get(0),
            )?;
        if alone {
            return Err(Error::OtherPerson);
        }
        Ok(())
    }

    /// Tells whether a row is a second note on one session, or a part of a note that stands here otherwise. Two notes are
    /// never mixed: a practitioner decides which one is right.
    fn would_mix_notes(
        &self,
        table: &Table,
        row: &Row,
        session: Option<Sql>,
        merging: &mut Merging,
    ) -> Result<bool> {
        if table.name != NOTE.name {
            return Ok(row
                .get("note")
                .is_some_and(|note| merging.differing.contains(note)));
        }
        let second = self
            .conn()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM note WHERE session IS ?)")?
            .query_row([session], |row| row.get(0))?;
        if second {
            merging.differing.extend(row.get("id").cloned());
        }
        Ok(second)
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
        // Without its salt nobody can say that the words are those that were signed.
        if seal.is_some() && !matches!(value("salt"), Some(Sql::Blob(salt)) if !salt.is_empty()) {
            return Err(damaged("salt"));
        }
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

/// A table, a row of it, and the seal it came with.
type Sealed = (&'static str, [u8; 16], [u8; 32]);

/// A merge under way.
#[derive(Default)]
struct Merging {
    /// The person, as the archive names them.
    whose: Json,
    report: MergeReport,
    /// What came in, by table and key.
    added: Vec<(&'static Table, Vec<Sql>)>,
    sealed: Vec<Sealed>,
    /// Notes that came and do not stand here as they came, by id as the archive writes it.
    differing: Vec<Json>,
}

struct Placed {
    columns: Vec<(&'static str, Sql)>,
    of: Option<([u8; 16], [u8; 32])>,
}

/// A part of a note that stands here otherwise, or not at all.
fn other_note(table: &'static Table, row: &Row) -> Conflict {
    Conflict {
        table: table.name,
        key: to_json_key(table, row),
        column: "note".to_owned(),
        ours: Json::Null,
        theirs: row.get("note").cloned().unwrap_or_default(),
        here: Row::new(),
        signed: false,
        together: None,
    }
}

/// The key of a row, as a conflict names it.
fn to_json_key(table: &Table, row: &Row) -> String {
    let key: Row = table
        .key
        .iter()
        .filter_map(|column| Some(((*column).to_owned(), row.get(*column)?.clone())))
        .collect();
    Json::Object(key).to_string()
}

/// Compares a row that came with the one that is here, and gives what differs, column by column.
fn compare(table: &'static Table, ours: &Row, theirs: &Row) -> Vec<Conflict> {
    let differ =
        |column: &&String| column.as_str() != "origin" && ours.get(*column) != theirs.get(*column);
    theirs
        .keys()
        .filter(differ)
        .map(|column| Conflict {
            table: table.name,
            key: to_json_key(table, ours),
            column: column.clone(),
            ours: ours.get(column).cloned().unwrap_or_default(),
            theirs: theirs.get(column).cloned().unwrap_or_default(),
            here: ours.clone(),
            signed: false,
            together: table
                .chosen_with(column)
                .and_then(|together| together.first().copied()),
        })
        .collect()
}
