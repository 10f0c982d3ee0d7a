//! Those on a person's side: listed, with what they may see.

use api::{view, wire::OfPerson};
use serde_json::Value;

use crate::{
    Desk, args::SupporterCommand, output::Printed, records::find, sentences::Failure, vault,
};

/// Runs a command about supporters.
pub fn run(desk: &Desk, command: SupporterCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        SupporterCommand::List { person } => {
            let person = find(desk, &person)?;
            let view = desk.tell(view::person::person(&desk.app, OfPerson { person }))?;
            let rows: Vec<_> = view
                .supporters
                .iter()
                .map(|card| {
                    let details = &card.supporter.details;
                    let may: Vec<String> = card.may.iter().map(name).collect();
                    vec![
                        card.supporter.id.to_string(),
                        details.name.clone(),
                        details.relation.clone(),
                        match may.as_slice() {
                            [] => "no consent today".to_owned(),
                            may => format!("may: {}", may.join(" ")),
                        },
                    ]
                })
                .collect();
            Printed::table(&rows, &view.supporters)
        }
    }
}

/// The name of an item as it stands in the JSON.
fn name(item: &domain::supporter::ConsentItem) -> String {
    match serde_json::to_value(item) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}
