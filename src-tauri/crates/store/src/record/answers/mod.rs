//! Answers to handout fields, and the filled copies of forms and worksheets.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Answer, AnswerKey, AnswerValue, Answers, BlockId, Edition, FieldId, GoalId, OptionId, PersonId,
    SessionId, SheetId, TopicId, number::Hundredths, outcome::Missing,
};
use rusqlite::{Params, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::editions;
use crate::{
    catalogue::{ANSWER, SHEET},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, Seq, opt_id, opt_seq, opt_text, seq, text, unknown},
};

/// One filled copy of a form, or of a worksheet that can be filled many times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// Names it.
    pub id: SheetId,
    /// The form, or the topic the worksheet stands in.
    pub topic: TopicId,
    /// The worksheet; `None` for a form, whose copy covers the whole page.
    pub block: Option<BlockId>,
    /// The goal it is about, such as the one a problem-solving sheet serves.
    pub about: Option<GoalId>,
    /// The day it was begun, or filled on paper.
    pub made_on: NaiveDate,
    /// Whether it was filled on paper and typed in from there.
    pub on_paper: bool,
    /// What tells it from the others; may be empty.
    pub title: String,
    /// The day on which a plan is to be looked at again; `None` where nobody set one.
    pub review_on: Option<NaiveDate>,
}

impl Sheet {
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            topic: TopicId::new(row.words("topic")?),
            block: Some(row.words("block")?)
                .filter(|block| !block.is_empty())
                .map(BlockId::new),
            about: row.maybe_id("goal")?,
            made_on: row.day("made_on")?,
            on_paper: row.get("on_paper")?,
            title: row.words("title")?,
            review_on: row.maybe_day("review_on")?,
        })
    }
}

/// What every list of answers selects; a list adds its WHERE. In the order they were given, so that the last one counts.
const SELECT: &str = "SELECT field.topic, sheet.id AS sheet, field.block, field.name AS field, row_number, kind, value
     FROM answer JOIN field ON field.seq = answer.field LEFT JOIN sheet ON sheet.seq = answer.sheet
     WHERE answer.person = (SELECT seq FROM person WHERE id = ?)";
const IN_ORDER: &str = "ORDER BY answer.changed, answer.seq";

impl Records {
    /// Returns a person's answers to a topic: those in the handout itself, or those of one filled copy.
    pub fn answers(
        &self,
        person: PersonId,
        topic: &TopicId,
        sheet: Option<SheetId>,
    ) -> Result<Answers> {
        self.that_count(
            "AND field.topic = ? AND sheet.id IS ?",
            params![person.bytes(), topic.as_str(), opt_id(sheet)],
        )
    }

    /// Returns everything a person ever answered, on every page and copy, as it stands now.
    pub fn all_answers(&self, person: PersonId) -> Result<Vec<Answer>> {
        let answers = self.that_count("", [person.bytes()])?;
        let answer = |(key, value)| Answer { key, value };
        Ok(answers.into_iter().map(answer).collect())
    }

    /// Returns what was answered in one session, for its note. What was answered to the same field in a later session takes
    /// nothing away from it.
    pub fn answers_in(&self, person: PersonId, session: SessionId) -> Result<Answers> {
        self.that_count(
            "AND session = (SELECT seq FROM session WHERE id = ?)",
            params![person.bytes(), session.bytes()],
        )
    }

