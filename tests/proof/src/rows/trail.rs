//! Somebody with the key changes the audit trail behind the triggers.

use rusqlite::Connection;
use store::FindingKind;

use crate::{Dice, Got, Row, Size, child, kit, thief};

pub const ROW: Row = Row {
    name: "trail",
    figure: "audit trail: edit, delete, insert, reorder, truncate, roll back, whole folder rolled back",
    target: "100 % found, at the right entry",
    control: "the same statements without a change",
    run,
};

/// Entries that the vault of the trial has: made, Maria, and the saves.
const ENTRIES: usize = 22;

/// An attack on an entry, and how far behind it the trail may first be seen to be wrong.
type Attack = (&'static str, fn(&Connection, i64), i64);

const ATTACKS: [Attack; 5] = [
    (
        "edit",
        |conn, at| {
            run_at(
                conn,
                "UPDATE audit SET user = 'Somebody Else' WHERE sequence = ?1",
                at,
            )
        },
        0,
    ),
    (
        "delete",
        |conn, at| run_at(conn, "DELETE FROM audit WHERE sequence = ?1", at),
        1,
    ),
    (
        "delete and close the gap",
        |conn, at| {
            run_at(conn, "DELETE FROM audit WHERE sequence = ?1", at);
            run_at(
                conn,
                "UPDATE audit SET sequence = -sequence WHERE sequence > ?1",
                at,
            );
            run_at(
                conn,
                "UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0 AND ?1",
                at,
            );
        },
        0,
    ),
    (
        "insert",
        |conn, at| {
            run_at(
                conn,
                "UPDATE audit SET sequence = -sequence WHERE sequence > ?1",
                at,
            );
            run_at(
                conn,
                "UPDATE audit SET sequence = -sequence + 1 WHERE sequence < 0 AND ?1",
                at,
            );
            run_at(
                conn,
                "INSERT INTO audit SELECT ?1 + 1, at, at_offset, op, about, user, touched, detail, subject, seal, hash
                 FROM audit WHERE sequence = ?1",
                at,
            );
        },
        1,
    ),
    (
        "reorder",
        |conn, at| {
            run_at(
                conn,
                "UPDATE audit SET sequence = -sequence WHERE sequence IN (?1, ?1 + 1)",
                at,
            );
            run_at(
                conn,
                "UPDATE audit SET sequence = 2 * ?1 + 1 + sequence WHERE sequence < 0",
                at,
            );
        },
        0,
    ),
];

fn run_at(conn: &Connection, sql: &str, at: i64) {
    conn.execute(sql, [at]).unwrap();
}

fn desk() -> kit::Desk {
    let mut desk = kit::desk_with(&kit::person(1));
    for number in 1..=u16::try_from(ENTRIES - 2).unwrap() {
        child::save(&mut desk.store, number).unwrap();
    }
    desk
}

fn run(size: Size) -> Got {
    let mut dice = Dice(11);
    let places: Vec<i64> = if size.tenth {
        vec![2, i64::try_from(3 + dice.below(ENTRIES - 5)).unwrap()]
    } else {
        (2..i64::try_from(ENTRIES).unwrap()).collect()
    };
    let (mut tried, mut found, mut right) = (0, 0, 0);
    for (what, attack, behind) in ATTACKS {
        for at in &places {
            let desk = desk();
            thief::behind_the_triggers(desk.store.connection_for_tests(), |conn| attack(conn, *at));
            let report = desk.store.check().unwrap();
            tried += 1;
            found += usize::from(!report.audit.is_whole());
            let broken = report.audit.broken_at.map_or(-1, u64::cast_signed);
            if (*at..=*at + behind).contains(&broken) {
                right += 1;
            } else {
                eprintln!("{what} at {at} is seen at {broken}");
            }
        }
    }
    for cut in &places {
        tried += 1;
        let missing = truncated(*cut);
        found += usize::from(missing.is_some());
        right += usize::from(missing == u64::try_from(i64::try_from(ENTRIES).unwrap() - cut).ok());
    }
    let (rolled_back, paper) = rolled_back();
    tried += 2;
    found += usize::from(rolled_back) + usize::from(paper);
    right += usize::from(rolled_back) + usize::from(paper);

    let desk = desk();
    thief::behind_the_triggers(desk.store.connection_for_tests(), |conn| {
        run_at(conn, "UPDATE audit SET user = user WHERE sequence = ?1", 5);
    });
    let untouched = desk.store.check().unwrap();
    Got {
        figure: format!(
            "{found} of {tried} found, {right} at the right entry (the whole folder: by signed paper)"
        ),
        met: found == tried && right == tried,
        control: format!("well: {}", untouched.is_well()),
        shown: untouched.is_well(),
    }
}

/// The last entries are cut off, with what they speak of left; the head outside knows how many there were. Returns how many
/// are said to be missing.
fn truncated(last: i64) -> Option<u64> {
    let kit::Desk { dir, store, .. } = desk();
    store.close().unwrap();
    let head = std::fs::read(dir.path().join("vault/vault.head")).unwrap();
    let store = kit::open(dir.path()).unwrap();
    thief::behind_the_triggers(store.connection_for_tests(), |conn| {
        run_at(conn, "DELETE FROM audit WHERE sequence > ?1", last);
    });
    drop(store);
    std::fs::write(dir.path().join("vault/vault.head"), head).unwrap();
    let store = kit::open(dir.path()).unwrap();
    let found = kit::found(&store)
        .into_iter()
        .find(|(kind, _)| *kind == FindingKind::SavesMissing);
    found.map(|(_, saves)| saves)
}

/// Yesterday's database under today's head, and yesterday's whole folder against the end of the trail as it was printed.
fn rolled_back() -> (bool, bool) {
    let kit::Desk { dir, mut store, .. } = desk();
    store.settle().unwrap();
    let yesterday = kit::folder();
    kit::copy_folder(dir.path(), yesterday.path());
    for number in 50..55 {
        child::save(&mut store, number).unwrap();
    }
    let printed = store.chain_tip();
    store.close().unwrap();
    let older = kit::folder();
    kit::copy_folder(dir.path(), older.path());
    std::fs::copy(
        yesterday.path().join("vault/vault.db"),
        older.path().join("vault/vault.db"),
    )
    .unwrap();
    let said = kit::found(&kit::open(older.path()).unwrap());
    let whole_folder = kit::open(yesterday.path()).unwrap();
    (
        said == [(FindingKind::SavesMissing, 5)],
        whole_folder.chain_tip().sequence < printed.sequence,
    )
}
