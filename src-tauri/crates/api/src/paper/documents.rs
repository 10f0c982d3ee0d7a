//! From a request to the documents it puts on paper.

use curriculum::FormKind;
use domain::{CourseId, Document, Lang, PersonId, TopicId};
use press::PrintJob;

use super::{goals, help, job, note, workbook};
use crate::{
    app::App,
    error::Result,
    read::{copies, lookup, pages},
    wire::{MakePaper, PaperRequest},
};

/// Makes the job; a workbook is a book, everything else stands by itself.
pub(super) fn job(app: &App, ask: &MakePaper) -> Result<PrintJob> {
    if let PaperRequest::Workbook {
        course,
        module,
        track,
        language,
        short,
    } = &ask.paper
    {
        let of = workbook::Of::new(course, module.as_ref(), track.as_ref());
        let (documents, book) = workbook::workbook(app, &of, *language, *short)?;
        return Ok(PrintJob {
            book: Some(book),
            ..job::of(app, documents, ask.size, ask.format)
        });
    }
    let documents = documents(app, &ask.paper)?;
    Ok(job::of(app, documents, ask.size, ask.format))
}

/// Returns the documents that a request puts on paper.
///
/// # Errors
/// `NotFound` when something asked for is not there.
pub fn documents(app: &App, paper: &PaperRequest) -> Result<Vec<Document>> {
    let one = match paper {
        PaperRequest::Handouts {
            topics,
            language,
            course,
            person,
            filled,
            short,
        } => {
            let handout = |topic| {
                let mut document = handout(app, topic, *language, course, *person, *filled)?;
                if *short {
                    document.shorten();
                }
                Ok(document)
            };
            return topics.iter().map(handout).collect();
        }
        PaperRequest::Workbook {
            course,
            module,
            track,
            language,
            short,
        } => {
            let of = workbook::Of::new(course, module.as_ref(), track.as_ref());
            return Ok(workbook::workbook(app, &of, *language, *short)?.0);
        }
        PaperRequest::Guide { module, language } => pages::guide(app, module, *language)?,
        PaperRequest::Sheet { person, sheet } => app.with_store(|store| {
            let person = store.person(*person)?;
            let sheet = lookup::sheet(store, person.id, *sheet)?;
            pages::of_sheet(app, store, &person, &sheet)
        })?,
        PaperRequest::Note { note } => app.with_store(|store| note::document(app, store, *note))?,
        PaperRequest::Goals { person } => {
            app.with_store(|store| goals::document(app, store, *person))?
        }
        PaperRequest::HelpNow => help::document(app),
    };
    Ok(vec![one])
}

fn handout(
    app: &App,
    topic: &TopicId,
    lang: Lang,
    course: &CourseId,
    person: Option<PersonId>,
    filled: bool,
) -> Result<Document> {
    let mut document = pages::blank(app, topic, lang, course)?;
    // An example is filled in already, and never bears anybody's name.
    let form = app.curriculum().form(topic).map(|form| form.kind);
    let Some(person) = person.filter(|_| form != Some(FormKind::Example)) else {
        return Ok(document);
    };
    app.with_store(|store| {
        let person = store.person(person)?;
        if !filled {
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
