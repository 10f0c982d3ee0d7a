//! Meetings and who leads them.

use domain::{
    MeetingId, PractitionerId,
    meeting::{Meeting, Role},
    session::SessionRecord,
    settings::Practitioner,
};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    catalogue::{MEETING, MEETING_PRACTITIONER},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, Seq, known, seq, text},
};

impl Records {
    /// Returns a meeting with those who lead it.
    pub fn meeting(&self, id: MeetingId) -> Result<Meeting> {
        let (seq, mut meeting) = self
            .conn
            .prepare_cached("SELECT seq, id, on_day, format, place FROM meeting WHERE id = ?")?
            .query_row([id.bytes()], |row| {
                let meeting = Meeting {
                    id: row.id("id")?,
                    on: row.day("on_day")?,
                    format: row.code("format")?,
                    place: row.words("place")?,
                    practitioners: Vec::new(),
                };
                Ok((row.get::<_, Seq<MeetingId>>("seq")?, meeting))
            })
            .optional()?
            .ok_or(Error::NotFound { what: "meeting" })?;
        let mut statement = self.conn.prepare_cached(
            "SELECT practitioner.id AS practitioner, meeting_practitioner.role AS role
             FROM meeting_practitioner JOIN practitioner ON practitioner.seq = meeting_practitioner.practitioner
             WHERE meeting = ? ORDER BY practitioner.id",
        )?;
        let rows = statement.query_map([seq], |row| {
            Ok((row.id("practitioner")?, row.code("role")?))
        })?;
        meeting.practitioners = rows.collect::<rusqlite::Result<_>>()?;
        Ok(meeting)
    }

    /// Returns those who lead a meeting, the keeper of the vault first, then by name.
    pub fn leaders(&self, meeting: MeetingId) -> Result<Vec<(Practitioner, Role)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT name, title, meeting_practitioner.role AS role
             FROM meeting_practitioner JOIN practitioner ON practitioner.seq = meeting_practitioner.practitioner
             WHERE meeting = (SELECT seq FROM meeting WHERE id = ?) ORDER BY practitioner.seq <> (SELECT keeper FROM vault), name",
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
        let parent = seq(conn, meeting.id)?;
        let leaders = meeting
            .practitioners
            .iter()
            .map(|(practitioner, role)| Ok((seq(conn, *practitioner)?, *role)))
            .collect::<Result<Vec<_>>>()?;
        let mut there =
            conn.prepare_cached("SELECT practitioner FROM meeting_practitioner WHERE meeting = ?")?;
        let there = there
            .query_map([parent], |row| row.get("practitioner"))?
            .collect::<rusqlite::Result<Vec<Seq<PractitionerId>>>>()?;
        for gone in there
            .into_iter()
            .filter(|there| leaders.iter().all(|(kept, _)| kept != there))
        {
            conn.prepare_cached(
                "DELETE FROM meeting_practitioner WHERE meeting = ? AND practitioner = ?",
            )?
            .execute(params![parent, gone])?;
        }
        for (practitioner, role) in leaders {
            lead(conn, parent, practitioner, role)?;
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
    meeting: Seq<MeetingId>,
    practitioner: Seq<PractitionerId>,
    role: Role,
) -> Result<()> {
    MEETING_PRACTITIONER.put(conn, &[&meeting, &practitioner, &role.code()])
}

/// Saves what a session knows of its meeting. A new one is led by the keeper of the vault.
pub(crate) fn of_session(conn: &Connection, record: &SessionRecord) -> Result<()> {
    let is_there = known(conn, record.meeting)?.is_some();
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
        let (keeper, role) = conn
            .prepare_cached(
                "SELECT keeper, role FROM vault JOIN practitioner ON practitioner.seq = vault.keeper",
            )?
            .query_row([], |row| Ok((row.get("keeper")?, row.code("role")?)))?;
        lead(conn, seq(conn, record.meeting)?, keeper, role)?;
    }
    Ok(())
}

/// Takes a meeting away that nobody has a part in any more. That of a group stays with its plan until it is taken away itself.
pub(crate) fn remove_if_empty(conn: &Connection, meeting: MeetingId) -> Result<()> {
    let meeting = seq(conn, meeting)?;
    let empty: bool = conn
        .prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM session WHERE meeting = ?1)
             AND NOT EXISTS (SELECT 1 FROM group_meeting WHERE meeting = ?1)",
        )?
        .query_row([meeting], |row| row.get(0))?;
    if empty {
        for theirs in [
            "meeting_practitioner WHERE meeting = ?",
            "meeting WHERE seq = ?",
        ] {
            conn.prepare_cached(&format!("DELETE FROM {theirs}"))?
                .execute([meeting])?;
        }
    }
    Ok(())
}
