//! A checked curriculum: one pack, or several on top of each other, and the look-ups in it.
//!
//! [`Curriculum::read`] alone touches the disk; nothing unchecked gets past the other ways in.

use std::{collections::BTreeMap, fmt, path::Path, sync::Arc};

use domain::{CourseId, Edition, Lang, ModuleId, OutcomePlanId, PaceId, TopicId};
use include_dir::{Dir, include_dir};

use crate::{
    build::{Loaded, ground, load},
    model::{Course, ExampleOf, Form, Module, OutcomePlan, Pace, Pack, Service, Topic, Voice},
    problem::Problems,
    read::{PackFiles, read_dir, read_zip, shipped},
};

/// The pack that ships; packs of sites extend it.
const BUILT_IN_ID: &str = "waymark";
static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// A checked pack, or several on top of each other. Immutable; a clone shares it.
#[derive(Clone)]
pub struct Curriculum(Arc<Inner>);

struct Inner {
    loaded: Loaded,
    places: BTreeMap<TopicId, Place>,
}

impl fmt::Debug for Curriculum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let packs = self
            .packs()
            .map(|pack| format!("{} {}", pack.id, pack.version));
        f.debug_tuple("Curriculum")
            .field(&packs.collect::<Vec<_>>())
            .finish()
    }
}

/// Where a page stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// The place of a topic's module, and its place among all topics there.
    Topic(usize, usize),
    /// The place among the forms.
    Form(usize),
}

impl Curriculum {
    /// Reads the content that ships with the app.
    pub fn built_in() -> Result<Self, Problems> {
        Self::from_files(&shipped(&BUILT_IN))
    }

    /// Reads a pack from its files, on top of the built-in one if it says that it extends that. It is taken whole or not at all.
    pub fn from_files(files: &PackFiles) -> Result<Self, Problems> {
        match ground(files) {
            Some(id) if BUILT_IN_ID == id => Self::built_in()?.with(files),
            _ => load(files, None).map(Self::new),
        }
    }

    /// Puts a pack that extends this one on top of it; whole or not at all.
    pub fn with(&self, files: &PackFiles) -> Result<Self, Problems> {
        load(files, Some(&self.0.loaded)).map(Self::new)
    }

    fn new(loaded: Loaded) -> Self {
        let mut places = BTreeMap::new();
        for (at, module) in loaded.modules.iter().enumerate() {
            for (inside, topic) in module.topics.iter().enumerate() {
                places.insert(topic.id.clone(), Place::Topic(at, inside));
            }
        }
        for (at, form) in loaded.forms.iter().enumerate() {
            places.insert(form.page.id.clone(), Place::Form(at));
        }
        Self(Arc::new(Inner { loaded, places }))
    }

    /// Reads a folder or a zip file into memory: at most 2,000 files, 1 MiB each, 20 MiB in all, no links followed.
    ///
    /// The one function here that touches the disk.
    pub fn read(path: &Path) -> Result<PackFiles, Problems> {
        if path.is_file() {
            read_zip(path)
        } else {
            read_dir(path)
        }
    }

    /// Returns what the pack at the bottom says of itself.
    pub fn pack(&self) -> &Pack {
        &self.0.loaded.pack
    }

    /// Returns every pack, that at the bottom first.
    pub fn packs(&self) -> impl Iterator<Item = &Pack> {
        std::iter::once(self.pack()).chain(&self.0.loaded.over)
    }

    /// Returns the pack that supplies the page of a topic, and its version: the topmost one with words on it.
    pub fn edition(&self, topic: &TopicId) -> Edition {
        let page = self.topic(topic);
        let of_page = |pack: &&Pack| page.is_some_and(|page| page.packs.contains(&pack.id));
        self.packs()
            .filter(of_page)
            .last()
            .map_or_else(|| self.own_edition(), edition)
    }

    /// Returns the pack at the bottom, and its version: for what comes from no page.
    pub fn own_edition(&self) -> Edition {
        edition(self.pack())
    }

    /// Returns the services that sites entered in their packs.
    pub fn services(&self) -> &[Service] {
        &self.0.loaded.services
    }

    /// Returns what authors list for measuring the voice.
    pub fn voice(&self) -> &Voice {
        &self.0.loaded.voice
    }

    /// Returns the courses, sorted by id; those that a site added stand behind the others.
    pub fn courses(&self) -> &[Course] {
        &self.0.loaded.courses
    }

    /// Returns a course.
    pub fn course(&self, id: &CourseId) -> Option<&Course> {
        self.0.loaded.courses.iter().find(|course| course.id == *id)
    }

