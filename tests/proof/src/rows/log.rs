//! The log of the latest saves is damaged, cut or gone, or an older database is put in place of today's: how many saves are
//! missing is said.

use std::{fs, path::Path};

use rusqlite::Connection;
use store::FindingKind;

use crate::{Dice, Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "log",
    figure: "damaged log, older database put back: losses that are said, with their number",
    target: "100 % of 300 and 50",
    control: "the same damage to a database of SQLite alone",
    run,
};

const SAVES: u16 = 12;

fn run(size: Size) -> Got {
    let mut dice = Dice(3);
    let (base, log) = with_log();
    let (tries, older) = (size.of(300), size.of(50));
    let (mut whole, mut said, mut silent) = (0, 0, 0);
    for _ in 0..tries {
        let dir = kit::folder();
        kit::copy_folder(base.path(), dir.path());
        damage(&dir.path().join("vault/vault.db-wal"), log, &mut dice);
        count(dir.path(), SAVES, &mut whole, &mut said, &mut silent);
    }
    for _ in 0..older {
        let dir = older_database(&mut dice);
        count(dir.path(), SAVES, &mut whole, &mut said, &mut silent);
    }
    let control = size.of(300);
    let unsaid = (0..control)
        .filter(|_| sqlite_alone_says_nothing(&mut dice))
        .count();
    Got {
        figure: format!(
            "{said} losses said, {silent} silent, {whole} times nothing was lost, of {}",
            tries + older
        ),
        met: silent == 0 && said > 0,
        control: format!("{unsaid} of {control} losses unsaid"),
        shown: unsaid > 0,
    }
}

/// A vault as a killed program leaves it, its latest saves in the log alone, and how long that is.
fn with_log() -> (tempfile::TempDir, usize) {
    let kit::Desk { dir, mut store, .. } = kit::desk_with(&kit::person(1));
    store.settle().unwrap();
    for number in 1..=SAVES {
        child::save(&mut store, number).unwrap();
    }
    let copy = kit::folder();
    kit::copy_folder(dir.path(), copy.path());
    let _ = fs::remove_file(copy.path().join("vault/vault.db-shm"));
    let log = fs::metadata(copy.path().join("vault/vault.db-wal"))
        .unwrap()
        .len();
    (copy, usize::try_from(log).unwrap())
}

/// A vault of today whose database is one of some saves ago.
fn older_database(dice: &mut Dice) -> tempfile::TempDir {
    let kit::Desk { dir, mut store, .. } = kit::desk_with(&kit::person(1));
    let aside = kit::folder();
    let when = dice.below(usize::from(SAVES));
    for number in 1..=SAVES {
        if usize::from(number) == when + 1 {
            store.settle().unwrap();
            fs::copy(
                dir.path().join("vault/vault.db"),
                aside.path().join("vault.db"),
            )
            .unwrap();
        }
        child::save(&mut store, number).unwrap();
    }
    store.close().unwrap();
    fs::copy(
        aside.path().join("vault.db"),
        dir.path().join("vault/vault.db"),
    )
    .unwrap();
    dir
}

fn damage(log: &Path, length: usize, dice: &mut Dice) {
    match dice.below(4) {
        0 => fs::remove_file(log).unwrap(),
        1 => fs::File::options()
            .write(true)
            .open(log)
            .unwrap()
            .set_len(u64::try_from(dice.below(length)).unwrap())
            .unwrap(),
        _ => {
            let mut bytes = fs::read(log).unwrap();
            let place = dice.below(length);
            bytes[place] ^= 1 << dice.below(8);
            fs::write(log, bytes).unwrap();
        }
    }
}

fn count(dir: &Path, saves: u16, whole: &mut usize, said: &mut usize, silent: &mut usize) {
    let Ok(store) = kit::open(dir) else {
        // Refused by name, which is said as well.
        *said += 1;
        return;
    };
    let missing = usize::from(saves) - child::kept(&store).len();
    let found = kit::found(&store).into_iter();
    let told: u64 = found
        .filter(|(kind, _)| *kind == FindingKind::SavesMissing)
        .map(|(_, saves)| saves)
        .sum();
    match (missing, usize::try_from(told).unwrap()) {
        (0, 0) => *whole += 1,
        (missing, told) if missing == told => *said += 1,
        (missing, told) => {
            eprintln!("{missing} missing, {told} said");
            *silent += 1;
        }
    }
    store.close().unwrap();
}

/// A database of SQLite alone, with the same saves in its log and the same damage to it.
#[expect(
    clippy::disallowed_methods,
    reason = "the control run is SQLite as others use it"
)]
fn sqlite_alone_says_nothing(dice: &mut Dice) -> bool {
    let dir = kit::folder();
    let (file, copy) = (dir.path().join("plain.db"), dir.path().join("copy.db"));
    let conn = Connection::open(&file).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE said (words TEXT)",
    )
    .unwrap();
    conn.execute_batch("PRAGMA wal_checkpoint (TRUNCATE)")
        .unwrap();
    for _ in 0..SAVES {
        conn.execute("INSERT INTO said VALUES (?)", ["word ".repeat(300)])
            .unwrap();
    }
    let log = dir.path().join("copy.db-wal");
    fs::copy(&file, &copy).unwrap();
    fs::copy(dir.path().join("plain.db-wal"), &log).unwrap();
    let length = usize::try_from(fs::metadata(&log).unwrap().len()).unwrap();
    damage(&log, length, dice);
    let conn = Connection::open(&copy).unwrap();
    let count = |conn: &Connection| {
        conn.query_row("SELECT count(*) FROM said", [], |row| row.get::<_, u16>(0))
    };
    let well = conn.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
    well.is_ok_and(|well| well == "ok") && count(&conn).is_ok_and(|count| count < SAVES)
}
