//! Making a vault runs every step of the schema; each call of it is killed at, or fails. There is a whole vault or none.

use store::Presence;

use crate::{
    Got, Row, Size, child, kit,
    strace::{self, Fault},
};

pub const ROW: Row = Row {
    name: "making",
    figure: "each step of the schema killed, on a full and on a broken disk",
    target: "old or new, never half",
    control: "a vault of which a file is cut in half",
    run,
};

fn run(size: Size) -> Got {
    let outer = kit::folder();
    let dir = outer.path().join("data");
    let command = || child::command("make", &dir);
    let points: Vec<(&str, usize, Fault)> = strace::counts(&command())
        .into_iter()
        .flat_map(|(call, count)| (1..=count).map(move |n| (call, n)))
        .flat_map(|(call, n)| Fault::ALL.map(|fault| (call, n, fault)))
        .collect();
    let step = if size.tenth { 10 } else { 1 };
    let (mut tried, mut none, mut whole, mut half) = (0, 0, 0, 0);
    for (call, n, fault) in points.iter().skip(step / 2).step_by(step) {
        let _ = std::fs::remove_dir_all(&dir);
        child::lines(strace::injected(&command(), call, *fault, *n));
        tried += 1;
        let well = match store::presence(&dir) {
            Presence::None => {
                none += 1;
                kit::create(&dir).is_ok()
            }
            _ => {
                whole += 1;
                kit::open(&dir)
                    .is_ok_and(|store| store.check().is_ok_and(|report| report.problems.is_empty()))
            }
        };
        if !well {
            eprintln!("half a vault after {call} {n} {fault:?}");
            half += 1;
        }
    }
    let halved = child::vault_with_maria();
    let database = halved.path().join("vault/vault.db");
    let bytes = std::fs::read(&database).unwrap();
    std::fs::write(&database, &bytes[..bytes.len() / 2]).unwrap();
    let noticed = !kit::open(halved.path())
        .is_ok_and(|store| store.check().is_ok_and(|report| report.problems.is_empty()));
    Got {
        figure: format!(
            "{half} half at {tried} points of {}, {none} times none, {whole} times whole",
            points.len()
        ),
        met: half == 0 && none > 0 && whole > 0,
        control: format!("noticed: {noticed}"),
        shown: noticed,
    }
}
