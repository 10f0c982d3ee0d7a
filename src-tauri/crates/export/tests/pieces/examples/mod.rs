//! Made-up documents that show every kind of block.

mod answers;
mod form;
mod handout;
mod note;
mod results;

use chrono::NaiveDate;
use domain::document::{Choice, Inline, PersonLine, Row, Words};

pub use answers::{answer, filled};
pub use form::form;
pub use handout::handout;
pub use note::{draft_note, note};
pub use results::{chart, points, results};

pub fn maria() -> PersonLine {
    PersonLine {
        name: "Maria Høegh".into(),
        record_number: "0417".into(),
        colour: 5,
    }
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

pub fn words(text: &str) -> Words {
    vec![Inline::Plain(text.into())]
}

pub fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
    pairs
        .iter()
        .map(|(id, label)| Choice {
            id: (*id).into(),
            label: (*label).into(),
        })
        .collect()
}

pub fn rows(triples: &[(&str, &str, &str)]) -> Vec<Row> {
    triples
        .iter()
        .map(|(id, label, hint)| Row {
            id: (*id).into(),
            label: (*label).into(),
            hint: (*hint).into(),
        })
        .collect()
}
