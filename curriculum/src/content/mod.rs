//! Reads and checks packs into an immutable [`Curriculum`]; nothing unchecked gets past here.
//!
//! `files` takes in paths and sizes, `text` bytes, `keys` TOML and `markdown` prose; `file` reads the structure, `words`
//! and `page` the languages; `load` holds them against each other. What comes out is in `model`.

mod accept;
mod document;
mod file;
mod files;
mod inline;
mod keys;
mod load;
mod markdown;
mod model;
mod page;
mod shape;
mod text;
mod words;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use domain::{CourseId, Lang, ModuleId, TopicId};
use include_dir::{Dir, include_dir};

pub use accept::AnswerProblem;
pub(crate) use document::rendered;
pub use files::PackFiles;
pub(crate) use inline::bare;
pub(crate) use model::Page;
pub use model::{Course, Module, Pack, PerLang, Sessions, Topic};
pub(crate) use text::hidden;

use crate::Problems;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// A checked pack. Immutable; a clone shares it.
#[derive(Clone, Debug)]
pub struct Curriculum(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    pack: Pack,
    courses: Vec<Course>,
    modules: Vec<Module>,
    /// Where each topic stands: place of its module, place in it.
    places: BTreeMap<TopicId, (usize, usize)>,
}

impl Curriculum {
    /// Reads the content that ships with the app.
    pub fn built_in() -> Result<Self, Problems> {
        Self::from_files(&built_in_files())
    }

    /// Reads a pack from its files. It is taken whole or not at all.
    pub fn from_files(files: &PackFiles) -> Result<Self, Problems> {
        let loaded = load::load(files)?;
        let mut places = BTreeMap::new();
        for (at, module) in loaded.modules.iter().enumerate() {
            for (inside, topic) in module.topics.iter().enumerate() {
                places.insert(topic.id.clone(), (at, inside));
            }
        }
        Ok(Self(Arc::new(Inner {
            pack: loaded.pack,
            courses: loaded.courses,
            modules: loaded.modules,
            places,
        })))
    }

    /// Reads a folder into memory: at most 2,000 files, 1 MiB each, 20 MiB in all, no links followed.
    ///
    /// The one function here that touches the disk.
    pub fn read_dir(dir: &Path) -> Result<PackFiles, Problems> {
        files::read_dir(dir)
    }

    /// Returns what the pack says of itself.
    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }

    /// Returns the courses, sorted by id.
    pub fn courses(&self) -> &[Course] {
        &self.0.courses
    }

    /// Returns a course.
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.0.courses.iter().find(|course| course.id == *id)
    }

    /// Returns the modules, in the order of their folders.
    pub fn modules(&self) -> &[Module] {
        &self.0.modules
    }

    /// Returns a module.
    pub fn module(&self, id: &ModuleId) -> Option<&Module> {
        self.0.modules.iter().find(|module| module.id == *id)
    }

    /// Returns a topic.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        let (module, inside) = self.0.places.get(id)?;
        self.0.modules.get(*module)?.topics.get(*inside)
    }

    /// Returns the modules of a course, in its order.
    pub fn modules_of(&self, course: &CourseId) -> impl Iterator<Item = &Module> {
        self.course(course)
            .into_iter()
            .flat_map(|course| &course.modules)
            .filter_map(|id| self.module(id))
    }

    /// Finds a topic by its id, such as "what-helps", or by its number in a course, such as "1.2".
    pub fn find_topic(&self, slug_or_number: &str, course: &CourseId) -> Option<&Topic> {
        if let Some((module, inside)) = slug_or_number.split_once('.') {
            let place = |number: &str| number.parse::<usize>().ok()?.checked_sub(1);
            let (module, inside) = (place(module)?, place(inside)?);
            return self.modules_of(course).nth(module)?.topics.get(inside);
        }
        self.topic(&TopicId::from(slug_or_number))
    }

    /// Returns a topic's number in a course, such as "1.2"; empty when the course does not hold it.
    pub fn number(&self, topic: &TopicId, course: &CourseId) -> String {
        let place = self
            .modules_of(course)
            .enumerate()
            .find_map(|(at, module)| {
                let inside = module.topics.iter().position(|found| found.id == *topic)?;
                Some((at + 1, inside + 1))
            });
        match place {
            Some((module, inside)) => format!("{module}.{inside}"),
            None => String::new(),
        }
    }

    /// Returns a module's title; empty when there is no such module.
    pub fn module_title(&self, module: &ModuleId, lang: Lang) -> &str {
        self.module(module)
            .map_or("", |module| &module.guide.get(lang).title)
    }

    /// Returns the one line on what a module is for; empty when there is no such module.
    pub fn module_aim(&self, module: &ModuleId, lang: Lang) -> &str {
        self.module(module)
            .map_or("", |module| &module.guide.get(lang).aim)
    }

    /// Returns a topic's title; empty when there is no such topic.
    pub fn topic_title(&self, topic: &TopicId, lang: Lang) -> &str {
        self.topic(topic).map_or("", |topic| topic.title(lang))
    }
}

fn built_in_files() -> PackFiles {
    let mut files = PackFiles::new();
    let mut folders = vec![&BUILT_IN];
    while let Some(folder) = folders.pop() {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.insert(path, file.contents().to_vec());
        }
        folders.extend(folder.dirs());
    }
    files
}

#[cfg(test)]
mod broken_packs;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod tiny_pack;
