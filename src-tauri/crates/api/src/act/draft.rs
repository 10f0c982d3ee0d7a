//! What a note is drafted from: everything recorded in a session, gathered for the crate that words it.

use domain::{
    AnswerValue, Lang, SessionId, Timestamp, TopicId,
    note::{NoteFormat, NoteSection},
    person::Person,
    session::SessionRecord,
};
use note::{Quoted, Recorded};
use store::Store;

use crate::{
    app::App,
    error::Result,
    read::{pages, words},
};

/// Drafts the sections of a session's note.
///
/// # Errors
/// Those of reading the vault.
pub fn sections(
    app: &App,
    store: &Store,
    record: &SessionRecord,
    format: NoteFormat,
    lang: Lang,
) -> Result<Vec<NoteSection>> {
    let person = store.person(record.person)?;
    let goals = store.goals(person.id)?;
    let mut statements = store.statements(person.id)?;
    statements.retain(|statement| during(record, statement.recorded_at));
    let content = app.curriculum();
    let answers = quoted(app, store, record.id, &person)?;
    let recorded = Recorded {
        record,
        person: &person,
        goals: &goals,
        statements: &statements,
        answers: &answers,
        topic_title: &|topic: &TopicId| content.topic_title(topic, lang).to_owned(),
        module_of: &|topic: &TopicId| {
            let module = pages::module_of(app, topic);
            module
                .map(|module| content.module_title(&module, lang).to_owned())
                .unwrap_or_default()
        },
        lang,
    };
    Ok(note::draft(&recorded, format))
}

fn during(record: &SessionRecord, at: Timestamp) -> bool {
    at >= record.started_at
        && record
            .closed_at
            .is_none_or(|closed| at.millis <= closed.millis)
}

/// The person's own words on handouts in a session, with what they answered to.
fn quoted(app: &App, store: &Store, session: SessionId, person: &Person) -> Result<Vec<Quoted>> {
    let answers = store.answers_in(person.id, session)?;
    Ok(answers
        .into_iter()
        .filter_map(|(key, value)| match value {
            AnswerValue::Text(words) => {
                let prompt = words::field_label(app, &key, person.details.language);
                Some(Quoted { prompt, words })
            }
            _ => None,
        })
        .collect())
}
