//! Forms in a person's hands: the copies they have, new versions, their own words from elsewhere, and scores.

use curriculum::{Curriculum, Form, FormAbout, forms::offers, instrument};
use domain::{Lang, ModuleId, SheetId, TopicId, person::Person};
use store::{Sheet, Store};

use crate::{
    App, course,
    error::{ErrorCode, Result},
    people, sheets,
    wire::*,
};

/// Lists every form, with what a person has of it: those of the module the person is in now first.
pub fn forms(app: &App, ask: OfPerson) -> Result<FormsView> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        let next = course::next_topic(app, &person, &people::met(store, person.id)?);
        let current = course::current_module(app, next.as_ref());
        let mut forms = of_person(app, store, &person, current.as_ref())?;
        forms.sort_by_key(|form| !form.current);
        Ok(FormsView { forms })
    })
}

/// Opens the newest copy of a form, or starts the first.
pub fn open_form(app: &App, ask: OpenForm) -> Result<domain::change::Change> {
    app.with_store(|store| {
        let person = people::find(store, ask.person)?;
        match newest(store, &person, &ask.form)? {
            Some(sheet) => crate::change::found(store, person.id, sheet.id.uuid()),
            None => sheets::begin(
                app,
                store,
                &person,
                StartSheet {
                    person: person.id,
                    topic: ask.form,
                    block: None,
                    about: None,
                    from: None,
                },
            ),
        }
    })
}

/// The newest copy of a form.
pub(crate) fn newest(store: &Store, person: &Person, form: &TopicId) -> Result<Option<Sheet>> {
    let sheets = store.sheets(person.id)?.into_iter();
    Ok(sheets.into_iter().find(|sheet| is_copy(sheet, form)))
}

fn is_copy(sheet: &Sheet, form: &TopicId) -> bool {
    sheet.block.is_none() && sheet.topic == *form
}

/// Every form in the pack's order, with a person's copies of it.
pub(crate) fn of_person(
    app: &App,
    store: &Store,
    person: &Person,
    current: Option<&ModuleId>,
) -> Result<Vec<PersonForm>> {
    let sheets = store.sheets(person.id)?;
    let content = app.curriculum();
    let forms = content
        .forms()
        .iter()
        .filter(|form| form.about == FormAbout::Person);
    forms
        .map(|form| with_copies(&content, store, person, form, &sheets, current))
        .collect()
}

fn with_copies(
    content: &Curriculum,
    store: &Store,
    person: &Person,
    form: &Form,
    sheets: &[Sheet],
    current: Option<&ModuleId>,
) -> Result<PersonForm> {
    let lang = person.details.language;
    let copies = sheets
        .iter()
        .filter(|sheet| is_copy(sheet, &form.page.id))
        .map(|sheet| {
            let answers = sheets::answers(store, person, &sheet.topic, Some(sheet.id))?;
            Ok(FormCopy {
                id: sheet.id,
                made_on: sheet.made_on,
                about: sheet.about,
                first_words: sheets::first_words(form.page.blocks(lang), &answers),
                score: instrument::score(form, &answers),
            })
        })
        .collect::<Result<_>>()?;
    Ok(PersonForm {
        current: form.page.module.is_some() && form.page.module.as_ref() == current,
        form: card(content, form, lang),
        copies,
    })
}

/// A form to choose, in a language.
pub(crate) fn card(content: &Curriculum, form: &Form, lang: Lang) -> FormCard {
    let page = &form.page;
    let module_title = |module| content.module_title(module, lang).to_owned();
    FormCard {
        id: page.id.clone(),
        kind: form.kind,
        title: page.title(lang).to_owned(),
        purpose: page.purpose(lang).to_owned(),
        module_title: page.module.as_ref().map(module_title).unwrap_or_default(),
        module: page.module.clone(),
        review: page.review.clone(),
        instrument: form.instrument.as_ref().map(|instrument| InstrumentFacts {
            rater: instrument.rater,
            better: instrument.better,
            wording: instrument.wording,
            least: instrument.least,
        }),
    }
}

/// Adds to the page of a filled copy what belongs to its form: the other copies, offers and the score.
pub(crate) fn complete(
    app: &App,
    store: &Store,
    person: &Person,
    sheet: SheetId,
    page: &mut PageView,
) -> Result<()> {
    let content = app.curriculum();
    let topic = page.document.topic.as_ref();
    let Some(form) = topic.and_then(|topic| content.form(topic)) else {
        return Ok(());
    };
    let details = &person.details;
    let next = course::next_topic(app, person, &people::met(store, person.id)?);
    let current = course::current_module(app, next.as_ref());
    let sheets = store.sheets(person.id)?;
    let with_copies = with_copies(&content, store, person, form, &sheets, current.as_ref())?;
    let copies = &with_copies.copies;
    page.score = copies
        .iter()
        .find(|copy| copy.id == sheet)
        .and_then(|copy| copy.score);
    page.offers = offers(
        &content,
        form,
        &store.all_answers(person.id)?,
        details.language,
    )
    .into_iter()
    .map(|offer| OfferView {
        number: content.number(&offer.topic, &details.course),
        offer,
    })
    .collect();
    page.form = Some(with_copies);
    Ok(())
}

/// Refuses a form where only a topic will do: a form is filled on copies and met in no session.
pub(crate) fn refuse(app: &App, topic: &TopicId) -> Result<()> {
    let content = app.curriculum();
    match content.topic(topic) {
        Some(_) if content.form(topic).is_none() => Ok(()),
        _ => Err(ErrorCode::NotFound.into()),
    }
}
