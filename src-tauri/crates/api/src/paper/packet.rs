//! A packet: topics and forms in the order somebody put them, with a title page, contents and local services as chosen.

use domain::{Document, Packet, TopicId, document::DocumentKind};
use export::fill::{Book, BookKind, Part};

use super::{
    handout::{Whose, handout},
    nearby,
};
use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::labels::Labels,
};

/// Gathers the pages. With nobody named, nothing in them comes from the vault.
///
/// # Errors
/// `NotFound` when a topic is not there, `NoWorksheets` when only what is filled in was asked for and nothing is.
pub(super) fn documents(app: &App, packet: &Packet, whose: &Whose) -> Result<Vec<Document>> {
    let mut documents = Vec::with_capacity(packet.topics.len() + 1);
    for topic in &packet.topics {
        let mut document = handout(app, topic, packet.language, &packet.course, whose)?;
        if !packet.own_stories {
            leave_stories_out(app, topic, &mut document);
        }
        if packet.short {
            document.shorten();
        }
        // A form is a worksheet whole, the words around its fields too.
        let is_topic = document.kind == DocumentKind::Handout;
        if !packet.only_worksheets || !is_topic || document.keep_worksheets() {
            documents.push(document);
        }
    }
    if documents.is_empty() && !packet.topics.is_empty() {
        return Err(ErrorCode::NoWorksheets.into());
    }
    if packet.services {
        let mut page = nearby::document(app, packet.language);
        page.person = documents.first().and_then(|first| first.person.clone());
        documents.push(page);
    }
    Ok(documents)
}

/// Takes out the stories that a site added to a page of ours; a page that is the site's own keeps all of it.
fn leave_stories_out(app: &App, topic: &TopicId, document: &mut Document) {
    let content = app.curriculum();
    if let Some(page) = content.topic(topic) {
        document.blocks.retain(|block| !page.is_own_story(block));
    }
}

/// What binds the pages together, when something does: a title page, contents, or the fold of a booklet.
pub(super) fn book(app: &App, packet: &Packet, documents: &[Document]) -> Option<Book> {
    if !(packet.cover || packet.contents || packet.booklet) {
        return None;
    }
    let content = app.curriculum();
    let lang = documents
        .first()
        .map_or(packet.language, |first| first.lang);
    let course = content.course(&packet.course);
    let course = course.map_or_else(String::new, |course| course.title.get(lang).clone());
    let modules: Vec<_> = packet
        .topics
        .iter()
        .filter_map(|topic| content.topic(topic)?.module.clone())
        .collect();
    // Topics of one module bear its name, and what lies alone its own.
    let (title, subtitle) = match (documents, modules.as_slice()) {
        ([alone], _) => (alone.title.clone(), alone.purpose.clone()),
        (_, [first, others @ ..]) if others.iter().all(|other| other == first) => {
            (content.module_title(first, lang).to_owned(), course)
        }
        _ => (Labels::of(lang).packet.clone(), course),
    };
    Some(Book {
        kind: BookKind::Packet {
            title_page: packet.cover,
            contents: packet.contents,
        },
        person: documents
            .iter()
            .find_map(|document| document.person.clone()),
        title,
        subtitle,
        lang,
        parts: vec![Part {
            number: String::new(),
            title: String::new(),
            aim: String::new(),
            documents: documents.len(),
        }],
    })
}
