//! Handouts on screen: topic pages, guides, filled copies of worksheets, and the answers given on them.

use domain::{
    AnswerKey, AnswerValue, BlockId, Document, Lang, PersonId, SheetId, TopicId,
    document::{Block, Inline, PersonLine, WorksheetPart},
    person::Person,
};
use store::{About, Op, Sheet, Store};

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    people,
    wire::*,
};

/// Answers a field.
pub fn answer(app: &App, ask: AnswerField) -> Result<Saved> {
    app.with_store(|store| {
        people::find(store, ask.person)?;
        save_answer(app, store, ask.person, ask.session, &ask.key, ask.value)?;
        Ok(Saved {
            saved_at: app.now(),
        })
    })
}

/// Saves an answer, or takes it back when there is nothing in it.
pub(crate) fn save_answer(
    app: &App,
    store: &mut Store,
    person: PersonId,
    session: Option<domain::SessionId>,
    key: &AnswerKey,
    value: Option<AnswerValue>,
) -> Result<()> {
    let value = value.filter(|v| !v.is_empty());
    if let Some(value) = &value {
        app.curriculum()
            .accepts(key, value)
            .map_err(|e| ApiError::new(ErrorCode::AnswerDoesNotFit).with("what", e))?;
        if let AnswerValue::Date(date) = value {
            people::check_date(app, *date)?;
        }
    }
    if let Some(sheet) = key.sheet {
        find_sheet(store, person, sheet)?;
    }
    let typing = format!("answer {key:?}");
    let version = &app.curriculum().pack().version;
    store.transact_typing(
        &typing,
        Op::Answer,
        About::person(person),
        app.now(),
        |tx| tx.save_answer(person, session, key, value.as_ref(), version),
    )?;
    Ok(())
}

/// Starts a filled copy of a worksheet that can be filled many times.
pub fn start_sheet(app: &App, ask: StartSheet) -> Result<PageView> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        let topic = page(
            app,
            &ask.topic,
            person.details.language,
            &person.details.course,
        )?;
        let many = topic
            .blocks
            .iter()
            .any(|b| matches!(b, Block::Worksheet { id, many: true, .. } if *id == ask.block));
        if !many {
            return Err(ErrorCode::NotFound.into());
        }
        if let Some(goal) = ask.about {
            people::find_goal(store, person.id, goal)?;
        }
        let sheet = Sheet {
            id: SheetId::new(app.uuid()),
            topic: ask.topic,
            block: ask.block,
            about: ask.about,
            made_on: app.now().day(),
            title: String::new(),
        };
        store.transact(Op::AddSheet, About::person(person.id), app.now(), |tx| {
            tx.add_sheet(person.id, &sheet)
        })?;
        sheet_view(app, store, &person, &sheet)
    })
}

/// Opens a filled copy.
pub fn open_sheet(app: &App, ask: OpenSheet) -> Result<PageView> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        let sheet = find_sheet(store, person.id, ask.sheet)?;
        sheet_view(app, store, &person, &sheet)
    })
}

fn sheet_view(app: &App, store: &Store, person: &Person, sheet: &Sheet) -> Result<PageView> {
    let document = sheet_document(app, store, person, sheet)?;
    Ok(PageView {
        document,
        module: module_of(app, &sheet.topic),
        pack_version: app.curriculum().pack().version.clone(),
    })
}

/// The one worksheet of a topic, with the answers of one copy.
pub(crate) fn sheet_document(
    app: &App,
    store: &Store,
    person: &Person,
    sheet: &Sheet,
) -> Result<Document> {
    let mut document = page(
        app,
        &sheet.topic,
        person.details.language,
        &person.details.course,
    )?;
    document
        .blocks
        .retain(|b| matches!(b, Block::Worksheet { id, .. } if *id == sheet.block));
    document.title = block_title(app, &sheet.topic, &sheet.block, person.details.language);
    document.purpose.clear();
    document.sheet = Some(sheet.id);
    fill(&mut document, store, person, &sheet.topic, Some(sheet.id))?;
    Ok(document)
}

