//! The English texts that rules about meaning read: topics, forms and practitioner guides, passage by passage.

use domain::{Answer, AnswerValue, Lang};

use super::{
    measure::{of_block, passages},
    pages::pages,
    phrases::{line, tokens},
};
use crate::{curriculum::Curriculum, model::Module};

/// A page or guide in English.
pub(super) struct Text {
    /// The file, relative to its pack.
    pub file: String,
    /// What it says, in reading order.
    pub said: Vec<Said>,
}

/// A passage in lowercase words, with a space at both ends.
pub(super) struct Said {
    /// The line of the block it is part of.
    pub line: u32,
    /// The words.
    pub words: String,
}

impl Said {
    pub(super) fn new(line_of_file: u32, passage: &str) -> Self {
        Self {
            line: line_of_file,
            words: line(&tokens(passage)),
        }
    }

    /// Tells whether one of the phrases stands here, as whole words.
    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.words.contains(&format!(" {phrase} ")))
    }
}

/// Returns the topics and forms, then the guides.
pub(super) fn english(curriculum: &Curriculum) -> Vec<Text> {
    let pages = pages(curriculum)
        .filter(|(_, lang, _)| *lang == Lang::En)
        .map(|(_, lang, page)| Text {
            file: page.file.clone(),
            said: passages(page, lang)
                .iter()
                .map(|passage| Said::new(passage.line, &passage.text))
                .chain(page.answers.iter().filter_map(written))
                .collect(),
        });
    pages
        .chain(curriculum.modules().iter().filter_map(guide))
        .collect()
}

/// What somebody of the stories wrote into an example is held to the same rules.
fn written(answer: &Answer) -> Option<Said> {
    match &answer.value {
        AnswerValue::Text(words) => Some(Said::new(1, words)),
        _ => None,
    }
}

/// Returns the English guide of a module, its aims included.
pub(super) fn guide(module: &Module) -> Option<Text> {
    let (_, guide) = module.guide.iter().find(|(lang, _)| *lang == Lang::En)?;
    let head = std::iter::once(&guide.aim)
        .chain(&guide.aims)
        .map(|aim| Said::new(1, aim));
    let body = guide.blocks.iter().flat_map(|placed| {
        of_block(placed.line, &placed.block)
            .into_iter()
            .map(|passage| Said::new(passage.line, &passage.text))
    });
    Some(Text {
        file: guide_file(module),
        said: head.chain(body).collect(),
    })
}

/// Finds the file of a guide, which lies beside the pages of its module.
fn guide_file(module: &Module) -> String {
    let beside = module
        .topics
        .iter()
        .flat_map(|topic| topic.pages.iter())
        .find_map(|(lang, page)| {
            let (folder, _) = page.file.rsplit_once('/')?;
            (lang == Lang::En).then(|| format!("{folder}/guide.md"))
        });
    beside.unwrap_or_else(|| format!("modules/{}/en/guide.md", module.id))
}
