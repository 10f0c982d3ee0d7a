//! Outcome plans on the command line: what was measured, what is due, and what was not collected.

use api::{
    view,
    wire::{
        Nothing, OfPerson, OutcomeCell, OutcomeMeasure, OutcomePlanView, OutcomeState,
        PersonOutcomes,
    },
};

use crate::{
    Desk, args::OutcomeCommand, output::Printed, records::find, sentences::Failure, vault,
};

/// Runs a command about outcome plans.
pub fn run(desk: &Desk, command: OutcomeCommand) -> Result<Printed, Failure> {
    vault::open(desk)?;
    let OutcomeCommand::List { person } = command;
    match person {
        Some(word) => {
            let person = find(desk, &word)?;
            let view = desk.tell(view::outcomes::outcomes(&desk.app, OfPerson { person }))?;
            let rows: Vec<_> = view.plans.iter().flat_map(|plan| rows("", plan)).collect();
            Printed::table(&rows, &view.plans)
        }
        None => {
            let list = desk.tell(view::outcomes::outcome_list(&desk.app, Nothing {}))?;
            let of = |one: &PersonOutcomes| -> Vec<Vec<String>> {
                let plans = one.plans.iter();
                plans
                    .flat_map(|plan| rows(&one.person.name, plan))
                    .collect()
            };
            let all: Vec<_> = list.people.iter().flat_map(of).collect();
            Printed::table(&all, &list.people)
        }
    }
}

fn rows(name: &str, plan: &OutcomePlanView) -> Vec<Vec<String>> {
    let measures = plan.groups.iter().flat_map(|group| &group.measures);
    measures
        .flat_map(|measure| of_measure(name, plan, measure))
        .collect()
}

fn of_measure(name: &str, plan: &OutcomePlanView, measure: &OutcomeMeasure) -> Vec<Vec<String>> {
    let row = |cell: &OutcomeCell| {
        let (state, on, value) = match &cell.state {
            OutcomeState::Ahead => ("ahead", None, String::new()),
            OutcomeState::Due => ("due", None, String::new()),
            OutcomeState::Overdue => ("overdue", None, String::new()),
            OutcomeState::Filled { on, .. } => ("filled", Some(*on), point(cell)),
            OutcomeState::Short { on, score, .. } => {
                let short = format!("{} of {} answered", score.answered, score.items);
                ("too few answers", Some(*on), short)
            }
            OutcomeState::Keyed { on, value, typed } => {
                let value = value.map_or_else(|| typed.clone(), |_| point(cell));
                ("keyed in", Some(*on), value)
            }
            OutcomeState::Counted { .. } => ("counted", None, point(cell)),
            OutcomeState::Not { why } => (
                "not collected",
                None,
                why.words(domain::Lang::En).to_owned(),
            ),
        };
        let cells = [
            name.to_owned(),
            plan.card.id.to_string(),
            measure.id.to_string(),
            cell.occasion.to_string(),
            cell.due.to_string(),
            state.to_owned(),
            on.map(|on| on.to_string()).unwrap_or_default(),
            value,
        ];
        let skipped = usize::from(name.is_empty());
        cells.into_iter().skip(skipped).collect()
    };
    measure.cells.iter().map(row).collect()
}

fn point(cell: &OutcomeCell) -> String {
    let point = cell.state.point(cell.due);
    point.map(|(_, value)| value.plain()).unwrap_or_default()
}