    /// Of several answers to one field the last one counts, and one that was taken back is none.
    fn that_count(&self, which: &str, params: impl Params) -> Result<Answers> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("{SELECT} {which} {IN_ORDER}"))?;
        let mut rows = statement.query(params)?;
        let mut answers = Answers::new();
        while let Some(row) = rows.next()? {
            match read(row)? {
                (key, Some(value)) => answers.insert(key, value),
                (key, None) => answers.remove(&key),
            };
        }
        Ok(answers)
    }

    /// Returns the topics on whose own pages a person answered anything, in no order.
    pub fn answered_topics(&self, person: PersonId) -> Result<Vec<TopicId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT topic FROM (
                 SELECT DISTINCT field FROM answer
                 WHERE person = (SELECT seq FROM person WHERE id = ?) AND coalesce(sheet, 0) = 0
             ) JOIN field ON field.seq = field",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(TopicId::new(row.words("topic")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns a person's filled copies, newest first.
    pub fn sheets(&self, person: PersonId) -> Result<Vec<Sheet>> {
        self.list_sheets("ORDER BY made_on DESC, sheet.id DESC", [person.bytes()])
    }

    /// Returns one of a person's filled copies.
    pub fn sheet(&self, person: PersonId, id: SheetId) -> Result<Sheet> {
        self.list_sheets("AND sheet.id = ?", [person.bytes(), id.bytes()])?
            .pop()
            .ok_or(Error::NotFound { what: "sheet" })
    }

    fn list_sheets(&self, which: &str, params: impl Params) -> Result<Vec<Sheet>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT sheet.id, topic, block, goal.id AS goal, made_on, on_paper, title, review_on
             FROM sheet LEFT JOIN goal ON goal.seq = sheet.goal
             WHERE sheet.person = (SELECT seq FROM person WHERE id = ?) {which}"
        ))?;
        let rows = statement.query_map(params, Sheet::read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Where an answer stands.
#[derive(Clone, Copy)]
struct Place {
    person: Seq<PersonId>,
    sheet: Option<Seq<SheetId>>,
    session: Option<Seq<SessionId>>,
    row: u16,
}

impl Tx<'_> {
    /// Saves one answer with the session it was given in and the pack that supplied the page; `None` or an empty one takes
    /// it back. What was answered to the same field in another session stays as it was then.
    pub fn save_answer(
        &mut self,
        person: PersonId,
        session: Option<SessionId>,
        key: &AnswerKey,
        value: Option<&AnswerValue>,
        edition: &Edition,
    ) -> Result<()> {
        self.stays_with(person)?;
        let person = seq(self.conn(), person)?;
        let place = Place {
            person,
            sheet: key.sheet.map(|id| self.owned(id, person)).transpose()?,
            session: session.map(|id| self.owned(id, person)).transpose()?,
            row: key.row,
        };
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            return self.take_back(place, key, edition);
        };
        let (kind, value) = write(value);
        let field = editions::field(self.conn(), key)?;
        self.put_answer(place, field, kind, text("answer", &value)?, edition)
    }

    /// Takes an answer back. Where an earlier session gave one, a row that says "none" stands above it.
    fn take_back(&self, place: Place, key: &AnswerKey, edition: &Edition) -> Result<()> {
        let conn = self.conn();
        let Some(field) = editions::known_field(conn, key)? else {
            return Ok(());
        };
        let elsewhere: bool = conn
            .prepare_cached(
                "SELECT EXISTS (
                     SELECT 1 FROM answer
                     WHERE person = ? AND field = ? AND sheet IS ? AND row_number = ? AND session IS NOT ?
                 )",
            )?
            .query_row(
                params![place.person, field, place.sheet, place.row, place.session],
                |row| row.get(0),
            )?;
        if elsewhere {
            return self.put_answer(place, field, "none", "", edition);
        }
        conn.prepare_cached(
            "DELETE FROM answer WHERE person = ? AND field = ? AND sheet IS ? AND row_number = ?",
        )?
        .execute(params![place.person, field, place.sheet, place.row])?;
        Ok(())
    }

    fn put_answer(
        &self,
        place: Place,
        field: i64,
        kind: &str,
        value: &str,
        edition: &Edition,
    ) -> Result<()> {
        let conn = self.conn();
        ANSWER.put(
            conn,
            &[
                &place.person,
                &field,
                &place.sheet,
                &place.row,
                &place.session,
                &kind,
                &value,
                &editions::number(conn, edition)?,
                &(self.before + 1).cast_signed(),
            ],
        )
    }

    /// Begins a filled copy, or changes its title and what it is about.
    pub fn add_sheet(&mut self, person: PersonId, sheet: &Sheet) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        SHEET.put(
            conn,
            &[
                &sheet.id.bytes(),
                &seq(conn, person)?,
                &sheet.topic.as_str(),
                &sheet.block.as_ref().map_or("", BlockId::as_str),
                &opt_seq(conn, sheet.about)?,
                &sheet.made_on.to_string(),
                &sheet.on_paper,
                &text("title", &sheet.title)?,
                &opt_text(sheet.review_on),
            ],
        )
    }

    /// Carries the answers of one copy into another, word for word. They belong to no session: nobody gave them in one
    /// a second time.
    pub fn carry_answers(&mut self, person: PersonId, from: SheetId, to: SheetId) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let person = seq(conn, person)?;
        let [from, to] = [self.owned(from, person)?, self.owned(to, person)?];
        // Of several answers to one field only the one that counts is carried.
        conn.prepare_cached(
            "INSERT INTO answer (person, field, sheet, row_number, session, kind, value, edition, changed)
             SELECT person, field, ?, row_number, NULL, kind, value, edition, ?
             FROM answer AS given
             WHERE person = ? AND sheet = ? AND kind <> 'none' AND NOT EXISTS (
                 SELECT 1 FROM answer AS later
                 WHERE later.person = given.person AND later.field = given.field AND later.sheet IS given.sheet
                     AND later.row_number = given.row_number
                     AND (later.changed, later.seq) > (given.changed, given.seq)
             )",
        )?
        .execute(params![
            to,
            (self.before + 1).cast_signed(),
            person,
            from
        ])?;
        Ok(())
    }
}

