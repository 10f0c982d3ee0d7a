//! Pages for several people: for each what they want and what comes next in their course, with their own words, in their
//! language and size. Each begins on a sheet of their own, and bears their name on every page.

use domain::{Document, PersonId, TopicId, person::Person, session::Depth, settings::PrintSize};
use press::Each;
use store::Store;

use curriculum::engine::Met;

use super::{
    goals,
    handout::{Whose, handout},
};
use crate::{
    app::App,
    error::Result,
    read::{course, groups, pages},
    wire::ForEach,
};

/// The pages of one person.
pub(super) struct Own {
    /// Theirs and nobody else's.
    pub documents: Vec<Document>,
    /// The size of their letters.
    pub size: PrintSize,
}

impl Own {
    /// How each page is set.
    pub fn each(&self) -> impl Iterator<Item = Each> {
        let size = self.size;
        (0..self.documents.len()).map(move |place| Each {
            size,
            fresh: place == 0,
        })
    }
}

/// Gathers a person's pages; none when nothing was chosen or their course is at its end.
///
/// # Errors
/// `NotFound` when the person is not there, `Locked` when the vault is.
pub(super) fn of(app: &App, person: PersonId, each: &ForEach) -> Result<Own> {
    app.with_store(|store| {
        let person = store.person(person)?;
        let mut documents = Vec::new();
        if each.goals {
            documents.push(goals::document(app, store, person.id)?);
        }
        let details = &person.details;
        for topic in next_topics(app, store, &person, each.topics)? {
            let mut document = pages::blank(app, &topic, details.language, &details.course)?;
            pages::fill(app, &mut document, store, &person, &topic, None)?;
            if each.short {
                document.shorten();
            }
            documents.push(document);
        }
        Ok(Own {
            documents,
            size: details.print_size,
        })
    })
}

/// The topics whose pages a person gets: those that come next.
///
/// # Errors
/// `NotFound` when the person is not there, `Locked` when the vault is.
pub(crate) fn topics_of(app: &App, person: PersonId, each: &ForEach) -> Result<Vec<TopicId>> {
    app.with_store(|store| {
        let person = store.person(person)?;
        next_topics(app, store, &person, each.topics)
    })
}

/// Gathers the pages of one person in a group that reads the same topics.
///
/// # Errors
/// `NotFound` when the person or a topic is not there, `Locked` when the vault is.
pub(super) fn together(
    app: &App,
    person: PersonId,
    topics: &[TopicId],
    filled: bool,
    short: bool,
) -> Result<Own> {
    let person = app.with_store(|store| Ok(store.person(person)?))?;
    let details = &person.details;
    let whose = Whose::new(Some(person.id), filled);
    let mut documents = Vec::new();
    for topic in topics {
        let own = groups::in_own_track(app, &person, topic);
        let mut document = handout(app, &own, details.language, &details.course, &whose)?;
        if short {
            document.shorten();
        }
        documents.push(document);
    }
    Ok(Own {
        documents,
        size: details.print_size,
    })
}

/// The topics that come next, as the course would offer them one after another.
fn next_topics(app: &App, store: &Store, person: &Person, count: u8) -> Result<Vec<TopicId>> {
    let mut met = course::met(store, person.id)?;
    let session_number = store.next_session_number(person.id)?;
    let mut topics = Vec::new();
    for ahead in 0..u32::from(count) {
        let Some(next) = course::next_topic(app, person, &met) else {
            break;
        };
        let topic = next.suggestion.topic;
        if topics.contains(&topic) {
            break;
        }
        met.push(Met {
            topic: topic.clone(),
            depth: Depth::Covered,
            on: app.now().day(),
            session_number: session_number + ahead,
        });
        topics.push(topic);
    }
    Ok(topics)
}
