//! Puts a pack together from its files and holds the files against each other.

use std::collections::{BTreeMap, BTreeSet};

use domain::Lang;

use super::{
    file::{self, CourseFile, ModuleFile},
    files::{PackFiles, Shelf},
    model::{Course, Guide, Module, Pack, Page, PerLang, Topic},
    page,
    text::is_slug,
};
use crate::{
    Problems,
    problem::{Report, Source},
};

/// A pack whose every part has been checked.
pub(crate) struct Loaded {
    pub pack: Pack,
    pub courses: Vec<Course>,
    pub modules: Vec<Module>,
}

/// Reads and checks all files. Gives either a whole pack or every problem found.
pub(crate) fn load(files: &PackFiles) -> Result<Loaded, Problems> {
    let mut report = Report::default();
    let mut shelf = Shelf::new(files, &mut report);

    let remedy = "Write it as FORMAT.md shows, or choose the folder that holds it";
    let pack = shelf
        .read("pack.toml", remedy, &mut report)
        .and_then(|text| file::pack(&Source::new("pack.toml", &text, 1), &mut report));
    let Some(pack) = pack else {
        // Without its languages, no other file can be judged.
        return Err(report
            .pass(())
            .err()
            .unwrap_or_else(|| Problems::new(Vec::new())));
    };

    if pack.languages.is_empty() {
        shelf.pass_over("modules/");
    }
    let folders = module_folders(&shelf);
    let modules = modules(&folders, &pack.languages, &mut shelf, &mut report);
    // A module whose structure cannot be read is known by its folder all the same.
    let known: BTreeSet<&str> = modules
        .iter()
        .map(|module| module.id.as_str())
        .chain(folders.iter().filter_map(|folder| folder.get(3..)))
        .collect();
    let courses = courses(&known, &pack.languages, &mut shelf, &mut report);
    shelf.report_unlisted(|path| explain_unlisted(path, &pack.languages), &mut report);
    report.pass(Loaded {
        pack,
        courses,
        modules,
    })
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
    languages: &[Lang],
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Vec<Module> {
    let mut modules: Vec<Module> = Vec::new();
    let mut homes = BTreeMap::new();
    let mut topic_homes = BTreeMap::new();
    for folder in folders {
        let before = report.count();
        let home = format!("modules/{folder}");
        let path = format!("{home}/module.toml");
        let remedy = "Write it as FORMAT.md shows, or take the folder out";
        let shape = shelf
            .read(&path, remedy, report)
            .and_then(|text| file::module(&Source::new(&path, &text, 1), report));
        let Some(shape) = shape else {
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
            let id = (topic.id.it.as_str(), topic.id.line);
            only_once(&mut topic_homes, "topic", id, &path, report);
        }
        let sound = report.count() == before;
        modules.push(module(&shape, sound, &home, languages, shelf, report));
    }
    if folders.is_empty() {
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
    languages: &[Lang],
    shelf: &mut Shelf<'_>,
    report: &mut Report,
) -> Module {
    let first = languages.first().copied().unwrap_or_default();
    let mut guides = Vec::<(Lang, Guide)>::new();
    for lang in languages {
        let path = format!("{home}/{lang}/guide.md");
        let remedy = format!("Write it, or take {lang} out of the languages in pack.toml");
        if let Some(text) = shelf.read(&path, &remedy, report) {
            guides.push((*lang, page::guide(&path, &text, report)));
        }
    }
    let id = domain::ModuleId::new(&*shape.id.it);
    let mut topics = Vec::new();
    for topic in &shape.topics {
        let mut pages = Vec::<(Lang, Page)>::new();
        for lang in languages.iter().filter(|_| sound) {
            let path = format!("{home}/{lang}/{}.md", topic.id.it);
            let remedy = format!(
                "Write it, or take {lang} out of the languages in pack.toml, or the topic out of module.toml"
            );
            if let Some(text) = shelf.read(&path, &remedy, report) {
                pages.push((*lang, page::topic(topic, &path, &text, report)));
            }
        }
        topics.push(Topic {
            id: topic.topic_id(),
            module: id.clone(),
            review: topic.review.clone(),
            pages: PerLang::new(first, pages),
        });
    }
    if !sound {
        shelf.pass_over(&format!("{home}/"));
    }
    Module {
        id,
        sessions: shape.sessions,
        review: shape.review.clone(),
        topics,
        guide: PerLang::new(first, guides),
    }
}

fn courses(
    known: &BTreeSet<&str>,
    languages: &[Lang],
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
    if paths.is_empty() {
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
        ["modules", _, lang, file] if file.ends_with(".md") => match lang.parse::<Lang>() {
            Ok(lang) if !languages.contains(&lang) => {
                format!("Add {lang} to the languages in pack.toml, or take the file out")
            }
            Ok(_) => "Declare its topic in module.toml, or take the file out".to_owned(),
            Err(_) => "Put it into a folder named en, da or nb, or take it out".to_owned(),
        },
        _ => "Take it out; FORMAT.md shows the files of a pack".to_owned(),
    }
}
