//! What left the vault, and the ledger that only grows.
//!
//! A row is entered before anything leaves, and says once how it ended: a row that still says *begun* is of a program that
//! was stopped in between, and nobody knows.

use std::collections::{BTreeMap, BTreeSet};

use domain::{HandOffId, NoteId, PersonId, Timestamp, TopicId, supporter::ConsentItem};
use rusqlite::{Connection, Params, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    catalogue,
    code::{Code, codes},
    engine::audit::{self, AuditEntry},
    engine::store::{Records, Tx},
    error::{Error, Result},
    op::Op,
    record::supporters::{read_items, written},
    row::{Columns, RuntimeId, opt_seq, text, unknown},
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
    /// As what, such as `pdf`, `print`, or `print 2-4` where only those pages were.
    pub format: String,
    /// To whom; may be empty.
    pub to: String,
    /// What it shows that the supporter it went to had no consent to see; somebody confirmed it.
    pub without_consent: BTreeSet<ConsentItem>,
    /// The topics whose pages it was.
    pub topics: Vec<TopicId>,
    /// Whether it was an unsigned note, which then still waits to be handed over.
    pub draft: bool,
    /// How it ended.
    pub outcome: Outcome,
}

/// How a hand-off ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// It was about to leave; nobody knows whether it did.
    Begun,
    /// It left.
    Left,
    /// It stayed: it could not be written, or somebody thought better of it.
    Stayed,
}

codes! {
    Outcome { Begun = "begun", Left = "left", Stayed = "stayed", }
}

/// Says so where something is not in the ledger any more of which the trail says that it left, or ended otherwise there.
pub(crate) fn untold(conn: &Connection) -> Result<Option<String>> {
    let mut statement = conn.prepare("SELECT id, outcome FROM hand_off")?;
    let there = statement
        .query_map([], |row| {
            let id: HandOffId = row.id("id")?;
            Ok((id.to_string(), row.words("outcome")?))
        })?
        .collect::<rusqlite::Result<BTreeMap<_, _>>>()?;
    let mut told = BTreeMap::new();
    for entry in audit::all_of(conn, Op::HandOff)? {
        for part in entry.detail.split("; ") {
            if let Some(left) = part.strip_prefix("hand-off ") {
                let (id, outcome) = left.split_once(' ').unwrap_or((left, ""));
                told.insert(id.to_owned(), outcome.to_owned());
            }
        }
    }
    let differs = told.iter().any(|(id, outcome)| {
        there
            .get(id)
            .is_none_or(|ended| !outcome.is_empty() && ended != outcome)
    });
    Ok(
        differs
            .then(|| "something that left is not in the ledger as the trail tells it".to_owned()),
    )
}

fn written_topics(topics: &[TopicId]) -> String {
    let ids: Vec<&str> = topics.iter().map(TopicId::as_str).collect();
    ids.join(" ")
}

impl Records {
    /// Returns what left the vault in a span of time, both ends included, newest first.
    pub fn hand_offs(&self, from: Timestamp, to: Timestamp) -> Result<Vec<HandOff>> {
        self.list_hand_offs("at BETWEEN ? AND ?", [from.millis, to.millis])
    }

    /// Returns what left the vault of one person's record, newest first.
    pub fn hand_offs_of(&self, person: PersonId) -> Result<Vec<HandOff>> {
        let theirs = "hand_off.person = (SELECT seq FROM person WHERE id = ?)";
        self.list_hand_offs(theirs, [person.bytes()])
    }

