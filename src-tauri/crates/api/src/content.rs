//! Content for its authors: check a pack, measure it, and look at its pages on paper.

use std::path::Path;

use curriculum::check::{self, Repeated, TopicStats};
use disk::Kept;
use domain::{CourseId, Document, Lang, ModuleId, TopicId, settings::PrintSize};

use crate::{
    app::App,
    error::{ErrorCode, Result},
    file, paper,
    read::course,
};

pub use curriculum::check::{EASIEST_PROSE, HARDEST_PROSE, plain, said};
pub use curriculum::{
    Curriculum, PackFiles, Problems,
    diff::{Change, What, diff},
    starter,
};
use serde::Serialize;

/// Reads a pack on disk, or the built-in one; looks at its structure and not at its style.
///
/// # Errors
/// Everything that is wrong, each with file, line and what to write instead.
pub fn read(pack: Option<&Path>) -> std::result::Result<Curriculum, Problems> {
    match pack {
        Some(dir) => Curriculum::from_files(&Curriculum::read(dir)?),
        None => Curriculum::built_in(),
    }
}

/// Checks a pack on disk, or the built-in one: structure first, then style and reading level.
///
/// # Errors
/// Everything that is wrong, each with file, line and what to write instead.
pub fn check(pack: Option<&Path>) -> std::result::Result<Curriculum, Problems> {
    let content = read(pack)?;
    let problems = check::check(&content);
    if problems.is_empty() {
        Ok(content)
    } else {
        Err(Problems::new(problems))
    }
}

/// Counts what the style checks find in a pack that was read.
pub fn style_problems(content: &Curriculum) -> usize {
    check::check(content).len()
}

/// The formula of the grades, as [`Stats`] names it.
pub const FORMULA: &str = "Flesch-Kincaid grade: 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59, over \
     every word of the page and over its running text alone; the higher one counts";

/// A pack in figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// How the grades are computed.
    pub formula: &'static str,
    /// Every topic in every language.
    pub topics: Vec<TopicFigures>,
    /// Every module in every language.
    pub modules: Vec<ModuleFigures>,
    /// All of it.
    pub totals: Totals,
    /// Titles of practices that come again.
    pub repeated_titles: Vec<Repeated>,
}

/// What was counted on a topic and on its paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopicFigures {
    /// The words.
    #[serde(flatten)]
    pub words: TopicStats,
    /// Printed pages in normal print on A4, as the press really sets them.
    pub pages: usize,
}

/// The sums of a module in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ModuleFigures {
    /// The module; empty for pages that belong to none.
    pub id: ModuleId,
    /// The language.
    pub lang: Lang,
    /// Words of its topics.
    pub words: usize,
    /// Printed pages of its topics.
    pub pages: usize,
}

/// The sums of a pack over all its languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Topics, each language counted.
    pub topics: usize,
    /// Words.
    pub words: usize,
    /// Printed pages.
    pub pages: usize,
}

/// Measures every topic of a pack, and sets it to count its pages.
///
/// # Errors
/// `Internal` when a page cannot be set.
pub fn stats(app: &App, content: &Curriculum) -> Result<Stats> {
    let topics = check::stats(content)
        .into_iter()
        .map(|words| {
            let page = PageOf::Topic(words.topic.clone());
            let document = blank(app, content, &page, words.lang).ok_or(ErrorCode::NotFound)?;
            let pages = paper::count(app, document)?;
            Ok(TopicFigures { words, pages })
        })
        .collect::<Result<Vec<_>>>()?;
    let mut modules: Vec<ModuleFigures> = Vec::new();
    let mut totals = Totals::default();
    for TopicFigures { words, pages } in &topics {
        totals.topics += 1;
        totals.words += words.words;
        totals.pages += pages;
        let known =
            |figures: &&mut ModuleFigures| figures.id == words.module && figures.lang == words.lang;
        match modules.iter_mut().find(known) {
            Some(figures) => {
                figures.words += words.words;
                figures.pages += pages;
            }
            None => modules.push(ModuleFigures {
                id: words.module.clone(),
                lang: words.lang,
                words: words.words,
                pages: *pages,
            }),
        }
    }
    Ok(Stats {
        formula: FORMULA,
        topics,
        modules,
        totals,
        repeated_titles: check::repeated(content),
    })
}

/// A page that an author looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageOf {
    /// A topic, blank.
    Topic(TopicId),
    /// The practitioner guide of a module.
    Guide(ModuleId),
}

impl From<&str> for PageOf {
    /// Reads a topic's id, or `guide:` and a module's.
    fn from(text: &str) -> Self {
        match text.strip_prefix("guide:") {
            Some(module) => Self::Guide(module.into()),
            None => Self::Topic(text.into()),
        }
    }
}

/// Writes one page of a pack as the app would print it, numbered by the first course that holds it.
///
/// # Errors
/// `NotFound` when the pack has no such page, and those of writing a file.
pub fn preview(
    app: &App,
    content: &Curriculum,
    page: &PageOf,
    lang: Lang,
    size: PrintSize,
    path: &Path,
) -> Result<Kept> {
    let document = blank(app, content, page, lang).ok_or(ErrorCode::NotFound)?;
    let bytes = paper::print(app, document, size)?;
    file::write_whole(path, &bytes)
}

fn blank(app: &App, content: &Curriculum, page: &PageOf, lang: Lang) -> Option<Document> {
    let today = app.now().day();
    match page {
        PageOf::Topic(topic) => {
            let usual = content.usual_course(lang).into_iter();
            let mut courses = usual.chain(content.courses());
            let course = courses.find(|course| !content.number(topic, &course.id).is_empty());
            // A topic that no course holds yet has no number, and needs none to be looked at.
            let course = course.map_or_else(|| "".into(), |course| course.id.clone());
            content.page(topic, lang, &course, today)
        }
        PageOf::Guide(module) => content.guide(module, lang, today),
    }
}

/// Writes the files of a starter pack into a folder.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `FolderGone` or `CannotWrite`, with the path.
pub fn write_starter(files: &PackFiles, dir: &Path) -> Result<Kept> {
    file::write_all(dir, files)
}

/// Returns the course that is usual where a language is spoken.
///
/// # Errors
/// `NotFound` when the content has none.
pub fn usual_course(app: &App, lang: Lang) -> Result<CourseId> {
    course::usual(app, lang)
}
