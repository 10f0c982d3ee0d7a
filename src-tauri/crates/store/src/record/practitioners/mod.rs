//! Who meets people and signs, the one of them who keeps the vault, and the PIN of the turned screen.

use argon2::{Algorithm, Argon2, Params, Version};
use domain::{
    PractitionerId,
    meeting::{Colleague, Role},
    settings::Practitioner,
};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    catalogue::{PIN, PRACTITIONER},
    code::Code,
    engine::store::{Records, Tx},
    error::{Error, Result},
    row::{Columns, RuntimeId, text},
};

impl Records {
    /// Returns who keeps the vault.
    pub fn practitioner(&self) -> Result<Practitioner> {
        Ok(self
            .conn
            .prepare_cached(
                "SELECT name, title FROM vault JOIN practitioner ON practitioner.seq = vault.keeper",
            )?
            .query_row([], |row| {
                Ok(Practitioner {
                    name: row.get("name")?,
                    title: row.get("title")?,
                })
            })?)
    }

    /// Returns everybody who leads meetings or signs, the keeper first, then by name.
    pub fn practitioners(&self) -> Result<Vec<Colleague>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, name, title, role, active, seq = (SELECT keeper FROM vault) AS keeper
             FROM practitioner ORDER BY keeper DESC, name, id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Colleague {
                id: row.id("id")?,
                practitioner: Practitioner {
                    name: row.get("name")?,
                    title: row.get("title")?,
                },
                role: row.code("role")?,
                active: row.get("active")?,
                keeper: row.get("keeper")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Tells whether a PIN is set.
    pub fn has_pin(&self) -> Result<bool> {
        Ok(self
            .conn
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM pin)")?
            .query_row([], |row| row.get(0))?)
    }

    /// Tells whether this is the PIN; never when none is set.
    pub fn check_pin(&self, pin: &str) -> Result<bool> {
        let kept = self
            .conn
            .prepare_cached("SELECT salt, hash FROM pin")?
            .query_row([], |row| {
                Ok((
                    row.get::<_, [u8; 16]>("salt")?,
                    row.get::<_, [u8; 32]>("hash")?,
                ))
            })
            .optional()?;
        let Some((salt, hash)) = kept else {
            return Ok(false);
        };
        Ok(hash_pin(pin, &salt)? == hash)
    }
}

impl Tx<'_> {
    /// Saves who keeps the vault.
    pub fn save_practitioner(&mut self, practitioner: &Practitioner) -> Result<()> {
        let (keeper, role) = self
            .conn()
            .prepare_cached("SELECT practitioner.id, role FROM vault JOIN practitioner ON practitioner.seq = vault.keeper")?
            .query_row([], |row| Ok((row.id("id")?, row.code("role")?)))?;
        put(self.conn(), keeper, practitioner, role, true)
    }

    /// Adds somebody else who leads meetings or signs, or changes them.
    pub fn put_practitioner(
        &mut self,
        id: PractitionerId,
        practitioner: &Practitioner,
        role: Role,
        active: bool,
    ) -> Result<()> {
        put(self.conn(), id, practitioner, role, active)
    }

    /// Sets the PIN that turns the screen back.
    pub fn set_pin(&mut self, pin: &str) -> Result<()> {
        let mut salt = [0u8; 16];
        getrandom::fill(&mut salt).map_err(|_| Error::Keys)?;
        let hash = hash_pin(pin, &salt)?;
        self.conn().execute(
            "INSERT INTO pin (one, salt, hash) VALUES (1, ?, ?)
             ON CONFLICT (one) DO UPDATE SET salt = excluded.salt, hash = excluded.hash",
            params![salt, hash],
        )?;
        self.touch(&PIN);
        Ok(())
    }
}

pub(crate) fn put(
    conn: &Connection,
    id: PractitionerId,
    practitioner: &Practitioner,
    role: Role,
    active: bool,
) -> Result<()> {
    PRACTITIONER.put(
        conn,
        &[
            &id.bytes(),
            &text("name", &practitioner.name)?,
            &text("title", &practitioner.title)?,
            &role.code(),
            &active,
        ],
    )
}

/// Four digits fall to anyone who holds the decrypted vault, so the cost is only what a thumb at the screen feels
/// as instant.
fn hash_pin(pin: &str, salt: &[u8; 16]) -> Result<[u8; 32]> {
    let params = Params::new(8 * 1024, 2, 1, Some(32)).map_err(|_| Error::Keys)?;
    let mut hash = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(pin.as_bytes(), salt, &mut hash)
        .map_err(|_| Error::Keys)?;
    Ok(hash)
}
