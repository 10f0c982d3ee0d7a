//! How a text read before somebody changed it.

use store::TextOf;

use crate::{
    app::App,
    error::Result,
    wire::{AskEarlier, EarlierText, EarlierTexts, TextPlace},
};

/// Lists the earlier versions of a text.
pub fn earlier_texts(app: &App, ask: AskEarlier) -> Result<EarlierTexts> {
    let of = match ask.place {
        TextPlace::Session { session } => TextOf::Session(session),
        TextPlace::GoalReview { session, goal } => TextOf::GoalReview(session, goal),
        TextPlace::Goal { goal } => TextOf::Goal(goal),
        TextPlace::ShortTermGoal { goal } => TextOf::ShortTermGoal(goal),
        TextPlace::Step { step } => TextOf::Step(step),
        TextPlace::Practice { practice } => TextOf::Practice(practice),
        TextPlace::PracticeReview { practice } => TextOf::PracticeReview(practice),
        TextPlace::Supporter { supporter } => TextOf::Supporter(supporter),
        TextPlace::Answer { key } => TextOf::Answer(key),
        TextPlace::Section { note, section } => TextOf::Section(note, section),
    };
    let column = match &of {
        TextOf::Answer(_) => "value".to_owned(),
        // The page calls it what it is, the table what it is not in SQL.
        TextOf::Practice(_) if ask.field == "when" => "when_words".to_owned(),
        _ => as_column(&ask.field),
    };
    app.with_store(|store| {
        let person = store.person(ask.person)?.id;
        let versions = store.earlier(person, &of, &column)?.into_iter();
        Ok(EarlierTexts {
            versions: versions
                .map(|version| EarlierText {
                    words: version.words,
                    until: version.until,
                })
                .collect(),
        })
    })
}

/// Names a field as its column: `summaryWords` is `summary_words`.
fn as_column(field: &str) -> String {
    let mut column = String::with_capacity(field.len() + 4);
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            column.push('_');
        }
        column.push(letter.to_ascii_lowercase());
    }
    column
}
