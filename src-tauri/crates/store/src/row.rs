//! Between rows and values: reading columns by name, and what a column can take.

use std::{collections::BTreeSet, marker::PhantomData, str::FromStr};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::{
    AddendumId, BoosterId, ConsentId, ContactId, EndingId, EventId, GoalId, HandOffId, MeetingId,
    NoteId, PersonId, PlanCopyId, PracticeId, PractitionerId, RehearsalId, SeriesId, SessionId,
    SheetId, ShortTermGoalId, SnippetId, StatementId, StepId, SupervisionId, SupporterId,
    Timestamp, text::LONGEST_TEXT,
};
use rusqlite::{
    Connection, OptionalExtension, Row, ToSql,
    types::{FromSql, FromSqlResult, ToSqlOutput, Type, ValueRef},
};
use uuid::Uuid;

use crate::{
    catalogue::Table,
    code::Code,
    error::{Error, Result, UnknownValue},
};

/// An id that is kept as 16 bytes, once: in the row that it names.
pub(crate) trait RuntimeId: Copy {
    /// Finds the number of the row.
    const FIND: &'static str;
    /// What the row is called.
    const WHAT: &'static str;
    fn from_uuid(uuid: Uuid) -> Self;
    fn bytes(self) -> [u8; 16];
}

macro_rules! runtime_ids {
    ($($id:ident $table:literal,)*) => {$(
        impl RuntimeId for $id {
            const FIND: &'static str = concat!("SELECT seq FROM ", $table, " WHERE id = ?");
            const WHAT: &'static str = $table;
            fn from_uuid(uuid: Uuid) -> Self { Self::new(uuid) }
            fn bytes(self) -> [u8; 16] { self.uuid().into_bytes() }
        }
    )*};
}

runtime_ids! {
    PersonId "person", PractitionerId "practitioner", MeetingId "meeting", StatementId "statement", GoalId "goal",
    ShortTermGoalId "short_term_goal", StepId "step", SessionId "session", PracticeId "practice", NoteId "note",
    AddendumId "addendum", SheetId "sheet", HandOffId "hand_off", SnippetId "snippet", SupporterId "supporter",
    ConsentId "consent", ContactId "contact", PlanCopyId "plan_copy", RehearsalId "rehearsal", EventId "event",
    SeriesId "series", EndingId "ending", BoosterId "booster", SupervisionId "supervision",
}

/// The number of a row in this vault, by which other rows refer to it: one to three bytes where its id has sixteen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Seq<I>(i64, PhantomData<I>);

impl<I> Seq<I> {
    /// The number itself, to be written into a text.
    pub(crate) const fn number(&self) -> i64 {
        self.0
    }
}

impl<I> ToSql for Seq<I> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl<I> FromSql for Seq<I> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(Self(value.as_i64()?, PhantomData))
    }
}

/// Returns the number of a row that must be there.
pub(crate) fn seq<I: RuntimeId>(conn: &Connection, id: I) -> Result<Seq<I>> {
    known(conn, id)?.ok_or(Error::NotFound { what: I::WHAT })
}

/// Returns the number of a row, where there is such a row.
pub(crate) fn known<I: RuntimeId>(conn: &Connection, id: I) -> Result<Option<Seq<I>>> {
    Ok(conn
        .prepare_cached(I::FIND)?
        .query_row([id.bytes()], |row| row.get("seq"))
        .optional()?)
}

/// Returns the number of a row that an optional reference names; nothing is SQL's null, so that foreign keys leave it alone.
pub(crate) fn opt_seq<I: RuntimeId>(conn: &Connection, id: Option<I>) -> Result<Option<Seq<I>>> {
    id.map(|id| seq(conn, id)).transpose()
}

/// Returns the bytes of an optional id.
pub(crate) fn opt_id<I: RuntimeId>(id: Option<I>) -> Option<[u8; 16]> {
    id.map(I::bytes)
}

/// Writes an optional day or moment; nothing is the empty text.
pub(crate) fn opt_text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Writes a local date and time in the ISO form, which sorts.
pub(crate) fn opt_local(value: Option<NaiveDateTime>) -> String {
    value.map(|value| format!("{value:?}")).unwrap_or_default()
}

