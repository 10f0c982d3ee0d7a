//! The packs that are in use: the one that ships, and what a site has installed on top of it.
//!
//! They lie beside the vault as plain files, since they hold nobody's words. A pack comes in whole or not at all, and one that
//! no longer checks, after an update say, is passed over and named, so that nobody is kept from their work by it.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use curriculum::{Curriculum, PackFiles, Problem, Problems, Topic};
use domain::{PackId, document::ReviewStatus};

use crate::{
    App,
    error::{ApiError, ErrorCode, Result},
    file,
    wire::{InstallPack, Nothing, PackView, PacksView, RemovePack},
};

/// The content in use.
pub(crate) struct InUse {
    /// All packs on top of each other.
    pub content: Curriculum,
    views: Vec<PackView>,
}

/// Reads the built-in content, and on top of it every installed pack that checks.
///
/// # Errors
/// `Content` when the built-in content does not check, which a test rules out.
pub(crate) fn load(data_dir: &Path) -> Result<InUse> {
    let built_in =
        Curriculum::built_in().map_err(|e| ApiError::new(ErrorCode::Content).with("what", e))?;
    let mut in_use = InUse::of(built_in);
    settle(data_dir);
    for dir in installed(data_dir) {
        let name = dir
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        match Curriculum::read(&dir).and_then(|files| in_use.content.with(&files)) {
            Ok(content) => {
                in_use.views.push(view(&content, Some(&in_use.content)));
                in_use.content = content;
            }
            Err(problems) => in_use.views.push(broken(name, &problems)),
        }
    }
    Ok(in_use)
}

/// What the name of a folder on its way in starts with.
const COMING: &str = ".new-";
/// What the name of a folder on its way out starts with.
const GOING: &str = ".old-";

/// Puts a pack back that was on its way out when the program was stopped before the new one stood in its place.
fn settle(data_dir: &Path) {
    let entries = fs::read_dir(packs_dir(data_dir))
        .into_iter()
        .flatten()
        .flatten();
    for going in entries.map(|entry| entry.path()) {
        let name = going
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(id) = name.strip_prefix(GOING)
            && !going.with_file_name(id).exists()
        {
            // If it cannot be put back, it is as if it had not been installed; installing it again mends that.
            let _ = fs::rename(&going, going.with_file_name(id));
        }
    }
}

/// The folders of installed packs, sorted by id. None when nothing was ever installed.
fn installed(data_dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(packs_dir(data_dir))
        .into_iter()
        .flatten()
        .flatten();
    let mut dirs: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && !hidden(path))
        .collect();
    dirs.sort();
    dirs
}

