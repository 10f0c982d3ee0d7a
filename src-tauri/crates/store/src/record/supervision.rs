//! Supervision, training, and what practitioners say of their own work. It belongs to the vault, and is about nobody in it.

use chrono::NaiveDate;
use domain::{
    SupervisionId,
    supervision::{MirrorAnswer, Supervision, SupervisionDetails},
};

use crate::{
    catalogue::{MIRROR, SUPERVISION},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, text},
};

impl Records {
    /// Returns the log of supervision and training, the newest day first.
    pub fn supervisions(&self) -> Result<Vec<Supervision>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, on_day, kind, minutes, met, who, practised, words FROM supervision ORDER BY on_day DESC, seq DESC",
        )?;
        let said = |number: u32| (number > 0).then_some(number);
        let rows = statement.query_map([], |row| {
            Ok(Supervision {
                id: row.id("id")?,
                details: SupervisionDetails {
                    on: row.day("on_day")?,
                    kind: row.code("kind")?,
                    minutes: said(row.get("minutes")?),
                    met: said(row.get("met")?),
                    who: row.words("who")?,
                    practised: row.words("practised")?,
                    words: row.words("words")?,
                },
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns what was said of the items of the mirror for the stretch of time that begins on this day.
    pub fn mirror_answers(&self, period: NaiveDate) -> Result<Vec<MirrorAnswer>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT period, item, level, words FROM mirror WHERE period = ? ORDER BY item",
        )?;
        let rows = statement.query_map([period.to_string()], |row| {
            let level: u8 = row.get("level")?;
            Ok(MirrorAnswer {
                period: row.day("period")?,
                item: row.words("item")?,
                level: (level > 0).then_some(level),
                words: row.words("words")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Enters a meeting of supervision or training, or changes what was entered.
    pub fn save_supervision(&mut self, supervision: &Supervision) -> Result<()> {
        let details = &supervision.details;
        SUPERVISION.put(
            self.conn(),
            &[
                &supervision.id.bytes(),
                &details.on.to_string(),
                &details.kind.code(),
                &details.minutes.unwrap_or_default(),
                &details.met.unwrap_or_default(),
                &text("who met", &details.who)?,
                &text("what was practised", &details.practised)?,
                &text("words", &details.words)?,
            ],
        )
    }

    /// Takes a meeting out of the log.
    pub fn remove_supervision(&mut self, id: SupervisionId) -> Result<()> {
        let gone = self
            .conn()
            .prepare_cached("DELETE FROM supervision WHERE id = ?")?
            .execute([id.bytes()])?;
        match gone {
            0 => Err(Error::NotFound {
                what: "supervision",
            }),
            _ => Ok(()),
        }
    }

    /// Keeps what somebody says of their own work for a stretch of time.
    pub fn save_mirror_answer(&mut self, answer: &MirrorAnswer) -> Result<()> {
        MIRROR.put(
            self.conn(),
            &[
                &answer.period.to_string(),
                &text("item", &answer.item)?,
                &answer.level.unwrap_or_default(),
                &text("words", &answer.words)?,
            ],
        )
    }
}
