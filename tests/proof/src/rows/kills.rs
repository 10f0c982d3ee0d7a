//! A writer is killed at any moment; what it had acknowledged is there.

use std::{io::BufRead, path::Path, time::Duration};

use crate::{Dice, Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "kills",
    figure: "`kill -9` while writing: acknowledged saves lost",
    target: "0 in 200 kills",
    control: "a writer that says “saved” before it saves",
    run,
};

fn run(size: Size) -> Got {
    let dir = child::vault_with_maria();
    let (kills, mut acknowledged, mut lost, mut unwell) = (size.of(200), 0, 0, 0);
    let mut dice = Dice(1);
    for _ in 0..kills {
        let said = killed("write", dir.path(), &mut dice);
        let store = kit::open(dir.path()).unwrap();
        let kept = child::kept(&store);
        lost += said.iter().filter(|number| !kept.contains(number)).count();
        unwell += usize::from(!store.check().unwrap().is_well());
        acknowledged += said.len();
        store.close().unwrap();
    }
    let control = child::vault_with_maria();
    let (mut boasts, tries) = (0, size.of(50).max(8));
    for _ in 0..tries {
        let said = killed("boast", control.path(), &mut dice);
        let store = kit::open(control.path()).unwrap();
        let kept = child::kept(&store);
        boasts += said.iter().filter(|number| !kept.contains(number)).count();
        store.close().unwrap();
    }
    Got {
        figure: format!("{lost} lost of {acknowledged} in {kills} kills, {unwell} unwell"),
        met: lost == 0 && unwell == 0,
        control: format!("{boasts} lost in {tries} kills"),
        shown: boasts > 0,
    }
}

/// Lets a writer write for a moment and kills it. Returns what it had acknowledged.
fn killed(what: &str, folder: &Path, dice: &mut Dice) -> Vec<u16> {
    let (mut writer, heard) = child::start(child::command(what, folder));
    let mut lines = heard.lines().map_while(Result::ok);
    // On a busy machine a start takes longer than a whole round, so the clock runs from the first save.
    let first = lines.next().expect("the writer never got to write");
    let reader = std::thread::spawn(move || lines.collect::<Vec<_>>());
    std::thread::sleep(Duration::from_micros(
        u64::try_from(dice.below(120_000)).unwrap(),
    ));
    writer.kill().unwrap();
    writer.wait().unwrap();
    let mut said = vec![first];
    said.extend(reader.join().unwrap());
    child::numbers(&said, "saved")
}
