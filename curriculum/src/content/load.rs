//! Puts a pack together from its files and holds the files against each other.

use std::collections::{BTreeMap, BTreeSet};

use domain::{FieldId, Lang, ModuleId, TrackId};

use super::{
    file::{self, CourseFile, ModuleFile, PageShape, Stands},
    files::{PackFiles, Shelf},
    form::{FieldSources, Form},
    forms_file::{self, FormShape},
    layers, links,
    model::{Course, Guide, Module, Pace, Pack, Page, PerLang, Topic},
    page,
    services::{self, Service},
    shape::Home,
    text::is_slug,
};
use crate::{
    Problems,
    problem::{Report, Source},
};

/// A pack whose every part has been checked, with the packs underneath it.
#[derive(Clone)]
pub(crate) struct Loaded {
    /// The pack at the bottom.
    pub pack: Pack,
    /// The packs on top of it, in order.
    pub over: Vec<Pack>,
    pub courses: Vec<Course>,
    pub paces: Vec<Pace>,
    pub modules: Vec<Module>,
    pub forms: Vec<Form>,
    pub services: Vec<Service>,
    /// What the structure files declared, for packs that are put on top.
    pub structure: Structure,
}

impl Loaded {
    fn module(&self, id: &str) -> Option<&Module> {
        self.modules.iter().find(|module| module.id.as_str() == id)
    }
}

/// Reads and checks all files, on top of the packs underneath if there are any. Gives either a whole or every problem found.
pub(crate) fn load(files: &PackFiles, base: Option<&Loaded>) -> Result<Loaded, Problems> {
    let mut report = Report::default();
    let mut shelf = Shelf::new(files, &mut report);

    let remedy = "Write it as FORMAT.md shows, or choose the folder that holds it";
    let pack = shelf
        .read("pack.toml", remedy, &mut report)
        .and_then(|text| file::pack(&Source::new("pack.toml", &text, 1), &mut report));
    let Some(pack) = pack else {
        // Without its languages, no other file can be judged.
        return Err(report.refuse());
    };

    if !stands_on(&pack, base, &mut report) {
        // On other ground, everything else would seem wrong.
        return Err(report.refuse());
    }
    if pack.languages.is_empty() {
        shelf.pass_over("modules/");
        shelf.pass_over("forms/");
    }
    let folders = module_folders(&shelf);
    let mut structure = Structure::default();
    let modules = modules(
        &folders,
        &pack,
        base,
        &mut structure,
        &mut shelf,
        &mut report,
    );
    let forms = forms(&pack, base, &mut structure, &mut shelf, &mut report);
    // A module whose structure cannot be read is known by its folder all the same.
    let known: BTreeSet<String> = modules
        .iter()
        .chain(base.into_iter().flat_map(|base| &base.modules))
        .map(|module| module.id.to_string())
        .chain(
            folders
                .iter()
                .filter_map(|folder| Some(folder.get(3..)?.to_owned())),
        )
        .collect();
    let courses = courses(&known, &pack.languages, base, &mut shelf, &mut report);
    let paces = paces(&pack.languages, &mut shelf, &mut report);
    let services = services(&pack, &mut shelf, &mut report);
    shelf.report_unlisted(|path| explain_unlisted(path, &pack.languages), &mut report);

    let faulty = structure.faulty;
    let mut whole = Loaded {
        pack,
        over: Vec::new(),
        courses,
        paces,
        modules,
        forms,
        services,
        structure,
    };
    match base {
        _ if faulty => {}
        None => links::check(&whole.structure, &whole.structure, &known, &mut report),
        Some(base) => {
            let own = whole.structure.clone();
            whole = layers::merge(base, whole, &mut report);
            links::check(&own, &whole.structure, &known, &mut report);
        }
    }
    links::name_forms(&mut whole.modules, &mut whole.forms);
    report.pass(whole)
}

/// Returns the id of the pack that this one says it extends, if that much can be read.
pub(crate) fn ground(files: &PackFiles) -> Option<String> {
    let text = std::str::from_utf8(files.get(PACK)?).ok()?;
    let mut report = Report::default();
    let pack = file::pack(&Source::new(PACK, text, 1), &mut report)?;
    Some(pack.extends?.to_string())
}

