//! A vault goes to an empty machine and is the same there; a damaged backup is said to be one.

use std::fs;

use store::{Secret, Store};

use crate::{Dice, Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "backups",
    figure: "backup → restore on an empty machine by passphrase and by recovery code, equal in every row; faults in backups said",
    target: "100 of 100, each fault",
    control: "a backup of another vault",
    run,
};

/// What a restore writes itself: its own entry of the trail, where files lie, what is to be indexed.
const OWN: [&str; 6] = ["audit", "vault", "unindexed", "migration", "search", "undo"];

fn run(size: Size) -> Got {
    let (tries, mut dice) = (size.of(100), Dice(13));
    let (mut equal, mut faults, mut said) = (0, 0, 0);
    for n in 0..tries {
        let kit::Desk {
            store: mut full,
            code,
            ..
        } = kit::desk();
        kit::write_down_everything(&mut full, 1);
        kit::write_down_everything(&mut full, 2);
        kit::sign_and_hand_off(&mut full, 1);
        for number in 0..u16::try_from(dice.below(20)).unwrap() {
            child::save(&mut full, number + 100).unwrap();
        }
        let backups = kit::folder();
        let backup = kit::make_backup(&mut full, backups.path(), kit::at(500))
            .unwrap()
            .path;
        let words = kit::passphrase();
        let secret = || {
            if n % 2 == 0 {
                Secret::Passphrase(&words)
            } else {
                Secret::RecoveryCode(&code)
            }
        };
        let empty = kit::folder();
        let there = store::restore(&backup, empty.path(), secret(), kit::at(1000))
            .and_then(|()| Store::open(empty.path(), secret(), kit::at(1000)));
        equal += usize::from(there.is_ok_and(|there| {
            rows(&there) == rows(&full)
                && there.check().is_ok_and(|report| report.problems.is_empty())
        }));
        // A fault of each kind: a wrong bit, an end that is missing, one that is too long.
        let good = fs::read(&backup).unwrap();
        let mut flipped = good.clone();
        flipped[dice.below(good.len())] ^= 1 << dice.below(8);
        let short = good[..dice.below(good.len())].to_vec();
        let long = [&good[..], b"x"].concat();
        for bytes in [flipped, short, long] {
            fs::write(&backup, bytes).unwrap();
            let place = kit::folder();
            faults += 1;
            let refused = store::restore(&backup, place.path(), secret(), kit::at(1000)).is_err();
            let nothing_left = !place.path().join("vault").exists();
            said += usize::from(refused && nothing_left);
        }
    }
    let (one, mut other) = (child::vault_with_maria(), kit::desk_with(&kit::person(2)));
    let backups = kit::folder();
    let backup = kit::make_backup(&mut other.store, backups.path(), kit::at(5))
        .unwrap()
        .path;
    let aside = kit::folder();
    store::restore(
        &backup,
        aside.path(),
        Secret::Passphrase(&kit::passphrase()),
        kit::at(1000),
    )
    .unwrap();
    let differs = rows(&kit::open(aside.path()).unwrap()) != rows(&kit::open(one.path()).unwrap());
    Got {
        figure: format!("{equal} of {tries} equal, {said} of {faults} faults said"),
        met: equal == tries && said == faults,
        control: format!("is not equal: {differs}"),
        shown: differs,
    }
}

fn rows(store: &Store) -> String {
    let conn = store.connection_for_tests();
    let tables = kit::tables(conn);
    let ours = tables
        .iter()
        .filter(|table| !OWN.iter().any(|own| table.starts_with(own)));
    ours.map(|table| kit::dump(conn, table)).collect()
}
