//! Choosing, where a record from elsewhere differs: what may be chosen, and putting what came into the place of ours.

use domain::Timestamp;
use rusqlite::{ToSql, types::Value as Sql};

use super::{Archive, MergeReport, Row, damaged, from_json, numbered, to_json_key};
use crate::{
    catalogue::{self, ANSWER, PERSON, SESSION, Table},
    engine::store::{Records, Store, Tx},
    error::{Error, Result},
    op::{About, Op},
    row::seq,
};

/// A field in which what came is to be taken over, as a conflict names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The table.
    pub table: String,
    /// The key of the row, as JSON.
    pub key: String,
    /// The column.
    pub column: String,
}

impl Store {
    /// Brings a person's record in as [`Store::merge`] does, and then takes over what came in the fields that were chosen, in
    /// one step that can be taken back. A choice that is no open conflict by now is refused before anything changes.
    ///
    /// Bringing in cannot be taken back, so it is left out where nothing would be added.
    pub fn merge_choosing(
        &mut self,
        archive: &Archive,
        chosen: &[Choice],
        now: Timestamp,
    ) -> Result<MergeReport> {
        if chosen.is_empty() {
            return self.merge(archive, now);
        }
        let plan = self.plan_merge(archive, now)?;
        let is_open = |choice: &Choice| {
            plan.conflicts.iter().any(|conflict| {
                conflict.is_open()
                    && conflict.table == choice.table
                    && conflict.key == choice.key
                    && conflict.column == choice.column
            })
        };
        if !chosen.iter().all(is_open) {
            return Err(Error::NotFound { what: "conflict" });
        }
        let report = if plan.added.is_empty() {
            plan
        } else {
            self.merge(archive, now)?
        };
        self.transact(Op::TakeTheirs, About::person(archive.person), now, |tx| {
            tx.say(&format!("from {}", archive.vault));
            tx.take_theirs(archive, chosen)
        })?;
        Ok(report)
    }
}

impl Records {
    /// Tells whether a row belongs to a session whose note is signed here.
    pub(super) fn stands_under_a_signed_note(&self, table: &Table, row: &Row) -> Result<bool> {
        let session = if table.name == SESSION.name {
            row.get("id")
        } else {
            row.get("session").or_else(|| row.get("agreed_in"))
        };
        let Some(session) = session.filter(|session| session.is_object()) else {
            return Ok(false);
        };
        let signed = self
            .conn
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM note JOIN session ON session.seq = note.session
                     WHERE session.id = ? AND note.number > 0
                 )",
            )?
            .query_row([from_json(session)?], |row| row.get(0))?;
        Ok(signed)
    }
}

impl Tx<'_> {
    /// Puts what came into the place of ours, in rows of this person and in columns the catalogue lets a person choose in.
    fn take_theirs(&self, archive: &Archive, chosen: &[Choice]) -> Result<()> {
        let person = seq(self.conn(), archive.person)?;
        for choice in chosen {
            let gone = || Error::NotFound { what: "conflict" };
            let table = catalogue::table(&choice.table).ok_or_else(gone)?;
            let together = table.chosen_with(&choice.column).ok_or_else(gone)?;
            let mut rows = archive.tables.get(table.name).into_iter().flatten();
            let theirs = rows
                .find(|row| to_json_key(table, row) == choice.key)
                .ok_or_else(gone)?;
            let here = |column: &str| -> Result<Sql> {
                let written = theirs.get(column).ok_or_else(|| damaged(column))?;
                match catalogue::referred(column) {
                    Some(_) if written.is_null() => Ok(Sql::Null),
                    Some(list) => numbered(self.conn(), list, written, archive.person)?
                        .map(Sql::Integer)
                        .ok_or_else(|| damaged(column)),
                    None => from_json(written),
                }
            };
            if table.name == PERSON.name && together.contains(&"next_meeting") {
                // An appointment that went by unspoken of stays in question.
                let mut without = self.person(archive.person)?;
                without.details.next_meeting = None;
                self.keep_missed(&without)?;
            }
            let mut set: Vec<String> = together.iter().map(|c| format!("{c} = ?")).collect();
            let mut values: Vec<Sql> = together.iter().map(|c| here(c)).collect::<Result<_>>()?;
            if table.name == ANSWER.name {
                // Of several answers to one field the one given last counts, and this one is given now.
                set.push("changed = ?".to_owned());
                values.push(Sql::Integer((self.before + 1).cast_signed()));
            }
            let owner = table.owner().ok_or_else(gone)?;
            let mut which: Vec<String> = table.key.iter().map(|c| format!("{c} IS ?")).collect();
            for column in table.key {
                values.push(here(column)?);
            }
            which.push(format!("{owner} = ?"));
            let mut params: Vec<&dyn ToSql> =
                values.iter().map(|value| value as &dyn ToSql).collect();
            params.push(&person);
            let sql = format!(
                "UPDATE {} SET {} WHERE {}",
                table.name,
                set.join(", "),
                which.join(" AND ")
            );
            if self
                .conn()
                .prepare_cached(&sql)?
                .execute(params.as_slice())?
                != 1
            {
                return Err(gone());
            }
        }
        self.prove_readable(archive.person)
    }
}