pub(crate) fn find_sheet(store: &Store, person: PersonId, id: SheetId) -> Result<Sheet> {
    store
        .sheets(person)?
        .into_iter()
        .find(|s| s.id == id)
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// A topic's page, blank or with a person's answers.
pub fn topic_page(app: &App, ask: TopicPage) -> Result<PageView> {
    let mut document = page(app, &ask.topic, ask.language, &ask.course)?;
    if let Some(person) = ask.person {
        app.with_store(|store| {
            let person = people::find(store, person)?;
            fill(&mut document, store, &person, &ask.topic, None)
        })?;
    }
    Ok(PageView {
        document,
        module: module_of(app, &ask.topic),
        pack_version: app.curriculum().pack().version.clone(),
    })
}

pub(crate) fn page(
    app: &App,
    topic: &TopicId,
    lang: Lang,
    course: &domain::CourseId,
) -> Result<Document> {
    app.curriculum()
        .page(topic, lang, course, app.now().day())
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// Puts a person's name and answers on a page.
pub(crate) fn fill(
    document: &mut Document,
    store: &Store,
    person: &Person,
    topic: &TopicId,
    sheet: Option<SheetId>,
) -> Result<()> {
    document.person = Some(person_line(person));
    document.answers = store
        .answers(person.id, topic, sheet)?
        .into_iter()
        .map(|(key, value)| domain::Answer { key, value })
        .collect();
    Ok(())
}

pub(crate) fn person_line(person: &Person) -> PersonLine {
    PersonLine {
        name: person.details.preferred_name.clone(),
        record_number: person.details.record_number.clone(),
        colour: person.colour,
    }
}

pub(crate) fn module_of(app: &App, topic: &TopicId) -> Option<domain::ModuleId> {
    app.curriculum()
        .modules()
        .iter()
        .find(|m| m.topics.iter().any(|t| t.id == *topic))
        .map(|m| m.id.clone())
}

/// A module's practitioner guide.
pub fn guide_page(app: &App, ask: GuidePage) -> Result<PageView> {
    let document = app
        .curriculum()
        .guide(&ask.module, ask.language, app.now().day())
        .ok_or(ErrorCode::NotFound)?;
    Ok(PageView {
        document,
        module: Some(ask.module),
        pack_version: app.curriculum().pack().version.clone(),
    })
}

/// What the handout desk can print, in the language of the screens.
pub fn catalogue(app: &App, _: Nothing) -> Result<Catalogue> {
    let lang = app.settings().language;
    let content = app.curriculum();
    let courses = content
        .courses()
        .iter()
        .map(|course| CatalogueCourse {
            id: course.id.clone(),
            title: course.title.get(lang).clone(),
            source: course.source.get(lang).clone(),
            modules: course
                .modules
                .iter()
                .filter_map(|id| content.module(id))
                .zip(1..)
                .map(|(module, number)| CatalogueModule {
                    id: module.id.clone(),
                    number,
                    title: content.module_title(&module.id, lang).to_owned(),
                    aim: content.module_aim(&module.id, lang).to_owned(),
                    topics: module
                        .topics
                        .iter()
                        .map(|topic| CatalogueTopic {
                            id: topic.id.clone(),
                            number: content.number(&topic.id, &course.id),
                            title: content.topic_title(&topic.id, lang).to_owned(),
                            purpose: topic.purpose(lang).to_owned(),
                            review: topic.review.clone(),
                        })
                        .collect(),
                })
                .collect(),
        })
        .collect();
    let pack = content.pack();
    Ok(Catalogue {
        pack: pack.title.clone(),
        version: pack.version.clone(),
        languages: pack.languages.clone(),
        courses,
    })
}

/// The first words written on a filled copy, in the order of its fields: what tells it from the others in a list.
pub(crate) fn first_words(
    app: &App,
    store: &Store,
    person: &Person,
    sheet: &Sheet,
) -> Result<String> {
    let document = sheet_document(app, store, person, sheet)?;
    let parts = document.blocks.iter().flat_map(|block| match block {
        Block::Worksheet { parts, .. } => parts.as_slice(),
        _ => &[],
    });
    let fields = parts.flat_map(|part| match part {
        WorksheetPart::Field { field } => std::slice::from_ref(field),
        WorksheetPart::Group { fields, .. } => fields.as_slice(),
    });
    let words = fields
        .filter_map(|field| document.answers.iter().find(|a| a.key.field == field.id))
        .find_map(|a| match &a.value {
            AnswerValue::Text(words) => Some(words.clone()),
            _ => None,
        });
    Ok(words.unwrap_or_default())
}

/// The title of a block, for lists of filled copies.
pub(crate) fn block_title(app: &App, topic: &TopicId, block: &BlockId, lang: Lang) -> String {
    let topic = app.curriculum().topic(topic);
    let title = topic
        .into_iter()
        .flat_map(|t| t.blocks(lang))
        .find_map(|b| match b {
            Block::Worksheet { id, title, .. } if id == block => Some(title.clone()),
            _ => None,
        });
    title.unwrap_or_default()
}

/// What a field asks, for quoting an answer in a note. Empty for fields that need no words around them.
pub(crate) fn field_label(app: &App, key: &AnswerKey, lang: Lang) -> String {
    let topic = app.curriculum().topic(&key.topic);
    let label = topic
        .into_iter()
        .flat_map(|t| t.blocks(lang))
        .find_map(|block| match block {
            Block::Question { id, prompt, .. } if *id == key.block => Some(plain(prompt)),
            Block::Worksheet { id, parts, .. } if *id == key.block => {
                parts.iter().find_map(|part| match part {
                    WorksheetPart::Field { field } => {
                        (field.id == key.field).then(|| field.label.clone())
                    }
                    WorksheetPart::Group { fields, .. } => fields
                        .iter()
                        .find(|f| f.id == key.field)
                        .map(|f| f.label.clone()),
                })
            }
            _ => None,
        });
    label.unwrap_or_default()
}

fn plain(words: &[Inline]) -> String {
    words
        .iter()
        .map(|inline| match inline {
            Inline::Plain(text) | Inline::Strong(text) | Inline::Emphasis(text) => text.as_str(),
        })
        .collect()
}
