//! Holds pages against each other once all are read: forms that are led to, and words offered from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Lang, TopicId, document::Block};

use super::loaded::Structure;
use crate::{
    model::{AnswersAt, Form, Module},
    problem::{At, Report, write_instead},
    read::is_slug,
    structure::{FORMS, PageShape, Shape},
};

/// Reports what leads nowhere from some pages, which are part of a whole.
pub(crate) fn check(
    structure: &Structure,
    whole: &Structure,
    modules: &BTreeSet<String>,
    report: &mut Report,
) {
    let form_ids = || whole.forms.iter().map(|form| form.page.id.it.as_str());
    let pages = whole.pages();
    for (file, page) in &structure.pages() {
        for block in &page.blocks {
            if let Shape::Form { form } = &block.shape
                && is_slug(&form.it)
                && !form_ids().any(|id| id == form.it)
            {
                let what = format!("There is no form “{}”", form.it);
                lost(file, form.line, what, &form.it, form_ids(), report);
            }
            for place in block.shape.fields().flat_map(|field| &field.from) {
                check_place(file, place, &pages, report);
            }
        }
    }
    let forms = &structure.forms;
    for module in forms.iter().filter_map(|form| form.module.as_ref()) {
        if is_slug(&module.it) && !modules.contains(module.it.as_str()) {
            let what = format!("There is no module “{}”", module.it);
            let ids = modules.iter().map(String::as_str);
            lost(FORMS, module.line, what, &module.it, ids, report);
        }
    }
}

fn check_place(
    file: &str,
    place: &At<AnswersAt>,
    pages: &[(&str, &PageShape)],
    report: &mut Report,
) {
    let AnswersAt {
        topic,
        block,
        field,
    } = &place.it;
    let Some((_, page)) = pages.iter().find(|(_, page)| page.id.it == topic.as_str()) else {
        let ids = pages.iter().map(|(_, page)| page.id.it.as_str());
        let what = format!("There is no topic or form “{topic}”");
        return lost(file, place.line, what, topic.as_str(), ids, report);
    };
    let Some(found) = page.blocks.iter().find(|found| found.id == *block) else {
        let ids = page.blocks.iter().map(|block| block.id.as_str());
        let what = format!("“{topic}” has no block “{block}”");
        return lost(file, place.line, what, block.as_str(), ids, report);
    };
    let answers = found.shape.answers();
    if answers.is_empty() {
        report.add(
            file,
            place.line,
            format!("The block “{block}” of “{topic}” takes no answers"),
            "Name a question, checklist, rating, worksheet or knowledge check",
        );
    } else if let Some(field) = field
        && !answers.iter().any(|id| id == field.as_str())
    {
        let ids = answers.iter().map(String::as_str);
        let what = format!("The block “{block}” of “{topic}” has no field “{field}”");
        lost(file, place.line, what, field.as_str(), ids, report);
    }
}

/// Reports an id that leads nowhere, with the one that was probably meant.
fn lost<'w>(
    file: &str,
    line: u32,
    what: String,
    written: &str,
    ids: impl Iterator<Item = &'w str> + Clone,
    report: &mut Report,
) {
    let instead = write_instead(written, ids.clone(), || {
        match ids.take(12).collect::<Vec<_>>().join(", ") {
            all if all.is_empty() => "Take it out; there are none here".to_owned(),
            all => format!("Write one that is there, such as {all}, or take it out"),
        }
    });
    report.add(file, line, what, instead);
}

/// Gives each link to a form the form's own title and purpose.
pub(crate) fn name_forms(modules: &mut [Module], forms: &mut [Form]) {
    let mut named: BTreeMap<(TopicId, Lang), (String, String)> = BTreeMap::new();
    for form in &*forms {
        for lang in Lang::ALL {
            let page = form.page.pages.get(lang);
            let words = (page.title.clone(), page.purpose.clone());
            named.insert((form.page.id.clone(), lang), words);
        }
    }
    let topics = modules.iter_mut().flat_map(|module| &mut module.topics);
    for topic in topics.chain(forms.iter_mut().map(|form| &mut form.page)) {
        for (lang, page) in topic.pages.iter_mut() {
            for placed in &mut page.blocks {
                if let Block::FormLink {
                    form,
                    title,
                    purpose,
                    ..
                } = &mut placed.block
                    && let Some((own_title, own_purpose)) = named.get(&(form.clone(), lang))
                {
                    title.clone_from(own_title);
                    purpose.clone_from(own_purpose);
                }
            }
        }
    }
}
