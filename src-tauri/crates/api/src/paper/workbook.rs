//! The workbook: every topic of a course, or of one of its modules, as one book, and the forms that go with them.

use domain::{CourseId, Document, Lang, ModuleId, TrackId};
use export::fill::{Book, BookKind, Part};

use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{labels::Labels, pages},
};

/// What a workbook is made of.
pub(super) struct Of<'a> {
    course: &'a CourseId,
    only: Option<&'a ModuleId>,
    track: Option<&'a TrackId>,
}

impl<'a> Of<'a> {
    /// Names a course, and what of it: one of its modules, one of its tracks.
    pub(super) const fn new(
        course: &'a CourseId,
        only: Option<&'a ModuleId>,
        track: Option<&'a TrackId>,
    ) -> Self {
        Self {
            course,
            only,
            track,
        }
    }
}

/// Gathers the topics of a course in its order, blank, or those of one of its modules. In short, the forms stay out: they
/// are printed when they are used, and the pages that lead to them name them.
pub(super) fn workbook(
    app: &App,
    of: &Of<'_>,
    lang: Lang,
    short: bool,
) -> Result<(Vec<Document>, Book)> {
    let Of {
        course,
        only,
        track,
    } = *of;
    let content = app.curriculum();
    let found = content.course(course).ok_or(ErrorCode::NotFound)?;
    // The title page speaks the language that its pages fall back to.
    let lang = fallback(&content.pack().languages, lang);
    let mut documents = Vec::new();
    let mut parts = Vec::new();
    for module in content.modules_of(course) {
        if only.is_some_and(|only| *only != module.id) {
            continue;
        }
        let pages = module
            .topics_for(track)
            .filter_map(|topic| pages::blank(app, &topic.id, lang, course).ok());
        let number = content.module_number(&module.id, course);
        let before = documents.len();
        documents.extend(pages);
        parts.push(Part {
            number: number.map_or_else(String::new, |number: u32| number.to_string()),
            title: content.module_title(&module.id, lang).to_owned(),
            aim: content.module_aim(&module.id, lang).to_owned(),
            documents: documents.len() - before,
        });
    }
    if parts.is_empty() {
        return Err(ErrorCode::NotFound.into());
    }
    let title = |module: &ModuleId| content.module_title(module, lang).to_owned();
    let (title, subtitle) = match only {
        None => (found.title.get(lang).clone(), content.pack().title.clone()),
        Some(module) => (title(module), found.title.get(lang).clone()),
    };
    let before = documents.len();
    let forms = content.forms().iter().filter(|form| {
        let module = form.page.module.as_ref();
        !short
            && match only {
                Some(_) => module == only,
                None => module.is_none_or(|module| found.modules.contains(module)),
            }
    });
    documents.extend(forms.filter_map(|form| pages::blank(app, &form.page.id, lang, course).ok()));
    if short {
        documents.iter_mut().for_each(Document::shorten);
    }
    if documents.len() > before {
        parts.push(Part {
            number: String::new(),
            title: Labels::of(lang).forms.clone(),
            aim: Labels::of(lang).forms_aim.clone(),
            documents: documents.len() - before,
        });
    }

    let book = Book {
        kind: BookKind::Workbook { runs_on: short },
        person: None,
        title,
        subtitle,
        lang,
        parts,
    };
    Ok((documents, book))
}

fn fallback(languages: &[Lang], lang: Lang) -> Lang {
    if languages.contains(&lang) {
        lang
    } else {
        languages.first().copied().unwrap_or_default()
    }
}
