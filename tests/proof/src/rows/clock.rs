//! Twenty programs at once on one vault, and a clock that goes back a year.

use store::{About, Op};

use crate::{Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "clock",
    figure: "twenty starts at once on one vault; clock back a year",
    target: "one opens it, order kept, data intact",
    control: "the starts one after the other; the order by clock",
    run,
};

fn run(_: Size) -> Got {
    let dir = child::vault_with_maria();
    let started: Vec<_> = (0..20)
        .map(|_| child::start(child::command("open", dir.path())))
        .collect();
    let said: Vec<String> = started
        .into_iter()
        .flat_map(|(mut program, heard)| {
            let lines: Vec<String> = std::io::BufRead::lines(heard)
                .map_while(Result::ok)
                .collect();
            program.wait().unwrap();
            lines
        })
        .collect();
    let (opened, refused) = (
        child::numbers(&said, "opened").len(),
        child::numbers(&said, "refused").len(),
    );
    let other = said.len() - opened - refused;
    let in_turn = (0..3)
        .filter(|_| child::lines(child::command("open", dir.path())) == ["opened 1"])
        .count();

    let mut store = kit::open(dir.path()).unwrap();
    let year = 365 * 24 * 3600;
    for (number, moment) in [1000, 1000 - year, 500, 2000].into_iter().enumerate() {
        let mut person = kit::person(1);
        person.details.record_number = number.to_string();
        let about = About::person(person.id);
        store
            .transact(Op::EditPerson, about, kit::at(moment), |tx| {
                tx.save_person(&person)
            })
            .unwrap();
    }
    let trail = store.audit(kit::at(-2 * year), kit::at(2 * year)).unwrap();
    let in_order = trail
        .windows(2)
        .all(|two| two[0].sequence < two[1].sequence);
    let by_clock = trail
        .windows(2)
        .all(|two| two[0].at.millis <= two[1].at.millis);
    let well = store.check().unwrap().is_well();
    Got {
        // Whoever comes when the first has closed again opens it too.
        figure: format!(
            "{opened} opened, {refused} refused, {other} otherwise; order kept: {in_order}, well: {well}"
        ),
        met: opened >= 1 && opened + refused == 20 && refused >= 10 && in_order && well,
        control: format!("{in_turn} of 3 opened in turn; by clock in order: {by_clock}"),
        shown: in_turn == 3 && !by_clock,
    }
}
