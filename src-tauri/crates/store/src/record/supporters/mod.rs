//! Supporters, what the person lets them see, and what was said to them.
//!
//! A consent is written once. That it was taken back is a row of its own, and nothing takes either away but undo and erasing
//! the person.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    ConsentId, PersonId, SupporterId,
    supporter::{
        Consent, ConsentItem, ConsentTerms, Contact, ContactDetails, Supporter, SupporterDetails,
    },
};
use rusqlite::params;

use crate::{
    catalogue::{CONSENT, CONTACT, SUPPORTER, WITHDRAWAL},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, known, opt_text, seq, text, unknown},
};

impl Records {
    /// Returns a person's supporters, in the order in which they were written down.
    pub fn supporters(&self, person: PersonId) -> Result<Vec<Supporter>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, relation, reach, words FROM supporter
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY seq",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Supporter {
                id: row.id("id")?,
                details: SupporterDetails {
                    name: row.words("name")?,
                    relation: row.words("relation")?,
                    reach: row.words("reach")?,
                    words: row.words("words")?,
                },
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the names of everybody's supporters, with whose they are.
    pub fn names_of_supporters(&self) -> Result<Vec<(PersonId, String)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT person.id AS person, name FROM supporter JOIN person ON person.seq = supporter.person ORDER BY supporter.seq",
        )?;
        let rows = statement.query_map([], |row| Ok((row.id("person")?, row.words("name")?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every consent a person ever gave, the newest first.
    pub fn consents(&self, person: PersonId) -> Result<Vec<Consent>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT consent.id AS id, supporter.id AS supporter, items, from_day, until_day, given, kept_back,
                 coalesce(withdrawal.on_day, '') AS withdrawn_on, recorded_at, recorded_offset
             FROM consent JOIN supporter ON supporter.seq = consent.supporter
                 LEFT JOIN withdrawal ON withdrawal.consent = consent.seq
             WHERE consent.person = (SELECT seq FROM person WHERE id = ?)
             ORDER BY from_day DESC, recorded_at DESC, consent.id DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            let items = row.words("items")?;
            Ok(Consent {
                id: row.id("id")?,
                supporter: row.id("supporter")?,
                terms: ConsentTerms {
                    items: read_items(&items).ok_or_else(|| unknown("items"))?,
                    from: row.day("from_day")?,
                    until: row.maybe_day("until_day")?,
                    given: row.code("given")?,
                    kept_back: row.words("kept_back")?,
                },
                withdrawn: row.maybe_day("withdrawn_on")?,
                recorded_at: row.moment("recorded_at", "recorded_offset")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every contact with a person's supporters, the newest first.
    pub fn contacts(&self, person: PersonId) -> Result<Vec<Contact>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT contact.id AS id, supporter.id AS supporter, on_day, how, contact.words AS words
             FROM contact JOIN supporter ON supporter.seq = contact.supporter
             WHERE contact.person = (SELECT seq FROM person WHERE id = ?) ORDER BY on_day DESC, contact.seq DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            Ok(Contact {
                id: row.id("id")?,
                supporter: row.id("supporter")?,
                details: ContactDetails {
                    on: row.day("on_day")?,
                    how: row.code("how")?,
                    words: row.words("words")?,
                },
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Writes out a set of items.
pub(crate) fn written(items: &BTreeSet<ConsentItem>) -> String {
    let codes: Vec<&str> = items.iter().map(|item| item.code()).collect();
    codes.join(" ")
}

/// Reads what [`written`] wrote.
pub(crate) fn read_items(written: &str) -> Option<BTreeSet<ConsentItem>> {
    written
        .split_whitespace()
        .map(ConsentItem::from_code)
        .collect()
}

impl Tx<'_> {
    /// Saves what is known of a supporter.
    pub fn save_supporter(&mut self, person: PersonId, supporter: &Supporter) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let details = &supporter.details;
        SUPPORTER.put(
            conn,
            &[
                &supporter.id.bytes(),
                &seq(conn, person)?,
                &text("name", &details.name)?,
                &text("relation", &details.relation)?,
                &text("how to reach them", &details.reach)?,
                &text("words", &details.words)?,
            ],
        )
    }

    /// Writes down a consent about a supporter, taken back where it says so. One that is there already is refused: another is
    /// given in its place.
    pub fn give_consent(&mut self, person: PersonId, consent: &Consent) -> Result<()> {
        self.stays_with(person)?;
        self.must_support(person, consent.supporter)?;
        let terms = &consent.terms;
        let conn = self.conn();
        if known(conn, consent.id)?.is_some() {
            return Err(Error::StillNeeded);
        }
        CONSENT.put(
            conn,
            &[
                &consent.id.bytes(),
                &seq(conn, person)?,
                &seq(conn, consent.supporter)?,
                &written(&terms.items),
                &terms.from.to_string(),
                &opt_text(terms.until),
                &terms.given.code(),
                &text("what stays private", &terms.kept_back)?,
                &consent.recorded_at.millis,
                &consent.recorded_at.offset,
            ],
        )?;
        match consent.withdrawn {
            Some(on) => self.withdraw_consent(person, consent.id, on),
            None => Ok(()),
        }
    }

    /// Writes down that a consent was taken back. It happens once: the day stays as it was said first.
    pub fn withdraw_consent(
        &mut self,
        person: PersonId,
        consent: ConsentId,
        on: NaiveDate,
    ) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let given = "SELECT EXISTS (
                SELECT 1 FROM consent WHERE id = ?1 AND person = ?2
                    AND NOT EXISTS (SELECT 1 FROM withdrawal WHERE withdrawal.consent = consent.seq)
            )";
        let stands: bool = conn
            .prepare_cached(given)?
            .query_row(params![consent.bytes(), seq(conn, person)?], |row| {
                row.get(0)
            })?;
        if !stands {
            return Err(Error::NotFound { what: "consent" });
        }
        WITHDRAWAL.put(
            conn,
            &[&seq(conn, consent)?, &seq(conn, person)?, &on.to_string()],
        )
    }

    /// Writes down a contact with a supporter.
    pub fn add_contact(&mut self, person: PersonId, contact: &Contact) -> Result<()> {
        self.stays_with(person)?;
        self.must_support(person, contact.supporter)?;
        let conn = self.conn();
        let details = &contact.details;
        CONTACT.put(
            conn,
            &[
                &contact.id.bytes(),
                &seq(conn, person)?,
                &seq(conn, contact.supporter)?,
                &details.on.to_string(),
                &details.how.code(),
                &text("what was said", &details.words)?,
            ],
        )
    }

    /// Refuses a supporter of somebody else's.
    fn must_support(&self, person: PersonId, supporter: SupporterId) -> Result<()> {
        let conn = self.conn();
        let theirs: bool = conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM supporter WHERE id = ? AND person = ?)")?
            .query_row(params![supporter.bytes(), seq(conn, person)?], |row| {
                row.get(0)
            })?;
        if theirs {
            Ok(())
        } else {
            Err(Error::NotFound { what: "supporter" })
        }
    }
}