/// Passes a text on if a field can take it.
pub(crate) fn text<'t>(field: &'static str, text: &'t str) -> Result<&'t str> {
    // Counting characters is only needed when the bytes do not already show that it fits.
    if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
        return Err(Error::TooLong {
            field,
            longest: LONGEST_TEXT,
        });
    }
    if text.contains('\0') {
        return Err(Error::Unwritable { field });
    }
    Ok(text)
}

/// Reads columns by name into values of the domain.
pub(crate) trait Columns {
    fn id<I: RuntimeId>(&self, column: &str) -> rusqlite::Result<I>;
    fn maybe_id<I: RuntimeId>(&self, column: &str) -> rusqlite::Result<Option<I>>;
    fn words(&self, column: &str) -> rusqlite::Result<String>;
    fn code<C: Code>(&self, column: &str) -> rusqlite::Result<C>;
    fn maybe_code<C: Code>(&self, column: &str) -> rusqlite::Result<Option<C>>;
    /// Several values, parted by spaces.
    fn codes<C: Code + Ord>(&self, column: &str) -> rusqlite::Result<BTreeSet<C>>;
    fn day(&self, column: &str) -> rusqlite::Result<NaiveDate>;
    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<NaiveDate>>;
    fn maybe_local(&self, column: &str) -> rusqlite::Result<Option<NaiveDateTime>>;
    fn maybe_time(&self, column: &str) -> rusqlite::Result<Option<NaiveTime>>;
    fn moment(&self, at: &str, offset: &str) -> rusqlite::Result<Timestamp>;
}

impl Columns for Row<'_> {
    fn id<I: RuntimeId>(&self, column: &str) -> rusqlite::Result<I> {
        self.get(column)
            .map(|bytes| I::from_uuid(Uuid::from_bytes(bytes)))
    }

    fn maybe_id<I: RuntimeId>(&self, column: &str) -> rusqlite::Result<Option<I>> {
        let bytes: Option<[u8; 16]> = self.get(column)?;
        Ok(bytes.map(|bytes| I::from_uuid(Uuid::from_bytes(bytes))))
    }

    fn words(&self, column: &str) -> rusqlite::Result<String> {
        self.get(column)
    }

    fn code<C: Code>(&self, column: &str) -> rusqlite::Result<C> {
        read(self, column, C::from_code)
    }

    fn maybe_code<C: Code>(&self, column: &str) -> rusqlite::Result<Option<C>> {
        maybe(self, column, C::from_code)
    }

    fn codes<C: Code + Ord>(&self, column: &str) -> rusqlite::Result<BTreeSet<C>> {
        let words = self.words(column)?;
        let codes = words.split_whitespace();
        codes
            .map(|code| C::from_code(code).ok_or_else(|| unknown(column)))
            .collect()
    }

    fn day(&self, column: &str) -> rusqlite::Result<NaiveDate> {
        read(self, column, parsed)
    }

    fn maybe_day(&self, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
        maybe(self, column, parsed)
    }

    fn maybe_local(&self, column: &str) -> rusqlite::Result<Option<NaiveDateTime>> {
        maybe(self, column, parsed)
    }

    fn maybe_time(&self, column: &str) -> rusqlite::Result<Option<NaiveTime>> {
        maybe(self, column, parsed)
    }

    fn moment(&self, at: &str, offset: &str) -> rusqlite::Result<Timestamp> {
        Ok(Timestamp {
            millis: self.get(at)?,
            offset: self.get(offset)?,
        })
    }
}

fn parsed<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn read<T>(row: &Row<'_>, column: &str, parse: impl Fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    maybe(row, column, parse)?.ok_or_else(|| unknown(column))
}

fn maybe<T>(
    row: &Row<'_>,
    column: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)?.as_str()? {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or_else(|| unknown(column)),
    }
}

/// Reports a value that no version of this program wrote.
pub(crate) fn unknown(column: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        Type::Text,
        Box::new(UnknownValue {
            column: column.to_owned(),
        }),
    )
}

/// Removes the rows of a list from a position on: what is left when a list has become shorter.
pub(crate) fn cut(
    conn: &Connection,
    table: &Table,
    owner: &str,
    seq: impl ToSql,
    length: usize,
) -> Result<()> {
    let sql = format!(
        "DELETE FROM {} WHERE {owner} = ? AND position >= ?",
        table.name
    );
    conn.prepare_cached(&sql)?
        .execute(rusqlite::params![seq, position(length)])?;
    Ok(())
}

/// Converts a place in a list.
pub(crate) fn position(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
