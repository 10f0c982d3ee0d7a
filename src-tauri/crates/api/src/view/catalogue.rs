//! The catalogue: what the handout desk can print, in the language of the screens. Needs no vault.

use curriculum::{Course, Curriculum};
use domain::{CourseId, Lang};

use crate::{
    app::App,
    error::Result,
    read::{copies, course},
    wire::{Catalogue, CatalogueCourse, CatalogueModule, CataloguePace, CatalogueTopic, Nothing},
};

/// Lists courses, paces and forms.
pub fn catalogue(app: &App, _: Nothing) -> Result<Catalogue> {
    let lang = app.settings().language;
    let content = app.curriculum();
    let pack = content.pack();
    let courses = content.courses().iter();
    let forms = content.forms().iter();
    Ok(Catalogue {
        pack: pack.title.clone(),
        version: pack.version.clone(),
        languages: pack.languages.clone(),
        courses: courses.map(|c| of_course(&content, c, lang)).collect(),
        paces: paces(&content, lang),
        forms: forms
            .map(|form| copies::card(&content, form, lang))
            .collect(),
        own_stories: content.pages().any(|page| page.has_own_story()),
    })
}

fn of_course(content: &Curriculum, course: &Course, lang: Lang) -> CatalogueCourse {
    let is_usual = |lang: &Lang| {
        let usual = content.usual_course(*lang);
        usual.is_some_and(|usual| usual.id == course.id)
    };
    CatalogueCourse {
        id: course.id.clone(),
        title: course.title.get(lang).clone(),
        source: course.source.get(lang).clone(),
        usual: Lang::ALL.into_iter().filter(is_usual).collect(),
        tracks: course::tracks(content, course, lang),
        modules: modules(content, &course.id, lang),
    }
}

fn modules(content: &Curriculum, course: &CourseId, lang: Lang) -> Vec<CatalogueModule> {
    content
        .modules_of(course)
        .map(|module| CatalogueModule {
            id: module.id.clone(),
            number: content.module_number(&module.id, course),
            title: content.module_title(&module.id, lang).to_owned(),
            aim: content.module_aim(&module.id, lang).to_owned(),
            topics: module
                .topics
                .iter()
                .map(|topic| CatalogueTopic {
                    id: topic.id.clone(),
                    number: content.number(&topic.id, course),
                    title: content.topic_title(&topic.id, lang).to_owned(),
                    purpose: topic.purpose(lang).to_owned(),
                    track: topic.track.clone(),
                    review: topic.review.clone(),
                })
                .collect(),
        })
        .collect()
}

fn paces(content: &Curriculum, lang: Lang) -> Vec<CataloguePace> {
    let paces = content.paces().iter();
    paces
        .map(|pace| CataloguePace {
            id: pace.id.clone(),
            title: pace.title.get(lang).clone(),
            source: pace.source.get(lang).clone(),
            days: pace.days,
            months_min: pace.months.min,
            months_max: pace.months.max,
        })
        .collect()
}