    fn list_hand_offs(&self, which: &str, params: impl Params) -> Result<Vec<HandOff>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT hand_off.id, note.id AS note, person.id AS person, what, at, at_offset, hand_off.format, recipient, without_consent,
                 topics, draft, outcome
             FROM hand_off LEFT JOIN note ON note.seq = hand_off.note LEFT JOIN person ON person.seq = hand_off.person
             WHERE {which} ORDER BY at DESC, hand_off.id DESC",
        ))?;
        let rows = statement.query_map(params, |row| {
            Ok(HandOff {
                id: row.id("id")?,
                note: row.maybe_id("note")?,
                person: row.maybe_id("person")?,
                what: row.words("what")?,
                at: row.moment("at", "at_offset")?,
                format: row.words("format")?,
                to: row.words("recipient")?,
                without_consent: read_items(&row.words("without_consent")?)
                    .ok_or_else(|| unknown("without_consent"))?,
                topics: row
                    .words("topics")?
                    .split_whitespace()
                    .map(TopicId::new)
                    .collect(),
                draft: row.get("draft")?,
                outcome: row.code("outcome")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns to whom something was handed over, whoever came last first, at most `limit`.
    pub fn recipients(&self, limit: u32) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT recipient FROM hand_off WHERE recipient <> ''
             GROUP BY recipient ORDER BY max(seq) DESC LIMIT ?",
        )?;
        let rows = statement.query_map([limit], |row| row.words("recipient"))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the audit trail of a span of time, both ends included, in the order it was written.
    pub fn audit(&self, from: Timestamp, to: Timestamp) -> Result<Vec<AuditEntry>> {
        audit::range(&self.conn, from, to)
    }
}

impl Tx<'_> {
    /// Enters that something leaves the vault. A note leaves either signed or as a draft.
    pub fn add_hand_off(&mut self, hand_off: &HandOff) -> Result<()> {
        if let Some(person) = hand_off.person {
            self.stays_with(person)?;
        }
        if let Some(note) = hand_off.note {
            let note = self.note(note)?;
            if note.state == domain::note::NoteState::Draft && !hand_off.draft {
                return Err(Error::NotSigned);
            }
            if hand_off.person.is_some_and(|person| person != note.person) {
                return Err(Error::OtherPerson);
            }
        }
        self.conn().execute(
            "INSERT INTO hand_off (id, note, person, what, at, at_offset, format, recipient, without_consent, topics,
                 draft, outcome)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                hand_off.id.bytes(),
                opt_seq(self.conn(), hand_off.note)?,
                opt_seq(self.conn(), hand_off.person)?,
                text("what", &hand_off.what)?,
                hand_off.at.millis,
                hand_off.at.offset,
                text("format", &hand_off.format)?,
                text("to", &hand_off.to)?,
                written(&hand_off.without_consent),
                text("topics", &written_topics(&hand_off.topics))?,
                hand_off.draft,
                hand_off.outcome.code(),
            ],
        )?;
        self.touch(&catalogue::HAND_OFF);
        self.say(&format!("hand-off {}", hand_off.id));
        if !hand_off.without_consent.is_empty() {
            self.say(&format!(
                "without consent to {}",
                written(&hand_off.without_consent)
            ));
        }
        self.note_is_handed_off(hand_off.id)
    }

    /// Enters several that leave together, as [`Tx::add_hand_off`] does each. Each has a row of the audit trail of its own.
    pub fn add_hand_offs(&mut self, all: &[HandOff]) -> Result<()> {
        all.iter()
            .try_for_each(|each| self.part(each.person, |tx| tx.add_hand_off(each)))
    }

    /// Says how several that were begun ended, likewise.
    pub fn end_hand_offs(&mut self, all: &[HandOff]) -> Result<()> {
        all.iter().try_for_each(|each| {
            self.part(each.person, |tx| tx.end_hand_off(each.id, each.outcome))
        })
    }

    /// Says how a hand-off that was begun ended.
    pub fn end_hand_off(&mut self, id: HandOffId, outcome: Outcome) -> Result<()> {
        let ended = self
            .conn()
            .prepare_cached("UPDATE hand_off SET outcome = ? WHERE id = ?")?
            .execute(params![outcome.code(), id.bytes()])?;
        if ended == 0 {
            return Err(Error::NotFound { what: "hand-off" });
        }
        self.touch(&catalogue::HAND_OFF);
        self.say(&format!("hand-off {id} {}", outcome.code()));
        self.note_is_handed_off(id)
    }

    /// A signed note that left waits no longer. One of which only some pages were printed (`print 2-4`) waits still.
    fn note_is_handed_off(&mut self, id: HandOffId) -> Result<()> {
        let marked = self
            .conn()
            .prepare_cached(
                "UPDATE note SET handed_off = 1 WHERE handed_off = 0
                     AND seq = (SELECT note FROM hand_off WHERE id = ? AND draft = 0 AND outcome = 'left'
                         AND format NOT LIKE 'print %')",
            )?
            .execute([id.bytes()])?;
        if marked > 0 {
            self.touch(&catalogue::NOTE);
        }
        Ok(())
    }
}
