//! Groups: listed, with how many are in them. Nobody's name stands in the list.

use api::{view, wire::Nothing};

use crate::{Desk, args::GroupCommand, output::Printed, sentences::Failure, vault};

/// Runs a command about groups.
pub fn run(desk: &Desk, command: GroupCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    match command {
        GroupCommand::List => {
            let view = desk.tell(view::groups::groups(&desk.app, Nothing {}))?;
            let rows: Vec<_> = view
                .groups
                .iter()
                .map(|group| {
                    let details = &group.series.details;
                    let until = details.until.map(|day| day.to_string());
                    vec![
                        group.series.id.to_string(),
                        details.name.clone(),
                        format!("{} people", group.members),
                        format!("{} meetings", group.meetings),
                        format!("{} – {}", details.from, until.unwrap_or_default()),
                    ]
                })
                .collect();
            Printed::table(&rows, &view.groups)
        }
    }
}
