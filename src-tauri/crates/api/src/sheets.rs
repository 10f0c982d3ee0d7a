//! Handouts on screen: topic pages, guides, filled copies of forms and worksheets, and the answers given on them.

use curriculum::FormAbout;
use domain::{
    Answer, AnswerKey, AnswerValue, BlockId, Document, FieldId, Lang, ModuleId, PersonId, SheetId,
    TopicId,
    document::{Block, DocumentKind, Inline, PersonLine, WorksheetPart},
    person::Person,
};
use store::{About, Op, Sheet, Store};

use crate::{
    App, course, earlier,
    error::{ApiError, ErrorCode, Result},
    forms, people, services,
    wire::*,
};

/// Answers a field.
pub fn answer(app: &App, ask: AnswerField) -> Result<domain::change::Change> {
    app.with_store(|store| {
        people::find(store, ask.person)?;
        save_answer(app, store, ask.person, ask.session, &ask.key, ask.value)?;
        crate::change::done(store)
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
    let content = app.curriculum();
    let version = &content.pack().version;
    store.transact_typing(
        &typing,
        Op::Answer,
        About::person(person),
        app.now(),
        |tx| tx.save_answer(person, session, key, value.as_ref(), version),
    )?;
    Ok(())
}

/// Starts a filled copy of a form or of a worksheet that can be filled many times.
pub fn start_sheet(app: &App, ask: StartSheet) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        begin(app, store, &person, ask)
    })
}

pub(crate) fn begin(
    app: &App,
    store: &mut Store,
    person: &Person,
    ask: StartSheet,
) -> Result<domain::change::Change> {
    if !takes_copies(app, &ask.topic, ask.block.as_ref()) {
        return Err(ErrorCode::NotFound.into());
    }
    if let Some(goal) = ask.about {
        people::find_goal(store, person.id, goal)?;
    }
    let before = ask
        .from
        .map(|id| find_sheet(store, person.id, id))
        .transpose()?;
    if before
        .as_ref()
        .is_some_and(|before| before.topic != ask.topic || before.block != ask.block)
    {
        return Err(ErrorCode::NotFound.into());
    }
    let sheet = Sheet {
        id: SheetId::new(app.uuid()),
        topic: ask.topic,
        block: ask.block,
        about: ask.about.or(before.as_ref().and_then(|b| b.about)),
        made_on: app.now().day(),
        title: String::new(),
    };
    store.transact(Op::AddSheet, About::person(person.id), app.now(), |tx| {
        tx.add_sheet(person.id, &sheet)?;
        match &before {
            Some(before) => tx.carry_answers(person.id, before.id, sheet.id),
            None => Ok(()),
        }
    })?;
    crate::change::made(store, sheet.id.uuid())
}

/// Tells whether something can be filled many times: a form, or such a worksheet of a topic.
fn takes_copies(app: &App, topic: &TopicId, block: Option<&BlockId>) -> bool {
    let content = app.curriculum();
    let Some(wanted) = block else {
        let form = content.form(topic);
        return form.is_some_and(|form| form.about == FormAbout::Person);
    };
    // Ids and kinds are the same in every language.
    content.form(topic).is_none()
        && content
            .topic(topic)
            .into_iter()
            .flat_map(|t| t.blocks(Lang::default()))
            .any(|b| matches!(b, Block::Worksheet { id, many: true, .. } if id == wanted))
}

/// Opens a filled copy.
pub fn open_sheet(app: &App, ask: OpenSheet) -> Result<PageView> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        let sheet = find_sheet(store, person.id, ask.sheet)?;
        sheet_view(app, store, &person, &sheet)
    })
}

pub(crate) fn sheet_view(
    app: &App,
    store: &Store,
    person: &Person,
    sheet: &Sheet,
) -> Result<PageView> {
    let document = sheet_document(app, store, person, sheet)?;
    let mut page = view(app, document, module_of(app, &sheet.topic));
    forms::complete(app, store, person, sheet.id, &mut page)?;
    Ok(page)
}

