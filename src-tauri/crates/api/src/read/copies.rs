//! Filled copies in a person's hands: of forms with their versions and scores, and of worksheets.

use chrono::NaiveDate;
use curriculum::{Curriculum, Form, Rater, instrument};
use domain::{BlockId, Lang, ModuleId, PersonId, TopicId, document::Block, person::Person};
use store::{Sheet, Store};

use super::{
    pages,
    plans::{Known, is_kept},
    words,
};
use crate::{
    app::App,
    error::Result,
    wire::{FormCard, FormCopy, InstrumentFacts, PersonForm, SheetCard},
};

/// Tells whether something can be filled many times: a form, or such a worksheet of a topic.
pub fn can_be_made(app: &App, topic: &TopicId, block: Option<&BlockId>) -> bool {
    let content = app.curriculum();
    let Some(wanted) = block else {
        let form = content.form(topic);
        return form.is_some_and(Form::is_filled_for_people);
    };
    // Ids and kinds are the same in every language.
    content.form(topic).is_none()
        && content
            .topic(topic)
            .into_iter()
            .flat_map(|t| t.blocks(Lang::default()))
            .any(|b| matches!(b, Block::Worksheet { id, many: true, .. } if id == wanted))
}

/// The newest copy of a form.
pub fn newest(store: &Store, person: PersonId, form: &TopicId) -> Result<Option<Sheet>> {
    let mut sheets = store.sheets(person)?.into_iter();
    Ok(sheets.find(|sheet| is_copy(sheet, form)))
}

fn is_copy(sheet: &Sheet, form: &TopicId) -> bool {
    sheet.block.is_none() && sheet.topic == *form
}

/// Tells whether a copy is of an instrument that the person rates, and so may be on the screen that faces them. What the
/// practitioner rates about them is never shown there.
pub fn is_for_the_person(app: &App, sheet: &Sheet) -> bool {
    let content = app.curriculum();
    let form = content.form(&sheet.topic).filter(|_| sheet.block.is_none());
    let instrument = form.and_then(|form| form.instrument.as_ref());
    instrument.is_some_and(|instrument| instrument.rater == Rater::Person)
}

/// A person's filled copies of worksheets, newest first, and of forms that are no longer in the content.
pub fn of_worksheets(app: &App, store: &Store, person: &Person) -> Result<Vec<SheetCard>> {
    let content = app.curriculum();
    let lang = person.details.language;
    let sheets = store.sheets(person.id)?.into_iter();
    sheets
        .filter(|sheet| sheet.block.is_some() || content.form(&sheet.topic).is_none())
        .map(|sheet| {
            let answers = pages::answers(store, person, &sheet.topic, Some(sheet.id))?;
            let blocks = content.topic(&sheet.topic).into_iter();
            Ok(SheetCard {
                id: sheet.id,
                title: words::sheet_title(app, &sheet, lang),
                first_words: words::first_words(blocks.flat_map(|t| t.blocks(lang)), &answers),
                topic: sheet.topic,
                about: sheet.about,
                made_on: sheet.made_on,
            })
        })
        .collect()
}

/// Every form in the pack's order, with a person's copies of it.
pub fn of_forms(
    app: &App,
    store: &Store,
    person: &Person,
    current: Option<&ModuleId>,
) -> Result<Vec<PersonForm>> {
    let sheets = store.sheets(person.id)?;
    let known = Known::of(store, person.id, app.now().day())?;
    let content = app.curriculum();
    let forms = content
        .forms()
        .iter()
        .filter(|form| form.is_filled_for_people());
    forms
        .map(|form| with_copies(&content, store, person, form, &sheets, &known, current))
        .collect()
}

/// One form with a person's copies of it.
pub fn of_form(
    content: &Curriculum,
    store: &Store,
    person: &Person,
    form: &Form,
    current: Option<&ModuleId>,
    today: NaiveDate,
) -> Result<PersonForm> {
    let sheets = store.sheets(person.id)?;
    let known = Known::of(store, person.id, today)?;
    with_copies(content, store, person, form, &sheets, &known, current)
}

fn with_copies(
    content: &Curriculum,
    store: &Store,
    person: &Person,
    form: &Form,
    sheets: &[Sheet],
    known: &Known,
    current: Option<&ModuleId>,
) -> Result<PersonForm> {
    let lang = person.details.language;
    let sheets = sheets.iter();
    let versions: Vec<&Sheet> = sheets
        .filter(|sheet| is_copy(sheet, &form.page.id))
        .collect();
    let copies = versions
        .iter()
        .map(|sheet| {
            let answers = pages::answers(store, person, &sheet.topic, Some(sheet.id))?;
            Ok(FormCopy {
                id: sheet.id,
                made_on: sheet.made_on,
                on_paper: sheet.on_paper,
                about: sheet.about,
                first_words: words::first_words(form.page.blocks(lang), &answers),
                score: instrument::score(form, &answers),
            })
        })
        .collect::<Result<_>>()?;
    Ok(PersonForm {
        current: form.page.module.is_some() && form.page.module.as_ref() == current,
        form: card(content, form, lang),
        copies,
        plan: is_kept(form.kind).then(|| known.facts(&versions)),
    })
}

/// A form to choose, in a language.
pub fn card(content: &Curriculum, form: &Form, lang: Lang) -> FormCard {
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
            score: instrument.score,
            least: instrument.least,
            other_rater: instrument::other_rater(form, content.forms())
                .map(|other| other.page.id.clone()),
        }),
    }
}
