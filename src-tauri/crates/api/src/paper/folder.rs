//! The personal folder: everything a person keeps at the end of a course, in one book (reference 3.4).

use domain::{Document, PersonId};
use export::fill::{Book, BookKind, Part};
use store::Store;

use super::{goals, nearby};
use crate::{
    app::App,
    error::Result,
    read::{endings, labels::Labels, pages},
};

/// Gathers the pages: the goal sheet with the statement, each plan as it was filled last, and who can help nearby. What was
/// never filled is left out.
///
/// # Errors
/// `NotFound` when the person is not there, `Locked` when the vault is.
pub(super) fn documents(
    app: &App,
    store: &Store,
    person: PersonId,
) -> Result<(Vec<Document>, Book)> {
    let person = store.person(person)?;
    let lang = person.details.language;
    let mut documents = vec![goals::document(app, store, person.id)?];
    for (_, sheet) in endings::papers(app, store, &person)? {
        if let Some(sheet) = sheet {
            documents.push(pages::of_sheet(app, store, &person, &sheet)?);
        }
    }
    let mut services = nearby::document(app, lang);
    services.person = Some(pages::person_line(&person));
    documents.push(services);
    let labels = Labels::of(lang);
    let book = Book {
        kind: BookKind::Packet {
            title_page: true,
            contents: true,
        },
        person: Some(pages::person_line(&person)),
        title: labels.personal_folder.clone(),
        subtitle: labels.personal_folder_purpose.clone(),
        lang,
        parts: vec![Part {
            number: String::new(),
            title: String::new(),
            aim: String::new(),
            documents: documents.len(),
        }],
    };
    Ok((documents, book))
}
