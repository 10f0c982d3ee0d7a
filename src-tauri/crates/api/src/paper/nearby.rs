//! The page of local services: what this computer and the site's packs know, or room to write it in.

use domain::{
    BlockId, Document, Lang,
    document::{Block, ServicesAbout},
};

use super::ours;
use crate::{
    app::App,
    read::{labels::Labels, services},
};

/// Writes out who can help near here, services first and then whom to call in a crisis.
pub(super) fn document(app: &App, lang: Lang) -> Document {
    let labels = Labels::of(lang);
    let block = |id: &str, about, title: &str| Block::Services {
        id: BlockId::from(id),
        about,
        title: title.to_owned(),
        empty: labels.nearby_empty.clone(),
        entries: Vec::new(),
    };
    let head = ours::Head {
        lang,
        title: &labels.nearby,
        purpose: &labels.nearby_purpose,
        person: None,
    };
    let blocks = vec![
        block("services", ServicesAbout::Services, &labels.nearby_services),
        block("crisis", ServicesAbout::Crisis, &labels.nearby_crisis),
    ];
    let mut document = ours::document(app, &head, blocks);
    services::fill(app, &mut document);
    document
}
