//! Every way to change what was signed.

use rusqlite::Connection;
use store::{About, Error, Op, Secret};

use crate::{Got, Row, Size, kit, thief};

pub const ROW: Row = Row {
    name: "signed",
    figure: "ways to change a signed note or addendum: through the program, in SQL, re-sealed with the key, by restore or merge",
    target: "0 succeed unseen",
    control: "the same statements on a draft",
    run,
};

const TABLES: [(&str, &str, &str); 3] = [
    ("note", "number > 0", "number = 0"),
    (
        "note_section",
        "note = (SELECT seq FROM note WHERE number > 0)",
        "note = (SELECT seq FROM note WHERE number = 0)",
    ),
    ("addendum", "1", "0"),
];

/// May change of a signed note: that it has left.
const MAY: [&str; 1] = ["handed_off"];

fn run(_: Size) -> Got {
    let mut desk = kit::signed_desk();
    let (mut tried, mut changed) = (0, Vec::new());
    let mut drafts = 0;
    {
        let conn = desk.store.connection_for_tests();
        for (table, signed, draft) in TABLES {
            let before = kit::dump(conn, table);
            for sql in statements(conn, table) {
                tried += 1;
                let done = conn.execute(&format!("{sql} WHERE {signed}"), []);
                if done.is_ok_and(|rows| rows > 0) || kit::dump(conn, table) != before {
                    changed.push(sql.clone());
                }
                let tx = conn.unchecked_transaction().unwrap();
                drafts += usize::from(
                    tx.execute(&format!("{sql} WHERE {draft}"), [])
                        .is_ok_and(|rows| rows > 0),
                );
                tx.rollback().unwrap();
            }
        }
    }
    for refused in through_the_program(&mut desk) {
        tried += 1;
        if !refused.1 {
            changed.push(refused.0.to_owned());
        }
    }
    for (what, seen) in with_the_key() {
        tried += 1;
        if !seen {
            changed.push(what);
        }
    }
    changed
        .iter()
        .for_each(|what| eprintln!("changed unseen: {what}"));
    Got {
        figure: format!("{} of {tried}", changed.len()),
        met: changed.is_empty() && tried > 60,
        control: format!("{drafts} succeed"),
        shown: drafts > 0,
    }
}

/// One statement for each column, and a deletion; their condition is still to come.
fn statements(conn: &Connection, table: &str) -> Vec<String> {
    let columns = kit::columns(conn, table, "");
    let updates = columns
        .iter()
        .filter(|column| !MAY.contains(&column.as_str()))
        .map(|column| {
            let other = match kit::columns(conn, table, "INTEGER").contains(column) {
                true => format!("coalesce({column}, 0) + 1"),
                false => format!("CAST ({column} || 'x' AS {})", kind(conn, table, column)),
            };
            format!("UPDATE {table} SET {column} = {other}")
        });
    updates.chain([format!("DELETE FROM {table}")]).collect()
}

fn kind(conn: &Connection, table: &str, column: &str) -> &'static str {
    if kit::columns(conn, table, "BLOB")
        .iter()
        .any(|blob| blob == column)
    {
        "BLOB"
    } else {
        "TEXT"
    }
}

/// What the program itself may be asked for, and whether it refuses.
fn through_the_program(desk: &mut kit::Desk) -> Vec<(&'static str, bool)> {
    let about = About::person(kit::person_id(1));
    let note = kit::note(1, 1);
    let mut other = note.clone();
    other.sections[0].text = "forged".to_owned();
    let written = desk.store.note(note.id).unwrap();
    let drafted = desk
        .store
        .transact(Op::DraftNote, about, kit::at(20), |tx| {
            tx.save_draft(&other)
        });
    let again = desk.store.transact(Op::SignNote, about, kit::at(21), |tx| {
        tx.sign_note(note.id, "Somebody Else", &kit::facts(9), kit::at(21))
    });
    let undone = desk.store.undo(Some(kit::person_id(1)), kit::at(22));
    let same = desk.store.note(note.id).unwrap() == written;
    vec![
        (
            "save_draft over a signed note",
            matches!(drafted, Err(Error::Signed)),
        ),
        ("sign_note again", again.is_err()),
        ("undo of a signature", undone.is_err() || same),
        ("anything of these together", same),
    ]
}

/// Changes with the key behind the triggers, each re-sealed; found by the check, and what is packed by hand by the restore.
fn with_the_key() -> Vec<(String, bool)> {
    let changes = [
        "UPDATE note_section SET text = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 2",
        "UPDATE note_section SET judgement = 'forged' WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 1",
        "UPDATE note SET facts = replace(facts, 'Maria Hansen', 'Maria Jensen') WHERE number = 1",
        "UPDATE note SET signed_by = 'Somebody Else' WHERE number = 1",
        "UPDATE note SET on_day = '2020-01-01' WHERE number = 1",
        "UPDATE addendum SET words = 'forged'",
        "UPDATE addendum SET reason = 'forged'",
        "DELETE FROM addendum",
        "DELETE FROM note_section WHERE note = (SELECT seq FROM note WHERE number = 1) AND position = 3",
    ];
    let mut seen = Vec::new();
    for change in changes {
        for sealed_anew in [false, true] {
            let desk = kit::signed_desk();
            thief::behind_the_triggers(desk.store.connection_for_tests(), |conn| {
                conn.execute_batch(change).unwrap();
                if sealed_anew {
                    thief::recompute_seals(conn);
                }
            });
            let how = if sealed_anew {
                "sealed anew"
            } else {
                "as it is"
            };
            let well = desk.store.check().is_ok_and(|report| report.is_well());
            seen.push((format!("{change}, {how}: check"), !well));
            seen.push((format!("{change}, {how}: restore"), !restored(&desk)));
            let archive = desk.store.archive(kit::person_id(1));
            let mut elsewhere = kit::desk();
            let merged = archive.and_then(|archive| elsewhere.store.merge(&archive, kit::at(90)));
            // A record from elsewhere comes with its own trail of seals or not at all; what came in is never well and forged.
            let forged =
                merged.is_ok() && !elsewhere.store.check().is_ok_and(|report| report.is_well());
            seen.push((format!("{change}, {how}: merge"), !forged));
        }
    }
    seen
}

fn restored(desk: &kit::Desk) -> bool {
    let (packed, aside) = (kit::folder(), kit::folder());
    let file = packed.path().join("by-hand.waymark");
    desk.store.pack_for_tests(&file, kit::at(80)).unwrap();
    store::restore(
        &file,
        aside.path(),
        Secret::Passphrase(&kit::passphrase()),
        kit::at(82),
    )
    .is_ok()
}