/// Tells whether a pack that extends another stands on it, and one that does not stands alone; reports when not.
fn stands_on(pack: &Pack, base: Option<&Loaded>, report: &mut Report) -> bool {
    let underneath = base.map(|base| &base.pack);
    let wrong = match (&pack.extends, underneath) {
        (None, None) => None,
        (Some(id), Some(base)) if *id == base.id => None,
        (Some(id), None) => Some((
            format!("The pack stands on “{id}”, which is not there"),
            "Install that pack first, or take extends out".to_owned(),
        )),
        (extends, Some(base)) => {
            let instead = format!("Write extends = \"{}\"", base.id);
            Some(match extends {
                Some(id) => (
                    format!("The pack stands on “{id}”, which is not there"),
                    instead,
                ),
                None => (
                    "The pack does not say which one it stands on".to_owned(),
                    instead,
                ),
            })
        }
    };
    let stands = wrong.is_none();
    if let Some((what, instead)) = wrong {
        report.add(PACK, 0, what, instead);
    }
    stands
}

const PACK: &str = "pack.toml";
const PACES: &str = "paces.toml";
const SERVICES: &str = "services.toml";
/// The structure of the forms.
pub(crate) const FORMS: &str = "forms/forms.toml";

fn paces(languages: &[Lang], shelf: &mut Shelf<'_>, report: &mut Report) -> Vec<Pace> {
    if !shelf.holds(PACES) {
        return Vec::new();
    }
    match shelf.read(PACES, "", report) {
        Some(text) => file::paces(&Source::new(PACES, &text, 1), languages, report),
        None => Vec::new(),
    }
}

/// A site's own services page. Content that stands alone has none: it would be somebody else's.
fn services(pack: &Pack, shelf: &mut Shelf<'_>, report: &mut Report) -> Vec<Service> {
    if pack.extends.is_none() || !shelf.holds(SERVICES) {
        return Vec::new();
    }
    match shelf.read(SERVICES, "", report) {
        Some(text) => services::read(&Source::new(SERVICES, &text, 1), report),
        None => Vec::new(),
    }
}

/// What the structure files declare, before any words.
#[derive(Clone, Default)]
pub(crate) struct Structure {
    /// Modules, each with its file.
    pub modules: Vec<(String, ModuleFile)>,
    pub forms: Vec<FormShape>,
    /// Whether any of it has faults: then what seems to lead nowhere may only have been read badly.
    faulty: bool,
    /// Where each id of a page stands.
    homes: BTreeMap<String, String>,
}

impl Structure {
    /// Returns every page with the file that declares it.
    pub(crate) fn pages(&self) -> Vec<(&str, &PageShape)> {
        let topics = self.modules.iter().flat_map(|(path, module)| {
            module
                .topics
                .iter()
                .map(move |topic| (path.as_str(), &topic.page))
        });
        topics
            .chain(self.forms.iter().map(|form| (FORMS, &form.page)))
            .collect()
    }
}