    /// Returns the course that is offered first in a language: the one that says so, a site's before ours, or else any.
    pub fn usual_course(&self, lang: Lang) -> Option<&Course> {
        let courses = self.courses();
        let usual = courses.iter().rfind(|course| course.usual.contains(&lang));
        usual.or(courses.first())
    }

    /// Returns the paces, in the order of paces.toml; none when the pack has no such file.
    pub fn paces(&self) -> &[Pace] {
        &self.0.loaded.paces
    }

    /// Returns a pace.
    pub fn pace(&self, id: &PaceId) -> Option<&Pace> {
        self.0.loaded.paces.iter().find(|pace| pace.id == *id)
    }

    /// Returns the outcome plans, sorted by id; those that a site added stand behind the others.
    pub fn outcome_plans(&self) -> &[OutcomePlan] {
        &self.0.loaded.outcomes
    }

    /// Returns an outcome plan.
    pub fn outcome_plan(&self, id: &OutcomePlanId) -> Option<&OutcomePlan> {
        self.outcome_plans().iter().find(|plan| plan.id == *id)
    }

    /// Returns the forms, in the order of forms.toml; none when the pack has no such file.
    pub fn forms(&self) -> &[Form] {
        &self.0.loaded.forms
    }

    /// Returns a form.
    pub fn form(&self, id: &TopicId) -> Option<&Form> {
        match self.0.places.get(id)? {
            Place::Form(at) => self.0.loaded.forms.get(*at),
            Place::Topic(..) => None,
        }
    }

    /// Returns the completed examples of a page: of the whole of it, or of one of its worksheets.
    pub fn examples_of(&self, page: &TopicId) -> impl Iterator<Item = (&Form, &ExampleOf)> {
        self.forms().iter().filter_map(move |form| {
            let of = form.example_of.as_ref()?;
            (of.page == *page).then_some((form, of))
        })
    }

    /// Returns the modules, in the order of their folders.
    pub fn modules(&self) -> &[Module] {
        &self.0.loaded.modules
    }

    /// Returns a module.
    pub fn module(&self, id: &ModuleId) -> Option<&Module> {
        self.0.loaded.modules.iter().find(|module| module.id == *id)
    }

    /// Returns a topic, or the page of a form.
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        match self.0.places.get(id)? {
            Place::Topic(module, inside) => self.0.loaded.modules.get(*module)?.topics.get(*inside),
            Place::Form(at) => self.0.loaded.forms.get(*at).map(|form| &form.page),
        }
    }

    /// Returns every page: the topics in the order of their modules, then the forms.
    pub fn pages(&self) -> impl Iterator<Item = &Topic> {
        let topics = self.modules().iter().flat_map(|module| &module.topics);
        topics.chain(self.forms().iter().map(|form| &form.page))
    }

    /// Returns the modules of a course, in its order.
    pub fn modules_of(&self, course: &CourseId) -> impl Iterator<Item = &Module> {
        self.course(course)
            .into_iter()
            .flat_map(|course| &course.modules)
            .filter_map(|id| self.module(id))
    }

    /// Returns the modules of a course that have a number, in its order.
    fn numbered_of(&self, course: &CourseId) -> impl Iterator<Item = &Module> {
        self.modules_of(course).filter(|module| !module.closing)
    }

    /// Returns a module's number in a course; none when the course does not hold it, or ends with it.
    pub fn module_number(&self, module: &ModuleId, course: &CourseId) -> Option<u32> {
        let mut numbered = self.numbered_of(course).zip(1..);
        let found = numbered.find(|(held, _)| held.id == *module);
        found.map(|(_, number)| number)
    }

    /// Finds a topic or form by its id, such as "what-helps", or a topic by its number in a course, such as "1.2". Where
    /// tracks run side by side, the number finds the topic of the first one.
    pub fn find_topic(&self, slug_or_number: &str, course: &CourseId) -> Option<&Topic> {
        if let Some((module, inside)) = slug_or_number.split_once('.') {
            let module = module.parse::<usize>().ok()?.checked_sub(1)?;
            let inside = inside.parse::<usize>().ok()?;
            let module = self.numbered_of(course).nth(module)?;
            return module
                .topics
                .iter()
                .find(|topic| module.place(&topic.id) == Some(inside));
        }
        self.topic(&TopicId::from(slug_or_number))
    }

    /// Returns a topic's number in a course, such as "1.2"; empty when the course does not hold it or ends with it,
    /// and for forms. Topics of different tracks in the same place have the same number.
    pub fn number(&self, topic: &TopicId, course: &CourseId) -> String {
        let place = self
            .numbered_of(course)
            .zip(1..)
            .find_map(|(module, number)| Some((number, module.place(topic)?)));
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

fn edition(pack: &Pack) -> Edition {
    Edition {
        pack: pack.id.clone(),
        pack_version: pack.version.clone(),
    }
}
