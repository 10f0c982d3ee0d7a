//! The content in use: the pack that ships, and on top of it what a site has installed.
//!
//! A pack that no longer checks, after an update say, is passed over and named, so that nobody is kept from their work
//! by it.

use std::{collections::BTreeSet, path::Path};

use curriculum::{Course, Curriculum, Problems, Topic};
use domain::{PackId, document::ReviewStatus};

use super::packs_folder;
use crate::{
    error::{ApiError, ErrorCode, Result},
    wire::PackView,
};

/// The content, and what is to be said of its packs.
pub(crate) struct InUse {
    /// All packs on top of each other.
    pub content: Curriculum,
    /// The packs, that at the bottom first, with those that are passed over.
    pub packs: Vec<PackView>,
}

impl InUse {
    /// Content with nothing installed on top.
    pub fn of(content: Curriculum) -> Self {
        Self {
            packs: vec![view(&content, None)],
            content,
        }
    }

    /// Reads the built-in content, and on top of it every installed pack that checks.
    ///
    /// # Errors
    /// `Content` when the built-in content does not check, which a test rules out.
    pub fn load(data_dir: &Path) -> Result<Self> {
        let built_in = Curriculum::built_in()
            .map_err(|e| ApiError::new(ErrorCode::Content).with("what", e))?;
        let mut in_use = Self::of(built_in);
        packs_folder::settle(data_dir);
        for dir in packs_folder::installed(data_dir) {
            match Curriculum::read(&dir).and_then(|files| in_use.content.with(&files)) {
                Ok(content) => {
                    in_use.packs.push(view(&content, Some(&in_use.content)));
                    in_use.content = content;
                }
                Err(problems) => in_use
                    .packs
                    .push(broken(packs_folder::name(&dir), &problems)),
            }
        }
        Ok(in_use)
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
    let same = |course: &&Course| {
        under
            .and_then(|under| under.course(&course.id))
            .is_some_and(|other| other == *course)
    };
    let courses = content.courses().iter();
    courses.filter(|course| !same(course)).count()
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
