//! Pages of the content: blank, or with somebody's name and answers on them.

use domain::{
    Answer, CourseId, Document, Lang, ModuleId, SheetId, TopicId,
    document::{Block, DocumentKind, PersonLine},
    goal::GoalStatus,
    person::Person,
};
use store::{Sheet, Store};

use super::{earlier, services, words};
use crate::{
    app::App,
    error::{ErrorCode, Result},
};

/// A blank page of the content, with the services of this computer.
pub fn blank(app: &App, topic: &TopicId, lang: Lang, course: &CourseId) -> Result<Document> {
    let mut document = app
        .curriculum()
        .page(topic, lang, course, app.now().day())
        .ok_or(ErrorCode::NotFound)?;
    services::fill(app, &mut document);
    Ok(document)
}

/// A module's practitioner guide.
pub fn guide(app: &App, module: &ModuleId, lang: Lang) -> Result<Document> {
    let guide = app.curriculum().guide(module, lang, app.now().day());
    guide.ok_or_else(|| ErrorCode::NotFound.into())
}

/// Puts a person's name and answers on a page; those it has no place for any more at its end.
pub fn fill(
    app: &App,
    document: &mut Document,
    store: &Store,
    person: &Person,
    topic: &TopicId,
    sheet: Option<SheetId>,
) -> Result<()> {
    document.person = Some(person_line(person));
    let answers = store.answers(person.id, topic, sheet)?;
    name_goals(document, store, person)?;
    let (here, lost) = earlier::part(&app.curriculum(), answers);
    document.answers = here;
    let lost = earlier::blocks(&lost, document.lang);
    document.blocks.extend(lost);
    Ok(())
}

/// Puts what the person is working towards above what they could try for it, in their own words.
fn name_goals(document: &mut Document, store: &Store, person: &Person) -> Result<()> {
    let practices = document.blocks.iter_mut().filter_map(|block| match block {
        Block::PracticeOptions { goals, .. } => Some(goals),
        _ => None,
    });
    let practices: Vec<_> = practices.collect();
    if practices.is_empty() {
        return Ok(());
    }
    let goals = store.goals(person.id)?.into_iter();
    let active = goals.filter(|goal| goal.status == GoalStatus::Active);
    let words: Vec<String> = active.map(|goal| goal.words).collect();
    for goals in practices {
        goals.clone_from(&words);
    }
    Ok(())
}

/// The page of a filled copy: the whole page of a form, or the one worksheet of a topic. Of content that is gone, what
/// was answered is left.
pub fn of_sheet(app: &App, store: &Store, person: &Person, sheet: &Sheet) -> Result<Document> {
    let details = &person.details;
    let mut document = blank(app, &sheet.topic, details.language, &details.course)
        .unwrap_or_else(|_| gone(sheet, details.language));
    if let Some(block) = &sheet.block {
        document
            .blocks
            .retain(|b| matches!(b, Block::Worksheet { id, .. } if id == block));
        document.title = words::sheet_title(app, sheet, details.language);
        document.purpose.clear();
    }
    document.sheet = Some(sheet.id);
    document.date = sheet.made_on;
    let id = Some(sheet.id);
    fill(app, &mut document, store, person, &sheet.topic, id)?;
    Ok(document)
}

/// The page of a copy whose form or topic is no longer in the content.
fn gone(sheet: &Sheet, lang: Lang) -> Document {
    Document {
        kind: DocumentKind::Handout,
        title: sheet.topic.to_string(),
        purpose: String::new(),
        lang,
        person: None,
        date: sheet.made_on,
        source: None,
        topic: Some(sheet.topic.clone()),
        sheet: Some(sheet.id),
        weighed: None,
        blocks: Vec::new(),
        answers: Vec::new(),
    }
}

/// A person's answers to a page, or to one filled copy of it.
pub fn answers(
    store: &Store,
    person: &Person,
    topic: &TopicId,
    sheet: Option<SheetId>,
) -> Result<Vec<Answer>> {
    let answers = store.answers(person.id, topic, sheet)?.into_iter();
    Ok(answers.map(|(key, value)| Answer { key, value }).collect())
}

/// Whose page it is, as it stands at its head.
pub fn person_line(person: &Person) -> PersonLine {
    PersonLine {
        name: person.details.preferred_name.clone(),
        record_number: person.details.record_number.clone(),
        colour: person.colour,
    }
}

/// The module a page belongs to.
pub fn module_of(app: &App, topic: &TopicId) -> Option<ModuleId> {
    app.curriculum().topic(topic)?.module.clone()
}

/// Refuses a form where only a topic will do: a form is filled on copies and met in no session.
pub fn must_be_topic(app: &App, topic: &TopicId) -> Result<()> {
    let content = app.curriculum();
    match content.topic(topic) {
        Some(_) if content.form(topic).is_none() => Ok(()),
        _ => Err(ErrorCode::NotFound.into()),
    }
}
