//! The ledger on the command line.

use api::{view, wire::*};

use crate::{Desk, args::LedgerCommand, output::Printed, records::find, sentences::Failure, vault};

/// Runs a command about the ledger.
pub fn run(desk: &Desk, command: LedgerCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    let LedgerCommand::List { person, from, to } = command;
    let person = person.map(|word| find(desk, &word)).transpose()?;
    let mut lines: Vec<LedgerLine> = Vec::new();
    loop {
        let ask = LookThroughLedger {
            person,
            kind: None,
            from,
            until: to,
            before: lines.last().map(|line| line.sequence),
        };
        let view = desk.tell(view::ledger::look_through_ledger(&desk.app, ask))?;
        lines.extend(view.lines);
        if !view.more {
            break;
        }
    }
    let rows: Vec<_> = lines.iter().map(row).collect();
    Printed::table(&rows, &lines)
}

fn row(line: &LedgerLine) -> Vec<String> {
    let who = match &line.person {
        Some(person) => person.name.clone(),
        None if line.erased => "(erased)".to_owned(),
        None => String::new(),
    };
    vec![
        line.sequence.to_string(),
        line.at.local().format("%Y-%m-%d %H:%M").to_string(),
        line.op.name().to_owned(),
        who,
        line.by.clone(),
        line.detail.clone(),
    ]
}
