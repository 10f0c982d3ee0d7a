//! One bit of the closed database is wrong: it is said, nothing wrong is shown, and the last backup brings everything back.

use std::{fs, path::Path};

use rusqlite::Connection;
use store::{Secret, Store};

use crate::{Dice, Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "bits",
    figure: "single wrong bits in the database: said, nothing wrong shown, restored from the backup",
    target: "100 % of 1,000",
    control: "the same in a database of SQLite alone",
    run,
};

fn run(size: Size) -> Got {
    let kit::Desk { dir, mut store, .. } = kit::desk_with(&kit::person(1));
    for number in 1..=9 {
        child::save(&mut store, number).unwrap();
    }
    let backups = kit::folder();
    let backup = kit::make_backup(&mut store, backups.path(), kit::at(90))
        .unwrap()
        .path;
    let whole = shown(&store).unwrap();
    store.close().unwrap();
    let pristine = kit::folder();
    kit::copy_folder(dir.path(), pristine.path());
    let database = dir.path().join("vault/vault.db");
    let good = fs::read(&database).unwrap();
    let (tries, mut dice) = (size.of(1000), Dice(5));
    let (mut said, mut wrong, mut restored, mut restores) = (0, 0, 0, 0);
    for n in 0..tries {
        flip(&database, &good, &mut dice);
        match kit::open(dir.path()) {
            Err(_) => said += 1,
            Ok(store) => {
                wrong += usize::from(shown(&store).is_ok_and(|shown| shown != whole));
                said += usize::from(!store.check().is_ok_and(|report| report.is_well()));
                let _ = store.close();
            }
        }
        if n % 50 == 0 {
            restores += 1;
            let done = store::restore(
                &backup,
                dir.path(),
                Secret::Passphrase(&kit::passphrase()),
                kit::at(1000),
            );
            let store = done.and_then(|()| kit::open(dir.path()));
            restored += usize::from(
                store.is_ok_and(|store| shown(&store).is_ok_and(|shown| shown == whole)),
            );
            fs::remove_dir_all(dir.path()).unwrap();
            kit::copy_folder(pristine.path(), dir.path());
        }
    }
    let control = size.of(300);
    let unnoticed = (0..control)
        .filter(|_| sqlite_alone_notices_nothing(&mut dice))
        .count();
    Got {
        figure: format!(
            "{said} of {tries} said, {wrong} shown wrong, {restored} of {restores} restored"
        ),
        met: said == tries && wrong == 0 && restored == restores,
        control: format!("{unnoticed} of {control} unnoticed"),
        shown: unnoticed > 0,
    }
}

fn flip(file: &Path, good: &[u8], dice: &mut Dice) {
    let mut bytes = good.to_vec();
    let place = dice.below(bytes.len());
    bytes[place] ^= 1 << dice.below(8);
    fs::write(file, bytes).unwrap();
}

/// Everything that the screens would show of Maria.
fn shown(store: &Store) -> store::Result<String> {
    Ok(format!(
        "{:?} {:?}",
        store.people()?,
        store.statements(kit::person_id(1))?
    ))
}

#[expect(
    clippy::disallowed_methods,
    reason = "the control run is SQLite as others use it"
)]
fn sqlite_alone_notices_nothing(dice: &mut Dice) -> bool {
    let dir = kit::folder();
    let file = dir.path().join("plain.db");
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch("CREATE TABLE said (words TEXT)")
        .unwrap();
    for _ in 0..9 {
        conn.execute("INSERT INTO said VALUES (?)", ["word ".repeat(300)])
            .unwrap();
    }
    drop(conn);
    let good = fs::read(&file).unwrap();
    flip(&file, &good, dice);
    let conn = Connection::open(&file).unwrap();
    let well = conn.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
    well.is_ok_and(|well| well == "ok")
}
