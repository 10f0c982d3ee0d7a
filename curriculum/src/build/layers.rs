//! Puts a site's pack on top of the pack it extends: what it holds replaces, adds to, or stands beside what is there.

use domain::{BlockId, document::ReviewStatus};

use super::loaded::{Loaded, Structure};
use crate::{
    model::{Form, Module, Topic},
    problem::{Report, write_instead},
    structure::{FORMS, FormShape, ModuleFile, PageShape, TopicShape},
};

/// Puts `over` on top of `base`. Both are sound by themselves; what does not fit together is reported.
pub(crate) fn merge(base: &Loaded, over: Loaded, report: &mut Report) -> Loaded {
    let mut whole = base.clone();
    whole.over.push(over.pack);
    whole.over.extend(over.over);
    whole.services.extend(over.services);
    whole.voice.plain.extend(over.voice.plain);
    whole.voice.pictures.extend(over.voice.pictures);
    for course in over.courses {
        put(&mut whole.courses, course, |course| course.id.clone());
    }
    for pace in over.paces {
        put(&mut whole.paces, pace, |pace| pace.id.clone());
    }
    for plan in over.outcomes {
        put(&mut whole.outcomes, plan, |plan| plan.id.clone());
    }
    let Structure { modules, forms } = over.structure;
    for ((path, shape), module) in modules.into_iter().zip(over.modules) {
        put_module(&mut whole, &path, shape, module, report);
    }
    for (shape, form) in forms.into_iter().zip(over.forms) {
        put_form(&mut whole, shape, form, report);
    }
    whole
}

/// Puts a thing in the place of the one with the same id, or at the end.
fn put<T, I: PartialEq>(all: &mut Vec<T>, it: T, id: impl Fn(&T) -> I) {
    match all.iter_mut().find(|there| id(there) == id(&it)) {
        Some(there) => *there = it,
        None => all.push(it),
    }
}

fn put_module(
    whole: &mut Loaded,
    path: &str,
    shape: ModuleFile,
    module: Module,
    report: &mut Report,
) {
    for topic in &shape.topics {
        let elsewhere = whole.modules.iter().find(|there| {
            there.id != module.id
                && there
                    .topics
                    .iter()
                    .any(|found| found.id == topic.page.topic_id())
        });
        let is_form = whole
            .forms
            .iter()
            .any(|form| form.page.id == topic.page.topic_id());
        let where_it_is = match elsewhere {
            Some(other) => format!("the module “{}”", other.id),
            None if is_form => "the forms".to_owned(),
            None => continue,
        };
        report.add(
            path,
            topic.page.id.line,
            format!(
                "The id “{}” belongs to {where_it_is} of the pack underneath",
                topic.page.id.it
            ),
            "Change that one in its own place, or choose another id",
        );
    }
    let found = whole.modules.iter_mut().find(|there| there.id == module.id);
    let shapes = whole
        .structure
        .modules
        .iter_mut()
        .find(|(_, there)| there.id.it == shape.id.it);
    let (Some(there), Some((_, declared))) = (found, shapes) else {
        if let Some(topic) = shape
            .topics
            .iter()
            .find(|topic| topic.page.add || topic.after.is_some())
        {
            nothing_there(path, &topic.page, report);
        }
        whole.modules.push(module);
        whole.structure.modules.push((path.to_owned(), shape));
        return;
    };
    let Module {
        sessions,
        review,
        pack,
        topics,
        guide,
        ..
    } = module;
    (there.sessions, there.review, there.pack, there.guide) = (sessions, review, pack, guide);
    for (shape, topic) in shape.topics.into_iter().zip(topics) {
        put_topic(there, declared, path, shape, topic, report);
    }
}

