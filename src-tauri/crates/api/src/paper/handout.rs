//! A topic or form as it is given out.

use curriculum::FormKind;
use domain::{CourseId, Document, Lang, PersonId, TopicId};

use crate::{
    app::App,
    error::Result,
    read::{copies, pages},
};

/// Whose pages they are, and whether that person's answers stand on them.
pub(super) struct Whose {
    person: Option<PersonId>,
    filled: bool,
}

impl Whose {
    pub(super) const fn new(person: Option<PersonId>, filled: bool) -> Self {
        Self { person, filled }
    }
}

/// A topic or form as it is given out: blank, with somebody's name, or with their answers as well.
pub(super) fn handout(
    app: &App,
    topic: &TopicId,
    lang: Lang,
    course: &CourseId,
    whose: &Whose,
) -> Result<Document> {
    let mut document = pages::blank(app, topic, lang, course)?;
    // An example is filled in already, and never bears anybody's name.
    let form = app.curriculum().form(topic).map(|form| form.kind);
    let person = whose.person.filter(|_| form != Some(FormKind::Example));
    let Some(person) = person else {
        return Ok(document);
    };
    app.with_store(|store| {
        let person = store.person(person)?;
        if !whose.filled {
            document.person = Some(pages::person_line(&person));
            return Ok(document);
        }
        // Of a form, the newest copy is the one that holds.
        let copy = copies::newest(store, person.id, topic)?;
        if let Some(copy) = &copy {
            document.date = copy.made_on;
        }
        let sheet = copy.map(|copy| copy.id);
        pages::fill(app, &mut document, store, &person, topic, sheet)?;
        Ok(document)
    })
}
