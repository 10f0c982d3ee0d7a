//! What one guess costs.

use store::{KdfCost, Store};

use crate::{Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "derivation",
    figure: "key derivation: one guess on this machine",
    target: "≥ 64 MiB and ≥ 0.5 s",
    control: "the cheap one of the tests",
    run,
};

fn run(size: Size) -> Got {
    let (ms, mib) = guess(child::calibrated());
    let (cheap_ms, cheap_mib) = guess(KdfCost::FAST_FOR_TESTS);
    // A machine that was busy while it measured itself asks for less, so continuous integration judges the memory alone.
    let slow_enough = size.tenth || ms >= 500;
    Got {
        figure: format!("{mib} MiB in the process, {ms} ms"),
        met: mib >= 64 && slow_enough,
        control: format!("{cheap_mib} MiB, {cheap_ms} ms"),
        shown: cheap_mib < 64 && cheap_ms < ms,
    }
}

/// The quickest of three opens, in milliseconds, and the most memory that one took, in MiB.
fn guess(cost: KdfCost) -> (u64, u64) {
    let dir = kit::folder();
    let (store, _) = Store::create(
        dir.path(),
        &kit::passphrase(),
        &kit::practitioner(),
        cost,
        kit::at(0),
    )
    .unwrap();
    store.close().unwrap();
    let opens: Vec<Vec<String>> = (0..3)
        .map(|_| child::lines(child::command("derive", dir.path())))
        .collect();
    let least = |word: &str| {
        let said = opens.iter().flat_map(|lines| child::numbers(lines, word));
        said.map(u64::from)
            .min()
            .expect("the child did not open the vault")
    };
    (least("ms"), least("mib"))
}
