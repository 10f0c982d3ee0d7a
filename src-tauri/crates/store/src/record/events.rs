//! Dated events of a person's, as they were told.

use domain::{
    EventId, PersonId,
    event::{Event, EventDetails},
    number::Hundredths,
};
use rusqlite::params;

use crate::{
    catalogue::EVENT,
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, opt_text, seq, text, unknown},
};

impl Records {
    /// Returns a person's events, the newest first.
    pub fn events(&self, person: PersonId) -> Result<Vec<Event>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, kind, from_day, until_day, hours, words FROM event
             WHERE person = (SELECT seq FROM person WHERE id = ?) ORDER BY from_day DESC, seq DESC",
        )?;
        let rows = statement.query_map([person.bytes()], |row| {
            let hours = row.words("hours")?;
            let read = || Hundredths::from_plain(&hours).ok_or_else(|| unknown("hours"));
            Ok(Event {
                id: row.id("id")?,
                details: EventDetails {
                    kind: row.code("kind")?,
                    from: row.day("from_day")?,
                    until: row.maybe_day("until_day")?,
                    hours: (!hours.is_empty()).then(read).transpose()?,
                    words: row.words("words")?,
                },
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Saves an event: a new one, or what is now known of one that is there.
    pub fn save_event(&mut self, person: PersonId, event: &Event) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let details = &event.details;
        EVENT.put(
            conn,
            &[
                &event.id.bytes(),
                &seq(conn, person)?,
                &details.kind.code(),
                &details.from.to_string(),
                &opt_text(details.until),
                &details.hours.map(Hundredths::plain).unwrap_or_default(),
                &text("words", &details.words)?,
            ],
        )
    }

    /// Takes an event away.
    pub fn take_away_event(&mut self, person: PersonId, event: EventId) -> Result<()> {
        self.stays_with(person)?;
        let conn = self.conn();
        let gone = conn
            .prepare_cached("DELETE FROM event WHERE id = ? AND person = ?")?
            .execute(params![event.bytes(), seq(conn, person)?])?;
        if gone == 0 {
            return Err(Error::NotFound { what: "event" });
        }
        Ok(())
    }
}