fn view(app: &App, document: Document, module: Option<ModuleId>) -> PageView {
    PageView {
        document,
        module,
        pack_version: app.curriculum().pack().version.clone(),
        form: None,
        offers: Vec::new(),
        score: None,
    }
}

/// One filled copy: the whole page of a form, or the one worksheet of a topic. Of content that is gone, what was
/// answered is left.
pub(crate) fn sheet_document(
    app: &App,
    store: &Store,
    person: &Person,
    sheet: &Sheet,
) -> Result<Document> {
    let details = &person.details;
    let mut document = page(app, &sheet.topic, details.language, &details.course)
        .unwrap_or_else(|_| gone(sheet, details.language));
    if let Some(block) = &sheet.block {
        document
            .blocks
            .retain(|b| matches!(b, Block::Worksheet { id, .. } if id == block));
        document.title = sheet_title(app, sheet, details.language);
        document.purpose.clear();
    }
    document.sheet = Some(sheet.id);
    document.date = sheet.made_on;
    fill(
        app,
        &mut document,
        store,
        person,
        &sheet.topic,
        Some(sheet.id),
    )?;
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
        blocks: Vec::new(),
        answers: Vec::new(),
    }
}

/// A person's filled copies of worksheets, newest first, and of forms that are no longer in the content.
pub(crate) fn worksheets(app: &App, store: &Store, person: &Person) -> Result<Vec<SheetCard>> {
    let content = app.curriculum();
    let lang = person.details.language;
    let sheets = store.sheets(person.id)?.into_iter();
    sheets
        .filter(|sheet| sheet.block.is_some() || content.form(&sheet.topic).is_none())
        .map(|sheet| {
            let answers = answers(store, person, &sheet.topic, Some(sheet.id))?;
            let blocks = content.topic(&sheet.topic).into_iter();
            Ok(SheetCard {
                id: sheet.id,
                title: sheet_title(app, &sheet, lang),
                first_words: first_words(blocks.flat_map(|t| t.blocks(lang)), &answers),
                topic: sheet.topic,
                about: sheet.about,
                made_on: sheet.made_on,
            })
        })
        .collect()
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
            fill(app, &mut document, store, &person, &ask.topic, None)
        })?;
    }
    Ok(view(app, document, module_of(app, &ask.topic)))
}

/// A blank page of the content, with the services of this computer.
pub(crate) fn page(
    app: &App,
    topic: &TopicId,
    lang: Lang,
    course: &domain::CourseId,
) -> Result<Document> {
    let mut document = app
        .curriculum()
        .page(topic, lang, course, app.now().day())
        .ok_or(ErrorCode::NotFound)?;
    services::fill(app, &mut document);
    Ok(document)
}

/// Puts a person's name and answers on a page; those it has no place for any more at its end.
pub(crate) fn fill(
    app: &App,
    document: &mut Document,
    store: &Store,
    person: &Person,
    topic: &TopicId,
    sheet: Option<SheetId>,
) -> Result<()> {
    document.person = Some(person_line(person));
    let answers = store.answers(person.id, topic, sheet)?;
    let (here, lost) = earlier::part(&app.curriculum(), answers);
    document.answers = here;
    let lost = earlier::blocks(&lost, document.lang);
    document.blocks.extend(lost);
    Ok(())
}

/// A person's answers to a page, or to one filled copy of it.
pub(crate) fn answers(
    store: &Store,
    person: &Person,
    topic: &TopicId,
    sheet: Option<SheetId>,
) -> Result<Vec<Answer>> {
    let answers = store.answers(person.id, topic, sheet)?.into_iter();
    Ok(answers.map(|(key, value)| Answer { key, value }).collect())
}

pub(crate) fn person_line(person: &Person) -> PersonLine {
    PersonLine {
        name: person.details.preferred_name.clone(),
        record_number: person.details.record_number.clone(),
        colour: person.colour,
    }
}

