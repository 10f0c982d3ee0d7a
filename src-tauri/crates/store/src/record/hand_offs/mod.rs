//! What left the vault, and the ledger that only grows.

use domain::{HandOffId, NoteId, PersonId, Timestamp};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    catalogue,
    engine::audit::{self, AuditEntry},
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, opt_id, text},
};

/// One thing that left the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOff {
    /// Names it.
    pub id: HandOffId,
    /// The note, if it was one.
    pub note: Option<NoteId>,
    /// Whose record it came from; `None` for a blank handout.
    pub person: Option<PersonId>,
    /// What it was, such as the title of the handout.
    pub what: String,
    /// When.
    pub at: Timestamp,
    /// As what, such as `pdf` or `print`.
    pub format: String,
    /// To whom or where; may be empty. A file's name, never its whole path.
    pub to: String,
}

impl Records {
    /// Returns what left the vault in a span of time, both ends included, newest first.
    pub fn hand_offs(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HandOff>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, note, person, what, at, at_offset, format, recipient
             FROM hand_off WHERE at BETWEEN ? AND ? ORDER BY at DESC, id DESC",
        )?;
        let rows = statement.query_map([from.millis, to.millis], |row| {
            Ok(HandOff {
                id: row.id("id")?,
                note: row.maybe_id("note")?,
                person: row.maybe_id("person")?,
                what: row.words("what")?,
                at: row.moment("at", "at_offset")?,
                format: row.words("format")?,
                to: row.words("recipient")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the audit trail of a span of time, both ends included, in the order it was written.
    pub fn audit(&self, from: Timestamp, to: Timestamp) -> Result<Vec<AuditEntry>> {
        audit::range(&self.conn, from, to)
    }
}

impl Tx<'_> {
    /// Notes that something left the vault. A note must be signed before it can leave.
    pub fn add_hand_off(&mut self, hand_off: &HandOff) -> Result<()> {
        if let Some(person) = hand_off.person {
            self.stays_with(person)?;
        }
        if let Some(note) = hand_off.note {
            let note = self.note(note)?;
            if note.state == domain::note::NoteState::Draft {
                return Err(Error::NotSigned);
            }
            if hand_off.person.is_some_and(|person| person != note.person) {
                return Err(Error::OtherPerson);
            }
        }
        self.conn().execute(
            "INSERT INTO hand_off (id, note, person, what, at, at_offset, format, recipient)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                hand_off.id.bytes(),
                opt_id(hand_off.note),
                opt_id(hand_off.person),
                text("what", &hand_off.what)?,
                hand_off.at.millis,
                hand_off.at.offset,
                text("format", &hand_off.format)?,
                text("to", &hand_off.to)?,
            ],
        )?;
        if let Some(note) = hand_off.note {
            self.conn()
                .prepare_cached("UPDATE note SET handed_off = 1 WHERE id = ? AND handed_off = 0")?
                .execute([note.bytes()])?;
        }
        self.touch(&catalogue::HAND_OFF);
        self.say(&format!("hand-off {}", hand_off.id));
        Ok(())
    }
}