fn put_topic(
    module: &mut Module,
    declared: &mut ModuleFile,
    path: &str,
    shape: TopicShape,
    mut topic: Topic,
    report: &mut Report,
) {
    let places = module.topics.iter().position(|there| there.id == topic.id);
    let there =
        places.and_then(|at| Some((module.topics.get_mut(at)?, declared.topics.get_mut(at)?)));
    match there {
        Some((page, old)) if shape.page.add => {
            add(page, &mut old.page, topic, shape.page, path, report)
        }
        Some((page, old)) => {
            // Its track is the base's to say, so that numbers stay as they are.
            topic.track = page.track.clone();
            let track = old.track.clone();
            *page = topic;
            *old = TopicShape { track, ..shape };
        }
        None if shape.page.add => nothing_there(path, &shape.page, report),
        None => {
            let at = place_of(module, &shape, path, report);
            if at > 0 && breaks_a_track(module, at) {
                report.add(
                    path,
                    shape.page.id.line,
                    format!(
                        "The topic “{}” would stand between topics of one track",
                        shape.page.id.it
                    ),
                    "Put it after the last topic of the tracks, or before the first",
                );
            }
            module.topics.insert(at, topic);
            declared.topics.insert(at, shape);
        }
    }
}

/// Returns the place of a new topic: behind the one it names, or last.
fn place_of(module: &Module, shape: &TopicShape, path: &str, report: &mut Report) -> usize {
    let last = module.topics.len();
    let Some(after) = &shape.after else {
        return last;
    };
    let ids = || module.topics.iter().map(|topic| topic.id.as_str());
    if let Some(at) = ids().position(|id| id == after.it) {
        return at + 1;
    }
    let instead = write_instead(&after.it, ids(), || {
        "Write the id of a topic of this module, or take it out".to_owned()
    });
    report.add(
        path,
        after.line,
        format!("The module has no topic “{}”", after.it),
        instead,
    );
    last
}

/// Tells whether a topic for everybody put here would stand amid the topics of tracks, which run side by side.
fn breaks_a_track(module: &Module, at: usize) -> bool {
    let track = |at: Option<usize>| {
        at.and_then(|at| module.topics.get(at))
            .and_then(|topic| topic.track.as_ref())
    };
    track(at.checked_sub(1)).is_some() && track(Some(at)).is_some()
}

fn put_form(whole: &mut Loaded, shape: FormShape, form: Form, report: &mut Report) {
    let topic = whole
        .modules
        .iter()
        .flat_map(|module| &module.topics)
        .find(|topic| topic.id == form.page.id);
    if let Some(topic) = topic {
        report.add(
            FORMS,
            shape.page.id.line,
            format!(
                "The id “{}” belongs to a topic of the pack underneath",
                topic.id
            ),
            "Choose another id; answers hang on it",
        );
        return;
    }
    let places = whole
        .forms
        .iter()
        .position(|there| there.page.id == form.page.id);
    let there =
        places.and_then(|at| Some((whole.forms.get_mut(at)?, whole.structure.forms.get_mut(at)?)));
    match there {
        Some((page, old)) if shape.page.add => {
            page.sources.extend(form.sources);
            add(
                &mut page.page,
                &mut old.page,
                form.page,
                shape.page,
                FORMS,
                report,
            );
        }
        Some((page, old)) => (*page, *old) = (form, shape),
        None if shape.page.add => nothing_there(FORMS, &shape.page, report),
        None => {
            whole.forms.push(form);
            whole.structure.forms.push(shape);
        }
    }
}

/// Puts the blocks of one page after those of another, in every language; a page that was reviewed is a draft again.
fn add(
    page: &mut Topic,
    old: &mut PageShape,
    added: Topic,
    shape: PageShape,
    path: &str,
    report: &mut Report,
) {
    for block in &shape.blocks {
        if old.blocks.iter().any(|there| there.id == block.id) {
            report.add(
                path,
                block.line,
                format!("The page “{}” has a block “{}” already", page.id, block.id),
                "Choose another id; answers hang on it",
            );
        }
    }
    for (lang, words) in page.pages.iter_mut() {
        words
            .blocks
            .extend(added.pages.get(lang).blocks.iter().cloned());
    }
    if added.review == ReviewStatus::Draft {
        page.review = added.review;
    }
    page.packs.extend(added.packs);
    let ids = shape.blocks.iter().map(|block| block.id.as_str());
    page.added.extend(ids.map(BlockId::from));
    old.blocks.extend(shape.blocks);
}

fn nothing_there(path: &str, shape: &PageShape, report: &mut Report) {
    report.add(
        path,
        shape.id.line,
        format!(
            "There is no {} “{}” to add to or stand behind",
            shape.home.noun(),
            shape.id.it
        ),
        "Write the id of one in the pack underneath, or take add and after out",
    );
}
