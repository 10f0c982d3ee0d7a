//! What the turned screen shows: one page, one first name, nothing else. To a room: one page.

use crate::{
    app::App,
    error::{ErrorCode, Result},
    read::{lookup, pages},
    wire::{Nothing, TurnedView},
};

/// Shows the page the screen is turned to.
pub fn turned_page(app: &App, _: Nothing) -> Result<TurnedView> {
    let page = app.turned().page().cloned().ok_or(ErrorCode::NotFound)?;
    let Some(reader) = page.reader else {
        let language = page.room.language;
        return Ok(TurnedView {
            document: pages::blank(app, &page.topic, language, &page.room.course)?,
            first_name: String::new(),
            colour: 0,
            language,
        });
    };
    app.with_store(|store| {
        let person = store.person(reader.person)?;
        let language = person.details.language;
        let first_name = person.first_name().to_owned();
        let mut document = match page.sheet {
            Some(sheet) => {
                let sheet = lookup::sheet(store, person.id, sheet)?;
                pages::of_sheet(app, store, &person, &sheet)?
            }
            None => {
                let course = &person.details.course;
                let mut document = pages::blank(app, &page.topic, language, course)?;
                pages::fill(app, &mut document, store, &person, &page.topic, None)?;
                document
            }
        };
        // Who else might look at this screen is unknown: the first name is enough, and the record number is not
        // theirs to read.
        if let Some(line) = &mut document.person {
            line.name.clone_from(&first_name);
            line.record_number.clear();
        }
        Ok(TurnedView {
            document,
            first_name,
            colour: person.colour,
            language,
        })
    })
}
