//! Search on the command line.

use api::{view, wire::*};
use chrono::NaiveDate;

use crate::{Desk, args::Kind, output::Printed, records::find, sentences::Failure, vault};

/// Finds where words stand.
pub fn run(
    desk: &Desk,
    words: &str,
    person: Option<String>,
    kind: Option<Kind>,
    (from, until): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<Printed, Failure> {
    vault::open(desk)?;
    let person = person.map(|word| find(desk, &word)).transpose()?;
    let view = desk.tell(view::search::search(
        &desk.app,
        Search {
            words: words.to_owned(),
            person,
            area: kind.map(Into::into),
            from,
            until,
            skip: 0,
        },
    ))?;
    let rows: Vec<_> = view.hits.iter().map(row).collect();
    Printed::table(&rows, &view)
}

fn row(hit: &SearchHit) -> Vec<String> {
    let excerpts = hit.excerpts.iter().map(|excerpt| {
        let pieces = excerpt.pieces.iter().map(|piece| piece.text.as_str());
        pieces.collect::<String>()
    });
    vec![
        hit.day.map_or_else(String::new, |day| day.to_string()),
        hit.person.record_number.clone(),
        hit.person.name.clone(),
        format!("{:?}", hit.kind),
        hit.title.clone(),
        excerpts.collect::<Vec<_>>().join(" … "),
    ]
}
