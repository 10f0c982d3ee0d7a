//! The caseload as tables for an evaluation, with a dictionary of their columns.
//!
//! De-identified unless somebody asks otherwise by name: a pseudonym that is the same in all tables of one export and in no
//! other, days since the person's start instead of dates, and nobody's words. What is left is still about people: few who
//! come often to one course can be told apart, so the dictionary calls it pseudonymous and not anonymous.

mod columns;
mod rows;

use std::collections::BTreeMap;

use data_encoding::BASE32_NOPAD;
use domain::PersonId;
use export::csv::{self, Cell};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use self::columns::{Column, Seen, TABLES};
use crate::{app::App, error::Result};

/// What an evaluation shows, and how its files are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shows {
    /// Names, numbers, dates and words as well.
    pub identified: bool,
    /// Files begin with a byte order mark, which spreadsheets look for.
    pub byte_order_mark: bool,
}

/// Makes every file, by its name.
///
/// # Errors
/// Those of reading the vault.
pub(crate) fn files(app: &App, shows: Shows) -> Result<BTreeMap<String, Vec<u8>>> {
    let pseudonyms = Pseudonyms::new(app);
    let mut rows: Vec<Vec<Vec<Cell>>> = TABLES.iter().map(|_| Vec::new()).collect();
    let people = app.with_store(|store| Ok(store.people()?))?;
    let mut people: Vec<_> = people
        .into_iter()
        .map(|row| (pseudonyms.of(row.person.id), row.person.id))
        .collect();
    // In the order of the pseudonyms: the order of the names would give them away.
    people.sort();
    for (pseudonym, person) in people {
        // The vault is let go of between two people, so that nobody who types waits for this.
        let theirs = app.with_store(|store| rows::of_person(app, store, person, &pseudonym))?;
        for (all, of_person) in rows.iter_mut().zip(theirs) {
            all.extend(of_person);
        }
    }
    let tables = TABLES.iter().zip(rows).map(|(table, rows)| {
        let shown: Vec<bool> = table
            .columns
            .iter()
            .map(|column| column.shown(shows))
            .collect();
        let heads: Vec<&str> = kept(table.columns, &shown)
            .map(|column| column.name)
            .collect();
        let rows: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| kept(row, &shown).cloned().collect())
            .collect();
        let text = csv::write(&heads, &rows, shows.byte_order_mark);
        (format!("{}.csv", table.name), text.into_bytes())
    });
    let dictionary = ("data-dictionary.csv".to_owned(), dictionary(shows));
    Ok(tables.chain([dictionary]).collect())
}

fn kept<'t, T>(all: &'t [T], shown: &'t [bool]) -> impl Iterator<Item = &'t T> {
    all.iter()
        .zip(shown)
        .filter(|(_, shown)| **shown)
        .map(|(one, _)| one)
}

/// What every column of every file means.
fn dictionary(shows: Shows) -> Vec<u8> {
    let code = |text: &str| Cell::Code(text.to_owned());
    let columns = TABLES.iter().flat_map(|table| {
        let shown = table
            .columns
            .iter()
            .filter(move |column| column.shown(shows));
        shown.map(move |column| {
            let file = format!("{}.csv", table.name);
            [file.as_str(), column.name, column.holds, column.means]
                .map(code)
                .to_vec()
        })
    });
    let about = if shows.identified {
        "Identified: names, numbers, dates and people's own words. Keep it as you keep the record."
    } else {
        "Pseudonymous, not anonymous: people who are few or unlike the others can be told apart. Pseudonyms are new in each export."
    };
    let words = "Words that a spreadsheet would take for a formula have an apostrophe before them.";
    let first = [about, words].map(|means| ["*", "*", "", means].map(code).to_vec());
    let rows: Vec<_> = first.into_iter().chain(columns).collect();
    csv::write(
        &["file", "column", "holds", "meaning"],
        &rows,
        shows.byte_order_mark,
    )
    .into_bytes()
}

impl Column {
    fn shown(&self, shows: Shows) -> bool {
        self.seen == Seen::Always || shows.identified
    }
}

/// Names for people that nobody can lead back: made with a key that is random, kept nowhere and wiped.
struct Pseudonyms(Zeroizing<[u8; 32]>);

impl Pseudonyms {
    fn new(app: &App) -> Self {
        // Two random ids have 148 random bits.
        let mut key = Zeroizing::new([0u8; 32]);
        let (first, second) = key.split_at_mut(16);
        first.copy_from_slice(app.uuid().as_bytes());
        second.copy_from_slice(app.uuid().as_bytes());
        Self(key)
    }

    /// Ten letters and digits: 50 bits, of which no two people in a caseload get the same.
    fn of(&self, person: PersonId) -> String {
        let mut block = Zeroizing::new([0u8; 64]);
        block.split_at_mut(32).0.copy_from_slice(&*self.0);
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        mac.update(person.uuid().as_bytes());
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        BASE32_NOPAD.encode(&digest).chars().take(10).collect()
    }
}
