//! Meetings and who leads them.

use domain::{
    MeetingId, PractitionerId,
    meeting::{Meeting, Role},
    session::SessionRecord,
    settings::Practitioner,
};
use rusqlite::{Connection, OptionalExtension};

use crate::{
    catalogue::{MEETING, MEETING_PRACTITIONER},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, text},
};

impl Records {
    /// Returns a meeting with those who lead it.
    pub fn meeting(&self, id: MeetingId) -> Result<Meeting> {
        let mut meeting = self
            .conn
            .prepare_cached("SELECT id, on_day, format, place FROM meeting WHERE id = ?")?
            .query_row([id.bytes()], |row| {
                Ok(Meeting {
                    id: row.id("id")?,
                    on: row.day("on_day")?,
                    format: row.code("format")?,
                    place: row.words("place")?,
                    practitioners: Vec::new(),
                })
            })
            .optional()?
            .ok_or(Error::NotFound { what: "meeting" })?;
        let mut statement = self.conn.prepare_cached(
            "SELECT practitioner, role FROM meeting_practitioner WHERE meeting = ? ORDER BY practitioner",
        )?;
        let rows = statement.query_map([id.bytes()], |row| {
            Ok((row.id("practitioner")?, row.code("role")?))
        })?;
        meeting.practitioners = rows.collect::<rusqlite::Result<_>>()?;
        Ok(meeting)
    }

    /// Returns those who lead a meeting, the keeper of the vault first, then by name.
    pub fn leaders(&self, meeting: MeetingId) -> Result<Vec<(Practitioner, Role)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT name, title, meeting_practitioner.role AS role
             FROM meeting_practitioner JOIN practitioner ON practitioner.id = meeting_practitioner.practitioner
             WHERE meeting = ? ORDER BY practitioner.id <> (SELECT keeper FROM vault), name",
        )?;
        let rows = statement.query_map([meeting.bytes()], |row| {
            let practitioner = Practitioner {
                name: row.words("name")?,
                title: row.words("title")?,
            };
            Ok((practitioner, row.code("role")?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// Saves a meeting with those who lead it.
    pub fn save_meeting(&mut self, meeting: &Meeting) -> Result<()> {
        let conn = self.conn();
        put(conn, meeting.id, meeting)?;
        let mut there =
            conn.prepare_cached("SELECT practitioner FROM meeting_practitioner WHERE meeting = ?")?;
        let there = there
            .query_map([meeting.id.bytes()], |row| row.id("practitioner"))?
            .collect::<rusqlite::Result<Vec<PractitionerId>>>()?;
        for gone in there
            .into_iter()
            .filter(|id| meeting.practitioners.iter().all(|(kept, _)| kept != id))
        {
            conn.prepare_cached(
                "DELETE FROM meeting_practitioner WHERE meeting = ? AND practitioner = ?",
            )?
            .execute([meeting.id.bytes(), gone.bytes()])?;
        }
        for (practitioner, role) in &meeting.practitioners {
            lead(conn, meeting.id, *practitioner, *role)?;
        }
        Ok(())
    }
}

fn put(conn: &Connection, id: MeetingId, meeting: &Meeting) -> Result<()> {
    MEETING.put(
        conn,
        &[
            &id.bytes(),
            &meeting.on.to_string(),
            &meeting.format.code(),
            &text("place", &meeting.place)?,
        ],
    )
}

fn lead(
    conn: &Connection,
    meeting: MeetingId,
    practitioner: PractitionerId,
    role: Role,
) -> Result<()> {
    MEETING_PRACTITIONER.put(
        conn,
        &[&meeting.bytes(), &practitioner.bytes(), &role.code()],
    )
}

/// Saves what a session knows of its meeting. A new one is led by the keeper of the vault.
pub(crate) fn of_session(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let is_there: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM meeting WHERE id = ?)")?
        .query_row([record.meeting.bytes()], |row| row.get(0))?;
    MEETING.put(
        conn,
        &[
            &record.meeting.bytes(),
            &record.on.to_string(),
            &record.format.code(),
            &text("place", &record.place)?,
        ],
    )?;
    if !is_there {
        let (keeper, role): (PractitionerId, Role) = conn
            .prepare_cached(
                "SELECT practitioner.id, role FROM vault JOIN practitioner ON practitioner.id = vault.keeper",
            )?
            .query_row([], |row| Ok((row.id("id")?, row.code("role")?)))?;
        lead(conn, record.meeting, keeper, role)?;
    }
    Ok(())
}

/// Takes a meeting away that nobody has a part in any more.
pub(crate) fn remove_if_empty(conn: &Connection, meeting: MeetingId) -> Result<()> {
    let empty: bool = conn
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM session WHERE meeting = ?)")?
        .query_row([meeting.bytes()], |row| row.get(0))?;
    if empty {
        for theirs in [
            "meeting_practitioner WHERE meeting = ?",
            "meeting WHERE id = ?",
        ] {
            conn.prepare_cached(&format!("DELETE FROM {theirs}"))?
                .execute([meeting.bytes()])?;
        }
    }
    Ok(())
}
