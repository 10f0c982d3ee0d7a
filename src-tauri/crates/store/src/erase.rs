//! Erasing one person completely. What each table loses stands in the catalogue.
//!
//! Where something sealed stands on a row, the row is emptied and kept: the digests of what was signed stay, so every seal
//! still verifies, and nobody can guess the words from them because the salts go too. Full text forgets at once
//! (`secure-delete`), freed pages are overwritten (`secure_delete`), and the log is emptied at the end.

use std::collections::BTreeMap;

use domain::{PersonId, Timestamp};
use rusqlite::{Connection, ToSql};

use crate::{
    catalogue::{self, Erased, Table, Whose},
    engine::{
        full_text,
        store::{Records, Store, Tx},
    },
    error::{Error, Result},
    op::{About, Op},
    record::notes,
    row::{RuntimeId, Seq, seq, text},
};

/// What an erasure did, table by table; nothing of it says what was there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Rows that went.
    pub removed: BTreeMap<&'static str, usize>,
    /// Rows that were emptied, because something sealed stands on them.
    pub emptied: BTreeMap<&'static str, usize>,
}

impl Store {
    /// Erases a person. The reason is kept in the audit trail, so it must name nobody.
    pub fn erase(&mut self, person: PersonId, reason: &str, now: Timestamp) -> Result<Receipt> {
        let reason = text("reason", reason)?;
        self.person(person)?;
        // The copy from before a migration holds them as well; nobody else knows of it.
        self.folder.forget_before()?;
        self.transact(Op::Erase, About::person(person), now, |tx| {
            tx.say(reason);
            tx.erase(person)
        })
    }
}

impl Records {
    /// Refuses somebody who was erased, whose row stays under what is sealed: a page that was still open, or words that were
    /// held back, would put into the vault again what stands on no screen.
    pub(crate) fn is_not_erased(&self, person: Option<PersonId>) -> Result<()> {
        let Some(person) = person else {
            return Ok(());
        };
        let erased: bool = self
            .conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM person WHERE id = ? AND preferred_name = '')",
            )?
            .query_row([person.bytes()], |row| row.get(0))?;
        if erased {
            return Err(Error::NotFound { what: "person" });
        }
        Ok(())
    }
}

impl Tx<'_> {
    fn erase(&mut self, person: PersonId) -> Result<Receipt> {
        let conn = self.conn();
        let who = Who {
            number: seq(conn, person)?,
            id: person.bytes(),
        };
        conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        conn.execute(
            "INSERT INTO allowance (person, what) VALUES (?, 'erase')",
            [who.number],
        )?;
        notes::keep_digests(conn, who.number)?;
        let mut receipt = Receipt::default();
        // In the order of the catalogue: what a row is judged by, such as who was at a meeting, is still there.
        for table in catalogue::ALL {
            erase_from(conn, table, &who, &mut receipt)?;
        }
        full_text::catch_up_with_all(conn)?;
        conn.execute("DELETE FROM allowance", [])?;
        Ok(receipt)
    }
}

/// Who is erased.
struct Who {
    number: Seq<PersonId>,
    id: [u8; 16],
}

fn erase_from(conn: &Connection, table: &Table, who: &Who, receipt: &mut Receipt) -> Result<()> {
    let name = table.name;
    let (theirs, person): (_, &dyn ToSql) = match table.whose {
        Whose::Themselves => ("seq = ?1", &who.number),
        Whose::Persons => ("person = ?1", &who.number),
        Whose::Named => ("about = ?1", &who.id),
        Whose::Vaults => (table.theirs, &who.number),
    };
    let (emptied, removed) = match table.erased {
        Erased::Stay => (0, 0),
        Erased::Rows => (0, remove(conn, name, theirs, person)?),
        Erased::WordsIf { kept, words } => {
            let removed = remove(conn, name, &format!("{theirs} AND NOT ({kept})"), person)?;
            // `zeroblob(0)` would be no text; each column takes the empty value of its own type.
            let empty: Vec<String> = words
                .iter()
                .map(|column| {
                    format!("{column} = CASE typeof({column}) WHEN 'blob' THEN x'' ELSE '' END")
                })
                .collect();
            let sql = format!("UPDATE {name} SET {} WHERE {theirs}", empty.join(", "));
            (conn.execute(&sql, [person])?, removed)
        }
    };
    for (rows, into) in [
        (emptied, &mut receipt.emptied),
        (removed, &mut receipt.removed),
    ] {
        if rows > 0 {
            into.insert(name, rows);
        }
    }
    Ok(())
}

fn remove(conn: &Connection, name: &str, which: &str, person: &dyn ToSql) -> Result<usize> {
    Ok(conn.execute(&format!("DELETE FROM {name} WHERE {which}"), [person])?)
}