pub(crate) fn module_of(app: &App, topic: &TopicId) -> Option<ModuleId> {
    app.curriculum().topic(topic)?.module.clone()
}

/// A module's practitioner guide.
pub fn guide_page(app: &App, ask: GuidePage) -> Result<PageView> {
    let document = app
        .curriculum()
        .guide(&ask.module, ask.language, app.now().day())
        .ok_or(ErrorCode::NotFound)?;
    Ok(view(app, document, Some(ask.module)))
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
            usual: Lang::ALL
                .into_iter()
                .filter(|&lang| {
                    content
                        .usual_course(lang)
                        .is_some_and(|usual| usual.id == course.id)
                })
                .collect(),
            tracks: course::tracks(&content, course, lang),
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
                            track: topic.track.clone(),
                            review: topic.review.clone(),
                        })
                        .collect(),
                })
                .collect(),
        })
        .collect();
    let paces = content.paces().iter().map(|pace| CataloguePace {
        id: pace.id.clone(),
        title: pace.title.get(lang).clone(),
        source: pace.source.get(lang).clone(),
        days: pace.days,
        months_min: pace.months.min,
        months_max: pace.months.max,
    });
    let forms = content.forms().iter();
    let pack = content.pack();
    Ok(Catalogue {
        paces: paces.collect(),
        forms: forms
            .map(|form| forms::card(&content, form, lang))
            .collect(),
        pack: pack.title.clone(),
        version: pack.version.clone(),
        languages: pack.languages.clone(),
        courses,
    })
}

/// The first words written on a filled copy, in the order of its fields: what tells it from the others in a list.
/// Where no field of the page has any, words that lost their place do.
pub(crate) fn first_words<'b>(
    blocks: impl Iterator<Item = &'b Block>,
    answers: &[Answer],
) -> String {
    let words = |answer: &Answer| match &answer.value {
        AnswerValue::Text(words) => Some(words.clone()),
        _ => None,
    };
    blocks
        .flat_map(written_fields)
        .filter_map(|(block, field)| {
            let here = |a: &&Answer| a.key.block == *block && a.key.field == field;
            answers.iter().find(here)
        })
        .find_map(words)
        .or_else(|| answers.iter().find_map(words))
        .unwrap_or_default()
}

/// The fields of a block that may take words, in order.
fn written_fields(block: &Block) -> Vec<(&BlockId, FieldId)> {
    match block {
        Block::Question { id, field, .. } => vec![(id, field.id.clone())],
        Block::Checklist { id, others, .. } => (1..=*others)
            .map(|number| (id, FieldId::new(format!("other-{number}"))))
            .collect(),
        Block::Worksheet { id, parts, .. } => parts
            .iter()
            .flat_map(|part| match part {
                WorksheetPart::Field { field } => std::slice::from_ref(field),
                WorksheetPart::Group { fields, .. } => fields.as_slice(),
            })
            .map(|field| (id, field.id.clone()))
            .collect(),
        _ => Vec::new(),
    }
}

/// The title of a filled copy: that of its worksheet, else that of its page; of content that is gone, its id.
fn sheet_title(app: &App, sheet: &Sheet, lang: Lang) -> String {
    let content = app.curriculum();
    let Some(topic) = content.topic(&sheet.topic) else {
        return sheet.topic.to_string();
    };
    let title = topic.blocks(lang).find_map(|b| match b {
        Block::Worksheet { id, title, .. } if Some(id) == sheet.block.as_ref() => {
            Some(title.as_str())
        }
        _ => None,
    });
    title.unwrap_or(topic.title(lang)).to_owned()
}

/// What a field asks, for quoting an answer in a note. Empty for fields that need no words around them.
pub(crate) fn field_label(app: &App, key: &AnswerKey, lang: Lang) -> String {
    let content = app.curriculum();
    let label = content
        .topic(&key.topic)
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