/// Returns the kind of an answer and its text. Ticks are a JSON list of option ids.
fn write(value: &AnswerValue) -> (&'static str, String) {
    match value {
        AnswerValue::Text(words) => ("text", words.clone()),
        AnswerValue::Choice(option) => ("choice", option.as_str().to_owned()),
        AnswerValue::Ticks(options) => {
            let ids: Vec<serde_json::Value> = options
                .iter()
                .map(|option| option.as_str().into())
                .collect();
            ("ticks", serde_json::Value::Array(ids).to_string())
        }
        AnswerValue::Number(number) => ("number", number.plain()),
        AnswerValue::Date(day) => ("date", day.to_string()),
        AnswerValue::AsTyped(typed) => ("asTyped", typed.clone()),
        AnswerValue::Missing(why) => ("missing", why.code().to_owned()),
    }
}

/// Reads an answer; its value is nothing where it was taken back.
fn read(row: &Row<'_>) -> rusqlite::Result<(AnswerKey, Option<AnswerValue>)> {
    let key = AnswerKey {
        topic: TopicId::new(row.words("topic")?),
        block: BlockId::new(row.words("block")?),
        field: FieldId::new(row.words("field")?),
        row: row.get("row_number")?,
        sheet: row.maybe_id("sheet")?,
    };
    let value = row.words("value")?;
    let value = match row.words("kind")?.as_str() {
        "none" => return Ok((key, None)),
        "text" => Some(AnswerValue::Text(value)),
        "choice" => Some(AnswerValue::Choice(OptionId::new(value))),
        "ticks" => serde_json::from_str::<Vec<String>>(&value).ok().map(|ids| {
            AnswerValue::Ticks(ids.into_iter().map(OptionId::new).collect::<BTreeSet<_>>())
        }),
        "number" => Hundredths::from_plain(&value).map(AnswerValue::Number),
        "date" => value.parse().ok().map(AnswerValue::Date),
        "asTyped" => Some(AnswerValue::AsTyped(value)),
        "missing" => Missing::from_code(&value).map(AnswerValue::Missing),
        _ => None,
    };
    Ok((key, Some(value.ok_or_else(|| unknown("value"))?)))
}
