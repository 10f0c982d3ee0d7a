//! The ledger as a table, for whoever has to look through it elsewhere; that it left is entered in it first.

use std::path::Path;

use disk::Kept;
use export::csv::{self, Cell};

use super::consent::To;
use super::hand_off::{Form, Leaves, hand_over_file, save_where_asked};
use crate::{
    app::App,
    error::Result,
    read::{ledger, supporters::Shown},
    wire::{LedgerLine, LookThroughLedger, PaperSaved, SaveLedger},
};

const HEADS: [&str; 7] = [
    "entry",
    "time",
    "action",
    "record_number",
    "name",
    "by",
    "detail",
];

/// Asks where to, and saves part of the ledger there.
pub fn save_ledger(app: &App, ask: SaveLedger) -> Result<PaperSaved> {
    save_where_asked(app, &ask.name, "csv", |path| {
        save_ledger_in(app, &ask.which, path)
    })
}

/// Saves part of the ledger in a place, the newest entry first.
///
/// # Errors
/// Those of the vault and of writing a file; the ledger then says that nothing left.
pub fn save_ledger_in(app: &App, which: &LookThroughLedger, path: &Path) -> Result<Kept> {
    let lines = app.with_store(|store| ledger::lines(store, which, u32::MAX))?;
    let rows: Vec<Vec<Cell>> = lines.iter().map(row).collect();
    let text = csv::write(&HEADS, &rows, true);
    let leaves = Leaves {
        what: "ledger",
        person: which.person,
        note: None,
        topics: Vec::new(),
        shows: Shown::NOTHING,
    };
    hand_over_file(
        app,
        leaves,
        To::default(),
        Form::of("csv"),
        text.as_bytes(),
        path,
    )
}

fn row(line: &LedgerLine) -> Vec<Cell> {
    let person = line.person.as_ref();
    let words =
        |text: Option<&String>| text.map_or(Cell::Nothing, |text| Cell::Words(text.clone()));
    vec![
        Cell::Whole(line.sequence.into()),
        Cell::Code(line.at.local().format("%Y-%m-%dT%H:%M:%S").to_string()),
        Cell::Code(line.op.name().to_owned()),
        words(person.map(|person| &person.record_number)),
        words(person.map(|person| &person.name)),
        Cell::Words(line.by.clone()),
        Cell::Words(line.detail.clone()),
    ]
}
