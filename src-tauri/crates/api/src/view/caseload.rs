//! A table of people, looked at before anybody is brought in.

use crate::{
    app::App,
    error::Result,
    read::{caseload::Line, count, newcomers},
    wire::{CaseloadLine, CaseloadView, LookAtCaseload},
};

/// As many rows with something to say are listed; the rest is counted.
const LISTED: usize = 300;
/// As many rows without are shown, to see that the columns are right.
const SHOWN: usize = 8;

/// Looks at a table; nothing is taken in.
pub fn look_at_caseload(app: &App, ask: LookAtCaseload) -> Result<CaseloadView> {
    let caseload = app.with_store(|store| newcomers::read(app, store, &ask.path, ask.how))?;
    let faulty = |line: &&Line| !line.faults.is_empty();
    let twice = |line: &&Line| line.faults.is_empty() && line.twice.is_some();
    let ready = |line: &&Line| line.faults.is_empty() && line.twice.is_none();
    let lines = || caseload.lines.iter();
    Ok(CaseloadView {
        path: ask.path,
        encoding: caseload.encoding,
        separator: caseload.separator,
        rows: count::of(lines()),
        ready: count::of(lines().filter(ready)),
        faulty: count::of(lines().filter(faulty)),
        twice: count::of(lines().filter(twice)),
        lines: lines()
            .filter(faulty)
            .take(LISTED)
            .chain(lines().filter(twice).take(LISTED))
            .chain(lines().filter(ready).take(SHOWN))
            .map(card)
            .collect(),
        how: caseload.how.clone(),
        columns: caseload.columns.clone(),
        seen: caseload.seen.clone(),
    })
}

fn card(line: &Line) -> CaseloadLine {
    CaseloadLine {
        line: line.line,
        name: line.who.name.clone(),
        record_number: line.who.record_number.clone(),
        faults: line.faults.clone(),
        twice: line.twice.clone(),
    }
}
