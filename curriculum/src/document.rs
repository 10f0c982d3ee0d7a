//! Makes documents of topics and guides: blank handouts, ready to be filled, shown and printed.

use chrono::NaiveDate;
use domain::{
    CourseId, Document, Lang, ModuleId, PackId, TopicId,
    document::{Block, ContentSource, DocumentKind, Fact, Inline, ReviewStatus, Weighed},
};

use crate::{
    curriculum::Curriculum,
    model::{Credits, Module, Page, Wording},
    read::bare,
};

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

/// The heading, in a guide, of the one thing that each page marks.
const fn matters_heading(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The one thing each page marks",
        Lang::Da => "Det ene, som hver side fremhæver",
        Lang::Nb => "Det ene som hver side fremhever",
    }
}

/// What a guide calls a block: its title, or what it asks.
fn name_of(block: &Block) -> String {
    match block {
        Block::Checklist { title, .. }
        | Block::Rating { title, .. }
        | Block::Worksheet { title, .. }
        | Block::PracticeOptions { title, .. }
        | Block::RolePlay { title, .. }
        | Block::KnowledgeCheck { title, .. }
        | Block::FormLink { title, .. }
        | Block::Services { title, .. } => title.clone(),
        Block::Question { prompt, .. } => bare(prompt),
        _ => String::new(),
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

/// Returns the blocks of a page as they are rendered: the summary last, and under an instrument where it comes from.
pub(crate) fn rendered(page: &Page, lang: Lang) -> impl Iterator<Item = (u32, Block)> {
    let mut last = Vec::new();
    if !page.summary.is_empty() {
        last.extend([heading(summary_heading(lang)), list(&page.summary)]);
    }
    last.extend(page.credits.iter().flat_map(|given| credits(given, lang)));
    page.blocks
        .iter()
        .map(|placed| (placed.line, placed.block.clone()))
        .chain(last.into_iter().map(|block| (1, block)))
}

fn heading(text: &str) -> Block {
    Block::Heading {
        level: 2,
        text: text.to_owned(),
    }
}

/// Says who made an instrument, who may use it, and whose words these are.
fn credits(given: &Credits, lang: Lang) -> [Block; 2] {
    let labels = credit_labels(lang);
    let words = match given.wording {
        Wording::Own => labels.own,
        Wording::Paraphrase => labels.paraphrase,
        Wording::Licensed => labels.licensed,
    };
    let row = |label: &str, value: &str| Fact {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    [
        heading(labels.about),
        Block::Facts {
            rows: vec![
                row(labels.source, &given.source),
                row(labels.rights, &given.rights),
                row(labels.wording, words),
            ],
        },
    ]
}

/// The words around an instrument's source: labels rather than teaching text, so they are the same in every pack.
struct CreditLabels {
    about: &'static str,
    source: &'static str,
    rights: &'static str,
    wording: &'static str,
    own: &'static str,
    paraphrase: &'static str,
    licensed: &'static str,
}

const fn credit_labels(lang: Lang) -> CreditLabels {
    match lang {
        Lang::En => CreditLabels {
            about: "About this form",
            source: "Made by",
            rights: "Who may use it",
            wording: "Its words",
            own: "Our own words.",
            paraphrase: "We put this into our own plain words. They are not the official wording.",
            licensed: "The official wording, used with permission.",
        },
        Lang::Da => CreditLabels {
            about: "Om dette skema",
            source: "Lavet af",
            rights: "Hvem må bruge det",
            wording: "Ordene",
            own: "Vores egne ord.",
            paraphrase: "Vi har skrevet det med vores egne, enkle ord. Det er ikke den officielle ordlyd.",
            licensed: "Den officielle ordlyd, brugt med tilladelse.",
        },
        Lang::Nb => CreditLabels {
            about: "Om dette skjemaet",
            source: "Laget av",
            rights: "Hvem kan bruke det",
            wording: "Ordene",
            own: "Våre egne ord.",
            paraphrase: "Vi har skrevet det med våre egne, enkle ord. Det er ikke den offisielle ordlyden.",
            licensed: "Den offisielle ordlyden, brukt med tillatelse.",
        },
    }
}

/// Says which block each page of a module marks; made of the marks, so that the guide cannot say something else.
fn matters(module: &Module, lang: Lang) -> Vec<Block> {
    let marked = module.topics.iter().filter_map(|topic| {
        let id = topic.matters.as_ref()?;
        let block = topic.blocks(lang).find(|block| block.id() == Some(id))?;
        Some(vec![
            Inline::Strong(topic.title(lang).to_owned()),
            Inline::Plain(format!(": {}", name_of(block))),
        ])
    });
    let items: Vec<_> = marked.collect();
    if items.is_empty() {
        return Vec::new();
    }
    let heading = Block::Heading {
        level: 3,
        text: matters_heading(lang).to_owned(),
    };
    vec![
        heading,
        Block::List {
            ordered: false,
            items,
        },
    ]
}

impl Curriculum {
    /// Returns a topic or form as a blank handout, in the language or the pack's first one; `None` when there is no such topic.
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
            kind: self
                .form(&topic.id)
                .map_or(DocumentKind::Handout, |form| form.kind.paper()),
            title: page.title.clone(),
            purpose: page.purpose.clone(),
            lang,
            person: None,
            date: on,
            source: Some(
                self.source(
                    &topic.packs,
                    topic.review.clone(),
                    topic
                        .module
                        .as_ref()
                        .map_or("", |module| self.module_title(module, lang)),
                    self.number(&topic.id, course),
                ),
            ),
            topic: Some(topic.id.clone()),
            sheet: None,
            weighed: topic
                .matters
                .clone()
                .map(|matters| Weighed::of(matters, topic.blocks(lang))),
            blocks: rendered(page, lang).map(|(_, block)| block).collect(),
            answers: page.answers.clone(),
        })
    }

    /// Returns a module's practitioner guide, in the language or the pack's first one; `None` when there is no such
    /// module. The aims stand at the end of its first section, and at the end of its second what each page marks.
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
        // From the end, so that places before it stay what they were.
        let after_sessions = guide.sessions_blocks.min(blocks.len());
        blocks.splice(after_sessions..after_sessions, matters(module, lang));
        let after_purpose = guide.purpose_blocks.min(blocks.len());
        blocks.splice(after_purpose..after_purpose, aims);
        Some(Document {
            kind: DocumentKind::Guide,
            title: guide.title.clone(),
            purpose: guide.aim.clone(),
            lang,
            person: None,
            date: on,
            source: Some(self.source(
                std::slice::from_ref(&module.pack),
                module.review.clone(),
                &guide.title,
                String::new(),
            )),
            topic: None,
            sheet: None,
            weighed: None,
            blocks,
            answers: Vec::new(),
        })
    }

    /// Says where words come from; a page that a site added to names both packs, each with its version.
    fn source(
        &self,
        from: &[PackId],
        review: ReviewStatus,
        module: &str,
        number: String,
    ) -> ContentSource {
        let mut packs = self
            .packs()
            .filter(|pack| from.contains(&pack.id))
            .peekable();
        let (mut pack, mut version) = (String::new(), String::new());
        while let Some(next) = packs.next() {
            pack += &next.title;
            match packs.peek() {
                Some(_) => pack += &format!(" {} + ", next.version),
                None => version.clone_from(&next.version),
            }
        }
        ContentSource {
            pack,
            version,
            review,
            module: module.to_owned(),
            number,
        }
    }
}
