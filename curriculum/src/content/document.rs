//! Makes documents of topics and guides: blank handouts, ready to be filled, shown and printed.

use chrono::NaiveDate;
use domain::{
    CourseId, Document, Lang, ModuleId, TopicId,
    document::{Block, ContentSource, DocumentKind, Inline, ReviewStatus},
};

use super::{Curriculum, Page};

/// The heading of the summary. A label rather than teaching text, so it is the same in every pack.
const fn summary_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "In short",
        Lang::Da | Lang::Nb => "Kort sagt",
    }
}

/// The heading of the aims in a guide.
const fn aims_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Aims for the person",
        Lang::Da => "Mål for personen",
        Lang::Nb => "Mål for personen",
    }
}

fn list(items: &[String]) -> Block {
    Block::List {
        ordered: false,
        items: items
            .iter()
            .map(|item| vec![Inline::Plain(item.clone())])
            .collect(),
    }
}

/// Returns the blocks of a page as they are rendered, the summary last.
pub(crate) fn rendered(page: &Page, lang: Lang) -> impl Iterator<Item = (u32, Block)> {
    page.blocks
        .iter()
        .map(|placed| (placed.line, placed.block.clone()))
        .chain([
            (
                1,
                Block::Heading {
                    level: 2,
                    text: summary_heading(lang).to_owned(),
                },
            ),
            (1, list(&page.summary)),
        ])
}

impl Curriculum {
    /// Returns a topic as a blank handout, in the language or the pack's first one; `None` when there is no such topic.
    ///
    /// The main points come last, as a list under a heading.
    pub fn page(
        &self,
        topic: &TopicId,
        lang: Lang,
        course: &CourseId,
        on: NaiveDate,
    ) -> Option<Document> {
        let topic = self.topic(topic)?;
        let (lang, page) = topic.pages.get_with_lang(lang);
        Some(Document {
            kind: DocumentKind::Handout,
            title: page.title.clone(),
            purpose: page.purpose.clone(),
            lang,
            person: None,
            date: on,
            source: Some(self.source(
                topic.review.clone(),
                self.module_title(&topic.module, lang),
                self.number(&topic.id, course),
            )),
            topic: Some(topic.id.clone()),
            sheet: None,
            blocks: rendered(page, lang).map(|(_, block)| block).collect(),
            answers: Vec::new(),
        })
    }

    /// Returns a module's practitioner guide, in the language or the pack's first one; `None` when there is no such
    /// module. The aims stand at the end of its first section.
    pub fn guide(&self, module: &ModuleId, lang: Lang, on: NaiveDate) -> Option<Document> {
        let module = self.module(module)?;
        let (lang, guide) = module.guide.get_with_lang(lang);
        let mut blocks: Vec<Block> = guide
            .blocks
            .iter()
            .map(|placed| placed.block.clone())
            .collect();
        let aims = [
            Block::Heading {
                level: 3,
                text: aims_heading(lang).to_owned(),
            },
            list(&guide.aims),
        ];
        let after_purpose = guide.purpose_blocks.min(blocks.len());
        blocks.splice(after_purpose..after_purpose, aims);
        Some(Document {
            kind: DocumentKind::Guide,
            title: guide.title.clone(),
            purpose: guide.aim.clone(),
            lang,
            person: None,
            date: on,
            source: Some(self.source(module.review.clone(), &guide.title, String::new())),
            topic: None,
            sheet: None,
            blocks,
            answers: Vec::new(),
        })
    }

    fn source(&self, review: ReviewStatus, module: &str, number: String) -> ContentSource {
        ContentSource {
            pack: self.pack().title.clone(),
            version: self.pack().version.clone(),
            review,
            module: module.to_owned(),
            number,
        }
    }
}