/// Reads the forms. A pack without any has no file for them.
fn forms(
    pack: &Pack,
    base: Option<&Loaded>,
    structure: &mut Structure,
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Vec<Form> {
    if shelf.under("forms/").is_empty() && !shelf.holds(FORMS) {
        return Vec::new();
    }
    let before = report.count();
    let remedy = "Write it as FORMAT.md shows, or take the folder out";
    if let Some(text) = shelf.read(FORMS, remedy, report) {
        structure.forms = forms_file::forms(&Source::new(FORMS, &text, 1), stands(base), report);
    }
    for form in &structure.forms {
        let id = (form.page.id.it.as_str(), form.page.id.line);
        only_once(&mut structure.homes, "id", id, FORMS, report);
    }
    let sound = report.count() == before;
    if !sound {
        structure.faulty = true;
        shelf.pass_over("forms/");
    }
    structure
        .forms
        .iter()
        .map(|shape| form(shape, sound, pack, shelf, report))
        .collect()
}

const fn stands(base: Option<&Loaded>) -> Stands {
    match base {
        Some(_) => Stands::OnAnother,
        None => Stands::Alone,
    }
}

fn form(
    shape: &FormShape,
    sound: bool,
    pack: &Pack,
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Form {
    let languages = if sound {
        pack.languages.as_slice()
    } else {
        &[]
    };
    let sources = shape.page.blocks.iter().flat_map(|block| {
        let fields = block.shape.fields().filter(|field| !field.from.is_empty());
        fields.map(|field| FieldSources {
            block: block.id.clone(),
            field: FieldId::from(field.id.as_str()),
            from: field.from.iter().map(|place| place.it.clone()).collect(),
        })
    });
    Form {
        page: Topic {
            id: shape.page.topic_id(),
            module: shape.module.as_ref().map(|id| ModuleId::new(&*id.it)),
            track: None,
            review: shape.page.review.clone(),
            packs: vec![pack.id.clone()],
            pages: pages(&shape.page, "forms", languages, shelf, report),
        },
        kind: shape.kind,
        about: shape.about,
        sources: sources.collect(),
        instrument: shape.instrument.clone(),
    }
}

/// Reads the words of a topic or form in every language.
fn pages(
    shape: &PageShape,
    home: &str,
    languages: &[Lang],
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> PerLang<Page> {
    let mut pages = Vec::<(Lang, Page)>::new();
    for lang in languages {
        let path = format!("{home}/{lang}/{}.md", shape.id.it);
        let remedy = format!(
            "Write it, or take {lang} out of the languages in pack.toml, or the {} out of {}",
            shape.home.noun(),
            shape.home.file()
        );
        if let Some(text) = shelf.read(&path, &remedy, report) {
            pages.push((*lang, page::page(shape, &path, &text, report)));
        }
    }
    PerLang::new(languages.first().copied().unwrap_or_default(), pages)
}

fn module_folders(shelf: &Shelf<'_>) -> BTreeSet<String> {
    shelf
        .under("modules/")
        .iter()
        .filter_map(|path| {
            let (folder, _) = path.strip_prefix("modules/")?.split_once('/')?;
            Some(folder.to_owned())
        })
        .collect()
}

fn modules(
    folders: &BTreeSet<String>,
    pack: &Pack,
    base: Option<&Loaded>,
    structure: &mut Structure,
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    let mut homes = BTreeMap::new();
    for folder in folders {
        let before = report.count();
        let home = format!("modules/{folder}");
        let path = format!("{home}/module.toml");
        let remedy = "Write it as FORMAT.md shows, or take the folder out";
        let under = |id: &str| base.and_then(|base| base.module(id));
        let shape = shelf.read(&path, remedy, report).and_then(|text| {
            let source = Source::new(&path, &text, 1);
            file::module(&source, &pack.languages, stands(base), under, report)
        });
        let Some(shape) = shape else {
            structure.faulty = true;
            shelf.pass_over(&format!("{home}/"));
            continue;
        };
        check_folder(folder, &shape, &path, report);
        only_once(
            &mut homes,
            "module",
            (&shape.id.it, shape.id.line),
            &path,
            report,
        );
        for topic in &shape.topics {
            let id = (topic.page.id.it.as_str(), topic.page.id.line);
            only_once(&mut structure.homes, "topic", id, &path, report);
        }
        let sound = report.count() == before;
        structure.faulty |= !sound;
        let under = base.and_then(|base| base.module(&shape.id.it));
        modules.push(module(&shape, sound, &home, (pack, under), shelf, report));
        structure.modules.push((path, shape));
    }
    if folders.is_empty() && base.is_none() {
        report.add(
            "modules",
            0,
            "The pack has no modules",
            "Add a folder such as modules/01-recovery-strategies with a module.toml",
        );
    }
    modules
}

fn check_folder(folder: &str, shape: &ModuleFile, path: &str, report: &mut Report) {
    let id = &shape.id.it;
    let number = folder.get(..2).unwrap_or_default();
    let numbered = number.bytes().all(|b| b.is_ascii_digit()) && number.len() == 2;
    if !numbered || folder.get(2..3) != Some("-") {
        report.add(
            path,
            0,
            format!("The folder “{folder}” does not start with two digits and a hyphen"),
            format!("Name it such as 01-{id}"),
        );
    } else if is_slug(id) && folder.get(3..) != Some(id) {
        report.add(
            path,
            shape.id.line,
            format!("The id “{id}” is not the name of the folder {folder}"),
            format!("Write the same in both, such as {number}-{id}"),
        );
    }
}

/// Reports an id that another place of the pack has already.
fn only_once(
    homes: &mut BTreeMap<String, String>,
    noun: &str,
    (id, line): (&str, u32),
    path: &str,
    report: &mut Report,
) {
    if id.is_empty() {
        return;
    }
    match homes.get(id) {
        Some(first) => report.add(
            path,
            line,
            format!("The {noun} “{id}” is there already, in {first}"),
            "Choose another id; answers hang on it",
        ),
        None => {
            homes.insert(id.to_owned(), format!("{path}:{line}"));
        }
    }
}

/// Reads the words of a module. Topics are held only against a sound structure: against a faulty one, every right word
/// would seem wrong.
fn module(
    shape: &ModuleFile,
    sound: bool,
    home: &str,
    (pack, under): (&Pack, Option<&Module>),
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Module {
    let languages = pack.languages.as_slice();
    let first = languages.first().copied().unwrap_or_default();
    let mut guides = Vec::<(Lang, Guide)>::new();
    for lang in languages {
        let path = format!("{home}/{lang}/guide.md");
        if under.is_some() && !shelf.holds(&path) {
            continue;
        }
        let remedy = format!("Write it, or take {lang} out of the languages in pack.toml");
        if let Some(text) = shelf.read(&path, &remedy, report) {
            guides.push((*lang, page::guide(&path, &text, report)));
        }
    }
    let id = ModuleId::new(&*shape.id.it);
    let languages = if sound { languages } else { &[] };
    let topics = shape.topics.iter().map(|topic| Topic {
        id: topic.page.topic_id(),
        module: Some(id.clone()),
        track: topic.track.as_ref().map(|track| TrackId::new(&*track.it)),
        review: topic.page.review.clone(),
        packs: vec![pack.id.clone()],
        pages: pages(&topic.page, home, languages, shelf, report),
    });
    let topics = topics.collect();
    if !sound {
        shelf.pass_over(&format!("{home}/"));
    }
    let (guide, review, origin) = match under.filter(|_| guides.is_empty()) {
        Some(under) => (
            under.guide.clone(),
            under.review.clone(),
            under.pack.clone(),
        ),
        None => (
            PerLang::new(first, guides),
            shape.review.clone(),
            pack.id.clone(),
        ),
    };
    Module {
        id,
        sessions: shape.sessions,
        review,
        pack: origin,
        tracks: shape.tracks.clone(),
        topics,
        guide,
    }
}

fn courses(
    known: &BTreeSet<String>,
    languages: &[Lang],
    base: Option<&Loaded>,
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Vec<Course> {
    let mut courses = Vec::new();
    let paths: Vec<String> = shelf
        .under("courses/")
        .iter()
        .filter(|path| {
            path.strip_prefix("courses/")
                .and_then(|name| name.strip_suffix(".toml"))
                .is_some_and(|stem| !stem.contains('/'))
        })
        .map(|path| (*path).to_owned())
        .collect();
    if paths.is_empty() && base.is_none() {
        report.add(
            "courses",
            0,
            "The pack has no courses",
            "Add a file such as courses/eleven-modules.toml",
        );
    }
    for path in &paths {
        let Some(text) = shelf.read(path, "", report) else {
            continue;
        };
        let Some(CourseFile {
            course,
            modules: named,
        }) = file::course(&Source::new(path, &text, 1), languages, report)
        else {
            continue;
        };
        for id in named.iter().filter(|id| is_slug(&id.it)) {
            if !known.contains(id.it.as_str()) {
                report.add(
                    path,
                    id.line,
                    format!("There is no module “{}”", id.it),
                    "Write the id of a module of this pack, or take it out",
                );
            }
        }
        courses.push(course);
    }
    courses
}

fn explain_unlisted(path: &str, languages: &[Lang]) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["modules", _, lang, file] if file.ends_with(".md") => {
            explain_page(lang, Home::Module, languages)
        }
        ["forms", lang, file] if file.ends_with(".md") => {
            explain_page(lang, Home::Forms, languages)
        }
        _ => "Take it out; FORMAT.md shows the files of a pack".to_owned(),
    }
}

fn explain_page(lang: &str, home: Home, languages: &[Lang]) -> String {
    match lang.parse::<Lang>() {
        Ok(lang) if !languages.contains(&lang) => {
            format!("Add {lang} to the languages in pack.toml, or take the file out")
        }
        Ok(_) => format!(
            "Declare its {} in {}, or take the file out",
            home.noun(),
            home.file()
        ),
        Err(_) => "Put it into a folder named en, da or nb, or take it out".to_owned(),
    }
}
