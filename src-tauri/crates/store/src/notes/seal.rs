//! The chain of seals over signed notes and addenda, in the order they were signed.
//!
//! The triggers keep a signed note from being changed through SQL; the chain shows when somebody went around them.

use domain::{
    NoteId, Timestamp,
    note::{Addendum, Note, NoteState},
};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::{
    audit::{ChainReport, Seal, hex},
    code::Code,
    error::{Damage, Error, Result},
    row::Columns,
    store::{Records, Store},
};

/// Where the chain ends.
pub(super) struct End {
    pub(super) link: i64,
    pub(super) seal: String,
}

/// What the first note stands on: another vault's notes do not fit here.
fn root(vault: Uuid) -> String {
    hex(&Seal::new("waymark notes 1").part(vault.as_bytes()).finish())
}

pub(super) fn end(conn: &Connection, vault: Uuid) -> Result<End> {
    let last = conn
        .prepare_cached(
            "SELECT link, seal FROM (
                 SELECT link, seal FROM note WHERE link > 0
                 UNION ALL SELECT link, seal FROM addendum
             ) ORDER BY link DESC LIMIT 1",
        )?
        .query_row([], |row| {
            Ok(End {
                link: row.get("link")?,
                seal: row.get("seal")?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or_else(|| End {
        link: 0,
        seal: root(vault),
    }))
}

/// Seals a note with its content, its place and its signature.
pub(super) fn of_note(previous: &str, note: &Note, number: u32, at: Timestamp, by: &str) -> String {
    let mut seal = Seal::new("waymark note 1")
        .part(previous.as_bytes())
        .number(i64::from(number))
        .part(note.id.uuid().as_bytes())
        .part(note.session.uuid().as_bytes())
        .part(note.person.uuid().as_bytes())
        .part(note.on.to_string().as_bytes())
        .part(note.lang.code().as_bytes())
        .number(at.millis)
        .number(i64::from(at.offset))
        .part(by.as_bytes());
    for section in &note.sections {
        seal = seal
            .part(section.kind.code().as_bytes())
            .part(section.drafted.as_bytes())
            .part(section.text.as_bytes())
            .part(section.judgement.as_bytes())
            .number(i64::from(section.unconfirmed));
    }
    hex(&seal.finish())
}

/// Seals an addendum with its content and its signature.
pub(super) fn of_addendum(previous: &str, note: NoteId, addendum: &Addendum) -> String {
    let seal = Seal::new("waymark addendum 1")
        .part(previous.as_bytes())
        .part(note.uuid().as_bytes())
        .part(addendum.id.uuid().as_bytes())
        .part(addendum.words.as_bytes())
        .part(addendum.reason.as_bytes())
        .number(addendum.at.millis)
        .number(i64::from(addendum.at.offset))
        .part(addendum.by.as_bytes());
    hex(&seal.finish())
}

impl Store {
    /// Walks the chain of signed notes and addenda, and compares its end with the audit trail.
    pub fn verify_notes(&self) -> Result<ChainReport> {
        verify(&self.records, self.header.vault)
    }
}

/// Walks the chain on any connection.
pub(crate) fn verify(records: &Records, vault: Uuid) -> Result<ChainReport> {
    let links = links(&records.conn)?;
    let mut previous = root(vault);
    let mut expected: i64 = 1;
    let broken = |place: i64| ChainReport {
        good: (place - 1).cast_unsigned(),
        broken_at: Some(place.cast_unsigned()),
    };
    for link in &links {
        let note = match records.note(link.note) {
            Ok(note) => note,
            // Its note was removed, or holds something that no version of this program wrote.
            Err(
                Error::NotFound { .. }
                | Error::Damaged {
                    what: Damage::Value { .. },
                },
            ) => {
                return Ok(broken(expected));
            }
            Err(error) => return Err(error),
        };
        let computed = match &link.addendum {
            None => match &note.state {
                NoteState::Signed { at, by, number, .. } => {
                    of_note(&previous, &note, *number, *at, by)
                }
                NoteState::Draft => return Ok(broken(expected)),
            },
            Some(id) => match note
                .addenda
                .iter()
                .find(|addendum| addendum.id.uuid() == *id)
            {
                Some(addendum) => of_addendum(&previous, note.id, addendum),
                None => return Ok(broken(expected)),
            },
        };
        if link.place != expected || link.seal != computed {
            return Ok(broken(expected));
        }
        previous = computed;
        expected += 1;
    }
    // A chain cut off at its end is whole in itself; the audit trail still knows how long it was.
    if sealed_by_audit(&records.conn)? != links.len() as u64 {
        return Ok(broken(expected));
    }
    Ok(ChainReport {
        good: links.len() as u64,
        broken_at: None,
    })
}

struct Link {
    place: i64,
    note: NoteId,
    addendum: Option<Uuid>,
    seal: String,
}

fn links(conn: &Connection) -> Result<Vec<Link>> {
    let mut statement = conn.prepare(
        "SELECT link, id AS note, NULL AS addendum, seal FROM note WHERE link > 0 OR number > 0
         UNION ALL SELECT link, note, id AS addendum, seal FROM addendum
         ORDER BY link",
    )?;
    let rows = statement.query_map([], |row| {
        let addendum: Option<[u8; 16]> = row.get("addendum")?;
        Ok(Link {
            place: row.get("link")?,
            note: row.id("note")?,
            addendum: addendum.map(Uuid::from_bytes),
            seal: row.get("seal")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Counts what the audit trail says was sealed. Several notes can be sealed in one action, such as the sample caseload.
fn sealed_by_audit(conn: &Connection) -> Result<u64> {
    let mut statement = conn.prepare("SELECT detail FROM audit WHERE detail <> ''")?;
    let details = statement.query_map([], |row| row.get::<_, String>("detail"))?;
    let mut count = 0;
    for detail in details {
        count += detail?.matches(" seal ").count() as u64;
    }
    Ok(count)
}