/// Folders on their way in or out start with a dot.
fn hidden(path: &Path) -> bool {
    path.file_name()
        .is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

fn packs_dir(data_dir: &Path) -> PathBuf {
    data_dir.join("packs")
}

/// What is in use.
pub fn packs(app: &App, _: Nothing) -> Result<PacksView> {
    Ok(app.in_use().view(Vec::new()))
}

/// Installs a pack, in the place of an older version of it. What is wrong with it comes back as problems; what was installed
/// before then stays as it was.
pub fn install(app: &App, ask: InstallPack) -> Result<PacksView> {
    match take_in(app, &ask.path) {
        Ok(installed) => installed.map(|()| app.in_use().view(Vec::new())),
        Err(problems) => Ok(app.in_use().view(problems.into_vec())),
    }
}

/// Reads and checks a pack together with the others before a file is written.
fn take_in(app: &App, path: &Path) -> std::result::Result<Result<()>, Problems> {
    let files = Curriculum::read(path)?;
    // Alone on the built-in pack first: its faults are its own, whatever else is installed.
    let alone = Curriculum::from_files(&files)?;
    let Some(pack) = alone.packs().nth(1).cloned() else {
        return Err(Problems::new(vec![Problem {
            file: "pack.toml".to_owned(),
            line: 0,
            what: "The pack does not say which one it stands on".to_owned(),
            instead: format!("Write extends = \"{}\"", alone.pack().id),
        }]));
    };
    let mut together = Curriculum::built_in()?;
    for dir in installed(app.data_dir()) {
        if !dir.ends_with(pack.id.as_str()) {
            // One that does not check is not in use, so it cannot be in the way.
            let with_it = Curriculum::read(&dir).and_then(|other| together.with(&other));
            together = with_it.unwrap_or(together);
        }
    }
    together.with(&files)?;
    Ok(put(app, &pack.id, Some(&files)))
}

/// Takes a pack out.
pub fn remove(app: &App, ask: RemovePack) -> Result<PacksView> {
    let known = installed(app.data_dir())
        .iter()
        .any(|dir| dir.ends_with(ask.id.as_str()));
    if !known {
        return Err(ErrorCode::NotFound.into());
    }
    put(app, &ask.id, None)?;
    Ok(app.in_use().view(Vec::new()))
}

/// Puts files in the place of a pack, or takes it out, by renames alone; then reads everything anew.
fn put(app: &App, id: &PackId, files: Option<&PackFiles>) -> Result<()> {
    let packs = packs_dir(app.data_dir());
    let [place, coming, going] = ["", COMING, GOING].map(|mark| packs.join(format!("{mark}{id}")));
    let failed = |path: &Path, error: &io::Error| file::write_error(path, error);
    clear(&coming)?;
    clear(&going)?;
    if let Some(files) = files
        && let Err(error) = file::write_all(&coming, files)
    {
        // What is half written is ours alone; the first error is the one that helps.
        let _ = fs::remove_dir_all(&coming);
        return Err(error);
    }
    if place.exists() {
        fs::rename(&place, &going).map_err(|e| failed(&place, &e))?;
    }
    if files.is_some()
        && let Err(error) = fs::rename(&coming, &place)
    {
        // Back to what was there; should that fail too, the next start passes over what is missing.
        let _ = fs::rename(&going, &place);
        return Err(failed(&place, &error));
    }
    clear(&going)?;
    app.use_content(load(app.data_dir())?);
    Ok(())
}

fn clear(dir: &Path) -> Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(file::write_error(dir, &error))
        }
        _ => Ok(()),
    }
}

impl InUse {
    /// Content with nothing installed on top.
    pub(crate) fn of(content: Curriculum) -> Self {
        Self {
            views: vec![view(&content, None)],
            content,
        }
    }

    pub(crate) fn view(&self, problems: Vec<Problem>) -> PacksView {
        PacksView {
            packs: self.views.clone(),
            problems,
        }
    }
}

/// Says what the topmost pack changes of the content underneath it.
fn view(content: &Curriculum, under: Option<&Curriculum>) -> PackView {
    let top = content.packs().last().unwrap_or(content.pack());
    let forms: BTreeSet<_> = content.forms().iter().map(|form| &form.page.id).collect();
    let own = || content.pages().filter(|page| page.packs.contains(&top.id));
    let topics = || own().filter(|page| !forms.contains(&page.id));
    let is_new = |page: &&Topic| under.is_none_or(|under| under.topic(&page.id).is_none());
    let added = topics().filter(is_new).count();
    PackView {
        id: top.id.clone(),
        title: top.title.clone(),
        version: top.version.clone(),
        extends: top
            .extends
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        languages: top.languages.clone(),
        built_in: under.is_none(),
        draft: own().any(|page| page.review == ReviewStatus::Draft),
        reviewed: own().next().is_some() && own().all(|page| page.review != ReviewStatus::Draft),
        replaced: topics().count() - added,
        added,
        forms: own().count() - topics().count(),
        courses: courses(content, under),
        services: content.services().len() - under.map_or(0, |under| under.services().len()),
        problem: String::new(),
    }
}

/// Counts the courses that are not the same underneath.
fn courses(content: &Curriculum, under: Option<&Curriculum>) -> usize {
    let same = |course: &&curriculum::Course| {
        under
            .and_then(|under| under.course(&course.id))
            .is_some_and(|other| other == *course)
    };
    content
        .courses()
        .iter()
        .filter(|course| !same(course))
        .count()
}

fn broken(name: String, problems: &Problems) -> PackView {
    PackView {
        id: PackId::new(&*name),
        title: name,
        version: String::new(),
        extends: String::new(),
        languages: Vec::new(),
        built_in: false,
        draft: false,
        reviewed: false,
        replaced: 0,
        added: 0,
        forms: 0,
        courses: 0,
        services: 0,
        problem: problems
            .as_slice()
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}
