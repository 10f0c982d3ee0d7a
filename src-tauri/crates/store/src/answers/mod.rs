//! Answers to handout fields, and the filled copies of forms and worksheets.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Answer, AnswerKey, AnswerValue, Answers, BlockId, FieldId, GoalId, OptionId, PersonId,
    SessionId, SheetId, TopicId,
};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    error::Result,
    row::{Columns, RuntimeId, Table, opt_id, refuse_other_owner, text, unknown},
    store::{Records, Tx},
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
    /// The day it was begun.
    pub made_on: NaiveDate,
    /// What tells it from the others; may be empty.
    pub title: String,
}

const ANSWER: Table = Table {
    name: "answer",
    key: &["person", "topic", "sheet", "block", "field", "row_number"],
    rest: &[
        "kind",
        "value",
        "session",
        "pack_version",
        "answered_at",
        "answered_offset",
    ],
};

const SHEET: Table = Table {
    name: "sheet",
    key: &["id"],
    rest: &["person", "topic", "block", "goal", "made_on", "title"],
};

/// An answer that stands in the handout itself and in no filled copy.
const NO_SHEET: &[u8] = &[];

fn sheet_bytes(sheet: Option<SheetId>) -> Vec<u8> {
    sheet.map_or_else(|| NO_SHEET.to_vec(), |sheet| sheet.bytes().to_vec())
}

impl Records {
    /// Returns a person's answers to a topic: those in the handout itself, or those of one filled copy.
    pub fn answers(
        &self,
        person: PersonId,
        topic: &TopicId,
        sheet: Option<SheetId>,
    ) -> Result<Answers> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, sheet, block, field, row_number, kind, value
             FROM answer WHERE person = ? AND topic = ? AND sheet = ?",
        )?;
        let rows = statement.query_map(
            params![person.bytes(), topic.as_str(), sheet_bytes(sheet)],
            read,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns everything a person ever answered, on every page and copy.
    pub fn all_answers(&self, person: PersonId) -> Result<Vec<Answer>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, sheet, block, field, row_number, kind, value FROM answer WHERE person = ?",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            let (key, value) = read(row)?;
            Ok(Answer { key, value })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what was answered in one session, for its note.
    pub fn answers_in(&self, person: PersonId, session: SessionId) -> Result<Answers> {
        let mut statement = self.conn.prepare_cached(
            "SELECT topic, sheet, block, field, row_number, kind, value
             FROM answer WHERE person = ? AND session = ?",
        )?;
        let rows = statement.query_map(params![person.bytes(), session.bytes()], read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns a person's filled copies, newest first.
    pub fn sheets(&self, person: PersonId) -> Result<Vec<Sheet>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, topic, block, goal, made_on, title FROM sheet
             WHERE person = ? ORDER BY made_on DESC, id DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Sheet {
                id: row.id("id")?,
                topic: TopicId::new(row.words("topic")?),
                block: Some(row.words("block")?)
                    .filter(|block| !block.is_empty())
                    .map(BlockId::new),
                about: row.maybe_id("goal")?,
                made_on: row.day("made_on")?,
                title: row.words("title")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Saves one answer with the session and the pack version it was given in; `None` or an empty one removes it.
    pub fn save_answer(
        &mut self,
        person: PersonId,
        session: Option<SessionId>,
        key: &AnswerKey,
        value: Option<&AnswerValue>,
        pack_version: &str,
    ) -> Result<()> {
        self.stays_with(person)?;
        if let Some(sheet) = key.sheet {
            refuse_other_owner(self.conn(), "sheet", sheet.bytes(), person)?;
        }
        let sheet = sheet_bytes(key.sheet);
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            self.conn()
                .prepare_cached(
                    "DELETE FROM answer
                     WHERE person = ? AND topic = ? AND sheet = ? AND block = ? AND field = ? AND row_number = ?",
                )?
                .execute(params![
                    person.bytes(),
                    key.topic.as_str(),
                    sheet,
                    key.block.as_str(),
                    key.field.as_str(),
                    key.row
                ])?;
            return Ok(());
        };
        let (kind, value) = write(value);
        ANSWER.put(
            self.conn(),
            &[
                &person.bytes(),
                &key.topic.as_str(),
                &sheet,
                &key.block.as_str(),
                &key.field.as_str(),
                &key.row,
                &kind,
                &text("answer", &value)?,
                &opt_id(session),
                &pack_version,
                &self.now.millis,
                &self.now.offset,
            ],
        )
    }

    /// Begins a filled copy, or changes its title and what it is about.
    pub fn add_sheet(&mut self, person: PersonId, sheet: &Sheet) -> Result<()> {
        self.stays_with(person)?;
        refuse_other_owner(self.conn(), "sheet", sheet.id.bytes(), person)?;
        SHEET.put(
            self.conn(),
            &[
                &sheet.id.bytes(),
                &person.bytes(),
                &sheet.topic.as_str(),
                &sheet.block.as_ref().map_or("", BlockId::as_str),
                &opt_id(sheet.about),
                &sheet.made_on.to_string(),
                &text("title", &sheet.title)?,
            ],
        )
    }

    /// Carries the answers of one copy into another, word for word. They belong to no session: nobody gave them in one
    /// a second time.
    pub fn carry_answers(&mut self, person: PersonId, from: SheetId, to: SheetId) -> Result<()> {
        self.stays_with(person)?;
        for sheet in [from, to] {
            refuse_other_owner(self.conn(), "sheet", sheet.bytes(), person)?;
        }
        self.conn()
            .prepare_cached(
                "INSERT INTO answer (person, topic, sheet, block, field, row_number, kind, value, session, pack_version,
                     answered_at, answered_offset)
                 SELECT person, topic, ?, block, field, row_number, kind, value, NULL, pack_version, ?, ?
                 FROM answer WHERE person = ? AND sheet = ?",
            )?
            .execute(params![
                to.bytes(),
                self.now.millis,
                self.now.offset,
                person.bytes(),
                from.bytes()
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
        AnswerValue::Number(number) => ("number", number.to_string()),
        AnswerValue::Date(day) => ("date", day.to_string()),
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<(AnswerKey, AnswerValue)> {
    let sheet: Vec<u8> = row.get("sheet")?;
    let key = AnswerKey {
        topic: TopicId::new(row.words("topic")?),
        block: BlockId::new(row.words("block")?),
        field: FieldId::new(row.words("field")?),
        row: row.get("row_number")?,
        sheet: Uuid::from_slice(&sheet).ok().map(SheetId::new),
    };
    let value = row.words("value")?;
    let value = match row.words("kind")?.as_str() {
        "text" => Some(AnswerValue::Text(value)),
        "choice" => Some(AnswerValue::Choice(OptionId::new(value))),
        "ticks" => serde_json::from_str::<Vec<String>>(&value).ok().map(|ids| {
            AnswerValue::Ticks(ids.into_iter().map(OptionId::new).collect::<BTreeSet<_>>())
        }),
        "number" => value.parse().ok().map(AnswerValue::Number),
        "date" => value.parse().ok().map(AnswerValue::Date),
        _ => None,
    };
    Ok((key, value.ok_or_else(|| unknown("value"))?))
}
