//! Seals: what was signed, as a hash that stands in the audit trail.
//!
//! A seal covers salted digests of the facts and of each section, never the words themselves, so that a person can be
//! erased, words and salts, and every seal still verifies. The trail chains the seals: whoever edits a signed note and its
//! seal has to rewrite the trail from there to its end, and the end stands in the head file and on signed paper.

use domain::{NoteId, PersonId, note::Addendum};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use crate::{
    code::Code,
    engine::{
        audit::{ChainReport, Seal},
        store::{Records, Store},
    },
    error::Result,
    op::Op,
    row::{Columns, RuntimeId, Seq},
};

/// A digest that nobody can guess words from: `salt` is random, and goes when the words go.
fn digest(salt: &[u8], position: i64) -> Seal {
    Seal::new("waymark digest 2").part(salt).number(position)
}

/// The place of the facts among the sections of a note.
const FACTS: i64 = -1;

/// Computes the digest of the facts.
fn of_facts(salt: &[u8], facts: &str) -> [u8; 32] {
    digest(salt, FACTS).part(facts.as_bytes()).finish()
}

/// A section as it is sealed.
struct Section {
    position: i64,
    kind: String,
    digest: Vec<u8>,
}

/// Reads the sections of a note with their digests, computed from the words or, after an erasure, as they were kept.
fn sections(conn: &Connection, note: [u8; 16], salt: &[u8]) -> Result<Vec<Section>> {
    let mut statement = conn.prepare_cached(
        "SELECT position, kind, drafted, text, judgement, unconfirmed, digest
         FROM note_section WHERE note = (SELECT seq FROM note WHERE id = ?) ORDER BY position",
    )?;
    let rows = statement.query_map([note], |row| {
        let position = row.get("position")?;
        let text = row.get_ref("text")?.as_str()?;
        let computed = || -> rusqlite::Result<Vec<u8>> {
            let drafted: Option<String> = row.get("drafted")?;
            let sealed = digest(salt, position)
                .part(drafted.as_deref().unwrap_or(text).as_bytes())
                .part(text.as_bytes())
                .part(row.get_ref("judgement")?.as_str()?.as_bytes())
                .number(row.get("unconfirmed")?);
            Ok(sealed.finish().to_vec())
        };
        Ok(Section {
            position,
            kind: row.get("kind")?,
            digest: if salt.is_empty() {
                row.get("digest")?
            } else {
                computed()?
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Computes the seal of a note as it lies in the database; nothing where it is not there.
pub(crate) fn of_note(conn: &Connection, note: [u8; 16]) -> Result<Option<[u8; 32]>> {
    struct Head {
        seal: Seal,
        salt: Vec<u8>,
        facts: String,
        digest: Vec<u8>,
    }
    let head = conn
        .prepare_cached(
            "SELECT note.id, session.id AS session, person.id AS person, origin.vault, note.on_day, lang, format, signed_at,
                 signed_offset, signed_by, facts, salt, digest
             FROM note JOIN session ON session.seq = note.session JOIN person ON person.seq = note.person
             JOIN origin ON origin.seq = note.origin WHERE note.id = ?",
        )?
        .query_row([note], |row| {
            let origin: String = row.get("vault")?;
            Ok(Head {
                seal: Seal::new("waymark note 2")
                    .part(origin.as_bytes())
                    .part(row.get_ref("id")?.as_blob()?)
                    .part(row.get_ref("session")?.as_blob()?)
                    .part(row.get_ref("person")?.as_blob()?)
                    .part(row.get_ref("on_day")?.as_str()?.as_bytes())
                    .part(row.get_ref("lang")?.as_str()?.as_bytes())
                    .part(row.get_ref("format")?.as_str()?.as_bytes())
                    .moment(row.moment("signed_at", "signed_offset")?)
                    .part(row.get_ref("signed_by")?.as_str()?.as_bytes()),
                salt: row.get("salt")?,
                facts: row.get("facts")?,
                digest: row.get("digest")?,
            })
        })
        .optional()?;
    let Some(head) = head else {
        return Ok(None);
    };
    let facts = if head.salt.is_empty() {
        head.digest
    } else {
        of_facts(&head.salt, &head.facts).to_vec()
    };
    let sections = sections(conn, note, &head.salt)?;
    let seal = sections
        .iter()
        .fold(head.seal.part(&facts), |seal, section| {
            seal.number(section.position)
                .part(section.kind.as_bytes())
                .part(&section.digest)
        });
    Ok(Some(seal.finish()))
}

/// Computes the seal of an addendum as it lies in the database.
pub(crate) fn of_addendum(conn: &Connection, addendum: [u8; 16]) -> Result<Option<[u8; 32]>> {
    let sealed = conn
        .prepare_cached(
            "SELECT addendum.id, note.id AS note, person.id AS person, origin.vault, kind, words, reason, at, at_offset, by_whom,
                 addendum.salt, addendum.digest
             FROM addendum JOIN note ON note.seq = addendum.note JOIN person ON person.seq = addendum.person
             JOIN origin ON origin.seq = addendum.origin WHERE addendum.id = ?",
        )?
        .query_row([addendum], |row| {
            let salt: Vec<u8> = row.get("salt")?;
            let said = if salt.is_empty() {
                row.get("digest")?
            } else {
                digest_of_addendum(row, &salt)?
            };
            let origin: String = row.get("vault")?;
            Ok(Seal::new("waymark addendum 2")
                .part(origin.as_bytes())
                .part(row.get_ref("id")?.as_blob()?)
                .part(row.get_ref("note")?.as_blob()?)
                .part(row.get_ref("person")?.as_blob()?)
                .part(row.get_ref("kind")?.as_str()?.as_bytes())
                .part(&said)
                .moment(row.moment("at", "at_offset")?)
                .part(row.get_ref("by_whom")?.as_str()?.as_bytes())
                .finish())
        })
        .optional()?;
    Ok(sealed)
}

/// Computes the seal of an addendum that is about to be written: once it is there, nothing can be added to it.
pub(super) fn of_new_addendum(
    vault: Uuid,
    note: NoteId,
    person: PersonId,
    addendum: &Addendum,
    salt: &[u8],
) -> [u8; 32] {
    Seal::new("waymark addendum 2")
        .part(vault.to_string().as_bytes())
        .part(&addendum.id.bytes())
        .part(&note.bytes())
        .part(&person.bytes())
        .part(addendum.kind.code().as_bytes())
        .part(&of_words(salt, &addendum.words, &addendum.reason))
        .moment(addendum.at)
        .part(addendum.by.as_bytes())
        .finish()
}

fn digest_of_addendum(row: &Row<'_>, salt: &[u8]) -> rusqlite::Result<Vec<u8>> {
    let (words, reason) = (
        row.get_ref("words")?.as_str()?,
        row.get_ref("reason")?.as_str()?,
    );
    Ok(of_words(salt, words, reason).to_vec())
}

fn of_words(salt: &[u8], words: &str, reason: &str) -> [u8; 32] {
    digest(salt, FACTS)
        .part(words.as_bytes())
        .part(reason.as_bytes())
        .finish()
}

/// Writes down the digests of everything sealed of a person, so that the words and salts can go.
pub(crate) fn keep_digests(conn: &Connection, person: Seq<PersonId>) -> Result<()> {
    let mut notes = conn.prepare(
        "SELECT id, salt, facts FROM note WHERE person = ? AND number > 0 AND salt <> x''",
    )?;
    let notes = notes
        .query_map([person], |row| {
            Ok((
                row.get::<_, [u8; 16]>("id")?,
                row.get::<_, Vec<u8>>("salt")?,
                row.get::<_, String>("facts")?,
            ))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (note, salt, facts) in notes {
        for section in sections(conn, note, &salt)? {
            conn.prepare_cached(
                "UPDATE note_section SET digest = ?
                 WHERE note = (SELECT seq FROM note WHERE id = ?) AND position = ?",
            )?
            .execute(params![section.digest, note, section.position])?;
        }
        conn.prepare_cached("UPDATE note SET digest = ? WHERE id = ?")?
            .execute(params![of_facts(&salt, &facts), note])?;
    }
    let mut addenda = conn
        .prepare("SELECT id, words, reason, salt FROM addendum WHERE person = ? AND salt <> x''")?;
    let addenda = addenda
        .query_map([person], |row| {
            let salt: Vec<u8> = row.get("salt")?;
            Ok((
                row.get::<_, [u8; 16]>("id")?,
                digest_of_addendum(row, &salt)?,
            ))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (addendum, digest) in addenda {
        conn.prepare_cached("UPDATE addendum SET digest = ? WHERE id = ?")?
            .execute(params![digest, addendum])?;
    }
    Ok(())
}

/// Tells whether a note and what was added to it are what the trail says was signed. What a merge is bringing in, or a
/// signature in the making, has no row there yet.
pub(super) fn is_what_was_signed(conn: &Connection, note: [u8; 16]) -> Result<bool> {
    let in_trail = |subject: [u8; 16], computed: Option<[u8; 32]>| -> Result<bool> {
        let sealed: Option<Vec<u8>> = conn
            .prepare_cached("SELECT seal FROM audit WHERE subject = ? AND subject <> x''")?
            .query_row([subject], |row| row.get("seal"))
            .optional()?;
        Ok(sealed.is_none_or(|sealed| computed.is_some_and(|seal| sealed == seal)))
    };
    if !in_trail(note, of_note(conn, note)?)? {
        return Ok(false);
    }
    let addenda = conn
        .prepare_cached("SELECT id FROM addendum WHERE note = (SELECT seq FROM note WHERE id = ?)")?
        .query_map([note], |row| row.get("id"))?
        .collect::<rusqlite::Result<Vec<[u8; 16]>>>()?;
    for addendum in addenda {
        if !in_trail(addendum, of_addendum(conn, addendum)?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Store {
    /// Compares every seal in the audit trail with what was signed, and the other way round.
    pub fn verify_notes(&self) -> Result<ChainReport> {
        verify(&self.records)
    }
}

/// One row of the trail that holds a seal.
struct Link {
    sequence: i64,
    subject: [u8; 16],
    seal: Vec<u8>,
}

/// Walks the seals in the order they were made.
pub(crate) fn verify(records: &Records) -> Result<ChainReport> {
    let conn = &records.conn;
    let Ok(links) = links(conn) else {
        // A row of the trail that names no note was not written by us.
        return Ok(ChainReport::broken(1));
    };
    let mut place = 0;
    let mut number = 0;
    for link in &links {
        place += 1;
        // What comes in with a merge is sealed under one name, note or addendum.
        let is_addendum = conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM addendum WHERE id = ?)")?
            .query_row([link.subject], |row| row.get(0))?;
        let (claimed, computed, expected) = if is_addendum {
            let claimed = claim(conn, "addendum", "0", ADDENDUM_IS_EMPTY, link)?;
            (claimed, of_addendum(conn, link.subject)?, 0)
        } else {
            number += 1;
            let claimed = claim(conn, "note", "number", NOTE_IS_EMPTY, link)?;
            (claimed, of_note(conn, link.subject)?, number)
        };
        let whole = claimed.is_some_and(|claim| {
            claim.number == expected
                && claim.seal == link.seal
                && claim.empty
                && was_erased_since(conn, claim.person, link.sequence)
                    .is_ok_and(|erased| erased == claim.erased)
        }) && computed.is_some_and(|computed| computed.as_slice() == link.seal);
        if !whole {
            return Ok(ChainReport::broken(place));
        }
    }
    // What says of itself that it is signed and stands nowhere in the trail.
    let claims: i64 = conn.query_row(
        "SELECT (SELECT count(*) FROM note WHERE number <> 0 OR sealed_in <> 0 OR seal <> x'')
             + (SELECT count(*) FROM addendum) AS claims",
        [],
        |row| row.get("claims"),
    )?;
    if claims.cast_unsigned() != links.len() as u64 {
        return Ok(ChainReport::broken(place + 1));
    }
    Ok(ChainReport::whole(place))
}

fn links(conn: &Connection) -> Result<Vec<Link>> {
    let mut statement = conn.prepare(
        "SELECT sequence, subject, seal FROM audit WHERE seal <> x'' OR subject <> x'' ORDER BY sequence",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Link {
            sequence: row.get("sequence")?,
            subject: row.get("subject")?,
            seal: row.get("seal")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a note or an addendum says of its own seal.
struct Claim {
    number: i64,
    seal: Vec<u8>,
    person: [u8; 16],
    /// Its salt is gone.
    erased: bool,
    /// As it must be once it is erased; true of all that is not.
    empty: bool,
}

/// What was erased says nothing any more: its digest stands for words that nobody has, not for others.
const NOTE_IS_EMPTY: &str = "facts = '' AND NOT EXISTS (
    SELECT 1 FROM note_section WHERE note_section.note = note.seq AND coalesce(drafted, '') || text || judgement <> ''
)";
const ADDENDUM_IS_EMPTY: &str = "words || reason = ''";

fn claim(
    conn: &Connection,
    table: &str,
    number: &str,
    empty: &str,
    link: &Link,
) -> Result<Option<Claim>> {
    let claim = conn
        .prepare_cached(&format!(
            "SELECT {number} AS number, seal, (SELECT id FROM person WHERE person.seq = {table}.person) AS person,
                 salt = x'' AS erased, (salt <> x'' OR {empty}) AS empty
             FROM {table} WHERE id = ? AND sealed_in = ?"
        ))?
        .query_row(params![link.subject, link.sequence], |row| {
            Ok(Claim {
                number: row.get("number")?,
                seal: row.get("seal")?,
                person: row.get("person")?,
                erased: row.get("erased")?,
                empty: row.get("empty")?,
            })
        })
        .optional();
    // A value of another type was not written by us.
    Ok(claim.unwrap_or(None))
}

/// Tells whether the trail says that a person was erased after something of theirs was sealed: then its words must be gone,
/// and only then may they be. Whoever has them from an old copy could otherwise put them back, with a seal that fits.
fn was_erased_since(conn: &Connection, person: [u8; 16], sealed_in: i64) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE op = ? AND about = ? AND sequence > ?)",
        )?
        .query_row(params![Op::Erase.code(), person, sealed_in], |row| {
            row.get(0)
        })?)
}

/// Names what must never be there outside a transaction.
pub(crate) fn leftovers(records: &Records) -> Result<Vec<String>> {
    let left: u32 = records
        .conn
        .query_row("SELECT count(*) FROM allowance", [], |row| row.get(0))?;
    Ok((left > 0)
        .then(|| "signed notes of somebody could be changed: a record is marked as being erased or merged".to_owned())
        .into_iter()
        .collect())
}
