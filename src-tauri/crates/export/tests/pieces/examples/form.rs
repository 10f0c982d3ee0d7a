//! A form with what only forms and the computer at hand bring: services, a link, who made it.

use domain::{
    Document, Lang,
    document::{Block, DocumentKind, Fact, ServiceEntry, ServicesAbout},
};

use super::{handout, words};

fn services(entries: Vec<ServiceEntry>) -> Block {
    Block::Services {
        id: "near".into(),
        about: ServicesAbout::Services,
        title: "Near me".into(),
        empty: "Ask for two numbers, and write them down.".into(),
        entries,
    }
}

/// A blank form on two pages.
pub fn form(lang: Lang) -> Document {
    let mut form = handout(lang);
    form.kind = DocumentKind::Form;
    form.blocks.retain(|block| {
        matches!(
            block,
            Block::Question { .. } | Block::KeyPoint { .. } | Block::KnowledgeCheck { .. }
        )
    });
    form.blocks.extend([
        Block::FormLink {
            id: "my-plan".into(),
            form: "plan".into(),
            title: "My own plan".into(),
            purpose: "Keep what helps.".into(),
            words: words("Open it now, while you remember."),
        },
        services(vec![ServiceEntry {
            name: "Harbour House".into(),
            phone: "555 0100".into(),
            hours: "Weekdays".into(),
            what_for: "A bed for the night".into(),
            checked_on: None,
        }]),
        services(Vec::new()),
        Block::NewSheet,
        Block::Heading {
            level: 2,
            text: "About this form".into(),
        },
        Block::Facts {
            rows: vec![Fact {
                label: "Made by".into(),
                value: "Somebody".into(),
            }],
        },
    ]);
    form
}
