//! Pages on screen: topics, guides and filled copies.

use curriculum::forms::offers;
use domain::{Document, ModuleId, TopicId, document::Block};
use store::Store;

use crate::{
    app::App,
    error::Result,
    read::{copies, course, lookup, pages, places, plans},
    wire::{ExampleView, GuidePage, OfferView, OpenSheet, PageView, TopicPage},
};

/// Shows a topic's page, blank or with a person's answers.
pub fn topic_page(app: &App, ask: TopicPage) -> Result<PageView> {
    let mut document = pages::blank(app, &ask.topic, ask.language, &ask.course)?;
    if let Some(person) = ask.person {
        app.with_store(|store| {
            let person = store.person(person)?;
            pages::fill(app, &mut document, store, &person, &ask.topic, None)
        })?;
    }
    Ok(page(app, document, &ask.topic))
}

/// Shows a module's practitioner guide.
pub fn guide_page(app: &App, ask: GuidePage) -> Result<PageView> {
    let document = pages::guide(app, &ask.module, ask.language)?;
    Ok(of_module(app, document, Some(ask.module)))
}

/// Opens a filled copy: of a form with its other copies, its score, and the person's own words from elsewhere.
pub fn open_sheet(app: &App, ask: OpenSheet) -> Result<PageView> {
    app.with_store(|store| {
        let person = store.person(ask.person)?;
        let sheet = lookup::sheet(store, person.id, ask.sheet)?;
        let document = pages::of_sheet(app, store, &person, &sheet)?;
        let mut page = page(app, document, &sheet.topic);
        let content = app.curriculum();
        // The copy of a single worksheet is no form.
        let Some(form) = content.form(&sheet.topic) else {
            return Ok(page);
        };
        let current = current_module(app, store, &person)?;
        let today = app.now().day();
        let form_view = copies::of_form(&content, store, &person, form, current.as_ref(), today)?;
        if form_view.plan.is_some() {
            let sharing = plans::sharing(&content, store, person.id, &sheet, today)?;
            page.sharing = Some(sharing);
        }
        page.score = form_view
            .copies
            .iter()
            .find(|copy| copy.id == sheet.id)
            .and_then(|copy| copy.score);
        page.form = Some(form_view);
        let details = &person.details;
        let said = store.all_answers(person.id)?;
        page.offers = offers(&content, form, &said, details.language)
            .into_iter()
            .map(|offer| OfferView {
                number: content.number(&offer.topic, &details.course),
                offer,
            })
            .collect();
        Ok(page)
    })
}

fn current_module(
    app: &App,
    store: &Store,
    person: &domain::person::Person,
) -> Result<Option<ModuleId>> {
    let next = course::next_topic(app, person, &course::met(store, person.id)?);
    Ok(course::current_module(app, next.as_ref()))
}

fn page(app: &App, document: Document, topic: &TopicId) -> PageView {
    let mut page = of_module(app, document, pages::module_of(app, topic));
    page.examples = examples(app, &page.document, topic);
    page
}

/// Names the examples of what stands on a page: a copy of one worksheet has only that.
fn examples(app: &App, document: &Document, topic: &TopicId) -> Vec<ExampleView> {
    let there: Vec<_> = document.blocks.iter().filter_map(Block::id).collect();
    app.curriculum()
        .examples_of(topic)
        .filter(|(_, of)| of.block.as_ref().is_none_or(|block| there.contains(&block)))
        .map(|(form, of)| ExampleView {
            form: form.page.id.clone(),
            title: form.page.title(document.lang).to_owned(),
            block: of.block.clone(),
        })
        .collect()
}

fn of_module(app: &App, document: Document, module: Option<ModuleId>) -> PageView {
    let content = app.curriculum();
    PageView {
        meaning: module
            .as_ref()
            .and_then(|module| places::meaning(&content, module)),
        document,
        module,
        pack_version: content.pack().version.clone(),
        form: None,
        offers: Vec::new(),
        score: None,
        sharing: None,
        examples: Vec::new(),
    }
}
